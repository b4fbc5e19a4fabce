"""Label Studio's JSON: a list of tasks, each a picture with brush strokes and polygons in per cent. It is only read.

Clips of annotation files that list pictures with shapes: what the readers of such files share.

Datumaro's JSON: items with polygons and masks, and the labels that they refer to by number. It is only read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np

from core.errors import Counted
from core.files import read_text
from core.files.documents import parse_json
from core.formats.common.coco_json import Places, Tracks, stem_of
from core.formats.common.contract import Clip, ExportNotes, LabelledClip
from core.formats.common.cvat_shapes import fitted, stated_size
from core.formats.common.reading import (
    Shape,
    coco_mask_of,
    frames_of,
    label_renderer,
    match_stems,
    parse_errors_as_user_errors,
    read_json,
    refuse_set,
)
from core.formats.common.shapes import filled
from core.types import BoolArray, UInt8Array
from core.video.frame_source import FrameSource

Size = tuple[int, int]
"""(height, width)."""


@dataclass(frozen=True, slots=True, eq=False)
class ItemShape:
    """A shape: its track or group (None without), its label, and what paints it, (height, width), for ``drawn_for``."""

    track: Any
    label: str
    drawn_for: Size
    paint: Callable[[Size], BoolArray]


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A picture: the stem of its file, and its shapes from the lowest to the topmost."""

    stem: str
    shapes: Sequence[ItemShape]


def clip_of_items(
    name: str, frames: FrameSource, items: Sequence[Item], file: Path, what: str, remarks: ExportNotes
) -> LabelledClip:
    """The clip of these pictures. Raises UserError, also later where a shape is malformed: it is no ``what``."""
    tracks = Tracks()
    size = (frames.height, frames.width)
    indices = match_stems(frames, [item.stem for item in items], file, remarks)
    drawn: dict[int, list[tuple[Hashable, ItemShape]]] = {}
    for index, item in zip(indices, items, strict=True):
        places = Places()
        drawn[index] = [
            (tracks.add(each.track, each.label, places.next(each.track, each.label)), each) for each in item.shapes
        ]
    ids, objects = tracks.objects({label: label for label in tracks.categories.values()}, (), remarks)
    shapes = {
        index: [Shape(ids[key], partial(_mask_of_items, each, size, file, what)) for key, each in some if key in ids]
        for index, some in drawn.items()
    }
    paint = label_renderer(size, shapes, remarks)
    return Clip(name, frames, objects, paint, shapes.__contains__, read_notes=remarks.sentences)


def _mask_of_items(shape: ItemShape, size: Size, file: Path, what: str) -> BoolArray:
    with parse_errors_as_user_errors(file, what):
        return fitted(shape.paint(shape.drawn_for), size)


_WHAT = "JSON export of Label Studio"
_OTHERS = Counted(
    "{count} result other than a brush stroke or polygon was left out.",
    "{count} results other than brush strokes and polygons were left out.",
)
_UPLOAD = re.compile(r"^[0-9a-f]{8}-(?=.)")
"""What Label Studio puts before the names of uploaded files."""
_CHANNELS, _WORD = 4, 8
_HALF = 128


