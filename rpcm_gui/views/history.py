"""The undo history: every step of the session; a click goes back or forward to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QUndoView, QWidget

from rpcm_gui.base.language import tr
from rpcm_gui.views.widgets import Card, PlainDelegate

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


class HistoryPanel(Card):
    """Shows the session's undo stack."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("history", tr("History"), parent)
        self._empty = QUndoStack(self)
        self._view = QUndoView(self._empty)
        self._view.setObjectName("history.list")
        self._view.setAccessibleName(tr("History"))
        self._view.setEmptyLabel(tr("As it was opened"))
        self._view.setItemDelegate(PlainDelegate(self._view))
        self._view.setMinimumHeight(110)
        self.body.addWidget(self._view, 1)

    def set_session(self, session: Session | None) -> None:
        """Show the steps of ``session`` (``None``: nothing)."""
        self._view.setStack(session.undo_stack if session is not None else self._empty)
