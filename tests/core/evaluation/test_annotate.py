"""The simulated annotator, on clips whose network loses its object."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from core.cli import main
from core.errors import UserError
from core.evaluation.benchmark import Watch
from core.evaluation.dataset import find_sequences
from core.evaluation.review.annotate import (
    SECONDS,
    Annotating,
    By,
    Fix,
    Point,
    annotate,
    area_under,
    largest_error_fixed,
    reached,
)
from core.propagation.propagator import Propagator
from core.review.quality import FALLBACK
from core.types import PropagationSettings
from tests.helpers.commands import Shifter, write_davis


def points_of(tmp_path: Path, by: By = "queue", fix: Fix = "mask", seconds: float = 300.0) -> list[Point]:
    """A clip whose square moves by two pixels a frame, with a network that leaves it where it is."""
    clip = find_sequences(write_davis(tmp_path, {"a": [(1,)] * 12}), "dev")[0]
    plan = Annotating(by, fix, seconds, most=6, settings=PropagationSettings())
    return annotate(clip, Propagator(Shifter(0)), FALLBACK, plan, Watch())


@pytest.mark.parametrize("by", ["uniform", "random", "oracle"])
def test_that_corrections_raise_the_score_and_cost_time(by: By, tmp_path: Path) -> None:
    points = points_of(tmp_path, by)
    assert points[0] == Point(0, 0.0, points[0].score)
    assert [point.corrections for point in points] == list(range(len(points)))
    assert points[1].seconds == SECONDS["mask"] + SECONDS["look"]
    assert points[-1].score > points[0].score + 0.1
    assert len({point.frame for point in points[1:]}) == len(points) - 1
    assert points[-2].seconds < 300 <= points[-1].seconds


def test_that_the_oracle_is_no_worse_than_the_middle_of_the_gap(tmp_path: Path) -> None:
    first = {by: points_of(tmp_path / by, by, seconds=50)[1].score for by in ("oracle", "uniform")}
    assert first["oracle"] >= first["uniform"] - 0.02


def test_that_the_queue_proposes_frames_until_it_ends(tmp_path: Path) -> None:
    points = points_of(tmp_path)
    assert all(point.frame is not None and 0 < point.frame < 12 for point in points[1:])


def test_that_a_stroke_mends_the_largest_wrong_region_alone() -> None:
    true, given = np.zeros((2, 20, 20), np.uint8)
    true[2:8, 2:8] = 1
    true[15:17, 15:17] = 1
    fixed = largest_error_fixed(given, true)
    assert fixed[2:8, 2:8].all()
    assert not fixed[15:17, 15:17].any()
    assert np.array_equal(largest_error_fixed(true, true), true)


def test_that_clicks_need_their_tool(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="click tool"):
        points_of(tmp_path, fix="clicks")


def test_that_curves_have_an_area_and_levels() -> None:
    points = [Point(0, 0.0, 0.5), Point(1, 82.0, 0.9, 3), Point(2, 164.0, 0.95, 7)]
    assert area_under(points, 100) == pytest.approx(0.5 * 0.82 + 0.9 * 0.18)
    assert area_under(points, 200) == pytest.approx((0.5 * 82 + 0.9 * 82 + 0.95 * 36) / 200)
    assert reached(points, 0.85) == points[1]
    assert reached(points, 0.99) is None


def test_that_the_command_writes_curves_a_table_and_a_plot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.cli.network.make_propagator", lambda *_arguments: Propagator(Shifter(0)))
    root = write_davis(tmp_path / "data", {"a": [(1,)] * 10})
    command = ["benchmark", "--annotate", "--dataset", str(root), "--split", "dev", "--out", str(tmp_path / "out")]
    assert main([*command, "--json", str(tmp_path / "a.json"), "--by", "uniform", "--detail", "standard"]) == 0
    found = json.loads((tmp_path / "a.json").read_text())
    assert found["by"] == "uniform"
    assert [point["corrections"] for point in found["clips"]["a"]["curve"]] == [0, 1, 2]
    assert 0 < found["mean area"] < 1
    assert "| a |" in (tmp_path / "out" / "annotator.md").read_text()
    assert (tmp_path / "out" / "annotator.svg").read_text().startswith("<svg")
    assert main([*command, "--seconds", "0"]) != 0
