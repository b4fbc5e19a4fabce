"""What a propagation remembers between two frames, and how much of it a device can hold."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor

from core.errors import UserError
from core.propagation.detail import View
from core.propagation.pool import Limits, PatchPool
from core.types import PropagationSettings

SHARE_OF_MEMORY = 8
"""The pool may take one part in this many of the device's memory."""
USUAL_MEMORY = 8 * 2**30
"""Bytes assumed where the system does not say."""


@dataclass(frozen=True, slots=True)
class KeptFrame:
    """A frame with who is where on it, so that it can be seen again at another resolution.

    Attributes:
        index: Of the frame.
        image: RGB (H, W, 3) ``uint8``.
        channels: (H, W) ``int16``, -1 where nothing is known.
        probabilities: (N, H, W) ``float16``, or None of a frame that was drawn.
        drawn: Of a frame that is partly predicted, the drawn channels alone.
    """

    index: int
    image: Tensor
    channels: Tensor
    probabilities: Tensor | None = None
    drawn: Tensor | None = None


@dataclass(slots=True)
class State:
    """Everything that the next frame depends on. ``reference`` is None when the pool has changed since it was laid.

    ``view`` is how the previous frame was seen, ``decided`` what the two frames visited last ask for. ``kept`` is the
    previous frame itself, to be seen again in another view, ``references`` are those that a user drew on; nothing is
    kept where the resolution does not follow the objects.

    No tensor in it is ever changed in place, so that copies share them.
    """

    ids: list[int]
    start: int
    pool: PatchPool[Any]
    previous: Any
    reference: Any = None
    memory: Any = None
    view: View | None = None
    decided: tuple[View, ...] = ()
    kept: KeptFrame | None = None
    references: tuple[KeptFrame, ...] = ()

    @property
    def channel_count(self) -> int:
        return len(self.ids) + 1

    def copy(self) -> State:
        """A state that goes on apart from this one."""
        return replace(self, ids=list(self.ids), pool=self.pool.copy())


@dataclass(frozen=True, slots=True)
class SavedState:
    """A propagation as it stood after ``frame``; a run can go on from it as if it had never stopped.

    Attributes:
        frame: The frame segmented last (or the annotated frame that the run started from).
        size: Height and width of the clip's frames.
        network: The kind of network whose features it holds.
        state: What it remembers. Not to be changed.
    """

    frame: int
    size: tuple[int, int]
    network: str
    state: State


def check_saved(saved: SavedState, size: tuple[int, int], network: str) -> None:
    """Raise UserError where a run with another clip or network is asked to go on from it."""
    if saved.size != size:
        then, now = (f"{width}x{height}" for height, width in (saved.size, size))
        raise UserError(
            "The saved state of frame {frame} is for a clip of {size} pixels, but this clip is {clip_size}.",
            "Resume it with the same clip, or propagate again.",
            frame=saved.frame,
            size=then,
            clip_size=now,
        )
    if saved.network != network:
        raise UserError(
            "The saved state of frame {frame} was made by another network ({network}).",
            "Resume it with the same weights, or propagate again with {wanted}.",
            frame=saved.frame,
            network=saved.network,
            wanted=network,
        )


def pool_limits(settings: PropagationSettings, device: torch.device, bytes_per_pixel: float) -> Limits:
    """The limits that ``settings`` ask for, given what a pooled pixel takes."""
    pixels = settings.pool_pixels
    if pixels == "auto":
        pixels = int(device_memory(device) / SHARE_OF_MEMORY / max(bytes_per_pixel, 1))
    return Limits(settings.pool_budget, pixels)


def byte_count(value: Any) -> int:
    """Bytes of all tensors in a value made of dataclasses and tuples."""
    if isinstance(value, Tensor):
        return value.untyped_storage().nbytes()
    if isinstance(value, tuple):
        return sum(map(byte_count, value))
    return sum(byte_count(getattr(value, name)) for name in getattr(value, "__dataclass_fields__", ()))


def device_memory(device: torch.device) -> int:
    """Bytes that the device has in all: unlike those free at the moment, the same for every run."""
    if device.type == "cuda":
        return int(torch.cuda.get_device_properties(device).total_memory)
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return USUAL_MEMORY
