"""What formats with a folder of pictures for each object share: folders, names kept beside them, how they are read.

``<masks>/<id>_<name>/<frame>.png``, ``images/<frame>.jpg`` and ``objects.csv`` with id, name, category and colour.
"""

from __future__ import annotations

import csv
import io
import re
from abc import abstractmethod
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

import numpy as np
from PIL import Image

from core.errors import UserError
from core.files import read_text
from core.files.folders import cell, from_cell, natural_key, subfolders
from core.files.pictures import faults_told, load, open_picture
from core.formats.base import Clip, LabelledClip, safe_name
from core.formats.black_and_white import SeveralValuesError, narrowed
from core.formats.reading import (
    Shape,
    assign_ids,
    described,
    frames_of,
    hex_colour,
    holds_pictures,
    match_stems,
    painter,
    refuse_set,
    understood,
)
from core.formats.remarks import Remarks
from core.formats.writing import Export, ExportFrame, FolderFormat, Sink
from core.types import VOID, BoolArray, ObjectInfo, UInt8Array, read_only
from core.video.image_folder import image_files
from core.video.source import FrameSource

_TABLE = "objects.csv"
_IMAGES = "images"
_COLUMNS = ("id", "name", "category", "colour")
_SOFT_EDGES = "Soft edges were cut at one half: {} pixels were neither in nor out."
_HALF = 128


class PerObjectFormat(FolderFormat):
    """A folder for each object.

    Attributes:
        folder: That holds the objects' folders.
        keeps_void: Whether void is written like an object with the id 255.
    """

    holds_many = False
    heeds = frozenset({"pictures", "naming"})
    folder: ClassVar[str]
    keeps_void: ClassVar[bool] = False

    @abstractmethod
    def encoder(self, frame: ExportFrame, object_id: int) -> Callable[[], bytes]:
        """A function that makes the PNG of an object on a frame; it may run in any thread. Raises UserError."""

    @abstractmethod
    def coverage(self, image: Image.Image) -> UInt8Array:
        """(H, W): how much of each pixel belongs to the object, 255 being all of it."""

    def begin(self, export: Export) -> Sink:
        """See :class:`core.formats.writing.FolderFormat`."""
        return _PerObjectSink(self, export)

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """The folder's name: it holds one clip. Raises UserError."""
        refuse_set(image_set, self.title)
        self.folders(root)
        return (root.resolve().name,)

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`core.formats.base.ReadableFormat`."""
        source = frames_of(frames, [root / _IMAGES], root)
        reader = open_objects(self, root, source)
        labels = painter((source.height, source.width), reader.shapes(), reader.remarks, may_be_empty=True)
        return Clip(
            sequence, source, reader.objects, labels, reader.covered.__contains__, read_notes=reader.remarks.sentences
        )

    def folders(self, root: Path) -> tuple[Path, ...]:
        """The objects' folders; ``root`` itself where pictures of a single object lie in it. Raises UserError."""
        base = root / self.folder if (root / self.folder).is_dir() else root
        if base.is_dir():
            found = tuple(entry for entry in subfolders(base) if entry.name != _IMAGES and holds_pictures(entry))
            if found or holds_pictures(base):
                return found or (base,)
        raise UserError(f"'{root}' holds no masks.", "Choose the folder that holds a folder of PNG for each object.")


class _PerObjectSink:
    def __init__(self, kind: PerObjectFormat, export: Export) -> None:
        self._kind, self._export = kind, export
        (plan,) = export.plans
        names = {each.id: f"{each.id:03d}_{safe_name(each.name)}" for each in plan.objects}
        if kind.keeps_void:
            names[VOID] = f"{VOID}_void"
        self._names = names

    def add(self, frame: ExportFrame) -> None:
        self._export.save_picture(frame, self._export.root / _IMAGES)
        if not self._kind.keeps_void:
            self._export.note_void(frame)
        for object_id, name in self._names.items():
            if object_id == VOID and not (frame.labels == VOID).any():
                continue
            path = self._export.root / self._kind.folder / name / f"{frame.stem}.png"
            self._export.files.write(path, self._kind.encoder(frame, object_id))

    def finish(self) -> None:
        save_objects(self._export)


def save_objects(export: Export) -> None:
    """Write ``objects.csv``: what its objects are called."""
    buffer = io.StringIO()
    table = csv.writer(buffer, lineterminator="\n")
    table.writerow(_COLUMNS)
    for each in export.plans[0].objects:
        table.writerow((each.id, cell(each.name), cell(each.category), hex_colour(each)))
    export.save_text(export.root / _TABLE, buffer.getvalue())


