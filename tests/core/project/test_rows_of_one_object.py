"""Rows found from run lengths are those that label maps give."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.masks.labels import compose
from core.masks.rle import counts_of, difference, edges_of, encode_rle, intersects, union
from core.project.edits.rows import painted_rows, replace_mask_rows
from core.project.tables.effective import ObjectPrediction
from core.types import BoolArray

SIZE = (4, 5)
MASKS = st.integers(0, 2**20 - 1).map(lambda bits: (bits >> np.arange(20) & 1).astype(np.bool_).reshape(SIZE))
IDS = (1, 2, 3, 4)


@given(MASKS, MASKS)
def test_that_edges_know_the_algebra_of_sets(one: BoolArray, other: BoolArray) -> None:
    first, second = (edges_of(encode_rle(mask), *SIZE) for mask in (one, other))
    assert counts_of(union(first, second), *SIZE) == encode_rle(one | other)
    assert counts_of(difference(first, second), *SIZE) == encode_rle(one & ~other)
    assert intersects(first, second) == (one & other).any()


@given(
    seed=st.integers(0, 2**32 - 1),
    order=st.permutations(IDS),
    count=st.integers(0, 4),
    drawn=st.frozensets(st.sampled_from((*IDS, 255))),
    locked=st.frozensets(st.sampled_from(IDS[1:]), max_size=2),
    erase=st.booleans(),
)
def test_that_rows_from_run_lengths_are_those_of_label_maps(
    seed: int, order: list[int], count: int, drawn: frozenset[int], locked: frozenset[int], erase: bool
) -> None:
    noise = np.random.default_rng(seed)
    said = [(object_id, noise.random(SIZE) < 0.4) for object_id in order[:count]]
    person = {key: noise.random(SIZE) < 0.3 for key in drawn}
    stamp = noise.random(SIZE) < 0.5
    predicted = np.zeros(SIZE, np.uint8)
    for object_id, mask in said:
        predicted[mask] = object_id
    before = compose(predicted, person)
    after = before.copy()
    after[before == 1] = 0
    if not erase:
        after[stamp & ~np.isin(before, list(locked))] = 1
    found = replace_mask_rows(
        [ObjectPrediction(object_id, 1, encode_rle(mask), 0.5) for object_id, mask in said],
        {key: encode_rle(mask) for key, mask in person.items()},
        SIZE,
        object_id=1,
        stamp=None if erase else encode_rle(stamp),
        locked=locked,
    )
    assert found == painted_rows(before, after, drawn, lambda: predicted)
