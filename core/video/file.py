"""A video file as frames with exact numbers: PyAV, seeking by an index of presentation stamps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import av
import numpy as np

from core.errors import Text, UserError
from core.files import file_state, refuse_changed
from core.types import Frame, UInt8Array, read_only
from core.video.frame_source import FrameSource, ReadGivenUpError, Times
from core.video.index_reader import index_of, open_container, sampled_digest, video_track

_BT601, _BT709, _UNSPECIFIED = 5, 1, 2
_MOST_LINES_OF_STANDARD_DEFINITION = 576
_KEYFRAMES_BACK = (0, 1, 2, 4, 8)
"""Where a seek to a keyframe led astray, one to a keyframe so many before it is tried."""


class VideoFile(FrameSource):
    """The frames of a video file, RGB, turned upright where the file says so.

    Frame ``n`` is the n-th in order of presentation, at a constant or varying rate. Pixels are those stored: a pixel
    aspect ratio is not applied. One thread owns an instance; another thread opens its own, which is cheap because the
    index is shared.

    Attributes:
        broken_from: First frame that cannot be read because the file breaks off, None if it is whole.
        warnings: Sentences for the user about what is wrong with the file, mostly none.

    Raises:
        UserError: The file is missing, unreadable or no video.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path).absolute()
        self._state = file_state(self.path)
        self._index = index = index_of(self.path)
        self.frame_count = index.frame_count
        self.height = index.height
        self.width = index.width
        self.fps = index.frame_rate
        self.broken_from = index.broken_from
        self.warnings = index.warnings
        self._is_pointless: Callable[[], bool] = lambda: False
        self._container: Any = None
        self._pictures: Iterator[tuple[int, Any]] = iter(())
        self._next = -1
        self._last: Frame | None = None
        self._damaged_starts: set[int] = set()

    def times(self) -> Times:
        """(frame_count,) seconds from the first frame at which each is shown; frames that are missing at even steps."""
        count = self.frame_count
        if not self._index.stamped:
            return np.arange(count) / self.fps
        known = (self._index.stamps - self._index.stamps[0]) * self._index.time_base
        beyond = np.arange(1, count - len(known) + 1) / self.fps
        return np.concatenate([known[:count], known[-1] + beyond])

    def read(self, index: int) -> Frame:
        """Decode frame ``index``, 0 .. frame_count - 1.

        Raises:
            IndexError: There is no such frame.
            UserError: The frame is broken, the picture changes its size there, or the file changed meanwhile.
            ReadGivenUpError: What :meth:`give_up` was given says so.
        """
        if not 0 <= index < self.frame_count:
            raise IndexError(f"frame {index} of {self.frame_count}")
        if self._last is None or self._last.index != index:
            self._last = self._decode(index)
        return self._last

    def give_up(self, pointless: Callable[[], bool]) -> None:
        """``pointless`` is asked after each picture on the way from a keyframe to the frame that is read."""
        self._is_pointless = pointless

    def fingerprint(self) -> str:
        """SHA-256 of the file's size and of samples of its content; the same wherever the file lies."""
        return sampled_digest([self.path], "video")

    def close(self) -> None:
        """Release the file. Reading again opens it again."""
        if self._container is not None:
            self._container.close()
        self._container, self._next, self._last = None, -1, None

    def _decode(self, index: int) -> Frame:
        if self.broken_from is not None and index >= self.broken_from:
            raise self._broken(index)
        if not self._ahead(index):
            self._go_to(index)
        picture = self._advance_to(index)
        start = int(self._index.starts[index])
        if picture is None and start not in self._damaged_starts:
            # A keyframe that needs earlier pictures after all: decode from the very start, without frame threads.
            self._open("SLICE")
            picture = self._advance_to(index)
            if picture is None:
                self._damaged_starts.add(start)
        if picture is None:
            refuse_changed(self.path, self._state)
            raise self._broken(index)
        return self._frame(index, picture)

    def _ahead(self, index: int) -> bool:
        """Whether decoding on reaches ``index`` no later than a seek would."""
        if not 0 <= self._next <= index:
            return False
        return index == self._next or self._index.starts[index] <= self._index.starts[self._next]

    def _advance_to(self, index: int) -> Any:
        for number, picture in self._pictures:
            self._next = number + 1
            if number == index:
                return None if picture.is_corrupt else picture
            if number > index:
                break
            if self._is_pointless():
                raise ReadGivenUpError
        return None

    def _open(self, threads: str = "AUTO") -> None:
        self.close()
        self._container = open_container(self.path)
        track = video_track(self._container)
        track.thread_type = threads
        self._pictures = self._numbered(self._packets())
        self._next = 0

    def _go_to(self, index: int) -> None:
        # The index would lead astray in another file.
        refuse_changed(self.path, self._state)
        start = int(self._index.starts[index])
        if self._container is None or not self._index.stamped:
            self._open()
        if not self._index.stamped or (start == 0 and self._next == 0):
            return
        # Containers seek by presentation or by decoding stamp: what comes out is checked, later tries are earlier.
        for back in _KEYFRAMES_BACK:
            for stamp in self._index.key_stamps[max(start - back, 0)]:
                if self._seek(int(stamp), int(self._index.key_stamps[start, 0])):
                    self._next = int(np.searchsorted(self._index.starts, start))
                    return
        self._open()

    def _seek(self, stamp: int, key_stamp: int) -> bool:
        """Go to the packet of the keyframe, by way of ``stamp``; False where it does not come out as it should.

        After a seek a program stream may give stamps that are shifted, until one is written down again.
        """
        try:
            self._container.seek(stamp, stream=video_track(self._container))
        except av.error.FFmpegError:
            return False
        packets = self._packets()
        for packet in packets:
            if packet.pts is not None and packet.pts > key_stamp:
                return False
            if packet.pts == key_stamp and (packet.is_keyframe or key_stamp == self._index.key_stamps[0, 0]):
                self._pictures = self._numbered(chain([packet], packets))
                return True
        return False

    def _packets(self) -> Iterator[Any]:
        try:
            yield from self._container.demux(video_track(self._container))
        except av.error.FFmpegError:
            return  # the file breaks off; the index says where

    def _numbered(self, packets: Iterator[Any]) -> Iterator[tuple[int, Any]]:
        stamps = self._index.stamps
        for count, picture in enumerate(_pictures(packets)):
            if not self._index.stamped:
                yield count, picture
                continue
            number = int(np.searchsorted(stamps, picture.pts)) if picture.pts is not None else len(stamps)
            if number < len(stamps) and stamps[number] == picture.pts:
                yield number, picture

    def _frame(self, index: int, picture: Any) -> Frame:
        image = self._index.orientation.apply(_to_rgb(picture))
        if image.shape[:2] != (self.height, self.width):
            raise UserError(
                "Frame {index} of '{name}' is {size}, but the frames before it are {first_size}.",
                "Convert the video to a single frame size, for example with ffmpeg.",
                index=index,
                name=self.path.name,
                size=f"{image.shape[1]}x{image.shape[0]}",
                first_size=f"{self.width}x{self.height}",
            )
        stamps = self._index.stamps
        stamped = self._index.stamped
        time = float(stamps[index] - stamps[0]) * self._index.time_base if stamped else index / self.fps
        return Frame(index, read_only(image), time)

    def _broken(self, index: int) -> UserError:
        if self.broken_from is not None and index >= self.broken_from:
            what = Text(
                "the file ends there ({readable} of {count} frames can be read).",
                readable=self.broken_from,
                count=self.frame_count,
            )
        else:
            what = Text("it is damaged.")
        return UserError(
            "Frame {index} of '{name}' cannot be read: {reason}",
            "Copy or export the video again. The frames before it can still be used.",
            index=index,
            name=self.path.name,
            reason=what,
        )


def _pictures(packets: Iterator[Any]) -> Iterator[Any]:
    for packet in packets:
        try:
            yield from packet.decode()
        except (av.error.InvalidDataError, av.error.ExternalError, av.error.PatchWelcomeError):
            continue  # its frame never comes out, which the reader notices and tells


def _to_rgb(picture: Any) -> UInt8Array:
    """(H, W, 3) RGB 0..255, by the picture's own matrix and range; untold, by the custom for its height."""
    matrix = None
    if picture.colorspace == _UNSPECIFIED:
        matrix = _BT709 if picture.height > _MOST_LINES_OF_STANDARD_DEFINITION else _BT601
    image: UInt8Array = picture.to_ndarray(format="rgb24", src_colorspace=matrix)
    return image
