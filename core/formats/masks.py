"""Mask pictures: ``masks/<frame>.png``, indexed, value = object id; ``images/<frame>.jpg`` beside them.

The layout of many tools for video segmentation. Read are also a folder that holds the masks themselves, and one mask.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from core.errors import UserError
from core.formats.common.contract import LabelledClip, OptionName
from core.formats.common.label_maps import label_map_clip, plain_object
from core.formats.common.reading import frames_of, holds_pictures, refuse_set
from core.formats.common.writing import Export, ExportFrame, FolderFormat, Sink
from core.formats.per_object import save_objects, told_objects
from core.masks.png import encode_label_map
from core.types import ObjectInfo
from core.video.frame_source import FrameSource
from core.video.image_folder import IMAGE_SUFFIXES

_MASKS, _IMAGES, _TABLE = "masks", "images", "objects.csv"


class MasksFormat(FolderFormat):
    """Reads and writes folders of indexed masks."""

    id = "masks"
    title = "Mask images"
    parts = (_MASKS, _IMAGES, _TABLE)
    holds_many = False
    heeds: frozenset[OptionName] = frozenset({"pictures", "naming"})

    def begin(self, export: Export) -> Sink:
        """See :class:`core.formats.common.writing.FolderFormat`."""
        return _MasksSink(export)

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """The folder's name: it holds one clip. Raises UserError."""
        refuse_set(image_set, self.title)
        place = _mask_place(root)
        return (place.stem if place.is_file() else root.resolve().name,)

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`.ReadableFormat`. All masks are read once to find the objects."""
        place = _mask_place(root)
        source = frames_of(frames, [root / _IMAGES], root)
        told: Mapping[int, ObjectInfo] = told_objects(root / _TABLE)
        return label_map_clip(
            sequence, source, place, lambda each: told.get(each, plain_object(each)), known=tuple(told)
        )


class _MasksSink:
    def __init__(self, export: Export) -> None:
        self._export = export

    def add(self, frame: ExportFrame) -> None:
        labels = frame.labels
        self._export.save_picture(frame, self._export.root / _IMAGES)
        self._export.files.write(self._export.root / _MASKS / f"{frame.stem}.png", lambda: encode_label_map(labels))

    def finish(self) -> None:
        save_objects(self._export)


def _mask_place(root: Path) -> Path:
    """The folder with masks, or the one mask. Raises UserError."""
    if root.is_file() and root.suffix.lower() in IMAGE_SUFFIXES:
        return root
    for folder in (root / _MASKS, root):
        if holds_pictures(folder):
            return folder
    raise UserError(
        "'{path}' does not contain mask images.", "Choose the folder with one mask for each frame.", path=root
    )
