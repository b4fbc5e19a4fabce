"""The filmstrip under the timeline: small pictures of the frames that the timeline shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.types import UInt8Array
from rpcm_gui.base.language import tr
from rpcm_gui.views.timeline.strip import SIDE
from rpcm_gui.views.timeline.track import Window
from rpcm_gui.views.widgets import theme
from rpcm_gui.views.widgets.basics import Links

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session

HEIGHT = 44
_REST_MILLISECONDS = 80


class Filmstrip(QWidget):
    """Pictures side by side, each of the frame in the middle of its place. ``chosen`` carries a clicked frame."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline.filmstrip")
        self.setAccessibleName(tr("Filmstrip"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._session: Session | None = None
        self._links = Links()
        self._window = Window(0, 0)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MILLISECONDS)
        self._rest.timeout.connect(self._request)

    def sizeHint(self) -> QSize:
        """As high as its pictures."""
        return QSize(640, HEIGHT + 4)

    def set_session(self, session: Session | None) -> None:
        """Show the frames of ``session`` (``None``: nothing)."""
        self._links.cut()
        self._rest.stop()
        self._session = session
        if session is not None:
            self._links.connect(session.thumbnails.ready, self._arrived)
            self._rest.start()
        self.update()

    def show_window(self, window: Window) -> None:
        """Show these frames; their pictures are asked for when the window rests."""
        self._window = window
        if self._session is not None:
            self._rest.start()
        self.update()

    def frames(self) -> list[int]:
        """The frame of every place, from left to right."""
        places, count = self._places(), self._window.count
        if not count:
            return []
        return [self._window.first + (2 * number + 1) * count // (2 * places) for number in range(places)]

    def setVisible(self, visible: bool) -> None:
        """Ask for pictures only while it is seen."""
        super().setVisible(visible)
        if visible and self._session is not None:
            self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is room for more or fewer pictures."""
        super().resizeEvent(event)
        if self._session is not None:
            self._rest.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the frame of the picture that is clicked."""
        frames = self.frames()
        if frames:
            place = int((event.position().x() - SIDE) * len(frames) / max(self.width() - 2 * SIDE, 1))
            self.chosen.emit(frames[min(max(place, 0), len(frames) - 1)])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pictures that are there."""
        del event
        painter = QPainter(self)
        frames, session = self.frames(), self._session
        for number, frame in enumerate(frames):
            left, right = self._edge(number, len(frames)), self._edge(number + 1, len(frames))
            area = QRect(left, 0, right - left - 1, HEIGHT)
            picture = session.thumbnails.get(frame) if session is not None else None
            painter.fillRect(area, theme.colour("panel"))
            if picture is not None:
                _paint(painter, area, picture)
        painter.end()

    def _places(self) -> int:
        height, width = self._session.size if self._session is not None else (9, 16)
        return max((self.width() - 2 * SIDE) // max(round(HEIGHT * width / height), 24), 1)

    def _edge(self, number: int, places: int) -> int:
        return SIDE + number * (self.width() - 2 * SIDE) // max(places, 1)

    def _request(self) -> None:
        if self._session is not None and self.isVisible():
            self._session.thumbnails.request(list(dict.fromkeys(self.frames())))

    def _arrived(self, frame: int) -> None:
        del frame
        self.update()


def _paint(painter: QPainter, area: QRect, picture: UInt8Array) -> None:
    """The middle of ``picture``, as much of it as fits ``area``."""
    height, width = picture.shape[:2]
    image = QImage(picture.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    seen = min(area.width() * height // max(area.height(), 1), width)
    painter.drawImage(area, image, QRect((width - seen) // 2, 0, seen, height))
