"""How the canvas paints one side of a comparison, and the grid between pixels."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from rpcm_gui.views import theme
from rpcm_gui.views.viewport import Viewport

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
