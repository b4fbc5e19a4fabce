"""Global matching as one fused Triton kernel, for accelerators (Section "Correlation head").

The plain form in :mod:`.matching` is its oracle: both give the same minima. A program holds a tile of
queries and walks over the keys of one channel with a running minimum, so that no distance is ever written to memory.
Import this where Triton is installed only; PyTorch's CUDA builds for Linux bring it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
import triton
import triton.language as tl
from torch import Tensor

if TYPE_CHECKING:
    from core.network.rpcm.matching import Keys

QUERY_TILE = 128
KEY_TILE = 64
"""Sides of a tile of distances: its products fill the matrix units, its minimum stays in registers."""


@triton.jit
def _nearest(
    queries: Tensor,
    keys: Tensor,
    lengths: Tensor,
    bounds: Tensor,
    found: Tensor,
    query_count: int,
    width: int,
    QUERIES: tl.constexpr,
    KEYS: tl.constexpr,
    WIDTH: tl.constexpr,
) -> None:
    channel = tl.program_id(1)
    rows = tl.program_id(0) * QUERIES + tl.arange(0, QUERIES)
    columns = tl.arange(0, WIDTH)
    inside = rows < query_count
    seen = inside[:, None] & (columns < width)[None, :]
    mine = tl.load(queries + rows[:, None] * width + columns[None, :], mask=seen, other=0.0)
    least = tl.full((QUERIES,), float("inf"), tl.float32)
    first = tl.load(bounds + channel)
    last = tl.load(bounds + channel + 1)
    for start in range(first, last, KEYS):
        places = start + tl.arange(0, KEYS)
        there = places < last
        wanted = there[None, :] & (columns < width)[:, None]
        theirs = tl.load(keys + places[None, :] * width + columns[:, None], mask=wanted, other=0.0)
        # Beyond the channel's end the length is infinite, so that the minimum passes over it.
        length = tl.load(lengths + places, mask=there, other=float("inf"))
        product = tl.dot(mine, theirs, input_precision="ieee")
        least = tl.minimum(least, tl.min(length[None, :] - 2.0 * product, axis=1))
    own = tl.sum(mine.to(tl.float32) * mine.to(tl.float32), axis=1)
    tl.store(found + channel * query_count + rows, least + own, mask=inside)


def fused_nearest(queries: Tensor, keys: Keys) -> Tensor:
    """Least squared distance of each query (Q, C) to the keys of each channel: (N, Q) in single precision.

    Products are taken in the precision of ``queries`` (float32, bfloat16 or float16) and added up in float32; infinite
    where a channel has no key. No gradient passes through it.
    """
    queries, vectors = queries.contiguous(), keys.vectors.to(queries.dtype).contiguous()
    bounds = torch.tensor(keys.bounds, dtype=torch.int32, device=queries.device)
    found = torch.empty(keys.channel_count, len(queries), dtype=torch.float32, device=queries.device)
    if not len(queries):
        return found
    grid = (triton.cdiv(len(queries), QUERY_TILE), keys.channel_count)
    _nearest[grid](
        queries,
        vectors,
        vectors.float().square().sum(1),
        bounds,
        found,
        len(queries),
        queries.shape[1],
        QUERIES=QUERY_TILE,
        KEYS=KEY_TILE,
        WIDTH=max(16, triton.next_power_of_2(queries.shape[1])),
    )
    return found
