"""The recipe of the click head, and a run by it: simulated clicks on a frozen encoder.

As in RITM (Sofiiuk et al., 2021) clicks are added where the network errs and its own mask is fed back; every pass adds
to the gradient, since the features, which cost most, are computed once for all of them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from core.errors import UserError
from core.network.compact.clicks import GRID, ClickConfig, ClickHead, fingerprint
from core.network.compact.model import CompactNetwork
from core.network.weights import load_network
from core.selection.clicks import Click, next_click
from core.training.compact.click_samples import ClickMaking, degraded, random_click, truth_of
from core.training.data.clips import TrainingClip
from core.training.run import Budget, TrainingRun, World
from core.types import BoolArray

FIRST_CLICKS = 4
"""A sample starts with one to so many clicks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClickRecipe(Budget):
    """Everything that decides a run, beside the data.

    Attributes:
        rate, least_rate, warm_up, decay: As in the compact recipe.
        late_size, late_from: Side of the crops from so much of the run on.
        real: Share of frames of videos, the rest stills.
        passes: A batch is looked at one to so many times, each time with one click more.
        masked: Share of samples that start from a mask with faults, the rest from none.
    """

    rate: float = 1e-3
    least_rate: float = 0.01
    warm_up: int = 50
    decay: float = 0.03
    clips: int = 8
    late_size: int = 256
    late_from: float = 0.7
    real: float = 0.35
    passes: int = 3
    masked: float = 0.4
    ema: float = 0.995

    def limits(self) -> dict[str, tuple[Any, bool, str]]:
        """See :class:`Budget`."""
        fits = self.late_size % self.grain == 0 and self.late_size >= self.grain
        return {
            **Budget.limits(self),
            "--rate": (self.rate, 0 < self.rate < math.inf, "more than 0"),
            "--late-size": (self.late_size, fits, f"a multiple of {self.grain}"),
            "--warm-up": (self.warm_up, self.warm_up >= 1, "1 or more"),
        }

    @property
    def longest(self) -> int:
        """Frames of the longest clip."""
        return 1

    @property
    def shares(self) -> tuple[float, ...]:
        """Data sets are drawn from by their number of videos."""
        return ()


class ClickRun(TrainingRun[CompactNetwork, ClickRecipe]):
    """AdamW on the head alone, warm-up and cosine."""

    preset = "clicks"

    def __init__(self, network: CompactNetwork, recipe: ClickRecipe, folder: Path, world: World | None = None) -> None:
        head = with_head(network)
        super().__init__(network, recipe, folder, world)
        network.requires_grad_(False)
        head.requires_grad_(True)
        matrices = [p for p in head.parameters() if p.ndim > 1]
        vectors = [p for p in head.parameters() if p.ndim <= 1]
        groups = [{"params": matrices, "weight_decay": recipe.decay}, {"params": vectors, "weight_decay": 0.0}]
        self.head = head
        self.optimiser = torch.optim.AdamW(groups, lr=recipe.rate, betas=(0.9, 0.99))

    @property
    def rate(self) -> float:
        """Learning rate now: warm-up, then cosine to ``least_rate`` of the peak."""
        cosine = 0.5 * (1 + math.cos(math.pi * self.progress))
        peak = self.recipe.rate * min(1.0, (self.step + 1) / self.recipe.warm_up)
        return peak * (self.recipe.least_rate + (1 - self.recipe.least_rate) * cosine)

    def making(self, progress: float, step: int) -> ClickMaking:
        """What samples are made of."""
        del step
        late = progress >= self.recipe.late_from
        return ClickMaking(self.recipe.late_size if late else self.recipe.size, self.recipe.real)

    def learn(self, clips: Sequence[TrainingClip], rng: np.random.Generator, weight: float) -> Tensor:
        """See :class:`TrainingRun`."""
        samples = _Samples(clips, rng, self.recipe.masked, self.device)
        bf16 = torch.autocast(self.device.type, torch.bfloat16, enabled=self.recipe.precision == "bf16")
        with torch.no_grad(), bf16:
            features = self.network.encode(self.network.normalise(samples.images))
        passes = int(rng.integers(1, self.recipe.passes + 1))
        total = torch.zeros((), device=self.device)
        for number in range(passes):
            with bf16:
                logits = self.head(features.shared, features.detail, *samples.prompts())
            loss = click_loss(logits, samples.labels) * (weight / passes)
            loss.backward()
            total += loss.detach()
            if number + 1 < passes:
                samples.click(logits.detach().sigmoid(), rng)
        return total

    def state(self) -> dict[str, Any]:
        """See :class:`TrainingRun`; how the head is built beside it."""
        head = {"config": self.head.config.as_dict(), "encoder": self.head.encoder}
        return {**super().state(), "clicks": json.dumps(head)}

    def load(self) -> None:
        """See :class:`TrainingRun`."""
        super().load()
        self.head.encoder = fingerprint(self.network.state_dict())

    def start_from(self, weights: str | Path) -> None:
        """Begin with the encoder of finished weights, and with their head where they have one.

        Raises:
            UserError: As loading does, and where the network is built otherwise.
        """
        given = load_network(weights, preset="compact")
        assert isinstance(given, CompactNetwork)
        if given.clicks is None:
            given.clicks = self.head
        self.begin(given.state_dict(), weights)
        self.head.encoder = fingerprint(self.network.state_dict())

    def take_head(self, weights: str | Path) -> None:
        """Begin with the head of other weights, whichever encoder it was made for. Raises UserError."""
        given = load_network(weights, preset="compact")
        if not isinstance(given, CompactNetwork) or given.clicks is None:
            raise UserError("{weights} has no click head.", "Leave out --head to train a new one.", weights=weights)
        if given.clicks.config != self.head.config:
            raise UserError(
                "The click head of {weights} has a different structure.", "Leave out --head.", weights=weights
            )
        self.head.load_state_dict(given.clicks.state_dict())
        self.average = {k: v.detach().clone() for k, v in self.network.state_dict().items()}


