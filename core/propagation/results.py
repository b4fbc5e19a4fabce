"""From what the network says of a frame to what the user gets: labels, scores, entropy, reliability."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from core.propagation.checks import memory_errors_as_user_errors
from core.propagation.pipeline import Stopwatch
from core.propagation.reliability import entropy, unsure
from core.propagation.state import SavedState
from core.types import BACKGROUND, FrameResult, PoolSummary, PropagationSettings, RunRequest, UInt8Array, read_only


@dataclass(frozen=True)
class Estimate:
    """What the network says of one frame at frame size: ``probabilities`` (N, H, W), ``channels`` (H, W)."""

    probabilities: Tensor
    channels: Tensor
    settings: PropagationSettings

    @cached_property
    def entropy(self) -> Tensor:
        """(H, W) in the unit of the settings. Not every frame's is needed before the next frame."""
        return entropy(self.probabilities, self.settings.entropy_unit)

    @cached_property
    def unsure(self) -> Tensor:
        """Where the entropy exceeds alpha, bool (H, W)."""
        return unsure(self.entropy, self.settings.alpha)


@dataclass(frozen=True, slots=True)
class Step:
    """One frame gone: the ``estimate``, and ``probabilities`` and ``channels`` after an annotation had its say.

    ``ids`` are the objects by channel, ``pool`` what was matched against, ``saved`` the state after the frame,
    ``picture`` the frame, shrunk.
    """

    index: int
    ids: tuple[int, ...]
    estimate: Estimate
    probabilities: Tensor
    channels: Tensor
    pool: PoolSummary
    watch: Stopwatch
    saved: SavedState
    level: float = 1.0
    picture: UInt8Array | None = None


@torch.inference_mode()
def frame_result(step: Step, request: RunRequest) -> FrameResult:
    """The result of a step, in read-only numpy arrays. Raises UserError where memory runs out."""
    estimate, watch = step.estimate, step.watch
    with memory_errors_as_user_errors(step.channels.device), watch.stage("decide"):
        return FrameResult(
            run_id=request.run_id,
            index=step.index,
            object_ids=step.ids,
            labels=read_only(np.array([BACKGROUND, *step.ids], np.uint8)[step.channels.cpu().numpy()]),
            scores=dict(zip(step.ids, scores(step.probabilities, step.channels)[1:], strict=True)),
            entropy=read_only(estimate.entropy.clamp(min=0).half().cpu().numpy()),
            reliability=read_only(np.where(estimate.unsure.cpu().numpy(), np.uint8(0), np.uint8(255))),
            unsure_share=int(estimate.unsure.count_nonzero()) / estimate.unsure.numel(),
            pool=step.pool,
            seconds=watch.seconds,
            level=step.level,
            picture=step.picture,
            probabilities=_kept(step) if request.settings.keep_probabilities else None,
        )


def _kept(step: Step) -> Any:
    """The probabilities as predicted: objects first annotated on this very frame have 0."""
    predicted = step.estimate.probabilities
    padded = F.pad(predicted, (0, 0, 0, 0, 0, len(step.ids) + 1 - len(predicted)))
    return read_only(padded.cpu().numpy().astype(np.float32))


def scores(probabilities: Tensor, channels: Tensor) -> list[float]:
    """Per channel the mean probability over the pixels that it won, 0 where it won none."""
    count = probabilities.shape[0]
    won = probabilities.gather(0, channels[None]).flatten().double()
    totals = torch.bincount(channels.flatten(), won, minlength=count)
    pixels = torch.bincount(channels.flatten(), minlength=count)
    return [float(score) for score in totals / pixels.clamp(min=1)]
