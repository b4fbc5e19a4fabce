"""Clips made in the background, in the order of steps, with the time spent waiting for them."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from typing import Any, Protocol

import cv2
import numpy as np
from torch.utils.data import DataLoader, Dataset, Sampler

from core.errors import UserError
from core.processes import interrupts_held
from core.training.data.clips import TrainingClip
from core.training.run import Request, TrainingRun

AHEAD = 3
"""Steps that each process keeps ready."""


class Maker(Protocol):
    """Makes training clips; it is sent to other processes."""

    def draw(self, rng: np.random.Generator, making: Any) -> TrainingClip:
        """One clip; nothing but ``rng`` decides what it shows."""


class Loader:
    """Yields each step's clips for a run, from its present step on, without end.

    ``workers`` processes draw ahead; with none, clips are drawn when asked for.

    Attributes:
        starting: Seconds until the first step's clips were there.
        waited: Seconds that the run has spent in here since.
    """

    def __init__(self, run: TrainingRun[Any, Any], maker: Maker, workers: int) -> None:
        self.starting, self.waited = 0.0, 0.0
        self._loader = DataLoader(
            _Drawing(maker),
            batch_size=None,
            sampler=_Requests(run),
            num_workers=workers,
            collate_fn=_as_it_is,
            worker_init_fn=_single_threaded,
            multiprocessing_context="spawn" if workers else None,
            prefetch_factor=AHEAD if workers else None,
        )

    def __iter__(self) -> Iterator[list[TrainingClip]]:
        before, started = time.monotonic(), False
        with interrupts_held():
            drawn = iter(self._loader)
        for clips in drawn:
            seconds = time.monotonic() - before
            if started:
                self.waited += seconds
            else:
                self.starting, started = seconds, True
            if isinstance(clips, UserError):
                raise clips
            yield clips
            before = time.monotonic()


class _Drawing(Dataset[Any]):
    def __init__(self, maker: Maker) -> None:
        self._maker = maker

    def __getitem__(self, request: Request) -> list[TrainingClip] | UserError:
        try:
            return [self._maker.draw(np.random.default_rng(seed), request.making) for seed in request.seeds]
        except UserError as error:
            # Raised here it would come out as another kind of error, with the trace of this process in it.
            return error


class _Requests(Sampler[Any]):
    """What to draw, said as late as drawing ahead allows: the schedule may follow the clock."""

    def __init__(self, run: TrainingRun[Any, Any]) -> None:
        self._run = run

    def __iter__(self) -> Iterator[Any]:
        step = self._run.step
        while True:
            yield self._run.request(step)
            step += 1


def _as_it_is(drawn: Any) -> Any:
    return drawn


def _single_threaded(_worker: int) -> None:
    cv2.setNumThreads(1)
    # Ctrl-C is for the run, which ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
