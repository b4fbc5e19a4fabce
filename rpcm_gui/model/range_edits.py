"""The user's verbs on one object over a range of frames: worked out in a job, then done as one undo step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.masks.rle import encode_rle
from core.progress import Progress, ShouldStop
from core.project.edits.journal import FrameRows, pack
from core.project.edits.rows import Rows, previous_rows, replace_mask_rows
from core.project.store import ProjectStore
from core.project.tables.effective import ObjectPrediction
from rpcm_gui.base.failures import Failure
from rpcm_gui.base.language import tr
from rpcm_gui.base.values import JobState, Message
from rpcm_gui.model.document import Document
from rpcm_gui.model.editing import EditCommands
from rpcm_gui.model.journal_writer import Batch
from rpcm_gui.model.saver import Change
from rpcm_gui.workers.job import Job

CLOSING_SECONDS = 5.0
Restamp = Callable[[Sequence[ObjectPrediction], Mapping[int, bytes]], Rows]
"""From what the runs say of a frame, and what the user drew, to the rows that change."""


class DrawMany(QUndoCommand):
    """The same change on many frames. Kept, like a stroke, as the rows of the objects concerned, before and after."""

    def __init__(self, document: Document, before: Batch, after: Batch, text: str) -> None:
        super().__init__(text)
        self._document, self._before, self._after = document, before, after

    def redo(self) -> None:
        self._put(self._after, self.text())

    def undo(self) -> None:
        self._put(self._before, tr("Undo {step}").format(step=self.text()))

    def _put(self, batch: Batch, text: str, also: Change | None = None) -> None:
        self._document.put_many(batch, text, also)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What a verb comes to: the rows of the frames that it changes, before and after."""

    before: Batch
    after: Batch


def _found(before: FrameRows, after: FrameRows) -> Found:
    changed = {index: rows for index, rows in after.items() if rows}
    was = {index: before[index] for index in changed}
    return Found(Batch(was, pack(was)), Batch(changed, pack(changed)))


