"""Mask pictures: what is an id, what is refused, and writing that is whole or not at all."""

from __future__ import annotations

import errno
import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as stn
from PIL import Image

from core.errors import UserError
from core.masks.palette import voc_palette
from core.masks.png import encode_label_map, read_label_map, write_grey, write_label_map
from core.types import UInt8Array

SIZE = (60, 80)
SHAPES = st.tuples(st.integers(1, 24), st.integers(1, 40))
LABELS = SHAPES.flatmap(lambda shape: stn.arrays(np.uint8, shape))


def two_objects() -> UInt8Array:
    """Object 1, a square, and object 2, a disc that covers its corner."""
    labels = np.zeros(SIZE, np.uint8)
    labels[10:40, 10:40] = 1
    rows, columns = np.mgrid[: SIZE[0], : SIZE[1]]
    labels[(rows - 40) ** 2 + (columns - 45) ** 2 < 200] = 2
    return labels


def one_object(level: int = 1) -> UInt8Array:
    return np.where(two_objects() > 0, level, 0).astype(np.uint8)


def coloured(labels: UInt8Array) -> UInt8Array:
    return np.array(voc_palette(), np.uint8).reshape(256, 3)[labels]


@given(LABELS)
def test_that_every_label_map_comes_back(labels: UInt8Array) -> None:
    path = io.BytesIO(encode_label_map(labels))
    with Image.open(path) as image:
        assert image.mode == "P"
        assert np.array_equal(np.asarray(image), labels)
        assert image.getpalette() == voc_palette()


@given(labels=LABELS)
def test_that_what_is_written_is_read(labels: UInt8Array, tmp_path: Path) -> None:
    write_label_map(tmp_path / "m.png", labels)
    read = read_label_map(tmp_path / "m.png", labels.shape, allow_empty=True)
    assert np.array_equal(read, labels)
    assert not read.flags.writeable


@given(labels=LABELS)
def test_that_palette_colours_are_ids(labels: UInt8Array, tmp_path: Path) -> None:
    Image.fromarray(coloured(labels)).save(tmp_path / "m.png")
    assert np.array_equal(read_label_map(tmp_path / "m.png", allow_empty=True), labels)


def indexed(labels: UInt8Array, palette: list[int]) -> Image.Image:
    image = Image.fromarray(labels)
    image.putpalette(palette)
    return image


def transparent_outside(labels: UInt8Array) -> Image.Image:
    alpha = np.where(labels > 0, 255, 0).astype(np.uint8)
    rgb = np.where(labels[:, :, None] > 0, coloured(labels), 77).astype(np.uint8)
    return Image.fromarray(np.dstack([rgb, alpha]))


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        (Image.fromarray(two_objects()), two_objects()),
        (Image.fromarray(one_object(255)), one_object()),
        (Image.fromarray(one_object(255)).convert("1"), one_object()),
        (Image.fromarray(one_object(255)).convert("RGB"), one_object()),
        (Image.fromarray(one_object(1)), one_object()),
        (Image.fromarray(one_object(7)), one_object(7)),
        (Image.fromarray(two_objects().astype(np.uint16)), two_objects()),
        (Image.fromarray(one_object().astype(np.uint16) * 65535), one_object()),
        (indexed(two_objects(), [0, 0, 0, 255, 0, 0, 0, 0, 255]), two_objects()),
        (indexed(one_object(), [0, 0, 0, 255, 255, 255]), one_object()),
        (indexed(one_object(255), [level for level in range(256) for _ in range(3)]), one_object()),
        (Image.fromarray(np.where(one_object()[:, :, None] > 0, (255, 0, 0), 0).astype(np.uint8)), one_object()),
        (transparent_outside(two_objects()), two_objects()),
    ],
    ids=[
        "grey ids",
        "black and white",
        "one bit",
        "black and white as RGB",
        "grey 0 and 1",
        "grey 0 and 7",
        "16-bit ids",
        "16-bit black and white",
        "another palette",
        "palette of two",
        "grey palette, black and white",
        "red on black",
        "palette colours on transparency",
    ],
)
def test_that_the_masks_of_other_programs_are_understood(
    picture: Image.Image, expected: UInt8Array, tmp_path: Path
) -> None:
    picture.save(tmp_path / "m.png")
    assert np.array_equal(read_label_map(tmp_path / "m.png", SIZE), expected)


