"""What is known of a video file before it is decoded.

Indexes of long videos, kept between runs of the program: reading hours of packets again would take its time.

An index is used again only for a file of the same place, size, time of change and sampled content, read by the same
version of PyAV and by the same rules. One that cannot be read is built again.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import zipfile
import zlib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import av
import numpy as np
import numpy.typing as npt

from core.errors import UserError
from core.files import FileState, write_atomically
from core.paths import user_cache_dir
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
    """What :class:`core.video.source.VideoFile` knows of a file before it decodes.

    Attributes:
        stamps: (N,) presentation stamps, ascending, of the frames that the file holds.
        starts: (N,) per frame the number (in ``key_stamps``) of the keyframe from which decoding reaches it.
        key_stamps: (K, 2) presentation and decoding stamps of the keyframes.
        stamped: Whether stamps name frames. Where they do not (H.264 in AVI, raw streams), frames are counted from the
            start of the file.
        frame_count: Frames that the file holds or promises.
        broken_from: First frame that cannot be read because the file breaks off, None if it is whole.
        warnings: Sentences for the user.
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


_MOST_KEPT = 200
_RULES = 5
"""Counts how often the rules changed by which an index is made."""
_ARRAYS = ("stamps", "starts", "key_stamps")
_UNUSABLE = (UserError, OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile, zlib.error)


def load(path: Path, state: FileState, digest: str) -> VideoIndex | None:
    """The index that was kept of the file at ``path``, None where there is none that holds.

    Args:
        state: Size and time of change of the file now.
        digest: ``sampled_digest`` of the file now.
    """
    try:
        with np.load(_place(path, state), allow_pickle=False) as kept:
            about: dict[str, Any] = json.loads(str(kept["about"]))
            if about.pop("digest") != digest:
                return None
            about["orientation"] = Orientation(**about["orientation"])
            about["warnings"] = tuple(about["warnings"])
            return VideoIndex(**about, **{name: kept[name] for name in _ARRAYS})
    except _UNUSABLE:
        return None


def save(path: Path, state: FileState, digest: str, index: VideoIndex) -> None:
    """Keep ``index``. Where that cannot be done, the next opening takes as long as this one."""
    about = {field.name: getattr(index, field.name) for field in fields(index) if field.name not in _ARRAYS}
    about |= {"orientation": asdict(index.orientation), "digest": digest}
    data = io.BytesIO()
    np.savez_compressed(data, about=json.dumps(about), **{name: getattr(index, name) for name in _ARRAYS})
    with contextlib.suppress(UserError, OSError):
        place = _place(path, state)
        write_atomically(place, data.getvalue())
        _forget_oldest(place.parent)


def _place(path: Path, state: FileState) -> Path:
    key = hashlib.sha256(f"{_RULES} {av.__version__} {state} {path}".encode("utf-8", "surrogateescape")).hexdigest()
    return user_cache_dir() / "video-index" / f"{key[:32]}.npz"


def _forget_oldest(folder: Path) -> None:
    files = sorted(folder.glob("*.npz"), key=lambda file: file.stat().st_mtime_ns)
    for file in files[:-_MOST_KEPT]:
        file.unlink(missing_ok=True)
