"""The fused kernel against the plain form, on Triton's interpreter where there is no accelerator."""

from __future__ import annotations

import os

import pytest
import torch

from core.network.rpcm.matching import nearest_global, sort_keys

if not torch.cuda.is_available():
    # Read when a kernel is declared: it makes Triton run it in Python.
    os.environ.setdefault("TRITON_INTERPRET", "1")
pytest.importorskip("triton", reason="Triton is not installed; PyTorch's CUDA builds bring it.")

from core.network.rpcm import matching_triton

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


@pytest.mark.parametrize("queries", [1, 130])
@pytest.mark.parametrize("counts", [(5, 0, 70), (0, 0), (64, 1, 129, 3)])
@pytest.mark.parametrize("width", [7, 32])
def test_that_the_fused_kernel_finds_what_the_plain_form_finds(
    queries: int, counts: tuple[int, ...], width: int
) -> None:
    generator = torch.Generator().manual_seed(queries + width)
    channels = torch.cat([torch.full((count,), n) for n, count in enumerate(counts)])
    vectors = torch.randn(len(channels), width, generator=generator)
    mixed = torch.randperm(len(channels), generator=generator)
    keys = sort_keys(vectors[mixed].to(DEVICE), channels[mixed].to(DEVICE), len(counts))
    asked = torch.randn(queries, width, generator=generator).to(DEVICE)
    with torch.no_grad():
        torch.testing.assert_close(matching_triton.fused_nearest(asked, keys), nearest_global(asked, keys))


def test_that_half_precision_products_stay_near_the_exact_distances() -> None:
    generator = torch.Generator().manual_seed(3)
    vectors, asked = torch.randn(90, 16, generator=generator), torch.randn(40, 16, generator=generator)
    keys = sort_keys(vectors.to(DEVICE), (torch.arange(90) % 3).to(DEVICE), 3)
    exact = nearest_global(asked.to(DEVICE), keys)
    # Triton's interpreter knows float16, but takes bfloat16 for whole numbers.
    half = torch.bfloat16 if DEVICE.type == "cuda" else torch.float16
    found = matching_triton.fused_nearest(asked.to(DEVICE, half), keys)
    torch.testing.assert_close(found, exact, atol=0.2, rtol=0.02)


def test_that_no_query_gives_no_distance() -> None:
    keys = sort_keys(torch.randn(4, 8), torch.zeros(4, dtype=torch.long), 2)
    assert matching_triton.fused_nearest(torch.empty(0, 8), keys).shape == (2, 0)
