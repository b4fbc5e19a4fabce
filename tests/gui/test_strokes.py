"""Whatever is painted over whatever a person and the runs said before: the frame then looks as painted."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.labels import compose, decode_rle, encode_rle
from core.types import VOID, UInt8Array
from rpcm_gui.strokes import merged, painted_rows, previous_rows

SHAPE = (4, 5)
LABELS = arrays(np.uint8, SHAPE, elements=st.sampled_from([0, 1, 2, 3, VOID]))
PREDICTED = arrays(np.uint8, SHAPE, elements=st.sampled_from([0, 1, 2, 3]))


def effective(predicted: UInt8Array, rows: dict[int, bytes]) -> UInt8Array:
    """What holds, as the store defines it."""
    return compose(predicted, {key: decode_rle(counts, *SHAPE) for key, counts in rows.items()})


@given(PREDICTED, LABELS, st.sets(st.sampled_from([1, 2, 3, VOID])), LABELS)
def test_that_the_frame_looks_as_painted_and_undo_brings_back_what_was(
    predicted: UInt8Array, drawn: UInt8Array, ids: set[int], after: UInt8Array
) -> None:
    annotated = {key: encode_rle(drawn == key) for key in ids}
    before = effective(predicted, annotated)
    rows = painted_rows(before, after, annotated.keys(), lambda: predicted)
    painted = {**annotated, **{key: counts for key, counts in rows.items() if counts is not None}}
    assert np.array_equal(effective(predicted, painted), after)
    undone = {**painted, **previous_rows(rows, annotated)}
    assert {key: counts for key, counts in undone.items() if counts is not None} == annotated


@given(PREDICTED, LABELS)
def test_that_objects_whose_pixels_stay_are_left_to_the_runs(predicted: UInt8Array, after: UInt8Array) -> None:
    rows = painted_rows(predicted, after, set(), lambda: predicted)
    changed = predicted != after
    assert set(rows) == (set(np.unique(predicted[changed])) | set(np.unique(after[changed]))) - {0}


@given(LABELS, LABELS, LABELS)
def test_that_only_what_the_stroke_changed_is_taken_from_it(
    current: UInt8Array, before: UInt8Array, after: UInt8Array
) -> None:
    wanted = merged(current, before, after)
    changed = before != after
    assert np.array_equal(wanted[changed], after[changed])
    assert np.array_equal(wanted[~changed], current[~changed])
