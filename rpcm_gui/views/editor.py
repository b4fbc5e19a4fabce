"""What pressing, dragging and releasing mean for masks, in image coordinates and without any widget."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.types import BACKGROUND, VOID, ObjectInfo
from rpcm_gui.overlay import Rect
from rpcm_gui.views import painting
from rpcm_gui.views.edits import Edit, Patch, Polygon, Stroke
from rpcm_gui.views.painting import Point
from rpcm_gui.views.tool_state import Tool, ToolState

if TYPE_CHECKING:
    from rpcm_gui.session import Session


class Editor(QObject):
    """Turns pointer positions into edits of the frame that is shown, and hands each finished one to the session.

    Signals:
        touched: The stroke under way changed this rectangle of ``stroke_labels``.
        polygonChanged: The polygon under way has other corners.
        dropped: An edit under way was given up; the frame looks as it did before.
        refused: Nothing was painted; the text says why, the second one what to do.
    """

    touched = Signal(object)
    polygonChanged = Signal()
    dropped = Signal()
    refused = Signal(str, str)

    def __init__(self, tools: ToolState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = -1
        self._tools = tools
        self._session: Session | None = None
        self._stroke: Stroke | None = None
        self._polygon: Polygon | None = None

    def set_session(self, session: Session | None) -> None:
        """Work on ``session`` from now on; what was under way is given up."""
        self._stroke = self._polygon = None
        self._session = session
        self.shown = -1

    @property
    def stroke(self) -> Stroke | None:
        """The stroke under way."""
        return self._stroke

    @property
    def polygon(self) -> Polygon | None:
        """The polygon under way."""
        return self._polygon

    def press(self, point: Point, erase: bool = False, reach: float = 0.0) -> None:
        """The pointer goes down at ``point``; ``erase`` turns the tool into its eraser.

        ``reach`` is how near, in image pixels, the first corner of a polygon must be to close it.
        """
        if self._session is None or self.shown < 0:
            return
        tool = self._tools.tool
        if tool is Tool.PICK:
            self._pick(point)
        elif tool is Tool.POLYGON:
            self._corner(point, reach)
        elif tool is Tool.FILL:
            self._fill(point, erase)
        elif tool in (Tool.BRUSH, Tool.ERASER):
            self._begin_stroke(point, erase or tool is Tool.ERASER)

    def move(self, point: Point) -> None:
        """The pointer is dragged to ``point``."""
        if self._stroke is not None:
            self._touch(self._stroke.to(point))

    def release(self) -> None:
        """The pointer goes up: the stroke becomes one commit."""
        stroke, self._stroke = self._stroke, None
        if stroke is not None:
            self._commit(stroke.edit, stroke.text)

    def settle(self) -> None:
        """The frame is about to change: finish the stroke on the frame it began on, give up the polygon."""
        self.release()
        self._drop_polygon()

    def cancel(self) -> None:
        """Give up what is under way."""
        stroke, self._stroke = self._stroke, None
        if stroke is not None:
            self.dropped.emit()
        self._drop_polygon()

    def remove_corner(self) -> None:
        """Take back the polygon's last corner."""
        if self._polygon is not None and self._polygon.points:
            self._polygon.points.pop()
            if not self._polygon.points:
                self._polygon = None
            self.polygonChanged.emit()

    def close_polygon(self) -> None:
        """Close the polygon and fill it with the current object."""
        polygon = self._polygon
        if polygon is None or len(polygon.points) < 3:
            return
        self._polygon = None
        self.polygonChanged.emit()
        value = self._paint_value()
        if value is not None:
            self._paint_once(polygon.index, value, polygon.points)

    def label_at(self, point: Point) -> int | None:
        """The label under ``point`` on the frame that is shown, ``None`` outside of it."""
        if self._session is None or self.shown < 0:
            return None
        height, width = self._session.size
        column, row = math.floor(point[0]), math.floor(point[1])
        if not (0 <= column < width and 0 <= row < height):
            return None
        return int(self._session.labels(self.shown)[row, column])

    def _begin_stroke(self, point: Point, erase: bool) -> None:
        value = BACKGROUND if erase else self._paint_value()
        if value is not None:
            self._stroke = Stroke(self._edit(self.shown), value, self._tools.size)
            self.move(point)

    def _pick(self, point: Point) -> None:
        label = self.label_at(point)
        if self._session is not None and label not in (None, BACKGROUND, VOID):
            self._session.select_object(int(label or 0))

    def _corner(self, point: Point, reach: float) -> None:
        if self._polygon is not None and self._polygon.closes_at(point, reach):
            self.close_polygon()
            return
        if self._polygon is None:
            self._polygon = Polygon(self.shown)
        self._polygon.add(point)
        self.polygonChanged.emit()

    def _fill(self, point: Point, erase: bool) -> None:
        value = BACKGROUND if erase else self._paint_value()
        if value is not None and self.label_at(point) is not None:
            edit = self._edit(self.shown)
            self._apply_once(edit, painting.region(edit.after, point), value, "Fill")

    def _paint_once(self, index: int, value: int, points: list[Point]) -> None:
        edit = self._edit(index)
        self._apply_once(edit, painting.polygon(edit.shape, points), value, "Polygon")

    def _apply_once(self, edit: Edit, patch: Patch | None, value: int, text: str) -> None:
        edit.apply(patch, value)
        self._commit(edit, text)

    def _touch(self, rect: Rect | None) -> None:
        if rect is not None:
            self.touched.emit(rect)

    def _edit(self, index: int) -> Edit:
        session = self._open_session()
        flags = painting.protected_ids(session.objects, session.current_object)
        return Edit(index, session.labels(index), flags)

    def _commit(self, edit: Edit, text: str) -> None:
        if edit.changed:
            self._open_session().commit_labels(edit.index, edit.finished(), text, edit.before)
        elif edit.refused:
            self.refused.emit("Those pixels belong to a locked or hidden object.", "Unlock or show it in the list.")

    def _paint_value(self) -> int | None:
        """The id to paint with: the current object, or a new one where there is none; ``None`` when it is locked."""
        session = self._open_session()
        current = _object(session, session.current_object)
        if current is None:
            new = session.add_object(None)
            session.select_object(new)
            return new
        if current.locked:
            self.refused.emit(f"“{current.name}” is locked.", "Unlock it in the list to paint it.")
            return None
        if not current.visible:
            session.set_object_visible(current.id, True)
        return current.id

    def _open_session(self) -> Session:
        if self._session is None:
            raise RuntimeError("an edit without a session")
        return self._session

    def _drop_polygon(self) -> None:
        if self._polygon is not None:
            self._polygon = None
            self.polygonChanged.emit()


def _object(session: Session, object_id: int | None) -> ObjectInfo | None:
    return next((item for item in session.objects if item.id == object_id), None)
