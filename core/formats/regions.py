"""All objects of a label map as COCO run lengths with areas and boxes, found in one pass whatever their number."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
from pycocotools import mask as coco_mask

from core.types import BACKGROUND, VOID, UInt8Array

Int64Array = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Region:
    """The pixels of one object.

    Attributes:
        object_id: Its id, or 255 for void.
        counts: COCO's compressed run lengths (column-major, background first), ASCII.
        area: Pixels.
        box: (left, top, width, height) in pixels around it.
    """

    object_id: int
    counts: str
    area: int
    box: tuple[int, int, int, int]


def regions(labels: UInt8Array, *, with_void: bool = False) -> tuple[Region, ...]:
    """The objects of ``labels`` (H, W) by ascending id, those without pixels left out."""
    columns = cv2.transpose(labels).ravel()
    borders = np.flatnonzero(columns[1:] != columns[:-1]) + 1
    starts = np.concatenate(([0], borders))
    ends = np.append(borders, columns.size)
    values = columns[starts]
    left_out = {BACKGROUND} if with_void else {BACKGROUND, VOID}
    present = [int(value) for value in np.flatnonzero(np.bincount(values, minlength=256)) if value not in left_out]
    return tuple(_region(value, starts[values == value], ends[values == value], labels.shape) for value in present)


def _region(object_id: int, starts: Int64Array, ends: Int64Array, shape: tuple[int, ...]) -> Region:
    height, width = shape
    edges = np.stack((starts, ends), axis=1).ravel()
    counts = np.diff(edges, prepend=0, append=height * width)
    # COCO's own encoder leaves out a last background run of no length.
    counts = counts[:-1] if counts[-1] == 0 else counts
    packed = coco_mask.frPyObjects({"size": [height, width], "counts": counts.tolist()}, height, width)
    box = tuple(int(side) for side in coco_mask.toBbox(packed))
    left, top, box_width, box_height = box
    area = int((ends - starts).sum())
    return Region(object_id, packed["counts"].decode("ascii"), area, (left, top, box_width, box_height))
