"""Motion and colour that turn pictures into training clips."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from core.types import UInt8Array

Rng = np.random.Generator
FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Motion:
    """A drifting affine map and, for stills, a smooth displacement that grows with time.

    ``angles`` (T,) radians, ``zooms`` (T,) factors, ``shears`` (T,), ``shifts`` (T, 2) as shares of the target size;
    ``bend`` (T, 4, 4, 2) displacements at a coarse grid as shares of the target size, or None. ``anchor`` is the source
    point that lands on ``target`` at time 0, ``scale`` source to target.
    """

    angles: FloatArray
    zooms: FloatArray
    shears: FloatArray
    shifts: FloatArray
    bend: FloatArray | None
    anchor: tuple[float, float] = (0.0, 0.0)
    target: tuple[float, float] = (0.0, 0.0)
    scale: float = 1.0

    def placed(self, anchor: tuple[float, float], target: tuple[float, float], scale: float) -> Motion:
        """The same motion, starting with ``anchor`` (source pixels) on ``target`` (target pixels)."""
        return replace(self, anchor=anchor, target=target, scale=scale)

    def matrix(self, t: int, size: int) -> npt.NDArray[np.float64]:
        """Source to target pixels at time ``t``, (2, 3)."""
        angle, factor = float(self.angles[t]), float(self.scale * self.zooms[t])
        cos, sin = np.cos(angle) * factor, np.sin(angle) * factor
        linear = np.array([[cos, -sin], [sin, cos]]) @ np.array([[1.0, float(self.shears[t])], [0.0, 1.0]])
        offset = np.array(self.target) + self.shifts[t] * size - linear @ np.array(self.anchor)
        return np.concatenate([linear, offset[:, None]], axis=1)


def _walk(rng: Rng, length: int, speed: float, jitter: float, columns: int = 1) -> FloatArray:
    """A path that starts at 0 with a steady velocity and a little noise: (T, columns)."""
    velocity = rng.normal(0, speed, columns)
    steps = velocity + rng.normal(0, jitter, (length - 1, columns))
    return np.concatenate([np.zeros((1, columns)), steps.cumsum(0)]).astype(np.float32)


def random_motion(rng: Rng, length: int, drift: float, bend: bool, zoom: float = 0.0) -> Motion:
    """Draw a motion; ``drift`` scales all speeds, ``zoom`` adds so much a frame to the logarithm of the zoom."""
    start_angle, start_shear = rng.normal(0, 0.12), rng.normal(0, 0.06)
    angles = _walk(rng, length, 0.05 * drift, 0.03 * drift)[:, 0] + np.float32(start_angle)
    zooms = np.exp(_walk(rng, length, 0.04 * drift, 0.03 * drift)[:, 0] + zoom * np.arange(length)).astype(np.float32)
    shears = _walk(rng, length, 0.02 * drift, 0.02 * drift)[:, 0] + np.float32(start_shear)
    shifts = _walk(rng, length, 0.05 * drift, 0.02 * drift, 2)
    grid = _walk(rng, length, 0.009, 0.006, 32).reshape(length, 4, 4, 2) if bend else None
    return Motion(angles, zooms, shears.astype(np.float32), shifts, grid)


def warp(picture: UInt8Array, motion: Motion, t: int, size: int, linear: bool) -> UInt8Array:
    """Draw ``picture``, (H, W, 3) or (H, W), at time ``t`` on a ``size`` square.

    Outside is reflected for images and empty for masks.
    """
    matrix = motion.matrix(t, size)
    flags = cv2.INTER_LINEAR if linear else cv2.INTER_NEAREST
    border = cv2.BORDER_REFLECT_101 if picture.ndim == 3 else cv2.BORDER_CONSTANT
    shrink = float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))
    if picture.ndim == 3 and shrink < 0.6:
        picture = np.asarray(cv2.blur(picture, (2, 2) if shrink > 0.4 else (3, 3)), dtype=np.uint8)
    if motion.bend is None:
        return np.asarray(cv2.warpAffine(picture, matrix, (size, size), flags=flags, borderMode=border), dtype=np.uint8)
    inverse = cv2.invertAffineTransform(matrix)
    field = cv2.resize(motion.bend[t] * size, (size, size), interpolation=cv2.INTER_CUBIC)
    ys, xs = np.mgrid[0:size, 0:size].astype(np.float32)
    xs, ys = xs + field[..., 0], ys + field[..., 1]
    map_x = (inverse[0, 0] * xs + inverse[0, 1] * ys + inverse[0, 2]).astype(np.float32)
    map_y = (inverse[1, 0] * xs + inverse[1, 1] * ys + inverse[1, 2]).astype(np.float32)
    return np.asarray(cv2.remap(picture, map_x, map_y, flags, borderMode=border), dtype=np.uint8)


def motion_blur(rng: Rng) -> Callable[[UInt8Array], UInt8Array]:
    """Draw one direction and length, 3 to 9 pixels, in which the camera moved while each frame was exposed."""
    length, angle = float(rng.uniform(3, 9)), float(rng.uniform(0, np.pi))
    half = np.array([np.cos(angle), np.sin(angle)]) * (length - 1) / 2
    kernel = np.zeros((9, 9), np.float32)
    for share in np.linspace(-1, 1, 33):
        x, y = 4 + share * half
        kernel[round(y), round(x)] += 1
    kernel /= kernel.sum()

    def apply(image: UInt8Array) -> UInt8Array:
        return np.asarray(cv2.filter2D(image, -1, kernel), dtype=np.uint8)

    return apply


def colour_change(rng: Rng, strength: float) -> Callable[[UInt8Array], UInt8Array]:
    """Draw one change of gain, bias, gamma and saturation, now and then grey or blurred, for any number of frames."""
    gain = np.exp(rng.normal(0, 0.15 * strength, 3) + rng.normal(0, 0.2 * strength))
    bias = rng.normal(0, 10 * strength, 3)
    gamma = float(np.exp(rng.normal(0, 0.2 * strength)))
    saturation = 0.0 if rng.random() < 0.05 * strength else float(np.exp(rng.normal(0, 0.3 * strength)))
    blur = rng.random() < 0.1 * strength
    ramp = 255 * (np.arange(256) / 255) ** gamma
    curve = np.stack([np.clip(ramp * g + b, 0, 255) for g, b in zip(gain, bias, strict=True)], 1)
    table = curve.round().astype(np.uint8)[None]
    grey = np.array([0.299, 0.587, 0.114])
    mix = (saturation * np.eye(3) + (1 - saturation) * grey[None, :]).astype(np.float32)

    def apply(image: UInt8Array) -> UInt8Array:
        changed = cv2.transform(cv2.LUT(image, table), mix)
        return np.asarray(cv2.GaussianBlur(changed, (0, 0), 0.9) if blur else changed, dtype=np.uint8)

    return apply
