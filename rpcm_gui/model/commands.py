"""What the user can undo: one small command per verb. Each change is saved the moment it is done, undone or redone.

What runs say, put into the document: their results, and whether they count.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from core.errors import UserError
from core.project.adapted_weights import Adaptation, keep, switch
from core.project.store import ProjectStore, Review
from core.types import ObjectInfo, UInt8Array
from rpcm_gui.base.failures import message_of
from rpcm_gui.base.language import tr
from rpcm_gui.model.document import Document
from rpcm_gui.workers.propagation import RunResult

if TYPE_CHECKING:
    from core.project.edits.rows import Rows


class RunRecords(QObject):
    """Runs of a document.

    Signals:
        switched: This run counts (True) or does not count any more.
    """

    switched = Signal(int, bool)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document

    def begin(self, request: dict[str, object]) -> int | None:
        """Write down a new run and return its id; None, after a message, where it cannot be saved."""
        document = self._document
        if not document.saver.flush():
            return None
        try:
            return document.store.begin_run(request)
        except UserError as error:
            document.message.emit(message_of(error))
            return None

    def add(self, results: Sequence[RunResult]) -> bool:
        """Store what a run says of some frames; returns whether it is saved."""

        def change(store: ProjectStore) -> None:
            # Each in its own small transaction, which the store does not flush: they can be computed again.
            for result in results:
                store.add_prediction(result.stored)

        saved = self._document.saver.write(change)
        if saved:
            for result in results:
                self._take(result)
        return saved

    def set_active(self, run_id: int, active: bool) -> None:
        """Let a run count or not."""
        self._document.saver.write(lambda store: store.set_run_active(run_id, active))
        self.switched.emit(run_id, active)
        self._document.forget_masks()

    def _take(self, result: RunResult) -> None:
        """Frame of ``result`` changed; its maps are what holds, where nothing else has a say on that frame."""
        document, index = self._document, result.stored.index
        before = document.summaries()[index]
        alone = {mask.object_id for mask in result.stored.masks} == {info.id for info in document.objects}
        plain = not before.annotated and not before.reviewed
        document.changed(index, result.labels if plain and alone else None, result.reliability if plain else None)


class DrawMasks(QUndoCommand):
    """A finished stroke, polygon or fill, or a cleared frame.

    Kept as the rows of the objects concerned, not as pixels of the effective mask: a run may change what lies under
    them meanwhile, and the undo must bring back the user's word and nothing else. ``rows`` are those before and
    after; ``painted`` is the effective label map that the latter give, where it is known.
    """

    def __init__(
        self, document: Document, index: int, rows: tuple[Rows, Rows], text: str, painted: UInt8Array | None = None
    ) -> None:
        super().__init__(text)
        self._document, self._index = document, index
        self._before, self._after = rows
        self._painted = painted
        self._is_new = True

    def redo(self) -> None:
        # Known only the first time: a run may have changed what lies under the stroke when it is done again.
        painted, self._painted = self._painted, None
        self._document.put_annotations(self._index, self._after, self.text(), painted)
        if not self._is_new:
            self._document.frame_wanted.emit(self._index)
        self._is_new = False

    def undo(self) -> None:
        self._document.put_annotations(self._index, self._before, tr("Undo {step}").format(step=self.text()))
        self._document.frame_wanted.emit(self._index)


class AddObject(QUndoCommand):
    """A new object. Its undo hides it with whatever was drawn of it since, so that redoing loses nothing."""

    def __init__(self, document: Document, info: ObjectInfo) -> None:
        super().__init__(tr("Add {name}").format(name=info.name))
        self._document, self._info = document, info
        self._position = len(document.objects)
        self._is_new = True

    def redo(self) -> None:
        if self._is_new:
            self._document.add_object(self._info)
        else:
            self._document.restore_object(self._info, self._position)
        self._is_new = False

    def undo(self) -> None:
        self._document.remove_object(self._info.id)


class RemoveObject(QUndoCommand):
    """An object with all its masks goes."""

    def __init__(self, document: Document, info: ObjectInfo) -> None:
        super().__init__(tr("Remove {name}").format(name=info.name))
        self._document, self._info = document, info
        self._position = document.objects.index(info)

    def redo(self) -> None:
        self._document.remove_object(self._info.id)

    def undo(self) -> None:
        self._document.restore_object(self._info, self._position)


class EditObject(QUndoCommand):
    """Another name or colour."""

    def __init__(self, document: Document, before: ObjectInfo, after: ObjectInfo, text: str) -> None:
        super().__init__(text)
        self._document, self._before, self._after = document, before, after

    def redo(self) -> None:
        self._document.update_object(self._after)

    def undo(self) -> None:
        self._document.update_object(self._before)


class MarkReviewed(QUndoCommand):
    """A frame is declared done, or not done any more. ``before`` is the review that there was."""

    def __init__(self, document: Document, index: int, before: Review | None, reviewed: bool) -> None:
        super().__init__(
            (tr("Mark Frame {frame} Reviewed") if reviewed else tr("Unmark Frame {frame}")).format(frame=index)
        )
        self._document, self._index = document, index
        self._before, self._reviewed = before, reviewed

    def redo(self) -> None:
        self._document.set_reviewed(self._index, self._reviewed)

    def undo(self) -> None:
        self._document.set_reviewed(self._index, self._before or False)


class Adapt(QUndoCommand):
    """The network was fine-tuned on the clip. Its undo leaves the weights where they are and lets no run use them."""

    def __init__(self, document: Document, adaptation: Adaptation) -> None:
        super().__init__(tr("Fine-Tune on This Clip"))
        self._document, self._adaptation = document, adaptation
        self._is_new = True

    def redo(self) -> None:
        if self._is_new:
            self._document.change_weights(lambda store: keep(store, self._adaptation))
        else:
            self._document.change_weights(lambda store: switch(store, True))
        self._is_new = False

    def undo(self) -> None:
        self._document.change_weights(lambda store: switch(store, False))


class SwitchAdapted(QUndoCommand):
    """Runs use the fine-tuned network, or not."""

    def __init__(self, document: Document, used: bool) -> None:
        super().__init__(tr("Use the Fine-Tuned Network") if used else tr("Use the Original Network"))
        self._document, self._used = document, used

    def redo(self) -> None:
        self._document.change_weights(lambda store: switch(store, self._used))

    def undo(self) -> None:
        self._document.change_weights(lambda store: switch(store, not self._used))


class Propagate(QUndoCommand):
    """A whole run: however many frames it filled, undoing it flips one flag."""

    def __init__(self, records: RunRecords, run_id: int, what: str) -> None:
        super().__init__(tr("Propagate: {what}").format(what=what))
        self._records, self._run_id = records, run_id

    def redo(self) -> None:
        self._records.set_active(self._run_id, True)

    def undo(self) -> None:
        self._records.set_active(self._run_id, False)
