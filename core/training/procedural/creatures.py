"""The bodies that can be objects: four-legged, two-legged, winged, crawling and rolling ones.

Bones follow ``Bone``'s convention: x forward, y down, so an angle of a quarter turn points to the ground.
Every maker takes the body's materials, its path, its object id and the way it faces (1 right, -1 left).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from core.training.procedural.skeleton import Body, Bone, Path
from core.training.procedural.textures import Texture

QUARTER = np.pi / 2
HALF = np.pi

Maker = Callable[[Sequence[Texture], Path, int, int], Body]


class _Skeleton:
    """Collects bones and hands out their indices."""

    def __init__(self, root: Bone) -> None:
        self.bones = [root]

    def add(self, bone: Bone) -> int:
        self.bones.append(bone)
        return len(self.bones) - 1

    def chain(self, parent: int, attach: float, *bones: Bone) -> int:
        """Hang ``bones`` one on the end of another, the first on ``parent`` at ``attach``; return the last's index."""
        for bone in bones:
            parent = self.add(replace(bone, parent=parent, attach=attach))
            attach = 1.0
        return parent


def quadruped(materials: Sequence[Texture], path: Path, label: int, facing: int) -> Body:
    """A striding animal, 0.8 m from hip to nose. Materials: coat, dark parts (eye, nose, paws)."""
    skeleton = _Skeleton(Bone(length=0.50, radii=(0.130, 0.150), angle=-0.04, swing=0.03, layer=1))
    for attach, phase, layer in ((0.02, 0.0, 0), (0.97, HALF, 0), (0.02, HALF, 1), (0.97, 0.0, 1)):
        _animal_leg(skeleton, attach, phase, layer)
    neck = Bone(length=0.22, radii=(0.105, 0.075), angle=-0.85, swing=0.06, phase=1.0, layer=1)
    skull = Bone(length=0.07, radii=(0.085, 0.080), angle=0.65, swing=0.05, layer=1)
    head = skeleton.chain(0, 1.0, neck, skull)
    muzzle = Bone(length=0.13, radii=(0.065, 0.040), angle=0.3, layer=1)
    nose = Bone(length=0.01, radii=(0.024, 0.020), angle=-0.6, layer=2, material=1)
    skeleton.chain(head, 1.0, muzzle, nose)
    skeleton.chain(head, 0.1, Bone(length=0.12, radii=(0.040, 0.015), angle=-2.2, swing=0.2, layer=2))
    skeleton.chain(head, 1.0, Bone(length=0.03, radii=(0.004, 0.017), angle=-1.2, layer=2, material=1))
    skeleton.chain(0, 0.0, *(_tail_joint(joint) for joint in range(4)))
    return _body(skeleton, materials, path, label, facing, shades=(0.6, 1.0, 1.0))


def _tail_joint(joint: int) -> Bone:
    thickness = 0.042 - 0.008 * joint
    angle = HALF + 0.55 if joint == 0 else 0.22
    return Bone(length=0.13, radii=(thickness, thickness - 0.008), angle=angle, swing=0.28, phase=-0.7 * joint, layer=1)


def _animal_leg(skeleton: _Skeleton, attach: float, phase: float, layer: int) -> None:
    thigh = Bone(length=0.24, radii=(0.095, 0.052), angle=QUARTER - 0.1, swing=0.48, phase=phase, layer=layer)
    shin = Bone(length=0.22, radii=(0.050, 0.034), angle=0.28, swing=0.38, phase=phase - 1.3, layer=layer)
    paw = Bone(length=0.06, radii=(0.036, 0.028), angle=-1.4, swing=0.3, phase=phase, layer=layer, material=1)
    skeleton.chain(0, attach, thigh, shin, paw)


def biped(materials: Sequence[Texture], path: Path, label: int, facing: int) -> Body:
    """A running figure, 1.2 m tall. Materials: shirt, trousers, skin, hair."""
    skeleton = _Skeleton(Bone(length=0.34, radii=(0.105, 0.125), angle=-QUARTER + 0.14, swing=0.04, layer=1))
    for phase, layer in ((0.0, 0), (HALF, 1)):
        _human_leg(skeleton, phase, layer)
    for phase, layer in ((HALF, 0), (0.0, 2)):
        _arm(skeleton, phase, layer)
    neck = Bone(length=0.10, radii=(0.045, 0.042), angle=-0.05, layer=1, material=2)
    head = Bone(length=0.10, radii=(0.082, 0.092), angle=0.05, swing=0.05, layer=1, material=2)
    top = skeleton.chain(0, 1.0, neck, head)
    skeleton.chain(top, 1.4, Bone(length=0.11, radii=(0.072, 0.058), angle=-1.9, swing=0.1, layer=2, material=3))
    return _body(skeleton, materials, path, label, facing, rough=0.002, shades=(0.6, 1.0, 1.0))


