"""Stages in threads of their own: the same items, errors in their place, nothing left behind."""

from __future__ import annotations

import gc
import threading
from collections.abc import Generator, Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.propagation.pipeline import mapped, prefetch
from core.propagation.propagator import Propagator
from core.types import Frame, FrameResult, PropagationSettings, RunRequest, Seed, SeedMode
from tests.core.propagation.test_pool import H, W, drawn, make_network
from tests.helpers.golden import Clip


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    assert set(threading.enumerate()) <= before


class Numbers:
    """Counts up to ``end`` and fails there if told to; knows in which thread it ran and whether it was closed."""

    def __init__(self, end: int, fail: bool = False) -> None:
        self.end, self.fail = end, fail
        self.made: list[int] = []
        self.threads: set[threading.Thread] = set()
        self.closed = threading.Event()

    def __call__(self) -> Generator[int, None, None]:
        try:
            for number in range(self.end):
                self.threads.add(threading.current_thread())
                self.made.append(number)
                yield number
            if self.fail:
                raise ArithmeticError("no more numbers")
        finally:
            self.closed.set()


@given(st.integers(0, 12), st.integers(1, 3))
def test_that_items_come_in_order_however_many_stages_there_are(end: int, stages: int) -> None:
    items = Numbers(end)()
    for stage in range(stages):
        items = prefetch(mapped(lambda n: n + 1, items), f"stage {stage}")
    assert list(items) == [n + stages for n in range(end)]


def test_that_an_item_is_made_in_another_thread_while_the_one_before_is_in_use() -> None:
    numbers, begun = Numbers(9), []
    items = prefetch(numbers(), "numbers", lambda: begun.append(threading.current_thread().name))
    assert numbers.made == []
    assert next(items) == 0
    items.close()
    assert threading.current_thread() not in numbers.threads and len(numbers.threads) == 1
    assert begun == ["numbers_0"] and numbers.made in ([0], [0, 1])


def test_that_an_error_comes_in_its_place_through_every_stage() -> None:
    numbers = Numbers(3, fail=True)
    items = prefetch(prefetch(numbers(), "first"), "second")
    assert [next(items) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(ArithmeticError, match="no more numbers"):
        next(items)
    assert list(items) == []


@pytest.mark.parametrize("how", ["close", "drop", "error"])
def test_that_whoever_leaves_early_ends_every_stage(how: str) -> None:
    numbers = Numbers(100)
    items = prefetch(mapped(lambda n: n, prefetch(numbers(), "first")), "second")
    next(items)
    if how == "close":
        items.close()
    elif how == "error":
        with pytest.raises(ArithmeticError):
            items.throw(ArithmeticError())
    else:
        del items
        gc.collect()
    assert numbers.closed.is_set() and len(numbers.made) <= 4


def clip_of(frames: int = 9) -> Clip:
    return Clip(np.random.default_rng(3).integers(0, 256, (frames, H, W, 3), np.uint8))


def request_of() -> RunRequest:
    joining = np.zeros((H, W), np.uint8)
    joining[16:48, 60:90] = 3
    seeds = (Seed(1, drawn(1, 2)), Seed(3, joining, SeedMode.JOIN), Seed(6, drawn(2, 1)))
    settings = PropagationSettings(tau=1, alpha=0.94, keep_probabilities=True)
    return RunRequest(run_id=1, seeds=seeds, first=0, last=8, direction="both", settings=settings)


def content(result: FrameResult) -> list[object]:
    arrays = (result.labels, result.entropy, result.reliability, result.probabilities)
    plain = [result.index, result.object_ids, result.scores, result.pool, result.unsure_share]
    return [*plain, *(array.tobytes() for array in arrays if array is not None)]


@pytest.mark.parametrize(("kind", "precision"), [("compact", "fp32"), ("compact", "bf16"), ("mobilenet", "fp32")])
def test_that_stages_at_the_same_time_change_nothing(kind: str, precision: str) -> None:
    network = make_network(kind)
    runs = [
        [content(result) for result in Propagator(network, "cpu", precision, overlap).run(clip_of(), request_of())]  # type: ignore[arg-type]
        for overlap in (False, True)
    ]
    assert runs[0] == runs[1] and len(runs[0]) == 7


class Breaking(Clip):
    """Fails at frame 3."""

    def read(self, index: int) -> Frame:
        if index == 3:
            raise OSError("the disk is gone")
        return super().read(index)


def test_that_an_error_of_a_frame_comes_after_the_results_before_it() -> None:
    run = Propagator(make_network("compact")).run(Breaking(clip_of().frames), request_of())
    assert next(run).index == 2
    with pytest.raises(OSError, match="the disk is gone"):
        next(run)
    assert list(run) == []
