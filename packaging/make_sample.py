"""Draws the bundled sample clip: ``python packaging/make_sample.py [FOLDER]`` (by default ``resources/sample``).

Three objects cross a meadow: a striped animal (1), a patchwork ball that rolls behind it (2) and a runner who passes
behind both (3); a post between them and the camera hides each in turn. The masks are exact, since they are drawn by
the same formulas as the picture.
"""

from __future__ import annotations

import sys
from pathlib import Path

import av
import numpy as np
from PIL import Image

from core.training.procedural import Scene, render_scene
from core.training.procedural.camera import Camera
from core.training.procedural.creatures import STANDING_HEIGHT, ball, biped, quadruped
from core.training.procedural.random_scene import random_landscape, random_things
from core.training.procedural.raster import Light
from core.training.procedural.scenery import post
from core.training.procedural.skeleton import Body
from core.training.procedural.skeleton import Path as Way
from core.training.procedural.textures import Colour, Texture, cells, checks, make_texture, mottled, stripes
from core.types import UInt8Array

FRAMES = 60
HEIGHT, WIDTH = 480, 854
SEED = 7


def sample_scene() -> Scene:
    """Return the scene of the sample clip."""
    rng = np.random.default_rng(SEED)
    land = random_landscape(rng)
    things = [body for body in random_things(rng) if body.path.z > 2.6]
    wood = make_texture(rng, mottled, (0.42, 0.34, 0.27), (0.56, 0.47, 0.38), metres=0.8, grain=0.25, fibre=8.0)
    return Scene(
        seed=SEED,
        land=land,
        bodies=(_animal(rng), _ball(rng), _runner(rng), post(wood, 0.92, 1.5, radius=0.05), *things),
        camera=Camera(height=HEIGHT, width=WIDTH, horizon=0.34, eye=1.0, speed=0.5),
        light=Light(direction=(-0.42, -0.66, 0.62), colour=(1.1, 1.05, 0.97)),
        light_drift=0.08,
        noise=0.008,
    )


def _animal(rng: np.random.Generator) -> Body:
    coat = make_texture(rng, stripes, (0.80, 0.56, 0.30), (0.22, 0.15, 0.11), metres=0.7, grain=0.14, fibre=4.0)
    way = Way(x=-0.62, z=1.9, speed_x=0.86, height=STANDING_HEIGHT[quadruped], bounce=0.02, gait=1.25)
    return quadruped([coat, _plain(rng, (0.12, 0.10, 0.10))], way, 1, 1)


def _ball(rng: np.random.Generator) -> Body:
    skin = make_texture(rng, cells, (0.82, 0.20, 0.16), (0.95, 0.86, 0.72), metres=0.6, grain=0.06, fibre=1.0)
    way = Way(x=0.55, z=2.3, speed_x=0.38, height=STANDING_HEIGHT[ball], gait=1.0)
    return ball([skin], way, 2, 1)


def _runner(rng: np.random.Generator) -> Body:
    shirt = make_texture(rng, checks, (0.18, 0.34, 0.58), (0.86, 0.86, 0.80), metres=0.5, grain=0.08, fibre=2.0)
    trousers = make_texture(rng, mottled, (0.30, 0.30, 0.34), (0.42, 0.40, 0.40), metres=0.5, grain=0.12)
    skin, hair = _plain(rng, (0.80, 0.60, 0.48)), _plain(rng, (0.26, 0.17, 0.11))
    way = Way(x=1.55, z=2.8, speed_x=-0.75, height=STANDING_HEIGHT[biped], bounce=0.03, gait=1.15)
    return biped([shirt, trousers, skin, hair], way, 3, -1)


def _plain(rng: np.random.Generator, colour: Colour) -> Texture:
    lighter = tuple(min(1.0, value * 1.15) for value in colour)
    return make_texture(rng, mottled, colour, (lighter[0], lighter[1], lighter[2]), metres=0.5, grain=0.08)


def write_video(path: Path, frames: list[UInt8Array], frames_per_second: int = 24) -> None:
    """Write RGB frames as H.264. One encoder thread, so that the same frames give the same file."""
    height, width = frames[0].shape[:2]
    with av.open(str(path), "w") as container:
        options = {"crf": "22", "preset": "slow", "threads": "1"}
        stream = container.add_stream("libx264", rate=frames_per_second, options=options)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for frame in frames:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
        container.mux(stream.encode())


def write_mask(path: Path, labels: UInt8Array) -> None:
    """Write a label map as an indexed PNG with the palette of PASCAL VOC."""
    image = Image.fromarray(labels, mode="P")
    image.putpalette(voc_palette())
    image.save(path, optimize=True)


def voc_palette() -> bytes:
    """Return the palette of PASCAL VOC: each index's bits dealt out to red, green and blue from the top down."""
    index = np.arange(256)
    colours = np.zeros((256, 3), np.uint8)
    for bit in range(8):
        for channel in range(3):
            colours[:, channel] |= (((index >> (3 * bit + channel)) & 1) << (7 - bit)).astype(np.uint8)
    return colours.tobytes()


def main(folder: Path) -> None:
    """Draw the clip and its masks into ``folder``."""
    frames, labels = render_scene(sample_scene(), FRAMES, HEIGHT, WIDTH)
    masks = folder / "masks"
    masks.mkdir(parents=True, exist_ok=True)
    write_video(folder / "sample.mp4", frames)
    for index, label_map in enumerate(labels):
        write_mask(masks / f"{index:05d}.png", label_map)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    print(f"{FRAMES} frames and masks in {folder}, {size / 2**20:.2f} MiB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1] / "resources" / "sample")
