"""The reliable patch pool (Section "Reliable patches", Algorithm 1).

References are what a person drew; they are never dropped. Patches are predictions without their unsure pixels; beyond
the budget the oldest one makes room.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.types import PoolSummary

ObservationT = TypeVar("ObservationT")


@dataclass(frozen=True, slots=True)
class Pooled(Generic[ObservationT]):
    """One frame of the pool; ``pixels`` counts its labelled pixels at matching size."""

    frame: int
    observation: ObservationT
    pixels: int


class PatchPool(Generic[ObservationT]):
    """References, pinned, and at most ``budget`` patches (None: any number)."""

    def __init__(self, budget: int | None) -> None:
        self._references: list[Pooled[ObservationT]] = []
        self._patches: deque[Pooled[ObservationT]] = deque(maxlen=budget)

    def add_reference(self, pooled: Pooled[ObservationT]) -> None:
        self._references.append(pooled)

    def add_patch(self, pooled: Pooled[ObservationT]) -> None:
        self._patches.append(pooled)

    @property
    def observations(self) -> list[ObservationT]:
        """What is pooled, references first."""
        return [pooled.observation for pooled in self._members()]

    def summary(self) -> PoolSummary:
        members = self._members()
        return PoolSummary(tuple(m.frame for m in members), sum(m.pixels for m in members))

    def _members(self) -> list[Pooled[ObservationT]]:
        return [*self._references, *self._patches]
