"""A training run: what every recipe shares. How far it is, one step of it, and its state in a file.

Whatever a step draws depends on the seed, the step and the clip's number alone: a resumed run goes on as if it had not
been interrupted (bit by bit on a CPU), and several processes train on the clips that one would have trained on.
"""

from __future__ import annotations

import json
import logging
import math
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

import numpy as np
import torch
from torch import Tensor, distributed, nn

from core.errors import UserError
from core.network.compact.model import CompactNetwork
from core.network.interface import SegmentationNetwork
from core.network.weights import load_network
from core.training.checkpoint import read_state, write_state
from core.training.data.clips import TrainingClip

LOG = logging.getLogger(__name__)

STATE = "state.pt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What every recipe says.

    ``minutes`` is the planned wall time of the whole run: the schedule follows its share that has passed, so that a run
    on a busy machine still ends with a finished schedule. With ``steps`` it counts steps instead, and a resumed run
    continues bit by bit as if it had not been interrupted (on a CPU).

    Attributes:
        clip_norm: The gradient is scaled down to this norm.
        ema: Weight of the past in the running average of weights, per step.
        seed: Of all draws and of the network's first weights.
        save_seconds: Between two savings of the state.
        accumulate: Parts into which a step's clips are divided, one computed after another.
        precision: ``"bf16"`` or ``"fp32"``.
        clips: Clips a step, over all processes.
        size: Side of the crops in pixels: a multiple of ``grain`` and ``rest`` more.
    """

    minutes: float = 60.0
    steps: int | None = None
    clip_norm: float = 1.0
    ema: float = 0.998
    seed: int = 0
    save_seconds: float = 120.0
    accumulate: int = 1
    precision: str = "bf16"
    clips: int = 6
    size: int = 192
    grain: ClassVar[int] = 32
    rest: ClassVar[int] = 0

    def check(self) -> None:
        """Refuse what no run can be made of. Raises UserError."""
        for name, (value, is_right, advice) in self.limits().items():
            if not is_right:
                raise UserError(
                    "{name} is {value}, which is out of range.",
                    "Set {name} to {advice}.",
                    name=name,
                    value=value,
                    advice=advice,
                )

    def limits(self) -> dict[str, tuple[Any, bool, str]]:
        """By option: its value, whether that can be used, and what can."""
        sides = f"a multiple of {self.grain}" + (f" and {self.rest} more" if self.rest else "")
        fits = self.size % self.grain == self.rest and self.size >= self.grain
        return {
            "--steps": (self.steps, self.steps is None or self.steps >= 1, "1 or more"),
            "--minutes": (self.minutes, 0 < self.minutes < math.inf, "more than 0"),
            "--clips": (self.clips, self.clips >= 1, "1 or more"),
            "--accumulate": (self.accumulate, self.accumulate >= 1, "1 or more"),
            "--ema": (self.ema, 0 <= self.ema < 1, "0 or more and less than 1"),
            "--seed": (self.seed, self.seed >= 0, "0 or more"),
            "--size": (self.size, fits, sides),
        }

    def passed(self, step: int, seconds: float) -> float:
        """Share of the planned steps, or of the planned time, 0..1."""
        share = step / self.steps if self.steps is not None else seconds / (60 * self.minutes)
        return min(1.0, share)


@dataclass(frozen=True, slots=True)
class World:
    """This process among those that share each step."""

    rank: int = 0
    ranks: int = 1


@dataclass(frozen=True, slots=True)
class Report:
    """What a step did: its loss (mean over processes), the gradient's norm before it was clipped, the rate.

    ``waiting`` is the share of the time so far in which this process waited for clips, its start left out.
    """

    step: int
    loss: float
    gradient: float
    rate: float
    waiting: float = 0.0


@dataclass(frozen=True, slots=True)
class Request:
    """The clips that one process trains on at a step: their seeds, and how they are made."""

    seeds: tuple[tuple[int, ...], ...]
    making: Any


BudgetT = TypeVar("BudgetT", bound=Budget)
NetworkT = TypeVar("NetworkT", bound=SegmentationNetwork)


class TrainingRun(ABC, Generic[NetworkT, BudgetT]):
    """State of a run: network, optimiser, average, step, seconds spent."""

    preset: str
    optimiser: torch.optim.Optimizer

    def __init__(self, network: NetworkT, recipe: BudgetT, folder: Path, world: World | None = None) -> None:
        self.network, self.recipe, self.folder = network, recipe, folder
        self.world = world or World()
        self.average = {k: v.detach().clone() for k, v in network.state_dict().items()}
        self.step, self.spent = 0, 0.0

    @property
    def progress(self) -> float:
        """Share of the planned time, or of the planned steps, that has passed: 0..1."""
        return self.progress_at(self.step)

    def progress_at(self, step: int) -> float:
        """The same at a step to come; where time counts, the present share."""
        return self.recipe.passed(step, self.spent)

    @property
    def device(self) -> torch.device:
        """Where the network is."""
        return next(self.network.parameters()).device

    @property
    @abstractmethod
    def rate(self) -> float:
        """Learning rate now."""

    @abstractmethod
    def making(self, progress: float, step: int) -> Any:
        """How clips of step ``step`` are made, when so much of the run has passed."""

    @abstractmethod
    def learn(self, clips: Sequence[TrainingClip], rng: np.random.Generator, weight: float) -> Tensor:
        """Add the gradient of the mean loss over ``clips`` times ``weight``; returns that scalar, detached."""

    def request(self, step: int) -> Request:
        """This process's clips at ``step``."""
        mine = range(self.world.rank, max(self.recipe.clips, self.world.ranks), self.world.ranks)
        seeds = tuple((self.recipe.seed, step, number) for number in mine)
        return Request(seeds, self.making(self.progress_at(step), step))

    def train_on(self, clips: Sequence[TrainingClip]) -> Report:
        """One step.

        Raises:
            UserError: Where the loss or a gradient is not a number. The weights are as before the step then.
        """
        self.optimiser.zero_grad(set_to_none=True)
        # Not a clip's stream, and the same on every process.
        rng = np.random.default_rng([self.recipe.seed, self.step])
        parts = [clips[i :: self.recipe.accumulate] for i in range(min(self.recipe.accumulate, len(clips)))]
        losses = [self.learn(part, rng, len(part) / len(clips)) for part in parts]
        loss = self._shared(torch.stack(losses).sum())
        norm = nn.utils.clip_grad_norm_(self.network.parameters(), self.recipe.clip_norm, error_if_nonfinite=False)
        self._refuse_no_number(loss, float(norm))
        report = Report(self.step + 1, loss, float(norm), self.rate)
        self._descend()
        return report

    def _refuse_no_number(self, loss: float, norm: float) -> None:
        if np.isfinite(loss) and np.isfinite(norm):
            return
        what = "gradient" if np.isfinite(loss) else "loss"
        raise UserError(
            "The {what} became NaN or infinite at step {step} (seed {seed}).",
            "The last good state is in {path}. Continue from it with a lower learning rate (--rate) or "
            "another seed (--seed).",
            what=what,
            step=self.step,
            seed=self.recipe.seed,
            path=self.folder / STATE,
        )

    def _descend(self) -> None:
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate * group.get("gain", 1.0)
        self.optimiser.step()
        self.step += 1
        weight = min(self.recipe.ema, (1 + self.step) / (10 + self.step))
        for name, value in self.network.state_dict().items():
            self.average[name].lerp_(value, 1 - weight)

    def _shared(self, loss: Tensor) -> float:
        """Average gradients and loss over processes, in one message."""
        if self.world.ranks == 1:
            return float(loss)
        parameters = [p for p in self.network.parameters() if p.requires_grad]
        gradients = [p.grad if p.grad is not None else torch.zeros_like(p) for p in parameters]
        flat = torch.cat([*(g.reshape(-1) for g in gradients), loss.reshape(1).to(gradients[0])])
        distributed.all_reduce(flat)
        flat /= self.world.ranks
        *parts, shared = flat.split([*(p.numel() for p in parameters), 1])
        for parameter, part in zip(parameters, parts, strict=True):
            parameter.grad = part.view_as(parameter)
        return float(shared)

    def agreed(self, seconds: float, stop: bool = False) -> tuple[float, bool]:
        """The longest of all processes' times, so that schedules stay together, and whether one was asked to stop."""
        if self.world.ranks == 1:
            return seconds, stop
        shared = torch.tensor([seconds, float(stop)], dtype=torch.float64, device=self.device)
        distributed.all_reduce(shared, distributed.ReduceOp.MAX)
        return float(shared[0]), bool(shared[1])

    def save(self) -> None:
        """Write the whole state: a kill at any moment leaves the old one or the new one. Raises UserError."""
        write_state(self.folder / STATE, self.state())

    def state(self) -> dict[str, Any]:
        """All that is needed to go on."""
        return {
            "network": self.network.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "spent": self.spent,
            "preset": self.preset,
            "recipe": json.dumps(asdict(self.recipe)),
            "config": json.dumps(self.network.config.as_dict()),
        }

    def start_from(self, weights: str | Path) -> None:
        """Begin a new schedule from finished weights, a bundled name or a file. Raises UserError as loading does."""
        given = load_network(weights, preset=self.preset)
        if isinstance(given, CompactNetwork) and given.clicks is not None:
            # A click head belongs to the encoder that it was trained with, which changes now.
            LOG.warning("The click head of %s is left out: train one on the new encoder (--recipe clicks).", weights)
            given.clicks = None
        self.begin(given.state_dict(), weights)

    def begin(self, state: Mapping[str, Tensor], origin: str | Path) -> None:
        """Take ``state`` as the first weights. Raises UserError where they are of a network built otherwise."""
        own = self.network.state_dict()
        if own.keys() != state.keys() or any(own[name].shape != value.shape for name, value in state.items()):
            raise UserError(
                "The weights {path} belong to a '{preset}' network with a different structure.",
                "Use weights of the same assembly and sizes, or leave out --start.",
                path=origin,
                preset=self.preset,
            )
        self.network.load_state_dict(state)
        self.average = {k: v.detach().clone() for k, v in self.network.state_dict().items()}

    def load(self) -> None:
        """Continue from the state in the run's folder.

        Raises:
            UserError: For a damaged state, or one of another preset or configuration.
        """
        path = self.folder / STATE
        config = self.network.config.as_dict()
        state = read_state(path, self.preset, json.loads(json.dumps(config)))
        self.network.load_state_dict(state["network"])
        self.average = {name: value.to(self.device) for name, value in state["average"].items()}
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.spent = state["step"], state["spent"]
