"""Mask pictures: reading what other programs wrote, with the traps told, and writing indexed PNG.

A label map is stored as an 8-bit indexed PNG whose *values* are the object ids; its colours (PASCAL-VOC) only please
the eye. Other programs lose this in three ways, and all three are caught here: the palette is expanded to colours, ids
are scaled to grey levels, or soft edges invent ids that no one painted.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from core.errors import Text, UserError
from core.files import write_atomically
from core.files.pictures import load, open_picture, picture_errors_as_user_errors
from core.masks.antialiasing import Codes, Edges, listed
from core.masks.labels import object_ids
from core.masks.palette import voc_palette
from core.types import BACKGROUND, VOID, BoolArray, UInt8Array, read_only

_GREY_RAMP = [level for level in range(256) for _ in range(3)]
_HIGHEST_PLAUSIBLE_ID_BESIDE_WHITE = 64
_INDEXED_HINT = Text("Save the mask as an indexed (palette) PNG whose values are the object ids, 0 for background.")


@dataclass(frozen=True, slots=True)
class Colours:
    """What the colours of masks mean, where a dataset tells.

    Attributes:
        ids: Label by colour, 0xRRGGBB.
        values: Label by the value of an indexed or grey picture whose colours are not among them; empty: the value.
    """

    ids: Mapping[int, int]
    values: Mapping[int, int] = field(default_factory=dict)

    def table(self) -> UInt8Array:
        """(256,) label by value."""
        table = np.arange(256, dtype=np.uint8)
        table[list(self.values)] = list(self.values.values())
        return table


def read_label_map(
    path: Path | str,
    size: tuple[int, int] | None = None,
    *,
    allow_empty: bool = False,
    harden: Callable[[int], None] | None = None,
    colours: Colours | None = None,
) -> UInt8Array:
    """Read a mask picture as a label map.

    What counts as an id: the values of an indexed picture (255 is void); the levels of a grey one, except that black
    and white alone are background and object 1; the PASCAL-VOC colours of an RGB or RGBA one, or one colour on black
    as object 1. Transparent pixels are background.

    Args:
        path: The picture, of any kind that Pillow opens.
        size: (height, width) that it must have.
        allow_empty: Whether a picture without any object is fine.
        harden: Is told how many pixels lay on soft edges, which then went to the nearest object; without it a picture
            with soft edges is refused.
        colours: What colours mean, in place of the PASCAL-VOC palette.

    Returns:
        (H, W) ``uint8``, read-only: 0 background, 1..254 ids, 255 void.

    Raises:
        UserError: The file is missing or no picture, has another size, soft edges, colours that are no ids, or no
            object.
    """
    path = Path(path)
    damaged = UserError("The mask '{file}' is damaged or not an image.", _INDEXED_HINT, file=path)
    with open_picture(path, damaged) as image:
        _check_size(path, image, size)
        load(image, damaged)
        try:
            labels = _labels_of(Edges(path, harden), image, colours)
        except ValueError as error:  # a kind of colours that cannot be made RGB
            raise damaged from error
    if not allow_empty and not object_ids(labels):
        raise _no_object(path, labels)
    return read_only(labels)


def mask_colours(path: Path) -> frozenset[int] | None:
    """Colours, 0xRRGGBB, that a mask is painted in, without those of soft edges; None where its kind has no colours.

    Raises UserError as :func:`read_label_map` does.
    """
    damaged = UserError("The mask '{file}' is damaged or not an image.", _INDEXED_HINT, file=path)
    with open_picture(path, damaged) as image:
        if image.mode in ("P", "1", "L", "LA", "F") or image.mode.startswith("I"):
            return None
        load(image, damaged)
        with picture_errors_as_user_errors(damaged):
            rgba = np.array(image.convert("RGBA"))
    edges = Edges(path, lambda _: None)
    return frozenset(np.unique(edges.colours(_codes(edges, rgba))).tolist())


def write_label_map(path: Path | str, labels: UInt8Array) -> None:
    """Write ``labels`` (H, W) ``uint8`` as an indexed PNG with the PASCAL-VOC palette, whole or not at all.

    Raises:
        UserError: The folder may not be written to or the disk is full.
    """
    write_atomically(Path(path), encode_label_map(labels))


def write_grey(path: Path | str, levels: UInt8Array) -> None:
    """Write ``levels`` (H, W) ``uint8`` as a grey PNG (a reliability map), whole or not at all. Raises UserError."""
    write_atomically(Path(path), encode_grey(levels))


def encode_grey(levels: UInt8Array) -> bytes:
    """(H, W) grey levels as the content of a PNG."""
    return _png(Image.fromarray(levels))


def encode_label_map(labels: UInt8Array) -> bytes:
    """The bytes of an indexed PNG of ``labels`` (H, W) ``uint8`` with the PASCAL-VOC palette."""
    image = Image.fromarray(labels)
    image.putpalette(voc_palette())
    # Label maps are runs of one value: half the time, and smaller, than the search for longer patterns.
    return _png(image, compress_type=zlib.Z_RLE)


def _png(image: Image.Image, **options: int) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format="PNG", **options)
    return buffer.getvalue()


def _check_size(path: Path, image: Image.Image, size: tuple[int, int] | None) -> None:
    if size is not None and (image.height, image.width) != size:
        raise UserError(
            "The mask '{file}' is {size} pixels, but the frames are {frame_size}.",
            "Use a mask drawn on a frame of this clip at its full size.",
            file=path,
            size=f"{image.width}x{image.height}",
            frame_size=f"{size[1]}x{size[0]}",
        )


def _labels_of(edges: Edges, image: Image.Image, colours: Colours | None) -> UInt8Array:
    if colours is not None and colours.values and image.mode in ("P", "L"):
        return _from_told_values(image, colours)
    if image.mode == "P":
        return _from_indexed(edges, image)
    if image.mode == "1":
        return np.array(image, np.uint8)
    if image.mode.startswith("I"):
        return _from_grey(edges, _narrowed(edges.path, np.asarray(image)))
    if image.mode == "L":
        return _from_grey(edges, np.array(image))
    return _from_colours(edges, np.array(image.convert("RGBA")), None if colours is None else colours.ids)


def _from_told_values(image: Image.Image, colours: Colours) -> UInt8Array:
    """By the colours of the palette where all that are used are told, else by value."""
    values = np.array(image)
    table = colours.table()
    palette = np.array((image.getpalette("RGB") or []) if image.mode == "P" else [], np.int64).reshape(-1, 3)
    used = [int(value) for value in np.unique(values) if value < len(palette)]
    codes = {value: int(palette[value] @ np.array([1 << 16, 1 << 8, 1])) for value in used}
    if codes and all(code in colours.ids for code in codes.values()):
        for value, code in codes.items():
            table[value] = colours.ids[code]
    labels: UInt8Array = table[values]
    return labels


def _from_indexed(edges: Edges, image: Image.Image) -> UInt8Array:
    palette = image.getpalette() or []
    values = np.array(image)
    if palette == _GREY_RAMP[: len(palette)]:
        return _from_grey(edges, values)
    if palette != voc_palette()[: len(palette)]:
        return edges.values(values)
    return values


def _narrowed(path: Path, deep: npt.NDArray[np.generic]) -> UInt8Array:
    values = deep.astype(np.int64)
    top = int(values.max(initial=0))
    if top == 65535 and np.isin(values, (0, top)).all():
        return np.where(values > 0, VOID, BACKGROUND).astype(np.uint8)
    if top > VOID or values.min(initial=0) < 0:
        raise UserError(
            "The mask '{path}' contains the value {value}, but ids go from 1 to 254.",
            _INDEXED_HINT,
            path=path,
            value=top,
        )
    return values.astype(np.uint8)


def _from_grey(edges: Edges, levels: UInt8Array) -> UInt8Array:
    levels = edges.values(levels)
    ids = object_ids(levels)
    white = bool((levels == VOID).any())
    if white and not ids:
        return np.equal(levels, VOID).astype(np.uint8)
    if white and ids[-1] > _HIGHEST_PLAUSIBLE_ID_BESIDE_WHITE:
        raise UserError(
            "The mask '{path}' has the grey levels {values}, which do not look like object ids.",
            _INDEXED_HINT,
            path=edges.path,
            values=listed((*ids, VOID)),
        )
    return levels


def _from_colours(edges: Edges, rgba: UInt8Array, ids: Mapping[int, int] | None) -> UInt8Array:
    code = _codes(edges, rgba)
    labels = _ids_of_colours(edges, code, ids)
    if labels is None:
        labels = _ids_of_colours(edges, edges.colours(code), ids)
    if labels is None:
        raise _unknown_colours(edges.path, np.unique(code[code != BACKGROUND]), ids)
    return labels


def _codes(edges: Edges, rgba: UInt8Array) -> Codes:
    code: Codes = rgba[:, :, :3].astype(np.int64) @ np.array([1 << 16, 1 << 8, 1])
    code[~edges.opacity(rgba[:, :, 3])] = BACKGROUND
    return code


def _ids_of_colours(edges: Edges, code: Codes, ids: Mapping[int, int] | None) -> UInt8Array | None:
    """None where the colours are not ids."""
    colours = np.unique(code)
    known = _voc_ids() if ids is None else ids
    if all(int(colour) in known for colour in colours):
        table = np.array([known[int(colour)] for colour in colours], np.uint8)
        labels: UInt8Array = table[np.searchsorted(colours, code)]
        return labels
    if ids is not None:
        return None
    red, green, blue = colours >> 16, colours >> 8 & 255, colours & 255
    if ((red == green) & (green == blue)).all():
        return _from_grey(edges, (code & 255).astype(np.uint8))
    return np.minimum(code, 1).astype(np.uint8) if len(colours[colours != BACKGROUND]) == 1 else None


@cache
def _voc_ids() -> dict[int, int]:
    palette = np.array(voc_palette(), np.int64).reshape(256, 3)
    return {int(red << 16 | green << 8 | blue): number for number, (red, green, blue) in enumerate(palette)}


def _unknown_colours(path: Path, painted: npt.NDArray[np.int64], ids: Mapping[int, int] | None) -> UserError:
    known = _voc_ids() if ids is None else ids
    unknown = [int(colour) for colour in painted if int(colour) not in known]
    if ids is not None:
        return UserError(
            "The mask '{path}' has {count} colours, but {few} of them (such as #{colour}) are not defined in "
            "this dataset.",
            "Name each colour in its label map, and save masks with hard edges.",
            path=path,
            count=len(painted),
            few=len(unknown),
            colour=f"{unknown[0]:06x}",
        )
    return UserError(
        "The mask '{path}' has {count} colours, but {few} of them (such as #{colour}) are not in the "
        "PASCAL VOC palette and may be soft edges.",
        "{advice} Colours must have hard edges.",
        path=path,
        count=len(painted),
        few=len(unknown),
        colour=f"{unknown[0]:06x}",
        advice=_INDEXED_HINT,
    )


def _no_object(path: Path, labels: UInt8Array) -> UserError:
    void: BoolArray = labels == VOID
    if void.any():
        return UserError(
            "The mask '{path}' does not show an object: in an indexed image, 255 means void.",
            "Paint the object with the value 1, or save the mask as a black and white greyscale image.",
            path=path,
        )
    return UserError(
        "The mask '{path}' does not show an object: it is all background.",
        "Paint at least one object first.",
        path=path,
    )
