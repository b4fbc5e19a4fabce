"""What training clips are cut from: a few pictures with their label maps, and where they come from.

A :class:`ClipSource` is drawn from with a seeded generator and nothing else, so that a resumed run draws what it would
have drawn. Sources hold paths and numbers only: they are sent to the processes that decode.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np

from core.errors import UserError
from core.files import status_of
from core.files.folders import files_below
from core.files.pictures import load, open_picture
from core.masks.png import read_label_map
from core.training.procedural import render_frame
from core.training.procedural.random_scene import random_scene
from core.types import UInt8Array
from core.video.image_folder import IMAGE_SUFFIXES

Rng = np.random.Generator


@dataclass(frozen=True, slots=True)
class LabelledFrames:
    """Pictures in order: ``images`` RGB (H, W, 3) ``uint8``, ``labels`` (H, W) ``uint8``, 0, ids, 255 void.

    ``still`` says that all are the same picture, which has to be set in motion.
    """

    images: list[UInt8Array]
    labels: list[UInt8Array]
    still: bool = False


@dataclass(frozen=True, slots=True)
class Draw:
    """What is asked of a source.

    Attributes:
        length: How many pictures.
        gap: The most frames from one to the next, >= 1.
        reference: Whether the first comes from anywhere in the video, as a reference, and the others are in a row.
        turned: Chance that the others run backwards.
    """

    length: int
    gap: int = 3
    reference: bool = False
    turned: float = 0.5


class ClipSource(Protocol):
    """Where footage comes from."""

    def sample(self, rng: Rng, draw: Draw) -> LabelledFrames:
        """Footage as ``draw`` asks for. Raises UserError for a file that is missing or not what it should be."""

    def __len__(self) -> int:
        """How many videos or pictures there are, the weight of a source among others."""


@dataclass(frozen=True, slots=True)
class Video:
    """The annotated frames of one video: pictures and masks in pairs, and the ids that its masks may hold.

    ``ids`` is None where no list says which objects there are; ``categories`` are those of the list.
    """

    name: str
    frames: tuple[Path, ...]
    masks: tuple[Path, ...]
    ids: frozenset[int] | None = None
    categories: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.frames)

    def read(self, index: int) -> tuple[UInt8Array, UInt8Array]:
        """Picture (H, W, 3) and label map (H, W) of the annotated frame ``index``.

        Raises:
            UserError: For a damaged file, a mask of another size, with soft edges, with a colour that is no id, or with
                an id that the list of objects has forgotten.
        """
        image = read_image(self.frames[index])
        path = self.masks[index]
        labels = read_label_map(path, (image.shape[0], image.shape[1]), allow_empty=True)
        if self.ids is not None:
            _refuse_unlisted(path, labels, self.ids)
        return image, labels


def _refuse_unlisted(path: Path, labels: UInt8Array, ids: frozenset[int]) -> None:
    present = np.flatnonzero(np.bincount(labels.ravel(), minlength=256)[1:255]) + 1
    forgotten = sorted(set(present.tolist()) - ids)
    if forgotten:
        raise UserError(
            "The mask '{path}' shows object {id}, which meta.json does not list for this video.",
            "Add the object to meta.json, or correct the mask.",
            path=path,
            id=forgotten[0],
        )


class Videos:
    """Sequences of annotated frames."""

    def __init__(self, videos: Sequence[Video]) -> None:
        self.videos = tuple(videos)

    def __len__(self) -> int:
        return len(self.videos)

    def sample(self, rng: Rng, draw: Draw) -> LabelledFrames:
        """Frames in a row with random gaps, forwards or backwards."""
        video = self.videos[int(rng.integers(len(self.videos)))]
        row = draw.length - draw.reference
        indices = _row(rng, len(video), row, draw)
        if draw.reference:
            indices = [_reference(rng, video), *indices]
        pairs = [video.read(index) for index in indices]
        return LabelledFrames([image for image, _ in pairs], [labels for _, labels in pairs])


def _row(rng: Rng, count: int, length: int, draw: Draw) -> list[int]:
    widest = max(1, min(draw.gap, (count - 1) // max(1, length - 1)))
    steps = np.concatenate([[0], rng.integers(1, widest + 1, length - 1).cumsum()])
    indices = steps + int(rng.integers(count - int(steps[-1])))
    turned = rng.random() < draw.turned
    return [int(index) for index in (indices[::-1] if turned else indices)]


def _reference(rng: Rng, video: Video, tries: int = 8) -> int:
    """A frame that shows an object, from anywhere; where chance finds none, the last one tried."""
    index = 0
    for _ in range(tries):
        index = int(rng.integers(len(video)))
        labels = video.read(index)[1]
        if bool(((labels > 0) & (labels < 255)).any()):
            break
    return index


class Stills:
    """Single pictures with one or several objects: ``JPEGImages/*.jpg`` and ``Annotations/*.png`` of the same stem."""

    def __init__(self, *roots: Path) -> None:
        pairs = [pair for root in roots for pair in _still_pairs(root)]
        self.frames = [frame for frame, _ in pairs]
        self.masks = [mask for _, mask in pairs]

    def __len__(self) -> int:
        return len(self.frames)

    def sample(self, rng: Rng, draw: Draw) -> LabelledFrames:
        """The same picture all along; motion comes from warping."""
        index = int(rng.integers(len(self.frames)))
        image, mask = read_image(self.frames[index]), read_mask(self.masks[index])
        return LabelledFrames([image] * draw.length, [mask] * draw.length, still=True)


def _still_pairs(root: Path) -> list[tuple[Path, Path]]:
    """Pictures with their masks. Raises UserError where there are none."""
    masks = {path.stem: path for path in files_below(root / "Annotations", ".png")}
    frames = sorted(files_below(root / "JPEGImages", *IMAGE_SUFFIXES))
    pairs = [(path, masks[path.stem]) for path in frames if path.stem in masks]
    if not pairs:
        raise UserError(
            "{path} has no images with masks.",
            "Use a folder with JPEGImages and Annotations whose files have the same names.",
            path=root,
        )
    return pairs


class UnclippedFrames:
    """Annotated frames of videos too short to be cut into clips, each taken as a still."""

    def __init__(self, videos: Sequence[Video]) -> None:
        self.pictures = [(video, index) for video in videos for index in range(len(video))]

    def __len__(self) -> int:
        return len(self.pictures)

    def sample(self, rng: Rng, draw: Draw) -> LabelledFrames:
        """The same frame all along."""
        video, index = self.pictures[int(rng.integers(len(self.pictures)))]
        image, labels = video.read(index)
        return LabelledFrames([image] * draw.length, [labels] * draw.length, still=True)


@dataclass(frozen=True, slots=True)
class Generated:
    """Clips drawn by formula (:mod:`core.training.procedural`), ``height`` lines high.

    A frame takes some 0.15 s, a hundred times what one from a file does: for a small share of the draws only.
    """

    height: int = 192
    most_objects: int = 4

    def __len__(self) -> int:
        return 1

    def sample(self, rng: Rng, draw: Draw) -> LabelledFrames:
        """Frames of a random scene."""
        objects = int(rng.integers(1, self.most_objects + 1))
        span = draw.gap * draw.length
        scene = random_scene(int(rng.integers(2**31)), objects, duration=span / 24)
        indices = _row(rng, span, draw.length - draw.reference, draw)
        if draw.reference:
            indices = [int(rng.integers(span)), *indices]
        width = round(self.height * 16 / 9)
        pairs = [render_frame(scene, index, self.height, width) for index in indices]
        return LabelledFrames([image for image, _ in pairs], [labels for _, labels in pairs])


class Mixed:
    """Several sources, each with a share of the draws."""

    def __init__(self, sources: Sequence[ClipSource], shares: Sequence[float] | None = None) -> None:
        weights = np.array([len(source) for source in sources] if shares is None else shares, np.float64)
        self.sources = tuple(sources)
        self.edges = (weights / weights.sum()).cumsum()

    def __len__(self) -> int:
        return sum(len(source) for source in self.sources)

    def sample(self, rng: Rng, draw: Draw) -> LabelledFrames:
        """Footage of one of them."""
        which = int(np.searchsorted(self.edges, rng.random(), side="right"))
        return self.sources[min(which, len(self.sources) - 1)].sample(rng, draw)


def read_image(path: Path) -> UInt8Array:
    """Decode an image to RGB (H, W, 3). Raises UserError where it is missing or damaged."""
    status_of(path)
    picture = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if picture is None:
        raise UserError(
            "Cannot read {path} as an image.", "Check the training data; the file may be damaged.", path=path
        )
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), dtype=np.uint8)


def read_mask(path: Path) -> UInt8Array:
    """Indexed PNG -> its label map (0, objects, 255 void); grey or black and white PNG -> 0 / 1.

    Pillow keeps palette indices; OpenCV would turn index 1 into a grey of 38.
    """
    damaged = UserError("Cannot read {path} as a mask.", "Check the training data; the file may be damaged.", path=path)
    with open_picture(path, damaged) as picture:
        load(picture, damaged)
        values = np.asarray(picture if picture.mode in {"P", "L", "1"} else picture.convert("L"))
        if picture.mode == "P":
            return np.asarray(values, dtype=np.uint8)
    return np.asarray((values > 0) & (values != 255) if values.max(initial=0) < 128 else values > 127, dtype=np.uint8)
