"""Rows of many frames, committed at once and then written a few milliseconds' worth at a time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.project.edits.journal import FrameRows, apply, begin, conclude
from core.project.edits.rows import Rows
from core.project.store import ProjectStore
from rpcm_gui.model.saver import Change, Saver

TICK_MILLISECONDS = 4
WRITE_SECONDS = 0.006
"""How long one tick may write."""
PIECE = 8
"""Frames in a transaction: after so many the clock is looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Rows by frame, and the same packed; both are made by the job that found them."""

    rows: FrameRows
    packed: str


class JournalWriter(QObject):
    """What of a change over many frames is not in the tables yet.

    Signals:
        written: The rows of these frames are in their tables (first, last).
        progressed: So many of so many frames are.
        settled: All of them are.
    """

    written = Signal(int, int)
    progressed = Signal(int, int)
    settled = Signal()

    def __init__(self, saver: Saver, forget: Callable[[int], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._saver, self._forget = saver, forget
        self.rows: dict[int, Rows] = {}
        self.text = ""
        self._total = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)

    @property
    def busy(self) -> bool:
        """Whether anything is to be written yet."""
        return bool(self.rows)

    def start(self, batch: Batch, text: str, also: Change | None = None) -> bool:
        """Commit ``batch``, which replaces what is pending where it speaks of the same rows, and ``also`` with it.

        Returns whether that is saved.
        """
        if any(not one.keys() <= batch.rows.get(index, {}).keys() for index, one in self.rows.items()):
            self.finish()
        self.rows = {index: dict(rows) for index, rows in sorted(batch.rows.items())}
        self._total = len(self.rows)
        first = next(iter(self.rows), 0)
        self.text = text

        def change(store: ProjectStore) -> None:
            with store.transaction():
                if also is not None:
                    also(store)
                begin(store, batch.packed, text, first)

        saved = self._saver.write(change)
        self._timer.start()
        return saved

    def take(self, index: int) -> Rows:
        """The rows of a frame that are to be written yet. Anyone who takes them writes them, and that they are done."""
        return self.rows.pop(index, {})

    def finish(self) -> None:
        """Write the rest at once."""
        while self.rows:
            self._write(len(self.rows))
        self._rest()

    @Slot()
    def _tick(self) -> None:
        if self._saver.waiting:
            # The disk is full: the saver tries again, and everything after it waits.
            return
        end = time.monotonic() + WRITE_SECONDS
        while self.rows:
            self._write(PIECE)
            if time.monotonic() >= end:
                break
        self.progressed.emit(self._total - len(self.rows), self._total)
        if not self.rows:
            self._rest()

    def _write(self, count: int) -> None:
        frames = list(self.rows)[:count]
        piece = [(index, self.rows.pop(index)) for index in frames]
        if self._saver.write(lambda store: apply(store, piece)):
            for index in frames:
                self._forget(index)
            self.written.emit(frames[0], frames[-1])

    def _rest(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._saver.write(conclude)
            self.settled.emit()
