"""How long the kernels of matching take, beside the straightforward form.

Run by ``RPCM_BENCH=1 pytest tests/benchmarks/test_kernels.py``; an ordinary run of all tests leaves them out.
"""

from __future__ import annotations

import os
from typing import Any

import pytest
import torch

from core.evaluation import naive_matching as plain
from core.network.compact.matching import read_global, read_local, sort_tokens
from core.network.rpcm.matching import nearest_global, nearest_local, sort_keys

pytestmark = pytest.mark.skipif("RPCM_BENCH" not in os.environ, reason="figures, no verdict; set RPCM_BENCH=1")

OBJECTS = 3
SIZE = (61, 107)
"""Half the matching resolution of 480x854 in the paper's network; the compact network matches about a quarter of it."""


@pytest.fixture(autouse=True)
def reproducible() -> None:
    torch.manual_seed(0)


@pytest.mark.parametrize("form", ["ours", "plain"])
@pytest.mark.parametrize("pool", [1, 4])
def test_that_global_matching_is_timed(benchmark: Any, form: str, pool: int) -> None:
    pixels = SIZE[0] * SIZE[1]
    queries, keys = torch.randn(pixels, 100), torch.randn(pool * pixels, 100)
    channels = torch.randint(0, OBJECTS + 1, (len(keys),))
    laid = sort_keys(keys, channels, OBJECTS + 1)
    work = (
        (lambda: nearest_global(queries, laid))
        if form == "ours"
        else (lambda: plain.nearest_of_each(queries, keys, channels, OBJECTS + 1))
    )
    assert benchmark.pedantic(work, rounds=3, warmup_rounds=1).shape == (OBJECTS + 1, pixels)


@pytest.mark.parametrize("form", ["ours", "plain"])
def test_that_local_matching_is_timed(benchmark: Any, form: str) -> None:
    queries, keys = torch.randn(100, *SIZE), torch.randn(100, *SIZE)
    channels = torch.randint(0, OBJECTS + 1, SIZE)
    kernel = nearest_local if form == "ours" else plain.nearest_in_windows
    found = benchmark.pedantic(kernel, (queries, keys, channels, OBJECTS + 1), rounds=1)
    assert found.shape == (OBJECTS + 1, 6, *SIZE)


@pytest.mark.parametrize("pool", [1, 8])
def test_that_reading_a_pool_is_timed(benchmark: Any, pool: int) -> None:
    tokens = 32 * 57
    queries, keys = torch.randn(tokens, 64), torch.randn(pool * tokens, 64)
    labels, values = torch.randint(0, OBJECTS + 1, (len(keys),)), torch.randn(OBJECTS, 69, len(keys))
    laid = sort_tokens(keys, labels, values, OBJECTS + 1)
    found = benchmark.pedantic(read_global, (queries, laid, torch.tensor(0.1)), rounds=3, warmup_rounds=1)
    assert found.values.shape == (OBJECTS, 69, tokens)


def test_that_reading_the_previous_frame_is_timed(benchmark: Any) -> None:
    queries, keys, values = torch.randn(64, 32, 57), torch.randn(64, 32, 57), torch.randn(OBJECTS, 69, 32, 57)
    labels, scale = torch.randint(0, OBJECTS + 1, (32, 57)), torch.tensor(0.1)
    given = (queries, keys, labels, values, scale, scale, OBJECTS + 1)
    assert benchmark.pedantic(read_local, given, rounds=3, warmup_rounds=1).values.shape == (OBJECTS, 69, 32 * 57)
