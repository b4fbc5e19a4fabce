"""Weights for a network with the reference's names, made from the names alone: the rule of the golden data.

Every tensor has its own generator, seeded by its name, so nothing depends on an order; arithmetic is in double
precision and rounded once to single.
"""

from __future__ import annotations

import hashlib

import numpy as np
import numpy.typing as npt

# Centre and spread of what is drawn, by the last part of the name.
_SCALES = {
    "alpha": (1.0, 0.1),
    "gamma": (0.0, 0.2),
    "beta": (0.0, 0.05),
    "bias": (0.0, 0.05),
    "running_mean": (0.0, 0.05),
}


def golden_weight(name: str, shape: tuple[int, ...], seed: int) -> npt.NDArray[np.float32]:
    """The tensor called ``name`` (its proper name, no alias)."""
    digest = hashlib.sha256(f"{seed}:{name}".encode()).digest()
    generator = np.random.Generator(np.random.PCG64(int.from_bytes(digest[:8], "little")))
    leaf = name.rpartition(".")[2]
    if leaf == "running_var":
        value = 0.5 + generator.random(shape)
    else:
        z = generator.standard_normal(shape)
        if name in ("bg_bias", "fg_bias"):
            value = 0.1 * z
        elif leaf in _SCALES:
            centre, spread = _SCALES[leaf]
            value = centre + spread * z
        elif len(shape) == 1:
            value = 1 + 0.1 * z
        else:
            value = z * np.sqrt(2 / np.prod(shape[1:]))
    return (_gain(name) * value).astype(np.float32)


def _gain(name: str) -> float:
    """Keeps residual sums of a deep ResNet, distances of embeddings and gates in a range where they tell something."""
    if name.startswith("feature_extracter.backbone.layer") and name.endswith(".bn3.weight"):
        return 0.2
    if name == "bn2.weight":
        return 0.5
    return 2.0 if name.endswith(".IA.weight") else 1.0
