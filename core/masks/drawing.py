"""Pictures for people: masks over a frame, the reliability map, contact sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from core.masks.labels import object_ids
from core.masks.palette import voc_palette
from core.types import BACKGROUND, VOID, BoolArray, UInt8Array

RGB = tuple[int, int, int]

_GAP = 4
_CAPTION_HEIGHT = 18
_INK, _PAPER = (32, 32, 32), 250


@dataclass(frozen=True, slots=True, eq=False)
class SheetRow:
    """One row of a contact sheet: ``frame`` (H, W, 3) RGB, ``labels`` and ``reliability`` (H, W), all ``uint8``.

    ``reliability`` is 255 where sure and 0 where unsure; None leaves its cell as the frame.
    """

    caption: str
    frame: UInt8Array
    labels: UInt8Array
    reliability: UInt8Array | None = None


def colour_table(colours: Mapping[int, RGB] | None = None) -> UInt8Array:
    """(256, 3) RGB per label value: ``colours`` by object id, the PASCAL-VOC colour for the others."""
    table = np.array(voc_palette(), np.uint8).reshape(256, 3)
    for object_id, colour in (colours or {}).items():
        table[object_id] = colour
    return table


def blend(
    frame: UInt8Array, labels: UInt8Array, colours: Mapping[int, RGB] | None = None, opacity: float = 0.5
) -> UInt8Array:
    """``frame`` (H, W, 3) with the objects of ``labels`` (H, W) laid over it; background and void stay as they are.

    Args:
        colours: RGB per object id; missing ones are PASCAL-VOC's.
        opacity: 0 (frame only) .. 1 (colour only).
    """
    return _mix(frame, labels, _is_object(labels), colours, opacity)


def draw_outline(
    frame: UInt8Array, labels: UInt8Array, colours: Mapping[int, RGB] | None = None, opacity: float = 1.0
) -> UInt8Array:
    """``frame`` (H, W, 3) with the inner outline of each object in its colour."""
    return _mix(frame, labels, outline(labels), colours, opacity)


def _mix(
    frame: UInt8Array, labels: UInt8Array, where: BoolArray, colours: Mapping[int, RGB] | None, opacity: float
) -> UInt8Array:
    weight = round(opacity * 256)
    paint = colour_table(colours)[labels[where]].astype(np.uint16)
    mixed = frame.copy()
    mixed[where] = (mixed[where] * np.uint16(256 - weight) + paint * np.uint16(weight) + 127) >> 8
    return mixed


def _is_object(labels: UInt8Array) -> BoolArray:
    inside: BoolArray = (labels != BACKGROUND) & (labels != VOID)
    return inside


def outline(labels: UInt8Array) -> BoolArray:
    """(H, W) bool: pixels of an object with a neighbour (left, right, above, below) of another value."""
    edge = np.zeros(labels.shape, np.bool_)
    rows = labels[1:] != labels[:-1]
    columns = labels[:, 1:] != labels[:, :-1]
    edge[1:] |= rows
    edge[:-1] |= rows
    edge[:, 1:] |= columns
    edge[:, :-1] |= columns
    return edge & _is_object(labels)


def darken_unsure(image: UInt8Array, reliability: UInt8Array) -> UInt8Array:
    """``image`` (H, W, 3), black where ``reliability`` (H, W, 0 unsure .. 255 sure) is 0."""
    product = image.astype(np.uint16) * reliability[:, :, None]
    darkened: UInt8Array = ((product + 127) // 255).astype(np.uint8)
    return darkened


def sample_indices(frame_count: int, rows: int) -> tuple[int, ...]:
    """At most ``rows`` different frame numbers spread evenly over ``frame_count``, first and last included."""
    picks = np.linspace(0, frame_count - 1, min(rows, frame_count))
    return tuple(int(pick) for pick in np.round(picks))


def contact_sheet(
    rows: Sequence[SheetRow], cell_width: int = 320, colours: Mapping[int, RGB] | None = None
) -> UInt8Array:
    """One picture (H, W, 3) RGB: per row the frame, its masks, and the masks with unsure regions black.

    Args:
        rows: At least one; see :func:`sample_indices`.
        cell_width: Width of each of the three columns, pixels.
        colours: RGB per object id; missing ones are PASCAL-VOC's.

    Raises:
        ValueError: There is no row.
    """
    if not rows:
        raise ValueError("a contact sheet needs at least one row")
    return np.concatenate([_sheet_row(row, cell_width, colours) for row in rows])


def _sheet_row(row: SheetRow, cell_width: int, colours: Mapping[int, RGB] | None) -> UInt8Array:
    masks = draw_outline(blend(row.frame, row.labels, colours), row.labels, colours)
    sure = masks if row.reliability is None else darken_unsure(masks, row.reliability)
    cells = [_scaled(image, cell_width) for image in (row.frame, masks, sure)]
    height = cells[0].shape[0]
    band = np.full((_CAPTION_HEIGHT + height + _GAP, 3 * cell_width + 4 * _GAP, 3), _PAPER, np.uint8)
    for column, cell in enumerate(cells):
        left = _GAP + column * (cell_width + _GAP)
        band[_CAPTION_HEIGHT : _CAPTION_HEIGHT + height, left : left + cell_width] = cell
    share = "" if row.reliability is None else f", {_unsure_share(row.reliability):.1%} unsure"
    titles = (row.caption, _objects_text(row.labels), f"reliability{share}")
    return _captioned(band, [(_GAP + column * (cell_width + _GAP), text) for column, text in enumerate(titles)])


def _unsure_share(reliability: npt.NDArray[np.uint8]) -> float:
    return float(np.mean(reliability == 0))


def _objects_text(labels: UInt8Array) -> str:
    ids = object_ids(labels)
    return f"objects {', '.join(map(str, ids))}" if ids else "no object"


def _scaled(image: UInt8Array, width: int) -> UInt8Array:
    height = max(1, round(image.shape[0] * width / image.shape[1]))
    return np.array(Image.fromarray(image).resize((width, height), Image.Resampling.BOX))


def _captioned(band: UInt8Array, texts: Sequence[tuple[int, str]]) -> UInt8Array:
    picture = Image.fromarray(band)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default(size=12)
    for left, text in texts:
        pen.text((left, 1), text, fill=_INK, font=font)
    return np.array(picture)
