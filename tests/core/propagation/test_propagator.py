"""The engine's rules of time, on a network of three lines: it copies what it was told about the previous frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from core.errors import UserError
from core.network.interface import Decision, SegmentationNetwork
from core.propagation.plan import plan, planned_frames
from core.propagation.propagator import Propagator
from core.types import Frame, FrameResult, PropagationSettings, RunRequest, Seed, SeedMode

H, W = 40, 48
LOOK_AHEAD = 3
"""One frame a stage that runs ahead: results, masks, features."""


@dataclass
class Clip:
    """Frames whose picture says their number."""

    frame_count: int = 12
    height: int = H
    width: int = W
    fps: float = 25.0
    reads: list[int] = field(default_factory=list)

    def name(self, index: int) -> str:
        return f"{index:05d}"

    def read(self, index: int) -> Frame:
        self.reads.append(index)
        return Frame(index, np.full((self.height, self.width, 3), index, np.uint8), index / self.fps)


@dataclass(frozen=True)
class Seen:
    frame: int
    channels: Tensor
    probabilities: Tensor | None


class Copycat(SegmentationNetwork):
    """Repeats the previous frame; ``calls`` keeps what it was handed with each frame."""

    align_corners = True

    def __init__(self, confidence: float = 20.0) -> None:
        super().__init__()
        self.confidence = confidence
        self.calls: list[dict[str, Any]] = []
        self.layouts: list[list[Seen]] = []

    def input_size(self, height: int, width: int) -> tuple[int, int]:
        return height, width

    def prepare(self, image: Tensor, size: tuple[int, int]) -> Tensor:
        return image.permute(2, 0, 1)[None].float()

    def encode(self, image: Tensor) -> int:
        return int(image[0, 0, 0, 0])

    def observe(self, features: int, channels: Tensor, channel_count: int, probabilities: Tensor | None = None) -> Seen:
        return Seen(features, channels, probabilities)

    def reference(self, pool: Sequence[Seen], channel_count: int) -> tuple[int, ...]:
        self.layouts.append(list(pool))
        return tuple(seen.frame for seen in pool)

    def segment(
        self, features: int, previous: Seen, reference: tuple[int, ...], memory: int | None, channel_count: int
    ) -> Decision:
        call = {"frame": features, "previous": previous.frame, "reference": reference, "memory": memory}
        self.calls.append(call | {"channels": channel_count})
        certain = torch.nn.functional.one_hot(previous.channels.clamp(min=0), channel_count).movedim(-1, 0)
        return Decision(certain * self.confidence, features)


def labels(*ids: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """One block of eight columns per id, from the left."""
    drawn = np.zeros((H, W), np.uint8)
    for column, i in enumerate(ids):
        drawn[8:24, column * 8 : column * 8 + 8] = i
    return drawn


def run(network: Copycat, *seeds: Seed, first: int = 0, last: int = 11, **kwargs: Any) -> list[FrameResult]:
    settings = PropagationSettings(**kwargs.pop("settings", {}))
    request = RunRequest(run_id=7, seeds=seeds, first=first, last=last, settings=settings, **kwargs)
    return list(Propagator(network).run(Clip(), request))


def test_that_forward_visits_the_frames_after_the_seed_in_order_and_copies_ids() -> None:
    results = run(Copycat(), Seed(2, labels(9, 4)))
    assert [r.index for r in results] == list(range(3, 12))
    assert all(r.object_ids == (4, 9) and r.run_id == 7 for r in results)
    assert all(np.array_equal(r.labels, labels(9, 4)) for r in results)
    assert results[0].scores[9] > 0.99 and not results[0].labels.flags.writeable


def test_that_both_goes_forward_from_every_seed_then_backward_from_the_earliest() -> None:
    results = run(Copycat(), Seed(7, labels(2)), Seed(3, labels(1)), direction="both")
    assert [r.index for r in results] == [4, 5, 6, 8, 9, 10, 11, 2, 1, 0]
    assert {r.object_ids for r in results if r.index > 7} == {(2,)}
    assert {r.object_ids for r in results if r.index < 7} == {(1,)}


def test_that_backward_goes_down_to_the_previous_seed() -> None:
    results = run(Copycat(), Seed(3, labels(1)), Seed(7, labels(2)), direction="backward")
    assert [r.index for r in results] == [6, 5, 4, 2, 1, 0]


def test_that_a_correction_empties_the_pool_and_the_memories() -> None:
    network = Copycat()
    results = run(network, Seed(0, labels(1)), Seed(7, labels(1, 2)))
    after = next(call for call in network.calls if call["frame"] == 8)
    assert after == {"frame": 8, "previous": 7, "reference": (7,), "memory": None, "channels": 3}
    assert [r.index for r in results if r.index == 7] == []


@pytest.mark.parametrize(("seed", "direction"), [(0, "forward"), (11, "backward")])
def test_that_every_fifth_frame_joins_the_pool_and_counts_from_the_next(seed: int, direction: str) -> None:
    results = run(Copycat(), Seed(seed, labels(1)), direction=direction)
    used = [tuple(abs(frame - seed) for frame in r.pool.frames) for r in results]
    assert used == [(0,)] * 5 + [(0, 5)] * 5 + [(0, 5, 10)]


def test_that_the_pool_is_laid_out_only_when_it_changes() -> None:
    network = Copycat()
    run(network, Seed(0, labels(1)))
    assert [[seen.frame for seen in layout] for layout in network.layouts] == [[0], [0, 5], [0, 5, 10]]


def test_that_unsure_pixels_leave_the_patch_but_not_the_previous_mask() -> None:
    network = Copycat(confidence=1.0)
    results = run(network, Seed(0, labels(1, 2)), settings={"alpha": 0.5})
    assert results[0].unsure_share == 1.0 and not results[0].reliability.any()
    assert (network.layouts[1][1].channels == -1).all()
    assert np.array_equal(results[-1].labels, labels(1, 2))
    assert results[0].pool.pixels == 11 * 13 and results[-1].pool.pixels == 11 * 13


def test_that_the_budget_drops_the_oldest_patch_and_never_a_reference() -> None:
    results = run(Copycat(), Seed(0, labels(1)), settings={"tau": 1, "pool_budget": 2})
    assert [r.pool.frames for r in results[:5]] == [(0,), (0, 1), (0, 1, 2), (0, 2, 3), (0, 3, 4)]


def test_that_without_a_pool_only_the_seed_is_matched() -> None:
    results = run(Copycat(), Seed(0, labels(1)), settings={"use_pool": False})
    assert {r.pool.frames for r in results} == {(0,)}


def test_that_a_joining_object_is_appended_and_restarts_the_memories() -> None:
    network = Copycat()
    joining = np.zeros((H, W), np.uint8)
    joining[30:38, 30:40] = 3
    results = run(
        network, Seed(0, labels(9, 4)), Seed(6, joining, SeedMode.JOIN), settings={"keep_probabilities": True}
    )
    at = {r.index: r for r in results}
    assert at[5].object_ids == (4, 9) and at[6].object_ids == (4, 9, 3)
    expected = np.where(joining > 0, joining, labels(9, 4))
    assert np.array_equal(at[6].labels, expected) and np.array_equal(at[11].labels, expected)
    assert at[6].scores[3] == 1.0
    probabilities = at[6].probabilities
    assert probabilities is not None and probabilities.shape[0] == 4 and not probabilities[3].any()
    assert at[7].pool.frames == (0, 6, 5)
    calls = {call["frame"]: call for call in network.calls}
    assert calls[6]["channels"] == 3 and calls[7]["channels"] == 4
    assert calls[7]["memory"] is None and calls[8]["memory"] == 7


def test_that_a_join_of_known_objects_keeps_the_memories() -> None:
    network = Copycat()
    run(network, Seed(0, labels(1, 2)), Seed(6, labels(0, 0, 2), SeedMode.JOIN))
    assert {call["frame"]: call["memory"] for call in network.calls}[7] == 6


def test_that_a_joining_frame_enters_the_pool_without_the_unsure_pixels_around_its_annotation() -> None:
    for use_pool in (True, False):
        network = Copycat(confidence=1.0)
        run(network, Seed(0, labels(1)), Seed(2, labels(0, 2), SeedMode.JOIN), settings={"use_pool": use_pool}, last=3)
        pooled = network.layouts[1][1].channels
        drawn = torch.tensor(labels(0, 2)) > 0
        assert (pooled[drawn] == 2).all()
        assert (pooled[~drawn] == -1).all() if use_pool else (pooled[~drawn] >= 0).all()


def test_that_void_says_nothing() -> None:
    network = Copycat()
    seed = labels(1)
    seed[0] = 255
    run(network, Seed(0, seed), last=1)
    first = network.layouts[0][0].channels
    assert (first[0] == -1).all() and (first[1:] >= 0).all()


@pytest.mark.parametrize("overlap", [True, False])
def test_that_it_stops_within_a_frame_and_reads_little_further(overlap: bool) -> None:
    clip = Clip()
    seen: list[int] = []
    request = RunRequest(run_id=1, seeds=(Seed(0, labels(1)),), first=0, last=11)
    for result in Propagator(Copycat(), overlap=overlap).run(clip, request, lambda: len(seen) == 3):
        seen.append(result.index)
    assert seen == [1, 2, 3] and clip.reads == list(range(len(clip.reads)))
    assert 4 <= len(clip.reads) <= 4 + LOOK_AHEAD * overlap


def test_that_no_more_than_a_few_frames_are_computed_ahead_and_gradients_stay_as_they_were() -> None:
    clip = Clip()
    request = RunRequest(run_id=1, seeds=(Seed(0, labels(1)),), first=0, last=11)
    results = Propagator(Copycat()).run(clip, request)
    next(results)
    assert torch.is_grad_enabled() and not torch.is_inference_mode_enabled()
    results.close()
    assert len(clip.reads) <= 2 + LOOK_AHEAD and list(results) == []


def test_that_the_normalised_entropy_is_one_where_nothing_is_known() -> None:
    (result,) = run(Copycat(confidence=0.0), Seed(0, labels(1, 2, 3)), last=1)
    assert np.allclose(result.entropy, 1.0, atol=1e-3)
    assert set(result.seconds) == {"decode", "encode", "segment", "decide", "remember"}


def test_that_double_precision_reaches_the_probabilities() -> None:
    settings = PropagationSettings(keep_probabilities=True)
    request = RunRequest(run_id=1, seeds=(Seed(0, labels(1)),), first=0, last=1, settings=settings)
    (result,) = Propagator(Copycat(), precision="fp64").run(Clip(), request)
    assert result.probabilities is not None and result.probabilities.dtype == np.float32


class Starved(Copycat):
    def encode(self, image: Tensor) -> int:
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB")


def test_that_running_out_of_memory_comes_with_advice() -> None:
    with pytest.raises(UserError, match="The device 'cpu' is out of memory"):
        run(Starved(), Seed(0, labels(1)))


REFUSED = [
    ((Seed(0, np.zeros((H, W), np.uint8)),), {}, "does not show an object"),
    ((Seed(0, np.zeros((H, W + 1), np.uint8)),), {}, "is 49x40, but the frame is 48x40"),
    ((Seed(0, np.full((H, W), 300, np.uint16)),), {}, "uint16"),
    ((Seed(0, labels(1)), Seed(0, labels(1))), {}, "two seed masks"),
    ((Seed(0, labels(1)),), {"first": 3}, "no annotated frame"),
    ((Seed(0, labels(1)),), {"last": 12}, "not in the clip"),
    ((Seed(0, labels(1)),), {"settings": {"tau": 0}}, "tau is 0"),
    ((Seed(0, labels(1)),), {"settings": {"alpha": 0.0}}, "alpha is 0.0"),
    ((Seed(0, labels(1)),), {"settings": {"alpha": 1.1}}, "outside 0..1.00"),
    ((Seed(0, labels(1)),), {"settings": {"pool_budget": -1}}, "pool budget"),
]


@pytest.mark.parametrize(("seeds", "kwargs", "message"), REFUSED)
def test_that_what_cannot_be_propagated_is_refused(seeds: tuple[Seed, ...], kwargs: Any, message: str) -> None:
    with pytest.raises(UserError, match=message):
        run(Copycat(), *seeds, **kwargs)


def test_that_tiny_frames_and_frames_of_another_size_are_refused() -> None:
    request = RunRequest(run_id=1, seeds=(Seed(0, np.ones((31, 48), np.uint8)),), first=0, last=2)
    with pytest.raises(UserError, match="too small"):
        Propagator(Copycat()).run(Clip(height=31), request)

    class Ragged(Clip):
        def read(self, index: int) -> Frame:
            return Frame(index, np.zeros((H, W + index, 3), np.uint8), 0.0)

    request = RunRequest(run_id=1, seeds=(Seed(0, labels(1)),), first=0, last=2)
    with pytest.raises(UserError, match=r"Frame 1 \(00001\) is 49x40"):
        list(Propagator(Copycat()).run(Ragged(), request))


@given(
    st.sets(st.integers(0, 29), min_size=1, max_size=6),
    st.sampled_from(["forward", "backward", "both"]),
    st.sets(st.integers(0, 29)),
)
def test_that_a_plan_covers_each_frame_at_most_once_and_misses_none(
    seeds: set[int], direction: Any, joining: set[int]
) -> None:
    made = tuple(Seed(i, labels(1), SeedMode.JOIN if i in joining else SeedMode.RESET) for i in seeds)
    request = RunRequest(run_id=1, seeds=made, first=0, last=29, direction=direction)
    frames = planned_frames(request)
    assert len(set(frames)) == len(frames)
    lowest = 0 if direction != "forward" else min(seeds)
    highest = 29 if direction != "backward" else max(seeds)
    resets = {leg.seed.index for leg in plan(request)}
    assert set(range(lowest, highest + 1)) - seeds <= set(frames) <= set(range(lowest, highest + 1)) - resets
