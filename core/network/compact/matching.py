"""Matching of the compact network: nearest distances (the paper's) beside a soft read-out through attention.

Tokens are stride 8 positions. One product of queries and keys serves every object: distances are shared, and only what
is read through them (masks, memory values) differs from object to object. No whole distance matrix is ever held: the
pool is read in tiles of queries, the previous frame in blocks that see no more than their window.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise

import torch
from torch import Tensor
from torch.nn import functional as F

from core.network.cpu import Product, computing_type, packed, shared_out

TILE_BYTES = 1_000_000
"""The most bytes of one tile of the distance matrix: it stays in a cache, which is 3 times as fast."""
FAR = 1e4
"""A squared distance no pair of keys reaches: keys are normalised, so it is at most four times their width."""
NARROW, WIDE = 3, 8
"""Chebyshev radii of the local nearest distances, in stride 8 positions; the wide one bounds the local read-out too."""
BLOCK = 8
"""Side of a block of queries in local matching."""
SPAN = BLOCK + 2 * WIDE
"""Side of the square of keys that a block sees."""
BEYOND = -2
"""Label of what lies outside the frame."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """The sure tokens of a pool, sorted by channel: ``keys`` (R, C), ``values`` (K, V, R).

    Tokens ``bounds[n]`` to ``bounds[n + 1]`` carry channel ``n``; there are N + 1 bounds.
    """

    keys: Tensor
    values: Tensor
    bounds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Found: ``values`` (K, V, Q), ``nearest`` (radii, N, Q) squared distances, ``best`` (Q,) the least of them."""

    values: Tensor
    nearest: Tensor
    best: Tensor


def sort_tokens(keys: Tensor, labels: Tensor, values: Tensor, count: int) -> Pooled:
    """Drop tokens labelled -1 (filtered as unsure, or void), sort the others: (R, C), (R,), (K, V, R)."""
    sizes = torch.bincount(labels + 1, minlength=count + 1)[: count + 1]
    order = labels.argsort(stable=True)[int(sizes[0]) :]
    bounds = [0, *sizes[1:].cumsum(0).tolist()]
    return Pooled(keys[order], values[:, :, order], tuple(bounds))


