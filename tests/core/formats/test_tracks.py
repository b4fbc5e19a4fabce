"""MOTS and CVAT: round trips, opened by pycocotools and Pillow, small files as documented."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from PIL import Image
from pycocotools import mask as coco_mask

from core import formats
from core.errors import UserError
from core.formats import Clip, ExportOptions
from core.formats.common.contract import ExportNotes
from core.formats.common.reading import match_stems
from core.types import VOID, ObjectInfo
from tests.helpers.datasets import (
    MemoryFrames,
    assert_same_masks,
    clip_of,
    clips,
    contents,
    export,
    folder,
    only,
    random_clip,
)
from tests.helpers.media import make_folder

PYCOCOTOOLS = "ignore:__array__ implementation:DeprecationWarning"
SMALL = random_clip(9, 13, (1, 2, 7), 5, 3, with_void=True)


@pytest.mark.parametrize("kind", ["mots", "mots-png", "cvat"])
@given(clip=clips())
def test_that_masks_survive_and_a_second_export_has_the_same_bytes(kind: str, clip: Clip) -> None:
    with folder() as root:
        export(clip, kind, root / "a")
        back = only(kind, root / "a")
        assert_same_masks(clip, back, with_void=kind != "cvat")
        export(back, kind, root / "b")
        if kind == "mots-png":
            # A class of which nothing was ever seen has no number the second time, so that the others may move up.
            export(only(kind, root / "b"), kind, root / "a", ExportOptions(overwrite=True))
        assert contents(root / "a") == contents(root / "b")


@pytest.mark.filterwarnings(PYCOCOTOOLS)
def test_that_pycocotools_decodes_mots_text(tmp_path: Path) -> None:
    export(SMALL, "mots", tmp_path)
    maps = np.zeros((5, 9, 13), np.uint8)
    for line in (tmp_path / "instances_txt" / "my_clip.txt").read_text().splitlines():
        frame, number, kind, height, width, counts = line.split(" ")
        assert int(number) // 1000 == int(kind)
        mask = coco_mask.decode({"size": [int(height), int(width)], "counts": counts}).astype(bool)
        assert not maps[int(frame)][mask].any()
        maps[int(frame)][mask] = VOID if number == "10000" else int(number) % 1000
    for index in range(5):
        np.testing.assert_array_equal(maps[index], SMALL.labels(index))


def test_that_pillow_opens_mots_pictures(tmp_path: Path) -> None:
    infos = (ObjectInfo(5, "a", (0, 0, 0), category="Person"), ObjectInfo(6, "b", (0, 0, 0), category="car"))
    labels = np.array([[0, 5, 6, 255]], np.uint8)
    report = export(clip_of([labels], infos), "mots-png", tmp_path)
    with Image.open(tmp_path / "instances" / "my_clip" / "000000.png") as image:
        assert image.mode == "I;16"
        assert np.asarray(image).tolist() == [[0, 2005, 1006, 10000]]
    assert any("names of 2 objects" in note for note in report.notes)
    names = (tmp_path / "instances" / "labels.txt").read_text().splitlines()
    assert (names[:3], names[9]) == (["car", "Person", "class 3"], "ignored")
    assert [(each.id, each.category) for each in only("mots-png", tmp_path).objects] == [(5, "Person"), (6, "car")]


def test_that_mots_as_documented_is_read(tmp_path: Path) -> None:
    """Cars and pedestrians may share an instance number; 10000 is to be ignored; a frame may be missing."""
    make_folder(tmp_path / "training/image_02/0002", frames=3, suffix=".jpg", size=(48, 96))
    counts = coco_mask.frPyObjects({"size": [48, 96], "counts": [48 * 10, 48 * 2, 48 * 84]}, 48, 96)["counts"].decode()
    ignored = coco_mask.frPyObjects({"size": [48, 96], "counts": [48 * 90, 48 * 6]}, 48, 96)["counts"].decode()
    lines = [
        f"0 1001 1 48 96 {counts}",
        f"0 10000 10 48 96 {ignored}",
        f"2 2001 2 48 96 {counts}",
        f"2 1000 1 48 96 {ignored}",
    ]
    (tmp_path / "instances_txt").mkdir()
    (tmp_path / "instances_txt/0002.txt").write_text("\n".join(lines))
    back = only("mots", tmp_path)
    assert [(each.id, each.category) for each in back.objects] == [(1, "car"), (2, "car"), (3, "pedestrian")]
    assert back.labels(0)[0, [9, 10, 11, 12, 90]].tolist() == [0, 1, 1, 0, VOID]
    assert not back.labels(1).any()
    assert back.labels(2)[0, [10, 95]].tolist() == [3, 2]
    assert any("2 objects got new ids" in note for note in back.notes())


@pytest.mark.parametrize("line", ["1 2 3", "a 1001 1 48 96 x", "0 1001 1 48 95 0", "0 1001 1 48 96 ~~"])
def test_that_broken_mots_lines_are_told(line: str, tmp_path: Path) -> None:
    make_folder(tmp_path / "image_02/s", frames=1, size=(48, 96))
    (tmp_path / "instances_txt").mkdir()
    (tmp_path / "instances_txt/s.txt").write_text(line)
    with pytest.raises(UserError, match=r"s\.txt"):
        only("mots", tmp_path).labels(0)


# --- CVAT -------------------------------------------------------------------------------------------------------------


def test_that_ids_names_categories_and_colours_survive_cvat(tmp_path: Path) -> None:
    infos = (ObjectInfo(3, "Rex & <co>", (1, 2, 3), category="dog"), ObjectInfo(200, "b", (250, 0, 9), category="ball"))
    export(clip_of([np.array([[0, 3, 200]], np.uint8)], infos), "cvat", tmp_path)
    assert only("cvat", tmp_path).objects == infos


def test_that_cvat_rows_are_as_documented(tmp_path: Path) -> None:
    """Runs lie inside the box, row by row, zeros first; an object that goes is marked as outside."""
    first, second = np.zeros((2, 4, 6), np.uint8)
    first[1:3, 2:5] = [[1, 0, 1], [1, 1, 1]]
    export(clip_of([first, second, first]), "cvat", tmp_path)
    root = ET.parse(tmp_path / "annotations.xml").getroot()
    assert root.findtext("version") == "1.1"
    assert root.findtext("meta/task/size") == "3"
    shapes = [dict(shape.attrib) for shape in root.findall("track/mask")]
    wanted = {"rle": "0, 1, 1, 4", "left": "2", "top": "1", "width": "3", "height": "2", "z_order": "0"}
    assert all(shape.items() >= wanted.items() for shape in shapes)
    assert [(shape["frame"], shape["outside"]) for shape in shapes] == [("0", "0"), ("1", "1"), ("2", "0")]


CVAT = """<?xml version="1.0" encoding="utf-8"?>
<annotations>
  <version>1.1</version>
  <meta><task><id>4</id><name>street</name><size>3</size><mode>interpolation</mode><start_frame>1</start_frame>
    <stop_frame>5</stop_frame><frame_filter>step=2</frame_filter>
    <labels><label><name>car</name><color>#fa3253</color><attributes></attributes></label></labels></task></meta>
  <track id="0" label="car" source="manual">
    <mask frame="1" keyframe="1" outside="0" occluded="0"
      rle="1, 2, 1" left="10" top="20" width="2" height="2" z_order="0"/>
    <mask frame="5" keyframe="1" outside="1" occluded="0"
      rle="1, 2, 1" left="10" top="20" width="2" height="2" z_order="0"/>
  </track>
  <track id="1" label="car" source="manual">
    <box frame="3" keyframe="1" outside="0" occluded="0" xtl="10.0" ytl="20.0" xbr="14.0" ybr="22.0" z_order="-1"/>
    <polygon frame="5" keyframe="1" outside="0" occluded="0" points="2.5,2.5;6.5,2.5;6.5,4.5;2.5,4.5" z_order="0"/>
  </track>
  <track id="2" label="car" source="manual">
    <polyline frame="1" keyframe="1" outside="0" occluded="0" points="1.00,1.00;2.00,2.00" z_order="0"/>
  </track>
