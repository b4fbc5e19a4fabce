"""Dialogs that show something: keys, about, a bug's report, a video that has moved.

A project is damaged: ask whether to repair it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from rpcm_gui.actions.spec import GROUPS
from rpcm_gui.actions.table import ACTIONS
from rpcm_gui.base.language import mark, tr, translate
from rpcm_gui.base.plain import shown, window_title
from rpcm_gui.base.values import BugReport
from rpcm_gui.views.widgets.basics import column, label, marked_up, row
from rpcm_gui.views.widgets.file_dialogs import VIDEO_FILTER, file_dialog

_COLUMNS = (
    ("file", "edit", "object", "view"),
    ("tool", "mask", "range", "review"),
    ("go", "play", "propagate", "help"),
)
_POINTER = (
    (mark("Wheel"), mark("Zoom at the pointer")),
    (mark("Ctrl+Wheel"), mark("Brush size")),
    (mark("Middle drag, Space+drag"), mark("Pan")),
    (mark("Right button"), mark("Erase with any painting tool")),
    (mark("Enter, double click"), mark("Close the polygon or scissors' line")),
    (mark("Backspace / Esc"), mark("Remove its last corner / cancel it")),
)


class Dialog(QDialog):
    """A dialog that deletes itself when closed, with a title and a row of buttons below its body."""

    def __init__(self, name: str, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(window_title(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = column(spacing=12)
        self.body.setContentsMargins(22, 18, 22, 16)
        self.setLayout(self.body)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """End with these buttons at the right; the last one is what Enter does."""
        buttons[-1].setDefault(True)
        buttons[-1].setProperty("role", "primary")
        self.body.addLayout(row(1, *buttons, spacing=8))


def button(text: str, name: str) -> QPushButton:
    """A dialog's button."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setMinimumWidth(88)
    return made


