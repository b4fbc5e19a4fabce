"""``rpcm export``: a project's masks as a data set or a video."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command, frame_range
from core.cli.interrupt import stop_on_interrupt

if TYPE_CHECKING:
    from core.cli.arguments import Commands, FrameRange
    from core.formats import Clip

INTERRUPTED = 130
FORMATS = ("davis", "overlay")


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "export",
        "Export a project's masks as a DAVIS data set or an overlay video",
        "rpcm export holiday.rpcm --format davis --out holiday-davis",
        run,
    )
    parser.add_argument("project", type=Path, metavar="PROJECT", help="a project file (.rpcm)")
    parser.add_argument("--format", required=True, choices=FORMATS)
    parser.add_argument(
        "--out", required=True, type=Path, metavar="DIR", help="of the data set; the video becomes DIR/<name>.mp4"
    )
    parser.add_argument("--range", type=frame_range, metavar="A:B", help="frames to export, both included")
    parser.add_argument("--only-reviewed", action="store_true", help="leave out frames that nobody reviewed")
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier export")


def run(arguments: argparse.Namespace) -> int:
    """Write the project in the format asked for, whole or not at all."""
    from core.formats import ExportOptions, writer

    chosen = writer(arguments.format)
    with (
        project_clip(arguments.project) as clip,
        stop_on_interrupt() as should_stop,
        console.ProgressBar("exporting") as bar,
    ):
        options = ExportOptions(
            range=_range(arguments.range, clip.frames.frame_count),
            only_reviewed=arguments.only_reviewed,
            overwrite=arguments.overwrite,
        )
        destination = arguments.out if chosen.is_folder else arguments.out / f"{clip.name}.mp4"
        report = chosen.write(clip, destination, options, bar.show, should_stop)
    if report is None:
        return INTERRUPTED
    for remark in report.notes:
        console.note(f"rpcm: {remark}")
    console.say(f"{report.frames} frames: {report.path}")
    return 0


@contextmanager
def project_clip(path: Path) -> Iterator[Clip]:
    """The project at ``path`` as a clip with masks: what holds of each frame.

    Raises:
        UserError: Where the project or its video is not to be had.
    """
    from core.formats import Clip
    from core.project.store import ProjectStore
    from core.video import open_source

    store = ProjectStore.open(path, read_only=True)
    try:
        with open_source(store.source_path()) as source:
            objects = tuple(sorted(store.objects.all(), key=lambda each: each.id))
            reviewed = store.summaries().reviewed
            yield Clip(path.stem, source, objects, store.effective_labels, lambda index: bool(reviewed[index]))
    finally:
        store.close()


def _range(wanted: FrameRange | None, frame_count: int) -> tuple[int, int] | None:
    if wanted is None:
        return None
    return wanted.first or 0, frame_count - 1 if wanted.last is None else wanted.last
