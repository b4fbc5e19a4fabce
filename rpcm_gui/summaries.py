"""What the timeline shows of every frame, as arrays: ten thousand frames change at once in no time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

import numpy as np

from core.project.store import Timeline
from core.types import BoolArray, Float32Array
from rpcm_gui.state import FrameSummary


class Summaries(Sequence[FrameSummary]):
    """One :class:`FrameSummary` per frame, made when it is asked for.

    Attributes:
        annotated: Per frame whether a person drew masks there; and so on, as :class:`FrameSummary` says.
    """

    def __init__(self, frame_count: int) -> None:
        self.annotated: BoolArray = np.zeros(frame_count, np.bool_)
        self.reviewed: BoolArray = np.zeros(frame_count, np.bool_)
        self.predicted: BoolArray = np.zeros(frame_count, np.bool_)
        self.unsure_share: Float32Array = np.zeros(frame_count, np.float32)

    @classmethod
    def of(cls, summaries: Iterable[FrameSummary]) -> Summaries:
        """These summaries, from frame 0 on."""
        given = list(summaries)
        made = cls(len(given))
        for index, summary in enumerate(given):
            made[index] = summary
        return made

    def take(self, timeline: Timeline) -> None:
        """What the store says of some frames holds from now on."""
        frames = slice(timeline.first, timeline.first + len(timeline))
        self.annotated[frames], self.reviewed[frames] = timeline.annotated, timeline.reviewed
        self.predicted[frames], self.unsure_share[frames] = timeline.predicted, timeline.unsure_share

    def __len__(self) -> int:
        return len(self.annotated)

    @overload
    def __getitem__(self, index: int) -> FrameSummary: ...
    @overload
    def __getitem__(self, index: slice) -> list[FrameSummary]: ...
    def __getitem__(self, index: int | slice) -> FrameSummary | list[FrameSummary]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        return FrameSummary(
            bool(self.annotated[index]),
            bool(self.reviewed[index]),
            bool(self.predicted[index]),
            float(self.unsure_share[index]),
        )

    def __setitem__(self, index: int, summary: FrameSummary) -> None:
        self.annotated[index], self.reviewed[index] = summary.annotated, summary.reviewed
        self.predicted[index], self.unsure_share[index] = summary.predicted, summary.unsure_share

    def __iter__(self) -> Iterator[FrameSummary]:
        columns = (self.annotated, self.reviewed, self.predicted, self.unsure_share)
        return map(FrameSummary, *(column.tolist() for column in columns))
