"""Tileable colour textures made of noise: the coats of bodies and the surfaces of the scenery."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
import numpy.typing as npt

from core.types import Float32Array

Colour = tuple[float, float, float]
Float64Array = npt.NDArray[np.float64]
GAMMA = 2.2
SIZE = 256
"""Texels along each side of a texture."""


@dataclass(frozen=True, eq=False)
class Texture:
    """A tile of linear RGB, (SIZE, SIZE, 3) ``float32`` in 0..1, covering ``metres`` x ``metres`` of surface."""

    tile: Float32Array
    metres: float = 1.0

    @cached_property
    def pyramid(self) -> tuple[Float32Array, ...]:
        """The tile at full size, a half, a quarter and so on down to 8 texels, against aliasing from afar."""
        levels = [self.tile]
        while levels[-1].shape[0] > 8:
            half = cv2.resize(levels[-1], None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
            levels.append(half.astype(np.float32, copy=False))
        return tuple(levels)

    def sample(self, u: Float64Array, v: Float64Array, pixels_per_metre: float) -> Float32Array:
        """Return the colours at surface points ``u``, ``v`` (metres, any shape (H, W)) as (H, W, 3)."""
        texels_per_pixel = SIZE / (self.metres * pixels_per_metre)
        level = int(np.clip(round(np.log2(max(texels_per_pixel, 1.0))), 0, len(self.pyramid) - 1))
        tile = self.pyramid[level]
        scale = tile.shape[0] / self.metres
        x = np.mod(u * scale, tile.shape[1]).astype(np.float32)
        y = np.mod(v * scale, tile.shape[0]).astype(np.float32)
        colours = cv2.remap(tile, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
        return colours.astype(np.float32, copy=False)


def fractal_noise(rng: np.random.Generator, roughness: float, stretch: float = 1.0) -> Float64Array:
    """Return tileable noise, (SIZE, SIZE), zero mean and unit spread.

    Args:
        rng: Source of randomness.
        roughness: Power of the falling spectrum: 1 is sandy, 2 cloudy, 3 smooth.
        stretch: How much longer features are along x than along y.
    """
    y = np.fft.fftfreq(SIZE)[:, None]
    x = np.fft.fftfreq(SIZE)[None, :] * stretch
    radius = np.hypot(x, y)
    radius[0, 0] = np.inf
    spectrum = np.fft.fft2(rng.standard_normal((SIZE, SIZE))) / radius**roughness
    noise = np.fft.ifft2(spectrum).real
    result: Float64Array = (noise - noise.mean()) / noise.std()
    return result


def blend(share: Float64Array, first: Colour, second: Colour) -> Float64Array:
    """Mix two colours pixel by pixel: ``share`` (H, W) in 0..1 is the part of ``second``."""
    part = np.clip(share, 0.0, 1.0)[..., None]
    mixed: Float64Array = (1 - part) * np.asarray(first) + part * np.asarray(second)
    return mixed


def soft_step(values: Float64Array, width: float = 0.15) -> Float64Array:
    """Map values, of any shape, below zero to 0 and above to 1, with a ramp ``width`` wide between."""
    return np.clip(values / width + 0.5, 0.0, 1.0)


def mottled(rng: np.random.Generator, first: Colour, second: Colour) -> Float64Array:
    """Colours that drift into each other like earth, stone or cloth."""
    return blend(0.5 + 0.3 * fractal_noise(rng, 1.4), first, second)


def stripes(rng: np.random.Generator, first: Colour, second: Colour) -> Float64Array:
    """Wavering stripes across x, as on a tiger."""
    bands = float(rng.integers(5, 10))
    phase = 2 * np.pi * bands * np.arange(SIZE)[None, :] / SIZE + 1.1 * fractal_noise(rng, 2.0)
    return blend(soft_step(np.sin(phase) - 0.25, 0.3), first, second)


def spots(rng: np.random.Generator, first: Colour, second: Colour) -> Float64Array:
    """Patches with ragged rims, as on a cow."""
    return blend(soft_step(fractal_noise(rng, 1.9) - 0.35, 0.2), first, second)


def cells(rng: np.random.Generator, first: Colour, second: Colour) -> Float64Array:
    """Voronoi cells of alternating shades with dark seams, as on a giraffe or a patchwork."""
    points = rng.uniform(0, SIZE, (28, 2))
    place = np.arange(SIZE, dtype=np.float64)[:, None]
    gap = np.abs(place[:, :, None] - points[None])
    gap_y, gap_x = np.moveaxis(np.minimum(gap, SIZE - gap), -1, 0)
    distance = np.hypot(gap_y[:, None, :], gap_x[None, :, :])
    nearest = np.partition(distance, 1, axis=-1)
    seam = soft_step(nearest[..., 1] - nearest[..., 0] - 3.0, 3.0)
    shade = rng.uniform(0.0, 1.0, len(points))[distance.argmin(axis=-1)]
    return blend(shade, first, second) * (0.35 + 0.65 * seam[..., None])


def checks(rng: np.random.Generator, first: Colour, second: Colour) -> Float64Array:
    """Woven checks, as on a shirt."""
    count = int(rng.integers(3, 7))
    wave = np.sin(2 * np.pi * count * np.arange(SIZE) / SIZE)
    share = 0.5 * soft_step(wave, 0.3)[:, None] + 0.5 * soft_step(wave, 0.3)[None, :]
    return blend(share, first, second)


PATTERNS: tuple[Callable[[np.random.Generator, Colour, Colour], Float64Array], ...] = (
    mottled,
    stripes,
    spots,
    cells,
    checks,
)


def make_texture(
    rng: np.random.Generator,
    pattern: Callable[[np.random.Generator, Colour, Colour], Float64Array],
    first: Colour,
    second: Colour,
    *,
    metres: float = 1.0,
    grain: float = 0.12,
    fibre: float = 3.0,
) -> Texture:
    """Build a texture: a pattern, broad variation of shade, and fine grain.

    Args:
        rng: Source of randomness.
        pattern: One of :data:`PATTERNS`.
        first: Ground colour, RGB 0..1 as on a screen (the tile is linear).
        second: Colour of the pattern.
        metres: Side of the tile on the surface.
        grain: Strength of the fine grain.
        fibre: How much longer grain is along x: 1 is sand, above it fur or wood.
    """
    shade = 1 + grain * fractal_noise(rng, 0.6, fibre) + 0.8 * grain * fractal_noise(rng, 1.8)
    tile = np.clip(pattern(rng, first, second) * shade[..., None], 0.0, 1.0)
    return Texture((tile**GAMMA).astype(np.float32), metres)
