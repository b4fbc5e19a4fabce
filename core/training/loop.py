"""The training loop of every recipe: draw, step, save, report, validate, until the schedule ends."""

from __future__ import annotations

import copy
import logging
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

import torch

from core.errors import UserError
from core.network.interface import SegmentationNetwork
from core.network.weights import save_network
from core.training.loading import Loader, Maker
from core.training.report import Reporter
from core.training.run import Report, TrainingRun

LOG = logging.getLogger(__name__)

FAILED_SAVES = 3
"""Savings in a row that may fail before the run stops; until then someone may make room on the disk."""
BEST = "best.safetensors"


class Validator(Protocol):
    """Measures a network on clips that it was not trained on; sent to the process that reports."""

    def __call__(self, network: SegmentationNetwork) -> Mapping[str, float]:
        """Scores by name; the first decides which weights are the best."""


@dataclass(frozen=True, slots=True)
class Watch:
    """How a run is accompanied.

    Attributes:
        workers: Processes that draw clips ahead; with none they are drawn when needed.
        validator: None does not validate.
        validate_minutes: Training time between two validations; the last state is always measured.
        snapshot_minutes: Training time between two files of averaged weights that stay; None writes none.
        should_stop: Asked after each step.
    """

    workers: int = 0
    validator: Validator | None = None
    validate_minutes: float = 30.0
    snapshot_minutes: float | None = None
    should_stop: Callable[[], bool] = lambda: False


def steps(run: TrainingRun[Any, Any], maker: Maker, watch: Watch | None = None) -> Iterator[Report]:
    """Train until the schedule ends or someone stops it, saving as it goes; yields what each step did.

    Raises:
        UserError: For broken data, a loss that is not a number, or a disk that stays full.
    """
    watch = watch or Watch()
    loader = Loader(run, maker, watch.workers)
    drawn = iter(loader)
    saver = _Saver(run)
    stopped, first = False, run.spent
    while run.progress < 1.0 and not stopped:
        before = time.monotonic()
        report = run.train_on(next(drawn))
        seconds, stopped = run.agreed(time.monotonic() - before, watch.should_stop())
        run.spent += seconds
        saver.save_if_due()
        yield replace(report, waiting=loader.waited / max(run.spent - first - loader.starting, 1e-9))
    saver.save()


class _Saver:
    """Saves now and then, on the first process alone."""

    def __init__(self, run: TrainingRun[Any, Any]) -> None:
        self._run = run
        self._last = time.monotonic()
        self._failed = 0

    def save_if_due(self) -> None:
        if time.monotonic() - self._last < self._run.recipe.save_seconds:
            return
        try:
            self.save()
        except UserError as error:
            self._failed += 1
            if self._failed == FAILED_SAVES:
                raise
            LOG.warning("%s Training goes on and will try again.", error)
        self._last = time.monotonic()

    def save(self) -> None:
        if self._run.world.rank == 0:
            self._run.save()
        self._failed = 0


def train(run: TrainingRun[Any, Any], maker: Maker, reporter: Reporter, watch: Watch) -> None:
    """Train ``run`` to its end, report to ``reporter`` and validate. Raises UserError as :func:`steps` does."""
    measured = kept = run.spent
    for report in steps(run, maker, watch):
        reporter.step(report, run.progress, run.spent)
        if run.spent - measured > 60 * watch.validate_minutes:
            _validate(run, watch, reporter)
            measured = run.spent
        if watch.snapshot_minutes is not None and run.spent - kept > 60 * watch.snapshot_minutes:
            _snapshot(run)
            kept = run.spent
    _validate(run, watch, reporter)


def _snapshot(run: TrainingRun[Any, Any]) -> None:
    """Keep the averaged weights of this step, on the first process alone."""
    if run.world.rank == 0:
        _keep(averaged(run), run, f"rpcm-{run.preset}-{run.step:06d}.safetensors")


def _keep(network: SegmentationNetwork, run: TrainingRun[Any, Any], name: str) -> None:
    """Write weights beside the state, in half precision; where that fails the run goes on."""
    try:
        save_network(network, run.folder / name, run.preset, {"steps": str(run.step)}, dtype=torch.float16)
    except UserError as error:
        LOG.warning("%s The run goes on.", error)


def _validate(run: TrainingRun[Any, Any], watch: Watch, reporter: Reporter) -> None:
    """Measure the averaged weights on the first process; the others wait for it with their next step."""
    if watch.validator is None or run.world.rank != 0 or watch.should_stop():
        return
    network = averaged(run)
    scores = watch.validator(network)
    if reporter.validated(run.step, scores):
        _keep(network, run, BEST)


def averaged(run: TrainingRun[Any, Any]) -> SegmentationNetwork:
    """A copy of the network with the averaged weights, ready for evaluation."""
    network: SegmentationNetwork = copy.deepcopy(run.network)
    network.load_state_dict(run.average)
    return network.eval()
