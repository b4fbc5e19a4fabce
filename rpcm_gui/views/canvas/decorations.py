"""Small helps on the canvas: the minimap in its corner and the line of a wipe.

How the canvas paints one side of a comparison, and the grid between pixels.

What the tools draw over the picture: the brush's ring and the outline under way.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from rpcm_gui.views.canvas.viewport import Viewport
from rpcm_gui.views.painting.overlay import Layers
from rpcm_gui.views.painting.rasterize import snapped
from rpcm_gui.views.painting.strokes import Polygon
from rpcm_gui.views.painting.tool_controller import Outline
from rpcm_gui.views.widgets import theme
from rpcm_gui.views.widgets.tool_state import ToolState

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


_GRID_FROM = 14.0


def side(
    painter: QPainter, paint: Callable[[QPainter, float], None], viewport: Viewport, area: QRect, ratio: float
) -> None:  # fmt: skip
    """Let ``paint`` draw in image coordinates, seen through ``viewport`` and only inside ``area``."""
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.fillRect(area, theme.colour("canvas"))
    painter.translate(viewport.x, viewport.y)
    painter.scale(viewport.zoom, viewport.zoom)
    paint(painter, viewport.zoom * ratio)
    painter.restore()


def grid(painter: QPainter, area: QRectF, viewport: Viewport, image: QSize) -> None:
    """Lines between the pixels inside ``area``, once pixels are large enough to tell apart."""
    if viewport.zoom < _GRID_FROM:
        return
    seen = area & viewport.frame(image)
    first, last = viewport.to_image(seen.topLeft()), viewport.to_image(seen.bottomRight())
    painter.setPen(QPen(theme.colour("shade", 0.35), 1))
    for column in range(int(first.x()), int(last.x()) + 1):
        x = round(viewport.to_widget(QPointF(column, 0)).x())
        painter.drawLine(x, round(seen.top()), x, round(seen.bottom()))
    for row in range(int(first.y()), int(last.y()) + 1):
        y = round(viewport.to_widget(QPointF(0, row)).y())
        painter.drawLine(round(seen.left()), y, round(seen.right()), y)


def ring(painter: QPainter, place: QPointF, tools: ToolState, viewport: Viewport) -> None:
    """The brush where it would paint: round, or square on the pixels it would cover."""
    radius = max(tools.size * viewport.zoom / 2, 2.0)
    if tools.options.square:
        at = viewport.to_image(place)
        place = viewport.to_widget(QPointF(*snapped((at.x(), at.y()), tools.size)))
    area = QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)
    for pen in (QPen(theme.colour("shade", 0.8), 2.6), QPen(theme.colour("on-accent"), 1.2)):
        painter.setPen(pen)
        if tools.options.square:
            painter.drawRect(area)
        else:
            painter.drawEllipse(area)


def outline(painter: QPainter, drawn: Outline, viewport: Viewport, pointer: QPointF | None) -> None:
    """The outline under way; a polygon goes on to the pointer."""
    line = [viewport.to_widget(QPointF(x, y)) for x, y in drawn.line]
    if isinstance(drawn.shape, Polygon) and pointer is not None:
        line.append(pointer)
    tint = "error" if drawn.erase else "accent"
    painter.setBrush(theme.colour(tint, 0.18))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF(line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(theme.colour("shade", 0.7), 3.2), QPen(theme.colour(tint), 1.6)):
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(line))
    painter.setBrush(theme.colour("on-accent"))
    for number, (x, y) in enumerate(drawn.corners):
        radius = 5.0 if number == 0 else 3.2
        painter.drawEllipse(viewport.to_widget(QPointF(x, y)), radius, radius)
