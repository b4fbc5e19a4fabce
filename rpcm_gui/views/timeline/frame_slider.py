"""The strip of the timeline: ruler, marks, reliability ribbon, range and playhead in one slider."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from core.types import ObjectInfo
from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import tip
from rpcm_gui.views.timeline.strip import HEIGHT, RULER, SIDE, lanes_height, paint_playhead, paint_range, strip
from rpcm_gui.views.timeline.track import Track, Window

_GRIP = 6
_ROOM = 3
"""Objects that there is room for from the start: each further one makes the picture above smaller."""


class FrameSlider(QAbstractSlider):
    """A slider over frames; ``value`` is the current frame.

    Click or drag scrubs; the handles at both ends of the range drag it (``rangeDragged``: first and last frame).
    """

    rangeDragged = Signal(int, int)
    windowChanged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline.slider")
        self.setAccessibleName(tr("Frame"))
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._track = Track(0)
        self._objects: tuple[ObjectInfo, ...] = ()
        self._window = Window(0, 0)
        self._range = (0, 0)
        self._strip: QPixmap | None = None
        self._grip = ""
        self.valueChanged.connect(self.update)

    def sizeHint(self) -> QSize:
        """Wide, and as high as its lanes."""
        return QSize(640, HEIGHT + lanes_height(max(len(self._objects), _ROOM)))

    def set_objects(self, objects: tuple[ObjectInfo, ...]) -> None:
        """Show a lane for each of these objects."""
        self._objects = objects
        self.updateGeometry()
        self.refresh()

    @property
    def shown(self) -> Window:
        """The frames that are shown."""
        return self._window

    def show_window(self, window: Window) -> None:
        """Show these frames."""
        window = window.inside(len(self._track))
        if window != self._window:
            self._window = window
            self.refresh()
            self.windowChanged.emit()

    def zoom_by(self, factor: float, about: float | None = None) -> None:
        """Show fewer (factor above 1) or more frames; share ``about`` of the width stays, else the current frame."""
        first, count = self._window.first, self._window.count
        share = (self.value() - first + 0.5) / max(count, 1) if about is None else about
        self.show_window(self._window.zoomed(factor, min(max(share, 0.0), 1.0), len(self._track)))

    def set_track(self, track: Track) -> None:
        """Show this track's frames."""
        self._track = track
        self.setRange(0, max(len(track) - 1, 0))
        self.setPageStep(10)
        self._window = Window(0, len(track))
        self.refresh()
        self.windowChanged.emit()

    def set_in_out(self, first: int, last: int) -> None:
        """Show the range ``first..last``."""
        self._range = (first, last)
        self.update()

    def refresh(self) -> None:
        """The track changed: draw the strip again when next painted."""
        self._strip = None
        self.update()

    def frame_at(self, x: float) -> int:
        """The frame at widget column ``x``, the nearest one outside of the strip."""
        first, count = self._window.first, self._window.count
        frame = first + math.floor((x - SIDE) / self._strip_width() * count)
        return min(max(frame, 0), max(len(self._track) - 1, 0))

    def x_of(self, frame: int) -> float:
        """The widget column of the middle of ``frame``."""
        return self._edge(frame) + self._strip_width() / max(self._window.count, 1) / 2

    def _edge(self, frame: int) -> float:
        return SIDE + (frame - self._window.first) * self._strip_width() / max(self._window.count, 1)

    def _strip_width(self) -> int:
        return max(self.width() - 2 * SIDE, 1)

    def changeEvent(self, event: QEvent) -> None:
        """The strip is drawn in one theme only."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.refresh()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The strip is drawn for one width only."""
        self._strip = None
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a handle of the range, or scrub."""
        if event.button() == Qt.MouseButton.LeftButton and len(self._track):
            self._grip = self._grip_at(event.position())
            if not self._grip:
                self.setSliderDown(True)
            self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken."""
        frame = self.frame_at(event.position().x())
        if self._grip == "in":
            self.rangeDragged.emit(min(frame, self._range[1]), self._range[1])
        elif self._grip == "out":
            self.rangeDragged.emit(self._range[0], max(frame, self._range[0]))
        elif self.isSliderDown():
            self.setValue(frame)
        else:
            over = bool(len(self._track)) and bool(self._grip_at(event.position()))
            self.setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.PointingHandCursor)
            self.setToolTip(tip(_describe(self._track, frame)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        del event
        self._grip = ""
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl+wheel zooms at the pointer; without Ctrl it moves along."""
        steps = (event.angleDelta().y() or event.angleDelta().x()) / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.25**steps, (event.position().x() - SIDE) / self._strip_width())
        else:
            first, count = self._window.first, self._window.count
            self.show_window(Window(first - round(steps * max(count // 12, 1)), count))
        event.accept()

    def _grip_at(self, place: QPointF) -> str:
        if place.y() > RULER:
            return ""
        edges = {"in": self._edge(self._range[0]), "out": self._edge(self._range[1] + 1)}
        near = {name: abs(place.x() - x) for name, x in edges.items() if abs(place.x() - x) <= _GRIP}
        return min(near, key=lambda name: near[name]) if near else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the prepared strip, then what moves: range and playhead."""
        del event
        painter = QPainter(self)
        if self._strip is None:
            part = self._track.part(self._window.first, self._window.count)
            self._strip = strip(part, self._objects, self.size(), self._strip_width(), self.devicePixelRatioF())
        painter.drawPixmap(0, 0, self._strip)
        if len(self._track):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_range(painter, self._edge(self._range[0]), self._edge(self._range[1] + 1), self.size())
            if self._window.first <= self.value() < self._window.first + self._window.count:
                paint_playhead(painter, self.x_of(self.value()), self.height(), self.isEnabled())
        painter.end()


def _describe(track: Track, frame: int) -> str:
    if not len(track):
        return ""
    words = [tr("Frame {frame}").format(frame=frame)]
    words += [tr("a run began here")] if track.reference[frame] else []
    words += [tr("annotated")] if track.annotated[frame] else []
    words += [tr("reviewed")] if track.reviewed[frame] else []
    words += [tr("{share} uncertain").format(share=f"{track.unsure[frame]:.1%}")] if track.predicted[frame] else []
    return " · ".join(words)
