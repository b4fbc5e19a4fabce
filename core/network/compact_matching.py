"""Matching of the compact network: nearest distances (the paper's) beside a soft read-out through attention.

Tokens are stride 8 positions. One product of queries and keys serves every object: the distance matrix is shared, and
only what is read through it (masks, memory values) differs from object to object. The matrix is never held whole for
more than :data:`TILE` entries.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

TILE = 500_000
"""The most entries of one tile of the distance matrix: 2 MB in float32 stay in a cache, which is 3 times as fast."""
FAR = 1e4
"""A squared distance no pair of keys reaches: keys are normalised, so it is at most four times their width."""
WINDOWS = (3, 8)
"""Chebyshev radii, in stride 8 positions, of the local nearest distances; the last also bounds the local read-out."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a clip's queries read: ``keys`` (R, C), ``labels`` (R,) channel or -1 (unsure), ``values`` (K, V, R)."""

    keys: Tensor
    labels: Tensor
    values: Tensor


@dataclass(frozen=True, slots=True)
class Reading:
    """Found: ``values`` (K, V, Q), ``nearest`` (radii, N, Q) squared distances, ``best`` (Q,) the least of them."""

    values: Tensor
    nearest: Tensor
    best: Tensor


def squared_distances(queries: Tensor, keys: Tensor) -> Tensor:
    """(Q, C), (R, C) -> (Q, R) in at least float32: bf16 would err by half a unit near 100."""
    dtype = torch.promote_types(queries.dtype, torch.float32)
    queries, keys = queries.to(dtype), keys.to(dtype)
    lengths = queries.square().sum(1, keepdim=True) + keys.square().sum(1)
    with torch.autocast(queries.device.type, enabled=False):
        return torch.addmm(lengths, queries, keys.T, alpha=-2).clamp_min(0)


def nearest_by_label(distances: Tensor, labels: Tensor, count: int) -> Tensor:
    """Least distance to each channel: (Q, R), (R,) -> (count, Q); :data:`FAR` where a channel has no token."""
    rows = []
    for channel in range(count):
        columns = (labels == channel).nonzero().squeeze(1)
        if len(columns):
            rows.append(distances.index_select(1, columns).amin(1))
        else:
            rows.append(distances.new_full((len(distances),), FAR))
    return torch.stack(rows)


def _attend(scores: Tensor, values: Tensor) -> Tensor:
    """Softmax over the last axis of (Q, R), read out of (K, V, R) -> (K, V, Q)."""
    weights = scores.softmax(1).to(values.dtype)
    found: Tensor = (values.flatten(0, 1) @ weights.T).unflatten(0, values.shape[:2])
    return found


def read_global(queries: Tensor, tokens: Tokens, scale: Tensor, count: int) -> Reading:
    """Read a reliable patch pool. ``queries`` (Q, C); ``scale`` multiplies squared distances; ``count`` = N.

    Tokens labelled -1 (filtered as unsure, or void) take no part.
    """
    sure = (tokens.labels >= 0).nonzero().squeeze(1)
    if len(sure) < len(tokens.labels):
        tokens = Tokens(tokens.keys[sure], tokens.labels[sure], tokens.values[:, :, sure])
    step = max(1, TILE // max(1, len(tokens.keys)))
    tiles = [_read_tile(part, tokens, scale, count) for part in queries.split(step)]
    return Reading(*(torch.cat([getattr(tile, name) for tile in tiles], -1) for name in ("values", "nearest", "best")))


def _read_tile(queries: Tensor, tokens: Tokens, scale: Tensor, count: int) -> Reading:
    distances = squared_distances(queries, tokens.keys)
    nearest = nearest_by_label(distances, tokens.labels, count)
    return Reading(_attend(-scale * distances, tokens.values), nearest[None], distances.amin(1))


def window_distances(height: int, width: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """Between all pairs of (height * width) positions: squared Euclidean and Chebyshev distance, both (Q, Q)."""
    ys = torch.arange(height, device=device).repeat_interleave(width)
    xs = torch.arange(width, device=device).repeat(height)
    dy, dx = (ys[:, None] - ys).abs(), (xs[:, None] - xs).abs()
    return (dy * dy + dx * dx).float(), torch.maximum(dy, dx)


def read_local(
    queries: Tensor, tokens: Tokens, scale: Tensor, locality: Tensor, count: int, where: tuple[Tensor, Tensor]
) -> Reading:
    """Read the previous frame within windows around each query.

    ``locality`` multiplies the squared displacement; ``where`` comes from :func:`window_distances`.
    """
    euclidean, chebyshev = where
    distances = squared_distances(queries, tokens.keys)
    scores = (-scale * distances - locality * euclidean).masked_fill(chebyshev > WINDOWS[-1], -torch.inf)
    values = _attend(scores, tokens.values)
    inside = distances
    rows = []
    for radius in reversed(WINDOWS):
        inside = inside.masked_fill(chebyshev > radius, FAR)
        rows.append(nearest_by_label(inside, tokens.labels, count))
    return Reading(values, torch.stack(rows), inside.amin(1))
