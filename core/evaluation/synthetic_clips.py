"""Clips with several objects, made for measuring: objects of real clips moving over each other.

Everything follows from a seed, so that a figure can be measured again. Seeds of drawn clips start where training's
draws never come (``FIRST_SEED``); pasted clips are made only of the sequences that the caller names.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from core.errors import UserError
from core.evaluation import dataset
from core.evaluation.evaluate import read_mask
from core.files.folders import files_with
from core.files.owned import OwnWriter
from core.masks.png import encode_label_map
from core.types import BACKGROUND, VOID, UInt8Array
from core.video.source import open_source

FIRST_SEED = 2**40
"""Seeds of held-out clips count from here; training draws its own below 2**32."""
SPLIT = "generated"
HEIGHT, WIDTH = 480, 854
ATTEMPTS = 50
LEAST_SHARE = 0.001
"""Of the first frame's pixels: an object that shows less there is no reference to start from."""
UNDER_CHANCE = 1 / 3

Rng = np.random.Generator
FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Clip:
    """``images`` RGB (H, W, 3) and label maps (H, W) of equal number, ids 1..K."""

    name: str
    images: Sequence[UInt8Array]
    labels: Sequence[UInt8Array]


@dataclass(frozen=True, slots=True)
class ObjectFrames:
    """Consecutive frames of one object: RGB (H, W, 3) and its mask (H, W), 0 or 1."""

    images: Sequence[UInt8Array]
    masks: Sequence[UInt8Array]


@dataclass(frozen=True, slots=True)
class Way:
    """How a pasted object moves: its centre (x, y) on each frame, and the scale of its pixels."""

    centres: FloatArray
    scale: float


def write_dataset(root: Path, clips: Iterable[Clip], progress: Callable[[], None] = lambda: None) -> Path:
    """Write clips as a folder in DAVIS layout with the split ``SPLIT``; returns ``root``. Raises UserError."""
    names, writer = [], OwnWriter(root)
    for clip in clips:
        for index, (image, labels) in enumerate(zip(clip.images, clip.labels, strict=True)):
            writer.write(root / "JPEGImages" / "480p" / clip.name / f"{index:05d}.jpg", _jpeg(image))
            mask = root / "Annotations" / "480p" / clip.name / f"{index:05d}.png"
            writer.write(mask, encode_label_map(labels))
        names.append(clip.name)
        progress()
    writer.write(root / "ImageSets" / "2017" / f"{SPLIT}.txt", "".join(f"{name}\n" for name in names).encode())
    return root


def pasted_clip(sequences: Sequence[dataset.Sequence], number: int, objects: int, frames: int) -> Clip:
    """A clip of the ``number``-th sequence, object 1 its own, with objects of other sequences pasted, moving across.

    Each pasted object keeps its own motion round its centre, while the centre crosses the frame; every object shows on
    the first frame. Clips with the same arguments are equal.

    Raises:
        UserError: Where the sequences do not suffice.
    """
    if len(sequences) < 2:
        raise UserError(
            "{count} sequence is not enough to paste objects from.",
            "Use a split with two sequences or more.",
            count=len(sequences),
        )
    rng = np.random.default_rng([FIRST_SEED, number, objects, frames])
    base = sequences[number % len(sequences)]
    others = [sequence for sequence in sequences if sequence != base]
    for _ in range(ATTEMPTS):
        chosen = [others[i] for i in rng.choice(len(others), objects - 1, replace=objects > len(sequences))]
        parts = [_footage(rng, sequence, frames) for sequence in (base, *chosen)]
        clip = _composed(rng, f"{number:02d}-" + "-".join((base.name, *(each.name for each in chosen))), parts)
        if clip is not None:
            return clip
    raise UserError(
        "Cannot make a clip of {count} objects from {name}: too little of them is visible.",
        "Use sequences with larger objects, or fewer objects.",
        count=objects,
        name=base.name,
    )


