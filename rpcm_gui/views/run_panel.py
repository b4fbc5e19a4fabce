"""The propagation panel: start, stop, progress, speed, time left, device, and how sure the current frame is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QProgressBar, QWidget

from rpcm_gui.actions import device_names
from rpcm_gui.state import FrameSummary, RunState
from rpcm_gui.views.action_set import ActionSet, push_button
from rpcm_gui.views.links import Links
from rpcm_gui.views.widgets import Card, clock, column, label, line, restyle, row

if TYPE_CHECKING:
    from rpcm_gui.session import Session


class RunPanel(Card):
    """Shows the run of a session and lets a person follow it."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__("run", "Propagation", parent)
        self._session: Session | None = None
        self._links = Links()
        self._asked = -1
        self._progress = _progress_bar()
        self._text = label("", "muted")
        self._figures = {name: label("–", "number") for name in ("Frames", "Per second", "Time left")}
        self._device = _device_box()
        self._follow = QCheckBox("Follow the run")
        self._follow.setToolTip("Show each frame as it is filled; going elsewhere stops following")
        self._follow.setChecked(True)
        self._share = label("–", "value")
        self._state = label("", "muted")
        self._lay_out(actions)
        self._device.activated.connect(self._choose_device)
        self._show(RunState())

    def _lay_out(self, actions: ActionSet) -> None:
        starts = row(spacing=5)
        for name, text in (("backward", "Back"), ("both", "Both"), ("forward", "Forward")):
            button = push_button(actions[f"propagate.{name}"], text, "on-accent" if name == "forward" else "text")
            button.setObjectName(f"run.{name}")
            button.setProperty("role", "primary" if name == "forward" else "")
            starts.addWidget(button, 3 if name == "forward" else 2)
        stop = push_button(actions["propagate.stop"], "Stop")
        stop.setObjectName("run.stop")
        stop.setProperty("role", "danger")
        for item in (starts, stop, self._progress, self._text, self._grid(), line(), self._options(), line()):
            self.body.addLayout(item) if not isinstance(item, QWidget) else self.body.addWidget(item)
        self.body.addLayout(row(label("This frame", "muted"), self._share, 1, self._state))

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for number, (name, value) in enumerate(self._figures.items()):
            grid.addWidget(value, 0, number)
            grid.addWidget(label(name, "faint"), 1, number)
            grid.setColumnStretch(number, 1)
            value.setAccessibleName(name)
        return grid

    def _options(self) -> QWidget:
        holder = QWidget()
        holder.setLayout(column(row(label("Device", "muted"), 1, self._device), self._follow, spacing=8))
        return holder

    def set_session(self, session: Session | None) -> None:
        """Show the runs of ``session`` (``None``: nothing)."""
        self._links.cut()
        self._session = session
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

    def _run_changed(self, state: RunState) -> None:
        self._show(state)
        following = state.running and self._follow.isChecked() and state.frame >= 0
        if self._session is not None and following and state.frame != self._asked:
            self._asked = state.frame
            self._session.go_to(state.frame)

    def _frame_changed(self, index: int) -> None:
        """Somebody went to a frame that the run did not ask for: let them stay there."""
        if self._session is not None and self._session.run_state.running and index != self._asked >= 0:
            self._follow.setChecked(False)
        self._show_frame()

    def _show(self, state: RunState) -> None:
        self._progress.setRange(0, state.total or (0 if state.running else 1))
        self._progress.setValue(state.done)
        self._text.setText(state.text or ("Loading…" if state.running else "Idle"))
        if not state.running:
            self._asked = -1
        figures = {
            "Frames": f"{state.done} / {state.total}" if state.total else "–",
            "Per second": f"{state.fps:.1f}" if state.fps else "–",
            "Time left": clock(state.seconds_left) if state.running and state.seconds_left else "–",
        }
        for name, text in figures.items():
            self._figures[name].setText(text)

    def _show_frame(self) -> None:
        session = self._session
        summary = session.summary(session.current_frame) if session is not None else FrameSummary()
        self._share.setText(f"{summary.unsure_share:.1%} unsure" if summary.predicted else "–")
        restyle(self._share, "level", "")
        self._state.setText(_kind(summary) if session is not None else "")


def _kind(summary: FrameSummary) -> str:
    if summary.reviewed:
        return "reviewed"
    if summary.annotated:
        return "annotated"
    return "predicted" if summary.predicted else "empty"


def _progress_bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setObjectName("run.progress")
    bar.setAccessibleName("Propagation progress")
    bar.setTextVisible(False)
    return bar


def _device_box() -> QComboBox:
    box = QComboBox()
    box.setObjectName("run.device")
    box.setAccessibleName("Device")
    box.setToolTip("Where the network is computed")
    for name, text in device_names().items():
        box.addItem(text, name)
    return box
