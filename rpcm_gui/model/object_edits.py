"""The user's verbs on several objects at once, each of them one undo step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.masks.palette import Palette, colour
from core.progress import Progress, ShouldStop
from core.project.edits.merging import Rows
from core.project.store import ProjectStore
from core.selection import morphology
from core.types import ObjectInfo
from rpcm_gui.base.language import tr
from rpcm_gui.base.values import JobState, Message
from rpcm_gui.model.document import Document
from rpcm_gui.model.editing import EditCommands
from rpcm_gui.workers.tasks import BackgroundTasks


class EditObjects(QUndoCommand):
    """Other names, categories or colours for several objects."""

    def __init__(
        self, document: Document, before: Sequence[ObjectInfo], after: Sequence[ObjectInfo], text: str
    ) -> None:
        super().__init__(text)
        self._document, self._before, self._after = document, tuple(before), tuple(after)

    def redo(self) -> None:
        update_objects(self._document, self._after)

    def undo(self) -> None:
        update_objects(self._document, self._before)


class ReorderObjects(QUndoCommand):
    """Another order of the list."""

    def __init__(self, document: Document, before: tuple[int, ...], after: tuple[int, ...]) -> None:
        super().__init__(tr("Reorder Objects"))
        self._document, self._before, self._after = document, before, after

    def redo(self) -> None:
        self._document.change_many(lambda store: store.objects.reorder(self._after), masks=False)

    def undo(self) -> None:
        self._document.change_many(lambda store: store.objects.reorder(self._before), masks=False)


class MergeObjects(QUndoCommand):
    """One object takes another one in; ``rows`` are the target's, before and after."""

    def __init__(self, document: Document, source: ObjectInfo, target: ObjectInfo, rows: tuple[Rows, Rows]) -> None:
        super().__init__(_merge_text(source, target))
        self._document, self._source, self._target = document, source.id, target.id
        self._before, self._after = rows

    def redo(self) -> None:
        def change(store: ProjectStore) -> None:
            store.merging.write(self._target, self._after)
            store.objects.remove(self._source)
            store.history.record(self.text())

        self._document.change_many(change)

    def undo(self) -> None:
        def change(store: ProjectStore) -> None:
            store.objects.restore(self._source)
            store.merging.write(self._target, self._before)
            store.history.record(tr("Undo {step}").format(step=self.text()))

        self._document.change_many(change)


def _merge_text(source: ObjectInfo, target: ObjectInfo) -> str:
    return tr("Merge {name} into {other}").format(name=source.name, other=target.name)


def update_objects(document: Document, infos: Sequence[ObjectInfo]) -> None:
    """Replace what is known of several objects, in one transaction."""

    def change(store: ProjectStore) -> None:
        for info in infos:
            store.objects.update(info)

    document.change_many(change, masks=False)


