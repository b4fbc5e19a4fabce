"""Whole runs against the paper's reference: the same weights and clip must give the same probabilities and labels.

Enough frames are run to meet the first pooled patch (used from frame 6 on) and the joining object; set
``RPCM_GOLDEN=full`` to run every frame of every case.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.network.ensemble import Ensemble, views_of
from core.network.rpcm.preprocess import multi_scale_size
from core.types import FrameResult
from tests.helpers.golden import Clip, Golden, forced_run, free_run, golden_network, probabilities, request_of

EXCERPT = Path(__file__).resolve().parents[2] / "data" / "golden_mobilenet.npz"
"""Three frames and every fourth probability of them, for a clone that lies alone."""
EVERY_FRAME = os.environ.get("RPCM_GOLDEN") == "full"

FREE = [
    ("resnet101", "resnet_rpa", 6),
    ("resnet101", "resnet_norpa", 1),
    ("resnet101", "resnet_newobject_rpa", 6),
    ("resnet101", "resnet_newobject_norpa", 6),
    ("resnet101", "resnet_resize_rpa", 2),
    ("mobilenet", "mobilenet_rpa", 2),
]


@pytest.fixture(scope="module")
def golden(shared: Path) -> Golden:
    return Golden(shared / "golden" / "reference")


def assert_met(result: FrameResult, case: dict[str, Any], tolerance: float) -> None:
    assert result.probabilities is not None
    expected = probabilities(case, result.index)
    ours = np.zeros_like(expected)
    ours[: len(result.probabilities)] = result.probabilities
    assert np.abs(ours - expected).max() <= tolerance
    nats = -(expected * np.log(expected + 1e-6)).sum(0)
    # The stored probabilities are rounded to 16 bits, the entropy to a half float.
    np.testing.assert_allclose(result.entropy, nats, atol=max(2e-3, 8 * tolerance))


def test_that_the_excerpt_in_the_repository_is_met() -> None:
    with np.load(EXCERPT) as case:
        clip, request = Clip(case["frames"]), request_of(dict(case), 2, pool=True)
        for result in free_run(golden_network("mobilenet"), clip, request):
            assert result.probabilities is not None
            expected = case["probs_u16"][result.index - 1] / 65535
            assert np.abs(result.probabilities[:, ::4, ::4] - expected).max() <= 1e-5
            assert np.array_equal(result.labels, case["labels"][result.index - 1])


@pytest.mark.shared
@pytest.mark.parametrize(("preset", "name", "last"), FREE)
def test_that_a_free_run_in_double_precision_meets_the_reference(
    golden: Golden, preset: str, name: str, last: int
) -> None:
    case = golden.case(name)
    clip = golden.clip(*case["annotation_0"].shape)
    request = request_of(case, 11 if EVERY_FRAME else last, pool="norpa" not in name)
    for result in free_run(golden_network(preset), clip, request):
        at = result.index - 1
        assert_met(result, case, 1e-5)
        assert np.array_equal(result.labels, case["labels"][at])
        assert np.array_equal(result.reliability == 255, case["reliable"][at])
        assert sorted(result.pool.frames) == np.flatnonzero(case["pool_used"][result.index]).tolist()


@pytest.mark.shared
def test_that_views_of_two_scales_average_as_in_the_reference(golden: Golden) -> None:
    case = golden.case("resnet_multiscale_norpa")
    network = Ensemble(golden_network("resnet101"), views_of((1.0, 1.3), flip=False), multi_scale_size)
    for result in free_run(network, golden.clip(), request_of(case, 11 if EVERY_FRAME else 2, pool=False)):
        assert_met(result, case, 1e-5)
        assert np.array_equal(result.labels, case["labels"][result.index - 1])


@pytest.mark.shared
@pytest.mark.parametrize(
    ("preset", "name", "tolerance"), [("resnet101", "resnet_rpa", 2e-3), ("mobilenet", "mobilenet_rpa", 1e-2)]
)
def test_that_single_precision_meets_the_reference_given_its_labels(
    golden: Golden, preset: str, name: str, tolerance: float
) -> None:
    case = golden.case(name)
    request = request_of(case, 11 if EVERY_FRAME else 6, pool=True)
    for result in forced_run(golden_network(preset), golden.clip(), request, case):
        assert_met(result, case, tolerance)
