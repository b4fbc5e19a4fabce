"""What an export will look like, before it is made: a few frames of it, really written and looked at."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Set
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

from core.errors import UserError
from core.files import open_file
from core.files.owned import refuse_overwrite
from core.formats.common.contract import (
    DatasetFormat,
    ExportOptions,
    LabelledClip,
    never_stop,
    no_progress,
    resized,
    safe_name,
    selected_frames,
    selected_labels,
    selected_objects,
    selected_size,
)
from core.formats.common.writing import FolderFormat, Sample
from core.masks.drawing import blend, draw_outline
from core.masks.palette import voc_palette
from core.progress import ShouldStop
from core.types import ObjectInfo, UInt8Array, read_only
from core.video.source import sources_of

MOST_PIXELS = 720
"""Longer side of the pictures in a preview."""
_MOST_CHARACTERS = 4000
_PICTURES = (".png", ".jpg")
_TEXTS = (".json", ".txt", ".csv", ".xml", ".yaml")
_INSTANCES = 1000
"""MOTS: a value is class * 1000 + instance."""
_SAMPLED = 3


@dataclass(frozen=True, slots=True, eq=False)
class PreviewFile:
    """A file as it will be written.

    Attributes:
        path: Inside the destination, with slashes; the name alone where the export is one file.
        size: Bytes.
        text: Its beginning, where it is text.
        picture: (H, W, 4) RGBA, made small, where it is a picture; 16-bit values are shown in colours.
    """

    path: str
    size: int
    text: str = ""
    picture: UInt8Array | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ExportPreview:
    """What an export will look like.

    Attributes:
        index: The frame that is shown: the one asked for, or the nearest that is exported.
        image: (H, W, 3) RGB of it, made small, with the masks that are exported laid over it.
        size: (height, width) of what will be written.
        frames: How many frames will be.
        files: Those of the first frame, the shown one and the last, and those made of all frames.
        more: Folders in which further frames' files will lie.
        notes: Sentences on what cannot be carried, as far as these frames show it.
        obstacle: What stands at the destination, in the way of writing; None where nothing does.
    """

    index: int
    image: UInt8Array
    size: tuple[int, int]
    frames: int
    files: tuple[PreviewFile, ...]
    more: frozenset[str]
    notes: tuple[str, ...]
    obstacle: UserError | None


def preview_export(
    chosen: DatasetFormat,
    clip: LabelledClip,
    destination: Path,
    options: ExportOptions,
    index: int = 0,
    should_stop: ShouldStop = never_stop,
) -> ExportPreview | None:
    """Write a few frames into a temporary folder and look at them; nothing is written at ``destination``.

    Args:
        index: The frame that is to be shown.

    Returns:
        None where ``should_stop`` said so.

    Raises:
        UserError: The options select nothing, or a frame is broken.
    """
    frames = selected_frames(clip, options)
    size, objects = selected_size(clip, options), selected_objects(clip, options)
    shown = min(frames, key=lambda frame: abs(frame - index))
    with tempfile.TemporaryDirectory(prefix="rpcm-preview-") as name:
        folder = Path(name)
        found = _sample(chosen, clip, folder / safe_name(destination.name), options, shown, should_stop)
        if found is None:
            return None
        place = folder / safe_name(destination.name)
        files = _files(place, found.files)
        more = frozenset(path.relative_to(place).as_posix() for path in found.folders)
    return ExportPreview(
        index=shown,
        image=_image(clip, shown, size, objects, options),
        size=size,
        frames=len(frames),
        files=files,
        more=more if len(frames) > _SAMPLED else frozenset(),
        notes=found.notes,
        obstacle=_obstacle(destination, options, clip),
    )


def _sample(
    chosen: DatasetFormat, clip: LabelledClip, place: Path, options: ExportOptions, index: int, should_stop: ShouldStop
) -> Sample | None:
    if isinstance(chosen, FolderFormat):
        place.mkdir()
        return chosen.write_sample(clip, place, options, index, should_stop)
    one = replace(options, range=(index, index), every_nth=1, only_reviewed=False)
    report = chosen.write(clip, place, one, no_progress, should_stop)
    return None if report is None else Sample(frozenset(), frozenset(), frozenset(), report.notes)


def _obstacle(destination: Path, options: ExportOptions, clip: LabelledClip) -> UserError | None:
    try:
        refuse_overwrite(destination, options.overwrite, sources_of(clip.frames), quickly=True)
    except UserError as error:
        return error
    return None


def _files(place: Path, shown: Set[Path]) -> tuple[PreviewFile, ...]:
    if place.is_file():
        return (_file(place, place.name, shown=True),)
    files = sorted((file for file in place.rglob("*") if file.is_file()), key=lambda file: file.parts)
    return tuple(_file(file, file.relative_to(place).as_posix(), file in shown) for file in files)


def _file(file: Path, path: str, shown: bool) -> PreviewFile:
    """What is to be seen of ``file``; pictures of other frames than the shown one are only named."""
    size = file.stat().st_size
    if file.suffix in _TEXTS:
        with open_file(file) as opened:
            return PreviewFile(path, size, opened.read(_MOST_CHARACTERS).decode("utf-8", "replace"))
    if shown and file.suffix in _PICTURES:
        return PreviewFile(path, size, picture=small_rgba(file.read_bytes()))
    return PreviewFile(path, size)


def small_rgba(data: bytes) -> UInt8Array:
    """A picture file as (H, W, 4) RGBA, its longer side at most :data:`MOST_PIXELS`."""
    with Image.open(io.BytesIO(data)) as image:
        deep = image.mode.startswith("I")
        shown = (_in_colours(np.asarray(image).astype(np.int64) % _INSTANCES) if deep else image).convert("RGBA")
        shown.thumbnail((MOST_PIXELS, MOST_PIXELS), Image.Resampling.BILINEAR)
        return read_only(np.array(shown))


def _in_colours(values: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> Image.Image:
    made = Image.fromarray((values % 256).astype(np.uint8))
    made.putpalette(voc_palette())
    return made


def _image(
    clip: LabelledClip, index: int, size: tuple[int, int], objects: tuple[ObjectInfo, ...], options: ExportOptions
) -> UInt8Array:
    colours = {each.id: each.colour for each in objects}
    labels = selected_labels(clip, index, options)
    painted = blend(resized(clip.frames.read(index).image, size), labels, colours, options.opacity)
    return shrunk(draw_outline(painted, labels, colours))


def shrunk(image: UInt8Array) -> UInt8Array:
    """``image`` (H, W, 3) with its longer side at most :data:`MOST_PIXELS`."""
    scale = min(MOST_PIXELS / max(image.shape[:2]), 1.0)
    return resized(image, (max(round(image.shape[0] * scale), 1), max(round(image.shape[1] * scale), 1)))
