"""CVAT's numbers are those of the video's frames; sizes, rotation and tasks are applied as the file states them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core import formats
from core.errors import UserError
from core.formats import ExportOptions
from core.types import UInt8Array
from tests.helpers.datasets import MemoryFrames, clip_of, export

SIZE = (24, 48)


def video(frames: int = 20, size: tuple[int, int] = SIZE) -> MemoryFrames:
    return MemoryFrames([np.zeros((*size, 3), np.uint8)] * frames)


def head(size: int, start: int, stop: int, step: str = "", kind: str = "task", number: int = 1) -> str:
    return (
        f"<{kind}><id>{number}</id><name>clip {number}</name><size>{size}</size><start_frame>{start}</start_frame>"
        f"<stop_frame>{stop}</stop_frame><frame_filter>{step}</frame_filter><original_size><width>{SIZE[1]}</width>"
        f"<height>{SIZE[0]}</height></original_size></{kind}>"
    )


def box(frame: int, more: str = "", outside: int = 0) -> str:
    return (
        f'<box frame="{frame}" outside="{outside}" xtl="{frame}" ytl="4" xbr="{frame + 4}" ybr="8" z_order="0" {more}/>'
    )


def track(*shapes: str, task: str = "") -> str:
    return f'<track id="0" label="car" {task}>{"".join(shapes)}</track>'


def read(
    root: Path, meta: str, *tracks: str, frames: MemoryFrames | None = None, name: str = "clip 1"
) -> list[UInt8Array]:
    (root / "annotations.xml").write_text(f"<annotations><meta>{meta}</meta>{''.join(tracks)}</annotations>")
    source = frames or video()
    clip = formats.reader("cvat").read(root, name, source)
    return [clip.labels(index) for index in range(source.frame_count)]


def shown(labels: list[UInt8Array]) -> dict[int, list[int]]:
    """Per frame that is not empty the first and last painted column."""
    columns = {index: np.flatnonzero(each.any(axis=0)) for index, each in enumerate(labels)}
    return {index: [int(found[0]), int(found[-1])] for index, found in columns.items() if found.size}


@pytest.mark.parametrize(
    ("meta", "numbers"),
    [
        (head(4, 0, 19, "step=5"), [0, 5, 10, 15]),
        (head(4, 3, 19, "step=5"), [3, 8, 13, 18]),
        (head(10, 4, 13), list(range(4, 14))),
        (head(10, 10, 19, kind="job"), list(range(10, 20))),
        (head(2, 2, 3, "step=5", "job"), [10, 15]),
        (head(2, 2, 3, "step = 5", "job"), [13, 18]),
        (head(20, 0, 19), list(range(20))),
    ],
    ids=["step", "step and start", "start", "job", "job with step", "job with step and start", "whole"],
)
def test_that_numbers_are_those_of_the_video(meta: str, numbers: list[int], tmp_path: Path) -> None:
    last = numbers[-1] + numbers[-1] - numbers[-2]
    found = read(tmp_path, meta, track(*map(box, numbers), box(last, outside=1)))
    assert shown(found) == {number: [number, number + 3] for number in numbers}


def test_that_pictures_of_a_part_have_its_frames_in_order(tmp_path: Path) -> None:
    found = read(tmp_path, head(4, 4, 16, "step=4"), track(box(4), box(8), box(12), box(16)), frames=video(4))
    assert shown(found) == {0: [4, 7], 1: [8, 11], 2: [12, 15], 3: [16, 19]}


def test_that_a_shape_outside_its_task_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"shape on frame 7, which is not one of its frames \(0, 5, \.\.\. 15\)"):
        read(tmp_path, head(4, 0, 19, "step=5"), track(box(0), box(7)))


def test_that_older_exports_of_ours_which_count_from_zero_are_read(tmp_path: Path) -> None:
    named = '<box frame="1" outside="0" xtl="1" ytl="4" xbr="5" ybr="8"><attribute name="name">a</attribute></box>'
    meta = head(8, 1, 8).replace("<id>1</id>", "")
    found = read(tmp_path, meta, track(named, box(2, outside=1)))
    assert shown(found) == {2: [1, 4]}


@pytest.mark.parametrize(
    ("options", "numbers"),
    [(ExportOptions(range=(3, 9), every_nth=3), ["3", "6", "9"]), (ExportOptions(range=(4, 5)), ["4", "5"])],
)
def test_that_our_numbers_are_those_of_the_video(options: ExportOptions, numbers: list[str], tmp_path: Path) -> None:
    labels = [np.zeros(SIZE, np.uint8) for _ in range(10)]
    for index, each in enumerate(labels):
        each[4:8, index : index + 4] = 1
    clip = clip_of(labels)
    export(clip, "cvat", tmp_path, options)
    text = (tmp_path / "annotations.xml").read_text()
    assert [part.split('"')[1] for part in text.split("<mask ")[1:]] == numbers
    assert sorted(file.stem for file in (tmp_path / "images").iterdir()) == [
        f"frame_{int(each):06d}" for each in numbers
    ]
    for source in (clip.frames, None):
        back = formats.reader("cvat").read(tmp_path, "my_clip", source)
        where = [int(each) for each in numbers] if source else range(len(numbers))
        for number, index in zip(numbers, where, strict=True):
            np.testing.assert_array_equal(back.labels(index), labels[int(number)])


def test_that_uneven_frames_are_told(tmp_path: Path) -> None:
    clip = clip_of([np.ones(SIZE, np.uint8)] * 6)
    chosen = formats.Clip("c", clip.frames, clip.objects, clip.read_labels, {0, 1, 4}.__contains__)
    report = export(chosen, "cvat", tmp_path, ExportOptions(only_reviewed=True))
    assert any("not evenly spaced" in note for note in report.notes)


@pytest.mark.parametrize(
    ("turn", "rows", "columns"),
    [("0", (4, 7), (2, 9)), ("90", (2, 9), (4, 7)), ("-90", (2, 9), (4, 7)), ("180", (4, 7), (2, 9))],
)
@pytest.mark.parametrize("shape", ["box", "ellipse"])
def test_that_rotation_turns_a_shape_about_its_middle(
    shape: str, turn: str, rows: tuple[int, int], columns: tuple[int, int], tmp_path: Path
) -> None:
    place = 'xtl="2" ytl="4" xbr="10" ybr="8"' if shape == "box" else 'cx="6" cy="6" rx="4" ry="2"'
    element = f'<{shape} frame="0" outside="0" {place} rotation="{turn}"/>'
    labels = read(tmp_path, head(1, 0, 0), track(element), frames=video(1))[0]
    painted = np.argwhere(labels)
    assert (painted[:, 0].min(), painted[:, 0].max()) == rows
    assert (painted[:, 1].min(), painted[:, 1].max()) == columns


def test_that_a_box_turns_clockwise(tmp_path: Path) -> None:
    """A long box turned by 45 degrees runs from the upper left to the lower right."""
    element = '<box frame="0" outside="0" xtl="10" ytl="11" xbr="26" ybr="13" rotation="45"/>'
    labels = read(tmp_path, head(1, 0, 0), track(element), frames=video(1))[0]
    assert labels[8, 14] == labels[16, 21] == 1
    assert not labels[16, 14] and not labels[8, 21]
    assert abs(int(labels.sum()) - 32) <= 4


def test_that_a_stated_size_is_scaled_or_refused(tmp_path: Path) -> None:
    large = video(1, (48, 96))
    labels = read(tmp_path, head(1, 0, 0), track(box(0)), frames=large)[0]
    assert np.argwhere(labels).min(axis=0).tolist() == [8, 0]
    assert np.argwhere(labels).max(axis=0).tolist() == [15, 7]
    assert any("48x24 were scaled" in note for note in formats.reader("cvat").read(tmp_path, "clip 1", large).notes())
    with pytest.raises(UserError, match="pictures are 48x24, the frames are 48x30"):
        read(tmp_path, head(1, 0, 0), track(box(0)), frames=video(1, (30, 48)))


def test_that_tasks_of_a_project_are_clips_of_their_own(tmp_path: Path) -> None:
    meta = f"<project><tasks>{head(3, 0, 2)}{head(3, 4, 6, number=2)}</tasks></project>"
    tracks = (
        track(box(1), box(2, outside=1), task='task_id="1"'),
        track(box(5), box(6, outside=1), task='task_id="2"'),
    )
    assert shown(read(tmp_path, meta, *tracks)) == {1: [1, 4]}
    assert shown(read(tmp_path, meta, *tracks, name="clip 2")) == {5: [5, 8]}
    assert formats.reader("cvat").sequences(tmp_path) == ("clip 1", "clip 2")


def test_that_a_second_shape_of_a_track_on_a_frame_is_told(tmp_path: Path) -> None:
    read(tmp_path, head(1, 0, 0), track(box(0), box(0)), frames=video(1))
    notes = formats.reader("cvat").read(tmp_path, "clip 1", video(1)).notes()
    assert any("1 shape was left out: its track has another" in note for note in notes)
