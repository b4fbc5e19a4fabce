"""From a painted label map to the rows of objects that a person has thereby spoken about. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set

import cv2
import numpy as np

from core.masks.rle import encode_rle
from core.types import BACKGROUND, UInt8Array, read_only

Rows = dict[int, bytes | None]


def merged(current: UInt8Array, before: UInt8Array, after: UInt8Array) -> UInt8Array:
    """``current`` with what turned ``before`` into ``after``: a run may have filled the frame during the stroke."""
    if current is before:
        return after
    return read_only(np.where(before != after, after, current).astype(np.uint8, copy=False))


def painted_rows(
    before: UInt8Array, after: UInt8Array, annotated: Set[int], predicted: Callable[[], UInt8Array]
) -> Rows:
    """The masks, as run lengths, of every object that has to be annotated for ``after`` to hold.

    These are the objects that gained or lost a pixel. Erasing an annotated object may bring to light what a run
    predicts under it, where the person saw the frame and left it empty: those objects are annotated, too.

    Args:
        before: Effective label map (H, W).
        after: What it is to be.
        annotated: Objects with a person's mask on this frame.
        predicted: Gives the label map (H, W) of what the runs say; only asked where it matters.
    """
    different = before != after
    rows = np.flatnonzero(different.any(axis=1))
    if not rows.size:
        return {}
    # Most strokes touch a small part of the frame.
    part = slice(rows[0], rows[-1] + 1)
    changed, old, new = different[part], before[part], after[part]
    ids = set(_ids(old[changed])) | set(_ids(new[changed]))
    erased = changed & (new == BACKGROUND)
    if annotated & set(_ids(old[erased])):
        ids |= set(_ids(predicted()[part][erased])) - annotated
    # OpenCV transposes in blocks, ten times as fast as numpy copies into columns.
    columns = np.asarray(cv2.transpose(after), np.uint8).T
    return {object_id: encode_rle(columns == object_id) for object_id in sorted(ids)}


def previous_rows(rows: Rows, annotated: Mapping[int, bytes]) -> Rows:
    """What the objects of ``rows`` had before: their annotation, or None."""
    return {object_id: annotated.get(object_id) for object_id in rows}


def _ids(labels: UInt8Array) -> list[int]:
    present = np.flatnonzero(np.bincount(labels.ravel(), minlength=256))
    return [int(value) for value in present if value != BACKGROUND]
