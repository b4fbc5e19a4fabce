"""Articulated bodies: a tree of bones, each a tapered capsule, swinging in the rhythm of a gait."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.training.procedural.textures import Texture


@dataclass(frozen=True, slots=True, kw_only=True)
class Bone:
    """One limb, hung on another.

    Attributes:
        parent: Index of the bone that carries this one (an earlier one), or -1 for the root.
        attach: Where on the parent it hangs, 0 at the parent's start to 1 at its end.
        length: In metres.
        radii: Thickness at start and end, in metres.
        angle: Direction at rest relative to the parent, radians; 0 points forward, positive turns downwards.
        swing: Amplitude of the swing, radians.
        phase: Where in the gait the swing is at time 0, radians.
        spin: Whole turns of the bone a metre of way (rolling), radians a metre.
        layer: Bones of one layer melt into one surface; higher layers lie in front.
        material: Index of the body's texture.
    """

    parent: int = -1
    attach: float = 1.0
    length: float
    radii: tuple[float, float]
    angle: float = 0.0
    swing: float = 0.0
    phase: float = 0.0
    spin: float = 0.0
    layer: int = 0
    material: int = 0


@dataclass(frozen=True, slots=True)
class PosedBone:
    """A bone at one moment: where it starts and where it points, in the body's metres (x forward, y down)."""

    bone: Bone
    x: float
    y: float
    angle: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """How a body moves over the ground: metres and metres a second, x to the right, z away from the camera."""

    x: float
    z: float
    speed_x: float = 0.0
    speed_z: float = 0.0
    height: float = 0.0
    bounce: float = 0.0
    gait: float = 1.0
    start: float = 0.0

    def at(self, time: float) -> tuple[float, float, float]:
        """Return x, height above the ground and z at ``time`` seconds."""
        bounce = self.bounce * abs(np.sin(self.stride(time)))
        return self.x + self.speed_x * time, self.height + bounce, self.z + self.speed_z * time

    def stride(self, time: float) -> float:
        """Return the phase of the gait at ``time``, radians."""
        return 2 * np.pi * self.gait * time + self.start


@dataclass(frozen=True, eq=False, kw_only=True)
class Body:
    """A thing in the scene.

    Attributes:
        bones: Parents before children.
        materials: Textures that bones refer to.
        path: Its way through the scene.
        label: Object id in the label map; 0 for scenery, which hides objects but is not one.
        facing: 1 looks right, -1 left.
        melt: How softly bones of a layer flow into each other, metres.
        rough: How far fur or leaves fray the outline, metres.
        wobble: How far the flesh shakes in the rhythm of the gait, metres.
        shades: Brightness of each layer, from the hindmost.
    """

    bones: tuple[Bone, ...]
    materials: tuple[Texture, ...]
    path: Path
    label: int = 0
    facing: int = 1
    melt: float = 0.03
    rough: float = 0.006
    wobble: float = 0.008
    shades: tuple[float, ...] = (1.0,)

    def pose(self, time: float) -> tuple[PosedBone, ...]:
        """Return every bone's place at ``time`` seconds."""
        posed: list[PosedBone] = []
        for bone in self.bones:
            posed.append(_place(bone, posed[bone.parent] if bone.parent >= 0 else None, self.path, time))
        return tuple(posed)


def _place(bone: Bone, parent: PosedBone | None, path: Path, time: float) -> PosedBone:
    turn = bone.angle + bone.swing * np.sin(path.stride(time) + bone.phase)
    turn += bone.spin * abs(path.speed_x) * time
    if parent is None:
        return PosedBone(bone, 0.0, 0.0, turn)
    reach = bone.attach * parent.bone.length
    x = parent.x + reach * np.cos(parent.angle)
    y = parent.y + reach * np.sin(parent.angle)
    # A rolling parent would drag its children round; everything that rolls here has none.
    return PosedBone(bone, x, y, parent.angle + turn)
