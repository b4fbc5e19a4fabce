"""Colours mean what a dataset says they mean, and sets (train, valid, test) survive a conversion."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core import formats
from core.cli import main
from core.errors import UserError
from core.exchange.detection import detected
from core.files.folders import holdable
from core.formats import ExportOptions, LabelledClip
from core.formats.common.colours import LabelMap
from core.masks.png import read_label_map, write_label_map
from core.types import VOID, ObjectInfo, UInt8Array
from tests.helpers.datasets import MemoryFrames, clip_of, export
from tests.helpers.media import make_folder

SIZE = (24, 48)
FIRST, SECOND = np.s_[4:10, 4:12], np.s_[12:20, 24:40]
Colour = tuple[int, int, int]


def video(frames: int = 1) -> MemoryFrames:
    return MemoryFrames([np.zeros((*SIZE, 3), np.uint8)] * frames)


def painted(first: Colour | None, second: Colour | None) -> UInt8Array:
    picture = np.zeros((*SIZE, 3), np.uint8)
    for place, colour in ((FIRST, first), (SECOND, second)):
        if colour is not None:
            picture[place] = colour
    return picture


def voc(root: Path, label_map: str, picture: Image.Image) -> LabelledClip:
    (root / "SegmentationClass").mkdir(parents=True)
    picture.save(root / "SegmentationClass" / "00000.png")
    (root / "labelmap.txt").write_text(f"# label:color_rgb:parts:actions\n{label_map}")
    return formats.reader("voc").read(root, root.name, video())


def called(clip: LabelledClip) -> Mapping[str, int]:
    """Per category the value in the middle of the first and of the second rectangle, counted 1 and 2; 0 elsewhere."""
    labels = clip.labels(0)
    names = {each.id: each.category for each in clip.objects}
    places = {1: int(labels[7, 8]), 2: int(labels[16, 30])}
    return {names[value]: place for place, value in places.items() if value}


CAT, DOG = (250, 50, 83), (51, 221, 255)
MAPS = {
    "swapped": ("background:0,0,0::\ncat:0,128,0::\ndog:128,0,0::\n", (0, 128, 0), (128, 0, 0), {"cat": 1, "dog": 2}),
    "one": ("background:0,0,0::\ncat:250,50,83::\ndog:51,221,255::\n", None, DOG, {"dog": 2}),
    "two": ("background:0,0,0::\ncat:250,50,83::\ndog:51,221,255::\n", CAT, DOG, {"cat": 1, "dog": 2}),
    "background second": ("cat:48,112,32::\nbackground:0,0,0::\ndog:128,0,0::\n", None, (128, 0, 0), {"dog": 2}),
    "no background": ("cat:250,50,83::\ndog:51,221,255::\n", CAT, DOG, {"cat": 1, "dog": 2}),
    "coloured background": ("dog:51,221,255::\nbackground:9,9,9::\n", (9, 9, 9), DOG, {"dog": 2}),
    "colon": ("background:0,0,0::\na:b:250,50,83::\n", CAT, None, {"a:b": 1}),
}


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("indexed", [False, True])
def test_that_colours_are_those_of_the_label_map(name: str, indexed: bool, tmp_path: Path) -> None:
    """As colours, and as an indexed picture whose palette has them in an order of its own."""
    label_map, first, second, wanted = MAPS[name]
    picture = Image.fromarray(painted(first, second))
    assert called(voc(tmp_path, label_map, picture.quantize(8) if indexed else picture)) == wanted


def test_that_void_and_unknown_colours_of_a_label_map_are_heeded(tmp_path: Path) -> None:
    label_map = "background:0,0,0::\ncat:250,50,83::\nignored:224,224,192::\n"
    clip = voc(tmp_path / "a", label_map, Image.fromarray(painted(CAT, (224, 224, 192))))
    assert clip.labels(0)[16, 30] == VOID
    with pytest.raises(UserError, match=r"1 of them \(such as #33ddff\) are not defined"):
        voc(tmp_path / "b", label_map, Image.fromarray(painted(CAT, DOG)))


def test_that_a_label_map_without_colours_goes_by_value() -> None:
    told = LabelMap.of("background\ncat\ndog\n")
    assert (told.names, told.colours) == ({1: "cat", 2: "dog"}, None)
    with pytest.raises(ValueError, match="colour of another class"):
        LabelMap.of("cat:1,2,3::\ndog:1,2,3::")


@pytest.mark.parametrize("kind", ["masks", "davis"])
def test_that_colours_which_never_meet_stay_two_objects(kind: str, tmp_path: Path) -> None:
    place = tmp_path / ("masks" if kind == "masks" else "Annotations/480p/c")
    place.mkdir(parents=True)
    for index, (first, second) in enumerate([(CAT, None), (None, DOG), (CAT, None)]):
        Image.fromarray(painted(first, second)).save(place / f"{index:05d}.png")
    clip = formats.reader(kind).read(tmp_path, "c", video(3))
    assert [int(clip.labels(index).max()) for index in range(3)] == [1, 2, 1]
    assert any("2 colours that are not ids became objects" in note for note in clip.notes())


def test_that_one_colour_in_all_masks_stays_object_one(tmp_path: Path) -> None:
    (tmp_path / "masks").mkdir()
    for index in range(2):
        Image.fromarray(painted(CAT, None)).save(tmp_path / "masks" / f"{index:05d}.png")
    clip = formats.reader("masks").read(tmp_path, "c", video(2))
    assert ([each.id for each in clip.objects], clip.notes()) == ([1], ())


# --- sets -------------------------------------------------------------------------------------------------------------


def yolo(root: Path) -> Path:
    """Roboflow's layout."""
    for part, number in (("train", 0), ("valid", 3)):
        make_folder(root / part / "images", frames=2, suffix=".jpg")
        (root / part / "labels").mkdir()
        (root / part / "labels" / "00000.txt").write_text(f"{number % 2} 0.2 0.2 0.4 0.2 0.4 0.5\n")
    (root / "data.yaml").write_text("names: [cat, dog]\n")
    return root


