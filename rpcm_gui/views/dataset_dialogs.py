"""Opens the dialogs that bring masks in and take datasets or whole projects out, for the session on the desk."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rpcm_gui.base.language import tr
from rpcm_gui.views.export_dialog import ExportDialog
from rpcm_gui.views.file_dialogs import new_folder_dialog
from rpcm_gui.views.import_dialog import ImportDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from rpcm_gui.session.session import Session


class DatasetDialogs:
    """``verbs`` are the actions that it does. Without a session they do nothing."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.session: Session | None = None
        self.verbs: dict[str, Callable[[], object]] = {
            "file.import": self._import,
            "file.export": partial(self._export, "davis"),
            "file.collect": self._collect,
            "file.export_video": partial(self._export, "overlay"),
        }

    def _import(self) -> None:
        if self.session is not None:
            dialog = ImportDialog(self.session, self._window)
            dialog.chosen.connect(self.session.imports.apply)
            dialog.open()

    def _export(self, format_id: str) -> None:
        if self.session is not None:
            dialog = ExportDialog(format_id, self.session, self._window)
            dialog.chosen.connect(self.session.export)
            dialog.open()

    def _collect(self) -> None:
        if self.session is not None:
            collect, project = self.session.collect, self.session.path
            suggestion = project.with_name(tr("{name} collected").format(name=project.stem))
            dialog = new_folder_dialog(self._window, tr("Collect into a new folder"), suggestion)
            dialog.fileSelected.connect(lambda text: collect(Path(text)))
            dialog.open()
