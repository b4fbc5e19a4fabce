"""Decoding off the GUI thread: frames are asked for by number and answered in their own time, late ones dropped.

Where there is a proxy its small picture comes first, and the frame itself when no other one has been asked for a while.

A proxy's small pictures, read on a thread of their own: a long seek in the clip itself never keeps them waiting.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from core.types import Frame
from core.video.frame_source import FrameSource, ReadGivenUpError
from core.video.proxy import Preview, Proxy
from rpcm_gui.base.cache import ByteCache
from rpcm_gui.base.failures import Failure, failure
from rpcm_gui.workers.job import decode_beside_the_window

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


CACHE_BYTES = 256 * 2**20
READ_AHEAD = 8
REST_MILLISECONDS = 120
"""With a proxy the frame itself is decoded when the position has rested for so long."""

Opener = Callable[[], FrameSource]


@dataclass(frozen=True, slots=True)
class FrameRequest:
    """The frame wanted now. A higher ``generation`` makes every earlier request pointless.

    ``urgent`` requests are worked on to their end all the same, so that something is seen while the position moves;
    others, whose preview is seen already, are given up on the way.
    """

    generation: int
    index: int
    urgent: bool = True


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
        self._request = FrameRequest(0, 0)
        # Queued: each frame read ahead is an event of its own, so that a new request comes in between.
        self._more.connect(self._read_ahead, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def request(self, request: FrameRequest) -> None:
        """Answer with :class:`FrameReady`, unless a newer request is known by now."""
        if request.generation != self._newest.generation:
            return
        try:
            frame = self._frame(request.index, request)
        except ReadGivenUpError:
            return
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
            self._frame(index, request)
        except ReadGivenUpError:
            return
        except Exception:
            # Nobody asked for this frame yet: anyone who does is told then.
            log.exception("frame %d cannot be read ahead", index)
            return
        self._more.emit((request, step, distance + 1))

    def _frame(self, index: int, request: FrameRequest) -> Frame:
        cached = self._cache.get(index)
        if cached is not None:
            return cached
        self._request = request
        if self._source is None:
            self._source = self._opener()
            self._source.give_up(self._is_pointless)
        frame = self._source.read(index)
        self._cache.put(index, frame)
        return frame

    def _is_pointless(self) -> bool:
        return not self._request.urgent and self._request.generation != self._newest.generation

    @Slot()
    def close(self) -> None:
        """Let go of the container; called on the decode thread as it ends."""
        if self._source is not None:
            self._source.close()
            self._source = None


class FrameLoader(QObject):
    """The GUI thread's end of the decoder: ``request`` a frame, ``frame_ready`` brings the newest one wanted.

    Or else ``failed`` says that it cannot be had, with a :class:`FrameFailed`. While there is a proxy
    ``preview_ready`` brings a :class:`.Preview` of the frame before; ``proxy_failed`` carries the
    :class:`Failure` for which the proxy is used no more.
    """

    frame_ready = Signal(object)
    failed = Signal(object)
    preview_ready = Signal(object)
    proxy_failed = Signal(object)
    _asked = Signal(object)

    def __init__(self, opener: Opener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = Newest()
        self._index = 0
        self._proxy: Proxy | None = None
        self._thread = QThread()
        self._thread.setObjectName("decode")
        self._decoder = Decoder(opener, self._newest)
        self._decoder.moveToThread(self._thread)
        self._asked.connect(self._decoder.request)
        self._decoder.ready.connect(self._receive)
        self._decoder.failed.connect(self._receive_failure)
        self._thread.started.connect(decode_beside_the_window, Qt.ConnectionType.DirectConnection)
        self._thread.finished.connect(self._decoder.close, Qt.ConnectionType.DirectConnection)
        self._thread.start()
        self._previews = PreviewThread(self._newest, self)
        self._previews.ready.connect(self._receive_preview)
        self._previews.failed.connect(self._lose_proxy)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self._ask_decoder)

    def request(self, index: int) -> None:
        """Ask for frame ``index``; what was asked before and is not answered yet never will be."""
        self._newest.generation += 1
        self._index = index
        if self._proxy is None:
            self._ask_decoder()
        else:
            self._previews.request(PreviewRequest(self._newest.generation, index, self._proxy))
            self._rest.start()

    def use_proxy(self, proxy: Proxy | None) -> None:
        """Show ``proxy``'s pictures first from the next request on; None for frames alone."""
        self._proxy = proxy

    @Slot()
    def _ask_decoder(self) -> None:
        self._rest.stop()
        self._asked.emit(FrameRequest(self._newest.generation, self._index, urgent=self._proxy is None))

    @Slot(object)
    def _receive(self, answer: FrameReady) -> None:
        if answer.generation == self._newest.generation:
            self.frame_ready.emit(answer.frame)

    @Slot(object)
    def _receive_failure(self, answer: FrameFailed) -> None:
        if answer.generation == self._newest.generation:
            self.failed.emit(answer)

    @Slot(object)
    def _receive_preview(self, answer: PreviewReady) -> None:
        # Where the frame has been asked for it may have come already: the picture would be a step back.
        if answer.generation == self._newest.generation and self._rest.isActive():
            if answer.preview is None:
                self._ask_decoder()
            else:
                self.preview_ready.emit(answer.preview)

    @Slot(object)
    def _lose_proxy(self, answer: PreviewFailed) -> None:
        if self._proxy is not None:
            self._proxy = None
            self.proxy_failed.emit(answer.problem)
        if self._rest.isActive():
            self._ask_decoder()

    def close(self) -> None:
        """End the threads; a frame being decoded is finished first."""
        self._newest.generation += 1
        self._rest.stop()
        self._previews.close()
        self._thread.quit()
        self._thread.wait()
