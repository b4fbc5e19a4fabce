"""Where each frame of a video file lies: presentation stamps, keyframes, size, and how far the file can be read.

The index is built by demuxing; only the first picture is decoded. It is kept for the process, and that of a long video
on the disk (index.py).
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import dropwhile
from pathlib import Path
from typing import Any

import av
import numpy as np
import numpy.typing as npt

from core.errors import Text, UserError, os_errors_as_user_errors
from core.files import FileState, file_state, open_file
from core.video import index as video_cache
from core.video.index import Int64Array, Orientation, VideoIndex
from core.video.truncation import end_is_missing

_TEXT_CODECS = frozenset({"ansi", "bintext", "xbin", "idf"})
_REORDERED_WITHOUT_STAMPS = frozenset({"h264", "hevc", "vvc"})
_WITH_SKIPPED_PICTURES = frozenset({"hevc", "vvc"})
_MOST_REORDERING = 64
_WITHOUT_LENGTH = frozenset({"mpegts", "mpeg"})
"""Formats that do not say how long they are, so that one that breaks off looks like a whole one."""
_HIGH_RANGE = {16: "PQ", 18: "HLG"}
"""Transfer characteristics (ITU-T H.273, table 3) whose light is not brought down to the usual range."""
_ENOUGH_FOR_A_RATE = 8
"""Frames from whose times it can be told whether the rate is constant."""
_VIDEO_HINT = Text("Choose a video (mp4, mov, mkv, avi, webm ...) or a folder of images.")
_SAMPLE = 1 << 20
_FORMATS = (
    *("mov", "mp4", "m4a", "3gp", "3g2", "mj2", "matroska", "webm", "avi", "mpegts", "mpeg", "flv", "live_flv", "kux"),
    *("asf", "asf_o", "wtv", "ogg", "gif", "apng", "jpegxl_anim", "mxf", "gxf", "lxf", "nut", "nuv", "nsv", "rm"),
    *("ivr", "dv", "dhav", "swf", "ivf", "obu", "av1", "h261", "h263", "h264", "hevc", "vvc", "evc", "avs2", "avs3"),
    *("cavsvideo", "dirac", "dnxhd", "vc1", "vc1test", "mpegvideo", "m4v", "mjpeg", "mjpeg_2000", "mpjpeg", "smjpeg"),
    *("yuv4mpegpipe", "cine", "mlv", "r3d", "ser", "flic", "smk", "bink", "roq", "rpl", "film_cpk", "4xm", "wc3movie"),
    *("aac", "ac3", "aiff", "amr", "flac", "mp3", "wav", "w64", "tty"),
)
"""The formats that are opened: those that hold their own pictures, by libavformat's names, and frequent ones of sound.

A playlist (hls, dash, concat, sdp, imf ...) or a name that is a pattern (image2) would lead to other files.
"""


def _allowed_formats() -> str:
    pictures = sorted(name for name in av.formats_available if name.endswith("_pipe"))
    return ",".join((*_FORMATS, *pictures))


WORTH_KEEPING_SECONDS = 0.5
"""An index that took longer is kept for the next run of the program."""


_Row = tuple[int | None, int | None, bool, bool]
"""A packet's presentation and decoding stamps, whether it is a keyframe, and whether it is shown."""


@dataclass(frozen=True, slots=True, eq=False)
class _Packets:
    """Columns of what the demuxer says, in decoding order."""

    pts: Int64Array
    dts: Int64Array
    key: npt.NDArray[np.bool_]
    shown: npt.NDArray[np.bool_]
    stamped: bool
    cut: int | None
    missing: int


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """The PyAV container of ``path``; closed at the end. Raises UserError where it is no video."""
    container = open_container(path)
    try:
        yield container
    finally:
        container.close()


def open_container(path: Path) -> Any:
    """A new PyAV container of ``path``, to be closed by the caller. Raises UserError where it is no video."""
    if path.is_dir():
        raise UserError("'{path}' is a folder, not a video.", _VIDEO_HINT, path=path)
    open_file(path).close()
    try:
        # The prefix keeps a name with a colon from naming a protocol, the lists keep playlists off the net and off
        # other files.
        options = {"protocol_whitelist": "file", "format_whitelist": _allowed_formats()}
        container = av.open(f"file:{path}", options=options, metadata_errors="replace")
    except av.error.ArgumentError as error:
        raise UserError(
            "'{path}' is not a video, but a format that is not supported, such as a playlist.",
            "{video_hint} Open the files of a playlist one by one.",
            path=path,
            video_hint=_VIDEO_HINT,
        ) from error
    except av.error.FFmpegError as error:
        raise UserError(
            "'{path}' is not a video, or it is incomplete.",
            "{advice} If it was copied or recorded, get it again: its end may be missing.",
            path=path,
            advice=_VIDEO_HINT,
        ) from error
    try:
        _refuse_what_is_no_video(container, path)
    except UserError:
        container.close()
        raise
    return container


