"""Masks of a dataset into the project: which dataset, what it is, what it will do. The session does the work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QProgressBar, QSlider, QWidget

from core.formats import IMPORTERS
from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import shown
from rpcm_gui.session.import_dataset import ImportLook, ImportWish
from rpcm_gui.views import export_formats
from rpcm_gui.views.dialogs import Dialog, button
from rpcm_gui.views.file_dialogs import file_dialog
from rpcm_gui.views.import_report import ImportReportPane
from rpcm_gui.views.links import Links
from rpcm_gui.views.picture_view import PictureView
from rpcm_gui.views.widgets import column, label, row

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session

_SIDE_PIXELS = 430
_REST_MILLISECONDS = 250


class ImportDialog(Dialog):
    """Asks for a dataset and shows what importing it would do. ``chosen`` carries the plan of it."""

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("dialog.import", tr("Import masks"), parent)
        self._session = session
        self._look: ImportLook | None = None
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
            tr("Frames with the masks that they get are shown here before anything is done."),
        )
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("import.frame")
        self._slider.setAccessibleName(tr("Frame that is shown"))
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
            ImportWish(
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

    def _show(self, look: ImportLook | None) -> None:
        """Show what was found; None: nothing yet."""
        self._look = look
        self._progress.setVisible(False)
        self._report.show_look(look, self._session.objects)
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
        words = tr("Frame {index}, with the masks that it gets").format(index=sample.index) if sample else ""
        self._caption.setText(words)

    def _offer_formats(self, found: tuple[str, ...], chosen: str = "") -> None:
        """Those that were recognised first; an empty choice finds the format out."""
        self._format.clear()
        self._format.addItem(tr("Find out"), "")
        for each in dict.fromkeys((*found, *IMPORTERS)):
            title = export_formats.title(each)
            self._format.addItem(tr("{format} (recognised)").format(format=title) if each in found else title, each)
        self._format.setCurrentIndex(max(self._format.findData(chosen), 0))
        self._format.setMaxVisibleItems(self._format.count())

    def _offer_clips(self, look: ImportLook) -> None:
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