def test_that_train_and_valid_become_sets_of_coco(tmp_path: Path) -> None:
    command = [
        "convert",
        str(yolo(tmp_path / "in")),
        "--from",
        "yolo-seg",
        "--to",
        "coco",
        "--out",
        str(tmp_path / "out"),
    ]
    assert main(command) == 0
    files = sorted((tmp_path / "out" / "annotations").iterdir())
    assert [file.name for file in files] == ["instances_train.json", "instances_valid.json"]
    assert [len(json.loads(file.read_text())["images"]) for file in files] == [2, 2]
    assert main([*command[:-1], str(tmp_path / "one"), "--set", "all"]) == 0
    assert [file.name for file in (tmp_path / "one" / "annotations").iterdir()] == ["instances_all.json"]


@pytest.mark.parametrize("middle", ["coco", "youtube-vis", "youtube-vos", "davis"])
def test_that_sets_of_clips_survive(middle: str, tmp_path: Path) -> None:
    source, root = formats.reader("yolo-seg"), yolo(tmp_path / "in")
    clips = [source.read(root, name) for name in ("train", "valid")]
    target = formats.writer(middle)
    assert isinstance(target, formats.FolderFormat)
    target.write_all(clips, tmp_path / "out", ExportOptions())
    reader = formats.reader(middle)
    back = [reader.read(tmp_path / "out", name) for name in reader.sequences(tmp_path / "out")]
    assert sorted(str(clip.image_set(0)) for clip in back) == ["train", "valid"]
    assert len(reader.sequences(tmp_path / "out", "valid")) == 1


@pytest.mark.parametrize("kind", ["voc", "yolo-seg", "coco"])
def test_that_sets_of_frames_survive(kind: str, tmp_path: Path) -> None:
    clip = clip_of([np.ones(SIZE, np.uint8)] * 4)
    sets = ("train", "train", "valid", "test")
    export(
        formats.Clip("c", clip.frames, clip.objects, clip.read_labels, read_image_set=sets.__getitem__), kind, tmp_path
    )
    reader = formats.reader(kind)
    counts = {}
    for each in ("train", "valid", "test"):
        (name,) = reader.sequences(tmp_path, each)
        counts[each] = reader.read(tmp_path, name).frames.frame_count
    assert counts == {"train": 2, "valid": 1, "test": 1}
    if kind == "yolo-seg":
        assert "train: images/train\nval: images/valid\n" in (tmp_path / "data.yaml").read_text()


def test_that_a_set_of_voc_holds_its_frames_alone(tmp_path: Path) -> None:
    labels = [np.full(SIZE, index + 1, np.uint8) for index in range(4)]
    export(clip_of(labels), "voc", tmp_path, ExportOptions(val_share=0.5))
    lists = tmp_path / "ImageSets" / "Segmentation"
    (lists / "trainval.txt").write_text("".join(f"{index:05d}\n" for index in range(4)))
    reader = formats.reader("voc")
    (name,) = reader.sequences(tmp_path, "val")
    clip = reader.read(tmp_path, name)
    assert [(clip.frames.name(index), int(clip.labels(index)[0, 0])) for index in range(2)] == [
        ("00002", 3),
        ("00003", 4),
    ]
    whole = reader.read(tmp_path, tmp_path.name)
    assert [whole.image_set(index) for index in range(4)] == ["train", "train", "val", "val"]


