"""Masks of a single object, in all the ways in which tools write black and white.

White is whatever is not black: 255, 1 in 8 or 16 bits, the object's id, a grey copy of its palette's colour, a colour
on black, or opaque on transparent. Several values without soft edges say that a picture holds several objects.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

from core.masks.antialiasing import solid_values
from core.masks.labels import object_ids
from core.types import VOID, UInt8Array

_HALF = 128
_MOST_OBJECTS = 16
"""Values that fill an area each; a picture with more is one with gradual edges."""


class SeveralValuesError(Exception):
    """A picture has so many values beside black and white, and they are not those of soft edges."""


def inside(image: Image.Image) -> UInt8Array:
    """(H, W): how much of each pixel of a loaded ``image`` belongs to its object, 255 being all.

    Raises SeveralValuesError where it seems to hold several objects.
    """
    levels = _levels(image)
    values = object_ids(levels)
    if not values or (len(values) == 1 and not (levels == VOID).any()):
        return np.where(levels > 0, VOID, 0).astype(np.uint8)
    solid = [value for value in values if solid_values(levels)[value]]
    if (max(values) < _HALF and not (levels == VOID).any()) or 1 < len(solid) <= _MOST_OBJECTS:
        raise SeveralValuesError(len(values))
    return levels


def _levels(image: Image.Image) -> UInt8Array:
    """(H, W) grey levels, colours by their brightest channel; alpha where it says more than the colours."""
    if image.mode == "P" and "transparency" not in image.info:
        return _indices(image)
    if image.mode.startswith("I"):
        return narrowed(np.asarray(image).astype(np.int64))
    if image.mode in ("1", "L"):
        return np.array(image.convert("L"))
    rgba = np.array(image.convert("RGBA"))
    colour, alpha = rgba[:, :, :3].max(axis=2), rgba[:, :, 3]
    if (alpha == VOID).all():
        return np.asarray(colour, np.uint8)
    painted = colour[alpha >= _HALF] > 0
    # Black and other colours behind a mask that is partly transparent: both have to agree.
    agreed = np.where(colour > 0, alpha, 0) if painted.any() and not painted.all() else alpha
    return np.asarray(agreed, np.uint8)


def _indices(image: Image.Image) -> UInt8Array:
    """Indices, except where the palette is one of greys in rising order, whose levels tell soft edges."""
    indices = np.array(image)
    if len(object_ids(indices)) + int((indices == VOID).any()) <= 1:
        return np.where(indices > 0, VOID, 0).astype(np.uint8)
    palette = np.array(image.getpalette() or [], np.uint8).reshape(-1, 3)
    is_grey = bool((palette == palette[:, :1]).all())
    return np.array(image.convert("L")) if is_grey else indices


def narrowed(deep: npt.NDArray[np.int64]) -> UInt8Array:
    """Levels of 16 bits in 8: as they are where none is higher, else their upper 8 bits, 1 where those are 0."""
    if deep.max(initial=0) <= VOID:
        return deep.clip(0).astype(np.uint8)
    return np.where(deep > 0, (deep >> 8).clip(1, VOID), 0).astype(np.uint8)
