"""Refusals of a run, each with what to do about it."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import torch

from core.errors import UserError
from core.machine import is_out_of_memory
from core.types import BACKGROUND, MAX_OBJECT_ID, VOID, PropagationSettings, RunRequest, Seed

LOG = logging.getLogger(__name__)

SMALLEST_SIDE = 32
LARGEST_SIDE = 8192


def check_settings(settings: PropagationSettings) -> None:
    """Raise UserError where tau, alpha or the pool's budget are out of range."""
    if settings.tau < 1:
        raise UserError(f"tau is {settings.tau}, but it counts frames.", "Set tau to 1 or more; the paper uses 5.")
    highest = 1.0 if settings.entropy_unit == "normalised" else math.log(MAX_OBJECT_ID + 1)
    if not 0.0 < settings.alpha <= highest:
        raise UserError(
            f"alpha is {settings.alpha}, outside 0..{highest:.2f} ({settings.entropy_unit}).",
            "Set alpha above 0: 0.5 suits the normalised entropy, 1.0 is the paper's, in nats.",
        )
    if settings.pool_budget is not None and settings.pool_budget < 0:
        raise UserError(f"The pool budget is {settings.pool_budget}.", "Set it to 0 or more frames.")
    if isinstance(settings.pool_pixels, int) and settings.pool_pixels < 1:
        raise UserError(f"The pool budget is {settings.pool_pixels} pixels.", "Set it to 1 pixel or more.")


def check_clip(request: RunRequest, frame_count: int, height: int, width: int) -> None:
    """Raise UserError where the range or the frame size cannot be propagated."""
    check_range(request.first, request.last, frame_count)
    check_size(height, width)


def check_range(first: int, last: int, frame_count: int) -> None:
    """Raise UserError where the frames ``first..last`` are not all in a clip of ``frame_count`` frames."""
    if not 0 <= first <= last < frame_count:
        raise UserError(
            f"The range {first}:{last} is not in the clip, which has {frame_count} frames.",
            f"Choose frames from 0 to {frame_count - 1}, the first not after the last.",
        )


def check_size(height: int, width: int) -> None:
    """Raise UserError where frames are too small or too large to be segmented."""
    if min(height, width) < SMALLEST_SIDE:
        raise UserError(
            f"Frames are {width}x{height} pixels: too small to segment.",
            f"Use frames of at least {SMALLEST_SIDE} pixels on each side.",
        )
    if max(height, width) > LARGEST_SIDE:
        raise UserError(
            f"Frames are {width}x{height} pixels: more than can be handled.",
            f"Scale the video down to at most {LARGEST_SIDE} pixels on the longer side.",
        )


def check_seed(seed: Seed, height: int, width: int) -> None:
    """Raise UserError where a seed does not fit the clip or says nothing of an object."""
    if seed.labels.dtype != np.uint8:
        raise UserError(
            f"The seed of frame {seed.index} holds {seed.labels.dtype} labels.",
            f"Number objects 1 to {MAX_OBJECT_ID} and store them as 8-bit labels.",
        )
    if seed.labels.shape != (height, width):
        size = "x".join(str(side) for side in reversed(seed.labels.shape))
        raise UserError(
            f"The seed of frame {seed.index} is {size}, the frame is {width}x{height}.",
            "Draw or export the mask at the size of the frame.",
        )
    if not np.any((seed.labels != BACKGROUND) & (seed.labels != VOID)):
        raise UserError(
            f"The seed of frame {seed.index} has no object in it.", "Paint at least one object on that frame."
        )


def check_seen(index: int, unseen: Sequence[int], drawn: Sequence[int]) -> None:
    """Say which of the objects ``drawn`` on frame ``index`` have no pixel left at the size of matching.

    One speck among others must not stop a run for all of them: it is told as a warning. Raises UserError where nothing
    that was drawn can be seen.
    """
    if not unseen:
        return
    many = len(unseen) > 1
    names = ("objects " if many else "object ") + ", ".join(map(str, unseen))
    message = f"On frame {index}, {names} {'are' if many else 'is'} too small to be seen by the network."
    hint = "Annotate a frame that shows more of it, crop the video around it, or use --full-resolution."
    if len(unseen) == len(drawn):
        raise UserError(message, hint)
    LOG.warning("%s %s", message, hint)


def check_image(index: int, name: str, shape: tuple[int, ...], height: int, width: int) -> None:
    """Raise UserError where a frame is not of the clip's size."""
    if shape != (height, width, 3):
        raise UserError(
            f"Frame {index} ({name}) is {shape[1]}x{shape[0]}, but the clip is {width}x{height}.",
            "Use frames that all have the same size.",
        )


@contextmanager
def memory_errors_as_user_errors(device: torch.device) -> Iterator[None]:
    """Turn a device's running out of memory into a UserError; other errors pass through."""
    try:
        yield
    except (MemoryError, RuntimeError) as error:
        if not is_out_of_memory(error):
            raise
        raise UserError(
            f"Memory of the device '{device}' ran out.",
            "Close other programs that use it, choose a smaller pool budget or frame size, or run on another device "
            "(cpu). Frames finished so far are kept.",
        ) from error
