"""The paper's network: what must hold whatever its weights are."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from core.errors import UserError
from core.network.ensemble import Ensemble, views_of
from core.network.rpcm import model
from core.network.rpcm.assembly import TABLE_3, parse_assembly
from core.network.rpcm.layers import ConvNorm, resize
from core.network.rpcm.model import PROXY, Rpcm, RpcmConfig
from core.network.rpcm.modulators import Assembly, Memory
from core.network.rpcm.preprocess import fitted_size, multi_scale_size
from core.network.weights import build
from core.propagation.device import Precision
from core.propagation.propagator import Propagator
from core.types import PropagationSettings, RunRequest, Seed
from tests.helpers.golden import Clip

SIZE = (49, 65)


@pytest.fixture(scope="module")
def network() -> Rpcm:
    torch.manual_seed(4)
    made = Rpcm(RpcmConfig(backbone="mobilenet")).eval().double()
    for module in made.modules():
        if isinstance(module, torch.nn.GroupNorm):
            torch.nn.init.normal_(module.weight, 1.0, 0.2)
    return made


def frames() -> Tensor:
    torch.manual_seed(5)
    return torch.randint(0, 256, (3, *SIZE, 3), dtype=torch.uint8)


def mask(*order: int) -> Tensor:
    """Three objects side by side over background, numbered in ``order``."""
    drawn = torch.zeros(SIZE, dtype=torch.int64)
    for column, channel in enumerate(order):
        drawn[8:40, 4 + 20 * column : 20 + 20 * column] = channel
    return drawn


@torch.no_grad()
def two_steps(network: Any, order: tuple[int, ...] = (1, 2, 3), count: int = 4) -> list[Tensor]:
    """Logits of two frames after one reference, the second with memories and a pool of two."""
    features = [network.encode(network.prepare(frame, SIZE)) for frame in frames()]
    first = network.observe(features[0], mask(*order), count)
    decision = network.segment(features[1], first, network.reference([first], count), None, count)
    second = network.observe(features[1], mask(*order).roll(3, 1), count)
    pool = network.reference([first, second], count)
    return [decision.logits, network.segment(features[2], second, pool, decision.memory, count).logits]


def test_that_permuting_objects_permutes_logits(network: Rpcm) -> None:
    straight, permuted = two_steps(network, (1, 2, 3)), two_steps(network, (3, 1, 2))
    for one, other in zip(straight, permuted, strict=True):
        torch.testing.assert_close(one, other[[0, 3, 1, 2]])


def test_that_channels_in_parts_equal_channels_together(network: Rpcm, monkeypatch: pytest.MonkeyPatch) -> None:
    together = two_steps(network)
    monkeypatch.setattr(model, "CHANNELS_AT_ONCE", 3)
    for one, other in zip(together, two_steps(network), strict=True):
        torch.testing.assert_close(one, other)


def test_that_an_object_nobody_has_seen_changes_no_distance_of_others(network: Rpcm) -> None:
    features = [network.encode(network.prepare(frame, SIZE)) for frame in frames()]
    maps = []
    for count in (4, 5):
        seen = network.observe(features[0], mask(1, 2, 3), count)
        maps.append(network.similarity(features[1], seen, network.reference([seen], count), count))
    torch.testing.assert_close(maps[0], maps[1][:4])
    assert (maps[1][4, :7] == 1).all() and not maps[1][4, 7].any()


def test_that_observations_with_fewer_channels_are_completed(network: Rpcm) -> None:
    features = network.encode(network.prepare(frames()[0], SIZE))
    few = network.reference([network.observe(features, mask(1, 2), 3)], 4)
    many = network.reference([network.observe(features, mask(1, 2), 4)], 4)
    torch.testing.assert_close(few.proxies, many.proxies)
    assert few.keys.bounds == many.keys.bounds


def test_that_pixels_of_which_nothing_is_said_are_matched_by_nobody(network: Rpcm) -> None:
    features = network.encode(network.prepare(frames()[0], SIZE))
    drawn = mask(1, 2)
    drawn[:30] = -1
    reference = network.reference([network.observe(features, drawn, 3)], 3)
    assert len(reference.keys.vectors) == int((network.observe(features, drawn, 3).channels >= 0).sum())


@pytest.mark.parametrize("text", TABLE_3)
def test_that_every_assembly_of_table_3_runs_and_passes_gradients(text: str) -> None:
    torch.manual_seed(6)
    assembly = Assembly(text, PROXY)
    embeddings = torch.randn(2, 2, 256, 4, 5)
    first, memory = assembly(embeddings[0], None, torch.randn(2, PROXY))
    second, kept = assembly(embeddings[1], memory, torch.randn(2, PROXY))
    (first + second).square().sum().backward()
    assert second.shape == (2, 256, 4, 5)
    assert all(p.grad is not None and p.grad.isfinite().all() for p in assembly.parameters())
    assert torch.equal(kept.embedding, embeddings[1]) and not kept.embedding.requires_grad


def test_that_modulators_read_the_memories_that_their_letters_name() -> None:
    stages = {"P2C": (("P",), ("C",)), "P&C": (("P", "C"),), "P2P2P": (("P",),) * 3}
    assert {text: parse_assembly(text) for text in stages} == stages
    torch.manual_seed(7)
    proxy = torch.randn(1, PROXY)
    x, before, first = torch.randn(3, 1, 256, 3, 3)
    changed = Memory(before + 1, (first,))
    for text, differs in (("P", True), ("C", False), ("S", False)):
        assembly = Assembly(text, PROXY).eval()
        outputs = [assembly(x, memory, proxy)[0] for memory in (Memory(before, (first,)), changed)]
        assert torch.equal(*outputs) is not differs


@pytest.mark.parametrize("text", ["", "P2", "X", "2", "P&", "p2c"])
def test_that_other_texts_are_no_assembly(text: str) -> None:
    with pytest.raises(UserError, match="not a valid assembly"):
        parse_assembly(text)


def test_that_the_correction_memory_stays_and_the_propagation_memory_moves() -> None:
    assembly = Assembly("P2C", PROXY).eval()
    memory = None
    kept = []
    for step in range(3):
        _, memory = assembly(torch.full((1, 256, 2, 2), float(step)), memory, torch.zeros(1, PROXY))
        kept.append(memory)
    assert [float(m.embedding[0, 0, 0, 0]) for m in kept] == [0.0, 1.0, 2.0]
    assert torch.equal(kept[0].anchors[1], kept[2].anchors[1])


@pytest.mark.parametrize(
    ("frame", "size"),
    [((480, 854), (481, 849)), ((120, 214), (113, 209)), ((1080, 1920), (577, 1041)), ((129, 225), (129, 225))],
)
def test_that_frames_are_fed_at_the_sizes_of_the_paper(frame: tuple[int, int], size: tuple[int, int]) -> None:
    assert build("resnet101").input_size(*frame) == size


def test_that_several_scales_cap_the_long_edge_lower_and_full_resolution_does_not() -> None:
    assert multi_scale_size(480, 854, 1.3) == (577, 1041)
    assert fitted_size(1080, 1920, None) == (1073, 1921)


def test_that_an_ensemble_of_one_view_is_that_view(network: Rpcm) -> None:
    single = Ensemble(network, views_of((1.0,), flip=False), multi_scale_size)
    for logits, expected in zip(two_steps(single), two_steps(network), strict=True):
        resized = torch.nn.functional.interpolate(expected[None], SIZE, mode="bilinear", align_corners=True)[0]
        torch.testing.assert_close(logits.softmax(0), resized.softmax(0))


def test_that_a_flipped_view_alone_sees_the_flipped_clip(network: Rpcm) -> None:
    straight, flipped = (Ensemble(network, (view,), multi_scale_size) for view in views_of((1.0,), flip=True))
    features = [[network.encode(network.prepare(f, SIZE)) for f in frames()] for network in (straight, flipped)]
    assert not torch.allclose(features[0][0][1].embedding, features[1][0][1].embedding)
    mirrored = flipped.encode(flipped.prepare(frames()[0].flip(1), SIZE))
    torch.testing.assert_close(mirrored[1].embedding, features[0][0][1].embedding)
    logits = two_steps(flipped)[0]
    assert logits.shape == (4, *SIZE) and torch.isfinite(logits).all()


@pytest.mark.parametrize(("precision", "tolerance"), [("fp64", 1e-3), ("bf16", 0.1), ("fp16", 0.02)])
def test_that_every_precision_runs_and_agrees_with_single(precision: Precision, tolerance: float) -> None:
    torch.manual_seed(8)
    network = build("mobilenet")
    clip = Clip(frames().numpy())
    seed = Seed(0, mask(1, 2, 3).to(torch.uint8).numpy())
    settings = PropagationSettings(keep_probabilities=True, tau=1)
    request = RunRequest(run_id=1, seeds=(seed,), first=0, last=1, settings=settings)
    (expected,) = Propagator(network).run(clip, request)
    (ours,) = Propagator(network, precision=precision).run(clip, request)
    assert ours.probabilities is not None and expected.probabilities is not None
    # Random weights enlarge every rounding, hence the mean.
    assert np.abs(ours.probabilities - expected.probabilities).mean() < tolerance


@pytest.mark.parametrize("scales", [(), (0.1,), (1.0, 9.0)])
def test_that_scales_out_of_range_are_refused(scales: tuple[float, ...]) -> None:
    with pytest.raises(UserError, match="cannot be used"):
        views_of(scales, flip=False)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_that_predicting_without_gradients_says_what_training_says(network: Rpcm, dtype: torch.dtype) -> None:
    """Folded norms, gates in the weights, one channel after another: none of it may change what comes out."""
    cast = copy.deepcopy(network).to(dtype)
    fast = two_steps(cast)
    with torch.enable_grad():
        plain = two_steps.__wrapped__(cast)  # type: ignore[attr-defined]
    for one, other in zip(fast, plain, strict=True):
        assert other.requires_grad
        exact = dtype == torch.float64
        # Rounding is enlarged by random weights.
        torch.testing.assert_close(one, other.detach(), atol=1e-9 if exact else 2e-2, rtol=1e-9 if exact else 2e-2)


def test_that_a_network_forgets_what_it_folded_when_its_weights_change() -> None:
    torch.manual_seed(9)
    layer, other = (ConvNorm(3, 4, 3).eval() for _ in range(2))
    layer.norm.get_buffer("running_mean").normal_()
    x = torch.randn(1, 3, 6, 7)
    with torch.no_grad():
        before = layer(x)
        torch.testing.assert_close(before, layer.norm(layer.conv(x)))
        layer.load_state_dict(other.state_dict())
        torch.testing.assert_close(layer(x), other(x))
        assert not torch.allclose(layer(x), before)
        layer.double()
        torch.testing.assert_close(layer(x.double()), other.double()(x.double()))


@pytest.mark.parametrize(("was", "now"), [((5, 7), (9, 13)), ((4, 6), (7, 5)), ((1, 3), (1, 5)), ((3, 3), (3, 8))])
def test_that_resizing_by_products_is_bicubic(was: tuple[int, int], now: tuple[int, int]) -> None:
    x = torch.randn(2, 3, *was, dtype=torch.float64)
    expected = torch.nn.functional.interpolate(x, now, mode="bicubic", align_corners=True)
    with torch.no_grad():
        torch.testing.assert_close(resize(x, now, "bicubic"), expected)
