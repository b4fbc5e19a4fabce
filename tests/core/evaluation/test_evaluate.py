"""Folders of masks: how they are matched, what is measured, what is refused."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from core.errors import UserError
from core.evaluation import evaluate as module
from core.evaluation.evaluate import evaluate, read_mask, sequences_without_prediction
from core.evaluation.results import comparison_table, sequence_table, write_csv, write_json
from core.masks.png import write_label_map

LabelMap = npt.NDArray[np.uint8]


def square(object_id: int = 1, left: int = 4, size: tuple[int, int] = (32, 40)) -> LabelMap:
    labels = np.zeros(size, np.uint8)
    labels[8:20, left : left + 12] = object_id
    return labels


def write_sequence(folder: Path, maps: list[LabelMap]) -> Path:
    for index, labels in enumerate(maps):
        write_label_map(folder / f"{index:05d}.png", labels)
    return folder


def test_that_the_first_and_the_last_frame_are_left_out(tmp_path: Path) -> None:
    truth = write_sequence(tmp_path / "truth" / "a", [square()] * 5)
    bad = np.zeros_like(square())
    write_sequence(tmp_path / "said" / "a", [bad, square(), square(), square(), bad])
    scores = evaluate(tmp_path / "said", truth.parent).sequences["a"][1]
    assert scores.region == (1.0, 1.0, 1.0)
    assert scores.boundary == (1.0, 1.0, 1.0)


def test_that_a_prediction_of_the_first_and_last_frame_is_not_needed(tmp_path: Path) -> None:
    write_sequence(tmp_path / "truth" / "a", [square()] * 4)
    said = write_sequence(tmp_path / "said" / "a", [square()] * 4)
    (said / "00000.png").unlink()
    (said / "00003.png").unlink()
    assert evaluate(tmp_path / "said", tmp_path / "truth").summary.mean == 1.0


def test_that_folders_of_a_single_sequence_are_taken_as_they_are(tmp_path: Path) -> None:
    truth = write_sequence(tmp_path / "bear", [square()] * 3)
    said = write_sequence(tmp_path / "masks", [square(left=10)] * 3)
    found = evaluate(said, truth)
    assert list(found.sequences) == ["bear"]
    assert found.sequences["bear"][1].region == pytest.approx((6 / 18,))


def test_that_an_object_is_measured_from_the_frame_after_its_first_mask(tmp_path: Path) -> None:
    two = np.maximum(square(1), square(2, left=20))
    write_sequence(tmp_path / "truth" / "a", [square(1), square(1), two, two, two, two])
    write_sequence(tmp_path / "said" / "a", [square(1), two, two, two, square(1), two])
    objects = evaluate(tmp_path / "said", tmp_path / "truth").sequences["a"]
    assert objects[1].region == (1.0, 1.0, 1.0, 1.0)
    assert objects[2].region == (1.0, 0.0)


def test_that_an_object_that_is_absent_on_both_sides_is_right(tmp_path: Path) -> None:
    empty = np.zeros_like(square())
    write_sequence(tmp_path / "truth" / "a", [square(), empty, empty, square()])
    write_sequence(tmp_path / "said" / "a", [square(), empty, square(), square()])
    scores = evaluate(tmp_path / "said", tmp_path / "truth").sequences["a"][1]
    assert (scores.region, scores.boundary) == ((1.0, 0.0), (1.0, 0.0))


def test_that_sequences_without_prediction_are_named_and_left_out(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_sequence(tmp_path / "truth" / name, [square()] * 3)
    write_sequence(tmp_path / "said" / "b", [square()] * 3)
    assert list(evaluate(tmp_path / "said", tmp_path / "truth").sequences) == ["b"]
    assert sequences_without_prediction(tmp_path / "said", tmp_path / "truth") == ["a"]


def test_that_a_folder_of_other_pictures_is_no_prediction_and_short_sequences_are_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for name, frames in (("a", 3), ("b", 2), ("c", 3)):
        write_sequence(tmp_path / "truth" / name, [square()] * frames)
        write_sequence(tmp_path / "said" / name, [square()] * frames)
    for mask in (tmp_path / "said" / "c").iterdir():
        mask.rename(mask.with_suffix(".jpg"))
    assert list(evaluate(tmp_path / "said", tmp_path / "truth").sequences) == ["a"]
    assert sequences_without_prediction(tmp_path / "said", tmp_path / "truth") == ["c"]
    assert "Not measured" in caplog.text and caplog.text.strip().endswith(": b.")


def test_that_several_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SMALLEST_PARALLEL_JOB", 1)
    write_sequence(tmp_path / "truth" / "a", [square(left=left) for left in range(6)])
    write_sequence(tmp_path / "said" / "a", [square(left=2 * left) for left in range(6)])
    seen: list[tuple[int, int]] = []
    parallel = evaluate(tmp_path / "said", tmp_path / "truth", workers=2, progress=lambda *done: seen.append(done))
    assert parallel == evaluate(tmp_path / "said", tmp_path / "truth", workers=1)
    assert seen == [(done, 5) for done in range(1, 6)]


def test_that_black_and_white_masks_are_object_one(tmp_path: Path) -> None:
    Image.fromarray(square(255)).save(tmp_path / "grey.png")
    write_label_map(tmp_path / "indexed.png", square(255))
    np.testing.assert_array_equal(read_mask(tmp_path / "grey.png"), square(1))
    np.testing.assert_array_equal(read_mask(tmp_path / "indexed.png"), square(255))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda said: (said / "a" / "00001.png").unlink(), "00001.png"),
        (lambda said: (said / "a" / "00001.png").write_bytes(b"no picture"), "00001.png"),
        (lambda said: write_label_map(said / "a" / "00001.png", square(size=(32, 44))), "44x32"),
        (lambda said: (said / "a").rename(said / "unknown"), "unknown"),
    ],
)
def test_that_a_wrong_prediction_is_named(tmp_path: Path, spoil: object, words: str) -> None:
    write_sequence(tmp_path / "truth" / "a", [square()] * 4)
    write_sequence(tmp_path / "said" / "a", [square()] * 4)
    assert callable(spoil)
    spoil(tmp_path / "said")
    with pytest.raises(UserError, match=words):
        evaluate(tmp_path / "said", tmp_path / "truth")


@pytest.mark.parametrize("frames", [[square()], [square(), square()], [np.zeros_like(square())] * 5])
def test_that_nothing_to_measure_is_an_error(tmp_path: Path, frames: list[LabelMap]) -> None:
    write_sequence(tmp_path / "truth" / "a", frames)
    write_sequence(tmp_path / "said" / "a", frames)
    with pytest.raises(UserError, match="Nothing to evaluate"):
        evaluate(tmp_path / "said", tmp_path / "truth")


@pytest.mark.parametrize("missing", ["truth", "said"])
def test_that_a_missing_folder_is_named(tmp_path: Path, missing: str) -> None:
    for name in {"truth", "said"} - {missing}:
        write_sequence(tmp_path / name / "a", [square()] * 3)
    with pytest.raises(UserError, match=missing):
        evaluate(tmp_path / "said", tmp_path / "truth")


def test_that_a_prediction_folder_without_sequences_is_an_error(tmp_path: Path) -> None:
    write_sequence(tmp_path / "truth" / "a", [square()] * 3)
    write_sequence(tmp_path / "said", [square()] * 3)
    with pytest.raises(UserError, match="has no folders of masks"):
        evaluate(tmp_path / "said", tmp_path / "truth")


def test_that_the_json_has_the_fixed_layout(tmp_path: Path) -> None:
    write_sequence(tmp_path / "truth" / "a", [np.maximum(square(1), square(3, left=20))] * 4)
    write_sequence(tmp_path / "said" / "a", [square(1)] * 4)
    write_json(tmp_path / "new" / "report.json", evaluate(tmp_path / "said", tmp_path / "truth").as_json())
    report = json.loads((tmp_path / "new" / "report.json").read_text())
    assert report == {
        "J&F": 0.5,
        "J": {"mean": 0.5, "recall": 0.5, "decay": 0.0},
        "F": {"mean": 0.5, "recall": 0.5, "decay": 0.0},
        "sequences": {"a": {"1": {"J": [1.0, 1.0], "F": [1.0, 1.0]}, "3": {"J": [0.0, 0.0], "F": [0.0, 0.0]}}},
    }


def test_that_tables_hold_a_line_a_sequence_and_one_for_all(tmp_path: Path) -> None:
    for name, left in (("a", 4), ("b", 10)):
        write_sequence(tmp_path / "truth" / name, [square()] * 3)
        write_sequence(tmp_path / "said" / name, [square(left=left)] * 3)
    found = evaluate(tmp_path / "said", tmp_path / "truth")
    write_csv(tmp_path / "table.csv", found)
    with (tmp_path / "table.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["sequence"] for row in rows] == ["a", "b", "all"]
    assert [float(row["J mean"]) for row in rows] == pytest.approx([1.0, 1 / 3, 2 / 3], abs=1e-6)
    assert sequence_table(found).count("\n") == 5
    assert "| ours | " in comparison_table({"ours": found})
