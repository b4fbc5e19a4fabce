"""Properties of the label-map algebra."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as stn
from pycocotools import mask as coco_mask

from core.masks import labels, rle
from core.masks import palette as masks_palette
from core.types import BoolArray, UInt8Array

SHAPES = st.tuples(st.integers(1, 24), st.integers(1, 40))
MASKS = SHAPES.flatmap(lambda shape: stn.arrays(np.bool_, shape))
LABELS = SHAPES.flatmap(lambda shape: stn.arrays(np.uint8, shape, elements=st.sampled_from([0, 1, 2, 7, 254, 255])))
LABEL_PAIRS = SHAPES.flatmap(
    lambda shape: st.tuples(*[stn.arrays(np.uint8, shape, elements=st.integers(0, 3)) for _ in range(2)])
)


@given(MASKS)
def test_that_run_lengths_bring_the_mask_back(mask: BoolArray) -> None:
    assert np.array_equal(rle.decode_rle(rle.encode_rle(mask), *mask.shape), mask)


@given(MASKS)
def test_that_area_and_box_of_run_lengths_are_those_of_the_mask(mask: BoolArray) -> None:
    counts = rle.encode_rle(mask)
    rows, columns = np.nonzero(mask)
    box = (0, 0, 0, 0)
    if rows.size:
        box = (int(columns.min()), int(rows.min()), int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1)
    assert rle.rle_area(counts) == mask.sum()
    assert rle.rle_bbox(counts, *mask.shape) == box


def test_that_run_lengths_of_a_large_mask_are_those_of_pycocotools() -> None:
    rows, columns = np.ogrid[:1080, :1920]
    disc = (rows - 500) ** 2 + (columns - 900) ** 2 < 300**2
    counts = rle.encode_rle(disc)
    assert rle.run_lengths(counts).sum() == disc.size
    assert rle.rle_area(counts) == int(coco_mask.area({"size": [1080, 1920], "counts": counts}))


@pytest.mark.parametrize("counts", [b"", b"\xff", b"~~~~", b"P", b"n0", b"0" * 3 + b"O"])
def test_that_malformed_run_lengths_are_refused(counts: bytes) -> None:
    with pytest.raises(ValueError, match="run lengths"):
        rle.decode_rle(counts, 4, 4)


@given(st.binary(max_size=30))
def test_that_random_bytes_never_decode_to_a_mask_of_another_size(counts: bytes) -> None:
    try:
        mask = rle.decode_rle(counts, 4, 4)
    except ValueError:
        return
    assert mask.sum() == rle.rle_area(counts)


@given(MASKS)
def test_that_run_lengths_of_another_size_are_refused(mask: BoolArray) -> None:
    with pytest.raises(ValueError, match="do not fill"):
        rle.decode_rle(rle.encode_rle(mask), mask.shape[0] + 1, mask.shape[1])


def test_that_only_bool_masks_are_encoded() -> None:
    with pytest.raises(ValueError, match="bool"):
        rle.encode_rle(np.zeros((2, 2), np.uint8))


def test_that_the_palette_is_that_of_pascal_voc() -> None:
    palette = masks_palette.voc_palette()
    assert len(palette) == 768
    assert palette[:15] == [0, 0, 0, 128, 0, 0, 0, 128, 0, 128, 128, 0, 0, 0, 128]
    assert palette[-3:] == [224, 224, 192]


def test_that_every_object_has_a_colour_of_its_own() -> None:
    colours = {masks_palette.object_colour(object_id) for object_id in range(1, 255)}
    assert len(colours) == 254
    assert all(0 <= channel <= 255 for colour in colours for channel in colour)


def test_that_the_first_objects_have_colours_far_apart() -> None:
    first = np.array([masks_palette.object_colour(object_id) for object_id in range(1, 9)])
    distances = np.abs(first[:, None] - first[None]).sum(axis=2)[~np.eye(8, dtype=bool)]
    assert distances.min() >= 60


@given(LABELS, st.integers(1, 60), st.integers(1, 60))
def test_that_resizing_invents_no_id(label_map: UInt8Array, height: int, width: int) -> None:
    resized = labels.resize_labels(label_map, height, width)
    assert resized.shape == (height, width)
    assert set(np.unique(resized)) <= set(np.unique(label_map))


@given(LABELS, st.integers(1, 3))
def test_that_enlarging_by_a_whole_factor_repeats_pixels(label_map: UInt8Array, factor: int) -> None:
    height, width = label_map.shape
    expected = label_map.repeat(factor, axis=0).repeat(factor, axis=1)
    assert np.array_equal(labels.resize_labels(label_map, height * factor, width * factor), expected)


@given(LABELS)
def test_that_object_ids_leave_out_background_and_void(label_map: UInt8Array) -> None:
    assert labels.object_ids(label_map) == tuple(sorted(set(label_map.ravel().tolist()) - {0, 255}))


@given(LABELS)
def test_that_composing_a_label_map_with_its_own_masks_changes_nothing(label_map: UInt8Array) -> None:
    masks = {object_id: label_map == object_id for object_id in labels.object_ids(label_map)}
    assert np.array_equal(labels.compose(label_map, masks), label_map)


def test_that_composing_clears_what_an_object_held_before() -> None:
    base = np.array([[1, 1, 2, 255]], np.uint8)
    masks = {1: np.array([[False, True, True, False]]), 3: np.array([[False, False, False, True]])}
    assert labels.compose(base, masks).tolist() == [[0, 1, 1, 3]]
    assert labels.compose(base, {2: np.zeros((1, 4), bool)}).tolist() == [[1, 1, 0, 255]]
    assert base.tolist() == [[1, 1, 2, 255]]


SMALL = (2, 3)


@given(
    stn.arrays(np.uint8, SMALL, elements=st.sampled_from([0, 1, 2, 255])),
    st.dictionaries(st.sampled_from([1, 2, 7, 254, 255]), stn.arrays(np.bool_, SMALL)),
)
def test_that_where_masks_overlap_the_higher_id_wins(base: UInt8Array, masks: dict[int, BoolArray]) -> None:
    composed = labels.compose(base, masks)
    for place in np.ndindex(*base.shape):
        claims = [object_id for object_id, mask in masks.items() if mask[place]]
        kept = 0 if int(base[place]) in masks else int(base[place])
        assert composed[place] == max(claims, default=kept)


def test_that_the_order_in_which_masks_are_named_does_not_matter() -> None:
    both = np.ones((1, 2), bool)
    base = np.zeros((1, 2), np.uint8)
    for masks in ({5: both, 3: both}, {3: both, 5: both}):
        assert labels.compose(base, masks).tolist() == [[5, 5]]
