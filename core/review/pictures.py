"""The small copies of a frame that review works on: a hundredth of what the network computes on."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from core.types import BACKGROUND, VOID, Float32Array, UInt8Array

_LEAST_FLOW = 12
"""The flow needs this many pixels along the shorter side."""
_LEVELS = 6
"""Steps a colour channel is cut into for histograms."""
COLOURS = _LEVELS**3


@dataclass(frozen=True, slots=True, eq=False)
class SmallFrame:
    """A frame with its masks, shrunk.

    Attributes:
        grey: (h, w) ``uint8``.
        colours: (h, w) ``uint8``, which of ``COLOURS`` bins each pixel falls into.
        labels: (h, w) ``uint8``, sampled; void counts as background.
        entropy: (h, w) ``float32``, in nats.
        unsure: (h, w) bool.
        scale: Pixels of the frame along one side of a small pixel, >= 1.
    """

    grey: UInt8Array
    colours: UInt8Array
    labels: UInt8Array
    entropy: Float32Array
    unsure: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
    scale: float


def small_labels(labels: UInt8Array, size: tuple[int, int]) -> UInt8Array:
    """A label map (H, W) sampled at ``size``, its void made background."""
    sampled = cv2.resize(labels, (size[1], size[0]), interpolation=cv2.INTER_NEAREST)
    return np.where(sampled == VOID, np.uint8(BACKGROUND), sampled).astype(np.uint8)


def colour_bins(picture: UInt8Array) -> UInt8Array:
    """The colour bin (H, W) of each pixel of a small picture (H, W, 3)."""
    levels = (picture.astype(np.uint16) * _LEVELS) >> 8
    bins: UInt8Array = ((levels[..., 0] * _LEVELS + levels[..., 1]) * _LEVELS + levels[..., 2]).astype(np.uint8)
    return bins


class Carrier:
    """Carries label maps from one small frame to the next along the optical flow (DIS, Kroeger et al., ECCV 2016)."""

    def __init__(self) -> None:
        self._flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_ULTRAFAST)

    def carry(self, labels: UInt8Array, before: UInt8Array, now: UInt8Array) -> tuple[UInt8Array, float]:
        """``labels`` (H, W) of the grey picture ``before`` as they would lie on ``now``, and the flow's mean length.

        Pictures too small for a flow carry their labels unmoved.
        """
        if min(now.shape) < _LEAST_FLOW:
            return labels, 0.0
        motion = self._flow.calc(now, before, np.zeros((*now.shape, 2), np.float32))
        rows, columns = np.ogrid[: now.shape[0], : now.shape[1]]
        moved = cv2.remap(
            labels,
            (columns + motion[..., 0]).astype(np.float32),
            (rows + motion[..., 1]).astype(np.float32),
            cv2.INTER_NEAREST,
            borderMode=cv2.BORDER_CONSTANT,
            borderValue=BACKGROUND,
        )
        return np.asarray(moved, np.uint8), float(np.abs(motion).mean())
