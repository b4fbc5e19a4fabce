"""Samples for the click head: one object in a square crop, a present mask that is partly wrong, and random clicks."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from core.errors import UserError
from core.masks.labels import object_ids
from core.selection.clicks import Click
from core.training.data.augment import colour_change, motion_blur
from core.training.data.clips import ATTEMPTS, LEAST_PIXELS, MOTION_BLUR, TrainingClip, object_box
from core.training.data.footage import ClipSource, Draw, LabelledFrames, Rng
from core.types import VOID, BoolArray, UInt8Array

FloatArray = npt.NDArray[np.float32]
LARGEST_ZOOM = 4.0
"""Crops show a picture's pixels at most so much enlarged, in training and in use."""

PARTED = 0.6
"""Chance that of an object in several large pieces, on a still, one piece is meant."""


@dataclass(frozen=True, slots=True)
class ClickMaking:
    """How samples are made.

    ``size`` is the crop's side; shares (0..1): ``real`` of frames of videos, ``close`` of crops close to the object,
    ``pasted`` of pictures into which an object of another one is pasted, to be told from what is there.
    """

    size: int = 192
    real: float = 0.35
    close: float = 0.65
    pasted: float = 0.4


class ClickMaker:
    """Draws crops round one object, from frames of videos and from stills."""

    def __init__(self, real: ClipSource, stills: ClipSource | None = None) -> None:
        self.real, self.stills = real, stills

    def draw(self, rng: Rng, making: ClickMaking) -> TrainingClip:
        """A clip of one frame: its labels are 0, 1 for the object, and 255 where the picture has ended.

        Raises:
            UserError: Where the data is broken, or hardly any picture of it shows an object.
        """
        for _ in range(ATTEMPTS):
            other = self._footage(rng, making) if rng.random() < making.pasted else None
            clip = _cut(rng, self._footage(rng, making), other, making)
            if clip is not None:
                return clip
        raise UserError(
            "No object of {pixels} pixels or more was found in {count} random images.",
            "Check that the masks show objects (0 is background, 255 is void).",
            count=ATTEMPTS,
            pixels=LEAST_PIXELS,
        )

    def _footage(self, rng: Rng, making: ClickMaking) -> LabelledFrames:
        source = self.real if self.stills is None or rng.random() < making.real else self.stills
        return source.sample(rng, Draw(1))


