"""The recipe of the compact network, and a run by it.

Several processes with one thread each beat one process with several threads wherever something else runs on the
machine: OpenMP's spinning barriers make small convolutions crawl as soon as one thread is held up.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from core.network.compact.model import CompactNetwork
from core.training.compact.step import Batch, StepOptions, clip_loss
from core.training.data.clips import Mixture, TrainingClip
from core.training.loss import hardest_share
from core.training.run import Budget, TrainingRun, World

SCALARS = ("scales", "distance_gain", "distance_bias")
"""Of the matching: they want a higher rate than the rest."""
PRETRAINED = ("encoder.stem.weight", "encoder.stem.bias", "encoder.blocks.")
"""What of an EfficientNet-Lite encoder comes from ImageNet; no parameter of the residual encoder is called so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe(Budget):
    """Everything that decides a run, beside the data.

    Attributes:
        rate, least_rate, warm_up: Peak of the learning rate, its end as a share of that, steps until it is reached.
        decay: Weight decay of matrices; vectors do not decay.
        scalar_rate: How much faster the matching's scalars learn.
        length: Frames a clip, until ``late_from`` of the run; then crops are ``late_size`` and clips ``late_length``.
        real_first, real_last: Share of real clips in the beginning, and from 70 % of the run on.
        paste, generated, twin, zoom, least_shown, most_shown: See :class:`.Mixture`.
        resolutions: Factors on the side of the crops, one drawn for each step; clips get shorter as crops grow.
        encoder_rate: How much faster, or slower, a pretrained encoder learns than the rest.
        shares: Of the draws, per data set in the order given; empty: by their number of videos.
        teacher: Chance of true previous masks in the beginning; it falls to 0 in the first quarter.
    """

    rate: float = 1e-3
    least_rate: float = 0.01
    warm_up: int = 100
    decay: float = 0.03
    scalar_rate: float = 8.0
    length: int = 4
    late_size: int = 192
    late_length: int = 5
    late_from: float = 0.7
    real_first: float = 0.45
    real_last: float = 0.75
    paste: float = 0.6
    generated: float = 0.05
    teacher: float = 0.5
    twin: float = 0.15
    zoom: float = 0.0
    least_shown: float = 0.85
    most_shown: float = 1.6
    resolutions: tuple[float, ...] = (1.0,)
    encoder_rate: float = 0.2
    shares: tuple[float, ...] = ()

    def limits(self) -> dict[str, tuple[Any, bool, str]]:
        """See :class:`Budget`."""
        fits = self.late_size % self.grain == self.rest and self.late_size >= self.grain
        return {
            **Budget.limits(self),
            "--rate": (self.rate, 0 < self.rate < math.inf, "more than 0"),
            "--length": (self.length, self.length >= 2, "2 or more"),
            "--late-length": (self.late_length, self.late_length >= 2, "2 or more"),
            "--late-size": (self.late_size, fits, f"a multiple of {self.grain}"),
            **{f"--{name}": (value, 0 <= value <= 1, "0 to 1") for name, value in self._chances().items()},
            "--warm-up": (self.warm_up, self.warm_up >= 1, "1 or more"),
            "--encoder-rate": (self.encoder_rate, 0 <= self.encoder_rate < math.inf, "0 or more"),
            "--shown": (self.least_shown, 0.1 <= self.least_shown <= self.most_shown <= 10, "two numbers, 0.1 to 10"),
            "--resolutions": (self.resolutions, self._resolutions_fit(), "factors from 0.25 to 4"),
        }

    def _chances(self) -> dict[str, float]:
        return {"paste": self.paste, "twin": self.twin, "zoom": self.zoom, "teacher": self.teacher}

    def _resolutions_fit(self) -> bool:
        return len(self.resolutions) > 0 and all(0.25 <= factor <= 4 for factor in self.resolutions)

    @property
    def longest(self) -> int:
        """Frames of the longest clip."""
        return max(self.length, self.late_length)


def parameter_groups(network: nn.Module, recipe: Recipe) -> list[dict[str, Any]]:
    """Matrices decay, vectors do not, the matching's scalars learn faster, a pretrained encoder slower, undecayed."""
    matrices: list[nn.Parameter] = []
    vectors: list[nn.Parameter] = []
    scalars: list[nn.Parameter] = []
    pretrained: list[nn.Parameter] = []
    for name, parameter in network.named_parameters():
        if name.startswith(PRETRAINED):
            pretrained.append(parameter)
        else:
            (scalars if name in SCALARS else matrices if parameter.ndim > 1 else vectors).append(parameter)
    groups = [
        {"params": matrices, "weight_decay": recipe.decay, "gain": 1.0},
        {"params": vectors, "weight_decay": 0.0, "gain": 1.0},
        {"params": scalars, "weight_decay": 0.0, "gain": recipe.scalar_rate},
        {"params": pretrained, "weight_decay": 0.0, "gain": recipe.encoder_rate},
    ]
    # States of networks without a pretrained encoder have three groups.
    return [group for group in groups if group["params"]]


class CompactRun(TrainingRun[CompactNetwork, Recipe]):
    """AdamW, warm-up and cosine; all clips of a process at once."""

    preset = "compact"

    def __init__(self, network: CompactNetwork, recipe: Recipe, folder: Path, world: World | None = None) -> None:
        super().__init__(network, recipe, folder, world)
        self.optimiser = torch.optim.AdamW(parameter_groups(network, recipe), lr=recipe.rate, betas=(0.9, 0.99))

    @property
    def rate(self) -> float:
        """Learning rate now: warm-up, then cosine to ``least_rate`` of the peak."""
        cosine = 0.5 * (1 + math.cos(math.pi * self.progress))
        peak = self.recipe.rate * min(1.0, (self.step + 1) / self.recipe.warm_up)
        return peak * (self.recipe.least_rate + (1 - self.recipe.least_rate) * cosine)

    def making(self, progress: float, step: int) -> Mixture:
        """What clips are made of."""
        recipe = self.recipe
        share = min(1.0, progress / 0.7)
        late = progress >= recipe.late_from
        size, length = (recipe.late_size, recipe.late_length) if late else (recipe.size, recipe.length)
        factor = recipe.resolutions[int(np.random.default_rng([recipe.seed, step]).integers(len(recipe.resolutions)))]
        grown = max(recipe.grain, round(size * factor / recipe.grain) * recipe.grain)
        return Mixture(
            size=grown,
            # About as many pixels a clip at every resolution.
            length=min(recipe.longest, max(3, round(length * (size / grown) ** 2))),
            real=recipe.real_first + (recipe.real_last - recipe.real_first) * share,
            paste=recipe.paste,
            generated=recipe.generated,
            twin=recipe.twin,
            zoom=recipe.zoom,
            least_shown=recipe.least_shown,
            most_shown=recipe.most_shown,
        )

    @property
    def options(self) -> StepOptions:
        """Hard-pixel mining and teacher forcing now."""
        hardest = hardest_share(round(1e6 * self.progress), 1_000_000, 0.25, 0.3)
        return StepOptions(hardest=hardest, teacher=max(0.0, self.recipe.teacher * (1 - self.progress / 0.25)))

    def learn(self, clips: Sequence[TrainingClip], rng: np.random.Generator, weight: float) -> Tensor:
        """See :class:`TrainingRun`."""
        batch = Batch.of(list(clips), self.device)
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.recipe.precision == "bf16"):
            loss = clip_loss(self.network, batch, self.options, rng) * weight
        loss.backward()
        return loss.detach()
