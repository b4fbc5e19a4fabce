"""``rpcm import``: a dataset's masks as a project."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command
from core.cli.console import INTERRUPTED, stop_on_interrupt
from core.cli.datasets import IMPORTABLE, add_source_arguments, given_frames, only_sequence, read_clip, tell_notes
from core.errors import UserError, joined

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.exchange.projects import ImportReport
    from core.formats import ShouldStop


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "import",
        "Make a project of a dataset's clip, or add its masks to a project",
        "rpcm import DAVIS --format davis --sequence bear --out bear.rpcm\n"
        "  rpcm import annotations.xml --format cvat --video street.mp4 --out street.rpcm\n"
        "  rpcm import masks --into street.rpcm",
        run,
    )
    add_source_arguments(parser)
    parser.add_argument("--format", choices=IMPORTABLE, help="kind of dataset (found out where it is left out)")
    parser.add_argument("--sequence", metavar="NAME", help="the clip, where the dataset holds several")
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("--out", type=Path, metavar="PROJECT", help="a new project file (.rpcm)")
    target.add_argument("--into", type=Path, metavar="PROJECT", help="a project that gains the masks; it keeps its own")
    parser.add_argument("--reviewed", action="store_true", help="mark the frames as reviewed: no run changes them")
    parser.add_argument(
        "--replace-drawn",
        action="store_true",
        help="with --into: let the dataset's masks replace what was drawn there (reviewed frames stay)",
    )
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier project at --out")


def run(arguments: argparse.Namespace) -> int:
    """Import, all or nothing, and say what could not be carried."""
    with stop_on_interrupt() as should_stop, console.ProgressBar("importing") as bar:
        report = (_into if arguments.into else _new)(arguments, bar, should_stop)
    if report is None:
        return INTERRUPTED
    tell_notes(report.notes)
    for old, new in report.ids.items():
        if old != new:
            console.note(f"rpcm: Object {old} of the dataset is object {new} of the project.")
    console.say(f"{report.masks} masks on {report.frames} frames: {report.path}")
    return 0


def _new(arguments: argparse.Namespace, bar: console.ProgressBar, should_stop: ShouldStop) -> ImportReport | None:
    from core.exchange.detection import detected
    from core.exchange.projects import import_as_project
    from core.formats import reader

    chosen = reader(arguments.format or detected(arguments.dataset))
    with given_frames(arguments.video, arguments.first_number, as_stored=arguments.as_stored) as frames:
        sequence = only_sequence(chosen, arguments.dataset, arguments.sequence)
        clip = read_clip(chosen, arguments.dataset, sequence, frames)
        return import_as_project(
            clip,
            arguments.out,
            reviewed=arguments.reviewed,
            overwrite=arguments.overwrite,
            progress=bar.show,
            should_stop=should_stop,
        )


def _into(arguments: argparse.Namespace, bar: console.ProgressBar, should_stop: ShouldStop) -> ImportReport | None:
    from core.exchange.detection import detected
    from core.exchange.projects import import_into
    from core.formats import reader
    from core.formats.common.frame_numbers import numbered_from
    from core.project.frames import open_frames
    from core.project.store import ProjectStore

    if arguments.video is not None:
        raise UserError("The project already has a video.", "Leave --video out, or make a new project with --out.")
    chosen = reader(arguments.format or detected(arguments.dataset))
    with closing(ProjectStore.open(arguments.into)) as store:
        if store.read_only:
            raise UserError(
                "Cannot write '{path}'. {reason}",
                "Close it there, then try again.",
                path=arguments.into,
                reason=joined(store.notes, " "),
            )
        with open_frames(store) as source:
            frames = numbered_from(source, arguments.first_number)
            sequence = only_sequence(chosen, arguments.dataset, arguments.sequence)
            clip = read_clip(chosen, arguments.dataset, sequence, frames)
            return import_into(
                store,
                clip,
                reviewed=arguments.reviewed,
                replace_drawn=arguments.replace_drawn,
                progress=bar.show,
                should_stop=should_stop,
            )
