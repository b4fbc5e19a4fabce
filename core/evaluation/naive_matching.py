"""Matching as its equations are written: one whole matrix of distances an object. For comparison of speed only."""

from __future__ import annotations

import torch
from torch import Tensor

from core.network.compact.matching import FAR, NARROW, WIDE
from core.network.rpcm.matching import RADII

LARGEST_MATRIX = 2**26
"""Entries of the largest matrix that is laid out: beyond it fewer queries are taken, and the time is scaled up."""


def distances(queries: Tensor, keys: Tensor) -> Tensor:
    """Squared distances (Q, M) of queries (Q, C) and keys (M, C)."""
    return queries.square().sum(1, keepdim=True) + keys.square().sum(1) - 2 * queries @ keys.T


def nearest_of_each(queries: Tensor, keys: Tensor, channels: Tensor, channel_count: int) -> Tensor:
    """Least distance of each query to the keys of each channel (N, Q); infinite where a channel has none."""
    maps = []
    for channel in range(channel_count):
        own = keys[channels == channel]
        far = queries.new_full((len(queries),), torch.inf)
        maps.append(distances(queries, own).amin(1) if len(own) else far)
    return torch.stack(maps)


def nearest_in_windows(queries: Tensor, keys: Tensor, channels: Tensor, channel_count: int) -> Tensor:
    """Least distance within each radius of ``RADII``: maps (C, h, w) of two frames -> (N, R, h, w)."""
    height, width = channels.shape
    reach = RADII[-1]
    padded = torch.nn.functional.pad(keys, (reach,) * 4)
    said = torch.nn.functional.pad(channels, (reach,) * 4, value=-1)
    best = queries.new_full((channel_count, len(RADII), height, width), torch.inf)
    for down in range(-reach, reach + 1):
        for across in range(-reach, reach + 1):
            rows = slice(reach + down, reach + down + height)
            columns = slice(reach + across, reach + across + width)
            distance = (queries - padded[:, rows, columns]).square().sum(0)
            inside = [place for place, radius in enumerate(RADII) if max(abs(down), abs(across)) <= radius]
            for channel in range(channel_count):
                own = distance.masked_fill(said[rows, columns] != channel, torch.inf)
                best[channel, inside] = torch.minimum(best[channel, inside], own)
    return best


def attention(queries: Tensor, keys: Tensor, channels: Tensor, values: Tensor, scale: Tensor) -> tuple[Tensor, Tensor]:
    """Read-out (K, V, Q) through a softmax of all distances, object by object, and nearest distances (K + 1, Q)."""
    read = [value @ (-scale * distances(queries, keys)).softmax(1).T for value in values]
    return torch.stack(read), nearest_of_each(queries, keys, channels, len(values) + 1)


def attention_in_windows(
    queries: Tensor, keys: Tensor, channels: Tensor, values: Tensor, scale: Tensor, locality: Tensor
) -> tuple[Tensor, Tensor]:
    """The same within windows around each query: maps (C, h, w), ``values`` (K, V, h, w)."""
    height, width = channels.shape
    rows = torch.arange(height, device=keys.device).repeat_interleave(width)
    columns = torch.arange(width, device=keys.device).repeat(height)
    down, across = (rows[:, None] - rows).abs(), (columns[:, None] - columns).abs()
    apart = torch.maximum(down, across)
    between = distances(queries.flatten(1).T, keys.flatten(1).T)
    pull = -scale * between - locality * (down.square() + across.square())
    read = [value @ pull.masked_fill(apart > WIDE, -FAR).softmax(1).T for value in values.flatten(2)]
    nearest = [
        between.masked_fill((apart > radius) | (channels.flatten() != channel), FAR).amin(1)
        for radius in (WIDE, NARROW)
        for channel in range(len(values) + 1)
    ]
    return torch.stack(read), torch.stack(nearest).unflatten(0, (2, -1))
