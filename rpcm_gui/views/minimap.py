"""Small helps on the canvas: the minimap in its corner and the line of a wipe."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPen

from rpcm_gui.overlay import Layers
from rpcm_gui.views import theme
from rpcm_gui.views.viewport import Viewport

_LONGEST, _MARGIN = 170, 12
GRIP = 7


def area(layers: Layers, viewport: Viewport, pane: QRect) -> QRectF:
    """Where the minimap is: the lower right corner of ``pane``; empty while the whole frame is seen anyway."""
    frame = viewport.frame(QSize(layers.width, layers.height))
    if QRectF(pane).adjusted(-1, -1, 1, 1).contains(frame):
        return QRectF()
    scale = _LONGEST / max(layers.width, layers.height)
    width, height = layers.width * scale, layers.height * scale
    return QRectF(pane.right() - width - _MARGIN, pane.bottom() - height - _MARGIN, width, height)


def image_point(place: QPointF, layers: Layers, where: QRectF) -> QPointF:
    """Image coordinates of a place on the minimap."""
    scale = layers.width / where.width()
    return QPointF((place.x() - where.left()) * scale, (place.y() - where.top()) * scale)


def paint(painter: QPainter, layers: Layers, viewport: Viewport, pane: QRect) -> None:
    """The whole frame, small, with the part that is seen framed."""
    where = area(layers, viewport, pane)
    if where.isEmpty():
        return
    painter.save()
    painter.fillRect(where.adjusted(-3, -3, 3, 3), theme.colour("shade", 0.75))
    layers.thumbnail(painter, where)
    scale = where.width() / layers.width
    corner, end = viewport.to_image(QPointF(pane.topLeft())), viewport.to_image(QPointF(pane.bottomRight()))
    seen = QRectF(corner * scale + where.topLeft(), end * scale + where.topLeft()) & where
    painter.setPen(QPen(theme.colour("shade", 0.8), 3))
    painter.drawRect(seen)
    painter.setPen(QPen(theme.colour("accent"), 1.4))
    painter.drawRect(seen)
    painter.restore()


def paint_wipe(painter: QPainter, x: int, height: int) -> None:
    """The line of a wipe with its grip."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("shade", 0.7), 3))
    painter.drawLine(x, 0, x, height)
    painter.setPen(QPen(theme.colour("on-accent"), 1.4))
    painter.drawLine(x, 0, x, height)
    painter.setBrush(theme.colour("accent"))
    painter.drawEllipse(QPointF(x, height / 2), GRIP, GRIP)
    painter.restore()
