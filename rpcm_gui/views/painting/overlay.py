"""Pictures of a frame, its masks and its reliability, laid over one another without blending on the CPU side.

Masks and reliability are ``Indexed8`` images whose colours come from a table, so that colour, opacity and
visibility cost 256 numbers to change, and a stroke costs the pixels it touched.

Colours of maps over the frame, and the viewing-only adjustment of the picture under them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from core.types import VOID, ObjectInfo, UInt8Array

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
    """What becomes of each of the levels: (256,)."""
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


_VOID_COLOUR = (150, 150, 150)
_EDGE_WIDTH = 1.6
_HEAT_OPACITY = 0.75
BEFORE, AFTER = (255, 110, 90), (90, 230, 140)
"""Colours of the onion skin: the frame before and the frame after."""


class Rect(NamedTuple):
    """A rectangle of image pixels, half open: columns ``left..right - 1`` and rows ``top..bottom - 1``."""

    left: int
    top: int
    right: int
    bottom: int

    def grown(self, by: int, width: int, height: int) -> Rect:
        """The rectangle with ``by`` pixels more on each side, kept inside (width, height)."""
        return Rect(
            max(self.left - by, 0),
            max(self.top - by, 0),
            min(self.right + by, width),
            min(self.bottom + by, height),
        )

    @staticmethod
    def around(rects: Iterable[Rect | None]) -> Rect | None:
        """The smallest rectangle that holds them all, ``None`` where there is none."""
        given = [rect for rect in rects if rect is not None]
        if not given:
            return None
        lefts, tops, rights, bottoms = zip(*given, strict=True)
        return Rect(min(lefts), min(tops), max(rights), max(bottoms))

    @property
    def slices(self) -> tuple[slice, slice]:
        """Rows and columns, for indexing an array."""
        return slice(self.top, self.bottom), slice(self.left, self.right)


def argb(colour: tuple[int, int, int], alpha: float) -> int:
    """The 32-bit ARGB number of an RGB ``colour`` (0..255) with ``alpha`` (0..1)."""
    red, green, blue = colour
    return round(alpha * 255) << 24 | red << 16 | green << 8 | blue


def mask_table(objects: Iterable[ObjectInfo], opacity: float) -> list[int]:
    """256 ARGB numbers: each visible object in its colour, void grey, anything else transparent."""
    table = [TRANSPARENT] * 256
    table[VOID] = argb(_VOID_COLOUR, opacity / 2)
    for item in objects:
        if item.visible:
            table[item.id] = argb(item.colour, opacity)
    return table


def reliability_table() -> list[int]:
    """256 ARGB numbers: black where unsure (0), clear where sure (255)."""
    return [(255 - value) << 24 for value in range(256)]


def edges(labels: UInt8Array, thickness: int) -> UInt8Array:
    """Keep the pixels of ``labels`` (H, W) within ``thickness`` pixels of another label, and zero the rest.

    The picture's own border is not an edge.
    """
    kernel = np.ones((2 * thickness + 1, 2 * thickness + 1), np.uint8)
    inside = cv2.dilate(labels, kernel) == cv2.erode(labels, kernel)
    return np.where(inside, np.uint8(0), labels)


class IndexedLayer:
    """An ``Indexed8`` image of ``width`` x ``height`` and a numpy view of its pixels (height, width)."""

    def __init__(self, width: int, height: int) -> None:
        self.image = QImage(width, height, QImage.Format.Format_Indexed8)
        self.image.setColorTable([TRANSPARENT] * 256)
        rows = np.frombuffer(self.image.bits(), np.uint8).reshape(height, self.image.bytesPerLine())
        self.pixels: UInt8Array = rows[:, :width]
        self.pixels[:] = 0

    def set_table(self, table: Sequence[int]) -> None:
        """Take 256 ARGB numbers as colours."""
        self.image.setColorTable(table)


class FramePicture:
    """A frame as an RGB32 image, with halved copies made when first needed, for clean shrinking."""

    def __init__(self, image: UInt8Array) -> None:
        self._levels = [_rgb32(image)]
        self.width = image.shape[1]

    @property
    def smallest(self) -> QImage:
        """The smallest copy made so far: making another of a very large frame takes longer than a stroke may."""
        return self._levels[-1]

    def level(self, zoom: float) -> QImage:
        """The smallest copy that still has a pixel for every screen pixel at ``zoom`` (screen per image pixel)."""
        depth = 0
        while zoom * 2 ** (depth + 1) <= 1 and depth < 4:
            depth += 1
            if depth == len(self._levels):
                self._levels.append(_halved(self._levels[-1]))
        return self._levels[depth]


def _rgb32(image: UInt8Array) -> QImage:
    height, width = image.shape[:2]
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    target = np.frombuffer(picture.bits(), np.uint8).reshape(height, width, 4)
    cv2.cvtColor(image, cv2.COLOR_RGB2BGRA, dst=target)
    return picture


def _halved(picture: QImage) -> QImage:
    width, height = max(picture.width() // 2, 1), max(picture.height() // 2, 1)
    source = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.width(), 4)
    half = QImage(width, height, QImage.Format.Format_RGB32)
    target = np.frombuffer(half.bits(), np.uint8).reshape(height, width, 4)
    cv2.resize(source, (width, height), dst=target, interpolation=cv2.INTER_AREA)
    return half


class Compare(StrEnum):
    """What the other side of a comparison shows."""

    FRAME = "frame"
    RELIABILITY = "reliability"
    ENTROPY = "entropy"


@dataclass(frozen=True, slots=True)
class Style:
    """What is drawn over the frame.

    Attributes:
        opacity: Of the masks' inside, 0..1.
        onion: The outlines of the masks on the frame before (red) and after (green).
        entropy: The heat map of the entropy.
        threshold: Entropy above which the reliability map is black, in the run's unit; None for the run's own.
        wipe: A line with the other side to its left; ``side`` puts the other side beside instead.
        compare: What the other side shows.
    """

    masks: bool = True
    reliability: bool = False
    outline: bool = False
    opacity: float = 0.45
    onion: bool = False
    entropy: bool = False
    threshold: float | None = None
    wipe: bool = False
    side: bool = False
    compare: Compare = Compare.FRAME

    @property
    def compares(self) -> bool:
        """Whether there is another side."""
        return self.wipe or self.side

    @property
    def wants_entropy(self) -> bool:
        """Whether the entropy has to be read."""
        other = self.compares and self.compare is Compare.ENTROPY
        unsure = self.reliability or (self.compares and self.compare is Compare.RELIABILITY)
        return self.entropy or other or (unsure and self.threshold is not None)


class Layers:
    """Everything drawn for one frame of ``width`` x ``height``: picture, masks, their edges, reliability."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.style = Style()
        self._picture: FramePicture | None = None
        self._masks = IndexedLayer(width, height)
        self._edges = IndexedLayer(width, height)
        self._reliability = IndexedLayer(width, height)
        self._reliability.set_table(reliability_table())
        self._has_reliability = False
        self._image: UInt8Array | None = None
        self._adjustment = Adjustment()
        self._entropy: EntropyMap | None = None
        self._onion: tuple[IndexedLayer, ...] = ()
        self._thickness = 1
        self._objects: tuple[ObjectInfo, ...] = ()

    @property
    def labels(self) -> UInt8Array:
        """The label map that is drawn, (H, W)."""
        return self._masks.pixels

    def set_picture(self, image: UInt8Array) -> None:
        """Take an RGB frame (H, W, 3), or a smaller picture of it, which is drawn as large."""
        self._image = image
        self._picture = FramePicture(adjusted(image, self._adjustment))

    def set_adjustment(self, adjustment: Adjustment) -> None:
        """Show the picture brighter, darker or with more contrast."""
        self._adjustment = adjustment
        if self._image is not None:
            self.set_picture(self._image)

    def set_entropy(self, entropy: EntropyMap | None) -> None:
        """Take an entropy map (height, width), or ``None`` where there is none or it is not shown."""
        self._entropy = entropy

    def set_onion(self, before: UInt8Array | None, after: UInt8Array | None) -> None:
        """Take the label maps (H, W) of the frames before and after; ``None`` at an end of the clip or if not shown."""
        given = [(labels, rgb) for labels, rgb in ((before, BEFORE), (after, AFTER)) if labels is not None]
        self._onion = tuple(_skin(labels, rgb, self._thickness) for labels, rgb in given)

    def clear(self) -> None:
        """Show neither picture nor masks."""
        self._picture, self._has_reliability = None, False
        self._masks.pixels[:] = 0
        self._edges.pixels[:] = 0

    def set_labels(self, labels: UInt8Array, rect: Rect | None = None) -> Rect:
        """Take a label map (H, W), or only its part in ``rect``; return the rectangle that changed."""
        part = rect or Rect(0, 0, self.width, self.height)
        self._masks.pixels[part.slices] = labels[part.slices]
        return self._draw_edges(part)

    def set_reliability(self, reliability: UInt8Array | None) -> None:
        """Take a reliability map (H, W), 255 sure and 0 unsure, or ``None`` where there is none."""
        self._has_reliability = reliability is not None
        if reliability is not None:
            self._reliability.pixels[:] = reliability

    def set_objects(self, objects: Iterable[ObjectInfo]) -> None:
        """Take the objects' colours and visibility."""
        self._objects = tuple(objects)
        self._masks.set_table(mask_table(self._objects, self.style.opacity))
        self._edges.set_table(mask_table(self._objects, 1.0))

    def set_style(self, style: Style) -> None:
        """Choose what is shown and how dense."""
        self.style = style
        self.set_objects(self._objects)

    def set_zoom(self, zoom: float) -> None:
        """Keep edges about equally wide on the screen at ``zoom`` (screen pixels per image pixel)."""
        thickness = min(max(round(_EDGE_WIDTH / zoom), 1), 8)
        if thickness != self._thickness:
            self._thickness = thickness
            self._draw_edges(Rect(0, 0, self.width, self.height))

    def _draw_edges(self, rect: Rect) -> Rect:
        changed = rect.grown(self._thickness, self.width, self.height)
        source = changed.grown(self._thickness, self.width, self.height)
        drawn = edges(self._masks.pixels[source.slices], self._thickness)
        top, left = changed.top - source.top, changed.left - source.left
        self._edges.pixels[changed.slices] = drawn[
            top : top + changed.bottom - changed.top, left : left + changed.right - changed.left
        ]
        return changed

    def paint(self, painter: QPainter, zoom: float) -> None:
        """Draw all shown layers at the painter's origin in image coordinates; ``zoom`` is its scale."""
        self._paint(painter, zoom, self._shown())

    def paint_other(self, painter: QPainter, zoom: float) -> None:
        """Draw the other side of a comparison."""
        other = {
            Compare.FRAME: [],
            Compare.RELIABILITY: self._unsure(),
            Compare.ENTROPY: [self._entropy.heat] if self._entropy is not None else [],
        }
        self._paint(painter, zoom, other[self.style.compare])

    def thumbnail(self, painter: QPainter, target: QRectF) -> None:
        """Draw picture and masks small, into ``target``."""
        if self._picture is not None:
            picture = self._picture.smallest
            painter.drawImage(target, picture, QRectF(picture.rect()))
        if self.style.masks:
            painter.drawImage(target, self._masks.image, QRectF(0, 0, self.width, self.height))

    def _paint(self, painter: QPainter, zoom: float, layers: Sequence[IndexedLayer]) -> None:
        target = QRectF(0, 0, self.width, self.height)
        if self._picture is not None:
            picture = self._picture.level(zoom * self.width / self._picture.width)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom < 1 or picture.width() < self.width)
            painter.drawImage(target, picture, QRectF(picture.rect()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for layer in layers:
            painter.drawImage(target, layer.image, target)

    def _shown(self) -> list[IndexedLayer]:
        style = self.style
        shown: list[IndexedLayer] = []
        if style.masks and not style.outline:
            shown.append(self._masks)
        if style.entropy and self._entropy is not None:
            shown.append(self._entropy.heat)
        if style.masks:
            shown.append(self._edges)
        if style.onion:
            shown += self._onion
        return shown + (self._unsure() if style.reliability else [])

    def _unsure(self) -> list[IndexedLayer]:
        if self.style.threshold is not None and self._entropy is not None:
            return [self._entropy.above(self.style.threshold)]
        return [self._reliability] if self._has_reliability else []


class EntropyMap:
    """An entropy map twice, with a table of its own each: as heat, and as black above a threshold.

    ``levels`` (H, W), 0..255, of which 255 stands for the entropy ``largest``. May be made on any thread.
    """

    def __init__(self, levels: UInt8Array, largest: float) -> None:
        self._largest = largest
        self.heat = _layer(levels, heat_table(_HEAT_OPACITY, largest))
        self._above: IndexedLayer | None = None
        self._threshold = -1.0

    def above(self, threshold: float) -> IndexedLayer:
        """The map in black above ``threshold``; moving it costs 256 numbers."""
        if self._above is None:
            self._above = _layer(self.heat.pixels, [])
        if threshold != self._threshold:
            self._threshold = threshold
            self._above.set_table(threshold_table(threshold, self._largest))
        return self._above


def _layer(pixels: UInt8Array, table: Sequence[int]) -> IndexedLayer:
    height, width = pixels.shape
    made = IndexedLayer(width, height)
    made.pixels[:] = pixels
    made.set_table(table)
    return made


def _skin(labels: UInt8Array, rgb: tuple[int, int, int], thickness: int) -> IndexedLayer:
    return _layer(edges(labels, thickness), single_table(rgb, 0.85))
