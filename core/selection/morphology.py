"""Masks made larger, smaller, smoother and cleaner. Pure functions of a mask (H, W) bool; what comes back is fresh."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from core.types import BoolArray, UInt8Array

IntArray = npt.NDArray[np.int32]
_HALF_STEP = 1e-3
"""Distances between pixel centres are roots of whole numbers; float32 keeps them to far less than this."""


def grow(mask: BoolArray, pixels: float) -> BoolArray:
    """Every pixel whose centre is within ``pixels`` (>= 0) of the centre of a pixel of ``mask``."""
    if not mask.any():
        return mask.copy()
    away = cv2.distanceTransform(_bytes(~mask), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(away <= pixels + _HALF_STEP, np.bool_)


def shrink(mask: BoolArray, pixels: float) -> BoolArray:
    """The pixels of ``mask`` that are further than ``pixels`` (>= 0) from any pixel outside of it.

    What lies beyond the picture's border counts as mask: an object that leaves the picture keeps touching its border.
    """
    return ~grow(~mask, pixels)


def smooth(mask: BoolArray, radius: float) -> BoolArray:
    """``mask`` without details smaller than about ``radius`` pixels (> 0): half or more of a soft neighbourhood."""
    sigma = max(radius / 2, 0.3)
    soft = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), sigma, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(soft >= 0.5, np.bool_)


def remove_specks(mask: BoolArray, least: int) -> BoolArray:
    """``mask`` without its pieces of fewer than ``least`` pixels (pieces hang together at sides and corners)."""
    return mask & _large(mask, least, 8)


def fill_holes(mask: BoolArray, largest: int | None = None) -> BoolArray:
    """``mask`` with its holes filled: background (joined at sides) that does not reach the picture's border.

    ``largest`` leaves holes of more pixels than that open; ``None`` fills all.
    """
    count, numbers, statistics = _pieces(~mask, 4)
    height, width = mask.shape
    left, top = statistics[:, cv2.CC_STAT_LEFT], statistics[:, cv2.CC_STAT_TOP]
    right, bottom = left + statistics[:, cv2.CC_STAT_WIDTH], top + statistics[:, cv2.CC_STAT_HEIGHT]
    hole = (left > 0) & (top > 0) & (right < width) & (bottom < height)
    if largest is not None:
        hole &= statistics[:, cv2.CC_STAT_AREA] <= largest
    hole[0] = False
    return mask | (hole[numbers] if count > 1 else np.zeros_like(mask))


def mirror(mask: BoolArray) -> BoolArray:
    """``mask`` turned left to right inside its own box."""
    box = bounds(mask)
    turned = np.zeros_like(mask)
    if box is not None:
        turned[box] = mask[box][:, ::-1]
    return turned


def pieces(mask: BoolArray) -> tuple[BoolArray, ...]:
    """The pieces of ``mask`` (joined at sides and corners), the largest first."""
    count, numbers, statistics = _pieces(mask, 8)
    order = sorted(range(1, count), key=lambda number: -int(statistics[number, cv2.CC_STAT_AREA]))
    return tuple(np.asarray(numbers == number, np.bool_) for number in order)


def bounds(mask: BoolArray, margin: int = 0) -> tuple[slice, slice] | None:
    """Rows and columns of the smallest box around ``mask``, ``margin`` pixels wider; None for an empty mask."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if rows.size == 0:
        return None
    height, width = mask.shape
    return (
        slice(max(int(rows[0]) - margin, 0), min(int(rows[-1]) + 1 + margin, height)),
        slice(max(int(columns[0]) - margin, 0), min(int(columns[-1]) + 1 + margin, width)),
    )


def _large(mask: BoolArray, least: int, neighbours: int) -> BoolArray:
    _, numbers, statistics = _pieces(mask, neighbours)
    return np.asarray((statistics[:, cv2.CC_STAT_AREA] >= least)[numbers], np.bool_)


def _pieces(mask: BoolArray, neighbours: int) -> tuple[int, IntArray, IntArray]:
    count, numbers, statistics, _ = cv2.connectedComponentsWithStats(_bytes(mask), connectivity=neighbours)
    return count, np.asarray(numbers, np.int32), np.asarray(statistics, np.int32)


def _bytes(mask: BoolArray) -> UInt8Array:
    return np.ascontiguousarray(mask).view(np.uint8)
