"""What the tools draw over the picture: the brush's ring and the outline under way."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from rpcm_gui.views import theme
from rpcm_gui.views.editor import Outline
from rpcm_gui.views.edits import Polygon
from rpcm_gui.views.painting import snapped
from rpcm_gui.views.tool_state import ToolState
from rpcm_gui.views.viewport import Viewport


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
