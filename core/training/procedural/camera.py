"""A pinhole camera that pans over level ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """Metres and seconds; pictures are ``height`` x ``width`` pixels.

    Attributes:
        height: Rows of the picture.
        width: Columns of the picture.
        horizon: Where the horizon lies, as a share of the height from the top.
        eye: Height of the camera above the ground.
        focal: Focal length in picture heights.
        x: Where the camera stands at time 0.
        speed: How fast it moves to the right.
        shake: How far the picture trembles, as a share of the height.
    """

    height: int
    width: int
    horizon: float = 0.36
    eye: float = 1.15
    focal: float = 1.15
    x: float = 0.0
    speed: float = 0.5
    shake: float = 0.004

    def scale(self, z: float) -> float:
        """Return how many pixels a metre takes at depth ``z``."""
        return self.focal * self.height / z if z > 0.2 else 0.0

    def place(self, time: float) -> tuple[float, float, float]:
        """Return the camera's x in metres and the tremble of the picture, right and down, in pixels."""
        tremble = self.shake * self.height
        right = tremble * (np.sin(5.3 * time) + 0.6 * np.sin(11.9 * time + 1.0))
        down = tremble * (np.sin(4.1 * time + 2.0) + 0.5 * np.sin(9.7 * time))
        return self.x + self.speed * time, right, down

    def horizon_row(self, time: float) -> float:
        """Return the row of the horizon, pixels."""
        return self.horizon * self.height + self.place(time)[2]

    def project(self, x: float, height: float, z: float, time: float) -> tuple[float, float]:
        """Return column and row, in pixels, of the point ``x``, ``height``, ``z``."""
        scale = self.scale(z)
        camera_x, right, _ = self.place(time)
        column = self.width / 2 + right + (x - camera_x) * scale
        return column, self.horizon_row(time) + (self.eye - height) * scale
