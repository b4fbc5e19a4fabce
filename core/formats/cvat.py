"""CVAT for video 1.1: ``annotations.xml`` beside ``images/frame_000000.jpg``.

A mask is a list of run lengths *inside its box, row by row, background first*. A track shows its last shape until one
with ``outside="1"`` ends it, so every absence is written as one.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from xml.sax.saxutils import quoteattr

import cv2
import numpy as np

from core import xml_text
from core.errors import UserError
from core.files import MOST_TEXT, read_bytes
from core.formats.base import Clip, LabelledClip
from core.formats.polygons import filled
from core.formats.reading import (
    Shape,
    assign_ids,
    described,
    frames_of,
    hex_colour,
    match_stems,
    painter,
    plain_runs_mask,
    refuse_set,
    understood,
)
from core.formats.remarks import Remarks
from core.formats.spool import Spool
from core.formats.writing import ClipPlan, Export, ExportFrame, FolderFormat, Sink, category_of
from core.labels import object_ids
from core.types import BoolArray, ObjectInfo
from core.video import FrameSource

_FILE = "annotations.xml"
_WHAT = "file in the format CVAT for video 1.1"
_UNKNOWN_SHAPE = "{} shapes other than masks, polygons, boxes and ellipses were left out."
_TAGS = "{} tags of whole frames were left out."


class CvatFormat(FolderFormat):
    """Reads and writes CVAT for video 1.1."""

    id = "cvat"
    title = "CVAT for video 1.1"
    heeds = frozenset({"pictures"})
    parts = (_FILE, "images")
    holds_many = False

    def begin(self, export: Export) -> Sink:
        """See :class:`core.formats.writing.FolderFormat`."""
        return _CvatSink(export, export.plans[0])

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """The one task's name. Raises UserError."""
        refuse_set(image_set, self.title)
        return (_task_name(_parsed(root), root),)

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`core.formats.base.ReadableFormat`. Frames without a track are empty, not unknown."""
        folder = root if root.is_dir() else root.parent
        source = frames_of(frames, (folder / "images", folder), root)
        return _read(_parsed(root), root, sequence, source)


class _CvatSink:
    def __init__(self, export: Export, plan: ClipPlan) -> None:
        self._export, self._plan = export, plan
        self._names = {each.id: each.name for each in plan.objects}
        self._tracks = {each.id: export.spool(f"track-{each.id}") for each in plan.objects}
        self._last: dict[int, dict[str, str]] = {}
        self._shown: frozenset[int] = frozenset()

    def add(self, frame: ExportFrame) -> None:
        self._export.save_picture(frame, self._export.root / "images", f"frame_{frame.position:06d}")
        self._export.note_void(frame)
        ids = object_ids(frame.labels)
        for object_id in ids:
            self._last[object_id] = _attributes(frame.labels == object_id)
            self._shape(object_id, frame.position, outside=False)
        for object_id in sorted(self._shown.difference(ids)):
            self._shape(object_id, frame.position, outside=True)
        self._shown = frozenset(ids)

    def _shape(self, object_id: int, position: int, *, outside: bool) -> None:
        told = {"frame": str(position), "keyframe": "1", "outside": str(int(outside)), "occluded": "0"}
        shape = ET.Element("mask", {**told, **self._last[object_id]})
        _text(shape, "attribute", self._names[object_id]).set("name", "name")
        ET.indent(shape, level=2)
        self._tracks[object_id].add(f"    {ET.tostring(shape, encoding='unicode')}\n")

    def finish(self) -> None:
        root = ET.Element("annotations")
        _text(root, "version", "1.1")
        root.append(_meta(self._plan))
        ET.indent(root)
        head = ET.tostring(root, encoding="unicode").removesuffix("</annotations>")
        tracks: list[str | Spool] = []
        for each in self._plan.objects:
            # The id of a track is ours; CVAT counts anew when it imports.
            attributes = f'id="{each.id}" label={quoteattr(category_of(each))} source="manual"'
            tracks += [f"  <track {attributes}>\n", self._tracks[each.id], "  </track>\n"]
        declaration = '<?xml version="1.0" encoding="utf-8"?>\n'
        self._export.save_text(self._export.root / _FILE, declaration, head, *tracks, "</annotations>\n")


def _attributes(mask: BoolArray) -> dict[str, str]:
    left, top, width, height = cv2.boundingRect(mask.view(np.uint8))
    return {
        "rle": ", ".join(map(str, _runs(mask[top : top + height, left : left + width]))),
        "left": str(left),
        "top": str(top),
        "width": str(width),
        "height": str(height),
        "z_order": "0",
    }


def _runs(mask: BoolArray) -> list[int]:
    """Row-major run lengths, background first."""
    flat = mask.ravel()
    borders = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    edges = np.concatenate(([0], borders, [flat.size]))
    runs: list[int] = np.diff(edges).tolist()
    return [0, *runs] if flat[0] else runs


def _text(parent: ET.Element, tag: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, tag)
    element.text = text
    return element


def _meta(plan: ClipPlan) -> ET.Element:
    meta = ET.Element("meta")
    task = ET.SubElement(meta, "task")
    first, last = plan.frames[0], plan.frames[-1]
    step = plan.frames[1] - first if len(plan.frames) > 1 else 1
    regular = plan.frames == tuple(range(first, last + 1, step))
    told = {
        "name": plan.name,
        "size": str(len(plan.frames)),
        "mode": "interpolation",
        "overlap": "0",
        "start_frame": str(first if regular else 0),
        "stop_frame": str(last if regular else len(plan.frames) - 1),
        "frame_filter": f"step={step}" if regular and step > 1 else "",
    }
    for tag, text in told.items():
        _text(task, tag, text)
    task.append(_labels(plan.objects))
    size = ET.SubElement(task, "original_size")
    _text(size, "width", str(plan.size[1]))
    _text(size, "height", str(plan.size[0]))
    return meta


def _labels(objects: Sequence[ObjectInfo]) -> ET.Element:
    labels = ET.Element("labels")
    for name, info in {category_of(each): each for each in reversed(objects)}.items():
        label = ET.SubElement(labels, "label")
        _text(label, "name", name)
        _text(label, "color", hex_colour(info))
        attribute = ET.SubElement(ET.SubElement(label, "attributes"), "attribute")
        told = {"name": "name", "mutable": "False", "input_type": "text", "default_value": "", "values": ""}
        for tag, text in told.items():
            _text(attribute, tag, text)
    return labels


def _parsed(root: Path) -> ET.Element:
    file = root / _FILE if root.is_dir() else root
    data = read_bytes(file, MOST_TEXT)
    if data[:2] == b"PK":
        raise UserError(f"'{file}' is a ZIP archive.", "Unpack it, then choose its folder.")
    try:
        tree = xml_text.parsed(data)
    except ValueError as error:
        raise UserError(f"'{file}' is no XML: {error}.", "Export the task from CVAT again.") from error
    if tree.tag != "annotations" or tree.find("image") is not None:
        raise UserError(f"'{file}' is no {_WHAT}.", "Export the task from CVAT as 'CVAT for video 1.1'.")
    return tree


def _task_name(tree: ET.Element, root: Path) -> str:
    return tree.findtext("meta/task/name") or tree.findtext("meta/job/name") or root.resolve().stem


def _read(tree: ET.Element, root: Path, name: str, frames: FrameSource) -> LabelledClip:
    remarks = Remarks()
    size = (frames.height, frames.width)
    with understood(root, _WHAT):
        numbers = _frame_numbers(tree, frames, root)
        tracks = list(tree.iter("track"))
        ids = assign_ids({position: int(track.get("id", 0)) for position, track in enumerate(tracks)}, remarks)
        shapes: dict[int, list[tuple[int, Shape]]] = {}
        for position, track in enumerate(tracks):
            for frame, element in _held(track, len(numbers), remarks):
                shape = Shape(ids.get(position, 0), partial(_mask, root, element, size))
                shapes.setdefault(numbers[frame], []).append((int(element.get("z_order", 0)), shape))
        objects = [_info(tree, ids[position], track) for position, track in enumerate(tracks) if position in ids]
    remarks.add(_TAGS, None, len(tree.findall("tag")))
    layers = {
        index: [shape for _, shape in sorted(found, key=lambda each: each[0]) if shape.object_id]
        for index, found in shapes.items()
    }
    known = frozenset(numbers)
    objects.sort(key=lambda info: info.id)
    paint = painter(size, layers, remarks)
    return Clip(name, frames, tuple(objects), paint, known.__contains__, read_notes=remarks.sentences)


def _frame_numbers(tree: ET.Element, frames: FrameSource, root: Path) -> list[int]:
    """Per frame of the task its frame of the source."""
    task = next((found for found in map(tree.find, ("meta/task", "meta/job")) if found is not None), None)
    if task is None:
        return list(range(frames.frame_count))
    size = int(task.findtext("size") or frames.frame_count)
    if size == frames.frame_count:
        return list(range(size))
    first = int(task.findtext("start_frame") or 0)
    step = int((task.findtext("frame_filter") or "step=1").rpartition("=")[2])
    numbers = [first + step * position for position in range(size)]
    if numbers and numbers[-1] >= frames.frame_count:
        return list(match_stems(frames, [f"{number:05d}" for number in numbers], root, Remarks()))
    return numbers


def _held(track: ET.Element, size: int, remarks: Remarks) -> Iterator[tuple[int, ET.Element]]:
    """Frames on which the track shows, each with its shape: the last one given, until one that is outside."""
    given: Mapping[int, ET.Element] = {int(shape.attrib["frame"]): shape for shape in track}
    current: ET.Element | None = None
    for frame in range(min(given, default=size), size):
        current = given.get(frame, current)
        if frame in given and given[frame].tag not in _PAINTERS:
            remarks.add(_UNKNOWN_SHAPE, id(given[frame]))
        if current is not None and current.get("outside") != "1" and current.tag in _PAINTERS:
            yield frame, current


def _info(tree: ET.Element, object_id: int, track: ET.Element) -> ObjectInfo:
    label = track.get("label", "")
    names = [each.text or "" for each in track.iter("attribute") if each.get("name") == "name"]
    name = names[0] if names else ""
    colours = {each.findtext("name"): each.findtext("color") for each in tree.iter("label")}
    is_alone = sum(each.get("label") == label for each in tree.iter("track")) == 1
    return described(object_id, name or label, label, colours.get(label) if is_alone else None)


def _mask(root: Path, element: ET.Element, size: tuple[int, int]) -> BoolArray:
    with understood(root, _WHAT):
        return _PAINTERS[element.tag](element, size)


def _run_length_mask(element: ET.Element, size: tuple[int, int]) -> BoolArray:
    left, top, width, height = (int(element.attrib[key]) for key in ("left", "top", "width", "height"))
    if min(left, top) < 0 or top + height > size[0] or left + width > size[1]:
        raise ValueError(f"a mask reaches outside the frames of {size[1]}x{size[0]}")
    mask = np.zeros(size, np.bool_)
    runs = [int(run) for run in element.attrib["rle"].split(",")]
    mask[top : top + height, left : left + width] = plain_runs_mask(runs, height, width)
    return mask


def _polygon_mask(element: ET.Element, size: tuple[int, int]) -> BoolArray:
    points = [[float(side) for side in point.split(",")] for point in element.attrib["points"].split(";")]
    return filled(points, size)


def _box_mask(element: ET.Element, size: tuple[int, int]) -> BoolArray:
    left, top, right, bottom = (float(element.attrib[key]) for key in ("xtl", "ytl", "xbr", "ybr"))
    mask = np.zeros(size, np.bool_)
    mask[max(round(top), 0) : max(round(bottom), 0), max(round(left), 0) : max(round(right), 0)] = True
    return mask


def _ellipse_mask(element: ET.Element, size: tuple[int, int]) -> BoolArray:
    column, row, width, height = (float(element.attrib[key]) for key in ("cx", "cy", "rx", "ry"))
    rows, columns = np.mgrid[: size[0], : size[1]] + 0.5
    inside: BoolArray = ((columns - column) / max(width, 0.5)) ** 2 + ((rows - row) / max(height, 0.5)) ** 2 <= 1
    return inside


_PAINTERS = {"mask": _run_length_mask, "polygon": _polygon_mask, "box": _box_mask, "ellipse": _ellipse_mask}
