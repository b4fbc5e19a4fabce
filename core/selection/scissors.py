"""Intelligent scissors: the line between two points that keeps to edges (Mortensen and Barrett, SIGGRAPH 1995)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from core.types import UInt8Array

Point = tuple[float, float]

REACH = 320
"""Lines can be found to points this many image pixels away from where they start."""
_LONGEST = 480


@dataclass(frozen=True, slots=True)
class Wire:
    """Every best line from ``start`` to the points around it; made by :func:`wire`.

    Coordinates are image coordinates: pixel (column c, row r) covers c..c+1 and r..r+1.
    """

    start: Point
    _tool: Any
    _left: int
    _top: int
    _scale: float
    _size: tuple[int, int]

    def path(self, end: Point) -> list[Point]:
        """The line to ``end``, both ends included; beyond the reach it goes on straight."""
        wide, high = self._size
        column = min(max(math.floor((end[0] - self._left) * self._scale), 0), wide - 1)
        row = min(max(math.floor((end[1] - self._top) * self._scale), 0), high - 1)
        contour = np.asarray(self._tool.getContour((column, row))).reshape(-1, 2)
        inner = [self._point(x, y) for x, y in contour[1:-1].tolist()]
        return [self.start, *inner, end]

    def _point(self, column: int, row: int) -> Point:
        return (column + 0.5) / self._scale + self._left, (row + 0.5) / self._scale + self._top


def wire(image: UInt8Array, start: Point, reach: int = REACH) -> Wire:
    """Find the best lines from ``start``, a point of the RGB ``image`` (H, W, 3), to all within ``reach`` pixels."""
    height, width = image.shape[:2]
    column = min(max(math.floor(start[0]), 0), width - 1)
    row = min(max(math.floor(start[1]), 0), height - 1)
    left, top = max(column - reach, 0), max(row - reach, 0)
    part = image[top : min(row + reach + 1, height), left : min(column + reach + 1, width)]
    scale = min(_LONGEST / max(part.shape[:2]), 1.0)
    wide, high = max(round(part.shape[1] * scale), 1), max(round(part.shape[0] * scale), 1)
    small = cv2.resize(part, (wide, high), interpolation=cv2.INTER_AREA)
    tool = cv2.segmentation.IntelligentScissorsMB()
    tool.setEdgeFeatureCannyParameters(32, 100)
    tool.setGradientMagnitudeMaxLimit(200)
    tool.applyImage(small)
    tool.buildMap((min(int((column - left) * scale), wide - 1), min(int((row - top) * scale), high - 1)))
    return Wire(start, tool, left, top, scale, (wide, high))
