"""Draws one body into a picture and its label map, by inverse mapping from pixels to bones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.training.procedural.camera import Camera
from core.training.procedural.skeleton import Body, PosedBone
from core.training.procedural.textures import Float64Array
from core.types import Float32Array, UInt8Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """Where light comes from (unit vector: right, down, towards the camera) and its colour, linear RGB.

    ``haze`` is the colour that distance fades into, ``sight`` the depth in metres where two thirds have faded.
    """

    direction: tuple[float, float, float]
    colour: tuple[float, float, float]
    ambient: float = 0.4
    haze: tuple[float, float, float] = (0.55, 0.62, 0.7)
    sight: float = 70.0


@dataclass(frozen=True, slots=True, eq=False)
class Canvas:
    """The picture being painted: ``colour`` linear RGB (H, W, 3) ``float32`` and ``labels`` (H, W) ``uint8``."""

    colour: Float32Array
    labels: UInt8Array


def draw_body(canvas: Canvas, body: Body, camera: Camera, light: Light, time: float) -> None:
    """Paint ``body`` over what the canvas holds; pixels it covers by half or more take its label."""
    posed = body.pose(time)
    x, height, z = body.path.at(time)
    scale = camera.scale(z)
    if scale <= 0:
        return
    origin = camera.project(x, height, z, time)
    for layer in sorted({part.bone.layer for part in posed}):
        members = [part for part in posed if part.bone.layer == layer]
        window = _window(members, body, origin, scale, canvas.labels.shape)
        if window is not None:
            _draw_layer(canvas, window, members, body, origin, scale, light, time)


def _window(
    members: list[PosedBone], body: Body, origin: tuple[float, float], scale: float, shape: tuple[int, ...]
) -> tuple[slice, slice] | None:
    """Return the rows and columns that the layer may touch, or None where it is out of sight."""
    margin = body.melt + body.rough * 4 + body.wobble + 2 / scale
    ends = [_extent(part) for part in members]
    left, right = min(e[0] for e in ends) - margin, max(e[1] for e in ends) + margin
    if body.facing < 0:
        left, right = -right, -left
    top, bottom = min(e[2] for e in ends) - margin, max(e[3] for e in ends) + margin
    columns = slice(max(0, int(origin[0] + left * scale)), min(shape[1], int(origin[0] + right * scale) + 2))
    rows = slice(max(0, int(origin[1] + top * scale)), min(shape[0], int(origin[1] + bottom * scale) + 2))
    return (rows, columns) if columns.stop > columns.start and rows.stop > rows.start else None


def _extent(part: PosedBone) -> tuple[float, float, float, float]:
    x = part.x + part.bone.length * np.cos(part.angle)
    y = part.y + part.bone.length * np.sin(part.angle)
    radius = max(part.bone.radii)
    return min(part.x, x) - radius, max(part.x, x) + radius, min(part.y, y) - radius, max(part.y, y) + radius


def _draw_layer(
    canvas: Canvas,
    window: tuple[slice, slice],
    members: list[PosedBone],
    body: Body,
    origin: tuple[float, float],
    scale: float,
    light: Light,
    time: float,
) -> None:
    x, y = _body_coordinates(window, body, origin, scale, time)
    distances, surfaces = zip(*(_measure(part, x, y) for part in members), strict=True)
    distance, weights = _melt(np.stack(distances), body.melt)
    u = sum(weight * surface[0] for weight, surface in zip(weights, surfaces, strict=True))
    v = sum(weight * surface[1] for weight, surface in zip(weights, surfaces, strict=True))
    distance = distance + _fray(body, u, v)
    cover = np.clip(0.5 - distance * scale, 0.0, 1.0)
    if not cover.any():
        return
    albedo = _albedo(members, body, weights, u, v, scale)
    thickness = max(max(part.bone.radii) for part in members)
    lit = albedo * _shade(distance, thickness, scale, light)[..., None] * np.asarray(light.colour)
    lit *= body.shades[min(members[0].bone.layer, len(body.shades) - 1)]
    depth = body.path.at(time)[2]
    clear = np.exp(-depth / light.sight)
    lit = lit * clear + np.asarray(light.haze) * (1 - clear)
    alpha = cover.astype(np.float32)[..., None]
    canvas.colour[window] = canvas.colour[window] * (1 - alpha) + lit.astype(np.float32) * alpha
    canvas.labels[window][cover >= 0.5] = body.label


def _body_coordinates(
    window: tuple[slice, slice], body: Body, origin: tuple[float, float], scale: float, time: float
) -> tuple[Float64Array, Float64Array]:
    """Return each pixel's place in the body's own metres, shaken by the gait."""
    rows, columns = np.mgrid[window].astype(np.float64)
    x = (columns + 0.5 - origin[0]) / scale * body.facing
    y = (rows + 0.5 - origin[1]) / scale
    beat = body.path.stride(time)
    shaken_x = x + body.wobble * np.sin(7.0 * y + beat)
    shaken_y = y + body.wobble * np.sin(9.0 * x + 1.3 * beat)
    return shaken_x, shaken_y


def _measure(part: PosedBone, x: Float64Array, y: Float64Array) -> tuple[Float64Array, tuple[Float64Array, ...]]:
    """Return the signed distance to a tapered capsule (negative inside) and the surface coordinates along, across."""
    cos, sin = np.cos(part.angle), np.sin(part.angle)
    along = (x - part.x) * cos + (y - part.y) * sin
    across = (y - part.y) * cos - (x - part.x) * sin
    first, second = part.bone.radii
    length = max(part.bone.length, 1e-6)
    # On the flank the distance is measured along the tapered side's normal; its slope follows from the two radii.
    slope = float(np.clip((first - second) / length, -0.99, 0.99))
    rise = float(np.sqrt(1 - slope * slope))
    side = np.abs(across)
    where = along * rise - side * slope
    flank = side * rise + along * slope - first
    distance = np.where(where < 0, np.hypot(along, side) - first, flank)
    distance = np.where(where > length * rise, np.hypot(along - length, side) - second, distance)
    return distance, (along, across)


def _melt(distances: Float64Array, softness: float) -> tuple[Float64Array, Float64Array]:
    """Join distances (N, H, W) into one smooth surface; return it (H, W) and each bone's weight (N, H, W)."""
    nearest = distances.min(axis=0)
    closeness = np.exp(-(distances - nearest) / max(softness / 2, 1e-4))
    total = closeness.sum(axis=0)
    # Bounded, so that where many bones meet the flesh does not swell without end.
    joined = nearest - np.minimum(softness / 2 * np.log(total), softness / 2)
    return joined, closeness / total


