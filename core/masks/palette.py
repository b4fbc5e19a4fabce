"""Colours of objects: VOC's, a bright set that is distinct for every id, and one for colour-blind people."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from enum import StrEnum

from core.types import ObjectInfo

_GOLDEN_RATIO = 0.618033988749895
"""Steps of this share of the colour circle keep any number of hues apart."""


def voc_palette() -> list[int]:
    """The PASCAL-VOC colour map as 768 values (R, G, B of index 0, of index 1, ...), 0..255 each."""
    return [channel for index in range(256) for channel in _voc_colour(index)]


def _voc_colour(index: int) -> tuple[int, int, int]:
    colour = [0, 0, 0]
    for bit in range(8):
        # Bits 3k, 3k+1, 3k+2 of the index are spread over red, green and blue, most significant bit first.
        channel, level = bit % 3, 7 - bit // 3
        colour[channel] |= (index >> bit & 1) << level
    return colour[0], colour[1], colour[2]


def object_colour(object_id: int) -> tuple[int, int, int]:
    """A bright colour (R, G, B), 0..255 each, that differs for every id from 1 to 254."""
    hue = (0.02 + (object_id - 1) * _GOLDEN_RATIO) % 1.0
    ring = (object_id - 1) // 8 % 3
    red, green, blue = colorsys.hsv_to_rgb(hue, (0.85, 0.55, 0.95)[ring], (1.0, 0.95, 0.72)[ring])
    return round(red * 255), round(green * 255), round(blue * 255)


Colour = tuple[int, int, int]

# Okabe and Ito, "Color universal design", 2008; black is left out, since the reliability map is black.
_SAFE: tuple[Colour, ...] = (
    (230, 159, 0),
    (86, 180, 233),
    (0, 158, 115),
    (240, 228, 66),
    (0, 114, 178),
    (213, 94, 0),
    (204, 121, 167),
)


class Palette(StrEnum):
    """The sets of colours."""

    DISTINCT = "distinct"
    SAFE = "safe"


def colour(palette: Palette, number: int) -> Colour:
    """Colour ``number`` (1, 2, ...) of a palette, R, G, B 0..255 each.

    The colour-blind-safe set has seven hues; further rounds are the same hues darker, then lighter.
    """
    if palette is Palette.DISTINCT:
        return object_colour(number)
    hue = _SAFE[(number - 1) % len(_SAFE)]
    return _shade(hue, (number - 1) // len(_SAFE))


def palette_of(objects: Sequence[ObjectInfo]) -> Palette:
    """The palette that all ``objects`` have their colours from; the distinct one where it is neither, or none."""
    safe = {colour(Palette.SAFE, number) for number in range(1, 255)}
    return Palette.SAFE if objects and all(info.colour in safe for info in objects) else Palette.DISTINCT


def next_colour(objects: Sequence[ObjectInfo], object_id: int) -> Colour:
    """The colour of a new object beside ``objects``: of the palette in use, by its id or else the first free one."""
    palette = palette_of(objects)
    taken = {info.colour for info in objects}
    shades = [colour(palette, number) for number in (object_id, *range(1, 255))]
    return next((shade for shade in shades if shade not in taken), shades[0])


def _shade(rgb: Colour, round_number: int) -> Colour:
    if round_number == 0:
        return rgb
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in rgb))
    step = 0.62 ** ((round_number + 1) // 2)
    lightness = lightness * step if round_number % 2 else 1 - (1 - lightness) * step
    red, green, blue = colorsys.hls_to_rgb(hue, lightness, saturation)
    return round(red * 255), round(green * 255), round(blue * 255)
