"""How well annotated frames are predicted from one another: the measure by which an adaptation is judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from core.masks.labels import region_similarity
from core.propagation.propagator import Propagator
from core.training.adaptation.examples import Example
from core.types import BACKGROUND, VOID, Frame, RunRequest, Seed, UInt8Array, read_only
from core.video.frame_source import FrameSource

MOST_HOPS = 6
MOST_STEPS = 8


@dataclass(frozen=True, slots=True, eq=False)
class ValidationPair:
    """From one annotated frame to a later one: the frames to step over (both ends included), and what is true there."""

    frames: tuple[int, ...]
    seed: UInt8Array
    truth: UInt8Array
    ids: tuple[int, ...]

    @property
    def last(self) -> int:
        """The frame that is predicted."""
        return self.frames[-1]


@dataclass(frozen=True, slots=True)
class FrameSubset:
    """Some frames of a source as a clip of their own."""

    source: FrameSource
    indices: tuple[int, ...]

    @property
    def frame_count(self) -> int:
        return len(self.indices)

    @property
    def height(self) -> int:
        return self.source.height

    @property
    def width(self) -> int:
        return self.source.width

    def name(self, index: int) -> str:
        return self.source.name(self.indices[index])

    def read(self, index: int) -> Frame:
        return self.source.read(self.indices[index])


def validation_pairs(examples: Sequence[Example]) -> list[ValidationPair]:
    """From each annotated frame to the next, where they share an object; at most ``MOST_HOPS``, spread over the clip.

    A long way is taken in ``MOST_STEPS`` strides at most, so that measuring takes seconds.
    """
    found = [_hop(first, second) for first, second in pairwise(examples) if set(first.ids) & set(second.ids)]
    if len(found) <= MOST_HOPS:
        return found
    return [found[i] for i in np.linspace(0, len(found) - 1, MOST_HOPS).round().astype(int)]


def _hop(first: Example, second: Example) -> ValidationPair:
    steps = min(MOST_STEPS, second.index - first.index)
    frames = np.linspace(first.index, second.index, steps + 1).round().astype(int)
    shared = tuple(i for i in first.ids if i in second.ids)
    return ValidationPair(tuple(int(i) for i in frames), first.labels, second.labels, shared)


def measure_pairs(
    propagator: Propagator, source: FrameSource, hops: Sequence[ValidationPair], should_stop: Callable[[], bool]
) -> list[float] | None:
    """J (mean over the objects, 0..1) of each hop's last frame; None where stopped."""
    scores = []
    for hop in hops:
        seed = Seed(0, read_only(hop.seed))
        request = RunRequest(run_id=1, seeds=(seed,), first=0, last=len(hop.frames) - 1)
        with closing(propagator.run(FrameSubset(source, hop.frames), request, should_stop)) as run:
            labels = [result.labels for result in run]
        if should_stop():
            return None
        scores.append(mean_similarity(labels[-1], hop.truth, hop.ids))
    return scores


def mean_similarity(prediction: UInt8Array, truth: UInt8Array, ids: Sequence[int]) -> float:
    """Mean over objects of intersection over union, 0..1; label maps (H, W); the truth's void counts nowhere."""
    prediction = np.where(truth == VOID, np.uint8(BACKGROUND), prediction)
    return float(np.mean([region_similarity(prediction == i, truth == i) for i in ids]))
