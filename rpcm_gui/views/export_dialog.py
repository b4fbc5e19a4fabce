"""Where and how to export; the session does the work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QGridLayout, QLineEdit, QSpinBox, QWidget

from core.formats import ExportOptions
from rpcm_gui.views.dialogs import Dialog, button
from rpcm_gui.views.widgets import label, row

if TYPE_CHECKING:
    from rpcm_gui.session import Session


@dataclass(frozen=True, slots=True)
class ExportKind:
    """How one format is asked for. ``id`` is the format's, ``suffix`` is empty where it writes a folder."""

    id: str
    title: str
    note: str
    suffix: str = ""


KINDS = {
    "davis": ExportKind(
        "davis",
        "Export DAVIS dataset",
        "JPEGImages, Annotations (indexed PNG with palette) and ImageSets. A sequence is added to an existing dataset.",
    ),
    "overlay": ExportKind(
        "overlay", "Export overlay video", "An MP4 at the source's frame rate with the masks in colour.", ".mp4"
    ),
}


class ExportDialog(Dialog):
    """Asks for destination and options. ``chosen`` carries the format's id, the destination and the options."""

    chosen = Signal(str, Path, ExportOptions)

    def __init__(self, kind: ExportKind, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("dialog.export", kind.title, parent)
        self._kind, self._session = kind, session
        self._place = QLineEdit(str(_suggestion(kind, session)))
        self._place.setObjectName("dialog.destination")
        self._place.setAccessibleName("Destination")
        self._frames = _choices("dialog.frames", "Frames", ("Whole clip", "Range only"))
        self._reviewed = QCheckBox("Only frames that are annotated or marked reviewed")
        self._overwrite = QCheckBox("Replace an earlier export")
        self._every = _number("dialog.every", "Every n-th frame", 1, 1000, 1)
        self._opacity = _number("dialog.opacity", "Opacity in percent", 5, 100, 50) if kind.suffix else None
        self._lay_out()

    def _lay_out(self) -> None:
        note = label(self._kind.note, "muted")
        note.setWordWrap(True)
        browse = button("Browse…", "dialog.browse")
        browse.clicked.connect(self._browse)
        grid = QGridLayout()
        grid.setVerticalSpacing(10)
        grid.setHorizontalSpacing(14)
        lines: list[tuple[str, QWidget]] = [("Frames", self._frames), ("Every n-th frame", self._every)]
        lines += [("Mask opacity (%)", self._opacity)] if self._opacity is not None else []
        grid.addWidget(label("Destination", "muted"), 0, 0)
        grid.addLayout(row(self._place, browse), 0, 1)
        for number, (text, widget) in enumerate(lines, start=1):
            grid.addWidget(label(text, "muted"), number, 0)
            grid.addWidget(widget, number, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._reviewed, len(lines) + 1, 1)
        grid.addWidget(self._overwrite, len(lines) + 2, 1)
        self.body.addWidget(note)
        self.body.addLayout(grid)
        cancel, export = button("Cancel", "dialog.cancel"), button("Export", "dialog.export.start")
        cancel.clicked.connect(self.reject)
        export.clicked.connect(self._accept)
        self.add_buttons(cancel, export)
        self.setMinimumWidth(580)

    def options(self) -> ExportOptions:
        """What is chosen now."""
        return ExportOptions(
            range=self._session.range if self._frames.currentIndex() == 1 else None,
            only_reviewed=self._reviewed.isChecked(),
            every_nth=self._every.value(),
            overwrite=self._overwrite.isChecked(),
            opacity=self._opacity.value() / 100 if self._opacity is not None else ExportOptions().opacity,
        )

    def _accept(self) -> None:
        text = self._place.text().strip()
        if text:
            self.chosen.emit(self._kind.id, Path(text).expanduser(), self.options())
            self.accept()

    def _browse(self) -> None:
        dialog = QFileDialog(self, self._kind.title, self._place.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._kind.suffix:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(self._kind.suffix.lstrip("."))
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._place.setText)
        dialog.open()


def _suggestion(kind: ExportKind, session: Session) -> Path:
    stem = session.path.stem
    return session.path.with_name(f"{stem}-overlay{kind.suffix}" if kind.suffix else f"{stem}-{kind.id}")


def _choices(name: str, title: str, texts: tuple[str, ...]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.addItems(list(texts))
    return box


def _number(name: str, title: str, lowest: int, highest: int, value: int) -> QSpinBox:
    box = QSpinBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.setRange(lowest, highest)
    box.setValue(value)
    box.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.setFixedWidth(72)
    return box
