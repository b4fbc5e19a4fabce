"""The runs that wait for their turn, each with a button that takes it off."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import shown, tip
from rpcm_gui.base.values import QueuedRun
from rpcm_gui.views import theme
from rpcm_gui.views.widgets import column, label, row


class RunQueue(QWidget):
    """A line for each run that waits; hidden where none does. ``removed`` carries the number of one not wanted."""

    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run.queue")
        self.setAccessibleName(tr("Runs that wait"))
        self._shown: tuple[QueuedRun, ...] = ()
        self._lines: list[QWidget] = []
        self._column = column(spacing=2)
        self.setLayout(self._column)
        self.hide()

    def show_runs(self, runs: tuple[QueuedRun, ...]) -> None:
        """Show these runs, the next one first."""
        if runs == self._shown:
            return
        self._shown = runs
        for old in self._lines:
            self._column.removeWidget(old)
            old.deleteLater()
        self._lines = [self._line(run) for run in runs]
        for made in self._lines:
            self._column.addWidget(made)
        self.setVisible(bool(runs))

    def _line(self, run: QueuedRun) -> QWidget:
        remove = QToolButton()
        remove.setObjectName(f"run.queue.remove.{run.number}")
        theme.set_icon(remove, "ph.x", "muted")
        remove.setAutoRaise(True)
        remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        remove.setToolTip(tr("Take this run off the queue"))
        remove.setAccessibleName(tr("Take off: {run}").format(run=shown(run.text)))
        remove.clicked.connect(lambda: self.removed.emit(run.number))
        text = short_label(tr("Next: {run}").format(run=run.text))
        made = QWidget()
        layout = row(text, remove)
        layout.setStretch(0, 1)
        made.setLayout(layout)
        return made


def short_label(text: str) -> QLabel:
    """A muted label that may be cut off, and never makes its panel wider or higher; the tip has all of it."""
    made = label(text, "muted")
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    made.setToolTip(tip(text))
    return made
