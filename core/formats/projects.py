"""Projects as clips, and clips into projects, with a report of what could not be carried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from core.errors import UserError
from core.files import staged_file
from core.formats.base import Clip, LabelledClip, never_stop, no_progress
from core.formats.importing import Planner
from core.formats.softness import probabilities
from core.progress import Progress, ShouldStop
from core.project.opening import refuse_log, writable_project
from core.project.store import ProjectStore, SourceReference
from core.video.source import FrameSource


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
    ids: Mapping[int, int]
    notes: tuple[str, ...]


class _StoppedError(Exception):
    """Rolls a transaction back."""


def project_clip(store: ProjectStore, frames: FrameSource, name: str) -> Clip:
    """``store`` as a clip with masks and reliability: what holds of each frame.

    Its soft masks are worked out from the entropy that runs left, see :mod:`core.formats.softness`.
    """
    return Clip(
        name=name,
        frames=frames,
        objects=tuple(sorted(store.objects.all(), key=lambda info: info.id)),
        read_labels=store.effective_labels,
        is_reviewed=store.view.is_reviewed,
        read_reliability=store.effective_reliability,
        read_probabilities=partial(probabilities, store),
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
        overwrite: Whether a project at ``project`` may be replaced; nothing else ever is.

    Returns:
        None when ``should_stop`` said so; then nothing is left behind.

    Raises:
        UserError: The file exists or cannot be written, or a mask is broken.
    """
    frames = clip.frames
    reference = SourceReference(
        frames.path, frames.fingerprint(), frames.frame_count, frames.height, frames.width, frames.fps
    )
    with (
        writable_project(project, overwrite) as place,
        staged_file(place) as staged,
        _named(staged.path, project),
    ):
        with closing(ProjectStore.create(staged.path, reference, place.parent)) as store:
            report = import_into(store, clip, reviewed=reviewed, progress=progress, should_stop=should_stop)
        if report is None:
            return None
        refuse_log(place)
        staged.commit()
    return replace(report, path=project, notes=(*staged.notes, *report.notes))


@contextmanager
def _named(temporary: Path, project: Path) -> Iterator[None]:
    """Let errors name the project that was asked for, not the file beside it that is written first."""
    try:
        yield
    except UserError as error:
        message = error.message.replace(str(temporary), str(project))
        raise UserError(message, error.hint) from error


def import_into(
    store: ProjectStore,
    clip: LabelledClip,
    *,
    reviewed: bool = False,
    replace_drawn: bool = False,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> ImportReport | None:
    """Add the objects and masks of ``clip`` to an open project, all or nothing.

    What a person did there stays, unless ``replace_drawn`` says that the dataset's word counts; a reviewed frame stays
    in any case. An object joins the project's object of the same id where name or category agree, else it gets an id of
    its own.

    Raises:
        UserError: A mask is broken, or there are too many objects.
        ValueError: The clip's frames are not as many, or not of the size, of the project's.
    """
    planner = Planner(store, clip, replace_drawn=replace_drawn)
    frames = masks = 0
    try:
        with store.transaction():
            for info in planner.new:
                store.objects.add(info)
            for index in range(clip.frames.frame_count):
                if should_stop():
                    raise _StoppedError
                rows = planner.rows(index)
                if rows:
                    store.set_annotations(index, rows)
                    frames, masks = frames + 1, masks + len(rows)
                if rows is not None and reviewed:
                    store.set_reviewed(index, True)
                progress(index + 1, clip.frames.frame_count)
            store.history.record(f"Imported {masks} masks", None)
    except _StoppedError:
        return None
    return ImportReport(store.path, frames, masks, planner.ids, planner.notes())
