"""Clips made of a few annotated frames: moved, bent and coloured again, one following another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from core.masks.labels import object_ids
from core.project.store import ProjectStore
from core.training.data.augment import Motion, colour_change, random_motion, warp
from core.training.data.clips import TrainingClip
from core.types import VOID, UInt8Array
from core.video.frame_source import FrameSource

LENGTH = 3
SHORT_SIDE = 256
"""At which the compact network sees a frame; crops are of about that size."""
LEAST_PIXELS = 40
STILL_CHANCE = 0.4
ATTEMPTS = 50

Rng = np.random.Generator


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """An annotated frame: ``image`` RGB (H, W, 3) and ``labels`` (H, W): ids, 0 and void."""

    index: int
    image: UInt8Array
    labels: UInt8Array

    @property
    def ids(self) -> tuple[int, ...]:
        """The objects on it."""
        return object_ids(self.labels)


def read_examples(store: ProjectStore, source: FrameSource) -> list[Example]:
    """The annotated frames of a project that show an object, in order, each as it stands: what seeds a run.

    Raises:
        UserError: Where a frame cannot be read.
    """
    examples = []
    for index in store.annotated_frames():
        labels = store.effective_labels(index)
        if object_ids(labels):
            examples.append(Example(index, source.read(index).image, labels))
    return examples


class ExampleClips:
    """Draws training clips; each shows on its first frame every object that it is about."""

    def __init__(self, examples: Sequence[Example], size: int) -> None:
        self._examples = examples
        self._size = size

    def draw(self, rng: Rng) -> TrainingClip:
        """One clip of ``LENGTH`` frames, of one annotated frame or of several in the order of time or against it."""
        for _ in range(ATTEMPTS):
            clip = self._attempt(rng)
            if clip is not None:
                return clip
        # Every draw cut the object off; in the middle of the crop it shows.
        return self._whole(rng)

    def _attempt(self, rng: Rng) -> TrainingClip | None:
        frames = self._frames(rng)
        still = all(frame is frames[0] for frame in frames)
        wanted = int(rng.choice(frames[0].ids))
        height, width = frames[0].labels.shape
        scale = SHORT_SIDE / min(height, width) * float(np.exp(rng.uniform(np.log(0.85), np.log(1.5))))
        motion = random_motion(rng, LENGTH, drift=1.0 if still else 0.5, bend=True)
        target = self._size * (0.5 + rng.uniform(-0.25, 0.25, 2))
        # Between two annotated frames lies a motion of its own: each is shown round its object.
        motions = [motion.placed(_centre(frame, wanted), (target[0], target[1]), scale) for frame in frames]
        return _finished(rng, *self._warped(frames, motions))

    def _whole(self, rng: Rng) -> TrainingClip:
        frame = self._examples[int(rng.integers(len(self._examples)))]
        height, width = frame.labels.shape
        motion = random_motion(rng, LENGTH, drift=0.0, bend=False)
        middle = (self._size / 2, self._size / 2)
        motion = motion.placed((width / 2, height / 2), middle, self._size / max(height, width))
        clip = _finished(rng, *self._warped([frame] * LENGTH, [motion] * LENGTH), least=0)
        assert clip is not None, "an example shows an object"
        return clip

    def _frames(self, rng: Rng) -> list[Example]:
        if len(self._examples) == 1 or rng.random() < STILL_CHANCE:
            return [self._examples[int(rng.integers(len(self._examples)))]] * LENGTH
        chosen = np.sort(rng.integers(len(self._examples), size=LENGTH))
        return [self._examples[int(i)] for i in (chosen if rng.random() < 0.5 else chosen[::-1])]

    def _warped(
        self, frames: Sequence[Example], motions: Sequence[Motion]
    ) -> tuple[list[UInt8Array], list[UInt8Array]]:
        pairs = list(enumerate(zip(frames, motions, strict=True)))
        images = [warp(frame.image, motion, t, self._size, linear=True) for t, (frame, motion) in pairs]
        return images, [warp(frame.labels, motion, t, self._size, linear=False) for t, (frame, motion) in pairs]


def _centre(frame: Example, object_id: int) -> tuple[float, float]:
    """The middle of the object, or of the frame where it is not on it."""
    x, y, width, height = cv2.boundingRect((frame.labels == object_id).view(np.uint8))
    if not width:
        height, width = frame.labels.shape
    return x + width / 2, y + height / 2


def _finished(
    rng: Rng, images: list[UInt8Array], labels: list[UInt8Array], least: int = LEAST_PIXELS
) -> TrainingClip | None:
    """Numbered 1..K in a random order, coloured, now and then mirrored; None where the first frame shows too little."""
    counts = np.bincount(labels[0].ravel(), minlength=VOID + 1)
    present = [i for i in range(1, VOID) if counts[i] > least]
    if not present:
        return None
    table = np.zeros(VOID + 1, np.uint8)
    table[rng.permutation(present)] = np.arange(1, len(present) + 1)
    table[VOID] = VOID
    numbered = table[np.stack(labels)]
    whole = colour_change(rng, 0.5)
    pictures = np.stack([colour_change(rng, 0.15)(whole(image)) for image in images])
    if rng.random() < 0.5:
        pictures, numbered = pictures[:, :, ::-1], numbered[:, :, ::-1]
    return TrainingClip(np.ascontiguousarray(pictures), np.ascontiguousarray(numbered), len(present))
