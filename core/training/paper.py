"""The training step of the paper's reference: a sequence of frames, its loss, and what changes with time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from core.network.rpcm.layers import precise
from core.network.rpcm.model import Rpcm
from core.training.loss import bootstrapped_cross_entropy, hardest_share
from core.types import VOID


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSchedule:
    """What changes while training: the share of pixels that count, and whose previous masks are fed back.

    Attributes:
        mining_steps: Steps over which the share falls linearly from 1 to ``hardest``.
        hardest: The share of pixels, those of the greatest loss, that count in the end.
        own_masks_from: The step from which predictions replace ground truth as previous masks.
    """

    mining_steps: float = 100_000
    hardest: float = 0.15
    own_masks_from: float = 100_000

    def share(self, step: float) -> float:
        """The share of pixels that count at ``step``."""
        return hardest_share(step, self.mining_steps, self.hardest, 1.0)


def sequence_step(
    network: Rpcm,
    images: Sequence[Tensor],
    labels: Sequence[Tensor],
    channel_count: int,
    step: float,
    schedule: PaperSchedule | None = None,
    *,
    weight: float = 1.0,
    autocast: torch.dtype | None = None,
) -> list[float]:
    """Add the gradients of one sequence to the network's parameters; returns the loss of each current frame.

    Args:
        network: In training or evaluation mode.
        images: Prepared (1, 3, h, w): the reference, the previous frame, then the current frames in order.
        labels: Channels of each image, int64 (H, W), 255 where void.
        channel_count: N.
        step: Number of the optimiser's step, which decides what counts.
        schedule: The reference's by default.
        weight: Of the sequence among those of the step.
        autocast: Precision of convolutions; None is that of the network.
    """
    schedule = schedule or PaperSchedule()
    share, memory, losses = schedule.share(step), None, []
    before, mask = images[1], labels[1]
    for image, truth in zip(images[2:], labels[2:], strict=True):
        # Nothing flows through time, so each frame's graph is freed before the next is built.
        with torch.autocast(image.device.type, autocast, enabled=autocast is not None):
            first = network.observe(network.encode(images[0]), said(labels[0]), channel_count)
            previous = network.observe(network.encode(before), said(mask), channel_count)
            reference = network.reference([first], channel_count)
            decision = network.segment(network.encode(image), previous, reference, memory, channel_count)
        logits = precise(decision.logits[None])
        logits = F.interpolate(logits, truth.shape, mode="bilinear", align_corners=True)[0]
        loss = bootstrapped_cross_entropy(logits, truth, share)
        if loss.requires_grad:
            (loss * (weight / (len(images) - 2))).backward()
        losses.append(float(loss.detach()))
        memory = decision.memory
        before, mask = image, logits.argmax(0) if step >= schedule.own_masks_from else truth
    return losses


def said(labels: Tensor) -> Tensor:
    """Labels as channels: -1 where void."""
    return labels.masked_fill(labels == VOID, -1)
