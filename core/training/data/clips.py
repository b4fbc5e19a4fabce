"""Training clips of the compact recipe: real sequences, stills that are set in motion, objects pasted from both.

A :class:`TrainingClip` is what the network trains on: a few square frames and their label maps, frame 0 being the
reference, on which every object is seen.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from core.errors import UserError
from core.masks.labels import object_ids
from core.training.data.augment import colour_change, motion_blur, random_motion, warp
from core.training.data.footage import ClipSource, Draw, LabelledFrames, Rng
from core.types import VOID, UInt8Array

PASTES = 3
"""The most objects pasted into a clip."""
ATTEMPTS = 500
"""Clips drawn before the data is said to show no object."""
MOTION_BLUR = 0.05
"""Chance that a clip is blurred by the camera's motion."""
LEAST_PIXELS = 40
"""An object counts where the reference shows more pixels of it than this."""
STRONG_ZOOM = 0.16
"""Deviation of the logarithm of a strong zoom's factor from frame to frame."""

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TrainingClip:
    """``images`` (T, S, S, 3) RGB ``uint8``; ``labels`` (T, S, S) ``uint8``, 0..K, 255 void; ``objects`` = K."""

    images: UInt8Array
    labels: UInt8Array
    objects: int


@dataclass(frozen=True, slots=True)
class Mixture:
    """What a clip is made of: chances of its parts, all 0..1, and its shape.

    ``least_shown`` and ``most_shown`` bound how large the crop shows its source: 1 fits the picture's short side;
    ``zoom`` is the chance that a clip zooms strongly, in or out; of more than ``most_objects`` objects some are kept.
    ``paste`` is the chance of a first pasted object, falling by half with each further one up to :data:`PASTES`;
    ``distractor`` that a pasted one has no label; ``twin`` that it looks like the object which is there already, so
    that only place and motion tell them apart; ``generated`` that a scene is drawn by formula, where there is such a
    source.
    """

    size: int = 192
    length: int = 4
    real: float = 0.6
    paste: float = 0.6
    distractor: float = 0.25
    twin: float = 0.15
    wide_gap: float = 0.35
    generated: float = 0.05
    least_shown: float = 0.85
    most_shown: float = 1.6
    zoom: float = 0.0
    most_objects: int = 4


def object_box(mask: UInt8Array) -> tuple[float, float, float, float] | None:
    """Centre x, centre y, width, height of the pixels set in ``mask`` (H, W), or None."""
    points = cv2.boundingRect(mask)
    x, y, w, h = points
    return (x + w / 2, y + h / 2, float(w), float(h)) if w and h else None


class ClipMaker:
    """Draws training clips from videos and, where there are some, stills and drawn scenes."""

    def __init__(self, real: ClipSource, stills: ClipSource | None, generated: ClipSource | None = None) -> None:
        self.real, self.stills, self.generated = real, stills, generated

    def draw(self, rng: Rng, mixture: Mixture) -> TrainingClip:
        """One clip whose reference shows each of its objects.

        Raises:
            UserError: Where the data is broken, or hardly any frame of it shows an object.
        """
        for _ in range(ATTEMPTS):
            clip = self._attempt(rng, mixture)
            if clip is not None:
                return clip
        raise UserError(
            "No object of {pixels} pixels or more was found on the first frames of {count} random clips.",
            "Check that the masks show objects (0 is background, 255 is void).",
            count=ATTEMPTS,
            pixels=LEAST_PIXELS,
        )

    def _attempt(self, rng: Rng, mixture: Mixture) -> TrainingClip | None:
        base = self._footage(rng, mixture, mixture.real)
        placed = self._place_base(rng, base, mixture)
        if placed is None:
            return None
        images, labels = placed
        count = max(max(object_ids(frame), default=0) for frame in base.labels)
        for paste in range(PASTES):
            if rng.random() >= mixture.paste * 0.5**paste:
                continue
            source = base if rng.random() < mixture.twin else self._footage(rng, mixture, 0.4)
            labelled = rng.random() >= mixture.distractor and count < VOID - 1
            if self._paste(rng, images, labels, source, mixture, count + 1 if labelled else 0):
                count += labelled
        return _finish(rng, images, labels, mixture.most_objects)

    def _footage(self, rng: Rng, mixture: Mixture, real: float) -> LabelledFrames:
        draw = Draw(mixture.length, gap=10 if rng.random() < mixture.wide_gap else 3)
        if self.generated is not None and rng.random() < mixture.generated:
            return self.generated.sample(rng, draw)
        source = self.real if self.stills is None or rng.random() < real else self.stills
        return source.sample(rng, draw)

    def _place_base(
        self, rng: Rng, base: LabelledFrames, mixture: Mixture
    ) -> tuple[list[UInt8Array], list[UInt8Array]] | None:
        box = object_box(_one_object(rng, base.labels[0]))
        if box is None:
            return None
        height, width = base.labels[0].shape
        times = float(np.exp(rng.uniform(np.log(mixture.least_shown), np.log(mixture.most_shown))))
        shown = mixture.size * times / min(height, width)
        zoom = float(rng.normal(0, STRONG_ZOOM)) if rng.random() < mixture.zoom else 0.0
        motion = random_motion(rng, mixture.length, drift=1.0 if base.still else 0.25, bend=base.still, zoom=zoom)
        motion = motion.placed((box[0], box[1]), _jittered_centre(rng, mixture.size, 0.25), shown)
        images = [warp(i, motion, t, mixture.size, linear=True) for t, i in enumerate(base.images)]
        labels = [warp(m, motion, t, mixture.size, linear=False) for t, m in enumerate(base.labels)]
        return images, labels

    def _paste(
        self,
        rng: Rng,
        images: list[UInt8Array],
        labels: list[UInt8Array],
        source: LabelledFrames,
        mixture: Mixture,
        label: int,
    ) -> bool:
        """Blend a moving object over (or, one time in three, under) what is there; False where it has no pixel."""
        chosen = _chosen(rng, source.labels[0])
        if chosen is None:
            return False
        box = object_box(np.equal(source.labels[0], chosen).astype(np.uint8))
        assert box is not None
        extent = mixture.size * rng.uniform(0.2, 0.6) / max(box[2], box[3])
        motion = random_motion(rng, mixture.length, drift=1.5, bend=source.still)
        motion = motion.placed((box[0], box[1]), _jittered_centre(rng, mixture.size, 0.45), extent)
        under = rng.random() < 1 / 3
        change = colour_change(rng, 0.5)
        for t in range(mixture.length):
            mask = np.equal(source.labels[t], chosen).astype(np.uint8)
            alpha = warp(mask * np.uint8(255), motion, t, mixture.size, linear=True)
            picture = change(warp(source.images[t], motion, t, mixture.size, linear=True))
            _blend(images, labels, t, picture, alpha, label, under)
        return label == 0 or int((labels[0] == label).sum()) > LEAST_PIXELS


