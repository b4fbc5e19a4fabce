"""Nearest distances between embeddings, per channel (Section "Correlation head").

Distances are squared L2 and infinite where a channel has no pixel. Nothing here ever holds all distances at once:
global matching works on tiles, local matching on one row offset after another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import accumulate, pairwise

import torch
import torch.nn.functional as F
from torch import Tensor

from core.network.cpu import inner_products
from core.network.rpcm.layers import precise

RADII = (2, 4, 6, 8, 10, 12)
"""Radii of local matching, in pixels at half matching resolution."""

QUERY_TILE = 2048
KEY_TILE = 2048
"""Sides of a tile of distances on a processor: sixteen MiB in single precision, which a last cache holds."""
DEVICE_TILE_FACTOR = 3
"""How many times longer both sides are on an accelerator, which wants larger products."""

HAS_TRITON = find_spec("triton") is not None
"""Whether the fused kernel can be had; without it an accelerator computes the same by the tiled form."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Pixels to be matched, sorted by channel: ``vectors`` (M, C); channel n owns ``bounds[n]:bounds[n + 1]``."""

    vectors: Tensor
    bounds: tuple[int, ...]

    @property
    def channel_count(self) -> int:
        return len(self.bounds) - 1


def sort_keys(vectors: Tensor, channels: Tensor, channel_count: int) -> Keys:
    """Lay out pixels ``vectors`` (P, C) of ``channels`` (P,) for matching; those of channel -1 drop out."""
    unsaid, *counts = torch.bincount(channels + 1, minlength=channel_count + 1).tolist()
    order = channels.argsort(stable=True)[unsaid:]
    return Keys(vectors[order], tuple(accumulate(counts, initial=0)))


def nearest_global(queries: Tensor, keys: Keys) -> Tensor:
    """Least squared distance of each query (Q, C) to the keys of each channel: (N, Q), at least in single precision.

    Products are taken in the type of the queries. Where gradients are wanted they flow to the query and to its nearest
    key alone, as through a minimum.
    """
    if torch.is_grad_enabled() and (queries.requires_grad or keys.vectors.requires_grad):
        with torch.no_grad():
            found = [_tiled_argmin(queries, part) for part in _parts(keys)]
        gathered = [None if at is None else part[at] for at, part in zip(found, _parts(keys), strict=True)]
        return torch.stack([_distance_to(queries, nearest) for nearest in gathered])
    if queries.is_cuda and HAS_TRITON and queries.dtype != torch.float64:
        from core.network.rpcm.matching_triton import fused_nearest

        return fused_nearest(queries, keys)
    rows = _rows(queries)
    return torch.stack([_tiled_minimum(rows, part) for part in _parts(keys)])


def nearest_local(queries: Tensor, keys: Tensor, channels: Tensor, channel_count: int) -> Tensor:
    """Least squared distance within square windows around each pixel.

    Args:
        queries: Embedding of the current frame (C, h, w).
        keys: Embedding of the previous frame (C, h, w).
        channels: Channel of each previous pixel (h, w), -1 where nothing is said.
        channel_count: N.

    Returns:
        (N, R, h, w), one map per radius of ``RADII``, rising.
    """
    height, reach = queries.shape[1], RADII[-1]
    rows_of_queries = torch.cat([-2 * queries, torch.ones_like(queries[:1])]).permute(1, 2, 0)
    rows_of_keys = torch.cat([keys, keys.square().sum(0, keepdim=True)]).permute(1, 0, 2)
    around = F.pad(channels, (reach, reach), value=-1).unfold(1, 2 * reach + 1, 1)
    best = queries.new_full((channel_count, len(RADII), *queries.shape[1:]), torch.inf)
    for offset in range(-min(reach, height - 1), min(reach, height - 1) + 1):
        top, bottom = max(0, -offset), min(height, height - offset)
        band = _band(rows_of_queries[top:bottom] @ rows_of_keys[top + offset : bottom + offset], reach)
        minima = _window_minima(band, around[top + offset : bottom + offset], channel_count, abs(offset))
        best = torch.minimum(best, F.pad(minima, (0, 0, top, height - bottom), value=torch.inf))
    return best + queries.square().sum(0)


def squash(distances: Tensor, bias: Tensor) -> Tensor:
    """Distances (N, ...) to 0..1 by ``2 (sigmoid(d + bias) - 1/2)``, ``bias`` (N,); infinite becomes 1."""
    return 2 * torch.sigmoid(distances + bias.view(-1, *[1] * (distances.dim() - 1))) - 1


def least_of_others(maps: Tensor) -> Tensor:
    """For each channel of (N, ...) the least over all others; with one channel the map itself."""
    if len(maps) == 1:
        return maps
    least, where = maps.topk(2, dim=0, largest=False)
    own = torch.arange(len(maps), device=maps.device).view(-1, *[1] * (maps.dim() - 1))
    return torch.where(own == where[:1], least[1:], least[:1])


