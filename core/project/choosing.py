"""A run of some objects while the others stay: what of its result counts, and what it has to hold on to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.masks.rle import rle_area
from core.project.store import ProjectStore
from core.types import BACKGROUND, FrameResult, UInt8Array, read_only


def only(store: ProjectStore, result: FrameResult, objects: frozenset[int]) -> FrameResult:
    """``result`` as far as it speaks of ``objects``: with it no other object of its frame gains or loses a pixel.

    The chosen objects get what no other one holds. An older mask that something covers in part could come to light
    where the chosen objects change, so the run says such masks again, as they are seen.
    """
    before = store.effective_labels(result.index)
    chosen = [object_id for object_id in result.object_ids if object_id in objects]
    kept = _covered(store, result, before, objects)
    free = np.isin(before, [BACKGROUND, *objects])
    labels = np.where(free & np.isin(result.labels, chosen), result.labels, np.uint8(BACKGROUND))
    labels[np.isin(before, list(kept))] = before[np.isin(before, list(kept))]
    scores = {object_id: score for object_id, score in result.scores.items() if object_id in objects}
    return replace(result, object_ids=(*chosen, *kept), labels=read_only(labels), scores={**scores, **kept})


def _covered(
    store: ProjectStore, result: FrameResult, before: UInt8Array, objects: frozenset[int]
) -> dict[int, float]:  # fmt: skip
    """The other objects whose prediction is not seen as a whole, with its score."""
    drawn = store.annotations.counts(result.index)
    seen = np.bincount(before.ravel(), minlength=256)
    return {
        word.object_id: word.score
        for word in store.view.words(result.index)
        if word.object_id not in objects and word.object_id not in drawn
        # What this very run said, filling a gap from the other side, is about to be replaced.
        if word.run == result.run_id or rle_area(word.counts) != seen[word.object_id]
    }
