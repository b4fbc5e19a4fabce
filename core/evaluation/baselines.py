"""What needs no network: the figures that a propagation has to beat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import cv2
import numpy as np

from core.types import BACKGROUND, Seed, UInt8Array

if TYPE_CHECKING:
    from core.video.source import FrameSource


def copy_first_mask(source: FrameSource, seeds: Sequence[Seed]) -> Iterator[tuple[int, UInt8Array]]:
    """Every frame after the first seed gets the seeds' masks unchanged: (frame number, label map)."""
    labels = seeds[0].labels
    joins = {seed.index: seed for seed in seeds[1:]}
    for index in range(seeds[0].index + 1, source.frame_count):
        labels = _join(labels, joins.get(index))
        yield index, labels


def warp_by_flow(source: FrameSource, seeds: Sequence[Seed]) -> Iterator[tuple[int, UInt8Array]]:
    """Every frame gets its predecessor's label map, moved along the optical flow (DIS, Kroeger et al., ECCV 2016)."""
    flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    rows, columns = np.indices(seeds[0].labels.shape, np.float32)
    labels = seeds[0].labels
    previous = _grey(source, seeds[0].index)
    joins = {seed.index: seed for seed in seeds[1:]}
    for index in range(seeds[0].index + 1, source.frame_count):
        current = _grey(source, index)
        # From the current frame back to the previous one, so that each pixel knows where to look its label up.
        motion = flow.calc(current, previous, np.zeros((*labels.shape, 2), np.float32))
        moved = cv2.remap(labels, columns + motion[..., 0], rows + motion[..., 1], cv2.INTER_NEAREST)
        labels = _join(np.asarray(moved, np.uint8), joins.get(index))
        previous = current
        yield index, labels


BASELINES = {"copied first mask": copy_first_mask, "mask warped by DIS flow": warp_by_flow}


def _join(labels: UInt8Array, seed: Seed | None) -> UInt8Array:
    return labels if seed is None else np.where(seed.labels != BACKGROUND, seed.labels, labels)


def _grey(source: FrameSource, index: int) -> UInt8Array:
    return np.asarray(cv2.cvtColor(source.read(index).image, cv2.COLOR_RGB2GRAY), np.uint8)
