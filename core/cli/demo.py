"""``rpcm demo``: the bundled sample, from one mask to a data set."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command, add_network_arguments
from core.cli.console import INTERRUPTED, stop_on_interrupt
from core.cli.gui import has_display, open_window

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.evaluation.showcase import Sample
    from core.propagation.propagator import Propagator


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "demo",
        "Propagate the bundled sample clip from its first mask, measure and export it",
        "rpcm demo --out demo-output --no-gui",
        run,
    )
    parser.add_argument("--out", type=Path, default=Path("demo-output"), metavar="DIR", help="(demo-output)")
    parser.add_argument("--no-gui", action="store_true", help="do not open the result in the window")
    add_network_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Propagate, measure, write every form of the result, and open it."""
    from core.cli.network import make_propagator
    from core.evaluation.showcase import open_sample

    out: Path = arguments.out
    with stop_on_interrupt() as should_stop, open_sample() as sample:
        propagator = make_propagator(arguments.weights, arguments.device, arguments.precision)
        project = _propagate(propagator, sample, out, should_stop)
        if should_stop():
            console.note(f"Interrupted; the masks made so far are in {out / 'masks'}.")
            return INTERRUPTED
        _present(sample, out, project)
    if has_display() and not arguments.no_gui:
        console.say("Opening the project in a window.")
        open_window(project)
    return 0


def _propagate(propagator: Propagator, sample: Sample, out: Path, should_stop: Callable[[], bool]) -> Path:
    """Write masks, report and project; returns the project's path."""
    from core.cli.propagate import propagate, tell_speed
    from core.cli.run_folder import RunFolder
    from core.evaluation.showcase import DemoProject

    folder = RunFolder(out, sample.source)
    folder.claim(range(sample.source.frame_count), [], overwrite=True)
    folder.write_seed(sample.seed)
    project = DemoProject(out, sample)
    try:
        request = replace(sample.request(), run_id=project.run_id)
        with folder.reported({"source": sample.source.path.name}, should_stop):
            propagate(propagator, sample.source, request, [folder.write_result, project.add], should_stop)
    finally:
        project.close()
    tell_speed(folder)
    return project.path


def _present(sample: Sample, out: Path, project: Path) -> None:
    from core.evaluation.showcase import export, measure

    summary = measure(sample, out).summary
    console.say(f"J {summary.region.mean:.3f}   F {summary.boundary.mean:.3f}   J&F {summary.mean:.3f}")
    results = {"masks": out / "masks", "reliability maps": out / "reliability", **export(sample, out)}
    for what, path in {**results, "project": project}.items():
        console.say(f"{what + ':':18}{path.absolute()}")
