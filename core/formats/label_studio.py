"""Label Studio's JSON: a list of tasks, each a picture with brush strokes and polygons in per cent. It is only read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from core.files import read_text
from core.files.documents import parse_json
from core.formats.base import LabelledClip
from core.formats.coco_json import stem_of
from core.formats.items import Item, ItemShape, Size, clip_of_items
from core.formats.polygons import filled
from core.formats.reading import frames_of, refuse_set, understood
from core.formats.remarks import Remarks
from core.formats.stated_sizes import stated_size
from core.types import BoolArray, UInt8Array
from core.video.source import FrameSource

_WHAT = "JSON export of Label Studio"
_OTHERS = "{} results other than brush strokes and polygons were left out."
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
        """See :class:`core.formats.base.DatasetReader`."""
        remarks = Remarks()
        source = frames_of(frames, (root.parent / "images", root.parent), root)
        with understood(root, _WHAT):
            tasks = parse_json(read_text(root))
            if not isinstance(tasks, list):
                raise ValueError("it holds no list of tasks")
            items = [_item(task, (source.height, source.width), remarks) for task in tasks]
        return clip_of_items(sequence, source, items, root, _WHAT, remarks)


def _item(task: Mapping[str, Any], size: Size, remarks: Remarks) -> Item:
    names = [value for value in task["data"].values() if isinstance(value, str)]
    if not names:
        raise ValueError("a task names no picture")
    return Item(_UPLOAD.sub("", stem_of(names[0])), list(_shapes(task, size, remarks)))


def _shapes(task: Mapping[str, Any], size: Size, remarks: Remarks) -> Iterator[ItemShape]:
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
