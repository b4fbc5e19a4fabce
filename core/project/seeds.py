"""Which annotated frames of a project seed a run, and how: from what the user drew and what is on the frames now.

A run of some objects while the others stay: what of its result counts, and what it has to hold on to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.masks.labels import object_ids
from core.masks.rle import rle_area
from core.project.store import ProjectStore
from core.types import BACKGROUND, Direction, FrameResult, Seed, SeedMode, UInt8Array, read_only


@dataclass(frozen=True, slots=True, eq=False)
class SeedFrame:
    """A frame that may seed: its effective ``labels`` (H, W) and the ids of the objects that the user drew on it."""

    index: int
    labels: UInt8Array
    annotated: frozenset[int]


def seed_frame(store: ProjectStore, index: int) -> SeedFrame:
    """Frame ``index`` as it stands in the project."""
    return SeedFrame(index, store.effective_labels(index), frozenset(store.annotations.counts(index)))


def seeds(start: SeedFrame, others: Iterable[SeedFrame], direction: Direction) -> tuple[Seed, ...]:
    """The seeds of a run from ``start``: it and every frame of ``others`` with an object on it.

    A frame that shows every object met so far resets the patch pool: it is a correction, or as good as one. A frame
    that lacks one of them (hidden for now, or an object that enters later was drawn alone) joins instead, with what was
    drawn on it, so that the missing object is not forgotten.
    """
    ordered = sorted(others, key=lambda frame: frame.index, reverse=direction == "backward")
    if direction == "both":
        ordered = sorted([start, *ordered], key=lambda frame: frame.index)
        start, ordered = ordered[0], ordered[1:]
    met = set(object_ids(start.labels))
    chosen = [Seed(start.index, start.labels)]
    for frame in ordered:
        seed = _seed(frame, met)
        if seed is not None:
            chosen.append(seed)
            met.update(object_ids(seed.labels))
    return tuple(chosen)


def seeds_between(store: ProjectStore, first: int, last: int, direction: Direction) -> tuple[Seed, ...]:
    """The seeds of a run over ``first..last`` (both included) from every annotated frame there that shows an object.

    In the order in which the run meets them; none where no such frame is there.
    """
    found = [seed_frame(store, index) for index in store.annotated_frames() if first <= index <= last]
    shown = [frame for frame in found if object_ids(frame.labels)]
    if direction == "backward":
        shown.reverse()
    return seeds(shown[0], shown[1:], direction) if shown else ()


def _seed(frame: SeedFrame, met: set[int]) -> Seed | None:
    present = object_ids(frame.labels)
    if not present:
        return None
    if met <= set(present):
        return Seed(frame.index, frame.labels, SeedMode.RESET)
    drawn = [i for i in present if i in frame.annotated]
    return Seed(frame.index, without_others(frame.labels, drawn), SeedMode.JOIN) if drawn else None


def without_others(labels: UInt8Array, ids: Sequence[int]) -> UInt8Array:
    """``labels`` (H, W) with every object outside ``ids`` made background."""
    table = np.zeros(256, np.uint8)
    table[list(ids)] = ids
    table[BACKGROUND] = BACKGROUND
    return read_only(table[labels])


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
