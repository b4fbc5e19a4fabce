"""``rpcm evaluate``: J and F of predicted masks."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command
from core.cli.console import ProgressBar

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.evaluation.results import Evaluation


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "evaluate",
        "Measure predicted masks against true ones as the DAVIS 2017 toolkit does",
        "rpcm evaluate --prediction out/masks --ground-truth Annotations/480p/bear --json bear.json",
        run,
    )
    folder = "one sub-folder of mask PNGs a sequence, or the PNGs of one sequence"
    parser.add_argument("--prediction", required=True, type=Path, metavar="DIR", help=folder)
    parser.add_argument("--ground-truth", required=True, type=Path, metavar="DIR", help="the same with the true masks")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write J and F of every object and frame here")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write means by sequence here")
    add_workers_argument(parser)


def add_workers_argument(parser: argparse.ArgumentParser) -> None:
    """``--workers``."""
    default = os.cpu_count() or 1
    parser.add_argument("--workers", type=int, default=default, metavar="N", help=f"processes that measure ({default})")


def run(arguments: argparse.Namespace) -> int:
    """Measure, print and write."""
    from core.evaluation.evaluate import evaluate, sequences_without_prediction
    from core.evaluation.results import write_csv, write_json

    prediction, truth = arguments.prediction, arguments.ground_truth
    with ProgressBar("measuring") as bar:
        evaluation = evaluate(prediction, truth, workers=arguments.workers, progress=bar.show)
    missing = sequences_without_prediction(prediction, truth)
    if missing:
        console.note(f"Not measured, for want of predictions: {', '.join(missing)}.")
    if arguments.json is not None:
        write_json(arguments.json, evaluation.as_json())
    if arguments.csv is not None:
        write_csv(arguments.csv, evaluation)
    report(evaluation)
    return 0


def report(evaluation: Evaluation) -> None:
    """Print the table of sequences and the means."""
    from core.evaluation.results import sequence_table

    summary = evaluation.summary
    console.say(sequence_table(evaluation))
    console.say(f"J&F {summary.mean:.4f}   J {summary.region.mean:.4f}   F {summary.boundary.mean:.4f}")
