"""``rpcm evaluate``: J and F of predicted masks."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.cli import console
from core.cli.arguments import add_command
from core.cli.console import ProgressBar
from core.errors import UserError

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.evaluation.results import Evaluation
    from core.evaluation.youtube_vos import SeenUnseen

YOUTUBE_VOS = "youtube-vos"


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
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table of sequences here")
    parser.add_argument(
        "--decay", type=Path, metavar="FILE", help="write J&F by share of the clip passed as FILE.csv and FILE.svg"
    )
    parser.add_argument(
        "--reliability",
        type=Path,
        metavar="DIR",
        help="the folder that rpcm propagate --out wrote: measure how well its reliability maps find what is wrong",
    )
    add_workers_argument(parser)
    add_protocol_arguments(parser)


def add_workers_argument(parser: argparse.ArgumentParser) -> None:
    """``--workers``."""
    default = os.cpu_count() or 1
    parser.add_argument("--workers", type=int, default=default, metavar="N", help=f"processes that measure ({default})")


def add_protocol_arguments(parser: argparse.ArgumentParser) -> None:
    """``--protocol``, ``--meta``, ``--seen``: how YouTube-VOS is measured."""
    group = parser.add_argument_group("YouTube-VOS")
    group.add_argument(
        "--protocol",
        default="davis",
        choices=("davis", YOUTUBE_VOS),
        help="youtube-vos counts a sequence's last frame, too, and tells Js, Ju, Fs, Fu and their mean (davis)",
    )
    group.add_argument("--meta", type=Path, metavar="FILE", help="the measured set's meta.json, for the categories")
    group.add_argument(
        "--seen", type=Path, metavar="FILE", help="the training set's meta.json, or one seen category a line"
    )


def check_protocol(arguments: argparse.Namespace) -> None:
    """Raise UserError where the protocol lacks what it needs."""
    given = [name for name in ("meta", "seen") if getattr(arguments, name) is not None]
    if arguments.protocol == YOUTUBE_VOS and len(given) < 2:
        raise UserError(
            "The protocol youtube-vos needs the categories seen in training.",
            "Add --meta (meta.json of the evaluated set) and --seen (meta.json of the training set).",
        )
    if arguments.protocol != YOUTUBE_VOS and given:
        raise UserError(
            "--{option} has no effect with the protocol davis.", "Add --protocol youtube-vos.", option=given[0]
        )


def halves(arguments: argparse.Namespace, evaluation: Evaluation) -> SeenUnseen | None:
    """The figures of YouTube-VOS, where its protocol is asked for. Raises UserError."""
    from core.evaluation.youtube_vos import read_categories, read_seen, seen_unseen

    if arguments.protocol != YOUTUBE_VOS:
        return None
    return seen_unseen(evaluation, read_categories(arguments.meta), read_seen(arguments.seen))


def run(arguments: argparse.Namespace) -> int:
    """Measure, print and write."""
    from core.evaluation.evaluate import evaluate, sequences_without_prediction

    check_protocol(arguments)
    prediction, truth = arguments.prediction, arguments.ground_truth
    with ProgressBar("measuring") as bar:
        evaluation = evaluate(
            prediction,
            truth,
            workers=arguments.workers,
            last_frame=arguments.protocol == YOUTUBE_VOS,
            progress=bar.show,
        )
    missing = sequences_without_prediction(prediction, truth)
    if missing:
        console.note(f"Not measured, for want of predictions: {', '.join(missing)}.")
    split = halves(arguments, evaluation)
    more: dict[str, Any] = {} if split is None else {"YouTube-VOS": split.as_json()}
    if arguments.reliability is not None:
        more["reliability"] = _reliability(arguments)
    _write(arguments, evaluation, more)
    report(evaluation, split)
    if "reliability" in more:
        _tell_reliability(more["reliability"])
    return 0


def _reliability(arguments: argparse.Namespace) -> dict[str, Any]:
    """Measure the maps, and write the calibration's plot beside the JSON file."""
    from core.evaluation.review.reliability import measure_reliability, write_plots

    with ProgressBar("measuring reliability") as bar:
        found = measure_reliability(arguments.reliability, arguments.ground_truth, bar.show)
    if arguments.json is not None and found.errors.total.sum():
        write_plots(arguments.json.with_suffix(".calibration.svg"), found)
    return found.as_json()


def _tell_reliability(found: dict[str, Any]) -> None:
    for name, value in found.items():
        parts = value.items() if isinstance(value, dict) else [("", value)]
        console.say(f"{name}: {', '.join(f'{key} {_figure(each)}'.strip() for key, each in parts)}")
    if found["AUROC"] is None:
        console.note("AUROC and ECE need probabilities: propagate with --save-probabilities.")


def _figure(value: Any) -> str:
    return "-" if value is None else f"{value:.4f}" if isinstance(value, float) else str(value)


def _write(arguments: argparse.Namespace, evaluation: Evaluation, more: dict[str, Any]) -> None:
    from core.evaluation.decay import decay_curve, write_decay
    from core.evaluation.results import sequence_table, write_csv, write_json
    from core.files.owned import write_own

    if arguments.json is not None:
        write_json(arguments.json, {**evaluation.as_json(), **more})
    if arguments.csv is not None:
        write_csv(arguments.csv, evaluation)
    if arguments.markdown is not None:
        write_own(arguments.markdown, sequence_table(evaluation).encode("utf-8", "backslashreplace"))
    if arguments.decay is not None:
        write_decay(arguments.decay, {arguments.prediction.name: decay_curve(evaluation)})


def report(evaluation: Evaluation, split: SeenUnseen | None = None) -> None:
    """Print the table of sequences, the means, and what identities were swapped."""
    from core.evaluation.results import sequence_table, swaps_text

    summary = evaluation.summary
    console.say(sequence_table(evaluation))
    console.say(f"J&F {summary.mean:.4f}   J {summary.region.mean:.4f}   F {summary.boundary.mean:.4f}")
    if split is not None:
        console.say(split.text())
    if evaluation.with_several_objects:
        console.say(swaps_text(evaluation))
