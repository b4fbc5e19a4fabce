"""When frames are shown, and which one a time means."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.paths import resource
from core.video.source import frame_at, open_source


@given(st.lists(st.integers(1, 500), min_size=1, max_size=40), st.floats(-1, 30))
def test_that_a_time_means_the_last_frame_that_has_begun(gaps: list[int], seconds: float) -> None:
    times = np.cumsum([0, *gaps])[:-1] / 1000
    frame = frame_at(times, seconds)
    begun = [index for index, time in enumerate(times.tolist()) if time <= seconds + 0.0005]
    assert frame == (begun[-1] if begun else 0)
    for index, time in enumerate(times.tolist()):
        assert frame_at(times, round(time, 3)) == index


def test_that_a_videos_times_are_those_of_its_decoded_frames() -> None:
    with open_source(resource("sample", "sample.mp4")) as source:
        times = source.times()
        assert len(times) == source.frame_count
        assert all(source.read(index).time == times[index] for index in (0, 1, 17, 59))
