"""The strip of the timeline: ruler, marks, reliability ribbon, range and playhead in one slider."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from rpcm_gui.views.timeline_paint import HEIGHT, RULER, SIDE, paint_playhead, paint_range, strip
from rpcm_gui.views.timeline_track import Track

_GRIP = 6


class FrameSlider(QAbstractSlider):
    """A slider over frames; ``value`` is the current frame.

    Click or drag scrubs; the handles at both ends of the range drag it (``rangeDragged``: first and last frame).
    """

    rangeDragged = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline.slider")
        self.setAccessibleName("Frame")
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._track = Track(0)
        self._range = (0, 0)
        self._strip: QPixmap | None = None
        self._grip = ""
        self.valueChanged.connect(self.update)

    def sizeHint(self) -> QSize:
        """Wide, and as high as its lanes."""
        return QSize(640, HEIGHT)

    def set_track(self, track: Track) -> None:
        """Show this track's frames."""
        self._track = track
        self.setRange(0, max(len(track) - 1, 0))
        self.setPageStep(10)
        self.refresh()

    def set_in_out(self, first: int, last: int) -> None:
        """Show the range ``first..last``."""
        self._range = (first, last)
        self.update()

    def refresh(self) -> None:
        """The track changed: draw the strip anew when next painted."""
        self._strip = None
        self.update()

    def frame_at(self, x: float) -> int:
        """The frame at widget column ``x``, the nearest one outside of the strip."""
        count = max(len(self._track), 1)
        return min(max(int((x - SIDE) / self._strip_width() * count), 0), count - 1)

    def x_of(self, frame: int) -> float:
        """The widget column of the middle of ``frame``."""
        return SIDE + (frame + 0.5) * self._strip_width() / max(len(self._track), 1)

    def _strip_width(self) -> int:
        return max(self.width() - 2 * SIDE, 1)

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
            self.setToolTip(self._describe(frame))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        del event
        self._grip = ""
        self.setSliderDown(False)

    def _grip_at(self, place: QPointF) -> str:
        if place.y() > RULER:
            return ""
        edges = {"in": self._left_edge(), "out": self._right_edge()}
        near = {name: abs(place.x() - x) for name, x in edges.items() if abs(place.x() - x) <= _GRIP}
        return min(near, key=lambda name: near[name]) if near else ""

    def _left_edge(self) -> float:
        return SIDE + self._range[0] * self._strip_width() / max(len(self._track), 1)

    def _right_edge(self) -> float:
        return SIDE + (self._range[1] + 1) * self._strip_width() / max(len(self._track), 1)

    def _describe(self, frame: int) -> str:
        if not len(self._track):
            return ""
        words = [f"Frame {frame}"]
        words += ["annotated"] if self._track.annotated[frame] else []
        words += ["reviewed"] if self._track.reviewed[frame] else []
        words += [f"{self._track.unsure[frame]:.1%} unsure"] if self._track.predicted[frame] else []
        return " · ".join(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the prepared strip, then what moves: range and playhead."""
        del event
        painter = QPainter(self)
        if self._strip is None:
            self._strip = strip(self._track, self.size(), self._strip_width(), self.devicePixelRatioF())
        painter.drawPixmap(0, 0, self._strip)
        if len(self._track):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_range(painter, self._left_edge(), self._right_edge(), self.size())
            paint_playhead(painter, self.x_of(self.value()), self.isEnabled())
        painter.end()