def read_global(queries: Tensor, pool: Pooled, scale: Tensor) -> Reading:
    """Read a reliable patch pool. ``queries`` (Q, C); ``scale`` multiplies squared distances.

    Without gradients products are in the type that autocast asks for. In bf16 they take half the time; what is read is
    off by 1e-4 in the mean and 0.012 at most (a DAVIS clip), and a nearest distance by 0.07 of 22.
    """
    queries, keys = _exact(queries), _exact(pool.keys)
    kind = keys.dtype if torch.is_grad_enabled() else computing_type(keys)
    step = max(1, TILE_BYTES // kind.itemsize // max(1, len(keys)))
    score = packed((2 * scale * keys).to(kind), (-scale * keys.square().sum(1)).to(kind), step)
    mix = packed(pool.values.flatten(0, 1), None, step)
    read = partial(_read_tile, score=score, mix=mix, pool=pool, scale=scale, kind=kind)
    tiles = shared_out(read, queries.split(step), queries.device)
    values, nearest = (torch.cat(parts) for parts in zip(*tiles, strict=True))
    return Reading(values.T.unflatten(0, pool.values.shape[:2]), nearest.T[None], nearest.amin(1))


def _read_tile(
    queries: Tensor, score: Product, mix: Product, pool: Pooled, scale: Tensor, kind: torch.dtype
) -> tuple[Tensor, Tensor]:
    """Read-out (q, K V) and nearest distances (q, N). A softmax ignores the query's own length."""
    scores, own = score(queries.to(kind)), queries.square().sum(1)
    nearest = [
        (own - scores[:, first:last].amax(1).to(own) / scale).clamp_min(0)
        if last > first
        else torch.full_like(own, FAR)
        for first, last in pairwise(pool.bounds)
    ]
    return mix(scores.softmax(1).to(pool.values.dtype)), torch.stack(nearest, 1)


def read_local(
    queries: Tensor, keys: Tensor, labels: Tensor, values: Tensor, scale: Tensor, locality: Tensor, count: int
) -> Reading:
    """Read the previous frame within windows around each query.

    Args:
        queries: (C, h, w).
        keys: (C, h, w) of the previous frame.
        labels: (h, w) channel or -1.
        values: (K, V, h, w).
        scale: Multiplies squared distances.
        locality: Multiplies squared displacements.
        count: N.
    """
    height, width = labels.shape
    blocks = _blocks(_exact(queries))
    spans = _spans(_exact(keys), 0.0)
    distances = _block_distances(blocks, spans)
    seen = _spans(labels[None], BEYOND)
    squared, window = _displacements(queries.device)
    shut = window | (seen == BEYOND)
    scores = (-scale * distances - locality * squared).masked_fill(shut, -FAR)
    weights = scores.softmax(2).to(values.dtype)
    read = torch.bmm(_spans(values.flatten(0, 1), 0.0), weights.transpose(1, 2))
    found = _unblock(read, height, width).unflatten(0, values.shape[:2])
    near = distances.masked_fill(shut, FAR)
    nearest = _local_nearest(near, seen, count, height, width)
    best = _unblock(_narrow(near).amin(2)[:, None], height, width)[0]
    return Reading(found, nearest, best)


def _local_nearest(near: Tensor, labels: Tensor, count: int, height: int, width: int) -> Tensor:
    """Least distance to each channel, wide window first: (2, N, Q)."""
    rows = []
    for distances, where in ((near, labels), (_narrow(near), _narrow(labels))):
        for channel in range(count):
            # Added to, which takes half the time of filling in, and brought back to FAR below.
            others = torch.where(where == channel, 0.0, FAR).to(distances)
            rows.append((distances + others).amin(2))
    nearest: Tensor = _unblock(torch.stack(rows, 1), height, width).unflatten(0, (2, count))
    return nearest.clamp_max(FAR)


def _exact(x: Tensor) -> Tensor:
    """At least float32: bf16 would err by half a unit on squared distances near 100."""
    return x.to(torch.promote_types(x.dtype, torch.float32))


def _block_distances(blocks: Tensor, spans: Tensor) -> Tensor:
    """Squared distances (T, 64, 576) between the queries of a block and the keys that it sees."""
    lengths = blocks.square().sum(1)[:, :, None] + spans.square().sum(1)[:, None]
    with torch.autocast(blocks.device.type, enabled=False):
        distances: Tensor = torch.baddbmm(lengths, blocks.transpose(1, 2), spans, alpha=-2)
    return distances.clamp_min(0)


def _blocks(x: Tensor) -> Tensor:
    """(C, h, w) -> (T, C, 64): blocks of queries, the last ones padded."""
    padded = F.pad(x, (0, -x.shape[2] % BLOCK, 0, -x.shape[1] % BLOCK))
    cut = padded.unfold(1, BLOCK, BLOCK).unfold(2, BLOCK, BLOCK)
    return cut.permute(1, 2, 0, 3, 4).reshape(-1, len(x), BLOCK * BLOCK)


def _spans(x: Tensor, outside: float) -> Tensor:
    """(C, h, w) -> (T, C, 576): what each block sees, ``outside`` beyond the frame."""
    right, bottom = WIDE + -x.shape[2] % BLOCK, WIDE + -x.shape[1] % BLOCK
    padded = F.pad(x, (WIDE, right, WIDE, bottom), value=outside)
    cut = padded.unfold(1, SPAN, BLOCK).unfold(2, SPAN, BLOCK)
    return cut.permute(1, 2, 0, 3, 4).reshape(-1, len(x), SPAN * SPAN)


def _unblock(x: Tensor, height: int, width: int) -> Tensor:
    """(T, C, 64) -> (C, height * width): the blocks put together, padding cut off."""
    rows, columns = -(-height // BLOCK), -(-width // BLOCK)
    grid = x.reshape(rows, columns, x.shape[1], BLOCK, BLOCK).permute(2, 0, 3, 1, 4)
    joined: Tensor = grid.reshape(x.shape[1], rows * BLOCK, columns * BLOCK)
    return joined[:, :height, :width].flatten(1)


def _narrow(x: Tensor) -> Tensor:
    """(T, C, 576) -> (T, C, 196): the keys that lie in the narrow window of any query of the block.

    For distances, those outside a query's own narrow window are set to :data:`FAR`.
    """
    edge = WIDE - NARROW
    square = x.reshape(*x.shape[:2], SPAN, SPAN)
    cut = square[:, :, edge : SPAN - edge, edge : SPAN - edge].flatten(2)
    return cut.masked_fill(_outside_narrow(x.device), FAR) if x.is_floating_point() else cut


@lru_cache(maxsize=8)
def _displacements(device: torch.device) -> tuple[Tensor, Tensor]:
    """Between the queries of a block and what it sees, (64, 576): squared displacement; True outside the window."""
    ys, xs = _offsets(WIDE)
    # Kept for training too, which cannot use what inference mode made.
    with torch.inference_mode(False):
        return (ys * ys + xs * xs).float().to(device), (torch.maximum(ys, xs) > WIDE).to(device)


@lru_cache(maxsize=8)
def _outside_narrow(device: torch.device) -> Tensor:
    """True where a key of :func:`_narrow` lies outside a query's narrow window: (64, 196)."""
    ys, xs = _offsets(NARROW)
    with torch.inference_mode(False):
        return (torch.maximum(ys, xs) > NARROW).to(device)


def _offsets(radius: int) -> tuple[Tensor, Tensor]:
    """Rows and columns, without sign, between 64 queries of a block and the keys up to ``radius`` around it."""
    side = BLOCK + 2 * radius
    with torch.inference_mode(False):
        inner, outer = torch.arange(BLOCK), torch.arange(side) - radius
        ys = (inner.repeat_interleave(BLOCK)[:, None] - outer.repeat_interleave(side)).abs()
        xs = (inner.repeat(BLOCK)[:, None] - outer.repeat(side)).abs()
    return ys, xs
