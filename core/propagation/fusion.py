"""Gaps between two seeds, filled from both sides: what the two directions say of a frame is made one.

Neither direction is right everywhere. Each is the better the nearer its seed and the surer it is of a pixel, so both
are mixed pixel by pixel: with ``s`` the way from the first seed to the second (0..1) and ``c1``, ``c2`` the certainties
0..1 (one minus the normalised entropy), the second direction counts ``s c2 / ((1 - s) c1 + s c2)``.

Imports no torch: the window asks here how many frames a run will yield.
"""

from __future__ import annotations

import math
import tempfile
import zlib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import pairwise
from types import TracebackType
from typing import IO, Protocol, Self, TypeVar

import numpy as np

from core.errors import UserError
from core.masks.labels import region_similarity
from core.progress import ShouldStop
from core.propagation.plan import planned_frames
from core.types import (
    BACKGROUND,
    VOID,
    EntropyUnit,
    Float32Array,
    FrameResult,
    PoolSummary,
    PropagationSettings,
    RunRequest,
    Seed,
    SeedMode,
    UInt8Array,
    read_only,
)

_FLOOR = 1e-6
"""Added inside the logarithm, as where the network's own entropy is computed."""
_LEVELS = 255
"""What is laid aside is kept at this many levels: a 500th off at most."""

SourceT = TypeVar("SourceT")


class Results(Protocol):
    """The results of a run, one at a time; closing them ends it."""

    def __iter__(self) -> Iterator[FrameResult]: ...

    def __next__(self) -> FrameResult: ...

    def close(self) -> None: ...


Run = Callable[[SourceT, RunRequest, ShouldStop], Results]


@dataclass(frozen=True, slots=True, eq=False)
class Distribution:
    """What one direction says of a frame.

    Attributes:
        ids: The objects it knows.
        probabilities: (N, H, W) ``float32``, background first, then objects as in ``ids``; they sum to 1.
        certainty: (H, W) ``float32``, 1 where it is sure and 0 where it could be anything.
    """

    ids: tuple[int, ...]
    probabilities: Float32Array
    certainty: Float32Array


def fuse(first: Distribution, second: Distribution, share: float) -> Distribution:
    """What both say together of a frame that lies ``share`` (0..1) of the way from the first's seed to the second's.

    At 0 it is the first, at 1 the second; where both say the same, it is that; exchanging the two and ``share`` for
    1 - ``share`` changes nothing. An object that only one of them knows is as that one says.
    """
    ids = tuple(sorted({*first.ids, *second.ids}))
    one, other = _over(ids, first, second), _over(ids, second, first)
    part = second_part(share, first.certainty, second.certainty)
    mixed: Float32Array = one + part * (other - one)
    return Distribution(ids, mixed, first.certainty + part * (second.certainty - first.certainty))


def second_part(share: float, first: Float32Array, second: Float32Array) -> Float32Array:
    """How much the second counts, 0..1 (H, W), by the way gone and both certainties (H, W).

    Where neither is sure of anything the way alone decides.
    """
    near, far = (1.0 - share) * first, share * second
    total = near + far
    part: Float32Array = np.full_like(total, share)
    np.divide(far, total, out=part, where=total > _FLOOR)
    return part


def _over(ids: Sequence[int], opinion: Distribution, other: Distribution) -> Float32Array:
    """The probabilities of ``opinion`` for the objects ``ids``; of those it does not know, what ``other`` says."""
    if tuple(ids) == opinion.ids:
        return opinion.probabilities
    foreign = [i for i in ids if i not in opinion.ids]
    places = {object_id: place for place, object_id in enumerate(other.ids, start=1)}
    theirs = {object_id: other.probabilities[places[object_id]] for object_id in foreign}
    left = 1.0 - sum(theirs.values(), start=np.zeros_like(opinion.certainty))
    own = {object_id: opinion.probabilities[place] * left for place, object_id in enumerate(opinion.ids, start=1)}
    return np.stack([opinion.probabilities[0] * left, *((own | theirs)[object_id] for object_id in ids)])


@dataclass(frozen=True, slots=True, eq=False)
class PassResult:
    """A result of one direction, as far as the other one needs it."""

    opinion: Distribution
    pool: PoolSummary


