"""Validation during training: J&F of the averaged weights on a data set. Importing this loads torch."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.evaluation.benchmark import benchmark, network_method
from core.evaluation.dataset import find_sequences
from core.network.weights import AnyNetwork
from core.propagation.device import resolve_device, resolve_precision
from core.propagation.propagator import Propagator
from core.types import PropagationSettings


@dataclass(frozen=True, slots=True)
class PropagatedValidation:
    """Propagates each sequence of ``split`` of the data set at ``root`` from its first mask, and measures."""

    root: Path
    split: str
    device: str

    def __post_init__(self) -> None:
        """Raises UserError where the data set is not there, before anything is trained."""
        find_sequences(self.root, self.split)

    def __call__(self, network: AnyNetwork) -> Mapping[str, float]:
        """J&F, J and F, 0..1. Raises UserError where the data set is incomplete."""
        device = resolve_device(self.device)
        propagator = Propagator(network, device, resolve_precision("auto", device))
        with tempfile.TemporaryDirectory() as masks:
            method = network_method(propagator, PropagationSettings())
            result = benchmark(self.root, self.split, Path(masks), method)
        assert result is not None, "nothing asks this benchmark to stop"
        summary = result.evaluation.summary
        return {"J&F": summary.mean, "J": summary.region.mean, "F": summary.boundary.mean}
