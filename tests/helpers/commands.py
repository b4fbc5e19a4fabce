"""A data set, a clip and a network that are as small as they can be, for the command line and the benchmark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from core.masks.png import write_label_map
from core.network.interface import Decision, SegmentationNetwork
from core.propagation.propagator import Propagator
from core.types import UInt8Array

HEIGHT, WIDTH = 40, 64
STEP = 2
"""Pixels by which the square moves a frame."""


@dataclass(frozen=True)
class Seen:
    """The channels of a frame."""

    channels: Tensor


class Shifter(SegmentationNetwork):
    """Moves the previous frame's label map by ``step`` pixels to the right, which is how the made clips move."""

    align_corners = True

    def __init__(self, step: int = STEP) -> None:
        super().__init__()
        self.step = step

    def input_size(self, height: int, width: int) -> tuple[int, int]:
        """The frame's own size."""
        return height, width

    def prepare(self, image: Tensor, size: tuple[int, int]) -> Tensor:
        """Channels first."""
        return image.permute(2, 0, 1)[None].float()

    def encode(self, image: Tensor) -> int:
        """Nothing is to be known of a picture."""
        return 0

    def observe(self, features: int, channels: Tensor, channel_count: int, probabilities: Tensor | None = None) -> Seen:
        """Keep the channels."""
        return Seen(channels)

    def reference(self, pool: Sequence[Seen], channel_count: int) -> int:
        """The size of the pool."""
        return len(pool)

    def segment(
        self, features: int, previous: Seen, reference: int, memory: int | None, channel_count: int
    ) -> Decision:
        """The previous channels, moved; certain, but for the topmost row, which could be anything."""
        moved = torch.roll(previous.channels.clamp(min=0), self.step, dims=1)
        logits = 20.0 * torch.nn.functional.one_hot(moved, channel_count).movedim(-1, 0)
        logits[:, 0] = 0
        return Decision(logits, 0)


def shifting_propagator(*_arguments: str) -> Propagator:
    """In the place of ``core.cli.network.make_propagator``."""
    return Propagator(Shifter())


def moving(index: int, *objects: int) -> UInt8Array:
    """Frame ``index`` of squares that move to the right, one row of squares below the other."""
    labels = np.zeros((HEIGHT, WIDTH), np.uint8)
    for row, object_id in enumerate(objects):
        top, left = 2 + 12 * row, 4 + STEP * index
        labels[top : top + 10, left : left + 10] = object_id
    return labels


def write_picture(path: Path, labels: UInt8Array) -> None:
    """A textured frame on which the objects of ``labels`` stand out."""
    noise = np.random.default_rng(0).integers(0, 60, (HEIGHT, WIDTH, 3), np.uint8)
    image = noise + np.where(labels[..., None] > 0, np.uint8(160), np.uint8(20))
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(image).save(path)


def write_clip(folder: Path, frames: int = 6) -> Path:
    """A folder of PNG frames ``f00.png`` ... with one moving square."""
    for index in range(frames):
        write_picture(folder / f"f{index:02d}.png", moving(index, 1))
    return folder


def write_davis(
    root: Path, objects: dict[str, list[tuple[int, ...]]], resolution: str = "480p", split: str = "2017/dev.txt"
) -> Path:
    """A data set in the DAVIS layout: per sequence, the ids of the objects on each frame."""
    for name, frames in objects.items():
        for index, ids in enumerate(frames):
            labels = moving(index, *ids)
            write_picture(root / "JPEGImages" / resolution / name / f"{index:05d}.jpg", labels)
            write_label_map(root / "Annotations" / resolution / name / f"{index:05d}.png", labels)
    listing = root / "ImageSets" / split
    listing.parent.mkdir(parents=True, exist_ok=True)
    listing.write_text("\n".join(objects) + "\n", encoding="utf-8")
    return root
