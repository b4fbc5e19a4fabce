"""YOLO segmentation: ``images/<set>/``, ``labels/<set>/<frame>.txt`` and ``data.yaml``.

A line is ``class x1 y1 ... xn yn``, normalised by width and height, one polygon for each connected part. The format
knows classes alone: of each class there are, when it is read, as many objects as lines on one frame, and one where the
lines are ours.

Names of classes in ``data.yaml``: the lists and mappings of YAML in which they are written, whatever they contain.

Strings may be plain, in single or in double quotes; comments are passed over. What goes beyond that (anchors, block
scalars, nesting) is refused, so that no name is read wrongly.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from core.errors import Counted, UserError
from core.files import read_text
from core.files.folders import files_with, subfolders
from core.formats.common.coco_json import Places, Tracks, category_ids
from core.formats.common.contract import Clip, ExportNotes, LabelledClip
from core.formats.common.reading import (
    Shape,
    chosen_clip,
    chosen_set,
    frames_of,
    in_set,
    label_renderer,
    match_stems,
    parse_errors_as_user_errors,
    refuse_set,
)
from core.formats.common.shapes import Points, filled, polygons
from core.formats.common.writing import Export, ExportFrame, FolderFormat, Sink, category_of
from core.masks.labels import object_ids
from core.types import BoolArray
from core.video.frame_source import FrameSource

_KEY = re.compile(r"""^(?:names|"names"|'names')[ \t]*:""", re.MULTILINE)
_CLOSING = {"[": "]", "{": "}"}
_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_HEX = {"x": 2, "u": 4, "U": 8}
_SPECIAL = frozenset("&*!|>@`%[]{}")


def class_names(text: str) -> dict[int, str]:
    """Names by the number of their class in the ``data.yaml`` that holds ``text``; none where it has no ``names``.

    Raises:
        ValueError: They are written in a way that is not understood, or a class has two.
    """
    found = _KEY.search(text)
    if found is None:
        return {}
    reader = _Reader(text, found.end())
    reader.skip()
    entries = reader.flow() if reader.here() in _CLOSING else _block(text[found.end() :])
    names: dict[int, str] = {}
    for place, (key, name) in enumerate(entries):
        number = place if key is None else int(key)
        if names.setdefault(number, name) != name:
            raise ValueError(f"class {number} has two names")
    return names


def has_keypoints(text: str) -> bool:
    """Whether the ``data.yaml`` that holds ``text`` is of a dataset of keypoints, whose lines are no polygons."""
    return re.search(r"^kpt_shape[ \t]*:", text, re.MULTILINE) is not None


def yaml_names(classes: Mapping[str, int]) -> list[str]:
    """Lines of ``data.yaml`` with these names, as strings in double quotes."""
    return ["names:", *(f"  {number}: {_quoted(name)}" for name, number in classes.items())]


def _quoted(name: str) -> str:
    """A string of YAML 1.1 and 1.2 alike: what is not printable there is escaped."""
    text = json.dumps(name, ensure_ascii=False)
    return "".join(each if each.isprintable() else _escaped(ord(each)) for each in text)


def _escaped(code: int) -> str:
    return f"\\u{code:04x}" if code < 1 << 16 else f"\\U{code:08x}"


class _Reader:
    """Reads YAML's scalars and flow collections from ``place`` on."""

    def __init__(self, text: str, place: int = 0) -> None:
        self._text, self._place = text, place

    def here(self) -> str:
        """The next character, empty at the end."""
        return self._text[self._place : self._place + 1]

    def skip(self) -> None:
        """Pass over blanks, line ends and comments."""
        while self.here():
            if self.here() == "#":
                end = self._text.find("\n", self._place)
                self._place = len(self._text) if end < 0 else end
            elif self.here().isspace():
                self._place += 1
            else:
                return

    def flow(self) -> list[tuple[str | None, str]]:
        """A list, whose entries have no key, or a mapping."""
        opening = self.here()
        closing = _CLOSING[opening]
        self._place += 1
        entries: list[tuple[str | None, str]] = []
        while True:
            self.skip()
            if self.here() == closing:
                self._place += 1
                return entries
            entries.append(self._entry(opening == "{"))
            self.skip()
            if self.here() == ",":
                self._place += 1
            elif self.here() != closing:
                raise ValueError("the names of the classes are not understood")

    def _entry(self, has_key: bool) -> tuple[str | None, str]:
        if not has_key:
            return None, self.scalar(",]")
        key = self.scalar(":,}")
        self.skip()
        if self.here() != ":":
            raise ValueError("a name of a class has no number")
        self._place += 1
        self.skip()
        return key, self.scalar(",}")

    def scalar(self, ends: str) -> str:
        """A string in quotes, or a plain one as far as the line, a comment or one of ``ends``."""
        if self.here() == '"':
            return self._double()
        if self.here() == "'":
            return self._single()
        start = self._place
        while self.here() and self.here() not in ends + "\n" and not self._begins_comment():
            self._place += 1
        plain = self._text[start : self._place].strip()
        if plain[:1] in _SPECIAL and plain:
            raise ValueError("the names of the classes are not understood")
        return plain

    def _begins_comment(self) -> bool:
        return self.here() == "#" and self._text[self._place - 1 : self._place].isspace()

    def _single(self) -> str:
        parts = []
        while self.here() == "'":
            end = self._text.find("'", self._place + 1)
            if end < 0:
                raise ValueError("a name of a class lacks its closing quote")
            parts.append(self._text[self._place + 1 : end])
            self._place = end + 1
        return "'".join(parts)

    def _double(self) -> str:
        self._place += 1
        parts: list[str] = []
        while self.here() != '"':
            if not self.here():
                raise ValueError("a name of a class lacks its closing quote")
            parts.append(self._escape() if self.here() == "\\" else self.here())
            self._place += 1
        self._place += 1
        # JSON writes letters beyond 16 bits as pairs.
        return "".join(parts).encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _escape(self) -> str:
        """The letter that an escape stands for; the place is left on its last character."""
        self._place += 1
        kind = self.here()
        if kind in _HEX:
            digits = self._text[self._place + 1 : self._place + 1 + _HEX[kind]]
            self._place += _HEX[kind]
            return chr(int(digits, 16))
        return _ESCAPES.get(kind, kind)

    def rest(self) -> str:
        """What follows, without blanks and comments."""
        self.skip()
        return self._text[self._place :].strip()


