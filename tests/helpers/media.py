"""Clips made on the spot, with the frame number drawn as bits into the picture."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from PIL import Image

from core.types import UInt8Array

HEIGHT, WIDTH = 48, 96
_BITS = 8


def numbered_picture(number: int, height: int = HEIGHT, width: int = WIDTH) -> UInt8Array:
    """Grey picture (height, width, 3) with ``number`` as eight black or white bars in its upper half."""
    picture = np.full((height, width, 3), 90, np.uint8)
    for bit in range(_BITS):
        picture[4:20, 8 + 10 * bit : 16 + 10 * bit] = 235 if number >> bit & 1 else 20
    picture[28:44, (3 * number) % (width - 12) : (3 * number) % (width - 12) + 12] = (200, 60, 40)
    return picture


def number_in(picture: UInt8Array) -> int:
    """The number drawn into ``picture``, as decoded."""
    return sum(int(picture[6:18, 10 + 10 * bit : 14 + 10 * bit].mean() > 128) << bit for bit in range(_BITS))


def make_video(
    path: Path,
    *,
    frames: int = 40,
    size: tuple[int, int] = (HEIGHT, WIDTH),
    codec: str = "libx264",
    milliseconds: Sequence[int] | None = None,
    rate: Fraction = Fraction(25),
    keyframe_every: int = 12,
    b_frames: int | None = 3,
    pixels: str = "yuv420p",
    rotation: int | None = None,
    options: dict[str, str] | None = None,
    container_options: dict[str, str] | None = None,
) -> Path:
    """Encode a numbered clip; ``milliseconds`` gives each frame its own time (a variable rate)."""
    with av.open(str(path), "w", options=container_options or {}) as container:
        track: Any = container.add_stream(codec, rate=rate, options=options or {})
        track.height, track.width = size
        track.pix_fmt = pixels
        track.codec_context.gop_size = keyframe_every
        if b_frames is not None:
            track.codec_context.max_b_frames = b_frames
        if rotation is not None:
            track.set_display_rotation(rotation)
        tick = 1 / rate if milliseconds is None else Fraction(1, 1000)
        track.codec_context.time_base = tick
        for number in range(frames):
            frame = av.VideoFrame.from_ndarray(numbered_picture(number, *size), format="rgb24")
            frame.pts = number if milliseconds is None else milliseconds[number]
            frame.time_base = tick
            container.mux(track.encode(frame))
        container.mux(track.encode())
    return path


def make_folder(folder: Path, frames: int = 4, suffix: str = ".png", size: tuple[int, int] = (HEIGHT, WIDTH)) -> Path:
    """A folder of numbered pictures 00000 and on."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(frames):
        Image.fromarray(numbered_picture(number, *size)).save(folder / f"{number:05d}{suffix}")
    return folder