def _fray(body: Body, u: Float64Array, v: Float64Array) -> Float64Array:
    """Return how far the outline is moved by hair or leaves: waves fixed to the surface, not to the picture."""
    coarse = np.sin(31 * u + 3 * np.sin(17 * v)) + np.sin(37 * v + 2 * np.sin(23 * u))
    fine = np.sin(83 * u - 61 * v) + np.sin(71 * u + 97 * v)
    result: Float64Array = body.rough * (0.7 * coarse + 0.5 * fine)
    return result


def _albedo(
    members: list[PosedBone],
    body: Body,
    weights: Float64Array,
    u: Float64Array,
    v: Float64Array,
    scale: float,
) -> Float64Array:
    """Return surface colours (H, W, 3): each material where its bones prevail."""
    colours = np.zeros((*u.shape, 3))
    for material in sorted({part.bone.material for part in members}):
        share = sum(w for w, part in zip(weights, members, strict=True) if part.bone.material == material)
        colours += body.materials[material].sample(u, v, scale) * np.asarray(share)[..., None]
    return colours


def _shade(distance: Float64Array, thickness: float, scale: float, light: Light) -> Float64Array:
    """Return the brightness (H, W) of a rounded surface whose flesh is ``thickness`` deep in the middle."""
    depth = np.clip(-distance / thickness, 0.0, 1.0)
    height = thickness * np.sqrt(1 - (1 - depth) ** 2) * scale
    if min(height.shape) < 2:
        return np.full(height.shape, light.ambient)
    slope_y, slope_x = np.gradient(height)
    norm = np.sqrt(slope_x**2 + slope_y**2 + 1)
    right, down, out = light.direction
    lambert = np.clip((out - right * slope_x - down * slope_y) / norm, 0.0, None)
    shade: Float64Array = light.ambient + (1 - light.ambient) * 1.25 * lambert
    return shade
