"""Time and memory of a long propagation: ``python -m tests.benchmarks.long_run [--frames 10000] [--size 480x854]``.

A procedural clip is played to and fro, so that any length can be had without a long video. After every thousand frames
it prints the processor's and the wall's milliseconds a frame and the resident memory. In the end it prints the figure
of merit: the last thousand frames' processor time a frame over that of frames 100 to 1,100 (or of tenths of the run,
where it is shorter), and the range of memory since frame 1,100.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import torch

from core.network.weights import load_network
from core.propagation.device import Precision
from core.propagation.propagator import Propagator
from core.training.procedural.clip import render_clip
from core.types import Frame, PropagationSettings, RunRequest, Seed, read_only

RENDERED = 48
WARM_UP = 100


class ToAndFro:
    """A frame source of any length: a short clip played forward and backward."""

    def __init__(self, frames: int, height: int, width: int, objects: int) -> None:
        images, labels = render_clip(7, RENDERED, height, width, objects)
        self._images = [read_only(image) for image in images]
        self.first_labels = labels[0]
        self.frame_count, self.height, self.width, self.fps = frames, height, width, 24.0
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


@dataclass(frozen=True, slots=True)
class Moment:
    """After ``frame``: seconds of the processor (all threads) and of the wall, and MiB held."""

    frame: int
    processor: float
    wall: float
    memory: float


def moments(arguments: argparse.Namespace) -> Iterator[Moment]:
    """One after every frame."""
    height, _, width = arguments.size.partition("x")
    source = ToAndFro(arguments.frames, int(height), int(width), arguments.objects)
    seeds = (Seed(0, source.first_labels),)
    settings = PropagationSettings(pool_budget=arguments.pool_budget)
    request = RunRequest(run_id=1, seeds=seeds, first=0, last=arguments.frames - 1, settings=settings)
    propagator = Propagator(load_network("compact"), "cpu", arguments.precision, overlap=not arguments.one_by_one)
    for result in propagator.run(source, request):
        yield Moment(result.index, time.process_time(), time.perf_counter(), resident_mib())


def tell(name: str, first: Moment, last: Moment) -> float:
    """Print a stretch; returns its processor time a frame in ms."""
    frames = last.frame - first.frame
    processor, wall = (1000 * spent / frames for spent in (last.processor - first.processor, last.wall - first.wall))
    sys.stdout.write(f"{name:>22} {processor:8.1f} ms processor {wall:8.1f} ms wall {last.memory:8.1f} MiB\n")
    sys.stdout.flush()
    return processor


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=10_000)
    parser.add_argument("--size", default="480x854", metavar="HxW")
    parser.add_argument("--objects", type=int, default=1)
    parser.add_argument("--precision", default="bf16", choices=get_args(Precision))
    parser.add_argument("--pool-budget", type=int, default=PropagationSettings().pool_budget)
    parser.add_argument("--one-by-one", action="store_true", help="no stages at the same time")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    stretch = min(1000, arguments.frames // 10)
    warm_up = min(WARM_UP, stretch)
    at: dict[int, Moment] = {}
    memory = []
    for now in moments(arguments):
        if now.frame % stretch in (0, warm_up):
            at[now.frame] = now
        if now.frame % stretch == 0 and now.frame > stretch:
            tell(f"frames {now.frame - stretch}..{now.frame}", at[now.frame - stretch], now)
        if now.frame >= warm_up + stretch:
            memory.append(now.memory)
    end = max(at)
    early = tell(f"frames {warm_up}..{warm_up + stretch}", at[warm_up], at[warm_up + stretch])
    late = tell(f"frames {end - stretch}..{end}", at[end - stretch], at[end])
    sys.stdout.write(f"last over early: {late / early:.3f}; memory {min(memory):.1f}..{max(memory):.1f} MiB\n")


if __name__ == "__main__":
    main()
