"""CVAT for video 1.1: ``annotations.xml`` beside ``images/frame_000000.jpg``.

A mask is a list of run lengths *inside its box, row by row, background first*. A track shows its last shape until one
with ``outside="1"`` ends it, so every absence is written as one.

Which frames of the source the frames of a task or job of CVAT are: numbers are the video's, with start and step.

CVAT for images 1.1: ``annotations.xml`` with an ``<image>`` for each picture and shapes in it, without tracks.

Shapes of one group on a picture are one object, else the k-th shape of a label on every picture is.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import quoteattr

import cv2
import numpy as np

from core.errors import Counted, Text, UserError
from core.files import MOST_TEXT, documents, read_bytes
from core.files.folders import holdable
from core.formats.common.coco_json import Places, Tracks, stem_of
from core.formats.common.contract import Clip, ExportNotes, LabelledClip
from core.formats.common.cvat_shapes import PAINTED, cvat_mask, fitted, stated_size
from core.formats.common.output_files import TextBuffer
from core.formats.common.reading import (
    Shape,
    assign_ids,
    chosen_clip,
    described,
    frames_of,
    hex_colour,
    label_renderer,
    match_stems,
    parse_errors_as_user_errors,
    refuse_set,
)
from core.formats.common.writing import ClipPlan, Export, ExportFrame, FolderFormat, Sink, category_of
from core.masks.labels import object_ids
from core.types import BoolArray, ObjectInfo
from core.video.frame_source import FrameSource
from core.video.image_folder import ImageFolder

_MOST_FRAMES = 10_000_000


@dataclass(frozen=True, slots=True)
class TaskFrames:
    """The frames of a task.

    Attributes:
        numbers: By which shapes name them, ascending.
        names: Numbers in the names of their pictures; in the video, too.
    """

    numbers: tuple[int, ...]
    names: tuple[int, ...]


def picture_name(number: int) -> str:
    """The stem of the picture of a frame, as CVAT writes it."""
    return f"frame_{number:06d}"


def task_frames(about: ET.Element, used: Collection[int], *, counts_from_zero: bool) -> TaskFrames:
    """The frames that ``about``, the ``task`` or ``job`` of a file's head, speaks of.

    Args:
        used: Numbers of the frames with shapes that are seen.
        counts_from_zero: Whether shapes number the task's own frames, as exports of ours once did.

    Raises:
        ValueError: The numbers do not belong together.
    """
    start, stop = int(about.findtext("start_frame") or 0), int(about.findtext("stop_frame") or 0)
    found = re.search(r"step\s*=\s*([0-9]+)", about.findtext("frame_filter") or "")
    step = max(int(found[1]), 1) if found else 1
    size = int(about.findtext("size") or len(range(start, stop + 1, step)))
    if not 0 <= size <= _MOST_FRAMES or start < 0:
        raise ValueError(f"it has {size} frames from frame {start} on")
    own = tuple(range(size))
    grid = tuple(start + step * position for position in own)
    if about.tag == "job" and size == stop - start + 1:
        grid = _of_job(range(start, stop + 1), step, used)
    if counts_from_zero and set(used) <= set(own):
        return TaskFrames(own, grid)
    if set(used) <= set(grid):
        return TaskFrames(grid, grid)
    if set(used) <= set(own):
        return TaskFrames(own, grid)
    stray = min(set(used) - set(grid))
    raise ValueError(f"it has a shape on frame {stray}, which is not one of its frames ({_listed(grid)})")


def _of_job(frames: range, step: int, used: Collection[int]) -> tuple[int, ...]:
    """Numbers in the video of a job's frames, which its head counts within the task, whose own start it leaves out."""
    lowest = max((number - step * frames[-1] for number in used), default=0)
    first = min(used, default=0)
    start = max(lowest, 0)
    start += (first - start) % step
    return tuple(start + step * frame for frame in frames)


def _listed(grid: tuple[int, ...]) -> str:
    return ", ".join(map(str, grid)) if len(grid) <= 3 else f"{grid[0]}, {grid[1]}, ... {grid[-1]}"


def source_frames(task: TaskFrames, frames: FrameSource, root: Path, remarks: ExportNotes) -> Mapping[int, int]:
    """Per number of a frame, as shapes name it, the frame of the source. Raises UserError where they do not fit.

    The source is the task's pictures, called as CVAT calls them or as many as the task has frames, or the whole video.
    """
    if isinstance(frames, ImageFolder):
        index_of = {frames.name(index): index for index in range(frames.frame_count)}
        if all(picture_name(name) in index_of for name in task.names):
            pairs = zip(task.numbers, task.names, strict=True)
            return {number: index_of[picture_name(name)] for number, name in pairs}
    if not task.names or task.names[-1] < frames.frame_count:
        return dict(zip(task.numbers, task.names, strict=True))
    if len(task.numbers) == frames.frame_count:
        return {number: index for index, number in enumerate(task.numbers)}
    stems = [f"{name:05d}" for name in task.names]
    return dict(zip(task.numbers, match_stems(frames, stems, root, remarks), strict=True))


