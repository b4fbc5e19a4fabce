"""Frames in: one protocol over video files, folders of images, numbered images and TIFF stacks."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from core.files import status_of
from core.image_folder import ImageFolder, is_pattern
from core.image_stack import STACK_SUFFIXES, ImageStack
from core.source_paths import resolve
from core.types import Frame
from core.video_file import VideoFile

__all__ = ["FrameSource", "ImageFolder", "ImageStack", "VideoFile", "open_source"]


class FrameSource(Protocol):
    """Frames of one size by number, 0 .. frame_count - 1. One thread owns an instance.

    Attributes:
        path: The file or folder.
        frame_count: Number of frames, at least 1.
        height, width: Pixels.
        fps: Frames per second, the mean where the rate varies.
        broken_from: First frame that cannot be read because the file breaks off, None if it is whole.
        warnings: Sentences for a person about what is wrong with the source, mostly none.
    """

    path: Path
    frame_count: int
    height: int
    width: int
    fps: float
    broken_from: int | None
    warnings: tuple[str, ...]

    def name(self, index: int) -> str:
        """Stem for files made from frame ``index``: "00000" for videos, the image's own stem for folders."""

    def read(self, index: int) -> Frame:
        """Frame ``index``. Raises IndexError outside 0 .. frame_count - 1, UserError where the frame is broken."""

    def fingerprint(self) -> str:
        """Hexadecimal digest of the content, the same wherever the source lies. Raises UserError."""

    def close(self) -> None:
        """Release what is open; reading again opens it anew."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


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
