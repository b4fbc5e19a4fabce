"""A project is damaged: ask whether to repair it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rpcm_gui.base.core_messages import said
from rpcm_gui.base.language import tr
from rpcm_gui.views.dialogs import Dialog, button
from rpcm_gui.views.widgets import label


class RepairDialog(Dialog):
    """Says what was found in ``project``; ``agreed`` is emitted where the person wants it repaired."""

    agreed = Signal()

    def __init__(self, project: Path, finding: str, parent: QWidget | None = None) -> None:
        super().__init__("dialog.repair", tr("The project is damaged"), parent)
        text = label(tr("{name} cannot be used as it is:").format(name=project.name), "value")
        found = label(said(finding), "muted")
        found.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        found.setMinimumWidth(1)
        promise = label(
            tr(
                "Repairing writes everything that can be read into a new file of this name, and says what is lost. "
                "The damaged file is kept beside it."
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
