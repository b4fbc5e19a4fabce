"""The desk: tools, canvas, side panels and timeline around one open session.

The undo history: every step of the session; a click goes back or forward to it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QShowEvent, QUndoStack
from PySide6.QtWidgets import QScrollArea, QSplitter, QUndoView, QWidget

from rpcm_gui.base.language import tr
from rpcm_gui.views.canvas.canvas import Canvas
from rpcm_gui.views.canvas.display import Display
from rpcm_gui.views.painting.mask_operations import MaskVerbs
from rpcm_gui.views.panels.objects import ObjectsPanel
from rpcm_gui.views.panels.option_bar import OptionBar
from rpcm_gui.views.panels.run_panel import RunPanel
from rpcm_gui.views.panels.tools import ToolsPanel
from rpcm_gui.views.timeline.timeline import Timeline
from rpcm_gui.views.widgets.action_set import ActionSet
from rpcm_gui.views.widgets.basics import Card, PlainDelegate, column, row
from rpcm_gui.views.widgets.tool_state import Tool, ToolState

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
        self._view.setEmptyLabel(tr("As opened"))
        self._view.setItemDelegate(PlainDelegate(self._view))
        self._view.setMinimumHeight(110)
        self.body.addWidget(self._view, 1)

    def set_session(self, session: Session | None) -> None:
        """Show the steps of ``session`` (``None``: nothing)."""
        self._view.setStack(session.undo_stack if session is not None else self._empty)


_SIDE_WIDTH = 308


class Workspace(QWidget):
    """Builds the panels and carries out the actions that concern views only."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._saved = b""
        self.tool_state = ToolState(self)
        self.canvas = Canvas(self.tool_state)
        self.tools = ToolsPanel(self.tool_state, actions)
        self.options = OptionBar(self.tool_state, actions)
        self.display = Display(self.canvas, actions, self)
        self.mask_verbs = MaskVerbs(self.tool_state, self)
        self.objects = ObjectsPanel(actions)
        self.history = HistoryPanel()
        self.history.hide()
        self.run = RunPanel(actions)
        self.timeline = Timeline(actions)
        self._side = self._split()
        whole = column(self._side, self.timeline, spacing=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.tools.opacityChanged.connect(self.display.set_opacity)
        self.canvas.spaceTapped.connect(self.timeline.toggle_play)
        self.verbs = self._verbs()

    def _split(self) -> QSplitter:
        side = QWidget()
        side.setObjectName("side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        panels = column(self.objects, self.history, self.run, spacing=8)
        panels.setContentsMargins(9, 9, 9, 9)
        panels.setStretch(0, 1)
        panels.setStretch(1, 1)
        side.setLayout(panels)
        side.setMinimumWidth(250)
        left = QWidget()
        easel = column(self.options, self.canvas, spacing=0)
        easel.setStretch(1, 1)
        left.setLayout(row(self.tools, easel, spacing=0))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(_scrolling(side))
        split.setStretchFactor(0, 1)
        split.setCollapsible(0, False)
        split.setHandleWidth(1)
        split.setSizes([2000, _SIDE_WIDTH])
        return split

    def set_session(self, session: Session | None) -> None:
        """Show ``session`` in every panel (``None``: nothing)."""
        for panel in (self.canvas, self.mask_verbs, self.objects, self.history, self.run, self.timeline):
            panel.set_session(session)
        if session is not None:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _verbs(self) -> dict[str, Callable[[], None]]:
        tools, canvas = self.tool_state, self.canvas
        taken = {f"tool.{tool}": partial(tools.take, tool) for tool in Tool}
        return {
            **taken,
            **self.mask_verbs.verbs,
            "tool.smaller": lambda: tools.resize(-1),
            "tool.larger": lambda: tools.resize(1),
            **self.display.verbs,
            "view.zoom_in": lambda: canvas.zoom_by(1.25),
            "view.zoom_out": lambda: canvas.zoom_by(0.8),
            "view.fit": canvas.fit,
            "view.actual": canvas.actual_size,
            "play.toggle": self.timeline.toggle_play,
            "view.filmstrip": lambda: self.timeline.filmstrip.setVisible(self._actions["view.filmstrip"].isChecked()),
            "view.timeline_in": lambda: self.timeline.slider.zoom_by(2.0),
            "view.timeline_out": lambda: self.timeline.slider.zoom_by(0.5),
            "view.timeline_all": lambda: self.timeline.slider.zoom_by(1e-9),
            "view.history": self._show_history,
            "object.rename": self.objects.edit_name,
            "object.colour": self.objects.ask_colour,
        }

    def panels(self) -> QByteArray:
        """How wide the side column is and which panels are shown, for :meth:`restore_panels`."""
        if self._saved:
            return QByteArray(self._saved)
        shown = b"1" if self._actions["view.history"].isChecked() else b"0"
        return QByteArray(shown + bytes(self._side.saveState().data()))

    def restore_panels(self, saved: QByteArray) -> None:
        """Bring back what :meth:`panels` gave, when the desk is first seen; anything else is ignored."""
        self._saved = bytes(saved.data())
        if self.isVisible():
            self._restore()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now there is a width that the side column can be a part of."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._restore)

    def _restore(self) -> None:
        saved, self._saved = self._saved, b""
        if saved and self._side.restoreState(QByteArray(saved[1:])):
            self._actions["view.history"].setChecked(saved[:1] == b"1")
            self._show_history()

    def _show_history(self) -> None:
        self.history.setVisible(self._actions["view.history"].isChecked())


def _scrolling(panels: QWidget) -> QScrollArea:
    """In a low window the panels scroll instead of being squeezed into one another."""
    area = QScrollArea()
    area.setWidget(panels)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setMinimumWidth(304)
    return area
