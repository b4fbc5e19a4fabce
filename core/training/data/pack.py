"""Training data in one file small enough to be carried to another machine."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from core.errors import UserError, os_errors_as_user_errors
from core.files import staged_file, staged_folder
from core.files.owned import note_staged, refuse_overwrite, write_manifest
from core.files.pictures import encode_jpeg
from core.masks.labels import resize_labels
from core.masks.png import encode_label_map
from core.training.data.footage import Stills, Video, read_image, read_mask
from core.types import UInt8Array

MEBIBYTE = 2**20
LADDER = (
    (480, 90), (480, 80), (360, 85), (360, 70), (320, 70), (288, 70), (288, 60), (256, 60), (240, 60), (240, 45),
    (192, 50),
)  # fmt: skip
"""Short side in pixels and JPEG quality, best first: the first that fits is taken."""
SAMPLES = 60
"""Pictures from which the size of all is estimated."""
_SPARE = 1.03
_VIDEOS, _STILLS = "videos", "stills"


@dataclass(frozen=True, slots=True)
class Packed:
    """What a pack held: roots in the DAVIS layout, and the root of stills or None."""

    videos: tuple[Path, ...]
    stills: Path | None


@dataclass(frozen=True, slots=True)
class PackReport:
    """``pictures`` written to ``path`` in ``size`` bytes, at most ``short_side`` lines high, with JPEG ``quality``."""

    path: Path
    pictures: int
    size: int
    short_side: int
    quality: int


@dataclass(frozen=True, slots=True)
class _Item:
    """One picture and its mask; ``video`` and ``index`` name a frame, else it is the still ``index``."""

    place: str
    stem: str
    index: int
    video: Video | None


def write_pack(videos: Sequence[Video], stills: Stills | None, path: Path, most_bytes: int) -> PackReport:
    """Write pictures and masks to a tar file of at most ``most_bytes``, smaller and coarser as far as that needs.

    Raises:
        UserError: Where even the coarsest is too large, a picture is broken, or the file cannot be written.
    """
    items = [*_frames(videos), *_stills(stills)]
    chosen = np.random.default_rng(0).permutation(len(items))[:SAMPLES]
    for short_side, quality in LADDER:
        sample = sum(_bytes_of(items[int(i)], stills, short_side, quality) for i in chosen)
        if sample / len(chosen) * len(items) * _SPARE > most_bytes:
            continue
        size = _write(items, stills, path, short_side, quality, most_bytes)
        if size is not None:
            return PackReport(path, len(items), size, short_side, quality)
    raise UserError(
        "{count} images do not fit into {size} MiB, even at {lines} lines.",
        "Allow a larger pack (--pack-mib), or pack fewer datasets.",
        count=len(items),
        size=f"{most_bytes / MEBIBYTE:.0f}",
        lines=LADDER[-1][0],
    )


def unpack(path: Path, folder: Path) -> Packed:
    """Unpack into ``folder``, replacing what was unpacked there earlier.

    Raises:
        UserError: For a file that is missing, damaged or no pack, or a full disk.
    """
    with os_errors_as_user_errors(path, "read"):
        path.stat()
    earlier = refuse_overwrite(folder, overwrite=True)
    with staged_folder(folder) as staged:
        try:
            with tarfile.open(path) as archive:
                archive.extractall(staged.path, filter="data")
        except (tarfile.TarError, EOFError) as error:
            raise UserError(
                "{path} is damaged or not a pack.", "Write it again with `rpcm train --write-pack`.", path=path
            ) from error
        found = {child.name for child in staged.path.iterdir()}
        if not found or not found <= {_VIDEOS, _STILLS}:
            raise UserError(
                "{path} is not a pack of training data.", "Create one with `rpcm train --write-pack`.", path=path
            )
        write_manifest(staged.path)
        staged.commit(None if earlier is None else earlier.refuse_changed)
    return Packed((folder / _VIDEOS,) if _VIDEOS in found else (), folder / _STILLS if _STILLS in found else None)


def _frames(videos: Sequence[Video]) -> Iterator[_Item]:
    """Every annotated frame; videos of equal names from several data sets are told apart by a number."""
    for number, video in enumerate(videos):
        for index, frame in enumerate(video.frames):
            yield _Item(f"{_VIDEOS}/%s/{number:04d}-{video.name}", frame.stem, index, video)


def _stills(stills: Stills | None) -> Iterator[_Item]:
    for index, frame in enumerate(stills.frames if stills is not None else ()):
        yield _Item(f"{_STILLS}/%s", frame.stem, index, None)


def _write(
    items: Sequence[_Item], stills: Stills | None, path: Path, short_side: int, quality: int, most_bytes: int
) -> int | None:
    """The size written; None, and nothing left, where it became too large."""
    refuse_overwrite(path, overwrite=True)
    with staged_file(path) as staged:
        with tarfile.open(staged.path, "w") as archive:
            for item in items:
                picture, mask = _encoded(item, stills, short_side, quality)
                _add(archive, f"{item.place % 'JPEGImages'}/{item.stem}.jpg", picture)
                _add(archive, f"{item.place % 'Annotations'}/{item.stem}.png", mask)
        size = staged.path.stat().st_size
        if size > most_bytes:
            return None
        note_staged(staged)
        staged.commit()
    return size


def _add(archive: tarfile.TarFile, name: str, data: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    archive.addfile(entry, io.BytesIO(data))


def _bytes_of(item: _Item, stills: Stills | None, short_side: int, quality: int) -> int:
    """What an item takes in the file: each entry has a header and is filled up to whole blocks."""
    blocks = tarfile.BLOCKSIZE
    return sum(blocks + -(-len(data) // blocks) * blocks for data in _encoded(item, stills, short_side, quality))


def _encoded(item: _Item, stills: Stills | None, short_side: int, quality: int) -> tuple[bytes, bytes]:
    image, labels = _read(item, stills)
    height, width = labels.shape
    shrink = min(1.0, short_side / min(height, width))
    size = round(height * shrink), round(width * shrink)
    if shrink < 1:
        image = np.asarray(cv2.resize(image, size[::-1], interpolation=cv2.INTER_AREA), np.uint8)
        labels = resize_labels(labels, *size)
    return encode_jpeg(image, quality), encode_label_map(labels)


def _read(item: _Item, stills: Stills | None) -> tuple[UInt8Array, UInt8Array]:
    if item.video is not None:
        return item.video.read(item.index)
    assert stills is not None
    return read_image(stills.frames[item.index]), read_mask(stills.masks[item.index])
