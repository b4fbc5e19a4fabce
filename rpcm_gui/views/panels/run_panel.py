"""The propagation panel: start, stop, progress, speed, time left, device, and how sure the current frame is.

Which objects a run may change: a button with a list to tick.

The runs that wait for their turn, each with a button that takes it off.

Fine-tuning on the clip, in the propagation panel: do it, and use what came of it or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from core.types import ObjectInfo
from rpcm_gui.actions.table import device_names
from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import caption, shown, tip
from rpcm_gui.base.values import FrameSummary, QueuedRun, RunState
from rpcm_gui.views.widgets import theme
from rpcm_gui.views.widgets.action_set import ActionSet, push_button, tool_button
from rpcm_gui.views.widgets.basics import Card, Links, clock, column, label, line, row

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


_MOST = 24
"""Characters of a name on the button and in its list."""


class RunObjects(QToolButton):
    """Says "All objects", or which ones; the menu ticks them. With all ticked, or none, a run concerns all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._links = Links()
        self._menu = QMenu(self)
        self._menu.setObjectName("run.objects.menu")
        self._menu.aboutToShow.connect(self._fill)
        self.setObjectName("run.objects")
        self.setAccessibleName(tr("Objects to propagate"))
        self.setToolTip(tr("Only the ticked objects change; the others stay as they are"))
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._show()

    def set_session(self, session: Session | None) -> None:
        """Choose among the objects of ``session`` (``None``: of nothing)."""
        self._links.cut()
        self._session = session
        self.setEnabled(session is not None)
        if session is not None:
            self._links.connect(session.document.objects_changed, self._show)
        self._show()

    def _fill(self) -> None:
        session = self._session
        self._menu.clear()
        if session is None:
            return
        everything = self._menu.addAction(tr("All objects"))
        everything.setCheckable(True)
        everything.setChecked(session.launcher.objects is None)
        everything.triggered.connect(lambda: self._choose(None))
        self._menu.addSeparator()
        for info in session.document.objects:
            self._add(info, session.launcher.objects)

    def _add(self, info: ObjectInfo, chosen: frozenset[int] | None) -> QAction:
        action = self._menu.addAction(caption(info.name, _MOST))
        # Without one, an action's tip is its text.
        action.setToolTip(tip(info.name))
        action.setObjectName(f"run.objects.{info.id}")
        action.setCheckable(True)
        action.setChecked(chosen is not None and info.id in chosen)
        action.triggered.connect(lambda: self._toggle(info.id))
        return action

    def _toggle(self, object_id: int) -> None:
        if self._session is not None:
            chosen = (self._session.launcher.objects or frozenset()) ^ {object_id}
            self._choose(None if len(chosen) == len(self._session.document.objects) else chosen)

    def _choose(self, ids: frozenset[int] | None) -> None:
        if self._session is not None:
            self._session.launcher.choose_objects(ids)
        self._show()

    def _show(self) -> None:
        session = self._session
        chosen = session.launcher.objects if session is not None else None
        if session is None or chosen is None:
            self.setText(tr("All objects"))
            return
        names = [info.name for info in session.document.objects if info.id in chosen]
        self.setText(caption(names[0], _MOST) if len(names) == 1 else tr("{count} objects").format(count=len(names)))


