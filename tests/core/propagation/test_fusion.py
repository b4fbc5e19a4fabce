"""Two directions made one: the algebra of the mixture, and runs that fill gaps from both sides."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Generator
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.propagation.fusion import (
    Distribution,
    SpillFile,
    combine,
    frame_total,
    fuse,
    fused,
    pass_result,
    second_part,
    stages,
)
from core.propagation.plan import plan
from core.types import (
    Float32Array,
    FrameResult,
    PoolSummary,
    PropagationSettings,
    RunRequest,
    Seed,
    SeedMode,
    UInt8Array,
    read_only,
)

SIDE = 4
SHARES = st.floats(0.0, 1.0)
OBJECTS = st.sets(st.integers(1, 6), min_size=1, max_size=3).map(lambda ids: tuple(sorted(ids)))


@st.composite
def opinions(
    draw: Callable[[st.SearchStrategy[Any]], Any], ids: st.SearchStrategy[tuple[int, ...]] = OBJECTS
) -> Distribution:
    chosen = draw(ids)
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    raw = random.random((len(chosen) + 1, SIDE, SIDE)).astype(np.float32) ** draw(st.sampled_from([1, 8])) + 1e-6
    return Distribution(chosen, raw / raw.sum(0), random.random((SIDE, SIDE)).astype(np.float32))


@given(opinions(), opinions(), SHARES)
def test_that_a_mixture_is_a_distribution_over_all_objects(
    first: Distribution, second: Distribution, share: float
) -> None:
    mixed = fuse(first, second, share)
    assert mixed.ids == tuple(sorted({*first.ids, *second.ids}))
    assert mixed.probabilities.min() >= -1e-6
    np.testing.assert_allclose(mixed.probabilities.sum(0), 1, atol=1e-5)


@given(opinions(), opinions(), SHARES)
def test_that_neither_direction_is_preferred(first: Distribution, second: Distribution, share: float) -> None:
    there, back = fuse(first, second, share), fuse(second, first, 1 - share)
    np.testing.assert_allclose(there.probabilities, back.probabilities, atol=1e-4)
    np.testing.assert_allclose(there.certainty, back.certainty, atol=1e-4)


@given(opinions(), SHARES)
def test_that_two_equal_opinions_give_that_opinion(opinion: Distribution, share: float) -> None:
    np.testing.assert_array_equal(fuse(opinion, opinion, share).probabilities, opinion.probabilities)


@given(opinions(st.just((1, 2))), opinions(st.just((1, 2))))
def test_that_at_a_seed_its_own_direction_decides_alone(first: Distribution, second: Distribution) -> None:
    np.testing.assert_array_equal(fuse(first, second, 0.0).probabilities, first.probabilities)
    np.testing.assert_allclose(fuse(first, second, 1.0).probabilities, second.probabilities, atol=1e-6)


@given(opinions(st.just((1, 2))), opinions(st.just((1, 2))), SHARES)
def test_that_a_mixture_lies_between_the_two(first: Distribution, second: Distribution, share: float) -> None:
    mixed = fuse(first, second, share).probabilities
    low, high = (pick(first.probabilities, second.probabilities) for pick in (np.minimum, np.maximum))
    assert (mixed >= low - 1e-6).all() and (mixed <= high + 1e-6).all()


@given(opinions(st.just((3,))), opinions(st.just((3, 5))), SHARES)
def test_that_an_object_known_to_one_side_only_is_as_that_side_says(
    first: Distribution, second: Distribution, share: float
) -> None:
    mixed = fuse(first, second, share)
    np.testing.assert_allclose(mixed.probabilities[2], second.probabilities[2], atol=1e-6)


@given(SHARES, st.floats(0.01, 1), st.floats(0.01, 1), st.floats(0, 0.5))
def test_that_nearer_and_surer_counts_more(share: float, first: float, second: float, more: float) -> None:
    def part(way: float, sure: float) -> float:
        maps = (np.full((1, 1), value, np.float32) for value in (first, sure))
        return float(second_part(way, *maps)[0, 0])

    assert part(min(share + more, 1), second) >= part(share, second) - 1e-6
    assert part(share, second + more) >= part(share, second) - 1e-6


def test_that_the_way_decides_where_neither_is_sure_of_anything() -> None:
    nothing = np.zeros((2, 2), np.float32)
    np.testing.assert_array_equal(second_part(0.25, nothing, nothing), np.full((2, 2), 0.25, np.float32))


def probabilities(labels: UInt8Array, ids: tuple[int, ...], sure: float) -> Float32Array:
    """``sure`` for what ``labels`` (H, W) say, the rest shared evenly."""
    rest = (1 - sure) / len(ids)
    found = np.where(labels[None] == np.array([0, *ids])[:, None, None], sure, rest)
    return read_only(found.astype(np.float32))


def result(index: int, labels: UInt8Array, request: RunRequest, sure: float) -> FrameResult:
    ids = (1,)
    chances = np.array([sure, 1 - sure])
    nats = float(-(chances * np.log(chances + 1e-6)).sum())
    entropy = nats / math.log(2) if request.settings.entropy_unit == "normalised" else nats
    return FrameResult(
        run_id=request.run_id,
        index=index,
        object_ids=ids,
        labels=read_only(labels),
        scores={1: sure},
        entropy=read_only(np.full(labels.shape, entropy, np.float16)),
        reliability=read_only(np.full(labels.shape, 255, np.uint8)),
        unsure_share=0.0,
        pool=PoolSummary((index - 1 if request.direction == "forward" else index + 1,), 10),
        seconds={"encode": 1.0},
        probabilities=probabilities(labels, ids, sure) if request.settings.keep_probabilities else None,
    )


class Fake:
    """Carries each seed's mask along unchanged, ``fading`` surer with the distance; notes what was asked for."""

    def __init__(self, fading: float = 0.01) -> None:
        self.asked: list[RunRequest] = []
        self.ended = 0
        self._fading = fading

    def run(
        self, source: None, request: RunRequest, should_stop: Callable[[], bool]
    ) -> Generator[FrameResult, None, None]:
        self.asked.append(request)
        try:
            for leg in plan(request):
                for index in leg.frames:
                    if should_stop():
                        return
                    yield result(index, leg.seed.labels, request, 0.99 - self._fading * abs(index - leg.seed.index))
        finally:
            self.ended += 1


