"""MOTS in KITTI's layout: ``instances_txt/<clip>.txt`` or ``instances/<clip>/<frame>.png``; ``image_02/<clip>/``.

An object's number is class * 1000 + instance; 10000 is the ignore region, which is our void. Text lines are
``frame number class height width rle``; pictures hold the numbers as 16-bit values. Objects never overlap.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PIL import Image

from core.errors import Counted, UserError
from core.files import read_text
from core.files.folders import files_with, matching, subfolders
from core.files.pictures import load, open_picture
from core.formats.common.contract import Clip, ExportNotes, LabelledClip
from core.formats.common.cvat_shapes import fitted, stated_size
from core.formats.common.frame_numbers import counter
from core.formats.common.label_maps import mask_files
from core.formats.common.reading import (
    Shape,
    assign_ids,
    chosen_clip,
    described,
    frames_of,
    label_renderer,
    match_stems,
    parse_errors_as_user_errors,
    refuse_set,
)
from core.formats.common.shapes import regions
from core.formats.common.writing import ClipPlan, Export, ExportFrame, FolderFormat, Sink
from core.masks.rle import decode_rle
from core.types import VOID, BoolArray, ObjectInfo, UInt8Array, read_only
from core.video.frame_source import FrameSource

UInt16Array = npt.NDArray[np.uint16]

_IGNORE, _IGNORE_CLASS, _INSTANCES = 10_000, 10, 1000
_MOST_CLASSES = 65
_PICTURES, _TEXTS, _MASKS = "image_02", "instances_txt", "instances"
_GROUND_TRUTH = "gt"
_LABELS = "labels.txt"
"""Beside pictures: the name of class n in line n, as Datumaro writes and reads it."""
_CLASSES = {1: "car", 2: "pedestrian"}
_KNOWN = {"car": 1, "pedestrian": 2, "person": 2}
_WHAT = "MOTS file"
_PLAIN_NAMES = Counted(
    "{count} class name was changed: it has spaces or line breaks that a list cannot hold, or shares a number.",
    "{count} class names were changed: they have spaces or line breaks that a list cannot hold, or share a number.",
)
_NO_NAMES = Counted(
    "The name of {count} object was left out: MOTS stores classes only, and its text form only their numbers.",
    "The names of {count} objects were left out: MOTS stores classes only, and its text form only their numbers.",
)


class _MotsFormat(FolderFormat):
    """What both forms of MOTS share."""

    masks: ClassVar[str]
    heeds = frozenset({"pictures", "naming"})

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """Names of the clips in natural order. MOTS has no sets in its folders. Raises UserError."""
        refuse_set(image_set, self.title)
        return tuple(_clips(root, self.masks))


class MotsTextFormat(_MotsFormat):
    """Reads and writes MOTS as text."""

    id = "mots"
    title = "MOTS (text)"
    parts = (_TEXTS, _PICTURES)
    masks = _TEXTS

    def begin(self, export: Export) -> Sink:
        """See :class:`core.formats.common.writing.FolderFormat`."""
        return _TextSink(export)

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`core.formats.common.contract.ReadableFormat`."""
        file = _found(root, self.masks, sequence)
        return _read_text(file, sequence, frames_of(frames, _picture_folders(file, sequence), root))


class MotsPngFormat(_MotsFormat):
    """Reads and writes MOTS as 16-bit PNG."""

    id = "mots-png"
    title = "MOTS (PNG)"
    parts = (_MASKS, _PICTURES)
    masks = _MASKS

    def begin(self, export: Export) -> Sink:
        """See :class:`core.formats.common.writing.FolderFormat`."""
        return _PngSink(export)

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`.ReadableFormat`. All masks are read once to find the objects."""
        folder = _found(root, self.masks, sequence)
        return _read_pngs(folder, sequence, frames_of(frames, _picture_folders(folder, sequence), root))


@dataclass
class _Numbers:
    """MOTS's number of each object, and a remark on names that are lost; ``named`` where classes have names."""

    export: Export
    named: bool = False
    classes: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for plan in self.export.plans:
            for each in plan.objects:
                name = plan.categories()[each.id]
                self._class_of(name)
                category = name if self.named else _CLASSES.get(self.classes[name], "")
                if described(each.id, category=category).name != each.name:
                    self.export.remarks.add(_NO_NAMES, (plan.name, each.id))

    def _class_of(self, name: str) -> None:
        taken = {*self.classes.values(), *_CLASSES, _IGNORE_CLASS}
        if name not in self.classes:
            free = next((number for number in range(3, _MOST_CLASSES + 1) if number not in taken), None)
            told = re.fullmatch(r"class (\d+)", name)
            wanted = int(told[1]) if told and int(told[1]) <= _MOST_CLASSES and int(told[1]) not in taken else free
            number = _KNOWN.get(name.casefold(), wanted)
            if number is None:
                raise UserError("MOTS can store at most {count} classes.", "Use fewer categories.", count=_MOST_CLASSES)
            self.classes[name] = number

    def names(self) -> str:
        """The name of class n in line n, as far as the region to be ignored at least."""
        own = {number: " ".join(name.split()) for name, number in reversed(self.classes.items())}
        for name, number in self.classes.items():
            if own[number] != name:
                self.export.remarks.add(_PLAIN_NAMES, name)
        found = {**_CLASSES, _IGNORE_CLASS: "ignored", **own}
        return "".join(f"{found.get(number, f'class {number}')}\n" for number in range(1, max(found) + 1))

    def table(self, plan: ClipPlan) -> UInt16Array:
        """(256,) MOTS's number per label."""
        table = np.zeros(256, np.uint16)
        for object_id, name in plan.categories().items():
            table[object_id] = self.classes[name] * _INSTANCES + object_id
        table[VOID] = _IGNORE
        return table


