"""The propagation loop (Algorithm 1): one frame after another, away from what the user drew."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, TypeVar

import torch

from core.machine import keep_freed_memory
from core.network.interface import SegmentationNetwork
from core.propagation.checks import check_clip, check_seed, check_settings, memory_errors_as_user_errors
from core.propagation.detail import Lens, Visit, visits
from core.propagation.device import Precision
from core.propagation.pipeline import Encoded, FrameEncoder, Frames, mapped, prefetch
from core.propagation.plan import Segment, plan, remaining
from core.propagation.results import frame_result
from core.propagation.state import SavedState
from core.propagation.stepper import Stepper
from core.types import FrameResult, RunRequest

Finished = Generator[tuple[FrameResult, SavedState], None, None]
T = TypeVar("T")

_AUTOCAST: dict[str, torch.dtype] = {"bf16": torch.bfloat16, "fp16": torch.float16}


def autocast(device: torch.device, precision: Precision) -> AbstractContextManager[Any]:
    """The context in which the network itself runs: half precision where asked for, nothing otherwise."""
    half = _AUTOCAST.get(precision)
    return torch.autocast(device.type, half or torch.bfloat16, enabled=half is not None)


class Propagator:
    """Propagates masks with one network on one device.

    The network is moved to ``device`` and to double precision for ``"fp64"``, single for all others; ``"bf16"`` and
    ``"fp16"`` run it under autocast, while the softmax and the entropy stay in single precision.

    Unless ``overlap`` is off, stages run at the same time, each in a thread of its own: the next frame is decoded and
    (on a processor) encoded while this one is segmented, and the last one's result is made meanwhile. Results are the
    same. On a processor torch's threads are shared out between the two stages that compute.
    """

    def __init__(
        self,
        network: SegmentationNetwork,
        device: str | torch.device = "cpu",
        precision: Precision = "fp32",
        overlap: bool = True,
    ) -> None:
        self.device = torch.device(device)
        self.precision: Precision = precision
        self.overlap = overlap
        with memory_errors_as_user_errors(self.device):
            dtype = torch.float64 if precision == "fp64" else torch.float32
            self.network = network.to(self.device, dtype).eval()

    def run(
        self,
        source: Frames,
        request: RunRequest,
        should_stop: Callable[[], bool] = lambda: False,
        resume: SavedState | None = None,
    ) -> Run:
        """Check the request now; compute while results are taken, until the end or until ``should_stop()``.

        Args:
            source: The clip. It belongs to the run, which reads it in another thread, until the run has ended or was
                closed.
            request: What to propagate over it.
            should_stop: Asked before every result, in the thread that asks for results.
            resume: Where an equal run stood (:meth:`Run.saved`): only the frames after it are computed.

        Raises:
            UserError: For a range, seed, frame or setting that cannot be propagated, a state of another clip,
                network or run, or when memory runs out.
        """
        keep_freed_memory()
        check_settings(request.settings)
        check_clip(request, source.frame_count, source.height, source.width)
        legs = plan(request)
        for seed in (seed for leg in legs for seed in (leg.seed, *leg.joins.values())):
            check_seed(seed, source.height, source.width)
        size = (source.height, source.width)
        lens = Lens(self.network, size, request.settings.detail == "automatic")
        walk = Stepper(self.network, self.device, self._autocast, size, request, lens)
        if resume is not None:
            legs = remaining(legs, resume.state.start, resume.frame)
            walk.resume(resume)
        eye = FrameEncoder(self.network, self.device, self._autocast, source, lens)
        return Run(self._steps(eye, walk, legs, request, resumed=resume is not None), should_stop)

    def _autocast(self) -> AbstractContextManager[Any]:
        return autocast(self.device, self.precision)

    def _steps(
        self, eye: FrameEncoder, walk: Stepper, legs: Sequence[Segment], request: RunRequest, resumed: bool
    ) -> Finished:
        """The stages, one feeding the next."""
        encoded = self._encoded(eye, visits(legs, resumed))
        steps = self._apart(walk.steps(legs, encoded, resumed), "segment")
        return self._apart(mapped(lambda step: (frame_result(step, request), step.saved), steps), "finish", threads=1)

    def _encoded(self, eye: FrameEncoder, frames: Iterable[Visit]) -> Generator[Encoded, None, None]:
        """On an accelerator, which runs one thing after another anyway, pictures alone come from another thread."""
        pictures = eye.pictures(frames)
        if self.device.type == "cpu":
            return self._apart(mapped(eye.encode, pictures), "encode")
        return mapped(eye.encode, self._apart(pictures, "decode"))

    def _apart(
        self, items: Generator[T, None, None], name: str, threads: int | None = None
    ) -> Generator[T, None, None]:
        """``items`` from another thread, in which torch may use ``threads`` threads, by default half of all."""
        if not self.overlap:
            return items
        share = threads or max(1, torch.get_num_threads() // 2)
        return prefetch(items, f"rpcm-{name}", lambda: torch.set_num_threads(share))


class Run(Iterator[FrameResult]):
    """The results of a propagation, in order. It ends its threads when it is exhausted, closed or dropped."""

    def __init__(self, results: Finished, should_stop: Callable[[], bool]) -> None:
        self._results = results
        self._should_stop = should_stop
        self._saved: SavedState | None = None

    def __next__(self) -> FrameResult:
        if self._should_stop():
            self.close()
        result, self._saved = next(self._results)
        return result

    def saved(self) -> SavedState:
        """The propagation as it stands after the last result: hand it to an equal run to go on from there."""
        assert self._saved is not None, "a result comes first"
        return self._saved

    def close(self) -> None:
        """Stop and wait for the frame under way, whose result is dropped. There are no more results then."""
        self._results.close()
