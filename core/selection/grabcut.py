"""From a box around an object to its mask (GrabCut: Rother, Kolmogorov, Blake, SIGGRAPH 2004)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import cv2
import numpy as np

from core.errors import UserError
from core.types import BoolArray, UInt8Array

LEAST_SIDE = 4
_LONGEST = 448
"""The picture around the box is computed at no more than this many pixels a side; edges are then found at full size."""
_AROUND = 0.4
_ROUNDS = 4
_SEED = 1


class Box(NamedTuple):
    """A box of image pixels, half open: columns ``left..right - 1`` and rows ``top..bottom - 1``."""

    left: int
    top: int
    right: int
    bottom: int


def box_mask(image: UInt8Array, box: Box, should_stop: Callable[[], bool] = lambda: False) -> BoolArray | None:
    """The object inside ``box``: what there looks unlike the picture around it.

    Args:
        image: RGB ``uint8`` (H, W, 3).
        box: Drawn around the object; it is cut to the picture.
        should_stop: Asked between rounds.

    Returns:
        Mask (H, W), False outside of the box; None when it was stopped.

    Raises:
        UserError: The box is too small to hold an object.
    """
    height, width = image.shape[:2]
    box = Box(max(box.left, 0), max(box.top, 0), min(box.right, width), min(box.bottom, height))
    wide, high = box.right - box.left, box.bottom - box.top
    if min(wide, high) < LEAST_SIDE:
        raise UserError("The box is smaller than {count} pixels.", "Drag it around the whole object.", count=LEAST_SIDE)
    window = _around(box, round(_AROUND * max(wide, high)), width, height)
    found = _cut(image[window.top : window.bottom, window.left : window.right], _inside(box, window), should_stop)
    if found is None:
        return None
    mask = np.zeros((height, width), np.bool_)
    mask[window.top : window.bottom, window.left : window.right] = found
    return mask


def _around(box: Box, margin: int, width: int, height: int) -> Box:
    margin = max(margin, LEAST_SIDE)
    return Box(
        max(box.left - margin, 0),
        max(box.top - margin, 0),
        min(box.right + margin, width),
        min(box.bottom + margin, height),
    )


def _inside(box: Box, window: Box) -> BoolArray:
    """Which pixels of ``window`` may be the object: those in the box, but never the window's outermost ones."""
    inside = np.zeros((window.bottom - window.top, window.right - window.left), np.bool_)
    inside[box.top - window.top : box.bottom - window.top, box.left - window.left : box.right - window.left] = True
    # Without a single pixel of background there is nothing to compare with.
    if inside.all():
        inside[[0, -1]] = inside[:, [0, -1]] = False
    return inside


def _cut(image: UInt8Array, inside: BoolArray, should_stop: Callable[[], bool]) -> BoolArray | None:
    height, width = inside.shape
    scale = min(_LONGEST / max(height, width), 1.0)
    size = max(round(width * scale), 2), max(round(height * scale), 2)
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    allowed = cv2.resize(inside.view(np.uint8), size, interpolation=cv2.INTER_NEAREST_EXACT)
    state = np.where(allowed > 0, cv2.GC_PR_FGD, cv2.GC_BGD).astype(np.uint8)
    background, foreground = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(_SEED)
    for number in range(_ROUNDS):
        if should_stop():
            return None
        how = cv2.GC_INIT_WITH_MASK if number == 0 else cv2.GC_EVAL
        cv2.grabCut(small, state, (0, 0, 1, 1), background, foreground, 1, how)
    chosen = np.isin(state, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.float32)
    return np.asarray((cv2.resize(chosen, (width, height)) >= 0.5) & inside, np.bool_)
