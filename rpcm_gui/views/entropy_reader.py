"""Entropy maps unpacked for the canvas: small ones at once, large ones elsewhere, since they would hold up painting."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from core.progress import Progress, ShouldStop
from core.project.tables.runs import PackedEntropy
from rpcm_gui.base.failures import Failure
from rpcm_gui.base.values import BugReport
from rpcm_gui.overlay import EntropyMap
from rpcm_gui.workers.tasks import Selecting

AT_ONCE_PIXELS = 2_100_000
"""Maps up to this size, 1080p, are unpacked on the spot: 2 ms, where 4K takes 7 and 8K 50."""


class EntropyReader(QObject):
    """Unpacks the newest map that was asked for.

    Signals:
        arrived: An :class:`EntropyMap`, or None where there is nothing to show (yet).
        refused: What is wrong with the map, and what to do.
        bugFound: A :class:`BugReport`.
    """

    arrived = Signal(object)
    refused = Signal(str, str)
    bugFound = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unpacking = Selecting(self)
        self._unpacking.failed.connect(self._tell)
        self._shown = -1

    def read(self, index: int, packed: PackedEntropy | None) -> None:
        """Unpack the map of frame ``index``; that of another frame is shown no longer."""
        self._unpacking.give_up()
        if packed is None:
            self.arrived.emit(None)
        elif packed.size[0] * packed.size[1] <= AT_ONCE_PIXELS:
            self.arrived.emit(EntropyMap(packed.levels(), packed.largest))
        else:
            if index != self._shown:
                self.arrived.emit(None)
            self._unpacking.run("Entropy", partial(_unpack, packed), self.arrived.emit)
        self._shown = index

    def close(self) -> None:
        """Give up what is being unpacked."""
        self._unpacking.close()

    @Slot(object)
    def _tell(self, problem: Failure) -> None:
        if isinstance(problem, BugReport):
            self.bugFound.emit(problem)
        else:
            self.refused.emit(problem.text, problem.hint)


def _unpack(packed: PackedEntropy, progress: Progress, should_stop: ShouldStop) -> EntropyMap:
    del progress, should_stop
    return EntropyMap(packed.levels(), packed.largest)