_WHAT_CVAT_IMAGES = "file in the format CVAT for images 1.1"
_UNKNOWN_SHAPE = Counted(
    "{count} shape other than a mask, polygon, box or ellipse was left out.",
    "{count} shapes other than masks, polygons, boxes and ellipses were left out.",
)
_TAGS = Counted("{count} tag of a whole frame was left out.", "{count} tags of whole frames were left out.")


@dataclass(frozen=True, slots=True, eq=False)
class _Drawn:
    """A shape of an object, and the (height, width) that it is drawn for."""

    key: Hashable
    element: ET.Element
    size: tuple[int, int]

    def mask(self, root: Path, size: tuple[int, int]) -> BoolArray:
        """(height, width) at ``size``. Raises UserError."""
        with parse_errors_as_user_errors(root, _WHAT_CVAT_IMAGES):
            return fitted(cvat_mask(self.element, self.size), size)


def is_of_images(tree: ET.Element) -> bool:
    """Whether a file of CVAT has pictures, not tracks through a video."""
    return tree.find("image") is not None


def read_images(tree: ET.Element, root: Path, name: str, frames: FrameSource) -> LabelledClip:
    """The clip in a file for which :func:`is_of_images` holds. Raises UserError."""
    remarks, tracks = ExportNotes(), Tracks()
    size = (frames.height, frames.width)
    with parse_errors_as_user_errors(root, _WHAT_CVAT_IMAGES):
        images = tree.findall("image")
        indices = match_stems(frames, [stem_of(image.attrib["name"]) for image in images], root, remarks)
        drawn = {index: _shapes(image, size, tracks, remarks) for index, image in zip(indices, images, strict=True)}
        labels = {label: label for label in tracks.categories.values()}
    ids, objects = tracks.objects(labels, (), remarks)
    shapes = {
        index: [Shape(ids[each.key], partial(each.mask, root, size)) for each in some if each.key in ids]
        for index, some in drawn.items()
    }
    paint = label_renderer(size, shapes, remarks)
    return Clip(name, frames, objects, paint, shapes.__contains__, read_notes=remarks.sentences)


def _shapes(image: ET.Element, size: tuple[int, int], tracks: Tracks, remarks: ExportNotes) -> list[_Drawn]:
    """The shapes of a picture from the lowest to the topmost."""
    stated = stated_size(image.get("height"), image.get("width"), size, remarks)
    places = Places()
    found: list[tuple[int, _Drawn]] = []
    for element in image:
        if element.tag == "tag":
            remarks.add(_TAGS, id(element))
        elif element.tag not in PAINTED:
            remarks.add(_UNKNOWN_SHAPE, id(element))
        else:
            label, group = element.get("label", ""), element.get("group_id") or None
            key = tracks.add(group, label, places.next(group, label))
            found.append((int(element.get("z_order") or 0), _Drawn(key, element, stated)))
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


_FILE = "annotations.xml"
_WHAT = "file in the format CVAT for video 1.1"
_SECOND_SHAPE = Counted(
    "{count} shape was left out: its track has another one on the same frame.",
    "{count} shapes were left out: their tracks have others on the same frames.",
)
_UNEVEN = Text(
    "The chosen frames are not evenly spaced, which CVAT cannot store. They were numbered from 0, "
    "like their images, so they do not match the original video."
)


