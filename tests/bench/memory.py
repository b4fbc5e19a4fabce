"""Print the memory that a long propagation takes: ``python tests/bench/memory.py [--frames 1000]``.

A procedural clip of three objects is played to and fro, so that any length can be had without a long video. The figure
of merit is the growth from frame 200 on, which the pool's budget keeps at zero.
"""

from __future__ import annotations

import argparse
import resource
import sys
from pathlib import Path

import torch

from core.network.weights import load_network
from core.propagation.engine import Propagator
from core.training.procedural.clip import render_clip
from core.types import Frame, PropagationSettings, RunRequest, Seed, read_only

HEIGHT, WIDTH, OBJECTS, RENDERED = 480, 854, 3, 48


class ToAndFro:
    """A frame source of any length: a short clip played forward and backward."""

    def __init__(self, frames: int) -> None:
        images, labels = render_clip(7, RENDERED, HEIGHT, WIDTH, OBJECTS)
        self._images = [read_only(image) for image in images]
        self.first_labels = labels[0]
        self.frame_count, self.height, self.width, self.fps = frames, HEIGHT, WIDTH, 24.0
        self.warnings: tuple[str, ...] = ()

    def name(self, index: int) -> str:
        return f"{index:05d}"

    def read(self, index: int) -> Frame:
        phase = index % (2 * RENDERED - 2)
        return Frame(index, self._images[phase if phase < RENDERED else 2 * RENDERED - 2 - phase], index / self.fps)

    def fingerprint(self) -> str:
        return "to-and-fro"

    def close(self) -> None:
        """Nothing to close."""


def resident_mib() -> float:
    """Memory of this process that is in use now, in MiB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=1000)
    parser.add_argument("--precision", default="fp32", choices=("fp32", "bf16"))
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    source = ToAndFro(arguments.frames)
    request = RunRequest(
        run_id=1,
        seeds=(Seed(0, source.first_labels),),
        first=0,
        last=arguments.frames - 1,
        settings=PropagationSettings(),
    )
    at_200 = peak = 0.0
    for result in Propagator(load_network("compact"), "cpu", arguments.precision).run(source, request):
        now = resident_mib()
        peak = max(peak, now)
        at_200 = now if result.index == 200 else at_200
        if result.index % 50 == 0:
            sys.stdout.write(f"frame {result.index:6d}  {now:8.1f} MiB  pool {len(result.pool.frames)} frames\n")
            sys.stdout.flush()
    sys.stdout.write(f"peak {peak:.1f} MiB, growth after frame 200: {resident_mib() - at_200:+.1f} MiB\n")


if __name__ == "__main__":
    main()
