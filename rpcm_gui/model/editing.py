"""The user's verbs on objects and masks, each of them one undo step that is saved at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.errors import UserError
from core.masks.palette import next_colour
from core.project.edits.rows import Rows, merged, painted_rows, previous_rows
from core.types import ObjectInfo, UInt8Array, read_only
from rpcm_gui.base.failures import message_of
from rpcm_gui.base.language import tr
from rpcm_gui.base.values import Message
from rpcm_gui.model.commands import AddObject, DrawMasks, EditObject, MarkReviewed, RemoveObject
from rpcm_gui.model.document import Document

Colour = tuple[int, int, int]


class EditCommands(QObject):
    """Turns verbs into commands on the undo stack. A project that is open for reading only refuses them all."""

    message = Signal(object)
    refused = Signal(int)
    """An edit of this frame was not taken: anyone who shows it shows it as it is."""

    def __init__(self, document: Document, stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._stack = stack

    def add_object(self, name: str | None = None) -> int:
        """Add an object and return its id; 0, after a message, where there can be no more."""
        if not self.may_add():
            return 0
        object_id = self._document.next_id()
        info = ObjectInfo(
            object_id, name or tr("Object {id}").format(id=object_id), next_colour(self._document.objects, object_id)
        )
        return object_id if self._push(AddObject(self._document, info)) else 0

    def rename_object(self, object_id: int, name: str) -> None:
        """Give an object another name; an empty one is ignored."""
        before = self._document.find(object_id)
        if name.strip() and name.strip() != before.name:
            after = replace(before, name=name.strip())
            self._push(EditObject(self._document, before, after, tr("Rename to {name}").format(name=after.name)))

    def recolour_object(self, object_id: int, rgb: Colour) -> None:
        """Give an object another colour, R, G, B 0..255."""
        before = self._document.find(object_id)
        if rgb != before.colour:
            after = replace(before, colour=rgb)
            self._push(EditObject(self._document, before, after, tr("Recolour {name}").format(name=before.name)))

    def set_object_visible(self, object_id: int, visible: bool) -> None:
        """Show or hide an object. Remembered, but not an undo step: it changes no mask."""
        self._look(replace(self._document.find(object_id), visible=visible))

    def set_object_locked(self, object_id: int, locked: bool) -> None:
        """Keep an object from being painted over, or not. Remembered, but not an undo step."""
        self._look(replace(self._document.find(object_id), locked=locked))

    def remove_object(self, object_id: int) -> None:
        """Remove an object with all its masks."""
        self._push(RemoveObject(self._document, self._document.find(object_id)))

    def commit_labels(self, index: int, after: UInt8Array, text: str, before: UInt8Array | None = None) -> None:
        """Take a finished stroke, polygon or fill on frame ``index``.

        Args:
            index: The frame it was painted on.
            after: Label map (H, W) as it is to be.
            text: Names the undo step.
            before: The label map that painting began from; give it where a run may have changed the frame meanwhile.
        """
        document = self._document
        current = document.masks.labels(index)
        wanted = merged(current, current if before is None else before, after)
        annotated = document.masks.annotations(index)
        rows = painted_rows(current, wanted, annotated.keys(), lambda: document.masks.predicted(index))
        if rows:
            both = previous_rows(rows, annotated), rows
            self._push(DrawMasks(document, index, both, text, read_only(wanted)), index)

    def clear_annotation(self, index: int) -> None:
        """Remove what the user drew on a frame; what the runs say of it comes back."""
        before: Rows = {**self._document.masks.annotations(index)}
        if before:
            both = before, dict.fromkeys(before)
            self._push(DrawMasks(self._document, index, both, tr("Clear Frame {frame}").format(frame=index)), index)

    def set_reviewed(self, index: int, reviewed: bool) -> None:
        """Mark a frame as done, so that no run changes it, or unmark it."""
        before = self._document.store.view.review(index)
        if (before is not None) != reviewed:
            self._push(MarkReviewed(self._document, index, before, reviewed), index)

    def may_add(self) -> bool:
        """Whether there can be another object; where not, the user is told."""
        try:
            self._document.next_id()
        except UserError as error:
            self.message.emit(message_of(error))
            return False
        return self.may_change()

    def push(self, command: QUndoCommand) -> bool:
        """Do ``command`` as an undo step, unless the project is open for reading only; returns whether it was done."""
        return self._push(command)

    def _look(self, info: ObjectInfo) -> None:
        if self.may_change():
            self._document.update_object(info)

    def _push(self, command: QUndoCommand, index: int | None = None) -> bool:
        if not self.may_change():
            if index is not None:
                self.refused.emit(index)
            return False
        self._stack.push(command)
        return True

    def may_change(self) -> bool:
        """Whether the project can be changed; where not, the user is told."""
        if not self._document.store.read_only:
            return True
        hint = tr("Save a copy (File > Save a Copy) and open that.")
        self.message.emit(Message("warning", tr("This project is open read-only, so nothing was changed."), hint))
        return False
