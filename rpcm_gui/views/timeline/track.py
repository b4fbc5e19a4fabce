"""What the timeline draws of every frame, as arrays, and its reduction to screen columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.types import BoolArray, Float32Array
from rpcm_gui.model.effective_masks import Summaries

_GAP = 6
_LEAST_FRAMES = 8
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """One value per screen column: whether anything was predicted there, and the worst share of unsure pixels."""

    predicted: BoolArray
    unsure: Float32Array


@dataclass(frozen=True, slots=True)
class Window:
    """The ``count`` frames from ``first`` on."""

    first: int
    count: int

    def inside(self, total: int) -> Window:
        """The same frames or the nearest there are in a clip of ``total`` frames."""
        count = min(max(self.count, min(_LEAST_FRAMES, total)), total)
        return Window(min(max(self.first, 0), total - count), count)

    def zoomed(self, factor: float, share: float, total: int) -> Window:
        """``factor`` times fewer frames, at least a few; the frame at ``share`` of the width stays there."""
        count = Window(0, round(self.count / factor)).inside(total).count
        return Window(round(self.first + share * (self.count - count)), count).inside(total)

    def holding(self, frame: int, total: int) -> Window:
        """Moved no further than needed for ``frame`` to be in it."""
        return Window(min(max(self.first, frame - self.count + 1), frame), self.count).inside(total)


class Track:
    """Per frame from ``first`` on: annotated, reviewed, predicted, reference of a run, share of unsure pixels (0..1).

    ``presence`` has per object id a number per frame: 0 absent, else how sure its mask is, up to 1 (annotated).
    """

    def __init__(self, frame_count: int) -> None:
        self.first = 0
        self.presence: dict[int, Float32Array] = {}
        self.annotated = np.zeros(frame_count, np.bool_)
        self.reviewed = np.zeros(frame_count, np.bool_)
        self.predicted = np.zeros(frame_count, np.bool_)
        self.unsure = np.zeros(frame_count, np.float32)
        self.reference = np.zeros(frame_count, np.bool_)

    def __len__(self) -> int:
        return len(self.annotated)

    def update(self, first: int, last: int, summaries: Summaries) -> None:
        """Take the summaries of the frames ``first..last``."""
        frames = slice(first, last + 1)
        self.annotated[frames], self.reviewed[frames] = summaries.annotated[frames], summaries.reviewed[frames]
        self.predicted[frames], self.unsure[frames] = summaries.predicted[frames], summaries.unsure_share[frames]

    def update_references(self, frames: Sequence[int]) -> None:
        """Runs that count began from these frames."""
        self.reference[:] = False
        self.reference[list(frames)] = True

    def update_presence(self, first: int, last: int, lanes: Mapping[int, Float32Array]) -> None:
        """Take where the objects are on the frames ``first..last``; those not in ``lanes`` are on none of them."""
        for lane in self.presence.values():
            lane[first : last + 1] = 0
        for object_id, lane in lanes.items():
            whole = self.presence.setdefault(object_id, np.zeros(len(self), np.float32))
            whole[first : last + 1] = lane

    def part(self, first: int, count: int) -> Track:
        """The ``count`` frames from ``first`` on, as a track that shares this one's arrays."""
        found = Track(0)
        found.first, frames = first, slice(first, first + count)
        found.annotated, found.reviewed = self.annotated[frames], self.reviewed[frames]
        found.predicted, found.unsure = self.predicted[frames], self.unsure[frames]
        found.reference = self.reference[frames]
        found.presence = {object_id: lane[frames] for object_id, lane in self.presence.items()}
        return found

    def lane(self, object_id: int, width: int) -> Float32Array:
        """Where an object is (W,), reduced to ``width`` screen columns: the surest frame of each."""
        lane = self.presence.get(object_id)
        if lane is None or not len(self):
            return np.zeros(width, np.float32)
        found: Float32Array = np.maximum.reduceat(lane, column_starts(len(self), width))
        return found

    def columns(self, width: int) -> Columns:
        """Reduce to ``width`` screen columns: no unsure frame is lost however long the clip is."""
        starts = column_starts(len(self), width)
        return Columns(np.logical_or.reduceat(self.predicted, starts), np.maximum.reduceat(self.unsure, starts))

    def marks(self, width: int) -> tuple[IntArray, IntArray, IntArray]:
        """Screen columns with an annotated frame, a reviewed one, and one from which a run began without being either.

        None are too near to tell apart.
        """
        scale = width / max(len(self), 1)
        kinds = (self.annotated, self.reviewed, self.reference & ~self.annotated & ~self.reviewed)
        annotated, reviewed, reference = (
            _apart(((np.flatnonzero(kind) + 0.5) * scale).astype(np.int64)) for kind in kinds
        )
        return annotated, reviewed, reference


def _apart(columns: IntArray) -> IntArray:
    """Leave out marks that would lie on top of the one before: fewer than ``_GAP`` columns away from it."""
    slots = columns // _GAP
    return columns[np.flatnonzero(np.diff(slots, prepend=-1))]


def column_starts(frame_count: int, width: int) -> IntArray:
    """The first frame of each of ``width`` columns, each at least one frame."""
    return np.minimum(np.arange(width) * frame_count // max(width, 1), max(frame_count - 1, 0))
