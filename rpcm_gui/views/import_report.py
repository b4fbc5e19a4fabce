"""What an import would do, in words and as a table of objects."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from core.exchange.import_plan import ImportPlan
from core.types import ObjectInfo
from rpcm_gui.base.language import tr
from rpcm_gui.session.import_dataset import ImportLook
from rpcm_gui.views.widgets import PlainDelegate, column, label, swatch


class ImportReportPane(QWidget):
    """Counts, objects, and what cannot be carried; or why nothing can be imported."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = label("", "value")
        self._summary.setObjectName("import.summary")
        self._problem = label("", "refused")
        self._problem.setObjectName("import.problem")
        self._notes = label("", "muted")
        self._notes.setObjectName("import.notes")
        for text in (self._summary, self._problem, self._notes):
            text.setWordWrap(True)
        self._table = _table()
        self.setLayout(column(self._summary, self._problem, self._table, self._notes, 1, spacing=8))

    def show_look(self, look: ImportLook | None, present: Sequence[ObjectInfo]) -> None:
        """Show what was found; ``present`` are the project's objects. None: nothing was found yet."""
        plan = look.plan if look is not None else None
        problem = look.problem if look is not None else None
        self._problem.setText(f"{problem.text} {problem.hint}" if problem is not None else "")
        self._problem.setVisible(problem is not None)
        self._summary.setText(_summary(look))
        self._notes.setText(_notes(plan) if plan is not None else "")
        self._table.setVisible(plan is not None)
        self._fill(look.objects if look is not None else (), plan, present)

    def _fill(self, objects: Sequence[ObjectInfo], plan: ImportPlan | None, present: Sequence[ObjectInfo]) -> None:
        rows = objects if plan is not None else ()
        self._table.setRowCount(len(rows))
        if plan is None:
            return
        known = {each.id: each for each in (*present, *plan.new)}
        new = {each.id for each in plan.new}
        for number, info in enumerate(rows):
            target = known[plan.ids[info.id]]
            words = tr("new, id {id}") if target.id in new else tr("joins id {id}")
            for place, item in enumerate(
                (
                    QTableWidgetItem(swatch(target), info.name),
                    QTableWidgetItem(str(info.id)),
                    QTableWidgetItem(words.format(id=target.id)),
                )
            ):
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self._table.setItem(number, place, item)


def _summary(look: ImportLook | None) -> str:
    if look is None:
        return tr("Nothing is changed before you press Import.")
    plan = look.plan
    if plan is None:
        return ""
    if not plan.rows:
        return tr("There is no mask to import.")
    return tr("{masks} masks on {frames} frames").format(masks=plan.masks, frames=len(plan.rows))


def _notes(plan: ImportPlan) -> str:
    if not plan.notes:
        return tr("Everything can be carried.")
    return "\n".join([tr("What cannot be carried as it is:"), *(f"• {note}" for note in plan.notes)])


def _table() -> QTableWidget:
    table = QTableWidget(0, 3)
    table.setObjectName("import.objects")
    table.setAccessibleName(tr("Objects of the dataset"))
    table.setHorizontalHeaderLabels([tr("Object"), tr("Its id"), tr("In the project")])
    table.verticalHeader().hide()
    table.setItemDelegate(PlainDelegate(table))
    table.setShowGrid(False)
    table.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.setColumnWidth(1, 60)
    table.setColumnWidth(2, 120)
    return table