def _block(text: str) -> list[tuple[str | None, str]]:
    """Entries on lines of their own: ``- name`` or ``0: name``."""
    entries: list[tuple[str | None, str]] = []
    for line in text.split("\n")[1:]:
        content = line.strip()
        if not content or content.startswith("#"):
            continue
        is_item = content == "-" or content.startswith("- ")
        if not line[0].isspace() and not is_item:
            break
        entries.append((None, _value(content[1:])) if is_item else _pair(content))
    return entries


def _pair(content: str) -> tuple[str, str]:
    numbered = re.match(r"""(?:([0-9]+)|"([0-9]+)"|'([0-9]+)')[ \t]*:(?=[ \t]|$)""", content)
    if numbered is None:
        raise ValueError(f"the line '{content}' is no name of a class")
    return next(filter(None, numbered.groups())), _value(content[numbered.end() :])


def _value(text: str) -> str:
    reader = _Reader(text)
    reader.skip()
    found = reader.scalar("")
    if reader.rest():
        raise ValueError(f"the line '{text.strip()}' is no name of a class")
    return found


_YAML = "data.yaml"
_WHAT = "label file of YOLO"
_SHARED = Counted(
    "{count} object shares a class with another: YOLO cannot tell them apart.",
    "{count} objects share a class with another: YOLO cannot tell them apart.",
)
_BOXES = Counted("{count} box without a polygon was left out.", "{count} boxes without polygons were left out.")
_LABELS = "labels"
_SAME = {"train": ("training",), "val": ("valid", "validation")}
_LISTS = ("classes.txt", "labels.txt", "obj.names")
"""Lists of classes that tools write beside the label files or above them, a name a line."""
_BEHIND = Counted(
    "{count} number after a polygon (a confidence or track) was left out.",
    "{count} numbers after polygons (confidences or tracks) were left out.",
)
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
        """See :class:`core.formats.common.writing.FolderFormat`."""
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
        """See :class:`core.formats.common.contract.ReadableFormat`."""
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
        raise UserError("'{path}' does not contain YOLO label files.", "Choose the folder with 'labels'.", path=root)
    raise UserError(
        "'{path}' is not a YOLO dataset: it has no 'labels'.", "Choose the folder that contains 'labels'.", path=root
    )


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
    remarks, tracks = ExportNotes(), Tracks()
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
    paint = label_renderer(size, shapes, remarks)
    return Clip(name, frames, objects, paint, shapes.__contains__, read_notes=remarks.sentences)


def _keys(rows: Sequence[_Row], tracks: Tracks, *, are_parts: bool) -> list[Hashable]:
    """Per line of a frame the object: one of each class where lines ``are_parts``, else each line another one."""
    places = Places()
    return [tracks.add(None, number, 0 if are_parts else places.next(None, number)) for number, _ in rows]


def _rows(file: Path, remarks: ExportNotes) -> list[_Row]:
    rows = []
    with parse_errors_as_user_errors(file, _WHAT):
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
        raise UserError(
            "'{path}' belongs to a dataset of keypoints, not masks.", "Choose a segmentation dataset.", path=file
        )
    with parse_errors_as_user_errors(file, "data.yaml of YOLO"):
        return class_names(text), text.startswith(_ONE_OBJECT) or _EARLIER_EXPORT.fullmatch(text) is not None
