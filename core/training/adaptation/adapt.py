"""Fine-tuning on one clip: a minute of training on the frames that the user annotated.

The idea is that of Lucid Data Dreaming (Khoreva et al., IJCV 2019): a few annotated frames, moved and coloured again,
make endless short clips of the very objects in question. What comes out is kept only where it is not a worse on the
annotated frames: see :func:`accepted`. J is the region similarity: intersection over union.
"""

from __future__ import annotations

import copy
import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np
import torch

from core.errors import UserError, os_errors_as_user_errors
from core.network.compact.model import CompactNetwork
from core.network.weights import load_network, save_network
from core.progress import ShouldStop
from core.project.adapted_weights import Adaptation, adapted_path
from core.project.frames import open_frames
from core.project.store import ProjectStore
from core.propagation.checks import memory_errors_as_user_errors
from core.propagation.device import resolve_device, resolve_precision
from core.propagation.propagator import Propagator, autocast
from core.training.adaptation.examples import Example, ExampleClips, read_examples
from core.training.adaptation.validation_pairs import ValidationPair, measure_pairs, validation_pairs
from core.training.compact.step import Batch, StepOptions, clip_loss
from core.video.frame_source import FrameSource

LOG = logging.getLogger(__name__)

FROZEN = ("encoder.",)
"""Names of parameters that do not change begin with one of these."""
WARM_UP = 10
FIRST_GUESS_SECONDS = 10.0
BLENDS = (0.5, 0.25)
"""Shares of the adapted weights, the rest the weights as they were, tried in this order.

Half keeps most of what was learned, and more of what was known than the adapted weights alone, which can lose on frames
that nobody annotated (Wortsman et al., "Robust Fine-Tuning of Zero-Shot Models", CVPR 2022; measured here in
docs/evaluation.md).
"""
TOLERANCE = 0.005
"""A single frame may lose this much J, which rounding alone can cost, where the mean does not fall."""
State = dict[str, torch.Tensor]
Stage = Literal["measuring", "training"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdaptSettings:
    """How a network is adapted.

    Attributes:
        weights: What it starts from: a bundled name or a file, of a compact network.
        seconds: Wall time of training; measuring before and after comes on top, some ten seconds each.
        device: As in ``rpcm propagate --device``.
        rate: Peak learning rate.
        clips: Clips a step.
        size: Side of the training crops in pixels of the network's input.
        steps: Stop after so many steps, if time has not run out before.
        seed: Of the draws.
    """

    weights: str | Path = "compact"
    seconds: float = 60.0
    device: str = "auto"
    rate: float = 2e-4
    clips: int = 2
    size: int = 224
    steps: int | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True)
class AdaptProgress:
    """Where an adaptation stands: ``share`` of the whole, 0..1; ``seconds_left`` is an estimate."""

    stage: Stage
    share: float
    seconds_left: float


@dataclass(frozen=True, slots=True)
class FrameChange:
    """J of an annotated frame, predicted from the annotated frame before it: with the weights as they were, and new.

    Both 0..1.
    """

    index: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class AdaptOutcome:
    """What came of it.

    Attributes:
        adaptation: To be given to :func:`.keep`; None where it was refused.
        file: The weights, beside the project; None where it was refused.
        frames: The annotated frames that it was measured on.
        blend: Share of the adapted weights in what was measured last, 0..1.
        steps: Steps trained.
    """

    adaptation: Adaptation | None
    file: Path | None
    frames: tuple[FrameChange, ...]
    blend: float
    steps: int

    @property
    def before(self) -> float:
        """Mean J over ``frames`` before, 0..1."""
        return float(np.mean([frame.before for frame in self.frames]))

    @property
    def after(self) -> float:
        """Mean J over ``frames`` after, 0..1."""
        return float(np.mean([frame.after for frame in self.frames]))

    def text(self) -> str:
        """One sentence for the user."""
        figures = f"J on {len(self.frames)} annotated frames {self.before:.3f} before, {self.after:.3f} after"
        if self.adaptation is None:
            return f"Refused, and nothing changed: the adapted network would be no better ({figures})."
        return f"Adapted: {figures}."

    def withdraw(self) -> None:
        """Remove the weights again, where nobody is there any more to keep them."""
        if self.file is not None:
            self.file.unlink(missing_ok=True)


