"""The magic wand: pixels that look like the one pointed at."""

from __future__ import annotations

import cv2
import numpy as np

from core.types import BoolArray, UInt8Array


def wand(image: UInt8Array, column: int, row: int, tolerance: int, joined: bool = True) -> BoolArray:
    """The pixels whose colour differs from that at (``column``, ``row``) by at most ``tolerance`` in every channel.

    Args:
        image: RGB ``uint8`` (H, W, 3).
        column: Of the pixel pointed at, inside the picture.
        row: Of the pixel pointed at, inside the picture.
        tolerance: 0..255.
        joined: Only those joined with it, side by side, through pixels of that kind.

    Returns:
        Mask (H, W); the pixel pointed at is always in it.
    """
    if not joined:
        colour = image[row, column]
        low, high = (np.clip(colour.astype(int) + sign * tolerance, 0, 255) for sign in (-1, 1))
        inside = cv2.inRange(image, low.astype(np.uint8), high.astype(np.uint8))
        return np.asarray(inside > 0, np.bool_)
    height, width = image.shape[:2]
    mask = np.zeros((height + 2, width + 2), np.uint8)
    flags = 4 | cv2.FLOODFILL_MASK_ONLY | cv2.FLOODFILL_FIXED_RANGE | 1 << 8
    limit = (tolerance,) * 3
    cv2.floodFill(image.copy(), mask, (column, row), (0, 0, 0), limit, limit, flags)
    return np.asarray(mask[1:-1, 1:-1] == 1, np.bool_)
