"""YouTube-VOS, YouTube-VIS and COCO: round trips, opened by pycocotools and Pillow, small files as documented."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from PIL import Image
from pycocotools import mask as coco_mask
from pycocotools.coco import COCO

from core import formats
from core.errors import UserError
from core.formats import Clip, ExportOptions
from core.formats.common.shapes import regions
from core.masks.palette import voc_palette
from core.masks.rle import encode_rle, rle_area, rle_bbox
from core.types import VOID, ObjectInfo
from tests.helpers.datasets import assert_same_masks, clip_of, clips, contents, export, folder, only, random_clip
from tests.helpers.media import make_folder

KINDS = ("davis", "youtube-vos", "youtube-vis", "coco")
KEEPS_VOID = {"davis": True, "youtube-vos": True, "youtube-vis": False, "coco": True}
PYCOCOTOOLS = "ignore:__array__ implementation:DeprecationWarning"
SMALL = random_clip(9, 13, (1, 2, 7), 5, 3, with_void=True)


@given(clips())
def test_that_regions_are_what_pycocotools_says(clip: Clip) -> None:
    labels = clip.labels(0)
    for each in regions(labels, with_void=True):
        counts = encode_rle(labels == each.object_id)
        assert each.counts == counts.decode()
        assert (each.area, each.box) == (rle_area(counts), rle_bbox(counts, *labels.shape))


@pytest.mark.parametrize("kind", KINDS)
@given(clip=clips())
def test_that_masks_survive_and_a_second_export_has_the_same_bytes(kind: str, clip: Clip) -> None:
    if kind == "coco" and not clip.objects:
        clip = Clip(clip.name, clip.frames, (ObjectInfo(9, "nothing", (1, 2, 3)),), clip.read_labels)
    with folder() as root:
        export(clip, kind, root / "a")
        back = only(kind, root / "a")
        assert_same_masks(clip, back, with_void=KEEPS_VOID[kind])
        export(back, kind, root / "b")
        assert contents(root / "a") == contents(root / "b")


@pytest.mark.parametrize("kind", ["youtube-vis", "coco"])
def test_that_ids_names_categories_and_colours_survive(kind: str, tmp_path: Path) -> None:
    infos = (ObjectInfo(3, "Rex", (1, 2, 3), category="dog"), ObjectInfo(200, "ball", (250, 0, 9)))
    export(clip_of([np.zeros((9, 13), np.uint8), np.full((9, 13), 3, np.uint8)], infos), kind, tmp_path / "a")
    assert only(kind, tmp_path / "a").objects == infos


def coco(path: Path) -> COCO:
    with redirect_stdout(StringIO()):
        return COCO(str(path))


@pytest.mark.filterwarnings(PYCOCOTOOLS)
def test_that_pycocotools_opens_coco(tmp_path: Path) -> None:
    export(SMALL, "coco", tmp_path)
    dataset = coco(tmp_path / "annotations" / "instances_train.json")
    images = dataset.loadImgs(sorted(dataset.getImgIds()))
    assert [image["frame_index"] for image in images] == list(range(5))
    for index, image in enumerate(images):
        with Image.open(tmp_path / "images" / "train" / image["file_name"]) as picture:
            assert picture.size == (image["width"], image["height"])
        labels = np.zeros((9, 13), np.uint8)
        for annotation in dataset.loadAnns(dataset.getAnnIds(imgIds=image["id"])):
            mask = dataset.annToMask(annotation).astype(bool)
            assert annotation["area"] == mask.sum()
            assert annotation["bbox"] == list(coco_mask.toBbox(dataset.annToRLE(annotation)))
            labels[mask] = VOID if annotation["iscrowd"] else annotation["track_id"]
        np.testing.assert_array_equal(labels, SMALL.labels(index))


@pytest.mark.filterwarnings(PYCOCOTOOLS)
def test_that_pycocotools_decodes_youtube_vis(tmp_path: Path) -> None:
    export(SMALL, "youtube-vis", tmp_path)
    document = json.loads((tmp_path / "train" / "instances.json").read_text())
    (video,) = document["videos"]
    assert (video["length"], len(video["file_names"])) == (5, 5)
    seen = set()
    for track in document["annotations"]:
        assert {len(track[key]) for key in ("segmentations", "areas", "bboxes")} == {5}
        for index, segmentation in enumerate(track["segmentations"]):
            wanted = SMALL.labels(index) == track["track_id"]
            assert (segmentation is None) == (track["areas"][index] is None) == (not wanted.any())
            if segmentation is not None:
                np.testing.assert_array_equal(coco_mask.decode(segmentation), wanted)
                assert track["bboxes"][index] == list(coco_mask.toBbox(segmentation))
        seen.add(track["track_id"])
    assert seen == {1, 2, 7}


def test_that_pillow_sees_ids_and_palette_of_youtube_vos(tmp_path: Path) -> None:
    export(SMALL, "youtube-vos", tmp_path)
    with Image.open(tmp_path / "train/Annotations/my_clip/00002.png") as image:
        assert (image.mode, image.getpalette()) == ("P", voc_palette())
        np.testing.assert_array_equal(np.asarray(image), SMALL.labels(2))
    meta = json.loads((tmp_path / "train/meta.json").read_text())
    objects = meta["videos"]["my_clip"]["objects"]
    assert [objects[key]["category"] for key in ("1", "2", "7")] == ["dog", "person", "Ball, großer"]
    shown = [f"{index:05d}" for index in range(5) if (SMALL.labels(index) == 7).any()]
    assert objects["7"]["frames"] == shown


# --- small files as the formats' own documentation shows them ---------------------------------------------------------


def write(path: Path, document: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document))
    return path


def rle(rows: list[str]) -> dict[str, Any]:
    """Plain run lengths of a picture drawn with '#'."""
    mask = np.array([[each == "#" for each in row] for row in rows])
    runs, current = [0], False
    for value in mask.T.ravel():
        if bool(value) != current:
            runs.append(0)
            current = not current
        runs[-1] += 1
    return {"size": list(mask.shape), "counts": runs}


def test_that_a_foreign_coco_file_is_read(tmp_path: Path) -> None:
    """Pictures in a flat folder, a polygon, plain run lengths, a crowd region, no tracks."""
    make_folder(tmp_path / "val2017", frames=2, suffix=".jpg", size=(48, 96))
    crowd = np.zeros((48, 96), bool)
    crowd[40:] = True
    document = {
        "images": [
            {"id": 10 + index, "file_name": f"{index:05d}.jpg", "height": 48, "width": 96} for index in range(2)
        ],
        "categories": [{"id": 18, "name": "dog", "supercategory": "animal"}, {"id": 1, "name": "person"}],
        "annotations": [
            {
                "id": 1,
                "image_id": 10,
                "category_id": 18,
                "iscrowd": 0,
                "segmentation": [[10, 10, 30, 10, 30, 20, 10, 20]],
                "area": 200,
                "bbox": [10, 10, 20, 10],
            },
            {
                "id": 2,
                "image_id": 11,
                "category_id": 1,
                "iscrowd": 1,
                "segmentation": {"size": [48, 96], "counts": _runs(crowd)},
                "area": 768,
                "bbox": [0, 40, 96, 8],
            },
        ],
    }
    write(tmp_path / "annotations" / "instances_val2017.json", document)
    back = only("coco", tmp_path)
    assert [(each.id, each.name) for each in back.objects] == [(1, "dog")]
    wanted = np.zeros((48, 96), np.uint8)
    wanted[10:20, 10:30] = 1
    np.testing.assert_array_equal(back.labels(0), wanted)
    np.testing.assert_array_equal(back.labels(1) == VOID, crowd)
    assert any("one object" in note for note in back.notes())


def _runs(mask: Any) -> list[int]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.T.ravel().astype(int), [0]))))
    return np.diff(np.concatenate(([0], edges, [mask.size]))).tolist()  # type: ignore[no-any-return]


def test_that_a_foreign_youtube_vis_file_is_read(tmp_path: Path) -> None:
    """The layout of 2019: one file a set, no track ids, plain run lengths, overlapping tracks."""
    make_folder(tmp_path / "train/JPEGImages/0f2a", frames=2, suffix=".jpg", size=(48, 96))
    mask = np.zeros((48, 96), bool)
    mask[5:9, 6:12] = True
    segmentation = {"size": [48, 96], "counts": _runs(mask)}
    track = {"video_id": 4, "iscrowd": 0, "height": 48, "width": 96, "length": 2}
    document = {
        "videos": [
            {"id": 4, "width": 96, "height": 48, "length": 2, "file_names": ["0f2a/00000.jpg", "0f2a/00001.jpg"]}
        ],
        "categories": [{"id": 2, "name": "giant_panda", "supercategory": "object"}],
        "annotations": [
            {**track, "id": 31, "category_id": 2, "segmentations": [segmentation, None]},
            {**track, "id": 32, "category_id": 2, "segmentations": [segmentation, segmentation]},
        ],
    }
    write(tmp_path / "train.json", document)
    back = only("youtube-vis", tmp_path)
    assert [(each.id, each.category) for each in back.objects] == [(1, "giant_panda"), (2, "giant_panda")]
    np.testing.assert_array_equal(back.labels(0), mask * np.uint8(2))
    assert any("overlapped on 24 pixels" in note for note in back.notes())


def test_that_youtube_vos_as_published_is_read(tmp_path: Path) -> None:
    """Masks on every second frame only; an object that starts late; a category for each."""
    make_folder(tmp_path / "valid/JPEGImages/003234408d", frames=5, suffix=".jpg", size=(48, 96))
    late = np.zeros((48, 96), np.uint8)
    late[4:20, 4:20] = 1
    first = late.copy()
    late[30:40, 30:40] = 2
    for index, labels in ((0, first), (2, late)):
        image = Image.fromarray(labels)
        image.putpalette(voc_palette())
        (tmp_path / "valid/Annotations/003234408d").mkdir(parents=True, exist_ok=True)
        image.save(tmp_path / f"valid/Annotations/003234408d/{index:05d}.png")
    objects = {
        "1": {"category": "penguin", "frames": ["00000", "00002"]},
        "2": {"category": "dog", "frames": ["00002"]},
    }
    write(tmp_path / "valid/meta.json", {"videos": {"003234408d": {"objects": objects}}})
    back = only("youtube-vos", tmp_path)
    assert [(each.id, each.category) for each in back.objects] == [(1, "penguin"), (2, "dog")]
    assert [back.reviewed(index) for index in range(5)] == [True, False, True, False, False]
    np.testing.assert_array_equal(back.labels(2), late)


# --- what is wrong is told --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_that_what_is_no_dataset_is_refused(kind: str, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        formats.reader(kind).sequences(tmp_path)
    with pytest.raises(UserError):
        formats.reader(kind).sequences(tmp_path / "nothing")


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"images": 3}', '{"images": [{}], "annotations": [], "categories": []}']
)
@pytest.mark.parametrize("kind", ["coco", "youtube-vis"])
def test_that_malformed_json_is_told(kind: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "instances_x.json").write_text(text)
    with pytest.raises(UserError, match="instances_x"):
        formats.reader(kind).sequences(tmp_path)


@pytest.mark.parametrize("kind", ["coco", "youtube-vis"])
@pytest.mark.parametrize("change", ["size", "counts"])
def test_that_a_broken_mask_is_told(kind: str, change: str, tmp_path: Path) -> None:
    export(SMALL, kind, tmp_path)
    file = next(tmp_path.rglob("instances*.json"))
    text = file.read_text()
    broken = (
        text.replace('"size":[9,13]', '"size":[13,9]')
        if change == "size"
        else text.replace('"counts":"', '"counts":"1')
    )
    file.write_text(broken)
    back = only(kind, tmp_path)
    with pytest.raises(UserError, match="instances"):
        for index in range(5):
            back.labels(index)


@pytest.mark.parametrize("kind", ["coco", "youtube-vis"])
def test_that_pictures_may_lie_elsewhere(kind: str, tmp_path: Path) -> None:
    export(SMALL, kind, tmp_path / "a", ExportOptions(pictures=False, every_nth=2))
    (name,) = formats.reader(kind).sequences(tmp_path / "a")
    with pytest.raises(UserError, match="no images"):
        formats.reader(kind).read(tmp_path / "a", name)
    back = formats.reader(kind).read(tmp_path / "a", name, SMALL.frames)
    assert [back.reviewed(index) for index in range(5)] == [True, False, True, False, True]
    for index in (0, 2, 4):
        same = back.labels(index) == SMALL.labels(index)
        assert same[SMALL.labels(index) != VOID].all()
    other = random_clip(9, 13, (1,), 4, 0, with_void=False).frames
    with pytest.raises(UserError, match="made from"):
        formats.reader(kind).read(tmp_path / "a", name, other)
