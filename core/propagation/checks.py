"""Refusals of a run, each with what to do about it."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import torch

from core.errors import Counted, UserError
from core.machine import is_out_of_memory
from core.types import BACKGROUND, MAX_OBJECT_ID, VOID, PropagationSettings, RunRequest, Seed

LOG = logging.getLogger(__name__)

SMALLEST_SIDE = 32
LARGEST_SIDE = 8192


def check_settings(settings: PropagationSettings) -> None:
    """Raise UserError where tau, alpha or the pool's budget are out of range."""
    if settings.tau < 1:
        raise UserError(
            "tau is {tau}, but it must be a number of frames.",
            "Set tau to 1 or more; the paper uses 5.",
            tau=settings.tau,
        )
    highest = 1.0 if settings.entropy_unit == "normalised" else math.log(MAX_OBJECT_ID + 1)
    if not 0.0 < settings.alpha <= highest:
        raise UserError(
            "alpha is {alpha}, which is outside 0..{highest} ({unit}).",
            "Set alpha above 0: 0.5 suits normalised entropy; the paper uses 1.0, in nats.",
            alpha=settings.alpha,
            highest=f"{highest:.2f}",
            unit=settings.entropy_unit,
        )
    if settings.pool_budget is not None and settings.pool_budget < 0:
        raise UserError(
            "The pool budget is {count}, which is too small.", "Set it to 0 or more frames.", count=settings.pool_budget
        )
    if isinstance(settings.pool_pixels, int) and settings.pool_pixels < 1:
        raise UserError(
            "The pool budget is {count} pixels, which is too small.",
            "Set it to 1 pixel or more.",
            count=settings.pool_pixels,
        )


def check_clip(request: RunRequest, frame_count: int, height: int, width: int) -> None:
    """Raise UserError where the range or the frame size cannot be propagated."""
    check_range(request.first, request.last, frame_count)
    check_size(height, width)


def check_range(first: int, last: int, frame_count: int) -> None:
    """Raise UserError where the frames ``first..last`` are not all in a clip of ``frame_count`` frames."""
    if not 0 <= first <= last < frame_count:
        raise UserError(
            "The range {first}:{last} is not in the clip, which has {count} frames.",
            "Choose frames from 0 to {end}, smallest first.",
            first=first,
            last=last,
            count=frame_count,
            end=frame_count - 1,
        )


def check_size(height: int, width: int) -> None:
    """Raise UserError where frames are too small or too large to be segmented."""
    if min(height, width) < SMALLEST_SIDE:
        raise UserError(
            "The frames are too small to segment ({size} pixels).",
            "Use frames of at least {count} pixels on each side.",
            size=f"{width}x{height}",
            count=SMALLEST_SIDE,
        )
    if max(height, width) > LARGEST_SIDE:
        raise UserError(
            "The frames are too large ({size} pixels).",
            "Scale the video down to at most {count} pixels on the longer side.",
            size=f"{width}x{height}",
            count=LARGEST_SIDE,
        )


def check_seed(seed: Seed, height: int, width: int) -> None:
    """Raise UserError where a seed does not fit the clip or says nothing of an object."""
    if seed.labels.dtype != np.uint8:
        raise UserError(
            "The seed of frame {frame} has {kind} labels.",
            "Number the objects from 1 to {most}, and store them as 8-bit labels.",
            frame=seed.index,
            kind=seed.labels.dtype,
            most=MAX_OBJECT_ID,
        )
    if seed.labels.shape != (height, width):
        size = "x".join(str(side) for side in reversed(seed.labels.shape))
        raise UserError(
            "The seed of frame {frame} is {size}, but the frame is {frame_size}.",
            "Draw or export the mask at the size of the frame.",
            frame=seed.index,
            size=size,
            frame_size=f"{width}x{height}",
        )
    if not np.any((seed.labels != BACKGROUND) & (seed.labels != VOID)):
        raise UserError(
            "The seed of frame {frame} does not show an object.",
            "Paint at least one object on that frame.",
            frame=seed.index,
        )


_TOO_SMALL = Counted(
    "On frame {frame}, object {ids} is too small to be seen by the network.",
    "On frame {frame}, objects {ids} are too small to be seen by the network.",
)


def check_seen(index: int, unseen: Sequence[int], drawn: Sequence[int]) -> None:
    """Say which of the objects ``drawn`` on frame ``index`` have no pixel left at the size of matching.

    One speck among others must not stop a run for all of them: it is told as a warning. Raises UserError where nothing
    that was drawn can be seen.
    """
    if not unseen:
        return
    ids = ", ".join(map(str, unseen))
    error = UserError(
        _TOO_SMALL.text(len(unseen), frame=index, ids=ids),
        "Annotate a frame that shows more of it, crop the video around it, or use --full-resolution.",
    )
    if len(unseen) == len(drawn):
        raise error
    LOG.warning("%s", error)


def check_image(index: int, name: str, shape: tuple[int, ...], height: int, width: int) -> None:
    """Raise UserError where a frame is not of the clip's size."""
    if shape != (height, width, 3):
        raise UserError(
            "Frame {frame} ({name}) is {size}, but the clip is {clip_size}.",
            "Use frames that all have the same size.",
            frame=index,
            name=name,
            size=f"{shape[1]}x{shape[0]}",
            clip_size=f"{width}x{height}",
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
            "The device '{name}' is out of memory.",
            "Close other programs that use it, choose a smaller pool budget or frame size, or use another "
            "device (cpu). Finished frames are kept.",
            name=device,
        ) from error
