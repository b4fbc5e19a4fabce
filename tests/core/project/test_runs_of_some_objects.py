"""A run of some objects: whatever lies under and over one another, the others stay as they are, pixel for pixel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.project.seeds import only
from core.project.store import ProjectStore, SourceReference
from core.types import BoolArray, FrameResult, ObjectInfo, UInt8Array
from tests.helpers.projects import box, label_map, new_project, result

SIZE = (3, 4)
IDS = (1, 2, 3, 4)
MASKS = st.integers(0, 2**12 - 1).map(lambda bits: (bits >> np.arange(12) & 1).astype(np.bool_).reshape(SIZE))
DRAWN = st.dictionaries(st.sampled_from((*IDS, 255)), MASKS, max_size=2)
CHOSEN = st.frozensets(st.sampled_from(IDS), min_size=1, max_size=3)


class Frames:
    """A project whose frames are used up one by one."""

    def __init__(self, store: ProjectStore) -> None:
        self.store, self._next = store, iter(range(100_000))

    def fresh(self) -> int:
        return next(self._next)


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Frames]:
    folder: Path = tmp_path_factory.mktemp("choosing")
    store = ProjectStore.create(folder / "a.rpcm", SourceReference(folder / "clip.mp4", "f", 100_000, *SIZE, 25.0))
    for object_id in IDS:
        store.objects.add(ObjectInfo(object_id, f"object {object_id}", (object_id, 0, 255)))
    yield Frames(store)
    store.close()


@settings(deadline=None)
@given(
    order=st.permutations(IDS),
    seed=st.integers(0, 2**32 - 1),
    drawn=DRAWN,
    chosen=CHOSEN,
    count=st.integers(1, 2),
    reviewed=st.booleans(),
)
def test_that_the_others_stay_and_the_chosen_take_what_is_free(
    frames: Frames,
    order: list[int],
    seed: int,
    drawn: dict[int, BoolArray],
    chosen: frozenset[int],
    count: int,
    reviewed: bool,
) -> None:
    store, index = frames.store, frames.fresh()
    noise = np.random.default_rng(seed)
    for object_id in order:
        mask = noise.random(SIZE) < 0.5
        plain = np.where(mask, object_id, 0).astype(np.uint8)
        store.add_prediction(_sized(store.begin_run({}), index, plain, (object_id,)))
    store.set_annotations(index, dict(drawn))
    if reviewed:
        store.set_reviewed(index, True)
    before = store.effective_labels(index)
    run = store.begin_run({})
    words = noise.integers(0, 5, (count, *SIZE), np.uint8)
    for labels in words:
        store.add_prediction(only(store, _sized(run, index, labels, IDS), chosen))
    after = store.effective_labels(index)
    for other in {*IDS, 255} - chosen:
        np.testing.assert_array_equal(after == other, before == other)
    free = np.isin(before, [0, *chosen])
    for each in chosen:
        stays = each in drawn or reviewed
        wanted = before == each if stays else free & (words[-1] == each)
        # The user's word on another chosen object lies over the run's.
        covered = np.isin(before, [key for key in drawn if key != each])
        np.testing.assert_array_equal((after == each) & ~covered, wanted & ~covered)
    store.set_run_active(run, False)
    np.testing.assert_array_equal(store.effective_labels(index), before)


def _sized(run: int, index: int, labels: UInt8Array, objects: tuple[int, ...]) -> FrameResult:
    plain = result(run, index, np.zeros((6, 8), np.uint8), objects)
    height, width = labels.shape
    part = (slice(height), slice(width))
    return replace(plain, labels=labels, entropy=plain.entropy[part], reliability=plain.reliability[part])


def test_that_what_a_chosen_object_covered_does_not_come_to_light(tmp_path: Path) -> None:
    with new_project(tmp_path / "a.rpcm") as store:
        hidden, mover = box(0, 0, 4, 4), box(1, 1, 4, 4)
        store.add_prediction(result(store.begin_run({}), 0, label_map({1: hidden})))
        store.add_prediction(result(store.begin_run({}), 0, label_map({2: mover})))
        seen = store.effective_labels(0) == 1
        away = result(store.begin_run({}), 0, label_map({2: box(4, 6)}))
        store.add_prediction(only(store, away, frozenset({2})))
        np.testing.assert_array_equal(store.effective_labels(0) == 1, seen)
        np.testing.assert_array_equal(store.effective_labels(0) == 2, box(4, 6))
        assert store.runs.scores(0, 3) == pytest.approx({1: 0.51, 2: 0.52}), "its score is still the one it had"
