"""The landscape: sky, hills, ground, and things that stand in it and hide what walks behind them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from core.training.procedural.camera import Camera
from core.training.procedural.raster import Canvas, Light
from core.training.procedural.skeleton import Body, Bone, Path
from core.training.procedural.textures import Float64Array, Texture


@dataclass(frozen=True, eq=False, kw_only=True)
class Landscape:
    """What lies behind everything: textures of the sky, of two ranges of hills and of the ground."""

    sky: Texture
    hills: tuple[Texture, Texture]
    ground: Texture
    crests: tuple[Float64Array, Float64Array]
    """Heights of the two ranges, a value for each of 1,024 steps round the horizon, in picture heights."""


def paint_landscape(canvas: Canvas, land: Landscape, camera: Camera, light: Light, time: float) -> None:
    """Fill the whole canvas with the landscape as seen at ``time``."""
    camera_x, right, _ = camera.place(time)
    horizon = camera.horizon_row(time)
    rows, columns = np.mgrid[0 : camera.height, 0 : camera.width].astype(np.float64)
    across = (columns - camera.width / 2 - right) / camera.height
    below = (rows - horizon) / camera.height
    drift = camera_x * 0.004 + 0.01 * time
    haze_colour = np.asarray(light.haze, np.float32)
    canvas.colour[:] = land.sky.sample(across + drift, below * 1.5, camera.height)
    for crest, texture, depth, haze in zip(land.crests, land.hills, (90.0, 35.0), (0.55, 0.25), strict=True):
        bearing = across + camera_x * camera.focal / depth
        steps = np.mod(bearing[0] * 220, crest.size)
        height = np.interp(steps, np.arange(crest.size + 1), np.append(crest, crest[0]))
        cover = np.clip((below + height) * camera.height + 0.5, 0, 1)[..., None].astype(np.float32)
        surface = texture.sample(bearing, below * 2.5, camera.height)
        colour = surface * np.float32(1 - haze) + haze_colour * np.float32(haze)
        canvas.colour[:] = canvas.colour * (1 - cover) + colour * cover
    _paint_ground(canvas, land.ground, camera, light, time)


def _paint_ground(canvas: Canvas, ground: Texture, camera: Camera, light: Light, time: float) -> None:
    camera_x, right, _ = camera.place(time)
    horizon = camera.horizon_row(time)
    first = max(0, int(np.ceil(horizon + 0.01 * camera.height)))
    rows = np.arange(first, camera.height, dtype=np.float64)[:, None] + 0.5
    depth = camera.focal * camera.height * camera.eye / (rows - horizon)
    columns = np.arange(camera.width, dtype=np.float64)[None, :] + 0.5
    x = (columns - camera.width / 2 - right) * depth / (camera.focal * camera.height) + camera_x
    z = np.broadcast_to(depth, x.shape)
    # Detail gives way to its mean colour with distance, and broad patches turned out of line hide that tiles repeat.
    detail = _sample_receding(ground, 0.96 * x - 0.28 * z, 0.28 * x + 0.96 * z, camera)
    patches = _sample_receding(ground, 0.09 * x + 0.06 * z, 0.09 * z - 0.06 * x + 0.3, camera).mean(axis=-1)
    mean = ground.pyramid[-1].mean(axis=(0, 1))
    near = np.exp(-depth / 7.0)[..., None].astype(np.float32)
    colour = (detail * near + mean * (1 - near)) * (0.5 + 0.5 * patches / patches.mean())[..., None]
    clear = np.exp(-depth / light.sight)[..., None].astype(np.float32)
    near_colour = colour * np.asarray(light.colour, np.float32)
    colour = near_colour * clear + np.asarray(light.haze, np.float32) * (1 - clear)
    canvas.colour[first:] = colour


def _sample_receding(texture: Texture, x: Float64Array, z: Float64Array, camera: Camera) -> Float64Array:
    """Sample a plane that recedes: each row from the two texture levels nearest to its scale."""
    depth = z[:, 0]
    # Pixels a metre: across it is focal/z, along the depth it falls with the square; their geometric mean serves both.
    density = camera.focal * camera.height / depth * np.sqrt(camera.eye / depth)
    level = np.log2(np.maximum(density, 1e-3))
    colour = np.zeros((*x.shape, 3), np.float32)
    for step in range(int(np.floor(level.min())), int(np.ceil(level.max())) + 1):
        weight = np.clip(1 - np.abs(level - step), 0, 1)
        chosen = np.flatnonzero(weight)
        if chosen.size:
            part = texture.sample(x[chosen], z[chosen], 2.0**step)
            colour[chosen] += part * weight[chosen, None, None].astype(np.float32)
    return colour


def cast_shadow(canvas: Canvas, body: Body, camera: Camera, time: float) -> None:
    """Darken the ground under ``body`` with a soft ellipse; higher bodies cast fainter and wider ones."""
    x, height, z = body.path.at(time)
    scale = camera.scale(z)
    if scale <= 0:
        return
    posed = body.pose(time)
    ends = [part.x + part.bone.length * np.cos(part.angle) for part in posed] + [part.x for part in posed]
    middle, half = (max(ends) + min(ends)) / 2, (max(ends) - min(ends)) / 2 + 0.1
    column, row = camera.project(x + middle * body.facing, 0.0, z, time)
    radii = (max(1, int(half * scale)), max(1, int(half * 0.28 * scale)))
    window = _window_round(column, row, radii, canvas.labels.shape)
    if window is None:
        return
    mask = np.zeros(canvas.labels[window].shape, np.float32)
    centre = (int(column) - window[1].start, int(row) - window[0].start)
    cv2.ellipse(mask, centre, radii, 0, 0, 360, 1.0, -1, cv2.LINE_AA)
    soft = cv2.GaussianBlur(mask, (0, 0), max(0.5, 0.12 * half * scale))
    strength = 0.62 / (1 + 0.8 * max(0.0, height - 0.6))
    canvas.colour[window] *= (1 - strength * soft)[..., None]


def _window_round(
    column: float, row: float, radii: tuple[int, int], shape: tuple[int, ...]
) -> tuple[slice, slice] | None:
    """Return the rows and columns that a soft ellipse may touch, or None where it is out of sight."""
    across, down = int(radii[0] * 1.5) + 3, radii[1] + int(radii[0] * 0.5) + 3
    rows = slice(max(0, int(row) - down), min(shape[0], int(row) + down))
    columns = slice(max(0, int(column) - across), min(shape[1], int(column) + across))
    return (rows, columns) if rows.stop > rows.start and columns.stop > columns.start else None


def post(material: Texture, x: float, z: float, *, height: float = 2.4, radius: float = 0.07) -> Body:
    """A wooden post."""
    bone = Bone(length=height, radii=(radius, radius * 0.9), angle=-np.pi / 2 + 0.02)
    return Body(bones=(bone,), materials=(material,), path=Path(x=x, z=z, height=-0.05), rough=0.002, wobble=0.0)


def tree(rng: np.random.Generator, bark: Texture, leaves: Texture, x: float, z: float) -> Body:
    """A tree of three to five metres whose crown stirs in the wind."""
    trunk = Bone(length=rng.uniform(1.6, 2.4), radii=(0.16, 0.09), angle=-np.pi / 2 + rng.uniform(-0.1, 0.1))
    bones = [trunk]
    for _ in range(9):
        radius = rng.uniform(0.35, 0.75)
        bones.append(
            Bone(
                parent=0,
                attach=rng.uniform(0.75, 1.1),
                length=rng.uniform(0.2, 1.0),
                radii=(radius, radius * 0.8),
                angle=rng.uniform(-2.2, 2.2),
                swing=0.03,
                phase=rng.uniform(0, 6),
                layer=1,
                material=1,
            )
        )
    path = Path(x=x, z=z, gait=0.35, start=rng.uniform(0, 6))
    return Body(bones=tuple(bones), materials=(bark, leaves), path=path, melt=0.1, rough=0.035, wobble=0.01)


def tuft(rng: np.random.Generator, grass: Texture, x: float, z: float) -> Body:
    """A tuft of grass, ankle high."""
    bones = [Bone(length=0.02, radii=(0.02, 0.02), angle=-np.pi / 2)]
    for _ in range(6):
        lean = rng.uniform(-0.7, 0.7)
        length = rng.uniform(0.08, 0.2)
        bones.append(
            Bone(parent=0, length=length, radii=(0.014, 0.003), angle=lean, swing=0.08, phase=rng.uniform(0, 6))
        )
    path = Path(x=x, z=z, gait=0.7, start=rng.uniform(0, 6))
    return Body(bones=tuple(bones), materials=(grass,), path=path, melt=0.004, rough=0.0, wobble=0.004)


def crest(rng: np.random.Generator, height: float) -> Float64Array:
    """Return a range of hills: heights (1024,) round the horizon, periodic, about ``height`` picture heights tall."""
    phase = 2 * np.pi * np.arange(1024) / 1024
    line = sum(np.sin(k * phase + rng.uniform(0, 6.28)) * rng.uniform(0.4, 1.0) / k**0.9 for k in range(2, 40))
    result: Float64Array = height * (1 + 0.35 * np.asarray(line))
    return np.maximum(result, 0.2 * height)
