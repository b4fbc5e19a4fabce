"""YOLO, LabelMe and VOC: round trips, opened by Pillow and OpenCV, small files as documented."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from PIL import Image

from core import formats
from core.errors import UserError
from core.formats import Clip, ExportOptions
from core.formats.common.shapes import filled, polygons
from core.masks.palette import voc_palette
from core.masks.png import write_label_map
from core.types import VOID, BoolArray, ObjectInfo, UInt8Array
from core.video.image_folder import ImageFolder
from tests.helpers.datasets import assert_same_masks, clip_of, clips, contents, export, folder, only, random_clip
from tests.helpers.media import make_folder

SMALL = random_clip(9, 13, (1, 2, 7), 5, 3, with_void=True)


@given(arrays.arrays(np.bool_, st.tuples(st.integers(1, 20), st.integers(1, 20))))
def test_that_polygons_lose_no_pixel(mask: BoolArray) -> None:
    back = np.zeros(mask.shape, np.bool_)
    for points in polygons(mask):
        assert len(points) >= 3
        part = filled(points, mask.shape)
        assert not (back & part).any()
        back |= part
    np.testing.assert_array_equal(back, mask)


def test_that_holes_and_islands_in_them_keep_their_place() -> None:
    mask = np.zeros((30, 30), np.bool_)
    mask[2:28, 2:28] = True
    mask[5:25, 5:14] = mask[5:25, 16:26] = False
    mask[9:12, 7:10] = mask[20, 20] = True
    found = polygons(mask)
    assert len(found) == 3
    np.testing.assert_array_equal(np.logical_or.reduce([filled(points, (30, 30)) for points in found]), mask)


@pytest.mark.parametrize("kind", ["labelme", "voc", "masks"])
@given(clip=clips())
def test_that_masks_and_void_survive(kind: str, clip: Clip) -> None:
    with folder() as root:
        export(clip, kind, root / "a")
        back = only(kind, root / "a")
        assert_same_masks(clip, back, with_void=True)
        export(back, kind, root / "b")
        again = only(kind, root / "b")
        assert_same_masks(back, again, with_void=True)
        assert again.objects == back.objects
        if kind != "voc":
            assert contents(root / "a") == contents(root / "b")


@given(clip=clips())
def test_that_yolo_keeps_the_masks_of_each_class(clip: Clip) -> None:
    classes = list(dict.fromkeys(each.category or each.name for each in clip.objects))
    table = np.zeros(256, np.uint8)
    for each in clip.objects:
        table[each.id] = classes.index(each.category or each.name) + 1
    with folder() as root:
        export(clip, "yolo-seg", root / "a")
        back = only("yolo-seg", root / "a")
        assert [each.category for each in back.objects] == classes
        for index in range(clip.frames.frame_count):
            np.testing.assert_array_equal(back.labels(index), table[clip.labels(index)])
        export(back, "yolo-seg", root / "b")
        # A class of two objects that touch is told in fewer polygons the second time.
        assert_same_masks(back, only("yolo-seg", root / "b"), with_void=False)


# --- YOLO -------------------------------------------------------------------------------------------------------------


def test_that_yolo_lines_are_as_documented(tmp_path: Path) -> None:
    labels = np.zeros((10, 20), np.uint8)
    labels[2:5, 4:9] = 1
    labels[9, 19] = 2
    export(clip_of([labels, labels * 0]), "yolo-seg", tmp_path)
    lines = (tmp_path / "labels/train/00000.txt").read_text().splitlines()
    rows = [[float(value) for value in line.split()] for line in lines]
    assert [int(row[0]) for row in rows] == [0, 1]
    corners = {tuple(corner) for corner in (np.reshape(rows[0][1:], (-1, 2)) * (20, 10)).round(3).tolist()}
    assert corners == {(4.25, 2.25), (8.25, 2.25), (8.25, 4.25), (4.25, 4.25)}
    assert len(rows[1]) == 7
    assert (tmp_path / "labels/train/00001.txt").read_text() == ""
    assert "train: images/train\nval: images/train\nnames:\n  0: " in (tmp_path / "data.yaml").read_text()


@pytest.mark.parametrize("whole", [np.floor, np.round])
def test_that_opencv_fills_yolo_lines_to_the_same_masks(
    whole: Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]], tmp_path: Path
) -> None:
    """Trainers cut fractions off, other programs round them."""
    export(SMALL, "yolo-seg", tmp_path)
    for index in range(5):
        classes = np.zeros((9, 13), np.uint8)
        for line in (tmp_path / f"labels/train/{index:05d}.txt").read_text().splitlines():
            number, *corners = line.split()
            points = whole(np.array(corners, float).reshape(-1, 2) * (13, 9)).astype(np.int32)
            cv2.fillPoly(classes, [points], int(number) + 1)
        np.testing.assert_array_equal(classes, np.array([0, 1, 2, 3, 0], np.uint8)[_ranks(SMALL.labels(index))])


def _ranks(labels: UInt8Array) -> npt.NDArray[np.intp]:
    """Background, objects 1, 2 and 7, void as 0 to 4."""
    return np.searchsorted([0, 1, 2, 7, VOID], labels)


def test_that_the_end_of_a_clip_becomes_the_validation_set(tmp_path: Path) -> None:
    report = export(SMALL, "yolo-seg", tmp_path, ExportOptions(val_share=0.4))
    assert report.frames == 5
    for name, stems in (("train", ["00000", "00001", "00002"]), ("val", ["00003", "00004"])):
        assert sorted(file.stem for file in (tmp_path / "labels" / name).iterdir()) == stems
        assert sorted(file.stem for file in (tmp_path / "images" / name).iterdir()) == stems
    yolo = formats.reader("yolo-seg")
    assert yolo.sequences(tmp_path) == ("train", "val")
    assert yolo.sequences(tmp_path, "val") == ("val",)
    assert yolo.read(tmp_path, "val").frames.frame_count == 2
    with pytest.raises(UserError, match="no set 'test'"):
        yolo.sequences(tmp_path, "test")


@pytest.mark.parametrize(
    "names",
    [
        "names: ['person', bicycle]",
        "names:\n  0: person  # a comment\n  1: 'bicycle'\nnc: 2",
        'nc: 2\nnames:\n- person\n- "bicycle"\n',
        "names: {0: person, 1: bicycle}",
    ],
)
def test_that_a_foreign_yolo_dataset_is_read(names: str, tmp_path: Path) -> None:
    make_folder(tmp_path / "images/train", frames=2, suffix=".jpg", size=(48, 96))
    (tmp_path / "labels/train").mkdir(parents=True)
    triangle = "1 0.25 0.25 0.5 0.25 0.5 0.75"
    (tmp_path / "labels/train/00001.txt").write_text(f"{triangle}\n0 0.5 0.5 0.1 0.1\n0 1 1 0.9 1 0.9 0.9\n")
    (tmp_path / "data.yaml").write_text(f"path: ../datasets/x\ntrain: images/train\nval: images/val\n{names}")
    back = only("yolo-seg", tmp_path)
    assert [(each.id, each.name) for each in back.objects] == [(1, "person"), (2, "bicycle")]
    labels = back.labels(1)
    assert labels[[12, 12, 36, 30], [24, 48, 48, 25]].tolist() == [2, 2, 2, 0]
    assert labels[47, 95] == 1
    assert (back.reviewed(0), back.reviewed(1)) == (False, True)
    assert any("1 box " in note for note in back.notes())


@pytest.mark.parametrize("line", ["0 0.1 0.2 0.3", "0 0.1 0.2 0.3 0.4 0.5 nan", "a 0.1 0.2 0.3 0.4 0.5 0.6"])
def test_that_a_broken_line_is_told(line: str, tmp_path: Path) -> None:
    make_folder(tmp_path / "images", frames=1, size=(48, 96))
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels/00000.txt").write_text(line)
    with pytest.raises(UserError, match=r"00000\.txt"):
        only("yolo-seg", tmp_path)


# --- LabelMe ----------------------------------------------------------------------------------------------------------


def test_that_names_and_categories_survive_labelme(tmp_path: Path) -> None:
    infos = (ObjectInfo(3, "Rex", (1, 2, 3), category="dog"), ObjectInfo(200, "ball", (250, 0, 9), category="toy"))
    export(clip_of([np.array([[0, 3, 200, 0]], np.uint8)], infos), "labelme", tmp_path)
    back = only("labelme", tmp_path).objects
    assert [(each.id, each.name, each.category) for each in back] == [(3, "Rex", "dog"), (200, "ball", "toy")]


def test_that_labelme_shapes_are_as_documented(tmp_path: Path) -> None:
    """Corners of the box are both included; the patch is a PNG that Pillow opens."""
    labels = np.zeros((10, 20), np.uint8)
    labels[2:5, 4:9] = [[1, 1, 0, 0, 0], [0, 1, 1, 0, 0], [0, 0, 0, 0, 1]]
    export(clip_of([labels]), "labelme", tmp_path)
    document = json.loads((tmp_path / "my_clip/00000.json").read_text())
    assert {key: document[key] for key in ("imagePath", "imageHeight", "imageWidth", "imageData", "flags")} == {
        "imagePath": "00000.jpg",
        "imageHeight": 10,
        "imageWidth": 20,
        "imageData": None,
        "flags": {},
    }
    (shape,) = document["shapes"]
    assert (shape["shape_type"], shape["points"], shape["group_id"]) == ("mask", [[4.0, 2.0], [8.0, 4.0]], 1)
    with Image.open(io.BytesIO(base64.b64decode(shape["mask"]))) as patch:
        np.testing.assert_array_equal(np.asarray(patch).astype(bool), labels[2:5, 4:9] == 1)


def test_that_foreign_labelme_files_are_read(tmp_path: Path) -> None:
    make_folder(tmp_path, frames=2, suffix=".jpg", size=(48, 96))
    shapes = [
        {"label": "cat", "points": [[10, 10], [20, 10], [20, 20], [10, 20]], "group_id": 4, "shape_type": "polygon"},
        {"label": "box", "points": [[50, 30], [40, 20]], "group_id": None, "shape_type": "rectangle"},
        {"label": "dot", "points": [[3, 3]], "group_id": None, "shape_type": "point"},
        {"label": "ball", "points": [[70, 20], [75, 20]], "group_id": 9, "shape_type": "circle", "description": "Bob"},
    ]
    document: dict[str, object] = {
        "version": "4.5.6",
        "flags": {},
        "shapes": shapes,
        "imagePath": "00001.jpg",
        "imageData": None,
    }
    (tmp_path / "00001.json").write_text(json.dumps({**document, "imageHeight": 48, "imageWidth": 96}))
    back = only("labelme", tmp_path)
    assert [(each.id, each.name, each.category) for each in back.objects] == [
        (1, "box", "box"),
        (4, "cat", "cat"),
        (9, "Bob", "ball"),
    ]
    labels = back.labels(1)
    assert labels[[15, 25, 20, 20, 3], [15, 45, 70, 76, 3]].tolist() == [4, 1, 9, 0, 0]
    assert int((labels == 9).sum()) == pytest.approx(np.pi * 25, abs=4)
    assert (back.reviewed(0), back.reviewed(1)) == (False, True)
    assert len(back.notes()) == 2


@pytest.mark.parametrize(
    ("key", "value"),
    [("mask", "no base64!"), ("points", [[4, 2], [9, 4]]), ("points", [[90, 2], [94, 4]]), ("points", 3)],
)
def test_that_broken_labelme_masks_are_told(key: str, value: object, tmp_path: Path) -> None:
    labels = np.zeros((10, 20), np.uint8)
    labels[2:5, 4:9] = 1
    export(clip_of([labels]), "labelme", tmp_path)
    file = tmp_path / "my_clip/00000.json"
    document = json.loads(file.read_text())
    document["shapes"][0][key] = value
    file.write_text(json.dumps(document))
    with pytest.raises(UserError, match=r"00000\.json"):
        only("labelme", tmp_path).labels(0)


# --- VOC --------------------------------------------------------------------------------------------------------------


def test_that_voc_lies_where_loaders_look(tmp_path: Path) -> None:
    export(SMALL, "voc", tmp_path, ExportOptions(val_share=0.2))
    assert (tmp_path / "ImageSets/Segmentation/val.txt").read_text() == "00004\n"
    assert len((tmp_path / "ImageSets/Segmentation/train.txt").read_text().split()) == 4
    lines = (tmp_path / "labelmap.txt").read_text().splitlines()
    assert (lines[1:3], lines[-1]) == (["background:0,0,0::", "dog:128,0,0::"], "ignored:224,224,192::")
    for name, table in (("SegmentationObject", {1: 1, 2: 2, 7: 7}), ("SegmentationClass", {1: 1, 2: 2, 7: 3})):
        with Image.open(tmp_path / name / "00002.png") as image:
            assert (image.mode, image.getpalette()) == ("P", voc_palette())
            wanted = np.zeros(256, np.uint8)
            wanted[[*table, VOID]] = [*table.values(), VOID]
            np.testing.assert_array_equal(np.asarray(image), wanted[SMALL.labels(2)])
    colours = cv2.imread(str(tmp_path / "SegmentationClass/00002.png"))
    assert colours is not None
    assert {tuple(each) for each in colours.reshape(-1, 3).tolist()} <= {
        (0, 0, 0),
        (0, 0, 128),
        (0, 128, 0),
        (0, 128, 128),
        (192, 224, 224),
    }
    back = only("voc", tmp_path)
    assert [(each.id, each.category) for each in back.objects] == [(1, "dog"), (2, "person"), (7, "Ball, großer")]


def test_that_class_masks_alone_are_read(tmp_path: Path) -> None:
    """VOC's own names where there is no label map."""
    make_folder(tmp_path / "JPEGImages", frames=3, suffix=".jpg", size=(48, 96))
    labels = np.zeros((48, 96), np.uint8)
    labels[10:20, 10:20], labels[9, 9:20] = 15, VOID
    image = Image.fromarray(labels)
    image.putpalette(voc_palette())
    (tmp_path / "SegmentationClass").mkdir()
    image.save(tmp_path / "SegmentationClass/00001.png")
    back = only("voc", tmp_path)
    assert [(each.id, each.name) for each in back.objects] == [(15, "person")]
    np.testing.assert_array_equal(back.labels(1), labels)
    assert [back.reviewed(index) for index in range(3)] == [False, True, False]


