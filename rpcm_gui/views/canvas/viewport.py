"""How image pixels lie in the widget: a zoom and an offset, as a value."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSize

from rpcm_gui.views.painting.overlay import Rect

SMALLEST, LARGEST = 0.02, 64.0
_MARGIN = 16


@dataclass(frozen=True, slots=True)
class Viewport:
    """``zoom`` is screen pixels per image pixel, (``x``, ``y``) the widget position of the image's top left corner.

    The offset is whole, so that at a whole zoom every image pixel is a whole square of screen pixels.
    """

    zoom: float = 1.0
    x: int = 0
    y: int = 0

    @staticmethod
    def fitting(image: QSize, widget: QSize) -> Viewport:
        """The largest view that shows the whole ``image`` centred in ``widget`` (never above 8 times)."""
        room_x, room_y = max(widget.width() - 2 * _MARGIN, 1), max(widget.height() - 2 * _MARGIN, 1)
        zoom = min(room_x / max(image.width(), 1), room_y / max(image.height(), 1), 8.0)
        return Viewport.centred(image, widget, zoom)

    @staticmethod
    def centred(image: QSize, widget: QSize, zoom: float) -> Viewport:
        """The ``image`` at ``zoom`` in the middle of ``widget``."""
        zoom = _limited(zoom)
        return Viewport(
            zoom,
            round((widget.width() - image.width() * zoom) / 2),
            round((widget.height() - image.height() * zoom) / 2),
        )

    def zoomed(self, factor: float, about: QPointF) -> Viewport:
        """Zoom by ``factor`` while the image point under the widget point ``about`` stays (to half a screen pixel)."""
        zoom = _limited(self.zoom * factor)
        point = self.to_image(about)
        return Viewport(zoom, round(about.x() - point.x() * zoom), round(about.y() - point.y() * zoom))

    def panned(self, dx: float, dy: float) -> Viewport:
        """Move the image by a number of screen pixels."""
        return replace(self, x=round(self.x + dx), y=round(self.y + dy))

    def to_image(self, point: QPointF) -> QPointF:
        """Image coordinates of a widget point; pixel (column c, row r) covers c..c+1 and r..r+1."""
        return QPointF((point.x() - self.x) / self.zoom, (point.y() - self.y) / self.zoom)

    def to_widget(self, point: QPointF) -> QPointF:
        """Widget coordinates of an image point."""
        return QPointF(point.x() * self.zoom + self.x, point.y() * self.zoom + self.y)

    def covering(self, rect: Rect) -> QRect:
        """The widget rectangle that holds every screen pixel of the image rectangle ``rect``."""
        left, top = math.floor(rect.left * self.zoom) + self.x, math.floor(rect.top * self.zoom) + self.y
        right, bottom = math.ceil(rect.right * self.zoom) + self.x, math.ceil(rect.bottom * self.zoom) + self.y
        return QRect(left - 1, top - 1, right - left + 2, bottom - top + 2)

    def frame(self, image: QSize) -> QRectF:
        """The widget rectangle of the whole image."""
        return QRectF(self.x, self.y, image.width() * self.zoom, image.height() * self.zoom)


def _limited(zoom: float) -> float:
    return min(max(zoom, SMALLEST), LARGEST)