def _cut(rng: Rng, footage: LabelledFrames, other: LabelledFrames | None, making: ClickMaking) -> TrainingClip | None:
    """A crop round one of the objects; None where too little of it is seen."""
    image, labels = footage.images[0], footage.labels[0]
    mask = _one_object(rng, footage)
    if other is not None:
        image, mask = _pasted(rng, image, mask, other)
    box = object_box(np.equal(mask, 1).astype(np.uint8))
    if box is None or int((mask == 1).sum()) <= LEAST_PIXELS:
        return None
    mask[labels == VOID] = VOID
    matrix, scale = _placed(rng, box, labels.shape, making)
    size = (making.size, making.size)
    if scale < 0.6:
        image = np.asarray(cv2.blur(image, (2, 2) if scale > 0.4 else (3, 3)), np.uint8)
    picture = cv2.warpAffine(image, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    cut = cv2.warpAffine(mask, matrix, size, flags=cv2.INTER_NEAREST, borderValue=VOID)
    if int((cut == 1).sum()) <= LEAST_PIXELS:
        return None
    picture = colour_change(rng, 1.0)(np.asarray(picture, np.uint8))
    if rng.random() < MOTION_BLUR:
        picture = motion_blur(rng)(picture)
    return TrainingClip(np.ascontiguousarray(picture[None]), np.ascontiguousarray(cut[None].astype(np.uint8)), 1)


def _one_object(rng: Rng, footage: LabelledFrames) -> UInt8Array:
    """The mask (H, W) of one of the objects, 0 and 1, or 255 for pieces that may belong to it; without any, all 0."""
    labels = footage.labels[0]
    present = object_ids(labels)
    if not present:
        return np.zeros_like(labels)
    mask = np.equal(labels, present[int(rng.integers(len(present)))]).astype(np.uint8)
    return _one_piece(rng, mask) if footage.still and rng.random() < PARTED else mask


def _pasted(rng: Rng, image: UInt8Array, mask: UInt8Array, other: LabelledFrames) -> tuple[UInt8Array, UInt8Array]:
    """The picture with an object of another one at the side of its own or over it; either is the one that is meant."""
    theirs = np.equal(_one_object(rng, other), 1).astype(np.uint8)
    box, place = object_box(theirs), object_box(np.equal(mask, 1).astype(np.uint8))
    if box is None or place is None:
        return image, mask
    extent = max(place[2:])
    scale = float(rng.uniform(0.4, 1.1)) * extent / max(box[2:])
    middle = [at + rng.uniform(-0.8, 0.8) * extent for at in place[:2]]
    flip = -scale if rng.random() < 0.5 else scale
    matrix = np.array([[flip, 0, middle[0] - flip * box[0]], [0, scale, middle[1] - scale * box[1]]])
    size = mask.shape[::-1]
    alpha = cv2.warpAffine(theirs * np.uint8(255), matrix, size, flags=cv2.INTER_LINEAR)
    over = colour_change(rng, 0.5)(np.asarray(cv2.warpAffine(other.images[0], matrix, size), np.uint8))
    soft = cv2.GaussianBlur(alpha, (3, 3), 0).astype(np.float32)[..., None] / 255
    mixed = (image + (over - image.astype(np.float32)) * soft).astype(np.uint8)
    if rng.random() < 0.5:
        return mixed, (alpha > 127).astype(np.uint8)
    return mixed, np.where(alpha > 127, 0, mask).astype(np.uint8)


def _one_piece(rng: Rng, mask: UInt8Array) -> UInt8Array:
    """One of several large pieces of a mask, the others void: in stills two animals may be labelled as one object."""
    count, numbers, statistics, _ = cv2.connectedComponentsWithStats(mask)
    areas = statistics[1:, cv2.CC_STAT_AREA]
    large = np.flatnonzero(areas > 0.15 * areas.sum()) + 1
    if count <= 2 or len(large) < 2:
        return mask
    chosen = large[int(rng.integers(len(large)))]
    return np.where(numbers == chosen, 1, mask * VOID).astype(np.uint8)


def _placed(
    rng: Rng, box: tuple[float, float, float, float], shape: tuple[int, ...], making: ClickMaking
) -> tuple[npt.NDArray[np.float64], float]:
    """The affine map from the picture to the crop, and its scale: as close as zooming in does, or further away."""
    height, width = shape[:2]
    close = rng.random() < making.close
    share = rng.uniform(0.45, 0.95) if close else float(np.exp(rng.uniform(np.log(0.12), np.log(0.5))))
    scale = min(share * making.size / max(box[2], box[3]), LARGEST_ZOOM)
    # The crop stays inside the picture, as it does in use.
    scale = max(scale, making.size / min(height, width))
    seen = making.size / scale
    middle = [
        float(np.clip(at + rng.uniform(-0.15, 0.15) * seen, seen / 2, max(seen / 2, length - seen / 2)))
        for at, length in zip(box[:2], (width, height), strict=True)
    ]
    angle, stretch = rng.normal(0, 0.12), float(np.exp(rng.normal(0, 0.08)))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    flip = -1.0 if rng.random() < 0.5 else 1.0
    linear = turn @ np.diag([flip * scale * stretch, scale / stretch])
    offset = making.size / 2 - linear @ np.array(middle)
    return np.concatenate([linear, offset[:, None]], 1), float(scale)


def degraded(rng: Rng, truth: BoolArray) -> FloatArray:
    """A mask (H, W), 0..1, of the same object with faults: borders moved, a side cut off, a blob too much."""
    height, width = truth.shape
    extent = float(np.sqrt(truth.sum()))
    inside = cv2.distanceTransform(truth.astype(np.uint8), cv2.DIST_L2, 3)
    outside = cv2.distanceTransform((~truth).astype(np.uint8), cv2.DIST_L2, 3)
    grid = rng.normal(0, rng.uniform(0, 0.2) * extent, (6, 6)).astype(np.float32)
    bent = inside - outside + cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
    mask = bent + rng.normal(0, 0.08) * extent > 0
    ys, xs = np.mgrid[0:height, 0:width]
    if rng.random() < 0.4:
        angle, points = rng.uniform(0, 2 * np.pi), np.argwhere(truth)
        y, x = points[int(rng.integers(len(points)))]
        mask &= (ys - y) * np.sin(angle) + (xs - x) * np.cos(angle) > 0
    if rng.random() < 0.4:
        y, x = rng.uniform(0, height), rng.uniform(0, width)
        high, wide = rng.uniform(0.1, 0.5, 2) * extent + 1
        mask |= ((ys - y) / high) ** 2 + ((xs - x) / wide) ** 2 < 1
    return np.asarray(cv2.GaussianBlur(mask.astype(np.float32), (3, 3), 0), np.float32)


def random_click(rng: Rng, truth: BoolArray, valid: BoolArray) -> Click | None:
    """A click by lot: on the object, or beside it (the nearer the likelier)."""
    positive = rng.random() < 0.5
    if positive:
        places = np.flatnonzero(truth & valid)
    else:
        away = cv2.distanceTransform((~truth).astype(np.uint8), cv2.DIST_L2, 3)
        places = np.flatnonzero((away > 2) & (away < rng.uniform(4, 0.6 * max(truth.shape))) & valid)
    if places.size == 0:
        return None
    y, x = divmod(int(places[int(rng.integers(places.size))]), truth.shape[1])
    return Click(x, y, positive)


def truth_of(labels: UInt8Array) -> tuple[BoolArray, BoolArray]:
    """The object, and where labels say something, from a label map (H, W)."""
    return np.asarray(labels == 1, np.bool_), np.asarray(labels != VOID, np.bool_)
