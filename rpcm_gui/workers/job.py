"""One shape for every background job: a function of the core that reports progress and can be cancelled.

Who gets a core first where there are too few: the window, then what it shows next, then everything else.

Linux keeps niceness per thread, and threads made later (OpenMP's, a pool's, a decoder's) inherit it; elsewhere it would
slow down the whole process, so nothing is done there.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from core.machine import give_freed_memory_back
from core.progress import Progress, ShouldStop
from rpcm_gui.base.failures import failure

AT_HAND = 5
"""Niceness of threads that decode what is about to be shown."""
NICENESS = 15
"""Of threads that the user does not wait for: beside the window's thread they get a thirtieth of a contended core."""


def decode_beside_the_window() -> None:
    """Let the GUI thread win a contended core over the calling thread, but not the runs and jobs."""
    _give_way(AT_HAND)


def yield_to_the_window() -> None:
    """Let the GUI thread and what it waits for win a contended core over the calling thread, from now on."""
    _give_way(NICENESS)


def _give_way(niceness: int) -> None:
    if sys.platform.startswith("linux"):
        thread = threading.get_native_id()
        # A program that was itself started with low priority may not raise it.
        os.setpriority(os.PRIO_PROCESS, thread, max(niceness, os.getpriority(os.PRIO_PROCESS, thread)))


log = logging.getLogger(__name__)
Work = Callable[[Progress, ShouldStop], Any]

PROGRESS_SECONDS = 1 / 30


class Job(QObject):
    """Runs ``work(progress, should_stop)`` on a pool's thread.

    Exactly one of ``finished``, ``cancelled`` and ``failed`` is emitted, last of all. The work owns whatever it opens;
    it is handed nothing that lives on the GUI thread. Its thread gets a low priority for good, unless the work is
    ``urgent``: somebody waits for it, and it needs a pool of its own.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    cancelled = Signal()
    failed = Signal(object)
    _ended = Signal(str, object)

    def __init__(self, title: str, work: Work, parent: QObject | None = None, *, urgent: bool = False) -> None:
        super().__init__(parent)
        self.title = title
        self._work = work
        self._urgent = urgent
        self._stop = threading.Event()
        self._done = threading.Event()
        self._told = 0.0
        self._ended.connect(self._tell)

    def start(self, pool: QThreadPool) -> None:
        """Queue the work. A job runs once."""
        pool.start(self._run)

    def cancel(self) -> None:
        """Ask the work to stop at its next chance; what it leaves behind is its own affair."""
        self._stop.set()

    def wait(self, seconds: float) -> bool:
        """Block until the work has returned, for at most ``seconds``; used when the program closes."""
        return self._done.wait(seconds)

    def _run(self) -> None:
        if not self._urgent:
            yield_to_the_window()
        try:
            outcome = self._outcome()
            if not self._urgent:
                give_freed_memory_back()
            self._ended.emit(*outcome)
        finally:
            self._done.set()

    def _outcome(self) -> tuple[str, object]:
        try:
            result = self._work(self._progress, self._stop.is_set)
        except Exception as error:
            log.exception("job %r failed", self.title)
            return "failed", failure(error)
        # Work that was nearly done when the cancel came may have finished all the same: then it says what it made.
        cancelled = self._stop.is_set() and result is None
        return ("cancelled", None) if cancelled else ("finished", result)

    @Slot(str, object)
    def _tell(self, how: str, outcome: object) -> None:
        """On the thread of this object. Anyone who hears of the end may delete it, so the pool's thread has to be out.

        What the work held on to is let go of here, and not while this object is destroyed: that may be its owner.
        """
        self._done.wait()
        self._work = _nothing
        if how == "cancelled":
            self.cancelled.emit()
        else:
            (self.finished if how == "finished" else self.failed).emit(outcome)

    def _progress(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done >= total or now - self._told >= PROGRESS_SECONDS:
            self._told = now
            self.progressed.emit(done, total)


def _nothing(progress: Progress, should_stop: ShouldStop) -> None:
    del progress, should_stop
