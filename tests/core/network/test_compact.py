"""The compact network: what must hold whatever its weights are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

import core.network.compact.matching as matching
from core.network.compact.model import CompactConfig, CompactNetwork, CompactObservation, build_compact
from core.network.cpu import Convolution

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
    monkeypatch.setattr(matching, "TILE_BYTES", 2000)
    torch.testing.assert_close(whole, logits(network, channels(), 3), rtol=1e-9, atol=1e-9)


def test_that_pixels_without_a_label_take_no_part_in_global_matching(network: CompactNetwork) -> None:
    labels = channels()
    labels[:, 48:] = -1
    seen = observe(network, 1, labels, 2)
    noisy = replace(seen, keys=seen.keys.clone())
    noisy.keys[..., 6:] = 17.0
    queries = torch.randn(5, TINY.key, dtype=torch.float64)
    scale = torch.tensor(0.1)
    readings = [matching.read_global(queries, network.reference([o], 2).tokens[0], scale) for o in (seen, noisy)]
    torch.testing.assert_close(readings[0].values, readings[1].values)
    torch.testing.assert_close(readings[0].nearest, readings[1].nearest)


def test_that_a_void_seed_does_not_count_as_background(network: CompactNetwork) -> None:
    labels = channels()
    labels[:, 48:] = -1
    seen = observe(network, 1, labels, 2)
    assert set(seen.labels.unique().tolist()) == {-1, 0, 1}
    assert (seen.labels[0, :, 6:] == -1).all()


@torch.inference_mode()
def test_that_an_unsure_border_keeps_its_soft_mask_but_counts_in_no_proxy(network: CompactNetwork) -> None:
    labels = channels() * (channels() == 1)
    features = network.encode(network.prepare(picture(1), (64, 96)).double())
    soft = torch.nn.functional.one_hot(labels, 2).movedim(-1, 0).double()
    soft[:, 36:40] = 0.5
    said = labels.clone()
    said[37:40] = -1
    whole, filtered = (network.observe(features, seen, 2, soft) for seen in (labels, said))
    torch.testing.assert_close(whole.cells, filtered.cells)
    torch.testing.assert_close(whole.value, filtered.value)
    assert (filtered.labels >= 0).all()
    assert filtered.sums[0, 0, -1] < whole.sums[0, 0, -1]
    said[32:40] = -1
    dropped = network.observe(features, said, 2, soft).labels
    assert (dropped[0, 4] == -1).all()


def plain_reading(
    queries: torch.Tensor,
    keys: torch.Tensor,
    labels: torch.Tensor,
    values: torch.Tensor,
    scores: torch.Tensor,
    count: int,
) -> tuple[torch.Tensor, torch.Tensor]:
    """The equations word by word: softmax read-out, and the least distance by channel. ``scores`` (Q, R)."""
    read = torch.einsum("qr,kvr->kvq", scores.softmax(1), values)
    distances = torch.cdist(queries, keys).square().masked_fill(scores == -torch.inf, matching.FAR)
    rows = [distances[:, labels == c].amin(1) if (labels == c).any() else None for c in range(count)]
    return read, torch.stack([torch.full((len(queries),), matching.FAR) if r is None else r for r in rows])


def test_that_the_pool_is_read_as_the_equations_say() -> None:
    torch.manual_seed(0)
    queries, keys, values = torch.randn(7, 5), torch.randn(11, 5), torch.randn(2, 3, 11)
    labels = torch.tensor([0, 1, 1, 0, 2, -1, 2, 0, 1, 0, -1])
    sure = labels >= 0
    scores = -0.3 * torch.cdist(queries, keys[sure]).square()
    expected = plain_reading(queries, keys[sure], labels[sure], values[:, :, sure], scores, 4)
    found = matching.read_global(queries, matching.sort_tokens(keys, labels, values, 4), torch.tensor(0.3))
    torch.testing.assert_close(found.values, expected[0], rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(found.nearest[0], expected[1], rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(found.best, expected[1].amin(0), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(("height", "width"), [(4, 4), (16, 24), (11, 19)])
def test_that_the_previous_frame_is_read_as_the_equations_say(height: int, width: int) -> None:
    torch.manual_seed(1)
    queries, keys = torch.randn(5, height, width), torch.randn(5, height, width)
    labels, values = torch.randint(-1, 3, (height, width)), torch.randn(2, 3, height, width)
    ys, xs = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    dy, dx = (ys.flatten()[:, None] - ys.flatten()).abs(), (xs.flatten()[:, None] - xs.flatten()).abs()
    q, k = queries.flatten(1).T, keys.flatten(1).T
    plain = -0.3 * torch.cdist(q, k).square() - 0.02 * (dy**2 + dx**2)
    found = matching.read_local(queries, keys, labels, values, torch.tensor(0.3), torch.tensor(0.02), 3)
    for row, radius in enumerate((matching.WIDE, matching.NARROW)):
        scores = plain.masked_fill(torch.maximum(dy, dx) > radius, -torch.inf)
        read, nearest = plain_reading(q, k, labels.flatten(), values.flatten(2), scores, 3)
        torch.testing.assert_close(found.nearest[row], nearest, rtol=1e-4, atol=1e-4)
        if radius == matching.WIDE:
            torch.testing.assert_close(found.values, read, rtol=1e-4, atol=1e-4)
        else:
            everything = torch.cdist(q, k).square().masked_fill(scores == -torch.inf, matching.FAR)
            torch.testing.assert_close(found.best, everything.amin(1), rtol=1e-4, atol=1e-4)


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


def test_that_half_precision_reads_nearly_the_same(network: CompactNetwork) -> None:
    single = network.float()

    def read(half: bool) -> torch.Tensor:
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=half):
            features = single.encode(single.prepare(picture(1), (64, 96)))
            seen = single.observe(features, channels(), 3)
            now = single.encode(single.prepare(picture(2), (64, 96)))
            return single.segment(now, seen, single.reference([seen, seen], 3), None, 3).logits.float()

    assert float((read(half=True).softmax(0) - read(half=False).softmax(0)).abs().mean()) < 0.01


def test_that_weights_laid_out_for_speed_follow_every_change(network: CompactNetwork) -> None:
    single = network.float()
    image = single.prepare(picture(1), (64, 96))
    with torch.inference_mode():
        before = single.encode(image).shared
    plain = single.encode(image).shared.detach()
    torch.testing.assert_close(before, plain, rtol=1e-4, atol=1e-4)
    with torch.no_grad():
        dict(single.named_parameters())["encoder.laterals.0.weight"].mul_(2)
    changed = single.encode(image).shared.detach()
    with torch.inference_mode():
        torch.testing.assert_close(single.encode(image).shared, changed, rtol=1e-4, atol=1e-4)
    assert not torch.allclose(before, changed, atol=1e-3)


@pytest.mark.parametrize(("unsure", "label"), [(3, 1), (4, 1), (5, -1)])
def test_that_a_position_counts_where_at_least_half_of_it_is_sure(
    network: CompactNetwork, unsure: int, label: int
) -> None:
    labels = torch.ones(64, 96, dtype=torch.long)
    labels[:, 48 : 48 + unsure] = -1
    seen = observe(network, 1, labels, 2).labels
    assert (seen[0, :, 6] == label).all()
    assert (seen[0, :, :6] == 1).all() and (seen[0, :, 7:] == 1).all()


def test_that_weights_stay_laid_out_for_images_of_several_sizes() -> None:
    torch.manual_seed(0)
    conv = Convolution(16, 16, 3, padding=1)
    images = [torch.randn(1, 16, side, 32) for side in (32, 48, 64)]
    expected = [conv(image).detach() for image in images]
    with torch.inference_mode():
        for image, result in zip([*images, *images], [*expected, *expected], strict=True):
            torch.testing.assert_close(conv(image), result, rtol=1e-4, atol=1e-4)
        layouts = {id(conv._laid_out.of(conv, image)[0]) for image in [*images, *images]}
    assert len(layouts) == len(images)
