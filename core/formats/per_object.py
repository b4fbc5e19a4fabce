"""What formats with a folder of pictures for each object share: folders, names kept beside them, how they are read.

``<masks>/<id>_<name>/<frame>.png``, ``images/<frame>.jpg`` and ``objects.csv`` with id, name, category and colour.

Masks of a single object, in all the ways in which tools write black and white.

White is whatever is not black: 255, 1 in 8 or 16 bits, the object's id, a grey copy of its palette's colour, a colour
on black, or opaque on transparent. Several values without soft edges say that a picture holds several objects.

A black and white PNG for each object and frame: ``masks/<id>_<name>/<frame>.png``, 255 inside.

Objects cut out of their frames: ``cutouts/<id>_<name>/<frame>.png``, RGBA, transparent outside the object.
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
import numpy.typing as npt
from PIL import Image

from core.errors import Counted, UserError
from core.files import read_text
from core.files.folders import cell, from_cell, natural_key, subfolders
from core.files.pictures import load, open_picture, picture_errors_as_user_errors
from core.formats.common.contract import Clip, ExportNotes, LabelledClip, safe_name
from core.formats.common.reading import (
    Shape,
    assign_ids,
    described,
    frames_of,
    hex_colour,
    holds_pictures,
    label_renderer,
    match_stems,
    parse_errors_as_user_errors,
    refuse_set,
)
from core.formats.common.writing import Export, ExportFrame, FolderFormat, Sink, encode_png
from core.masks.antialiasing import solid_values
from core.masks.labels import object_ids
from core.types import VOID, BoolArray, ObjectInfo, UInt8Array, read_only
from core.video.frame_source import FrameSource
from core.video.image_folder import image_files

_HALF = 128
_MOST_OBJECTS = 16
"""Values that fill an area each; a picture with more is one with gradual edges."""


class SeveralValuesError(Exception):
    """A picture has so many values beside black and white, and they are not those of soft edges."""


def inside(image: Image.Image) -> UInt8Array:
    """(H, W): how much of each pixel of a loaded ``image`` belongs to its object, 255 being all.

    Raises SeveralValuesError where it seems to hold several objects.
    """
    levels = _levels(image)
    values = object_ids(levels)
    if not values or (len(values) == 1 and not (levels == VOID).any()):
        return np.where(levels > 0, VOID, 0).astype(np.uint8)
    solid = [value for value in values if solid_values(levels)[value]]
    if (max(values) < _HALF and not (levels == VOID).any()) or 1 < len(solid) <= _MOST_OBJECTS:
        raise SeveralValuesError(len(values))
    return levels


def _levels(image: Image.Image) -> UInt8Array:
    """(H, W) grey levels, colours by their brightest channel; alpha where it says more than the colours."""
    if image.mode == "P" and "transparency" not in image.info:
        return _indices(image)
    if image.mode.startswith("I"):
        return narrowed(np.asarray(image).astype(np.int64))
    if image.mode in ("1", "L"):
        return np.array(image.convert("L"))
    rgba = np.array(image.convert("RGBA"))
    colour, alpha = rgba[:, :, :3].max(axis=2), rgba[:, :, 3]
    if (alpha == VOID).all():
        return np.asarray(colour, np.uint8)
    painted = colour[alpha >= _HALF] > 0
    # Black and other colours behind a mask that is partly transparent: both have to agree.
    agreed = np.where(colour > 0, alpha, 0) if painted.any() and not painted.all() else alpha
    return np.asarray(agreed, np.uint8)


def _indices(image: Image.Image) -> UInt8Array:
    """Indices, except where the palette is one of greys in rising order, whose levels tell soft edges."""
    indices = np.array(image)
    if len(object_ids(indices)) + int((indices == VOID).any()) <= 1:
        return np.where(indices > 0, VOID, 0).astype(np.uint8)
    palette = np.array(image.getpalette() or [], np.uint8).reshape(-1, 3)
    is_grey = bool((palette == palette[:, :1]).all())
    return np.array(image.convert("L")) if is_grey else indices


def narrowed(deep: npt.NDArray[np.int64]) -> UInt8Array:
    """Levels (H, W) of 16 bits in 8: as they are where none is higher, else their upper 8 bits, 1 where those are 0."""
    if deep.max(initial=0) <= VOID:
        return deep.clip(0).astype(np.uint8)
    return np.where(deep > 0, (deep >> 8).clip(1, VOID), 0).astype(np.uint8)


_TABLE = "objects.csv"
_IMAGES = "images"
_COLUMNS = ("id", "name", "category", "colour")
_SOFT_EDGES = Counted(
    "Soft edges were cut at one half: {count} pixel was neither in nor out.",
    "Soft edges were cut at one half: {count} pixels were neither in nor out.",
)


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
        """See :class:`core.formats.common.writing.FolderFormat`."""
        return _PerObjectSink(self, export)

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """The folder's name: it holds one clip. Raises UserError."""
        refuse_set(image_set, self.title)
        self.folders(root)
        return (root.resolve().name,)

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`core.formats.common.contract.ReadableFormat`."""
        source = frames_of(frames, [root / _IMAGES], root)
        reader = open_objects(self, root, source)
        labels = label_renderer((source.height, source.width), reader.shapes(), reader.remarks, may_be_empty=True)
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
        raise UserError(
            "'{path}' does not contain masks.", "Choose the folder with a folder of PNGs for each object.", path=root
        )


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
    remarks: ExportNotes

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
        damaged = UserError("The mask '{file}' is damaged or not an image.", "Copy it again.", file=file)
        with open_picture(file, damaged) as image:
            if (image.height, image.width) != self.size:
                raise UserError(
                    "The mask '{file}' is {size} pixels, but the frames are {frame_size}.",
                    "Use masks drawn on frames of this clip at their full size.",
                    file=file,
                    size=f"{image.width}x{image.height}",
                    frame_size=f"{self.size[1]}x{self.size[0]}",
                )
            load(image, damaged)
            try:
                with picture_errors_as_user_errors(damaged):  # a kind of colours that has no grey
                    return read_only(self.kind.coverage(image))
            except SeveralValuesError as error:
                raise UserError(
                    "The mask '{file}' has {count} values besides black and white, so it seems to show several "
                    "objects.",
                    "Import it in the format masks, or save one black and white picture for each object.",
                    file=file,
                    count=error,
                ) from error


def open_objects(kind: PerObjectFormat, root: Path, frames: FrameSource) -> ObjectReader:
    """Find every object's files, and what ``objects.csv`` says of it. Raises UserError."""
    remarks = ExportNotes()
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
    frames: FrameSource, root: Path, folders: Mapping[str, Path], remarks: ExportNotes
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
            "The folders in '{path}' are named like frames, so they seem to contain a file for each object.",
            "Sort the masks into a folder for each object, with a file for each frame in it.",
            path=root,
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
    with parse_errors_as_user_errors(file, "table of objects"):
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


