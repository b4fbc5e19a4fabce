"""The propagation loop (Algorithm 1): one frame after another, away from what a person drew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any

import torch

from core.network.interface import SegmentationNetwork
from core.propagation.checks import check_clip, check_seed, check_settings, memory_advice
from core.propagation.device import Precision
from core.propagation.frames import Frames
from core.propagation.plan import Leg, plan, remaining
from core.propagation.state import SavedState
from core.propagation.walk import Walk
from core.types import FrameResult, RunRequest

AnyNetwork = SegmentationNetwork[Any, Any, Any, Any]

_AUTOCAST: dict[str, torch.dtype] = {"bf16": torch.bfloat16, "fp16": torch.float16}


def autocast(device: torch.device, precision: Precision) -> AbstractContextManager[Any]:
    """The context in which the network itself runs: half precision where asked for, nothing otherwise."""
    half = _AUTOCAST.get(precision)
    return torch.autocast(device.type, half or torch.bfloat16, enabled=half is not None)


class Propagator:
    """Propagates masks with one network on one device.

    The network is moved to ``device`` and to double precision for ``"fp64"``, single for all others; ``"bf16"`` and
    ``"fp16"`` run it under autocast, while the softmax and the entropy stay in single precision.
    """

    def __init__(self, network: AnyNetwork, device: str | torch.device = "cpu", precision: Precision = "fp32") -> None:
        self.device = torch.device(device)
        self.precision: Precision = precision
        with memory_advice(self.device):
            dtype = torch.float64 if precision == "fp64" else torch.float32
            self.network = network.to(self.device, dtype).eval()

    def run(
        self,
        source: Frames,
        request: RunRequest,
        should_stop: Callable[[], bool] = lambda: False,
        resume: SavedState | None = None,
    ) -> Run:
        """Check the request now; compute one frame at each ``next``, until the end or until ``should_stop()``.

        Args:
            source: The clip.
            request: What to propagate over it.
            should_stop: Asked before every frame.
            resume: Where an equal run stood (:meth:`Run.saved`): only the frames after it are computed.

        Raises:
            UserError: For a range, seed, frame or setting that cannot be propagated, a state of another clip,
                network or run, or when memory runs out.
        """
        check_settings(request.settings)
        check_clip(request, source.frame_count, source.height, source.width)
        legs = plan(request)
        for seed in (seed for leg in legs for seed in (leg.seed, *leg.joins.values())):
            check_seed(seed, source.height, source.width)
        walk = Walk(self.network, self.device, lambda: autocast(self.device, self.precision), source, request)
        if resume is not None:
            legs = remaining(legs, resume.state.start, resume.frame)
            walk.resume(resume)
        return Run(walk, legs, self.device, should_stop, resumed=resume is not None)


class Run(Iterator[FrameResult]):
    """The results of a propagation, computed one at a time."""

    def __init__(
        self, walk: Walk, legs: Sequence[Leg], device: torch.device, should_stop: Callable[[], bool], resumed: bool
    ) -> None:
        self._walk = walk
        self._results = self._computed(legs, device, should_stop, resumed)

    def __next__(self) -> FrameResult:
        return next(self._results)

    def saved(self) -> SavedState:
        """The propagation as it stands after the last result: hand it to an equal run to go on from there."""
        return self._walk.saved()

    def _computed(
        self, legs: Sequence[Leg], device: torch.device, should_stop: Callable[[], bool], resumed: bool
    ) -> Iterator[FrameResult]:
        for number, leg in enumerate(legs):
            if should_stop():
                return
            if number > 0 or not resumed:
                with memory_advice(device):
                    self._walk.start(leg.seed)
            for index in leg.frames:
                if should_stop():
                    return
                with memory_advice(device):
                    result = self._walk.step(index, leg.joins.get(index))
                yield result
