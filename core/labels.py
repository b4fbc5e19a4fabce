"""Algebra of masks and label maps: run lengths, patches, palettes, composition.

A mask is a ``bool`` array (H, W). A label map is a ``uint8`` array (H, W): 0 background, 1..254 object ids, 255 void.
Run lengths are COCO's compressed ``counts``: column-major, the first run is background. All functions are pure and
return fresh arrays.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

import cv2
import numpy as np
import numpy.typing as npt
from pycocotools import mask as coco_mask

from core.types import BACKGROUND, VOID, BoolArray, UInt8Array

_MOST_GROUPS_A_NUMBER = 7
_MOST_PIXELS = 1 << 34
"""What a number of seven groups of five bits, one of them a sign, stays below; no picture has as many pixels."""
_MOST_GROUPS = 1 << 28
"""So many numbers of that kind, and differences of them, can be added up without leaving 64 bits."""
_GOLDEN_RATIO = 0.618033988749895
"""Steps of this share of the colour circle keep any number of hues apart."""


def encode_rle(mask: BoolArray) -> bytes:
    """COCO compressed counts of ``mask`` (H, W) bool. Raises ValueError when it is not two-dimensional bool."""
    if mask.ndim != 2 or mask.dtype != np.bool_:
        raise ValueError(f"a mask is a two-dimensional bool array, not {mask.dtype} {mask.shape}")
    counts: bytes = coco_mask.encode(np.asfortranarray(mask.view(np.uint8)))["counts"]
    return counts


def decode_rle(counts: bytes, height: int, width: int) -> BoolArray:
    """Mask (height, width) bool of COCO compressed counts. Raises ValueError when they describe another size."""
    # pycocotools would leave pixels uninitialised where the runs end early.
    runs = filling_runs(run_lengths(counts), height, width)
    columns = np.repeat(np.arange(runs.size) % 2 == 1, runs).reshape(width, height)
    # OpenCV transposes in blocks, ten times as fast as a strided copy.
    return np.asarray(cv2.transpose(columns.view(np.uint8)), np.uint8).view(np.bool_)


def filling_runs(runs: npt.NDArray[np.int64], height: int, width: int) -> npt.NDArray[np.int64]:
    """``runs``, which cover (height, width) pixels exactly. Raises ValueError where they do not."""
    size = height * width
    # Each by itself first: a sum that wraps around would pass, and the pixels would be written past their buffer.
    within = 0 <= size < _MOST_PIXELS and 0 < runs.size <= _MOST_GROUPS and runs.min() >= 0 and runs.max() <= size
    if not within or int(runs.sum()) != size:
        raise ValueError(f"run lengths do not fill {height} x {width} pixels")
    return runs


def run_lengths(counts: bytes) -> npt.NDArray[np.int64]:
    """Lengths of the runs in compressed ``counts``, background first. Raises ValueError when they are malformed.

    Each number is little-endian in groups of five bits (48 is added to make it printable), bit 5 says that another
    group follows, the highest group carries the sign; from the fourth number on, numbers are differences to the number
    two places before.
    """
    groups = np.frombuffer(counts, np.uint8).astype(np.int64) - 48
    last = (groups & 32) == 0
    if not 0 < groups.size <= _MOST_GROUPS or groups.min() < 0 or groups.max() > 63 or not last[-1]:
        raise ValueError("malformed run lengths")
    runs = _undo_differences(_join_groups(groups, last))
    if runs.min() < 0:
        raise ValueError("malformed run lengths: a run is negative")
    return runs


def _join_groups(groups: npt.NDArray[np.int64], last: BoolArray) -> npt.NDArray[np.int64]:
    starts = np.concatenate(([0], np.flatnonzero(last)[:-1] + 1))
    place = np.arange(groups.size) - np.repeat(starts, np.diff(np.append(starts, groups.size)))
    if place.max() >= _MOST_GROUPS_A_NUMBER:
        raise ValueError("malformed run lengths: a run is too long")
    magnitude = np.add.reduceat((groups & 31) << (5 * place), starts)
    negative = (groups[last] & 16) != 0
    return magnitude - np.where(negative, np.int64(1) << (5 * (place[last] + 1)), 0)


def _undo_differences(numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    runs = numbers.copy()
    runs[1::2] = np.cumsum(numbers[1::2])
    runs[2::2] = np.cumsum(numbers[2::2])
    return runs


def rle_area(counts: bytes) -> int:
    """Pixels that compressed ``counts`` cover."""
    return int(run_lengths(counts)[1::2].sum())


def rle_bbox(counts: bytes, height: int, width: int) -> tuple[int, int, int, int]:
    """Smallest box (left, top, width, height) in pixels around the mask; (0, 0, 0, 0) when it is empty.

    Raises ValueError when ``counts`` are malformed or describe another size.
    """
    filling_runs(run_lengths(counts), height, width)
    left, top, box_width, box_height = coco_mask.toBbox({"size": [height, width], "counts": counts})
    return int(left), int(top), int(box_width), int(box_height)


def voc_palette() -> list[int]:
    """The PASCAL-VOC colour map as 768 values (R, G, B of index 0, of index 1, ...), 0..255 each."""
    return [channel for index in range(256) for channel in _voc_colour(index)]


def _voc_colour(index: int) -> tuple[int, int, int]:
    colour = [0, 0, 0]
    for bit in range(8):
        # Bits 3k, 3k+1, 3k+2 of the index are spread over red, green and blue, most significant bit first.
        channel, level = bit % 3, 7 - bit // 3
        colour[channel] |= (index >> bit & 1) << level
    return colour[0], colour[1], colour[2]


def object_colour(object_id: int) -> tuple[int, int, int]:
    """A bright colour (R, G, B), 0..255 each, that differs for every id from 1 to 254."""
    hue = (0.02 + (object_id - 1) * _GOLDEN_RATIO) % 1.0
    ring = (object_id - 1) // 8 % 3
    red, green, blue = colorsys.hsv_to_rgb(hue, (0.85, 0.55, 0.95)[ring], (1.0, 0.95, 0.72)[ring])
    return round(red * 255), round(green * 255), round(blue * 255)


def resize_labels(labels: UInt8Array, height: int, width: int) -> UInt8Array:
    """``labels`` at (height, width) by the nearest pixel centre, so that no id appears that was not there."""
    if labels.shape == (height, width):
        return labels.copy()
    resized = cv2.resize(labels, (width, height), interpolation=cv2.INTER_NEAREST_EXACT)
    return np.asarray(resized, np.uint8)


def object_ids(labels: UInt8Array) -> tuple[int, ...]:
    """Ids of the objects in ``labels``, ascending, without background and void."""
    # A tenth of what np.bincount takes, which widens every pixel to eight bytes first.
    present = np.flatnonzero(cv2.calcHist([labels.reshape(1, -1)], [0], None, [256], [0, 256]))
    return tuple(int(value) for value in present if value not in (BACKGROUND, VOID))


def compose(base: UInt8Array, masks: Mapping[int, BoolArray]) -> UInt8Array:
    """``base`` with the objects of ``masks`` replaced: their pixels are cleared, then their masks are painted.

    An empty mask thus says that the object is absent. Where masks overlap the higher id wins.

    Args:
        base: (H, W) ``uint8``.
        masks: Per object id (or 255, void) a mask (H, W) bool.
    """
    composed = base.copy()
    if masks and base.any():
        composed[np.isin(base, list(masks))] = BACKGROUND
    for object_id in sorted(masks):
        # Copying one plain picture through a mask is twice as fast as setting the pixels that it marks.
        cv2.copyTo(np.full(base.shape, object_id, np.uint8), masks[object_id].view(np.uint8), composed)
    return composed
