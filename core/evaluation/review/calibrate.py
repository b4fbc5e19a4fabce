"""Fits the quality model of weights: propagates clips whose masks are known, and keeps what a run knew of each mask.

Clips are propagated from their first frame, from their middle, and between two frames in both directions, a few dozen
frames each: an error far from a reference, one near it, and one that both directions share. What was observed lies in a
cache, so that a stopped run goes on where it was.
"""

from __future__ import annotations

import hashlib
import io
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from core.errors import UserError
from core.evaluation.dataset import Sequence as Clip
from core.evaluation.evaluate import read_mask
from core.evaluation.metrics import measure_labels
from core.evaluation.review.reliability import BINS, ErrorCounts
from core.files import read_bytes, write_atomically
from core.masks.labels import object_ids
from core.review.estimator import QualityEstimator
from core.review.features import FEATURES, Observation, expected_errors
from core.review.fitting import FitReport, Pass, fit_quality
from core.review.quality import FALLBACK, QualityModel
from core.types import Direction, PropagationSettings, RunRequest, Seed, read_only
from core.video.source import open_source

if TYPE_CHECKING:
    from core.propagation.propagator import Propagator

LEAST_PASSES = 4
"""With fewer there is nothing to hold out and compare with."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How a caller follows and stops it: ``step`` hears a pass's name and how many of how many are done."""

    step: Callable[[str, int, int], None] = lambda _name, _done, _total: None
    should_stop: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class Plan:
    """What is propagated.

    Attributes:
        frames: The most frames of one pass.
        minutes: No pass is begun after this long; those in the cache count nothing.
        settings: Of the runs.
    """

    frames: int = 45
    minutes: float | None = None
    settings: PropagationSettings = PropagationSettings(detail="automatic")  # noqa: RUF009 - frozen


@dataclass(frozen=True, slots=True)
class _Stretch:
    """One pass over a clip: its ``seeds`` by frame number, its range and direction."""

    clip: Clip
    name: str
    seeds: tuple[int, ...]
    first: int
    last: int
    direction: Direction


def calibrate(
    propagator: Propagator,
    clips: Sequence[Clip],
    cache: Path,
    plan: Plan,
    notes: str,
    progress: Progress | None = None,
) -> tuple[QualityModel, FitReport] | None:
    """The model fitted on ``clips`` and how it did on those held out; None where it was asked to stop.

    Raises:
        UserError: Where a clip cannot be read, or too few could be propagated.
    """
    progress = progress or Progress()
    passes: list[Pass] = []
    counts = ErrorCounts()
    stretches = list(_stretches(clips, plan.frames))
    begun = time.monotonic()
    for done, stretch in enumerate(stretches, 1):
        path = cache / f"{stretch.clip.name}-{stretch.name}.npz"
        late = plan.minutes is not None and time.monotonic() - begun > 60 * plan.minutes
        if not path.is_file():
            if late:
                continue
            found = _observe(propagator, stretch, plan.settings, progress.should_stop)
            if progress.should_stop():
                return None
            _write(path, *found)
        one, some = _read(path, stretch.clip.name)
        if len(one.truth):
            passes.append(one)
            counts.add(some)
        progress.step(path.stem, done, len(stretches))
    if len(passes) < LEAST_PASSES:
        raise UserError(
            "Only {count} clips could be propagated, but a model needs {least_passes}.",
            "Add more clips with --data, or more time with --minutes.",
            count=len(passes),
            least_passes=LEAST_PASSES,
        )
    return fit_quality(passes, counts.best_temperature(), notes)


def cache_name(weights: Path) -> str:
    """A name for the cache of a file of weights: the start of its hash. Raises UserError where it cannot be read."""
    return hashlib.sha256(read_bytes(weights)).hexdigest()[:16]


def _stretches(clips: Sequence[Clip], most: int) -> Iterator[_Stretch]:
    """Every clip from its start first, so that a run that is cut short has seen all of them."""
    lengths = {clip.name: len(_masks(clip)) for clip in clips}
    for clip in clips:
        if lengths[clip.name] > 2:
            yield _Stretch(clip, "start", (0,), 0, min(lengths[clip.name] - 1, most), "forward")
    for place, clip in enumerate(clips):
        count = lengths[clip.name]
        if count < 12:
            continue
        if place % 2:
            half = most // 2
            middle = count // 2
            yield _Stretch(clip, "middle", (middle,), max(0, middle - half), min(count - 1, middle + half), "both")
        else:
            last = min(count - 1, most // 2)
            yield _Stretch(clip, "between", (0, last), 0, last, "both")


def _masks(clip: Clip) -> list[Path]:
    return sorted(path for path in clip.masks.iterdir() if path.suffix.lower() == ".png")


def _observe(
    propagator: Propagator, stretch: _Stretch, settings: PropagationSettings, should_stop: Callable[[], bool]
) -> tuple[Pass, ErrorCounts]:
    from core.propagation.fusion import fused

    masks = _masks(stretch.clip)
    counts = ErrorCounts()
    found: list[tuple[Observation, float]] = []
    with open_source(stretch.clip.frames) as source:
        seeds = tuple(Seed(index, read_only(read_mask(masks[index]))) for index in stretch.seeds)
        if not all(object_ids(seed.labels) for seed in seeds):
            return _as_pass(stretch.clip.name, found), counts
        follower = QualityEstimator(FALLBACK)
        for seed in seeds:
            follower.add_seed(seed, source.read(seed.index).image)
        request = RunRequest(
            run_id=1,
            seeds=seeds,
            first=stretch.first,
            last=stretch.last,
            direction=stretch.direction,
            settings=settings,
        )
        with closing(fused(propagator.run, source, request, should_stop)) as results:
            for result in results:
                true = read_mask(masks[result.index])
                observed = follower.observe(result)
                measures = measure_labels(result.labels, true, [one.object_id for one in observed])
                found += [(one, measures[one.object_id].region) for one in observed]
                counts.count(expected_errors(result), result.labels != true)
    return _as_pass(stretch.clip.name, found), counts


def _as_pass(clip: str, found: Sequence[tuple[Observation, float]]) -> Pass:
    rows = np.array([one.values for one, _ in found], np.float32).reshape(-1, len(FEATURES))
    truth = np.array([region for _, region in found], np.float64)
    return Pass(clip, rows, truth, np.array([one.frame for one, _ in found], np.int64))


def _write(path: Path, one: Pass, counts: ErrorCounts) -> None:
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer, rows=one.rows, truth=one.truth, frames=one.frames, total=counts.total, wrong=counts.wrong
    )
    write_atomically(path, buffer.getvalue())


def _read(path: Path, clip: str) -> tuple[Pass, ErrorCounts]:
    """Raises UserError where the file is damaged or of another version."""
    hint = "Remove the cache and start again."
    try:
        with np.load(io.BytesIO(read_bytes(path)), allow_pickle=False) as stored:
            one = Pass(clip, stored["rows"], stored["truth"], stored["frames"])
            counts = ErrorCounts(stored["total"], stored["wrong"])
    except (ValueError, KeyError, EOFError, OSError, zipfile.BadZipFile) as error:
        raise UserError("{path} is damaged.", hint, path=path) from error
    if one.rows.shape != (len(one.truth), len(FEATURES)) or counts.total.shape != (BINS,):
        raise UserError("{path} was written by another version of the program.", hint, path=path)
    return one, counts
