"""Clips of annotation files that list pictures with shapes: what the readers of such files share."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from core.formats.base import Clip, LabelledClip
from core.formats.coco_json import Places, Tracks
from core.formats.reading import Shape, match_stems, painter, understood
from core.formats.remarks import Remarks
from core.formats.stated_sizes import fitted
from core.types import BoolArray
from core.video.source import FrameSource

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
    name: str, frames: FrameSource, items: Sequence[Item], file: Path, what: str, remarks: Remarks
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
        index: [Shape(ids[key], partial(_mask, each, size, file, what)) for key, each in some if key in ids]
        for index, some in drawn.items()
    }
    paint = painter(size, shapes, remarks)
    return Clip(name, frames, objects, paint, shapes.__contains__, read_notes=remarks.sentences)


def _mask(shape: ItemShape, size: Size, file: Path, what: str) -> BoolArray:
    with understood(file, what):
        return fitted(shape.paint(shape.drawn_for), size)
