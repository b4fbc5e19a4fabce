"""What a run of the window computes: a person's wish with the seeds that the project holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.project.seeds import SeedFrame, seed_frame, seeds
from core.project.store import ProjectStore
from core.types import Direction, PropagationSettings, RunRequest

__all__ = ["RunPlan", "SeedFrame", "run_request", "seeds"]


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
