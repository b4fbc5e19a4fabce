"""Soft edges of mask pictures: found, refused, or given to the nearest object, so that no id appears unpainted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from core.errors import Text, UserError
from core.types import BACKGROUND, VOID, BoolArray, UInt8Array

HARD_EDGES_HINT = Text(
    "Save the mask as PNG with hard edges and one value per object, without anti-aliasing or scaling."
)
_FEWEST_RIM_PIXELS = 8
_LEAST_RIM_SHARE = 0.8
_HALF_OPAQUE = 128
_MOST_SOFT = 0.5
"""Share of the painted pixels: where more have colours of their own, it is noise and no rim."""

_Pixels = TypeVar("_Pixels", UInt8Array, npt.NDArray[np.int64])
Codes = npt.NDArray[np.int64]
"""(H, W) colours as 0xRRGGBB."""


@dataclass(frozen=True, slots=True)
class Edges:
    """What becomes of soft edges in the mask at ``path``.

    Attributes:
        tell: Is told how many pixels went to the nearest object; where it is None, soft edges are refused.
    """

    path: Path
    tell: Callable[[int], None] | None = None

    def values(self, values: UInt8Array) -> UInt8Array:
        """(H, W) ids without those that nobody painted. Raises UserError where they are refused."""
        phantoms = phantom_values(values)
        soft = np.isin(values, phantoms)
        pixels = int(soft.sum())
        if pixels < _FEWEST_RIM_PIXELS:
            return values
        if self.tell is None:
            raise UserError(
                "The mask '{path}' has soft edges: {few} of its {count} values ({values}) occur only on thin "
                "edges ({pixels} pixels).",
                HARD_EDGES_HINT,
                path=self.path,
                count=len(np.unique(values)),
                few=len(phantoms),
                values=listed(phantoms),
                pixels=pixels,
            )
        # In such a picture whatever fills no square is suspect: sharp filters overshoot beyond an object's value, too.
        soft = ~solid_values(values)[values]
        self.tell(int(soft.sum()))
        return _nearest(values, soft)

    def opacity(self, opacity: UInt8Array) -> BoolArray:
        """(H, W): where the picture counts as opaque. Raises UserError where half transparency is refused."""
        half = int(((opacity > 0) & (opacity < VOID)).sum())
        if half and self.tell is None:
            raise UserError(
                "The mask '{path}' has soft edges: some pixels are half transparent.", HARD_EDGES_HINT, path=self.path
            )
        if half and self.tell is not None:
            self.tell(half)
        opaque: BoolArray = opacity >= _HALF_OPAQUE
        return opaque

    def colours(self, codes: Codes) -> Codes:
        """``codes`` with colours that fill no 3x3 square anywhere replaced; as they are where those are refused."""
        if self.tell is None:
            return codes
        inner = codes[1:-1, 1:-1]
        same = np.ones(inner.shape, np.bool_)
        for row in range(3):
            for column in range(3):
                same &= codes[row : row + inner.shape[0], column : column + inner.shape[1]] == inner
        soft = np.isin(codes, np.unique(inner[same]), invert=True)
        if not 0 < soft.sum() <= _MOST_SOFT * (codes != BACKGROUND).sum():
            return codes
        self.tell(int(soft.sum()))
        return _nearest(codes, soft)


def phantom_values(values: UInt8Array) -> tuple[int, ...]:
    """Ids in (H, W) that fill no 3x3 square anywhere and nearly always lie between a lower and a higher one nearby."""
    solid = solid_values(values)
    low, high = _extremes(values)
    low, high = _extremes(low)[0], _extremes(high)[1]
    rim = (low < values) & (values < high)
    count = np.bincount(values.ravel(), minlength=256)
    mostly_rim = np.bincount(values[rim], minlength=256) >= _LEAST_RIM_SHARE * count
    return tuple(np.flatnonzero((count > 0) & ~solid & mostly_rim).tolist())


def solid_values(values: UInt8Array) -> BoolArray:
    """(256,) whether a value fills a 3x3 square somewhere, or needs none: background and void."""
    low, high = _extremes(values)
    solid: BoolArray = np.bincount(values[low == high], minlength=256) > 0
    solid[[BACKGROUND, VOID]] = True
    return solid


def listed(values: tuple[int, ...]) -> str:
    """The first of ``values``, for a sentence."""
    shown = ", ".join(str(value) for value in values[:6])
    return f"{shown}, ..." if len(values) > 6 else shown


def _extremes(values: UInt8Array) -> tuple[UInt8Array, UInt8Array]:
    """Lowest and highest value in each pixel's 3x3 square, (H, W) each."""
    square = np.ones((3, 3), np.uint8)
    return np.asarray(cv2.erode(values, square), np.uint8), np.asarray(cv2.dilate(values, square), np.uint8)


def _nearest(values: _Pixels, wrong: BoolArray) -> _Pixels:
    """``values`` with the pixels that are ``wrong`` taking the value of the nearest one that is not."""
    _, place = cv2.distanceTransformWithLabels(
        wrong.view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
    )
    of_place = np.zeros(int(place.max()) + 1, values.dtype)
    of_place[place[~wrong]] = values[~wrong]
    settled: _Pixels = of_place[place]
    return settled
