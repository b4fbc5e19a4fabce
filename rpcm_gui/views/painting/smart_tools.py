"""Tools that find an object's outline themselves or take one drawn by hand: lasso, scissors, box, magic wand."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.progress import Progress, ShouldStop
from core.selection import flood, grabcut, scissors
from core.types import BACKGROUND, BoolArray, UInt8Array
from rpcm_gui.base.failures import Failure
from rpcm_gui.base.language import tr
from rpcm_gui.base.values import Message
from rpcm_gui.views.painting import rasterize
from rpcm_gui.views.painting.overlay import Rect
from rpcm_gui.views.painting.paint_target import PaintTarget
from rpcm_gui.views.painting.rasterize import Point
from rpcm_gui.views.painting.sketches import BoxSketch, Lasso, Scissors, Sketch
from rpcm_gui.views.widgets.tool_state import Tool, ToolState
from rpcm_gui.workers.tasks import BackgroundTasks

SMART = (Tool.LASSO, Tool.SCISSORS, Tool.BOX, Tool.WAND)


class SmartTools(QObject):
    """What pressing, dragging and releasing mean for the tools in ``SMART``.

    ``image`` is the frame shown, None while only a small picture of it is there.

    Signals:
        changed: The sketch under way looks different.
        refused: Nothing was painted; the text says why, the second one what to do.
        busyChanged: Whether an outline is being looked for.
        failed: A :class:`.Failure`.
    """

    changed = Signal()
    refused = Signal(str, str)
    busyChanged = Signal(bool)
    failed = Signal(object)

    def __init__(self, tools: ToolState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.image: UInt8Array | None = None
        self.sketch: Sketch | None = None
        self._tools = tools
        self._easel: PaintTarget | None = None
        self._selecting = BackgroundTasks(self)
        self._selecting.busyChanged.connect(self.busyChanged)
        self._selecting.failed.connect(self._not_found)

    def set_easel(self, easel: PaintTarget | None) -> None:
        """Work on this easel from now on; what was under way is given up."""
        self._selecting.close()
        self.image, self.sketch, self._easel = None, None, easel

    def press(self, tool: Tool, index: int, point: Point, erase: bool, reach: float) -> None:
        """The pointer goes down on frame ``index``."""
        image = self.image
        if self._easel is None:
            return
        if image is None:
            self.refused.emit(tr("The full frame is still being read."), tr("Try again in a moment."))
            return
        if tool is Tool.SCISSORS:
            self._anchor(image, index, point, erase, reach)
        elif tool is Tool.WAND:
            self._wave(image, index, point, erase)
        else:
            self.sketch = Lasso(index, erase) if tool is Tool.LASSO else BoxSketch(index, erase, point, point)
            self.move(point)

    def move(self, point: Point) -> None:
        """The pointer is at ``point``."""
        if self.sketch is not None:
            self.sketch.to(point)
            self.changed.emit()

    def release(self) -> None:
        """The pointer goes up: a lasso or box is complete."""
        sketch = self.sketch
        if isinstance(sketch, Lasso):
            self._drop()
            self._fill(sketch.index, sketch.points, sketch.erase, tr("Lasso"))
        elif isinstance(sketch, BoxSketch):
            self._drop()
            self._cut(sketch)

    def close(self) -> None:
        """Close the scissors' outline; it is filled when all its lines are known."""
        if isinstance(self.sketch, Scissors) and len(self.sketch.anchors) >= 2:
            self.sketch.closing = True
            self._complete(self.sketch)
            self.changed.emit()

    def back(self) -> None:
        """Take back the scissors' last anchor."""
        if isinstance(self.sketch, Scissors) and not self.sketch.closing:
            self.sketch.drop()
            self.sketch = self.sketch if self.sketch.anchors else None
            self.changed.emit()

    def drop(self) -> None:
        """Give up what is drawn; an outline that is already looked for is still filled, on the frame it belongs to."""
        if self.sketch is not None:
            self._drop()

    def cancel(self) -> None:
        """Give up what is drawn and what is looked for."""
        self._selecting.give_up()
        self.drop()

    @property
    def busy(self) -> bool:
        """Whether an outline is being looked for."""
        return self._selecting.busy

    def _anchor(self, image: UInt8Array, index: int, point: Point, erase: bool, reach: float) -> None:
        sketch = self.sketch if isinstance(self.sketch, Scissors) else Scissors(index, erase)
        if sketch.closing:
            return
        self.sketch = sketch
        if sketch.closes_at(point, reach):
            self.close()
            return
        if not sketch.anchors or sketch.anchors[-1] != point:
            number, work = sketch.add(point), partial(_wire, image, point)
            self._selecting.run(tr("Finding edges"), work, partial(self._wired, sketch, number))
        self.changed.emit()

    def _wired(self, sketch: Scissors, number: int, wire: scissors.Wire) -> None:
        sketch.found(number, wire)
        self._complete(sketch)
        self.changed.emit()

    def _complete(self, sketch: Scissors) -> None:
        if sketch.closing and sketch.ready and sketch is self.sketch:
            self._drop()
            self._fill(sketch.index, sketch.outline, sketch.erase, tr("Scissors"))

    def _wave(self, image: UInt8Array, index: int, point: Point, erase: bool) -> None:
        options = self._tools.options
        column, row = math.floor(point[0]), math.floor(point[1])
        if 0 <= column < image.shape[1] and 0 <= row < image.shape[0]:
            work = partial(_wand, image, column, row, options.tolerance, options.joined)
            self._selecting.run(tr("Magic wand"), work, partial(self._paint, index, erase, tr("Magic Wand")))

    def _cut(self, sketch: BoxSketch) -> None:
        if self.image is not None:
            take = partial(self._paint, sketch.index, sketch.erase, tr("Box to Mask"))
            self._selecting.run(tr("Finding the object"), partial(_box, self.image, sketch.pixels), take)

    def _fill(self, index: int, points: list[Point], erase: bool, text: str) -> None:
        if self._easel is not None:
            self._apply(index, rasterize.polygon(self._easel.shape, points), erase, text)

    def _paint(self, index: int, erase: bool, text: str, mask: BoolArray) -> None:
        if mask.any():
            height, width = mask.shape
            self._apply(index, (Rect(0, 0, width, height), mask), erase, text)
        else:
            self.refused.emit(tr("Nothing was found there."), tr("Try a larger box, or another tolerance."))

    def _apply(self, index: int, patch: tuple[Rect, BoolArray] | None, erase: bool, text: str) -> None:
        value = BACKGROUND if erase else self._easel.value() if self._easel is not None else None
        if self._easel is not None and value is not None:
            self._easel.apply(self._easel.begin(index), patch, value, text)

    def _drop(self) -> None:
        self.sketch = None
        self.changed.emit()

    def _not_found(self, problem: Failure) -> None:
        # Advice on how to use the tool is a refusal like others: nothing is wrong with the program.
        if isinstance(problem, Message):
            self.refused.emit(problem.text, problem.hint)
        else:
            self.failed.emit(problem)


def _wire(image: UInt8Array, point: Point, progress: Progress, should_stop: ShouldStop) -> scissors.Wire:
    del progress, should_stop
    return scissors.wire(image, point)


def _wand(
    image: UInt8Array, column: int, row: int, tolerance: int, joined: bool, progress: Progress, should_stop: ShouldStop
) -> BoolArray:  # fmt: skip
    del progress, should_stop
    return flood.wand(image, column, row, tolerance, joined)


def _box(image: UInt8Array, box: grabcut.Box, progress: Progress, should_stop: ShouldStop) -> BoolArray | None:
    del progress
    return grabcut.box_mask(image, box, should_stop)
