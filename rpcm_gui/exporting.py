"""Exports in the background: one at a time, with progress and cancel, from connections of their own."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from core.formats import Clip, ExportOptions, ExportReport, writer
from core.project.store import ProjectStore
from rpcm_gui.state import BugReport, JobState, Message
from rpcm_gui.workers.frames import Opener
from rpcm_gui.workers.job import Job, Progress, ShouldStop, Work

_ALIASES = {"video": "overlay"}
_CLOSING_SECONDS = 60.0


class Exporter(QObject):
    """Runs one job after another's end; a second one asked for meanwhile is refused with a message."""

    state_changed = Signal(object)
    message = Signal(object)
    bug = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = JobState()
        self._job: Job | None = None
        self._then: Callable[[object], Message] = lambda _: Message("info", "Done.")

    def start(self, title: str, work: Work, then: Callable[[object], Message]) -> None:
        """Run ``work``; ``then`` says what is told of its result."""
        if self._job is not None:
            self.message.emit(Message("warning", f"{self._job.title} is still under way.", "Wait for it or cancel it."))
            return
        self._then = then
        self._job = Job(title, work, self)
        self._job.progressed.connect(self._progress)
        self._job.finished.connect(self._finished)
        self._job.cancelled.connect(self._cancelled)
        self._job.failed.connect(self._failed)
        self._tell(JobState(running=True, title=title))
        self._job.start(QThreadPool.globalInstance())

    def cancel(self) -> None:
        """Ask the job under way to stop; it leaves nothing half-done behind."""
        if self._job is not None:
            self._job.cancel()

    def close(self) -> None:
        """Cancel and wait."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait(_CLOSING_SECONDS)

    @Slot(int, int)
    def _progress(self, done: int, total: int) -> None:
        self._tell(replace(self.state, done=done, total=total))

    @Slot(object)
    def _finished(self, result: object) -> None:
        self._end(self._then(result))

    @Slot()
    def _cancelled(self) -> None:
        self._end(Message("info", f"{self.state.title} was cancelled; nothing was left behind."))

    @Slot(object)
    def _failed(self, problem: Message | BugReport) -> None:
        self._end(problem)

    def _end(self, outcome: Message | BugReport) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self._tell(JobState(title=self.state.title))
        (self.bug if isinstance(outcome, BugReport) else self.message).emit(outcome)

    def _tell(self, state: JobState) -> None:
        self.state = state
        self.state_changed.emit(state)


def export_work(project: Path, opener: Opener, format_id: str, destination: Path, options: ExportOptions) -> Work:
    """The work of writing ``project`` as a dataset, for a job. Raises UserError for an unknown format."""
    chosen = writer(_ALIASES.get(format_id, format_id))

    def work(progress: Progress, should_stop: ShouldStop) -> ExportReport | None:
        with closing(ProjectStore.open(project, read_only=True)) as store, opener() as frames:
            clip = Clip(
                name=frames.path.stem if frames.path.is_file() else frames.path.name,
                frames=frames,
                objects=tuple(sorted(store.objects.all(), key=lambda info: info.id)),
                read_labels=store.effective_labels,
                is_reviewed=store.view.is_reviewed,
            )
            return chosen.write(clip, destination, options, progress, should_stop)

    return work


def export_words(report: object) -> Message:
    """What to say of a finished export."""
    if not isinstance(report, ExportReport):
        return Message("info", "Exported.")
    return Message("info", f"Exported {report.frames} frames to {report.path}.", " ".join(report.notes))


def copy_work(project: Path, target: Path) -> Work:
    """The work of writing a copy of ``project`` to ``target``, for a job."""

    def work(progress: Progress, _should_stop: ShouldStop) -> Path:
        with closing(ProjectStore.open(project, read_only=True)) as store:
            store.save_copy(target)
        progress(1, 1)
        return target

    return work


def copy_words(target: object) -> Message:
    """What to say of a copy."""
    return Message("info", f"Wrote a copy of the project to {target}.")
