"""The propagation panel: start, stop, progress, speed, time left, device, and how sure the current frame is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QProgressBar, QPushButton, QWidget

from rpcm_gui.actions.table import device_names
from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import tip
from rpcm_gui.base.values import FrameSummary, RunState
from rpcm_gui.views import theme
from rpcm_gui.views.action_set import ActionSet, push_button
from rpcm_gui.views.adapted_box import AdaptedBox
from rpcm_gui.views.links import Links
from rpcm_gui.views.run_objects import RunObjects
from rpcm_gui.views.run_queue import RunQueue, short_label
from rpcm_gui.views.widgets import Card, clock, label, line, row

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


class RunPanel(Card):
    """Shows the run of a session and lets a person follow it."""

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
        self._show(session.run_state if session is not None else RunState())
        if session is not None:
            self._links.connect(session.runStateChanged, self._run_changed)
            self._links.connect(session.currentFrameChanged, self._frame_changed)
            self._links.connect(session.summaryChanged, self._show_frame)
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
            self._session.remove_queued_run(number)

    def _run_changed(self, state: RunState) -> None:
        self._show(state)
        following = state.running and self._follow.isChecked() and state.frame >= 0
        if self._session is not None and following and state.frame != self._asked:
            self._asked = state.frame
            self._session.go_to(state.frame)

    def _frame_changed(self, index: int) -> None:
        """Somebody went to a frame that the run did not ask for, perhaps while it loads: let them stay there."""
        if self._session is not None and self._session.run_state.running and index != self._asked:
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
        summary = session.summary(session.current_frame) if session is not None else FrameSummary()
        share = tr("{share} unsure").format(share=f"{summary.unsure_share:.1%}")
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