</annotations>"""


@pytest.mark.parametrize("unit", ["task", "job"])
def test_that_a_foreign_cvat_file_is_read(unit: str, tmp_path: Path) -> None:
    """Tracks hold their shape between keyframes; frames are every second one of the video; z_order decides."""
    (tmp_path / "annotations.xml").write_text(CVAT.replace("task>", f"{unit}>"))
    frames = random_clip(40, 60, (1,), 8, 0, with_void=False).frames
    back = formats.reader("cvat").read(tmp_path, "street", frames)
    assert formats.reader("cvat").sequences(tmp_path) == ("street",)
    assert [back.reviewed(index) for index in range(8)] == [False, True, False, True, False, True, False, False]
    assert sorted(np.argwhere(back.labels(1)).tolist()) == [[20, 11], [21, 10]]
    third = back.labels(3)[20:22, 10:14].tolist()
    assert third == [[1, 3, 1, 1], [3, 1, 1, 1]]
    assert sorted(np.argwhere(back.labels(5)).tolist()) == [
        [row, column] for row in (2, 3, 4) for column in range(2, 7)
    ]
    assert any("1 shape other than" in note for note in back.notes())
    assert any("overlapped" in note for note in back.notes())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<annotations", "not valid XML"),
        ("<data/>", "not a file in the format"),
        ("PK\x03\x04", "ZIP"),
    ],
)
def test_that_what_is_no_cvat_is_refused(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "annotations.xml").write_text(text)
    with pytest.raises(UserError, match=words):
        formats.reader("cvat").sequences(tmp_path)


@pytest.mark.parametrize("change", [("1, 2, 1", "1, 2"), ('left="10"', 'left="59"'), ('width="2"', 'wide="2"')])
def test_that_a_broken_cvat_mask_is_told(change: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "annotations.xml").write_text(CVAT.replace(*change))
    frames = random_clip(40, 60, (1,), 8, 0, with_void=False).frames
    with pytest.raises(UserError, match="not a valid"):
        formats.reader("cvat").read(tmp_path, "street", frames).labels(1)


def test_that_a_cvat_export_of_a_part_finds_its_frames_again(tmp_path: Path) -> None:
    export(SMALL, "cvat", tmp_path, ExportOptions(range=(1, 4), every_nth=3, pictures=False))
    back = formats.reader("cvat").read(tmp_path, "my_clip", SMALL.frames)
    assert [back.reviewed(index) for index in range(5)] == [False, True, False, False, True]
    for index in (1, 4):
        wanted = SMALL.labels(index)
        np.testing.assert_array_equal(back.labels(index), np.where(wanted == VOID, 0, wanted))


@pytest.mark.parametrize(
    ("names", "stems", "wanted"),
    [
        (["a1", "a2", "a3"], ["a3", "a1"], (2, 0)),
        (["00000", "00001", "00002"], ["frame_000002", "frame_000000"], (2, 0)),
        (["f07", "f08", "f09"], ["8"], (1,)),
        (["00000", "00001", "00002"], ["000001", "000002", "000003"], (0, 1, 2)),
        (["x", "y"], ["left", "right"], (0, 1)),
    ],
)
def test_that_masks_find_their_frames(names: list[str], stems: list[str], wanted: tuple[int, ...]) -> None:
    """By name, else by the number at the end, else by order where there are as many."""

    class Named(MemoryFrames):
        def name(self, index: int) -> str:
            return names[index]

    frames = Named([np.zeros((2, 2, 3), np.uint8)] * len(names))
    assert match_stems(frames, stems, Path("masks"), ExportNotes()) == wanted
    with pytest.raises(UserError, match="made from"):
        match_stems(frames, [f"{letter}x" for letter in "abcdefghi"], Path("masks"), ExportNotes())
