"""``rpcm bench``: what a frame costs, by network, device, precision, objects and pool."""

from __future__ import annotations

import argparse
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.evaluation.bench import Case, Timing

_HEADER = "preset     device  prec  objects  pool   encode    match     head   decide remember    frame"
_EXPLAINED = (
    "Times are medians in ms. 'memory' is the most held at once, by the whole process on a processor. 'x match' and "
    "'x frame' say how many times longer matching, and a frame, take in the straightforward form of the equations (one "
    "whole matrix of distances an object, every layer by itself), measured in the same run (docs/benchmarks.md)."
)


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "bench",
        "Measure what a frame costs, stage by stage",
        "rpcm bench --presets compact resnet101 --objects 1 3 --pools 1 5 --json bench.json\n\n" + _EXPLAINED,
        run,
    )
    presets = ("compact", "resnet101", "mobilenet")
    parser.add_argument("--presets", nargs="+", default=["compact"], choices=presets, help="networks (compact)")
    devices = ("auto", "cpu", "cuda", "mps")
    parser.add_argument("--devices", nargs="+", default=["auto"], choices=devices, help="where to compute (auto)")
    precisions = ("auto", "fp64", "fp32", "bf16", "fp16")
    parser.add_argument("--precisions", nargs="+", default=["auto"], choices=precisions, help="(auto)")
    parser.add_argument("--objects", nargs="+", type=_count, default=[1, 3], metavar="N", help="(1 3)")
    parser.add_argument("--pools", nargs="+", type=_count, default=[1, 5], metavar="N", help="frames in the pool (1 5)")
    parser.add_argument("--size", type=_size, default=(480, 854), metavar="HxW", help="of the frames (480x854)")
    parser.add_argument("--repeats", type=_count, default=3, metavar="N", help="runs of each stage (3)")
    parser.add_argument("--threads", type=_count, metavar="N", help="of the processor (as many as it has cores)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure here, too")


def run(arguments: argparse.Namespace) -> int:
    """Measure every combination, each in a process of its own so that its memory is its own."""
    from core.evaluation.results import write_json

    cases = _cases(arguments)
    console.say(f"{_HEADER}     memory  x match  x frame")
    timings = []
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=1) as workers:
        for timing in workers.map(_measured, cases):
            console.say(_row(timing))
            timings.append(timing)
    if arguments.json is not None:
        write_json(arguments.json, {"cases": [timing.as_json() for timing in timings]})
    return 0


def _cases(arguments: argparse.Namespace) -> list[Case]:
    from core.evaluation.bench import Case
    from core.propagation.checks import check_size
    from core.propagation.device import resolve_device, resolve_precision

    height, width = arguments.size
    check_size(height, width)
    devices = [resolve_device(name) for name in arguments.devices]
    return [
        Case(
            preset=preset,
            device=str(device),
            precision=resolve_precision(precision, device),
            objects=objects,
            pool=pool,
            height=height,
            width=width,
            repeats=arguments.repeats,
            threads=arguments.threads,
        )
        for preset in arguments.presets
        for device in devices
        for precision in arguments.precisions
        for objects in arguments.objects
        for pool in arguments.pools
    ]


def _measured(case: Case) -> Timing:
    from core.evaluation.bench import measure
    from core.machine import peak_memory

    return measure(case, peak_memory)


def _row(timing: Timing) -> str:
    from core.evaluation.bench import STAGES

    case = timing.case
    what = f"{case.preset:10} {case.device:7} {case.precision:5} {case.objects:7} {case.pool:5}"
    times = " ".join(f"{timing.ms[stage]:8.1f}" for stage in (*STAGES, "frame"))
    memory = f"{timing.peak_memory_bytes / 2**20:6.0f} MiB"
    return f"{what} {times} {memory} {timing.match_ratio:8.2f} {timing.frame_ratio:8.2f}"


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no number from 1")
    return int(text)


def _size(text: str) -> tuple[int, int]:
    height, x, width = text.partition("x")
    if not x or not height.isdecimal() or not width.isdecimal():
        raise argparse.ArgumentTypeError(f"'{text}' is no size: write HxW, for example 480x854")
    return int(height), int(width)
