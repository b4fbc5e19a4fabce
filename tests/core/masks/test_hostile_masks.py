"""Run lengths and polygons that were made to do harm: each is refused before anything native sees it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycocotools import mask as coco_mask

from core.formats.common.reading import coco_mask_of, plain_runs_mask
from core.formats.common.shapes import bounded, filled
from core.masks.rle import decode_rle, edges_of, rle_bbox

HEIGHT, WIDTH = 6, 8
SIZE = HEIGHT * WIDTH


def packed(*numbers: int) -> bytes:
    """Compressed run lengths of ``numbers`` as they are, without differences."""
    text = bytearray()
    for number in numbers:
        more, rest = True, number
        while more:
            group, rest = rest & 31, rest >> 5
            more = rest not in (0, -1) or (group & 16 != 0) != (rest == -1)
            text.append(group + 32 * more + 48)
    return bytes(text)


WRAPPING = (2**62, 2**62, 2**62, 2**62, SIZE)
"""Their sum wraps around to the number of pixels."""
COMPRESSED = {
    "a sum that wraps": packed(*WRAPPING[:3], 0, SIZE),
    "differences that wrap": packed(0, 2**53) + packed(2**53) * 600,
    "a run beyond the picture": packed(0, SIZE + 1),
    "a negative run": packed(SIZE + 1, -1),
    "nothing": b"",
    "an unfinished number": b"\x7f",
    "bytes that are no groups": b"\x00\xff",
    "too few": packed(SIZE - 1),
}


@pytest.mark.parametrize("counts", COMPRESSED.values(), ids=COMPRESSED)
@pytest.mark.parametrize("read", [decode_rle, edges_of, rle_bbox])
def test_that_compressed_run_lengths_never_reach_beyond_the_picture(counts: bytes, read: Callable[..., Any]) -> None:
    with pytest.raises(ValueError, match="run"):
        read(counts, HEIGHT, WIDTH)


def test_that_a_picture_of_no_height_is_refused_before_it_is_divided_by() -> None:
    with pytest.raises(ValueError, match="fill"):
        rle_bbox(packed(0, 5), 0, 5)


@pytest.mark.parametrize("runs", [WRAPPING, (SIZE + 1, -1), (), (2**63 - 1, 2**63 - 1, SIZE + 2), (SIZE - 1,), ((1,),)])
def test_that_plain_run_lengths_are_bounded_one_by_one(runs: Any) -> None:
    with pytest.raises(ValueError, match="run lengths"):
        plain_runs_mask(runs, HEIGHT, WIDTH)


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -float("inf"), None])
def test_that_coordinates_that_are_no_numbers_are_refused(bad: Any) -> None:
    with pytest.raises(ValueError, match="finite"):
        coco_mask_of([[0, 0, bad, 0, 5, 5]], HEIGHT, WIDTH)
    with pytest.raises(ValueError, match="finite"):
        filled([[0, 0], [bad, 0], [5, 5]], (HEIGHT, WIDTH))


@pytest.mark.parametrize("far", [1e3, 1e7, 1e15, 1e300])
def test_that_far_corners_cover_what_they_should_of_the_picture(far: float) -> None:
    """The left half of the picture, and whatever lies beside it."""
    wanted = np.zeros((HEIGHT, WIDTH), np.bool_)
    wanted[:, :4] = True
    corners = [-far, -far, 4, -far, 4, far, -far, far]
    np.testing.assert_array_equal(coco_mask_of([corners], HEIGHT, WIDTH), wanted)
    wanted[:, 4] = True  # OpenCV counts the border
    np.testing.assert_array_equal(filled(np.reshape(corners, (-1, 2)), (HEIGHT, WIDTH)), wanted)


def test_that_a_polygon_beside_the_picture_covers_nothing() -> None:
    assert not coco_mask_of([[1e7, 0, 2e7, 0, 2e7, 5]], HEIGHT, WIDTH).any()
    assert not filled([[1e7, 0], [2e7, 0], [2e7, 5]], (HEIGHT, WIDTH)).any()


def test_that_an_outline_that_goes_to_and_fro_without_end_is_refused() -> None:
    with pytest.raises(ValueError, match="outline"):
        coco_mask_of([[0, 0, WIDTH, HEIGHT] * 10_000], HEIGHT, WIDTH)


@given(st.lists(st.tuples(st.floats(-40, 40), st.floats(-40, 40)), min_size=3, max_size=8))
def test_that_polygons_near_the_picture_stay_what_pycocotools_makes_of_them(corners: list[tuple[float, float]]) -> None:
    flat = [side for corner in corners for side in corner]
    np.testing.assert_array_equal(bounded(corners, (HEIGHT, WIDTH)), np.array(corners))
    wanted = decode_rle(coco_mask.merge(coco_mask.frPyObjects([flat], HEIGHT, WIDTH))["counts"], HEIGHT, WIDTH)
    np.testing.assert_array_equal(coco_mask_of([flat], HEIGHT, WIDTH), wanted)
