"""What people point to when they mean a clip: a file, a folder, a numbered pattern, a dataset with one clip in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.errors import UserError
from core.files import explained
from core.folders import entries, files_with, natural_key
from core.image_folder import IMAGE_SUFFIXES, is_pattern, pattern_files

_PICTURES = "JPEGImages"


def source_exists(path: Path) -> bool:
    """Whether something lies at ``path``: a file, a folder, or files that fit its pattern."""
    return path.exists() or (is_pattern(path) and bool(pattern_files(path)))


def resolve(path: Path) -> Path:
    """Where the frames lie that ``path`` means.

    That is ``path`` itself, but for datasets in the layout of DAVIS or YouTube-VOS: their root where it holds a single
    clip, or their root with the name of a clip behind it.

    Raises:
        UserError: The dataset holds several clips.
    """
    if path.is_dir():
        with explained(path, "read"):
            next(path.iterdir(), None)
        if files_with(path, *IMAGE_SUFFIXES):
            return path
        clips = sorted(_clips(path), key=natural_key)
        if len(clips) > 1:
            names = ", ".join(clip.name for clip in clips[:8]) + (", ..." if len(clips) > 8 else "")
            raise UserError(
                f"'{path}' is a dataset of {len(clips)} clips: {names}.", f"Name one, such as '{path / clips[0].name}'."
            )
        return clips[0] if clips else path
    if not path.exists() and path.parent.is_dir() and not is_pattern(path):
        return next((clip for clip in _clips(path.parent) if clip.name == path.name), path)
    return path


def _clips(root: Path) -> Iterator[Path]:
    """Folders of pictures in ``root/JPEGImages``, in a resolution's folder there, or in those of a set's folder."""
    for base in (root / _PICTURES, *(entry / _PICTURES for entry in _folders(root))):
        for folder in _folders(base):
            inner = list(_folders(folder))
            yield from inner or [folder]


def _folders(folder: Path) -> Iterator[Path]:
    return (entry for entry in entries(folder) if entry.is_dir())
