"""All that a run trains on, gathered and checked before anything is computed."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError
from core.training.click_samples import ClickMaker
from core.training.clips import ClipMaker
from core.training.datasets import find_videos, long_enough, require_length
from core.training.footage import Generated, Loose, Mixed, Source, Stills, Video, Videos
from core.training.from_project import unpack_project
from core.training.pack import PackReport, unpack, write_pack
from core.training.paper_clips import SequenceMaker

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What to train on.

    Attributes:
        data: Roots of data sets (:mod:`core.training.datasets`).
        split: The list, or the folder, of each that is trained on.
        stills: Roots of pictures with a mask each.
        still_shares: Of the draws of stills, per root; by their number of pictures where there are none.
        projects: Projects whose annotated and reviewed frames are trained on.
        pack: A file written by :func:`core.training.pack.write_pack`, or None.
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

    moving: Source | None
    stills: Source | None
    generated: Source | None

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
    still: list[Source] = [Stills(root) for root in stills]
    annotated = _of_projects(material.projects, folder / "projects")
    short = [video for video in annotated if len(video) < frames]
    moving += [[video for video in annotated if len(video) >= frames]] if len(short) < len(annotated) else []
    if short:
        LOG.warning("Too few annotated frames for a clip, so each is set in motion by itself: %s.", _named(short))
        still.append(Loose(short))
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
    """Write everything to one file of at most ``most_bytes`` (:mod:`core.training.pack`). Raises UserError."""
    with tempfile.TemporaryDirectory() as unpacked:
        videos = [v for root in material.data for v in find_videos(root, material.split, material.unseen)]
        videos += _of_projects(material.projects, Path(unpacked))
        stills = Stills(*material.stills) if material.stills else None
        if not videos and stills is None:
            raise _nothing()
        return write_pack(videos, stills, path, most_bytes)


def _nothing() -> UserError:
    hint = "Give --data, --stills, --from-project, --pack or --generated."
    return UserError("There is nothing to train on.", hint)


def _check_shares(shares: Sequence[float], sets: int, options: str) -> None:
    if shares and (len(shares) != sets or min(shares) < 0 or sum(shares) <= 0):
        raise UserError(
            f"{len(shares)} shares ({', '.join(f'{share:g}' for share in shares)}) do not suit {sets} sets.",
            f"Give a share for each {options}, for example 2 1.",
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
