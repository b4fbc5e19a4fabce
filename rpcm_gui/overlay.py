"""Pictures of a frame, its masks and its reliability, laid over one another without blending on the CPU side.

Masks and reliability are ``Indexed8`` images whose colours come from a table, so that colour, opacity and
visibility cost 256 numbers to change, and a stroke costs the pixels it touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from core.types import VOID, ObjectInfo, UInt8Array

TRANSPARENT = 0
_VOID_COLOUR = (150, 150, 150)
_EDGE_WIDTH = 1.6


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

    The picture's own border is no edge.
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


@dataclass(frozen=True, slots=True)
class Style:
    """What is drawn over the frame. ``opacity`` is that of the masks' inside, 0..1."""

    masks: bool = True
    reliability: bool = False
    outline: bool = False
    opacity: float = 0.45


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
        self._thickness = 1
        self._objects: tuple[ObjectInfo, ...] = ()

    @property
    def labels(self) -> UInt8Array:
        """The label map that is drawn, (height, width)."""
        return self._masks.pixels

    def set_picture(self, image: UInt8Array) -> None:
        """Take an RGB frame (height, width, 3)."""
        self._picture = FramePicture(image)

    def clear(self) -> None:
        """Show neither picture nor masks."""
        self._picture, self._has_reliability = None, False
        self._masks.pixels[:] = 0
        self._edges.pixels[:] = 0

    def set_labels(self, labels: UInt8Array, rect: Rect | None = None) -> Rect:
        """Take a label map (height, width), or only its part in ``rect``; return the rectangle that changed."""
        part = rect or Rect(0, 0, self.width, self.height)
        self._masks.pixels[part.slices] = labels[part.slices]
        return self._draw_edges(part)

    def set_reliability(self, reliability: UInt8Array | None) -> None:
        """Take a reliability map (height, width), 255 sure and 0 unsure, or ``None`` where there is none."""
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
        target = QRectF(0, 0, self.width, self.height)
        if self._picture is not None:
            picture = self._picture.level(zoom)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom < 1)
            painter.drawImage(target, picture, QRectF(picture.rect()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for layer in self._shown():
            painter.drawImage(target, layer.image, target)

    def _shown(self) -> list[IndexedLayer]:
        shown: list[IndexedLayer] = []
        if self.style.masks and not self.style.outline:
            shown.append(self._masks)
        if self.style.masks:
            shown.append(self._edges)
        if self.style.reliability and self._has_reliability:
            shown.append(self._reliability)
        return shown
