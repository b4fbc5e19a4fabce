"""Dialogs on several objects: merge two, name many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from core.types import ObjectInfo
from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import shown
from rpcm_gui.views.dialogs.dialogs import Dialog, button
from rpcm_gui.views.widgets.basics import PlainDelegate, label, row, swatch

_NAME, _CATEGORY = 1, 2
_MOST = 40
"""Characters of a name in a sentence or a box."""


class MergeDialog(Dialog):
    """Asks which object takes ``source`` in. ``chosen`` carries its id."""

    chosen = Signal(int)

    def __init__(self, source: ObjectInfo, objects: Sequence[ObjectInfo], parent: QWidget | None = None) -> None:
        super().__init__("dialog.merge", tr("Merge objects"), parent)
        self._target = QComboBox()
        self._target.setObjectName("merge.target")
        self._target.setAccessibleName(tr("Merge into this object"))
        for info in objects:
            if info.id != source.id:
                self._target.addItem(swatch(info), _titled(info), info.id)
        note = label(
            tr("On every frame “{name}” becomes part of the chosen object. It can be undone.").format(
                name=shown(source.name, _MOST)
            ),
            "muted",
        )
        note.setWordWrap(True)
        self.body.addLayout(
            row(label(tr("Merge “{name}” into").format(name=shown(source.name, _MOST))), self._target, spacing=10)
        )
        self.body.addWidget(note)
        cancel, merge = button(tr("Cancel"), "dialog.cancel"), button(tr("Merge"), "dialog.merge_now")
        cancel.clicked.connect(self.reject)
        merge.clicked.connect(self._accept)
        self.add_buttons(cancel, merge)

    def _accept(self) -> None:
        self.chosen.emit(self._target.currentData())
        self.accept()


class NamesDialog(Dialog):
    """Names and categories of all objects in one table. ``chosen`` carries the objects and the undo step's name."""

    chosen = Signal(object, str)

    def __init__(self, objects: Sequence[ObjectInfo], parent: QWidget | None = None) -> None:
        super().__init__("dialog.names", tr("Names and categories"), parent)
        self._objects = tuple(objects)
        self._table = _table(self._objects)
        self._pattern, self._category = QLineEdit(), QLineEdit()
        for field, name, text in (
            (self._pattern, "names.pattern", tr("car {n}")),
            (self._category, "names.category", tr("vehicle")),
        ):
            field.setObjectName(name)
            field.setPlaceholderText(text)
        self._pattern.setAccessibleName(tr("Pattern for names; {n} is the row, {id} the id"))
        self._category.setAccessibleName(tr("Category for rows"))
        apply = button(tr("Fill rows"), "names.fill")
        apply.setAutoDefault(False)
        apply.setToolTip(tr("Fill the chosen rows, or all where none is chosen"))
        apply.clicked.connect(self._fill)
        self.body.addWidget(self._table, 1)
        self.body.addLayout(
            row(label(tr("Name")), self._pattern, label(tr("Category")), self._category, apply, spacing=8)
        )
        self.body.addWidget(label(tr("In a name, {n} is the row number and {id} the object's id."), "faint"))
        cancel, done = button(tr("Cancel"), "dialog.cancel"), button(tr("Rename"), "dialog.rename")
        cancel.clicked.connect(self.reject)
        done.clicked.connect(self._accept)
        self.add_buttons(cancel, done)
        self.resize(560, 460)

    def _fill(self) -> None:
        """Fill the selected rows, or all, from the two fields; an empty field leaves its column alone."""
        rows = sorted({index.row() for index in self._table.selectedIndexes()}) or range(len(self._objects))
        for number in rows:
            name = self._pattern.text().strip().replace("{n}", str(number + 1))
            for column, text in (
                (_NAME, name.replace("{id}", str(self._objects[number].id))),
                (_CATEGORY, self._category.text().strip()),
            ):
                if text:
                    self._item(number, column).setText(text)

    def _accept(self) -> None:
        self.chosen.emit([self._named(number) for number in range(len(self._objects))], tr("Rename Objects"))
        self.accept()

    def _named(self, number: int) -> ObjectInfo:
        info = self._objects[number]
        name = self._item(number, _NAME).text().strip() or info.name
        return replace(info, name=name, category=self._item(number, _CATEGORY).text().strip())

    def _item(self, number: int, column: int) -> QTableWidgetItem:
        found = self._table.item(number, column)
        assert found is not None
        return found


def _titled(info: ObjectInfo) -> str:
    return tr("{name}  (id {id})").format(name=shown(info.name, _MOST), id=info.id)


def _table(objects: Sequence[ObjectInfo]) -> QTableWidget:
    table = QTableWidget(len(objects), 3)
    table.setObjectName("names.table")
    table.setAccessibleName(tr("Names and categories of all objects"))
    table.setHorizontalHeaderLabels([tr("Id"), tr("Name"), tr("Category")])
    table.verticalHeader().hide()
    table.setItemDelegate(PlainDelegate(table))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    for column in (_NAME, _CATEGORY):
        table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    table.setColumnWidth(0, 64)
    for number, info in enumerate(objects):
        first = QTableWidgetItem(swatch(info), str(info.id))
        first.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        for column, item in enumerate((first, QTableWidgetItem(info.name), QTableWidgetItem(info.category))):
            table.setItem(number, column, item)
    return table