class _TextSink:
    def __init__(self, export: Export) -> None:
        self._export, self._numbers = export, _Numbers(export)
        self._lines = {plan.name: export.spool(plan.name) for plan in export.plans}

    def add(self, frame: ExportFrame) -> None:
        _save_picture(self._export, frame)
        table, number = self._numbers.table(frame.plan), _frame_number(frame)
        height, width = frame.plan.size
        for region in regions(frame.labels, with_void=True):
            mots_id = int(table[region.object_id])
            line = f"{number} {mots_id} {mots_id // _INSTANCES} {height} {width} {region.counts}\n"
            self._lines[frame.plan.name].add(line)

    def finish(self) -> None:
        for name, lines in self._lines.items():
            self._export.save_text(self._export.root / _TEXTS / f"{name}.txt", lines)


class _PngSink:
    def __init__(self, export: Export) -> None:
        self._export, self._numbers = export, _Numbers(export, named=True)

    def add(self, frame: ExportFrame) -> None:
        _save_picture(self._export, frame)
        values = self._numbers.table(frame.plan)[frame.labels]
        path = self._export.root / _MASKS / frame.plan.name / f"{_frame_number(frame):06d}.png"
        self._export.files.write(path, lambda: _encode(values))

    def finish(self) -> None:
        self._export.save_text(self._export.root / _MASKS / _LABELS, self._numbers.names())


def _encode(values: UInt16Array) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(values).save(buffer, format="PNG")
    return buffer.getvalue()


def _save_picture(export: Export, frame: ExportFrame) -> None:
    export.save_picture(frame, export.root / _PICTURES / frame.plan.name, f"{_frame_number(frame):06d}")


def _frame_number(frame: ExportFrame) -> int:
    """MOTS names frames by number: the source's own where all its names are numbers, each another one."""
    name = frame.plan.clip.frames.name
    return (
        int(frame.stem) if _are_numbers(tuple(map(name, frame.plan.frames))) and frame.stem.isdecimal() else frame.index
    )


@lru_cache(maxsize=4)
def _are_numbers(names: tuple[str, ...]) -> bool:
    return all(re.fullmatch(r"[0-9]{1,18}", name) for name in names) and len(set(map(int, names))) == len(names)


def _clips(root: Path, kind: str) -> dict[str, Path]:
    """Per clip its masks: KITTI's layout, or MOTSChallenge's with a ``gt`` folder in each clip's folder."""
    base = root / kind
    if kind == _TEXTS:
        found = {file.stem: file for file in files_with(base, ".txt")}
        found = found or {file.parent.parent.name: file for file in matching(root, "*/gt/gt.txt")}
    else:
        found = {folder.name: folder for folder in subfolders(base)} if base.is_dir() else {}
    if not found:
        raise UserError(
            "'{path}' is not a MOTS dataset: it has no '{part}'.",
            "Choose the folder with '{part}'.",
            path=root,
            part=kind,
        )
    return found


def _found(root: Path, kind: str, sequence: str) -> Path:
    return chosen_clip(_clips(root, kind), sequence, root)


def _picture_folders(masks: Path, sequence: str) -> Iterator[Path]:
    root = masks.parent.parent
    yield root / "img1"
    for base in (_PICTURES, f"training/{_PICTURES}", "images"):
        yield root / base / sequence


