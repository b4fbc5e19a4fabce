"""``rpcm train``: train the compact network from scratch, or from a state."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command

if TYPE_CHECKING:
    from core.cli.arguments import Commands

_LAYOUT = (
    "--data holds JPEGImages/480p/NAME/*.jpg, Annotations/480p/NAME/*.png and ImageSets/2017/train.txt (DAVIS); "
    "--stills holds JPEGImages/*.jpg and Annotations/*.png of equal names, one object each. A run that was stopped "
    "goes on where it was when started again with the same --out."
)


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "train",
        "Train the compact network for a given time, resumable at any moment",
        "rpcm train --data DAVIS --stills STILLS --minutes 112 --processes 2 --out runs/compact\n\n" + _LAYOUT,
        run,
    )
    parser.add_argument("--data", required=True, type=Path, metavar="ROOT", help="clips in DAVIS layout")
    parser.add_argument("--stills", required=True, type=Path, metavar="ROOT", help="pictures with one mask each")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="state, log and weights go here")
    parser.add_argument("--minutes", type=float, default=60.0, help="length of the whole schedule (60)")
    parser.add_argument("--processes", type=int, default=1, help="single-threaded processes that share a step (1)")
    parser.add_argument("--clips", type=int, default=6, help="clips a step, over all processes (6)")
    parser.add_argument("--rate", type=float, default=1e-3, help="peak learning rate (0.001)")
    parser.add_argument("--size", type=int, default=192, help="crop in the first two thirds of the run (192)")
    parser.add_argument("--length", type=int, default=4, help="frames a clip in the first two thirds of the run (4)")
    parser.add_argument("--late-size", type=int, default=224, help="crop in the last third of the run (224)")
    parser.add_argument("--late-length", type=int, default=5, help="frames a clip in the last third of the run (5)")
    parser.add_argument("--paste", type=float, default=0.6, help="chance of pasted objects in a clip, 0 to 1 (0.6)")
    parser.add_argument("--seed", type=int, default=0, help="of the draws (0)")
    parser.add_argument("--start", metavar="NAME|FILE", help="begin from these weights instead of from nothing")


def run(arguments: argparse.Namespace) -> int:
    """Train to the end of the schedule and write the weights."""
    from core.network.compact import CompactConfig
    from core.training.export import export_state
    from core.training.launch import Launch, launch
    from core.training.loop import Recipe

    recipe = Recipe(
        minutes=arguments.minutes,
        clips=arguments.clips,
        rate=arguments.rate,
        size=arguments.size,
        length=arguments.length,
        late_size=arguments.late_size,
        late_length=arguments.late_length,
        paste=arguments.paste,
        # Finished weights need no true masks to find their feet.
        teacher=0.5 if arguments.start is None else 0.0,
        seed=arguments.seed,
    )
    plan = Launch(
        clips=arguments.data,
        stills=arguments.stills,
        folder=arguments.out,
        recipe=recipe,
        config=CompactConfig(),
        start=arguments.start,
        processes=arguments.processes,
    )
    console.note(
        f"Training for {arguments.minutes:g} minutes; {arguments.out / 'log.csv'} shows step, seconds, rate, loss."
    )
    state = launch(plan)
    weights = arguments.out / "rpcm-compact.safetensors"
    steps = export_state(state, weights)
    console.say(f"{steps} steps; weights in {weights}")
    return 0
