"""Masks that take a while to find: small ones at once, the others in a job whose answer comes later."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from rpcm_gui.base.failures import Failure
from rpcm_gui.workers.job import Job, Work

CLOSING_SECONDS = 5.0
Take = Callable[[Any], object]


class BackgroundTasks(QObject):
    """Runs functions of ``core.selection`` off the GUI thread and hands what they find to anyone who asked.

    Signals:
        busyChanged: Whether anything is being looked for.
        progressed: So much of so much is done.
        failed: A :class:`Message` or a :class:`BugReport`.
    """

    busyChanged = Signal(bool)
    progressed = Signal(int, int)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: set[_Task] = set()
        self._pool = QThreadPool(self)

    @property
    def busy(self) -> bool:
        """Whether anything is being looked for."""
        return bool(self._tasks)

    def run(self, title: str, work: Work, take: Take) -> None:
        """Start ``work``; ``take`` gets what it returns, unless it is given up before."""
        task = _Task(Job(title, work, self, urgent=True), take, self)
        task.job.progressed.connect(self.progressed)
        self._tasks.add(task)
        self.busyChanged.emit(True)
        task.job.start(self._pool)

    def give_up(self) -> None:
        """Forget whatever is under way: nobody will hear of it."""
        for task in self._tasks:
            task.take = _ignore
            task.job.cancel()

    def close(self) -> None:
        """Give everything up and wait for it, so that no thread outlives what it reports to."""
        self.give_up()
        for task in self._tasks:
            task.job.wait(CLOSING_SECONDS)

    def done(self, task: _Task) -> None:
        """``task`` has ended, well or not."""
        self._tasks.discard(task)
        task.job.deleteLater()
        task.deleteLater()
        if not self._tasks:
            self.busyChanged.emit(False)


class _Task(QObject):
    """One job and who waits for it. An object of its own, so that answers arrive on the GUI thread."""

    def __init__(self, job: Job, take: Take, owner: BackgroundTasks) -> None:
        super().__init__(owner)
        self.job, self.take, self._owner = job, take, owner
        job.finished.connect(self._finished)
        job.cancelled.connect(self._cancelled)
        job.failed.connect(self._failed)

    @Slot(object)
    def _finished(self, found: object) -> None:
        take = self._conclude()
        take(found)

    @Slot()
    def _cancelled(self) -> None:
        self._conclude()

    @Slot(object)
    def _failed(self, problem: Failure) -> None:
        self._conclude()
        self._owner.failed.emit(problem)

    def _conclude(self) -> Take:
        # Anyone who waited may own this object: were its last reference held here, the end of one would end the other.
        take, self.take = self.take, _ignore
        self._owner.done(self)
        return take


def _ignore(found: object) -> None:
    del found