def _refuse_what_is_no_video(container: Any, path: Path) -> None:
    name = container.format.name
    if name.endswith("_pipe") or name == "image2":
        raise UserError("'{path}' is a single image, not a video.", "Open the folder with the images.", path=path)
    if not _tracks(container) or _tracks(container)[0].codec_context.name in _TEXT_CODECS:
        raise UserError("'{path}' does not contain a video.", _VIDEO_HINT, path=path)


def _tracks(container: Any) -> list[Any]:
    """Video tracks without cover pictures; a track whose codec is unknown has no context."""
    tracks = [s for s in container.streams.video if not s.disposition & av.stream.Disposition.attached_pic]
    return [track for track in tracks if track.codec_context is not None]


def video_track(container: Any) -> Any:
    """The track that is read: the first one that is not a cover picture."""
    return _tracks(container)[0]


def index_of(path: Path) -> VideoIndex:
    """The index of the video at ``path``, kept for the next caller while the file does not change. Raises UserError."""
    return _build(path, file_state(path))


@lru_cache(maxsize=16)
def _build(path: Path, state: FileState) -> VideoIndex:
    digest = sampled_digest([path], "video")
    index = video_cache.load(path, state, digest)
    if index is None:
        start = time.monotonic()
        index = _read(path, state[0])
        if time.monotonic() - start >= WORTH_KEEPING_SECONDS:
            video_cache.save(path, state, digest, index)
    return index


def _read(path: Path, size: int) -> VideoIndex:
    with opened(path) as container:
        track = video_track(container)
        packets = _demux(container, track, size)
        missing = end_is_missing(path, container.format.name)
        # The last frame of a whole file may be shown for long.
        container_warnings = () if missing is False else _length_warning(container, track, packets)
        packets = _cut_at_end(container.format.name, packets, missing, bool(container_warnings))
    with opened(path) as container:
        picture = _first_picture(container, path)
        return _assemble(path, packets, track=video_track(container), picture=picture, notes=container_warnings)


def _demux(container: Any, track: Any, file_size: int) -> _Packets:
    rows: list[_Row] = []
    last_corrupt = False
    shown = _shown_rule(track.codec_context.name)
    try:
        for packet in container.demux(track):
            if packet.size:
                rows.append((packet.pts, packet.dts, packet.is_keyframe, not packet.is_discard and shown(packet)))
                last_corrupt = packet.is_corrupt
    except av.error.FFmpegError:
        last_corrupt = True  # the demuxer fell off the end of a file that breaks off
    missing = _promised_beyond(container, track, len(rows), file_size)
    rows = without_skipped(track.codec_context.name, rows)
    stamped = _stamps_name_frames(container, track, rows)
    pts = np.array([row[0] if row[0] is not None else number for number, row in enumerate(rows)], np.int64)
    dts = np.array([stamp if row[1] is None else row[1] for row, stamp in zip(rows, pts, strict=True)], np.int64)
    if rows and rows[-1][1] is None:
        # So near the start nothing tells which frames are still to come.
        dts[-1] = pts.min()
    cut = int(min(dts[-1], pts[-1])) if last_corrupt and rows else (missing[0] if missing else None)
    key = np.array([row[2] for row in rows], np.bool_)
    return _Packets(pts, dts, key, np.array([row[3] for row in rows], np.bool_), stamped, cut, len(missing))


def _cut_at_end(kind: str, packets: _Packets, end_missing: bool | None, short: bool) -> _Packets:
    """The packets, cut where the end of the file shows that something before it is missing."""
    if packets.cut is not None or not packets.stamped or not len(packets.pts) or end_missing is False:
        return packets
    if kind == "gif":
        # The last picture of a GIF without its end decodes to a mixture with the one before, without any complaint.
        return replace(packets, cut=int(packets.pts.max()))
    if end_missing or short or kind in _WITHOUT_LENGTH:
        return replace(packets, cut=_first_unsure(packets, bool(end_missing)))
    return packets


