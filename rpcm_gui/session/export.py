"""Exports in the background: one at a time, with progress and cancel, from connections of their own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot

from core.exchange.preview import ExportPreview, preview_export
from core.exchange.projects import project_clip
from core.formats import Clip, ExportOptions, ExportReport, writer
from core.progress import Progress, ShouldStop
from core.project.maintenance.upkeep import collect
from core.project.store import ProjectStore
from rpcm_gui.base.failures import Failure
from rpcm_gui.base.language import tr, translate
from rpcm_gui.base.values import JobState, Message
from rpcm_gui.workers.decoding import Opener
from rpcm_gui.workers.job import Job, Work
from rpcm_gui.workers.tasks import BackgroundTasks

_CLOSING_SECONDS = 60.0
_REST_MILLISECONDS = 150
"""A preview is made this long after the last change of a wish, so that typing a number makes one and not three."""
_SURE_SECONDS = 1.0
"""A time left that is guessed from less than this is a wild guess."""


class JobQueue(QObject):
    """Runs one job after another's end; a second one asked for meanwhile is refused with a message."""

    state_changed = Signal(object)
    message = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = JobState()
        self._job: Job | None = None
        self._began = 0.0
        self._then: Callable[[object], Message] = lambda _: Message("info", tr("Done."))

    def start(self, title: str, work: Work, then: Callable[[object], Message]) -> None:
        """Run ``work``; ``then`` says what is told of its result."""
        if self._job is not None:
            text = tr("{task} is still running.").format(task=self._job.title)
            self.message.emit(Message("warning", text, tr("Wait for it or cancel it.")))
            return
        self._then = then
        self._began = time.monotonic()
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
        left = seconds_left(done, total, time.monotonic() - self._began)
        self._tell(replace(self.state, done=done, total=total, seconds_left=left))

    @Slot(object)
    def _finished(self, result: object) -> None:
        message = self._then(result)
        self._end()
        self.message.emit(message)

    @Slot()
    def _cancelled(self) -> None:
        text = tr("{task} was cancelled. No files were left behind.").format(task=self.state.title)
        self._end()
        self.message.emit(Message("info", text))

    @Slot(object)
    def _failed(self, problem: Failure) -> None:
        self._end()
        self.failed.emit(problem)

    def _end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self._tell(JobState(title=self.state.title))

    def _tell(self, state: JobState) -> None:
        self.state = state
        self.state_changed.emit(state)


def seconds_left(done: int, total: int, elapsed: float) -> float:
    """How long the rest takes at the pace so far; 0 while that is not known."""
    return elapsed / done * (total - done) if done and elapsed >= _SURE_SECONDS else 0.0


class ExportPreviews(QObject):
    """Shows what an export would look like; only the newest wish is answered.

    Signals:
        ready: An :class:`ExportPreview`.
        refused: A :class:`Message`: nothing can be exported like this.
        failed: A :class:`.Failure`.
    """

    ready = Signal(object)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, project: Path, opener: Opener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._opener = project, opener
        self._wish: Work | None = None
        self._selecting = BackgroundTasks(self)
        self._selecting.failed.connect(self._failed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MILLISECONDS)
        self._rest.timeout.connect(self._begin)

    def request(self, format_id: str, destination: Path, options: ExportOptions, index: int) -> None:
        """Look at an export with frame ``index`` shown, soon."""
        self._selecting.give_up()
        self._wish = partial(_look, self._project, self._opener, format_id, destination, options, index)
        self._rest.start()

    def close(self) -> None:
        """Nobody looks any more."""
        self._rest.stop()
        self._selecting.close()

    @Slot()
    def _begin(self) -> None:
        if self._wish is not None:
            self._selecting.run(tr("Preview"), self._wish, self.ready.emit)

    @Slot(object)
    def _failed(self, problem: Failure) -> None:
        (self.refused if isinstance(problem, Message) else self.failed).emit(problem)


@contextmanager
def opened_clip(project: Path, opener: Opener) -> Iterator[Clip]:
    """The project as a clip with masks, on connections of its own. Raises UserError."""
    with closing(ProjectStore.open(project, read_only=True)) as store, opener() as frames:
        yield project_clip(store, frames, project.stem)


def _look(
    project: Path,
    opener: Opener,
    format_id: str,
    destination: Path,
    options: ExportOptions,
    index: int,
    _progress: Progress,
    should_stop: ShouldStop,
) -> ExportPreview | None:
    with opened_clip(project, opener) as clip:
        return preview_export(writer(format_id), clip, destination, options, index, should_stop)


def export_work(project: Path, opener: Opener, format_id: str, destination: Path, options: ExportOptions) -> Work:
    """The work of writing ``project`` as a dataset, for a job. Raises UserError for an unknown format."""
    chosen = writer(format_id)

    def work(progress: Progress, should_stop: ShouldStop) -> ExportReport | None:
        with opened_clip(project, opener) as clip:
            return chosen.write(clip, destination, options, progress, should_stop)

    return work


def export_words(report: object) -> Message:
    """What to say of a finished export."""
    if not isinstance(report, ExportReport):
        return Message("info", tr("Exported."))
    text = tr("Exported {count} frames to {path}.").format(count=report.frames, path=report.path)
    return Message("info", text, " ".join(map(translate, report.notes)))


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
    return Message("info", tr("Wrote a copy of the project to {path}.").format(path=target))


def collect_work(project: Path, folder: Path) -> Work:
    """The work of copying ``project`` and its frames into the new ``folder``, for a job."""

    def work(progress: Progress, should_stop: ShouldStop) -> Path | None:
        return collect(project, folder, progress, should_stop)

    return work


def collect_words(project: object) -> Message:
    """What to say of a collected project."""
    return Message("info", tr("Collected into {path}. You can move this folder anywhere.").format(path=project))