class ShortcutsDialog(Dialog):
    """Every action with its keys, by group. ``keys`` gives those of an action's id."""

    def __init__(self, keys: Callable[[str], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__("dialog.shortcuts", tr("Keyboard shortcuts"), parent)
        sides = row(spacing=34)
        for groups in _COLUMNS:
            blocks = [_block(tr(GROUPS[name]), _keys_of(name, keys)) for name in groups]
            extra = (
                [_block(tr("Mouse and polygon"), [(tr(keys), tr(text)) for keys, text in _POINTER])]
                if "go" in groups
                else []
            )
            sides.addLayout(column(*blocks, *extra, 1, spacing=16))
        holder = QWidget()
        holder.setLayout(sides)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.viewport().setAutoFillBackground(False)
        self.body.addWidget(area)
        close = button(tr("Close"), "dialog.close")
        close.clicked.connect(self.accept)
        self.add_buttons(close)
        # Words are longer in some languages: show the columns whole where the screen has the room.
        self.resize(min(max(holder.sizeHint().width() + 70, 1010), 1380), 640)


def _keys_of(group: str, keys: Callable[[str], Sequence[str]]) -> list[tuple[str, str]]:
    specs = [spec for spec in ACTIONS if spec.id.startswith(f"{group}.") and keys(spec.id)]
    named = [spec for spec in specs if not spec.id[-1].isdigit() or group != "object"]
    rows = [(", ".join(keys(spec.id)), spec.name) for spec in named]
    return [*rows, ("1 … 9", tr("Object in row 1 … 9"))] if len(named) < len(specs) else rows


def _block(title: str, rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(5)
    grid.setHorizontalSpacing(12)
    grid.addWidget(label(title.upper(), "title"), 0, 0, 1, 2)
    for number, (keys, text) in enumerate(rows, start=1):
        grid.addWidget(label(text), number, 0)
        grid.addWidget(label(keys, "key"), number, 1, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(0, 1)
    return grid


class AboutDialog(Dialog):
    """Name, version, what it rests on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("dialog.about", tr("About RPCM Annotator"), parent)
        text = marked_up(
            tr(
                "Object masks for video: paint one frame, propagate, look where the reliability map is black, "
                "correct.<br><br>"
                "The network follows <i>Reliable Propagation-Correction Modulation for Video Object Segmentation</i> "
                "(AAAI 2022).<br><br>The program is free software under the MIT licence."
            )
        )
        text.setWordWrap(True)
        text.setMinimumWidth(420)
        close = button(tr("Close"), "dialog.close")
        close.clicked.connect(self.accept)
        for item in (
            label("RPCM Annotator", "hero"),
            label(tr("Version {version}").format(version=_version()), "muted"),
            text,
        ):
            self.body.addWidget(item)
        self.add_buttons(close)


def _version() -> str:
    try:
        return version("rpcm-annotator")
    except PackageNotFoundError:
        return tr("from a checkout")


class BugDialog(Dialog):
    """An error that nobody foresaw, with a report to copy."""

    def __init__(self, report: BugReport, parent: QWidget | None = None) -> None:
        super().__init__("dialog.bug", tr("Something went wrong"), parent)
        self._details = f"{report.title}\n\n{report.details}"
        note = label(
            tr("This is a bug in the program. Your masks are saved. Please send this report to the developers.")
        )
        note.setWordWrap(True)
        text = QPlainTextEdit(shown(self._details, len(self._details), lines=True))
        text.setReadOnly(True)
        text.setAccessibleName(tr("Report"))
        copy, close = button(tr("Copy report"), "dialog.copy"), button(tr("Close"), "dialog.close")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        close.clicked.connect(self.accept)
        title = label(report.title, "value")
        title.setWordWrap(True)
        self.body.addWidget(title)
        self.body.addWidget(note)
        self.body.addWidget(text, 1)
        self.add_buttons(copy, close)
        self.resize(680, 420)


class RelinkDialog(Dialog):
    """The project's video is not where it was: ask where it is now. ``relinked`` carries the answer."""

    relinked = Signal(Path)

    def __init__(self, project: Path, missing: Path, parent: QWidget | None = None) -> None:
        super().__init__("dialog.relink", tr("Where is the video?"), parent)
        self._missing = missing
        text = label(
            tr("The project {name} belongs to a video that no longer exists:").format(name=project.name), "value"
        )
        text.setWordWrap(True)
        place = label(str(missing), "muted")
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        place.setWordWrap(True)
        # However long a name is, the dialog does not grow with it.
        place.setMinimumWidth(1)
        cancel, folder = button(tr("Cancel"), "dialog.cancel"), button(tr("Choose folder…"), "dialog.folder")
        locate = button(tr("Choose file…"), "dialog.locate")
        cancel.clicked.connect(self.reject)
        folder.clicked.connect(lambda: self._browse(QFileDialog.FileMode.Directory))
        locate.clicked.connect(lambda: self._browse(QFileDialog.FileMode.ExistingFile))
        for item in (
            text,
            place,
            label(tr("Your masks are safe. Choose the video's new location to continue."), "muted"),
        ):
            self.body.addWidget(item)
        self.add_buttons(cancel, folder, locate)
        self.setMinimumWidth(520)

    def _browse(self, mode: QFileDialog.FileMode) -> None:
        dialog = file_dialog(self, tr("Where is the video?"))
        dialog.setFileMode(mode)
        if mode is QFileDialog.FileMode.ExistingFile:
            dialog.setNameFilters(tr(VIDEO_FILTER).split(";;"))
        dialog.fileSelected.connect(self._found)
        dialog.open()

    def _found(self, text: str) -> None:
        self.relinked.emit(Path(text))
        self.accept()


class RepairDialog(Dialog):
    """Says what was found in ``project``; ``agreed`` is emitted where the user wants it repaired."""

    agreed = Signal()

    def __init__(self, project: Path, finding: str, parent: QWidget | None = None) -> None:
        super().__init__("dialog.repair", tr("The project is damaged"), parent)
        text = label(tr("{name} cannot be used as it is:").format(name=project.name), "value")
        found = label(translate(finding), "muted")
        found.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        found.setMinimumWidth(1)
        promise = label(
            tr(
                "Repairing writes everything readable into a new file with this name and lists what is lost. The "
                "damaged file is kept beside it."
            )
        )
        for words in (text, found, promise):
            words.setWordWrap(True)
            self.body.addWidget(words)
        cancel, repair = button(tr("Cancel"), "dialog.cancel"), button(tr("Repair"), "dialog.repair.go")
        cancel.clicked.connect(self.reject)
        repair.clicked.connect(self.agreed)
        repair.clicked.connect(self.accept)
        self.add_buttons(cancel, repair)
        self.setMinimumWidth(520)
