"""Which frames seed a run, and how: decided from what a person drew and what is on the frames now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from core.labels import object_ids
from core.project.store import ProjectStore
from core.types import (
    BACKGROUND,
    Direction,
    FrameResult,
    PropagationSettings,
    RunRequest,
    Seed,
    SeedMode,
    UInt8Array,
    read_only,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPlan:
    """What a person asked for: propagate from frame ``start`` over ``first..last`` (both included).

    Where ``objects`` are given, only their masks are to change.
    """

    run_id: int
    start: int
    first: int
    last: int
    direction: Direction
    settings: PropagationSettings = field(default_factory=PropagationSettings)
    objects: frozenset[int] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class SeedFrame:
    """A frame that may seed: its effective ``labels`` (H, W) and the ids of the objects that a person drew on it."""

    index: int
    labels: UInt8Array
    annotated: frozenset[int]


def run_request(store: ProjectStore, plan: RunPlan) -> RunRequest:
    """What the engine is to compute: the plan with the seeds that the project holds now."""
    others = [i for i in store.annotated_frames() if plan.first <= i <= plan.last and i != plan.start]
    chosen = seeds(seed_frame(store, plan.start), (seed_frame(store, i) for i in others), plan.direction)
    return RunRequest(
        run_id=plan.run_id,
        seeds=chosen,
        first=plan.first,
        last=plan.last,
        direction=plan.direction,
        settings=plan.settings,
    )


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


def only(result: FrameResult, before: UInt8Array, objects: frozenset[int]) -> FrameResult:
    """``result`` as far as it speaks of ``objects``; where ``before`` (H, W) has another object, that one stays."""
    chosen = [object_id for object_id in result.object_ids if object_id in objects]
    taken = _only(before, [object_id for object_id in object_ids(before) if object_id not in objects]) != BACKGROUND
    labels = _only(result.labels, chosen).copy()
    labels[taken] = BACKGROUND
    return replace(result, object_ids=tuple(chosen), labels=read_only(labels))


def _seed(frame: SeedFrame, met: set[int]) -> Seed | None:
    present = object_ids(frame.labels)
    if not present:
        return None
    if met <= set(present):
        return Seed(frame.index, frame.labels, SeedMode.RESET)
    drawn = [i for i in present if i in frame.annotated]
    return Seed(frame.index, _only(frame.labels, drawn), SeedMode.JOIN) if drawn else None


def _only(labels: UInt8Array, ids: Sequence[int]) -> UInt8Array:
    """``labels`` with every object outside ``ids`` made background."""
    table = np.zeros(256, np.uint8)
    table[list(ids)] = ids
    table[BACKGROUND] = BACKGROUND
    return read_only(table[labels])
