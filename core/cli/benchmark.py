"""``rpcm benchmark``: how good and how fast the network is on a data set."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.cli import console
from core.cli.arguments import (
    add_command,
    add_network_arguments,
    add_settings_arguments,
    add_view_arguments,
    settings_from,
    variant_from,
)
from core.cli.click_benchmark import add_click_arguments, measure_clicks
from core.cli.evaluate import (
    YOUTUBE_VOS,
    add_protocol_arguments,
    add_workers_argument,
    check_protocol,
    halves,
    report,
)
from core.cli.generated import DRAWN, add_generated_arguments, is_generated, make
from core.cli.interrupt import stop_on_interrupt
from core.errors import UserError

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.evaluation.benchmark import BenchmarkResult, Watch
    from core.evaluation.youtube_vos import SeenUnseen
    from core.types import PropagationSettings

INTERRUPTED = 130


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "benchmark",
        "Propagate every sequence of a DAVIS-layout folder from its first mask, and measure",
        "rpcm benchmark --dataset DAVIS --split val --out runs/val --json runs/val.json --baselines\n"
        "  rpcm benchmark --dataset DAVIS --split val --objects 3 --out runs/three\n"
        "  rpcm benchmark --clicks --dataset DAVIS --split val --out runs/clicks --json runs/clicks.json",
        run,
    )
    parser.add_argument(
        "--dataset", required=True, type=Path, metavar="ROOT", help=f"holds JPEGImages and Annotations; or '{DRAWN}'"
    )
    parser.add_argument("--split", metavar="NAME", help="a list in ImageSets, or 'all'")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="masks and tables go here")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write J and F of every object and frame here")
    parser.add_argument("--baselines", action="store_true", help="print beside it what needs no network")
    add_workers_argument(parser)
    add_generated_arguments(parser)
    add_protocol_arguments(parser)
    add_network_arguments(parser)
    add_view_arguments(parser)
    add_settings_arguments(parser)
    add_click_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Propagate, measure, print and write."""
    from core.evaluation.benchmark import Watch

    check_protocol(arguments)
    if arguments.split is None and str(arguments.dataset) != DRAWN:
        raise UserError("Which sequences to measure was not said.", "Give --split: a list in ImageSets, or 'all'.")
    if arguments.clicks:
        return _run_clicks(arguments)
    with stop_on_interrupt() as should_stop, console.ProgressBar("propagating") as bar:
        watch = Watch(bar.begin, bar.step, should_stop)
        measured = _measured(arguments, watch)
        stopped = should_stop()
    if measured is not None:
        _report(arguments, *measured)
    if stopped:
        console.note(f"Interrupted; what is finished is in {arguments.out}.")
    return INTERRUPTED if stopped else 0


def _run_clicks(arguments: argparse.Namespace) -> int:
    from core.evaluation.benchmark import Watch

    with stop_on_interrupt() as should_stop, console.ProgressBar("clicking") as bar:
        done = measure_clicks(arguments, Watch(bar.begin, bar.step, should_stop))
    return 0 if done else INTERRUPTED


def _measured(
    arguments: argparse.Namespace, watch: Watch
) -> tuple[BenchmarkResult, dict[str, BenchmarkResult], SeenUnseen | None] | None:
    """The network's result, those of the baselines, and YouTube-VOS's figures; None where stopped before any."""
    settings = settings_from(arguments)
    # What can be wrong is found before anything is made and the network is loaded.
    _check(arguments, settings)
    if is_generated(arguments):
        from core.evaluation.generated import SPLIT

        root = make(arguments, watch)
        if root is None:
            return None
        arguments.dataset, arguments.split = root, SPLIT
    result = _network_result(arguments, settings, watch)
    if result is None:
        return None
    split = halves(arguments, result.evaluation)
    _write_scores(arguments, result, {} if split is None else {"YouTube-VOS": split.as_json()})
    return result, _baselines(arguments, watch) if arguments.baselines else {}, split


def _check(arguments: argparse.Namespace, settings: PropagationSettings) -> None:
    from core.evaluation.dataset import find_sequences
    from core.propagation.checks import check_settings

    check_settings(settings)
    if str(arguments.dataset) != DRAWN:
        find_sequences(arguments.dataset, arguments.split)


def _network_result(
    arguments: argparse.Namespace, settings: PropagationSettings, watch: Watch
) -> BenchmarkResult | None:
    from core.cli.network import make_propagator
    from core.evaluation.benchmark import benchmark, network_method

    propagator = make_propagator(arguments.weights, arguments.device, arguments.precision, variant_from(arguments))
    method = network_method(propagator, settings, watch.should_stop)
    out = arguments.out / "predictions"
    return benchmark(arguments.dataset, arguments.split, out, method, watch=watch, **_how(arguments))


def _how(arguments: argparse.Namespace) -> dict[str, Any]:
    return {"workers": arguments.workers, "last_frame": arguments.protocol == YOUTUBE_VOS}


def _baselines(arguments: argparse.Namespace, watch: Watch) -> dict[str, BenchmarkResult]:
    from core.evaluation.benchmark import benchmark_baselines

    out = arguments.out / "baselines"
    return benchmark_baselines(arguments.dataset, arguments.split, out, watch=watch, **_how(arguments))


def _write_scores(arguments: argparse.Namespace, result: BenchmarkResult, more: dict[str, Any]) -> None:
    from core.evaluation.results import write_csv, write_json

    if result.evaluation.with_several_objects:
        more = {**more, "identity swaps": result.evaluation.swaps_as_json()}
    if arguments.json is not None:
        write_json(arguments.json, {**result.as_json(), **more})
    write_csv(arguments.out / "sequences.csv", result.evaluation)


def _report(
    arguments: argparse.Namespace,
    result: BenchmarkResult,
    baselines: dict[str, BenchmarkResult],
    split: SeenUnseen | None,
) -> None:
    """Print the figures, and write them as ``results.md`` with the decay over time beside."""
    from core.evaluation.decay import decay_curve, write_decay
    from core.evaluation.results import comparison_table, sequence_table, swaps_text
    from core.files.owned import write_own

    report(result.evaluation, split)
    speed = f"{result.seconds_per_frame:.3f} s per frame"
    console.say(speed)
    text = f"# {arguments.dataset.name}, {arguments.split}\n\n{sequence_table(result.evaluation)}\n{speed}\n"
    if result.evaluation.with_several_objects:
        text += f"\n{swaps_text(result.evaluation)}\n"
    methods = {f"network ({arguments.weights})": result, **baselines}
    if baselines:
        comparison = comparison_table({name: each.evaluation for name, each in methods.items()})
        console.say(f"\n{comparison}")
        text += f"\n## Beside what needs no network\n\n{comparison}"
    write_own(arguments.out / "results.md", text.encode("utf-8", "backslashreplace"))
    write_decay(arguments.out / "decay", {name: decay_curve(each.evaluation) for name, each in methods.items()})
    console.say(f"masks, sequences.csv, results.md and decay.svg: {arguments.out}")
