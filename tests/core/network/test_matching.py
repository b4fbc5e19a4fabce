"""Tiled matching against the equations written out."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from core.network.rpcm import matching
from core.network.rpcm.matching import RADII, Keys, least_of_others, nearest_global, nearest_local, sort_keys, squash


def global_by_matrix(queries: Tensor, vectors: Tensor, channels: Tensor, channel_count: int) -> Tensor:
    distances: Tensor = (queries[:, None] - vectors[None]).square().sum(2)
    far = torch.full_like(distances, torch.inf)
    maps: list[Tensor] = [torch.where(channels == n, distances, far).amin(1) for n in range(channel_count)]
    return torch.stack(maps)


def local_by_pixel(queries: Tensor, keys: Tensor, channels: Tensor, channel_count: int) -> Tensor:
    height, width = channels.shape
    rows, columns = torch.arange(height), torch.arange(width)
    distances: Tensor = (queries[:, :, :, None, None] - keys[:, None, None]).square().sum(0)
    down = (rows[:, None, None, None] - rows[:, None]).abs()
    across = (columns[:, None, None] - columns).abs()
    maps = []
    for channel in range(channel_count):
        for radius in RADII:
            seen = (down <= radius) & (across <= radius) & (channels == channel)
            maps.append(torch.where(seen, distances, torch.inf).flatten(2).amin(2))
    stacked: Tensor = torch.stack(maps).unflatten(0, (channel_count, len(RADII)))
    return stacked


@st.composite
def pixels(draw: st.DrawFn) -> tuple[Tensor, Tensor, Tensor, int]:
    generator = torch.Generator().manual_seed(draw(st.integers(0, 2**31)))
    queries, keys, size = draw(st.integers(1, 40)), draw(st.integers(0, 60)), draw(st.integers(1, 7))
    count = draw(st.integers(1, 5))
    vectors = torch.randn(keys, size, generator=generator, dtype=torch.float64)
    channels = torch.randint(-1, count, (keys,), generator=generator)
    return torch.randn(queries, size, generator=generator, dtype=torch.float64), vectors, channels, count


@given(pixels(), st.integers(1, 9), st.integers(1, 9))
def test_that_tiles_of_any_size_find_the_least_distance(
    case: tuple[Tensor, Tensor, Tensor, int], q: int, k: int
) -> None:
    queries, vectors, channels, count = case
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "QUERY_TILE", q)
        patch.setattr(matching, "KEY_TILE", k)
        found = nearest_global(queries, sort_keys(vectors, channels, count))
    if len(vectors):
        torch.testing.assert_close(found, global_by_matrix(queries, vectors, channels, count))
    else:
        assert torch.isinf(found).all() and found.shape == (count, len(queries))


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_that_less_precise_queries_find_the_same_distances(dtype: torch.dtype) -> None:
    """Far from the origin a product rounded to half precision tells nothing; a distance rounded does."""
    torch.manual_seed(4)
    keys, channels = torch.rand(700, 100) + 1, torch.randint(0, 3, (700,))
    queries = torch.cat([keys[:20] + 0.01 * torch.randn(20, 100), torch.rand(30, 100) + 1])
    with torch.no_grad():
        found = nearest_global(queries.to(dtype), sort_keys(keys, channels, 3))
    assert found.dtype == torch.float32
    half = dtype == torch.bfloat16
    expected = global_by_matrix(queries, keys, channels, 3)
    torch.testing.assert_close(found, expected, atol=0.01 if half else 1e-3, rtol=0.01 if half else 1e-4)


def test_that_gradients_of_global_matching_are_those_of_the_minimum() -> None:
    torch.manual_seed(1)
    channels = torch.randint(-1, 2, (30,))
    grads = []
    for tiled in (True, False):
        torch.manual_seed(2)
        queries = torch.randn(20, 4, dtype=torch.float64, requires_grad=True)
        keys = torch.randn(30, 4, dtype=torch.float64, requires_grad=True)
        whole = global_by_matrix(queries, keys, channels, 3)
        maps = nearest_global(queries, sort_keys(keys, channels, 3)) if tiled else whole
        squash(maps, torch.zeros(3)).sum().backward()
        grads.append((queries.grad, keys.grad))
    torch.testing.assert_close(grads[0], grads[1])


@given(st.integers(1, 20), st.integers(1, 20), st.integers(1, 3), st.integers(0, 2**31))
def test_that_local_matching_sees_each_window(height: int, width: int, count: int, seed: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    queries, keys = torch.randn(2, 5, height, width, generator=generator, dtype=torch.float64)
    channels = torch.randint(-1, count, (height, width), generator=generator)
    found = nearest_local(queries, keys, channels, count)
    torch.testing.assert_close(found, local_by_pixel(queries, keys, channels, count))


def test_that_gradients_of_local_matching_are_those_of_the_minimum() -> None:
    grads = []
    for match in (nearest_local, local_by_pixel):
        torch.manual_seed(3)
        queries = torch.randn(4, 9, 17, dtype=torch.float64, requires_grad=True)
        keys = torch.randn(4, 9, 17, dtype=torch.float64, requires_grad=True)
        maps = match(queries, keys, torch.randint(-1, 2, (9, 17)), 3)
        squash(maps, torch.zeros(3)).sum().backward()
        grads.append((queries.grad, keys.grad))
    torch.testing.assert_close(grads[0], grads[1])


def test_that_an_absent_channel_is_as_far_as_can_be() -> None:
    keys = Keys(torch.zeros(2, 3), (0, 2, 2))
    maps = squash(nearest_global(torch.zeros(4, 3), keys), torch.tensor([0.0, -0.5]))
    assert torch.equal(maps, torch.tensor([[0.0], [1.0]]).expand(2, 4))


@given(st.integers(1, 6), st.integers(0, 2**31))
def test_that_the_background_form_is_the_least_of_all_others(count: int, seed: int) -> None:
    maps = torch.rand(count, 2, 3, generator=torch.Generator().manual_seed(seed))
    if count == 1:
        assert torch.equal(least_of_others(maps), maps)
        return
    others = [torch.cat([maps[:n], maps[n + 1 :]]).amin(0) for n in range(count)]
    assert torch.equal(least_of_others(maps), torch.stack(others))
