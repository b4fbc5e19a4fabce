"""Whether a video file's own structure shows that its end is missing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from core.errors import os_errors_as_user_errors
from core.files import open_file

_HEAD = 4096
_GIF_END = b"\x3b"
_SEGMENT = b"\x18\x53\x80\x67"
_TS_SYNC = 0x47
_TS_PACKETS = ((188, 0), (192, 4), (204, 0))
"""Size of a packet and where in it the synchronisation byte is: plain, with a time code, with error correction."""
_FLV_TAGS = frozenset({8, 9, 18})
_FLV_TAG_HEAD = 11


def end_is_missing(path: Path, kind: str) -> bool | None:
    """Whether the file at ``path``, of the format ``kind`` (libavformat's name), breaks off; None where nothing tells.

    Raises UserError where it cannot be read.
    """
    check = next((check for name, check in _CHECKS.items() if name in kind), None)
    return None if check is None else check(path)


def _matroska(path: Path) -> bool | None:
    """A file shorter than its segment says (RFC 8794, section 4: sizes of variable length)."""
    head = _part(path, 0, _HEAD)
    place = head.find(_SEGMENT) + len(_SEGMENT)
    if place < len(_SEGMENT) or place + 8 > len(head) or not head[place]:
        return None
    length = 9 - head[place].bit_length()
    size = int.from_bytes(head[place : place + length], "big") & ((1 << 7 * length) - 1)
    is_unknown = size == (1 << 7 * length) - 1
    return None if is_unknown else path.stat().st_size < place + length + size


def _transport_stream(path: Path) -> bool | None:
    """A stream that ends within a packet (ISO/IEC 13818-1, section 2.4.3.2); a whole one at its end tells nothing."""
    head = _part(path, 0, _HEAD)
    for size, sync in _TS_PACKETS:
        marks = head[sync::size][:8]
        if len(marks) >= 2 and set(marks) == {_TS_SYNC}:
            return True if path.stat().st_size % size else None
    return None


def _flash(path: Path) -> bool | None:
    """A file that does not end with a whole tag and its length (Adobe Flash Video File Format 10.1, annex E.3).

    One that does tells nothing.
    """
    size = path.stat().st_size
    length = int.from_bytes(_part(path, size - 4, 4), "big")
    head = _part(path, max(size - 4 - length, 0), 4)
    is_whole = len(head) == 4 and head[0] in _FLV_TAGS and int.from_bytes(head[1:], "big") + _FLV_TAG_HEAD == length
    return None if is_whole else True


def _gif(path: Path) -> bool:
    """A file without the trailer (GIF89a, section 27)."""
    return _part(path, path.stat().st_size - 1, 1) != _GIF_END


def _mp4(_path: Path) -> bool:
    """Its table lists every frame: those beyond the end of the file are looked for there."""
    return False


_CHECKS: dict[str, Callable[[Path], bool | None]] = {
    "mov": _mp4,
    "matroska": _matroska,
    "mpegts": _transport_stream,
    "flv": _flash,
    "gif": _gif,
}


def _part(path: Path, offset: int, length: int) -> bytes:
    with open_file(path) as file, os_errors_as_user_errors(path, "read"):
        file.seek(max(offset, 0), os.SEEK_SET)
        return file.read(length)
