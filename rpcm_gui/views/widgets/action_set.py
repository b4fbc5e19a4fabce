"""The table of actions made into QActions, and the buttons and menus that show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QPushButton, QToolButton, QWidget

from rpcm_gui.actions.spec import ActionSpec, Menu, When, bare
from rpcm_gui.actions.table import ACTIONS
from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import MOST_TIP, shown, tip
from rpcm_gui.views.widgets import theme


class ActionSet(QObject):
    """Every action of the table as a QAction of ``window``; ``triggered`` carries the id."""

    triggered = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for spec in ACTIONS:
            self._actions[spec.id] = self._make(spec, window)
        self.enable(())

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def _make(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(spec.title, window)
        action.setObjectName(spec.id)
        action.setIconText(spec.short)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.setToolTip(tip(_tool_tip(spec.hint, spec.shortcuts)))
        action.setStatusTip(shown(spec.hint, MOST_TIP))
        action.setWhatsThis(tip(spec.hint))
        action.setCheckable(spec.checkable)
        action.setChecked(spec.checked)
        if spec.icon:
            theme.set_icon(action, spec.icon)
        if spec.group:
            self._groups.setdefault(spec.group, QActionGroup(self)).addAction(action)
        action.triggered.connect(lambda: self.triggered.emit(spec.id))
        window.addAction(action)
        return action

    def use_keys(self, keys: Callable[[str], Sequence[str]]) -> None:
        """Take the keys that ``keys`` gives for each action's id, and say so in the tips."""
        for spec in ACTIONS:
            self._actions[spec.id].setShortcuts([QKeySequence(key) for key in keys(spec.id)])
            self._actions[spec.id].setToolTip(tip(_tool_tip(spec.hint, keys(spec.id))))

    def keys(self, action_id: str) -> list[str]:
        """The keys of an action as they are written on this system."""
        return [key.toString(QKeySequence.SequenceFormat.NativeText) for key in self._actions[action_id].shortcuts()]

    def enable(self, states: Iterable[When]) -> None:
        """Enable exactly the actions that can be used in ``states`` (ALWAYS is implied)."""
        usable = {When.ALWAYS, *states}
        for spec in ACTIONS:
            self._actions[spec.id].setEnabled(spec.when in usable)


def _tool_tip(tip: str, keys: Iterable[str]) -> str:
    shown = ", ".join(QKeySequence(text).toString(QKeySequence.SequenceFormat.NativeText) for text in keys)
    return f"{tip}  [{shown}]" if shown else tip


def fill_menu(menu: QMenu | QMenuBar, items: Iterable[str | Menu | None], actions: ActionSet) -> None:
    """Fill ``menu`` from a tree of action ids."""
    for item in items:
        if item is None:
            menu.addSeparator()
        elif isinstance(item, Menu):
            fill_menu(menu.addMenu(tr(item.title)), item.items, actions)
        else:
            menu.addAction(actions[item])


def tool_button(action: QAction, icon_size: int = 18, with_text: bool = False) -> QToolButton:
    """A button for ``action``, the icon alone or with its short text beside."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAutoRaise(True)
    button.setIconSize(QSize(icon_size, icon_size))
    button.setAccessibleName(bare(action.text()))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if with_text:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def push_button(action: QAction, text: str, tint: str = "text") -> QPushButton:
    """A wide button that triggers ``action`` and is enabled with it."""
    button = QPushButton(text)
    spec_icon = next(spec.icon for spec in ACTIONS if spec.id == action.objectName())
    theme.set_icon(button, spec_icon, tint)
    button.setToolTip(action.toolTip())
    button.setAccessibleName(bare(action.text()))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())

    action.enabledChanged.connect(follow)
    follow()
    return button
