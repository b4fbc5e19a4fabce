"""The reliable patch pool: what is kept, what is dropped, and that storing it sparse changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from core.errors import UserError
from core.network.compact.model import build_compact
from core.network.ensemble import Ensemble, views_of
from core.network.interface import SAMPLES, Samples, SegmentationNetwork
from core.network.rpcm.model import Patch, Rpcm, RpcmConfig
from core.network.rpcm.preprocess import multi_scale_size
from core.propagation.pool import RULES, Limits, PatchPool, Pooled
from core.propagation.propagator import Propagator
from core.propagation.state import SHARE_OF_MEMORY, byte_count, device_memory, pool_limits
from core.types import FrameResult, PoolRule, PropagationSettings, RunRequest, Seed, SeedMode
from tests.core.network.test_weights import TINY
from tests.helpers.golden import Clip

H, W = 64, 96


def make_network(kind: str) -> SegmentationNetwork:
    torch.manual_seed(2)
    if kind == "compact":
        return build_compact(TINY).eval()
    network = Rpcm(RpcmConfig(backbone="mobilenet")).eval()
    return Ensemble(network, views_of((1.0,), flip=True), multi_scale_size) if kind == "ensemble" else network


@pytest.fixture(scope="module", params=["compact", "mobilenet", "ensemble"])
def network(request: pytest.FixtureRequest) -> SegmentationNetwork:
    return make_network(request.param)


@pytest.fixture(scope="module")
def clip() -> Clip:
    return Clip(np.random.default_rng(0).integers(0, 256, (9, H, W, 3), np.uint8))


def drawn(*ids: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    labels = np.zeros((H, W), np.uint8)
    for column, i in enumerate(ids):
        labels[8:48, 4 + 24 * column : 24 + 24 * column] = i
    return labels


def run(network: SegmentationNetwork, clip: Clip, seeds: tuple[Seed, ...] = (), **settings: Any) -> list[FrameResult]:
    asked = PropagationSettings(keep_probabilities=True, **{"tau": 1, "alpha": 1.0, **settings})
    request = RunRequest(run_id=1, seeds=seeds or (Seed(0, drawn(1, 2)),), first=0, last=8, settings=asked)
    return list(Propagator(network).run(clip, request))


def same(one: list[FrameResult], other: list[FrameResult]) -> bool:
    return all(np.array_equal(a.probabilities, b.probabilities) for a, b in zip(one, other, strict=True))  # type: ignore[arg-type]


@torch.no_grad()
def observed(network: SegmentationNetwork, clip: Clip) -> tuple[Any, Tensor]:
    """An observation with a third of its pixels unsaid."""
    channels = torch.from_numpy(drawn(1, 2).astype(np.int64))
    channels[:, ::3] = -1
    channels[:24] = -1
    features = network.encode(network.prepare(torch.from_numpy(clip.frames[0]), network.input_size(H, W)))
    return network.observe(features, channels, 3), channels


def leaves(value: Any) -> list[Any]:
    if isinstance(value, tuple):
        return [leaf for part in value for leaf in leaves(part)]
    names = getattr(value, "__dataclass_fields__", ())
    return [leaf for name in names for leaf in leaves(getattr(value, name))] or [value]


def test_that_a_sparse_patch_is_laid_out_as_the_whole_observation(network: SegmentationNetwork, clip: Clip) -> None:
    whole, _ = observed(network, clip)
    with torch.no_grad():
        expected, ours = network.reference([whole, whole], 3), network.reference([network.condense(whole)] * 2, 3)
    for one, other in zip(leaves(expected), leaves(ours), strict=True):
        assert torch.equal(one, other) if isinstance(one, Tensor) else one == other
    assert byte_count(network.condense(whole)) < 0.7 * byte_count(whole)


def test_that_a_patch_for_proxies_alone_lends_no_pixel(clip: Clip) -> None:
    network = make_network("mobilenet")
    assert isinstance(network, Rpcm)
    whole, _ = observed(network, clip)
    with torch.no_grad():
        with_patch = network.reference([whole, network.condense(whole, matched=False)], 3)
        alone = network.reference([whole], 3)
        both = network.reference([whole, whole], 3)
    assert torch.equal(with_patch.keys.vectors, alone.keys.vectors) and with_patch.keys.bounds == alone.keys.bounds
    assert torch.equal(with_patch.proxies, both.proxies)


def test_that_the_rows_of_table_4_differ(clip: Clip) -> None:
    network = make_network("compact")
    rows = [
        run(network, clip, use_pool=False),
        run(network, clip, match_patches=False, alpha=0.94, pool_budget=8),
        run(network, clip, alpha=0.94, pool_budget=8),
        run(network, clip, alpha=0.94, filter_unsure=False, pool_budget=8),
    ]
    assert not any(same(one, other) for i, one in enumerate(rows) for other in rows[:i])
    pixels = [results[-1].pool.pixels for results in rows]
    assert pixels[0] == pixels[1] < pixels[2] < pixels[3] == 8 * pixels[0]
    assert len(rows[0][-1].pool.frames) == 1 and len(rows[1][-1].pool.frames) == 8


@pytest.mark.parametrize(("kind", "rule"), [*(("compact", rule) for rule in RULES), ("mobilenet", "redundant")])
def test_that_a_pool_within_its_budget_equals_the_exact_one(kind: str, rule: PoolRule, clip: Clip) -> None:
    network = make_network(kind)
    exact = run(network, clip, pool_budget=None, pool_pixels=None)
    ours = run(network, clip, pool_budget=4, pool_pixels=None, pool_rule=rule)
    assert same(exact[:5], ours[:5])
    assert len(ours[-1].pool.frames) == 5 < len(exact[-1].pool.frames)
    assert not same(exact[5:], ours[5:])


entry = st.tuples(st.booleans(), st.integers(0, 60))


@given(st.lists(entry, max_size=20), st.integers(0, 6), st.integers(1, 200), st.sampled_from(list(RULES)))
def test_that_a_budget_is_kept_and_changes_nothing_before_it_is_reached(
    entries: list[tuple[bool, int]], frames: int, pixels: int, rule: PoolRule
) -> None:
    pool: PatchPool[None] = PatchPool(Limits(frames, pixels), rule)
    exact: PatchPool[None] = PatchPool()
    reached = False
    for frame, (is_reference, size) in enumerate(entries):
        for each in (pool, exact):
            pooled = Pooled(frame, None, size)
            each.add_reference(pooled, sampled) if is_reference else each.add_patch(pooled, sampled)
        reached = reached or len(exact.patches) > frames or exact.summary().pixels > pixels
        assert pool.references == exact.references
        assert reached or pool.summary() == exact.summary()
        assert len(pool.patches) <= frames
        assert not pool.patches or pool.summary().pixels <= pixels


def fill(rule: PoolRule, observations: list[Any], budget: int) -> list[int]:
    pool: PatchPool[Any] = PatchPool(Limits(budget), rule)
    pool.add_reference(Pooled(0, observations[0], 1), sampled)
    for frame, observation in enumerate(observations[1:], start=1):
        pool.add_patch(Pooled(frame, observation, 1), sampled)
    return [patch.frame for patch in pool.patches]


def sampled(patch: Patch | None) -> Samples:
    """Pixels of a patch as the paper's network chooses them; none of what has no pixels."""
    if patch is None:
        return Samples(torch.zeros(0, 1), torch.zeros(0, dtype=torch.long))
    return Samples.evenly(patch.vectors, patch.labels)


