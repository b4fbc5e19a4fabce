"""How sure a prediction is, pixel by pixel (the paper's Equation 5 and its reliability filter)."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from core.types import EntropyUnit

LOG_FLOOR = 1e-6
"""Added inside the logarithm, as the reference does; it makes an entropy of zero come out at about -1e-6."""


def entropy(probabilities: Tensor, unit: EntropyUnit = "nats") -> Tensor:
    """Entropy (H, W) of ``probabilities`` (N, H, W).

    In nats it reaches ln N, so one object can never exceed ln 2 = 0.69; ``"normalised"`` divides by ln N, which makes
    one threshold mean the same for any number of objects.
    """
    # Channel by channel: what is computed on the way is as large as one channel, not as all of them.
    nats = torch.zeros_like(probabilities[0])
    for channel in probabilities:
        nats -= channel * torch.log(channel + LOG_FLOOR)
    return nats / math.log(probabilities.shape[0]) if unit == "normalised" else nats


def unsure(entropy_map: Tensor, alpha: float) -> Tensor:
    """Where the entropy exceeds ``alpha``: the pixels that the reliability filter removes, bool (H, W)."""
    return entropy_map > alpha
