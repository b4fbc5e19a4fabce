"""What holds of each frame, read from the store and remembered; with what could not be saved yet on top.

What the timeline shows of every frame, as arrays: ten thousand frames change at once in no time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import overload

import numpy as np

from core.masks.labels import compose
from core.masks.rle import decode_rle
from core.project.store import ProjectStore, Timeline
from core.project.tables.runs import PackedEntropy
from core.types import VOID, BoolArray, Float32Array, PoolSummary, UInt8Array, read_only
from rpcm_gui.base.cache import ByteCache
from rpcm_gui.base.values import FrameSummary

CACHE_BYTES = 64 * 2**20


class EffectiveMasks:
    """Effective label maps and reliability maps by frame. Anyone who changes the store drops what is stale."""

    def __init__(self, store: ProjectStore) -> None:
        self._store = store
        self._labels: ByteCache[UInt8Array] = ByteCache(CACHE_BYTES, lambda array: array.nbytes)
        self._reliability: ByteCache[UInt8Array] = ByteCache(CACHE_BYTES, lambda array: array.nbytes)
        self._unsaved: dict[int, dict[int, bytes | None]] = {}

    def labels(self, index: int) -> UInt8Array:
        """Effective label map (H, W), read-only."""
        known = self._labels.get(index)
        if known is None:
            known = self._unsaved_labels(index) if index in self._unsaved else self._store.effective_labels(index)
            self._labels.put(index, known)
        return known

    def predicted(self, index: int) -> UInt8Array:
        """Label map (H, W) of what the runs say."""
        return self._store.view.predicted_labels(index)

    def reliability(self, index: int) -> UInt8Array | None:
        """Reliability map (H, W), 255 sure and 0 unsure, read-only; None where nothing is predicted."""
        known = self._reliability.get(index)
        if known is None:
            known = self._store.effective_reliability(index)
            if known is not None:
                self._reliability.put(index, known)
        return known

    def entropy(self, index: int) -> PackedEntropy | None:
        """Entropy map in the unit of the run, to be unpacked; None where nothing is predicted."""
        run = self._store.view.run(index)
        return None if run is None else self._store.runs.packed_entropy(index, run)

    def pool(self, index: int) -> PoolSummary | None:
        """What the patch pool held when the run that counts segmented this frame; None where nothing is predicted."""
        run = self._store.view.run(index)
        return None if run is None else self._store.runs.pool(index, run)

    def annotations(self, index: int) -> dict[int, bytes]:
        """Per object that is not removed, and void, what the user drew, as compressed run lengths."""
        present = {VOID, *(info.id for info in self._store.objects.all())}
        rows = {**self._store.annotations.counts(index), **self._unsaved.get(index, {})}
        return {key: counts for key, counts in rows.items() if counts is not None and key in present}

    def keep_unsaved(self, index: int, rows: Mapping[int, bytes | None]) -> None:
        """Remember rows that the store does not have yet."""
        self._unsaved.setdefault(index, {}).update(rows)
        self._labels.drop(index)

    def saved(self, index: int) -> None:
        """The store has what was remembered of this frame; what holds of it is the same."""
        self._unsaved.pop(index, None)

    def know(self, index: int, labels: UInt8Array | None, reliability: UInt8Array | None = None) -> None:
        """The caller has just computed what the frame's maps (H, W) are; None for one it does not know."""
        if labels is not None:
            self._labels.put(index, labels)
        if reliability is not None:
            self._reliability.put(index, reliability)

    def drop(self, index: int) -> None:
        """The frame changed in the store."""
        self._labels.drop(index)
        self._reliability.drop(index)

    def clear(self) -> None:
        """Any frame may have changed in the store."""
        self._labels.clear()
        self._reliability.clear()

    def all_saved(self) -> None:
        """The store has everything."""
        self._unsaved.clear()
        self.clear()

    def _unsaved_labels(self, index: int) -> UInt8Array:
        size = (self._store.source.reference.height, self._store.source.reference.width)
        masks = {key: decode_rle(counts, *size) for key, counts in self.annotations(index).items()}
        return read_only(compose(self.predicted(index), masks))


class Summaries(Sequence[FrameSummary]):
    """One :class:`FrameSummary` per frame, made when it is asked for.

    Attributes:
        annotated: Per frame whether the user drew masks there; and so on, as :class:`FrameSummary` says.
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
