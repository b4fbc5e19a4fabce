"""Draws scenes by lot: endless landscapes, creatures, coats and ways to move.

A scene: everything that a clip is drawn from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from core.training.procedural.camera import Camera
from core.training.procedural.creatures import MATERIALS_NEEDED, STANDING_HEIGHT, Maker, ball, bird
from core.training.procedural.raster import Light
from core.training.procedural.scenery import Landscape, crest, post, tree, tuft
from core.training.procedural.skeleton import Body, Path
from core.training.procedural.textures import PATTERNS, Colour, Texture, make_texture, mottled


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


def random_scene(seed: int, objects: int, duration: float) -> Scene:
    """Return the scene of ``seed`` with ``objects`` labelled bodies that cross the view within ``duration`` seconds."""
    rng = np.random.default_rng(seed)
    camera = Camera(height=480, width=854, speed=rng.uniform(-0.9, 0.9), shake=rng.uniform(0, 0.008))
    bodies = [_creature(rng, label, camera, duration) for label in range(1, objects + 1)]
    # One clip in three has a creature that nobody labelled: what moves is not always what is meant.
    if rng.random() < 1 / 3:
        bodies.append(replace(_creature(rng, 1, camera, duration), label=0))
    return Scene(
        seed=seed,
        land=random_landscape(rng),
        bodies=(*bodies, *random_things(rng)),
        camera=camera,
        light=random_light(rng),
        light_drift=rng.uniform(0, 0.15),
        noise=rng.uniform(0.002, 0.02),
    )


def random_light(rng: np.random.Generator) -> Light:
    """Return daylight from above, from some side, more or less warm."""
    side = rng.uniform(-0.7, 0.7)
    direction = np.array([side, -rng.uniform(0.3, 0.9), 0.6])
    right, down, out = (direction / np.linalg.norm(direction)).tolist()
    warmth = rng.uniform(-0.08, 0.12)
    gain = rng.uniform(0.75, 1.2)
    return Light(direction=(right, down, out), colour=(gain * (1 + warmth), gain, gain * (1 - warmth)))


def random_landscape(rng: np.random.Generator) -> Landscape:
    """Return sky, hills and ground whose colours vary round those of a meadow, a heath or a desert."""
    ground, second = _pair_near(rng, _GROUNDS[int(rng.integers(len(_GROUNDS)))])
    hill, far = _pair_near(rng, ((0.30, 0.40, 0.28), (0.42, 0.48, 0.36)))
    sky = make_texture(rng, mottled, (0.52, 0.68, 0.88), (0.93, 0.94, 0.96), metres=1.6, grain=0.03, fibre=1.0)
    return Landscape(
        sky=sky,
        hills=(
            make_texture(rng, mottled, far, hill, metres=0.6, grain=0.08),
            make_texture(rng, mottled, hill, (0.2, 0.3, 0.18), metres=0.5, grain=0.15, fibre=1.0),
        ),
        ground=make_texture(rng, mottled, ground, second, metres=1.6, grain=0.22, fibre=1.0),
        crests=(crest(rng, 0.16), crest(rng, 0.07)),
    )


def random_things(rng: np.random.Generator) -> list[Body]:
    """Return trees, posts and tufts of grass: unlabelled, and in front of objects now and then."""
    bark = make_texture(rng, mottled, (0.32, 0.24, 0.18), (0.45, 0.36, 0.28), metres=0.8, grain=0.3, fibre=8.0)
    leaves = make_texture(rng, mottled, (0.16, 0.30, 0.10), (0.36, 0.48, 0.18), metres=0.9, grain=0.35, fibre=1.0)
    grass = make_texture(rng, mottled, (0.30, 0.42, 0.14), (0.55, 0.56, 0.25), metres=0.3, grain=0.2)
    trees = [tree(rng, bark, leaves, *place) for place in _places(rng, int(rng.integers(2, 7)), (-9, 9), (8.0, 22.0))]
    posts = [post(bark, *place) for place in _places(rng, int(rng.integers(0, 3)), (-1.5, 1.5), (1.5, 3.2))]
    tufts = [tuft(rng, grass, *place) for place in _places(rng, 26, (-4, 4), (1.8, 8.0))]
    return [*trees, *posts, *tufts]


def random_coat(rng: np.random.Generator) -> Texture:
    """Return a texture of two colours drawn at will."""
    pattern = PATTERNS[int(rng.integers(len(PATTERNS)))]
    return make_texture(
        rng,
        pattern,
        _colour(rng),
        _colour(rng),
        metres=rng.uniform(0.35, 1.0),
        grain=rng.uniform(0.05, 0.25),
        fibre=rng.uniform(1, 6),
    )


_GROUNDS = (
    ((0.36, 0.45, 0.18), (0.50, 0.52, 0.28)),
    ((0.52, 0.44, 0.32), (0.66, 0.58, 0.44)),
    ((0.40, 0.40, 0.40), (0.52, 0.51, 0.50)),
    ((0.62, 0.54, 0.40), (0.74, 0.66, 0.52)),
)


def _creature(rng: np.random.Generator, label: int, camera: Camera, duration: float) -> Body:
    makers = list(MATERIALS_NEEDED)
    maker = makers[int(rng.integers(len(makers)))]
    facing = 1 if rng.random() < 0.5 else -1
    coats = [random_coat(rng) for _ in range(MATERIALS_NEEDED[maker])]
    return maker(coats, _random_path(rng, maker, facing, camera, duration), label, facing)


def _random_path(rng: np.random.Generator, maker: Maker, facing: int, camera: Camera, duration: float) -> Path:
    """Return a way that is in the middle of the view half-way through the clip."""
    # Drawn evenly in its logarithm: as many bodies fill the view as are small in it.
    depth = float(np.exp(rng.uniform(np.log(1.3), np.log(5.5))))
    speed = facing * rng.uniform(0.1, 1.6)
    speed_z = rng.uniform(-0.35, 0.35) if maker is not ball else 0.0
    half = duration / 2
    middle = camera.x + camera.speed * half + rng.uniform(-0.45, 0.45) * depth
    return Path(
        x=middle - speed * half,
        z=depth - speed_z * half,
        speed_x=speed,
        speed_z=speed_z,
        height=STANDING_HEIGHT[maker] + (rng.uniform(-0.4, 0.5) if maker is bird else 0.0),
        bounce=rng.uniform(0, 0.06),
        gait=rng.uniform(0.8, 2.2),
        start=rng.uniform(0, 2 * np.pi),
    )


def _colour(rng: np.random.Generator) -> Colour:
    red, green, blue = rng.uniform(0.05, 0.95, 3).tolist()
    return red, green, blue


def _pair_near(rng: np.random.Generator, pair: tuple[Colour, Colour]) -> tuple[Colour, Colour]:
    shift = rng.uniform(-0.06, 0.06, 3)
    first, second = ((np.asarray(colour) + shift).clip(0.02, 0.98).tolist() for colour in pair)
    return (first[0], first[1], first[2]), (second[0], second[1], second[2])


def _places(
    rng: np.random.Generator, count: int, across: tuple[float, float], away: tuple[float, float]
) -> list[tuple[float, float]]:
    return [(rng.uniform(*across), rng.uniform(*away)) for _ in range(count)]
