"""Masks of a dataset into the project: which dataset, what it is, what it will do. The session does the work.

What an import would do, in words and as a table of objects.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QSlider,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from core.exchange.import_plan import ImportPlan
from core.formats import IMPORTERS
from core.types import ObjectInfo
from rpcm_gui.base.language import tr, translate
from rpcm_gui.base.plain import shown
from rpcm_gui.session.import_dataset import ImportPreview, ImportRequest
from rpcm_gui.views.dialogs import export_options
from rpcm_gui.views.dialogs.dialogs import Dialog, button
from rpcm_gui.views.widgets.basics import Links, PlainDelegate, column, label, row, swatch
from rpcm_gui.views.widgets.file_dialogs import file_dialog
from rpcm_gui.views.widgets.picture_view import PictureView

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


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

    def show_look(self, look: ImportPreview | None, present: Sequence[ObjectInfo]) -> None:
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


def _summary(look: ImportPreview | None) -> str:
    if look is None:
        return tr("Nothing changes until you press Import.")
    plan = look.plan
    if plan is None:
        return ""
    if not plan.rows:
        return tr("There is no mask to import.")
    return tr("{masks} masks on {frames} frames").format(masks=plan.masks, frames=len(plan.rows))


def _notes(plan: ImportPlan) -> str:
    if not plan.notes:
        return tr("Everything can be imported.")
    return "\n".join([tr("What cannot be imported exactly:"), *(f"• {translate(note)}" for note in plan.notes)])


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


_SIDE_PIXELS = 430
_REST_MILLISECONDS = 250


class ImportDialog(Dialog):
    """Asks for a dataset and shows what importing it would do. ``chosen`` carries the plan of it."""

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("dialog.import", tr("Import masks"), parent)
        self._session = session
        self._look: ImportPreview | None = None
        self._links = Links()
        self._place = QLineEdit()
        self._place.setObjectName("import.path")
        self._place.setAccessibleName(tr("Dataset"))
        self._place.setPlaceholderText(tr("Folder or file of a dataset"))
        self._format = _box("import.format", tr("Format"))
        self._clip = _box("import.clip", tr("Clip"))
        self._clip_row = QWidget()
        self._reviewed = QCheckBox(tr("Mark these frames as reviewed: no run changes them"))
        self._reviewed.setObjectName("import.reviewed")
        self._replace = QCheckBox(tr("Replace what I drew (reviewed frames stay)"))
        self._replace.setObjectName("import.replace")
        self._report = ImportReportPane()
        self._picture = PictureView(
            "import.picture",
            tr("Preview"),
            tr("Frames with the imported masks are shown here before anything changes."),
        )
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("import.frame")
        self._slider.setAccessibleName(tr("Current frame"))
        self._caption = label("", "muted")
        self._progress = QProgressBar()
        self._progress.setObjectName("import.progress")
        self._progress.setAccessibleName(tr("Progress of reading"))
        self._progress.setTextVisible(False)
        self._import = button(tr("Import"), "import.start")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MILLISECONDS)
        self._lay_out()
        self._connect()
        self._offer_formats(())
        self._show(None)

    def _lay_out(self) -> None:
        file, folder = button(tr("File…"), "import.file"), button(tr("Folder…"), "import.folder")
        for each, mode in ((file, QFileDialog.FileMode.ExistingFile), (folder, QFileDialog.FileMode.Directory)):
            each.setMinimumWidth(72)
            each.setAutoDefault(False)
            each.clicked.connect(lambda _=False, mode=mode: self._browse(mode))
        self._clip_row.setLayout(column(label(tr("Clip"), "muted"), self._clip))
        side = column(
            label(tr("Dataset"), "muted"),
            row(self._place, file, folder),
            label(tr("Format"), "muted"),
            self._format,
            self._clip_row,
            self._reviewed,
            self._replace,
            self._report,
            spacing=8,
        )
        side.setStretch(7, 1)
        left = QWidget()
        left.setLayout(side)
        left.setFixedWidth(_SIDE_PIXELS)
        right = column(self._picture, self._caption, self._slider, self._progress, spacing=8)
        right.setStretch(0, 1)
        both = row(left, right, spacing=22)
        both.setStretch(1, 1)
        self.body.addLayout(both, 1)
        cancel = button(tr("Cancel"), "dialog.cancel")
        cancel.clicked.connect(self.reject)
        self.add_buttons(cancel, self._import)
        self.resize(1040, 620)

    def _connect(self) -> None:
        imports = self._session.imports
        self._links.connect(imports.looked, self._show)
        self._links.connect(imports.progressed, self._show_progress)
        self._place.textChanged.connect(self._start_over)
        for choice in (self._format, self._clip):
            choice.activated.connect(self._look_soon)
        for tick in (self._reviewed, self._replace):
            tick.toggled.connect(self._look_soon)
        self._rest.timeout.connect(self._ask)
        self._slider.valueChanged.connect(self._show_sample)
        self._import.clicked.connect(self._accept)
        self.finished.connect(self._finish)

    def _start_over(self) -> None:
        """Another dataset: nothing is known of it."""
        self._offer_formats(())
        self._clip.clear()
        self._look_soon()

    def _look_soon(self) -> None:
        self._session.imports.give_up()
        self._show(None)
        if self._place.text().strip():
            self._rest.start()
        else:
            self._rest.stop()

    def _ask(self) -> None:
        self._progress.setRange(0, 0)
        self._progress.setVisible(True)
        self._session.imports.look(
            ImportRequest(
                Path(self._place.text().strip()).expanduser(),
                self._format.currentData() or "",
                self._clip.currentData() or "",
                self._reviewed.isChecked(),
                self._replace.isChecked(),
            )
        )

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _show(self, look: ImportPreview | None) -> None:
        """Show what was found; None: nothing yet."""
        self._look = look
        self._progress.setVisible(False)
        self._report.show_look(look, self._session.document.objects)
        self._import.setEnabled(look is not None and look.plan is not None and bool(look.plan.rows or look.plan.new))
        if look is not None:
            self._offer_formats(look.formats, look.format_id)
            self._offer_clips(look)
        self._clip_row.setVisible(look is not None and len(look.sequences) > 1)
        samples = look.samples if look is not None else ()
        self._slider.setRange(0, max(len(samples) - 1, 0))
        self._slider.setVisible(len(samples) > 1)
        self._slider.setValue(0)
        self._show_sample()

    def _show_sample(self) -> None:
        samples = self._look.samples if self._look is not None else ()
        sample = samples[self._slider.value()] if samples else None
        self._picture.show_picture(sample.image if sample is not None else None)
        words = tr("Frame {index} with the imported masks").format(index=sample.index) if sample else ""
        self._caption.setText(words)

    def _offer_formats(self, found: tuple[str, ...], chosen: str = "") -> None:
        """Those that were recognised first; an empty choice finds the format out."""
        self._format.clear()
        self._format.addItem(tr("Find out"), "")
        for each in dict.fromkeys((*found, *IMPORTERS)):
            title = export_options.title(each)
            self._format.addItem(tr("{format} (recognised)").format(format=title) if each in found else title, each)
        self._format.setCurrentIndex(max(self._format.findData(chosen), 0))
        self._format.setMaxVisibleItems(self._format.count())

    def _offer_clips(self, look: ImportPreview) -> None:
        self._clip.clear()
        for name in look.sequences:
            self._clip.addItem(shown(name), name)
        self._clip.setCurrentIndex(self._clip.findData(look.sequence))

    def _accept(self) -> None:
        if self._look is not None and self._look.plan is not None:
            self.chosen.emit(self._look.plan)
            self.accept()

    def _finish(self) -> None:
        self._rest.stop()
        self._links.cut()
        self._session.imports.give_up()

    def _browse(self, mode: QFileDialog.FileMode) -> None:
        dialog = file_dialog(self, tr("Dataset"), self._place.text() or str(self._session.path.parent))
        dialog.setFileMode(mode)
        dialog.fileSelected.connect(self._place.setText)
        dialog.open()


def _box(name: str, title: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    return box
