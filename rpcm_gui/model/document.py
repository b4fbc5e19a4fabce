"""One open project as the window sees it: what holds of each frame now, and every way to change it.

The document is the one writer of the store. What it answers is right even while changes wait for a full disk: objects
live in memory, and a frame whose masks could not be written yet keeps them here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from core.project.edits.journal import mark_applied
from core.project.store import ProjectStore, Review
from core.types import Float32Array, ObjectInfo, UInt8Array
from rpcm_gui.base.values import FrameSummary
from rpcm_gui.model.effective_masks import EffectiveMasks, Summaries
from rpcm_gui.model.journal_writer import Batch, JournalWriter
from rpcm_gui.model.saver import Change, Saver


class Document(QObject):
    """Objects, masks, reviews and runs of a project.

    Signals:
        objects_changed: Names, colours, order or number of objects.
        masks_changed: The effective mask or the reliability of this frame.
        all_changed: Any frame may look different (a run was undone, an object removed).
        summary_changed: The timeline's marks of the frames first..last.
        adaptation_changed: Which weights count for the next run.
        frame_wanted: Something was undone or redone on this frame: it should be seen.
        message: A :class:`Message`, mostly that saving failed.
    """

    objects_changed = Signal()
    masks_changed = Signal(int)
    all_changed = Signal()
    summary_changed = Signal(int, int)
    frame_wanted = Signal(int)
    adaptation_changed = Signal()
    message = Signal(object)

    def __init__(self, store: ProjectStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.saver = Saver(store, self)
        self.objects: tuple[ObjectInfo, ...] = store.objects.all()
        self.masks = EffectiveMasks(store)
        self.bulk = JournalWriter(self.saver, self.masks.saved, self)
        self.bulk.written.connect(self._written)
        self._summaries = Summaries(store.source.reference.frame_count)
        self._summaries.take(store.summaries())
        self.saver.message.connect(self.message)
        self.saver.caught_up.connect(self._reload)

    def summaries(self) -> Summaries:
        """What the timeline shows, one entry per frame; kept up to date."""
        return self._summaries

    def summary(self, index: int) -> FrameSummary:
        """What the timeline shows of a frame."""
        return self._summaries[index]

    def presence(self, first: int, last: int) -> dict[int, Float32Array]:
        """By object id one number for each of the frames first..last: 0 absent, 1 annotated, else the run's score."""
        return self.store.presence.between(first, last)

    def references(self) -> tuple[int, ...]:
        """Frames from which a run that counts began, ascending."""
        runs = (run.request.get("start") for run in self.store.runs.all() if run.active)
        return tuple(sorted({start for start in runs if start is not None and 0 <= start < len(self._summaries)}))

    def find(self, object_id: int) -> ObjectInfo:
        """The object with this id. Raises KeyError when there is none."""
        for info in self.objects:
            if info.id == object_id:
                return info
        raise KeyError(object_id)

    def next_id(self) -> int:
        """An id for a new object. Raises UserError when all 254 are taken."""
        taken = {info.id for info in self.objects}
        free = self.store.objects.next_id()
        # Objects that wait for a full disk are not in the store yet.
        return free if free not in taken else max(taken) + 1

    def add_object(self, info: ObjectInfo) -> None:
        """A new object at the end of the list."""
        self.saver.write(lambda store: store.objects.add(info))
        self._put_objects((*self.objects, info))

    def restore_object(self, info: ObjectInfo, position: int) -> None:
        """A removed object comes back, with its masks, at ``position`` of the list."""
        self.saver.write(lambda store: store.objects.restore(info.id))
        self._put_objects((*self.objects[:position], info, *self.objects[position:]))
        self.forget_masks()

    def remove_object(self, object_id: int) -> None:
        """Hide an object and its masks."""
        self.saver.write(lambda store: store.objects.remove(object_id))
        self._put_objects(tuple(info for info in self.objects if info.id != object_id))
        self.forget_masks()

    def update_object(self, info: ObjectInfo) -> None:
        """Replace what is known of the object with the same id."""
        self.saver.write(lambda store: store.objects.update(info))
        self._put_objects(tuple(info if other.id == info.id else other for other in self.objects))

    def put_annotations(
        self, index: int, rows: Mapping[int, bytes | None], text: str, labels: UInt8Array | None = None
    ) -> None:
        """Set, or with None delete, what the user drew of some objects on a frame (compressed run lengths).

        ``labels`` is the effective label map that comes of it, where the caller knows it already.
        """
        # What was to be written of this frame yet comes before.
        pending = self.bulk.take(index)
        rows = {**pending, **rows}

        def change(store: ProjectStore) -> None:
            with store.transaction():
                store.set_annotations(index, rows)
                store.history.record(text, index)
                if pending:
                    mark_applied(store, index)

        if self.saver.write(change):
            self.masks.saved(index)
            self.changed(index, labels)
        else:
            self.masks.keep_unsaved(index, rows)
            self.changed(index, labels, annotated=bool(self.masks.annotations(index)))

    def set_reviewed(self, index: int, review: bool | Review) -> None:
        """Mark a frame as done, so that no run changes it, or not (False)."""
        if self.saver.write(lambda store: store.set_reviewed(index, review)):
            self.changed(index)
        else:
            self.changed(index, reviewed=review is not False)

    def put_many(self, batch: Batch, text: str, also: Change | None = None) -> None:
        """Set what the user drew on many frames, at once for anyone who looks and by and by in the store.

        ``also`` is what changes with it of objects and reviews, before any of the frames is written.
        """
        saved = self.bulk.start(batch, text, also)
        # After that: it may have had to write what was pending, and then forgets that those frames were unsaved.
        for index, rows in batch.rows.items():
            self.masks.keep_unsaved(index, rows)
        if also is None:
            self.all_changed.emit()
            return
        if saved:
            self._put_objects(self.store.objects.all())
        self.forget_masks()

    def change_many(
        self, change: Change, unsaved: Mapping[int, Mapping[int, bytes | None]] | None = None, masks: bool = True
    ) -> None:
        """A change of many frames or objects at once, in one transaction; everything is read again after it.

        ``unsaved`` are the rows that it sets, by frame, for as long as they wait for a full disk. ``masks`` says
        whether it concerns masks at all.
        """

        self.bulk.finish()

        def change_all(store: ProjectStore) -> None:
            with store.transaction():
                change(store)

        if self.saver.write(change_all):
            self._put_objects(self.store.objects.all())
        for index, rows in (unsaved or {}).items():
            if self.saver.waiting:
                self.masks.keep_unsaved(index, rows)
        if masks:
            self.forget_masks()

    def change_weights(self, change: Change) -> None:
        """Which weights count for the next run is another."""
        self.saver.write(change)
        self.adaptation_changed.emit()

    def _put_objects(self, objects: tuple[ObjectInfo, ...]) -> None:
        self.objects = objects
        self.objects_changed.emit()

    def changed(
        self, index: int, labels: UInt8Array | None = None, reliability: UInt8Array | None = None, **unsaved: bool
    ) -> None:
        """Frame ``index`` changed, to maps (H, W) that may be known; ``unsaved`` are marks that are not stored yet."""
        self.masks.drop(index)
        self.masks.know(index, labels, reliability)
        self._refresh(index, index)
        if unsaved:
            self._summaries[index] = replace(self._summaries[index], **unsaved)
        self.masks_changed.emit(index)
        self.summary_changed.emit(index, index)

    def forget_masks(self) -> None:
        """Any frame may be another."""
        last = len(self._summaries) - 1
        self.masks.clear()
        self._refresh(0, last)
        self.all_changed.emit()
        self.summary_changed.emit(0, last)

    def _refresh(self, first: int, last: int) -> None:
        self._summaries.take(self.store.summaries(first, last))

    @Slot(int, int)
    def _written(self, first: int, last: int) -> None:
        self._refresh(first, last)
        self.summary_changed.emit(first, last)

    @Slot()
    def _reload(self) -> None:
        """What had to wait is in the store now, which is the truth again, but for what is still being written."""
        self.masks.all_saved()
        for index, rows in self.bulk.rows.items():
            self.masks.keep_unsaved(index, rows)
        self._put_objects(self.store.objects.all())
        self.forget_masks()
