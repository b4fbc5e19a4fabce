"""Files that other tools read, and what systems leave beside them: read, passed over or explained."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core import formats
from core.cli import main
from core.errors import UserError
from core.exchange.detection import candidates
from core.files.folders import files_below, files_with, matching
from core.formats import ExportOptions, LabelledClip
from core.training.data.datasets import find_videos
from core.types import UInt8Array
from core.video.image_folder import ImageFolder
from core.video.source import open_source
from tests.helpers.datasets import clip_of, export

H, W = 40, 60
SQUARE = [10, 5, 20, 5, 20, 15, 10, 15]
APPLE_DOUBLE = b"\0\5\x16\7\0\2\0\0Mac OS X        " + bytes(60) + b"\xff\xfe"
LABELS = np.zeros((H, W), np.uint8)
LABELS[5:15, 10:20] = 1


def pictures(folder: Path, count: int = 3, suffix: str = ".png") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(count):
        picture = np.full((H, W, 3), 40 * index, np.uint8)
        Image.fromarray(picture).save(folder / f"{index:05d}{suffix}", format="JPEG" if suffix == ".jfif" else "PNG")
    return folder


def read(kind: str, root: Path, frames: Path | None = None) -> LabelledClip:
    chosen = formats.reader(kind)
    (name,) = chosen.sequences(root)
    return chosen.read(root, name, None if frames is None else ImageFolder(frames))


def every_label(clip: LabelledClip) -> list[object]:
    return [clip.objects, *(clip.labels(index).tolist() for index in range(3))]


def litter(root: Path) -> None:
    """What macOS, Windows and notebooks leave, in every folder and beside every file."""
    for file in [path for path in root.rglob("*") if path.is_file()]:
        file.with_name(f"._{file.name}").write_bytes(APPLE_DOUBLE)
    for folder in [root, *(path for path in root.rglob("*") if path.is_dir())]:
        (folder / ".ipynb_checkpoints").mkdir()
        (folder / "__MACOSX").mkdir()
        for name in (".DS_Store", "Thumbs.db", "desktop.ini"):
            (folder / name).write_bytes(APPLE_DOUBLE)
        for each in (folder / ".ipynb_checkpoints", folder / "__MACOSX"):
            shutil.copy(root / ".DS_Store", each / "00000-checkpoint.png")
            shutil.copy(root / ".DS_Store", each / "00000-checkpoint.json")


@pytest.mark.parametrize("kind", sorted(formats.READERS))
def test_that_companion_files_are_passed_over(kind: str, tmp_path: Path) -> None:
    export(clip_of([LABELS] * 3), kind, tmp_path / "set")
    before = every_label(read(kind, tmp_path / "set"))
    litter(tmp_path / "set")
    after = read(kind, tmp_path / "set")
    assert kind in candidates(tmp_path / "set")
    assert every_label(after) == before


@pytest.mark.parametrize("kind", sorted(set(formats.READERS) - {"cvat", "coco", "youtube-vis"}))
def test_that_endings_may_be_upper_case(kind: str, tmp_path: Path) -> None:
    export(clip_of([LABELS] * 3), kind, tmp_path / "set")
    before = every_label(read(kind, tmp_path / "set"))
    for file in [path for path in (tmp_path / "set").rglob("*.*") if path.suffix in (".png", ".jpg", ".json", ".txt")]:
        if file.name not in ("meta.json", "labelmap.txt", "labels.txt"):
            file.rename(file.with_suffix(file.suffix.upper()))
    after = read(kind, tmp_path / "set")
    assert every_label(after) == before
    assert kind in candidates(tmp_path / "set")


@pytest.mark.parametrize("suffixes", [(".PNG", ".png"), (".png", ".PNG"), (".PNG", ".PNG")])
def test_that_evaluation_takes_any_case_and_passes_companions_over(
    suffixes: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, suffix in zip(("pred", "truth"), suffixes, strict=True):
        (tmp_path / name).mkdir()
        for index in range(4):
            Image.fromarray(LABELS).save(tmp_path / name / f"{index:05d}{suffix}", format="PNG")
        litter(tmp_path / name)
    assert main(["evaluate", "--prediction", str(tmp_path / "pred"), "--ground-truth", str(tmp_path / "truth")]) == 0
    assert "J&F 1.0000" in capsys.readouterr().out


def test_that_training_data_may_hold_companions_and_upper_case(tmp_path: Path) -> None:
    export(clip_of([LABELS] * 3), "davis", tmp_path / "set")
    for file in list((tmp_path / "set").rglob("*.png")):
        file.rename(file.with_suffix(".PNG"))
    litter(tmp_path / "set")
    (video,) = find_videos(tmp_path / "set", "val")
    assert len(video.frames) == len(video.masks) == 3


def coco(tmp_path: Path, **annotation: Any) -> LabelledClip:
    images = [{"id": number, "file_name": f"{number:05d}.png", "width": W, "height": H} for number in range(3)]
    whole = {"id": 1, "image_id": 0, "category_id": 1, "iscrowd": 0, "segmentation": [SQUARE], **annotation}
    document = {"images": images, "annotations": [whole], "categories": [{"id": 1, "name": "cat"}], "videos": None}
    (tmp_path / "a.json").write_text(json.dumps(document), "utf-8")
    return read("coco", tmp_path / "a.json", pictures(tmp_path / "video"))


@pytest.mark.parametrize(
    "annotation", [{"segmentation": SQUARE}, {"attributes": None}, {"attributes": None, "track_id": None}]
)
def test_that_flat_polygons_and_null_are_read(annotation: dict[str, Any], tmp_path: Path) -> None:
    clip = coco(tmp_path, **annotation)
    assert np.array_equal(clip.labels(0), LABELS)


def yolo(tmp_path: Path, line: str) -> tuple[LabelledClip, UInt8Array]:
    (tmp_path / "set" / "labels").mkdir(parents=True)
    (tmp_path / "set" / "labels" / "00000.txt").write_text(line, "utf-8")
    clip = read("yolo-seg", tmp_path / "set", pictures(tmp_path / "video"))
    return clip, clip.labels(0)


POLYGON = "0.2 0.2 0.4 0.2 0.4 0.5 0.2 0.5"


@pytest.mark.parametrize("line", [f"0 {POLYGON} 0.93", f"0.0 {POLYGON}", f"0 {POLYGON} 17"])
def test_that_confidences_tracks_and_classes_with_a_point_are_read(line: str, tmp_path: Path) -> None:
    clip, labels = yolo(tmp_path, line)
    (rows, columns) = np.nonzero(labels)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (8, 20, 12, 24)
    assert ("left out" in " ".join(clip.notes())) == (not line.startswith("0.0"))


@pytest.mark.parametrize("line", [f"0.5 {POLYGON}", f"cat {POLYGON}", f"-1 {POLYGON}", "0 0.1 0.2 0.3 0.4 0.5"])
def test_that_what_is_not_a_class_or_a_polygon_is_not_taken_for_one(line: str, tmp_path: Path) -> None:
    if line.startswith("0 "):
        clip, labels = yolo(tmp_path, line)
        assert not labels.any() and "1 box without a polygon was left out." in clip.notes()
        return
    with pytest.raises(UserError, match="label file of YOLO"):
        yolo(tmp_path, line)


@pytest.mark.parametrize("place", ["labels", "."])
def test_that_a_list_of_classes_names_them(place: str, tmp_path: Path) -> None:
    (tmp_path / "set" / "labels").mkdir(parents=True)
    (tmp_path / "set" / place / "classes.txt").write_text("dog\ncat\n", "utf-8")
    (tmp_path / "set" / "labels" / "00000.txt").write_text(f"1 {POLYGON}\n", "utf-8")
    clip = read("yolo-seg", tmp_path / "set", pictures(tmp_path / "video"))
    assert [each.name for each in clip.objects] == ["dog", "cat"]
    assert set(np.unique(clip.labels(0))) == {0, 2}


def test_that_other_json_beside_labelme_is_passed_over_with_a_word(tmp_path: Path) -> None:
    folder = pictures(tmp_path / "set")
    shape = {"label": "cat", "points": [[10, 5], [20, 5], [20, 15]], "shape_type": None, "group_id": None}
    (folder / "00000.json").write_text(json.dumps({"shapes": [shape]}), "utf-8")
    (folder / "00001.json").write_text(json.dumps({"shapes": None}), "utf-8")
    (folder / "project.json").write_text("[1, 2]", "utf-8")
    clip = read("labelme", folder)
    assert clip.labels(0).any() and not clip.labels(1).any()
    assert "1 JSON file that is not from LabelMe was skipped." in clip.notes()
    (folder / "00001.json").write_text("[]", "utf-8")
    with pytest.raises(UserError, match=r"00001\.json"):
        read("labelme", folder)


def test_that_jfif_is_jpeg(tmp_path: Path) -> None:
    assert ImageFolder(pictures(tmp_path / "a", 2, ".jfif")).frame_count == 2


def test_that_pictures_which_cannot_be_read_are_named(tmp_path: Path) -> None:
    folder = pictures(tmp_path / "a", 2)
    (folder / "00002.heic").write_bytes(b"x")
    assert ImageFolder(folder).warnings == ("1 image in 'a' was left out: '.heic' files cannot be read.",)
    for file in folder.glob("*.png"):
        file.unlink()
    with pytest.raises(UserError, match=r"are \.heic files, which cannot be read"):
        ImageFolder(folder)


def test_that_a_picture_too_large_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = pictures(tmp_path / "a", 1)
    frames = [Image.new("RGB", (W, H), (value, 0, 0)) for value in (10, 20)]
    frames[0].save(tmp_path / "a.webp", save_all=True, append_images=frames[1:])
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 500)
    for path in (folder, tmp_path / "a.webp"):
        with pytest.raises(UserError, match="too large: more than 0 megapixels"):
            open_source(path)


@pytest.mark.parametrize("suffix", [".webp", ".png"])
def test_that_an_animation_is_a_clip(suffix: str, tmp_path: Path) -> None:
    frames = [Image.new("RGB", (W, H), (value, 0, 0)) for value in (0, 60, 120, 180)]
    path = tmp_path / f"a{suffix}"
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=40, lossless=True)
    with open_source(path) as source:
        assert (source.frame_count, source.height, source.width, source.fps) == (4, H, W, 25.0)
        assert [int(source.read(index).image[0, 0, 0]) for index in (3, 0, 2)] == [180, 0, 120]
        assert len(source.fingerprint()) == 64
    frames[0].save(path)
    with pytest.raises(UserError, match="single image"):
        open_source(path)


def test_that_folders_are_searched_without_companions_and_in_any_case(tmp_path: Path) -> None:
    (tmp_path / "Labels" / "Train").mkdir(parents=True)
    (tmp_path / "Labels" / "Train" / "b10.TXT").touch()
    (tmp_path / "Labels" / "Train" / "b9.txt").touch()
    litter(tmp_path)
    found = [tmp_path / "Labels" / "Train" / name for name in ("b9.txt", "b10.TXT")]
    assert list(files_with(tmp_path / "Labels" / "Train", ".txt")) == found
    assert list(files_below(tmp_path, ".txt")) == found
    assert list(matching(tmp_path, "labels/*/*.txt")) == found
    assert files_with(tmp_path / "nothing", ".txt") == ()


def test_that_exports_hold_no_companions(tmp_path: Path) -> None:
    """A folder of frames with companions is exported as one without."""
    folder = pictures(tmp_path / "frames")
    litter(folder)
    clip = formats.Clip("c", ImageFolder(folder), clip_of([LABELS]).objects, lambda _: LABELS)
    export(clip, "masks", tmp_path / "out", ExportOptions())
    assert [path.name for path in (tmp_path / "out").rglob(".*")] == [".rpcm-export"]
