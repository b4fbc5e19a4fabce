"""CVAT for images 1.1: ``annotations.xml`` with an ``<image>`` for each picture and shapes in it, without tracks.

Shapes of one group on a picture are one object, else the k-th shape of a label on every picture is.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from core.formats.base import Clip, LabelledClip
from core.formats.coco_json import Places, Tracks, stem_of
from core.formats.cvat_shapes import PAINTED, cvat_mask
from core.formats.reading import Shape, match_stems, painter, understood
from core.formats.remarks import Remarks
from core.formats.stated_sizes import fitted, stated_size
from core.types import BoolArray
from core.video.source import FrameSource

_WHAT = "file in the format CVAT for images 1.1"
_UNKNOWN_SHAPE = "{} shapes other than masks, polygons, boxes and ellipses were left out."
_TAGS = "{} tags of whole frames were left out."


@dataclass(frozen=True, slots=True, eq=False)
class _Drawn:
    """A shape of an object, and the (height, width) that it is drawn for."""

    key: Hashable
    element: ET.Element
    size: tuple[int, int]

    def mask(self, root: Path, size: tuple[int, int]) -> BoolArray:
        """(height, width) at ``size``. Raises UserError."""
        with understood(root, _WHAT):
            return fitted(cvat_mask(self.element, self.size), size)


def is_of_images(tree: ET.Element) -> bool:
    """Whether a file of CVAT has pictures, not tracks through a video."""
    return tree.find("image") is not None


def read_images(tree: ET.Element, root: Path, name: str, frames: FrameSource) -> LabelledClip:
    """The clip in a file for which :func:`is_of_images` holds. Raises UserError."""
    remarks, tracks = Remarks(), Tracks()
    size = (frames.height, frames.width)
    with understood(root, _WHAT):
        images = tree.findall("image")
        indices = match_stems(frames, [stem_of(image.attrib["name"]) for image in images], root, remarks)
        drawn = {index: _shapes(image, size, tracks, remarks) for index, image in zip(indices, images, strict=True)}
        labels = {label: label for label in tracks.categories.values()}
    ids, objects = tracks.objects(labels, (), remarks)
    shapes = {
        index: [Shape(ids[each.key], partial(each.mask, root, size)) for each in some if each.key in ids]
        for index, some in drawn.items()
    }
    paint = painter(size, shapes, remarks)
    return Clip(name, frames, objects, paint, shapes.__contains__, read_notes=remarks.sentences)


def _shapes(image: ET.Element, size: tuple[int, int], tracks: Tracks, remarks: Remarks) -> list[_Drawn]:
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