Report = Callable[[AdaptProgress], None]


def adapt_project(
    project: Path,
    settings: AdaptSettings,
    progress: Report = lambda _progress: None,
    should_stop: ShouldStop = lambda: False,
) -> AdaptOutcome | None:
    """Adapt a network to the annotated frames of ``project`` and write it beside; the project itself is only read.

    Returns:
        The outcome, or None where ``should_stop`` said so: then nothing is left behind.

    Raises:
        UserError: Where fewer than two frames of an object are annotated, the weights are not of a compact network, the
            frames are gone, memory runs out or the file cannot be written.
    """
    with closing(ProjectStore.open(project, read_only=True)) as store, open_frames(store) as source:
        for warning in source.warnings:
            LOG.warning("%s", warning)
        examples, path = read_examples(store, source), store.path
        hops = validation_pairs(examples)
        if not hops:
            raise UserError(
                "Fine-tuning needs two annotated frames that share an object. {name} has none.",
                "Propagate, correct one or more frames where the masks drift, then fine-tune.",
                name=path.name,
            )
        adapter = _Adapter(settings, examples, hops, source)
        with memory_errors_as_user_errors(adapter.device):
            changes, blend = adapter.run(progress, should_stop) or ((), 0.0)
        if not changes:
            return None
        return _outcome(path, settings, adapter, changes, blend)


def accepted(changes: Sequence[FrameChange]) -> bool:
    """Whether no annotated frame became worse (but for ``TOLERANCE``), and all of them together better."""
    gains = [frame.after - frame.before for frame in changes]
    return min(gains) >= -TOLERANCE and sum(gains) > 0


def blended(old: State, new: State, share: float) -> State:
    """``share`` of the new weights and the rest of the old, rounded as they will be stored (half precision)."""
    return {name: torch.lerp(value, new[name], share).half().to(value) for name, value in old.items()}


