"""A run by the paper's recipe: its schedules, and one sequence after another.

The training step of the paper's reference: a sequence of frames, its loss, and what changes with time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from core.network.rpcm.layers import precise
from core.network.rpcm.model import Rpcm
from core.network.rpcm.preprocess import DEVIATION, MEAN
from core.training.data.clips import TrainingClip
from core.training.loss import bootstrapped_cross_entropy, hardest_share
from core.training.paper.recipe import PaperRecipe, Stage
from core.training.paper.sequences import Cut
from core.training.run import TrainingRun, World
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
    """Labels as channels, of the same shape: -1 where void."""
    return labels.masked_fill(labels == VOID, -1)


class PaperRun(TrainingRun[Rpcm, PaperRecipe]):
    """SGD with momentum in stages; frozen batch norm is part of the network."""

    def __init__(
        self, network: Rpcm, recipe: PaperRecipe, folder: Path, world: World | None = None, preset: str = "resnet101"
    ) -> None:
        super().__init__(network, recipe, folder, world)
        self.preset = preset
        self.optimiser = torch.optim.SGD(
            network.parameters(),
            lr=recipe.stages[0].rate,
            momentum=recipe.momentum,
            weight_decay=recipe.decay,
            nesterov=True,
        )

    def place(self, progress: float) -> tuple[Stage, float]:
        """The stage of the recipe, and how many of its (full) steps have passed, when so much of the run has."""
        passed = progress * self.recipe.full_steps
        for stage in self.recipe.stages[:-1]:
            if passed < stage.steps:
                return stage, passed
            passed -= stage.steps
        return self.recipe.stages[-1], passed

    @property
    def rate(self) -> float:
        """Learning rate now: a linear warm-up and a polynomial decay, again in each stage."""
        stage, passed = self.place(self.progress)
        decayed = stage.rate * float(max(0.0, 1 - passed / stage.steps) ** self.recipe.power)
        # The warm-up is counted from the first step, not from none: a rate of 0 would waste one.
        step = passed + self.recipe.full_steps / self._planned_steps
        return max(self.recipe.least_rate, decayed * min(1.0, step / self.recipe.warm_up))

    @property
    def _planned_steps(self) -> float:
        """Steps of this run; where time counts, what the pace so far promises."""
        if self.recipe.steps is not None:
            return self.recipe.steps
        return self.step / self.progress if self.progress > 0 else self.recipe.full_steps

    @property
    def schedule(self) -> PaperSchedule:
        """Hard-pixel mining and whose masks are fed back, in steps of the present stage."""
        stage, _ = self.place(self.progress)
        return PaperSchedule(
            mining_steps=stage.mined_by * stage.steps,
            hardest=self.recipe.hardest,
            own_masks_from=stage.own_masks_from * stage.steps,
        )

    def making(self, progress: float, step: int) -> Cut:
        """How sequences are cut."""
        del step
        return Cut(self.recipe, 2 + self.place(progress)[0].current)

    def learn(self, clips: Sequence[TrainingClip], rng: np.random.Generator, weight: float) -> Tensor:
        """See :class:`TrainingRun`: sequences one after another, so that memory holds one frame's graph."""
        del rng
        share = weight / len(clips)
        losses = [loss for clip in clips for loss in self._sequence(clip, share)]
        return torch.tensor(losses, device=self.device).sum()

    def _sequence(self, clip: TrainingClip, weight: float) -> list[float]:
        pictures = torch.from_numpy(clip.images).to(self.device).permute(0, 3, 1, 2).float()
        images = prepared(pictures, self.network.config.colour == "bgr")
        labels = torch.from_numpy(clip.labels).to(self.device).long()
        step = self.place(self.progress)[1]
        autocast = torch.bfloat16 if self.recipe.precision == "bf16" else None
        frames = list(images.split(1)), list(labels)
        losses = sequence_step(
            self.network, *frames, clip.objects + 1, step, self.schedule, weight=weight, autocast=autocast
        )
        return [weight * loss / len(losses) for loss in losses]


def prepared(images: Tensor, reverse: bool) -> Tensor:
    """RGB images (T, 3, S, S), 0..255, as the network takes them; ``reverse``: with their channels as BGR."""
    ordered = images.flip(1) if reverse else images
    mean, deviation = (images.new_tensor(values).view(1, 3, 1, 1) for values in (MEAN, DEVIATION))
    return (ordered / 255 - mean) / deviation
