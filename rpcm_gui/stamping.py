"""The rows of a frame on which one object gets another mask, found from run lengths alone. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from core.masks.rle import NOTHING, Edges, counts_of, edges_of, meet, minus, union
from core.project.effective import Word
from rpcm_gui.strokes import Rows

Layer = tuple[int, Edges]


def stamped_rows(
    words: Sequence[Word],
    drawn: Mapping[int, bytes],
    size: tuple[int, int],
    *,
    object_id: int,
    stamp: bytes | None,
    locked: Collection[int] = (),
) -> Rows:
    """What has to be annotated for an object to have the mask ``stamp`` (None: none), but where ``locked`` ones are.

    It is what :func:`rpcm_gui.strokes.painted_rows` finds from label maps, at a fraction of the cost.

    Args:
        words: What the runs say of the frame, the lowest mask first.
        drawn: What a person drew on it: run lengths by object, and 255.
        size: Height and width of the frame.
    """
    said = [(word.object_id, edges_of(word.counts, *size)) for word in words]
    person = [(key, edges_of(drawn[key], *size)) for key in sorted(drawn)]
    # A run's mask of an object that a person drew counts no more, but nothing comes to light from under it.
    seen = _seen([*said, *person])
    before = seen.get(object_id, NOTHING)
    after = NOTHING if stamp is None else edges_of(stamp, *size)
    for other in locked:
        after = minus(after, seen.get(other, NOTHING))
    lost = minus(before, after)
    masks = {key: minus(mask, after) for key, mask in seen.items() if key != object_id and meet(mask, after)}
    if lost.size or minus(after, before).size:
        masks[object_id] = after
    if lost.size and object_id in drawn:
        under = (key for key, mask in _seen(said).items() if key not in drawn and meet(mask, lost))
        masks |= {key: minus(seen[key], after) for key in under}
    return {key: counts_of(mask, *size) for key, mask in sorted(masks.items())}


def _seen(layers: Iterable[Layer]) -> dict[int, Edges]:
    """Per object what is seen of its highest layer."""
    seen: dict[int, Edges] = {}
    covered = NOTHING
    for key, mask in reversed(list(layers)):
        if key not in seen:
            seen[key] = minus(mask, covered)
        covered = union(covered, mask)
    return seen