def pass_result(result: FrameResult, settings: PropagationSettings) -> PassResult:
    """What of ``result``, which carries probabilities, goes into the fused one."""
    assert result.probabilities is not None, "asked for by stages()"
    highest = 1.0 if settings.entropy_unit == "normalised" else math.log(len(result.object_ids) + 1)
    certainty = np.clip(1.0 - result.entropy.astype(np.float32) / np.float32(highest), 0.0, 1.0)
    return PassResult(Distribution(result.object_ids, result.probabilities, certainty), result.pool)


def combine(first: PassResult, second: FrameResult, share: float, settings: PropagationSettings) -> FrameResult:
    """Both directions' results of one frame made one (see :func:`fuse`). Its time is the second's alone."""
    fused = fuse(first.opinion, pass_result(second, settings).opinion, share)
    labels, won = _winners(fused)
    entropy = _entropy(fused.probabilities, settings.entropy_unit)
    unsure = entropy > settings.alpha
    return replace(
        second,
        object_ids=fused.ids,
        labels=read_only(labels),
        scores={i: float(won[labels == i].mean()) if (labels == i).any() else 0.0 for i in fused.ids},
        entropy=read_only(entropy.astype(np.float16)),
        reliability=read_only(np.where(unsure, 0, 255).astype(np.uint8)),
        unsure_share=float(unsure.mean()),
        pool=_both_pools(first.pool, second.pool),
        agreement=_agreement(first.opinion, second),
        probabilities=read_only(fused.probabilities) if settings.keep_probabilities else None,
    )


def _agreement(first: Distribution, second: FrameResult) -> dict[int, float]:
    """Per object the overlap (J) of both directions' masks; objects that only one of them knows are left out."""
    labels, _ = _winners(first)
    found = {}
    for object_id in set(first.ids) & set(second.object_ids):
        found[object_id] = region_similarity(labels == object_id, second.labels == object_id)
    return found


def _winners(opinion: Distribution) -> tuple[UInt8Array, Float32Array]:
    """Label map (H, W) of the most probable, the first where several tie, and that probability (H, W)."""
    best = opinion.probabilities[0].copy()
    labels = np.full(best.shape, BACKGROUND, np.uint8)
    for object_id, candidate in zip(opinion.ids, opinion.probabilities[1:], strict=True):
        labels[candidate > best] = object_id
        np.maximum(best, candidate, out=best)
    return labels, best


def _entropy(probabilities: Float32Array, unit: EntropyUnit) -> Float32Array:
    nats = np.zeros(probabilities.shape[1:], np.float32)
    for channel in probabilities:
        nats -= channel * np.log(channel + np.float32(_FLOOR))
    np.maximum(nats, 0, out=nats)
    return nats / np.float32(math.log(len(probabilities))) if unit == "normalised" else nats


