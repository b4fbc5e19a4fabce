"""EXIF orientation: pictures and masks are upright in every place, or as stored where that is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from core.cli import main
from core.evaluation.evaluate import read_mask
from core.masks.png import read_label_map
from core.project.frames import open_frames
from core.project.store import ProjectStore, SourceReference
from core.types import UInt8Array
from core.video.image_folder import ImageFolder
from core.video.source import open_source

H, W = 40, 64


def picture() -> UInt8Array:
    """No two corners alike."""
    values = np.zeros((H, W, 3), np.uint8)
    values[: H // 2, : W // 2, 0] = 255
    values[H // 2 :, : W // 2, 1] = 255
    values[: H // 2, W // 2 :, 2] = 255
    return values


def save(path: Path, values: UInt8Array, orientation: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    exif = Image.Exif()
    exif[0x0112] = orientation
    more = {"lossless": True} if path.suffix == ".webp" else {"quality": 95} if path.suffix == ".jpg" else {}
    Image.fromarray(values).save(path, exif=exif, **more)
    return path


def upright(path: Path) -> UInt8Array:
    """What other tools show, by Pillow's own function."""
    with Image.open(path) as image:
        return np.array((ImageOps.exif_transpose(image) or image).convert("RGB"))


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tif"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_that_frames_are_upright(suffix: str, orientation: int, tmp_path: Path) -> None:
    file = save(tmp_path / "f" / f"00000{suffix}", picture(), orientation)
    folder = ImageFolder(tmp_path / "f")
    assert (folder.height, folder.width) == upright(file).shape[:2]
    assert np.array_equal(folder.read(0).image, upright(file))
    assert ("turned upright" in " ".join(folder.warnings)) == (orientation > 1 and suffix != ".tif")


@pytest.mark.parametrize("orientation", range(2, 9))
def test_that_frames_as_stored_are_other_frames(orientation: int, tmp_path: Path) -> None:
    save(tmp_path / "f" / "00000.png", picture(), orientation)
    stored, turned = open_source(tmp_path / "f", as_stored=True), open_source(tmp_path / "f")
    assert np.array_equal(stored.read(0).image, picture())
    assert "shown as stored" in stored.warnings[0]
    assert stored.fingerprint() != turned.fingerprint()


def test_that_pictures_without_orientation_keep_their_fingerprint(tmp_path: Path) -> None:
    save(tmp_path / "f" / "00000.png", picture(), 1)
    assert open_source(tmp_path / "f").fingerprint() == open_source(tmp_path / "f", as_stored=True).fingerprint()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_that_masks_are_upright_everywhere(orientation: int, tmp_path: Path) -> None:
    mask = np.zeros((H, W), np.uint8)
    mask[2:12, 3:23] = 1
    file = save(tmp_path / "m.png", mask, orientation)
    right = upright(file)[:, :, 0]
    assert np.array_equal(read_label_map(file, right.shape), right)
    assert np.array_equal(read_mask(file), right)


def test_that_an_animation_is_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    first, second = Image.fromarray(picture()), Image.fromarray(picture()[::-1])
    first.save(tmp_path / "a.webp", save_all=True, append_images=[second], lossless=True, exif=exif)
    with open_source(tmp_path / "a.webp") as source:
        assert (source.height, source.width) == (W, H)
        assert np.array_equal(source.read(0).image, np.rot90(picture(), -1))


@pytest.mark.parametrize("orientation", [3, 6])
def test_that_shapes_drawn_upright_lie_where_they_were_drawn(orientation: int, tmp_path: Path) -> None:
    file = save(tmp_path / "set" / "00000.jpg", picture(), orientation)
    height, width = upright(file).shape[:2]
    shape = {"label": "cat", "points": [[5, 6], [15, 6], [15, 26], [5, 26]], "shape_type": "polygon"}
    document = {"shapes": [shape], "imageHeight": height, "imageWidth": width}
    (tmp_path / "set" / "00000.json").write_text(json.dumps(document), "utf-8")
    assert main(["convert", str(tmp_path / "set"), "--to", "masks", "--out", str(tmp_path / "out")]) == 0
    with Image.open(tmp_path / "out" / "masks" / "00000.png") as image:
        rows, columns = np.nonzero(np.array(image))
    assert (columns.min(), columns.max(), rows.min(), rows.max()) == (5, 15, 6, 26)
    with Image.open(tmp_path / "out" / "images" / "00000.jpg") as image:
        assert image.size == (width, height) and image.getexif().get(0x0112, 1) == 1
        assert np.abs(np.array(image).astype(int) - upright(file)).mean() < 4


def test_that_projects_keep_seeing_their_pictures_as_they_were_annotated(tmp_path: Path) -> None:
    """One of an earlier version, made when EXIF orientation was passed over, and a new one."""
    save(tmp_path / "f" / "00000.png", picture(), 6)
    for as_stored, shape in ((True, (H, W)), (False, (W, H))):
        with open_source(tmp_path / "f", as_stored=as_stored) as source:
            reference = SourceReference(
                source.path, source.fingerprint(), source.frame_count, source.height, source.width, source.fps
            )
        store = ProjectStore.create(tmp_path / f"{as_stored}.rpcm", reference)
        with open_frames(store) as frames:
            assert frames.read(0).image.shape[:2] == shape
        store.close()
        assert main(["project", "check", str(tmp_path / f"{as_stored}.rpcm")]) == 0
        assert main(["project", "relink", str(tmp_path / f"{as_stored}.rpcm"), str(tmp_path / "f")]) == 0


def test_that_the_command_line_takes_pictures_as_stored(tmp_path: Path) -> None:
    save(tmp_path / "f" / "00000.png", picture(), 6)
    mask = np.zeros((H, W), np.uint8)
    mask[2:12, 3:23] = 1
    (tmp_path / "m").mkdir()
    Image.fromarray(mask).save(tmp_path / "m" / "00000.png")
    arguments = ["import", str(tmp_path / "m"), "--video", str(tmp_path / "f"), "--out", str(tmp_path / "p.rpcm")]
    assert main(arguments) == 2
    assert main([*arguments, "--as-stored"]) == 0
    assert main(["export", str(tmp_path / "p.rpcm"), "--format", "masks", "--out", str(tmp_path / "out")]) == 0
    assert np.array_equal(read_label_map(tmp_path / "out" / "masks" / "00000.png"), mask)
