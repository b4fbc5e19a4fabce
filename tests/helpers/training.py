"""Small data sets to train on, made on the spot."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from core.masks.palette import voc_palette
from core.network.compact.model import CompactConfig
from core.training.compact.run import Recipe
from core.training.data.clips import ClipMaker
from core.training.data.datasets import find_videos
from core.training.data.footage import Stills, Videos
from core.training.paper.recipe import PaperRecipe, Stage
from core.types import UInt8Array

TINY = CompactConfig(widths=(16, 16, 16, 16), depths=(1, 1, 1, 1), shared=16, key=16, value=16, embedding=16)
SMALL = Recipe(steps=4, clips=2, size=64, late_size=64, length=3, late_length=3, warm_up=2, save_seconds=0.0)
STAGES = (
    Stage(steps=200, rate=0.02, current=1, mined_by=0.5, own_masks_from=0.5),
    Stage(steps=200, rate=0.01, current=2, mined_by=0.0, own_masks_from=0.0),
)
SHORT = PaperRecipe(
    stages=STAGES, steps=4, clips=2, size=65, short_side=72, least_pixels=20, save_seconds=0.0, precision="fp32"
)
"""The paper's recipe with tiny crops and four steps, two a stage."""


def discs(height: int, width: int, places: Sequence[tuple[int, int]]) -> UInt8Array:
    """A label map with a disc of id ``places[i][0]`` at column ``places[i][1]``."""
    labels = np.zeros((height, width), np.uint8)
    for label, x in places:
        cv2.circle(labels, (x, height // 2), height // 5, label, -1)
    return labels


def write_mask(path: Path, labels: UInt8Array, palette: list[int] | None = None) -> None:
    """An indexed PNG."""
    picture = Image.fromarray(labels)
    picture.putpalette(palette or voc_palette())
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path)


def write_picture(path: Path, seed: int, height: int = 72, width: int = 96) -> None:
    """A smooth random picture."""
    rng = np.random.default_rng(seed)
    small = rng.integers(0, 255, (6, 8, 3), dtype=np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC))


def write_video(images: Path, masks: Path, frames: int, places: Sequence[tuple[int, int]] = ((1, 30),)) -> None:
    """Frames with discs that move right by 4 pixels a frame."""
    for t in range(frames):
        write_picture(images / f"{t:05d}.jpg", seed=t)
        write_mask(masks / f"{t:05d}.png", discs(72, 96, [(label, x + 4 * t) for label, x in places]))


def write_davis(root: Path, names: Sequence[str] = ("one",), frames: int = 6) -> Path:
    """DAVIS 2017's layout with one video or several, all in the split train."""
    (root / "ImageSets" / "2017").mkdir(parents=True)
    (root / "ImageSets" / "2017" / "train.txt").write_text("".join(f"{name}\n" for name in names))
    for name in names:
        write_video(root / "JPEGImages" / "480p" / name, root / "Annotations" / "480p" / name, frames)
    return root


def write_youtube_vos(root: Path) -> Path:
    """Two videos; in the first, object 2 enters on the third of five annotated frames, between which lie others."""
    base = root / "train"
    for t in range(15):
        write_picture(base / "JPEGImages" / "aa" / f"{t:05d}.jpg", seed=t)
        if t % 3 == 0:
            places = [(1, 20 + t), *([(2, 70)] if t >= 6 else [])]
            write_mask(base / "Annotations" / "aa" / f"{t:05d}.png", discs(72, 96, places))
    write_video(base / "JPEGImages" / "bb", base / "Annotations" / "bb", 6, [(1, 40)])
    objects = {
        "1": {"category": "ape", "frames": ["00000"]},
        "2": {"category": "frog", "frames": ["00006"]},
    }
    other = {"1": {"category": "boat", "frames": ["00000"]}}
    meta = {"videos": {"aa": {"objects": objects}, "bb": {"objects": other}}}
    (base / "meta.json").write_text(json.dumps(meta))
    return root


def write_stills(root: Path) -> Path:
    """One still with a mask."""
    write_picture(root / "JPEGImages" / "a.jpg", seed=1, height=60, width=80)
    write_mask(root / "Annotations" / "a.png", discs(60, 80, [(1, 40)]))
    return root


def small_maker(folder: Path) -> ClipMaker:
    """Clips from ``folder/davis`` and ``folder/stills``, written on the spot."""
    write_davis(folder / "davis")
    write_stills(folder / "stills")
    return ClipMaker(Videos(find_videos(folder / "davis")), Stills(folder / "stills"))
