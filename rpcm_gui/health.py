"""The rest of a huge project is checked while the person works: opening looked at it for a moment only."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from rpcm_gui.language import tr
from rpcm_gui.opening import check_work
from rpcm_gui.state import Message
from rpcm_gui.workers.job import Job

_PATIENCE_SECONDS = 60.0


class BackgroundCheck(QObject):
    """One check at a time. ``told`` carries a message where something is damaged, or cannot be read."""

    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None

    def start(self, project: Path) -> None:
        """Look at the whole of ``project``."""
        self._job = Job(tr("Checking {name}").format(name=project.name), check_work(project), self)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self.told)
        self._job.start(QThreadPool.globalInstance())

    def stop(self) -> None:
        """Give up the check under way, if there is one."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait(_PATIENCE_SECONDS)
            self._job.deleteLater()
            self._job = None

    @Slot(object)
    def _finished(self, finding: str | None) -> None:
        if finding is not None:
            hint = tr("Close it, then repair it: rpcm project repair FILE")
            self.told.emit(Message("error", tr("The project is damaged: {finding}.").format(finding=finding), hint))
