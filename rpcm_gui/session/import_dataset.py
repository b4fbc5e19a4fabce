"""Masks of a dataset into the open project: looked at in the background, then done as one undo step."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from core.errors import UserError
from core.exchange.detection import candidates, detected
from core.exchange.import_plan import ImportPlan, plan_import, planned_labels
from core.exchange.preview import shrunk
from core.formats import LabelledClip, reader
from core.formats.common.reading import refuse_no_clips, refuse_nothing
from core.masks.drawing import blend, draw_outline
from core.progress import Progress, ShouldStop
from core.project.edits.journal import FrameRows, pack
from core.project.store import ProjectStore, Review
from core.types import ObjectInfo, UInt8Array, read_only
from rpcm_gui.base.failures import message_of
from rpcm_gui.base.language import tr, translate
from rpcm_gui.base.values import Message
from rpcm_gui.model.document import Document
from rpcm_gui.model.editing import EditCommands
from rpcm_gui.model.journal_writer import Batch
from rpcm_gui.model.range_edits import DrawMany
from rpcm_gui.workers.decoding import Opener
from rpcm_gui.workers.tasks import BackgroundTasks

MOST_SAMPLES = 9
"""Frames that are shown of an import before it is done."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to import, and how.

    Attributes:
        path: The dataset's folder, or its file.
        format_id: Its format; empty to find it out.
        sequence: Its clip; empty for the one that is called like the project, else the first.
        reviewed: Whether frames with masks count as reviewed from then on.
        replace_drawn: Whether the dataset's word counts where the user drew something.
    """

    path: Path
    format_id: str = ""
    sequence: str = ""
    reviewed: bool = False
    replace_drawn: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ImportSample:
    """Frame ``index`` with the masks that it gets, (H, W, 3) RGB, made small."""

    index: int
    image: UInt8Array


@dataclass(frozen=True, slots=True, eq=False)
class ImportPreview:
    """What an import would do, as far as it could be found out.

    Attributes:
        formats: Formats that the dataset may be in, the likeliest first.
        format_id: The one that it was read as; empty where none is known.
        sequences: Its clips; ``sequence`` is the one that was read.
        objects: Its objects, as the dataset calls and numbers them.
        plan: What would be done; None where ``problem`` says why nothing can be.
        rows: The plan's rows before and after it.
    """

    wish: ImportRequest
    formats: tuple[str, ...] = ()
    format_id: str = ""
    sequences: tuple[str, ...] = ()
    sequence: str = ""
    objects: tuple[ObjectInfo, ...] = ()
    plan: ImportPlan | None = None
    samples: tuple[ImportSample, ...] = ()
    problem: Message | None = None
    rows: tuple[Batch, Batch] | None = None


class ImportMasks(DrawMany):
    """Everything that an import brings: objects, masks, reviews."""

    def __init__(self, document: Document, plan: ImportPlan, rows: tuple[Batch, Batch]) -> None:
        super().__init__(document, *rows, tr("Import {count} Masks").format(count=plan.masks))
        self._plan, self._is_new = plan, True
        self._reviews: dict[int, Review | None] = {}

    def redo(self) -> None:
        plan, is_new = self._plan, self._is_new
        self._is_new = False

        def also(store: ProjectStore) -> None:
            for info in plan.new:
                if is_new:
                    store.objects.add(info)
                else:
                    store.objects.restore(info.id)
            self._reviews = {index: store.set_reviewed(index, True) for index in plan.reviewed}

        self._put(self._after, self.text(), also)

    def undo(self) -> None:
        def also(store: ProjectStore) -> None:
            for index, review in self._reviews.items():
                store.set_reviewed(index, review or False)
            for info in self._plan.new:
                store.objects.remove(info.id)

        self._put(self._before, tr("Undo {step}").format(step=self.text()), also)


class Imports(QObject):
    """Looks at datasets, and imports what was looked at.

    Signals:
        looked: An :class:`ImportPreview`, the answer to the newest wish.
        progressed: Frames worked out, and frames in all.
        imported: The :class:`ImportPlan` that was done.
        message: A :class:`Message`.
        failed: A :class:`.Failure`.
    """

    looked = Signal(object)
    progressed = Signal(int, int)
    imported = Signal(object)
    message = Signal(object)
    failed = Signal(object)

    def __init__(
        self, document: Document, editing: EditCommands, opener: Opener, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._editing, self._opener = document, editing, opener
        self._selecting = BackgroundTasks(self)
        self._selecting.failed.connect(self.failed)
        self._looked: ImportPreview | None = None

    def look(self, wish: ImportRequest) -> None:
        """Work out what the import would do; an earlier wish is given up."""
        self._selecting.give_up()
        # The job reads the store.
        self._document.bulk.finish()
        if self._document.saver.flush():
            work = partial(_look, self._document.store.path, self._opener, wish, self.progressed.emit)
            self._selecting.run(tr("Import"), work, self._take)

    def give_up(self) -> None:
        """Nobody wants to know any more."""
        self._selecting.give_up()

    def apply(self, plan: ImportPlan) -> None:
        """Do what was planned, as one undo step."""
        if not plan.rows and not plan.new:
            self.message.emit(Message("info", tr("Nothing to import.")))
        elif self._editing.push(ImportMasks(self._document, plan, self._rows(plan))):
            text = tr("Imported {masks} masks on {frames} frames.").format(masks=plan.masks, frames=len(plan.rows))
            self.message.emit(Message("info", text, " ".join(map(translate, plan.notes))))
            self.imported.emit(plan)

    def close(self) -> None:
        """Give up what is being worked out."""
        self._selecting.close()

    def _take(self, look: ImportPreview) -> None:
        self._looked = look
        self.looked.emit(look)

    def _rows(self, plan: ImportPlan) -> tuple[Batch, Batch]:
        looked = self._looked
        return looked.rows if looked is not None and looked.plan is plan and looked.rows is not None else _packed(plan)


@dataclass(slots=True)
class _Findings:
    """What was found out before something went wrong."""

    formats: tuple[str, ...] = ()
    format_id: str = ""
    sequences: tuple[str, ...] = ()
    sequence: str = ""
    objects: tuple[ObjectInfo, ...] = ()


def _look(
    project: Path, opener: Opener, wish: ImportRequest, tell: Progress, _progress: Progress, should_stop: ShouldStop
) -> ImportPreview | None:
    """On a pool's thread. None when stopped; what the user can mend is part of the answer."""
    found = _Findings()
    plan: ImportPlan | None = None
    samples: tuple[ImportSample, ...] = ()
    problem: Message | None = None
    try:
        with closing(ProjectStore.open(project, read_only=True)) as store, opener() as frames:
            found.formats = candidates(wish.path)
            found.format_id = wish.format_id or detected(wish.path)
            chosen = reader(found.format_id)
            found.sequences = chosen.sequences(wish.path)
            refuse_no_clips(found.sequences, wish.path)
            found.sequence = _sequence(wish.sequence, found.sequences, project.stem)
            clip = chosen.read(wish.path, found.sequence, frames)
            found.objects = clip.objects
            refuse_nothing(clip, wish.path)
            plan = _planned(store, clip, wish, tell, should_stop)
            if plan is None:
                return None
            samples = _samples(store, clip, plan)
    except UserError as error:
        problem = message_of(error)
    rows = None if plan is None else _packed(plan)
    clip_is = (found.formats, found.format_id, found.sequences, found.sequence, found.objects)
    return ImportPreview(wish, *clip_is, plan, samples, problem, rows)


