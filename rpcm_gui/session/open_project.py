"""From a path that the user gave to a project and its frames. Runs in a job: indexing a long video takes a while.

The rest of a huge project is checked while the user works: opening looked at it for a moment only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from core.errors import UserError
from core.paths import resource_root, user_data_dir
from core.progress import Progress, ShouldStop
from core.project.database import connect
from core.project.errors import DamagedError
from core.project.frames import open_as_known
from core.project.integrity import check_quickly, examine
from core.project.maintenance.find_moved import find_moved
from core.project.maintenance.repair import replace_damaged, was_project
from core.project.store import ProjectStore, SourceReference
from core.project.tables.source import same_shape
from core.video.source import open_source
from rpcm_gui.base.language import tr, translate
from rpcm_gui.base.values import Message
from rpcm_gui.workers.job import Job, Work

PROJECT_SUFFIX = ".rpcm"

CHECK_SECONDS = 0.25
"""How long a project is looked at before it is shown; the rest of a huge one is looked at afterwards."""

_MOST_LISTED = 5


@dataclass(frozen=True, slots=True)
class Ready:
    """A project that exists and frames that can be read; ``notes`` is what the user should know.

    ``checked`` says whether the whole structure of the project was looked at; of a huge one, only the beginning is.
    ``frames`` is how the frames were when they were looked at.
    """

    project: Path
    media: Path
    notes: tuple[str, ...] = ()
    checked: bool = field(default=True, compare=False)
    frames: SourceReference | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Moved:
    """The project's frames are no longer at ``missing``; the user is asked where they are."""

    project: Path
    missing: Path


@dataclass(frozen=True, slots=True)
class Damaged:
    """The project cannot be used as it is, because of ``finding``; the user is asked whether to repair it."""

    project: Path
    finding: str


Found = Ready | Moved | Damaged


def open_work(path: Path) -> Work:
    """The work of getting ``path`` ready, for a job; its result is :class:`Ready`, :class:`Moved`, :class:`Damaged`."""

    def work(_progress: Progress, _should_stop: ShouldStop) -> Found:
        return prepare(path.absolute())

    return work


def repair_work(project: Path, asked: Path) -> Work:
    """The work of repairing ``project`` and getting ``asked`` ready with it, for a job."""

    def work(_progress: Progress, _should_stop: ShouldStop) -> Found:
        return repair(project, asked.absolute())

    return work


def check_work(project: Path) -> Work:
    """The work of looking at the whole of a project that was too large for that on opening; tells its first fault."""

    def work(progress: Progress, should_stop: ShouldStop) -> str | None:
        findings = examine(project, progress, should_stop)
        return findings[0] if findings else None

    return work


def relink_work(project: Path, media: Path) -> Work:
    """The work of pointing ``project`` to where its frames are now, for a job."""

    def work(_progress: Progress, _should_stop: ShouldStop) -> Ready:
        return relink(project, media.absolute())

    return work


def prepare(path: Path) -> Found:
    """Find or make the project of ``path``, which is a project, a video or a folder of images.

    Raises:
        UserError: Nothing can be read there, or the project's video is another one by now.
    """
    try:
        found = _prepare(path)
        if isinstance(found, Ready):
            return replace(found, checked=_check(found.project))
    except FaultyProjectError as fault:
        return Damaged(fault.project, fault.finding)
    return found


def repair(project: Path, asked: Path) -> Found:
    """Repair ``project`` under its own name, keep the damaged file beside it, and go on with ``asked``.

    Raises UserError where nothing can be saved.
    """
    done, kept = replace_damaged(project)
    found = prepare(asked)
    if not isinstance(found, Ready):
        return found
    told = tr("{name} was repaired; the damaged file is kept as {kept}.").format(name=project.name, kept=kept.name)
    if done.lost:
        told += " " + tr("Lost: {what}.").format(what=_listed(done.lost))
    if done.uncertain:
        told += " " + tr("Please check: {what}.").format(what=_listed(done.uncertain))
    return replace(found, notes=(told, *found.notes))


def _listed(sentences: tuple[str, ...]) -> str:
    more = len(sentences) - _MOST_LISTED
    return "; ".join(sentences[:_MOST_LISTED]) + (tr("; and {count} more").format(count=more) if more > 0 else "")


class FaultyProjectError(Exception):
    """Which project was found to be damaged, on the way up to :func:`prepare`."""

    def __init__(self, project: Path, finding: str) -> None:
        super().__init__(finding)
        self.project = project
        self.finding = finding


@contextmanager
def _reading(project: Path) -> Iterator[ProjectStore]:
    try:
        with closing(ProjectStore.open(project, read_only=True)) as store:
            yield store
    except DamagedError as error:
        raise _fault(project, error) from error


def _fault(project: Path, error: DamagedError) -> Exception:
    return FaultyProjectError(project, error.message) if was_project(project) else error


def _check(project: Path) -> bool:
    try:
        with closing(connect(project, read_only=True)) as database:
            return check_quickly(database, CHECK_SECONDS)
    except DamagedError as error:
        raise _fault(project, error) from error


def _prepare(path: Path) -> Ready | Moved:
    if path.suffix.lower() == PROJECT_SUFFIX and path.is_file():
        return _prepare_project(path)
    reference, notes = probe(path)
    for place in _places(path):
        if place.exists():
            known = _known(place)
            # Of pictures that EXIF turns, it may have the stored pixels.
            seen, told = (reference, notes) if _same(known, reference) or path.is_file() else probe(path, known)
            if _same(known, seen):
                return Ready(place, path, told, frames=seen)
    project, where = _create(path, reference)
    return Ready(project, path, (*notes, *where), frames=reference)