def _first_unsure(packets: _Packets, surely: bool) -> int | None:
    """The first stamp of a file that breaks off before which a frame may be missing; None where there is none.

    Frames that depend on later ones are stored behind those. A frame that was cut off has a later decoding stamp than
    all that are there, and is never shown before it: only the few frames shown after the last decoding stamp are
    unsure. At a constant rate a gap among those tells where the missing ones belong. At a varying rate all of them are
    given up where the file ``surely`` breaks off; where that is not known either, as in a transport stream that ends
    with a whole packet, they count as they are.
    """
    stamps = np.sort(packets.pts[packets.shown])
    sure = max(int(np.searchsorted(stamps, packets.dts[-1], side="right")), 1)
    if sure >= len(stamps):
        return None
    steps = np.diff(stamps)
    usual = np.median(steps[: max(sure - 1, 1)])
    wide, body = steps > 1.5 * usual, slice(0, sure - 1)
    if sure < _ENOUGH_FOR_A_RATE or wide[body].any() or (steps[body] < 0.5 * usual).any():
        return int(stamps[sure]) if surely else None
    gaps = np.flatnonzero(wide)
    return int(stamps[gaps[0] + 1]) if len(gaps) else None


def _shown_rule(codec: str) -> Callable[[Any], bool]:
    """VP8 may store pictures that are never shown; bit 4 of their first byte is clear (RFC 6386, section 9.1)."""
    if codec in ("vp8", "libvpx"):
        return lambda packet: bool(bytes(packet)[0] & 0x10)
    return lambda _: True


def _promised_beyond(container: Any, track: Any, found: int, file_size: int) -> list[int]:
    """Decoding stamps of the frames that an mp4's table lists behind the end of the file."""
    if "mov" not in container.format.name or len(track.index_entries) <= found:
        return []
    entries: Sequence[Any] = track.index_entries[found : len(track.index_entries)]
    return [entry.timestamp for entry in entries] if entries[-1].pos + entries[-1].size > file_size else []


def without_skipped(codec: str, rows: list[_Row]) -> list[_Row]:
    """``rows`` without the pictures that a cut left behind the first keyframe and that no decoder shows.

    They refer to pictures before the keyframe (RASL, ITU-T H.265, section 8.1.3); a file cut into Matroska without
    encoding has them without stamps.
    """
    if codec not in _WITH_SKIPPED_PICTURES or not rows or rows[0][0] is None or not rows[0][2]:
        return rows
    shown = list(dropwhile(lambda row: row[0] is None, rows[1:]))
    return rows if any(row[0] is None for row in shown) else [rows[0], *shown]


def _stamps_name_frames(container: Any, track: Any, rows: list[_Row]) -> bool:
    stamps = [row[0] for row in rows if row[3]]
    if any(stamp is None for stamp in stamps) or len(set(stamps)) < len(stamps):
        return False
    codec = track.codec_context.name
    if container.format.name == "avi" and codec in _REORDERED_WITHOUT_STAMPS and not all(row[2] for row in rows):
        return False
    rank = np.argsort(np.argsort(np.array(stamps, np.int64)))
    return bool(np.abs(rank - np.arange(len(stamps))).max(initial=0) <= _MOST_REORDERING)


def _length_warning(container: Any, track: Any, packets: _Packets) -> tuple[str, ...]:
    """A sentence where a file without table of contents says that it is longer than what it holds."""
    if not container.duration or not len(packets.pts) or track.time_base is None:
        return ()
    promised = container.duration / av.time_base
    # Stamps begin below zero where those of a transport stream wrap around in mid-clip.
    length = packets.pts.max() - min(packets.pts.min(), 0)
    found = float(length * track.time_base) if packets.stamped else promised
    slack = 2.0 if len(container.streams) > 1 else max(0.3, 3 / float(track.average_rate or 25))
    if promised - found <= slack:
        return ()
    return (
        Text(
            "The file claims to last {promised} s, but its last frame is at {found} s.",
            promised=f"{promised:.1f}",
            found=f"{found:.1f}",
        ),
    )


def _first_picture(container: Any, path: Path) -> Any:
    try:
        return next(container.decode(video_track(container)))
    except (av.error.FFmpegError, StopIteration) as error:
        raise _nothing_readable(path) from error


def _nothing_readable(path: Path) -> UserError:
    return UserError(
        "No frame of the video '{path}' can be decoded.",
        "The file is damaged or incomplete. Copy or export it again.",
        path=path,
    )


