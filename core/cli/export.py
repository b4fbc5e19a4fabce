"""``rpcm export``: a project's masks as a dataset, a video or a table."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command
from core.cli.console import INTERRUPTED, stop_on_interrupt
from core.cli.datasets import WRITABLE, add_export_arguments, export_options, tell_notes, tell_warnings

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.formats import Clip


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "export",
        "Export a project's masks as a dataset, an overlay video or a table",
        "rpcm export holiday.rpcm --format davis --out holiday-davis\n"
        "  rpcm export holiday.rpcm --format coco --val-share 0.2 --every 5 --only-reviewed --out holiday-coco\n"
        "  rpcm export holiday.rpcm --format overlay --range 0:99 --resize 854x480 --out videos",
        run,
    )
    parser.add_argument("project", type=Path, metavar="PROJECT", help="a project file (.rpcm)")
    parser.add_argument("--format", required=True, choices=WRITABLE, help="kind of dataset")
    parser.add_argument(
        "--out", required=True, type=Path, metavar="DIR", help="of the dataset; a video or table becomes DIR/<name>.mp4"
    )
    add_export_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the project in the format asked for, whole or not at all."""
    from core.formats import writer

    chosen = writer(arguments.format)
    with (
        project_clip(arguments.project) as clip,
        stop_on_interrupt() as should_stop,
        console.ProgressBar("exporting") as bar,
    ):
        destination = arguments.out if chosen.is_folder else arguments.out / f"{clip.name}{chosen.suffix}"
        report = chosen.write(clip, destination, export_options(arguments), bar.show, should_stop)
    if report is None:
        return INTERRUPTED
    tell_notes(report.notes)
    console.say(f"{report.frames} frames: {report.path}")
    return 0


@contextmanager
def project_clip(path: Path) -> Iterator[Clip]:
    """The project at ``path`` as a clip with masks: what holds of each frame.

    Raises:
        UserError: Where the project or its video is not to be had, or the video changed since.
    """
    from core.exchange import projects
    from core.project.frames import open_frames
    from core.project.store import ProjectStore

    store = ProjectStore.open(path, read_only=True)
    try:
        with open_frames(store) as source:
            tell_warnings(source)
            yield projects.project_clip(store, source, path.stem)
    finally:
        store.close()
