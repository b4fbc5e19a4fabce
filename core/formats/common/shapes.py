"""Masks as polygons without a pixel's loss: one polygon a connected part, holes joined to the outside by a slit.

Corners are pixel centres, and a polygon covers the pixels that its border runs through, as OpenCV fills it.

All objects of a label map as COCO run lengths with areas and boxes, found in one pass whatever their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
from pycocotools import mask as coco_mask

from core.types import BACKGROUND, VOID, BoolArray, UInt8Array

Points = npt.NDArray[np.int32]
_Corner = tuple[int, int]
_FAR = 1e6
_MARGIN = 64.0
"""Pixels around a picture (beside its own size) within which polygons are left as they are."""
_ALWAYS_FINE, _NEVER_FINE = 2e4, 2e6
"""Pixels of an outline: drawing takes memory and time for each. Between them, one may pass every pixel on all sides."""


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


def coordinates(values: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """``values``, of the same shape, as numbers of pixels, none further away than any picture reaches.

    Raises:
        ValueError, TypeError: One is not a finite number.
    """
    found = np.asarray(values, np.float64)
    if not np.isfinite(found).all():
        raise ValueError("a coordinate is no finite number")
    return found.clip(-_FAR, _FAR)


def bounded(corners: npt.ArrayLike, size: tuple[int, int]) -> npt.NDArray[np.float64]:
    """The polygon (N, 2) of column and row cut at some distance around a picture of ``size`` (height, width).

    What it covers of the picture stays the same; one that stays near the picture is returned as it is.

    Raises:
        ValueError, TypeError: It is no list of points, a coordinate is not finite, or its outline is too long to draw.
    """
    points = np.asarray(corners, np.float64).reshape(-1, 2)
    if not np.isfinite(points).all():
        raise ValueError("a coordinate is no finite number")
    height, width = size
    for column, reach in ((0, width), (1, height)):
        points = _cut(points, column, -_MARGIN - reach, smallest=True)
        points = _cut(points, column, 2.0 * reach + _MARGIN, smallest=False)
    steps = np.abs(points - np.roll(points, 1, axis=0)).max(axis=1, initial=0)
    if steps.sum() > min(max(4 * height * width, _ALWAYS_FINE), _NEVER_FINE):
        raise ValueError("the outline of a polygon is longer than any drawn on such a picture")
    return points


def refuse_shares(polygons: Iterable[npt.ArrayLike]) -> None:
    """Raise ValueError where all ``polygons`` (N, 2) lie within the first pixel: they are shares of the picture."""
    found = [np.asarray(each, np.float64).ravel() for each in polygons]
    found = [each for each in found if each.size]
    if found and all(0 <= each.min() <= each.max() <= 1 and (each % 1).any() for each in found):
        raise ValueError("its coordinates are shares of the picture, 0 to 1, where pixels are expected")


def _cut(points: npt.NDArray[np.float64], column: int, limit: float, *, smallest: bool) -> npt.NDArray[np.float64]:
    """The part of a polygon on one side of a line (Sutherland and Hodgman, 1974)."""
    sign = 1.0 if smallest else -1.0
    inside = (points[:, column] - limit) * sign >= 0
    if inside.all():
        return points
    before, was_inside = np.roll(points, 1, axis=0), np.roll(inside, 1)
    kept: list[npt.NDArray[np.float64]] = []
    for place in np.flatnonzero(inside | was_inside):
        start, end = before[place], points[place]
        if inside[place] != was_inside[place]:
            share = (limit - start[column]) / (end[column] - start[column])
            crossing = start * (1 - share) + end * share
            crossing[column] = limit
            kept.append(crossing)
        if inside[place]:
            kept.append(end)
    return np.array(kept, np.float64).reshape(-1, 2)


def filled(corners: npt.NDArray[np.floating] | Points | Sequence[Sequence[float]], size: tuple[int, int]) -> BoolArray:
    """Mask (height, width) of a polygon, (N, 2) of column and row in pixels; fractions are cut off.

    Raises:
        ValueError, TypeError: It is no list of points, a coordinate is not finite, or its outline is too long to draw.
    """
    canvas: UInt8Array = np.zeros(size, np.uint8)
    whole = np.floor(bounded(corners, size)).astype(np.int32)
    if len(whole):
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


Int64Array = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Region:
    """The pixels of one object.

    Attributes:
        object_id: Its id, or 255 for void.
        counts: COCO's compressed run lengths (column-major, background first), ASCII.
        area: Pixels.
        box: (left, top, width, height) in pixels around it.
    """

    object_id: int
    counts: str
    area: int
    box: tuple[int, int, int, int]


def regions(labels: UInt8Array, *, with_void: bool = False) -> tuple[Region, ...]:
    """The objects of ``labels`` (H, W) by ascending id, those without pixels left out."""
    columns = cv2.transpose(labels).ravel()
    borders = np.flatnonzero(columns[1:] != columns[:-1]) + 1
    starts = np.concatenate(([0], borders))
    ends = np.append(borders, columns.size)
    values = columns[starts]
    left_out = {BACKGROUND} if with_void else {BACKGROUND, VOID}
    present = [int(value) for value in np.flatnonzero(np.bincount(values, minlength=256)) if value not in left_out]
    return tuple(_region(value, starts[values == value], ends[values == value], labels.shape) for value in present)


def _region(object_id: int, starts: Int64Array, ends: Int64Array, shape: tuple[int, ...]) -> Region:
    height, width = shape
    edges = np.stack((starts, ends), axis=1).ravel()
    counts = np.diff(edges, prepend=0, append=height * width)
    # COCO's own encoder leaves out a last background run of no length.
    counts = counts[:-1] if counts[-1] == 0 else counts
    packed = coco_mask.frPyObjects({"size": [height, width], "counts": counts.tolist()}, height, width)
    box = tuple(int(side) for side in coco_mask.toBbox(packed))
    left, top, box_width, box_height = box
    area = int((ends - starts).sum())
    return Region(object_id, packed["counts"].decode("ascii"), area, (left, top, box_width, box_height))
