"""Projects as clips, and clips into projects, with a report of what could not be carried.

Soft masks of a project: probabilities worked out from what a run left behind.

A project keeps a run's decision and the entropy of it, not the probabilities themselves. Where two classes compete, as
along nearly every edge, the entropy tells how much each of them has: h(p) = -p ln p - (1 - p) ln(1 - p) has one
solution p >= 1/2. That much goes to the class that won, the rest to the nearest other one. Where three or more compete
the winner gets at least one half all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from core.errors import UserError
from core.exchange.import_plan import Planner
from core.files import staged_file
from core.formats.common.contract import Clip, LabelledClip, never_stop, no_progress
from core.progress import Progress, ShouldStop
from core.project.opening import refuse_log, writable_project
from core.project.store import ProjectStore, SourceReference
from core.types import BACKGROUND, VOID, BoolArray, Float32Array, UInt8Array, read_only
from core.video.frame_source import FrameSource

_STEPS = 4096
_HALF, _ALL = 128, 255


def probabilities(store: ProjectStore, index: int) -> Mapping[int, UInt8Array] | None:
    """Per object of the project a soft mask (H, W) of frame ``index``, 255 standing for 1; None without any run.

    What the user drew, and where the user's word changed what the run said, is 0 or 255.
    """
    run, entropy = store.view.run(index), store.effective_entropy(index)
    if run is None or entropy is None:
        return None
    labels = store.effective_labels(index)
    drawn = [*store.annotations.counts(index), VOID]
    rival = nearest_other(labels)
    soft = (labels == store.view.predicted_labels(index)) & ~np.isin(labels, drawn) & ~np.isin(rival, drawn)
    own = np.where(soft, winners_share(_in_nats(entropy.astype(np.float32), len(store.runs.scores(index, run)))), _ALL)
    return {each.id: _mask(labels, rival, own, each.id) for each in store.objects.all()}


def _in_nats(entropy: Float32Array, objects: int) -> Float32Array:
    """Runs store the normalised entropy, 0..1; one above 1 can only be in nats already."""
    return entropy if entropy.max(initial=0) > 1 else entropy * np.float32(np.log(objects + 1))


def winners_share(nats: Float32Array) -> npt.NDArray[np.int64]:
    """Share of the winning class, 128..255 standing for 1/2..1, where two compete with an entropy of ``nats``."""
    share = np.linspace(0.5, 1 - 1e-7, _STEPS)
    entropy = -share * np.log(share) - (1 - share) * np.log1p(-share)
    found = np.interp(nats, entropy[::-1], share[::-1])
    return np.maximum(np.rint(found * _ALL), _HALF).astype(np.int64)


def nearest_other(labels: UInt8Array) -> UInt8Array:
    """(H, W): the label of the nearest pixel that has another one; the own label where there is no other."""
    nearest = labels.copy()
    for value in np.unique(labels):
        inside: BoolArray = labels == value
        if inside.all():
            continue
        _, place = cv2.distanceTransformWithLabels(
            inside.view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
        )
        label_of = np.zeros(int(place.max()) + 1, np.uint8)
        label_of[place[~inside]] = labels[~inside]
        nearest[inside] = label_of[place[inside]]
    return nearest


def _mask(labels: UInt8Array, rival: UInt8Array, own: npt.NDArray[np.int64], object_id: int) -> UInt8Array:
    share = np.where(labels == object_id, own, np.where(rival == object_id, _ALL - own, BACKGROUND))
    return read_only(share.astype(np.uint8))


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

    Its soft masks are worked out from the entropy that runs left, see :mod:`.projects`.
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
        raise UserError(error.message.with_values(str(temporary), str(project)), error.hint) from error


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

    What the user did there stays, unless ``replace_drawn`` says that the dataset's word counts; a reviewed frame stays
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
