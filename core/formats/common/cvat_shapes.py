"""The shapes of CVAT's XML as masks.

Picture sizes that a dataset states: shapes drawn at another size than the frames' are scaled, or refused.
"""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import Text
from core.formats.common.contract import ExportNotes
from core.formats.common.reading import plain_runs_mask
from core.formats.common.shapes import coordinates, filled
from core.masks.labels import resize_labels
from core.types import BoolArray

_Floats = npt.NDArray[np.float64]


def cvat_mask(element: ET.Element, size: tuple[int, int]) -> BoolArray:
    """Mask (height, width) of a shape in :data:`PAINTED`, its rotation applied.

    Raises:
        ValueError, KeyError: It is malformed, or reaches outside where it may not.
    """
    return PAINTED[element.tag](element, size)


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
    """The pixels whose centres lie inside: the right and lower sides are not included."""
    left, top, right, bottom = _numbers(element, "xtl", "ytl", "xbr", "ybr")
    if _turn(element):
        columns, rows = _turned(element, (left + right) / 2, (top + bottom) / 2, size)
        inside: BoolArray = (abs(columns) <= (right - left) / 2) & (abs(rows) <= (bottom - top) / 2)
        return inside
    mask = np.zeros(size, np.bool_)
    mask[max(round(top), 0) : max(round(bottom), 0), max(round(left), 0) : max(round(right), 0)] = True
    return mask


def _ellipse_mask(element: ET.Element, size: tuple[int, int]) -> BoolArray:
    column, row, width, height = _numbers(element, "cx", "cy", "rx", "ry")
    columns, rows = _turned(element, column, row, size)
    inside: BoolArray = (columns / max(width, 0.5)) ** 2 + (rows / max(height, 0.5)) ** 2 <= 1
    return inside


def _turned(element: ET.Element, column: float, row: float, size: tuple[int, int]) -> tuple[_Floats, _Floats]:
    """Per pixel how far its centre lies from (column, row) along the sides of a shape turned about that point."""
    turn = _turn(element)
    rows, columns = np.mgrid[: size[0], : size[1]] + 0.5
    across, down = columns - column, rows - row
    return across * math.cos(turn) + down * math.sin(turn), down * math.cos(turn) - across * math.sin(turn)


def _turn(element: ET.Element) -> float:
    """Radians clockwise."""
    (degrees,) = _numbers(element, "rotation") if "rotation" in element.attrib else (0.0,)
    return math.radians(degrees % 360)


def _numbers(element: ET.Element, *keys: str) -> tuple[float, ...]:
    found: list[float] = coordinates([float(element.attrib[key]) for key in keys]).tolist()
    return tuple(found)


PAINTED: Mapping[str, Callable[[ET.Element, tuple[int, int]], BoolArray]] = {
    "mask": _run_length_mask,
    "polygon": _polygon_mask,
    "box": _box_mask,
    "ellipse": _ellipse_mask,
}
"""How each kind of shape that covers pixels is painted."""

_MOST_PIXELS = 1 << 28


def stated_size(height: Any, width: Any, size: tuple[int, int], remarks: ExportNotes) -> tuple[int, int]:
    """(height, width) at which a dataset's shapes are to be painted: what it states, else ``size``, the frames' own.

    Raises:
        ValueError, TypeError: The stated size is none, or no picture of it has the shape of the frames.
    """
    if not height or not width:
        return size
    told = (int(height), int(width))
    if told == size:
        return size
    between = abs(told[1] * size[0] - told[0] * size[1])
    # Sizes are whole numbers: a scaled picture may be a pixel off its exact shape.
    fits = between <= max(*told, *size) and (told[0] == size[0]) == (told[1] == size[1])
    if min(told) < 1 or told[0] * told[1] > _MOST_PIXELS or not fits:
        raise ValueError(f"its pictures are {told[1]}x{told[0]}, the frames are {size[1]}x{size[0]}")
    remarks.add(
        Text(
            "Shapes drawn on images of {size} were scaled to the frames, which are {frame_size}.",
            size=f"{told[1]}x{told[0]}",
            frame_size=f"{size[1]}x{size[0]}",
        )
    )
    return told


def fitted(mask: BoolArray, size: tuple[int, int]) -> BoolArray:
    """``mask`` (H, W), scaled to ``size`` (height, width) where it has another."""
    if mask.shape == size:
        return mask
    return resize_labels(mask.view(np.uint8), *size).view(np.bool_)
