"""Proxies: small copies of the frames of very large clips, for the eye alone, each frame reachable at once.

A proxy is one file in the user's cache folder, named by the clip's fingerprint: a JPEG for every frame, then a table of
where each lies, with its checksum and its time. What reads frames to compute with them (propagation, export, training,
evaluation) takes a ``FrameSource``; a :class:`Proxy` is none, gives no ``Frame``, and no source leads to it.
"""

from __future__ import annotations

import json
import struct
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import cv2
import numpy as np
import numpy.typing as npt

from core.errors import Text, UserError, os_errors_as_user_errors
from core.files import staged_file
from core.files.pictures import encode_jpeg
from core.paths import user_cache_dir
from core.progress import Progress, ShouldStop
from core.types import UInt8Array, read_only
from core.video.frame_source import FrameSource, Times

WORTH_IT = 3840
"""Pixels along the longer edge from which on a proxy can be made."""
LONG_EDGE = 1600
"""Pixels along the longer edge of a proxy's pictures."""
_QUALITY = 85
_MAGIC = b"RPCMPRX1"
_END = struct.Struct("<QQI8s")
"""Where the table begins, where what is said about it begins, checksum of both, the magic again."""
_ROW = np.dtype([("offset", "<u8"), ("length", "<u4"), ("crc", "<u4"), ("time", "<f8")])
_ABANDONED_SECONDS = 3600.0

_Table = npt.NDArray[Any]


class FaultyProxyError(UserError):
    """A proxy that must not be shown: damaged, incomplete, gone, or of another clip."""


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """A frame made small, to be looked at: RGB ``uint8`` (h, w, 3), and seconds from the clip's start."""

    index: int
    image: UInt8Array
    time: float


class Proxy:
    """The small pictures of a clip. Any thread may read: nothing stays open between reads.

    Attributes:
        path: The file.
        frame_count: Of the clip, and of its pictures.
        size: Bytes on the disk.
    """

    def __init__(self, path: Path, table: _Table, shape: tuple[int, int], size: int) -> None:
        self.path, self.frame_count, self.size = path, len(table), size
        self._table, self._shape = table, shape

    def read(self, index: int) -> Preview | None:
        """The picture of frame ``index``; None where the clip's own frame could not be read when the proxy was made.

        Raises:
            IndexError: There is no such frame.
            FaultyProxyError: It is not what was written there.
        """
        if not 0 <= index < self.frame_count:
            raise IndexError(f"frame {index} of {self.frame_count}")
        row = self._table[index]
        if not row["length"]:
            return None
        data = _part(self.path, int(row["offset"]), int(row["length"]))
        if len(data) != row["length"] or zlib.crc32(data) != row["crc"]:
            raise _faulty(self.path, Text("is damaged"))
        image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR_RGB)
        if image is None or image.shape[:2] != self._shape:
            raise _faulty(self.path, Text("is damaged"))
        return Preview(index, read_only(np.asarray(image, np.uint8)), float(row["time"]))


def worth_it(height: int, width: int) -> bool:
    """Whether frames of this size are large enough for a proxy."""
    return max(height, width) >= WORTH_IT


def small_size(height: int, width: int) -> tuple[int, int]:
    """Height and width of a proxy's pictures."""
    scale = LONG_EDGE / max(height, width)
    return max(round(height * scale), 1), max(round(width * scale), 1)


def proxy_path(fingerprint: str) -> Path:
    """Where the proxy of the clip with this fingerprint lies, whether there is one or not. Raises UserError."""
    return user_cache_dir() / "proxies" / f"{fingerprint[:32]}.proxy"


def make_proxy(source: FrameSource, progress: Progress, should_stop: ShouldStop = lambda: False) -> Proxy | None:
    """Make the proxy of ``source``, in the place of one that is there already.

    Returns None, leaving nothing behind and an earlier proxy as it was, where ``should_stop`` said so.
    Raises UserError where the frames are too small, change meanwhile, or the cache folder cannot be written.
    """
    if not worth_it(source.height, source.width):
        raise UserError(
            "The frames of '{name}' are only {size} pixels, so they do not need a proxy.",
            "Proxies are for frames of {least} pixels or more on the longer side.",
            name=source.path.name,
            size=f"{source.width}x{source.height}",
            least=WORTH_IT,
        )
    fingerprint = source.fingerprint()
    place = proxy_path(fingerprint)
    with staged_file(place) as staged:
        _sweep(place.parent, staged.path)
        with staged.path.open("wb") as file:
            complete = _write(file, source, fingerprint, progress, should_stop)
        if not complete:
            return None
        if source.fingerprint() != fingerprint:
            raise UserError(
                "'{path}' changed while its proxy was being made.",
                "Open it again, then make the proxy.",
                path=source.path,
            )
        staged.commit()
    return _opened(place, source, fingerprint)


