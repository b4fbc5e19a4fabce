"""Every format both ways, with the options that people combine, and files of others that hold more than masks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core import formats
from core.formats import Clip, ExportOptions
from core.masks.labels import resize_labels
from core.masks.palette import object_colour
from core.types import VOID, ObjectInfo, UInt8Array
from tests.helpers.datasets import clip_of, export, only
from tests.helpers.media import make_folder

FRAMES, REVIEWED = 12, {0, 1, 5, 6, 9, 11}
OBJECTS = tuple(
    ObjectInfo(each, f"thing {each}", object_colour(each), category="dog" * (each < 9)) for each in (1, 3, 77, 200)
)
WITHOUT_VOID = {"davis2016", "youtube-vis", "cvat", "yolo-seg", "cutouts", "soft"}


def drawn(index: int) -> UInt8Array:
    """Objects 1 and 3 that leave, 200 that enters late in two pieces, 77 that is never seen; frame 6 is empty."""
    labels = np.zeros((41, 67), np.uint8)
    if index <= 5:
        labels[5:20, 3 + index : 20 + index] = 1
    if index in (4, 5, 7, 8, 9, 10):
        labels[15:35, 30:45] = 3
    if index >= 7:
        labels[0:9, 50:67] = labels[30:33, 2:5] = 200
    if index == 5:
        labels[2:4] = VOID
    return labels


LABELS = [drawn(index) for index in range(FRAMES)]
BASE = clip_of(LABELS, OBJECTS)
CLIP = Clip(BASE.name, BASE.frames, BASE.objects, BASE.read_labels, REVIEWED.__contains__)

CHOICES = {
    "reviewed": ExportOptions(only_reviewed=True),
    "every second reviewed one": ExportOptions(only_reviewed=True, every_nth=2, range=(1, None)),
    "every third, by number": ExportOptions(every_nth=3, naming="frame"),
    "smaller": ExportOptions(size=(20, 33)),
    "larger, two objects": ExportOptions(size=(83, 140), objects=(3, 200)),
    "an object that is never seen": ExportOptions(objects=(77,)),
    "an empty frame alone": ExportOptions(range=(6, 6)),
    "split, reviewed, smaller": ExportOptions(val_share=0.5, only_reviewed=True, size=(20, 33)),
    "without pictures": ExportOptions(pictures=False),
}


def chosen(options: ExportOptions) -> list[int]:
    first, last = options.range or (0, None)
    frames = range(first, (FRAMES - 1 if last is None else last) + 1, options.every_nth)
    return [index for index in frames if index in REVIEWED or not options.only_reviewed]


def expected(kind: str, options: ExportOptions) -> list[UInt8Array]:
    kept = [each for each in OBJECTS if options.objects is None or each.id in options.objects]
    classes = list(dict.fromkeys(each.category or each.name for each in kept))
    table = np.zeros(256, np.uint8)
    for each in kept:
        number = {"davis2016": 1, "yolo-seg": classes.index(each.category or each.name) + 1}
        table[each.id] = number.get(kind, each.id)
    table[VOID] = 0 if kind in WITHOUT_VOID else VOID
    resized = [
        resize_labels(LABELS[index], *options.size) if options.size else LABELS[index] for index in chosen(options)
    ]
    return [table[labels] for labels in resized]


# Soft masks are resized smoothly, which moves their edges: the tests of softness look at that.
PAIRS = [
    (kind, name) for kind in sorted(formats.READERS) for name in CHOICES if kind != "soft" or CHOICES[name].size is None
]


@pytest.mark.parametrize(("kind", "name"), PAIRS)
def test_that_late_objects_gaps_and_empty_frames_survive_every_choice(kind: str, name: str, tmp_path: Path) -> None:
    options = CHOICES[name]
    report = export(CLIP, kind, tmp_path / "out", options)
    wanted = expected(kind, options)
    assert report.frames == len(wanted)
    reader = formats.reader(kind)
    given = None if options.pictures else BASE.frames
    clips = [reader.read(tmp_path / "out", each, given) for each in reader.sequences(tmp_path / "out")]
    found = [clip.labels(index) for clip in clips for index in range(clip.frames.frame_count)]
    assert len(found) == len(wanted)
    for one, other in zip(found, wanted, strict=True):
        np.testing.assert_array_equal(one, other)


# --- COCO files of others --------------------------------------------------------------------------------------------

SQUARE = [[5.0, 5.0, 20.0, 5.0, 20.0, 20.0, 5.0, 20.0]]


def coco_file(root: Path, annotations: Sequence[dict[str, Any]]) -> Path:
    make_folder(root / "images", frames=3)
    images = [{"id": 10 + n, "file_name": f"{n:05d}.png", "width": 96, "height": 48} for n in range(3)]
    document = {
        "images": images,
        "annotations": [{"id": number, "category_id": 7, **each} for number, each in enumerate(annotations)],
        "categories": [{"id": 7, "name": "cat"}],
    }
    (root / "annotations").mkdir()
    (root / "annotations" / "instances_all.json").write_text(json.dumps(document))
    return root


def test_that_boxes_and_points_among_coco_masks_are_left_out_and_told(tmp_path: Path) -> None:
    annotations: list[dict[str, Any]] = [
        {"image_id": 10, "segmentation": SQUARE, "track_id": 2},
        {"image_id": 10, "bbox": [1, 1, 9, 9], "track_id": 3},
        {"image_id": 11, "bbox": [1, 1, 9, 9], "segmentation": [], "track_id": 2},
        {"image_id": 12, "keypoints": [1, 1, 2], "segmentation": None},
    ]
    clip = only("coco", coco_file(tmp_path, annotations))
    assert [int((clip.labels(index) == 2).sum()) for index in range(3)] == [225, 0, 0]
    assert [each.id for each in clip.objects] == [2]
    assert clip.notes() == ("3 annotations without masks (boxes or points only) were left out.",)


def test_that_coco_masks_of_pictures_that_are_not_listed_are_told(tmp_path: Path) -> None:
    annotations: list[dict[str, Any]] = [
        {"image_id": 10, "segmentation": SQUARE, "track_id": 2},
        {"image_id": 99, "segmentation": SQUARE, "track_id": 2},
    ]
    clip = only("coco", coco_file(tmp_path, annotations))
    assert clip.notes() == ("1 annotation of an image that the file does not list was left out.",)


def test_that_boxes_and_strange_videos_in_youtube_vis_are_told(tmp_path: Path) -> None:
    export(clip_of(LABELS[:2], OBJECTS[:1]), "youtube-vis", tmp_path / "out")
    (file,) = (tmp_path / "out").rglob("instances.json")
    document = json.loads(file.read_text())
    masks = document["annotations"][0]
    boxes = {key: value for key, value in masks.items() if key != "segmentations"} | {"track_id": 9}
    document["annotations"] += [boxes, {**masks, "video_id": 99}]
    file.write_text(json.dumps(document))
    clip = only("youtube-vis", tmp_path / "out")
    assert [each.id for each in clip.objects] == [1]
    np.testing.assert_array_equal(clip.labels(1), LABELS[1])
    assert clip.notes() == (
        "1 annotation of a video that the file does not list was left out.",
        "1 annotation without masks (boxes only) was left out.",
    )
