"""Seeds from mask files and frame ranges from the command line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from core.cli.arguments import FrameRange, SeedArgument
from core.errors import UserError
from core.masks.labels import object_ids
from core.masks.png import read_label_map
from core.types import Direction, Seed, SeedMode
from core.video.source import FrameSource


def resolve_range(source: FrameSource, wanted: FrameRange | None) -> tuple[int, int]:
    """First and last frame to propagate over, both included: by default all that can be read."""
    readable = source.frame_count if source.broken_from is None else source.broken_from
    first, last = (wanted.first, wanted.last) if wanted is not None else (None, None)
    return first or 0, readable - 1 if last is None else last


def read_seeds(
    given: Iterable[SeedArgument], source: FrameSource, first: int, last: int, direction: Direction
) -> tuple[Seed, ...]:
    """Seeds of mask files, in the order in which the propagation meets them.

    A mask without a frame belongs to the first frame of the range (the last one when going backward). A later mask of
    objects that no earlier one has lets them join; any other begins anew from its frame.

    Raises:
        UserError: Where a mask is unusable or its frame lies outside the range.
    """
    start = last if direction == "backward" else first
    masks = [(start if seed.frame is None else seed.frame, seed.path) for seed in given]
    for frame, path in masks:
        if not first <= frame <= last:
            raise UserError(
                f"The seed '{path}' belongs to frame {frame}, outside the range {first}:{last}.",
                "Name its frame as MASK.png@FRAME, counted from 0, or change --range.",
            )
    masks.sort(reverse=direction == "backward")
    labels = [read_label_map(path, (source.height, source.width)) for _, path in masks]
    modes = seed_modes([set(object_ids(each)) for each in labels])
    return tuple(Seed(frame, each, mode) for (frame, _), each, mode in zip(masks, labels, modes, strict=True))


def seed_modes(objects: Sequence[set[int]]) -> list[SeedMode]:
    """What each seed does to the pool, from the ids of its objects, in the order in which they are met."""
    known: set[int] = set()
    modes = []
    for ids in objects:
        modes.append(SeedMode.RESET if not known or ids & known else SeedMode.JOIN)
        known = known | ids if modes[-1] is SeedMode.JOIN else set(ids)
    return modes


def certain_probabilities(seed: Seed) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """(N, H, W), background first: 1 for what the seed says of a pixel; all channels alike where it says nothing."""
    values = np.array([0, *object_ids(seed.labels)], np.uint8)
    said = (seed.labels[None] == values[:, None, None]).astype(np.float32)
    return np.where(said.any(axis=0), said, np.float32(1 / len(values)))
