"""Fine-tuning on the clip, in the propagation panel: do it, and use what came of it or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QWidget

from rpcm_gui.base.language import tr
from rpcm_gui.views.action_set import tool_button
from rpcm_gui.views.links import Links
from rpcm_gui.views.widgets import column, label

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


class AdaptedBox(QWidget):
    """A button that fine-tunes; where that was done, what it gained and a box to tick."""

    def __init__(self, start: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._links = Links()
        button = tool_button(start, 16, with_text=True)
        button.setObjectName("run.adapt")
        self._use = QCheckBox(tr("Use the fine-tuned network"))
        self._use.setObjectName("run.adapted")
        self._use.setToolTip(tr("Whether the next runs use what the network learned from your frames of this clip"))
        self._gain = label("", "muted")
        self.setLayout(column(button, self._use, self._gain, spacing=4))
        self._use.toggled.connect(self._toggled)
        self._show()

    def set_session(self, session: Session | None) -> None:
        """Show what the network of ``session`` learned (``None``: nothing)."""
        self._links.cut()
        self._session = session
        if session is not None:
            self._links.connect(session.adaptationChanged, self._show)
        self._show()

    def _toggled(self, used: bool) -> None:
        if self._session is not None:
            self._session.use_adapted(used)
            self._show()

    def _show(self) -> None:
        state = self._session.adaptation if self._session is not None else None
        for widget in (self._use, self._gain):
            widget.setVisible(state is not None)
        if state is not None:
            with QSignalBlocker(self._use):
                self._use.setChecked(state.used)
            text = tr("{count} frames: J {before} before, {after} now")
            self._gain.setText(
                text.format(count=state.frames, before=f"{state.before:.2f}", after=f"{state.after:.2f}")
            )