def seed(index: int, rows: int, mode: SeedMode = SeedMode.RESET) -> Seed:
    labels = np.zeros((8, 8), np.uint8)
    labels[:rows] = 1
    return Seed(index, labels, mode)


def request(*seeds: Seed, last: int = 20, **settings: Any) -> RunRequest:
    return RunRequest(
        run_id=3, seeds=seeds, first=0, last=last, direction="both", settings=PropagationSettings(**settings)
    )


def never() -> bool:
    return False


def test_that_a_gap_is_gone_through_both_ways_and_the_nearer_seed_wins() -> None:
    fake, asked = Fake(), request(seed(2, 2), seed(12, 6))
    found = list(fused(fake.run, None, asked, never))
    assert [one.index for one in found] == [*range(3, 12), *range(11, 2, -1), *range(13, 21), 1, 0]
    assert len(found) == frame_total(asked)
    last = {one.index: one.labels for one in found}
    assert all((last[index] == seed(2, 2).labels).all() for index in (0, 1, *range(3, 7)))
    assert all((last[index] == seed(12, 6).labels).all() for index in range(8, 21) if index != 12)
    assert all(one.probabilities is None for one in found)
    middle = next(one for one in found[9:] if one.index == 7)
    assert middle.unsure_share == pytest.approx(0.5), "where the two disagree half-way nobody is sure"
    assert middle.pool == PoolSummary((6, 8), 20)
    assert sum(one.seconds["encode"] for one in found) == len(found), "each pass is told once"


