"""Helpers that find and change masks, against definitions evaluated pixel by pixel."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.errors import UserError
from core.selection import flood, grabcut, morphology, scissors
from core.types import BoolArray, UInt8Array, read_only

SHAPE = (9, 11)
masks = arrays(np.bool_, SHAPE)
radii = st.floats(0, 4)


def neighbours(row: int, column: int, corners: bool) -> list[tuple[int, int]]:
    steps = [(y, x) for y in (-1, 0, 1) for x in (-1, 0, 1) if (y or x) and (corners or not (y and x))]
    places = [(row + y, column + x) for y, x in steps]
    return [(y, x) for y, x in places if 0 <= y < SHAPE[0] and 0 <= x < SHAPE[1]]


def joined(mask: BoolArray, start: tuple[int, int], corners: bool) -> set[tuple[int, int]]:
    found, todo = {start}, [start]
    while todo:
        for place in neighbours(*todo.pop(), corners):
            if mask[place] and place not in found:
                found.add(place)
                todo.append(place)
    return found


@given(masks, radii)
def test_that_growing_takes_every_pixel_within_reach(mask: BoolArray, by: float) -> None:
    inside = [(int(row), int(column)) for row, column in np.argwhere(mask)]
    grown = morphology.grow(mask, by)
    for row in range(SHAPE[0]):
        for column in range(SHAPE[1]):
            gap = min((math.dist((row, column), place) for place in inside), default=math.inf)
            if abs(gap - by) > 0.01:
                assert grown[row, column] == (gap <= by)


@given(masks, radii)
def test_that_shrinking_is_growing_what_is_outside(mask: BoolArray, by: float) -> None:
    assert np.array_equal(morphology.shrink(mask, by), ~morphology.grow(~mask, by))
    assert not (morphology.shrink(mask, by) & ~mask).any()


def test_that_an_object_at_the_border_stays_there_when_it_shrinks() -> None:
    mask = np.zeros(SHAPE, np.bool_)
    mask[:, :6] = True
    assert np.array_equal(morphology.shrink(mask, 2)[:, :5].all(axis=0), [True, True, True, True, False])


@given(st.integers(0, 11), st.floats(0.5, 6))
def test_that_smoothing_keeps_straight_edges_and_drops_whiskers(column: int, radius: float) -> None:
    half = np.zeros((30, 30), np.bool_)
    half[:, : column + 9] = True
    assert np.array_equal(morphology.smooth(half, radius), half)
    whiskers = half.copy()
    whiskers[15, :] = True
    assert np.array_equal(morphology.smooth(whiskers, 6)[:, 26:], half[:, 26:])


@given(masks, st.integers(1, 12))
def test_that_specks_are_the_small_pieces(mask: BoolArray, least: int) -> None:
    cleaned = morphology.remove_specks(mask, least)
    for row, column in np.argwhere(mask):
        assert cleaned[row, column] == (len(joined(mask, (int(row), int(column)), True)) >= least)
    assert not (cleaned & ~mask).any()


@given(masks, st.none() | st.integers(1, 6))
def test_that_holes_are_background_that_does_not_reach_the_border(mask: BoolArray, largest: int | None) -> None:
    filled = morphology.fill_holes(mask, largest)
    for row, column in np.argwhere(~mask):
        piece = joined(~mask, (int(row), int(column)), False)
        at_border = any(y in (0, SHAPE[0] - 1) or x in (0, SHAPE[1] - 1) for y, x in piece)
        assert filled[row, column] == (not at_border and (largest is None or len(piece) <= largest))
    assert (filled | ~mask).all()


@given(masks)
def test_that_mirroring_twice_changes_nothing_and_stays_in_the_box(mask: BoolArray) -> None:
    once = morphology.mirror(mask)
    assert np.array_equal(morphology.mirror(once), mask)
    assert morphology.bounds(once) == morphology.bounds(mask)


@given(masks)
def test_that_the_pieces_make_up_the_mask_the_largest_first(mask: BoolArray) -> None:
    parts = morphology.pieces(mask)
    assert np.array_equal(sum((part.astype(int) for part in parts), np.zeros(SHAPE, int)), mask)
    areas = [int(part.sum()) for part in parts]
    assert areas == sorted(areas, reverse=True)


@given(arrays(np.uint8, (*SHAPE, 3)), st.integers(0, 8), st.integers(0, 10), st.integers(0, 255))
def test_that_the_wand_takes_what_is_alike(image: UInt8Array, row: int, column: int, tolerance: int) -> None:
    alike = (np.abs(image.astype(int) - image[row, column]) <= tolerance).all(axis=2)
    assert np.array_equal(flood.wand(read_only(image), column, row, tolerance, joined=False), alike)
    taken = flood.wand(read_only(image), column, row, tolerance)
    assert {(int(y), int(x)) for y, x in np.argwhere(taken)} == joined(alike, (row, column), False)


def scene() -> tuple[UInt8Array, BoolArray]:
    """A red disc on noisy green."""
    noise = np.random.default_rng(3).integers(0, 30, (120, 160, 3))
    rows, columns = np.mgrid[:120, :160]
    disc = (rows - 60) ** 2 + (columns - 80) ** 2 <= 30**2
    image = np.where(disc[..., None], [190, 40, 40], [50, 140, 60]) + noise
    return read_only(image.astype(np.uint8)), disc


@pytest.mark.parametrize("box", [(45, 25, 115, 95), (-5, -9, 200, 300)])
def test_that_a_box_becomes_the_mask_of_the_object_in_it(box: tuple[int, int, int, int]) -> None:
    image, disc = scene()
    found = grabcut.box_mask(image, grabcut.Box(*box))
    assert found is not None
    assert (found & disc).sum() / (found | disc).sum() > 0.97


def test_that_nothing_outside_of_the_box_is_taken_at_any_scale() -> None:
    image = read_only(np.asarray(scene()[0].repeat(8, axis=0).repeat(8, axis=1)))
    found = grabcut.box_mask(image, grabcut.Box(360, 200, 640, 760))
    assert found is not None and found[300:600, 420:600].mean() > 0.9
    found[200:760, 360:640] = False
    assert not found.any()


def test_that_a_box_without_a_picture_in_it_is_refused_and_a_stop_is_heard() -> None:
    image, _ = scene()
    with pytest.raises(UserError, match="smaller"):
        grabcut.box_mask(image, grabcut.Box(10, 10, 12, 60))
    assert grabcut.box_mask(image, grabcut.Box(40, 20, 120, 100), lambda: True) is None


def test_that_one_colour_everywhere_is_no_fault() -> None:
    assert grabcut.box_mask(np.full((40, 40, 3), 7, np.uint8), grabcut.Box(5, 5, 30, 30)) is not None


def test_that_the_scissors_keep_to_the_edge() -> None:
    image, _ = scene()
    wire = scissors.wire(image, (80.0, 30.0))
    path = wire.path((110.0, 60.5))
    assert path[0] == (80.0, 30.0) and path[-1] == (110.0, 60.5)
    assert max(abs(math.dist(point, (80.5, 60.5)) - 30) for point in path) < 3
    assert all(math.dist(a, b) < 2.3 for a, b in pairwise(path))


def test_that_scissors_work_at_the_border_and_beyond_their_reach() -> None:
    image, _ = scene()
    wire = scissors.wire(image, (0.0, 0.0), reach=20)
    assert wire.path((0.0, 0.0)) == [(0.0, 0.0), (0.0, 0.0)]
    far = wire.path((159.5, 119.5))
    assert far[-1] == (159.5, 119.5)
    assert all(0 <= x <= 21 and 0 <= y <= 21 for x, y in far[:-1])
