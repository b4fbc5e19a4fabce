"""Renders a scene: landscape, shadows, bodies from far to near, then the camera's light, blur and noise."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from core.training.procedural.camera import Camera
from core.training.procedural.random_scene import Scene, random_scene
from core.training.procedural.raster import Canvas, Light, draw_body
from core.training.procedural.scenery import cast_shadow, paint_landscape
from core.training.procedural.textures import GAMMA
from core.types import UInt8Array


def render_clip(
    seed: int, frames: int, height: int, width: int, objects: int
) -> tuple[list[UInt8Array], list[UInt8Array]]:
    """Draw a random clip.

    Args:
        seed: The same seed gives the same clip.
        frames: How many frames, at 24 a second.
        height: Rows, at least 16.
        width: Columns, at least 16.
        objects: How many labelled objects, 1..254.

    Returns:
        RGB frames (height, width, 3) ``uint8`` and label maps (height, width) ``uint8`` with ids 1..objects.
    """
    return render_scene(random_scene(seed, objects, duration=frames / 24), frames, height, width)


def render_scene(scene: Scene, frames: int, height: int, width: int) -> tuple[list[UInt8Array], list[UInt8Array]]:
    """Draw the first ``frames`` frames of ``scene``; returns as :func:`render_clip` does."""
    pairs = [render_frame(scene, index, height, width) for index in range(frames)]
    return [image for image, _ in pairs], [labels for _, labels in pairs]


def render_frame(scene: Scene, index: int, height: int, width: int) -> tuple[UInt8Array, UInt8Array]:
    """Draw frame ``index``: RGB (H, W, 3) ``uint8`` and its label map (H, W) ``uint8``."""
    time = index / scene.frames_per_second
    camera = replace(scene.camera, height=height, width=width)
    canvas = Canvas(np.zeros((height, width, 3), np.float32), np.zeros((height, width), np.uint8))
    light = _light_at(scene, time)
    paint_landscape(canvas, scene.land, camera, light, time)
    from_afar = sorted(scene.bodies, key=lambda body: -body.path.at(time)[2])
    for body in from_afar:
        cast_shadow(canvas, body, camera, time)
    for body in from_afar:
        draw_body(canvas, body, camera, light, time)
    return _develop(canvas, scene, camera, index), canvas.labels


def _light_at(scene: Scene, time: float) -> Light:
    """Return the light as clouds and the hour change it: a slow swing of brightness and of warmth."""
    gain = 1 + scene.light_drift * np.sin(2.1 * time + scene.seed)
    warmth = 0.4 * scene.light_drift * np.sin(1.3 * time + 0.7 * scene.seed)
    red, green, blue = scene.light.colour
    return replace(scene.light, colour=(red * gain * (1 + warmth), green * gain, blue * gain * (1 - warmth)))


def _develop(canvas: Canvas, scene: Scene, camera: Camera, index: int) -> UInt8Array:
    """Turn linear light into a picture: vignette, tone curve, the lens's softness, the sensor's noise."""
    rows = np.linspace(-1, 1, camera.height, dtype=np.float32)[:, None]
    columns = np.linspace(-1, 1, camera.width, dtype=np.float32)[None, :]
    light = canvas.colour * (1 - 0.12 * (rows**2 + columns**2))[..., None]
    sharp = np.clip(light, 0, 1) ** np.float32(1 / GAMMA)
    picture = cv2.GaussianBlur(sharp, (0, 0), 0.5 * camera.height / 480 + 0.05)
    rng = np.random.default_rng((scene.seed, index))
    grain = rng.standard_normal(picture.shape[:2], np.float32)[..., None] * np.float32(scene.noise)
    developed: UInt8Array = (np.clip(picture + grain, 0, 1) * 255 + 0.5).astype(np.uint8)
    return developed
