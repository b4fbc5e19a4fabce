"""All that a run trains on, gathered and checked before anything is computed.

Training data from what people annotated: the frames of a project that the user drew or vouched for.
"""

from __future__ import annotations

import logging
import re
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.errors import UserError, os_errors_as_user_errors
from core.files import staged_folder
from core.files.owned import refuse_overwrite, write_manifest
from core.files.pictures import encode_jpeg
from core.masks.labels import compose
from core.masks.png import write_label_map
from core.project.frames import open_frames
from core.project.store import ProjectStore
from core.training.compact.click_samples import ClickMaker
from core.training.data.clips import ClipMaker
from core.training.data.datasets import find_videos, long_enough, require_length
from core.training.data.footage import ClipSource, Generated, Mixed, Stills, UnclippedFrames, Video, Videos
from core.training.data.pack import PackReport, unpack, write_pack
from core.training.paper.sequences import SequenceMaker
from core.types import BACKGROUND, VOID, UInt8Array
from core.video.frame_source import FrameSource
from core.video.source import sources_of

LOG = logging.getLogger(__name__)


def unpack_project(project: Path, root: Path) -> str:
    """Add the annotated and reviewed frames of ``project`` to the DAVIS layout at ``root``; returns their name there.

    Frames that the user reviewed are taken as they stand. On others only what the user drew is said: where a run alone
    saw an object, the pixels are void. Frames that show no object are left out. What was there from an earlier
    unpacking is replaced.

    Raises:
        UserError: For a project that cannot be read or holds no such frame, frames that have moved, or a full disk.
    """
    name = re.sub(r"[^\w.-]+", "_", project.stem) or "project"
    images, masks = root / "JPEGImages" / name, root / "Annotations" / name
    with closing(ProjectStore.open(project, read_only=True)) as store, open_frames(store) as source:
        for warning in source.warnings:
            LOG.warning("%s", warning)
        frames = _wanted(store, source)
        if not frames:
            raise UserError(
                "{path} has no annotated or reviewed frame that shows an object.",
                "Annotate or review some frames first.",
                path=project,
            )
        earlier = [refuse_overwrite(folder, overwrite=True, keep=sources_of(source)) for folder in (images, masks)]
        with staged_folder(images) as new_images, staged_folder(masks) as new_masks:
            for index, labels in frames:
                stem = f"{index:06d}"
                _write_picture(new_images.path / f"{stem}.jpg", source.read(index).image)
                write_label_map(new_masks.path / f"{stem}.png", labels)
            for staged, old in zip((new_images, new_masks), earlier, strict=True):
                write_manifest(staged.path)
                staged.commit(None if old is None else old.refuse_changed)
    return name


def _wanted(store: ProjectStore, source: FrameSource) -> list[tuple[int, UInt8Array]]:
    timeline = store.summaries()
    indices = np.flatnonzero(timeline.annotated | timeline.reviewed)
    labels = [(int(index), known_labels(store, int(index))) for index in indices if index < source.frame_count]
    return [(index, each) for index, each in labels if ((each != BACKGROUND) & (each != VOID)).any()]


def known_labels(store: ProjectStore, frame: int) -> UInt8Array:
    """What the user stands for on a frame, (H, W): the rest is void where a run saw an object, else background."""
    if store.view.is_reviewed(frame):
        return store.effective_labels(frame)
    guessed = store.view.predicted_labels(frame)
    drawn = store.annotations.masks(frame)
    # What the user drew again is no longer what the run said of that object.
    unsaid = ~np.isin(guessed, [BACKGROUND, *drawn])
    return compose(np.where(unsaid, np.uint8(VOID), np.uint8(BACKGROUND)), drawn)


