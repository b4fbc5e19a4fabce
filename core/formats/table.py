"""A CSV with a line for each object on each frame: area, box, how much of it is reliable. It cannot be read back."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from core.files import staged_file
from core.files.folders import cell, readable
from core.files.owned import note_staged, refuse_overwrite
from core.formats.common.contract import (
    ExportOptions,
    ExportReport,
    LabelledClip,
    OptionName,
    never_stop,
    no_progress,
    resized,
    selected_frames,
    selected_labels,
    selected_objects,
    selected_size,
)
from core.formats.common.shapes import Region, regions
from core.progress import Progress, ShouldStop
from core.types import ObjectInfo
from core.video.source import sources_of

COLUMNS = (
    "frame",
    "name",
    "object",
    "object_name",
    "category",
    "area",
    "left",
    "top",
    "width",
    "height",
    "reviewed",
    "reliable_share",
    "unsure_share_of_frame",
)
"""Areas and boxes in pixels; shares 0..1, empty where no run says anything of the frame or the object is absent."""


class TableFormat:
    """Writes CSV, UTF-8, comma-separated, one line at the top with the names of the columns."""

    id = "csv"
    title = "Areas, boxes and reliability (CSV)"
    heeds: frozenset[OptionName] = frozenset()
    is_folder = False
    suffix = ".csv"

    def write(
        self,
        clip: LabelledClip,
        destination: Path,
        options: ExportOptions,
        progress: Progress = no_progress,
        should_stop: ShouldStop = never_stop,
    ) -> ExportReport | None:
        """See :class:`.DatasetFormat`. An absent object has a line with area 0 and no box."""
        frames = selected_frames(clip, options)
        objects = selected_objects(clip, options)
        size = selected_size(clip, options)
        refuse_overwrite(destination, options.overwrite, sources_of(clip.frames))
        with staged_file(destination) as staged:
            with staged.path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
                table = csv.writer(file, lineterminator="\n")
                table.writerow(COLUMNS)
                for done, index in enumerate(frames, start=1):
                    if should_stop():
                        return None
                    table.writerows(_rows(clip, index, objects, options, size))
                    progress(done, len(frames))
            note_staged(staged)
            staged.commit()
        return ExportReport(destination, len(frames), (*staged.notes, *clip.notes()))


def _rows(
    clip: LabelledClip, index: int, objects: tuple[ObjectInfo, ...], options: ExportOptions, size: tuple[int, int]
) -> Iterator[tuple[object, ...]]:
    labels = selected_labels(clip, index, options)
    found = {each.object_id: each for each in regions(labels)}
    map_ = clip.reliability(index)
    sure = None if map_ is None else resized(map_, size) >= 128
    unsure = "" if sure is None else f"{1 - sure.mean():.4f}"
    for each in objects:
        region = found.get(each.id, Region(each.id, "", 0, (0, 0, 0, 0)))
        reliable = "" if sure is None or not region.area else f"{np.mean(sure[labels == each.id]):.4f}"
        box = region.box if region.area else ("",) * 4
        reviewed = int(clip.reviewed(index))
        name = readable(clip.frames.name(index))
        yield (
            index,
            cell(name),
            each.id,
            cell(each.name),
            cell(each.category),
            region.area,
            *box,
            reviewed,
            reliable,
            unsure,
        )
