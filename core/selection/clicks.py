"""Clicks on a picture, and the click that a careful person would make next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from core.errors import UserError
from core.types import BoolArray


class Click(NamedTuple):
    """A pixel of the picture, column ``x`` and row ``y``, that belongs to the object (``positive``) or does not."""

    x: int
    y: int
    positive: bool = True


def next_click(
    truth: BoolArray, guess: BoolArray, valid: BoolArray | None = None, rng: np.random.Generator | None = None
) -> Click | None:
    """The middle of the largest error, by the protocol of interactive segmentation (Xu et al., CVPR 2016).

    Of missing and of superfluous pixels the place is taken that is furthest from its error's border, the picture's
    border being one. Where several are equally far, the first in reading order is taken.

    Args:
        truth, guess: Masks (H, W).
        valid: Where the truth is known; None is everywhere.
        rng: With it, one by lot of the places that are at least half as far from the border.

    Returns:
        None where nothing is wrong.
    """
    known = np.ones_like(truth) if valid is None else valid
    missing, superfluous = _depth(truth & ~guess & known), _depth(guess & ~truth & known)
    positive = bool(missing.max(initial=0) >= superfluous.max(initial=0))
    depth = missing if positive else superfluous
    furthest = float(depth.max(initial=0))
    if furthest <= 0:
        return None
    places = np.flatnonzero(depth >= (furthest if rng is None else 0.5 * furthest))
    y, x = divmod(int(places[0] if rng is None else places[int(rng.integers(len(places)))]), truth.shape[1])
    return Click(x, y, positive)


def _depth(region: BoolArray) -> npt.NDArray[np.float32]:
    """Distance of each pixel of ``region`` to what is outside of it, the picture's outside included."""
    padded = np.pad(region.astype(np.uint8), 1)
    return np.asarray(cv2.distanceTransform(padded, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)[1:-1, 1:-1], np.float32)


def checked_clicks(clicks: Iterable[Click], height: int, width: int) -> tuple[Click, ...]:
    """The clicks in order; of several on one pixel the last one counts.

    Raises:
        UserError: For a click outside of the picture.
    """
    latest: dict[tuple[int, int], Click] = {}
    for click in clicks:
        if not (0 <= click.x < width and 0 <= click.y < height):
            raise UserError(
                "The click at {x},{y} is outside the image of {size} pixels.",
                "Click between 0,0 and {right},{bottom}.",
                x=click.x,
                y=click.y,
                size=f"{width}x{height}",
                right=width - 1,
                bottom=height - 1,
            )
        latest.pop((click.x, click.y), None)
        latest[click.x, click.y] = click
    return tuple(latest.values())


def scribble_clicks(points: Sequence[tuple[int, int]], positive: bool = True, most: int = 8) -> tuple[Click, ...]:
    """Clicks at even distances along a scribble of (x, y) points, its ends among them; at most ``most`` (>= 1)."""
    path = np.asarray(points, np.float64).reshape(-1, 2)
    if len(path) == 0:
        return ()
    along = np.concatenate([[0.0], np.hypot(*np.diff(path, axis=0).T).cumsum()])
    stops = np.linspace(0, along[-1], min(most, max(1, len(path)))) if along[-1] > 0 else np.zeros(1)
    places = np.stack([np.interp(stops, along, path[:, axis]) for axis in (0, 1)], 1).round().astype(int)
    return tuple(dict.fromkeys(Click(int(x), int(y), positive) for x, y in places))