def _write_picture(path: Path, image: UInt8Array) -> None:
    data = encode_jpeg(image)
    with os_errors_as_user_errors(path, "write"):
        path.write_bytes(data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What to train on.

    Attributes:
        data: Roots of data sets (:mod:`core.training.data.datasets`).
        split: The list, or the folder, of each that is trained on.
        stills: Roots of pictures with a mask each.
        still_shares: Of the draws of stills, per root; by their number of pictures where there are none.
        projects: Projects whose annotated and reviewed frames are trained on.
        pack: A file written by :func:`core.training.data.pack.write_pack`, or None.
        generated: Whether scenes are drawn by formula, too.
        unseen: Categories of YouTube-VOS kept for tests.
        skip_short: Whether videos too short for a clip are left out.
    """

    data: tuple[Path, ...] = ()
    split: str = "train"
    stills: tuple[Path, ...] = ()
    still_shares: tuple[float, ...] = ()
    projects: tuple[Path, ...] = ()
    pack: Path | None = None
    generated: bool = False
    unseen: tuple[str, ...] = ()
    skip_short: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """Where clips come from: ``moving`` is None where there are only stills."""

    moving: ClipSource | None
    stills: ClipSource | None
    generated: ClipSource | None

    def clip_maker(self) -> ClipMaker:
        """For the compact recipe."""
        real = self.moving or self.stills or self.generated
        assert real is not None
        return ClipMaker(real, self.stills, self.generated)

    def click_maker(self) -> ClickMaker:
        """For the recipe of clicks."""
        real = self.moving or self.stills or self.generated
        assert real is not None
        return ClickMaker(real, self.stills)

    def sequence_maker(self) -> SequenceMaker:
        """For the paper's recipe."""
        moving = [source for source in (self.moving, self.generated) if source is not None]
        return SequenceMaker(Mixed(moving) if moving else None, self.stills)


def gather(material: Material, folder: Path, frames: int, shares: Sequence[float] = ()) -> Sources:
    """Find and check everything; projects and packs are unpacked into ``folder``.

    Args:
        material: What to train on.
        folder: Of the run.
        frames: Of the longest clip.
        shares: Of the draws, per data set; by their number of videos where there are none.

    Raises:
        UserError: For anything that is missing, incomplete or too short.
    """
    data, stills = material.data, material.stills
    if material.pack is not None:
        packed = unpack(material.pack, folder / "data")
        data = (*data, *packed.videos)
        stills = stills or (() if packed.stills is None else (packed.stills,))
    moving = [_of_length(find_videos(root, material.split, material.unseen), material, frames) for root in data]
    still: list[ClipSource] = [Stills(root) for root in stills]
    annotated = _of_projects(material.projects, folder / "projects")
    short = [video for video in annotated if len(video) < frames]
    moving += [[video for video in annotated if len(video) >= frames]] if len(short) < len(annotated) else []
    if short:
        LOG.warning("Too few annotated frames for a clip, so each is set in motion by itself: %s.", _named(short))
        still.append(UnclippedFrames(short))
    if not moving and not still and not material.generated:
        raise _nothing()
    _check_shares(shares, len(moving), "--data (and one for all of --from-project)")
    _check_shares(material.still_shares, len(still), "--stills (and one for all frames of short videos)")
    return Sources(
        Mixed([Videos(videos) for videos in moving], shares or None) if moving else None,
        Mixed(still, material.still_shares or None) if still else None,
        Generated() if material.generated else None,
    )


def write_material(material: Material, path: Path, most_bytes: int) -> PackReport:
    """Write everything to one file of at most ``most_bytes`` (:mod:`.pack`). Raises UserError."""
    with tempfile.TemporaryDirectory() as unpacked:
        videos = [v for root in material.data for v in find_videos(root, material.split, material.unseen)]
        videos += _of_projects(material.projects, Path(unpacked))
        stills = Stills(*material.stills) if material.stills else None
        if not videos and stills is None:
            raise _nothing()
        return write_pack(videos, stills, path, most_bytes)


def _nothing() -> UserError:
    hint = "Give --data, --stills, --from-project, --pack or --generated."
    return UserError("No training data was given.", hint)


def _check_shares(shares: Sequence[float], sets: int, options: str) -> None:
    if shares and (len(shares) != sets or min(shares) < 0 or sum(shares) <= 0):
        raise UserError(
            "{count} shares ({values}) do not match {sets} sets.",
            "Give one share for each {options}, for example 2 1.",
            count=len(shares),
            values=", ".join(f"{share:g}" for share in shares),
            sets=sets,
            options=options,
        )


def _of_length(videos: list[Video], material: Material, frames: int) -> list[Video]:
    if not material.skip_short:
        require_length(videos, frames)
        return videos
    kept = long_enough(videos, frames)
    if len(kept) < len(videos):
        LOG.warning("%d of %d videos are too short for a clip and left out.", len(videos) - len(kept), len(videos))
    return kept


def _of_projects(projects: Sequence[Path], root: Path) -> list[Video]:
    names = {unpack_project(project, root) for project in projects}
    return [video for video in find_videos(root, "train") if video.name in names] if names else []


def _named(videos: Sequence[Video]) -> str:
    return ", ".join(f"{video.name} ({len(video)})" for video in videos)
