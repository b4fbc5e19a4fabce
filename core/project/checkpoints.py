"""Folding the write-ahead log into the project file, away from the thread that writes.

A checkpoint flushes the disk twice and took up to a tenth of a second on a busy one: too long between two strokes.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from pathlib import Path

INTERVAL = 2.0
"""Seconds that commits gather before they are folded in."""

LOG_PAGES = 8000
"""Pages after which the writer folds the log itself (32 MiB): reached only if this thread cannot keep up."""


class Checkpointer:
    """A thread with a connection of its own that folds the log some time after ``wake``."""

    def __init__(self, path: Path, interval: float = INTERVAL) -> None:
        self._uri = f"{path.absolute().as_uri()}?mode=rw"
        self._interval = interval
        self._committed = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="project-checkpoints", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Something was committed."""
        self._committed.set()

    def close(self) -> None:
        """Fold what was committed and end the thread."""
        self._closing.set()
        self._committed.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._closing.is_set():
            self._committed.wait()
            self._closing.wait(self._interval)
            self._committed.clear()
            # Where it fails (disk full, file held by another program) the log simply stays: commits in it are safe,
            # and the next round tries again. A disk that is really full is told by the next commit.
            with contextlib.suppress(sqlite3.Error):
                self._fold()

    def _fold(self) -> None:
        with contextlib.closing(sqlite3.connect(self._uri, uri=True)) as connection:
            # Passive: neither waits for readers nor makes the writer wait.
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
