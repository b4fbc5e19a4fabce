"""YOLO segmentation: ``images/<set>/``, ``labels/<set>/<frame>.txt`` and ``data.yaml``.

A line is ``class x1 y1 ... xn yn``, normalised by width and height, one polygon for each connected part. The format
knows classes alone: of each class there are, when it is read, as many objects as lines on one frame, and one where the
lines are ours.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from core.errors import UserError
from core.files import read_text
from core.files.folders import files_with, subfolders
from core.formats.base import Clip, LabelledClip
from core.formats.coco_json import Places, Tracks, category_ids
from core.formats.polygons import Points, filled, polygons
from core.formats.reading import (
    Shape,
    chosen_clip,
    chosen_set,
    frames_of,
    in_set,
    match_stems,
    painter,
    refuse_set,
    understood,
)
from core.formats.remarks import Remarks
from core.formats.writing import Export, ExportFrame, FolderFormat, Sink, category_of
from core.formats.yolo_names import class_names, has_keypoints, yaml_names
from core.masks.labels import object_ids
from core.types import BoolArray
from core.video.source import FrameSource

_YAML = "data.yaml"
_WHAT = "label file of YOLO"
_SHARED = "{} objects share a class with another: YOLO cannot tell them apart."
_BOXES = "{} boxes without a polygon were left out."
_LABELS = "labels"
_SAME = {"train": ("training",), "val": ("valid", "validation")}
_LISTS = ("classes.txt", "labels.txt", "obj.names")
"""Lists of classes that tools write beside the label files or above them, a name a line."""
_BEHIND = "{} numbers behind polygons, confidences or tracks, were left out."
_DEEPEST = 4
"""Folders below the one with labels in which files are looked for."""
_ONE_OBJECT = "# Lines of one class in a file are parts of one object."
_EARLIER_EXPORT = re.compile(r'path: \.\n(?:[\w.-]+: images/[\w.-]+\n)+names:\n(?:  [0-9]+: ".*"\n)*')
"""A data.yaml of ours from before it said what its lines are."""
_LEAST_SHARE, _MOST_SHARE = -1.0, 2.0
_Row = tuple[int, tuple[float, ...]]
"""Class, and corners."""
_FEWEST_NUMBERS = 7
_BOX_NUMBERS = 5


class YoloFormat(FolderFormat):
    """Reads and writes YOLO segmentation."""

    id = "yolo-seg"
    title = "YOLO segmentation"
    parts = ("images", "labels", _YAML)
    split_by = "frames"
    heeds = frozenset({"pictures", "image_set", "naming", "val_share"})
    holds_many = False

    def begin(self, export: Export) -> Sink:
        """See :class:`core.formats.writing.FolderFormat`."""
        return _YoloSink(export)

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """The sets, or the folders in them; the folder's own name where there are none. Raises UserError."""
        parts = _parts(root)
        if image_set is None:
            return tuple(parts)
        sets = [part.image_set for part in parts.values() if part.image_set is not None]
        if not sets:
            refuse_set(image_set, self.title)
        chosen_set(image_set, dict.fromkeys(sets), root)
        return tuple(name for name, part in parts.items() if part.image_set == image_set)

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`core.formats.base.ReadableFormat`."""
        part = chosen_clip(_parts(root), sequence, root)
        return in_set(_read(root, part, sequence, frames_of(frames, part.pictures, root)), part.image_set)


class _YoloSink:
    def __init__(self, export: Export) -> None:
        self._export = export
        self._classes = {name: number - 1 for name, number in category_ids(export.plans).items()}
        objects = export.plans[0].objects
        for each in objects:
            if sum(category_of(other) == category_of(each) for other in objects) > 1:
                export.remarks.add(_SHARED, each.id)

    def add(self, frame: ExportFrame) -> None:
        self._export.save_picture(frame, self._export.root / "images" / frame.image_set)
        self._export.note_void(frame)
        categories, labels = frame.plan.categories(), frame.labels
        classes = {object_id: self._classes[categories[object_id]] for object_id in object_ids(labels)}
        path = self._export.root / "labels" / frame.image_set / f"{frame.stem}.txt"

        def encode() -> bytes:
            lines = (_line(classes[each], points, frame) for each in classes for points in polygons(labels == each))
            return "".join(lines).encode("ascii")

        self._export.files.write(path, encode)

    def finish(self) -> None:
        sets = self._export.image_sets()
        lines = [_ONE_OBJECT, "path: ."]
        # Trainers insist on both; a single set serves as either.
        lines += [f"{name}: images/{_serving(name, sets)}" for name in dict.fromkeys(("train", "val", *sets))]
        lines += yaml_names(self._classes)
        self._export.save_text(self._export.root / _YAML, "\n".join([*lines, ""]))


def _serving(name: str, sets: Sequence[str]) -> str:
    """The one of ``sets`` that serves as ``name``: itself, one that means the same, else the first."""
    same = [each for each in sets if each == name] or [each for each in sets if each in _SAME.get(name, ())]
    return (same or list(sets))[0]


def _line(number: int, points: Points, frame: ExportFrame) -> str:
    height, width = frame.plan.size
    # A quarter into the pixel: readers that cut fractions off and readers that round both find it again.
    corners = (points + 0.25) / (width, height)
    return " ".join([str(number), *(f"{value:.6f}" for value in corners.ravel())]) + "\n"


@dataclass(frozen=True, slots=True)
class _Part:
    """A folder of label files, its set, None where there are none, and where its pictures may lie."""

    folder: Path
    image_set: str | None
    pictures: tuple[Path, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        return _label_files(self.folder)


def _label_files(folder: Path) -> tuple[Path, ...]:
    return tuple(file for file in files_with(folder, ".txt") if file.name.lower() not in _LISTS)


def _parts(root: Path) -> dict[str, _Part]:
    """Per name of a clip its folder: ``labels``, ``labels/<set>`` or ``<set>/labels``, or what lies in these."""
    bases = [root] if (root / _LABELS).is_dir() or not root.is_dir() else subfolders(root)
    found = dict(part for base in bases if (base / _LABELS).is_dir() for part in _parts_of(base, root))
    if found:
        return found
    if (root / _LABELS).is_dir():
        raise UserError(f"'{root}' holds no label files of YOLO.", "Choose the folder that holds 'labels' with them.")
    raise UserError(f"'{root}' is no YOLO dataset: it has no 'labels'.", "Choose the folder that holds 'labels'.")


def _parts_of(base: Path, root: Path) -> Iterator[tuple[str, _Part]]:
    labels = base / _LABELS
    outer = "" if base == root else base.name
    for folder in _folders_below(labels):
        if _label_files(folder):
            inner = folder.relative_to(labels).as_posix().removeprefix(".")
            name = "/".join(filter(None, (outer, inner)))
            pictures = (base / "images" / inner, root / inner / "images", base / "images", folder)
            yield name or root.resolve().name, _Part(folder, name.partition("/")[0] or None, pictures)


def _folders_below(folder: Path, depth: int = _DEEPEST) -> Iterator[Path]:
    yield folder
    if depth:
        for inner in subfolders(folder):
            yield from _folders_below(inner, depth - 1)


def _read(root: Path, part: _Part, name: str, frames: FrameSource) -> LabelledClip:
    remarks, tracks = Remarks(), Tracks()
    size = (frames.height, frames.width)
    files = part.files
    indices = match_stems(frames, [file.stem for file in files], part.folder, remarks)
    rows = {index: _rows(file, remarks) for index, file in zip(indices, files, strict=True)}
    names, are_parts = _about_classes(root / _YAML)
    names = names or _listed_names(root, part.folder)
    classes = sorted({number for found in rows.values() for number, _ in found} | set(names))
    for number in classes:
        tracks.add(None, number)
    keys = {index: _keys(found, tracks, are_parts=are_parts) for index, found in rows.items()}
    called = {number: names.get(number, f"class {number}") for number in classes}
    ids, objects = tracks.objects(called, (), remarks)
    shapes = {
        index: [
            Shape(ids[key], partial(_mask, corners, size))
            for key, (_, corners) in zip(keys[index], found, strict=True)
            if key in ids
        ]
        for index, found in rows.items()
    }
    paint = painter(size, shapes, remarks)
    return Clip(name, frames, objects, paint, shapes.__contains__, read_notes=remarks.sentences)


def _keys(rows: Sequence[_Row], tracks: Tracks, *, are_parts: bool) -> list[Hashable]:
    """Per line of a frame the object: one of each class where lines ``are_parts``, else each line another one."""
    places = Places()
    return [tracks.add(None, number, 0 if are_parts else places.next(None, number)) for number, _ in rows]


def _rows(file: Path, remarks: Remarks) -> list[_Row]:
    rows = []
    with understood(file, _WHAT):
        for place, line in enumerate(read_text(file).splitlines()):
            number, *corners = line.split() or [""]
            if len(corners) + 1 in (_BOX_NUMBERS, _BOX_NUMBERS + 1):
                remarks.add(_BOXES, (file, place))
            elif number:
                if len(corners) % 2:
                    remarks.add(_BEHIND, (file, place))
                    corners.pop()
                if len(corners) + 1 < _FEWEST_NUMBERS:
                    raise ValueError(f"line {place + 1} is no polygon")
                rows.append((_class(number), _shares(corners, place)))
    return rows


def _class(text: str) -> int:
    """A class, which some tools write as a fraction (``0.0``). Raises ValueError."""
    number = float(text)
    if not number.is_integer() or number < 0:
        raise ValueError(f"'{text}' is not the number of a class")
    return int(number)


def _listed_names(root: Path, folder: Path) -> dict[int, str]:
    """Names of the classes in a list beside the label files or above them."""
    places = [place / name for place in (root, folder, folder.parent) for name in _LISTS]
    file = next((place for place in places if place.is_file()), None)
    lines = [] if file is None else read_text(file).splitlines()
    return {number: line.strip() for number, line in enumerate(lines) if line.strip()}


def _shares(corners: Sequence[str], place: int) -> tuple[float, ...]:
    """Coordinates as shares of the picture; they may lie a little outside. Raises ValueError where they are others."""
    found = tuple(float(value) for value in corners)
    if not all(_LEAST_SHARE <= value <= _MOST_SHARE for value in found):
        raise ValueError(f"line {place + 1} has coordinates that are no shares of the picture, 0 to 1, but pixels")
    return found


def _mask(corners: tuple[float, ...], size: tuple[int, int]) -> BoolArray:
    limit = np.array((size[1], size[0]))
    points = np.asarray(corners).reshape(-1, 2) * limit
    return filled(np.clip(points, 0, limit - 1), size)


def _about_classes(file: Path) -> tuple[dict[int, str], bool]:
    """Names of the classes in ``data.yaml``, and whether lines of one class are parts of one object, as we write them.

    Raises UserError.
    """
    if not file.is_file():
        return {}, False
    text = read_text(file)
    if has_keypoints(text):
        raise UserError(f"'{file}' is of a dataset of keypoints, which are no masks.", "Choose one of segmentation.")
    with understood(file, "data.yaml of YOLO"):
        return class_names(text), text.startswith(_ONE_OBJECT) or _EARLIER_EXPORT.fullmatch(text) is not None
