"""From a path that a person gave to a project and its frames. Runs in a job: indexing a long video takes a while."""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError
from core.paths import resource_root, user_data_dir
from core.project.store import ProjectStore, SourceReference
from core.video import open_source
from rpcm_gui.workers.job import Progress, ShouldStop, Work

PROJECT_SUFFIX = ".rpcm"


@dataclass(frozen=True, slots=True)
class Ready:
    """A project that exists and frames that can be read; ``notes`` is what the person should know."""

    project: Path
    media: Path
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """The project's frames are no longer at ``missing``; the person is asked where they are."""

    project: Path
    missing: Path


def open_work(path: Path) -> Work:
    """The work of getting ``path`` ready, for a job; its result is :class:`Ready` or :class:`Moved`."""

    def work(_progress: Progress, _should_stop: ShouldStop) -> Ready | Moved:
        return prepare(path.absolute())

    return work


def relink_work(project: Path, media: Path) -> Work:
    """The work of pointing ``project`` to where its frames are now, for a job."""

    def work(_progress: Progress, _should_stop: ShouldStop) -> Ready:
        return relink(project, media.absolute())

    return work


def prepare(path: Path) -> Ready | Moved:
    """Find or make the project of ``path``, which is a project, a video or a folder of images.

    Raises:
        UserError: Nothing can be read there, the project is damaged, or its video is another one by now.
    """
    if path.suffix.lower() == PROJECT_SUFFIX and path.is_file():
        return _prepare_project(path)
    reference, notes = probe(path)
    known = next((place for place in _places(path) if place.exists() and _belongs(place, reference)), None)
    if known is not None:
        return Ready(known, path, notes)
    project, where = _create(path, reference)
    return Ready(project, path, (*notes, *where))


def relink(project: Path, media: Path) -> Ready:
    """Point ``project`` to ``media``. Raises UserError where number or size of frames differ."""
    reference, notes = probe(media)
    with closing(ProjectStore.open(project)) as store:
        if not _same_shape(store.source.reference, reference):
            raise _other_video(media, store)
        if store.source.reference.fingerprint != reference.fingerprint:
            notes = (*notes, f"{media.name} is another file than before, with frames of the same number and size.")
        store.relink(media, reference.fingerprint, accept_other=True)
    return Ready(project, media, notes)


def probe(media: Path) -> tuple[SourceReference, tuple[str, ...]]:
    """What a project has to know of its frames, and warnings about them. Raises UserError."""
    with open_source(media) as source:
        reference = SourceReference(
            media, source.fingerprint(), source.frame_count, source.height, source.width, source.fps
        )
        return reference, source.warnings


def _prepare_project(project: Path) -> Ready | Moved:
    with closing(ProjectStore.open(project, read_only=True)) as store:
        try:
            media = store.source_path()
        except UserError:
            return Moved(project, store.source.reference.path)
        reference, notes = probe(media)
        if not _same_shape(store.source.reference, reference):
            raise _other_video(media, store)
        if store.source.reference.fingerprint != reference.fingerprint:
            notes = (*notes, f"{media.name} changed since it was annotated; check that the masks still fit.")
    return Ready(project, media, notes)


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


def _belongs(project: Path, reference: SourceReference) -> bool:
    with closing(ProjectStore.open(project, read_only=True)) as store:
        known = store.source.reference
        return known.fingerprint == reference.fingerprint and _same_shape(known, reference)


def _create(media: Path, reference: SourceReference) -> tuple[Path, tuple[str, ...]]:
    *beside, own = _places(media)
    for place in beside:
        if not place.exists() and _try_create(place, reference):
            return place, ()
    own.parent.mkdir(parents=True, exist_ok=True)
    ProjectStore.create(own, reference).close()
    return own, (f"The project cannot lie beside {media.name}; it is {own}.",) if beside else ()


def _try_create(place: Path, reference: SourceReference) -> bool:
    try:
        ProjectStore.create(place, reference).close()
    except UserError:
        return False
    return True


def _same_shape(one: SourceReference, other: SourceReference) -> bool:
    return (one.frame_count, one.height, one.width) == (other.frame_count, other.height, other.width)


def _other_video(media: Path, store: ProjectStore) -> UserError:
    known = store.source.reference
    return UserError(
        f"{media} is not the video that {store.path.name} was made from: that one has {known.frame_count} frames of "
        f"{known.width}x{known.height} pixels.",
        "Put the original back, or choose where it is now. The masks are safe: they are in the project.",
    )
