"""YOLO segmentation: ``images/<set>/``, ``labels/<set>/<frame>.txt`` and ``data.yaml``.

A line is ``class x1 y1 ... xn yn``, normalised by width and height, one polygon for each connected part. The format
knows classes alone: objects of one category become one when it is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import numpy as np

from core.errors import UserError
from core.files import read_text
from core.formats.base import Clip, LabelledClip
from core.formats.coco_json import category_ids
from core.formats.polygons import Points, filled, polygons
from core.formats.reading import (
    Shape,
    assign_ids,
    chosen_clip,
    chosen_set,
    described,
    frames_of,
    match_stems,
    painter,
    refuse_set,
    subfolders,
    understood,
)
from core.formats.remarks import Remarks
from core.formats.writing import Export, ExportFrame, FolderFormat, Sink, category_of
from core.image_folder import natural_key
from core.labels import object_ids
from core.types import BoolArray
from core.video import FrameSource

_YAML = "data.yaml"
_WHAT = "label file of YOLO"
_SHARED = "{} objects share a class with another: YOLO cannot tell them apart."
_BOXES = "{} boxes without a polygon were left out."
_BY_CLASS = "YOLO knows classes alone: each of {} classes became one object."
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
        """The sets, which are the clips here; the folder's own name where there are none. Raises UserError."""
        sets = _sets(root)
        if None in sets:
            refuse_set(image_set, self.title)
            return (root.resolve().name,)
        return chosen_set(image_set, [str(name) for name in sets], root)

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`core.formats.base.ReadableFormat`."""
        folders = {name or root.resolve().name: folder for name, folder in _sets(root).items()}
        folder = chosen_clip(folders, sequence, root)
        places = (root / "images" / sequence, root / sequence / "images", root / "images", folder)
        return _read(root, folder, sequence, frames_of(frames, places, root))


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
        lines = ["path: ."]
        # Trainers insist on both; a single set serves as either.
        lines += [
            f"{name}: images/{name if name in sets else sets[0]}" for name in dict.fromkeys(("train", "val", *sets))
        ]
        # A JSON string is a YAML string.
        lines += ["names:", *(f"  {number}: {json.dumps(name)}" for name, number in self._classes.items())]
        self._export.save_text(self._export.root / _YAML, "\n".join([*lines, ""]))


def _line(number: int, points: Points, frame: ExportFrame) -> str:
    height, width = frame.plan.size
    # A quarter into the pixel: readers that cut fractions off and readers that round both find it again.
    corners = (points + 0.25) / (width, height)
    return " ".join([str(number), *(f"{value:.6f}" for value in corners.ravel())]) + "\n"


def _sets(root: Path) -> Mapping[str | None, Path]:
    """Per set the folder of its label files; the set is None where there are no sets."""
    base = root / "labels"
    if base.is_dir():
        sets: dict[str | None, Path] = {folder.name: folder for folder in subfolders(base)}
        return sets or {None: base}
    if root.is_dir():
        found: dict[str | None, Path] = {
            folder.name: folder / "labels" for folder in subfolders(root) if (folder / "labels").is_dir()
        }
        if found:
            return found
    raise UserError(f"'{root}' is no YOLO dataset: it has no 'labels'.", "Choose the folder that holds 'labels'.")


def _read(root: Path, folder: Path, name: str, frames: FrameSource) -> LabelledClip:
    remarks = Remarks()
    size = (frames.height, frames.width)
    files = sorted(folder.glob("*.txt"), key=natural_key)
    indices = match_stems(frames, [file.stem for file in files], folder, remarks)
    rows = {index: _rows(file, remarks) for index, file in zip(indices, files, strict=True)}
    names = _names(root / _YAML)
    classes = sorted({number for found in rows.values() for number, _ in found} | set(names))
    ids = assign_ids(dict.fromkeys(classes), remarks)
    for number in ids:
        remarks.add(_BY_CLASS, number)
    shapes = {
        index: [Shape(ids[number], partial(_mask, corners, size)) for number, corners in found if number in ids]
        for index, found in rows.items()
    }
    objects = tuple(described(ids[each], category=names.get(each, f"class {each}")) for each in classes if each in ids)
    paint = painter(size, shapes, remarks)
    return Clip(name, frames, objects, paint, shapes.__contains__, read_notes=remarks.sentences)


def _rows(file: Path, remarks: Remarks) -> list[tuple[int, tuple[float, ...]]]:
    rows = []
    with understood(file, _WHAT):
        for place, line in enumerate(read_text(file).splitlines()):
            number, *corners = line.split() or [""]
            if len(corners) + 1 == _BOX_NUMBERS:
                remarks.add(_BOXES, (file, place))
            elif number:
                if len(corners) + 1 < _FEWEST_NUMBERS or len(corners) % 2:
                    raise ValueError(f"line {place + 1} is no polygon")
                rows.append((int(number), tuple(float(value) for value in corners)))
    return rows


def _mask(corners: tuple[float, ...], size: tuple[int, int]) -> BoolArray:
    limit = np.array((size[1], size[0]))
    points = np.asarray(corners).reshape(-1, 2) * limit
    return filled(np.clip(points, 0, limit - 1), size)


def _names(file: Path) -> dict[int, str]:
    """Names of the classes in ``data.yaml``: the three ways in which they are commonly written."""
    if not file.is_file():
        return {}
    text = read_text(file)
    with understood(file, "data.yaml of YOLO"):
        flow = re.search(r"^names:\s*([\[{].*?[\]}])", text, re.MULTILINE | re.DOTALL)
        if flow:
            entries = [part.strip() for part in flow[1][1:-1].split(",") if part.strip()]
        else:
            block = re.search(r"^names:[^\n]*\n((?:[ \t]*(?:-|\d+:)[^\n]*\n?|[ \t]*\n)*)", text, re.MULTILINE)
            entries = [line.strip() for line in (block[1].splitlines() if block else []) if line.strip()]
        return dict(_entry(number, entry) for number, entry in enumerate(entries))


def _entry(number: int, entry: str) -> tuple[int, str]:
    numbered = re.fullmatch(r"(\d+)\s*:\s*(.*)", entry)
    if numbered:
        return int(numbered[1]), _scalar(numbered[2])
    return number, _scalar(entry.removeprefix("-").strip())


def _scalar(text: str) -> str:
    """A YAML string: in double quotes (as JSON), in single quotes, or bare with a comment behind."""
    if text.startswith('"'):
        return str(json.JSONDecoder().raw_decode(text)[0])
    if text.startswith("'"):
        return text[1 : text.rindex("'")].replace("''", "'")
    return text.split(" #")[0].strip()
