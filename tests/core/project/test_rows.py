"""Whatever is painted over whatever the user and the runs said before: the frame then looks as painted."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.masks.labels import compose
from core.masks.rle import decode_rle, encode_rle
from core.project.edits.rows import merged, painted_rows, previous_rows
from core.types import VOID, UInt8Array

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


@st.composite
def small_strokes(draw: st.DrawFn) -> tuple[UInt8Array, dict[int, bytes], UInt8Array]:
    """What runs say, what the user drew, and a stroke over a few pixels: most objects are out of its way."""
    predicted, drawn = draw(PREDICTED), draw(LABELS)
    annotated = {key: encode_rle(drawn == key) for key in draw(st.sets(st.sampled_from([1, 2, 3, VOID])))}
    after = effective(predicted, annotated).copy()
    row, column = draw(st.integers(0, SHAPE[0] - 1)), draw(st.integers(0, SHAPE[1] - 1))
    after[row : row + draw(st.integers(1, 2)), column : column + draw(st.integers(1, 2))] = draw(
        st.sampled_from([0, 1, 2])
    )
    return predicted, annotated, after


@given(small_strokes())
def test_that_a_small_stroke_speaks_of_what_it_changes_and_no_more(
    stroke: tuple[UInt8Array, dict[int, bytes], UInt8Array],
) -> None:
    predicted, annotated, after = stroke
    before = effective(predicted, annotated)
    rows = painted_rows(before, after, annotated.keys(), lambda: predicted)
    assert np.array_equal(
        effective(predicted, {**annotated, **{k: v for k, v in rows.items() if v is not None}}), after
    )
    changed = before != after
    touched = (set(before[changed].tolist()) | set(after[changed].tolist())) - {0}
    # What a run says under an erased mask of the user would come to light.
    own = changed & (after == 0) & np.isin(before, list(annotated))
    uncovered = set(predicted[changed & (after == 0)].tolist()) - {0} - annotated.keys() if own.any() else set()
    assert set(rows) == touched | uncovered
    assert all(rows[key] == encode_rle(after == key) for key in rows)


def pixel(value: int) -> UInt8Array:
    labels = np.zeros(SHAPE, np.uint8)
    labels[1, 2] = value
    return labels


def test_that_erasing_a_mask_of_the_person_does_not_bring_a_prediction_to_light() -> None:
    rows = painted_rows(pixel(1), pixel(0), {1}, lambda: pixel(2))
    assert rows == {1: encode_rle(pixel(0) == 1), 2: encode_rle(pixel(0) == 2)}


def test_that_erasing_speaks_only_of_what_lies_under_it() -> None:
    predicted = pixel(2)
    predicted[1, 3] = 3
    assert set(painted_rows(pixel(1), pixel(0), {1}, lambda: predicted)) == {1, 2}


def test_that_erasing_a_prediction_leaves_other_objects_to_the_runs() -> None:
    def asked() -> UInt8Array:
        raise AssertionError("nothing of the person's is erased")

    assert set(painted_rows(pixel(1), pixel(0), {3}, asked)) == {1}


def test_that_erasing_over_an_object_that_the_person_drew_elsewhere_leaves_it_as_it_is() -> None:
    assert set(painted_rows(pixel(1), pixel(0), {1, 2}, lambda: pixel(2))) == {1}


def test_that_painting_over_a_mask_of_the_person_asks_no_run() -> None:
    def asked() -> UInt8Array:
        raise AssertionError("nothing is erased")

    assert set(painted_rows(pixel(1), pixel(3), {1}, asked)) == {1, 3}
