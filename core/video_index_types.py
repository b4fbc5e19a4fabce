"""What is known of a video file before it is decoded."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.types import UInt8Array

Int64Array = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Orientation:
    """How the stored picture is turned for display: first transposed, then mirrored."""

    transpose: bool = False
    mirror_columns: bool = False
    mirror_rows: bool = False

    def apply(self, image: UInt8Array) -> UInt8Array:
        """``image`` (H, W, 3) as it is to be shown, contiguous."""
        turned = image.swapaxes(0, 1) if self.transpose else image
        turned = turned[:, ::-1] if self.mirror_columns else turned
        turned = turned[::-1] if self.mirror_rows else turned
        return np.ascontiguousarray(turned)


@dataclass(frozen=True, slots=True, eq=False)
class VideoIndex:
    """What :class:`core.video.VideoFile` knows of a file before it decodes.

    Attributes:
        stamps: (N,) presentation stamps, ascending, of the frames that the file holds.
        starts: (N,) per frame the number (in ``key_stamps``) of the keyframe from which decoding reaches it.
        key_stamps: (K, 2) presentation and decoding stamps of the keyframes.
        stamped: Whether stamps name frames. Where they do not (H.264 in AVI, raw streams), frames are counted from the
            start of the file.
        frame_count: Frames that the file holds or promises.
        broken_from: First frame that cannot be read because the file breaks off, None if it is whole.
        warnings: Sentences for a person.
        height, width: Of the picture as shown, pixels.
        frame_rate: Frames per second (the mean where it varies).
        time_base: Seconds a stamp.
    """

    stamps: Int64Array
    starts: Int64Array
    key_stamps: Int64Array
    stamped: bool
    frame_count: int
    broken_from: int | None
    warnings: tuple[str, ...]
    height: int
    width: int
    orientation: Orientation
    frame_rate: float
    time_base: float
