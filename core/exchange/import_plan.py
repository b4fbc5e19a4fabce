"""What an import will do to a project, worked out before anything is changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.errors import Counted, Text, UserError
from core.formats.common.contract import ExportNotes, LabelledClip, never_stop, no_progress
from core.formats.common.shapes import regions
from core.masks.palette import next_colour
from core.masks.rle import decode_rle, encode_rle
from core.progress import Progress, ShouldStop
from core.project.store import ProjectStore
from core.types import BACKGROUND, MAX_OBJECT_ID, VOID, ObjectInfo, UInt8Array

Rows = dict[int, bytes]
"""Per object id (255: void) its mask as compressed run lengths."""

_HARDENED = Text("Probabilities became masks: each pixel went to the most likely object.")
_KEPT = Counted(
    "{count} mask was left out: that object is already drawn on that frame.",
    "{count} masks were left out: those objects are already drawn on those frames.",
)
_REPLACED = Counted("{count} drawn mask is replaced.", "{count} drawn masks are replaced.")
_REVIEWED = Counted(
    "{count} frame was left as it is, because it is marked as reviewed.",
    "{count} frames were left as they are, because they are marked as reviewed.",
)
_OTHER_NUMBER = Counted(
    "{count} object got a new id, because its own is taken in the project.",
    "{count} objects got new ids, because their own are taken in the project.",
)


@dataclass(frozen=True, slots=True, eq=False)
class ImportPlan:
    """An import, ready to be done in one step and to be undone in one.

    Attributes:
        new: Objects that the project does not have yet.
        ids: Per id in the dataset the object's id in the project.
        rows: Per frame the masks to set.
        before: Per frame what the user drew of those objects, None where nothing.
        reviewed: Frames to mark as reviewed.
        notes: Sentences on what cannot be carried.
    """

    new: tuple[ObjectInfo, ...]
    ids: Mapping[int, int]
    rows: Mapping[int, Rows]
    before: Mapping[int, Mapping[int, bytes | None]]
    reviewed: tuple[int, ...]
    notes: tuple[str, ...]

    @property
    def masks(self) -> int:
        """How many masks it sets."""
        return sum(len(rows) for rows in self.rows.values())


def plan_import(
    store: ProjectStore,
    clip: LabelledClip,
    *,
    reviewed: bool = False,
    replace_drawn: bool = False,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> ImportPlan | None:
    """Work out what importing ``clip`` into the project would do; the project is only read.

    Args:
        reviewed: Whether frames with masks are to be marked as reviewed.
        replace_drawn: Whether the dataset's word counts where the user drew the same object, or the same pixels.

    Returns:
        None where ``should_stop`` said so.

    Raises:
        UserError: A mask is broken, or there are too many objects.
        ValueError: The clip's frames are not as many, or not of the size, of the project's.
    """
    planner = Planner(store, clip, replace_drawn=replace_drawn)
    rows: dict[int, Rows] = {}
    before: dict[int, Mapping[int, bytes | None]] = {}
    done: list[int] = []
    for index in range(clip.frames.frame_count):
        if should_stop():
            return None
        found = planner.rows(index)
        if found:
            drawn = store.annotations.counts(index)
            rows[index], before[index] = found, {key: drawn.get(key) for key in found}
        if found is not None and reviewed:
            done.append(index)
        progress(index + 1, clip.frames.frame_count)
    return ImportPlan(planner.new, planner.ids, rows, before, tuple(done), planner.notes())


class Planner:
    """Works out, frame by frame, what of a clip goes into a project.

    Attributes:
        new: Objects that the project does not have yet.
        ids: Per id in the dataset the object's id in the project.
    """

    def __init__(self, store: ProjectStore, clip: LabelledClip, *, replace_drawn: bool = False) -> None:
        frames, reference = clip.frames, store.source.reference
        wanted = (reference.frame_count, reference.height, reference.width)
        if (frames.frame_count, frames.height, frames.width) != wanted:
            raise ValueError("the clip has other frames than the project")
        self._store, self._clip, self._replace = store, clip, replace_drawn
        self._remarks = ExportNotes()
        self.ids, self.new = _joined(store, clip.objects, self._remarks)
        self._table = np.zeros(256, np.uint8)
        for old, new in {**self.ids, VOID: VOID}.items():
            self._table[old] = new
        self._reviewed = store.summaries().reviewed

    def rows(self, index: int) -> Rows | None:
        """The masks to set on frame ``index``; None where the dataset, or the project, has it left alone.

        An object joins the project's object of the same id where name or category agree, else it gets an id of its
        own. Raises UserError.
        """
        if not self._clip.reviewed(index):
            return None
        labels = self._clip.labels(index)
        if self._clip.probabilities(index) is not None:
            self._remarks.add(_HARDENED)
        if self._reviewed[index]:
            self._remarks.add(_REVIEWED, index)
            return None
        mapped: UInt8Array = self._table[labels]
        drawn = self._store.annotations.masks(index)
        if drawn and not self._replace:
            for each in np.intersect1d(mapped, list(drawn)):
                self._remarks.add(_KEPT, (index, int(each)))
            # Where the dataset's masks cross the user's, the user's word holds.
            mapped[np.logical_or.reduce(list(drawn.values())) | np.isin(mapped, list(drawn))] = BACKGROUND
        rows = {each.object_id: each.counts.encode("ascii") for each in regions(mapped, with_void=True)}
        if self._replace:
            rows |= self._cut(index, drawn, mapped, rows)
        return rows

    def _cut(self, index: int, drawn: Mapping[int, np.ndarray], mapped: UInt8Array, rows: Rows) -> Rows:
        """What is left of the objects that the user drew and that the dataset's masks cross."""
        for each in drawn.keys() & rows.keys():
            self._remarks.add(_REPLACED, (index, each))
        others = {each: mask for each, mask in drawn.items() if each not in rows}
        crossed = {each: mask for each, mask in others.items() if (mask & (mapped != BACKGROUND)).any()}
        return {each: encode_rle(mask & (mapped == BACKGROUND)) for each, mask in crossed.items()}

    def notes(self) -> tuple[str, ...]:
        """Sentences on what cannot be carried, of the frames worked out so far."""
        return (*self._clip.notes(), *self._remarks.sentences())


