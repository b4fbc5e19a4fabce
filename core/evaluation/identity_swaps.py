"""Identity swaps: objects of a clip that end up with one another's masks.

On a frame, two objects are *exchanged* where giving each the other's predicted mask matches the truth better than
giving each its own: by the sum of both overlaps (intersection over union), and by at least ``MARGIN``. Only frames on
which both truly show at least ``LEAST_SHARE`` of the picture count. A pair that stays exchanged for ``LEAST_FRAMES``
such frames running is a *swap*. That takes in the object that loses its mask to another one's: two masks need not have
changed places in full.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import cv2
import numpy as np
import numpy.typing as npt

from core.types import VOID, UInt8Array

MARGIN = 0.1
LEAST_FRAMES = 5
LEAST_SHARE = 0.00025

_VALUES = VOID + 1


@dataclass(frozen=True, slots=True)
class Swap:
    """Objects ``first`` and ``second`` carry each other's mask on ``frames`` measured frames, from the ``start``-th."""

    first: int
    second: int
    start: int
    frames: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """Of one frame: pairs that both show enough to be judged, and those of them that are exchanged."""

    judged: frozenset[tuple[int, int]]
    exchanged: frozenset[tuple[int, int]]


NOTHING = Exchange(frozenset(), frozenset())


def exchanges(prediction: UInt8Array, truth: UInt8Array, object_ids: Sequence[int]) -> Exchange:
    """Judge every pair of the objects that are truly on a frame, label maps (H, W); the truth's void counts nowhere."""
    overlaps = _overlaps(prediction, truth)
    least = LEAST_SHARE * truth.size
    seen = [i for i in object_ids if overlaps.true[i] >= least]
    judged = frozenset(combinations(seen, 2))
    return Exchange(judged, frozenset(pair for pair in judged if _is_exchanged(overlaps, *pair)))


def swaps(frames: Sequence[Exchange]) -> tuple[Swap, ...]:
    """The swaps of a clip, from its frames in order. A frame on which a pair cannot be judged ends no swap."""
    pairs = sorted(set().union(*(frame.judged for frame in frames)))
    found = ((pair, _longest([(i, pair in f.exchanged) for i, f in enumerate(frames) if pair in f.judged]))
             for pair in pairs)  # fmt: skip
    return tuple(Swap(*pair, start, length) for pair, (start, length) in found if length >= LEAST_FRAMES)


@dataclass(frozen=True, slots=True)
class _Overlaps:
    """Pixels by predicted and true value (256, 256), and their sums by predicted and by true value (256,)."""

    both: npt.NDArray[np.float64]
    said: npt.NDArray[np.float64]
    true: npt.NDArray[np.float64]

    def ratio(self, said: int, true: int) -> float:
        """Intersection over union of a predicted and a true mask, 0 where there is neither."""
        common = self.both[said, true]
        union = self.said[said] + self.true[true] - common
        return float(common / union) if union else 0.0


def _overlaps(prediction: UInt8Array, truth: UInt8Array) -> _Overlaps:
    # OpenCV's histogram of two pictures takes a ninth of the time of counting codes.
    counts = cv2.calcHist([prediction, truth], [0, 1], None, [_VALUES] * 2, [0, _VALUES] * 2)
    both = np.asarray(counts, np.float64)
    both[:, VOID] = 0
    return _Overlaps(both, both.sum(1), both.sum(0))


def _is_exchanged(overlaps: _Overlaps, first: int, second: int) -> bool:
    own = overlaps.ratio(first, first) + overlaps.ratio(second, second)
    crossed = overlaps.ratio(first, second) + overlaps.ratio(second, first)
    return crossed - own > MARGIN


def _longest(judged: Sequence[tuple[int, bool]]) -> tuple[int, int]:
    """First frame and length of the longest run of exchanged frames among (frame, exchanged)."""
    best, start, length = (0, 0), 0, 0
    for frame, exchanged in judged:
        start, length = (start if length else frame, length + 1) if exchanged else (0, 0)
        best = max(best, (start, length), key=lambda run: run[1])
    return best
