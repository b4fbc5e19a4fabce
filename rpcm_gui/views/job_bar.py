"""An export under way, in the status bar: what, how far, and a button to cancel it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QToolButton, QWidget

from rpcm_gui.base.language import tr
from rpcm_gui.base.values import JobState
from rpcm_gui.views import theme
from rpcm_gui.views.links import Links
from rpcm_gui.views.widgets import clock, label, row

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


class JobBar(QWidget):
    """Visible only while a job runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("job")
        self.setAccessibleName(tr("Job"))
        self._session: Session | None = None
        self._links = Links()
        self._title = label("")
        self._progress = QProgressBar()
        self._progress.setObjectName("job.progress")
        self._progress.setAccessibleName(tr("Progress of the job"))
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(140)
        cancel = QToolButton()
        cancel.setObjectName("job.cancel")
        theme.set_icon(cancel, "ph.x", "muted")
        cancel.setToolTip(tr("Cancel"))
        cancel.setAccessibleName(tr("Cancel the job"))
        cancel.clicked.connect(self._cancel)
        self.setLayout(row(self._title, self._progress, cancel))
        self.hide()

    def set_session(self, session: Session | None) -> None:
        """Show the jobs of ``session`` (``None``: nothing)."""
        self._links.cut()
        self._session = session
        self.hide()
        if session is not None:
            self._links.connect(session.jobStateChanged, self._show)

    def _show(self, state: JobState) -> None:
        self._title.setText(_words(state))
        self._progress.setRange(0, state.total)
        self._progress.setValue(state.done)
        self.setVisible(state.running)

    def _cancel(self) -> None:
        if self._session is not None:
            self._session.cancel_jobs()


def _words(state: JobState) -> str:
    if not state.seconds_left:
        return state.title
    return tr("{task}, {time} left").format(task=state.title, time=clock(state.seconds_left))
