"""A proxy's small pictures, read on a thread of their own: a long seek in the clip itself never keeps them waiting."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, Signal, Slot

from core.video.proxy import Preview, Proxy
from rpcm_gui.failures import Failure, failure

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """The frame of which a picture is wanted now, and the proxy that has it."""

    generation: int
    index: int
    proxy: Proxy


@dataclass(frozen=True, slots=True)
class PreviewReady:
    """The answer to the request of the same ``generation``; None where the proxy has no picture of the frame."""

    generation: int
    preview: Preview | None


@dataclass(frozen=True, slots=True)
class PreviewFailed:
    """The proxy is not what it should be: the other answer."""

    generation: int
    problem: Failure


class Newest:
    """The generation asked for last: written by the GUI thread, read by workers, so that they skip old requests."""

    def __init__(self) -> None:
        self.generation = 0


class _Reader(QObject):
    """Lives on the thread of previews."""

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, newest: Newest) -> None:
        super().__init__()
        self._newest = newest

    @Slot(object)
    def read(self, request: PreviewRequest) -> None:
        """Answer with :class:`PreviewReady` or :class:`PreviewFailed`, unless a newer request is known by now."""
        if request.generation != self._newest.generation:
            return
        try:
            preview = request.proxy.read(request.index)
        except Exception as error:
            log.exception("no preview of frame %d", request.index)
            self.failed.emit(PreviewFailed(request.generation, failure(error)))
            return
        self.ready.emit(PreviewReady(request.generation, preview))


class PreviewThread(QObject):
    """The GUI thread's end: ``request`` a picture, ``ready`` or ``failed`` bring the answer."""

    ready = Signal(object)
    failed = Signal(object)
    _asked = Signal(object)

    def __init__(self, newest: Newest, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread()
        self._thread.setObjectName("previews")
        self._reader = _Reader(newest)
        self._reader.moveToThread(self._thread)
        self._asked.connect(self._reader.read)
        self._reader.ready.connect(self.ready)
        self._reader.failed.connect(self.failed)

    def request(self, request: PreviewRequest) -> None:
        """Ask for a picture; the thread starts with the first."""
        if not self._thread.isRunning():
            self._thread.start()
        self._asked.emit(request)

    def close(self) -> None:
        """End the thread; a picture being read is finished first."""
        self._thread.quit()
        self._thread.wait()
