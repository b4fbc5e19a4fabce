"""Small pictures of frames, decoded in the background; what was asked for last comes first."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

import cv2
import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from core.errors import UserError
from core.progress import Progress, ShouldStop
from core.types import UInt8Array, read_only
from core.video.frame_source import FrameSource
from core.video.proxy import FaultyProxyError, Proxy
from rpcm_gui.base.failures import failure
from rpcm_gui.workers.tasks import BackgroundTasks

log = logging.getLogger(__name__)

HEIGHT = 44
"""Pixels; sharp enough at twice the scale as well."""
KEPT = 2000
Opener = Callable[[], FrameSource]


class Thumbnails(QObject):
    """Pictures of ``HEIGHT`` pixels, from the proxy where there is one.

    Signals:
        ready: A frame's number, when ``get`` has it.
        proxy_failed: The :class:`Failure` for which the proxy is used no more.
    """

    ready = Signal(int)
    proxy_failed = Signal(object)
    _made = Signal(int, object)

    def __init__(self, opener: Opener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opener = opener
        self._proxy: Proxy | None = None
        self._kept: dict[int, UInt8Array] = {}
        self._wanted: list[int] = []
        self._lock = threading.Lock()
        self._work = BackgroundTasks(self)
        self._closed = False
        self._made.connect(self._take)

    def get(self, index: int) -> UInt8Array | None:
        """The picture (HEIGHT, W, 3) RGB of a frame, None while it is not there."""
        return self._kept.get(index)

    def request(self, indices: Sequence[int]) -> None:
        """Want the pictures of these frames, and no others any more."""
        with self._lock:
            self._wanted = [index for index in indices if index not in self._kept]
            idle = bool(self._wanted) and not self._work.busy
        if idle and not self._closed:
            self._work.run("Thumbnails", self._decode, self._rest)

    def use_proxy(self, proxy: Proxy | None) -> None:
        """Make the pictures from ``proxy`` from now on; None for the frames themselves."""
        self._proxy = proxy

    def close(self) -> None:
        """Stop decoding."""
        self._closed = True
        self._work.close()

    def _decode(self, progress: Progress, should_stop: ShouldStop) -> bool:
        """On a pool's thread: decode until nothing is wanted. True where it was not stopped."""
        del progress
        source: FrameSource | None = None
        try:
            while not should_stop():
                index = self._next()
                if index is None:
                    return True
                picture = self._of_proxy(index)
                if picture is None:
                    source = source or self._opener()
                    picture = _of_source(source, index)
                self._made.emit(index, picture)
        finally:
            if source is not None:
                source.close()
        return False

    def _of_proxy(self, index: int) -> UInt8Array | None:
        proxy = self._proxy
        if proxy is None:
            return None
        try:
            preview = proxy.read(index)
        except FaultyProxyError as error:
            log.warning("no thumbnail of frame %d from the proxy: %s", index, error)
            self.proxy_failed.emit(failure(error))
            return None
        return None if preview is None else _small(preview.image)

    def _next(self) -> int | None:
        with self._lock:
            return self._wanted.pop(0) if self._wanted else None

    def _rest(self, done: object) -> None:
        """What was wanted in the moment between the last picture and the end of the work."""
        del done
        with self._lock:
            left = list(self._wanted)
        self.request(left)

    @Slot(int, object)
    def _take(self, index: int, picture: UInt8Array) -> None:
        self._kept[index] = picture
        while len(self._kept) > KEPT:
            self._kept.pop(next(iter(self._kept)))
        self.ready.emit(index)


def _of_source(source: FrameSource, index: int) -> UInt8Array:
    """A frame made small; black where it cannot be read, of which the canvas tells."""
    try:
        return _small(source.read(index).image)
    except UserError as error:
        log.warning("no thumbnail of frame %d: %s", index, error)
        return read_only(np.zeros((HEIGHT, _width(source.height, source.width), 3), np.uint8))


def _small(image: UInt8Array) -> UInt8Array:
    size = _width(*image.shape[:2]), HEIGHT
    return read_only(np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8))


def _width(height: int, width: int) -> int:
    return max(round(HEIGHT * width / height), 1)