class CvatFormat(FolderFormat):
    """Reads and writes CVAT for video 1.1, and reads CVAT for images 1.1."""

    id = "cvat"
    title = "CVAT for video 1.1"
    heeds = frozenset({"pictures"})
    parts = (_FILE, "images")
    holds_many = False

    def begin(self, export: Export) -> Sink:
        """See :class:`core.formats.common.writing.FolderFormat`."""
        return _CvatSink(export, export.plans[0])

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """The task's name, or those of a project's tasks. Raises UserError."""
        refuse_set(image_set, self.title)
        with parse_errors_as_user_errors(root, _WHAT):
            return tuple(_tasks(_parsed(root), root))

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`.ReadableFormat`. Frames without a track are empty, not unknown."""
        folder = root if root.is_dir() else root.parent
        source = frames_of(frames, (folder / "images", folder), root)
        tree = _parsed(root)
        if is_of_images(tree):
            return read_images(tree, root, sequence, source)
        return _read(tree, root, sequence, source)


class _CvatSink:
    def __init__(self, export: Export, plan: ClipPlan) -> None:
        self._export, self._plan = export, plan
        self._step = _step(plan.frames)
        if self._step is None:
            export.remarks.add(_UNEVEN)
        self._names = {each.id: holdable(each.name) for each in plan.objects}
        self._tracks = {each.id: export.spool(f"track-{each.id}") for each in plan.objects}
        self._last: dict[int, dict[str, str]] = {}
        self._shown: frozenset[int] = frozenset()

    def add(self, frame: ExportFrame) -> None:
        number = self._number(frame)
        self._export.save_picture(frame, self._export.root / "images", picture_name(number))
        self._export.note_void(frame)
        ids = object_ids(frame.labels)
        for object_id in ids:
            self._last[object_id] = _attributes(frame.labels == object_id)
            self._shape(object_id, number, outside=False)
        for object_id in sorted(self._shown.difference(ids)):
            self._shape(object_id, number, outside=True)
        self._shown = frozenset(ids)

    def _number(self, frame: ExportFrame) -> int:
        return frame.index if self._step else frame.position

    def _shape(self, object_id: int, number: int, *, outside: bool) -> None:
        told = {"frame": str(number), "keyframe": "1", "outside": str(int(outside)), "occluded": "0"}
        shape = ET.Element("mask", {**told, **self._last[object_id]})
        _text(shape, "attribute", self._names[object_id]).set("name", "name")
        ET.indent(shape, level=2)
        self._tracks[object_id].add(f"    {ET.tostring(shape, encoding='unicode')}\n")

    def finish(self) -> None:
        root = ET.Element("annotations")
        _text(root, "version", "1.1")
        root.append(_meta(self._plan, self._step))
        ET.indent(root)
        head = ET.tostring(root, encoding="unicode").removesuffix("</annotations>")
        tracks: list[str | TextBuffer] = []
        for each in self._plan.objects:
            # The id of a track is ours; CVAT counts again when it imports.
            attributes = f'id="{each.id}" label={quoteattr(holdable(category_of(each)))} source="manual"'
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


def _step(frames: Sequence[int]) -> int | None:
    """The step between ``frames``, None where they are not evenly spaced."""
    steps = {later - earlier for earlier, later in pairwise(frames)} or {1}
    return steps.pop() if len(steps) == 1 else None


def _meta(plan: ClipPlan, step: int | None) -> ET.Element:
    meta = ET.Element("meta")
    task = ET.SubElement(meta, "task")
    size = len(plan.frames)
    told = {
        "name": holdable(plan.name),
        "size": str(size),
        "mode": "interpolation",
        "overlap": "0",
        "start_frame": str(plan.frames[0] if step else 0),
        "stop_frame": str(plan.frames[-1] if step else size - 1),
        "frame_filter": f"step={step}" if step and step > 1 else "",
    }
    for tag, text in told.items():
        _text(task, tag, text)
    task.append(_labels(plan.objects))
    segment = ET.SubElement(ET.SubElement(task, "segments"), "segment")
    for tag, text in {"id": "0", "start": "0", "stop": str(size - 1), "url": ""}.items():
        _text(segment, tag, text)
    original = ET.SubElement(task, "original_size")
    _text(original, "width", str(plan.size[1]))
    _text(original, "height", str(plan.size[0]))
    return meta


def _labels(objects: Sequence[ObjectInfo]) -> ET.Element:
    labels = ET.Element("labels")
    for name, info in {holdable(category_of(each)): each for each in reversed(objects)}.items():
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
        raise UserError("'{file}' is a ZIP archive.", "Unpack it, then choose its folder.", file=file)
    try:
        tree = documents.parse_xml(data)
    except ValueError as error:
        raise UserError(
            "'{file}' is not valid XML: {reason}.", "Export the task from CVAT again.", file=file, reason=error
        ) from error
    if tree.tag != "annotations":
        raise UserError(
            "'{file}' is not a {kind}.", "Export the task from CVAT as 'CVAT for video 1.1'.", file=file, kind=_WHAT
        )
    return tree


def _tasks(tree: ET.Element, root: Path) -> dict[str, _Task]:
    """Per name its task: one, or those of a project."""
    listed = tree.findall("meta/project/tasks/task")
    if not listed:
        about = next((found for found in map(tree.find, ("meta/task", "meta/job")) if found is not None), None)
        name = (about.findtext("name") if about is not None else "") or root.resolve().stem
        return {name: _Task(about, list(tree.iter("track")))}
    tasks: dict[str, _Task] = {}
    for about in listed:
        number, name = about.findtext("id") or "", about.findtext("name") or ""
        own = [track for track in tree.iter("track") if track.get("task_id") in (None, number)]
        tasks[f"{name} {number}".strip() if not name or name in tasks else name] = _Task(about, own)
    return tasks


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    """What a file says of a task: its head, None where it has none, and its tracks."""

    about: ET.Element | None
    tracks: Sequence[ET.Element]

    def numbers(self, frames: FrameSource, root: Path, remarks: ExportNotes) -> Mapping[int, int]:
        """Per number of a frame the frame of the source."""
        if self.about is None:
            return {number: number for number in range(frames.frame_count)}
        shapes = [shape for track in self.tracks for shape in track if shape.get("outside") != "1"]
        used = {int(shape.attrib["frame"]) for shape in shapes}
        # Exports of ours counted from 0 once; CVAT, and ours since, list the task's segments.
        named = any(each.get("name") == "name" for track in self.tracks for each in track.iter("attribute"))
        is_old = named and self.about.find("segments") is None and self.about.find("id") is None
        return source_frames(task_frames(self.about, used, counts_from_zero=is_old), frames, root, remarks)

    def size(self, size: tuple[int, int], remarks: ExportNotes) -> tuple[int, int]:
        """(height, width) that shapes are drawn for."""
        if self.about is None:
            return size
        height, width = (self.about.findtext(f"original_size/{side}") for side in ("height", "width"))
        return stated_size(height, width, size, remarks)


def _read(tree: ET.Element, root: Path, name: str, frames: FrameSource) -> LabelledClip:
    remarks = ExportNotes()
    size = (frames.height, frames.width)
    with parse_errors_as_user_errors(root, _WHAT):
        task = chosen_clip(_tasks(tree, root), name, root)
        drawn = task.size(size, remarks)
        index_of = task.numbers(frames, root, remarks)
        tracks = task.tracks
        ids = assign_ids({position: int(track.get("id", 0)) for position, track in enumerate(tracks)}, remarks)
        shapes: dict[int, list[tuple[int, Shape]]] = {}
        for position, track in enumerate(tracks):
            for frame, element in _held(track, sorted(index_of), remarks):
                shape = Shape(ids.get(position, 0), partial(_mask, root, element, drawn, size))
                shapes.setdefault(index_of[frame], []).append((int(element.get("z_order", 0)), shape))
        objects = [_info(tree, ids[position], track) for position, track in enumerate(tracks) if position in ids]
    remarks.add(_TAGS, None, len(tree.findall("tag")))
    layers = {
        index: [shape for _, shape in sorted(found, key=lambda each: each[0]) if shape.object_id]
        for index, found in shapes.items()
    }
    known = frozenset(index_of.values())
    objects.sort(key=lambda info: info.id)
    paint = label_renderer(size, layers, remarks)
    return Clip(name, frames, tuple(objects), paint, known.__contains__, read_notes=remarks.sentences)


def _held(track: ET.Element, numbers: Sequence[int], remarks: ExportNotes) -> Iterator[tuple[int, ET.Element]]:
    """Frames on which the track shows, each with its shape: the last one given, until one that is outside."""
    given: dict[int, ET.Element] = {}
    for shape in track:
        if given.setdefault(int(shape.attrib["frame"]), shape) is not shape:
            remarks.add(_SECOND_SHAPE, id(shape))
    current: ET.Element | None = None
    for frame in numbers:
        current = given.get(frame, current)
        if frame in given and given[frame].tag not in PAINTED:
            remarks.add(_UNKNOWN_SHAPE, id(given[frame]))
        if current is not None and current.get("outside") != "1" and current.tag in PAINTED:
            yield frame, current


def _info(tree: ET.Element, object_id: int, track: ET.Element) -> ObjectInfo:
    label = track.get("label", "")
    names = [each.text or "" for each in track.iter("attribute") if each.get("name") == "name"]
    name = names[0] if names else ""
    colours = {each.findtext("name"): each.findtext("color") for each in tree.iter("label")}
    is_alone = sum(each.get("label") == label for each in tree.iter("track")) == 1
    return described(object_id, name or label, label, colours.get(label) if is_alone else None)


def _mask(root: Path, element: ET.Element, drawn: tuple[int, int], size: tuple[int, int]) -> BoolArray:
    with parse_errors_as_user_errors(root, _WHAT):
        return fitted(cvat_mask(element, drawn), size)
