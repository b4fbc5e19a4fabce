"""The tour: a few steps on the sample clip, each of which waits until the user has really done it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from rpcm_gui.base.language import mark, tr
from rpcm_gui.base.values import RunState
from rpcm_gui.views.widgets import theme
from rpcm_gui.views.widgets.action_set import ActionSet
from rpcm_gui.views.widgets.basics import Links, column, label, row

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session

_WIDTH, _MARGIN = 330, 14


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what to do, the part of the window it is done in, and the event that says that it was done."""

    title: str
    text: str
    part: str
    awaits: str


STEPS: tuple[Step, ...] = (
    Step(
        mark("Open the sample clip"),
        mark("The sample clip opens now. Three things move in it."),
        "start",
        "opened",
    ),
    Step(
        mark("Paint an object"),
        mark("Paint over one of the moving objects with the brush. The wheel zooms, [ and ] change the brush size."),
        "canvas",
        "painted",
    ),
    Step(
        mark("Propagate"),
        mark(
            "Press F: the network propagates your mask through the clip, frame by frame. You can keep "
            "working meanwhile."
        ),
        "run",
        "propagated",
    ),
    Step(
        mark("See where the network is uncertain"),
        mark(
            "Press U: regions where the network is uncertain turn black. The ribbon under the timeline rises "
            "there, too."
        ),
        "canvas",
        "reliability",
    ),
    Step(
        mark("Go to an uncertain frame"),
        mark("Press N for the next frame worth reviewing, or drag the timeline to where the mask is wrong."),
        "timeline",
        "moved",
    ),
    Step(
        mark("Correct it"),
        mark("Paint what is missing; the right button erases. Then press F to propagate the correction."),
        "canvas",
        "painted",
    ),
    Step(
        mark("Undo"),
        mark("Press Ctrl+Z. Every step can be undone, even a whole run."),
        "toolbar",
        "undone",
    ),
    Step(
        mark("Export"),
        mark("Press Ctrl+E to see the formats. Nothing is written until you confirm."),
        "toolbar",
        "exported",
    ),
)


