"""Shapes being drawn, before they become an edit: what the canvas shows and which pixels they will cover."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from core.selection.grabcut import Box as PixelBox
from core.selection.scissors import Wire
from rpcm_gui.views.painting.rasterize import Point

_STEP = 0.6
"""A lasso takes a new corner after this many image pixels: finer ones change no pixel."""


@dataclass(slots=True)
class Lasso:
    """A line drawn by hand on frame ``index``; it closes by itself."""

    index: int
    erase: bool
    points: list[Point] = field(default_factory=list)

    def to(self, point: Point) -> None:
        """Draw on to ``point``."""
        if not self.points or math.dist(self.points[-1], point) >= _STEP:
            self.points.append(point)

    @property
    def line(self) -> list[Point]:
        """What is shown."""
        return self.points


@dataclass(slots=True)
class BoxSketch:
    """A box dragged from ``start`` to ``end`` on frame ``index``."""

    index: int
    erase: bool
    start: Point
    end: Point

    def to(self, point: Point) -> None:
        """Drag the corner to ``point``."""
        self.end = point

    @property
    def line(self) -> list[Point]:
        """What is shown."""
        (left, top), (right, bottom) = self.start, self.end
        return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]

    @property
    def pixels(self) -> PixelBox:
        """The pixels it touches."""
        (x0, y0), (x1, y1) = self.start, self.end
        return PixelBox(
            math.floor(min(x0, x1)), math.floor(min(y0, y1)), math.ceil(max(x0, x1)), math.ceil(max(y0, y1))
        )


@dataclass(slots=True)
class Scissors:
    """Anchors clicked on frame ``index`` and the lines between them, which keep to edges.

    ``lines[n]`` goes from anchor n to the next one; it is straight until the wire of anchor n has been found.
    """

    index: int
    erase: bool
    anchors: list[Point] = field(default_factory=list)
    wires: list[Wire | None] = field(default_factory=list)
    closing: bool = False
    pointer: Point | None = None

    def add(self, point: Point) -> int:
        """Set an anchor and return its number."""
        self.anchors.append(point)
        self.wires.append(None)
        return len(self.anchors) - 1

    def drop(self) -> None:
        """Take back the last anchor."""
        self.anchors.pop()
        self.wires.pop()

    def to(self, point: Point) -> None:
        """The pointer is at ``point``: show the line that a click would make."""
        self.pointer = point

    def found(self, number: int, wire: Wire) -> None:
        """The lines from anchor ``number`` are known now, if it is still that anchor."""
        if number < len(self.anchors) and self.anchors[number] == wire.start:
            self.wires[number] = wire

    def closes_at(self, point: Point, reach: float) -> bool:
        """Whether ``point`` is within ``reach`` image pixels of the first of at least two anchors."""
        return len(self.anchors) >= 2 and math.dist(point, self.anchors[0]) <= reach

    @property
    def ready(self) -> bool:
        """Whether every line is known."""
        return all(wire is not None for wire in self.wires)

    @property
    def outline(self) -> list[Point]:
        """The closed line."""
        return self._through([*self.anchors, self.anchors[0]])

    @property
    def line(self) -> list[Point]:
        """What is shown: the lines so far, and that to the pointer."""
        if self.closing:
            return self.outline
        return self._through([*self.anchors, *([self.pointer] if self.pointer is not None else [])])

    def _through(self, stops: list[Point]) -> list[Point]:
        points: list[Point] = stops[:1]
        ends = stops[1 : len(self.wires) + 1]
        for wire, end in zip(self.wires[: len(ends)], ends, strict=True):
            points += wire.path(end)[1:] if wire is not None else [end]
        return points


Sketch = Lasso | BoxSketch | Scissors
