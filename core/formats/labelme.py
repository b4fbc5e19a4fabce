"""LabelMe: one JSON a frame beside its picture, in a folder for each clip.

A mask is a shape of type ``mask``: two corners of its box, both included, and the patch as PNG in base64. ``group_id``
carries the object's id, ``label`` its category, ``description`` its name. Void is labelled ``__ignore__``, as in
LabelMe's own conversion to VOC.
"""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable, Hashable, Mapping, Sequence, Set
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image

from core.errors import Counted, UserError
from core.files import read_bytes
from core.files.folders import files_with, holdable, subfolders
from core.files.pictures import load, open_picture
from core.formats.common.coco_json import Places, Tracks
from core.formats.common.contract import Clip, ExportNotes, LabelledClip
from core.formats.common.cvat_shapes import fitted, stated_size
from core.formats.common.reading import (
    Shape,
    chosen_clip,
    frames_of,
    label_renderer,
    match_stems,
    parse_errors_as_user_errors,
    read_json,
    refuse_set,
)
from core.formats.common.shapes import coordinates, filled, refuse_shares
from core.formats.common.writing import ClipPlan, Export, ExportFrame, FolderFormat, Sink, category_of
from core.masks.labels import object_ids
from core.types import VOID, BoolArray, ObjectInfo, UInt8Array
from core.video.frame_source import FrameSource

_VERSION = "5.5.0"
_VOID = "__ignore__"
_WHAT = "LabelMe file"
_FEWEST_CORNERS = 3
_FEW_CORNERS = Counted(
    "{count} polygon with fewer than three corners was left out.",
    "{count} polygons with fewer than three corners were left out.",
)
_OTHER_FILES = Counted(
    "{count} JSON file that is not from LabelMe was skipped.",
    "{count} JSON files that are not from LabelMe were skipped.",
)
_OTHER_SHAPES = Counted(
    "{count} shape other than a mask, polygon, rectangle or circle was left out.",
    "{count} shapes other than masks, polygons, rectangles and circles were left out.",
)


