"""``rpcm convert``: one kind of dataset into another."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command
from core.cli.console import INTERRUPTED, stop_on_interrupt
from core.cli.datasets import (
    IMPORTABLE,
    WRITABLE,
    add_export_arguments,
    add_source_arguments,
    export_options,
    given_frames,
    read_clip,
    tell_notes,
)
from core.errors import UserError

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.formats import DatasetFormat, ExportOptions, ExportReport, LabelledClip, Progress, ShouldStop


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "convert",
        "Convert a dataset into another kind",
        "rpcm convert DAVIS --from davis --from-set val --to youtube-vis --out davis-vis\n"
        "  rpcm convert DAVIS --sequence bear --to coco --val-share 0.2 --out bear-coco\n"
        "  rpcm convert annotations.xml --from cvat --video street.mp4 --to yolo-seg --out street-yolo",
        run,
    )
    add_source_arguments(parser)
    parser.add_argument(
        "--from", dest="source", choices=IMPORTABLE, help="kind of DATASET (found out where it is left out)"
    )
    parser.add_argument("--to", dest="target", required=True, choices=WRITABLE, help="kind to write")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="where to write")
    parser.add_argument("--sequence", action="append", metavar="NAME", help="only this clip; may be repeated")
    parser.add_argument("--from-set", metavar="NAME", help="only the clips of this set of DATASET")
    add_export_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Read every clip that was asked for, and write them: as one dataset where the format can hold them."""
    from core.exchange.detection import detected
    from core.formats import reader, writer
    from core.formats.common.frame_numbers import with_own_names
    from core.formats.common.reading import refuse_no_clips

    source, target = reader(arguments.source or detected(arguments.dataset)), writer(arguments.target)
    with (
        given_frames(arguments.video, arguments.first_number, as_stored=arguments.as_stored) as frames,
        stop_on_interrupt() as should_stop,
        console.ProgressBar("converting") as bar,
    ):
        names = tuple(arguments.sequence or source.sequences(arguments.dataset, arguments.from_set))
        refuse_no_clips(names, arguments.dataset)
        if frames is not None and len(names) > 1:
            raise UserError(
                "--video fits one clip only, but {count} were chosen.", "Choose one with --sequence.", count=len(names)
            )
        clips = [with_own_names(read_clip(source, arguments.dataset, name, frames)) for name in names]
        keep = [arguments.dataset, *([] if arguments.video is None else [arguments.video])]
        reports = _write(clips, target, arguments.out, export_options(arguments), keep, bar.show, should_stop)
    for report in reports:
        tell_notes(report.notes)
        console.say(f"{report.frames} frames: {report.path}")
    return 0 if reports else INTERRUPTED


def _write(
    clips: Sequence[LabelledClip],
    target: DatasetFormat,
    out: Path,
    options: ExportOptions,
    keep: Sequence[Path],
    progress: Progress,
    should_stop: ShouldStop,
) -> list[ExportReport]:
    """What was written; nothing where it was stopped. ``keep`` is what is read."""
    from core.files.owned import refuse_to_lose
    from core.formats import FolderFormat
    from core.formats.common.contract import safe_name
    from core.formats.common.writing import unique_names

    if isinstance(target, FolderFormat) and (target.holds_many or len(clips) == 1):
        refuse_to_lose(out, keep)
        whole = target.write_all(clips, out, options, progress, should_stop)
        return [] if whole is None else [whole]
    reports = []
    names = unique_names([safe_name(clip.name) for clip in clips])
    for clip, name in zip(clips, names, strict=True):
        place = out / f"{name}{target.suffix}"
        refuse_to_lose(place, keep)
        report = target.write(clip, place, options, progress, should_stop)
        if report is None:
            return []
        reports.append(report)
    return reports
