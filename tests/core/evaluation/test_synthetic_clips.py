"""Clips of several objects made for measuring: pasted, drawn, written, benchmarked."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

import core.cli.network
from core.cli import main
from core.errors import UserError
from core.evaluation.dataset import Sequence, find_sequences
from core.evaluation.evaluate import read_mask
from core.evaluation.synthetic_clips import FIRST_SEED, HEIGHT, SPLIT, WIDTH, Clip, pasted_clip, write_dataset
from core.masks.labels import object_ids
from tests.helpers.commands import shifting_propagator, write_davis

ONE: list[tuple[int, ...]] = [(1,)] * 4


@pytest.fixture
def sequences(tmp_path: Path) -> list[Sequence]:
    return find_sequences(write_davis(tmp_path / "set", {"a": ONE, "b": ONE, "c": ONE}), "dev")


def test_that_every_object_shows_on_the_first_frame_of_a_pasted_clip(sequences: list[Sequence]) -> None:
    clip = pasted_clip(sequences, 1, objects=3, frames=5)
    assert object_ids(clip.labels[0]) == (1, 2, 3)
    assert len(clip.images) == len(clip.labels) == 5
    assert clip.images[0].shape == (HEIGHT, WIDTH, 3)
    assert clip.name.startswith("01-b-")


def test_that_pasted_objects_move_across_while_the_clip_goes_there_and_back(sequences: list[Sequence]) -> None:
    clip = pasted_clip(sequences, 0, objects=2, frames=8)
    columns = [np.nonzero(labels == 2)[1].mean() for labels in clip.labels]
    assert abs(columns[-1] - columns[0]) > WIDTH / 6


def test_that_the_same_number_gives_the_same_clip_and_another_one_another(sequences: list[Sequence]) -> None:
    first, again, other = (pasted_clip(sequences, number, 2, 3) for number in (0, 0, 3))
    assert first.name == again.name
    assert all((one == two).all() for one, two in zip(first.images, again.images, strict=True))
    assert not (first.labels[0] == other.labels[0]).all()


def test_that_a_single_sequence_is_too_few_to_paste_from(sequences: list[Sequence]) -> None:
    with pytest.raises(UserError, match="paste"):
        pasted_clip(sequences[:1], 0, 2, 3)


def test_that_held_out_seeds_are_beyond_any_that_training_draws() -> None:
    assert FIRST_SEED > 2**32


def test_that_clips_are_written_as_a_data_set(tmp_path: Path, sequences: list[Sequence]) -> None:
    clip = pasted_clip(sequences, 0, 2, 3)
    root = write_dataset(tmp_path / "made", [clip, Clip("other", clip.images, clip.labels)])
    found = find_sequences(root, SPLIT)
    assert [sequence.name for sequence in found] == [clip.name, "other"]
    assert (read_mask(found[0].masks / "00002.png") == clip.labels[2]).all()


@pytest.fixture
def small_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core.cli.network, "make_propagator", shifting_propagator)


@pytest.mark.usefixtures("small_network")
def test_that_the_benchmark_makes_clips_once_and_tells_of_swaps(
    tmp_path: Path, sequences: list[Sequence], capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    source = ["--dataset", str(tmp_path / "set"), "--split", "dev", "--objects", "2", "--clips", "1", "--frames", "3"]
    command = ["benchmark", *source, "--out", str(out), "--json", str(out / "s.json"), "--workers", "1"]
    assert main(command) == 0
    assert "no identity swaps in 1 of 1" in capsys.readouterr().out
    assert json.loads((out / "s.json").read_text())["identity swaps"]
    made = sorted((out / "dataset").rglob("*.jpg"))
    before = [path.stat().st_mtime_ns for path in made]
    assert main(command) == 0
    assert [path.stat().st_mtime_ns for path in made] == before
    assert (out / "decay.svg").is_file() and (out / "decay.csv").is_file()


@pytest.mark.usefixtures("small_network")
def test_that_drawn_clips_need_no_data(tmp_path: Path) -> None:
    out = tmp_path / "out"
    size = ["--objects", "1", "--clips", "1", "--frames", "3"]
    assert main(["benchmark", "--dataset", "generated", *size, "--out", str(out), "--workers", "1"]) == 0
    assert "drawn-00" in (out / "results.md").read_text()


@pytest.mark.parametrize("wrong", [["--clips", "0"], ["--frames", "2"], ["--objects", "0"]])
def test_that_numbers_out_of_range_are_refused(tmp_path: Path, wrong: list[str]) -> None:
    assert main(["benchmark", "--dataset", "generated", *wrong, "--out", str(tmp_path)]) == 2


def test_that_the_split_of_real_clips_has_to_be_said(tmp_path: Path) -> None:
    assert main(["benchmark", "--dataset", str(tmp_path), "--out", str(tmp_path / "o")]) == 2
