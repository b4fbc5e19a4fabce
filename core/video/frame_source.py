"""What every source of frames offers: video files, folders of images, numbered images, TIFF stacks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import numpy.typing as npt

from core.types import Frame

Times = npt.NDArray[np.float64]


class ReadGivenUpError(Exception):
    """A read ended before its frame, as :meth:`FrameSource.give_up` allows; reading goes on as if it had not been."""


class FrameSource(ABC):
    """Frames of one size by number, 0 .. frame_count - 1. One thread owns an instance.

    Attributes:
        path: The file or folder.
        frame_count: Number of frames, at least 1.
        height, width: Pixels.
        fps: Frames per second, the mean where the rate varies.
        broken_from: First frame that cannot be read because the file breaks off, None if it is whole.
        warnings: Sentences for the user about what is wrong with the source, mostly none.
    """

    path: Path
    frame_count: int
    height: int
    width: int
    fps: float
    broken_from: int | None = None
    warnings: tuple[str, ...] = ()

    def name(self, index: int) -> str:
        """Stem for files made from frame ``index``: "00000" for videos, the image's own stem for folders."""
        return f"{index:05d}"

    @abstractmethod
    def read(self, index: int) -> Frame:
        """Frame ``index``. Raises IndexError outside 0 .. frame_count - 1, UserError where the frame is broken."""

    @abstractmethod
    def fingerprint(self) -> str:
        """Hexadecimal digest of the content, the same wherever the source lies. Raises UserError."""

    @abstractmethod
    def close(self) -> None:
        """Release what is open; reading again opens it again."""

    def times(self) -> Times:
        """(frame_count,) seconds from the clip's start at which each frame begins to be shown, ascending.

        A video's own times, which may be uneven; ``index / fps`` for sources without times.
        """
        return np.arange(self.frame_count) / self.fps

    def stored_file(self, index: int) -> Path | None:
        """The file that holds frame ``index`` and nothing else, None where frames have no files of their own."""
        del index
        return None

    def give_up(self, pointless: Callable[[], bool]) -> None:
        """Let :meth:`read` raise :class:`ReadGivenUpError` as soon as ``pointless()`` is true.

        It is asked now and then while a read takes long; sources whose reads are short never ask.
        """
        del pointless

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
