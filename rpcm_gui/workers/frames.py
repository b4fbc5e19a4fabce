"""Decoding off the GUI thread: frames are asked for by number and answered in their own time, late ones dropped."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from core.types import Frame
from core.video import FrameSource
from rpcm_gui.cache import ByteCache
from rpcm_gui.failures import Failure, failure

log = logging.getLogger(__name__)

CACHE_BYTES = 256 * 2**20
READ_AHEAD = 8

Opener = Callable[[], FrameSource]


@dataclass(frozen=True, slots=True)
class FrameRequest:
    """The frame wanted now. A higher ``generation`` makes every earlier request pointless."""

    generation: int
    index: int


@dataclass(frozen=True, slots=True)
class FrameReady:
    """The answer to the request of the same ``generation``."""

    generation: int
    frame: Frame


@dataclass(frozen=True, slots=True)
class FrameFailed:
    """Frame ``index`` cannot be had: the other answer to a request."""

    generation: int
    index: int
    problem: Failure


class Newest:
    """The generation asked for last: written by the GUI thread, read by the decoder, so that it skips old requests."""

    def __init__(self) -> None:
        self.generation = 0


class Decoder(QObject):
    """Lives on the decode thread; owns its container and its cache."""

    ready = Signal(object)
    failed = Signal(object)
    _more = Signal(object)

    def __init__(self, opener: Opener, newest: Newest) -> None:
        super().__init__()
        self._opener = opener
        self._newest = newest
        self._source: FrameSource | None = None
        self._cache: ByteCache[Frame] = ByteCache(CACHE_BYTES, lambda frame: frame.image.nbytes)
        self._last = 0
        # Queued: each frame read ahead is an event of its own, so that a new request comes in between.
        self._more.connect(self._read_ahead, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def request(self, request: FrameRequest) -> None:
        """Answer with :class:`FrameReady`, unless a newer request is known by now."""
        if request.generation != self._newest.generation:
            return
        try:
            frame = self._frame(request.index)
        except Exception as error:
            log.exception("frame %d cannot be decoded", request.index)
            self.failed.emit(FrameFailed(request.generation, request.index, failure(error)))
            return
        self.ready.emit(FrameReady(request.generation, frame))
        step = -1 if request.index < self._last else 1
        self._last = request.index
        self._more.emit((request, step, 1))

    @Slot(object)
    def _read_ahead(self, task: tuple[FrameRequest, int, int]) -> None:
        request, step, distance = task
        index = request.index + step * distance
        if request.generation != self._newest.generation or self._source is None or distance > READ_AHEAD:
            return
        if not 0 <= index < self._source.frame_count:
            return
        try:
            self._frame(index)
        except Exception:
            # Nobody asked for this frame yet: whoever does is told then.
            log.exception("frame %d cannot be read ahead", index)
            return
        self._more.emit((request, step, distance + 1))

    def _frame(self, index: int) -> Frame:
        cached = self._cache.get(index)
        if cached is not None:
            return cached
        if self._source is None:
            self._source = self._opener()
        frame = self._source.read(index)
        self._cache.put(index, frame)
        return frame

    @Slot()
    def close(self) -> None:
        """Let go of the container; called on the decode thread as it ends."""
        if self._source is not None:
            self._source.close()
            self._source = None


class FrameLoader(QObject):
    """The GUI thread's end of the decoder: ``request`` a frame, ``frame_ready`` brings the newest one wanted.

    Or else ``failed`` says that it cannot be had, with a :class:`FrameFailed`.
    """

    frame_ready = Signal(object)
    failed = Signal(object)
    _asked = Signal(object)

    def __init__(self, opener: Opener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = Newest()
        self._thread = QThread()
        self._thread.setObjectName("decode")
        self._decoder = Decoder(opener, self._newest)
        self._decoder.moveToThread(self._thread)
        self._asked.connect(self._decoder.request)
        self._decoder.ready.connect(self._receive)
        self._decoder.failed.connect(self._receive_failure)
        self._thread.finished.connect(self._decoder.close, Qt.ConnectionType.DirectConnection)
        self._thread.start()

    def request(self, index: int) -> None:
        """Ask for frame ``index``; what was asked before and is not answered yet never will be."""
        self._newest.generation += 1
        self._asked.emit(FrameRequest(self._newest.generation, index))

    @Slot(object)
    def _receive(self, answer: FrameReady) -> None:
        if answer.generation == self._newest.generation:
            self.frame_ready.emit(answer.frame)

    @Slot(object)
    def _receive_failure(self, answer: FrameFailed) -> None:
        if answer.generation == self._newest.generation:
            self.failed.emit(answer)

    def close(self) -> None:
        """End the thread; a frame being decoded is finished first."""
        self._newest.generation += 1
        self._thread.quit()
        self._thread.wait()
