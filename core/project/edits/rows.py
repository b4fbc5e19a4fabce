"""From a painted label map to rows of objects, and the rows on which one object gets another mask. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set

import cv2
import numpy as np

from core.masks.rle import NOTHING, Edges, counts_of, difference, edges_of, encode_rle, intersects, union
from core.project.tables.effective import ObjectPrediction
from core.types import BACKGROUND, UInt8Array, read_only

Rows = dict[int, bytes | None]


def merged(current: UInt8Array, before: UInt8Array, after: UInt8Array) -> UInt8Array:
    """``current`` (H, W) with what turned ``before`` into ``after``: a run may have filled the frame meanwhile."""
    if current is before:
        return after
    return read_only(np.where(before != after, after, current).astype(np.uint8, copy=False))


def painted_rows(
    before: UInt8Array, after: UInt8Array, annotated: Set[int], predicted: Callable[[], UInt8Array]
) -> Rows:
    """The masks, as run lengths, of every object that has to be annotated for ``after`` to hold.

    These are the objects that gained or lost a pixel. Erasing an annotated object may bring to light what a run
    predicts under it, where the user saw the frame and left it empty: those objects are annotated, too.

    Args:
        before: Effective label map (H, W).
        after: What it is to be.
        annotated: Objects with the user's mask on this frame.
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


Layer = tuple[int, Edges]


def replace_mask_rows(
    words: Sequence[ObjectPrediction],
    drawn: Mapping[int, bytes],
    size: tuple[int, int],
    *,
    object_id: int,
    stamp: bytes | None,
    locked: Collection[int] = (),
) -> Rows:
    """What has to be annotated for an object to have the mask ``stamp`` (None: none), but where ``locked`` ones are.

    It is what :func:`.painted_rows` finds from label maps, at a fraction of the cost.

    Args:
        words: What the runs say of the frame, the lowest mask first.
        drawn: What the user drew on it: run lengths by object, and 255.
        size: Height and width of the frame.
    """
    said = [(word.object_id, edges_of(word.counts, *size)) for word in words]
    person = [(key, edges_of(drawn[key], *size)) for key in sorted(drawn)]
    # A run's mask of an object that the user drew counts no more, but nothing comes to light from under it.
    seen = _seen([*said, *person])
    before = seen.get(object_id, NOTHING)
    after = NOTHING if stamp is None else edges_of(stamp, *size)
    for other in locked:
        after = difference(after, seen.get(other, NOTHING))
    lost = difference(before, after)
    masks = {key: difference(mask, after) for key, mask in seen.items() if key != object_id and intersects(mask, after)}
    if lost.size or difference(after, before).size:
        masks[object_id] = after
    if lost.size and object_id in drawn:
        under = (key for key, mask in _seen(said).items() if key not in drawn and intersects(mask, lost))
        masks |= {key: difference(seen[key], after) for key in under}
    return {key: counts_of(mask, *size) for key, mask in sorted(masks.items())}


def _seen(layers: Iterable[Layer]) -> dict[int, Edges]:
    """Per object what is seen of its highest layer."""
    seen: dict[int, Edges] = {}
    covered = NOTHING
    for key, mask in reversed(list(layers)):
        if key not in seen:
            seen[key] = difference(mask, covered)
        covered = union(covered, mask)
    return seen