def open_proxy(source: FrameSource) -> Proxy | None:
    """The proxy of ``source``, None where there is none. Raises FaultyProxyError where it must not be shown."""
    fingerprint = source.fingerprint()
    place = proxy_path(fingerprint)
    return _opened(place, source, fingerprint) if place.is_file() else None


def remove_proxy(fingerprint: str) -> bool:
    """Remove the proxy of the clip with this fingerprint; False where there was none. Raises UserError."""
    place = proxy_path(fingerprint)
    if not place.is_file():
        return False
    with os_errors_as_user_errors(place, "remove"):
        place.unlink(missing_ok=True)
    return True


def _write(file: BinaryIO, source: FrameSource, fingerprint: str, progress: Progress, should_stop: ShouldStop) -> bool:
    count, shape = source.frame_count, small_size(source.height, source.width)
    table = np.zeros(count, _ROW)
    table["time"] = source.times()
    file.write(_MAGIC)
    for index in range(count):
        if should_stop():
            return False
        data = _picture(source, index, shape)
        table[index]["offset"], table[index]["length"], table[index]["crc"] = file.tell(), len(data), zlib.crc32(data)
        file.write(data)
        progress(index + 1, count)
    about = {"fingerprint": fingerprint, "frames": count, "of": [source.height, source.width], "size": shape}
    rows, words, start = table.tobytes(), json.dumps(about).encode(), file.tell()
    file.write(rows + words)
    file.write(_END.pack(start, start + len(rows), zlib.crc32(rows + words), _MAGIC))
    return True


def _picture(source: FrameSource, index: int, shape: tuple[int, int]) -> bytes:
    """The JPEG of a frame; nothing where the frame cannot be read, of which the source tells anyone who wants it."""
    try:
        image = source.read(index).image
    except UserError:
        return b""
    small = cv2.resize(image, shape[::-1], interpolation=cv2.INTER_AREA)
    return encode_jpeg(np.asarray(small, np.uint8), _QUALITY)


def _opened(place: Path, source: FrameSource, fingerprint: str) -> Proxy:
    table, about, size = _contents(place)
    expected = {"fingerprint": fingerprint, "frames": source.frame_count, "of": [source.height, source.width]}
    if any(about.get(key) != value for key, value in expected.items()) or len(table) != source.frame_count:
        raise _faulty(place, Text("was made from other frames than those of '{name}'", name=source.path.name))
    times: Times = source.times()
    if not np.array_equal(table["time"], times):
        raise _faulty(place, Text("was made from frames at other times than those of '{name}'", name=source.path.name))
    height, width = about["size"]
    return Proxy(place, table, (height, width), size)


def _contents(place: Path) -> tuple[_Table, dict[str, Any], int]:
    """Table, what is said about it, and the file's size. Raises FaultyProxyError where it is not whole."""
    with os_errors_as_user_errors(place, "read"):
        size = place.stat().st_size
    end = _part(place, max(size - _END.size, 0), _END.size)
    if len(end) < _END.size or not end.endswith(_MAGIC):
        raise _faulty(place, Text("is incomplete"))
    start, words, crc, _ = _END.unpack(end)
    if not len(_MAGIC) <= start <= words <= size - _END.size or (words - start) % _ROW.itemsize:
        raise _faulty(place, Text("is damaged"))
    data = _part(place, start, size - _END.size - start)
    if zlib.crc32(data) != crc:
        raise _faulty(place, Text("is damaged"))
    about: dict[str, Any] = json.loads(data[words - start :])
    return np.frombuffer(data[: words - start], _ROW), about, size


def _part(place: Path, offset: int, length: int) -> bytes:
    try:
        with place.open("rb") as file:
            file.seek(offset)
            return file.read(length)
    except FileNotFoundError as error:
        raise _faulty(place, Text("is gone")) from error
    except OSError as error:
        raise _faulty(place, Text("cannot be read ({error})", error=error.strerror)) from error


def _faulty(place: Path, why: str) -> FaultyProxyError:
    return FaultyProxyError(
        "The proxy '{path}' {reason}; full frames are shown instead.",
        "Make it again, or remove it.",
        path=place,
        reason=why,
    )


def _sweep(folder: Path, own: Path) -> None:
    """Remove what makers that were killed left half-made; what one is still at was written a moment ago."""
    for part in folder.glob(".*.part"):
        with suppress(OSError):
            if part != own and time.time() - part.stat().st_mtime > _ABANDONED_SECONDS:
                part.unlink()
