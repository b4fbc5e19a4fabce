"""Small pictures of frames, decoded in the background; what was asked for last comes first."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

import cv2
import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from core.errors import UserError
from core.types import UInt8Array, read_only
from core.video import FrameSource
from rpcm_gui.selecting import Selecting
from rpcm_gui.workers.job import Progress, ShouldStop

log = logging.getLogger(__name__)

HEIGHT = 44
"""Pixels; sharp enough at twice the scale as well."""
KEPT = 2000
Opener = Callable[[], FrameSource]


class Thumbnails(QObject):
    """Pictures of ``HEIGHT`` pixels. ``ready`` carries a frame's number when ``get`` has it."""

    ready = Signal(int)
    _made = Signal(int, object)

    def __init__(self, opener: Opener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opener = opener
        self._kept: dict[int, UInt8Array] = {}
        self._wanted: list[int] = []
        self._lock = threading.Lock()
        self._work = Selecting(self)
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

    def close(self) -> None:
        """Stop decoding."""
        self._closed = True
        self._work.close()

    def _decode(self, progress: Progress, should_stop: ShouldStop) -> bool:
        """On a pool's thread: decode until nothing is wanted. True where it was not stopped."""
        del progress
        source = self._opener()
        try:
            while not should_stop():
                index = self._next()
                if index is None:
                    return True
                self._made.emit(index, _small(source, index))
        finally:
            source.close()
        return False

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


def _small(source: FrameSource, index: int) -> UInt8Array:
    """A frame made small; black where it cannot be read, of which the canvas tells."""
    width = max(round(HEIGHT * source.width / source.height), 1)
    try:
        image = source.read(index).image
    except UserError as error:
        log.warning("no thumbnail of frame %d: %s", index, error)
        return read_only(np.zeros((HEIGHT, width, 3), np.uint8))
    return read_only(np.asarray(cv2.resize(image, (width, HEIGHT), interpolation=cv2.INTER_AREA), np.uint8))