class RunQueue(QWidget):
    """A line for each run that waits; hidden where none does. ``removed`` carries the number of one not wanted."""

    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run.queue")
        self.setAccessibleName(tr("Waiting runs"))
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
        remove.setToolTip(tr("Remove this run from the queue"))
        remove.setAccessibleName(tr("Remove from the queue: {run}").format(run=shown(run.text)))
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
        self._use.setToolTip(tr("Use the network fine-tuned on your frames of this clip in the next runs"))
        self._gain = label("", "muted")
        self.setLayout(column(button, self._use, self._gain, spacing=4))
        self._use.toggled.connect(self._toggled)
        self._show()

    def set_session(self, session: Session | None) -> None:
        """Show what the network of ``session`` learned (``None``: nothing)."""
        self._links.cut()
        self._session = session
        if session is not None:
            self._links.connect(session.document.adaptation_changed, self._show)
        self._show()

    def _toggled(self, used: bool) -> None:
        if self._session is not None:
            self._session.adapting.use(used)
            self._show()

    def _show(self) -> None:
        state = self._session.adapting.state if self._session is not None else None
        for widget in (self._use, self._gain):
            widget.setVisible(state is not None)
        if state is not None:
            with QSignalBlocker(self._use):
                self._use.setChecked(state.used)
            text = tr("{count} frames: J {before} before, {after} now")
            self._gain.setText(
                text.format(count=state.frames, before=f"{state.before:.2f}", after=f"{state.after:.2f}")
            )


