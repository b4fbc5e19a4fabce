"""``rpcm ablate``: the paper's Tables 3 and 4 at a small, equal budget."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command
from core.cli.console import INTERRUPTED, stop_on_interrupt

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.network.compact.model import CompactNetwork
    from core.training.ablate import Ablation, Score, ScoreBook, Scores
    from core.types import PropagationSettings

COLUMNS = ("table", "row", "J&F", "J", "F")
_ABOUT = (
    "Each of the eleven assemblies of Table 3 begins from the same weights with fresh modulators, trains for --steps "
    "on the same clips and is measured without a pool; the rows of Table 4 are P2C with four ways to use the pool. "
    "Stopped or killed, the same command goes on where it was. --out gets ablation.md, ablation.csv and scores.json."
)


def add_parser(commands: Commands) -> None:
    """Add the command."""
    example = "rpcm ablate --data DAVIS --stills STILLS --validate DAVIS --validate-split dev --out runs/ablation"
    parser = add_command(
        commands, "ablate", "Compare assemblies of modulators and uses of the pool", f"{example}\n\n{_ABOUT}", run
    )
    parser.add_argument("--data", nargs="+", required=True, type=Path, metavar="ROOT", help="data sets with videos")
    parser.add_argument("--split", default="train", help="the list of each that is trained on (train)")
    parser.add_argument("--stills", nargs="+", default=[], type=Path, metavar="ROOT", help="pictures with a mask each")
    parser.add_argument("--validate", required=True, type=Path, metavar="ROOT", help="data set that is measured on")
    parser.add_argument("--validate-split", default="dev", metavar="NAME", help="its list (dev)")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="states, scores and tables go here")
    parser.add_argument("--assemblies", nargs="+", metavar="A", help="some of Table 3 only, such as P2C 'P&C'")
    parser.add_argument("--steps", type=int, default=200, help="of training for each (200)")
    parser.add_argument("--clips", type=int, default=4, help="a step (4)")
    parser.add_argument("--size", type=int, default=160, help="side of the crops (160)")
    parser.add_argument("--seeds", nargs="+", type=int, default=[0], metavar="N", help="train each once with each (0)")
    parser.add_argument("--start", default="compact", metavar="NAME|FILE", help="weights that all begin from (compact)")
    parser.add_argument("--device", default="auto", choices=("auto", "cpu", "cuda", "mps"), help="to measure on (auto)")


def run(arguments: argparse.Namespace) -> int:
    """Train, measure and write the tables."""
    from core.evaluation.dataset import find_sequences
    from core.training.ablate import ablate, verdict

    plan = _plan(arguments)
    find_sequences(arguments.validate, arguments.validate_split)
    with stop_on_interrupt() as should_stop:
        book = ablate(plan, _scorer(arguments, should_stop), should_stop)
    if book is None:
        console.note(f"Interrupted. Start it again with --out {arguments.out} to go on.")
        return INTERRUPTED
    _write(arguments, plan, book)
    console.say(verdict(plan, book))
    console.say(f"ablation.md and ablation.csv: {arguments.out}")
    return 0


def _plan(arguments: argparse.Namespace) -> Ablation:
    from core.network.rpcm.assembly import TABLE_3
    from core.training.ablate import Ablation
    from core.training.material import Material

    return Ablation(
        material=Material(data=tuple(arguments.data), split=arguments.split, stills=tuple(arguments.stills)),
        folder=arguments.out,
        assemblies=tuple(arguments.assemblies or TABLE_3),
        steps=arguments.steps,
        clips=arguments.clips,
        size=arguments.size,
        seeds=tuple(arguments.seeds),
        start=arguments.start,
    )


def _scorer(arguments: argparse.Namespace, should_stop: Callable[[], bool]) -> Score:
    from core.evaluation.benchmark import Watch, benchmark, network_method
    from core.propagation.device import resolve_device, resolve_precision
    from core.propagation.propagator import Propagator

    device = resolve_device(arguments.device)

    def score(network: CompactNetwork, settings: PropagationSettings) -> Scores | None:
        propagator = Propagator(network, device, resolve_precision("auto", device))
        method = network_method(propagator, settings, should_stop)
        masks = arguments.out / "predictions"
        with console.ProgressBar("measuring") as bar:
            watch = Watch(bar.begin, bar.step, should_stop)
            result = benchmark(arguments.validate, arguments.validate_split, masks, method, watch=watch)
        if result is None:
            return None
        summary = result.evaluation.summary
        return {"J&F": summary.mean, "J": summary.region.mean, "F": summary.boundary.mean}

    return score


def _write(arguments: argparse.Namespace, plan: Ablation, book: ScoreBook) -> None:
    from core.files.owned import write_own
    from core.training.ablate import table_rows, verdict

    rows = table_rows(plan, book)
    text = io.StringIO(newline="")
    csv.writer(text).writerows([COLUMNS, *rows])
    write_own(arguments.out / "ablation.csv", text.getvalue().encode())
    lines = [COLUMNS, ("---", "---", "---:", "---:", "---:"), *rows]
    table = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    console.say(table)
    about = (
        f"{plan.steps} steps of {plan.clips} clips of {plan.length} frames, crops of {plan.size}, "
        f"seeds {', '.join(map(str, plan.seeds))}, from '{plan.start}' with fresh modulators and frozen features; "
        f"measured on {arguments.validate.name}/{arguments.validate_split}."
    )
    document = f"# Ablation\n\n{about}\n\n{table}\n{verdict(plan, book)}\n"
    write_own(arguments.out / "ablation.md", document.encode())
