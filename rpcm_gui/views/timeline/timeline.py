"""The timeline: transport, frame and timecode entry, and the strip that is also the frame slider.

Keeps a track informed of where the objects are, a few frames at a time, so that nobody has to wait for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QSpinBox, QWidget

from core.types import BoolArray, Frame
from core.video.proxy import Preview
from rpcm_gui.base.language import tr
from rpcm_gui.views.timeline.filmstrip import Filmstrip
from rpcm_gui.views.timeline.frame_slider import FrameSlider
from rpcm_gui.views.timeline.player import Player
from rpcm_gui.views.timeline.track import Track
from rpcm_gui.views.widgets import theme
from rpcm_gui.views.widgets.action_set import ActionSet, tool_button
from rpcm_gui.views.widgets.basics import Links, column, label, row

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


CHUNK = 200
"""Frames asked for at a time; that takes a few milliseconds."""
_MILLISECONDS = 40


class PresenceFeed(QObject):
    """Asks the session for the frames that changed. ``arrived`` says that the track has something new."""

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._links = Links()
        self._session: Session | None = None
        self._track = Track(0)
        self._stale: BoolArray = np.zeros(0, np.bool_)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_MILLISECONDS)
        self._timer.timeout.connect(self._ask)

    def set_session(self, session: Session | None, track: Track) -> None:
        """Inform ``track`` of ``session`` from now on (``None``: of nothing)."""
        self._links.cut()
        self._timer.stop()
        self._session, self._track = session, track
        self._stale = np.ones(len(track), np.bool_)
        if session is not None:
            self._links.connect(session.document.summary_changed, self._changed)
            self._timer.start()

    def _changed(self, first: int, last: int) -> None:
        self._stale[first : last + 1] = True
        if not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        waiting = np.flatnonzero(self._stale)
        if self._session is None or not waiting.size:
            return
        first = int(waiting[0])
        last = min(first + CHUNK, len(self._stale)) - 1
        last = int(waiting[waiting <= last][-1])
        self._track.update_presence(first, last, self._session.document.presence(first, last))
        self._stale[first : last + 1] = False
        self.arrived.emit()
        if waiting[-1] > last:
            self._timer.start()


_TRANSPORT = ("go.first", "go.previous10", "go.previous", "play.toggle", "go.next", "go.next10", "go.last")
_RANGE = ("range.in", "range.out", "range.clear")


class Timeline(QWidget):
    """Moves through the frames of a session and shows what each of them is."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName(tr("Timeline"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._session: Session | None = None
        self._links = Links()
        self._track = Track(0)
        self._previewed = -1
        self.player = Player(parent=self)
        self.slider = FrameSlider()
        self.filmstrip = Filmstrip()
        self._presence = PresenceFeed(self)
        self._frame = _frame_box()
        self._timecode = _timecode_box()
        self._count, self._range, self._rate = label("", "muted"), label("", "muted"), label("", "faint")
        self._play = actions["play.toggle"]
        self._lay_out(actions)
        self._listen()
        self.set_session(None)

    def _lay_out(self, actions: ActionSet) -> None:
        transport = row(*(tool_button(actions[name], 16) for name in _TRANSPORT), spacing=1)
        in_out = row(*(tool_button(actions[name], 16) for name in _RANGE), spacing=1)
        left = row(self._frame, self._count, self._timecode, self._rate, 1, spacing=8)
        right = row(1, self._range, in_out, tool_button(actions["review.mark"], 16, True))
        head = row(left, transport, right, spacing=12)
        head.setStretch(0, 1)
        head.setStretch(2, 1)
        head.setContentsMargins(14, 0, 12, 0)
        whole = column(head, self.slider, self.filmstrip, spacing=4)
        whole.setContentsMargins(0, 6, 0, 4)
        self.setLayout(whole)

    def _listen(self) -> None:
        self.slider.valueChanged.connect(self._go)
        self.slider.sliderPressed.connect(self.player.stop)
        self.slider.rangeDragged.connect(self._set_range)
        self._frame.valueChanged.connect(self._go)
        self._timecode.editingFinished.connect(self._go_to_time)
        self.slider.windowChanged.connect(self._window_changed)
        self.filmstrip.chosen.connect(self._go)
        self._presence.arrived.connect(self.slider.refresh)
        self.player.due.connect(self._go)
        self.player.playingChanged.connect(self._show_playing)
        self.player.rateMeasured.connect(self._show_rate)

    def set_session(self, session: Session | None) -> None:
        """Show the frames of ``session`` (``None``: nothing)."""
        self.player.stop()
        self._links.cut()
        self._session = session
        count = session.frame_count if session is not None else 0
        self._track = Track(count)
        self._presence.set_session(session, self._track)
        self.filmstrip.set_session(session)
        self.slider.set_objects(session.document.objects if session is not None else ())
        for widget in (self.slider, self._frame, self._timecode):
            widget.setEnabled(session is not None)
        with QSignalBlocker(self.slider), QSignalBlocker(self._frame):
            self.slider.set_track(self._track)
            self._frame.setRange(0, max(count - 1, 0))
        self._window_changed()
        self._count.setText(tr("of {last}").format(last=count - 1) if count else "")
        if session is not None:
            self._follow(session)
        else:
            self._timecode.clear()
            self._range.clear()

    def _follow(self, session: Session) -> None:
        self._track.update(0, session.frame_count - 1, session.document.summaries())
        self._links.connect(session.position.frame_changed, self._show_frame)
        self._links.connect(session.document.summary_changed, self._summary_changed)
        self._links.connect(session.position.range_changed, self._show_range)
        self._links.connect(session.frames.frame_ready, self._frame_shown)
        self._links.connect(session.frames.preview_ready, self._frame_shown)
        self._links.connect(session.document.objects_changed, self._objects_changed)
        self._links.connect(session.undo_stack.indexChanged, self._show_references)
        self._show_references()
        self._show_frame(session.position.frame)
        self._show_range(*session.position.range)

    def _objects_changed(self) -> None:
        self.slider.set_objects(self._session.document.objects if self._session is not None else ())

    def _window_changed(self) -> None:
        self.filmstrip.show_window(self.slider.shown)

    def toggle_play(self) -> None:
        """Play from the current frame, from the range's beginning when at its end, or pause."""
        session = self._session
        if session is None:
            return
        if self.player.playing:
            self.player.stop()
            return
        first, last = session.position.range
        start = session.position.frame if first <= session.position.frame < last else first
        session.position.go_to(start)
        self.player.play(start, last, session.fps)

    def _go(self, frame: int) -> None:
        if self._session is not None and frame != self._session.position.frame:
            self._session.position.go_to(frame)

    def _go_to_time(self) -> None:
        seconds = seconds_of(self._timecode.text())
        if self._session is not None and seconds is not None:
            self._session.seeker.go_to_time(seconds)
        if self._session is not None:
            self._show_frame(self._session.position.frame)

    def _set_range(self, first: int, last: int) -> None:
        if self._session is not None:
            self._session.position.set_range(first, last)

    def _show_frame(self, frame: int) -> None:
        with QSignalBlocker(self.slider), QSignalBlocker(self._frame):
            self.slider.setValue(frame)
            self._frame.setValue(frame)
        self.slider.show_window(self.slider.shown.holding(frame, len(self._track)))
        self.slider.update()
        if self._session is not None:
            self._timecode.setText(timecode(frame, self._session.fps))

    def _show_range(self, first: int, last: int) -> None:
        self.slider.set_in_out(first, last)
        whole = last - first + 1 == len(self._track)
        self._range.setText(
            tr("Whole clip")
            if whole
            else tr("Range {first} – {last}  ({count} frames)").format(first=first, last=last, count=last - first + 1)
        )

    def _summary_changed(self, first: int, last: int) -> None:
        if self._session is not None:
            self._track.update(first, last, self._session.document.summaries())
            self.slider.refresh()

    def _show_references(self) -> None:
        if self._session is not None:
            self._track.update_references(self._session.document.references())
            self.slider.refresh()

    def _frame_shown(self, frame: Frame | Preview) -> None:
        """The decoder knows the time exactly, also where the frame rate varies."""
        previewed, self._previewed = self._previewed, frame.index if isinstance(frame, Preview) else -1
        if previewed != frame.index or self._previewed >= 0:
            # A frame that replaces its preview has been counted.
            self.player.shown()
        if self._session is not None and frame.index == self._session.position.frame:
            self._timecode.setText(time_text(frame.time))

    def _show_playing(self, playing: bool) -> None:
        self._play.setChecked(playing)
        theme.set_icon(self._play, "ph.pause" if playing else "ph.play")
        self._rate.clear()

    def _show_rate(self, fps: float, dropped: int) -> None:
        source = self._session.fps if self._session is not None else 0.0
        left_out = tr(", {count} left out").format(count=dropped) if dropped else ""
        self._rate.setText(tr("{fps} of {source} fps").format(fps=f"{fps:.1f}", source=f"{source:.3g}") + left_out)


