"""What the pool keeps of an observation: the pixels that carry a channel, and sums over all pixels for the proxies.

An observation also serves as the previous frame, for which it holds whole maps. A pooled one is only ever matched
against, so its maps are cut down to a list of pixels; the results are the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

import torch
from torch import Tensor

from core.network.compact.model import CompactObservation
from core.network.rpcm.model import Observation, Patch

SAMPLES = 512
"""Pixels that stand for a patch where patches are compared."""
LEAST_SHARE = 1 / 16
"""The share of some sub-cell that an object must fill to be seen by the compact network, which reads soft masks."""


@dataclass(frozen=True, slots=True)
class Samples:
    """Pixels of a patch: ``keys`` (S, C) and the channel of each (S,)."""

    keys: Tensor
    channels: Tensor


@singledispatch
def sparse(observation: Any, matched: bool = True) -> Any:
    """``observation`` for the pool alone; what has no maps stays as it is.

    Args:
        observation: As the network made it.
        matched: Whether its pixels are matched against; if not, it only lends its sums to the object proxies (the
            row W of the paper's Table 4).
    """
    del matched
    return observation


@sparse.register
def _(observation: Observation, matched: bool = True) -> Patch:
    said = (observation.labels >= 0) & matched
    return Patch(
        observation.vectors[said],
        observation.labels[said],
        observation.sums,
        observation.counts,
        observation.total,
        observation.area,
    )


@sparse.register
def _(observation: CompactObservation, matched: bool = True) -> CompactObservation:
    said = (observation.labels[0] >= 0) & matched
    keep: Callable[[Tensor], Tensor] = lambda maps: maps[..., said][..., None, :]  # noqa: E731
    return CompactObservation(
        keep(observation.keys),
        keep(observation.labels),
        keep(observation.cells),
        keep(observation.others),
        keep(observation.value),
        observation.sums,
    )


@sparse.register
def _(observation: tuple, matched: bool = True) -> tuple[Any, ...]:  # type: ignore[type-arg]
    return tuple(sparse(view, matched) for view in observation)


@singledispatch
def lost_objects(observation: Any, channel_count: int) -> list[int]:
    """The objects' channels of which nothing is left at the size of matching; none where an observation has no maps."""
    del observation, channel_count
    return []


@lost_objects.register
def _(observation: Observation, channel_count: int) -> list[int]:
    there = set(observation.channels.unique().tolist())
    return [channel for channel in range(1, channel_count) if channel not in there]


@lost_objects.register
def _(observation: CompactObservation, channel_count: int) -> list[int]:
    shares = observation.cells.flatten(1).amax(1).tolist()
    return [channel for channel in range(1, channel_count) if shares[channel - 1] < LEAST_SHARE]


@lost_objects.register
def _(observation: tuple, channel_count: int) -> list[int]:  # type: ignore[type-arg]
    return sorted(set.intersection(*(set(lost_objects(view, channel_count)) for view in observation)))


@singledispatch
def samples(patch: Any) -> Samples:
    """Evenly chosen pixels of a pooled observation; none of one that has no pixels."""
    del patch
    return Samples(torch.zeros(0, 1), torch.zeros(0, dtype=torch.long))


@samples.register
def _(patch: Patch) -> Samples:
    step = max(1, -(-len(patch.labels) // SAMPLES))
    return Samples(patch.vectors[::step], patch.labels[::step])


@samples.register
def _(patch: CompactObservation) -> Samples:
    keys, labels = patch.keys[0].flatten(1).T, patch.labels.flatten()
    step = max(1, -(-len(labels) // SAMPLES))
    return Samples(keys[::step], labels[::step])


@samples.register
def _(patch: tuple) -> Samples:  # type: ignore[type-arg]
    return samples(patch[0])


@singledispatch
def byte_count(value: Any) -> int:
    """Bytes of all tensors in a value made of frozen dataclasses and tuples."""
    fields = getattr(value, "__dataclass_fields__", ())
    return sum(byte_count(getattr(value, name)) for name in fields)


@byte_count.register
def _(value: Tensor) -> int:
    return value.untyped_storage().nbytes()


@byte_count.register
def _(value: tuple) -> int:  # type: ignore[type-arg]
    return sum(byte_count(part) for part in value)


def nearest_same(of: Samples, among: Samples) -> Tensor:
    """Squared distance of each pixel of ``of`` to the nearest of its channel in ``among``: (S,), infinite if none."""
    if not len(of.channels) or not len(among.channels):
        return of.keys.new_full((len(of.channels),), torch.inf)
    distances = torch.cdist(of.keys, among.keys, compute_mode="use_mm_for_euclid_dist").square()
    return distances.masked_fill(of.channels[:, None] != among.channels, torch.inf).amin(1)