def patch(*vectors: float, channel: int = 1) -> Patch:
    """A patch of pixels with one-dimensional embeddings."""
    some = torch.tensor(vectors)[:, None]
    nothing = torch.zeros(1)
    return Patch(some, torch.full((len(vectors),), channel), nothing, nothing, nothing, 0)


def test_that_the_oldest_leaves_first() -> None:
    assert fill("oldest", [None] * 9, 3) == [6, 7, 8]


def test_that_a_reservoir_is_a_fair_sample_of_all_frames() -> None:
    kept = fill("reservoir", [None] * 2001, 400)
    assert len(kept) == 400
    # 200 are expected in each half; five standard deviations are 40.
    assert 160 < sum(frame <= 1000 for frame in kept) < 240


def test_that_the_most_redundant_leaves_first() -> None:
    seen = [patch(0.0, 1.0), patch(5.0), patch(0.1, 1.1), patch(9.0), patch(5.2)]
    assert fill("redundant", seen, 3) == [1, 3, 4]
    assert fill("redundant", seen, 2) == [3, 4]


def test_that_the_only_patch_of_an_object_is_never_redundant() -> None:
    seen = [patch(0.0), patch(0.0, channel=2), patch(50.0), patch(90.0)]
    assert fill("redundant", seen, 1) == [1]


