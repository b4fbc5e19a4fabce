"""Which pixels a brush, a polygon or a bucket covers: pure functions on label maps, in image coordinates.

A pixel (column c, row r) covers c..c+1 and r..r+1; it belongs to a shape when its centre does.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import cv2
import numpy as np
import numpy.typing as npt

from core.types import BACKGROUND, BoolArray, ObjectInfo, UInt8Array
from rpcm_gui.views.painting.overlay import Rect
from rpcm_gui.views.widgets.tool_state import Mode

Point = tuple[float, float]
FloatArray = npt.NDArray[np.float64]


def snapped(point: Point, diameter: int) -> Point:
    """The place where a brush of ``diameter`` pixels is symmetrical: a pixel's centre if odd, a corner if even."""
    if diameter % 2:
        return math.floor(point[0]) + 0.5, math.floor(point[1]) + 0.5
    return math.floor(point[0] + 0.5), math.floor(point[1] + 0.5)


def between(start: Point, end: Point, share: float) -> Point:
    """The point at ``share`` (0..1) of the way."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def brush_segment(
    shape: tuple[int, int], start: Point, end: Point, diameter: int
) -> tuple[Rect, BoolArray] | None:  # fmt: skip
    """The pixels within ``diameter / 2`` of the line from ``start`` to ``end``.

    Args:
        shape: Height and width of the picture.
        start: First point, already snapped.
        end: Last point, already snapped; the same as ``start`` for a dab.
        diameter: Brush size in image pixels, >= 1.

    Returns:
        The rectangle of the picture concerned and the covered pixels in it, or ``None`` when all is outside.
    """
    radius = diameter / 2
    rect = _bounds(shape, (start, end), radius)
    if rect is None:
        return None
    rows = np.arange(rect.top, rect.bottom, dtype=np.float64) + 0.5
    lowest, highest = _capsule_spans(rows, start, end, radius)
    columns = np.arange(rect.left, rect.right) + 0.5
    return rect, (columns >= lowest[:, None]) & (columns <= highest[:, None])


def square_segment(
    shape: tuple[int, int], start: Point, end: Point, side: int
) -> tuple[Rect, BoolArray] | None:  # fmt: skip
    """The pixels that a square of ``side`` pixels covers on its way from ``start`` to ``end``.

    Arguments and result are those of :func:`brush_segment`.
    """
    radius = side / 2
    rect = _bounds(shape, (start, end), radius)
    if rect is None:
        return None
    rows = np.arange(rect.top, rect.bottom, dtype=np.float64) + 0.5
    enters, leaves = _while_near(rows, start[1], end[1], radius)
    way = end[0] - start[0]
    xs = np.stack([start[0] + enters * way, start[0] + leaves * way])
    columns = np.arange(rect.left, rect.right) + 0.5
    covered = (columns >= xs.min(axis=0)[:, None] - radius) & (columns <= xs.max(axis=0)[:, None] + radius)
    return rect, covered & (enters <= leaves)[:, None]


def _while_near(rows: FloatArray, start: float, end: float, radius: float) -> tuple[FloatArray, FloatArray]:
    """First and last share (0..1) of the way during which each row is within ``radius``; first > last for never."""
    if start == end:
        near = np.abs(rows - start) <= radius
        return np.where(near, 0.0, 1.0), np.where(near, 1.0, 0.0)
    ends = np.stack([(rows - radius - start) / (end - start), (rows + radius - start) / (end - start)])
    return np.maximum(ends.min(axis=0), 0.0), np.minimum(ends.max(axis=0), 1.0)


def _bounds(shape: tuple[int, int], points: Sequence[Point], margin: float) -> Rect | None:
    height, width = shape
    xs, ys = [x for x, _ in points], [y for _, y in points]
    rect = Rect(
        max(math.floor(min(xs) - margin), 0),
        max(math.floor(min(ys) - margin), 0),
        min(math.ceil(max(xs) + margin) + 1, width),
        min(math.ceil(max(ys) + margin) + 1, height),
    )
    return rect if rect.left < rect.right and rect.top < rect.bottom else None


def _capsule_spans(rows: FloatArray, start: Point, end: Point, radius: float) -> tuple[FloatArray, FloatArray]:
    """First and last x of every row inside the capsule: it is convex, so a row meets it in one span."""
    pairs = [_disc_span(rows, start, radius), _disc_span(rows, end, radius)]
    length = math.dist(start, end)
    if length > 0 and start[1] != end[1]:
        nx, ny = (start[1] - end[1]) / length * radius, (end[0] - start[0]) / length * radius
        pairs += [_side_span(rows, start, end, nx, ny), _side_span(rows, start, end, -nx, -ny)]
    lowest = np.fmin.reduce([low for low, _ in pairs])
    highest = np.fmax.reduce([high for _, high in pairs])
    return np.where(np.isnan(lowest), np.inf, lowest), np.where(np.isnan(highest), -np.inf, highest)


def _disc_span(rows: FloatArray, centre: Point, radius: float) -> tuple[FloatArray, FloatArray]:
    squared = radius**2 - (rows - centre[1]) ** 2
    half = np.where(squared >= 0, np.sqrt(np.maximum(squared, 0)), np.nan)
    return centre[0] - half, centre[0] + half


def _side_span(rows: FloatArray, start: Point, end: Point, nx: float, ny: float) -> tuple[FloatArray, FloatArray]:
    along = (rows - start[1] - ny) / (end[1] - start[1])
    x = start[0] + nx + along * (end[0] - start[0])
    x = np.where((along >= 0) & (along <= 1), x, np.nan)
    return x, x


def polygon(shape: tuple[int, int], points: Sequence[Point]) -> tuple[Rect, BoolArray] | None:
    """The pixels whose centres lie inside a closed polygon, by the even-odd rule.

    Returns:
        The rectangle concerned and the covered pixels in it, or ``None`` when it has fewer than three points or
        lies outside the picture.
    """
    rect = _bounds(shape, points, 0) if len(points) >= 3 else None
    if rect is None:
        return None
    rows = np.arange(rect.top, rect.bottom) + 0.5
    toggles = np.zeros((len(rows), rect.right - rect.left + 1), np.int32)
    for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True):
        crossed = np.flatnonzero((rows > y0) != (rows > y1))
        if crossed.size:
            x = x0 + (rows[crossed] - y0) / (y1 - y0) * (x1 - x0)
            column = np.clip(np.ceil(x - 0.5).astype(int) - rect.left, 0, toggles.shape[1] - 1)
            np.add.at(toggles, (crossed, column), 1)
    return rect, np.cumsum(toggles, axis=1)[:, :-1] % 2 == 1


def region(labels: UInt8Array, point: Point) -> tuple[Rect, BoolArray] | None:
    """The 4-connected region of equal label around ``point``, or ``None`` when that is outside the picture."""
    height, width = labels.shape
    column, row = math.floor(point[0]), math.floor(point[1])
    if not (0 <= column < width and 0 <= row < height):
        return None
    mask = np.zeros((height + 2, width + 2), np.uint8)
    flags = 4 | cv2.FLOODFILL_MASK_ONLY | 1 << 8
    _, _, _, (left, top, wide, high) = cv2.floodFill(np.ascontiguousarray(labels), mask, (column, row), 0, 0, 0, flags)
    rect = Rect(left, top, left + wide, top + high)
    rows, columns = rect.slices
    return rect, mask[1:-1, 1:-1][rows, columns] == 1


def protected_ids(objects: Iterable[ObjectInfo], current: int | None, mode: Mode = Mode.PROTECT) -> BoolArray:
    """256 flags: labels that painting must leave alone.

    In the ordinary mode those are other objects when locked or hidden: nobody should lose what they cannot see.
    """
    flags = np.zeros(256, np.bool_)
    if mode is Mode.BACKGROUND:
        flags[:] = True
        flags[[BACKGROUND, *([current] if current is not None else [])]] = False
    if mode is not Mode.REPLACE:
        for item in objects:
            flags[item.id] |= item.locked or (not item.visible and item.id != current)
    return flags
