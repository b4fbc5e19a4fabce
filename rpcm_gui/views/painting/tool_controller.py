"""What pressing, dragging and releasing mean for masks, in image coordinates and without any widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from core.types import BACKGROUND
from rpcm_gui.base.language import tr
from rpcm_gui.views.painting import rasterize
from rpcm_gui.views.painting.paint_target import PaintTarget
from rpcm_gui.views.painting.rasterize import Point
from rpcm_gui.views.painting.sketches import Scissors, Sketch
from rpcm_gui.views.painting.smart_tools import SMART, SmartTools
from rpcm_gui.views.painting.strokes import Polygon, Stroke
from rpcm_gui.views.widgets.tool_state import Tool, ToolState

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


class Outline(NamedTuple):
    """A shape under way, in image coordinates: its line, its ``corners``, and whether it will erase."""

    line: Sequence[Point]
    corners: Sequence[Point]
    erase: bool
    shape: Polygon | Sketch

    @property
    def clicked(self) -> bool:
        """Whether it grows by clicks, so that Enter closes it and Backspace takes the last corner back."""
        return isinstance(self.shape, Polygon | Scissors)


class ToolController(QObject):
    """Turns pointer positions into edits of the frame that is shown, and hands each finished one to the session.

    ``shown`` is the frame on the screen, -1 before the first.

    Signals:
        touched: The stroke under way changed this rectangle.
        polygonChanged: The polygon under way has other corners.
        dropped: An edit under way was given up; the frame looks as it did before.
        refused: Nothing was painted; the text says why, the second one what to do.
        failed: A tool failed, with a :class:`.Failure`.
    """

    touched = Signal(object)
    polygonChanged = Signal()
    dropped = Signal()
    refused = Signal(str, str)
    failed = Signal(object)

    def __init__(self, tools: ToolState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = -1
        self._tools = tools
        self._easel: PaintTarget | None = None
        self._stroke: Stroke | None = None
        self._polygon: Polygon | None = None
        self.smart = SmartTools(tools, self)
        self.smart.changed.connect(self.polygonChanged)
        self.smart.refused.connect(self.refused)
        self.smart.failed.connect(self.failed)

    def set_session(self, session: Session | None) -> None:
        """Work on ``session`` from now on; what was under way is given up."""
        self._stroke = self._polygon = None
        self.shown = -1
        if self._easel is not None:
            self._easel.deleteLater()
        self._easel = PaintTarget(session, self._tools, self) if session is not None else None
        self.smart.set_easel(self._easel)
        if self._easel is not None:
            self._easel.refused.connect(self.refused)

    @property
    def stroke(self) -> Stroke | None:
        """The stroke under way."""
        return self._stroke

    @property
    def outline(self) -> Outline | None:
        """The polygon, lasso, scissors' line or box under way, for the canvas to draw."""
        sketch = self.smart.sketch
        if self._polygon is not None:
            return Outline(self._polygon.points, self._polygon.points, self._polygon.erase, self._polygon)
        if sketch is not None:
            return Outline(sketch.line, sketch.anchors if isinstance(sketch, Scissors) else (), sketch.erase, sketch)
        return None

    @property
    def polygon(self) -> Polygon | None:
        """The polygon under way."""
        return self._polygon

    def press(self, point: Point, erase: bool = False, reach: float = 0.0, pressure: float | None = None) -> None:
        """The pointer goes down at ``point``; ``erase`` turns the tool into its eraser.

        ``reach`` is how near, in image pixels, the first corner of a polygon must be to close it; ``pressure`` (0..1)
        is that of a pen, ``None`` for a mouse.
        """
        easel, tool = self._easel, self._tools.tool
        if easel is None or self.shown < 0:
            return
        if tool is Tool.PICK:
            easel.select_at(self.shown, point)
        elif tool in SMART:
            self.smart.press(tool, self.shown, point, erase, reach)
        elif tool is Tool.POLYGON:
            self._corner(point, erase, reach)
        elif tool is Tool.FILL:
            self._fill(easel, point, erase)
        elif tool in (Tool.BRUSH, Tool.ERASER):
            self._begin_stroke(easel, point, erase or tool is Tool.ERASER, pressure)

    def move(self, point: Point, pressure: float | None = None) -> None:
        """The pointer is dragged to ``point``; ``pressure`` (0..1) is that of a pen, ``None`` for a mouse."""
        rect = self._stroke.to(point, self._diameter(pressure)) if self._stroke is not None else None
        if rect is not None:
            self.touched.emit(rect)
        self.smart.move(point)

    def release(self) -> None:
        """The pointer goes up: the stroke becomes one commit."""
        stroke, self._stroke = self._stroke, None
        if stroke is not None and self._easel is not None:
            self._easel.finish(stroke.edit, stroke.text)
        self.smart.release()

    def settle(self) -> None:
        """The frame is about to change: finish the stroke on the frame it began on, give up the polygon."""
        self.release()
        self._drop_polygon()
        self.smart.drop()

    def cancel(self) -> None:
        """Give up what is under way."""
        stroke, self._stroke = self._stroke, None
        if stroke is not None:
            self.dropped.emit()
        self._drop_polygon()
        self.smart.cancel()

    def remove_corner(self) -> None:
        """Take back the polygon's last corner, or the scissors' last anchor."""
        self.smart.back()
        if self._polygon is not None:
            self._polygon.points.pop()
            if not self._polygon.points:
                self._polygon = None
            self.polygonChanged.emit()

    def close_polygon(self) -> None:
        """Close the polygon or the scissors' outline and fill it with the current object, or erase what is inside."""
        self.smart.close()
        polygon, easel = self._polygon, self._easel
        if polygon is None or easel is None or len(polygon.points) < 3:
            return
        self._drop_polygon()
        value = BACKGROUND if polygon.erase else easel.value()
        if value is not None:
            edit = easel.begin(polygon.index)
            easel.apply(edit, rasterize.polygon(edit.shape, polygon.points), value, tr("Polygon"))

    def label_at(self, point: Point) -> int | None:
        """The label under ``point`` on the frame that is shown, ``None`` outside of it."""
        return self._easel.label_at(self.shown, point) if self._easel is not None and self.shown >= 0 else None

    def _begin_stroke(self, easel: PaintTarget, point: Point, erase: bool, pressure: float | None) -> None:
        value = BACKGROUND if erase else easel.value()
        if value is not None:
            self._stroke = Stroke(easel.begin(self.shown), value, self._diameter(pressure), self._tools.options.square)
            self.move(point, pressure)

    def _diameter(self, pressure: float | None) -> int:
        return self._tools.size if pressure is None else self._tools.pressed(pressure)

    def _corner(self, point: Point, erase: bool, reach: float) -> None:
        if self._polygon is not None and self._polygon.closes_at(point, reach):
            self.close_polygon()
            return
        if self._polygon is None:
            self._polygon = Polygon(self.shown, erase=erase)
        self._polygon.add(point)
        self.polygonChanged.emit()

    def _fill(self, easel: PaintTarget, point: Point, erase: bool) -> None:
        value = BACKGROUND if erase else easel.value()
        if value is not None:
            edit = easel.begin(self.shown)
            easel.apply(edit, rasterize.region(edit.after, point), value, tr("Fill"))

    def _drop_polygon(self) -> None:
        if self._polygon is not None:
            self._polygon = None
            self.polygonChanged.emit()