class RunPanel(Card):
    """Shows the run of a session and lets the user follow it."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__("run", tr("Propagation"), parent)
        self._session: Session | None = None
        self._links = Links()
        self._asked = -1
        self._progress = _progress_bar()
        self._text = short_label("")
        names = (tr("Frames"), tr("Per second"), tr("Time left"))
        uses = (tr("GB in use"), tr("Pool frames"), tr("Pool, MB"))
        self._figures = [label("–", "number") for _ in names]
        self._uses = [label("–", "value") for _ in uses]
        self._queue = RunQueue()
        self._objects = RunObjects()
        self._device = _device_box()
        self._follow = QCheckBox(tr("Follow the run"))
        self._follow.setObjectName("run.follow")
        self._follow.setToolTip(tr("Show each frame as it is filled; going elsewhere stops following"))
        self._follow.setChecked(True)
        self._share = label("–", "value")
        self._state = label("", "muted")
        self._paused = False
        self._pause = _button(actions, "pause", tr("Pause"))
        self._adapted = AdaptedBox(actions["propagate.adapt"])
        self._lay_out(actions, names, uses)
        self._queue.removed.connect(self._take_off)
        self._device.activated.connect(self._choose_device)
        self._show(RunState())

    def _lay_out(self, actions: ActionSet, names: tuple[str, ...], uses: tuple[str, ...]) -> None:
        starts, seeds = row(spacing=5), row(spacing=5)
        for name, text in (("backward", tr("Back")), ("both", tr("Both")), ("forward", tr("Forward"))):
            starts.addWidget(_button(actions, name, text), 3 if name == "forward" else 2)
        for name, text in (("seed_backward", ""), ("seed_both", tr("To seeds")), ("seed_forward", "")):
            seeds.addWidget(_button(actions, name, text), 2 if text else 1)
        halts = row(self._pause, _button(actions, "stop", tr("Stop")), spacing=5)
        figures, using = _grid(self._figures, names), _grid(self._uses, uses)
        where = row(self._device, self._objects)
        for item in (starts, seeds, halts, self._progress, self._text, self._queue, figures, using, line(), where):
            self.body.addLayout(item) if not isinstance(item, QWidget) else self.body.addWidget(item)
        self.body.addWidget(self._follow)
        self.body.addWidget(self._adapted)
        self.body.addWidget(line())
        self.body.addLayout(row(label(tr("This frame"), "muted"), self._share, 1, self._state))

    def set_session(self, session: Session | None) -> None:
        """Show the runs of ``session`` (``None``: nothing)."""
        self._links.cut()
        self._session = session
        self._objects.set_session(session)
        self._adapted.set_session(session)
        for widget in (self._device, self._follow):
            widget.setEnabled(session is not None)
        self._show(session.runs.state if session is not None else RunState())
        if session is not None:
            self._links.connect(session.runs.state_changed, self._run_changed)
            self._links.connect(session.position.frame_changed, self._frame_changed)
            self._links.connect(session.document.summary_changed, self._show_frame)
            self.show_device(session.device)
        self._show_frame()

    def show_device(self, name: str) -> None:
        """Show the device that was chosen."""
        self._device.setCurrentIndex(self._device.findData(name))

    def _choose_device(self, number: int) -> None:
        if self._session is not None:
            self._session.set_device(self._device.itemData(number))

    def _take_off(self, number: int) -> None:
        if self._session is not None:
            self._session.launcher.remove(number)

    def _run_changed(self, state: RunState) -> None:
        self._show(state)
        following = state.running and self._follow.isChecked() and state.frame >= 0
        if self._session is not None and following and state.frame != self._asked:
            self._asked = state.frame
            self._session.position.go_to(state.frame)

    def _frame_changed(self, index: int) -> None:
        """Somebody went to a frame that the run did not ask for, perhaps while it loads: let them stay there."""
        if self._session is not None and self._session.runs.state.running and index != self._asked:
            self._follow.setChecked(False)
        self._show_frame()

    def _show(self, state: RunState) -> None:
        self._progress.setRange(0, state.total or (0 if state.running else 1))
        self._progress.setValue(state.done)
        self._text.setText(state.text or tr("Idle"))
        self._text.setToolTip(tip(state.text))
        self._show_paused(state.paused)
        self._queue.show_runs(state.queue)
        if not state.running:
            self._asked = -1
        left = state.running and not state.paused and state.seconds_left
        texts = (
            f"{state.done} / {state.total}" if state.total else "–",
            f"{state.fps:.1f}" if state.fps else "–",
            clock(state.seconds_left) if left else "–",
        )
        for figure, text in zip(self._figures, texts, strict=True):
            figure.setText(text)
        for use, text in zip(self._uses, _use_texts(state), strict=True):
            use.setText(text)

    def _show_paused(self, paused: bool) -> None:
        if paused != self._paused:
            self._paused = paused
            self._pause.setText(tr("Go on") if paused else tr("Pause"))
            theme.set_icon(self._pause, "ph.play" if paused else "ph.pause", "text")

    def _show_frame(self) -> None:
        session = self._session
        summary = session.document.summary(session.position.frame) if session is not None else FrameSummary()
        share = tr("{share} uncertain").format(share=f"{summary.unsure_share:.1%}")
        self._share.setText(share if summary.predicted else "–")
        self._state.setText(_kind(summary) if session is not None else "")


def _kind(summary: FrameSummary) -> str:
    if summary.reviewed:
        return tr("reviewed")
    if summary.annotated:
        return tr("annotated")
    return tr("predicted") if summary.predicted else tr("empty")


def _use_texts(state: RunState) -> tuple[str, str, str]:
    """Memory in use and all there is, in GB; frames in the pool; its memory in MB."""
    pool, use = str(state.pool_frames or "–"), state.memory
    if use is None:
        return "–", pool, "–"
    used = f"{use.used / 2**30:.1f}" if use.used else "–"
    return f"{used} / {use.total / 2**30:.1f}" if use.total else used, pool, f"{use.pool / 2**20:.1f}"


def _button(actions: ActionSet, name: str, text: str) -> QPushButton:
    """The panel's button for one of the actions ``propagate.*``."""
    made = push_button(actions[f"propagate.{name}"], text, "on-accent" if name == "forward" else "text")
    made.setObjectName(f"run.{name}")
    made.setProperty("role", {"forward": "primary", "stop": "danger"}.get(name, ""))
    return made


def _grid(figures: list[QLabel], names: tuple[str, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(0)
    for number, (value, name) in enumerate(zip(figures, names, strict=True)):
        grid.addWidget(value, 0, number)
        grid.addWidget(label(name, "faint"), 1, number)
        grid.setColumnStretch(number, 1)
        value.setAccessibleName(name)
    return grid


def _progress_bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setObjectName("run.progress")
    bar.setAccessibleName(tr("Propagation progress"))
    bar.setTextVisible(False)
    return bar


def _device_box() -> QComboBox:
    box = QComboBox()
    box.setObjectName("run.device")
    box.setAccessibleName(tr("Device"))
    box.setToolTip(tr("Where the network is computed"))
    for name, text in device_names().items():
        box.addItem(text, name)
    return box
