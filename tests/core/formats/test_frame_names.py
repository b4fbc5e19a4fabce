"""Masks find the frames that they were made for: names that count from 1, numbers of objects, hashes, doubles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pycocotools import mask as coco_mask

from core import formats
from core.cli import main
from core.errors import UserError
from core.formats.common.contract import ExportNotes
from core.formats.common.frame_numbers import NumberedFrames
from core.formats.common.reading import match_stems
from tests.helpers.datasets import MemoryFrames
from tests.helpers.media import HEIGHT, WIDTH, make_video

SIZE = (12, 16)


def video(frames: int) -> MemoryFrames:
    return MemoryFrames([np.zeros((*SIZE, 3), np.uint8)] * frames)


def write_mask(path: Path, left: int, value: int = 255) -> None:
    mask = np.zeros(SIZE, np.uint8)
    mask[4:8, left : left + 2] = value
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(mask).save(path)


def lefts(clip: formats.LabelledClip) -> list[int | None]:
    """Per frame the leftmost column that is painted."""
    painted = [np.flatnonzero(clip.labels(index).any(axis=0)) for index in range(clip.frames.frame_count)]
    return [int(columns[0]) if columns.size else None for columns in painted]


@pytest.mark.parametrize(
    ("stems", "wanted"),
    [
        (["00002_1", "00004_1"], (2, 4)),
        (["cat_00002", "dog_00004"], (2, 4)),
        (["frame_000003_jpg.rf.3c1fd0a2b4e6", "frame_000000_jpg.rf.0a9b8c7d6e5f"], (3, 0)),
        (["clip2_0003"], (3,)),
        (["00002_1"], (2,)),
        (["5e0b7a12-0c4d-4aa1-9b3e-000000000001_00003"], (3,)),
        (["frame_00003_1699999999123", "frame_00001_1699999999041"], (3, 1)),
    ],
)
def test_that_the_frames_number_is_told_from_others(stems: Sequence[str], wanted: tuple[int, ...]) -> None:
    assert match_stems(video(6), stems, Path("masks"), ExportNotes()) == wanted


@pytest.mark.parametrize(
    ("stems", "words"),
    [
        (["00000_1", "00000_2", "00001_1", "00001_2", "00002_1", "00002_2"], "both belong to frame"),
        (["frame_1", "frame_001"], "both belong to frame"),
        (["1_3", "2_4"], "several numbers"),
        (["3f0a9c21", "b77e01d4", "0d9f1a2b", "aa01bb02", "9d8c7b6a", "0102aabb"], "do not match"),
        (["x", "y"], "do not match"),
    ],
)
def test_that_names_without_one_meaning_are_refused(stems: Sequence[str], words: str) -> None:
    """Six masks on six frames: that the counts are the same does not make an order of them."""
    with pytest.raises(UserError, match=words):
        match_stems(video(6), stems, Path("masks"), ExportNotes())


def test_that_counting_from_one_is_seen_or_the_guess_is_told(tmp_path: Path) -> None:
    """Frame 4 of frames that ffmpeg wrote is called frame_0005."""
    for number in (1, 5, 9):
        write_mask(tmp_path / "some" / f"frame_{number:04d}.png", number)
        write_mask(tmp_path / "last" / f"frame_{number + 3:04d}.png", number)
    for number in range(1, 13):
        write_mask(tmp_path / "all" / f"{number:05d}.png", number)
    read = formats.reader("masks").read
    some = read(tmp_path / "some", "some", video(12))
    assert [index for index, left in enumerate(lefts(some)) if left is not None] == [1, 5, 9]
    assert any(
        "counted from 0: 'frame_0001' is frame 1" in note and "--first-number 1" in note for note in some.notes()
    )
    known = read(tmp_path / "some", "some", NumberedFrames(video(12), 1))
    assert lefts(known)[:9] == [1, None, None, None, 5, None, None, None, 9]
    assert not known.notes()
    last = read(tmp_path / "last", "last", video(12))
    assert [index for index, left in enumerate(lefts(last)) if left is not None] == [3, 7, 11]
    assert any("counted from 1: 'frame_0012' is the last frame" in note for note in last.notes())
    everything = read(tmp_path / "all", "all", video(12))
    assert lefts(everything) == list(range(1, 13))
    assert not everything.notes()


def test_that_names_read_as_numbers_from_zero_are_not_doubted_where_the_first_is_there(tmp_path: Path) -> None:
    for number in (0, 4):
        write_mask(tmp_path / f"frame_{number:04d}.png", 1)
    assert not formats.reader("masks").read(tmp_path, "masks", video(12)).notes()


def test_that_a_second_number_in_names_is_told(tmp_path: Path) -> None:
    for frame, number in ((0, 1), (1, 2), (2, 1)):
        write_mask(tmp_path / f"{frame:05d}_{number}.png", frame)
    clip = formats.reader("masks").read(tmp_path, "masks", video(4))
    assert lefts(clip) == [0, 1, 2, None]
    assert any("second number, as in '00002_1'" in note for note in clip.notes())


def test_that_a_mask_without_a_number_goes_to_the_first_frame_and_is_told(tmp_path: Path) -> None:
    write_mask(tmp_path / "seed.png", 3)
    clip = formats.reader("masks").read(tmp_path / "seed.png", "seed", video(3))
    assert lefts(clip) == [3, None, None]
    assert any("does not name a frame" in note for note in clip.notes())


def test_that_all_objects_count_alike(tmp_path: Path) -> None:
    """The first object has every frame, counted from 1; the second has some, which are no numbers from 0."""
    for number in range(1, 5):
        write_mask(tmp_path / "masks" / "1_cat" / f"{number:04d}.png", 2)
    for number in (2, 3):
        write_mask(tmp_path / "masks" / "2_dog" / f"{number:04d}.png", 10)
    clip = formats.reader("binary").read(tmp_path, "x", video(4))
    shown = [sorted({int(value) for value in np.unique(clip.labels(index))} - {0}) for index in range(4)]
    assert shown == [[1], [1, 2], [1, 2], [1]]


def test_that_a_folder_for_each_frame_is_not_taken_for_one_of_each_object(tmp_path: Path) -> None:
    for frame in range(3):
        for number in (1, 2):
            write_mask(tmp_path / f"{frame:05d}" / f"{number}.png", 4 * number)
    with pytest.raises(UserError, match="named like frames"):
        formats.reader("binary").read(tmp_path, "x", video(3))


def test_that_mots_challenge_counts_from_one(tmp_path: Path) -> None:
    """Its text lies in a folder gt; the video's frames count from 0."""
    file = tmp_path / "MOTS20-02" / "gt" / "gt.txt"
    file.parent.mkdir(parents=True)
    lines = []
    for number in (2, 5):
        mask = np.zeros(SIZE, np.uint8)
        mask[4:8, number : number + 2] = 1
        counts = coco_mask.encode(np.asfortranarray(mask))["counts"].decode()
        lines.append(f"{number} 2001 2 {SIZE[0]} {SIZE[1]} {counts}")
    file.write_text("\n".join(lines))
    read = formats.reader("mots").read
    assert lefts(read(tmp_path, "MOTS20-02", video(6))) == [None, 2, None, None, 5, None]
    assert not read(tmp_path, "MOTS20-02", video(6)).notes()
    with pytest.raises(UserError, match="frames 2 to 5, but the video has frames 1 to 4"):
        read(tmp_path, "MOTS20-02", video(4))


def test_that_a_first_number_on_the_command_line_settles_it(tmp_path: Path) -> None:
    """What is written is called as the video's frames are, from 0."""
    make_video(tmp_path / "clip.mp4", frames=6)
    mask = np.zeros((HEIGHT, WIDTH), np.uint8)
    mask[4:8, 4:8] = 1
    (tmp_path / "masks").mkdir()
    for number in (2, 4):
        Image.fromarray(mask).save(tmp_path / "masks" / f"frame_{number:04d}.png")
    command = ["convert", str(tmp_path / "masks"), "--from", "masks", "--video", str(tmp_path / "clip.mp4")]
    command += ["--to", "masks", "--out", str(tmp_path / "out"), "--first-number", "1"]
    assert main(command) == 0
    found = [file.stem for file in sorted((tmp_path / "out" / "masks").iterdir()) if np.asarray(Image.open(file)).any()]
    assert found == ["00001", "00003"]
    assert main([*command[:2], "--to", "masks", "--out", str(tmp_path / "none"), "--first-number", "1"]) == 2
