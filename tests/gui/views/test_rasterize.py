"""Which pixels brush, polygon and bucket cover, against definitions evaluated pixel by pixel."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.types import BoolArray, ObjectInfo, UInt8Array
from rpcm_gui.views.painting import rasterize
from rpcm_gui.views.painting.strokes import Patch, PendingEdit, Stroke

SHAPE = (40, 50)
NOTHING_PROTECTED = np.zeros(256, np.bool_)
points = st.tuples(st.floats(-20, 70), st.floats(-20, 60))


def whole(patch: Patch | None) -> BoolArray:
    """The covered pixels of the whole picture."""
    covered = np.zeros(SHAPE, np.bool_)
    if patch is not None:
        rect, mask = patch
        covered[rect.slices] = mask
    return covered


def distance_to_line(x: float, y: float, a: rasterize.Point, b: rasterize.Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else min(max(((x - a[0]) * dx + (y - a[1]) * dy) / length, 0.0), 1.0)
    return math.hypot(x - a[0] - along * dx, y - a[1] - along * dy)


@given(points, points, st.integers(1, 24))
def test_that_a_brush_covers_exactly_the_pixels_within_its_radius(
    start: rasterize.Point, end: rasterize.Point, diameter: int
) -> None:
    start, end = rasterize.snapped(start, diameter), rasterize.snapped(end, diameter)
    covered = whole(rasterize.brush_segment(SHAPE, start, end, diameter))
    for row in range(SHAPE[0]):
        for column in range(SHAPE[1]):
            gap = distance_to_line(column + 0.5, row + 0.5, start, end) - diameter / 2
            if abs(gap) > 1e-6:
                assert covered[row, column] == (gap < 0)


def test_that_the_smallest_brush_paints_one_pixel_and_an_even_one_is_symmetrical() -> None:
    one = whole(rasterize.brush_segment(SHAPE, rasterize.snapped((7.9, 3.2), 1), rasterize.snapped((7.1, 3.9), 1), 1))
    assert np.argwhere(one).tolist() == [[3, 7]]
    corner = rasterize.snapped((10.2, 9.9), 4)
    four = whole(rasterize.brush_segment(SHAPE, corner, corner, 4))
    assert four.sum() == 12
    assert np.array_equal(four[8:12, 8:12], four[8:12, 8:12].T)


@given(st.lists(points, min_size=3, max_size=7))
def test_that_a_polygon_covers_the_pixels_whose_centres_are_inside(corners: list[rasterize.Point]) -> None:
    covered = whole(rasterize.polygon(SHAPE, corners))
    for row, column in ((5, 5), (20, 25), (39, 49), (0, 0), (13, 41)):
        x, y = column + 0.5, row + 0.5
        inside = False
        for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
            if (y > y0) != (y > y1) and x > x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                inside = not inside
        assert covered[row, column] == inside


def test_that_a_polygon_of_two_corners_covers_nothing() -> None:
    assert rasterize.polygon(SHAPE, [(1, 1), (30, 30)]) is None


def test_that_filling_stays_in_the_region_of_equal_label() -> None:
    labels: UInt8Array = np.zeros(SHAPE, np.uint8)
    labels[10:20, 10:20] = 2
    labels[20, 20] = 2
    covered = whole(rasterize.region(labels, (12.0, 12.0)))
    assert covered.sum() == 100
    assert covered[10:20, 10:20].all()
    assert rasterize.region(labels, (-1.0, 5.0)) is None


def test_that_locked_pixels_are_left_alone_and_the_refusal_is_known() -> None:
    before: UInt8Array = np.zeros(SHAPE, np.uint8)
    before[:, 20:30] = 2
    objects = (ObjectInfo(1, "a", (1, 2, 3)), ObjectInfo(2, "b", (4, 5, 6), locked=True))
    edit = PendingEdit(0, before, rasterize.protected_ids(objects, 1))
    stroke = Stroke(edit, 1, 5)
    stroke.to((5.5, 10.5))
    stroke.to((45.5, 10.5))
    assert (edit.after[:, 20:30] == 2).all()
    assert (edit.after[10, 3:20] == 1).all()
    assert (edit.after[10, 30:48] == 1).all()
    assert edit.refused and edit.changed


def test_that_hidden_objects_are_protected_but_not_the_current_one() -> None:
    hidden = (ObjectInfo(1, "a", (1, 2, 3), visible=False), ObjectInfo(2, "b", (4, 5, 6), visible=False))
    flags = rasterize.protected_ids(hidden, 1)
    assert not flags[1] and flags[2] and not flags[0]


def test_that_a_stroke_has_no_gaps_between_far_apart_events() -> None:
    edit = PendingEdit(0, np.zeros(SHAPE, np.uint8), NOTHING_PROTECTED)
    stroke = Stroke(edit, 1, 3)
    for place in ((2.0, 2.0), (47.0, 37.0), (2.0, 37.0)):
        stroke.to(place)
    assert rasterize.region(edit.after, (2.5, 2.5)) is not None
    patch = rasterize.region(edit.after, (2.5, 2.5))
    assert np.array_equal(whole(patch), edit.after == 1)
