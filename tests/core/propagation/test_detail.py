"""Working resolution follows the objects: which view is chosen, and that a run with views is one run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from core.network.compact.model import build_compact
from core.propagation.detail import (
    BUDGET,
    GRAIN,
    DetailPolicy,
    Extent,
    Lens,
    View,
    cropped,
    extent,
    spread,
)
from core.propagation.propagator import Propagator
from core.propagation.state import SavedState
from core.propagation.state_file import load_state, save_state
from core.types import FrameResult, PropagationSettings, RunRequest, Seed, SeedMode
from tests.core.network.test_weights import TINY
from tests.helpers.golden import Clip

SIZE, USUAL = (480, 854), (256, 448)
POLICY = DetailPolicy(SIZE, USUAL, stride=8)
AUTOMATIC = PropagationSettings(tau=2, detail="automatic", keep_probabilities=True)


def square(side: int, top: int = 200, left: int = 300) -> Extent:
    return Extent((top, left, top + side, left + side), (side * side,))


def test_that_small_objects_are_seen_closer_in_a_window_around_them() -> None:
    view = POLICY.choose(square(24))
    rows, columns = view.region(SIZE)
    assert view.level >= 2 and not view.is_whole
    assert rows.start < 200 and rows.stop > 224 and columns.start < 300 and columns.stop > 324


def test_that_objects_of_a_tenth_of_the_frame_are_seen_as_usual_and_larger_ones_from_further_away() -> None:
    assert POLICY.choose(square(220)) == POLICY.standard
    assert POLICY.choose(square(460, top=10)).level < 1


def test_that_a_missing_object_is_looked_for_on_the_whole_frame() -> None:
    small = square(24)
    assert POLICY.choose(replace(small, missing=True)).is_whole
    assert POLICY.choose(Extent(None, (), missing=True)) == POLICY.standard


def test_that_a_view_is_kept_while_it_serves() -> None:
    view = POLICY.choose(square(40))
    assert POLICY.choose(square(42, top=204, left=306), view) == view
    moved = POLICY.choose(square(40, top=20, left=800), view)
    assert moved != view and moved.level == view.level


boxes = st.tuples(st.integers(0, 470), st.integers(0, 840), st.integers(1, 480), st.integers(1, 854))


@given(box=boxes, filled=st.floats(0.01, 1), before=st.one_of(st.none(), boxes))
def test_that_every_view_shows_all_objects_within_the_budget(
    box: tuple[int, int, int, int], filled: float, before: tuple[int, int, int, int] | None
) -> None:
    def of(top: int, left: int, height: int, width: int) -> Extent:
        bottom, right = min(SIZE[0], top + height), min(SIZE[1], left + width)
        return Extent((top, left, bottom, right), (max(1, int((bottom - top) * (right - left) * filled)),))

    now = of(*box)
    view = POLICY.choose(now, None if before is None else POLICY.choose(of(*before)))
    rows, columns = view.region(SIZE)
    assert now.box is not None
    assert rows.start <= now.box[0] and now.box[2] <= rows.stop
    assert columns.start <= now.box[1] and now.box[3] <= columns.stop
    assert view.height * view.width <= BUDGET * USUAL[0] * USUAL[1]
    assert all(side % GRAIN == 0 for side in (view.top, view.left, view.height, view.width))


def test_that_an_extent_counts_pixels_and_notices_what_is_missing() -> None:
    channels = torch.zeros(20, 30, dtype=torch.long)
    channels[4:6, 10:15] = 1
    channels[10, 3] = -1
    assert extent(channels, 2) == Extent((4, 10, 6, 15), (10,))
    assert extent(channels, 3).missing


def test_that_what_lies_around_a_window_is_background() -> None:
    view = View(2.0, (64, 96), 32, 0, 32, 64)
    inside = torch.full((2, 16, 32), 0.5)
    whole = spread(inside, view, (32, 48))
    assert torch.equal(cropped(whole, view), inside)
    assert torch.equal(whole.sum(0), torch.ones(32, 48)) and whole[1].sum() == inside[1].sum()


def moving_clip() -> tuple[Clip, RunRequest]:
    """A small object that moves and grows, another that joins, a correction later on."""
    height, width, count = 128, 192, 12
    rng = np.random.default_rng(3)
    frames = rng.integers(0, 256, (count, height, width, 3), np.uint8)
    first, joining, again = (np.zeros((height, width), np.uint8) for _ in range(3))
    first[20:28, 30:38] = 1
    joining[60:66, 150:160] = 3
    again[30:100, 20:120] = 1
    seeds = (Seed(0, first), Seed(4, joining, SeedMode.JOIN), Seed(8, again))
    return Clip(frames), RunRequest(run_id=1, seeds=seeds, first=0, last=count - 1, settings=AUTOMATIC)


def recorded(propagator: Propagator, clip: Clip, request: RunRequest) -> list[tuple[FrameResult, SavedState]]:
    run = propagator.run(clip, request)
    return [(result, run.saved()) for result in run]


def bits(result: FrameResult) -> tuple[int, float, bytes]:
    assert result.probabilities is not None
    return result.index, result.level, result.probabilities.tobytes()


@pytest.fixture(scope="module")
def propagator() -> Propagator:
    torch.manual_seed(4)
    return Propagator(build_compact(replace(TINY, short_side=128)).eval())


def test_that_a_run_with_views_is_the_same_however_its_stages_overlap(propagator: Propagator) -> None:
    clip, request = moving_clip()
    overlapped = [bits(result) for result in propagator.run(clip, request)]
    in_a_row = [bits(r) for r in Propagator(propagator.network, overlap=False).run(clip, request)]
    assert overlapped == in_a_row
    assert len({level for _, level, _ in overlapped}) > 1


def test_that_a_run_with_views_can_be_resumed_from_any_frame(propagator: Propagator, tmp_path: Path) -> None:
    clip, request = moving_clip()
    whole = recorded(propagator, clip, request)
    for place in (0, 1, 2, 4, 6, 8):
        save_state(whole[place][1], tmp_path / "state")
        rest = list(propagator.run(clip, request, resume=load_state(tmp_path / "state")))
        assert [bits(result) for result in rest] == [bits(result) for result, _ in whole[place + 1 :]], place


def test_that_standard_detail_keeps_no_frames(propagator: Propagator) -> None:
    clip, request = moving_clip()
    settings = replace(AUTOMATIC, detail="standard")
    result, saved = recorded(propagator, clip, replace(request, settings=settings))[-1]
    assert result.level == 1.0
    assert saved.state.kept is None and saved.state.references == ()


def test_that_a_network_that_cannot_follow_sees_frames_as_usual() -> None:
    class Fixed(type(build_compact(TINY))):  # type: ignore[misc]
        follows_detail = False

    assert not Lens(Fixed(TINY), (128, 192), automatic=True).follows
