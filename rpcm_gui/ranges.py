"""A person's verbs on one object over a range of frames: worked out in a job, then done as one undo step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand

from core.labels import decode_rle, encode_rle
from core.project.store import ProjectStore
from core.types import BACKGROUND, UInt8Array, read_only
from rpcm_gui.document import Document
from rpcm_gui.editing import Editing
from rpcm_gui.failures import Failure
from rpcm_gui.selecting import Selecting
from rpcm_gui.state import BugReport, Message
from rpcm_gui.strokes import Rows, painted_rows, previous_rows
from rpcm_gui.workers.job import Progress, ShouldStop

FrameRows = Mapping[int, Rows]
Repaint = Callable[[UInt8Array], UInt8Array]


class DrawMany(QUndoCommand):
    """The same change on many frames. Kept, like a stroke, as the rows of the objects concerned, before and after."""

    def __init__(self, document: Document, before: FrameRows, after: FrameRows, text: str) -> None:
        super().__init__(text)
        self._document, self._before, self._after = document, before, after

    def redo(self) -> None:
        self._write(self._after, self.text())

    def undo(self) -> None:
        self._write(self._before, f"Undo {self.text()}")

    def _write(self, frames: FrameRows, text: str) -> None:
        def change(store: ProjectStore) -> None:
            for index, rows in frames.items():
                store.set_annotations(index, rows)
            store.history.record(text, min(frames))

        self._document.change_many(change, frames)


class RangeEdits(QObject):
    """Turns verbs over a range into one command each.

    Signals:
        message: A :class:`Message`.
        bug: A :class:`BugReport`.
        busyChanged: Whether a verb is being worked out.
    """

    message = Signal(object)
    bug = Signal(object)
    busyChanged = Signal(bool)

    def __init__(self, document: Document, editing: Editing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._editing = document, editing
        self._path = document.store.path
        self._changed: set[int] = set()
        self._selecting = Selecting(self)
        self._selecting.failed.connect(self._tell)
        self._selecting.busyChanged.connect(self.busyChanged)
        document.masks_changed.connect(self._frame_changed)
        document.all_changed.connect(self._everything_changed)

    @property
    def busy(self) -> bool:
        """Whether a verb is being worked out."""
        return self._selecting.busy

    def copy_over(self, object_id: int, index: int, first: int, last: int) -> None:
        """Give an object the mask that it has on frame ``index`` on ``first..last``; locked objects keep theirs."""
        mask = encode_rle(np.asarray(self._document.masks.labels(index) == object_id))
        locked = tuple(info.id for info in self._document.objects if info.locked and info.id != object_id)
        frames = [frame for frame in range(first, last + 1) if frame != index]
        name = self._document.find(object_id).name
        self._start(f"Copy {name} to Frames {first}–{last}", frames, partial(_stamped, object_id, mask, locked))

    def delete_over(self, object_id: int, first: int, last: int) -> None:
        """Take an object off the frames ``first..last``: it is declared absent wherever it is there now."""
        name = self._document.find(object_id).name
        self._start(f"Delete {name} on Frames {first}–{last}", range(first, last + 1), partial(_erased, object_id))

    def close(self) -> None:
        """Give up what is being worked out."""
        self._selecting.close()

    def _start(self, text: str, frames: Iterable[int], repaint: Repaint) -> None:
        if self._document.saver.waiting and not self._document.saver.flush():
            return
        if self.busy:
            self.message.emit(Message("info", "Another change over a range is still being worked out."))
            return
        self._changed.clear()
        work = partial(_work_out, self._path, tuple(frames), repaint)
        self._selecting.run(text, work, partial(self._take, text, repaint))

    def _take(self, text: str, repaint: Repaint, found: tuple[FrameRows, FrameRows]) -> None:
        before, after = dict(found[0]), dict(found[1])
        for index in self._changed & set(after):
            # Painted meanwhile: what was read for it is stale.
            before[index], after[index] = self._now(index, repaint)
        after = {index: rows for index, rows in after.items() if rows}
        if not after:
            self.message.emit(Message("info", f"{text}: nothing to change there."))
        elif self._editing.push(DrawMany(self._document, {i: before[i] for i in after}, after, text)):
            self.message.emit(Message("info", f"{text}: {len(after)} frames changed."))

    def _now(self, index: int, repaint: Repaint) -> tuple[Rows, Rows]:
        masks = self._document.masks
        return _rows(masks.labels(index), masks.annotations(index), lambda: masks.predicted(index), repaint)

    @Slot(int)
    def _frame_changed(self, index: int) -> None:
        self._changed.add(index)

    @Slot()
    def _everything_changed(self) -> None:
        self._changed.update(range(len(self._document.summaries())))

    @Slot(object)
    def _tell(self, problem: Failure) -> None:
        (self.bug if isinstance(problem, BugReport) else self.message).emit(problem)


def _work_out(
    path: Path, frames: tuple[int, ...], repaint: Repaint, progress: Progress, should_stop: ShouldStop
) -> tuple[FrameRows, FrameRows] | None:  # fmt: skip
    """The rows of every frame that ``repaint`` changes, before and after; None when stopped. Opens the project anew."""
    before: dict[int, Rows] = {}
    after: dict[int, Rows] = {}
    store = ProjectStore.open(path, read_only=True)
    try:
        present = {info.id for info in store.objects.all()} | {255}
        for number, index in enumerate(frames):
            if should_stop():
                return None
            drawn = {key: rows for key, rows in store.annotations.counts(index).items() if key in present}
            labels = store.effective_labels(index)
            before[index], after[index] = _rows(labels, drawn, partial(store.view.predicted_labels, index), repaint)
            progress(number + 1, len(frames))
    finally:
        store.close()
    return before, after


def _rows(
    labels: UInt8Array, drawn: Mapping[int, bytes], predicted: Callable[[], UInt8Array], repaint: Repaint
) -> tuple[Rows, Rows]:  # fmt: skip
    rows = painted_rows(labels, repaint(labels), drawn.keys(), predicted)
    return previous_rows(rows, drawn), rows


def _stamped(object_id: int, counts: bytes, locked: tuple[int, ...], labels: UInt8Array) -> UInt8Array:
    after = labels.copy()
    after[labels == object_id] = BACKGROUND
    after[decode_rle(counts, *labels.shape) & ~np.isin(labels, locked)] = object_id
    return read_only(after)


def _erased(object_id: int, labels: UInt8Array) -> UInt8Array:
    after = labels.copy()
    after[labels == object_id] = BACKGROUND
    return read_only(after)
