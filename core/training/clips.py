"""Training clips: real sequences, stills that are set in motion, and objects pasted from both.

A :class:`TrainingClip` is what the network trains on: a few square frames and their label maps, frame 0 being the
reference, on which every object is seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from core.errors import UserError
from core.training.augment import colour_change, random_motion, warp
from core.types import UInt8Array

PASTES = 3
"""The most objects pasted into a clip."""

Rng = np.random.Generator
FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TrainingClip:
    """``images`` (T, S, S, 3) RGB ``uint8``; ``labels`` (T, S, S) ``uint8``, 0..K; ``objects`` = K."""

    images: UInt8Array
    labels: UInt8Array
    objects: int


@dataclass(frozen=True, slots=True)
class Footage:
    """Pictures with one object's mask each: a list of (RGB (H, W, 3), mask (H, W) 0 or 1) over time."""

    images: list[UInt8Array]
    masks: list[UInt8Array]


@dataclass(frozen=True, slots=True)
class Mixture:
    """What a clip is made of: chances of its parts, all 0..1, and its shape.

    ``paste`` is the chance of a first pasted object, falling by half with each further one up to :data:`PASTES`;
    ``distractor`` that a pasted one has no label; ``twin`` that it looks like the object which is there already, so
    that only place and motion tell them apart.
    """

    size: int = 192
    length: int = 4
    real: float = 0.6
    paste: float = 0.6
    distractor: float = 0.25
    twin: float = 0.15
    wide_gap: float = 0.35


def read_image(path: Path) -> UInt8Array:
    """Decode an image to RGB."""
    picture = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if picture is None:
        raise UserError(f"{path} cannot be read as an image.", "Check the training data; the file may be damaged.")
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), dtype=np.uint8)


def read_mask(path: Path) -> UInt8Array:
    """Palette or grey PNG -> 0 / 1. Pillow keeps palette indices; OpenCV would turn index 1 into a grey of 38."""
    with Image.open(path) as picture:
        values = np.asarray(picture if picture.mode in {"P", "L", "1"} else picture.convert("L"))
    return np.asarray((values > 0) & (values != 255) if values.max(initial=0) < 128 else values > 127, dtype=np.uint8)


