"""A part of a clip as a clip: the frames of one of its sets."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Self

from core.formats.base import Clip, LabelledClip
from core.types import Frame
from core.video.source import FrameSource


class ChosenFrames:
    """Some of ``frames``, numbered from 0, under the names that they have there.

    Args:
        frames: All pictures; closing this closes them.
        chosen: Numbers of those that are kept, at least one.
    """

    def __init__(self, frames: FrameSource, chosen: Sequence[int]) -> None:
        self._frames, self._chosen = frames, tuple(chosen)
        self.path, self.frame_count, self.fps = frames.path, len(self._chosen), frames.fps
        self.height, self.width, self.warnings = frames.height, frames.width, frames.warnings
        self.broken_from: int | None = None

    def name(self, index: int) -> str:
        """See :class:`core.video.source.FrameSource`."""
        return self._frames.name(self._chosen[index])

    def read(self, index: int) -> Frame:
        """See :class:`core.video.source.FrameSource`."""
        frame = self._frames.read(self._chosen[index])
        return Frame(index, frame.image, frame.time)

    def fingerprint(self) -> str:
        """See :class:`core.video.source.FrameSource`; that of all frames."""
        return self._frames.fingerprint()

    def close(self) -> None:
        """See :class:`core.video.source.FrameSource`."""
        self._frames.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def chosen_part(clip: LabelledClip, chosen: Sequence[int], image_set: str) -> LabelledClip:
    """The frames ``chosen`` of ``clip``, which make up ``image_set``."""
    return Clip(
        name=clip.name,
        frames=ChosenFrames(clip.frames, chosen),
        objects=clip.objects,
        read_labels=lambda index: clip.labels(chosen[index]),
        is_reviewed=lambda index: clip.reviewed(chosen[index]),
        read_reliability=lambda index: clip.reliability(chosen[index]),
        read_probabilities=lambda index: clip.probabilities(chosen[index]),
        read_notes=clip.notes,
        read_image_set=lambda _: image_set,
    )
