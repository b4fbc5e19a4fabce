"""A scene: everything that a clip is drawn from."""

from __future__ import annotations

from dataclasses import dataclass

from core.training.procedural.camera import Camera
from core.training.procedural.raster import Light
from core.training.procedural.scenery import Landscape
from core.training.procedural.skeleton import Body


@dataclass(frozen=True, eq=False, kw_only=True)
class Scene:
    """Bodies before a landscape, seen by a camera.

    Attributes:
        seed: Seed of the sensor's noise.
        land: What lies behind everything.
        bodies: Objects and things, in any order.
        camera: Its size is replaced by that of the clip.
        light: At time 0.
        light_drift: By how much brightness swings, as a share.
        noise: Spread of the sensor's noise, 0..1.
        frames_per_second: Pace of the clip.
    """

    seed: int
    land: Landscape
    bodies: tuple[Body, ...]
    camera: Camera
    light: Light
    light_drift: float = 0.06
    noise: float = 0.008
    frames_per_second: float = 24.0
