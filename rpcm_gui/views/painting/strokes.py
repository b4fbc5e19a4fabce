"""Edits under way: a label map being changed on one frame, before it becomes one undoable commit."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from core.types import BACKGROUND, BoolArray, UInt8Array, read_only
from rpcm_gui.base.language import tr
from rpcm_gui.views.painting import rasterize
from rpcm_gui.views.painting.overlay import Rect
from rpcm_gui.views.painting.rasterize import Point

Patch = tuple[Rect, BoolArray]
_STEPS = 8
"""A brush whose size changes is drawn in at most so many pieces between two positions of the pen."""


class PendingEdit:
    """A copy of frame ``index``'s label map on which one value is painted.

    The frame is chosen once: whatever becomes the current frame meanwhile, the edit belongs to the one it began on.

    Args:
        index: Frame that is edited.
        before: Its label map (H, W).
        protected: 256 flags of labels whose pixels are left alone.
    """

    def __init__(self, index: int, before: UInt8Array, protected: BoolArray) -> None:
        self.index = index
        self.before = before
        self.after: UInt8Array = before.copy()
        self.changed = False
        self.refused = False
        self._protected = protected

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width."""
        height, width = self.after.shape
        return height, width

    def apply(self, patch: Patch | None, value: int) -> Rect | None:
        """Write ``value`` where ``patch`` covers unprotected pixels; return its rectangle if anything changed."""
        if patch is None:
            return None
        rect, mask = patch
        part = self.after[rect.slices]
        different = mask & (part != value)
        locked = self._protected[part]
        self.refused = self.refused or bool(np.any(different & locked))
        different &= ~locked
        if not different.any():
            return None
        part[different] = value
        self.changed = True
        return rect

    def finished(self) -> UInt8Array:
        """The label map, from now on read-only."""
        return read_only(self.after)


@dataclass(slots=True)
class Stroke:
    """A brush stroke: the dab follows the pointer without gaps. ``value`` is what it writes, 0 to erase.

    ``diameter`` may change on the way, as the pressure of a pen does.
    """

    edit: PendingEdit
    value: int
    diameter: int
    square: bool = False
    _last: Point | None = field(default=None, init=False)

    def to(self, point: Point, diameter: int | None = None) -> Rect | None:
        """Draw on to ``point`` (image coordinates), where the brush is ``diameter`` wide; return what changed."""
        first, last = self.diameter, diameter or self.diameter
        start = self._last or point
        steps = min(abs(last - first), _STEPS) or 1
        rects = [
            self._piece(rasterize.between(start, point, n / steps), round(first + (last - first) * n / steps))
            for n in range(1, steps + 1)
        ]
        self._last = point
        return Rect.around(rects)

    def _piece(self, point: Point, diameter: int) -> Rect | None:
        """Draw straight on to ``point`` with one diameter."""
        here = rasterize.snapped(point, diameter)
        start = here if self._last is None else rasterize.snapped(self._last, diameter)
        self._last, self.diameter = point, diameter
        segment = rasterize.square_segment if self.square else rasterize.brush_segment
        return self.edit.apply(segment(self.edit.shape, start, here, diameter), self.value)

    @property
    def text(self) -> str:
        """What the undo entry is called."""
        return tr("Erase") if self.value == BACKGROUND else tr("Brush stroke")


@dataclass(slots=True)
class Polygon:
    """A polygon being clicked: corners in image coordinates, in the order they were set."""

    index: int
    points: list[Point] = field(default_factory=list)
    erase: bool = False

    def add(self, point: Point) -> None:
        """Set a corner; a second click on the same spot adds none."""
        if not self.points or self.points[-1] != point:
            self.points.append(point)

    def closes_at(self, point: Point, reach: float) -> bool:
        """Whether ``point`` is within ``reach`` image pixels of the first corner of at least three."""
        if len(self.points) < 3:
            return False
        (x, y), (first_x, first_y) = point, self.points[0]
        return (x - first_x) ** 2 + (y - first_y) ** 2 <= reach**2
