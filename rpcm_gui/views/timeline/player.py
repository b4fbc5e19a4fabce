"""Playback at the source's frame rate, honest about the frames it had to leave out."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal


class Player(QObject):
    """Asks for the frame that is due by the clock, never for one before the last one asked for has been shown.

    Args:
        clock: Seconds, monotonic.

    Signals:
        due: The frame to go to.
        playingChanged: Whether it plays.
        rateMeasured: Frames per second shown lately, and frames left out since it began.
    """

    due = Signal(int)
    playingChanged = Signal(bool)
    rateMeasured = Signal(float, int)

    def __init__(self, clock: Callable[[], float] = time.perf_counter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._fps = 25.0
        self._began = self._since = 0.0
        self._origin = self._last = self._end = 0
        self._shown = self._dropped = 0
        self._waiting = False

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._timer.isActive()

    def play(self, first: int, last: int, fps: float) -> None:
        """Play the frames after ``first`` up to ``last``."""
        self._fps = fps if fps > 0 else 25.0
        self._origin = self._last = first
        self._end = last
        self._began = self._since = self._clock()
        self._shown = self._dropped = 0
        self._waiting = False
        self._timer.start(max(int(500 / self._fps), 4))
        self.playingChanged.emit(True)

    def stop(self) -> None:
        """Stop playing."""
        if self._timer.isActive():
            self._timer.stop()
            self.playingChanged.emit(False)

    def shown(self) -> None:
        """The frame asked for is on the screen."""
        self._waiting = False
        self._shown += 1
        now = self._clock()
        if self.playing and now - self._since >= 0.5:
            self.rateMeasured.emit(self._shown / (now - self._since), self._dropped)
            self._since, self._shown = now, 0

    def tick(self) -> None:
        """Ask for the frame that is due now, if it is another one and the last one has been shown."""
        target = min(self._origin + int((self._clock() - self._began) * self._fps), self._end)
        if self._waiting or target <= self._last:
            return
        self._dropped += target - self._last - 1
        self._last = target
        self._waiting = True
        self.due.emit(target)
        if target >= self._end:
            self.stop()
