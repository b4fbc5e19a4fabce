"""Colours of maps over the frame, and the viewing-only adjustment of the picture under them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from core.types import Float16Array, UInt8Array

TRANSPARENT = 0
# Stops of a heat map that stays readable in grey and for colour-blind people: violet, magenta, orange, yellow.
_HEAT = ((20, 11, 53), (101, 21, 110), (187, 55, 84), (249, 142, 9), (252, 255, 164))


@dataclass(frozen=True, slots=True)
class Adjustment:
    """How the picture is shown, which changes nothing that is stored.

    ``brightness`` -1..1 adds, ``contrast`` -1..1 stretches about the middle grey, ``gamma`` 0.2..5 lightens above 1.
    """

    brightness: float = 0.0
    contrast: float = 0.0
    gamma: float = 1.0


def adjusted(image: UInt8Array, adjustment: Adjustment) -> UInt8Array:
    """An RGB picture (H, W, 3) as it is to be shown; the picture itself where nothing is to be changed."""
    if adjustment == Adjustment():
        return image
    return np.asarray(cv2.LUT(image, adjustment_table(adjustment)), np.uint8)


def adjustment_table(adjustment: Adjustment) -> UInt8Array:
    """What becomes of each of the 256 levels."""
    levels = np.arange(256) / 255
    slope = (1 + adjustment.contrast) / max(1 - adjustment.contrast, 0.01)
    stretched = np.clip((levels - 0.5) * slope + 0.5 + adjustment.brightness, 0, 1)
    found: UInt8Array = np.round(stretched ** (1 / adjustment.gamma) * 255).astype(np.uint8)
    return found


def entropy_levels(entropy: Float16Array) -> tuple[UInt8Array, float]:
    """An entropy map (H, W) at 256 levels, and the entropy that level 255 stands for: 1, or more for a map in nats."""
    # An entropy is not negative, and then the bits of a half number grow with it: as integers they are compared and
    # looked up ten times as fast as they are computed with.
    bits = np.ascontiguousarray(entropy).view(np.uint16)
    scale = max(1.0, float(bits.max(initial=0).view(np.float16)))
    return _levels_of_bits(scale).take(bits), scale


@lru_cache(maxsize=8)
def _levels_of_bits(scale: float) -> UInt8Array:
    """The level 0..255 of each of the 65536 half numbers, ``scale`` and above at 255, and what is no entropy at 0."""
    values = np.nan_to_num(np.arange(2**16, dtype=np.uint16).view(np.float16).astype(np.float32), nan=0.0, neginf=0.0)
    table: UInt8Array = np.round(np.clip(values, 0, scale) * np.float32(255 / scale)).astype(np.uint8)
    return table


def heat_table(opacity: float) -> list[int]:
    """256 ARGB numbers for entropy levels: clear at 0, then violet to yellow."""
    places = np.linspace(0, 255, len(_HEAT))
    red, green, blue = (np.interp(np.arange(256), places, [stop[n] for stop in _HEAT]) for n in range(3))
    alpha = np.clip(np.arange(256) / 24, 0, 1) * opacity * 255
    return [
        round(a) << 24 | round(r) << 16 | round(g) << 8 | round(b)
        for a, r, g, b in zip(alpha.tolist(), red.tolist(), green.tolist(), blue.tolist(), strict=True)
    ]


def threshold_table(threshold: float, scale: float) -> list[int]:
    """256 ARGB numbers for entropy levels: black above ``threshold`` (in the map's unit), clear up to it."""
    return [0xFF000000 if level * scale / 255 > threshold else TRANSPARENT for level in range(256)]


def single_table(rgb: tuple[int, int, int], alpha: float) -> list[int]:
    """256 ARGB numbers: one colour for every label but background."""
    red, green, blue = rgb
    return [TRANSPARENT] + [round(alpha * 255) << 24 | red << 16 | green << 8 | blue] * 255
