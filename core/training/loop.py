"""The training loop of the compact network: resumable at any moment, on one process or several.

Several processes with one thread each beat one process with several threads wherever something else runs on the
machine: OpenMP's spinning barriers make small convolutions crawl as soon as one thread is held up.
"""

from __future__ import annotations

import json
import logging
import math
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from torch import distributed, nn

from core.errors import UserError
from core.network.compact import CompactConfig, CompactNetwork, build_compact
from core.network.weights import load_network
from core.training.clips import ClipMaker, Mixture
from core.training.loss import hardest_share
from core.training.step import Batch, StepOptions, clip_loss

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Everything that decides a run, beside the data.

    ``minutes`` is the planned wall time of the whole run: learning rate, curriculum and mixture follow its share that
    has passed, so that a run on a busy machine still ends with a finished schedule. With ``steps`` the schedule counts
    steps instead, and a resumed run continues bit by bit as if it had not been interrupted (on a CPU, one process).
    """

    minutes: float = 60.0
    steps: int | None = None
    clips: int = 6
    rate: float = 1e-3
    least_rate: float = 0.01
    warm_up: int = 100
    decay: float = 0.03
    ema: float = 0.998
    clip_norm: float = 1.0
    scalar_rate: float = 8.0
    seed: int = 0
    size: int = 192
    length: int = 4
    late_size: int = 192
    late_length: int = 5
    late_from: float = 0.7
    real_first: float = 0.45
    real_last: float = 0.75
    paste: float = 0.6
    teacher: float = 0.5
    save_seconds: float = 120.0


SCALARS = ("scales", "distance_gain", "distance_bias")


def parameter_groups(network: nn.Module, recipe: Recipe) -> list[dict[str, Any]]:
    """Matrices decay, vectors do not, the matching's scalars learn faster."""
    matrices: list[nn.Parameter] = []
    vectors: list[nn.Parameter] = []
    scalars: list[nn.Parameter] = []
    for name, parameter in network.named_parameters():
        (scalars if name in SCALARS else matrices if parameter.ndim > 1 else vectors).append(parameter)
    return [
        {"params": matrices, "weight_decay": recipe.decay, "gain": 1.0},
        {"params": vectors, "weight_decay": 0.0, "gain": 1.0},
        {"params": scalars, "weight_decay": 0.0, "gain": recipe.scalar_rate},
    ]


