"""Sequences cut as the paper's reference cuts them: reference, previous frame, current frames."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from core.errors import UserError
from core.training.data.clips import ClipMaker, Mixture, TrainingClip
from core.training.data.footage import ClipSource, Draw, LabelledFrames, Rng
from core.training.paper.recipe import PaperRecipe
from core.types import VOID, UInt8Array

ATTEMPTS = 50
"""Sequences drawn before the data is said to show no object."""


@dataclass(frozen=True, slots=True)
class Cut:
    """How sequences are cut now: by ``recipe``, ``length`` frames each."""

    recipe: PaperRecipe
    length: int


class SequenceMaker:
    """Draws sequences from videos and, where there are some, from stills that are set in motion."""

    def __init__(self, videos: ClipSource | None, stills: ClipSource | None) -> None:
        self.videos = videos
        self.moved = None if stills is None else ClipMaker(stills, stills)

    def draw(self, rng: Rng, making: Cut) -> TrainingClip:
        """One sequence whose reference shows an object.

        Raises:
            UserError: Where the data is broken, or hardly any frame of it shows an object.
        """
        recipe = making.recipe
        if self.moved is not None and (self.videos is None or rng.random() < recipe.stills):
            return self.moved.draw(rng, Mixture(size=recipe.size, length=making.length))
        assert self.videos is not None
        for _ in range(ATTEMPTS):
            asked = Draw(making.length, recipe.gap, reference=True, turned=recipe.turned)
            clip = cut(rng, self.videos.sample(rng, asked), recipe)
            if clip is not None:
                return clip
        raise UserError(
            "No object of {pixels} pixels or more was found on the first frames of {count} random sequences.",
            "Check that the masks show objects (0 is background, 255 is void).",
            count=ATTEMPTS,
            pixels=recipe.least_pixels,
        )


def cut(rng: Rng, footage: LabelledFrames, recipe: PaperRecipe) -> TrainingClip | None:
    """Scale, crop and mirror; None where no crop shows enough of an object on the reference."""
    height, width = footage.labels[0].shape
    scale = recipe.short_side / min(height, width) * rng.uniform(1, recipe.largest_scale)
    # A narrow frame must still fill the crop.
    scale = max(scale, recipe.size / min(height, width))
    size = max(recipe.size, round(height * scale)), max(recipe.size, round(width * scale))
    reference = _resized_labels(footage.labels[0], size)
    place = _place(rng, reference, recipe)
    if place is None:
        return None
    images = [_resized_image(image, size)[place] for image in footage.images]
    labels = np.stack([_resized_labels(each, size)[place] for each in footage.labels])
    pictures = np.stack(images)
    if rng.random() < recipe.mirrored:
        pictures, labels = pictures[:, :, ::-1], labels[:, :, ::-1]
    present = _present(labels[0], recipe.least_pixels)
    kept = rng.permutation(present)[: recipe.most_objects]
    table = np.zeros(256, np.uint8)
    table[VOID] = VOID
    table[kept] = np.arange(1, len(kept) + 1)
    return TrainingClip(np.ascontiguousarray(pictures), table[labels], len(kept))


def _place(rng: Rng, reference: UInt8Array, recipe: PaperRecipe) -> tuple[slice, slice] | None:
    for _ in range(recipe.crop_tries):
        top, left = (int(rng.integers(side - recipe.size + 1)) for side in reference.shape)
        place = slice(top, top + recipe.size), slice(left, left + recipe.size)
        if len(_present(reference[place], recipe.least_pixels)):
            return place
    return None


def _present(labels: UInt8Array, least_pixels: int) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Ids with at least so many pixels."""
    areas = np.bincount(labels.ravel(), minlength=256)[1:VOID]
    return np.flatnonzero(areas >= least_pixels) + 1


def _resized_image(image: UInt8Array, size: tuple[int, int]) -> UInt8Array:
    return np.asarray(cv2.resize(image, size[::-1], interpolation=cv2.INTER_CUBIC), np.uint8)


def _resized_labels(labels: UInt8Array, size: tuple[int, int]) -> UInt8Array:
    return np.asarray(cv2.resize(labels, size[::-1], interpolation=cv2.INTER_NEAREST), np.uint8)