class RealClips:
    """Sequences of a DAVIS-layout folder with one object each."""

    def __init__(self, root: Path, split: str) -> None:
        names = (root / "ImageSets" / "2017" / f"{split}.txt").read_text().split()
        self.frames = [sorted((root / "JPEGImages" / "480p" / name).glob("*.jpg")) for name in names]
        self.masks = [sorted((root / "Annotations" / "480p" / name).glob("*.png")) for name in names]
        for name, frames, masks in zip(names, self.frames, self.masks, strict=True):
            if not frames or len(frames) != len(masks):
                message = f"Sequence {name} in {root} has {len(frames)} frames and {len(masks)} masks."
                raise UserError(message, "Every training frame needs its mask; check that the data is complete.")

    def sample(self, rng: Rng, length: int, wide_gap: float) -> Footage:
        """Consecutive frames with random gaps, forward or backward."""
        which = int(rng.integers(len(self.frames)))
        count = len(self.frames[which])
        widest = min(10 if rng.random() < wide_gap else 3, max(1, (count - 1) // (length - 1)))
        steps = np.concatenate([[0], rng.integers(1, widest + 1, length - 1).cumsum()])
        indices = steps + int(rng.integers(count - int(steps[-1])))
        if rng.random() < 0.5:
            indices = indices[::-1]
        images = [read_image(self.frames[which][i]) for i in indices]
        masks = [read_mask(self.masks[which][i]) for i in indices]
        return Footage(images, masks)


class Stills:
    """Single pictures with one salient object: ``JPEGImages/*.jpg`` and ``Annotations/*.png`` of the same stem."""

    def __init__(self, root: Path) -> None:
        self.frames = sorted(p for p in (root / "JPEGImages").rglob("*") if p.is_file())
        self.masks = {p.stem: p for p in (root / "Annotations").rglob("*.png")}
        self.frames = [p for p in self.frames if p.stem in self.masks]
        if not self.frames:
            raise UserError(
                f"{root} holds no stills with masks.", "It needs JPEGImages and Annotations of equal names."
            )

    def sample(self, rng: Rng, length: int) -> Footage:
        """The same picture ``length`` times; motion comes from warping."""
        path = self.frames[int(rng.integers(len(self.frames)))]
        return Footage([read_image(path)] * length, [read_mask(self.masks[path.stem])] * length)


def object_box(mask: UInt8Array) -> tuple[float, float, float, float] | None:
    """Centre x, centre y, width, height of the pixels set, or None."""
    points = cv2.boundingRect(mask)
    x, y, w, h = points
    return (x + w / 2, y + h / 2, float(w), float(h)) if w and h else None


class ClipMaker:
    """Draws training clips from all sources."""

    def __init__(self, real: RealClips, stills: Stills) -> None:
        self.real = real
        self.stills = stills

    def draw(self, rng: Rng, mixture: Mixture) -> TrainingClip:
        """One clip whose reference shows each of its objects; tries again until it does."""
        while True:
            clip = self._attempt(rng, mixture)
            if clip is not None:
                return clip

    def _attempt(self, rng: Rng, mixture: Mixture) -> TrainingClip | None:
        base = self._footage(rng, mixture, mixture.real)
        placed = self._place_base(rng, base, mixture, still=base.images[0] is base.images[-1])
        if placed is None:
            return None
        images, labels = placed
        count = 1
        for paste in range(PASTES):
            if rng.random() >= mixture.paste * 0.5**paste:
                continue
            source = base if rng.random() < mixture.twin else self._footage(rng, mixture, 0.4)
            labelled = rng.random() >= mixture.distractor
            if self._paste(rng, images, labels, source, mixture, count + 1 if labelled else 0):
                count += labelled
        return _finish(rng, images, labels, count)

    def _footage(self, rng: Rng, mixture: Mixture, real: float) -> Footage:
        if rng.random() < real:
            return self.real.sample(rng, mixture.length, mixture.wide_gap)
        return self.stills.sample(rng, mixture.length)

    def _place_base(
        self, rng: Rng, base: Footage, mixture: Mixture, still: bool
    ) -> tuple[list[UInt8Array], list[UInt8Array]] | None:
        box = object_box(base.masks[0])
        if box is None:
            return None
        height, width = base.masks[0].shape
        shown = mixture.size * float(np.exp(rng.uniform(np.log(0.85), np.log(1.6)))) / min(height, width)
        motion = random_motion(rng, mixture.length, drift=1.0 if still else 0.25, bend=still)
        motion = motion.placed((box[0], box[1]), _jittered_centre(rng, mixture.size, 0.25), shown)
        images = [warp(i, motion, t, mixture.size, linear=True) for t, i in enumerate(base.images)]
        labels = [warp(m, motion, t, mixture.size, linear=False) for t, m in enumerate(base.masks)]
        return images, labels

    def _paste(
        self,
        rng: Rng,
        images: list[UInt8Array],
        labels: list[UInt8Array],
        source: Footage,
        mixture: Mixture,
        label: int,
    ) -> bool:
        """Blend a moving object over (or, one time in three, under) what is there; False where it has no pixel."""
        box = object_box(source.masks[0])
        if box is None:
            return False
        extent = mixture.size * rng.uniform(0.2, 0.6) / max(box[2], box[3])
        motion = random_motion(rng, mixture.length, drift=1.5, bend=source.images[0] is source.images[-1])
        motion = motion.placed((box[0], box[1]), _jittered_centre(rng, mixture.size, 0.45), extent)
        under = rng.random() < 1 / 3
        change = colour_change(rng, 0.5)
        for t in range(mixture.length):
            alpha = warp(source.masks[t] * np.uint8(255), motion, t, mixture.size, linear=True)
            picture = change(warp(source.images[t], motion, t, mixture.size, linear=True))
            _blend(images, labels, t, picture, alpha, label, under)
        return label == 0 or int((labels[0] == label).sum()) > 40


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


def _finish(rng: Rng, images: list[UInt8Array], labels: list[UInt8Array], count: int) -> TrainingClip | None:
    """Colour, flip, renumber; None where the reference lacks an object or shows too little of one."""
    stacked = np.stack(labels)
    present = [k for k in range(1, count + 1) if int((stacked[0] == k).sum()) > 40]
    if not present:
        return None
    table = np.zeros(256, dtype=np.uint8)
    for new, old in enumerate(rng.permutation(present), start=1):
        table[int(old)] = new
    stacked = table[stacked]
    whole = colour_change(rng, 1.0)
    pictures = np.stack([colour_change(rng, 0.15)(whole(image)) for image in images])
    if rng.random() < 0.5:
        pictures, stacked = pictures[:, :, ::-1], stacked[:, :, ::-1]
    return TrainingClip(np.ascontiguousarray(pictures), np.ascontiguousarray(stacked), len(present))