def _footage(rng: Rng, sequence: dataset.Sequence, frames: int) -> ObjectFrames:
    """Consecutive frames from a random start, there and back again where the sequence is too short."""
    masks = files_with(sequence.masks, ".png")
    there_and_back = [*range(len(masks)), *range(len(masks) - 2, 0, -1)]
    start = int(rng.integers(max(1, len(masks) - frames + 1)))
    indices = [there_and_back[(start + step) % len(there_and_back)] for step in range(frames)]
    with open_source(sequence.frames) as source:
        stems = {Path(source.name(i)).stem: i for i in range(source.frame_count)}
        images = [source.read(stems[masks[i].stem]).image for i in indices]
    return ObjectFrames(images, [_object(masks[i]) for i in indices])


def _object(path: Path) -> UInt8Array:
    labels = read_mask(path)
    inside: UInt8Array = ((labels != BACKGROUND) & (labels != VOID)).astype(np.uint8)
    return inside


def _composed(rng: Rng, name: str, parts: Sequence[ObjectFrames]) -> Clip | None:
    """Object 1 where it is, the others over (or now and then under) what is there; None where one does not show."""
    images = [_fitted(image, cv2.INTER_AREA) for image in parts[0].images]
    labels = [_fitted(mask, cv2.INTER_NEAREST) for mask in parts[0].masks]
    for label, part in enumerate(parts[1:], start=2):
        way = _way(rng, part)
        if way is None:
            return None
        under = rng.random() < UNDER_CHANCE
        for t, (image, mask) in enumerate(zip(part.images, part.masks, strict=True)):
            _paste(images, labels, t, _placed(image, mask, way, t), label, under)
    shown = np.bincount(labels[0].ravel(), minlength=len(parts) + 1)[1:]
    return Clip(name, images, labels) if shown.min() >= LEAST_SHARE * HEIGHT * WIDTH else None


def _fitted(picture: UInt8Array, how: int) -> UInt8Array:
    return np.asarray(cv2.resize(picture, (WIDTH, HEIGHT), interpolation=how), np.uint8)


def _way(rng: Rng, part: ObjectFrames) -> Way | None:
    """From one side to the other, up and down a little; the ways of two objects cross."""
    box = cv2.boundingRect(part.masks[0])
    if not box[2]:
        return None
    frames = len(part.masks)
    share = np.linspace(0, 1, frames, dtype=np.float32)
    left, right = rng.uniform(0.1, 0.4), rng.uniform(0.6, 0.9)
    first, last = (left, right) if rng.random() < 0.5 else (right, left)
    swing = rng.uniform(0.02, 0.1) * np.sin(2 * np.pi * (rng.uniform(0.5, 2) * share + rng.uniform()))
    top, bottom = rng.uniform(0.3, 0.7, 2)
    x = (first + (last - first) * share) * WIDTH
    y = (top + (bottom - top) * share + swing) * HEIGHT
    scale = rng.uniform(0.3, 0.6) * HEIGHT / max(box[2], box[3])
    return Way(np.stack([x, y], 1).astype(np.float32), float(scale))


def _placed(image: UInt8Array, mask: UInt8Array, way: Way, t: int) -> tuple[UInt8Array, FloatArray]:
    """The picture at its place on frame ``t``, and how much of each pixel the object covers, 0..1."""
    x, y, width, height = cv2.boundingRect(mask)
    centre = np.array([x + width / 2, y + height / 2])
    shift = way.centres[t] - way.scale * centre
    matrix = np.array([[way.scale, 0, shift[0]], [0, way.scale, shift[1]]])
    picture = cv2.warpAffine(image, matrix, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    cover = cv2.warpAffine(mask.astype(np.float32), matrix, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR)
    return np.asarray(picture, np.uint8), np.asarray(cover, np.float32)


def _paste(
    images: list[UInt8Array],
    labels: list[UInt8Array],
    t: int,
    placed: tuple[UInt8Array, FloatArray],
    label: int,
    under: bool,
) -> None:
    picture, cover = placed
    free = labels[t] == BACKGROUND if under else np.ones_like(labels[t], bool)
    soft = (cv2.GaussianBlur(cover, (3, 3), 0) * free)[..., None]
    images[t] = (images[t] + (picture - images[t].astype(np.float32)) * soft).astype(np.uint8)
    labels[t] = np.where((cover > 0.5) & free, np.uint8(label), labels[t])


def _jpeg(image: UInt8Array) -> bytes:
    data = io.BytesIO()
    Image.fromarray(image).save(data, "JPEG", quality=95)
    return data.getvalue()
