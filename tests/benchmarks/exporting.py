"""Print how long exports of a 1080p project take, and the memory they need: ``python tests/benchmarks/exporting.py``.

A textured clip that pans is encoded as H.264, three objects with ragged outlines are stored on every frame, and each
format is then written by a process of its own: first with pictures, then masks alone. Seconds are wall time from the
first frame to the rename; CPU seconds are those of all threads, and say what a busy machine hides.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np

from core.exchange.projects import project_clip
from core.formats import ExportOptions, never_stop, no_progress, writer
from core.masks.rle import encode_rle
from core.project.store import ProjectStore, SourceReference
from core.types import ObjectInfo, UInt8Array
from core.video.source import open_source

HEIGHT, WIDTH, RATE = 1080, 1920, 25
OBJECTS = ((1, 500, 400, 210), (2, 300, 1200, 150), (3, 800, 1500, 120))
"""Id, row, column and radius of each object on the first frame."""


def make_video(path: Path, frames: int) -> None:
    """A picture of soft patches and fine grain, panned over."""
    chance = np.random.default_rng(0)
    coarse = chance.integers(0, 256, ((HEIGHT + 200) // 8, (WIDTH + 400) // 8, 3), np.uint8)
    smooth = cv2.resize(coarse, (WIDTH + 400, HEIGHT + 200), interpolation=cv2.INTER_CUBIC)
    scene = (smooth + chance.normal(0, 5, smooth.shape)).clip(0, 255).astype(np.uint8)
    with av.open(path, "w") as container:
        track: Any = container.add_stream("libx264", rate=RATE, options={"preset": "veryfast", "crf": "23"})
        track.width, track.height, track.pix_fmt, track.time_base = WIDTH, HEIGHT, "yuv420p", Fraction(1, RATE)
        for index in range(frames):
            top, left = abs(index % 200 - 100) * 2, abs(3 * index % 800 - 400)
            view = np.ascontiguousarray(scene[top : top + HEIGHT, left : left + WIDTH])
            container.mux(track.encode(av.VideoFrame.from_ndarray(view, format="rgb24")))
        container.mux(track.encode())


def ragged(index: int, row: int, column: int, radius: int) -> UInt8Array:
    """(H, W) of an outline of 400 corners that quivers from frame to frame."""
    chance = np.random.default_rng(index * 1000 + radius)
    angles = np.linspace(0, 2 * np.pi, 400, endpoint=False)
    reach = radius * (1 + 0.12 * np.sin(7 * angles) + chance.normal(0, 0.02, 400))
    corners = np.stack((column + index % 300 + reach * np.cos(angles), row + reach * np.sin(angles)), axis=1)
    mask = np.zeros((HEIGHT, WIDTH), np.uint8)
    cv2.fillPoly(mask, [corners.astype(np.int32)], 1)
    return mask


def make_project(path: Path, video: Path) -> None:
    """A project of ``video`` with :data:`OBJECTS` on every frame."""
    with open_source(video) as frames:
        count = frames.frame_count
        reference = SourceReference(video, frames.fingerprint(), count, HEIGHT, WIDTH, RATE)
    with closing(ProjectStore.create(path, reference)) as store, store.transaction():
        for object_id, *_ in OBJECTS:
            store.objects.add(ObjectInfo(object_id, f"thing {object_id}", (40 * object_id, 200, 90)))
        for index in range(count):
            masks = {number: ragged(index, *place).astype(np.bool_) for number, *place in OBJECTS}
            store.set_annotations(index, {number: encode_rle(mask) for number, mask in masks.items()})


def export(project: Path, format_id: str, pictures: bool, out: Path) -> None:
    """Write one dataset and print what it took."""
    began, spent = time.perf_counter(), time.process_time()
    with closing(ProjectStore.open(project, read_only=True)) as store, open_source(store.source_path()) as frames:
        clip = project_clip(store, frames, "clip")
        report = writer(format_id).write(clip, out, ExportOptions(pictures=pictures), no_progress, never_stop)
    seconds, cpu = time.perf_counter() - began, time.process_time() - spent
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu += children.ru_utime + children.ru_stime
    what = "frames and masks" if pictures else "masks alone"
    count = report.frames if report is not None else 0
    line = f"{format_id:10} {what:17} {count:5} frames {seconds:7.1f} s {cpu:7.1f} CPU s {peak:6.0f} MiB\n"
    sys.stdout.write(line)


def main() -> None:
    """Make the project, then write every format in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=1000)
    parser.add_argument("--formats", nargs="+", default=["davis", "coco"])
    parser.add_argument("--keep", type=Path, help="folder for the clip and the project, used again when it has them")
    parser.add_argument("--one", nargs=4, metavar=("PROJECT", "FORMAT", "PICTURES", "OUT"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        project, format_id, pictures, out = arguments.one
        export(Path(project), format_id, pictures == "yes", Path(out))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        project = folder / "clip.rpcm"
        if not project.exists():
            make_video(folder / "clip.mp4", arguments.frames)
            make_project(project, folder / "clip.mp4")
        for format_id in arguments.formats:
            for pictures in ("yes", "no"):
                out = Path(temporary) / f"{format_id}-{pictures}"
                subprocess.run([sys.executable, __file__, "--one", project, format_id, pictures, out], check=True)


if __name__ == "__main__":
    main()
