"""From a time to the frame that is shown then, also where the frame rate varies."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from core.progress import Progress, ShouldStop
from core.video.source import FrameSource, Times, frame_at, frame_times
from rpcm_gui.failures import Failure
from rpcm_gui.language import tr
from rpcm_gui.selecting import Selecting
from rpcm_gui.state import BugReport


class TimeSeeker(QObject):
    """Goes to times. The first one reads the frames' times in a job; later ones are at once.

    ``message`` and ``bug`` carry a :class:`Message` or :class:`BugReport` where the source cannot be opened.
    """

    message = Signal(object)
    bug = Signal(object)

    def __init__(
        self, opener: Callable[[], FrameSource], go_to: Callable[[int], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._opener, self._go_to = opener, go_to
        self._times: Times | None = None
        self._selecting = Selecting(self)
        self._selecting.failed.connect(self._tell)

    def go_to_time(self, seconds: float) -> None:
        """Go to the frame that is shown at ``seconds`` from the clip's start; beyond the ends the first or last."""
        if self._times is not None:
            self._go_to(frame_at(self._times, seconds))
        else:
            self._selecting.run(tr("Frame times"), partial(_read, self._opener), partial(self._arrived, seconds))

    def close(self) -> None:
        """Give up what is under way."""
        self._selecting.close()

    def _arrived(self, seconds: float, times: Times) -> None:
        self._times = times
        self._go_to(frame_at(times, seconds))

    @Slot(object)
    def _tell(self, problem: Failure) -> None:
        (self.bug if isinstance(problem, BugReport) else self.message).emit(problem)


def _read(opener: Callable[[], FrameSource], progress: Progress, should_stop: ShouldStop) -> Times:
    del progress, should_stop
    source = opener()
    try:
        return np.asarray(frame_times(source))
    finally:
        source.close()