def _chosen(rng: Rng, labels: UInt8Array) -> int | None:
    """One of the objects of a label map by lot; None where it shows none."""
    present = object_ids(labels)
    return present[int(rng.integers(len(present)))] if present else None


def _one_object(rng: Rng, labels: UInt8Array) -> UInt8Array:
    """The mask (H, W), 0 or 1, of one object by lot; empty where the label map shows none."""
    chosen = _chosen(rng, labels)
    return np.zeros_like(labels) if chosen is None else np.equal(labels, chosen).astype(np.uint8)


def _jittered_centre(rng: Rng, size: int, spread: float) -> tuple[float, float]:
    offset = rng.uniform(-spread, spread, 2) * size
    return size / 2 + float(offset[0]), size / 2 + float(offset[1])


def _blend(
    images: list[UInt8Array],
    labels: list[UInt8Array],
    t: int,
    picture: UInt8Array,
    alpha: UInt8Array,
    label: int,
    under: bool,
) -> None:
    free = labels[t] == 0 if under else np.ones_like(labels[t], dtype=bool)
    inside = (alpha > 127) & free
    soft: FloatArray = cv2.GaussianBlur(alpha, (3, 3), 0).astype(np.float32)[..., None] / 255 * free[..., None]
    images[t] = (images[t] + (picture.astype(np.float32) - images[t]) * soft).astype(np.uint8)
    labels[t] = np.where(inside, np.uint8(label), labels[t]).astype(np.uint8)


def _finish(rng: Rng, images: list[UInt8Array], labels: list[UInt8Array], most_objects: int) -> TrainingClip | None:
    """Colour, flip, renumber; None where the reference shows too little of every object.

    What the reference does not show becomes background: nobody asked for it. So does what is too much, as where a few
    cells of many are followed.
    """
    stacked = np.stack(labels)
    areas = np.bincount(stacked[0].ravel(), minlength=256)
    present = [int(k) for k in np.flatnonzero(areas[:VOID] > LEAST_PIXELS) if k]
    if not present:
        return None
    table = np.zeros(256, dtype=np.uint8)
    table[VOID] = VOID
    present = [int(k) for k in rng.permutation(present)[:most_objects]]
    for new, old in enumerate(present, start=1):
        table[old] = new
    stacked = table[stacked]
    whole = colour_change(rng, 1.0)
    pictures = np.stack([colour_change(rng, 0.15)(whole(image)) for image in images])
    if rng.random() < MOTION_BLUR:
        blur = motion_blur(rng)
        pictures = np.stack([blur(picture) for picture in pictures])
    if rng.random() < 0.5:
        pictures, stacked = pictures[:, :, ::-1], stacked[:, :, ::-1]
    return TrainingClip(np.ascontiguousarray(pictures), np.ascontiguousarray(stacked), len(present))
