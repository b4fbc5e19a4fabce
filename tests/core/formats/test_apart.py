"""Two things on a frame stay two objects, flags and sizes that a file states count, and names keep every letter."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import formats
from core.errors import UserError
from core.formats import LabelledClip
from core.formats.yolo import class_names, yaml_names
from core.types import VOID, ObjectInfo
from tests.helpers.datasets import MemoryFrames, clip_of, export

SIZE = (24, 48)
LEFT = [[4.0, 4.0, 14.0, 4.0, 14.0, 14.0, 4.0, 14.0]]
RIGHT = [[24.0, 4.0, 34.0, 4.0, 34.0, 14.0, 24.0, 14.0]]


def video(frames: int = 2, size: tuple[int, int] = SIZE) -> MemoryFrames:
    return MemoryFrames([np.zeros((*size, 3), np.uint8)] * frames)


def found(clip: LabelledClip, index: int = 0) -> dict[int, tuple[int, int, int, int]]:
    """Per value on a frame its box: first and last row, first and last column."""
    labels = clip.labels(index)
    boxes = {}
    for value in sorted({int(value) for value in np.unique(labels)} - {0}):
        rows, columns = np.nonzero(labels == value)
        boxes[value] = (int(rows.min()), int(rows.max()), int(columns.min()), int(columns.max()))
    return boxes


def names_of(clip: LabelledClip) -> list[tuple[int, str, str]]:
    return [(each.id, each.name, each.category) for each in clip.objects]


def coco(
    root: Path, annotations: Sequence[Mapping[str, Any]], size: tuple[int, int] = SIZE, **video_of: int
) -> LabelledClip:
    images = [
        {"id": number, "file_name": f"{number:05d}.jpg", "height": size[0], "width": size[1]} for number in range(2)
    ]
    numbered = [{"id": number, "category_id": 1, **each} for number, each in enumerate(annotations)]
    categories = [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}]
    file = root / "instances_x.json"
    file.write_text(json.dumps({"images": images, "annotations": numbered, "categories": categories}))
    return formats.reader("coco").read(file, root.resolve().name, video())


def test_that_two_of_a_category_on_a_frame_stay_apart_in_coco(tmp_path: Path) -> None:
    clip = coco(
        tmp_path,
        [
            {"image_id": 0, "segmentation": LEFT},
            {"image_id": 0, "segmentation": RIGHT},
            {"image_id": 1, "segmentation": RIGHT},
        ],
    )
    assert found(clip) == {1: (4, 13, 4, 13), 2: (4, 13, 24, 33)}
    assert found(clip, 1) == {1: (4, 13, 24, 33)}
    assert names_of(clip) == [(1, "cat", "cat"), (2, "cat 2", "cat")]
    assert any("One category has several masks on one frame" in note for note in clip.notes())


def test_that_one_track_in_two_categories_is_two_objects(tmp_path: Path) -> None:
    clip = coco(
        tmp_path,
        [
            {"image_id": 0, "segmentation": LEFT, "track_id": 1},
            {"image_id": 0, "segmentation": RIGHT, "track_id": 1, "category_id": 2},
        ],
    )
    assert found(clip) == {1: (4, 13, 4, 13), 2: (4, 13, 24, 33)}
    assert [each.category for each in clip.objects] == ["cat", "dog"]
    assert any("1 object got a new id" in note for note in clip.notes())


RUNS = {"size": list(SIZE), "counts": [0, 24 * 4, 24 * 44]}


@pytest.mark.parametrize(
    ("more", "value"),
    [
        ({"track_id": 7}, 7),
        ({"attributes": {"track_id": 7, "occluded": False}}, 7),
        ({"attributes": {"occluded": False}}, 1),
        ({"attributes": {"is_crowd": True}}, VOID),
        ({}, VOID),
    ],
)
def test_that_a_crowd_flag_of_a_single_mask_makes_no_void(more: Mapping[str, Any], value: int, tmp_path: Path) -> None:
    """CVAT and Datumaro set it on each mask that was painted with a brush."""
    clip = coco(tmp_path, [{"image_id": 0, "segmentation": RUNS, "iscrowd": 1, **more}])
    assert found(clip) == {value: (0, 23, 0, 3)}
    assert [note for note in clip.notes() if "crowd" in note] == (
        ["1 crowd region became void, as it belongs to no single object."] if value == VOID else []
    )


def test_that_coco_images_of_another_size_are_scaled_or_refused(tmp_path: Path) -> None:
    half = [[2.0, 2.0, 7.0, 2.0, 7.0, 7.0, 2.0, 7.0]]
    clip = coco(tmp_path, [{"image_id": 0, "segmentation": half, "track_id": 1}], (12, 24))
    assert found(clip) == {1: (4, 13, 4, 13)}
    assert clip.notes() == ("Shapes drawn on images of 24x12 were scaled to the frames, which are 48x24.",)
    with pytest.raises(UserError, match="pictures are 24x24, the frames are 48x24"):
        coco(tmp_path, [{"image_id": 0, "segmentation": half, "track_id": 1}], (24, 24))


def test_that_shares_where_pixels_belong_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="shares of the picture"):
        coco(tmp_path, [{"image_id": 0, "segmentation": [[0.1, 0.1, 0.5, 0.1, 0.5, 0.5]]}])


def test_that_a_mask_without_a_pixel_is_told(tmp_path: Path) -> None:
    clip = coco(tmp_path, [{"image_id": 0, "segmentation": {"size": list(SIZE), "counts": [24 * 48]}, "track_id": 1}])
    assert found(clip) == {}
    assert clip.notes() == ("1 shape covers no pixel of its frame.",)


def test_that_youtube_vis_tracks_of_one_number_stay_apart_and_sizes_are_heeded(tmp_path: Path) -> None:
    tracks = [
        {"id": number, "video_id": 1, "track_id": 0, "category_id": 1, "segmentations": [shape, None]}
        for number, shape in enumerate((LEFT, RIGHT))
    ]
    document = {
        "videos": [{"id": 1, "file_names": ["v/00000.jpg", "v/00001.jpg"], "height": 24, "width": 48}],
        "annotations": tracks,
        "categories": [{"id": 1, "name": "cat"}],
    }
    (tmp_path / "instances.json").write_text(json.dumps(document))
    read = formats.reader("youtube-vis").read
    assert found(read(tmp_path, "v", video())) == {1: (4, 13, 4, 13), 2: (4, 13, 24, 33)}
    assert found(read(tmp_path, "v", video(size=(48, 96))))[1] == (8, 27, 8, 27)
    with pytest.raises(UserError, match="pictures are 48x24"):
        read(tmp_path, "v", video(size=(24, 40)))


def labelme(root: Path, *shapes: Mapping[str, Any], size: tuple[int, int] = SIZE) -> LabelledClip:
    document = {"shapes": shapes, "imageHeight": size[0], "imageWidth": size[1], "imagePath": "00000.jpg"}
    (root / "00000.json").write_text(json.dumps(document))
    return formats.reader("labelme").read(root, root.resolve().name, video())


def corners(left: float, top: float, right: float, bottom: float) -> list[list[float]]:
    return [[left, top], [right, top], [right, bottom], [left, bottom]]


def test_that_labelme_groups_are_of_one_label_and_shapes_without_group_stay_apart(tmp_path: Path) -> None:
    clip = labelme(
        tmp_path,
        {"label": "cat", "group_id": 1, "points": corners(2, 2, 5, 5)},
        {"label": "dog", "group_id": 1, "points": corners(10, 2, 15, 5)},
        {"label": "cow", "points": corners(20, 2, 25, 5)},
        {"label": "cow", "points": corners(30, 2, 35, 5)},
    )
    assert sorted(found(clip).values()) == [(2, 5, 2, 5), (2, 5, 10, 15), (2, 5, 20, 25), (2, 5, 30, 35)]
    assert {each.name for each in clip.objects} == {"cat", "dog", "cow", "cow 2"}
    assert any("1 object got a new id" in note for note in clip.notes())


def test_that_labelme_rectangles_include_their_corners_and_empty_polygons_are_told(tmp_path: Path) -> None:
    """As LabelMe paints them, and its polygons."""
    clip = labelme(
        tmp_path,
        {"label": "a", "group_id": 1, "shape_type": "rectangle", "points": [[12, 9], [4, 3]]},
        {"label": "b", "group_id": 2, "shape_type": "rotation", "points": [[30, 2], [40, 12], [30, 22], [20, 12]]},
        {"label": "c", "group_id": 3, "points": []},
        {"label": "c", "group_id": 3, "points": [[1, 1], [2, 2]]},
    )
    assert found(clip) == {1: (3, 9, 4, 12), 2: (2, 22, 20, 40)}
    assert "2 polygons with fewer than three corners were left out." in clip.notes()


def test_that_labelme_files_of_another_size_are_scaled(tmp_path: Path) -> None:
    clip = labelme(tmp_path, {"label": "a", "group_id": 1, "points": corners(2, 2, 5, 5)}, size=(12, 24))
    assert found(clip) == {1: (4, 11, 4, 11)}
    with pytest.raises(UserError, match="pictures are 24x20"):
        labelme(tmp_path, size=(20, 24))


def test_that_mots_numbers_of_two_frames_are_never_one(tmp_path: Path) -> None:
    """Frames called 7, 007 and x: two of them would have the number 7."""

    class Named(MemoryFrames):
        def name(self, index: int) -> str:
            return ("7", "007", "x")[index]

    labels = [np.full(SIZE, index + 1, np.uint8) for index in range(3)]
    clip = clip_of(labels)
    frames = Named([np.zeros((*SIZE, 3), np.uint8)] * 3)
    named = formats.Clip("c", frames, clip.objects, clip.read_labels)
    export(named, "mots-png", tmp_path)
    assert sorted(file.name for file in (tmp_path / "instances" / "c").iterdir()) == [f"00000{n}.png" for n in range(3)]


# --- YOLO -------------------------------------------------------------------------------------------------------------


def square(number: int, left: float) -> str:
    right = left + 0.2
    return f"{number} {left} 0.25 {right} 0.25 {right} 0.5 {left} 0.5\n"


def yolo(root: Path, yaml: str, text: str, place: str = "labels/00000.txt") -> LabelledClip:
    file = root / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    (root / "data.yaml").write_text(yaml)
    (name,) = formats.reader("yolo-seg").sequences(root)
    return formats.reader("yolo-seg").read(root, name, video())


def test_that_lines_of_a_class_stay_apart_unless_the_export_is_ours(tmp_path: Path) -> None:
    clip = yolo(tmp_path / "a", "names: [cat, dog]", square(0, 0.1) + square(0, 0.5) + square(1, 0.75))
    assert names_of(clip) == [(1, "cat", "cat"), (2, "dog", "dog"), (3, "cat 2", "cat")]
    assert [box[2] for box in found(clip).values()] == [4, 36, 24]
    labels = np.zeros(SIZE, np.uint8)
    labels[2:5, 2:5] = labels[10:15, 20:30] = 1
    export(clip_of([labels], [ObjectInfo(1, "cat", (1, 2, 3))]), "yolo-seg", tmp_path / "b")
    text = (tmp_path / "b" / "data.yaml").read_text()
    for each in (text, text.partition("\n")[2]):
        (tmp_path / "b" / "data.yaml").write_text(each)
        back = formats.reader("yolo-seg").read(tmp_path / "b", "train", video(1))
        np.testing.assert_array_equal(back.labels(0), labels)


def test_that_pixels_and_keypoints_in_yolo_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"line 2 has coordinates that are no shares"):
        yolo(tmp_path / "a", "", square(0, 0.1) + "0 4 4 14 4 14 14\n")
    with pytest.raises(UserError, match="keypoints"):
        yolo(tmp_path / "b", "kpt_shape: [2, 3]\nnames: [cat]", square(0, 0.1))


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("labels/train/clip/00000.txt", "train/clip"),
        ("labels/00000.TXT", "root"),
        ("train/labels/00000.txt", "train"),
        ("train/labels/deep/er/00000.txt", "train/deep/er"),
    ],
)
def test_that_labels_are_found_in_deeper_folders(place: str, name: str, tmp_path: Path) -> None:
    clip = yolo(tmp_path / "root", "", square(0, 0.25), place)
    assert clip.name == name
    assert found(clip) == {1: (6, 12, 12, 21)}


def test_that_yolo_without_labels_is_refused(tmp_path: Path) -> None:
    (tmp_path / "labels" / "train").mkdir(parents=True)
    (tmp_path / "labels" / "classes.txt").write_text("cat\n")
    with pytest.raises(UserError, match="does not contain YOLO label files"):
        formats.reader("yolo-seg").sequences(tmp_path)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("names: ['car, truck', 'bus']\nnc: 2", {0: "car, truck", 1: "bus"}),
        ("names: [it's, 'it''s', \"a \\\"b\\\"\"]", {0: "it's", 1: "it's", 2: 'a "b"'}),
        ("nc: 3\nnames: {0: 'a: b', 2: c#d, 1: \"x, }\"} # end", {0: "a: b", 2: "c#d", 1: "x, }"}),
        ("names:\n  [\n    a,  # the first, or so\n    b c,\n  ]\npath: x", {0: "a", 1: "b c"}),
        (
            "names:\n  0: 'a # b'  # really\n  1: \"c: d\"\n\n  # no\n  7: e#f\nval: x",
            {0: "a # b", 1: "c: d", 7: "e#f"},
        ),
        ("'names':\n- '[a]'\n- \"{b}\"\n- x, y\ntrain: z\n", {0: "[a]", 1: "{b}", 2: "x, y"}),
        ("names: {'0': a, \"1\": b}", {0: "a", 1: "b"}),
        ('names: ["\\u00e9\\ud83d\\ude00", "\\x41\\t"]', {0: "é😀", 1: "A\t"}),
        ("# names: [no]\nclasses: 1", {}),
    ],
)
def test_that_names_of_classes_are_read_whatever_they_hold(text: str, names: dict[int, str]) -> None:
    assert class_names(text) == names


@pytest.mark.parametrize(
    "text",
    ["names: [a, b", "names: ['a, b]", "names: [*x, b]", "names: {a, b}", "names:\n  0: a\n  0: b", "names: [[a]]"],
)
def test_that_names_of_classes_which_are_not_understood_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="class"):
        class_names(text)


@given(st.lists(st.text(min_size=1), unique=True))
def test_that_names_of_classes_survive(names: list[str]) -> None:
    lines = yaml_names({name: number for number, name in enumerate(names)})
    assert all(line.isprintable() for line in lines)
    assert class_names("\n".join(["path: .", *lines, ""])) == dict(enumerate(names))
