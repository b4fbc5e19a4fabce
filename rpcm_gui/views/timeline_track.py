"""What the timeline draws of every frame, as arrays, and its reduction to screen columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.types import BoolArray, Float32Array
from rpcm_gui.state import FrameSummary

_GAP = 6
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """One value per screen column: whether anything was predicted there, and the worst share of unsure pixels."""

    predicted: BoolArray
    unsure: Float32Array


class Track:
    """Per frame: annotated, reviewed, predicted, and the share of unsure pixels (0..1)."""

    def __init__(self, frame_count: int) -> None:
        self.annotated = np.zeros(frame_count, np.bool_)
        self.reviewed = np.zeros(frame_count, np.bool_)
        self.predicted = np.zeros(frame_count, np.bool_)
        self.unsure = np.zeros(frame_count, np.float32)

    def __len__(self) -> int:
        return len(self.annotated)

    def update(self, first: int, summaries: Iterable[FrameSummary]) -> None:
        """Take the summaries of the frames from ``first`` on."""
        for index, summary in enumerate(summaries, start=first):
            self.annotated[index] = summary.annotated
            self.reviewed[index] = summary.reviewed
            self.predicted[index] = summary.predicted
            self.unsure[index] = summary.unsure_share

    def columns(self, width: int) -> Columns:
        """Reduce to ``width`` screen columns: no unsure frame is lost however long the clip is."""
        starts = column_starts(len(self), width)
        return Columns(np.logical_or.reduceat(self.predicted, starts), np.maximum.reduceat(self.unsure, starts))

    def marks(self, width: int) -> tuple[IntArray, IntArray]:
        """The screen columns with an annotated frame, and those with a reviewed one, none too near to tell apart."""
        scale = width / max(len(self), 1)
        found = (np.flatnonzero(self.annotated), np.flatnonzero(self.reviewed))
        annotated, reviewed = (_apart(((frames + 0.5) * scale).astype(np.int64)) for frames in found)
        return annotated, reviewed


def _apart(columns: IntArray) -> IntArray:
    """Leave out marks that would lie on top of the one before: fewer than ``_GAP`` columns away from it."""
    slots = columns // _GAP
    return columns[np.flatnonzero(np.diff(slots, prepend=-1))]


def column_starts(frame_count: int, width: int) -> IntArray:
    """The first frame of each of ``width`` columns, each at least one frame."""
    return np.minimum(np.arange(width) * frame_count // max(width, 1), max(frame_count - 1, 0))