class _Adapter:
    """An adaptation under way: a network that learns from the examples and is measured by the hops."""

    def __init__(
        self, settings: AdaptSettings, examples: Sequence[Example], hops: Sequence[ValidationPair], source: FrameSource
    ) -> None:
        self.device = resolve_device(settings.device)
        self.steps = 0
        self._precision = resolve_precision("auto", self.device)
        network = load_network(settings.weights, self.device)
        if not isinstance(network, CompactNetwork):
            raise UserError(
                "The weights '{name}' do not belong to a compact network.",
                "Choose weights of a compact network; only these can be fine-tuned in a minute.",
                name=settings.weights,
            )
        self.network = network
        self._settings, self._hops, self._source = settings, hops, source
        self._clips = ExampleClips(examples, settings.size)

    def run(self, progress: Report, should_stop: ShouldStop) -> tuple[tuple[FrameChange, ...], float] | None:
        """Measure, train, and measure the blends until one is accepted: the last one's changes and its share."""
        bar = _Bar(progress, self._settings.seconds)
        before = self._measured(bar, should_stop)
        old = copy.deepcopy(self.network.state_dict())
        if before is None or not self._train(bar, should_stop):
            return None
        new = copy.deepcopy(self.network.state_dict())
        changes: tuple[FrameChange, ...] = ()
        for blend in BLENDS:
            self.network.load_state_dict(blended(old, new, blend))
            after = self._measured(bar, should_stop)
            if after is None:
                return None
            changes = tuple(map(FrameChange, (hop.last for hop in self._hops), before, after))
            if accepted(changes):
                break
        return changes, blend

    def _measured(self, bar: _Bar, should_stop: ShouldStop) -> list[float] | None:
        with bar.measuring():
            propagator = Propagator(self.network, self.device, self._precision)
            return measure_pairs(propagator, self._source, self._hops, should_stop)

    def _train(self, bar: _Bar, should_stop: ShouldStop) -> bool:
        """Train until time is up; False where stopped."""
        settings = self._settings
        # The encoder has seen many clips and keeps what it knows; what reads masks from its features adapts.
        for name, parameter in self.network.named_parameters():
            parameter.requires_grad_(not name.startswith(FROZEN))
        learning = [parameter for parameter in self.network.parameters() if parameter.requires_grad]
        optimiser = torch.optim.AdamW(learning, lr=settings.rate, betas=(0.9, 0.99), weight_decay=0.0)
        begun = time.monotonic()
        while (passed := self._passed(time.monotonic() - begun)) < 1.0:
            if should_stop():
                return False
            bar.training(passed)
            for group in optimiser.param_groups:
                group["lr"] = settings.rate * min(1.0, (self.steps + 1) / WARM_UP) * (1 - 0.9 * passed)
            self._step(optimiser, learning)
        return True

    def _passed(self, seconds: float) -> float:
        """Share of the time, or of the steps, that has passed."""
        steps = self._settings.steps
        return max(seconds / self._settings.seconds, self.steps / steps if steps else 0.0)

    def _step(self, optimiser: torch.optim.Optimizer, learning: Sequence[torch.nn.Parameter]) -> None:
        rng = np.random.default_rng([self._settings.seed, self.steps])
        batch = Batch.of([self._clips.draw(rng) for _ in range(self._settings.clips)], self.device)
        with autocast(self.device, self._precision):
            loss = clip_loss(self.network, batch, StepOptions(hardest=0.5, teacher=0.25), rng)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        self.steps += 1


class _Bar:
    """Turns what is done into shares of the whole. Measuring takes as long as it took the first time."""

    def __init__(self, report: Report, training_seconds: float) -> None:
        self._report, self._training = report, training_seconds
        self._measuring: float | None = None
        self._done = 0.0

    @contextmanager
    def measuring(self) -> Iterator[None]:
        """A round of measuring; the first tells how long one takes."""
        self._tell("measuring")
        begun = time.monotonic()
        yield
        if self._measuring is None:
            self._measuring = time.monotonic() - begun
        self._done += self._measuring

    def training(self, passed: float) -> None:
        """``passed`` 0..1 of the training is done."""
        self._done = (self._measuring or 0.0) + passed * self._training
        self._tell("training")

    def _tell(self, stage: Stage) -> None:
        whole = self._training + 2 * (self._measuring or FIRST_GUESS_SECONDS)
        self._report(AdaptProgress(stage, min(1.0, self._done / whole), max(0.0, whole - self._done)))


def _outcome(
    project: Path, settings: AdaptSettings, adapter: _Adapter, changes: tuple[FrameChange, ...], blend: float
) -> AdaptOutcome:
    """Write the weights where they are accepted."""
    refused = AdaptOutcome(None, None, changes, blend, adapter.steps)
    if not accepted(changes):
        return refused
    file = _written(project, adapter.network, {"adapted_from": str(settings.weights), "steps": str(adapter.steps)})
    kept = Adaptation(
        file=file.name,
        base=str(settings.weights),
        used=True,
        before=refused.before,
        after=refused.after,
        frames=tuple(frame.index for frame in changes),
    )
    return replace(refused, adaptation=kept, file=file)


def _written(project: Path, network: CompactNetwork, notes: Mapping[str, str]) -> Path:
    draft = project.with_name(f"{project.stem}.adapting.safetensors")
    save_network(network, draft, "compact", notes, dtype=torch.float16)
    with os_errors_as_user_errors(draft, "write"):
        return draft.replace(adapted_path(project, draft.read_bytes()))