@dataclass(frozen=True, slots=True, eq=False)
class ObjectReader:
    """Masks of a clip, one file for each object and frame.

    Attributes:
        files: Per id (255 is void) and frame its file.
        covered: Frames with a file for at least one object.
    """

    kind: PerObjectFormat
    size: tuple[int, int]
    files: Mapping[int, Mapping[int, Path]]
    objects: tuple[ObjectInfo, ...]
    covered: frozenset[int]
    remarks: Remarks

    def shapes(self) -> dict[int, list[Shape]]:
        """Per frame its hard masks, void first."""
        ordered = sorted(self.files, key=lambda object_id: (object_id != VOID, object_id))
        return {
            index: [
                Shape(object_id, partial(self.mask, object_id, index))
                for object_id in ordered
                if index in self.files[object_id]
            ]
            for index in self.covered
        }

    def mask(self, object_id: int, index: int) -> BoolArray:
        """Where at least half of a pixel belongs to the object, (H, W). Raises UserError."""
        soft = self.coverage(object_id, index)
        self.remarks.add(_SOFT_EDGES, (object_id, index), int(((soft > 0) & (soft < VOID)).sum()))
        hard: BoolArray = soft >= _HALF
        return hard

    def coverage(self, object_id: int, index: int) -> UInt8Array:
        """How much of each pixel belongs to the object, (H, W), 255 being all. Raises UserError."""
        file = self.files[object_id][index]
        damaged = UserError(f"The mask '{file}' is damaged or no picture.", "Copy it again.")
        with open_picture(file, damaged) as image:
            if (image.height, image.width) != self.size:
                raise UserError(
                    f"The mask '{file}' is {image.width}x{image.height} pixels, the frames are "
                    f"{self.size[1]}x{self.size[0]}.",
                    "Use masks drawn on frames of this clip at their full size.",
                )
            load(image, damaged)
            try:
                with faults_told(damaged):  # a kind of colours that has no grey
                    return read_only(self.kind.coverage(image))
            except SeveralValuesError as error:
                raise UserError(
                    f"The mask '{file}' has {error} values beside black and white: it seems to hold several objects.",
                    "Import it in the format masks, or save one black and white picture for each object.",
                ) from error


def open_objects(kind: PerObjectFormat, root: Path, frames: FrameSource) -> ObjectReader:
    """Find every object's files, and what ``objects.csv`` says of it. Raises UserError."""
    remarks = Remarks()
    folders = {folder.name: folder for folder in kind.folders(root)}
    told = told_objects(root / _TABLE)
    is_void = {name: kind.keeps_void and name == f"{VOID}_void" for name in folders}
    wanted: dict[Hashable, int | None] = {name: _number(name) for name in folders if not is_void[name]}
    # What the table tells of an object without a folder keeps its id, too.
    alone: dict[Hashable, int | None] = {("told", number): number for number in told if number not in wanted.values()}
    taken = assign_ids({**alone, **wanted}, remarks)
    ids = {name: taken[name] for name in wanted if name in taken}
    ids.update({name: VOID for name in folders if is_void[name]})
    found = _files(frames, root, folders, remarks)
    files = {ids[name]: found[name] for name in folders if name in ids}
    plain = {object_id: described(object_id, _name(str(name))) for name, object_id in ids.items() if object_id != VOID}
    # A folder that got another id is not the object that the table tells of.
    others = {object_id for name, object_id in ids.items() if wanted.get(name, object_id) != object_id}
    known = {object_id: info for object_id, info in told.items() if object_id not in others}
    objects = tuple(info for _, info in sorted({**plain, **known}.items()))
    covered = frozenset(index for found in files.values() for index in found)
    return ObjectReader(kind, (frames.height, frames.width), files, objects, covered, remarks)


def _files(
    frames: FrameSource, root: Path, folders: Mapping[str, Path], remarks: Remarks
) -> Mapping[str, Mapping[int, Path]]:
    """Per object's folder and frame the file; the names of all together tell how they count. Raises UserError."""
    files = {name: image_files(folder) for name, folder in folders.items()}
    first = {file.stem: file for some in files.values() for file in some}
    stems = sorted(first, key=lambda stem: natural_key(first[stem]))
    _refuse_folder_per_frame(frames, root, folders, set(stems))
    index_of = dict(zip(stems, match_stems(frames, stems, root, remarks), strict=True))
    return {name: {index_of[file.stem]: file for file in some} for name, some in files.items()}


def _refuse_folder_per_frame(frames: FrameSource, root: Path, folders: Mapping[str, Path], stems: set[str]) -> None:
    names = {frames.name(index) for index in range(frames.frame_count)}
    if folders.keys() <= names and not stems <= names:
        raise UserError(
            f"The folders in '{root}' are called as frames are: they seem to hold a file for each object.",
            "Sort the masks into a folder for each object, with a file for each frame in it.",
        )


def _number(name: str) -> int | None:
    found = re.match(r"\d+", name)
    return int(found[0]) if found else None


def _name(folder: str) -> str:
    return re.sub(r"^\d+[_ -]*", "", folder)


def told_objects(file: Path) -> dict[int, ObjectInfo]:
    """The objects that ``objects.csv`` tells of, by id; none where there is no such file. Raises UserError."""
    if not file.is_file():
        return {}
    with understood(file, "table of objects"):
        rows = list(csv.DictReader(io.StringIO(read_text(file))))
        infos = [
            described(int(row["id"]), from_cell(row["name"]), from_cell(row["category"]), row["colour"]) for row in rows
        ]
        if any(not 1 <= each.id < VOID for each in infos):
            raise ValueError("an id is not 1 to 254")
        if len({each.id for each in infos}) < len(infos):
            raise ValueError("two objects have one id")
        return {each.id: each for each in infos}


def grey_levels(image: Image.Image) -> UInt8Array:
    """(H, W) grey levels; of an indexed picture 255 wherever the value is not 0, of a deep one see :func:`narrowed`."""
    if image.mode == "P":
        return np.where(np.asarray(image) > 0, 255, 0).astype(np.uint8)
    if image.mode.startswith("I"):
        return narrowed(np.asarray(image).astype(np.int64))
    return np.array(image.convert("L"))
