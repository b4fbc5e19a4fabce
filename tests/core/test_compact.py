"""The compact network: what must hold whatever its weights are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

import core.network.compact_matching as matching
from core.network.compact import CompactConfig, CompactNetwork, CompactObservation, build_compact

TINY = CompactConfig(widths=(16, 16, 32, 32), depths=(1, 1, 1, 1), shared=32, key=16, value=16, embedding=32)


@pytest.fixture
def network() -> CompactNetwork:
    torch.manual_seed(3)
    return build_compact(TINY).eval().double()


def picture(seed: int, height: int = 64, width: int = 96) -> torch.Tensor:
    noise = np.random.default_rng(seed).integers(0, 256, (height // 8, width // 8, 3), dtype=np.uint8)
    return torch.from_numpy(np.kron(noise, np.ones((8, 8, 1), dtype=np.uint8)))


def channels(height: int = 64, width: int = 96) -> torch.Tensor:
    labels = torch.zeros(height, width, dtype=torch.long)
    labels[8:40, 8:32] = 1
    labels[20:60, 50:90] = 2
    return labels


def observe(network: CompactNetwork, seed: int, labels: torch.Tensor, count: int) -> CompactObservation:
    features = network.encode(network.prepare(picture(seed), (64, 96)).double())
    return network.observe(features, labels, count)


@torch.inference_mode()
def logits(network: CompactNetwork, labels: torch.Tensor, count: int) -> torch.Tensor:
    seen = observe(network, 1, labels, count)
    features = network.encode(network.prepare(picture(2), (64, 96)).double())
    return network.segment(features, seen, network.reference([seen, seen], count), None, count).logits


def test_that_permuting_objects_permutes_logits(network: CompactNetwork) -> None:
    labels = channels()
    swapped = torch.tensor([0, 2, 1])[labels]
    one, other = logits(network, labels, 3), logits(network, swapped, 3)
    torch.testing.assert_close(one, other[[0, 2, 1]], rtol=1e-9, atol=1e-9)
    assert not torch.allclose(one[1], one[2])


def test_that_tiles_change_nothing(network: CompactNetwork, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = logits(network, channels(), 3)
    monkeypatch.setattr(matching, "TILE", 500)
    torch.testing.assert_close(whole, logits(network, channels(), 3), rtol=1e-9, atol=1e-9)


def test_that_pixels_without_a_label_take_no_part_in_global_matching(network: CompactNetwork) -> None:
    labels = channels()
    labels[:, 48:] = -1
    seen = observe(network, 1, labels, 2)
    noisy = replace(seen, keys=seen.keys.clone())
    noisy.keys[..., 6:] = 17.0
    queries = torch.randn(5, TINY.key, dtype=torch.float64)
    scale = torch.tensor(0.1)
    readings = [matching.read_global(queries, network.reference([o], 2).tokens[0], scale, 2) for o in (seen, noisy)]
    torch.testing.assert_close(readings[0].values, readings[1].values)
    torch.testing.assert_close(readings[0].nearest, readings[1].nearest)


def test_that_a_void_seed_does_not_count_as_background(network: CompactNetwork) -> None:
    labels = channels()
    labels[:, 48:] = -1
    seen = observe(network, 1, labels, 2)
    assert set(seen.labels.unique().tolist()) == {-1, 0, 1}
    assert (seen.labels[0, :, 6:] == -1).all()


def test_that_nearest_distances_are_those_of_a_plain_search() -> None:
    torch.manual_seed(0)
    queries, keys = torch.randn(7, 5), torch.randn(11, 5)
    labels = torch.tensor([0, 1, 1, 0, 2, -1, 2, 0, 1, 0, -1])
    found = matching.nearest_by_label(matching.squared_distances(queries, keys), labels, 4)
    for channel in range(3):
        expected = torch.cdist(queries, keys[labels == channel]).square().amin(1)
        torch.testing.assert_close(found[channel], expected, rtol=1e-4, atol=1e-4)
    assert (found[3] == matching.FAR).all()


def test_that_an_object_may_come_later(network: CompactNetwork) -> None:
    labels = channels()
    early = observe(network, 1, labels * (labels == 1), 2)
    late = observe(network, 2, labels, 3)
    with torch.inference_mode():
        features = network.encode(network.prepare(picture(4), (64, 96)).double())
        decision = network.segment(features, early, network.reference([early, late], 3), None, 3)
    assert decision.logits.shape == (3, 16, 24)
    assert torch.isfinite(decision.logits).all()


@pytest.mark.parametrize(("height", "width"), [(480, 854), (1080, 1920), (854, 480), (40, 40), (31, 500)])
def test_that_input_sizes_are_multiples_of_the_largest_stride(height: int, width: int) -> None:
    h, w = CompactNetwork(TINY).input_size(height, width)
    assert h % 32 == w % 32 == 0
    assert min(h, w) >= 32
    assert abs(h / w - height / width) / (height / width) < 0.35 or min(height, width) < 64


def test_that_reading_in_double_and_single_precision_agree(network: CompactNetwork) -> None:
    double = logits(network, channels(), 3)
    single = network.float()
    with torch.inference_mode():
        features = single.encode(single.prepare(picture(1), (64, 96)))
        seen = single.observe(features, channels(), 3)
        now = single.encode(single.prepare(picture(2), (64, 96)))
        found = single.segment(now, seen, single.reference([seen, seen], 3), None, 3).logits
    torch.testing.assert_close(double.float(), found, rtol=1e-2, atol=1e-2)
