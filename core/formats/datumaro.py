"""Datumaro's JSON: items with polygons and masks, and the labels that they refer to by number. It is only read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from core.formats.base import LabelledClip
from core.formats.items import Item, ItemShape, Size, clip_of_items
from core.formats.reading import coco_mask_of, frames_of, read_json, refuse_set, understood
from core.formats.remarks import Remarks
from core.formats.stated_sizes import stated_size
from core.types import BoolArray
from core.video.source import FrameSource

_WHAT = "JSON file of Datumaro"
_OTHERS = "{} annotations other than polygons and masks were left out."


class DatumaroReader:
    """Reads Datumaro's JSON."""

    id = "datumaro"
    title = "Datumaro JSON"

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """The file's name: it holds one clip. Raises UserError."""
        refuse_set(image_set, self.title)
        return (root.resolve().stem,)

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`core.formats.base.DatasetReader`."""
        remarks = Remarks()
        above = root.parent.parent / "images"
        source = frames_of(frames, (above / root.stem, above, root.parent / "images", root.parent), root)
        document = read_json(root, _WHAT)
        with understood(root, _WHAT):
            labels = [str(each["name"]) for each in document["categories"]["label"]["labels"]]
            size = (source.height, source.width)
            items = [_item(item, labels, size, remarks) for item in document["items"] or ()]
        return clip_of_items(sequence, source, items, root, _WHAT, remarks)


def _item(item: Mapping[str, Any], labels: list[str], size: Size, remarks: Remarks) -> Item:
    height, width = (item.get("image") or {}).get("size") or (None, None)
    drawn = stated_size(height, width, size, remarks)
    shapes = []
    for each in sorted(item.get("annotations") or (), key=lambda one: one.get("z_order") or 0):
        if each.get("type") not in ("polygon", "mask"):
            remarks.add(_OTHERS, id(each))
            continue
        number = each.get("label_id")
        track = (each.get("attributes") or {}).get("track_id", each.get("group") or None)
        shapes.append(ItemShape(track, "" if number is None else labels[number], drawn, partial(_mask, each)))
    return Item(PurePosixPath(str(item["id"])).name, shapes)


def _mask(annotation: Mapping[str, Any], size: Size) -> BoolArray:
    shape = annotation["rle"] if annotation["type"] == "mask" else [annotation["points"]]
    return coco_mask_of(shape, *size)
