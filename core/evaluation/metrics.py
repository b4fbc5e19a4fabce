"""Region similarity J and boundary accuracy F of label maps, as the official DAVIS 2017 toolkit defines them.

Perazzi et al., "A Benchmark Dataset and Evaluation Methodology for Video Object Segmentation", CVPR 2016, Section 5.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from core.masks.labels import region_similarity
from core.types import VOID, UInt8Array

BOUNDARY_TOLERANCE = 0.008
"""How far a boundary may lie off and still match, as a share of the frame's diagonal."""
RECALL_THRESHOLD = 0.5
DECAY_BINS = 4

_CORNER_WINDOW = np.ones((2, 2), np.uint8)

Mask = npt.NDArray[Any]
"""(H, W), zero outside the object; any integer type or bool."""


@dataclass(frozen=True, slots=True)
class Measure:
    """J and F of one object on one frame, 0..1 each."""

    region: float
    boundary: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """Mean, recall (share above 0.5) and decay (first quarter's mean less the last quarter's) of a measure."""

    mean: float
    recall: float
    decay: float


def tolerance_radius(height: int, width: int) -> int:
    """Pixels by which a boundary may lie off on a frame of this size."""
    return math.ceil(BOUNDARY_TOLERANCE * math.hypot(height, width))


@lru_cache(maxsize=16)
def disk(radius: int) -> UInt8Array:
    """(2r+1, 2r+1) structuring element: 1 where x^2 + y^2 <= r^2."""
    offsets = np.arange(-radius, radius + 1)
    inside: UInt8Array = (offsets[:, None] ** 2 + offsets[None, :] ** 2 <= radius**2).astype(np.uint8)
    return inside


def boundary_map(mask: UInt8Array) -> UInt8Array:
    """Pixels (H, W; 0 or 1) whose right, lower or lower right neighbour differs; the frame's edge is not a boundary.

    Args:
        mask: (H, W) of 0 and 1.
    """
    # The greatest minus the least of each 2x2 window; a replicated border makes neighbours outside equal.
    gradient = cv2.morphologyEx(
        mask, cv2.MORPH_GRADIENT, _CORNER_WINDOW, anchor=(0, 0), borderType=cv2.BORDER_REPLICATE
    )
    return np.asarray(gradient, np.uint8)


def measure_mask(prediction: Mask, truth: Mask, void: Mask | None = None) -> Measure:
    """J and F of one object's mask against the truth; pixels where ``void`` is set count nowhere."""
    said, true = _binary(prediction), _binary(truth)
    if void is not None:
        stated = (void == 0).astype(np.uint8)
        said, true = said & stated, true & stated
    return _measure(said, true)


def measure_labels(prediction: UInt8Array, truth: UInt8Array, object_ids: Iterable[int]) -> dict[int, Measure]:
    """J and F of each object of a frame.

    Args:
        prediction: Label map (H, W).
        truth: Label map (H, W); its void pixels (255) count nowhere.
        object_ids: The objects to measure.
    """
    if (truth == VOID).any():
        prediction = np.where(truth == VOID, np.uint8(0), prediction)
    return {
        object_id: _measure((prediction == object_id).view(np.uint8), (truth == object_id).view(np.uint8))
        for object_id in object_ids
    }


def statistics(values: Sequence[float]) -> Statistics:
    """Statistics over an object's frames in their order; ``values`` holds at least one."""
    series = np.asarray(values, np.float64)
    edges = np.round(np.linspace(1, len(series), DECAY_BINS + 1) + 1e-10).astype(int) - 1
    # Neighbouring bins share the frame at their edge, as they do in the official toolkit.
    first, last = series[: edges[1] + 1], series[edges[-2] : edges[-1] + 1]
    return Statistics(
        mean=float(np.mean(series)),
        recall=float(np.mean(series > RECALL_THRESHOLD)),
        decay=float(np.mean(first) - np.mean(last)),
    )


def average(parts: Sequence[Statistics]) -> Statistics:
    """The mean of each statistic over objects."""
    mean, recall, decay = np.mean([(part.mean, part.recall, part.decay) for part in parts], axis=0)
    return Statistics(float(mean), float(recall), float(decay))


def _binary(mask: Mask) -> UInt8Array:
    return np.not_equal(mask, 0).view(np.uint8)


def _measure(prediction: UInt8Array, truth: UInt8Array) -> Measure:
    radius = tolerance_radius(*truth.shape)
    rows, columns = _surroundings(prediction | truth)
    prediction, truth = (np.ascontiguousarray(mask[rows, columns]) for mask in (prediction, truth))
    return Measure(_region(prediction, truth), _boundary(boundary_map(prediction), boundary_map(truth), radius))


def _surroundings(union: UInt8Array) -> tuple[slice, slice]:
    """The box around ``union`` and one more pixel, which holds everything that the measures count."""
    x, y, width, height = cv2.boundingRect(union)
    return slice(max(y - 1, 0), y + height + 1), slice(max(x - 1, 0), x + width + 1)


def _region(prediction: UInt8Array, truth: UInt8Array) -> float:
    return region_similarity(prediction.view(np.bool_), truth.view(np.bool_))


def _boundary(prediction: UInt8Array, truth: UInt8Array, radius: int) -> float:
    predicted, true = cv2.countNonZero(prediction), cv2.countNonZero(truth)
    if predicted == 0 or true == 0:
        return 1.0 if predicted == true else 0.0
    precision = _matched(prediction, truth, radius) / predicted
    recall = _matched(truth, prediction, radius) / true
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _matched(boundary: UInt8Array, other: UInt8Array, radius: int) -> int:
    near = cv2.dilate(other, disk(radius))
    return cv2.countNonZero(cv2.bitwise_and(boundary, near))
