"""Print what a random seek costs beside PyAV's own: ``python -m tests.benchmarks.seeking [--frames 240] [--seeks 60]``.

Both read the same random frames of the same 1080p H.264 file in turns. PyAV's own is what anybody would write: seek to
the keyframe before the frame's stamp, decode up to it, convert to RGB. It knows the stamp from the frame rate, which
works for this file only because its rate is constant.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from core.types import UInt8Array
from core.video.file import VideoFile
from tests.helpers.media import make_video

HEIGHT, WIDTH, RATE = 1080, 1920, 25
OURS, PLAIN = "ours", "PyAV's own"


class PlainReader:
    """Keyframe seek and decode, without an index."""

    def __init__(self, path: Path) -> None:
        self._container: Any = av.open(str(path))
        self._track: Any = self._container.streams.video[0]
        self._track.thread_type = "AUTO"

    def read(self, index: int) -> UInt8Array:
        """Frame ``index`` as RGB."""
        stamp = int(Fraction(index, RATE) / self._track.time_base) + (self._track.start_time or 0)
        self._container.seek(stamp, stream=self._track)
        for picture in self._container.decode(self._track):
            if picture.pts >= stamp:
                image: UInt8Array = picture.to_ndarray(format="rgb24")
                return image
        raise IndexError(index)

    def close(self) -> None:
        """Release the file."""
        self._container.close()


def timed(read: Callable[[int], UInt8Array], index: int) -> tuple[UInt8Array, float, float]:
    """The picture, and the seconds on the wall's clock and of all threads' computing."""
    wall, own = time.perf_counter(), time.process_time()
    image = read(index)
    return image, time.perf_counter() - wall, time.process_time() - own


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=240)
    parser.add_argument("--keyframe-every", type=int, default=48)
    parser.add_argument("--seeks", type=int, default=60)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = make_video(
            Path(folder) / "long.mp4",
            frames=arguments.frames,
            size=(HEIGHT, WIDTH),
            keyframe_every=arguments.keyframe_every,
            rate=Fraction(RATE),
            options={"preset": "veryfast"},
        )
        ours, plain = VideoFile(path), PlainReader(path)
        readers = {OURS: lambda index: ours.read(index).image, PLAIN: plain.read}
        dice = random.Random(4)
        walls: dict[str, list[float]] = {name: [] for name in readers}
        owns: dict[str, list[float]] = {name: [] for name in readers}
        for _ in range(arguments.seeks):
            index = dice.randrange(arguments.frames)
            images = []
            for name in dice.sample(list(readers), 2):
                image, wall, own = timed(readers[name], index)
                images.append(image)
                walls[name].append(wall)
                owns[name].append(own)
            # One guesses the matrix of colours by the height, the other does not: shades differ, content does not.
            assert np.abs(images[0].astype(int) - images[1]).mean() < 24, index
        for name in readers:
            say(
                f"{name:11} median {1000 * statistics.median(walls[name]):6.1f} ms, mean "
                f"{1000 * statistics.mean(walls[name]):6.1f} ms; computing {1000 * statistics.mean(owns[name]):6.1f} ms"
            )
        for what, times in (("wall", walls), ("computing", owns)):
            mean = {name: statistics.mean(times[name]) for name in readers}
            say(f"ratio of means, {what}: {mean[OURS] / mean[PLAIN]:.2f}")
        ours.close()
        plain.close()


if __name__ == "__main__":
    main()