def _packed(plan: ImportPlan) -> tuple[Batch, Batch]:
    after: FrameRows = {index: dict(rows) for index, rows in plan.rows.items()}
    return Batch(plan.before, pack(plan.before)), Batch(after, pack(after))


def _planned(
    store: ProjectStore, clip: LabelledClip, wish: ImportRequest, tell: Progress, should_stop: ShouldStop
) -> ImportPlan | None:
    shown = -1

    def progress(done: int, total: int) -> None:
        nonlocal shown
        percent = done * 100 // total
        if percent != shown:
            shown = percent
            tell(done, total)

    return plan_import(
        store,
        clip,
        reviewed=wish.reviewed,
        replace_drawn=wish.replace_drawn,
        progress=progress,
        should_stop=should_stop,
    )


def _sequence(wanted: str, names: tuple[str, ...], project: str) -> str:
    if wanted in names:
        return wanted
    return next((name for name in names if name.rpartition("/")[2] == project), names[0])


def _samples(store: ProjectStore, clip: LabelledClip, plan: ImportPlan) -> tuple[ImportSample, ...]:
    """A few of the frames that get masks, evenly spread."""
    colours = {each.id: each.colour for each in (*store.objects.all(), *plan.new)}
    frames = sorted(plan.rows)
    picks = sorted({frames[round(place)] for place in np.linspace(0, len(frames) - 1, MOST_SAMPLES)} if frames else ())
    return tuple(ImportSample(index, _picture(clip, plan, index, colours)) for index in picks)


def _picture(
    clip: LabelledClip, plan: ImportPlan, index: int, colours: Mapping[int, tuple[int, int, int]]
) -> UInt8Array:
    image = clip.frames.read(index).image
    labels = planned_labels(plan.rows[index], (image.shape[0], image.shape[1]))
    return read_only(shrunk(draw_outline(blend(image, labels, colours), labels, colours)))
