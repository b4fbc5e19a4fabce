"""One open project on the desk: what is current, what can be done and undone, and who is told about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from core.exchange.import_plan import ImportPlan
from core.formats import ExportOptions
from core.project.adapted_weights import weights_for
from core.project.store import ProjectStore
from core.types import Detail, Direction, PropagationSettings
from rpcm_gui.base.language import tr
from rpcm_gui.base.settings import BUDGET, DETAIL, DEVICE, PRECISION, PROXIES, SCALES, WEIGHTS, Settings
from rpcm_gui.base.stored_state import Kind, Stored, read_stored
from rpcm_gui.base.values import DEVICES, Message
from rpcm_gui.model.commands import RunRecords
from rpcm_gui.model.document import Document
from rpcm_gui.model.editing import EditCommands
from rpcm_gui.model.object_edits import ObjectVerbs
from rpcm_gui.model.position import Position, StateWriter, TimeSeeker
from rpcm_gui.model.range_edits import RangeEdits
from rpcm_gui.session.adapt import Adapting
from rpcm_gui.session.export import (
    ExportPreviews,
    JobQueue,
    collect_words,
    collect_work,
    copy_words,
    copy_work,
    export_words,
    export_work,
)
from rpcm_gui.session.import_dataset import Imports
from rpcm_gui.session.proxies import Proxies
from rpcm_gui.session.run_launcher import Launcher
from rpcm_gui.session.runs import Runs
from rpcm_gui.workers.decoding import FrameFailed, FrameLoader, Opener
from rpcm_gui.workers.propagation import EngineChoice, EngineLoader, PropagationThread
from rpcm_gui.workers.thumbnails import Thumbnails

_VIEW = "view"


class Session(QObject):
    """An open project, made of parts. Everything here is cheap; decoding, propagation and exports run on other threads.

    Views use the parts: ``document`` (objects, masks and marks of each frame), ``position`` (what is current),
    ``editing``, ``ranges`` and ``object_verbs`` (what can be undone), ``runs`` and their ``launcher``, ``frames``
    (decoded pictures), ``thumbnails``, ``proxies``, ``adapting``, ``imports``, ``exporter``, ``seeker``. What needs
    several of them is a method here.

    Args:
        store: The open project; closed with the session.
        media: Where its frames are now.
        opener: Opens them, once for each thread that needs them.
        engines: Builds the engine on the propagation thread.
        settings: Device, weights and precision.

    Signals:
        jobStateChanged: The :class:`JobState` of what runs in the background, for the status bar.
        messagePosted: A :class:`Message`: nothing went wrong, but the user should know.
        failed: A :class:`.Failure`: something went wrong.
    """

    jobStateChanged = Signal(object)
    messagePosted = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        store: ProjectStore,
        media: Path,
        opener: Opener,
        engines: EngineLoader,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        reference = store.source.reference
        self.frame_count, self.fps = reference.frame_count, reference.fps
        self.size = (reference.height, reference.width)
        self.path, self.media = store.path, media
        self.title = tr("{name} (read only)").format(name=media.name) if store.read_only else media.name
        self.undo_stack = QUndoStack(self)
        self._settings, self._opener = settings, opener
        self._closed = False
        self.document = Document(store, self)
        self.jotter = StateWriter(store, self)
        self.position = Position(store, self.document, self.jotter, self)
        self.editing = EditCommands(self.document, self.undo_stack, self)
        self.frames = FrameLoader(opener, self)
        self.records = RunRecords(self.document, self)
        self.runs = Runs(PropagationThread(opener, engines, self), self.records.add, self)
        self.ranges = RangeEdits(self.document, self.editing, self.undo_stack, self)
        self.object_verbs = ObjectVerbs(self.document, self.editing, self.undo_stack, self)
        self.launcher = Launcher(
            self.document,
            self.records,
            self.runs,
            self.undo_stack,
            partial(_adapted, store, settings),
            partial(_run_settings, settings),
        )
        self.adapting = Adapting(self.document, self.editing, partial(_choice, settings), self)
        self.exporter = JobQueue(self)
        self.export_previews = ExportPreviews(store.path, opener, self)
        self.imports = Imports(self.document, self.editing, opener, self)
        self.seeker = TimeSeeker(opener, self.position.go_to, self)
        self.thumbnails = Thumbnails(opener, self)
        self.proxies = Proxies(opener, self.size, self.exporter, partial(_may_use_proxies, settings), self)
        self._connect()
        self.proxies.look()
        self.frames.request(self.position.frame)

    def _connect(self) -> None:
        document, position = self.document, self.position
        document.all_changed.connect(self._all_changed)
        document.saver.caught_up.connect(self.jotter.save)
        document.frame_wanted.connect(position.go_to)
        position.frame_changed.connect(self.frames.request)
        self.editing.refused.connect(document.masks_changed)
        self.frames.failed.connect(self._frame_failed)
        for user in (self.frames, self.thumbnails):
            self.proxies.changed.connect(user.use_proxy)
            user.proxy_failed.connect(self.proxies.lose)
        self.imports.imported.connect(self._imported)
        for worker in (self.exporter, self.adapting, self.ranges, self.object_verbs):
            worker.state_changed.connect(self.jobStateChanged)
            worker.message.connect(self.messagePosted)
            worker.failed.connect(self.failed)
        for speaker in (document, self.editing, self.launcher, self.imports, self.proxies):
            speaker.message.connect(self.messagePosted)
        for part in (self.runs, self.export_previews, self.imports, self.proxies, self.seeker):
            part.failed.connect(self.failed)

    def view_state(self, kinds: Mapping[str, Kind]) -> Stored:
        """What views asked to ``remember_view``: JSON values by name of the ``kinds`` given, none for a new project."""
        return read_stored(self.document.store, _VIEW, kinds)

    def remember_view(self, values: Mapping[str, Any]) -> None:
        """Keep how the user looks at the project: values by name, of JSON."""
        self.jotter.note(_VIEW, values)

    @property
    def device(self) -> str:
        """The device that is asked for."""
        return self._settings.get(DEVICE)

    def set_device(self, name: str) -> None:
        """Ask for a device from the next run on; whether it is there is found out then."""
        if name not in DEVICES:
            raise ValueError(f"no device: {name}")
        self._settings.set(DEVICE, name)
        self.runs.state_changed.emit(self.runs.state)

    def propagate(self, direction: str, whole_range: bool = True) -> None:
        """Propagate the current frame's masks ``"forward"``, ``"backward"`` or ``"both"``.

        Every annotated frame on the way seeds again; both ways, what lies between two of them is filled from both. With
        ``whole_range`` to the end of the range, otherwise only up to the next annotated frame. While a run is under
        way it waits for its turn.
        """
        if self.adapting.busy:
            hint = tr("Wait for it, or cancel it in the status bar.")
            self.messagePosted.emit(Message("info", tr("The network is being fine-tuned."), hint))
            return
        self.launcher.launch(self.position.frame, self.position.range, cast(Direction, direction), whole_range)

    def adapt(self) -> None:
        """Fine-tune the network on the frames that the user annotated: a minute or two, in the background."""
        self.adapting.start(self.runs.state.running)

    def cancel_jobs(self) -> None:
        """Cancel whatever shows its progress in the status bar."""
        self.exporter.cancel()
        self.adapting.cancel()
        self.ranges.cancel()
        self.object_verbs.cancel()

    def export(self, format_id: str, destination: Path, options: ExportOptions | None = None) -> None:
        """Write the clip with its masks in a format of :data:`core.formats.WRITERS`."""
        self.document.bulk.finish()
        work = export_work(self.path, self._opener, format_id, destination, options or ExportOptions())
        self.exporter.start(tr("Export to {name}").format(name=destination.name), work, export_words)

    def save_copy(self, target: Path) -> None:
        """Write a copy of the project file."""
        self.document.bulk.finish()
        self.exporter.start(tr("Copy to {name}").format(name=target.name), copy_work(self.path, target), copy_words)

    def collect(self, folder: Path) -> None:
        """Copy the project, its frames and its fine-tuned network into a new folder."""
        self.document.bulk.finish()
        work = collect_work(self.path, folder)
        self.exporter.start(tr("Collect into {name}").format(name=folder.name), work, collect_words)

    def close(self) -> None:
        """Stop everything, save what can be saved, and let go of the project. Waits at most one frame's time."""
        if self._closed:
            return
        self._closed = True
        self.ranges.close()
        self.object_verbs.close()
        self.runs.close()
        self.adapting.close()
        self.exporter.close()
        self.export_previews.close()
        self.imports.close()
        self.frames.close()
        self.thumbnails.close()
        self.proxies.close()
        self.seeker.close()
        self.jotter.save()
        self.document.saver.flush()
        # Commands belong to the stack; left to the garbage collector they may be freed before it, which crashes.
        self.undo_stack.clear()
        self.document.store.close()

    @Slot(object)
    def _imported(self, plan: ImportPlan) -> None:
        if plan.rows:
            self.position.go_to(min(plan.rows, key=lambda index: abs(index - self.position.frame)))

    @Slot()
    def _all_changed(self) -> None:
        self.document.masks_changed.emit(self.position.frame)

    @Slot(object)
    def _frame_failed(self, failed: FrameFailed) -> None:
        self.failed.emit(failed.problem)


def _choice(settings: Settings) -> EngineChoice:
    # A function of the settings and not a method: parts that hold on to the session would keep it alive in a cycle,
    # which the garbage collector may one day break on the wrong thread.
    scale = SCALES[settings.get(DETAIL)]
    return EngineChoice(settings.get(WEIGHTS), settings.get(DEVICE), settings.get(PRECISION), scale)


def _adapted(store: ProjectStore, settings: Settings) -> EngineChoice:
    """The choice, with the weights adapted to this clip where they are used. Raises UserError where they are gone."""
    choice = _choice(settings)
    return replace(choice, weights=weights_for(store, choice.weights))


def _run_settings(settings: Settings) -> PropagationSettings:
    detail: Detail = "automatic" if settings.get(DETAIL) == "automatic" else "standard"
    return PropagationSettings(pool_budget=settings.get(BUDGET) or None, detail=detail)


def _may_use_proxies(settings: Settings) -> bool:
    return settings.get(PROXIES) != "never"
