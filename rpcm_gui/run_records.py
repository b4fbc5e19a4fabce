"""What runs say, put into the document: their results, and whether they count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from core.errors import UserError
from core.project.store import ProjectStore
from rpcm_gui.document import Document
from rpcm_gui.said import message_of
from rpcm_gui.workers.propagation import RunResult


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