def _objects(
    numbers: Sequence[int], classes: Mapping[int, str], remarks: ExportNotes
) -> tuple[dict[int, int], tuple[ObjectInfo, ...]]:
    """Ids by MOTS's number, and the objects. Instances keep their number where no two classes share it."""
    ids = assign_ids({number: number % _INSTANCES for number in numbers if number != _IGNORE}, remarks)
    by_number = {number: ids[number] for number in numbers if number in ids}
    names = {number: classes.get(number // _INSTANCES, f"class {number // _INSTANCES}") for number in by_number}
    infos = (described(object_id, category=names[number]) for number, object_id in by_number.items())
    return by_number, tuple(sorted(infos, key=lambda info: info.id))


def _read_text(file: Path, name: str, frames: FrameSource) -> LabelledClip:
    remarks = ExportNotes()
    with parse_errors_as_user_errors(file, _WHAT):
        lines = [_Line.of(line) for line in read_text(file).splitlines() if line.strip()]
    ids, objects = _objects(sorted({line.number for line in lines}), _CLASSES, remarks)
    ids[_IGNORE] = VOID
    present = sorted({line.frame for line in lines})
    index_of = dict(zip(present, _indices(frames, present, file, remarks), strict=True))
    shapes: dict[int, list[Shape]] = {}
    size = (frames.height, frames.width)
    for line in sorted(lines, key=lambda line: line.number != _IGNORE):
        if line.number in ids:
            shape = Shape(ids[line.number], partial(_mask, file, line, size, remarks))
            shapes.setdefault(index_of[line.frame], []).append(shape)
    return Clip(name, frames, objects, label_renderer(size, shapes, remarks), read_notes=remarks.sentences)


def _indices(frames: FrameSource, present: Sequence[int], file: Path, remarks: ExportNotes) -> tuple[int, ...]:
    """The frame of each number. MOTSChallenge, which keeps its text in ``gt``, counts from 1."""
    numbers = counter([frames.name(index) for index in range(frames.frame_count)])
    if file.parent.name == _GROUND_TRUTH and numbers == tuple(range(frames.frame_count)):
        if present and not 1 <= min(present) <= max(present) <= frames.frame_count:
            raise UserError(
                "'{path}' has masks for frames {first} to {last}, but the video has frames 1 to {count}.",
                "Choose the video or folder the masks were made from.",
                path=file,
                first=min(present),
                last=max(present),
                count=frames.frame_count,
            )
        return tuple(number - 1 for number in present)
    return match_stems(frames, [str(number) for number in present], file, remarks)


@dataclass(frozen=True, slots=True)
class _Line:
    frame: int
    number: int
    height: int
    width: int
    counts: bytes

    @classmethod
    def of(cls, line: str) -> _Line:
        frame, number, _, height, width, counts = line.split()
        return cls(int(frame), int(number), int(height), int(width), counts.encode("ascii"))


def _mask(file: Path, line: _Line, size: tuple[int, int], remarks: ExportNotes) -> BoolArray:
    with parse_errors_as_user_errors(file, _WHAT):
        return fitted(decode_rle(line.counts, *stated_size(line.height, line.width, size, remarks)), size)


def _read_pngs(folder: Path, name: str, frames: FrameSource) -> LabelledClip:
    remarks = ExportNotes()
    files = mask_files(frames, folder, remarks)
    size = (frames.height, frames.width)
    seen = np.zeros(1 << 16, np.bool_)
    for file in files.values():
        seen[_values(file, size)] = True
    numbers = [int(number) for number in np.flatnonzero(seen) if number]
    ids, objects = _objects(numbers, _class_names(folder.parent / _LABELS), remarks)
    table = np.zeros(1 << 16, np.uint8)
    for number, object_id in ids.items():
        table[number] = object_id
    table[_IGNORE] = VOID
    labels = partial(_png_labels, files, size, table)
    return Clip(name, frames, objects, labels, files.__contains__, read_notes=remarks.sentences)


def _class_names(file: Path) -> Mapping[int, str]:
    """Names of the classes by number: those that the dataset tells, else KITTI's."""
    return dict(enumerate(read_text(file).splitlines(), start=1)) if file.is_file() else _CLASSES


def _png_labels(files: Mapping[int, Path], size: tuple[int, int], table: UInt8Array, index: int) -> UInt8Array:
    return read_only(table[_values(files[index], size)] if index in files else np.zeros(size, np.uint8))


def _values(file: Path, size: tuple[int, int]) -> UInt16Array:
    damaged = UserError("The mask '{file}' is damaged or not an image.", "Copy it again.", file=file)
    with open_picture(file, damaged) as image:
        fits = (image.height, image.width) == size
        values = np.asarray(load(image, damaged)) if fits else np.zeros(0)
    if values.shape != size or values.max(initial=0) >= 1 << 16:
        raise UserError(
            "The mask '{file}' is not a 16-bit image of {size} pixels.",
            "Choose masks made for this clip.",
            file=file,
            size=f"{size[1]}x{size[0]}",
        )
    return values.astype(np.uint16)
