"""The settings dialog: device, precision, detail, patch pool, proxies, theme, language.

The shortcut editor: click a key, press another one; a key that is taken is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from rpcm_gui.actions.keymap import Keymap, menu_on
from rpcm_gui.actions.table import ACTIONS, SPECS, device_names
from rpcm_gui.base.language import LANGUAGES, mark, tr
from rpcm_gui.views.dialogs.dialogs import Dialog, button
from rpcm_gui.views.widgets.basics import label, restyle, row

_PRECISIONS = {
    "auto": mark("Automatic"),
    "fp32": mark("32 bit (most exact)"),
    "bf16": mark("16 bit (bfloat16)"),
    "fp16": mark("16 bit (half)"),
}
_DETAILS = {
    "automatic": mark("Automatic"),
    "normal": mark("Normal"),
    "fine": mark("Fine (slower)"),
    "finest": mark("Finest (slowest)"),
}
_PROXIES = {"asked": mark("When asked"), "never": mark("Never")}
_THEMES = {"dark": mark("Dark"), "light": mark("Light"), "system": mark("Same as the system")}


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user can set. ``budget`` is the most pooled frames beside references, 0 for no limit."""

    device: str
    precision: str
    budget: int
    theme: str
    language: str
    proxies: str
    detail: str


class SettingsDialog(Dialog):
    """Asks for :class:`Choices`. ``chosen`` carries them."""

    chosen = Signal(object)

    def __init__(self, now: Choices, parent: QWidget | None = None) -> None:
        super().__init__("dialog.settings", tr("Settings"), parent)
        self._device = _combo("settings.device", tr("Device"), device_names(), now.device)
        self._precision = _combo("settings.precision", tr("Precision"), _said(_PRECISIONS), now.precision)
        self._detail = _combo("settings.detail", tr("Detail"), _said(_DETAILS), now.detail)
        self._proxies = _combo("settings.proxies", tr("Proxies"), _said(_PROXIES), now.proxies)
        self._theme = _combo("settings.theme", tr("Theme"), _said(_THEMES), now.theme)
        self._language = _combo("settings.language", tr("Language"), _languages(), now.language)
        self._budget = QSpinBox()
        self._budget.setObjectName("settings.budget")
        self._budget.setAccessibleName(tr("Frames in the patch pool"))
        self._budget.setRange(0, 500)
        self._budget.setSpecialValueText(tr("No limit"))
        self._budget.setValue(now.budget)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(22)
        for text, field in (
            (tr("Device"), self._device), (tr("Precision"), self._precision), (tr("Detail"), self._detail),
            (tr("Patch pool, frames"), self._budget),
            (tr("Proxies of videos of 4K and up"), self._proxies), (tr("Theme"), self._theme),
            (tr("Language"), self._language),
        ):  # fmt: skip
            form.addRow(label(text, "muted"), field)
        note = label(tr("Changes to device, precision, detail and pool apply from the next propagation."), "faint")
        cancel, save = button(tr("Cancel"), "dialog.cancel"), button(tr("Save"), "dialog.save")
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._accept)
        self.body.addLayout(form)
        self.body.addWidget(note)
        self.add_buttons(cancel, save)
        self.setMinimumWidth(420)

    def _accept(self) -> None:
        boxes = self._device, self._precision, self._theme, self._language, self._proxies, self._detail
        device, precision, theme, language, proxies, detail = (box.currentData() for box in boxes)
        self.chosen.emit(Choices(device, precision, self._budget.value(), theme, language, proxies, detail))
        self.accept()


def _said(items: dict[str, str]) -> dict[str, str]:
    return {value: tr(text) for value, text in items.items()}


def _languages() -> dict[str, str]:
    """Each by its own name, so that anyone who cannot read the present one finds theirs."""
    return {"system": tr("Same as the system"), **LANGUAGES}


def _combo(name: str, title: str, items: dict[str, str], now: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    for value, text in items.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(box.findData(now), 0))
    return box


_ID = Qt.ItemDataRole.UserRole


