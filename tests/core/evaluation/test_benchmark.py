"""Data sets in their layouts, the seeds of their masks, and a benchmark over them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import UserError
from core.evaluation.benchmark import (
    BenchmarkResult,
    Watch,
    benchmark,
    benchmark_baselines,
    copy_first_mask,
    network_method,
    warp_by_flow,
)
from core.evaluation.dataset import find_sequences, seeds_of
from core.evaluation.evaluate import read_mask
from core.types import PropagationSettings, SeedMode
from core.video.source import open_source
from tests.helpers.commands import moving, shifting_propagator, write_davis

ONE: list[tuple[int, ...]] = [(1,)] * 6
NOTHING: list[tuple[int, ...]] = [()] * 3
LATER: list[tuple[int, ...]] = [(), (1,), (1,), (1, 2), (1, 2), (1, 2), (1, 2)]


def run(root: Path, out: Path, watch: Watch | None = None) -> BenchmarkResult | None:
    watch = watch or Watch()
    method = network_method(shifting_propagator(), PropagationSettings(), watch.should_stop)
    return benchmark(root, "dev", out, method, watch=watch)


@pytest.mark.parametrize(
    ("resolution", "split"), [("480p", "2017/dev.txt"), ("1080p", "2016/dev.txt"), (".", "dev.txt")]
)
def test_that_sequences_are_found_whatever_the_folders_are_called(tmp_path: Path, resolution: str, split: str) -> None:
    root = write_davis(tmp_path, {"b": ONE, "a": ONE}, resolution, split)
    found = find_sequences(root, "dev")
    assert [sequence.name for sequence in found] == ["b", "a"]
    assert all(sequence.frames.is_dir() and sequence.masks.is_dir() for sequence in found)


def test_that_the_lists_of_davis_2016_are_read(tmp_path: Path) -> None:
    root = write_davis(tmp_path, {"a": ONE}, split="480p/other.txt")
    lines = "".join(f"/JPEGImages/480p/a/{i:05d}.jpg /Annotations/480p/a/{i:05d}.png\n" for i in range(6))
    (root / "ImageSets" / "480p" / "val.txt").write_text(lines)
    assert [sequence.name for sequence in find_sequences(root, "val")] == ["a"]


def test_that_all_is_every_sequence(tmp_path: Path) -> None:
    root = write_davis(tmp_path, {"b": ONE, "a": ONE})
    assert [sequence.name for sequence in find_sequences(root, "all")] == ["a", "b"]


def test_that_an_unknown_split_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="dev"):
        find_sequences(write_davis(tmp_path, {"a": ONE}), "exam")


def test_that_a_folder_of_another_layout_and_a_missing_sequence_are_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="JPEGImages"):
        find_sequences(tmp_path, "dev")
    root = write_davis(tmp_path, {"a": ONE})
    (root / "ImageSets" / "2017" / "dev.txt").write_text("a\nghost\n")
    with pytest.raises(UserError, match="ghost"):
        find_sequences(root, "dev")


SPOILT: list[tuple[Callable[[Path], object], str]] = [
    (lambda root: (root / "JPEGImages/480p/a/00003.jpg").unlink(), "no frame with the name of the mask .*00003.png"),
    (lambda root: (root / "Annotations/480p/a/00004.png").write_bytes(b"no picture"), "00004.png is damaged"),
    (lambda root: Image.new("L", (30, 20)).save(root / "Annotations/480p/a/00004.png"), "its frame is 64x40"),
    (lambda root: (root / "ImageSets/2017/dev.txt").write_bytes(b"\xff\xfea\0"), "not valid UTF-8"),
]


@pytest.mark.parametrize(("spoil", "message"), SPOILT)
def test_that_what_measuring_would_stumble_over_is_told_before_anything_is_propagated(
    spoil: Callable[[Path], object], message: str, tmp_path: Path
) -> None:
    root = write_davis(tmp_path, {"a": ONE})
    spoil(root)
    with pytest.raises(UserError, match=message):
        find_sequences(root, "dev")


def test_that_a_list_may_begin_with_a_mark_and_end_its_lines_as_windows_does(tmp_path: Path) -> None:
    root = write_davis(tmp_path, {"a": ONE})
    (root / "ImageSets" / "2017" / "dev.txt").write_bytes(b"\xef\xbb\xbfa\r\n\r\n")
    assert [sequence.name for sequence in find_sequences(root, "dev")] == ["a"]


def test_that_later_objects_join_with_their_own_pixels_only(tmp_path: Path) -> None:
    sequence = find_sequences(write_davis(tmp_path, {"a": LATER}), "dev")[0]
    seeds = seeds_of({f"{index:05d}": index for index in range(7)}, sequence.masks)
    assert [(seed.index, seed.mode) for seed in seeds] == [(1, SeedMode.RESET), (3, SeedMode.JOIN)]
    assert set(np.unique(seeds[1].labels)) == {0, 2}


def test_that_masks_without_an_object_or_without_a_frame_are_refused(tmp_path: Path) -> None:
    masks = find_sequences(write_davis(tmp_path, {"a": NOTHING, "b": ONE}), "dev")
    with pytest.raises(UserError, match="shows an object"):
        seeds_of({"00000": 0}, masks[0].masks)
    with pytest.raises(UserError, match="There is no frame"):
        seeds_of({"another": 0}, masks[1].masks)


def test_that_a_network_that_moves_as_the_objects_do_is_perfect(tmp_path: Path) -> None:
    root = write_davis(tmp_path / "set", {"a": ONE, "later": LATER})
    result = run(root, tmp_path / "out")
    assert result is not None
    report = result.as_json()
    assert report["J&F"] == 1.0
    assert report["seconds_per_frame"] > 0
    assert [len(report["sequences"]["later"][i]["J"]) for i in "12"] == [4, 2]
    np.testing.assert_array_equal(read_mask(tmp_path / "out" / "later" / "00006.png"), moving(6, 1, 2))
    assert len(list((tmp_path / "out" / "later").glob("*.png"))) == 7


def test_that_stopping_keeps_the_frames_made_so_far(tmp_path: Path) -> None:
    root = write_davis(tmp_path / "set", {"a": ONE, "b": ONE})
    steps: list[int] = []
    watch = Watch(step=lambda: steps.append(1), should_stop=lambda: len(steps) >= 2)
    assert run(root, tmp_path / "out", watch) is None
    assert sorted(path.name for path in (tmp_path / "out").rglob("*.png")) == ["00000.png", "00001.png", "00002.png"]


def test_that_flow_follows_what_copying_loses(tmp_path: Path) -> None:
    root = write_davis(tmp_path / "set", {"a": ONE})
    results = benchmark_baselines(root, "dev", tmp_path / "out")
    copied, warped = (results[name].evaluation.summary.mean for name in results)
    assert copied < 0.7 < warped


def test_that_baselines_take_up_objects_that_enter_later(tmp_path: Path) -> None:
    sequence = find_sequences(write_davis(tmp_path, {"a": LATER}), "dev")[0]
    with open_source(sequence.frames) as source:
        seeds = seeds_of({f"{index:05d}": index for index in range(7)}, sequence.masks)
        for baseline in (copy_first_mask, warp_by_flow):
            maps = dict(baseline(source, seeds))
            assert list(maps) == list(range(2, 7))
            assert [set(np.unique(maps[index])) for index in (2, 3, 6)] == [{0, 1}, {0, 1, 2}, {0, 1, 2}]