def _assemble(path: Path, packets: _Packets, *, track: Any, picture: Any, notes: tuple[str, ...]) -> VideoIndex:
    key = packets.key.copy()
    key[0] = True
    key_stamps = np.stack([packets.pts[key], packets.dts[key]], axis=1)
    key_stamps = key_stamps[np.argsort(key_stamps[:, 0])]
    # A recording that begins between keyframes is shown from the first picture that comes out of it.
    first = int(picture.pts) if picture.pts is not None and not packets.key[0] else int(key_stamps[0, 0])
    # What is shown before the first keyframe refers to pictures that are not in the file.
    usable = packets.shown & (packets.pts >= max(key_stamps[0, 0], first)) if packets.stamped else packets.shown
    stamps = np.sort(packets.pts[usable])
    if not len(stamps):
        raise _nothing_readable(path)
    starts = np.searchsorted(key_stamps[:, 0], stamps, side="right") - 1
    frame_count = len(stamps) + packets.missing
    broken_from = _broken_from(packets, stamps)
    orientation = _orientation(picture)
    height, width = (picture.width, picture.height) if orientation.transpose else (picture.height, picture.width)
    return VideoIndex(
        stamps=stamps,
        starts=starts if packets.stamped else np.zeros_like(starts),
        key_stamps=key_stamps,
        stamped=packets.stamped,
        frame_count=frame_count,
        broken_from=broken_from,
        warnings=_warnings(path, frame_count, broken_from, picture) + notes,
        height=height,
        width=width,
        orientation=orientation,
        frame_rate=_frame_rate(track, stamps, packets.stamped),
        time_base=float(track.time_base),
    )


def _broken_from(packets: _Packets, stamps: Int64Array) -> int | None:
    if packets.cut is None:
        return None
    if not packets.stamped:
        return max(0, len(stamps) - 1)
    # No missing frame is shown before its decoding stamp, so every frame before that stamp has its true number.
    return int(np.searchsorted(stamps, packets.cut))


def _warnings(path: Path, frame_count: int, broken_from: int | None, picture: Any) -> tuple[str, ...]:
    notes: tuple[Text, ...] = ()
    if picture.interlaced_frame:
        notes = (Text("The video is interlaced, so fast motion shows comb artefacts."),)
    if picture.color_trc in _HIGH_RANGE:
        notes += (
            Text(
                "The video has a high dynamic range ({kind}), so it looks flat here.",
                kind=_HIGH_RANGE[picture.color_trc],
            ),
        )
    if broken_from is None:
        return notes
    text = Text(
        "'{name}' is incomplete: only the first {readable} of {count} frames can be read.",
        name=path.name,
        count=frame_count,
        readable=broken_from,
    )
    return (text, *notes)


def _orientation(picture: Any) -> Orientation:
    """From the display matrix (libavutil/display.h): (x, y) is shown at (a x + c y, b x + d y)."""
    for data in picture.side_data:
        if data.type.name == "DISPLAYMATRIX":
            a, b, _, c, d = np.frombuffer(bytes(data), np.int32)[:5]
            if b == 0 and c == 0:
                return Orientation(False, bool(a < 0), bool(d < 0))
            if a == 0 and d == 0:
                return Orientation(True, bool(c < 0), bool(b < 0))
    return Orientation()


def _frame_rate(track: Any, stamps: Int64Array, stamped: bool) -> float:
    nominal = float(track.average_rate or track.guessed_rate or 25)
    span = float(stamps[-1] - stamps[0]) * float(track.time_base) if stamped and len(stamps) > 1 else 0.0
    measured = (len(stamps) - 1) / span if span > 0 else nominal
    # Stamps are rounded (to 1 ms in mkv), the nominal rate is not; but it is wrong where the rate varies.
    return nominal if abs(measured / nominal - 1) < 0.01 else measured


def sampled_digest(paths: Sequence[Path], salt: str) -> str:
    """SHA-256 over ``salt`` and the size, first, middle and last MiB of each file. Raises UserError."""
    # Names of files may hold bytes that are not UTF-8, or on Windows single surrogates.
    digest = hashlib.sha256(salt.encode("utf-8", "surrogatepass" if os.name == "nt" else "surrogateescape"))
    for path in paths:
        with open_file(path) as file, os_errors_as_user_errors(path, "read"):
            size = path.stat().st_size
            digest.update(str(size).encode())
            for offset in sorted({0, max(0, size // 2 - _SAMPLE // 2), max(0, size - _SAMPLE)}):
                file.seek(offset)
                digest.update(file.read(_SAMPLE))
    return digest.hexdigest()
