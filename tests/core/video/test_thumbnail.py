"""The small copies of frames that go with results."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.propagation.fusion import fused
from core.propagation.propagator import Propagator
from core.types import RunRequest, Seed
from core.video.source import open_source
from core.video.thumbnail import LONG_SIDE, small_picture, small_size
from tests.helpers.commands import Shifter, moving, write_clip


@pytest.mark.parametrize(
    ("size", "small"), [((480, 854), (180, 320)), ((854, 480), (320, 180)), ((40, 64), (40, 64)), ((1, 4000), (1, 320))]
)
def test_that_frames_keep_their_shape_and_are_never_enlarged(size: tuple[int, int], small: tuple[int, int]) -> None:
    image = np.full((*size, 3), (10, 20, 30), np.uint8)
    assert small_size(*size) == small
    found = small_picture(image)
    assert found.shape == (*small, 3)
    assert max(small) <= LONG_SIDE
    assert (found == (10, 20, 30)).all()


def test_that_results_carry_the_small_picture_of_their_own_frame(tmp_path: Path) -> None:
    with open_source(write_clip(tmp_path, 4)) as source, open_source(tmp_path) as again:
        request = RunRequest(run_id=1, seeds=(Seed(0, moving(0, 1)),), first=0, last=3)
        for result in Propagator(Shifter()).run(source, request):
            assert result.picture is not None
            assert np.array_equal(result.picture, small_picture(again.read(result.index).image))
            assert not result.picture.flags.writeable
            assert result.agreement is None


def test_that_both_directions_say_how_much_they_agree(tmp_path: Path) -> None:
    """The network moves masks to the right in either direction: apart by as much as the way back and forth is long."""
    seeds = (Seed(0, moving(0, 1)), Seed(3, moving(3, 1)))
    request = RunRequest(run_id=1, seeds=seeds, first=0, last=3, direction="both")
    with open_source(write_clip(tmp_path, 4)) as source:
        results = list(fused(Propagator(Shifter()).run, source, request, lambda: False))
    agreed = {result.index: result.agreement for result in results if result.agreement is not None}
    # Forwards a mask lies at 4 + 2 i, backwards at 10 + 2 (3 - i), 10 wide: 4 pixels apart on frame 2, 8 on frame 1.
    assert agreed == {2: {1: pytest.approx(6 / 14)}, 1: {1: pytest.approx(2 / 18)}}
