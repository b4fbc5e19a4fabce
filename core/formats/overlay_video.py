"""A video of the clip with its masks laid over it, at the times of the source's frames: H.264, else VP9, in MP4."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from core.errors import UserError
from core.files import staged_file
from core.files.owned import note_staged, refuse_overwrite
from core.formats.common.contract import (
    ExportOptions,
    ExportReport,
    LabelledClip,
    OptionName,
    never_stop,
    no_progress,
    resized,
    selected_frames,
    selected_labels,
    selected_objects,
    selected_size,
)
from core.masks.drawing import blend, draw_outline
from core.progress import Progress, ShouldStop
from core.types import UInt8Array
from core.video.source import sources_of

_ENCODERS: Mapping[str, dict[str, str]] = {
    "libx264": {"crf": "18", "preset": "veryfast"},
    "libvpx-vp9": {"crf": "24", "b:v": "0", "deadline": "realtime", "cpu-used": "6"},
}
"""By preference, with options for near-transparent quality. Free builds of FFmpeg have no x264."""
_BT709, _LIMITED_RANGE = 1, 1
_FINEST_TICKS = 90_000


class OverlayVideoFormat:
    """Writes MP4. Sides of odd length gain a repeated row or column, which 4:2:0 video needs."""

    id = "overlay"
    title = "Overlay video (MP4)"
    heeds: frozenset[OptionName] = frozenset({"opacity"})
    is_folder = False
    suffix = ".mp4"

    def write(
        self,
        clip: LabelledClip,
        destination: Path,
        options: ExportOptions,
        progress: Progress = no_progress,
        should_stop: ShouldStop = never_stop,
    ) -> ExportReport | None:
        """See :class:`.DatasetFormat`. A frame left out lengthens the one before it."""
        frames = selected_frames(clip, options)
        colours = {each.id: each.colour for each in selected_objects(clip, options)}
        size = selected_size(clip, options)
        refuse_overwrite(destination, options.overwrite, sources_of(clip.frames))
        with staged_file(destination) as staged:
            with staged.path.open("wb") as file, VideoWriter(file, clip.frames.fps) as writer:
                for done, index in enumerate(frames):
                    if should_stop():
                        return None
                    frame = clip.frames.read(index)
                    image = resized(frame.image, size)
                    labels = selected_labels(clip, index, options)
                    writer.write(_painted(image, labels, colours, options.opacity), frame.time)
                    progress(done + 1, len(frames))
            note_staged(staged)
            staged.commit()
        return ExportReport(destination, len(frames), (*staged.notes, *clip.notes()))


def _painted(
    image: UInt8Array, labels: UInt8Array, colours: Mapping[int, tuple[int, int, int]], opacity: float
) -> UInt8Array:
    return draw_outline(blend(image, labels, colours, opacity), labels, colours)


class VideoWriter:
    """Encodes RGB pictures of one size into MP4 with BT.709 colours. Use it as a context manager.

    Args:
        file: A binary file open for writing that can seek.
        fps: Frames per second; exact for the usual rates such as 30000/1001.

    Raises:
        UserError: This build of FFmpeg has no encoder that we use.
    """

    def __init__(self, file: Any, fps: float) -> None:
        self._rate = Fraction(fps).limit_denominator(1001)
        # A multiple of the rate's numerator, so that frames of a constant rate lie exactly on ticks.
        self._tick = Fraction(1, self._rate.numerator * -(-_FINEST_TICKS // self._rate.numerator))
        self._encoder = _encoder()
        self._container = av.open(file, "w", format="mp4")
        self._track: Any = None
        self._start = 0.0
        self._last_stamp = -1

    def __enter__(self) -> VideoWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._give_up()
            return
        try:
            if self._track is not None:
                self._container.mux(self._track.encode())
            self._container.close()
        except OSError:
            self._give_up()
            raise

    def _give_up(self) -> None:
        # What was begun and failed is thrown away. Closing tries to write on, and what it says would hide the cause.
        with suppress(OSError, av.error.FFmpegError):
            self._container.close()

    def write(self, image: UInt8Array, time: float) -> None:
        """Add ``image`` (H, W, 3) RGB, shown from ``time`` on (seconds, ascending; the first one counts as 0)."""
        even = np.pad(image, ((0, image.shape[0] % 2), (0, image.shape[1] % 2), (0, 0)), mode="edge")
        if self._track is None:
            self._start = time
            self._track = self._new_track(even.shape[0], even.shape[1])
        picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(even), format="rgb24")
        picture = picture.reformat(format="yuv420p", dst_colorspace=_BT709, dst_color_range=_LIMITED_RANGE)
        picture.pts = max(self._last_stamp + 1, round((time - self._start) / self._tick))
        picture.time_base = self._tick
        self._last_stamp = picture.pts
        self._container.mux(self._track.encode(picture))

    def _new_track(self, height: int, width: int) -> Any:
        track: Any = self._container.add_stream(self._encoder, rate=self._rate, options=_ENCODERS[self._encoder])
        track.height, track.width, track.pix_fmt = height, width, "yuv420p"
        context = track.codec_context
        context.time_base = self._tick
        context.colorspace = context.color_primaries = context.color_trc = _BT709
        context.color_range = _LIMITED_RANGE
        return track


def _encoder() -> str:
    for name in _ENCODERS:
        if name in av.codecs_available:
            return name
    raise UserError(
        "This build of FFmpeg cannot encode H.264 or VP9.",
        "Install PyAV from PyPI ('pip install av'), which has both.",
    )
