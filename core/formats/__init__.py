"""Dataset formats: one file each behind one protocol, found by their id.

In a notebook::

    from core.formats import ExportOptions, reader, writer, never_stop, no_progress

    davis = reader("davis")
    davis.sequences(Path("DAVIS"))                       # ("bear", "bike-packing", ...)
    clip = davis.read(Path("DAVIS"), "bear")             # .frames, .objects, .labels(index), .notes()
    report = writer("coco").write(clip, Path("bear-coco"), ExportOptions(every_nth=5), no_progress, never_stop)
    report.notes                                         # what could not be carried

``FolderFormat.write_all`` puts several clips into one dataset. ``core.exchange.projects`` turns clips into projects
(``import_as_project``, ``import_into``) and projects into clips (``project_clip``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from core.errors import UserError
from core.formats.coco import CocoFormat
from core.formats.common.contract import (
    Clip,
    DatasetFormat,
    DatasetReader,
    ExportOptions,
    ExportReport,
    LabelledClip,
    ReadableFormat,
    never_stop,
    no_progress,
)
from core.formats.common.writing import FolderFormat
from core.formats.cvat import CvatFormat
from core.formats.davis import Davis2016Format, DavisFormat
from core.formats.item_lists import DatumaroReader, LabelStudioReader
from core.formats.labelme import LabelMeFormat
from core.formats.masks import MasksFormat
from core.formats.mots import MotsPngFormat, MotsTextFormat
from core.formats.overlay_video import OverlayVideoFormat
from core.formats.per_object import BinaryFormat, CutoutFormat
from core.formats.soft import SoftFormat
from core.formats.table import TableFormat
from core.formats.voc import VocFormat
from core.formats.yolo import YoloFormat
from core.formats.youtube_vis import YouTubeVisFormat
from core.formats.youtube_vos import YouTubeVosFormat
from core.progress import Progress, ShouldStop

__all__ = [
    "IMPORTERS",
    "READERS",
    "WRITERS",
    "Clip",
    "DatasetFormat",
    "DatasetReader",
    "ExportOptions",
    "ExportReport",
    "FolderFormat",
    "LabelledClip",
    "Progress",
    "ReadableFormat",
    "ShouldStop",
    "never_stop",
    "no_progress",
    "reader",
    "writer",
]

_Format = TypeVar("_Format")

_READABLE: tuple[ReadableFormat, ...] = (
    DavisFormat(),
    Davis2016Format(),
    YouTubeVosFormat(),
    YouTubeVisFormat(),
    CocoFormat(),
    MotsTextFormat(),
    MotsPngFormat(),
    CvatFormat(),
    YoloFormat(),
    LabelMeFormat(),
    VocFormat(),
    MasksFormat(),
    BinaryFormat(),
    CutoutFormat(),
    SoftFormat(),
)
READERS: Mapping[str, ReadableFormat] = {each.id: each for each in _READABLE}
"""Formats that can be read and written, by id."""
_IMPORT_ONLY: tuple[DatasetReader, ...] = (LabelStudioReader(), DatumaroReader())
IMPORTERS: Mapping[str, DatasetReader] = {**READERS, **{each.id: each for each in _IMPORT_ONLY}}
"""Formats that can be read, by id."""
_WRITABLE: tuple[DatasetFormat, ...] = (*_READABLE, OverlayVideoFormat(), TableFormat())
WRITERS: Mapping[str, DatasetFormat] = {each.id: each for each in _WRITABLE}
"""Formats that can be written, by id."""


def writer(format_id: str) -> DatasetFormat:
    """The format called ``format_id`` for writing. Raises UserError where there is none."""
    return _found(WRITERS, format_id, "written")


def reader(format_id: str) -> DatasetReader:
    """The format called ``format_id`` for reading. Raises UserError where there is none."""
    return _found(IMPORTERS, format_id, "read")


def _found(formats: Mapping[str, _Format], format_id: str, verb: str) -> _Format:
    if format_id not in formats:
        raise UserError(
            "No format '{name}' can be {verb}.",
            "Choose one of: {names}.",
            name=format_id,
            verb=verb,
            names=", ".join(sorted(formats)),
        )
    return formats[format_id]