def with_head(network: CompactNetwork) -> ClickHead:
    """The network's click head; it gets a fresh one where it has none."""
    if network.clicks is None:
        config = ClickConfig(network.config.shared, network.config.widths[0])
        network.clicks = ClickHead(config, fingerprint(network.state_dict())).to(network.key.weight.device)
    return network.clicks


def click_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """Normalised focal loss (Sofiiuk et al., *AdaptIS*, ICCV 2019) and soft Dice, mean over pictures.

    Args:
        logits: (B, 1, h, w).
        labels: (B, H, W), 0, 1, 255 void.
    """
    logits = F.interpolate(logits, labels.shape[-2:], mode="bilinear", align_corners=False)[:, 0]
    valid, truth = (labels != 255).float(), (labels == 1).float()
    log_right = F.logsigmoid(torch.where(truth > 0, logits, -logits))
    wrong = (1 - log_right.exp()) ** 2 * valid
    scale = (valid.sum((1, 2)) / (wrong.sum((1, 2)) + 1e-3)).detach()
    focal = -(wrong * log_right * valid).sum((1, 2)) * scale / valid.sum((1, 2)).clamp(min=1)
    guess = logits.sigmoid() * valid
    dice = 1 - (2 * (guess * truth).sum((1, 2)) + 1) / (guess.sum((1, 2)) + truth.sum((1, 2)) + 1)
    return (focal + 0.5 * dice).mean()


class _Samples:
    """A batch with its clicks and present masks, which grow from pass to pass."""

    def __init__(
        self, clips: Sequence[TrainingClip], rng: np.random.Generator, masked: float, device: torch.device
    ) -> None:
        images = np.stack([clip.images[0] for clip in clips])
        self.images = torch.from_numpy(images).to(device).permute(0, 3, 1, 2).float()
        labels = np.stack([clip.labels[0] for clip in clips])
        self.labels = torch.from_numpy(labels).to(device).long()
        self._truths = [truth_of(each) for each in labels]
        self._clicks: list[list[Click]] = [[] for _ in clips]
        cells = (len(clips), 1, labels.shape[1] // GRID, labels.shape[2] // GRID)
        self._masks = torch.zeros(cells, device=device)
        self._present = torch.zeros(len(clips), device=device)
        for number, (truth, valid) in enumerate(self._truths):
            self._start(number, truth, valid, rng, rng.random() < masked)

    def _start(self, number: int, truth: BoolArray, valid: BoolArray, rng: np.random.Generator, masked: bool) -> None:
        mask = np.zeros(truth.shape, np.float32)
        if masked:
            mask = degraded(rng, truth)
            cells = torch.from_numpy(mask)[None, None]
            self._masks[number] = F.avg_pool2d(cells, GRID)[0].to(self._masks)
            self._present[number] = 1
        first = next_click(truth, mask >= 0.5, valid, rng)
        others = [random_click(rng, truth, valid) for _ in range(max(0, int(rng.integers(-2, FIRST_CLICKS))))]
        self._clicks[number] += [click for click in (first, *others) if click is not None]

    def prompts(self) -> tuple[Tensor, Tensor, Tensor]:
        """Clicks (B, K, 3), masks (B, 1, h/4, w/4), whether there is a mask (B,), as the head takes them."""
        most = max(1, *(len(clicks) for clicks in self._clicks))
        table = np.zeros((len(self._clicks), most, 3), np.float32)
        for row, clicks in zip(table, self._clicks, strict=True):
            for place, click in zip(row, clicks, strict=False):
                place[:] = click.x + 0.5, click.y + 0.5, 1 if click.positive else -1
        return torch.from_numpy(table).to(self._masks), self._masks, self._present

    def click(self, masks: Tensor, rng: np.random.Generator) -> None:
        """Take ``masks`` (B, 1, h/4, w/4) as present ones and add a click to each picture where it errs."""
        self._masks, self._present = masks, torch.ones_like(self._present)
        whole = F.interpolate(masks, self.labels.shape[-2:], mode="bilinear", align_corners=False)[:, 0]
        guesses = (whole >= 0.5).cpu().numpy()
        for clicks, (truth, valid), guess in zip(self._clicks, self._truths, guesses, strict=True):
            click = next_click(truth, guess, valid, rng)
            clicks.extend([] if click is None else [click])
