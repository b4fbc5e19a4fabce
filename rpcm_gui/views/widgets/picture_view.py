"""A picture that fills the room it is given, transparent parts on a chequered ground."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from core.types import UInt8Array
from rpcm_gui.views.widgets import theme

_TILE = 8
_MARGIN = 24


class PictureView(QWidget):
    """Shows one picture, or nothing and ``hint``."""

    def __init__(self, name: str, title: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setMinimumSize(240, 135)
        self._image, self._hint = QImage(), hint

    @property
    def image(self) -> QImage:
        """What is shown; null where nothing is."""
        return self._image

    def show_picture(self, picture: UInt8Array | None) -> None:
        """Show (H, W, 3) RGB or (H, W, 4) RGBA; None shows nothing."""
        self._image = QImage() if picture is None else to_image(picture)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 320)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture as large as it fits."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("canvas"))
        if self._image.isNull():
            painter.setPen(theme.colour("muted"))
            room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)
            return
        place = QRect(0, 0, 0, 0)
        place.setSize(self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(self.rect().center())
        if self._image.hasAlphaChannel():
            painter.fillRect(place, QBrush(_chequers()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)


def to_image(picture: UInt8Array) -> QImage:
    """(H, W, 3) RGB or (H, W, 4) RGBA as an image with pixels of its own."""
    data = np.ascontiguousarray(picture)
    height, width, channels = data.shape
    kind = QImage.Format.Format_RGBA8888 if channels == 4 else QImage.Format.Format_RGB888
    return QImage(data.data, width, height, width * channels, kind).copy()


def _chequers() -> QPixmap:
    tiles = QPixmap(2 * _TILE, 2 * _TILE)
    tiles.fill(theme.colour("raised"))
    painter = QPainter(tiles)
    painter.fillRect(0, 0, _TILE, _TILE, theme.colour("strong-border"))
    painter.fillRect(_TILE, _TILE, _TILE, _TILE, theme.colour("strong-border"))
    painter.end()
    return tiles