def timecode(frame: int, fps: float) -> str:
    """The time of ``frame`` at a constant ``fps``, as :func:`time_text` writes it."""
    return time_text(frame / fps if fps > 0 else 0.0)


def time_text(seconds: float) -> str:
    """A time as ``mm:ss.mmm``, with hours from one hour on."""
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    clock = f"{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"
    return f"{hours}:{clock}" if hours else clock


def seconds_of(text: str) -> float | None:
    """Seconds of a timecode such as ``1:02:03.5``, ``02:03`` or ``7.25``; ``None`` when it is none."""
    if not re.fullmatch(r"\s*(\d+:){0,2}\d+(\.\d*)?\s*", text):
        return None
    seconds = 0.0
    for part in text.strip().split(":"):
        seconds = seconds * 60 + float(part)
    return seconds


def _frame_box() -> QSpinBox:
    box = QSpinBox()
    box.setObjectName("timeline.frame")
    box.setAccessibleName(tr("Frame number"))
    box.setToolTip(tr("Frame number; type one and press Enter"))
    box.setKeyboardTracking(False)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.setFixedWidth(62)
    return box


def _timecode_box() -> QLineEdit:
    box = QLineEdit()
    box.setObjectName("timeline.timecode")
    box.setAccessibleName(tr("Timecode"))
    box.setToolTip(tr("Time; type minutes:seconds and press Enter"))
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.setFixedWidth(92)
    return box
