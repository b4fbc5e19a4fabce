"""``rpcm benchmark``: how good and how fast the network is on a data set."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import (
    add_command,
    add_network_arguments,
    add_settings_arguments,
    add_view_arguments,
    settings_from,
    variant_from,
)
from core.cli.evaluate import add_workers_argument, report
from core.cli.interrupt import stop_on_interrupt

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.evaluation.benchmark import BenchmarkResult, Watch

INTERRUPTED = 130


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "benchmark",
        "Propagate every sequence of a DAVIS-layout folder from its first mask, and measure",
        "rpcm benchmark --dataset DAVIS --split val --out runs/val --json runs/val.json --baselines",
        run,
    )
    parser.add_argument("--dataset", required=True, type=Path, metavar="ROOT", help="holds JPEGImages and Annotations")
    parser.add_argument("--split", required=True, metavar="NAME", help="a list in ImageSets, or 'all'")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="masks and tables go here")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write J and F of every object and frame here")
    parser.add_argument("--baselines", action="store_true", help="print beside it what needs no network")
    add_workers_argument(parser)
    add_network_arguments(parser)
    add_view_arguments(parser)
    add_settings_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Propagate, measure, print and write."""
    from core.evaluation.benchmark import Watch

    with stop_on_interrupt() as should_stop, console.ProgressBar("propagating") as bar:
        watch = Watch(bar.begin, bar.step, should_stop)
        result = _network_result(arguments, watch)
        if result is not None:
            _write_scores(arguments, result)
        baselines = _baselines(arguments, watch) if arguments.baselines and result is not None else {}
        stopped = should_stop()
    if result is not None:
        _report(arguments, result, baselines)
    if stopped:
        console.note(f"Interrupted; what is finished is in {arguments.out}.")
    return INTERRUPTED if stopped else 0


def _network_result(arguments: argparse.Namespace, watch: Watch) -> BenchmarkResult | None:
    from core.cli.network import make_propagator
    from core.evaluation.benchmark import benchmark, network_method
    from core.evaluation.dataset import find_sequences
    from core.propagation.checks import check_settings

    settings = settings_from(arguments)
    # What can be wrong is found before the network is loaded.
    check_settings(settings)
    find_sequences(arguments.dataset, arguments.split)
    propagator = make_propagator(arguments.weights, arguments.device, arguments.precision, variant_from(arguments))
    method = network_method(propagator, settings, watch.should_stop)
    out = arguments.out / "predictions"
    return benchmark(arguments.dataset, arguments.split, out, method, workers=arguments.workers, watch=watch)


def _baselines(arguments: argparse.Namespace, watch: Watch) -> dict[str, BenchmarkResult]:
    from core.evaluation.benchmark import benchmark_baselines

    out = arguments.out / "baselines"
    return benchmark_baselines(arguments.dataset, arguments.split, out, workers=arguments.workers, watch=watch)


def _write_scores(arguments: argparse.Namespace, result: BenchmarkResult) -> None:
    from core.evaluation.results import write_csv, write_json

    if arguments.json is not None:
        write_json(arguments.json, result.as_json())
    write_csv(arguments.out / "sequences.csv", result.evaluation)


def _report(arguments: argparse.Namespace, result: BenchmarkResult, baselines: dict[str, BenchmarkResult]) -> None:
    """Print the figures, and write them as ``results.md``."""
    from core.evaluation.results import comparison_table, sequence_table
    from core.files import write_atomically

    report(result.evaluation)
    speed = f"{result.seconds_per_frame:.3f} s per frame"
    console.say(speed)
    text = f"# {arguments.dataset.name}, {arguments.split}\n\n{sequence_table(result.evaluation)}\n{speed}\n"
    if baselines:
        methods = {f"network ({arguments.weights})": result, **baselines}
        comparison = comparison_table({name: each.evaluation for name, each in methods.items()})
        console.say(f"\n{comparison}")
        text += f"\n## Beside what needs no network\n\n{comparison}"
    write_atomically(arguments.out / "results.md", text.encode())
    console.say(f"masks, sequences.csv and results.md: {arguments.out}")
