"""Arguments and steps that ``import``, ``export`` and ``convert`` share."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import frame_number, frame_range
from core.errors import UserError

if TYPE_CHECKING:
    from core.formats import DatasetReader, ExportOptions, LabelledClip
    from core.video.frame_source import FrameSource

READABLE = (
    "davis",
    "davis2016",
    "youtube-vos",
    "youtube-vis",
    "coco",
    "mots",
    "mots-png",
    "cvat",
    "yolo-seg",
    "labelme",
    "voc",
    "masks",
    "binary",
    "cutouts",
    "soft",
)
IMPORTABLE = (*READABLE, "label-studio", "datumaro")
WRITABLE = (*READABLE, "overlay", "csv")
"""Ids of the formats, told here too so that ``--help`` need not load them."""


def add_source_arguments(parser: argparse.ArgumentParser) -> None:
    """The dataset that is read: its folder or file, the video it was made from."""
    parser.add_argument("dataset", type=Path, metavar="DATASET", help="the folder, or the file where there is only one")
    parser.add_argument(
        "--video", type=Path, metavar="PATH", help="video or folder of images to use instead of the dataset's pictures"
    )
    parser.add_argument(
        "--first-number",
        type=frame_number,
        metavar="N",
        help="number that the dataset's names give the first frame of the video (0 or 1; found out where left out)",
    )
    add_as_stored(parser)


def add_as_stored(parser: argparse.ArgumentParser) -> None:
    """``--as-stored``."""
    parser.add_argument(
        "--as-stored",
        action="store_true",
        help="take a folder's pictures as stored, not upright as their EXIF orientation says (TIFF is always upright)",
    )


def add_export_arguments(parser: argparse.ArgumentParser) -> None:
    """What is written, and how."""
    what = parser.add_argument_group("what is written")
    what.add_argument("--range", type=frame_range, metavar="A:B", help="frames, both included, counted from 0")
    what.add_argument("--every", type=int, default=1, metavar="N", help="each N-th frame of the range (1)")
    what.add_argument("--objects", type=_ids, metavar="1,3,...", help="only these objects")
    what.add_argument("--only-reviewed", action="store_true", help="leave out frames that nobody reviewed")
    what.add_argument("--no-pictures", action="store_true", help="masks alone, without the frames")
    how = parser.add_argument_group("how it is written")
    how.add_argument("--resize", type=_size, metavar="WxH", help="scale frames and masks")
    how.add_argument("--set", metavar="NAME", help="name of the set that everything joins (the format's custom)")
    how.add_argument(
        "--val-share", type=float, default=0.0, metavar="SHARE", help="split off this share, 0 to 1, as set 'val' (0)"
    )
    how.add_argument(
        "--naming",
        default="source",
        choices=("source", "frame", "sequential"),
        help="files called as the source calls its frames, by frame number, or counted from 0 (source)",
    )
    how.add_argument("--overwrite", action="store_true", help="replace what is there")


def export_options(arguments: argparse.Namespace) -> ExportOptions:
    """What :func:`add_export_arguments` read."""
    from core.formats import ExportOptions

    wanted = arguments.range
    return ExportOptions(
        range=None if wanted is None else (wanted.first or 0, wanted.last),
        objects=arguments.objects,
        only_reviewed=arguments.only_reviewed,
        every_nth=arguments.every,
        overwrite=arguments.overwrite,
        image_set=arguments.set,
        val_share=arguments.val_share,
        size=arguments.resize,
        naming=arguments.naming,
        pictures=not arguments.no_pictures,
    )


@contextmanager
def given_frames(
    path: Path | None, first_number: int | None = None, *, as_stored: bool = False
) -> Iterator[FrameSource | None]:
    """The video at ``path``, open, if one is given; its frames are called by number from ``first_number`` on.

    Raises UserError.
    """
    from core.formats.common.frame_numbers import numbered_from
    from core.video.source import open_source

    if path is None and first_number is not None:
        raise UserError("--first-number needs --video.", "Add --video, or leave out --first-number.")
    if path is None and as_stored:
        raise UserError(
            "--as-stored only works with a folder of images as --video.", "Use the folder of images as --video."
        )
    if path is None:
        yield None
        return
    with open_source(path, as_stored=as_stored) as source:
        yield numbered_from(source, first_number)


def only_sequence(chosen: DatasetReader, dataset: Path, wanted: str | None) -> str:
    """The clip that was asked for, else the only one there is. Raises UserError."""
    from core.formats.common.reading import refuse_no_clips

    names = chosen.sequences(dataset)
    refuse_no_clips(names, dataset)
    if wanted is None and len(names) > 1:
        listed = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")
        raise UserError(
            "'{path}' has {count} clips: {names}.",
            "Choose one with --sequence.",
            path=dataset,
            count=len(names),
            names=listed,
        )
    if wanted is not None and wanted not in names:
        raise UserError(
            "'{path}' has no clip '{part}'.",
            "Available clips: {names}.",
            path=dataset,
            part=wanted,
            names=", ".join(names),
        )
    return names[0] if wanted is None else wanted


def read_clip(chosen: DatasetReader, dataset: Path, sequence: str, frames: FrameSource | None) -> LabelledClip:
    """The clip, after what is wrong with its frames was printed. Raises UserError where nothing of it can be read."""
    from core.formats.common.reading import refuse_nothing

    clip = chosen.read(dataset, sequence, frames)
    tell_warnings(clip.frames)
    refuse_nothing(clip, dataset)
    return clip


def tell_warnings(source: FrameSource) -> None:
    """Print what is wrong with a video or a folder of images."""
    tell_notes(source.warnings)


def tell_notes(notes: tuple[str, ...]) -> None:
    """Say what could not be carried."""
    for remark in notes:
        console.note(f"rpcm: {remark}")


def _ids(text: str) -> tuple[int, ...]:
    if not re.fullmatch(r"\d+(,\d+)*", text):
        raise argparse.ArgumentTypeError(f"'{text}' is no list of ids: write 1,3")
    return tuple(int(part) for part in text.split(","))


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d+)x(\d+)", text)
    if not found:
        raise argparse.ArgumentTypeError(f"'{text}' is no size: write WIDTHxHEIGHT, such as 854x480")
    return int(found[2]), int(found[1])