def relink(project: Path, media: Path) -> Ready:
    """Point ``project`` to ``media``. Raises UserError where number or size of frames differ."""
    with closing(ProjectStore.open(project)) as store:
        reference, notes = probe(media, store.source.reference)
        if not same_shape(store.source.reference, reference):
            raise _other_video(media, project, store.source.reference)
        if store.source.reference.fingerprint != reference.fingerprint:
            notes = (
                *notes,
                tr("{name} is a different file, with the same number and size of frames.").format(name=media.name),
            )
        store.relink(media, reference.fingerprint, accept_other=True)
    return Ready(project, media, notes, frames=reference)


def probe(media: Path, known: SourceReference | None = None) -> tuple[SourceReference, tuple[str, ...]]:
    """What a project has to know of its frames, seen as ``known`` was, and warnings about them. Raises UserError."""
    with open_source(media) if known is None else open_as_known(media, known) as source:
        reference = SourceReference(
            media, source.fingerprint(), source.frame_count, source.height, source.width, source.fps
        )
        return reference, tuple(translate(warning) for warning in source.warnings)


def _prepare_project(project: Path) -> Ready | Moved:
    with _reading(project) as store:
        known = store.source.reference
        try:
            media: Path | None = store.source_path()
        except UserError:
            media = None
    if media is None:
        return _search(project, known)
    reference, notes = probe(media, known)
    if not same_shape(known, reference):
        raise _other_video(media, project, known)
    if known.fingerprint != reference.fingerprint:
        notes = (
            *notes,
            tr("{name} changed since it was annotated; check that the masks still fit.").format(name=media.name),
        )
    return Ready(project, media, notes, frames=reference)


def _search(project: Path, known: SourceReference) -> Ready | Moved:
    """The frames were moved or renamed: what has the same content near the project, or where it was, are they."""
    for folder in dict.fromkeys((project.parent, known.path.parent)):
        found = find_moved(known, folder) if folder.is_dir() else None
        if found is not None:
            told = tr("The video was found at {place}: it has the same content.").format(place=found)
            return replace(_relinked(project, found), notes=(told,))
    return Moved(project, known.path)


def _relinked(project: Path, found: Path) -> Ready:
    try:
        return relink(project, found)
    except UserError:
        # What cannot be written is searched again the next time.
        return Ready(project, found)


def _places(media: Path) -> tuple[Path, ...]:
    """Where the project of ``media`` may lie, the likeliest first."""
    key = hashlib.sha256(str(media).encode()).hexdigest()[:10]
    own = user_data_dir() / "projects" / f"{media.stem}-{key}{PROJECT_SUFFIX}"
    if media.is_relative_to(resource_root()):
        return (own,)
    if media.is_dir():
        return media.with_name(f"{media.name}{PROJECT_SUFFIX}"), own
    # clip.mov beside clip.mp4: the second one to come gets its full name.
    return media.with_suffix(PROJECT_SUFFIX), media.with_name(f"{media.name}{PROJECT_SUFFIX}"), own


def _known(project: Path) -> SourceReference:
    with _reading(project) as store:
        return store.source.reference


def _same(known: SourceReference, reference: SourceReference) -> bool:
    return known.fingerprint == reference.fingerprint and same_shape(known, reference)


def _create(media: Path, reference: SourceReference) -> tuple[Path, tuple[str, ...]]:
    *beside, own = _places(media)
    for place in beside:
        if not place.exists() and _try_create(place, reference):
            return place, ()
    own.parent.mkdir(parents=True, exist_ok=True)
    ProjectStore.create(own, reference).close()
    return own, (
        tr("The project cannot be saved beside {name}. It is at {place}.").format(name=media.name, place=own),
    ) if beside else ()


def _try_create(place: Path, reference: SourceReference) -> bool:
    try:
        ProjectStore.create(place, reference).close()
    except UserError:
        return False
    return True


def _other_video(media: Path, project: Path, known: SourceReference) -> UserError:
    return UserError(
        "{media} is not the video that {project} was made from: that one has {count} frames of {width}x{height} "
        "pixels.",
        "Put the original back, or choose its new location. The masks are safe in the project.",
        media=media,
        project=project.name,
        count=known.frame_count,
        width=known.width,
        height=known.height,
    )


_PATIENCE_SECONDS = 60.0


class BackgroundCheck(QObject):
    """One check at a time. ``failed`` carries a :class:`.Failure` where something is damaged, or cannot be read."""

    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None

    def start(self, project: Path) -> None:
        """Look at the whole of ``project``."""
        self._job = Job(tr("Checking {name}").format(name=project.name), check_work(project), self)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self.failed)
        self._job.start(QThreadPool.globalInstance())

    def stop(self) -> None:
        """Give up the check under way, if there is one."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait(_PATIENCE_SECONDS)
            self._job.deleteLater()
            self._job = None

    @Slot(object)
    def _finished(self, finding: str | None) -> None:
        if finding is not None:
            hint = tr("Close it, then repair it: rpcm project repair FILE")
            self.failed.emit(Message("error", tr("The project is damaged: {finding}.").format(finding=finding), hint))