@pytest.mark.parametrize("kind", ["yolo-seg", "labelme", "voc"])
def test_that_what_is_no_dataset_is_refused(kind: str, tmp_path: Path) -> None:
    for root in (tmp_path, tmp_path / "nothing"):
        with pytest.raises(UserError):
            formats.reader(kind).sequences(root)


# --- mask pictures ----------------------------------------------------------------------------------------------------


def test_that_names_and_colours_survive_mask_pictures(tmp_path: Path) -> None:
    infos = (ObjectInfo(3, "Rex", (1, 2, 3), category="dog"), ObjectInfo(200, "ball", (250, 0, 9)))
    export(clip_of([np.array([[0, 3, 200, VOID]], np.uint8)], infos), "masks", tmp_path)
    assert only("masks", tmp_path).objects == infos
    with Image.open(tmp_path / "masks" / "00000.png") as image:
        assert (image.mode, np.asarray(image).tolist()) == ("P", [[0, 3, 200, VOID]])


def test_that_a_bare_folder_of_masks_and_a_single_mask_find_their_frames(tmp_path: Path) -> None:
    frames = ImageFolder(make_folder(tmp_path / "clip", frames=4, size=(48, 96)))
    labels = np.zeros((48, 96), np.uint8)
    labels[10:20, 10:20] = 5
    for name in ("00002", "seed"):
        write_label_map(tmp_path / name / f"{name}.png", labels)
    masks = formats.reader("masks")
    assert masks.sequences(tmp_path / "00002") == ("00002",)
    for place in (tmp_path / "00002", tmp_path / "00002" / "00002.png"):
        back = masks.read(place, "00002", frames)
        assert [back.reviewed(index) for index in range(4)] == [False, False, True, False]
        np.testing.assert_array_equal(back.labels(2), labels)
    first = masks.read(tmp_path / "seed" / "seed.png", "seed", frames)
    assert [first.reviewed(index) for index in range(4)] == [True, False, False, False]
    with pytest.raises(UserError, match="do not match"):
        masks.read(tmp_path / "seed", "seed", frames)
    with pytest.raises(UserError, match="does not contain mask images"):
        masks.sequences(tmp_path)
    with pytest.raises(UserError, match="no images"):
        masks.read(tmp_path / "00002", "00002")


def test_that_soft_edges_of_label_maps_are_made_hard_and_told(tmp_path: Path) -> None:
    frames = ImageFolder(make_folder(tmp_path / "clip", frames=2, size=(48, 96)))
    half = np.zeros((24, 48), np.uint8)
    half[6:18, 10:30] = 255
    for index in range(2):
        path = tmp_path / "masks" / f"{index:05d}.png"
        path.parent.mkdir(exist_ok=True)
        Image.fromarray(half).resize((96, 48), Image.Resampling.BILINEAR).save(path)
    clip = formats.reader("masks").read(tmp_path / "masks", "masks", frames)
    assert [each.id for each in clip.objects] == [1]
    assert any("Soft edges were made hard" in note for note in clip.notes())
