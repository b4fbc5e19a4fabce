"""Identity swaps: which pairs carry one another's masks, and for how long."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from core.evaluation.identity_swaps import LEAST_FRAMES, NOTHING, Exchange, Swap, exchanges, swaps

LabelMap = npt.NDArray[np.uint8]
PAIR = frozenset({(1, 2)})
RIGHT, WRONG, HIDDEN = Exchange(PAIR, frozenset()), Exchange(PAIR, PAIR), NOTHING


def two(left: int, right: int) -> LabelMap:
    labels = np.zeros((40, 60), np.uint8)
    labels[10:30, 5:25], labels[10:30, 35:55] = left, right
    return labels


def test_that_right_masks_are_not_exchanged() -> None:
    assert exchanges(two(1, 2), two(1, 2), (1, 2)) == RIGHT


def test_that_masks_on_one_anothers_objects_are_exchanged() -> None:
    assert exchanges(two(2, 1), two(1, 2), (1, 2)) == WRONG


def test_that_an_object_that_takes_the_others_place_alone_is_exchanged() -> None:
    assert exchanges(two(0, 1), two(1, 2), (1, 2)) == WRONG


def test_that_a_lost_object_is_not_exchanged() -> None:
    assert exchanges(two(1, 0), two(1, 2), (1, 2)) == RIGHT


def test_that_a_mask_that_spreads_over_a_neighbour_is_not_exchanged() -> None:
    assert exchanges(two(1, 1), two(1, 2), (1, 2)) == RIGHT


def test_that_an_object_that_hardly_shows_is_not_judged() -> None:
    truth = np.zeros((400, 600), np.uint8)
    truth[:40, :60] = two(1, 0)
    truth[200, 300] = 2
    assert exchanges(truth, truth, (1, 2)) == HIDDEN


def test_that_void_counts_nowhere() -> None:
    truth = two(1, 2)
    truth[:, 30:] = np.where(truth[:, 30:] == 2, 2, 255)
    said = two(1, 2)
    said[0:8, 30:] = 1
    assert exchanges(said, truth, (1, 2)) == RIGHT


def test_that_a_swap_is_a_pair_exchanged_for_some_frames_running() -> None:
    long = [RIGHT, *[WRONG] * LEAST_FRAMES, RIGHT]
    assert swaps(long) == (Swap(1, 2, 1, LEAST_FRAMES),)
    assert swaps([RIGHT, *[WRONG] * (LEAST_FRAMES - 1), RIGHT]) == ()


def test_that_a_frame_on_which_one_is_hidden_ends_no_swap() -> None:
    assert swaps([WRONG, WRONG, HIDDEN, WRONG, WRONG, WRONG]) == (Swap(1, 2, 0, 5),)


@given(st.lists(st.sampled_from([RIGHT, WRONG, HIDDEN]), max_size=30))
def test_that_swaps_follow_from_the_judged_frames_alone(frames: list[Exchange]) -> None:
    judged = [frame for frame in frames if frame is not HIDDEN]
    assert [swap.frames for swap in swaps(frames)] == [swap.frames for swap in swaps(judged)]
    text = "".join("x" if frame is WRONG else "." for frame in judged)
    longest = max((len(part) for part in text.split(".")), default=0)
    assert bool(swaps(frames)) == (longest >= LEAST_FRAMES)
