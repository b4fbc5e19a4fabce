"""Frames in: video files, folders of images, numbered images and TIFF stacks.

What people point to when they mean a clip: a file, a folder, a numbered pattern, a dataset with one clip in it.

When each frame is shown, without decoding any.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from core.errors import UserError, os_errors_as_user_errors
from core.files import status_of
from core.files.folders import entries, files_with, natural_key
from core.video.file import VideoFile
from core.video.frame_source import FrameSource, Times
from core.video.image_folder import IMAGE_SUFFIXES, ImageFolder, is_pattern, pattern_files
from core.video.image_stack import STACK_SUFFIXES, ImageStack

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
        with os_errors_as_user_errors(path, "read"):
            next(path.iterdir(), None)
        if files_with(path, *IMAGE_SUFFIXES):
            return path
        clips = sorted(_clips(path), key=natural_key)
        if len(clips) > 1:
            names = ", ".join(clip.name for clip in clips[:8]) + (", ..." if len(clips) > 8 else "")
            raise UserError(
                "'{path}' is a dataset with {count} clips: {names}.",
                "Name one, such as '{example}'.",
                path=path,
                count=len(clips),
                names=names,
                example=path / clips[0].name,
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


def open_source(path: Path | str, *, as_stored: bool = False) -> FrameSource:
    """Open a video file, a folder of images, a pattern such as ``shot_%04d.png``, or a TIFF file with several pages.

    The root of a dataset in the layout of DAVIS or YouTube-VOS stands for its only clip; with the name of a clip behind
    it (``DAVIS/bear``), for that one.

    Pictures of a folder are upright, as EXIF says, or ``as_stored``.

    Raises:
        UserError: Nothing is there, it may not be read, it is no video, the folder holds no usable images, or the
            dataset several clips.
    """
    path = resolve(Path(path))
    if is_pattern(path):
        return ImageFolder(path, as_stored=as_stored)
    status_of(path)
    if path.suffix.lower() in STACK_SUFFIXES and path.is_file():
        return ImageStack(path)
    return ImageFolder(path, as_stored=as_stored) if path.is_dir() else VideoFile(path)


def frame_at(times: Times, seconds: float) -> int:
    """The frame that is shown at ``seconds``: the last that has begun.

    Half a millisecond early counts as begun: a time that the user reads and types again is rounded to milliseconds.
    """
    return min(max(int(np.searchsorted(times, seconds + 0.0005, side="right")) - 1, 0), len(times) - 1)


def sources_of(frames: FrameSource) -> tuple[Path, ...]:
    """The files and folders that a source of frames reads."""
    files = map(frames.stored_file, range(frames.frame_count))
    return (frames.path, *dict.fromkeys(file.parent for file in files if file is not None))
