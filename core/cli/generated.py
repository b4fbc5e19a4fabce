"""Clips of several objects for ``rpcm benchmark``: drawn by formula, or with objects of real clips pasted."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UserError

if TYPE_CHECKING:
    from core.evaluation.benchmark import Watch
    from core.evaluation.generated import Clip

DRAWN = "generated"
"""As ``--dataset``: clips drawn by formula, which need no data."""
OBJECTS, CLIPS, FRAMES = 3, 12, 40
SEED_STRIDE = 1_000_000
"""Between the seeds that are tried for one clip."""
VERSION = 1
"""Of how clips are made: those of another one are made anew."""


def add_generated_arguments(parser: argparse.ArgumentParser) -> None:
    """``--objects``, ``--clips``, ``--frames``."""
    group = parser.add_argument_group("clips of several objects, made by this command and the same each time")
    group.add_argument(
        "--objects",
        type=int,
        metavar="N",
        help=f"make clips of N objects: pasted from the split's, or drawn for --dataset {DRAWN} ({OBJECTS} there)",
    )
    group.add_argument("--clips", type=int, default=CLIPS, metavar="N", help=f"how many clips to make ({CLIPS})")
    group.add_argument("--frames", type=int, default=FRAMES, metavar="N", help=f"frames of each ({FRAMES})")


def is_generated(arguments: argparse.Namespace) -> bool:
    """Whether clips are to be made."""
    return arguments.objects is not None or str(arguments.dataset) == DRAWN


def make(arguments: argparse.Namespace, watch: Watch) -> Path | None:
    """The folder of the clips asked for, in ``--out``; those of an equal earlier run are taken again.

    Returns:
        The folder, in DAVIS layout; None where ``watch`` asked to stop.

    Raises:
        UserError: For numbers out of range, or sequences that do not suffice.
    """
    from core.evaluation.generated import write_dataset
    from core.files.owned import write_own

    plan, folder = _plan(arguments), arguments.out / "dataset"
    note = folder / "plan.json"
    if note.is_file() and note.read_text(encoding="utf-8") == plan:
        return Path(folder)
    watch.start("making clips", arguments.clips)
    write_dataset(folder, _until_stopped(_clips(arguments), watch), watch.step)
    if watch.should_stop():
        return None
    write_own(note, plan.encode())
    return Path(folder)


def _plan(arguments: argparse.Namespace) -> str:
    numbers = {"objects": _objects(arguments), "clips": arguments.clips, "frames": arguments.frames}
    for name, least in (("objects", 1), ("clips", 1), ("frames", 3)):
        if numbers[name] < least:
            raise UserError(f"--{name} is {numbers[name]}.", f"Give {least} or more.")
    source = {"dataset": str(arguments.dataset), "split": arguments.split}
    return json.dumps({**source, **numbers, "version": VERSION}) + "\n"


def _objects(arguments: argparse.Namespace) -> int:
    return OBJECTS if arguments.objects is None else int(arguments.objects)


def _clips(arguments: argparse.Namespace) -> Iterator[Clip]:
    from core.evaluation.dataset import find_sequences
    from core.evaluation.generated import pasted_clip

    if str(arguments.dataset) == DRAWN:
        for number in range(arguments.clips):
            yield _drawn(number, arguments.frames, _objects(arguments))
        return
    sequences = find_sequences(arguments.dataset, arguments.split)
    for number in range(arguments.clips):
        yield pasted_clip(sequences, number, arguments.objects, arguments.frames)


def _drawn(number: int, frames: int, objects: int) -> Clip:
    """The first clip in the ``number``-th row of held-out seeds on which every object is seen."""
    from core.evaluation.generated import FIRST_SEED, HEIGHT, WIDTH, Clip
    from core.masks.labels import object_ids
    from core.training.procedural import render_clip

    for seed in count(FIRST_SEED + number, SEED_STRIDE):
        images, labels = render_clip(seed, frames, HEIGHT, WIDTH, objects)
        if len(set().union(*map(object_ids, labels))) == objects:
            return Clip(f"drawn-{number:02d}", images, labels)
    raise AssertionError("seeds do not end")


def _until_stopped(clips: Iterator[Clip], watch: Watch) -> Iterator[Clip]:
    for clip in clips:
        yield clip
        if watch.should_stop():
            return
