"""The canvas: shows the current frame of a session and lets the user paint on it.

The keys of the canvas: those of an outline or stroke under way, and Space.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPointingDevice, QTabletEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from rpcm_gui.base.language import tr
from rpcm_gui.views.canvas import decorations
from rpcm_gui.views.canvas.session_view import SessionView
from rpcm_gui.views.painting.tool_controller import Outline, ToolController
from rpcm_gui.views.widgets.tool_state import Tool, ToolState


class KeyedView(SessionView):
    """Keeps keys that belong to what is under way from becoming shortcuts.

    ``spaceTapped``: Space was pressed and released without dragging; ``space_held`` says that it is down, and whatever
    drags meanwhile sets ``space_dragged``.
    """

    spaceTapped = Signal()
    space_held = False
    space_dragged = False

    def event(self, event: QEvent) -> bool:
        """Take keys before they become shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._verb(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Obey the keys of a polygon or stroke under way, and Space."""
        verb = self._verb(event)
        if verb is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            verb()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A tap on Space plays; after a drag it does not."""
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat() or not self.space_held:
            super().keyReleaseEvent(event)
            return
        self.space_held = False
        if not self.space_dragged:
            self.spaceTapped.emit()

    def clicked_outline(self) -> Outline | None:
        """The outline under way, where it grows by clicks."""
        outline = self.editor.outline
        return outline if outline is not None and outline.clicked else None

    def _verb(self, event: QKeyEvent) -> Callable[[], None] | None:
        key = event.key()
        if key == Qt.Key.Key_Space and not event.modifiers() and self.layers is not None:
            return self._hold_space
        under_way = self.editor.stroke or self.editor.outline or self.editor.smart.busy
        if key == Qt.Key.Key_Escape and under_way:
            return self.editor.cancel
        if self.clicked_outline() is None:
            return None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.editor.close_polygon
        return self.editor.remove_corner if key == Qt.Key.Key_Backspace else None

    def _hold_space(self) -> None:
        self.space_held, self.space_dragged = True, False


_CLOSING_REACH = 9.0
_WHEEL_STEP = 2**0.25
_ROUND_TOOLS = (Tool.BRUSH, Tool.ERASER)
_CURSORS = {
    Tool.BRUSH: Qt.CursorShape.CrossCursor,
    Tool.ERASER: Qt.CursorShape.CrossCursor,
    Tool.POLYGON: Qt.CursorShape.CrossCursor,
    Tool.LASSO: Qt.CursorShape.CrossCursor,
    Tool.SCISSORS: Qt.CursorShape.CrossCursor,
    Tool.BOX: Qt.CursorShape.CrossCursor,
    Tool.WAND: Qt.CursorShape.PointingHandCursor,
    Tool.FILL: Qt.CursorShape.PointingHandCursor,
    Tool.PICK: Qt.CursorShape.PointingHandCursor,
    Tool.PAN: Qt.CursorShape.OpenHandCursor,
}


class Canvas(KeyedView):
    """Pointer and keys become edits of the frame that is *shown*, which may lag behind the one asked for.

    Signals:
        hovered: Image column, row and label under the pointer; three times -1 outside of the picture.
        refused: Why nothing was painted, and what to do.
        failed: A tool failed, or a map cannot be read: a :class:`.Failure`.
    """

    hovered = Signal(int, int, int)
    refused = Signal(str, str)
    failed = Signal(object)

    def __init__(self, tools: ToolState, parent: QWidget | None = None) -> None:
        super().__init__(ToolController(tools), parent)
        self.setObjectName("canvas")
        self.setAccessibleName(tr("Canvas"))
        self.setAccessibleDescription(tr("The current frame with its masks; paint with the current tool"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tools = tools
        self._pointer: QPointF | None = None
        self._drag_from: QPointF | None = None
        self._grip: Callable[[QPointF], None] | None = None
        self.editor.polygonChanged.connect(self.update)
        self.editor.smart.busyChanged.connect(self._show_busy)
        self.editor.refused.connect(self.refused)
        for part in (self.editor, self.entropy):
            part.failed.connect(self.failed)
        tools.toolChanged.connect(self._take_tool)
        tools.sizeChanged.connect(self.update)
        tools.optionsChanged.connect(self.update)
        self._take_tool()

    def _take_tool(self) -> None:
        self.editor.settle()
        self._show_busy(self.editor.smart.busy)
        self.update()

    def _show_busy(self, busy: bool) -> None:
        self.setCursor(Qt.CursorShape.BusyCursor if busy else _CURSORS[self._tools.tool])

    def image_point(self, position: QPointF) -> tuple[float, float]:
        """Image coordinates under a widget position."""
        point = self.to_image(position)
        return point.x(), point.y()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a pan or an edit."""
        self._press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the pan or the stroke, and move the brush's ring."""
        self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the pan or the stroke."""
        del event
        self._release()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Paint with a pen, as wide as it is pressed; its other end erases. Other tools take the pen for a mouse."""
        if self._tools.tool not in _ROUND_TOOLS:
            event.ignore()
            return
        event.accept()
        if event.type() == QEvent.Type.TabletPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._press(event, event.pressure())
        elif event.type() == QEvent.Type.TabletRelease:
            self._release()
        else:
            self._move(event.position(), event.pressure())

    def _press(self, event: QMouseEvent | QTabletEvent, pressure: float | None = None) -> None:
        button, place = event.button(), event.position()
        self._grip = self._grip_at(place) if button == Qt.MouseButton.LeftButton else None
        if self._grip is not None:
            self._grip(place)
            return
        left = button == Qt.MouseButton.LeftButton
        if button == Qt.MouseButton.MiddleButton or (left and (self.space_held or self._tools.tool is Tool.PAN)):
            self._drag_from = place
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif left or button == Qt.MouseButton.RightButton:
            reach = _CLOSING_REACH / self.viewport.zoom
            erase = not left or event.pointerType() == QPointingDevice.PointerType.Eraser
            self.editor.press(self.image_point(place), erase, reach, pressure)

    def _move(self, position: QPointF, pressure: float | None = None) -> None:
        if self._grip is not None:
            self._grip(position)
        elif self._drag_from is not None:
            self.space_dragged = self.space_held
            self.pan_by(position - self._drag_from)
            self._drag_from = position
        else:
            self.editor.move(self.image_point(position), pressure)
        self._hover(position)

    def _release(self) -> None:
        if self._grip is not None:
            self._grip = None
        elif self._drag_from is not None:
            self._drag_from = None
            self.setCursor(_CURSORS[self._tools.tool])
        else:
            self.editor.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Close a polygon or scissors' outline; with other tools a double click is two clicks."""
        if self.clicked_outline() is not None:
            self.editor.close_polygon()
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; with Ctrl change the brush's size."""
        steps = event.angleDelta().y() / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._tools.resize((steps > 0) - (steps < 0))
        elif steps:
            self.zoom_by(_WHEEL_STEP**steps, event.position())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(None)

    def _grip_at(self, place: QPointF) -> Callable[[QPointF], None] | None:
        """What a drag from ``place`` moves instead of painting: the wipe's line by its grip, or the minimap's part."""
        half = self.height() / 2
        if self.overlay_style.wipe and QLineF(place, QPointF(self.wipe_x, half)).length() <= 2 * decorations.GRIP:
            return lambda to: self.move_wipe(to.x())
        if self.layers is None or not self.show_minimap:
            return None
        where = decorations.area(self.layers, self.viewport, self.pane)
        return self._show_part if where.contains(place) else None

    def _show_part(self, place: QPointF) -> None:
        if self.layers is not None:
            where = decorations.area(self.layers, self.viewport, self.pane)
            if not where.isEmpty():
                middle = self.viewport.to_widget(decorations.image_point(place, self.layers, where))
                self.pan_by(QPointF(self.pane.center()) - middle)

    def _hover(self, position: QPointF | None) -> None:
        for place in (self._pointer, position):
            if place is not None:
                self.update(self._tool_area(place))
        self._pointer = position
        label = None if position is None else self.editor.label_at(self.image_point(position))
        if position is None or label is None:
            self.hovered.emit(-1, -1, -1)
        else:
            column, row = self.image_point(position)
            self.hovered.emit(int(column), int(row), label)

    def _tool_area(self, place: QPointF) -> QRect:
        if self.editor.outline is not None:
            return self.rect()
        half = round(self._tools.size * self.viewport.zoom / 2) + 4 if self._tools.tool in _ROUND_TOOLS else 0
        return QRect(round(place.x()) - half, round(place.y()) - half, 2 * half, 2 * half)

    def paint_tool(self, painter: QPainter) -> None:
        """Draw the brush's ring or the outline under way."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = self.editor.outline
        if outline is not None:
            decorations.outline(painter, outline, self.viewport, self._pointer)
        elif self._pointer is not None and self.layers is not None and self._tools.tool in _ROUND_TOOLS:
            decorations.ring(painter, self._pointer, self._tools, self.viewport)
