"""Frames in: one protocol over video files and folders of images."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from core.files import explained
from core.image_folder import ImageFolder
from core.types import Frame
from core.video_file import VideoFile

__all__ = ["FrameSource", "ImageFolder", "VideoFile", "open_source"]


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


def open_source(path: Path | str) -> FrameSource:
    """Open a video file or a folder of images.

    Raises:
        UserError: Nothing is there, it may not be read, it is no video, or the folder holds no usable images.
    """
    path = Path(path)
    with explained(path, "read"):
        path.stat()
    return ImageFolder(path) if path.is_dir() else VideoFile(path)
