"""The command palette: type a few letters of what you want, press Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from rpcm_gui.actions.spec import bare
from rpcm_gui.actions.table import SPECS
from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import tip
from rpcm_gui.views.dialogs.dialogs import Dialog
from rpcm_gui.views.widgets.basics import label

_ACTION = Qt.ItemDataRole.UserRole
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class CommandPalette(Dialog):
    """Lists the actions that can be done now; what fits the letters best comes first."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__("dialog.palette", tr("Commands"), parent)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._actions = [action for action in actions if action.isEnabled() and action.objectName()]
        self._line, self._list = QLineEdit(), QListWidget()
        self._line.setObjectName("palette.line")
        self._line.setAccessibleName(tr("What to do"))
        self._line.setPlaceholderText(tr("What do you want to do?"))
        self._line.installEventFilter(self)
        self._list.setObjectName("palette.list")
        self._list.setAccessibleName(tr("Commands"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._line.textChanged.connect(self._search)
        self._line.returnPressed.connect(self._run)
        self._list.itemClicked.connect(self._run)
        for item in (self._line, self._list, label(tr("Enter runs it, Esc closes"), "faint")):
            self.body.addWidget(item)
        self.body.setContentsMargins(12, 12, 12, 10)
        self.resize(520, 420)
        self._search("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move in the list while typing goes on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            rows = self._list.count()
            step = _MOVES[Qt.Key(event.key())]
            self._list.setCurrentRow(min(max(self._list.currentRow() + step, 0), rows - 1))
            return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        self._list.clear()
        scored = [(score(text, plain(action)), number) for number, action in enumerate(self._actions)]
        for _, number in sorted((points, number) for points, number in scored if points is not None):
            action = self._actions[number]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QListWidgetItem(action.icon(), f"{plain(action)}    {keys}" if keys else plain(action), self._list)
            item.setToolTip(tip(action.statusTip()))
            item.setData(_ACTION, action)
        self._list.setCurrentRow(0)

    def _run(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            action: QAction = item.data(_ACTION)
            self.accept()
            action.trigger()


def plain(action: QAction) -> str:
    """An action's group and text without mnemonic, such as ``Mask: Grow``."""
    return f"{SPECS[action.objectName()].group_name}: {bare(action.text())}"


def score(typed: str, text: str) -> tuple[int, int] | None:
    """How well ``typed`` fits ``text``, smaller is better: whole words, then beginnings, then letters in order.

    To nothing typed all fit alike, and stay in the order of the menus.
    """
    wanted, found = typed.casefold().split(), text.casefold()
    if not wanted:
        return 0, 0
    if all(word in found for word in wanted):
        starts = sum(f" {word}" in f" {found.replace(':', '')}" for word in wanted)
        return len(wanted) - starts, len(text)
    place = -1
    for letter in "".join(wanted):
        place = found.find(letter, place + 1)
        if place < 0:
            return None
    return 100 + place, len(text)
