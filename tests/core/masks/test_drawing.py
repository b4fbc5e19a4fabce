"""Pictures for people."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as stn

from core.masks.drawing import SheetRow, blend, contact_sheet, darken_unsure, draw_outline, outline, sample_indices
from core.masks.palette import voc_palette
from core.types import UInt8Array

LABELS = st.tuples(st.integers(1, 12), st.integers(1, 12)).flatmap(
    lambda shape: stn.arrays(np.uint8, shape, elements=st.sampled_from([0, 1, 2, 255]))
)


def frame_like(labels: UInt8Array) -> UInt8Array:
    return np.random.default_rng(1).integers(0, 256, (*labels.shape, 3), dtype=np.uint8)


@given(LABELS, st.floats(0, 1))
def test_that_blending_mixes_objects_only(labels: UInt8Array, opacity: float) -> None:
    frame = frame_like(labels)
    mixed = blend(frame, labels, {2: (10, 200, 30)}, opacity)
    inside = (labels == 1) | (labels == 2)
    assert np.array_equal(mixed[~inside], frame[~inside])
    colour = np.where((labels == 2)[:, :, None], (10, 200, 30), voc_palette()[3:6])
    wanted = frame * (1 - opacity) + colour * opacity
    assert np.abs(mixed - wanted)[inside].max(initial=0) <= 1.5


@given(LABELS)
def test_that_full_opacity_is_the_colour_and_none_the_frame(labels: UInt8Array) -> None:
    frame = frame_like(labels)
    assert np.array_equal(blend(frame, labels, opacity=0), frame)
    assert (blend(frame, labels, {1: (1, 2, 3)}, opacity=1)[labels == 1] == (1, 2, 3)).all()


@given(LABELS)
def test_that_the_outline_is_where_a_neighbour_differs(labels: UInt8Array) -> None:
    height, width = labels.shape
    edge = outline(labels)
    for row in range(height):
        for column in range(width):
            around = [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
            inside = [labels[r, c] for r, c in around if 0 <= r < height and 0 <= c < width]
            differs = any(value != labels[row, column] for value in inside)
            assert edge[row, column] == (differs and labels[row, column] in (1, 2))


def test_that_the_outline_is_drawn_in_the_objects_colour() -> None:
    labels = np.zeros((9, 9), np.uint8)
    labels[2:7, 2:7] = 5
    frame = frame_like(labels)
    drawn = draw_outline(frame, labels, {5: (9, 8, 7)})
    assert (drawn[2, 2:7] == (9, 8, 7)).all()
    assert np.array_equal(drawn[3:6, 3:6], frame[3:6, 3:6])


def test_that_unsure_regions_are_black_and_sure_ones_untouched() -> None:
    reliability = np.zeros((6, 6), np.uint8)
    reliability[:, 3:] = 255
    frame = frame_like(reliability)
    dark = darken_unsure(frame, reliability)
    assert not dark[:, :3].any()
    assert np.array_equal(dark[:, 3:], frame[:, 3:])


@pytest.mark.parametrize(
    ("count", "rows", "picks"), [(10, 3, (0, 4, 9)), (2, 5, (0, 1)), (1, 4, (0,)), (60, 2, (0, 59))]
)
def test_that_samples_are_spread_over_the_clip(count: int, rows: int, picks: tuple[int, ...]) -> None:
    assert sample_indices(count, rows) == picks


def test_that_a_contact_sheet_shows_frame_masks_and_reliability() -> None:
    labels = np.zeros((40, 60), np.uint8)
    labels[10:30, 10:30] = 1
    reliability = np.full((40, 60), 255, np.uint8)
    reliability[:, 30:] = 0
    frame = np.full((40, 60, 3), 200, np.uint8)
    sheet = contact_sheet([SheetRow("frame 0", frame, labels, reliability)] * 2, cell_width=60)
    assert sheet.dtype == np.uint8
    assert sheet.shape == (2 * (18 + 40 + 4), 3 * 60 + 4 * 4, 3)
    cells = [sheet[18:58, left : left + 60] for left in (4, 68, 132)]
    assert np.array_equal(cells[0], frame)
    assert tuple(cells[1][20, 20]) == (164, 100, 100)
    assert not cells[2][:, 30:].any()
    assert np.array_equal(cells[2][:, :30], cells[1][:, :30])
    assert (sheet[:18] < 100).any(), "the caption is drawn"
    with pytest.raises(ValueError, match="at least one row"):
        contact_sheet([])