def _both_pools(first: PoolSummary, second: PoolSummary) -> PoolSummary:
    return PoolSummary(tuple(dict.fromkeys((*first.frames, *second.frames))), first.pixels + second.pixels)


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of a run: a run of its own, or, where ``back`` is given, a gap that is gone through in both directions."""

    ahead: RunRequest
    back: RunRequest | None = None


def stages(request: RunRequest) -> list[Stage]:
    """A run in both directions as its parts: the gaps between seeds that begin again, what follows, what goes before.

    Any other run is one part.
    """
    seeds = sorted((s for s in request.seeds if request.first <= s.index <= request.last), key=lambda seed: seed.index)
    starts = [seed.index for place, seed in enumerate(seeds) if place == 0 or seed.mode is SeedMode.RESET]
    if request.direction != "both" or len(starts) < 2:
        return [Stage(request)]
    parts = [_gap(request, first, last) for first, last in pairwise(starts) if last - first > 1]
    if starts[-1] < request.last:
        parts.append(Stage(replace(request, first=starts[-1], direction="forward")))
    if request.first < starts[0]:
        parts.append(Stage(replace(request, seeds=(seeds[0],), last=starts[0], direction="backward")))
    return parts


def _gap(request: RunRequest, first: int, last: int) -> Stage:
    settings = replace(request.settings, keep_probabilities=True)
    between = replace(request, first=first, last=last, settings=settings, direction="forward")
    return Stage(between, replace(between, direction="backward"))


def frame_total(request: RunRequest) -> int:
    """How many results :func:`fused` will yield: a frame in a gap counts twice. Raises UserError like ``plan``."""
    passes = [one for stage in stages(request) for one in (stage.ahead, stage.back) if one is not None]
    return sum(len(planned_frames(one)) for one in passes)


def fused(
    run: Run[SourceT], source: SourceT, request: RunRequest, should_stop: ShouldStop
) -> Generator[FrameResult, None, None]:
    """The results of ``run`` for ``request``; where two seeds bracket a gap, of both directions, fused.

    Such a frame comes twice, as the first direction says it and then fused, so that a run that ends early leaves no
    hole. What waits for its other half lies in a temporary file.

    Args:
        run: Computes one request, as :meth:`core.propagation.propagator.Propagator.run` does.
        source: The clip.
        request: What to propagate over it.
        should_stop: Asked before every frame.

    Raises:
        UserError: As ``run`` does, and where the disk has no room for what waits.
    """
    for stage in stages(request):
        if should_stop():
            return
        if stage.back is None:
            with closing(run(source, stage.ahead, should_stop)) as results:
                yield from results
        else:
            yield from _both_ways(run, source, stage.ahead, stage.back, request.settings, should_stop)


def _both_ways(
    run: Run[SourceT],
    source: SourceT,
    ahead: RunRequest,
    back: RunRequest,
    settings: PropagationSettings,
    should_stop: ShouldStop,
) -> Generator[FrameResult, None, None]:
    joins = {seed.index: seed for seed in ahead.seeds if ahead.first < seed.index < ahead.last}
    with SpillFile() as waiting:
        with closing(run(source, ahead, should_stop)) as results:
            for result in results:
                waiting.put(result.index, pass_result(result, settings))
                yield result if settings.keep_probabilities else replace(result, probabilities=None)
        if should_stop():
            return
        with closing(run(source, back, should_stop)) as results:
            for result in results:
                share = (result.index - ahead.first) / (ahead.last - ahead.first)
                made = combine(waiting.take(result.index), result, share, settings)
                yield _with_drawn(made, joins[result.index]) if result.index in joins else made


def _with_drawn(result: FrameResult, seed: Seed) -> FrameResult:
    """``result`` with what the user drew on its frame."""
    said = (seed.labels != BACKGROUND) & (seed.labels != VOID)
    return replace(result, labels=read_only(np.where(said, seed.labels, result.labels)))


class SpillFile:
    """Halves laid aside in a temporary file, packed to a few percent of their size."""

    def __init__(self) -> None:
        self._places: dict[int, _Place] = {}
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="rpcm-")  # noqa: SIM115 - closed by __exit__
        self._end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def put(self, index: int, laid: PassResult) -> None:
        """Lay the half of frame ``index`` aside. Raises UserError where there is no room."""
        opinion = laid.opinion
        levels = np.rint(np.concatenate([opinion.probabilities, opinion.certainty[None]]) * _LEVELS).astype(np.uint8)
        packed = zlib.compress(levels.tobytes(), 1)
        try:
            self._file.seek(self._end)
            self._file.write(packed)
            self._file.flush()
        except OSError as error:
            raise UserError(
                "Cannot write temporary files to {path} ({reason}).",
                "Free some space there, or propagate in one direction only. Finished frames are kept.",
                path=tempfile.gettempdir(),
                reason=error.strerror,
            ) from error
        self._places[index] = _Place(self._end, len(packed), levels.shape, opinion.ids, laid.pool)
        self._end += len(packed)

    def take(self, index: int) -> PassResult:
        """The half of frame ``index``, which has been laid aside."""
        place = self._places.pop(index)
        self._file.seek(place.start)
        levels = np.frombuffer(zlib.decompress(self._file.read(place.size)), np.uint8).reshape(place.shape)
        probabilities: Float32Array = levels[:-1].astype(np.float32)
        probabilities /= np.maximum(probabilities.sum(0), 1)
        certainty: Float32Array = levels[-1].astype(np.float32) / np.float32(_LEVELS)
        return PassResult(Distribution(place.ids, probabilities, certainty), place.pool)


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    size: int
    shape: tuple[int, ...]
    ids: tuple[int, ...]
    pool: PoolSummary
