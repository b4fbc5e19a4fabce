"""Precision over time: the curve, its table and its picture."""

from __future__ import annotations

import csv
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.evaluation.decay import BINS, DecayCurve, decay_curve, svg, write_decay
from core.evaluation.results import Evaluation, ObjectScores


def of(*objects: list[float]) -> DecayCurve:
    scores = {i: ObjectScores(tuple(values), tuple(values)) for i, values in enumerate(objects, 1)}
    return decay_curve(Evaluation({"a": scores}))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=90))
def test_that_the_curve_keeps_the_mean_and_the_bounds(values: list[float]) -> None:
    curve = of(values)
    assert len(curve.region) == BINS
    assert np.mean(curve.region) == pytest.approx(np.mean(values), abs=1e-9)
    assert min(values) - 1e-9 <= min(curve.region) <= max(curve.region) <= max(values) + 1e-9


def test_that_every_object_counts_alike_whatever_its_length() -> None:
    assert of([1.0] * 80, [0.0] * 3).mean == pytest.approx([0.5] * BINS)


def test_that_a_loss_in_the_second_half_shows_there() -> None:
    curve = of([1.0] * 30 + [0.0] * 30).region
    assert curve[: BINS // 2] == pytest.approx([1.0] * (BINS // 2))
    assert curve[BINS // 2 :] == pytest.approx([0.0] * (BINS // 2), abs=1e-9)


def test_that_table_and_picture_hold_every_method(tmp_path: Path) -> None:
    curves = {"ours": of([0.9] * 10), "first <mask> & co": of([0.3] * 10)}
    table, plot = write_decay(tmp_path / "new" / "decay", curves)
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 2 * BINS
    assert {row["method"] for row in rows} == curves.keys()
    assert float(rows[0]["J&F"]) == pytest.approx(0.9)
    tree = ElementTree.parse(plot)
    lines = [node for node in tree.iter() if node.tag.endswith("polyline")]
    assert [len(line.attrib["points"].split()) for line in lines] == [BINS, BINS]
    assert "first <mask> & co" in [node.text for node in tree.iter()]


def test_that_a_higher_value_is_drawn_higher() -> None:
    tree = ElementTree.fromstring(svg({"a": of([0.9] * 4), "b": of([0.4] * 4)}))
    heights = [
        float(node.attrib["points"].split()[0].split(",")[1]) for node in tree.iter() if node.tag.endswith("polyline")
    ]
    assert heights[0] < heights[1]