class Run:
    """State of a training run and how it is saved: network, optimiser, average, step, time spent, random state."""

    def __init__(self, network: CompactNetwork, recipe: Recipe, folder: Path, rank: int = 0, ranks: int = 1) -> None:
        self.network, self.recipe, self.folder = network, recipe, folder
        self.rank, self.ranks = rank, ranks
        self.optimiser = torch.optim.AdamW(parameter_groups(network, recipe), lr=recipe.rate, betas=(0.9, 0.99))
        self.average = {k: v.detach().clone() for k, v in network.state_dict().items()}
        self.step, self.spent = 0, 0.0

    @property
    def progress(self) -> float:
        """Share of the planned time, or of the planned steps, that has passed: 0..1."""
        if self.recipe.steps is not None:
            return min(1.0, self.step / self.recipe.steps)
        return min(1.0, self.spent / (60 * self.recipe.minutes))

    @property
    def rate(self) -> float:
        """Learning rate now: warm-up, then cosine to ``least_rate`` of the peak."""
        cosine = 0.5 * (1 + math.cos(math.pi * self.progress))
        peak = self.recipe.rate * min(1.0, (self.step + 1) / self.recipe.warm_up)
        return peak * (self.recipe.least_rate + (1 - self.recipe.least_rate) * cosine)

    @property
    def mixture(self) -> Mixture:
        """What clips are made of now."""
        recipe = self.recipe
        share = min(1.0, self.progress / 0.7)
        late = self.progress >= recipe.late_from
        return Mixture(
            size=recipe.late_size if late else recipe.size,
            length=recipe.late_length if late else recipe.length,
            real=recipe.real_first + (recipe.real_last - recipe.real_first) * share,
            paste=recipe.paste,
        )

    @property
    def options(self) -> StepOptions:
        """Hard-pixel mining and teacher forcing now."""
        hardest = hardest_share(round(1e6 * self.progress), 1_000_000, 0.25, 0.3)
        return StepOptions(hardest=hardest, teacher=max(0.0, self.recipe.teacher * (1 - self.progress / 0.25)))

    def train_step(self, maker: ClipMaker) -> float:
        """Draw a batch, go one step; returns the loss. Stops the run where the loss is not a number."""
        count = max(1, self.recipe.clips // self.ranks)
        device = next(self.network.parameters()).device
        # Seeded by the step, so that a resumed run draws what it would have drawn.
        rng = np.random.default_rng([self.recipe.seed, self.rank, self.step])
        batch = Batch.of([maker.draw(rng, self.mixture) for _ in range(count)], device)
        with torch.autocast(device.type, torch.bfloat16):
            loss = clip_loss(self.network, batch, self.options, rng)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        self._share_gradients()
        nn.utils.clip_grad_norm_(self.network.parameters(), self.recipe.clip_norm, error_if_nonfinite=False)
        self._descend()
        return float(loss.detach())

    def _descend(self) -> None:
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate * group["gain"]
        gradients = [p.grad for p in self.network.parameters() if p.grad is not None]
        if not all(torch.isfinite(g).all() for g in gradients):
            message = f"The loss stopped being a number at step {self.step}."
            raise UserError(message, f"The last good state is in {self.folder}; resume with a lower learning rate.")
        self.optimiser.step()
        self.step += 1
        weight = min(self.recipe.ema, (1 + self.step) / (10 + self.step))
        for name, value in self.network.state_dict().items():
            self.average[name].lerp_(value, 1 - weight)

    def _share_gradients(self) -> None:
        """Average gradients over processes in one message."""
        if self.ranks == 1:
            return
        parameters = [p for p in self.network.parameters() if p.requires_grad]
        gradients = [p.grad if p.grad is not None else torch.zeros_like(p) for p in parameters]
        flat = torch.cat([g.reshape(-1) for g in gradients])
        distributed.all_reduce(flat)
        flat /= self.ranks
        for parameter, part in zip(parameters, flat.split([p.numel() for p in parameters]), strict=True):
            parameter.grad = part.view_as(parameter)

    def save(self) -> None:
        """Write the whole state beside, then rename: a kill at any moment leaves the old state or the new one."""
        state = {
            "network": self.network.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "spent": self.spent,
            "recipe": json.dumps(asdict(self.recipe)),
            "config": json.dumps(self.network.config.as_dict()),
        }
        part = self.folder / "state.pt.part"
        torch.save(state, part)
        part.replace(self.folder / "state.pt")

    def start_from(self, weights: str | Path) -> None:
        """Begin a new schedule from finished weights, a bundled name or a file. Raises UserError as loading does."""
        self.network.load_state_dict(load_network(weights, preset="compact").state_dict())
        self.average = {k: v.detach().clone() for k, v in self.network.state_dict().items()}

    def load(self, path: Path) -> None:
        """Continue from a saved state."""
        state = torch.load(path, weights_only=True, map_location="cpu")
        self.network.load_state_dict(state["network"])
        self.average = state["average"]
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.spent = state["step"], state["spent"]


def steps(run: Run, maker: ClipMaker) -> Iterator[tuple[int, float]]:
    """Train until the planned time has passed, saving as it goes; yields (step, loss)."""
    saved = time.monotonic()
    while run.progress < 1.0:
        before = time.monotonic()
        loss = run.train_step(maker)
        run.spent += _agreed(run, time.monotonic() - before)
        if run.rank == 0 and time.monotonic() - saved > run.recipe.save_seconds:
            run.save()
            saved = time.monotonic()
        yield run.step, loss
    if run.rank == 0:
        run.save()


def _agreed(run: Run, seconds: float) -> float:
    """The same step time on every process, so that schedules stay together."""
    if run.ranks == 1:
        return seconds
    shared = torch.tensor([seconds], dtype=torch.float64)
    distributed.all_reduce(shared, distributed.ReduceOp.MAX)
    return float(shared)


def train(
    maker: ClipMaker,
    recipe: Recipe,
    folder: Path,
    config: CompactConfig,
    start: str | Path | None,
    rank: int,
    ranks: int,
) -> Run:
    """Run (or resume) training in ``folder``; writes ``log.csv`` and ``state.pt`` there."""
    cv2.setNumThreads(1)
    torch.manual_seed(recipe.seed)
    folder.mkdir(parents=True, exist_ok=True)
    run = Run(build_compact(config), recipe, folder, rank, ranks)
    if (folder / "state.pt").exists():
        run.load(folder / "state.pt")
    elif start is not None:
        run.start_from(start)
    recent: list[float] = []
    for step, loss in steps(run, maker):
        recent.append(loss)
        if rank == 0 and step % 20 == 0:
            row = f"{step},{run.spent:.0f},{run.rate:.6f},{np.mean(recent):.4f}\n"
            with (folder / "log.csv").open("a", encoding="utf-8") as log:
                log.write(row)
            recent.clear()
    return run