class ShortcutEditor(Dialog):
    """Changes a copy of the keymap. ``saved`` carries it when the user is done."""

    saved = Signal(object)

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__("dialog.keys", tr("Change shortcuts"), parent)
        self._keymap = Keymap(keymap.changed)
        self._filter = QLineEdit()
        self._filter.setObjectName("keys.filter")
        self._filter.setPlaceholderText(tr("Search an action or a key"))
        self._filter.setAccessibleName(tr("Search an action or a key"))
        self._filter.textChanged.connect(self._search)
        self._table = _table()
        self._table.currentCellChanged.connect(self._chosen)
        self._field = QKeySequenceEdit()
        self._field.setObjectName("keys.field")
        self._field.setAccessibleName(tr("New key"))
        self._field.setMaximumSequenceLength(1)
        self._field.editingFinished.connect(self._take)
        self._note = label(tr("Choose an action, click into the field and press a key."), "muted")
        self._note.setObjectName("keys.note")
        self._note.setWordWrap(True)
        self._lay_out()
        self.resize(600, 560)
        self._show_all()

    def _lay_out(self) -> None:
        none, defaults = button(tr("No key"), "keys.none"), button(tr("Restore defaults"), "keys.defaults")
        none.clicked.connect(lambda: self.assign(()))
        defaults.clicked.connect(self._reset)
        cancel, save = button(tr("Cancel"), "dialog.cancel"), button(tr("Save"), "dialog.save")
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._accept)
        for made in (none, defaults, cancel, save):
            made.setAutoDefault(False)
        self.body.addWidget(self._filter)
        self.body.addWidget(self._table, 1)
        self.body.addLayout(row(label(tr("New key")), self._field, none, 1, defaults, spacing=8))
        self.body.addWidget(self._note)
        self.add_buttons(cancel, save)

    def choose(self, action_id: str) -> None:
        """Select the row of an action."""
        self._table.setCurrentCell([spec.id for spec in ACTIONS].index(action_id), 0)

    def assign(self, keys: tuple[str, ...]) -> None:
        """Give the chosen action these keys, unless one is taken: then the note says by what, and nothing changes."""
        action_id = self._action()
        if action_id is None:
            return
        menu = next((menu for key in keys if (menu := menu_on(key)) is not None), None)
        if menu is not None:
            text = tr("{key} opens the menu “{menu}”. Press another key.")
            self._say(text.format(key=", ".join(keys), menu=menu), True)
            return
        taken = self._keymap.assign(action_id, keys)
        if taken is not None:
            shown = ", ".join(keys)
            self._say(
                tr("{key} is already used by “{action}”. Remove it there, or press another key.").format(
                    key=shown, action=SPECS[taken].name
                ),
                True,
            )
        else:
            self._say(tr("“{action}” is now on {key}.").format(action=SPECS[action_id].name, key=_shown(keys)))
        self._show_all()

    def _take(self) -> None:
        sequence = self._field.keySequence()
        self._field.clear()
        if not sequence.isEmpty():
            self.assign((sequence.toString(QKeySequence.SequenceFormat.PortableText),))

    def _reset(self) -> None:
        self._keymap.reset()
        self._say(tr("All shortcuts were reset."))
        self._show_all()

    def _accept(self) -> None:
        self.saved.emit(self._keymap)
        self.accept()

    def _action(self) -> str | None:
        item = self._table.item(self._table.currentRow(), 0)
        return str(item.data(_ID)) if item is not None else None

    def _chosen(self) -> None:
        action_id = self._action()
        if action_id is not None:
            self._say(f"“{SPECS[action_id].name}”: {_shown(self._keymap.keys(action_id))}")

    def _say(self, text: str, refused: bool = False) -> None:
        self._note.setText(text)
        restyle(self._note, "role", "refused" if refused else "muted")

    def _show_all(self) -> None:
        for number, spec in enumerate(ACTIONS):
            item = self._table.item(number, 1)
            if item is not None:
                changed = spec.id in self._keymap.changed
                item.setText(", ".join(self._keymap.keys(spec.id)) + (f"  ({tr('changed')})" if changed else ""))

    def _search(self, text: str) -> None:
        for number in range(self._table.rowCount()):
            cells = (self._table.item(number, column) for column in (0, 1))
            found = any(text.casefold() in cell.text().casefold() for cell in cells if cell is not None)
            self._table.setRowHidden(number, not found)


def _shown(keys: Sequence[str]) -> str:
    return ", ".join(keys) or tr("no key")


def _table() -> QTableWidget:
    table = QTableWidget(len(ACTIONS), 2)
    table.setObjectName("keys.table")
    table.setAccessibleName(tr("Actions and their keys"))
    table.setHorizontalHeaderLabels([tr("Action"), tr("Keys")])
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.setColumnWidth(1, 210)
    for number, spec in enumerate(ACTIONS):
        item = QTableWidgetItem(spec.full_name)
        item.setData(_ID, spec.id)
        table.setItem(number, 0, item)
        table.setItem(number, 1, QTableWidgetItem(""))
    return table
