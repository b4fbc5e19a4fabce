"""Colours of maps over the frame, and the viewing-only adjustment of the picture under them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from core.types import UInt8Array

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


def heat_table(opacity: float, largest: float = 1.0) -> list[int]:
    """256 ARGB numbers for levels of which 255 stands for the entropy ``largest``.

    Clear at 0, then violet to yellow, which is an entropy of 1, or ``largest`` for a map in nats.
    """
    places = np.linspace(0, 255, len(_HEAT))
    red, green, blue = (np.interp(np.arange(256), places, [stop[n] for stop in _HEAT]) for n in range(3))
    alpha = np.clip(np.arange(256) / 24, 0, 1) * opacity * 255
    shades = [
        round(a) << 24 | round(r) << 16 | round(g) << 8 | round(b)
        for a, r, g, b in zip(alpha.tolist(), red.tolist(), green.tolist(), blue.tolist(), strict=True)
    ]
    share = min(largest, 1.0)
    return [shades[round(level * share)] for level in range(256)]


def threshold_table(threshold: float, largest: float) -> list[int]:
    """256 ARGB numbers for such levels: black above ``threshold`` (in the map's unit), clear up to it."""
    return [0xFF000000 if level * largest / 255 > threshold else TRANSPARENT for level in range(256)]


def single_table(rgb: tuple[int, int, int], alpha: float) -> list[int]:
    """256 ARGB numbers: one colour for every label but background."""
    red, green, blue = rgb
    return [TRANSPARENT] + [round(alpha * 255) << 24 | red << 16 | green << 8 | blue] * 255
