"""Masks as polygons without a pixel's loss: one polygon a connected part, holes joined to the outside by a slit.

Corners are pixel centres, and a polygon covers the pixels that its border runs through, as OpenCV fills it.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from core.types import BoolArray, UInt8Array

Points = npt.NDArray[np.int32]
_Corner = tuple[int, int]


def polygons(mask: BoolArray) -> tuple[Points, ...]:
    """A polygon, (N, 2) of column and row with N >= 3, for each 8-connected part of ``mask`` (H, W)."""
    # A rim of background, so that OpenCV does not treat the picture's border as one.
    padded = cv2.copyMakeBorder(mask.view(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    contours, tree = cv2.findContours(padded, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE, offset=(-1, -1))
    if tree is None:
        return ()
    paths: list[list[_Corner]] = [[(int(x), int(y)) for x, y in contour.reshape(-1, 2)] for contour in contours]
    parents = [int(parent) for parent in tree.reshape(-1, 4)[:, 3]]
    found = []
    for number, outline in enumerate(paths):
        if parents[number] == -1:
            holes = [path for path, parent in zip(paths, parents, strict=True) if parent == number]
            found.append(_corners(_with_slits(outline, holes, mask)))
    return tuple(found)


def filled(corners: npt.NDArray[np.floating] | Points | Sequence[Sequence[float]], size: tuple[int, int]) -> BoolArray:
    """Mask (height, width) of a polygon, (N, 2) of column and row in pixels; fractions are cut off."""
    canvas: UInt8Array = np.zeros(size, np.uint8)
    whole = np.floor(np.asarray(corners, np.float64)).astype(np.int32)
    cv2.fillPoly(canvas, [whole.reshape(-1, 1, 2)], 1)
    return canvas.view(np.bool_)


def _with_slits(outline: list[_Corner], holes: list[list[_Corner]], mask: BoolArray) -> list[_Corner]:
    """``outline`` with each hole cut open from its leftmost pixel, along the row, to what is already joined."""
    path = outline
    # From left to right: a slit that runs to the left only meets holes that are joined already.
    for hole in sorted(holes, key=min):
        start = min(range(len(hole)), key=hole.__getitem__)
        column, row = hole[start]
        while column > 0 and mask[row, column - 1]:
            column -= 1
        joint = path.index((column, row))
        path = [*path[: joint + 1], *hole[start:], *hole[: start + 1], *path[joint:]]
    return path


def _corners(path: list[_Corner]) -> Points:
    """``path`` without the points on straight stretches; a pixel or a line is told by repeating corners."""
    points = np.array(path, np.int32)
    ahead = np.sign(np.roll(points, -1, axis=0) - points)
    turns = (ahead != np.roll(ahead, 1, axis=0)).any(axis=1)
    corners = points[turns] if turns.any() else points[:1]
    return np.concatenate((corners, np.repeat(corners[-1:], max(0, 3 - len(corners)), axis=0)))
