"""Run lengths of masks (COCO's compressed ``counts``), and set algebra on them without decoding pixels.

A run-length mask is column-major and its first run is background. For set algebra each mask is the places, column by
column, where it begins and ends.

"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
from pycocotools import mask as coco_mask

from core.types import BoolArray

_MOST_GROUPS_A_NUMBER = 7
_MOST_PIXELS = 1 << 34
"""What a number of seven groups of five bits, one of them a sign, stays below; no picture has as many pixels."""
_MOST_GROUPS = 1 << 28
"""So many numbers of that kind, and differences of them, can be added up without leaving 64 bits."""


def encode_rle(mask: BoolArray) -> bytes:
    """COCO compressed counts of ``mask`` (H, W) bool. Raises ValueError when it is not two-dimensional bool."""
    if mask.ndim != 2 or mask.dtype != np.bool_:
        raise ValueError(f"a mask is a two-dimensional bool array, not {mask.dtype} {mask.shape}")
    counts: bytes = coco_mask.encode(np.asfortranarray(mask.view(np.uint8)))["counts"]
    return counts


def decode_rle(counts: bytes, height: int, width: int) -> BoolArray:
    """Mask (H, W) bool of COCO compressed counts. Raises ValueError when they describe another size."""
    # pycocotools would leave pixels uninitialised where the runs end early.
    runs = filling_runs(run_lengths(counts), height, width)
    columns = np.repeat(np.arange(runs.size) % 2 == 1, runs).reshape(width, height)
    # OpenCV transposes in blocks, ten times as fast as a strided copy.
    return np.asarray(cv2.transpose(columns.view(np.uint8)), np.uint8).view(np.bool_)


def filling_runs(runs: npt.NDArray[np.int64], height: int, width: int) -> npt.NDArray[np.int64]:
    """``runs`` (N,), which cover (height, width) pixels exactly. Raises ValueError where they do not."""
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


Edges = npt.NDArray[np.int64]
NOTHING: Edges = np.zeros(0, np.int64)


def edges_of(counts: bytes, height: int, width: int) -> Edges:
    """The mask in COCO compressed counts. Raises ValueError when they describe another size."""
    return np.cumsum(filling_runs(run_lengths(counts), height, width))[:-1]


def counts_of(edges: Edges, height: int, width: int) -> bytes:
    """COCO compressed counts of a mask."""
    runs = np.diff(edges, prepend=0, append=height * width)
    found: bytes = coco_mask.frPyObjects({"size": [height, width], "counts": runs.tolist()}, height, width)["counts"]
    return found


def union(one: Edges, other: Edges) -> Edges:
    """Pixels of either."""
    places, first, second = _states(one, other)
    return _changes(places, first | second)


def difference(one: Edges, other: Edges) -> Edges:
    """Pixels of ``one`` that are none of ``other``."""
    if _apart(one, other):
        return one
    places, first, second = _states(one, other)
    return _changes(places, first & ~second)


def intersects(one: Edges, other: Edges) -> bool:
    """Whether they have a pixel in common."""
    if _apart(one, other):
        return False
    _, first, second = _states(one, other)
    return bool((first & second).any())


def _states(one: Edges, other: Edges) -> tuple[Edges, BoolArray, BoolArray]:
    """The places of both, rising, and whether each mask is inside from there on."""
    places = np.concatenate((one, other))
    # Two rising runs: the stable sort merges them.
    order = np.argsort(places, kind="stable")
    places = places[order]
    first = np.cumsum(order < one.size)
    second = np.arange(1, places.size + 1) - first
    last = np.append(places[1:] != places[:-1], True)[: places.size]
    return places[last], _odd(first[last]), _odd(second[last])


def _odd(numbers: Edges) -> BoolArray:
    return (numbers & 1).astype(np.bool_)


def _apart(one: Edges, other: Edges) -> bool:
    """Whether one surely ends before the other begins. A mask that reaches the end of the frame has no last place."""
    if not one.size or not other.size:
        return True
    return bool((one.size % 2 == 0 and one[-1] <= other[0]) or (other.size % 2 == 0 and other[-1] <= one[0]))


def _changes(places: Edges, inside: BoolArray) -> Edges:
    return places[np.diff(inside, prepend=False)]
