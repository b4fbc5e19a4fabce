"""Projects as clips, and clips into projects, with a report of what could not be carried."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from core.errors import UserError
from core.files import refuse_overwrite, staged_file
from core.formats.base import Clip, LabelledClip, Progress, ShouldStop, never_stop, no_progress
from core.formats.remarks import Remarks
from core.labels import object_ids
from core.project.store import ProjectStore, SourceReference
from core.types import VOID, BoolArray, ObjectInfo
from core.video import FrameSource

_HARDENED = "Probabilities became masks: each pixel went to the likeliest object."
_ANNOTATED = "{} masks were left out: a person drew that object on that frame already."
_REVIEWED = "{} frames were left as they are: a person had marked them as reviewed."
_OTHER_NUMBER = "{} objects got new ids, because other objects of the project have theirs."


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    Attributes:
        path: The project.
        frames: Frames that got masks.
        masks: Masks that were stored.
        ids: Per id in the dataset the object's id in the project.
        notes: Sentences on what could not be carried.
    """

    path: Path
    frames: int
    masks: int
    ids: dict[int, int]
    notes: tuple[str, ...]


class _StoppedError(Exception):
    """Rolls a transaction back."""


def project_clip(store: ProjectStore, frames: FrameSource, name: str) -> Clip:
    """``store`` as a clip with masks and reliability: what holds of each frame."""
    return Clip(
        name=name,
        frames=frames,
        objects=tuple(sorted(store.objects.all(), key=lambda info: info.id)),
        read_labels=store.effective_labels,
        is_reviewed=store.view.is_reviewed,
        read_reliability=store.effective_reliability,
    )


def import_as_project(
    clip: LabelledClip,
    project: Path,
    *,
    reviewed: bool = False,
    overwrite: bool = False,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> ImportReport | None:
    """Make a new project of ``clip``: its frames by reference, its objects with their ids, its masks as annotations.

    Args:
        project: The file to write; it appears when it is complete.
        reviewed: Whether frames with masks count as reviewed, so that no run ever changes them.
        overwrite: Whether a file at ``project`` may be replaced.

    Returns:
        None when ``should_stop`` said so; then nothing is left behind.

    Raises:
        UserError: The file exists or cannot be written, or a mask is broken.
    """
    refuse_overwrite(project, overwrite)
    frames = clip.frames
    reference = SourceReference(
        frames.path, frames.fingerprint(), frames.frame_count, frames.height, frames.width, frames.fps
    )
    with staged_file(project) as staged, _named(staged.path, project):
        with closing(ProjectStore.create(staged.path, reference)) as store:
            report = import_into(store, clip, reviewed=reviewed, progress=progress, should_stop=should_stop)
        if report is None:
            return None
        staged.commit()
    return replace(report, path=project)


@contextmanager
def _named(temporary: Path, project: Path) -> Iterator[None]:
    """Let errors name the project that was asked for, not the file beside it that is written first."""
    try:
        yield
    except UserError as error:
        message = error.message.replace(f"{temporary.name}.part", temporary.name).replace(temporary.name, project.name)
        raise UserError(message, error.hint) from error


def import_into(
    store: ProjectStore,
    clip: LabelledClip,
    *,
    reviewed: bool = False,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> ImportReport | None:
    """Add the objects and masks of ``clip`` to an open project, all or nothing. What a person did there stays.

    An object joins the project's object of the same id where name or category agree, else it gets an id of its own.

    Raises:
        UserError: A mask is broken, or there are too many objects.
        ValueError: The clip's frames are not as many, or not of the size, of the project's.
    """
    frames, reference = clip.frames, store.source.reference
    if (frames.frame_count, frames.height, frames.width) != (
        reference.frame_count,
        reference.height,
        reference.width,
    ):
        raise ValueError("the clip has other frames than the project")
    try:
        with store.transaction():
            importer = _Importer(store, clip, reviewed)
            for index in range(frames.frame_count):
                if should_stop():
                    raise _StoppedError
                importer.add(index)
                progress(index + 1, frames.frame_count)
            store.history.record(f"Imported {importer.masks} masks", None)
    except _StoppedError:
        return None
    notes = (*clip.notes(), *importer.remarks.sentences())
    return ImportReport(store.path, importer.frames, importer.masks, importer.ids, notes)


class _Importer:
    """Adds a clip's frames to a project, one after the other."""

    def __init__(self, store: ProjectStore, clip: LabelledClip, reviewed: bool) -> None:
        self._store, self._clip, self._mark = store, clip, reviewed
        self.remarks = Remarks()
        self.ids = _joined(store, clip.objects, self.remarks)
        self._reviewed = store.summaries().reviewed
        self.frames = self.masks = 0

    def add(self, index: int) -> None:
        """Store the masks of frame ``index``. Raises UserError."""
        if not self._clip.reviewed(index):
            return
        labels = self._clip.labels(index)
        if self._clip.probabilities(index) is not None:
            self.remarks.add(_HARDENED)
        if self._reviewed[index]:
            self.remarks.add(_REVIEWED, index)
            return
        found = {self.ids[each]: labels == each for each in object_ids(labels)}
        if (labels == VOID).any():
            found[VOID] = labels == VOID
        masks = self._without_drawn(index, found)
        if masks:
            self._store.set_annotations(index, masks)
            self.frames += 1
            self.masks += len(masks)
        if self._mark:
            self._store.set_reviewed(index, True)

    def _without_drawn(self, index: int, found: dict[int, BoolArray]) -> dict[int, BoolArray]:
        drawn = self._store.annotations.masks(index)
        for each in found.keys() & drawn.keys():
            self.remarks.add(_ANNOTATED, (index, each))
        # Where the dataset's masks cross a person's, the person's word holds.
        taken = np.logical_or.reduce(list(drawn.values())) if drawn else None
        kept = {each: mask for each, mask in found.items() if each not in drawn}
        return kept if taken is None else {each: mask & ~taken for each, mask in kept.items()}


def _joined(store: ProjectStore, objects: tuple[ObjectInfo, ...], remarks: Remarks) -> dict[int, int]:
    """Ids in the project by ids in the dataset; new objects are added. Raises UserError where there are too many."""
    present = {each.id: each for each in store.objects.all()}
    taken = store.objects.taken_ids()
    ids = {each.id: each.id for each in objects if each.id in present and _agree(each, present[each.id])}
    # Those that can keep their id go first, so that nobody else takes it.
    new = sorted((each for each in objects if each.id not in ids), key=lambda each: each.id in taken)
    for each in new:
        ids[each.id] = store.objects.next_id() if each.id in taken else each.id
        store.objects.add(replace(each, id=ids[each.id]))
        if ids[each.id] != each.id:
            remarks.add(_OTHER_NUMBER, each.id)
    return ids


def _agree(one: ObjectInfo, other: ObjectInfo) -> bool:
    return one.name == other.name or (one.category != "" and one.category == other.category)
