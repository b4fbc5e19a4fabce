"""Where edits come from and go to: the session's masks, objects and their locks, as painting needs them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.types import BACKGROUND, VOID
from rpcm_gui.base.language import mark, tr
from rpcm_gui.views.painting import rasterize
from rpcm_gui.views.painting.rasterize import Point
from rpcm_gui.views.painting.strokes import Patch, PendingEdit
from rpcm_gui.views.widgets.tool_state import Mode, ToolState

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


_PROTECTED = (
    (mark("Those pixels belong to a locked or hidden object."), mark("Unlock or show it in the list.")),
    (mark("Those pixels belong to another object."), mark("Choose another mode than “background only” to replace it.")),
)


class PaintTarget(QObject):
    """Begins edits on a session's frames and hands the finished ones over. ``refused`` says why nothing was painted."""

    refused = Signal(str, str)

    def __init__(self, session: Session, tools: ToolState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tools = tools

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width of the frames."""
        return self._session.size

    def label_at(self, index: int, point: Point) -> int | None:
        """The label of frame ``index`` under ``point`` (image coordinates), ``None`` outside of the picture."""
        height, width = self._session.size
        column, row = math.floor(point[0]), math.floor(point[1])
        if not (0 <= column < width and 0 <= row < height):
            return None
        return int(self._session.document.masks.labels(index)[row, column])

    def select_at(self, index: int, point: Point) -> None:
        """Make the object under ``point`` the current one."""
        label = self.label_at(index, point)
        if label not in (None, BACKGROUND, VOID):
            self._session.position.select_object(int(label or 0))

    def begin(self, index: int) -> PendingEdit:
        """An edit of frame ``index`` that leaves alone what the painting mode protects."""
        session, mode = self._session, self._tools.options.mode
        flags = rasterize.protected_ids(session.document.objects, session.position.object, mode)
        return PendingEdit(index, self._session.document.masks.labels(index), flags)

    def finish(self, edit: PendingEdit, text: str) -> None:
        """Store ``edit`` as one undoable step called ``text``; one that changed nothing is not stored."""
        if edit.changed:
            self._session.editing.commit_labels(edit.index, edit.finished(), text, edit.before)
        elif edit.refused:
            why, advice = _PROTECTED[self._tools.options.mode is Mode.BACKGROUND]
            self.refused.emit(tr(why), tr(advice))

    def apply(self, edit: PendingEdit, patch: Patch | None, value: int, text: str) -> None:
        """Write ``value`` where ``patch`` covers the picture, and store it."""
        edit.apply(patch, value)
        self.finish(edit, text)

    def value(self) -> int | None:
        """The id to paint with: the current object, or a new one where there is none; ``None`` when it is locked."""
        session = self._session
        current = next((item for item in session.document.objects if item.id == session.position.object), None)
        if current is None:
            new = session.editing.add_object(None)
            session.position.select_object(new)
            return new
        if current.locked and self._tools.options.mode is not Mode.REPLACE:
            self.refused.emit(
                tr("“{name}” is locked.").format(name=current.name), tr("Unlock it in the list to paint it.")
            )
            return None
        if not current.visible:
            session.editing.set_object_visible(current.id, True)
        return current.id