def _parts(keys: Keys) -> list[Tensor]:
    sizes = [stop - start for start, stop in pairwise(keys.bounds)]
    return list(keys.vectors.split(sizes))


def _tiles(queries: Tensor) -> tuple[int, int]:
    factor = 1 if queries.device.type == "cpu" else DEVICE_TILE_FACTOR
    return QUERY_TILE * factor, KEY_TILE * factor


def _augmented(queries: Tensor, keys: Tensor) -> tuple[Tensor, Tensor]:
    """Vectors whose inner products are squared distances less the query's own square."""
    lengthened = torch.cat([-2 * queries, torch.ones_like(queries[:, :1])], 1)
    return lengthened, torch.cat([keys, keys.square().sum(1, keepdim=True)], 1)


def _rows(queries: Tensor) -> Tensor:
    """Queries (Q, C) lengthened so that products with :func:`_columns` are squared distances.

    Thus a product of half precision is rounded as a distance, not as a difference of two large squares. The distances
    are those of the rounded vectors, whose squares are carried as sums of as many halves as make up a single.
    """
    squares = _split(queries)
    return torch.cat([-2 * queries, *squares, *(torch.ones_like(square) for square in squares)], 1)


def _columns(keys: Tensor, dtype: torch.dtype) -> Tensor:
    keys = keys.to(dtype)
    squares = _split(keys)
    return torch.cat([keys, *(torch.ones_like(square) for square in squares), *squares], 1)


def _split(vectors: Tensor) -> list[Tensor]:
    """The square of each vector (P, C) as numbers (P, 1) of its type that add up to it."""
    rest, parts = precise(vectors).square().sum(1, keepdim=True), []
    for _ in range(1 if rest.dtype == vectors.dtype else 3):
        parts.append(rest.to(vectors.dtype))
        rest = rest - parts[-1]
    return parts


def _tiled_minimum(rows: Tensor, keys: Tensor) -> Tensor:
    """Least distance (Q,) of queries as :func:`_rows` makes them to keys (M, C)."""
    query_tile, key_tile = _tiles(rows)
    least = precise(rows.new_empty(0)).new_full((len(rows),), torch.inf)
    for tile in keys.split(key_tile) if len(keys) else ():
        columns = _columns(tile, rows.dtype)
        for own, minima in zip(rows.split(query_tile), least.split(query_tile), strict=True):
            torch.minimum(minima, inner_products(own, columns).amin(1), out=minima)
    return least


def _tiled_argmin(queries: Tensor, keys: Tensor) -> Tensor | None:
    if not len(keys):
        return None
    query_tile, key_tile = _tiles(queries)
    lengthened, augmented = _augmented(queries, keys)
    places = []
    for rows in lengthened.split(query_tile):
        found = [(rows @ columns.T).min(1) for columns in augmented.split(key_tile)]
        tile = torch.stack([values for values, _ in found]).argmin(0)
        within = torch.stack([places for _, places in found]).gather(0, tile[None])[0]
        places.append(tile * key_tile + within)
    return torch.cat(places)


def _distance_to(queries: Tensor, nearest: Tensor | None) -> Tensor:
    if nearest is None:
        return queries.new_full((len(queries),), torch.inf)
    return (queries - nearest).square().sum(1)


def _band(products: Tensor, reach: int) -> Tensor:
    """The products (rows, w, w) of each pixel with those at most ``reach`` columns away: (rows, w, 2 reach + 1)."""
    rows, width, _ = products.shape
    padded = F.pad(products, (reach, reach), value=torch.inf)
    full = width + 2 * reach
    return padded.as_strided((rows, width, 2 * reach + 1), (width * full, full + 1, 1))


def _window_minima(band: Tensor, around: Tensor, channel_count: int, row_offset: int) -> Tensor:
    """Minima of one row offset for all channels and radii: (N, R, rows, w)."""
    channels = torch.arange(channel_count, device=band.device).view(-1, 1, 1, 1)
    candidates = torch.where(around == channels, band, torch.inf)
    return torch.stack(_rings(candidates, RADII, row_offset), 1)


def _rings(candidates: Tensor, radii: Sequence[int], row_offset: int) -> list[Tensor]:
    """Running minima over the last axis from the middle outwards, infinite for radii that do not reach the row."""
    middle = candidates.shape[-1] // 2
    running, reached, maps = torch.full_like(candidates[..., 0], torch.inf), -1, []
    for radius in radii:
        if radius < row_offset:
            maps.append(torch.full_like(running, torch.inf))
            continue
        left = candidates[..., middle - radius : middle - max(reached, 0)]
        right = candidates[..., middle + reached + 1 : middle + radius + 1]
        running = torch.minimum(running, torch.cat([left, right], -1).amin(-1))
        reached = radius
        maps.append(running)
    return maps
