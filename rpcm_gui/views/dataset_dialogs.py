"""Opens the dialogs that bring masks in and take datasets out, for the session on the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rpcm_gui.views.export_dialog import ExportDialog
from rpcm_gui.views.import_dialog import ImportDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from rpcm_gui.session import Session


class DatasetDialogs:
    """``verbs`` are the actions that it does. Without a session they do nothing."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.session: Session | None = None
        self.verbs: dict[str, Callable[[], object]] = {
            "file.import": self._import,
            "file.export": partial(self._export, "davis"),
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
