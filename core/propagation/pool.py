"""The reliable patch pool (Section "Reliable patches", Algorithm 1).

References are what the user drew; they are never dropped. Patches are predictions without their unsure pixels; beyond
the budget one of them makes room (``docs/adr/0007`` compares the rules).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor

from core.network.interface import Samples
from core.types import PoolRule, PoolSummary

ObservationT = TypeVar("ObservationT")
Sampler = Callable[[Any], Samples]
"""Pixels that stand for an observation: ``SegmentationNetwork.samples``."""


@dataclass(frozen=True, slots=True)
class Pooled(Generic[ObservationT]):
    """One frame of the pool; ``pixels`` counts its labelled pixels at matching size.

    ``drawn`` is, of a frame with both annotated and predicted pixels, the annotated part alone.
    """

    frame: int
    observation: ObservationT
    pixels: int
    drawn: Pooled[ObservationT] | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """The most ``frames`` beside references and the most ``pixels`` of all; None is any number."""

    frames: int | None = None
    pixels: int | None = None


@dataclass(slots=True)
class PatchPool(Generic[ObservationT]):
    """References, pinned, and as many patches as ``limits`` leave room for.

    What adds to it hands in how the network's observations are sampled, should patches have to be compared.
    """

    limits: Limits = field(default_factory=Limits)
    rule: PoolRule = "oldest"
    references: list[Pooled[ObservationT]] = field(default_factory=list)
    patches: list[Pooled[ObservationT]] = field(default_factory=list)
    _nearest: dict[tuple[int, int], Tensor] = field(default_factory=dict)

    def add_reference(self, pooled: Pooled[ObservationT], sampler: Sampler) -> None:
        self.references.append(pooled)
        self._fit(sampler)

    def add_patch(self, pooled: Pooled[ObservationT], sampler: Sampler) -> None:
        self.patches.append(pooled)
        self._fit(sampler)

    def renew_reference(self, pooled: Pooled[ObservationT], sampler: Sampler) -> None:
        """Replace the reference of the same frame by another observation of it."""
        places = [place for place, reference in enumerate(self.references) if reference.frame == pooled.frame]
        for place in places:
            self.references[place] = pooled
            self._forget(pooled.frame)
        self._fit(sampler)

    def copy(self) -> PatchPool[ObservationT]:
        """A pool that changes apart from this one; what is pooled is shared, for it never changes."""
        return PatchPool(self.limits, self.rule, list(self.references), list(self.patches))

    @property
    def observations(self) -> list[ObservationT]:
        """What is pooled, references first."""
        return [pooled.observation for pooled in self._members()]

    def summary(self) -> PoolSummary:
        return PoolSummary(tuple(m.frame for m in self._members()), self._pixels())

    def _members(self) -> list[Pooled[ObservationT]]:
        return [*self.references, *self.patches]

    def _pixels(self) -> int:
        return sum(member.pixels for member in self._members())

    def _fit(self, sampler: Sampler) -> None:
        while self.patches and (self._too_many_frames() or self._too_many_pixels()):
            place = RULES[self.rule](self, sampler)
            self._forget(self.patches.pop(place).frame)
        # A frame on which an object joined was mostly predicted. That part is given up, the oldest first, once no patch
        # is left to drop; what the user drew stays.
        for place, reference in enumerate(self.references):
            if reference.drawn is not None and self._too_many_pixels():
                self._forget(reference.frame)
                self.references[place] = reference.drawn

    def nearest(self, of: Pooled[ObservationT], among: Pooled[ObservationT], sampler: Sampler) -> Tensor:
        """Of each sampled pixel of one member, the squared distance (S,) to the nearest of its channel in another."""
        frames = (of.frame, among.frame)
        if frames not in self._nearest:
            self._nearest[frames] = nearest_same(sampler(of.observation), sampler(among.observation))
        return self._nearest[frames]

    def _forget(self, frame: int) -> None:
        self._nearest = {frames: distances for frames, distances in self._nearest.items() if frame not in frames}

    def _too_many_frames(self) -> bool:
        return self.limits.frames is not None and len(self.patches) > self.limits.frames

    def _too_many_pixels(self) -> bool:
        return self.limits.pixels is not None and self._pixels() > self.limits.pixels


Rule = Callable[[PatchPool[Any], Sampler], int]
"""The place of the patch to drop."""


def oldest(pool: PatchPool[Any], sampler: Sampler) -> int:
    """The first that came."""
    del pool, sampler
    return 0


def reservoir(pool: PatchPool[Any], sampler: Sampler) -> int:
    """Any, so that those kept are a fair sample of all that ever came.

    Every frame draws a lot from its number, and the least is dropped: a sample without a state of its own.
    """
    del sampler
    return min(range(len(pool.patches)), key=lambda place: _lot(pool.patches[place].frame))


def redundant(pool: PatchPool[Any], sampler: Sampler) -> int:
    """The one whose pixels are, at the mean, nearest to what the rest of the pool holds of the same object."""
    losses = [_loss(pool, patch, sampler) for patch in pool.patches]
    return min(range(len(losses)), key=losses.__getitem__)


RULES: dict[PoolRule, Rule] = {"oldest": oldest, "reservoir": reservoir, "redundant": redundant}


def nearest_same(of: Samples, among: Samples) -> Tensor:
    """Squared distance of each pixel of ``of`` to the nearest of its channel in ``among``: (S,), infinite if none."""
    if not len(of.channels) or not len(among.channels):
        return of.keys.new_full((len(of.channels),), torch.inf)
    distances = torch.cdist(of.keys, among.keys, compute_mode="use_mm_for_euclid_dist").square()
    return distances.masked_fill(of.channels[:, None] != among.channels, torch.inf).amin(1)


def _lot(frame: int) -> bytes:
    return hashlib.sha256(str(frame).encode()).digest()


def _loss(pool: PatchPool[Any], patch: Pooled[Any], sampler: Sampler) -> float:
    """How far, on average, a pixel of ``patch`` is from the nearest of its channel in the rest; 0 without pixels."""
    rest = [pool.nearest(patch, other, sampler) for other in (*pool.patches, *pool.references) if other is not patch]
    if not rest:
        return 0.0  # alone in a pool without references: there is nothing to choose between
    nearest = torch.stack(rest).amin(0)
    return float(nearest.mean()) if len(nearest) else 0.0