def test_that_what_has_no_pixel_left_leaves_before_anything_else() -> None:
    assert fill("redundant", [patch(0.0), patch(1.0), patch(), patch(1.1)], 2) == [1, 3]


def test_that_patches_are_compared_by_some_pixels_of_each_part() -> None:
    taken = make_network("mobilenet").samples(patch(*map(float, range(5 * SAMPLES + 1))))
    assert SAMPLES * 0.8 <= len(taken.channels) <= SAMPLES
    assert taken.keys[-1] > 4.9 * SAMPLES


def test_that_a_joined_frame_gives_up_what_was_predicted_but_not_what_was_drawn(clip: Clip) -> None:
    joining = np.zeros((H, W), np.uint8)
    joining[16:48, 60:90] = 3
    seeds = (Seed(0, drawn(1, 2)), Seed(2, joining, SeedMode.JOIN))
    network = make_network("compact")
    free, tight = (run(network, clip, seeds, pool_pixels=pixels) for pixels in (None, 1))
    whole = free[1].pool.pixels // 2
    assert [result.pool.frames for result in tight[1:4]] == [(0,), (0, 2), (0, 2)]
    assert whole < tight[-1].pool.pixels < 1.5 * whole
    assert tight[-1].object_ids == (1, 2, 3)


def test_that_the_memory_of_the_device_bounds_the_pool_by_default() -> None:
    device = torch.device("cpu")
    limits = pool_limits(PropagationSettings(), device, 400.0)
    assert limits == Limits(PropagationSettings().pool_budget, int(device_memory(device) / SHARE_OF_MEMORY / 400.0))
    assert pool_limits(PropagationSettings(pool_budget=None, pool_pixels=None), device, 400.0) == Limits()
    assert pool_limits(replace(PropagationSettings(), pool_pixels=7), device, 400.0).pixels == 7


def test_that_a_budget_of_no_pixel_is_refused(clip: Clip) -> None:
    with pytest.raises(UserError, match="0 pixels"):
        run(make_network("compact"), clip, pool_pixels=0)


@pytest.mark.parametrize("joining", [False, True])
@pytest.mark.parametrize("kind", ["compact", "mobilenet", "ensemble"])
def test_that_an_object_too_small_to_be_seen_is_named_and_the_others_go_on(
    kind: str, joining: bool, caplog: pytest.LogCaptureFixture
) -> None:
    big = Clip(np.random.default_rng(0).integers(0, 256, (3, 3 * H, 3 * W, 3), np.uint8))
    speck, square = (np.zeros((3 * H, 3 * W), np.uint8) for _ in range(2))
    speck[25, 251], square[50:100, 50:150] = 7, 1
    seeds = (Seed(0, square), Seed(2, speck, SeedMode.JOIN)) if joining else (Seed(0, square + speck),)
    request = RunRequest(run_id=1, seeds=seeds, first=0, last=2)
    results = list(Propagator(make_network(kind)).run(big, request))
    assert f"On frame {2 * joining}, object 7 is too small to be seen" in caplog.text
    assert len(results) == 2 and results[-1].object_ids == (1, 7)


def test_that_a_seed_of_which_nothing_is_seen_is_refused() -> None:
    big = Clip(np.random.default_rng(0).integers(0, 256, (2, 3 * H, 3 * W, 3), np.uint8))
    speck = np.zeros((3 * H, 3 * W), np.uint8)
    speck[25, 251] = 7
    with pytest.raises(UserError, match="On frame 0, object 7 is too small to be seen"):
        list(
            Propagator(make_network("compact")).run(big, RunRequest(run_id=1, seeds=(Seed(0, speck),), first=0, last=1))
        )


def test_that_a_thin_object_is_seen_by_the_compact_network() -> None:
    big = Clip(np.random.default_rng(0).integers(0, 256, (2, 3 * H, 3 * W, 3), np.uint8))
    line = np.zeros((3 * H, 3 * W), np.uint8)
    line[25, 50:100] = 7
    request = RunRequest(run_id=1, seeds=(Seed(0, line),), first=0, last=1)
    (result,) = Propagator(make_network("compact")).run(big, request)
    assert result.object_ids == (7,)
