"""The system's file dialogs, opened without stopping the program; each answers by a signal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from rpcm_gui.base.language import mark, tr

VIDEO_FILTER = mark("Videos (*.mp4 *.mov *.mkv *.avi *.webm *.m4v *.mpg *.mpeg *.ts *.wmv *.gif);;All files (*)")
PROJECT_FILTER = mark("RPCM projects (*.rpcm);;All files (*)")


class FileDialogs(QObject):
    """Asks which file or folder to open, and where to save a copy."""

    openChosen = Signal(Path)
    copyChosen = Signal(Path)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask_video(self) -> None:
        """Ask for a video file."""
        self._show(_dialog(self._window, tr("Open video"), VIDEO_FILTER), self.openChosen)

    def ask_project(self) -> None:
        """Ask for a project file."""
        self._show(_dialog(self._window, tr("Open project"), PROJECT_FILTER), self.openChosen)

    def ask_folder(self) -> None:
        """Ask for a folder of images."""
        dialog = _dialog(self._window, tr("Open folder of images"), "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._show(dialog, self.openChosen)

    def ask_copy(self, suggestion: Path) -> None:
        """Ask where to write a copy of the project."""
        dialog = _dialog(self._window, tr("Save a copy of the project"), PROJECT_FILTER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("rpcm")
        dialog.selectFile(str(suggestion))
        self._show(dialog, self.copyChosen)

    def _show(self, dialog: QFileDialog, answer: SignalInstance) -> None:
        dialog.fileSelected.connect(lambda text: answer.emit(Path(text)))
        dialog.open()


def new_folder_dialog(window: QWidget, title: str, suggestion: Path) -> QFileDialog:
    """A dialog that asks for the name of a folder that is to be made."""
    dialog = _dialog(window, title, "")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(str(suggestion))
    return dialog


def file_dialog(parent: QWidget, title: str, place: str = "") -> QFileDialog:
    """A file dialog that starts at ``place``, goes away when closed, and shows names as they are written."""
    dialog = QFileDialog(parent, title, place)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.installEventFilter(_PlainQuestions(dialog))
    return dialog


class _PlainQuestions(QObject):
    """Keeps Qt's own questions in a file dialog (replace, delete, not found) from taking a file's name for HTML.

    They are made inside Qt, and their text is first laid out after they are polished.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let every message box that appears in the dialog show plain text."""
        if event.type() == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            box = event.child()
            if isinstance(box, QMessageBox):
                box.setTextFormat(Qt.TextFormat.PlainText)
        return super().eventFilter(watched, event)


def _dialog(window: QWidget, title: str, name_filter: str) -> QFileDialog:
    dialog = file_dialog(window, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    if name_filter:
        dialog.setNameFilters(tr(name_filter).split(";;"))
    return dialog
