"""Fuzz one reader of files that come from anywhere, guided by coverage. See README.md beside this file.

A reader may answer with a value or refuse with UserError (or, below the readers, ValueError); whatever else escapes, a
crash, or memory or time without end is a find.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import atheris  # type: ignore[import-untyped, unused-ignore]

with atheris.instrument_imports(include=["core"]):
    from core import formats
    from core.errors import UserError
    from core.files import documents
    from core.files.documents import parse_json
    from core.formats.common.reading import coco_mask_of
    from core.masks.png import read_label_map
    from core.masks.rle import decode_rle, rle_bbox
    from core.project.integrity import examine
    from core.project.maintenance.repair import salvage
    from core.project.store import ProjectStore
    from core.video.image_folder import ImageFolder
    from core.video.source import open_source

from PIL import Image

FOLDER = Path(tempfile.mkdtemp(prefix="rpcm-fuzz-"))
SIDE = (6, 8)


def _frames() -> ImageFolder:
    folder = FOLDER / "frames"
    folder.mkdir(exist_ok=True)
    for index in range(2):
        Image.new("RGB", (SIDE[1], SIDE[0])).save(folder / f"{index:05d}.png")
    return ImageFolder(folder)


def _written(name: str, data: bytes) -> Path:
    path = FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _dataset(kind: str, name: str) -> Callable[[bytes], None]:
    frames, root = _frames(), FOLDER / kind

    def read(data: bytes) -> None:
        _written(f"{kind}/{name}", data)
        reader = formats.reader(kind)
        for sequence in reader.sequences(root):
            clip = reader.read(root, sequence, frames)
            for index in range(2):
                clip.labels(index)
            clip.notes()

    return read


def _run_lengths(data: bytes) -> None:
    for read in (decode_rle, rle_bbox):
        try:
            read(data, *SIDE)
        except ValueError:
            continue


def _segmentation(data: bytes) -> None:
    try:
        coco_mask_of(parse_json(data), *SIDE)
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError):
        return  # what ``understood`` turns into a message


def _mask(data: bytes) -> None:
    read_label_map(_written("mask.png", data), allow_empty=True)


def _xml(data: bytes) -> None:
    try:
        documents.parse_xml(data)
    except ValueError:
        return


def _project(data: bytes) -> None:
    path = _written("p.rpcm", data)
    examine(path, lambda _done, _total: None)
    ProjectStore.open(path, read_only=True).close()


def _repair(data: bytes) -> None:
    target = FOLDER / "repaired.rpcm"
    target.unlink(missing_ok=True)
    salvage(_written("q.rpcm", data), target)


def _video(data: bytes) -> None:
    with open_source(_written("clip.mp4", data)) as source:
        source.read(source.frame_count - 1)


READERS: dict[str, Callable[[], Callable[[bytes], None]]] = {
    "run-lengths": lambda: _run_lengths,
    "segmentation": lambda: _segmentation,
    "xml": lambda: _xml,
    "mask": lambda: _mask,
    "coco": lambda: _dataset("coco", "annotations/instances_all.json"),
    "youtube-vis": lambda: _dataset("youtube-vis", "instances.json"),
    "youtube-vos": lambda: _dataset("youtube-vos", "meta.json"),
    "labelme": lambda: _dataset("labelme", "00000.json"),
    "cvat": lambda: _dataset("cvat", "annotations.xml"),
    "mots": lambda: _dataset("mots", "instances_txt/c.txt"),
    "yolo-seg": lambda: _dataset("yolo-seg", "labels/00000.txt"),
    "yolo-names": lambda: _dataset("yolo-seg", "data.yaml"),
    "project": lambda: _project,
    "repair": lambda: _repair,
    "video": lambda: _video,
}


def _target(read: Callable[[bytes], object]) -> Callable[[bytes], None]:
    def one(data: bytes) -> None:
        try:
            read(data)
        except UserError:
            return

    return one


def names() -> Iterator[str]:
    """Readers that can be fuzzed."""
    yield from READERS


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in READERS:
        sys.exit(f"usage: fuzz_readers.py {{{','.join(names())}}} [CORPUS] [libFuzzer's options]")
    chosen = sys.argv.pop(1)
    atheris.Setup(sys.argv, _target(READERS[chosen]()))
    atheris.Fuzz()
