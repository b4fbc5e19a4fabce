"""Which frames seed a run, and whether they begin it again or join it."""

from __future__ import annotations

import numpy as np

from core.project.seeds import SeedFrame, seeds
from core.types import Direction, Seed, SeedMode, UInt8Array

RESET, JOIN = SeedMode.RESET, SeedMode.JOIN


def labels(*ids: int) -> UInt8Array:
    """A label map with one pixel of each id."""
    row = np.zeros((1, 6), np.uint8)
    row[0, : len(ids)] = ids
    return row


def frame(index: int, *ids: int, drawn: tuple[int, ...] | None = None) -> SeedFrame:
    return SeedFrame(index, labels(*ids), frozenset(ids if drawn is None else drawn))


def shape(found: tuple[Seed, ...]) -> list[tuple[int, SeedMode, list[int]]]:
    return [(seed.index, seed.mode, [int(i) for i in np.unique(seed.labels) if i]) for seed in found]


def plan(start: SeedFrame, others: list[SeedFrame], direction: Direction) -> list[tuple[int, SeedMode, list[int]]]:
    return shape(seeds(start, others, direction))


def test_that_a_frame_with_every_object_met_resets() -> None:
    assert plan(frame(0, 1, 2), [frame(5, 1, 2), frame(3, 1, 2, 3)], "forward") == [
        (0, RESET, [1, 2]),
        (3, RESET, [1, 2, 3]),
        (5, JOIN, [1, 2]),
    ]


def test_that_a_correction_of_one_object_takes_the_others_along_as_they_are() -> None:
    assert plan(frame(0, 1, 2), [frame(4, 1, 2, drawn=(1,))], "forward")[1] == (4, RESET, [1, 2])


def test_that_a_frame_that_lacks_an_object_joins_with_what_was_drawn() -> None:
    assert plan(frame(0, 1, 2), [frame(4, 3), frame(6, 1, 3, drawn=(3,))], "forward") == [
        (0, RESET, [1, 2]),
        (4, JOIN, [3]),
        (6, JOIN, [3]),
    ]


def test_that_a_frame_on_which_everything_was_erased_seeds_nothing() -> None:
    assert plan(frame(0, 1), [frame(4, drawn=(1,))], "forward") == [(0, RESET, [1])]


def test_that_backward_meets_frames_from_the_end() -> None:
    found = plan(frame(9, 1), [frame(2, 1), frame(5, 1, 2)], "backward")
    assert found == [(9, RESET, [1]), (5, RESET, [1, 2]), (2, JOIN, [1])]


def test_that_both_ways_begins_with_the_earliest_frame() -> None:
    assert [index for index, _, _ in plan(frame(5, 1), [frame(8, 1), frame(2, 1)], "both")] == [2, 5, 8]