class RangeEdits(QObject):
    """Turns verbs over a range into one command each.

    Signals:
        message: A :class:`Message`.
        failed: A :class:`.Failure`.
        state_changed: A :class:`JobState`.
    """

    message = Signal(object)
    failed = Signal(object)
    state_changed = Signal(object)

    def __init__(
        self, document: Document, editing: EditCommands, stack: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._editing, self._stack = document, editing, stack
        self._path = document.store.path
        self._changed: set[int] = set()
        self._job: Job | None = None
        self._restamp: Restamp | None = None
        self._text = ""
        document.masks_changed.connect(self._frame_changed)
        document.all_changed.connect(self._everything_changed)
        document.bulk.progressed.connect(self._progress)
        document.bulk.settled.connect(self._settled)

    @property
    def busy(self) -> bool:
        """Whether a verb is being worked out or written."""
        return self._job is not None or self._document.bulk.busy

    def copy_over(self, object_id: int, index: int, first: int, last: int) -> None:
        """Give an object the mask that it has on frame ``index`` on ``first..last``; locked objects keep theirs."""
        mask = encode_rle(np.asarray(self._document.masks.labels(index) == object_id))
        locked = tuple(info.id for info in self._document.objects if info.locked and info.id != object_id)
        frames = [frame for frame in range(first, last + 1) if frame != index]
        name = self._document.find(object_id).name
        text = tr("Copy {name} to Frames {first}–{last}").format(name=name, first=first, last=last)
        self._start(text, frames, self._stamping(object_id, mask, locked))

    def delete_over(self, object_id: int, first: int, last: int) -> None:
        """Take an object off the frames ``first..last``: it is declared absent wherever it is there now."""
        name = self._document.find(object_id).name
        text = tr("Delete {name} on Frames {first}–{last}").format(name=name, first=first, last=last)
        self._start(text, range(first, last + 1), self._stamping(object_id, None))

    def cancel(self) -> None:
        """Give up the verb that is being worked out, or undo the one that is being written."""
        if self._job is not None:
            self._job.cancel()
        elif self._document.bulk.busy and isinstance(self._stack.command(self._stack.index() - 1), DrawMany):
            self._stack.undo()

    def close(self) -> None:
        """Give up what is being worked out, and write what is to be written yet."""
        if self._job is not None:
            self._job.blockSignals(True)
            self._job.cancel()
            self._job.wait(CLOSING_SECONDS)
        self._document.bulk.finish()

    def _stamping(self, object_id: int, stamp: bytes | None, locked: tuple[int, ...] = ()) -> Restamp:
        reference = self._document.store.source.reference
        size = reference.height, reference.width
        return partial(replace_mask_rows, size=size, object_id=object_id, stamp=stamp, locked=locked)

    def _start(self, text: str, frames: Iterable[int], restamp: Restamp) -> None:
        if self.busy:
            self.message.emit(Message("info", tr("Another change over a range is still running.")))
            return
        if not self._editing.may_change() or not self._document.saver.flush():
            return
        self._changed.clear()
        self._text, self._restamp = text, restamp
        self._job = Job(text, partial(_work_out, self._path, tuple(frames), restamp), self)
        self._job.progressed.connect(self._progress)
        self._job.finished.connect(self._take)
        self._job.cancelled.connect(self._end)
        self._job.failed.connect(self._failed)
        self._job.start(QThreadPool.globalInstance())

    @Slot(object)
    def _take(self, found: Found) -> None:
        restamp, text = self._restamp, self._text
        self._end()
        assert restamp is not None
        stale = self._changed & set(found.after.rows)
        if stale:
            # Painted meanwhile: what was read for these frames is old.
            now = {index: self._now(index, restamp) for index in stale}
            before = {**found.before.rows, **{index: rows[0] for index, rows in now.items()}}
            after = {**found.after.rows, **{index: rows[1] for index, rows in now.items()}}
            found = _found(before, after)
        if not found.after.rows:
            self.message.emit(Message("info", tr("{verb}: nothing to change.").format(verb=text)))
        elif self._editing.push(DrawMany(self._document, found.before, found.after, text)):
            words = tr("{verb}: {count} frames changed.")
            self.message.emit(Message("info", words.format(verb=text, count=len(found.after.rows))))

    def _now(self, index: int, restamp: Restamp) -> tuple[Rows, Rows]:
        masks = self._document.masks
        return _rows(self._document.store.view.words(index), masks.annotations(index), restamp)

    @Slot(int)
    def _frame_changed(self, index: int) -> None:
        self._changed.add(index)

    @Slot()
    def _everything_changed(self) -> None:
        self._changed.update(range(len(self._document.summaries())))

    @Slot(int, int)
    def _progress(self, done: int, total: int) -> None:
        self.state_changed.emit(JobState(running=True, title=self._title(), done=done, total=total))

    @Slot()
    def _settled(self) -> None:
        self.state_changed.emit(JobState(title=self._title()))

    def _title(self) -> str:
        return self._text if self._job is not None else self._document.bulk.text

    @Slot(object)
    def _failed(self, problem: Failure) -> None:
        self._end()
        self.failed.emit(problem)

    @Slot()
    def _end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = self._restamp = None
        self._settled()


def _work_out(
    path: Path, frames: tuple[int, ...], restamp: Restamp, progress: Progress, should_stop: ShouldStop
) -> Found | None:
    """The rows of every frame that ``restamp`` changes, before and after; None when stopped. Opens the project."""
    before: dict[int, Rows] = {}
    after: dict[int, Rows] = {}
    store = ProjectStore.open(path, read_only=True)
    try:
        present = {info.id for info in store.objects.all()} | {255}
        for number, index in enumerate(frames):
            if should_stop():
                return None
            drawn = {key: rows for key, rows in store.annotations.counts(index).items() if key in present}
            before[index], after[index] = _rows(store.view.words(index), drawn, restamp)
            progress(number + 1, len(frames))
    finally:
        store.close()
    return _found(before, after)


def _rows(words: Sequence[ObjectPrediction], drawn: Mapping[int, bytes], restamp: Restamp) -> tuple[Rows, Rows]:
    rows = restamp(words, drawn)
    return previous_rows(rows, drawn), rows