def test_that_255_is_void_in_an_indexed_picture(tmp_path: Path) -> None:
    labels = two_objects()
    labels[:5] = 255
    write_label_map(tmp_path / "m.png", labels)
    assert np.array_equal(read_label_map(tmp_path / "m.png"), labels)


def softened(labels: UInt8Array, resample: Image.Resampling) -> Image.Image:
    return Image.fromarray(labels).resize((SIZE[1] * 3 // 2, SIZE[0] * 3 // 2), resample)


@pytest.mark.parametrize("resample", [Image.Resampling.BILINEAR, Image.Resampling.BICUBIC, Image.Resampling.LANCZOS])
@pytest.mark.parametrize(
    "make",
    [
        lambda resample: softened(one_object(255), resample),
        lambda resample: softened(one_object(255), resample).convert("RGB"),
        lambda resample: softened(one_object(2), resample),
        lambda resample: softened(two_objects() * 4, resample),
        lambda resample: Image.fromarray(coloured(two_objects())).resize((120, 90), resample),
        lambda resample: (
            softened(one_object(255), resample).convert("RGB").convert("P", palette=Image.Palette.ADAPTIVE)
        ),
    ],
    ids=["black and white", "black and white as RGB", "one id", "two ids", "palette colours", "adaptive palette"],
)
def test_that_soft_edges_are_refused(
    make: Callable[[Image.Resampling], Image.Image], resample: Image.Resampling, tmp_path: Path
) -> None:
    make(resample).save(tmp_path / "soft.png")
    with pytest.raises(UserError, match=r"soft\.png.*soft edges") as caught:
        read_label_map(tmp_path / "soft.png")
    assert "hard edges" in caught.value.hint


@pytest.mark.parametrize("resample", [Image.Resampling.BILINEAR, Image.Resampling.BICUBIC, Image.Resampling.LANCZOS])
@pytest.mark.parametrize(
    ("make", "hard"),
    [
        (lambda resample: softened(one_object(255), resample), one_object(1)),
        (lambda resample: softened(one_object(255), resample).convert("RGB"), one_object(1)),
        (lambda resample: softened(one_object(2), resample), one_object(2)),
        (lambda resample: softened(two_objects() * 4, resample), two_objects() * 4),
        (lambda resample: enlarged(coloured(two_objects()), resample), two_objects()),
        (
            lambda resample: enlarged(np.dstack([one_object(9), one_object(0), one_object(200)]), resample),
            one_object(1),
        ),
    ],
    ids=["black and white", "black and white as RGB", "one id", "two ids", "palette colours", "one foreign colour"],
)
def test_that_soft_edges_are_made_hard_when_asked_and_told(
    make: Callable[[Image.Resampling], Image.Image], hard: UInt8Array, resample: Image.Resampling, tmp_path: Path
) -> None:
    make(resample).save(tmp_path / "soft.png")
    told: list[int] = []
    labels = read_label_map(tmp_path / "soft.png", harden=told.append)
    wanted = np.asarray(Image.fromarray(hard).resize((labels.shape[1], labels.shape[0]), Image.Resampling.NEAREST))
    assert set(np.unique(labels)) == set(np.unique(hard))
    assert len(told) == 1
    assert 0 < (labels != wanted).sum() <= told[0]


def enlarged(picture: UInt8Array, resample: Image.Resampling) -> Image.Image:
    return Image.fromarray(picture).resize((SIZE[1] * 3 // 2, SIZE[0] * 3 // 2), resample)


def test_that_half_transparency_is_cut_at_one_half_when_asked(tmp_path: Path) -> None:
    rgba = np.dstack([coloured(two_objects()), np.full(SIZE, 200, np.uint8)])
    rgba[:20, :, 3] = 100
    Image.fromarray(rgba).save(tmp_path / "m.png")
    told: list[int] = []
    labels = read_label_map(tmp_path / "m.png", harden=told.append)
    wanted = two_objects()
    wanted[:20] = 0
    assert np.array_equal(labels, wanted)
    assert told == [rgba[:, :, 3].size]


def test_that_noise_is_refused_even_then(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (*SIZE, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / "m.png")
    with pytest.raises(UserError, match="colours"):
        read_label_map(tmp_path / "m.png", harden=lambda _: None)


def test_that_jpeg_masks_are_refused(tmp_path: Path) -> None:
    Image.fromarray(one_object(255)).save(tmp_path / "m.jpg", quality=60)
    with pytest.raises(UserError, match=r"soft edges|do not look like"):
        read_label_map(tmp_path / "m.jpg")


def test_that_half_transparent_pixels_are_refused(tmp_path: Path) -> None:
    rgba = np.dstack([coloured(two_objects()), np.full(SIZE, 128, np.uint8)])
    Image.fromarray(rgba).save(tmp_path / "m.png")
    with pytest.raises(UserError, match="half transparent"):
        read_label_map(tmp_path / "m.png")


def test_that_small_and_thin_objects_are_no_soft_edges(tmp_path: Path) -> None:
    labels = np.zeros(SIZE, np.uint8)
    labels[10:12, 5:70] = 1
    labels[30:50, 20:60] = 3
    labels[20:50, 40:42] = 2
    Image.fromarray(labels).save(tmp_path / "m.png")
    assert np.array_equal(read_label_map(tmp_path / "m.png"), labels)


@pytest.mark.parametrize("level", [128, 200])
def test_that_grey_levels_beside_white_are_not_guessed_at(level: int, tmp_path: Path) -> None:
    labels = np.where(two_objects() == 2, 255, two_objects() * level).astype(np.uint8)
    Image.fromarray(labels).save(tmp_path / "m.png")
    with pytest.raises(UserError, match=f"grey levels {level}, 255"):
        read_label_map(tmp_path / "m.png")


def test_that_a_mask_of_another_size_is_refused_with_both_sizes(tmp_path: Path) -> None:
    write_label_map(tmp_path / "m.png", two_objects())
    with pytest.raises(UserError, match=r"m\.png' is 80x60 pixels, but the frames are 854x480"):
        read_label_map(tmp_path / "m.png", (480, 854))


@pytest.mark.parametrize(("level", "hint"), [(0, "Paint at least one"), (255, "value 1")])
def test_that_a_mask_without_object_is_refused_unless_allowed(level: int, hint: str, tmp_path: Path) -> None:
    labels = np.full(SIZE, level, np.uint8)
    write_label_map(tmp_path / "m.png", labels)
    with pytest.raises(UserError, match="does not show an object") as caught:
        read_label_map(tmp_path / "m.png")
    assert hint in caught.value.hint
    assert np.array_equal(read_label_map(tmp_path / "m.png", allow_empty=True), labels)


def test_that_ids_above_254_are_refused(tmp_path: Path) -> None:
    Image.fromarray(two_objects().astype(np.uint16) * 1000).save(tmp_path / "m.png")
    with pytest.raises(UserError, match="value 2000"):
        read_label_map(tmp_path / "m.png")


@pytest.mark.parametrize("data", [b"", b"no picture", encode_label_map(two_objects())[:90]])
def test_that_a_damaged_mask_is_named(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "m.png").write_bytes(data)
    with pytest.raises(UserError, match=r"m\.png' is damaged or not an image"):
        read_label_map(tmp_path / "m.png")


def test_that_a_missing_mask_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"m\.png': it does not exist"):
        read_label_map(tmp_path / "m.png")


def test_that_a_full_disk_keeps_the_old_mask_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m.png"
    write_label_map(path, two_objects())
    before = path.read_bytes()

    def full(path: Path, data: bytes) -> None:
        path.write_bytes(data[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("core.files._write_new", full)
    with pytest.raises(UserError, match="the disk is full") as caught:
        write_label_map(path, one_object())
    assert "Free some space" in caught.value.hint
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_that_grey_maps_are_written_as_they_are(tmp_path: Path) -> None:
    levels = np.arange(256, dtype=np.uint8).reshape(16, 16)
    write_grey(tmp_path / "r" / "00000.png", levels)
    with Image.open(tmp_path / "r" / "00000.png") as image:
        assert image.mode == "L"
        assert np.array_equal(np.asarray(image), levels)


def test_that_real_masks_are_read(shared: Path) -> None:
    files = sorted((shared / "clips" / "davis2016" / "Annotations" / "480p").glob("*/00000.png"))
    assert files
    for file in files:
        assert set(np.unique(read_label_map(file))) == {0, 1}
