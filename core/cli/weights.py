"""``rpcm weights``: what a file of weights holds, averages, calibration, checkpoints of the paper's reference."""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command
from core.cli.console import INTERRUPTED, stop_on_interrupt
from core.errors import UserError

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.evaluation.dataset import Sequence
    from core.network.weights_card import WeightsCard
    from core.review.fitting import FitReport

_IMPORT = "rpcm weights import rpcm_resnet101.pth rpcm-resnet101.safetensors --preset resnet101"
_AVERAGE = "rpcm weights average a.safetensors b.safetensors --out mean.safetensors --note data='DAVIS 2016'"
_CALIBRATE = "rpcm weights calibrate compact.safetensors --data DAVIS YCB --out calibrated.safetensors"
_EXAMPLES = f"rpcm weights info compact\n  {_AVERAGE}\n  {_IMPORT}"


def add_parser(commands: Commands) -> None:
    """Add the command and what it can do."""
    parser = add_command(commands, "weights", "Show, average or bring in weights", _EXAMPLES, run_info)
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    info = add_command(actions, "info", "Show the card of a file of weights", "rpcm weights info compact", run_info)
    info.add_argument("file", metavar="NAME|FILE", help="bundled weights or a file")
    mean = add_command(actions, "average", "Average several files of one network", _AVERAGE, run_average)
    mean.add_argument("files", nargs="+", metavar="NAME|FILE", help="weights of one preset and configuration")
    mean.add_argument("--out", required=True, type=Path, metavar="OUT.safetensors", help="the weights to write")
    mean.add_argument(
        "--note", nargs="+", default=[], type=_note, metavar="KEY=TEXT", help="shown by rpcm weights info"
    )
    fit = add_command(
        actions,
        "calibrate",
        "Fit the model that predicts how good masks are, and write it into the weights",
        _CALIBRATE,
        run_calibrate,
    )
    _add_calibration(fit)
    bring = add_command(
        actions, "import", "Convert a checkpoint with the reference's parameter names, strictly", _IMPORT, run_import
    )
    bring.add_argument("file", type=Path, metavar="FILE", help="a checkpoint made by torch.save, tensors only")
    bring.add_argument("out", type=Path, metavar="OUT.safetensors", help="the weights to write")
    bring.add_argument("--preset", required=True, choices=("resnet101", "mobilenet"), help="the checkpoint's network")


def run_info(arguments: argparse.Namespace) -> int:
    """Print a card, one fact a line."""
    from core.network.weights_card import weights_card

    for name, value in _facts(weights_card(arguments.file)):
        console.say(f"{name + ':':12} {value}")
    return 0


def _facts(card: WeightsCard) -> Iterator[tuple[str, str]]:
    yield "file", str(card.path)
    yield "size", f"{card.size / 2**20:.1f} MiB, {card.parameters:,} numbers, {', '.join(card.kinds)}"
    yield "SHA-256", card.sha256
    yield "preset", card.preset
    yield "network", ", ".join(f"{name} {value}" for name, value in card.config.items())
    for key, note in card.notes.items():
        # The quality model is a page of numbers; what it says of itself is enough.
        yield key, _quality_note(note) if key == "quality" else note


def _quality_note(text: str) -> str:
    from core.review.quality import read_model

    return read_model(text).notes or "a model of its own"


def run_average(arguments: argparse.Namespace) -> int:
    """Average and write."""
    from core.network.weights_card import average_weights

    average_weights(arguments.files, arguments.out, dict(arguments.note))
    console.say(f"weights: {arguments.out}")
    return 0


def run_import(arguments: argparse.Namespace) -> int:
    """Convert and write; nothing is dropped, nothing is left as initialised."""
    from core.network.weights import import_reference, save_network

    network = import_reference(arguments.file, arguments.preset)
    save_network(network, arguments.out, arguments.preset, {"source": arguments.file.name})
    state = network.state_dict().values()
    console.say(f"{len(state)} tensors, {sum(value.numel() for value in state):,} numbers: {arguments.out}")
    return 0


def _note(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.isidentifier():
        raise argparse.ArgumentTypeError(f"'{text}' is not a note: write KEY=TEXT")
    return key, value


def _add_calibration(parser: argparse.ArgumentParser) -> None:
    """The arguments of the action."""
    parser.add_argument("file", metavar="NAME|FILE", help="bundled weights or a file")
    parser.add_argument("--data", required=True, nargs="+", type=Path, metavar="ROOT", help="data sets in DAVIS layout")
    parser.add_argument("--split", default="train", metavar="NAME", help="the list of each that is propagated (train)")
    parser.add_argument("--out", required=True, type=Path, metavar="OUT.safetensors", help="the weights to write")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="what was observed is kept here (beside OUT)")
    parser.add_argument("--frames", type=int, default=45, metavar="N", help="most frames of a stretch of video (45)")
    parser.add_argument("--minutes", type=float, metavar="M", help="begin no stretch after this long (no limit)")
    parser.add_argument("--device", default="auto", choices=("auto", "cpu", "cuda", "mps"), help="where to compute")
    parser.add_argument(
        "--precision", default="auto", choices=("auto", "fp64", "fp32", "bf16", "fp16"), help="of the network (auto)"
    )


def run_calibrate(arguments: argparse.Namespace) -> int:
    """Propagate, fit, report and write."""
    from core.cli.network import make_propagator
    from core.evaluation.review.calibrate import Plan, Progress, cache_name, calibrate
    from core.network.weights import weights_file
    from core.network.weights_card import average_weights
    from core.review.quality import KEY

    if arguments.frames < 3:
        raise UserError("A clip needs at least 3 frames.", "Set --frames to 3 or more.")
    clips = _clips(arguments.data, arguments.split)
    weights = weights_file(arguments.file)
    cache = (arguments.cache or arguments.out.with_suffix(".calibration")) / cache_name(weights)
    propagator = make_propagator(str(weights), arguments.device, arguments.precision)
    names = ", ".join(sorted(root.name for root in arguments.data))
    notes = f"fitted on {len(clips)} clips of {names}, {arguments.split}"
    with stop_on_interrupt() as should_stop, console.ProgressBar("propagating") as bar:
        progress = Progress(lambda _name, done, total: bar.show(done, total), should_stop)
        found = calibrate(propagator, clips, cache, Plan(arguments.frames, arguments.minutes), notes, progress)
    if found is None:
        console.note(f"Interrupted; what was observed is in {cache}. Start it again to go on.")
        return INTERRUPTED
    model, report = found
    average_weights([weights], arguments.out, {KEY: json.dumps(model.as_json())})
    console.say(_told(report))
    console.say(f"temperature {model.temperature:g}; weights with their quality model: {arguments.out}")
    return 0


def _clips(roots: list[Path], split: str) -> list[Sequence]:
    from core.evaluation.dataset import find_sequences

    return [clip for root in roots for clip in find_sequences(root, split)]


def _told(report: FitReport) -> str:
    if not report.passes or math.isnan(report.spearman):
        return "Too few frames to say how well the model orders those of clips that it was not fitted on."
    return (
        f"on clips held out ({report.passes} stretches): rank correlation of predicted and true J "
        f"{report.spearman:.3f}, of the worst fifth {report.worst:.0%} found"
    )
