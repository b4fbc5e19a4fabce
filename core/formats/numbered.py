"""Frames under the numbers that a dataset gives them, where it counts from another number than 0."""

from __future__ import annotations

from dataclasses import replace
from types import TracebackType
from typing import Self

from core.formats.base import Clip, LabelledClip
from core.types import Frame
from core.video.source import FrameSource


class NumberedFrames:
    """``frames``, called by number from ``first`` on, "00001", "00002" and so on, for masks that are called so.

    Args:
        frames: The pictures, kept as ``original``; closing this closes them.
        first: Number of the first one, >= 0.
    """

    def __init__(self, frames: FrameSource, first: int) -> None:
        self.original, self._first = frames, first
        self.path, self.frame_count = frames.path, frames.frame_count
        self.height, self.width, self.fps = frames.height, frames.width, frames.fps
        self.broken_from, self.warnings = frames.broken_from, frames.warnings

    def name(self, index: int) -> str:
        """The number of frame ``index``, five digits or more."""
        return f"{index + self._first:05d}"

    def read(self, index: int) -> Frame:
        """See :class:`core.video.source.FrameSource`."""
        return self.original.read(index)

    def fingerprint(self) -> str:
        """See :class:`core.video.source.FrameSource`."""
        return self.original.fingerprint()

    def close(self) -> None:
        """See :class:`core.video.source.FrameSource`."""
        self.original.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def numbered_from(frames: FrameSource, first: int | None) -> FrameSource:
    """``frames`` called by number from ``first`` on; as they are where that is None."""
    return frames if first is None else NumberedFrames(frames, first)


def with_own_names(clip: LabelledClip) -> LabelledClip:
    """``clip`` with its frames called as their source calls them, once its masks have found them by number."""
    if isinstance(clip, Clip) and isinstance(clip.frames, NumberedFrames):
        return replace(clip, frames=clip.frames.original)
    return clip
