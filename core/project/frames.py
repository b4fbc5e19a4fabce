"""The frames of a project, opened only where they are still those that were annotated."""

from __future__ import annotations

from pathlib import Path

from core.errors import UserError
from core.project.store import ProjectStore
from core.project.tables.source import SourceReference
from core.video.frame_source import FrameSource
from core.video.image_folder import ImageFolder
from core.video.source import open_source


def open_frames(store: ProjectStore) -> FrameSource:
    """The frames of ``store``, open.

    Raises:
        UserError: They are not to be found or cannot be read, or are others than when they were annotated: in number,
            size or content. Masks would lie on wrong pictures.
    """
    source = open_as_known(store.source_path(), store.source.reference)
    try:
        refuse_changed_frames(store, source)
    except BaseException:
        source.close()
        raise
    return source


def open_as_known(media: Path, known: SourceReference) -> FrameSource:
    """The frames at ``media``, open: pictures as stored, not upright, where ``known`` was noted of them that way.

    Projects of earlier versions, and those made with ``--as-stored``, have their masks on the stored pixels.
    """
    source = open_source(media)
    if isinstance(source, ImageFolder) and source.turned and source.fingerprint() != known.fingerprint:
        stored = open_source(media, as_stored=True)
        if stored.fingerprint() == known.fingerprint:
            return stored
    return source


def refuse_changed_frames(store: ProjectStore, source: FrameSource) -> None:
    """Raise UserError where ``source`` does not show the frames that ``store`` was made from."""
    known = store.source.reference
    if (source.frame_count, source.height, source.width) != (known.frame_count, known.height, known.width):
        raise _other_frames(store, source, known)
    if source.fingerprint() != known.fingerprint:
        raise UserError(
            "'{path}' changed since it was annotated.",
            "Check the masks, then accept the file: rpcm project relink {name} {video} --accept-other",
            path=source.path,
            name=store.path.name,
            video=source.path.name,
        )


def _other_frames(store: ProjectStore, source: FrameSource, known: SourceReference) -> UserError:
    return UserError(
        "'{path}' has {count} frames of {size} pixels; when {name} was annotated it had {known_count} of {known_size}.",
        "Put the original back, or give its new location: rpcm project relink {name} VIDEO. The masks "
        "are safe in the project.",
        path=source.path,
        count=source.frame_count,
        size=f"{source.width}x{source.height}",
        name=store.path.name,
        known_count=known.frame_count,
        known_size=f"{known.width}x{known.height}",
    )


def open_unchanged(media: Path, seen: SourceReference) -> FrameSource:
    """The frames at ``media``, open, as they were when ``seen`` was noted. Raises UserError where they changed."""
    source = open_as_known(media, seen)
    try:
        refuse_other(source, seen)
    except BaseException:
        source.close()
        raise
    return source


def refuse_other(source: FrameSource, seen: SourceReference) -> None:
    """Raise UserError where ``source`` changed since ``seen`` was noted."""
    shape = (source.frame_count, source.height, source.width)
    if shape != (seen.frame_count, seen.height, seen.width) or source.fingerprint() != seen.fingerprint:
        raise UserError(
            "'{path}' changed on disk while it was open.",
            "Open it again. Masks may not fit if its frames have changed.",
            path=source.path,
        )