class Tour(QObject):
    """Leads through ``STEPS``. It watches what happens; it does nothing itself but ask for the sample clip."""

    sampleWanted = Signal()

    def __init__(self, window: QWidget, actions: ActionSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._actions = window, actions
        self._links = Links()
        self._session: Session | None = None
        self._running, self._steps_done = False, 0
        self.number = -1
        self.card = TourCard(window)
        self._frame = Marker(window)
        self.card.skipped.connect(self._next)
        self.card.ended.connect(self.end)
        actions["view.reliability"].toggled.connect(lambda on: self._happened("reliability") if on else None)
        actions.triggered.connect(lambda name: self._happened("exported") if name == "file.export" else None)

    @property
    def active(self) -> bool:
        """Whether the tour is under way."""
        return self.number >= 0

    def begin(self) -> None:
        """Begin with the first step."""
        self.number = 0
        self._show()
        self.sampleWanted.emit()

    def end(self) -> None:
        """Leave everything as it is now."""
        self.number = -1
        self.card.hide()
        self._frame.hide()

    def set_session(self, session: Session | None) -> None:
        """Watch what happens in ``session`` (``None``: nothing)."""
        self._links.cut()
        self._session = session
        if session is None:
            return
        self._steps_done, self._running = session.undo_stack.index(), session.runs.state.running
        self._links.connect(session.document.masks_changed, self._masks_changed)
        self._links.connect(session.runs.state_changed, self._run_changed)
        self._links.connect(session.position.frame_changed, lambda _frame: self._happened("moved"))
        self._links.connect(session.undo_stack.indexChanged, self._stack_moved)
        self._happened("opened")

    def _masks_changed(self, index: int) -> None:
        session = self._session
        if session is not None and not session.runs.state.running and session.document.summary(index).annotated:
            self._happened("painted")

    def _run_changed(self, state: RunState) -> None:
        was, self._running = self._running, state.running
        if was and not state.running and state.done > 0:
            self._happened("propagated")

    def _stack_moved(self, index: int) -> None:
        back, self._steps_done = index < self._steps_done, index
        if back:
            self._happened("undone")

    def _happened(self, event: str) -> None:
        if self.active and STEPS[self.number].awaits == event:
            self._next()

    def _next(self) -> None:
        self.number += 1
        if self.number == len(STEPS):
            self.number = -1
            self._frame.hide()
            self.card.show_end()
            return
        self._show()
        if STEPS[self.number].awaits == "reliability" and self._actions["view.reliability"].isChecked():
            self._next()

    def _show(self) -> None:
        step = STEPS[self.number]
        count = tr("Step {number} of {count}").format(number=self.number + 1, count=len(STEPS))
        self.card.show_step(count, tr(step.title), tr(step.text))
        part = self._window.findChild(QWidget, step.part)
        if part is not None:
            self._frame.surround(part)


class TourCard(QFrame):
    """Says what to do next, over the picture's upper left corner. It takes no focus from the work."""

    skipped = Signal()
    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour")
        self.setAccessibleName(tr("Tour"))
        self.setProperty("role", "panel")
        self.setFixedWidth(_WIDTH)
        self._count, self._title, self._text = label("", "faint"), label("", "value"), label("", "muted")
        self._text.setWordWrap(True)
        self._skip = _button(tr("Skip this step"), "tour.skip", self.skipped.emit)
        self._end = _button(tr("End the tour"), "tour.end", self._leave)
        body = column(self._count, self._title, self._text, row(1, self._skip, self._end), spacing=7)
        body.setContentsMargins(14, 11, 14, 12)
        self.setLayout(body)
        self.hide()

    def show_step(self, count: str, title: str, text: str) -> None:
        """Show a step."""
        self._skip.show()
        self._end.setText(tr("End the tour"))
        self._say(count, title, text)

    def show_end(self) -> None:
        """The tour is over."""
        self._skip.hide()
        self._end.setText(tr("Close"))
        text = tr("That's all. F1 explains anything under the pointer, Ctrl+Shift+P finds every command.")
        self._say("", tr("You are ready"), text)

    def _say(self, count: str, title: str, text: str) -> None:
        for part, words in ((self._count, count), (self._title, title), (self._text, text)):
            part.setText(words)
        # For a screen reader, which does not see the card change.
        self.setAccessibleDescription(f"{title}. {text}")
        self.show()
        self._settle()

    def _leave(self) -> None:
        self.hide()
        self.ended.emit()

    def _settle(self) -> None:
        canvas, window = self.window().findChild(QWidget, "canvas"), self.parentWidget()
        if window is None:
            return
        corner = canvas.mapTo(window, QPoint(_MARGIN, _MARGIN)) if canvas is not None and canvas.isVisible() else None
        layout = self.layout()
        height = layout.heightForWidth(_WIDTH) if layout is not None else 0
        self.resize(_WIDTH, max(height, self.minimumSizeHint().height()))
        self.move(corner or QPoint(_MARGIN, window.height() - self.height() - 3 * _MARGIN))
        self.raise_()


class Marker(QWidget):
    """A frame around the part of the window that a step is about. The pointer goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour.marker")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._part: QWidget | None = None
        self.hide()

    def surround(self, part: QWidget) -> None:
        """Frame ``part``, wherever it goes."""
        if self._part is not None:
            self._part.removeEventFilter(self)
        self._part = part
        part.installEventFilter(self)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the part as it moves, grows and comes into view."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self._settle()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame only."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _settle(self) -> None:
        part, window = self._part, self.parentWidget()
        if part is None or window is None or not part.isVisible():
            self.hide()
            return
        self.setGeometry(part.rect().translated(part.mapTo(window, QPoint())))
        self.show()
        self.raise_()


def _button(text: str, name: str, slot: Callable[[], object]) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(slot)
    return made
