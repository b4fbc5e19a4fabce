"""``rpcm segment``: the mask of one object from clicks, a box, or a mask to repair."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import SeedArgument, add_command, add_network_arguments, seed_argument
from core.errors import UserError

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.selection.click import ClickSegmenter
    from core.types import BoolArray, UInt8Array

_CLICK = re.compile(r"\s*([+-]?\d{1,9})\s*,\s*([+-]?\d{1,9})\s*(?:,\s*([+-])\s*)?")
_BOX = re.compile(r"\s*" + r"\s*,\s*".join([r"([+-]?\d{1,9})"] * 4) + r"\s*")


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "segment",
        "Make the mask of one object from a few clicks",
        'rpcm segment photo.jpg --clicks "320,200" --out mask.png\n'
        '  rpcm segment clip.mp4@120 --clicks "320,200;250,90,-" --mask wrong.png --out right.png',
        run,
    )
    parser.add_argument(
        "source", type=seed_argument, metavar="IMAGE|VIDEO@FRAME", help="a picture, or a frame counted from 0"
    )
    parser.add_argument(
        "--clicks",
        type=clicks_argument,
        default=(),
        metavar='"X,Y;X,Y,-"',
        help="pixels of the object, counted from 0 at the top left; with ',-' behind them of what is not the object",
    )
    parser.add_argument("--box", type=box_argument, metavar="X0,Y0,X1,Y1", help="drawn around the object")
    parser.add_argument("--mask", type=Path, metavar="MASK.png", help="start from this; it stays away from clicks")
    parser.add_argument("--out", required=True, type=Path, metavar="MASK.png", help="an indexed PNG: 1 is the object")
    add_network_arguments(parser)


def clicks_argument(text: str) -> tuple[tuple[int, int, bool], ...]:
    """Read ``X,Y;X,Y,-``: columns, rows, and whether they belong to the object."""
    found = [_CLICK.fullmatch(part) for part in text.split(";") if part.strip()]
    if not found or None in found:
        raise argparse.ArgumentTypeError(f"'{text}' are no clicks: write X,Y;X,Y,- with whole numbers")
    return tuple((int(match[1]), int(match[2]), match[3] != "-") for match in found if match is not None)


def box_argument(text: str) -> tuple[int, int, int, int]:
    """Read ``X0,Y0,X1,Y1``."""
    match = _BOX.fullmatch(text)
    if match is None:
        raise argparse.ArgumentTypeError(f"'{text}' is no box: write X0,Y0,X1,Y1 with whole numbers")
    return int(match[1]), int(match[2]), int(match[3]), int(match[4])


def run(arguments: argparse.Namespace) -> int:
    """Segment and write the mask."""
    import numpy as np

    from core.masks.png import write_label_map
    from core.selection.click_views import Part
    from core.selection.clicks import Click, checked_clicks

    _check(arguments)
    image = _image(arguments.source)
    clicks = checked_clicks((Click(*click) for click in arguments.clicks), *image.shape[:2])
    mask = None if arguments.mask is None else _mask(arguments.mask, image)
    box = None if arguments.box is None else Part(*arguments.box)
    segmenter = make_segmenter(arguments.weights, arguments.device, arguments.precision)
    found = segmenter.prepare(image).segment(clicks, mask, box) >= 0.5
    write_label_map(arguments.out, found.astype(np.uint8))
    console.say(f"{_share(found)}: {arguments.out}")
    return 0


def make_segmenter(weights: str, device: str, precision: str) -> ClickSegmenter:
    """Load ``weights`` onto a device. Raises UserError, also where they have no click head."""
    from core.network.weights import load_network
    from core.propagation.device import resolve_device, resolve_precision
    from core.selection.click import ClickSegmenter

    place = resolve_device(device)
    kind = resolve_precision(precision, place)
    return ClickSegmenter(load_network(weights, place), "bf16" if kind in ("bf16", "fp16") else "fp32")


def _check(arguments: argparse.Namespace) -> None:
    """Refuse what would come to nothing, before anything is read."""
    if arguments.box is None and not any(positive for _, _, positive in arguments.clicks) and arguments.mask is None:
        raise UserError(
            "No object was given.", "Use --clicks with a pixel of the object, --box, or --mask to correct a mask."
        )
    if arguments.mask is not None and not arguments.clicks:
        raise UserError("No clicks were given.", "Use --clicks to show where it should change.")
    if arguments.mask is not None and arguments.box is not None:
        raise UserError("--mask and --box cannot be used together.", "Use only clicks to correct a mask.")
    if arguments.out.exists() and arguments.out != arguments.mask:
        raise UserError(
            "'{path}' already exists.",
            "Choose another name, or use --mask to correct it.",
            path=arguments.out,
        )


def _image(source: SeedArgument) -> UInt8Array:
    """The picture, or the frame of a video."""
    from core.video.image_folder import read_rgb
    from core.video.source import open_source

    if not source.frame and _is_single_picture(source.path):
        return read_rgb(source.path)
    with open_source(source.path) as video:
        if source.frame is None and video.frame_count > 1:
            raise UserError(
                "'{path}' has {count} frames.",
                "Choose one, for example {name}@0.",
                path=source.path,
                count=video.frame_count,
                name=source.path.name,
            )
        index = source.frame or 0
        if index >= video.frame_count:
            raise UserError(
                "'{path}' has no frame {index}.",
                "Choose a frame from 0 to {end}.",
                path=source.path,
                index=index,
                end=video.frame_count - 1,
            )
        return video.read(index).image


def _is_single_picture(path: Path) -> bool:
    from core.files.pictures import open_picture
    from core.video.image_folder import IMAGE_SUFFIXES

    if path.suffix.lower() not in IMAGE_SUFFIXES or not path.is_file():
        return False
    with open_picture(path, UserError("The image '{path}' is damaged.", "Choose another file.", path=path)) as image:
        return int(getattr(image, "n_frames", 1)) == 1


def _mask(path: Path, image: UInt8Array) -> BoolArray:
    import numpy as np

    from core.masks.labels import object_ids
    from core.masks.png import read_label_map

    labels = read_label_map(path, (image.shape[0], image.shape[1]))
    found = object_ids(labels)
    if len(found) > 1:
        raise UserError(
            "The mask '{path}' has {count} objects.", "Use a mask of one object.", path=path, count=len(found)
        )
    return np.equal(labels, found[0])


def _share(mask: BoolArray) -> str:
    pixels = int(mask.sum())
    return f"{pixels} of {mask.size} pixels ({100 * pixels / mask.size:.1f} %)"