def planned_labels(rows: Rows, size: tuple[int, int]) -> UInt8Array:
    """The masks of one frame of a plan as a label map (H, W) of that ``size``."""
    labels = np.zeros(size, np.uint8)
    for object_id, counts in rows.items():
        labels[decode_rle(counts, *size)] = object_id
    return labels


def _joined(
    store: ProjectStore, objects: tuple[ObjectInfo, ...], remarks: ExportNotes
) -> tuple[dict[int, int], tuple[ObjectInfo, ...]]:
    """Ids in the project by ids in the dataset, and the new objects. Raises UserError where there are too many."""
    present = {each.id: each for each in store.objects.all()}
    taken = set(store.objects.taken_ids())
    ids = {each.id: each.id for each in objects if each.id in present and _agree(each, present[each.id])}
    others = [each for each in objects if each.id not in ids]
    # Those that can keep their id go first, so that nobody else takes it.
    kept = [each for each in others if each.id not in taken]
    ids.update((each.id, each.id) for each in kept)
    taken.update(each.id for each in kept)
    for each in others:
        if each.id not in ids:
            ids[each.id] = _free_id(store, taken)
            taken.add(ids[each.id])
            remarks.add(_OTHER_NUMBER, each.id)
    new = [replace(each, id=ids[each.id]) for each in others]
    return ids, _recoloured(new, store.objects.all())


def _recoloured(new: Sequence[ObjectInfo], present: Sequence[ObjectInfo]) -> tuple[ObjectInfo, ...]:
    """The new objects in colours that nothing in the project has; among themselves they are as the dataset says."""
    taken = {each.colour for each in present}
    told: list[ObjectInfo] = []
    for each in new:
        if each.colour in taken:
            others = (*present, *told, *(other for other in new if other.colour not in taken))
            told.append(replace(each, colour=next_colour(others, each.id)))
        else:
            told.append(each)
    return tuple(told)


def _free_id(store: ProjectStore, taken: set[int]) -> int:
    free = next((number for number in range(1, MAX_OBJECT_ID + 1) if number not in taken), None)
    if free is None:
        raise UserError(
            "{name} cannot hold the objects of the dataset: a label map holds {count}.",
            "Merge objects, or split the clip into two projects.",
            name=store.path.name,
            count=MAX_OBJECT_ID,
        )
    return free


def _agree(one: ObjectInfo, other: ObjectInfo) -> bool:
    return one.name.casefold() == other.name.casefold() or (one.category != "" and one.category == other.category)
