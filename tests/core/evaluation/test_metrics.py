"""J and F: the official toolkit's figures, a plain reading of its definition, and algebra."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from core.evaluation.evaluate import evaluate
from core.evaluation.metrics import (
    Statistics,
    average,
    boundary_map,
    disk,
    measure_labels,
    measure_mask,
    statistics,
    tolerance_radius,
)

Mask = npt.NDArray[np.uint8]

shapes = st.tuples(st.integers(1, 40), st.integers(1, 40))


@st.composite
def blobs(draw: st.DrawFn, shape: tuple[int, int]) -> Mask:
    """A few rectangles and single pixels, so that masks touch the frame's edges and have thin parts."""
    mask = np.zeros(shape, np.uint8)
    for _ in range(draw(st.integers(0, 4))):
        top, left = draw(st.integers(0, shape[0] - 1)), draw(st.integers(0, shape[1] - 1))
        height, width = draw(st.integers(1, shape[0])), draw(st.integers(1, shape[1]))
        mask[top : top + height, left : left + width] = draw(st.integers(0, 1))
    return mask


pairs = shapes.flatmap(lambda shape: st.tuples(blobs(shape), blobs(shape)))


def plain_boundary(mask: Mask) -> npt.NDArray[np.bool_]:
    """Pixel by pixel: a neighbour to the right, below or diagonally below differs; outside counts as the same."""
    height, width = mask.shape
    edge = np.zeros(mask.shape, bool)
    for y in range(height):
        for x in range(width):
            below, right = min(y + 1, height - 1), min(x + 1, width - 1)
            edge[y, x] = (
                mask[y, x] != mask[y, right] or mask[y, x] != mask[below, x] or mask[y, x] != mask[below, right]
            )
    return edge


def plain_f(prediction: Mask, truth: Mask) -> float:
    """On the whole frame, by the distance of each boundary pixel to the nearest one of the other boundary."""
    radius = tolerance_radius(*truth.shape)
    said, true = np.argwhere(plain_boundary(prediction)), np.argwhere(plain_boundary(truth))
    if not len(said) or not len(true):
        return float(len(said) == len(true))
    near = ((said[:, None] - true[None]) ** 2).sum(-1) <= radius**2
    precision, recall = near.any(1).mean(), near.any(0).mean()
    return float(2 * precision * recall / (precision + recall)) if precision + recall else 0.0


def test_that_the_official_toolkits_values_are_met(shared: Path) -> None:
    golden = shared / "golden" / "davis-metrics"
    expected = json.loads((golden / "expected.json").read_text())
    report = evaluate(golden / "prediction", golden / "ground_truth").as_json()
    assert report["sequences"].keys() == expected["sequences"].keys()
    for name, objects in expected["sequences"].items():
        assert report["sequences"][name].keys() == objects.keys()
        for object_id, scores in objects.items():
            for measure in ("J", "F"):
                np.testing.assert_allclose(report["sequences"][name][object_id][measure], scores[measure], atol=1e-6)
    assert report["J&F"] == pytest.approx(expected["J&F"], abs=1e-6)
    assert report["J"] == pytest.approx(expected["J"], abs=1e-6)
    assert report["F"] == pytest.approx(expected["F"], abs=1e-6)


@given(pairs)
def test_that_cropping_and_dilation_equal_the_plain_definition(masks: tuple[Mask, Mask]) -> None:
    measured = measure_mask(*masks)
    union = np.count_nonzero(masks[0] | masks[1])
    assert measured.region == (np.count_nonzero(masks[0] & masks[1]) / union if union else 1.0)
    assert measured.boundary == pytest.approx(plain_f(*masks), abs=1e-12)


@given(pairs)
def test_that_the_measures_are_symmetric_and_within_bounds(masks: tuple[Mask, Mask]) -> None:
    one, other = measure_mask(*masks), measure_mask(*reversed(masks))
    assert one == other
    assert 0 <= one.region <= 1 and 0 <= one.boundary <= 1


@given(shapes.flatmap(blobs))
def test_that_identical_masks_are_perfect(mask: Mask) -> None:
    measured = measure_mask(mask, mask)
    assert (measured.region, measured.boundary) == (1.0, 1.0)


@given(shapes.flatmap(blobs))
def test_that_the_boundary_map_is_the_plain_one(mask: Mask) -> None:
    np.testing.assert_array_equal(boundary_map(mask), plain_boundary(mask))


@given(shapes.flatmap(lambda shape: hnp.arrays(np.uint8, (2, *shape), elements=st.sampled_from([0, 1, 2, 255]))))
def test_that_label_maps_measure_each_object_by_itself_and_void_nowhere(maps: Mask) -> None:
    prediction, truth = maps
    for object_id, measured in measure_labels(prediction, truth, (1, 2)).items():
        assert measured == measure_mask(prediction == object_id, truth == object_id, truth == 255)


def test_that_an_object_missing_on_one_side_scores_nothing() -> None:
    empty, mask = np.zeros((50, 60), np.uint8), np.zeros((50, 60), np.uint8)
    mask[10:20, 10:20] = 1
    for pair in ((empty, mask), (mask, empty)):
        measured = measure_mask(*pair)
        assert (measured.region, measured.boundary) == (0.0, 0.0)


def test_that_a_mask_over_the_whole_frame_has_no_boundary() -> None:
    assert not boundary_map(np.ones((20, 30), np.uint8)).any()


def test_that_the_tolerance_follows_the_diagonal() -> None:
    assert tolerance_radius(480, 854) == 8
    assert tolerance_radius(1080, 1920) == 18


@given(st.integers(0, 20))
def test_that_the_disk_holds_what_lies_within_its_radius(radius: int) -> None:
    point = np.zeros((2 * radius + 1, 2 * radius + 1), np.uint8)
    point[radius, radius] = 1
    distance = np.hypot(*(np.indices(point.shape) - radius))
    np.testing.assert_array_equal(cv2.dilate(point, disk(radius)), distance <= radius)


def test_that_statistics_are_the_toolkits() -> None:
    values = [1.0, 0.8, 0.6, 0.4, 0.2, 0.0, 0.5, 0.3, 0.1]
    found = statistics(values)
    # Bins of nine values start at 0, 2, 4, 6 and each ends with the next one's first value.
    assert found.mean == pytest.approx(np.mean(values))
    assert found.recall == pytest.approx(3 / 9)
    assert found.decay == pytest.approx((1.0 + 0.8 + 0.6) / 3 - (0.5 + 0.3 + 0.1) / 3)


def test_that_a_clip_of_more_than_255_frames_has_its_last_quarter_at_its_end() -> None:
    assert statistics([1.0] * 300 + [0.0] * 100).decay == pytest.approx(1.0 - 1 / 101, abs=0.01)


def test_that_a_single_frame_has_no_decay() -> None:
    assert statistics([0.7]) == Statistics(0.7, 1.0, 0.0)


def test_that_objects_count_alike_however_long_they_are() -> None:
    averaged = average([statistics([1.0] * 10), statistics([0.0])])
    assert (averaged.mean, averaged.recall) == (0.5, 0.5)
