"""The composition root: builds the window, sessions and what joins them. Nothing else builds across layers."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QByteArray, QEvent, QObject, QThreadPool, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from core.paths import resource
from core.project.frames import open_unchanged
from core.project.store import ProjectStore
from rpcm_gui.base.failures import Failure, failure
from rpcm_gui.base.language import set_language, tr, translate
from rpcm_gui.base.settings import GEOMETRY, LANGUAGE, WINDOW_STATE, Settings
from rpcm_gui.base.values import Message
from rpcm_gui.preferences import Preferences
from rpcm_gui.session.open_project import (
    BackgroundCheck,
    Damaged,
    Found,
    Moved,
    Ready,
    open_work,
    relink_work,
    repair_work,
)
from rpcm_gui.session.session import Session
from rpcm_gui.views.dialogs.dialogs import RelinkDialog, RepairDialog
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.view_state import ViewMemory
from rpcm_gui.views.widgets import theme
from rpcm_gui.workers.engine import NetworkEngines, warm_up
from rpcm_gui.workers.job import Job, Work
from rpcm_gui.workers.propagation import EngineLoader

log = logging.getLogger(__name__)

WARM_UP_MILLISECONDS = 300
"""After the window is shown; by then it has been painted."""


class Application(QObject):
    """Opens and closes projects in one window."""

    relinkNeeded = Signal(Path, Path)
    """The frames of this project are no longer at this path; ``relink`` goes on."""
    opened = Signal(object)
    """This session is on the desk; None when it was cleared."""

    def __init__(self, window: MainWindow, settings: Settings, engines: EngineLoader) -> None:
        super().__init__()
        self.window = window
        self.session: Session | None = None
        self._settings = settings
        self._engines = engines
        self._memory = ViewMemory(window, self)
        self._job: Job | None = None
        self._health = BackgroundCheck(self)
        self._health.failed.connect(window.show_failure)
        self._asked = Path()
        self._warned = False
        window.openRequested.connect(self.open)
        window.sampleRequested.connect(self.open_sample)
        window.copyRequested.connect(self.save_copy)
        window.closeRequested.connect(self.close_project)
        window.installEventFilter(self)
        window.set_recent(settings.recent())
        window.restoreGeometry(QByteArray(settings.get(GEOMETRY)))
        window.restoreState(QByteArray(settings.get(WINDOW_STATE)))
        self.relinkNeeded.connect(self._ask_where)

    @Slot(Path)
    def open(self, path: Path) -> None:
        """Open a video, a folder of images or a project; the present one stays until the new one is ready."""
        self._prepare(path, open_work(path))

    @Slot()
    def open_sample(self) -> None:
        """Open the clip that comes along."""
        self.open(resource("sample", "sample.mp4"))

    def relink(self, project: Path, media: Path) -> None:
        """Open ``project`` with its frames at their new place."""
        self._prepare(project, relink_work(project, media))

    def repair(self, project: Path) -> None:
        """Repair ``project`` and go on with what was to be opened."""
        self._prepare(self._asked, repair_work(project, self._asked))

    @Slot(Path)
    def save_copy(self, target: Path) -> None:
        """Write a copy of the open project."""
        if self.session is not None:
            self.session.save_copy(target)

    @Slot()
    def close_project(self) -> None:
        """Close the open project, unless something of it is not saved yet and the user was not told."""
        if self._may_close():
            self._clear()

    def shut(self) -> None:
        """The program ends: stop and save everything."""
        if self._job is not None:
            self._job.wait(60.0)
        self._settings.set(GEOMETRY, bytes(self.window.saveGeometry().data()))
        self._settings.set(WINDOW_STATE, bytes(self.window.saveState().data()))
        self._clear()

    def rescue(self, error: BaseException) -> None:
        """An exception that nothing caught: save first, then tell."""
        if self.session is not None:
            self.session.document.saver.flush()
        self.window.show_failure(failure(error))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Closing the window is refused once while changes are in memory only."""
        if watched is self.window and event.type() == QEvent.Type.Close and not self._may_close():
            event.ignore()
            return True
        return False

    def _prepare(self, asked: Path, work: Work) -> None:
        if self._job is not None:
            self.window.post(Message("info", tr("{job} is still running.").format(job=self._job.title)))
            return
        self._asked = asked.absolute()
        self._job = Job(tr("Opening {name}").format(name=asked.name), work, self)
        self._job.finished.connect(self._prepared)
        self._job.failed.connect(self._failed)
        self.window.status.say(f"{self._job.title}…")
        self._job.start(QThreadPool.globalInstance())

    @Slot(object)
    def _prepared(self, found: Found) -> None:
        self._end_job()
        if isinstance(found, Moved):
            self.relinkNeeded.emit(found.project, found.missing)
        elif isinstance(found, Damaged):
            self._ask_repair(found)
        elif self._may_close():
            self._show(found)

    @Slot(object)
    def _failed(self, problem: Failure) -> None:
        self._end_job()
        self.window.show_failure(problem)

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None

    def _show(self, ready: Ready) -> None:
        self._clear()
        # It was checked a moment ago, beside the window's thread.
        store = ProjectStore.open(ready.project, check=False)
        opener = partial(open_unchanged, ready.media, ready.frames or store.source.reference)
        self.session = Session(store, ready.media, opener, self._engines, self._settings, self)
        self.window.set_session(self.session)
        self._memory.follow(self.session)
        log.info("opened %s with the frames of %s", ready.project, ready.media)
        self._settings.add_recent(self._asked)
        self.window.set_recent(self._settings.recent())
        notes = (*ready.notes, *(translate(note) for note in store.notes), *self._forgotten())
        if notes:
            # One message: of several only the last would be seen.
            self.window.post(Message("warning", notes[0], " ".join(notes[1:])))
        if not ready.checked:
            self._health.start(ready.project)
        self.opened.emit(self.session)

    def _forgotten(self) -> tuple[str, ...]:
        """What of the last time could not be brought back."""
        session = self.session
        if session is None or (session.position.whole and self._memory.whole):
            return ()
        return (
            tr(
                "The saved view of {name} could not be read, so the default is used. The masks are not affected."
            ).format(name=session.path.name),
        )

    def _clear(self) -> None:
        session, self.session = self.session, None
        self._warned = False
        self._health.stop()
        if session is None:
            return
        self._memory.follow(None)
        self.window.set_session(None)
        session.close()
        session.deleteLater()
        self.opened.emit(None)

    def _may_close(self) -> bool:
        """Whether nothing is lost by closing now; the user who was told so and insists may close all the same."""
        if self.session is None or self.session.document.saver.flush() or self._warned:
            return True
        self._warned = True
        self.window.post(
            Message(
                "error",
                tr("{count} changes could not be saved and are only in memory.").format(
                    count=self.session.document.saver.waiting
                ),
                tr("Free some disk space and save. Closing again will discard them."),
                "file.save_now",
                tr("Save now"),
            )
        )
        return False

    @Slot(Path, Path)
    def _ask_where(self, project: Path, missing: Path) -> None:
        dialog = RelinkDialog(project, missing, self.window)
        dialog.relinked.connect(partial(self.relink, project))
        dialog.open()

    def _ask_repair(self, found: Damaged) -> None:
        dialog = RepairDialog(found.project, found.finding, self.window)
        dialog.agreed.connect(partial(self.repair, found.project))
        dialog.open()