def _human_leg(skeleton: _Skeleton, phase: float, layer: int) -> None:
    thigh = Bone(length=0.28, radii=(0.088, 0.062), angle=HALF - 0.3, swing=0.6, phase=phase, layer=layer, material=1)
    shin = Bone(length=0.28, radii=(0.060, 0.040), angle=0.6, swing=0.55, phase=phase - 1.5, layer=layer, material=1)
    foot = Bone(length=0.12, radii=(0.042, 0.032), angle=-1.5, swing=0.2, phase=phase, layer=layer, material=3)
    skeleton.chain(0, 0.0, thigh, shin, foot)


def _arm(skeleton: _Skeleton, phase: float, layer: int) -> None:
    upper = Bone(length=0.19, radii=(0.058, 0.045), angle=HALF, swing=0.7, phase=phase, layer=layer)
    lower = Bone(length=0.17, radii=(0.042, 0.030), angle=-1.0, swing=0.3, phase=phase, layer=layer, material=2)
    hand = Bone(length=0.04, radii=(0.038, 0.030), layer=layer, material=2)
    skeleton.chain(0, 0.95, upper, lower, hand)


def bird(materials: Sequence[Texture], path: Path, label: int, facing: int) -> Body:
    """A flapping bird, 0.6 m long. Materials: feathers, beak."""
    skeleton = _Skeleton(Bone(length=0.30, radii=(0.075, 0.105), angle=0.05, swing=0.06, layer=1))
    for layer, lag in ((0, 0.35), (2, 0.0)):
        inner = Bone(length=0.22, radii=(0.085, 0.070), angle=-2.0, swing=0.9, phase=lag, layer=layer)
        outer = Bone(length=0.24, radii=(0.068, 0.022), angle=-0.25, swing=0.6, phase=lag - 1.0, layer=layer)
        skeleton.chain(0, 0.7, inner, outer)
    head = skeleton.chain(0, 1.0, Bone(length=0.09, radii=(0.07, 0.065), angle=-0.6, layer=1))
    skeleton.chain(head, 1.0, Bone(length=0.09, radii=(0.030, 0.008), angle=0.65, layer=1, material=1))
    skeleton.chain(0, 0.0, Bone(length=0.20, radii=(0.06, 0.045), angle=HALF, swing=0.15, phase=1.0, layer=1))
    return _body(skeleton, materials, path, label, facing, shades=(0.65, 1.0, 1.05))


def serpent(materials: Sequence[Texture], path: Path, label: int, facing: int) -> Body:
    """A crawler of nine links that winds along. Materials: scales, head."""
    skeleton = _Skeleton(Bone(length=0.05, radii=(0.085, 0.095), angle=HALF, swing=0.3))
    links = [
        Bone(length=0.13, radii=(0.098 - 0.008 * i, 0.09 - 0.008 * i), swing=0.55, phase=-0.9 * (i + 1))
        for i in range(8)
    ]
    skeleton.chain(0, 1.0, *links)
    skeleton.chain(0, 0.0, Bone(length=0.12, radii=(0.105, 0.06), angle=HALF, swing=0.3, phase=1.0, material=1))
    return _body(skeleton, materials, path, label, facing)


def ball(materials: Sequence[Texture], path: Path, label: int, facing: int) -> Body:
    """A rolling ball of 0.44 m that bulges as it goes. Materials: skin."""
    radius = 0.22
    skeleton = _Skeleton(Bone(length=1e-3, radii=(radius, radius), spin=1 / radius))
    return _body(skeleton, materials, path, label, facing, rough=0.0, wobble=0.006)


MATERIALS_NEEDED: dict[Maker, int] = {quadruped: 2, biped: 4, bird: 2, serpent: 2, ball: 1}
STANDING_HEIGHT: dict[Maker, float] = {quadruped: 0.49, biped: 0.60, bird: 1.1, serpent: 0.10, ball: 0.22}
"""How high the root lies above the ground when the body stands (or, for the bird, flies), metres."""


def _body(
    skeleton: _Skeleton,
    materials: Sequence[Texture],
    path: Path,
    label: int,
    facing: int,
    *,
    rough: float = 0.005,
    wobble: float = 0.008,
    shades: tuple[float, ...] = (1.0,),
) -> Body:
    return Body(
        bones=tuple(skeleton.bones),
        materials=tuple(materials),
        path=path,
        label=label,
        facing=facing,
        rough=rough,
        wobble=wobble,
        shades=shades,
    )
