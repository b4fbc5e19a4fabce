"""A change of the user's masks on many frames: written down in one piece, carried out by and by (docs/adr/0011).

Once :func:`begin` has returned the change is committed: if the program dies before :func:`apply` has done its
last frame, opening the project for writing does the rest.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from core.files.documents import parse_json
from core.masks.rle import filling_runs, run_lengths
from core.project.errors import DamagedError
from core.types import VOID

if TYPE_CHECKING:
    from core.project.store import ProjectStore

KEY = "pending"
_DONE = "pending-done"
Rows = Mapping[int, bytes | None]
"""Per object its run lengths, None where they are to be deleted."""
FrameRows = Mapping[int, Rows]


class UnreadableError(Exception):
    """A change that was written down and not carried out cannot be read."""


def pack(frames: FrameRows) -> str:
    """``frames`` as a text. Masks that are equal, as those of a copied object are, are kept once."""
    masks: dict[bytes, int] = {}
    packed = {
        str(index): {str(key): None if counts is None else masks.setdefault(counts, len(masks)) for key, counts in one}
        for index, one in ((index, rows.items()) for index, rows in frames.items())
    }
    return json.dumps({"masks": [base64.b64encode(mask).decode("ascii") for mask in masks], "frames": packed})


def unpack(text: str) -> dict[int, dict[int, bytes | None]]:
    """The frames that were packed."""
    found = parse_json(text)
    masks = [base64.b64decode(mask) for mask in found["masks"]]
    return {
        int(index): {int(key): None if place is None else masks[place] for key, place in rows.items()}
        for index, rows in found["frames"].items()
    }


def refuse_misfits(frames: FrameRows, frame_count: int, size: tuple[int, int], objects: Collection[int]) -> None:
    """Raise ValueError where a packed change names frames or objects that do not exist, or masks of another size."""
    for index, rows in frames.items():
        if not 0 <= index < frame_count or not set(rows) <= {*objects, VOID}:
            raise ValueError(f"frame {index} or an object on it does not exist")
        for counts in rows.values():
            if counts is not None:
                filling_runs(run_lengths(counts), *size)


def begin(store: ProjectStore, packed: str, text: str, first: int) -> None:
    """Commit a packed change, named ``text`` in the history, whose first frame is ``first``. Raises UserError."""
    with store.transaction():
        store.state.set(KEY, packed)
        _note(store, -1, [])
        store.history.record(text, first)


def apply(store: ProjectStore, frames: Sequence[tuple[int, Rows]]) -> None:
    """Do the next frames, in rising order, in one transaction. Raises UserError."""
    with store.transaction(durable=False):
        for index, rows in frames:
            store.set_annotations(index, rows)
        _note(store, frames[-1][0], _done(store)[1])


def mark_applied(store: ProjectStore, index: int) -> None:
    """Frame ``index`` was done out of turn; to be called in the transaction that did it."""
    upto, others = _done(store)
    _note(store, upto, [*others, index])


def conclude(store: ProjectStore) -> None:
    """Every frame is done. Raises UserError."""
    with store.transaction():
        store.state.set(KEY, None)


def finish(store: ProjectStore) -> int:
    """Carry out what an earlier program wrote down and left undone; how many frames that were.

    Raises:
        UnreadableError: What was written down makes no sense. It stays as it is.
        UserError: It cannot be carried out now.
    """
    try:
        packed = store.state.get(KEY)
        if packed is None:
            return 0
        upto, others = _done(store)
        found, reference = unpack(packed), store.source.reference
        refuse_misfits(found, reference.frame_count, (reference.height, reference.width), store.objects.taken_ids())
        frames = sorted(found.items())
        # What is done already may have been changed since.
        left = [(index, rows) for index, rows in frames if index > upto and index not in others]
    except (AttributeError, LookupError, TypeError, ValueError, RecursionError, DamagedError) as error:
        raise UnreadableError from error
    with store.transaction():
        if left:
            apply(store, left)
        conclude(store)
    return len(left)


def _note(store: ProjectStore, upto: int, others: Sequence[int]) -> None:
    store.state.set(_DONE, {"upto": upto, "others": list(others)})


def _done(store: ProjectStore) -> tuple[int, list[int]]:
    """Every frame up to the first is done, and so are the others."""
    found = store.state.get(_DONE)
    return found["upto"], found["others"]
