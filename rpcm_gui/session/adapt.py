"""Fine-tuning the network on the open clip: a job of its own, which can be cancelled and undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from core.progress import Progress, ShouldStop
from core.project.adapted_weights import adaptation
from rpcm_gui.base.failures import Failure
from rpcm_gui.base.language import tr
from rpcm_gui.base.values import AdaptState, JobState, Message
from rpcm_gui.model.commands import Adapt, SwitchAdapted
from rpcm_gui.model.document import Document
from rpcm_gui.model.editing import EditCommands
from rpcm_gui.workers.job import Job, Work
from rpcm_gui.workers.propagation import EngineChoice

if TYPE_CHECKING:
    from core.training.adaptation.adapt import AdaptOutcome, AdaptProgress

STEPS = 1000
"""Progress is told in so many parts."""
CLOSING_SECONDS = 60.0


class Adapter(Protocol):
    """Computes an adaptation of a project with a choice of weights and device; None where it was stopped."""

    def __call__(
        self, project: Path, choice: EngineChoice, progress: Progress, should_stop: ShouldStop
    ) -> AdaptOutcome | None: ...


class Adapting(QObject):
    """Fine-tunes when asked to, and lets what came of it count as one undo step.

    Signals:
        state_changed: A :class:`JobState`.
        message: A :class:`Message`.
        failed: A :class:`.Failure`.
    """

    state_changed = Signal(object)
    message = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        document: Document,
        editing: EditCommands,
        choice: Callable[[], EngineChoice],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.adapter: Adapter = adapt
        self._document, self._editing, self._choice = document, editing, choice
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._job: Job | None = None
        self._kept: _Kept | None = None

    @property
    def busy(self) -> bool:
        """Whether it is being fine-tuned."""
        return self._job is not None

    @property
    def state(self) -> AdaptState | None:
        """What the project's network was fine-tuned on; None where it was not."""
        found = adaptation(self._document.store)
        return None if found is None else AdaptState(found.used, len(found.frames), found.before, found.after)

    def start(self, run_under_way: bool) -> None:
        """Fine-tune on the frames that the user annotated; refused while a run needs the device."""
        if self.busy or run_under_way:
            hint = tr("Wait for it or stop it, then try again.")
            what = tr("The network is being fine-tuned.") if self.busy else tr("A propagation is running.")
            self.message.emit(Message("info", what, hint))
            return
        if not self._editing.may_change() or not self._document.saver.flush():
            return
        self._document.bulk.finish()
        self._kept = _Kept(self.adapter, self._document.store.path, self._choice())
        self._job = Job(tr("Fine-tune on this clip"), self._kept.work(), self)
        self._job.progressed.connect(self._progress)
        self._job.finished.connect(self._finished)
        self._job.cancelled.connect(self._end)
        self._job.failed.connect(self._failed)
        self.state_changed.emit(JobState(running=True, title=self._job.title))
        self._job.start(self._pool)

    def use(self, used: bool) -> None:
        """Let runs use the fine-tuned network or not; the user can undo it."""
        found = adaptation(self._document.store)
        if found is not None and found.used != used:
            self._editing.push(SwitchAdapted(self._document, used))

    def cancel(self) -> None:
        """Stop within a step; nothing is left behind."""
        if self._job is not None:
            self._job.cancel()

    def close(self) -> None:
        """Cancel, wait, and remove what nobody is there any more to keep."""
        if self._job is not None and self._kept is not None:
            # What it may have to say came too late: the project is about to be closed.
            self._job.blockSignals(True)
            self._job.cancel()
            self._job.wait(CLOSING_SECONDS)
            self._kept.withdraw()

    @Slot(int, int)
    def _progress(self, done: int, total: int) -> None:
        if self._job is not None and self._kept is not None:
            left = self._kept.seconds_left
            self.state_changed.emit(
                JobState(running=True, title=self._job.title, done=done, total=total, seconds_left=left)
            )

    @Slot(object)
    def _finished(self, outcome: AdaptOutcome) -> None:
        self._end()
        figures = {"count": len(outcome.frames), "before": f"{outcome.before:.3f}", "after": f"{outcome.after:.3f}"}
        if outcome.adaptation is None:
            text = tr("Nothing was changed: fine-tuning did not improve the network (J {before}, then {after}).")
            self.message.emit(Message("info", text.format(**figures)))
        elif self._editing.push(Adapt(self._document, outcome.adaptation)):
            text = tr("The network was fine-tuned on {count} frames: J {before} before, {after} now.")
            self.message.emit(Message("info", text.format(**figures), tr("Propagate to use it; undo takes it back.")))

    @Slot(object)
    def _failed(self, problem: Failure) -> None:
        self._end()
        self.failed.emit(problem)

    @Slot()
    def _end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = self._kept = None
        self.state_changed.emit(JobState(title=tr("Fine-tune on this clip")))


class _Kept:
    """What both threads hold of one job: the time left, and the outcome until somebody takes it."""

    def __init__(self, adapter: Adapter, project: Path, choice: EngineChoice) -> None:
        self._adapter, self._project, self._choice = adapter, project, choice
        self._outcome: AdaptOutcome | None = None
        self.seconds_left = 0.0

    def work(self) -> Work:
        """For the job. What is finished after all when it is cancelled is withdrawn."""

        def run(progress: Progress, should_stop: ShouldStop) -> AdaptOutcome | None:
            self._outcome = self._adapter(self._project, self._choice, self._timed(progress), should_stop)
            if should_stop():
                self.withdraw()
            return self._outcome

        return run

    def withdraw(self) -> None:
        """Remove what was made; for both threads, of which one waits for the other."""
        if self._outcome is not None:
            self._outcome.withdraw()
        self._outcome = None

    def _timed(self, progress: Progress) -> Progress:
        def tell(thousandths: int, milliseconds_left: int) -> None:
            self.seconds_left = milliseconds_left / 1000
            progress(thousandths, STEPS)

        return tell


def adapt(project: Path, choice: EngineChoice, progress: Progress, should_stop: ShouldStop) -> AdaptOutcome | None:
    """Fine-tune for real. Loads torch. ``progress`` takes the thousandths done and the milliseconds left."""
    from core.training.adaptation.adapt import AdaptSettings, adapt_project

    def tell(where: AdaptProgress) -> None:
        progress(round(where.share * STEPS), round(where.seconds_left * 1000))

    settings = AdaptSettings(weights=choice.weights, device=choice.device)
    return adapt_project(project, settings, tell, should_stop)