class ObjectVerbs(QObject):
    """Turns verbs on objects into commands.

    Signals:
        message: A :class:`Message`.
        failed: A :class:`.Failure`.
        state_changed: A :class:`JobState`: how far a merge is worked out.
    """

    message = Signal(object)
    failed = Signal(object)
    state_changed = Signal(object)

    def __init__(
        self, document: Document, editing: EditCommands, stack: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._editing, self._stack = document, editing, stack
        self._stale, self._text = False, ""
        self._selecting = BackgroundTasks(self)
        self._selecting.failed.connect(self.failed)
        self._selecting.progressed.connect(self._progress)
        self._selecting.busyChanged.connect(self._busy_changed)
        document.masks_changed.connect(self._frame_changed)
        document.all_changed.connect(self._all_changed)

    @property
    def busy(self) -> bool:
        """Whether a merge is being worked out."""
        return self._selecting.busy

    def edit_objects(self, infos: Sequence[ObjectInfo], text: str) -> None:
        """Give several objects other names, categories or colours; those that stay as they are do not count."""
        after = [info for info in infos if info != self._document.find(info.id)]
        if after:
            before = [self._document.find(info.id) for info in after]
            self._editing.push(EditObjects(self._document, before, after, text))

    def recolour_all(self, palette: Palette) -> None:
        """Give every object a colour of ``palette``."""
        objects = self._document.objects
        numbers = [n if palette is Palette.SAFE else info.id for n, info in enumerate(objects, start=1)]
        infos = [replace(info, colour=colour(palette, n)) for info, n in zip(objects, numbers, strict=True)]
        self.edit_objects(infos, tr("Recolour Objects"))

    def reorder_objects(self, ids: Sequence[int]) -> None:
        """Put the objects into this order. Raises ValueError unless every object is named once."""
        before = tuple(info.id for info in self._document.objects)
        if sorted(before) != sorted(ids):
            raise ValueError("every object has to be named once")
        if tuple(ids) != before:
            self._editing.push(ReorderObjects(self._document, before, tuple(ids)))

    def solo_object(self, object_id: int) -> None:
        """Show this object only, or all again where it is the only one. Like visibility no undo step."""
        objects = self._document.objects
        alone = all(info.visible == (info.id == object_id) for info in objects)
        if self._editing.may_change():
            update_objects(
                self._document, [replace(info, visible=alone or info.id == object_id) for info in objects]
            )  # fmt: skip

    def split_off(self, object_id: int, index: int) -> int | None:
        """Make all pieces but the largest of an object's mask on one frame a new object; returns its id."""
        labels = self._document.masks.labels(index)
        parts = morphology.pieces(labels == object_id)
        if len(parts) < 2:
            hint = tr("Cut it with the eraser first. Every piece but the largest then becomes a new object.")
            self.message.emit(Message("info", tr("The object is one piece on this frame."), hint))
            return None
        if not self._editing.may_add():
            return None
        name = self._document.find(object_id).name
        self._stack.beginMacro(tr("Split {name}").format(name=name))
        new = self._editing.add_object(tr("{name} (split)").format(name=name))
        after = labels.copy()
        after[(labels == object_id) & ~parts[0]] = new
        self._editing.commit_labels(index, after, tr("Split"))
        self._stack.endMacro()
        return new

    def merge_objects(self, source: int, target: int) -> None:
        """Let ``target`` take ``source`` in on every frame; worked out in a job, then one undo step."""
        if self.busy or source == target:
            return
        # The job reads the store.
        self._document.bulk.finish()
        if not self._document.saver.flush():
            return
        find = self._document.find
        self._stale, self._text = False, _merge_text(find(source), find(target))
        work = partial(_work_out, self._document.store.path, source, target)
        self._selecting.run(self._text, work, partial(self._merged, source, target))

    def cancel(self) -> None:
        """Give up the merge that is being worked out; nothing has changed then."""
        self._selecting.give_up()

    def close(self) -> None:
        """Give up what is being worked out."""
        self._selecting.close()

    def _merged(self, source: int, target: int, rows: tuple[Rows, Rows]) -> None:
        ids = {info.id for info in self._document.objects}
        if not {source, target} <= ids:
            return
        if self._stale:
            # Something was painted or predicted meanwhile: what was read is not what holds.
            self.merge_objects(source, target)
            return
        find = self._document.find
        self._editing.push(MergeObjects(self._document, find(source), find(target), rows))

    @Slot(int, int)
    def _progress(self, done: int, total: int) -> None:
        self.state_changed.emit(JobState(running=True, title=self._text, done=done, total=total))

    @Slot(bool)
    def _busy_changed(self, busy: bool) -> None:
        self.state_changed.emit(JobState(running=busy, title=self._text))

    @Slot(int)
    def _frame_changed(self, index: int) -> None:
        del index
        self._stale = True

    @Slot()
    def _all_changed(self) -> None:
        self._stale = True


def _work_out(
    path: Path, source: int, target: int, progress: Progress, should_stop: ShouldStop
) -> tuple[Rows, Rows] | None:  # fmt: skip
    """The target's rows before and after the merge; None when stopped. Opens the project again."""
    found: list[tuple[Rows, Rows]] = []
    store = ProjectStore.open(path, read_only=True)
    try:
        frames = store.merging.frames(source)
        for number, frame in enumerate(frames):
            if should_stop():
                return None
            both = store.merging.union(frame, store.effective_labels(frame), source, target)
            found += [both] if both is not None else []
            progress(number + 1, len(frames))
    finally:
        store.close()
    return _joined([before for before, _ in found]), _joined([after for _, after in found])


def _joined(parts: Sequence[Rows]) -> Rows:
    drawn = {frame: row for part in parts for frame, row in part.drawn.items()}
    return Rows(drawn, {key: row for part in parts for key, row in part.predicted.items()})
