"""How the timeline's strip is painted: ruler, ribbon, marks, range and playhead."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QPolygonF

from core.types import Float32Array, ObjectInfo
from rpcm_gui.views.timeline.track import Columns, IntArray, Track
from rpcm_gui.views.widgets import theme

SIDE = 14
RULER, MARKS, RIBBON = 18, 16, 34
HEIGHT = RULER + MARKS + RIBBON + 8
LANE, LANES_MOST, LANES_HEIGHT = 7, 28, 63
_FULL_SHARE = 0.15


def lanes_height(count: int) -> int:
    """Height of the lanes of ``count`` objects: they get thinner the more there are."""
    return min(count * LANE, LANES_HEIGHT)


def strip(track: Track, objects: Sequence[ObjectInfo], size: QSize, width: int, ratio: float) -> QPixmap:
    """Everything that changes only with the track, the objects or the size, drawn once."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(theme.colour("window"))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    lane = QRectF(SIDE - 4, RULER, width + 8, MARKS + RIBBON)
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.setBrush(theme.colour("panel"))
    painter.drawRoundedRect(lane, 5, 5)
    if len(track):
        _paint_ruler(painter, track, width)
        ribbon = ribbon_image(track.columns(width), RIBBON)
        painter.drawImage(QRect(SIDE, RULER + MARKS, width, RIBBON), ribbon)
        annotated, reviewed, reference = track.marks(width)
        _paint_rings(painter, reference)
        _paint_ticks(painter, reviewed)
        _paint_diamonds(painter, annotated)
        _paint_lanes(painter, track, objects[:LANES_MOST], width)
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
    base = int(10 ** max(math.floor(math.log10(max(least, 1))), 0))
    return next(factor * base for factor in (1, 2, 5, 10) if factor * base >= least)


def lane_image(lane: Float32Array, rgb: tuple[int, int, int]) -> QImage:
    """One row of ``lane`` (W,): the object's colour where it is, the paler the less sure the network was of it."""
    sure = np.clip((lane - 0.5) * 2, 0, 1)
    alpha = np.where(lane > 0, 70 + sure * 185, 0).astype(np.uint32)
    picture = QImage(len(lane), 1, QImage.Format.Format_ARGB32)
    red, green, blue = rgb
    target = np.frombuffer(picture.bits(), np.uint32)
    target[:] = alpha << 24 | red << 16 | green << 8 | blue
    return picture


def _paint_lanes(painter: QPainter, track: Track, objects: Sequence[ObjectInfo], width: int) -> None:
    top, height = RULER + MARKS + RIBBON + 5, lanes_height(len(objects)) / max(len(objects), 1)
    for number, info in enumerate(objects):
        area = QRectF(SIDE, top + number * height, width, max(height - 2, 1.5))
        painter.fillRect(area, theme.colour("panel"))
        row = lane_image(track.lane(info.id, width), info.colour)
        painter.drawImage(area, row, QRectF(row.rect()))


def _paint_ruler(painter: QPainter, track: Track, width: int) -> None:
    frame_count, first = len(track), track.first
    step, scale = tick_step(frame_count, width), width / frame_count
    font = painter.font()
    font.setPixelSize(10)
    painter.setFont(font)
    for frame in range(-(-first // step) * step, first + frame_count, step):
        x = round(SIDE + (frame - first + 0.5) * scale)
        painter.setPen(theme.colour("strong-border"))
        painter.drawLine(x, RULER - 4, x, RULER - 1)
        painter.setPen(theme.colour("faint"))
        painter.drawText(QRectF(x - 30, 0, 60, RULER - 4), Qt.AlignmentFlag.AlignCenter, str(frame))


def _paint_diamonds(painter: QPainter, columns: IntArray) -> None:
    painter.setPen(QPen(theme.colour("panel"), 1))
    painter.setBrush(theme.colour("accent"))
    y = RULER + MARKS / 2
    for x in columns.tolist():
        middle = SIDE + x + 0.5
        painter.drawPolygon(
            QPolygonF([QPointF(middle, y - 5), QPointF(middle + 5, y), QPointF(middle, y + 5), QPointF(middle - 5, y)])
        )


def _paint_rings(painter: QPainter, columns: IntArray) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    for x in columns.tolist():
        painter.drawEllipse(QPointF(SIDE + x + 0.5, RULER + MARKS / 2), 3.5, 3.5)


def _paint_ticks(painter: QPainter, columns: IntArray) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("good"), 1.8))
    y = RULER + MARKS + 7
    for x in columns.tolist():
        middle = SIDE + x + 0.5
        corners = [QPointF(middle - 3.5, y), QPointF(middle - 1, y + 3), QPointF(middle + 4, y - 3.5)]
        painter.drawPolyline(QPolygonF(corners))


def paint_range(painter: QPainter, left: float, right: float, size: QSize) -> None:
    """Darken what lies outside of the range and draw its two handles."""
    shade = QColor(theme.colour("canvas", 0.62))
    top, height = RULER, size.height() - RULER - 4
    least, most = SIDE - 4.0, size.width() - SIDE + 4.0
    painter.fillRect(QRectF(least, top, min(max(left, least), most) - least, height), shade)
    begins = min(max(right, least), most)
    painter.fillRect(QRectF(begins, top, most - begins, height), shade)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("muted"))
    for x, way in ((left, 1), (right, -1)):
        if not least <= x <= most:
            continue
        painter.drawPolygon(
            QPolygonF([QPointF(x, RULER - 11), QPointF(x + 7 * way, RULER - 11), QPointF(x, RULER - 3)])
        )
        painter.drawRect(QRectF(x - 0.75, RULER - 11, 1.5, height + 11))


def paint_playhead(painter: QPainter, x: float, height: int, enabled: bool) -> None:
    """Draw the playhead at column ``x``."""
    tint = theme.colour("text" if enabled else "faint")
    painter.setPen(QPen(tint, 1.6))
    painter.drawLine(QPointF(x, 8), QPointF(x, height - 3))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawPolygon(
        QPolygonF([QPointF(x - 5.5, 1), QPointF(x + 5.5, 1), QPointF(x + 5.5, 7), QPointF(x, 13), QPointF(x - 5.5, 7)])
    )