class LabelMeFormat(FolderFormat):
    """Reads and writes LabelMe."""

    id = "labelme"
    title = "LabelMe"
    heeds = frozenset({"pictures", "naming"})

    def begin(self, export: Export) -> Sink:
        """See :class:`core.formats.common.writing.FolderFormat`."""
        return _LabelMeSink(export)

    def top_names(self, plans: Sequence[ClipPlan]) -> Set[str]:
        """See :class:`core.formats.common.writing.FolderFormat`."""
        return {plan.name for plan in plans}

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """Names of the folders with files of LabelMe in them. Raises UserError."""
        refuse_set(image_set, self.title)
        return tuple(_folders(root))

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`core.formats.common.contract.ReadableFormat`."""
        folder = chosen_clip(_folders(root), sequence, root)
        return _read(folder, sequence, frames_of(frames, [folder], root))


class _LabelMeSink:
    def __init__(self, export: Export) -> None:
        self._export = export

    def add(self, frame: ExportFrame) -> None:
        folder = self._export.root / frame.plan.name
        self._export.save_picture(frame, folder)
        labels, stem = frame.labels, frame.stem
        infos = {each.id: each for each in frame.plan.objects}
        self._export.files.write(folder / f"{stem}.json", lambda: _document(labels, stem, infos))

    def finish(self) -> None:
        """Every frame is written already."""


def _document(labels: UInt8Array, stem: str, infos: Mapping[int, ObjectInfo]) -> bytes:
    ids = [*object_ids(labels), *([VOID] if (labels == VOID).any() else [])]
    document = {
        "version": _VERSION,
        "flags": {},
        "shapes": [_shape(labels == each, infos.get(each)) for each in ids],
        "imagePath": f"{stem}.jpg",
        "imageData": None,
        "imageHeight": labels.shape[0],
        "imageWidth": labels.shape[1],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _shape(mask: BoolArray, info: ObjectInfo | None) -> dict[str, Any]:
    left, top, width, height = cv2.boundingRect(mask.view(np.uint8))
    buffer = io.BytesIO()
    patch = mask[top : top + height, left : left + width]
    Image.fromarray(patch.astype(np.uint8)).save(buffer, format="PNG")
    return {
        "label": category_of(info) if info else _VOID,
        "points": [[float(left), float(top)], [float(left + width - 1), float(top + height - 1)]],
        "group_id": info.id if info else None,
        "description": info.name if info else "",
        "shape_type": "mask",
        "flags": {},
        "mask": base64.b64encode(buffer.getvalue()).decode("ascii"),
    }


def _folders(root: Path) -> dict[str, Path]:
    """Folders that hold JSON beside pictures: those below ``root``, or itself."""
    if root.is_dir():
        if files_with(root, ".json"):
            return {root.resolve().name: root}
        found = {folder.name: folder for folder in subfolders(root) if files_with(folder, ".json")}
        if found:
            return found
    raise _nothing_found(root)


def _read(folder: Path, name: str, frames: FrameSource) -> LabelledClip:
    remarks, tracks = ExportNotes(), Tracks()
    files = _files(folder, frames, remarks)
    indices = match_stems(frames, [file.stem for file in files], folder, remarks)
    size = (frames.height, frames.width)
    names: dict[Hashable, str] = {}
    found: dict[int, list[tuple[Hashable, Callable[[], BoolArray]]]] = {}
    outlines: list[Any] = []
    for index, file in zip(indices, files, strict=True):
        found[index], places = [], Places()
        drawn, shapes = _shapes(file, size, remarks)
        for shape in shapes:
            with parse_errors_as_user_errors(file, _WHAT):
                group, label = shape.get("group_id"), str(shape["label"])
                key = None if _is_void(shape) else tracks.add(group, label, places.next(group, label))
                told = holdable(shape.get("description") or "")
            names.setdefault(key, told)
            found[index].append((key, partial(_mask, file, shape, drawn, size)))
        outlines += [shape["points"] for shape in shapes if shape.get("shape_type", "polygon") == "polygon"]
    with parse_errors_as_user_errors(folder, _WHAT):
        refuse_shares(outlines)
    labels = {label: label for label in tracks.categories.values()}
    ids, plain = tracks.objects(labels, (), remarks)
    shapes_of = {
        index: [Shape(VOID if key is None else ids[key], mask) for key, mask in each if key is None or key in ids]
        for index, each in found.items()
    }
    called = {ids[key]: text for key, text in names.items() if key in ids and text}
    objects = tuple(_named(info, called.get(info.id)) for info in plain)
    paint = label_renderer(size, shapes_of, remarks)
    return Clip(name, frames, objects, paint, shapes_of.__contains__, read_notes=remarks.sentences)


def _files(folder: Path, frames: FrameSource, remarks: ExportNotes) -> list[Path]:
    """The JSON files of frames; settings and lists of other tools may lie beside them. Raises UserError."""
    found = files_with(folder, ".json")
    names = {frames.name(index) for index in range(frames.frame_count)}
    kept = [file for file in found if file.stem in names or b'"shapes"' in read_bytes(file)]
    remarks.add(_OTHER_FILES, count=len(found) - len(kept))
    if not kept:
        raise _nothing_found(folder)
    return kept


def _nothing_found(root: Path) -> UserError:
    return UserError("'{path}' does not contain LabelMe files.", "Choose the folder with the JSON files.", path=root)


def _named(info: ObjectInfo, name: str | None) -> ObjectInfo:
    return ObjectInfo(info.id, name or info.name, info.colour, category=info.category)


def _is_void(shape: Mapping[str, Any]) -> bool:
    return bool(shape["label"] == _VOID and shape.get("group_id") is None)


def _shapes(file: Path, size: tuple[int, int], remarks: ExportNotes) -> tuple[tuple[int, int], list[Mapping[str, Any]]]:
    """The size, (height, width), that the shapes of a file are drawn for, and those that can be painted."""
    document = read_json(file, _WHAT)
    with parse_errors_as_user_errors(file, _WHAT):
        drawn = stated_size(document.get("imageHeight"), document.get("imageWidth"), size, remarks)
        kept = []
        for place, shape in enumerate(document["shapes"] or ()):
            kind = _kind(shape)
            if kind not in _PAINTERS:
                remarks.add(_OTHER_SHAPES, (file, place))
            elif kind == "polygon" and len(shape["points"]) < _FEWEST_CORNERS:
                remarks.add(_FEW_CORNERS, (file, place))
            else:
                kept.append(shape)
        return drawn, kept


def _kind(shape: Mapping[str, Any]) -> str:
    return shape.get("shape_type") or "polygon"


def _mask(file: Path, shape: Mapping[str, Any], drawn: tuple[int, int], size: tuple[int, int]) -> BoolArray:
    with parse_errors_as_user_errors(file, _WHAT):
        return fitted(_PAINTERS[_kind(shape)](shape, drawn), size)


def _patch_mask(shape: Mapping[str, Any], size: tuple[int, int]) -> BoolArray:
    (left, top), (right, bottom) = np.rint(coordinates(shape["points"])).astype(int).tolist()
    if min(left, top) < 0 or right >= size[1] or bottom >= size[0]:
        raise ValueError("a mask reaches outside the frame")
    damaged = UserError("A mask in a LabelMe file is damaged or not an image.", "Save the file again with LabelMe.")
    with open_picture(base64.b64decode(shape["mask"], validate=True), damaged) as image:
        if (image.height, image.width) != (bottom - top + 1, right - left + 1):
            raise ValueError("a mask does not fill its box")
        load(image, damaged)
        patch = np.asarray(image.convert("L")) > 0 if image.mode != "1" else np.asarray(image)
    mask = np.zeros(size, np.bool_)
    mask[top : bottom + 1, left : right + 1] = patch
    return mask


def _polygon_mask(shape: Mapping[str, Any], size: tuple[int, int]) -> BoolArray:
    return filled(shape["points"], size)


def _rectangle_mask(shape: Mapping[str, Any], size: tuple[int, int]) -> BoolArray:
    """Both corners are included, as LabelMe itself paints it, and as its polygons are."""
    corners = np.floor(coordinates(shape["points"]).clip(-1, max(size)))
    (left, top), (right, bottom) = corners.min(axis=0).astype(int).tolist(), corners.max(axis=0).astype(int).tolist()
    mask = np.zeros(size, np.bool_)
    mask[max(top, 0) : bottom + 1, max(left, 0) : right + 1] = True
    return mask


def _circle_mask(shape: Mapping[str, Any], size: tuple[int, int]) -> BoolArray:
    (column, row), (edge_column, edge_row) = coordinates(shape["points"]).tolist()
    rows, columns = np.mgrid[: size[0], : size[1]] + 0.5
    inside: BoolArray = np.hypot(columns - column, rows - row) <= np.hypot(edge_column - column, edge_row - row)
    return inside


_PAINTERS = {
    "mask": _patch_mask,
    "polygon": _polygon_mask,
    # A turned rectangle of X-AnyLabeling: its four corners.
    "rotation": _polygon_mask,
    "rectangle": _rectangle_mask,
    "circle": _circle_mask,
}
