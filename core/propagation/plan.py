"""Which frames a run visits, from which seed, in which order. Pure; imports no torch.

Settings by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from core.errors import UserError
from core.types import PropagationSettings, RunRequest, Seed, SeedMode


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch propagated from one seed: ``frames`` in visiting order, ``joins`` the seeds met on the way."""

    seed: Seed
    frames: range
    joins: Mapping[int, Seed]


def plan(request: RunRequest) -> list[Segment]:
    """The legs of a run, in the order in which they are computed; legs without frames are left out.

    The first seed of a direction starts its leg whatever its mode: there is nothing yet that it could join.

    Raises:
        UserError: Where no seed lies in the range, or two seeds lie on one frame.
    """
    seeds = _seeds_in_range(request)
    forward = [] if request.direction == "backward" else _legs(seeds, request.last, 1)
    backward = {"forward": [], "backward": seeds[::-1], "both": seeds[:1]}[request.direction]
    return [leg for leg in [*forward, *_legs(backward, request.first, -1)] if leg.frames]


def planned_frames(request: RunRequest) -> tuple[int, ...]:
    """The frames that will yield a result, in order: for progress and time left."""
    return tuple(index for leg in plan(request) for index in leg.frames)


def remaining(legs: list[Segment], start: int, frame: int) -> list[Segment]:
    """What is left of a run that stood at ``frame`` on the leg from the seed of frame ``start``; that leg comes first.

    Raises:
        UserError: Where the run never stands there.
    """
    for number, leg in enumerate(legs):
        place = leg.frames.index(frame) + 1 if frame in leg.frames else 0
        if leg.seed.index == start and (place or frame == start):
            return [Segment(leg.seed, leg.frames[place:], leg.joins), *legs[number + 1 :]]
    raise UserError(
        "The saved state does not fit this run: it was taken at frame {frame}, on the way from frame {start}.",
        "Resume with the same seeds, range and direction, or propagate again.",
        frame=frame,
        start=start,
    )


def _seeds_in_range(request: RunRequest) -> list[Seed]:
    seeds = sorted((s for s in request.seeds if request.first <= s.index <= request.last), key=lambda seed: seed.index)
    if not seeds:
        raise UserError(
            "There is no annotated frame between frames {first} and {last}.",
            "Annotate a frame in this range, or choose a range with an annotated frame.",
            first=request.first,
            last=request.last,
        )
    for one, other in pairwise(seeds):
        if one.index == other.index:
            raise UserError("Frame {frame} has two seed masks.", "Use one mask per frame.", frame=one.index)
    return seeds


def _legs(ordered: list[Seed], end: int, step: int) -> list[Segment]:
    starts = [i for i, seed in enumerate(ordered) if i == 0 or seed.mode is SeedMode.RESET]
    legs = []
    for start, stop in pairwise([*starts, len(ordered)] if ordered else []):
        seed = ordered[start]
        beyond = ordered[stop].index if stop < len(ordered) else end + step
        joins = {join.index: join for join in ordered[start + 1 : stop]}
        legs.append(Segment(seed, range(seed.index + step, beyond, step), joins))
    return legs


PAPER = PropagationSettings(tau=5, alpha=1.0, entropy_unit="nats", pool_budget=None, pool_pixels=None)
"""As the paper's reference computes: entropy in nats against 1.0 and a pool that keeps every frame."""
