"""The strip of the timeline: ruler, marks, reliability ribbon, range and playhead in one slider."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from rpcm_gui.views import theme
from rpcm_gui.views.timeline_track import Columns, IntArray, Track

_SIDE = 14
_RULER, _MARKS, _RIBBON = 18, 16, 34
_HEIGHT = _RULER + _MARKS + _RIBBON + 8
_GRIP = 6
_FULL_SHARE = 0.15


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
        return QSize(640, _HEIGHT)

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
        return min(max(int((x - _SIDE) / self._strip_width() * count), 0), count - 1)

    def x_of(self, frame: int) -> float:
        """The widget column of the middle of ``frame``."""
        return _SIDE + (frame + 0.5) * self._strip_width() / max(len(self._track), 1)

    def _strip_width(self) -> int:
        return max(self.width() - 2 * _SIDE, 1)

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
        if place.y() > _RULER:
            return ""
        edges = {"in": self._left_edge(), "out": self._right_edge()}
        near = {name: abs(place.x() - x) for name, x in edges.items() if abs(place.x() - x) <= _GRIP}
        return min(near, key=lambda name: near[name]) if near else ""

    def _left_edge(self) -> float:
        return _SIDE + self._range[0] * self._strip_width() / max(len(self._track), 1)

    def _right_edge(self) -> float:
        return _SIDE + (self._range[1] + 1) * self._strip_width() / max(len(self._track), 1)

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
            self._strip = _strip(self._track, self.size(), self._strip_width(), self.devicePixelRatioF())
        painter.drawPixmap(0, 0, self._strip)
        if len(self._track):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_range(painter, self._left_edge(), self._right_edge(), self.size())
            _paint_playhead(painter, self.x_of(self.value()), self.isEnabled())
        painter.end()


def _strip(track: Track, size: QSize, width: int, ratio: float) -> QPixmap:
    """Everything that changes only with the track or the size, drawn once."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(theme.colour("window"))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    lane = QRectF(_SIDE - 4, _RULER, width + 8, _MARKS + _RIBBON)
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.setBrush(theme.colour("panel"))
    painter.drawRoundedRect(lane, 5, 5)
    if len(track):
        _paint_ruler(painter, len(track), width)
        ribbon = ribbon_image(track.columns(width), _RIBBON)
        painter.drawImage(QRect(_SIDE, _RULER + _MARKS, width, _RIBBON), ribbon)
        annotated, reviewed = track.marks(width)
        _paint_ticks(painter, reviewed)
        _paint_diamonds(painter, annotated)
    painter.end()
    return pixmap


def ribbon_image(columns: Columns, height: int) -> QImage:
    """The reliability ribbon: per column a bar as high as the share of unsure pixels, green through amber to red.

    A thin line at the foot shows how far predictions reach. Bars are full at 15 % unsure, on a root scale, since
    most frames lie below 2 %.
    """
    share = np.sqrt(np.clip(columns.unsure / _FULL_SHARE, 0, 1))
    bar = np.where(columns.predicted, 3 + np.ceil(share * (height - 5)), 0)
    rows = height - np.arange(height)[:, None]
    tint = _ramp()[(share * 255).astype(np.uint8)]
    pixels = np.where(rows <= bar[None, :], tint[None, :], np.uint32(0))
    picture = QImage(len(share), height, QImage.Format.Format_ARGB32)
    target = np.frombuffer(picture.bits(), np.uint32).reshape(height, len(share))
    target[:] = pixels
    return picture


def _ramp() -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    stops = [theme.colour(name) for name in ("good", "warning", "error")]
    channels = [
        np.interp(np.arange(256), (0, 100, 220), [getattr(stop, name)() for stop in stops]).astype(np.uint32)
        for name in ("red", "green", "blue")
    ]
    packed: np.ndarray[tuple[int], np.dtype[np.uint32]] = (
        np.uint32(0xFF000000) | channels[0] << 16 | channels[1] << 8 | channels[2]
    )
    return packed


def tick_step(frame_count: int, width: int) -> int:
    """Frames between labels of the ruler: 1, 2 or 5 times a power of ten, with 60 screen pixels for each."""
    least = frame_count * 60 / max(width, 1)
    base = 10 ** max(math.floor(math.log10(max(least, 1))), 0)
    return next(factor * base for factor in (1, 2, 5, 10) if factor * base >= least)


def _paint_ruler(painter: QPainter, frame_count: int, width: int) -> None:
    step, scale = tick_step(frame_count, width), width / frame_count
    font = painter.font()
    font.setPixelSize(10)
    painter.setFont(font)
    for frame in range(0, frame_count, step):
        x = round(_SIDE + (frame + 0.5) * scale)
        painter.setPen(theme.colour("strong-border"))
        painter.drawLine(x, _RULER - 4, x, _RULER - 1)
        painter.setPen(theme.colour("faint"))
        painter.drawText(QRectF(x - 30, 0, 60, _RULER - 4), Qt.AlignmentFlag.AlignCenter, str(frame))


def _paint_diamonds(painter: QPainter, columns: IntArray) -> None:
    painter.setPen(QPen(theme.colour("panel"), 1))
    painter.setBrush(theme.colour("accent"))
    y = _RULER + _MARKS / 2
    for x in columns.tolist():
        middle = _SIDE + x + 0.5
        painter.drawPolygon(
            QPolygonF([QPointF(middle, y - 5), QPointF(middle + 5, y), QPointF(middle, y + 5), QPointF(middle - 5, y)])
        )


def _paint_ticks(painter: QPainter, columns: IntArray) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("good"), 1.8))
    y = _RULER + _MARKS + 7
    for x in columns.tolist():
        middle = _SIDE + x + 0.5
        corners = [QPointF(middle - 3.5, y), QPointF(middle - 1, y + 3), QPointF(middle + 4, y - 3.5)]
        painter.drawPolyline(QPolygonF(corners))


def _paint_range(painter: QPainter, left: float, right: float, size: QSize) -> None:
    shade = QColor(theme.colour("canvas", 0.62))
    top, height = _RULER, _MARKS + _RIBBON
    painter.fillRect(QRectF(_SIDE - 4, top, max(left - _SIDE + 4, 0), height), shade)
    painter.fillRect(QRectF(right, top, max(size.width() - _SIDE + 4 - right, 0), height), shade)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("muted"))
    for x, way in ((left, 1), (right, -1)):
        painter.drawPolygon(
            QPolygonF([QPointF(x, _RULER - 11), QPointF(x + 7 * way, _RULER - 11), QPointF(x, _RULER - 3)])
        )
        painter.drawRect(QRectF(x - 0.75, _RULER - 11, 1.5, height + 11))


def _paint_playhead(painter: QPainter, x: float, enabled: bool) -> None:
    tint = theme.colour("text" if enabled else "faint")
    painter.setPen(QPen(tint, 1.6))
    painter.drawLine(QPointF(x, 8), QPointF(x, _RULER + _MARKS + _RIBBON + 3))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawPolygon(
        QPolygonF([QPointF(x - 5.5, 1), QPointF(x + 5.5, 1), QPointF(x + 5.5, 7), QPointF(x, 13), QPointF(x - 5.5, 7)])
    )
