"""Folders with a mask for each object: white is whatever is not black, however a tool writes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from core import formats
from core.errors import UserError
from core.formats.per_object import inside
from core.masks.palette import voc_palette
from core.types import UInt8Array
from core.video.image_folder import ImageFolder
from tests.helpers.media import make_folder

H, W = 64, 96
Mask = npt.NDArray[np.uint8]


def box(top: int, left: int, bottom: int, right: int) -> Mask:
    mask = np.zeros((H, W), np.uint8)
    mask[top:bottom, left:right] = 1
    return mask


MASKS = {1: box(10, 20, 30, 40), 2: box(40, 50, 60, 80)}


def indexed(values: Mask) -> Image.Image:
    image = Image.fromarray(values)
    image.putpalette(voc_palette())
    return image


WAYS: dict[str, Callable[[int, Mask], Image.Image]] = {
    "0 and 255": lambda _, mask: Image.fromarray(mask * np.uint8(255)),
    "0 and 1": lambda _, mask: Image.fromarray(mask),
    "0 and the id": lambda number, mask: Image.fromarray(mask * np.uint8(number)),
    "0 and 40": lambda _, mask: Image.fromarray(mask * np.uint8(40)),
    "one bit": lambda _, mask: Image.fromarray(mask * np.uint8(255)).convert("1"),
    "red on black": lambda _, mask: Image.fromarray(np.dstack([mask * np.uint8(255), mask * 0, mask * 0])),
    "blue on black": lambda _, mask: Image.fromarray(np.dstack([mask * 0, mask * 0, mask * np.uint8(255)])),
    "alpha": lambda _, mask: Image.fromarray(np.dstack([mask * 0 + 255] * 3 + [mask * np.uint8(255)])),
    "alpha on black": lambda _, mask: Image.fromarray(np.dstack([mask * 0] * 3 + [mask * np.uint8(255)])),
    "white, all opaque": lambda _, mask: Image.fromarray(np.dstack([mask * np.uint8(255)] * 3 + [mask * 0 + 255])),
    "grey and alpha": lambda _, mask: Image.fromarray(np.dstack([mask * 0 + 255, mask * np.uint8(255)]), "LA"),
    "16 bits, 0 and 1": lambda _, mask: Image.fromarray(mask.astype(np.uint16)),
    "16 bits, 0 and 200": lambda _, mask: Image.fromarray(mask.astype(np.uint16) * 200),
    "16 bits, 0 and 300": lambda _, mask: Image.fromarray(mask.astype(np.uint16) * 300),
    "16 bits, 0 and 65535": lambda _, mask: Image.fromarray(mask.astype(np.uint16) * 65535),
    "indexed": lambda number, mask: indexed(mask * np.uint8(number)),
    "grey copy of the palette": lambda number, mask: indexed(mask * np.uint8(number)).convert("L"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", ["binary", "cutouts", "soft"])
def test_that_masks_of_each_object_are_read_however_they_are_written(way: str, kind: str, tmp_path: Path) -> None:
    graded = way in ("0 and the id", "0 and 40", "16 bits, 0 and 200", "16 bits, 0 and 300", "grey copy of the palette")
    if kind != "binary" and (
        graded or "black" in way or "opaque" in way or "16" in way or (way == "0 and 1" and kind == "cutouts")
    ):
        pytest.skip("levels and colours mean something there")
    for number, mask in MASKS.items():
        folder = tmp_path / "set" / f"{number}_x"
        folder.mkdir(parents=True)
        WAYS[way](number, mask).save(folder / "00000.png")
    chosen = formats.reader(kind)
    (name,) = chosen.sequences(tmp_path / "set")
    frames = ImageFolder(make_folder(tmp_path / "video", 1, size=(H, W)))
    labels = chosen.read(tmp_path / "set", name, frames).labels(0)
    assert np.array_equal(labels, MASKS[1] + 2 * MASKS[2])


def test_that_soft_edges_are_cut_at_one_half() -> None:
    blurred: UInt8Array = np.asarray(cv2.GaussianBlur(MASKS[2] * np.uint8(255), (5, 5), 0), np.uint8)
    assert np.array_equal(inside(Image.fromarray(blurred)), blurred)


@pytest.mark.parametrize("values", [(1, 2), (38, 75), (76, 150), (100, 200, 255)])
def test_that_several_objects_in_one_picture_are_refused(values: tuple[int, ...], tmp_path: Path) -> None:
    folder = tmp_path / "set" / "1_x"
    folder.mkdir(parents=True)
    picture = np.zeros((H, W), np.uint8)
    for place, value in enumerate(values):
        picture[5:25, 5 + 25 * place : 25 + 25 * place] = value
    Image.fromarray(picture).save(folder / "00000.png")
    frames = ImageFolder(make_folder(tmp_path / "video", 1, size=(H, W)))
    clip = formats.reader("binary").read(tmp_path / "set", "set", frames)
    with pytest.raises(UserError, match=r"00000\.png' has . values besides black and white"):
        clip.labels(0)
