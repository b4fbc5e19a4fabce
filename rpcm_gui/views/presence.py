"""Keeps a track informed of where the objects are, a few frames at a time, so that nobody has to wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from core.types import BoolArray
from rpcm_gui.views.links import Links
from rpcm_gui.views.timeline_track import Track

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session

CHUNK = 200
"""Frames asked for at a time; that takes a few milliseconds."""
_MILLISECONDS = 40


class PresenceFeed(QObject):
    """Asks the session for the frames that changed. ``arrived`` says that the track has something new."""

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._links = Links()
        self._session: Session | None = None
        self._track = Track(0)
        self._stale: BoolArray = np.zeros(0, np.bool_)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_MILLISECONDS)
        self._timer.timeout.connect(self._ask)

    def set_session(self, session: Session | None, track: Track) -> None:
        """Inform ``track`` of ``session`` from now on (``None``: of nothing)."""
        self._links.cut()
        self._timer.stop()
        self._session, self._track = session, track
        self._stale = np.ones(len(track), np.bool_)
        if session is not None:
            self._links.connect(session.summaryChanged, self._changed)
            self._timer.start()

    def _changed(self, first: int, last: int) -> None:
        self._stale[first : last + 1] = True
        if not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        waiting = np.flatnonzero(self._stale)
        if self._session is None or not waiting.size:
            return
        first = int(waiting[0])
        last = min(first + CHUNK, len(self._stale)) - 1
        last = int(waiting[waiting <= last][-1])
        self._track.update_presence(first, last, self._session.presence(first, last))
        self._stale[first : last + 1] = False
        self.arrived.emit()
        if waiting[-1] > last:
            self._timer.start()
