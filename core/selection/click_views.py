"""Parts of a picture as the click network sees them, and masks carried from one such view to another."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from core.network.compact.clicks import GRID
from core.network.compact.model import CompactNetwork
from core.selection.clicks import Click
from core.types import BoolArray, UInt8Array

FloatArray = npt.NDArray[np.float32]
GRAIN = 32
"""Sides of what the network sees are multiples of this."""
LONGEST = 1024
CLOSE_SIZES = ((352, 352), (288, 416), (416, 288), (256, 480), (480, 256))
"""(h, w) at which parts around an object are seen."""
AROUND = 1.4
"""The part around an object is at least so many times as large as its box."""
LARGEST_ZOOM = 4.0
"""A view enlarges the picture at most so much, as in training."""


class Part(NamedTuple):
    """A part of a picture in pixels, half open."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Columns."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Rows."""
        return self.bottom - self.top

    @property
    def area(self) -> int:
        """Pixels."""
        return self.width * self.height

    def holds(self, other: Part) -> bool:
        """Whether ``other`` lies inside."""
        beside = self.left <= other.left and other.right <= self.right
        return beside and self.top <= other.top and other.bottom <= self.bottom

    def grown(self, factor: float, inside: Part) -> Part:
        """``factor`` times as large around the same middle, cut to ``inside``."""
        return self.spread(self.width * factor, self.height * factor, inside)

    def spread(self, width: float, height: float, inside: Part) -> Part:
        """Of another size around the same middle, moved and if need be cut to lie in ``inside``."""
        x, y = (self.left + self.right) / 2, (self.top + self.bottom) / 2
        left, right = _within(x - width / 2, x + width / 2, inside.left, inside.right)
        top, bottom = _within(y - height / 2, y + height / 2, inside.top, inside.bottom)
        return Part(left, top, right, bottom)


def _within(first: float, last: float, least: int, most: int) -> tuple[int, int]:
    """A range moved, and if need be cut, to lie in ``least``..``most``."""
    shift = max(least - first, 0) or min(most - last, 0)
    return max(least, math.floor(first + shift)), min(most, math.ceil(last + shift))


@dataclass(frozen=True, slots=True)
class Guess:
    """What is taken for the object: ``soft`` (h, w) 0..1 are cells of equal size over ``part``, elsewhere is none."""

    part: Part
    soft: FloatArray

    def on(self, part: Part, size: tuple[int, int]) -> FloatArray:
        """The same over another part, as cells (H, W)."""
        rows, columns = self.soft.shape
        across = _line(columns / self.part.width, self.part.left, part.left, part.width / size[1])
        down = _line(rows / self.part.height, self.part.top, part.top, part.height / size[0])
        affine = np.array([[across[0], 0, across[1]], [0, down[0], down[1]]], np.float64)
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return np.asarray(cv2.warpAffine(self.soft, affine, size[::-1], flags=flags), np.float32)

    def extent(self) -> Part | None:
        """The smallest part of the picture that holds every cell of the object; None where there is none."""
        inside = self.soft >= 0.5
        rows, columns = np.flatnonzero(inside.any(1)), np.flatnonzero(inside.any(0))
        if rows.size == 0:
            return None
        high, wide = self.part.height / inside.shape[0], self.part.width / inside.shape[1]
        return Part(
            self.part.left + math.floor(columns[0] * wide),
            self.part.top + math.floor(rows[0] * high),
            self.part.left + math.ceil((columns[-1] + 1) * wide),
            self.part.top + math.ceil((rows[-1] + 1) * high),
        )


def _line(per_pixel: float, old: int, new: int, cell: float) -> tuple[float, float]:
    """Slope and offset from a cell of the new part, counted from its middle, to one of the old part."""
    return cell * per_pixel, (new - old + cell / 2) * per_pixel - 0.5


@dataclass(frozen=True, slots=True)
class View:
    """Features of a part of a picture, seen with ``size`` (h, w) pixels."""

    part: Part
    size: tuple[int, int]
    shared: Tensor
    detail: Tensor

    @property
    def cells(self) -> tuple[int, int]:
        """(h, w) of masks."""
        return self.size[0] // GRID, self.size[1] // GRID

    def prompts(self, clicks: tuple[Click, ...]) -> Tensor:
        """Clicks as the head takes them: (1, K, 3). Those outside of the part lie outside of the view, too."""
        table = np.zeros((1, max(1, len(clicks)), 3), np.float32)
        for row, click in zip(table[0], clicks, strict=False):
            row[0] = (click.x + 0.5 - self.part.left) * self.size[1] / self.part.width
            row[1] = (click.y + 0.5 - self.part.top) * self.size[0] / self.part.height
            row[2] = 1 if click.positive else -1
        return torch.from_numpy(table)


def view_size(part: Part, working: int) -> tuple[int, int]:
    """(h, w) at which a part is seen: about ``working`` squared pixels, in its own shape as far as that goes."""
    scale = min(working / math.sqrt(part.area), LARGEST_ZOOM, LONGEST / max(part.height, part.width))
    height, width = (max(GRAIN, round(side * scale / GRAIN) * GRAIN) for side in (part.height, part.width))
    return height, width


def close_view(box: Part, inside: Part) -> tuple[Part, tuple[int, int]]:
    """The part around ``box`` that is looked at, with :data:`AROUND` of it, and the (h, w) at which it is seen.

    It has one of a few shapes: a processor prepares its operations again for every shape, which takes longer than the
    look itself. The part is widened as far as the picture goes to that shape, and else seen slightly out of shape.
    """
    height, width = min(CLOSE_SIZES, key=lambda size: abs(math.log(size[1] / size[0] * box.height / box.width)))
    scale = min(height / (AROUND * box.height), width / (AROUND * box.width), LARGEST_ZOOM)
    part = box.spread(width / scale, height / scale, inside)
    if part.width * LARGEST_ZOOM < width - GRAIN or part.height * LARGEST_ZOOM < height - GRAIN:
        return part, view_size(part, round(math.sqrt(height * width)))
    return part, (height, width)


def see(network: CompactNetwork, image: UInt8Array, part: Part, size: tuple[int, int]) -> View:
    """A part of ``image`` (H, W, 3), seen at ``size`` (h, w). Call it without gradients, under the autocast meant."""
    height, width = size
    crop = image[part.top : part.bottom, part.left : part.right]
    smaller = height * width < part.area
    how = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    seen = np.ascontiguousarray(cv2.resize(crop, (width, height), interpolation=how))
    weight = network.key.weight
    x = torch.from_numpy(seen).to(weight.device).permute(2, 0, 1)[None].to(weight.dtype)
    shared, detail = network.encoder(network.normalise(x))
    return View(part, size, shared, detail)


def near_clicks(mask: BoolArray, places: list[tuple[int, int]], reach: int) -> BoolArray:
    """The connected pieces of ``mask`` (H, W) that come within ``reach`` of one of the ``places`` (x, y)."""
    if not places or not mask.any():
        return np.zeros_like(mask)
    count, numbers = cv2.connectedComponents(mask.astype(np.uint8), connectivity=8)
    kept = np.zeros(count, np.bool_)
    for x, y in places:
        kept[numbers[max(0, y - reach) : y + reach + 1, max(0, x - reach) : x + reach + 1]] = True
    kept[0] = False
    return np.asarray(kept[numbers], np.bool_)
