"""Clips whose masks are one picture a frame, with the object's id as value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import numpy as np

from core.errors import Counted, Text, UserError
from core.formats.common.colours import colours_of_folder
from core.formats.common.contract import Clip, ExportNotes
from core.formats.common.reading import match_stems
from core.masks.labels import object_ids
from core.masks.palette import object_colour
from core.masks.png import Colours, read_label_map
from core.types import ObjectInfo, UInt8Array, read_only
from core.video.frame_source import FrameSource
from core.video.image_folder import image_files

_HARDENED = Counted(
    "Soft edges were made hard: {count} edge pixel went to the nearest object.",
    "Soft edges were made hard: {count} edge pixels went to the nearest object.",
)
_FIRST = Text("The name of the mask does not name a frame, so it went to the first one.")
_FIRST = Text("The name of the mask does not name a frame, so it went to the first one.")
Describe = Callable[[int], ObjectInfo]


def plain_object(object_id: int) -> ObjectInfo:
    """An object of which only the id is known."""
    return ObjectInfo(object_id, f"object {object_id}", object_colour(object_id))


def label_map_clip(
    name: str,
    frames: FrameSource,
    folder: Path,
    describe: Describe = plain_object,
    known: tuple[int, ...] = (),
    colours: Colours | None = None,
) -> Clip:
    """The clip whose label maps lie in ``folder`` under the names of its frames; some, or all but one, may be missing.

    Args:
        describe: What is known of an object.
        known: Ids of objects that exist even where no mask shows them.
        colours: What colours mean, where the dataset tells; else the masks of the folder together show it.

    Raises:
        UserError: A mask is broken or of another size; the masks do not belong to these frames.
    """
    remarks = ExportNotes()
    files = mask_files(frames, folder, remarks)
    size = (frames.height, frames.width)
    meant = colours or colours_of_folder(files.values(), remarks)

    def labels(index: int) -> UInt8Array:
        if index not in files:
            return read_only(np.zeros(size, np.uint8))
        harden = partial(remarks.add, _HARDENED, index)
        return read_label_map(files[index], size, allow_empty=True, harden=harden, colours=meant)

    ids = sorted({*known, *(each for index in files for each in object_ids(labels(index)))})
    objects = tuple(describe(each) for each in ids)
    return Clip(name, frames, objects, labels, files.__contains__, read_notes=remarks.sentences)


def mask_files(frames: FrameSource, folder: Path, remarks: ExportNotes) -> Mapping[int, Path]:
    """Per frame number its mask picture in ``folder``. Raises UserError.

    A single picture in place of a folder goes to the frame that its name tells, else to the first one.
    """
    if folder.is_file():
        return {_frame_of(frames, folder, remarks): folder}
    files = image_files(folder)
    return dict(zip(match_stems(frames, [file.stem for file in files], folder, remarks), files, strict=True))


def _frame_of(frames: FrameSource, file: Path, remarks: ExportNotes) -> int:
    try:
        (index,) = match_stems(frames, [file.stem], file, remarks)
    except UserError:
        remarks.add(_FIRST)
        return 0
    return index