def install_hooks(rescue: Callable[[BaseException], None]) -> None:
    """The last border: what nothing caught is logged, the work saved, the user told."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("nothing caught this", exc_info=(kind, error, trace))
        rescue(error)

    sys.excepthook = hook
    threading.excepthook = lambda args: log.critical("in thread %s: %s", args.thread, args.exc_value)


def run(path: Path | None, argv: Sequence[str]) -> int:
    """Show the window, open ``path`` in it, and stay until it is closed; returns the exit status."""
    # The window asks for Python's lock while a worker computes: let it wait a fifth of the usual 5 ms.
    sys.setswitchinterval(0.001)
    application = QApplication(list(argv))
    application.setApplicationName("RPCM Annotator")
    settings = Settings()
    speechless = set_language(application, settings.get(LANGUAGE))
    theme.apply(application)
    window = MainWindow()
    desk = Application(window, settings, NetworkEngines())
    preferences = Preferences(window, settings, desk)
    install_hooks(desk.rescue)
    if speechless is not None:
        window.show_failure(failure(speechless))
    window.show()
    if path is not None:
        QTimer.singleShot(0, desk, partial(desk.open, path))
    QTimer.singleShot(WARM_UP_MILLISECONDS, desk, partial(QThreadPool.globalInstance().start, warm_up))
    status = application.exec()
    preferences.save()
    desk.shut()
    # Torch may still be loading; were Python to end under it, its half-made objects would complain on the terminal.
    QThreadPool.globalInstance().waitForDone()
    return status
