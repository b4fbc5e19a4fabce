"""YouTube-VOS's figures: seen and unseen categories, objects that enter later, the last frame."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from core.cli import main
from core.errors import UserError
from core.evaluation.evaluate import evaluate
from core.evaluation.results import Evaluation, ObjectScores
from core.evaluation.youtube_vos import read_categories, read_seen, seen_unseen
from core.masks.png import write_label_map

CATEGORIES = {"a": {1: "dog", 2: "yak"}, "b": {1: "dog"}}


def scores(value: float, frames: int = 2) -> ObjectScores:
    return ObjectScores((value,) * frames, (value / 2,) * frames)


def meta(path: Path, categories: dict[str, dict[int, str]]) -> Path:
    videos = {n: {"objects": {str(i): {"category": c} for i, c in o.items()}} for n, o in categories.items()}
    path.write_text(json.dumps({"videos": videos}))
    return path


def test_that_objects_count_alike_within_their_half() -> None:
    evaluation = Evaluation({"a": {1: scores(0.8), 2: scores(0.4)}, "b": {1: scores(0.2, frames=9)}})
    found = seen_unseen(evaluation, CATEGORIES, {"dog"})
    assert found.seen is not None and found.unseen is not None
    assert (found.seen.region, found.seen.boundary, found.seen.objects) == pytest.approx((0.5, 0.25, 2))
    assert (found.unseen.region, found.unseen.boundary, found.unseen.objects) == pytest.approx((0.4, 0.2, 1))
    assert found.overall == pytest.approx((0.5 + 0.25 + 0.4 + 0.2) / 4)


def test_that_a_half_without_objects_leaves_no_overall_figure() -> None:
    found = seen_unseen(Evaluation({"b": {1: scores(0.8)}}), CATEGORIES, {"dog"})
    assert found.unseen is None and found.overall is None
    assert found.as_json()["Ju"] is None
    assert "Ju -" in found.text()


def test_that_an_object_without_category_is_named() -> None:
    with pytest.raises(UserError, match="object 3 of a"):
        seen_unseen(Evaluation({"a": {3: scores(1.0)}}), CATEGORIES, {"dog"})


def test_that_categories_and_those_seen_are_read(tmp_path: Path) -> None:
    path = meta(tmp_path / "meta.json", CATEGORIES)
    (tmp_path / "seen.txt").write_text("dog\n\n person \n")
    assert read_categories(path) == CATEGORIES
    assert read_seen(path) == {"dog", "yak"}
    assert read_seen(tmp_path / "seen.txt") == {"dog", "person"}


@pytest.mark.parametrize("text", ["{", "[]", '{"videos": {"a": {}}}', '{"videos": {"a": {"objects": {"x": {}}}}}'])
def test_that_another_json_is_refused_by_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "meta.json").write_text(text)
    with pytest.raises(UserError, match=r"meta\.json"):
        read_categories(tmp_path / "meta.json")


def test_that_an_empty_list_of_seen_categories_is_refused(tmp_path: Path) -> None:
    (tmp_path / "seen.txt").write_text("\n")
    with pytest.raises(UserError, match="any categories"):
        read_seen(tmp_path / "seen.txt")


def sequence(folder: Path, maps: list[tuple[int, ...]]) -> None:
    for index, ids in enumerate(maps):
        labels = np.zeros((24, 40), np.uint8)
        for i in ids:
            labels[4:14, 12 * i - 8 : 12 * i] = i
        write_label_map(folder / f"{5 * index:05d}.png", labels)


@pytest.fixture
def measured(tmp_path: Path) -> list[str]:
    """Object 2 enters on the second annotated frame, is right on the third and lost on the last."""
    sequence(tmp_path / "truth" / "a", [(1,), (1, 2), (1, 2), (1, 2)])
    sequence(tmp_path / "said" / "a", [(1,), (1,), (1, 2), (1,)])
    return ["--prediction", str(tmp_path / "said"), "--ground-truth", str(tmp_path / "truth"), "--workers", "1"]


def test_that_the_last_frame_counts_where_asked_for(tmp_path: Path, measured: list[str]) -> None:
    folders = tmp_path / "said", tmp_path / "truth"
    assert evaluate(*folders).sequences["a"][2].region == (1.0,)
    assert evaluate(*folders, last_frame=True).sequences["a"][2].region == (1.0, 0.0)


def test_that_the_command_tells_and_writes_the_four_figures(
    tmp_path: Path, measured: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seen.txt").write_text("dog\n")
    lists = ["--meta", str(meta(tmp_path / "meta.json", CATEGORIES)), "--seen", str(tmp_path / "seen.txt")]
    files = ["--json", str(tmp_path / "s.json"), "--decay", str(tmp_path / "d"), "--markdown", str(tmp_path / "t.md")]
    assert main(["evaluate", *measured, "--protocol", "youtube-vos", *lists, *files]) == 0
    report = json.loads((tmp_path / "s.json").read_text())["YouTube-VOS"]
    assert (report["Js"], report["Ju"], report["overall"]) == (1.0, 0.5, 0.75)
    assert "overall 0.7500" in capsys.readouterr().out
    assert (tmp_path / "d.svg").is_file() and (tmp_path / "d.csv").is_file()
    assert "| a |" in (tmp_path / "t.md").read_text()


@pytest.mark.parametrize("wrong", [["--protocol", "youtube-vos"], ["--seen", "x.txt"]])
def test_that_a_protocol_and_its_lists_go_together(measured: list[str], wrong: list[str]) -> None:
    assert main(["evaluate", *measured, *wrong]) == 2
