"""Flushing the write-ahead log to the disk, away from the thread that writes (docs/adr/0011)."""

from __future__ import annotations

import logging
import os
import threading
from pathlib import Path

log = logging.getLogger(__name__)


class Flusher:
    """A thread that flushes a log right after ``wake``; commits that come meanwhile share the next flush.

    Where a flush fails ``failed`` is set and stays so: from then on commits have to flush themselves, and tell of it.
    """

    def __init__(self, log_file: Path) -> None:
        self.failed = False
        self._file = log_file
        self._changed = threading.Condition()
        self._asked = self._flushed = 0
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="project-flushes", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Something was committed that has to survive a power loss."""
        with self._changed:
            self._asked += 1
            self._changed.notify_all()

    def close(self) -> None:
        """Flush what was committed and end the thread."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or self._asked > self._flushed)
                if self._asked == self._flushed or self.failed:
                    return
                asked = self._asked
            failed = not _flush(self._file)
            with self._changed:
                self._flushed, self.failed = asked, failed


def _flush(file: Path) -> bool:
    """Flush ``file`` to the disk; False where that fails. A log that is gone was folded into the project, and flushed.

    The file is opened for it each time, because the last one to close it, SQLite, wants to remove it.
    """
    try:
        # Windows flushes only what may be written to.
        descriptor = os.open(file, os.O_RDWR)
    except FileNotFoundError:
        return True
    except OSError as error:
        log.warning("%s cannot be flushed: %s", file, error)
        return False
    try:
        os.fsync(descriptor)
    except OSError as error:
        log.warning("%s cannot be flushed: %s", file, error)
        return False
    finally:
        os.close(descriptor)
    return True
