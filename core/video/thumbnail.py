"""Small copies of frames, for whatever looks at a whole run and needs no detail."""

from __future__ import annotations

import cv2
import numpy as np

from core.types import UInt8Array

LONG_SIDE = 320
"""Frames are shrunk to this many pixels along their longer side, never enlarged."""


def small_size(height: int, width: int) -> tuple[int, int]:
    """Height and width of the small copy of a frame, at least 1 each."""
    factor = min(1.0, LONG_SIDE / max(height, width))
    return max(1, round(height * factor)), max(1, round(width * factor))


def small_picture(image: UInt8Array) -> UInt8Array:
    """An RGB frame (H, W, 3), shrunk; the frame itself where it is small already."""
    height, width = small_size(*image.shape[:2])
    if image.shape[:2] == (height, width):
        return image
    # Large frames are sampled first: averaging all their pixels would take longer than all that is done with the copy.
    step = max(1, min(image.shape[0] // (2 * height), image.shape[1] // (2 * width)))
    return np.asarray(cv2.resize(image[::step, ::step], (width, height), interpolation=cv2.INTER_AREA), np.uint8)