class LabelStudioReader:
    """Reads Label Studio's JSON."""

    id = "label-studio"
    title = "Label Studio JSON"

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """The file's name: it holds one clip. Raises UserError."""
        refuse_set(image_set, self.title)
        return (root.resolve().stem,)

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`core.formats.common.contract.DatasetReader`."""
        remarks = ExportNotes()
        source = frames_of(frames, (root.parent / "images", root.parent), root)
        with parse_errors_as_user_errors(root, _WHAT):
            tasks = parse_json(read_text(root))
            if not isinstance(tasks, list):
                raise ValueError("it holds no list of tasks")
            items = [_item(task, (source.height, source.width), remarks) for task in tasks]
        return clip_of_items(sequence, source, items, root, _WHAT, remarks)


def _item(task: Mapping[str, Any], size: Size, remarks: ExportNotes) -> Item:
    names = [value for value in task["data"].values() if isinstance(value, str)]
    if not names:
        raise ValueError("a task names no picture")
    return Item(_UPLOAD.sub("", stem_of(names[0])), list(_shapes(task, size, remarks)))


def _shapes(task: Mapping[str, Any], size: Size, remarks: ExportNotes) -> Iterator[ItemShape]:
    given = [each for each in task.get("annotations") or task.get("completions") or () if not each.get("was_cancelled")]
    for result in (result for each in given[:1] for result in each["result"]):
        value, kind = result.get("value") or {}, str(result.get("type"))
        label = str((value.get(kind) or [""])[0])
        drawn = stated_size(result.get("original_height"), result.get("original_width"), size, remarks)
        if "rle" in value:
            yield ItemShape(None, label, drawn, partial(brush_mask, value["rle"]))
        elif "points" in value:
            yield ItemShape(None, label, drawn, partial(_polygon_mask, value["points"]))
        else:
            remarks.add(_OTHERS, (id(task), id(result)))


def _polygon_mask(points: Sequence[Sequence[float]], size: Size) -> BoolArray:
    share = np.asarray(points, np.float64).reshape(-1, 2) / 100
    return filled(share * (size[1], size[0]), size)


def brush_mask(data: Sequence[int], size: Size) -> BoolArray:
    """Mask (height, width) of a brush stroke: where its RGBA picture, packed in bits, is opaque.

    The stream holds the number of values (32 bits), the size of a value less one (5), four sizes of counts less one
    (4 each), then runs: a bit that tells a repeated value from single ones, which size (2), the count less one, and
    the values.

    Raises ValueError where it is malformed or of another size.
    """
    bits = np.unpackbits(np.asarray(data, np.uint8))
    stream = "".join(map(str, bits.tolist()))
    total, word = int(stream[:32] or "0", 2), int(stream[32:37] or "0", 2) + 1
    if total != size[0] * size[1] * _CHANNELS or word != _WORD:
        raise ValueError(f"a brush stroke of {total} values does not fill {size[0]} x {size[1]} pixels")
    widths = [int(stream[place : place + 4] or "0", 2) + 1 for place in range(37, 53, 4)]
    values: UInt8Array = np.zeros(total, np.uint8)
    place, done = 53, 0
    while done < total:
        width = widths[int(stream[place + 1 : place + 3] or "0", 2)]
        repeats, start = stream[place : place + 1] == "1", place + 3 + width
        count = int(stream[place + 3 : start] or "0", 2) + 1
        place = start + _WORD * (1 if repeats else count)
        if place > bits.size or done + count > total:
            raise ValueError("a brush stroke breaks off, or holds too many values")
        values[done : done + count] = np.packbits(bits[start:place])
        done += count
    return np.asarray(values.reshape(*size, _CHANNELS)[:, :, 3] >= _HALF, np.bool_)


_WHAT_DATUMARO = "JSON file of Datumaro"
_OTHERS_DATUMARO = Counted(
    "{count} annotation other than a polygon or mask was left out.",
    "{count} annotations other than polygons and masks were left out.",
)


class DatumaroReader:
    """Reads Datumaro's JSON."""

    id = "datumaro"
    title = "Datumaro JSON"

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """The file's name: it holds one clip. Raises UserError."""
        refuse_set(image_set, self.title)
        return (root.resolve().stem,)

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`core.formats.common.contract.DatasetReader`."""
        remarks = ExportNotes()
        above = root.parent.parent / "images"
        source = frames_of(frames, (above / root.stem, above, root.parent / "images", root.parent), root)
        document = read_json(root, _WHAT_DATUMARO)
        with parse_errors_as_user_errors(root, _WHAT_DATUMARO):
            labels = [str(each["name"]) for each in document["categories"]["label"]["labels"]]
            size = (source.height, source.width)
            items = [_item_of_datumaro(item, labels, size, remarks) for item in document["items"] or ()]
        return clip_of_items(sequence, source, items, root, _WHAT_DATUMARO, remarks)


def _item_of_datumaro(item: Mapping[str, Any], labels: list[str], size: Size, remarks: ExportNotes) -> Item:
    height, width = (item.get("image") or {}).get("size") or (None, None)
    drawn = stated_size(height, width, size, remarks)
    shapes = []
    for each in sorted(item.get("annotations") or (), key=lambda one: one.get("z_order") or 0):
        if each.get("type") not in ("polygon", "mask"):
            remarks.add(_OTHERS_DATUMARO, id(each))
            continue
        number = each.get("label_id")
        track = (each.get("attributes") or {}).get("track_id", each.get("group") or None)
        shapes.append(ItemShape(track, "" if number is None else labels[number], drawn, partial(_mask, each)))
    return Item(PurePosixPath(str(item["id"])).name, shapes)


def _mask(annotation: Mapping[str, Any], size: Size) -> BoolArray:
    shape = annotation["rle"] if annotation["type"] == "mask" else [annotation["points"]]
    return coco_mask_of(shape, *size)