def test_that_a_format_without_sets_tells_their_loss(tmp_path: Path) -> None:
    clip = clip_of([np.ones(SIZE, np.uint8)] * 2)
    split = formats.Clip("c", clip.frames, clip.objects, clip.read_labels, read_image_set=("train", "val").__getitem__)
    assert any("sets of the frames of 1 clip were left out" in n for n in export(split, "masks", tmp_path / "a").notes)
    assert any("1 clip has frames in several sets" in n for n in export(split, "davis", tmp_path / "b").notes)


def test_that_coco_of_a_folder_for_each_set_is_read(tmp_path: Path) -> None:
    """Roboflow keeps a file beside the pictures of each set."""
    for each in ("train", "valid"):
        make_folder(tmp_path / each, frames=2, suffix=".jpg")
        images = [{"id": number, "file_name": f"{number:05d}.jpg"} for number in range(2)]
        square = {"id": 1, "image_id": 1, "category_id": 1, "segmentation": [[2, 2, 8, 2, 8, 8, 2, 8]]}
        document = {"images": images, "annotations": [square], "categories": [{"id": 1, "name": "cat"}]}
        (tmp_path / each / "_annotations.coco.json").write_text(json.dumps(document))
    reader = formats.reader("coco")
    assert detected(tmp_path) == "coco"
    assert reader.sequences(tmp_path) == ("train/train", "valid/valid")
    clip = reader.read(tmp_path, "valid/valid")
    assert (clip.image_set(0), int((clip.labels(1) == 1).sum()), int(clip.labels(0).max())) == ("valid", 36, 0)


def test_that_clips_of_one_name_go_into_folders_of_their_own(tmp_path: Path) -> None:
    for each in ("train", "valid"):
        make_folder(tmp_path / "in" / each / "JPEGImages" / "bear", frames=1, suffix=".jpg", size=SIZE)
        labels = np.full(SIZE, 1 + (each == "valid"), np.uint8)
        write_label_map(tmp_path / "in" / each / "Annotations" / "bear" / "00000.png", labels)
    out = tmp_path / "out"
    command = [
        "convert",
        str(tmp_path / "in"),
        "--from",
        "youtube-vos",
        "--to",
        "masks",
        "--out",
        str(out),
        "--overwrite",
    ]
    assert main(command) == 0
    assert {name: int(read_label_map(out / name / "masks" / "00000.png").max()) for name in ("bear", "bear-2")} == {
        "bear": 1,
        "bear-2": 2,
    }


NAMES = ["a\x01b", "a:b, 'c'\n", '<x>&"', "#c", " lead", "\u2028"]


@pytest.mark.parametrize(
    "kind", ["cvat", "coco", "youtube-vis", "labelme", "yolo-seg", "voc", "mots-png", "masks", "binary"]
)
def test_that_any_name_can_be_exported_and_its_change_is_told(kind: str, tmp_path: Path) -> None:
    labels = np.zeros((12, 40), np.uint8)
    for number in range(len(NAMES)):
        labels[2:8, 6 * number : 6 * number + 4] = number + 1
    objects = [ObjectInfo(number, name, (number, 2, 3), category=name) for number, name in enumerate(NAMES, start=1)]
    report = export(clip_of([labels], objects), kind, tmp_path)
    reader = formats.reader(kind)
    back = reader.read(tmp_path, reader.sequences(tmp_path)[0])
    np.testing.assert_array_equal(back.labels(0), labels)
    names = [each.category for each in back.objects]
    if kind in ("voc", "mots-png"):
        assert any("names" in note for note in report.notes)
        assert names == [
            "a\\x01b",
            "a b, 'c'" if kind == "voc" else "a:b, 'c'",
            '<x>&"',
            "#c".lstrip("#" * (kind == "voc")),
            "lead",
            "",
        ]
    else:
        assert names == [holdable(name) for name in NAMES]


def test_that_a_folder_with_another_id_is_not_what_the_table_tells_of(tmp_path: Path) -> None:
    """Two folders want the id 1; the table knows that and 2, which has no folder."""
    for name, left in (("1_cat", 2), ("1_dog", 20)):
        mask = np.zeros(SIZE, np.uint8)
        mask[4:10, left : left + 6] = 255
        (tmp_path / "masks" / name).mkdir(parents=True)
        Image.fromarray(mask).save(tmp_path / "masks" / name / "00000.png")
    table = "id,name,category,colour\n1,Tom,cat,#010203\n2,bird,bird,#040506\n"
    (tmp_path / "objects.csv").write_text(table)
    clip = formats.reader("binary").read(tmp_path, "c", video())
    assert [(each.id, each.name) for each in clip.objects] == [(1, "Tom"), (2, "bird"), (3, "dog")]
    assert (clip.labels(0)[6, 4], clip.labels(0)[6, 22]) == (1, 3)
    (tmp_path / "objects.csv").write_text(table + "1,Tim,cat,#010203\n")
    with pytest.raises(UserError, match="two objects have one id"):
        formats.reader("binary").read(tmp_path, "c", video())
