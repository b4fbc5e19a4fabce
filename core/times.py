"""When each frame is shown, without decoding any."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from core.video import FrameSource
from core.video_file import VideoFile

Times = npt.NDArray[np.float64]


def frame_times(source: FrameSource) -> Times:
    """(N,) seconds from the clip's start at which each frame begins to be shown, ascending.

    A video's own times, which may be uneven; ``index / fps`` for sources without times.
    """
    return source.times() if isinstance(source, VideoFile) else np.arange(source.frame_count) / source.fps


def frame_at(times: Times, seconds: float) -> int:
    """The frame that is shown at ``seconds``: the last that has begun.

    Half a millisecond early counts as begun: a time that a person reads and types again is rounded to milliseconds.
    """
    return min(max(int(np.searchsorted(times, seconds + 0.0005, side="right")) - 1, 0), len(times) - 1)
