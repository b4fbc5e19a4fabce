"""Picture sizes that a dataset states: shapes drawn at another size than the frames' are scaled, or refused."""

from __future__ import annotations

from typing import Any

import numpy as np

from core.formats.remarks import Remarks
from core.masks.labels import resize_labels
from core.types import BoolArray

_SCALED = "Shapes drawn on pictures of {}x{} were scaled to the frames, which are {}x{}."
_MOST_PIXELS = 1 << 28


def stated_size(height: Any, width: Any, size: tuple[int, int], remarks: Remarks) -> tuple[int, int]:
    """(height, width) at which a dataset's shapes are to be painted: what it states, else ``size``, the frames' own.

    Raises:
        ValueError, TypeError: The stated size is none, or no picture of it has the shape of the frames.
    """
    if not height or not width:
        return size
    told = (int(height), int(width))
    if told == size:
        return size
    between = abs(told[1] * size[0] - told[0] * size[1])
    # Sizes are whole numbers: a scaled picture may be a pixel off its exact shape.
    fits = between <= max(*told, *size) and (told[0] == size[0]) == (told[1] == size[1])
    if min(told) < 1 or told[0] * told[1] > _MOST_PIXELS or not fits:
        raise ValueError(f"its pictures are {told[1]}x{told[0]}, the frames are {size[1]}x{size[0]}")
    remarks.add(_SCALED.format(told[1], told[0], size[1], size[0]))
    return told


def fitted(mask: BoolArray, size: tuple[int, int]) -> BoolArray:
    """``mask`` (H, W), scaled to ``size`` (height, width) where it has another."""
    if mask.shape == size:
        return mask
    return resize_labels(mask.view(np.uint8), *size).view(np.bool_)