def test_that_the_surer_side_wins_beyond_the_middle() -> None:
    asked = request(seed(0, 2), seed(10, 6), last=10)
    ahead, back = (replace_direction(asked, way) for way in ("forward", "backward"))
    sure = result(6, seed(0, 2).labels, ahead, 0.99)
    unsure = result(6, seed(10, 6).labels, back, 0.7)
    made = combine(pass_result(sure, asked.settings), unsure, 0.6, asked.settings)
    np.testing.assert_array_equal(made.labels, sure.labels)


def replace_direction(asked: RunRequest, direction: Any) -> RunRequest:
    settings = PropagationSettings(keep_probabilities=True)
    return RunRequest(
        run_id=asked.run_id, seeds=asked.seeds, first=asked.first, last=asked.last, direction=direction,
        settings=settings,
    )  # fmt: skip


@pytest.mark.parametrize("direction", ["forward", "backward"])
def test_that_one_direction_is_left_as_it_is(direction: Any) -> None:
    asked = replace_direction(request(seed(2, 2), seed(12, 6)), direction)
    assert [stage.back for stage in stages(asked)] == [None]
    assert [one.index for one in fused(Fake().run, None, asked, never)] == [
        index for leg in plan(asked) for index in leg.frames
    ]


def test_that_a_seed_that_joins_parts_no_gap_and_keeps_what_was_drawn() -> None:
    asked = request(seed(0, 2), seed(5, 7, SeedMode.JOIN), seed(10, 2), last=10)
    assert len(stages(asked)) == 1
    found = [one for one in fused(Fake().run, None, asked, never) if one.index == 5]
    np.testing.assert_array_equal(found[-1].labels, seed(5, 7).labels)


def test_that_a_stop_leaves_no_hole() -> None:
    left = iter(range(14))
    found = list(fused(Fake().run, None, request(seed(0, 2), seed(10, 6), last=10), lambda: next(left, None) is None))
    assert {one.index for one in found} == set(range(1, 10))
    assert len(found) < 18


@pytest.mark.parametrize("taken", [1, 9, 12])
def test_that_whoever_closes_it_ends_the_run_under_way(taken: int) -> None:
    fake = Fake()
    results = fused(fake.run, None, request(seed(0, 2), seed(10, 6), last=10), never)
    for _ in range(taken):
        next(results)
    results.close()
    assert fake.ended == len(fake.asked) > 0


def test_that_seeds_side_by_side_leave_no_gap() -> None:
    assert [part.ahead.direction for part in stages(request(seed(3, 2), seed(4, 6), last=5))] == ["forward", "backward"]
    assert stages(request(seed(0, 2), seed(1, 6), last=1)) == []


@given(opinions())
def test_that_what_was_laid_aside_comes_back(opinion: Distribution) -> None:
    from core.propagation.fusion import PassResult

    with SpillFile() as waiting:
        waiting.put(4, PassResult(opinion, PoolSummary((1,), 2)))
        waiting.put(5, PassResult(opinion, PoolSummary((1,), 2)))
        back = waiting.take(4)
    assert (back.opinion.ids, back.pool) == (opinion.ids, PoolSummary((1,), 2))
    np.testing.assert_allclose(back.opinion.probabilities, opinion.probabilities, atol=2 / 255)
    np.testing.assert_allclose(back.opinion.certainty, opinion.certainty, atol=1 / 255)


def test_that_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def seek(self, place: int) -> None: ...

        def write(self, data: bytes) -> None:
            raise OSError(28, "No space left on device")

        def close(self) -> None: ...

    monkeypatch.setattr(tempfile, "TemporaryFile", lambda prefix: Full())
    with pytest.raises(UserError, match="No space left"):
        list(fused(Fake().run, None, request(seed(0, 2), seed(10, 6), last=10), never))
