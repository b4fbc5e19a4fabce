"""The status bar: what happened last, what is under the pointer, and the zoom.

An export under way, in the status bar: what, how far, and a button to cancel it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QSizePolicy, QStatusBar, QToolButton, QWidget

from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import shown
from rpcm_gui.base.values import JobState, RunState
from rpcm_gui.views.widgets import theme
from rpcm_gui.views.widgets.basics import Links, clock, label, row

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


_MOST_NAME = 40


class StatusBar(QStatusBar):
    """Says what happened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAccessibleName(tr("Status"))
        self.setSizeGripEnabled(False)
        self.setFixedHeight(28)
        self._session: Session | None = None
        self._links = Links()
        self._index = 0
        self._run = ""
        self._text, self._place, self._zoom = label(tr("Ready")), label(""), label("")
        self._text.setObjectName("status.text")
        # However long a name is, the window does not grow with it.
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._size = label("")
        self.addWidget(self._text, 1)
        self._job = JobBar()
        for part in (self._job, self._place, self._size, self._zoom):
            self.addPermanentWidget(part)

    def set_session(self, session: Session | None) -> None:
        """Tell what happens in ``session`` (``None``: nothing)."""
        self._links.cut()
        self._session = session
        self._job.set_session(session)
        self._size.setText("")
        self._zoom.setText("")
        if session is not None:
            height, width = session.size
            self._size.setText(
                tr("{width} × {height}  ·  {fps} fps  ·  {count} frames").format(
                    width=width, height=height, fps=f"{session.fps:.4g}", count=session.frame_count
                )
            )
            self._index = session.undo_stack.index()
            self._links.connect(session.undo_stack.indexChanged, self._stack_moved)
            self._links.connect(session.position.object_changed, self._object_chosen)
            self._run = session.runs.state.text
            self._links.connect(session.runs.state_changed, self._run_changed)
        self.say(tr("Opened {name}").format(name=session.title) if session is not None else tr("Ready"))

    def say(self, text: str) -> None:
        """Show what happened."""
        self._text.setText(text)

    def show_zoom(self, zoom: float) -> None:
        """Show the zoom (screen pixels per image pixel)."""
        self._zoom.setText(f"{zoom:.0%}")

    def show_place(self, column: int, row: int, value: int) -> None:
        """Show the image position and label under the pointer; -1 for none."""
        if column < 0:
            self._place.setText("")
            return
        name = f"  ·  {self._name(value)}" if value else ""
        self._place.setText(f"{column}, {row}{name}")

    def _name(self, value: int) -> str:
        objects = self._session.document.objects if self._session is not None else ()
        return next(
            (shown(item.name, _MOST_NAME) for item in objects if item.id == value),
            tr("label {value}").format(value=value),
        )

    def _object_chosen(self, object_id: int) -> None:
        self.say(tr("Painting {name}").format(name=self._name(object_id)) if object_id else tr("No object"))

    def _run_changed(self, state: RunState) -> None:
        """Tell of a run when it begins, rests and ends, not of every frame."""
        if state.text and state.text != self._run:
            self.say(state.text)
        self._run = state.text

    def _stack_moved(self, index: int) -> None:
        session = self._session
        if session is not None and index > self._index:
            self.say(session.undo_stack.text(index - 1))
        elif session is not None and index < self._index:
            self.say(tr("Undone: {step}").format(step=session.undo_stack.text(index)))
        self._index = index
