"""One open project on the desk: what is current, what can be done and undone, and who is told about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from core.exchange.import_plan import ImportPlan
from core.formats import ExportOptions
from core.project.adapted_weights import weights_for
from core.project.store import ProjectStore
from core.types import Detail, Direction, ObjectInfo, PropagationSettings
from rpcm_gui.base.language import tr
from rpcm_gui.base.settings import BUDGET, DETAIL, DEVICE, PRECISION, PROXIES, SCALES, WEIGHTS, Settings
from rpcm_gui.base.stored_state import Kind, Stored, read_stored
from rpcm_gui.base.values import DEVICES, AdaptState, BugReport, FrameSummary, Message, RunState
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
    """What views talk to. Everything here is cheap; decoding, propagation and exports happen on other threads.

    Made of parts that can be read alone: ``document`` (what holds of each frame, and the store), ``editing`` (verbs
    that can be undone), ``runs`` and their launcher, ``exporter``, ``position``. Their verbs are offered here by name.

    Args:
        store: The open project; closed with the session.
        media: Where its frames are now.
        opener: Opens them, once for each thread that needs them.
        engines: Builds the engine on the propagation thread.
        settings: Device, weights and precision.

    Signals:
        frameReady: The decoded :class:`core.types.Frame` of the current frame.
        previewReady: Its small picture from the proxy, a :class:`.Preview`, for the time until then.
        frameFailed: This frame, the current one, cannot be read.
        masksChanged: The effective mask or reliability of this frame changed.
        summaryChanged: The timeline's summary of the frames first..last changed.
        bugFound: A :class:`BugReport`.
        The others are named after what changed.
    """

    objectsChanged = Signal()
    currentObjectChanged = Signal(int)
    currentFrameChanged = Signal(int)
    frameReady = Signal(object)
    previewReady = Signal(object)
    frameFailed = Signal(int)
    masksChanged = Signal(int)
    summaryChanged = Signal(int, int)
    runStateChanged = Signal(object)
    rangeChanged = Signal(int, int)
    jobStateChanged = Signal(object)
    adaptationChanged = Signal()
    messagePosted = Signal(object)
    bugFound = Signal(object)

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
        self._loader = FrameLoader(opener, self)
        self.records = RunRecords(self.document, self)
        self.runs = Runs(PropagationThread(opener, engines, self), self.records.add, self)
        self.ranges = RangeEdits(self.document, self.editing, self.undo_stack, self)
        self.object_verbs = ObjectVerbs(self.document, self.editing, self.undo_stack, self)
        self._launcher = Launcher(
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
        self._seeker = TimeSeeker(opener, self.position.go_to, self)
        self.thumbnails = Thumbnails(opener, self)
        self.proxies = Proxies(opener, self.size, self.exporter, partial(_may_use_proxies, settings), self)
        self._offer_verbs()
        self._connect()
        self.proxies.look()
        self._loader.request(self.position.frame)

    def _offer_verbs(self) -> None:
        masks, editing = self.document.masks, self.editing
        self.labels, self.reliability, self.entropy = masks.labels, masks.reliability, masks.entropy
        self.summaries = self.document.summaries
        self.go_to, self.set_range = self.position.go_to, self.position.set_range
        self.select_object = self.position.select_object
        self.add_object, self.remove_object = editing.add_object, editing.remove_object
        self.rename_object, self.recolour_object = editing.rename_object, editing.recolour_object
        self.set_object_visible, self.set_object_locked = editing.set_object_visible, editing.set_object_locked
        self.commit_labels, self.clear_annotation = editing.commit_labels, editing.clear_annotation
        self.set_reviewed = editing.set_reviewed
        self.copy_over, self.delete_over = self.ranges.copy_over, self.ranges.delete_over
        verbs = self.object_verbs
        self.edit_objects, self.reorder_objects, self.recolour_all = (
            verbs.edit_objects, verbs.reorder_objects, verbs.recolour_all,
        )  # fmt: skip
        self.solo_object, self.split_off, self.merge_objects = verbs.solo_object, verbs.split_off, verbs.merge_objects
        self.pool = masks.pool
        self.go_to_time = self._seeker.go_to_time
        self.presence = self.document.store.presence.between
        launcher = self._launcher
        self.stop_propagation, self.pause_propagation = launcher.stop, self.runs.pause
        self.remove_queued_run, self.choose_run_objects = launcher.remove, launcher.choose_objects
        self.use_adapted = self.adapting.use
        self.make_proxy, self.remove_proxy = self.proxies.make, self.proxies.remove
        self.save_now = self.document.saver.flush
        self.remember_view = partial(self.jotter.note, _VIEW)

    def _connect(self) -> None:
        document, position = self.document, self.position
        document.objects_changed.connect(self.objectsChanged)
        document.masks_changed.connect(self.masksChanged)
        document.all_changed.connect(self._all_changed)
        document.summary_changed.connect(self.summaryChanged)
        document.saver.caught_up.connect(self.jotter.save)
        document.frame_wanted.connect(position.go_to)
        position.frame_changed.connect(self._frame_changed)
        position.object_changed.connect(self.currentObjectChanged)
        position.range_changed.connect(self.rangeChanged)
        self.editing.refused.connect(self.masksChanged)
        self._loader.frame_ready.connect(self.frameReady)
        self._loader.failed.connect(self._frame_failed)
        self._loader.preview_ready.connect(self.previewReady)
        for user in (self._loader, self.thumbnails):
            self.proxies.changed.connect(user.use_proxy)
            user.proxy_failed.connect(self.proxies.lose)
        self.proxies.message.connect(self.messagePosted)
        self.proxies.bug.connect(self.bugFound)
        self.runs.state_changed.connect(self.runStateChanged)
        self.exporter.state_changed.connect(self.jobStateChanged)
        for part in (document, self.editing, self.ranges, self.object_verbs, self.runs, self._launcher, self.exporter):
            part.message.connect(self.messagePosted)
        self.runs.bug.connect(self.bugFound)
        document.adaptation_changed.connect(self.adaptationChanged)
        self.adapting.state_changed.connect(self.jobStateChanged)
        self.ranges.state_changed.connect(self.jobStateChanged)
        self.object_verbs.state_changed.connect(self.jobStateChanged)
        self.adapting.message.connect(self.messagePosted)
        self.adapting.bug.connect(self.bugFound)
        self.exporter.bug.connect(self.bugFound)
        self.export_previews.bug.connect(self.bugFound)
        self.imports.message.connect(self.messagePosted)
        self.imports.bug.connect(self.bugFound)
        self.imports.imported.connect(self._imported)
        self.ranges.bug.connect(self.bugFound)
        self.object_verbs.bug.connect(self.bugFound)
        self._seeker.message.connect(self.messagePosted)
        self._seeker.bug.connect(self.bugFound)

    @property
    def objects(self) -> tuple[ObjectInfo, ...]:
        """The objects in the user's order."""
        return self.document.objects

    @property
    def current_frame(self) -> int:
        """Number of the frame that is to be shown."""
        return self.position.frame

    @property
    def current_object(self) -> int | None:
        """Id of the object that is painted, None when there is none."""
        return self.position.object

    @property
    def range(self) -> tuple[int, int]:
        """First and last frame of the chosen range, both included."""
        return self.position.range

    @property
    def run_state(self) -> RunState:
        """How the propagation stands."""
        return self.runs.state

    @property
    def unsaved(self) -> int:
        """How many changes are in memory only, because they cannot be saved; normally 0."""
        return self.document.saver.waiting

    @property
    def run_objects(self) -> frozenset[int] | None:
        """The objects whose masks the next run may change, None for all."""
        return self._launcher.objects

    def references(self) -> tuple[int, ...]:
        """Frames from which a run that counts began, ascending."""
        runs = (run.request.get("start") for run in self.document.store.runs.all() if run.active)
        return tuple(sorted({start for start in runs if start is not None and 0 <= start < self.frame_count}))

    def summary(self, index: int) -> FrameSummary:
        """What the timeline shows of a frame."""
        return self.document.summaries()[index]

    def view_state(self, kinds: Mapping[str, Kind]) -> Stored:
        """What views asked to ``remember_view``: JSON values by name of the ``kinds`` given, none for a new project."""
        return read_stored(self.document.store, _VIEW, kinds)

    @property
    def device(self) -> str:
        """The device that is asked for."""
        return self._settings.get(DEVICE)

    def set_device(self, name: str) -> None:
        """Ask for a device from the next run on; whether it is there is found out then."""
        if name not in DEVICES:
            raise ValueError(f"no device: {name}")
        self._settings.set(DEVICE, name)
        self.runStateChanged.emit(self.run_state)

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
        self._launcher.launch(self.current_frame, self.range, cast(Direction, direction), whole_range)

    def adapt(self) -> None:
        """Fine-tune the network on the frames that the user annotated: a minute or two, in the background."""
        self.adapting.start(self.run_state.running)

    @property
    def adaptation(self) -> AdaptState | None:
        """What the network was fine-tuned on, None where it was not."""
        return self.adapting.state

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
        self._loader.close()
        self.thumbnails.close()
        self.proxies.close()
        self._seeker.close()
        self.jotter.save()
        self.document.saver.flush()
        # Commands belong to the stack; left to the garbage collector they may be freed before it, which crashes.
        self.undo_stack.clear()
        self.document.store.close()

    @Slot(int)
    def _frame_changed(self, index: int) -> None:
        self.currentFrameChanged.emit(index)
        self._loader.request(index)

    @Slot(object)
    def _imported(self, plan: ImportPlan) -> None:
        if plan.rows:
            self.go_to(min(plan.rows, key=lambda index: abs(index - self.current_frame)))

    @Slot()
    def _all_changed(self) -> None:
        self.masksChanged.emit(self.current_frame)

    @Slot(object)
    def _frame_failed(self, failed: FrameFailed) -> None:
        self.frameFailed.emit(failed.index)
        (self.bugFound if isinstance(failed.problem, BugReport) else self.messagePosted).emit(failed.problem)


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