class BinaryFormat(PerObjectFormat):
    """Reads and writes binary masks. Void is a folder of its own, ``255_void``."""

    id = "binary"
    title = "Binary PNG per object"
    parts = ("masks", "images", "objects.csv")
    folder = "masks"
    keeps_void = True

    def encoder(self, frame: ExportFrame, object_id: int) -> Callable[[], bytes]:
        """See :class:`core.formats.per_object.PerObjectFormat`."""
        labels = frame.labels
        return lambda: encode_png(np.equal(labels, object_id) * np.uint8(255))

    def coverage(self, image: Image.Image) -> UInt8Array:
        """See :func:`core.formats.per_object.inside`."""
        return inside(image)


class CutoutFormat(PerObjectFormat):
    """Reads and writes RGBA cut-outs, at the size and place of the frame."""

    id = "cutouts"
    title = "RGBA cut-outs"
    parts = ("cutouts", "images", "objects.csv")
    folder = "cutouts"

    def encoder(self, frame: ExportFrame, object_id: int) -> Callable[[], bytes]:
        """See :class:`core.formats.per_object.PerObjectFormat`."""
        labels, picture = frame.labels, frame.picture

        def encode() -> bytes:
            inside = np.equal(labels, object_id)[:, :, None]
            # Colours outside are cleared: they would be carried unseen, and cost most of the file.
            return encode_png(np.concatenate((picture * inside, inside * np.uint8(255)), axis=2))

        return encode

    def coverage(self, image: Image.Image) -> UInt8Array:
        """The opacity (H, W); a picture without any counts as opaque wherever it is not black."""
        if "A" in image.getbands() or "transparency" in image.info:
            return np.array(image.convert("RGBA"))[:, :, 3]
        return np.where(np.asarray(image.convert("RGB")).any(axis=2), 255, 0).astype(np.uint8)
