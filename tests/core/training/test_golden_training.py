"""The training step against the paper's reference: losses; in a full run (``RPCM_GOLDEN=full``) gradients, too."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from core.network.reference_keys import reference_name
from core.network.rpcm.model import Rpcm
from core.training.loss import bootstrapped_cross_entropy
from core.training.paper.run import PaperSchedule, sequence_step
from tests.helpers.golden import SEED, Golden, golden_network

pytestmark = pytest.mark.shared

STEPS = {"early": 0, "mid": 50_000, "late": 150_000}


@pytest.fixture(scope="module")
def golden(shared: Path) -> Golden:
    return Golden(shared / "golden" / "reference")


@pytest.fixture(scope="module")
def case(golden: Golden) -> dict[str, Any]:
    return golden.case("resnet_training_step")


def losses_of(golden: Golden, case: dict[str, Any], when: str, frames: int) -> tuple[Rpcm, list[float]]:
    network = golden_network("resnet101").double()
    assert isinstance(network, Rpcm)
    network.zero_grad()
    images, labels = frames_of(golden, case, network, frames)
    return network, sequence_step(network, images, labels, 4, STEPS[when])


def frames_of(golden: Golden, case: dict[str, Any], network: Rpcm, frames: int) -> tuple[list[Tensor], list[Tensor]]:
    """Reference, previous and current images, prepared, and their channels."""
    pictures, drawn = golden.rule.clip(SEED)
    chosen = case["indices"][: 2 + frames]
    images = [network.prepare(torch.tensor(pictures[i]), (129, 225)) for i in chosen]
    return images, [torch.tensor(drawn[i].astype(np.int64)) for i in chosen]


def test_that_the_loss_counts_the_hardest_pixels_as_the_reference_does(case: dict[str, Any]) -> None:
    logits = torch.tensor(case["lossonly_logits"][0]).double()
    labels = torch.tensor(case["lossonly_labels"][0].astype(np.int64))
    steps = case["lossonly_steps"].tolist()
    ours = [float(bootstrapped_cross_entropy(logits, labels, PaperSchedule().share(step))) for step in steps]
    np.testing.assert_allclose(ours, case["lossonly_values"], rtol=1e-6)


def test_that_a_sequence_has_the_losses_of_the_reference(golden: Golden, case: dict[str, Any]) -> None:
    with torch.no_grad():
        _, losses = losses_of(golden, case, "late", 1)
    np.testing.assert_allclose(losses, case["loss_late"][:1], rtol=1e-4)


def test_that_the_stored_gradients_are_single_precision(case: dict[str, Any]) -> None:
    """A scalar's gradient norm is the gradient itself, and a number in double is one in single once in 2^29.

    So are the losses and the total norm. Hence the stored norms cannot be met to 1e-4: what they can be held to is the
    noise of single precision, which the test below measures.
    """
    scalars = [case[f"gradnorm_{when}"][np.isin(case["param_names"], ["bg_bias", "fg_bias"])] for when in STEPS]
    totals = [case[f"gradnorm_total_{when}"] for when in STEPS]
    stored = np.concatenate([*scalars, totals, *(case[f"loss_{when}"] for when in STEPS)])
    assert len(stored) == 18
    np.testing.assert_array_equal(stored, stored.astype(np.float32).astype(np.float64))


@pytest.mark.skipif(os.environ.get("RPCM_GOLDEN") != "full", reason="minutes of back-propagation: RPCM_GOLDEN=full")
@pytest.mark.parametrize("when", STEPS)
def test_that_gradients_are_those_of_the_reference_up_to_single_precision(
    golden: Golden, case: dict[str, Any], when: str
) -> None:
    """Ours in double are the centre; weights nudged by half a unit in the last place, computed in single, the spread.

    Measured with eight nudges (early): the reference lies at most 3.2 spreads from the centre, half of its parameters
    within 0.62; a nudged run lies 3.3 to 7.7 spreads of the other seven off at most, half of them within 0.6 to 1.0.
    """
    network, losses = losses_of(golden, case, when, 3)
    np.testing.assert_allclose(losses, case[f"loss_{when}"], rtol=1e-5)
    centre = norms_of(network, case)
    off = case[f"gradnorm_{when}"] / centre - 1
    spread = single_precision_spread(golden, case, when, centre)
    near_output = np.array(["IA_final" in name for name in case["param_names"]])
    assert np.abs(off[near_output]).max() < 1e-4
    assert np.median(np.abs(off)) < 1.5 * np.median(spread)
    # The greatest of 346 ratios of a normal number to a spread of three is about 12.
    assert (np.abs(off) / spread).max() < 25


def norms_of(network: Rpcm, case: dict[str, Any]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Gradient norms in the order of the stored ones; clears them."""
    parameters = list(network.named_parameters())
    norms = {reference_name(n): float(p.grad.double().norm()) for n, p in parameters if p.grad is not None}
    network.zero_grad()
    return np.array([norms[name] for name in case["param_names"]])


def single_precision_spread(
    golden: Golden, case: dict[str, Any], when: str, centre: np.ndarray[Any, np.dtype[np.float64]], runs: int = 3
) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Relative deviation of each norm between single precision and ``centre``, root mean square over ``runs``."""
    whole = {name: value.clone() for name, value in golden_network("resnet101").state_dict().items()}
    squares = []
    for seed in range(runs):
        network = golden_network("resnet101").float()
        assert isinstance(network, Rpcm)
        nudge = torch.Generator().manual_seed(seed)
        for name, value in network.state_dict().items():
            value.copy_(whole[name] * (1 + 6e-8 * (2 * torch.rand(value.shape, generator=nudge) - 1)))
        images, labels = frames_of(golden, case, network, 3)
        sequence_step(network, images, labels, 4, STEPS[when])
        squares.append((norms_of(network, case) / centre - 1) ** 2)
    golden_network("resnet101").load_state_dict(whole)
    return np.asarray(np.sqrt(np.mean(squares, axis=0)))
