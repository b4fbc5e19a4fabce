"""Reading datasets: pictures found, masks matched to frames, shapes painted, ids kept where they can be.

Whether anything of a dataset could be read: an empty result must not look like success.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import cv2
import numpy as np
from pycocotools import mask as coco_mask

from core.errors import Counted, Text, UserError, joined
from core.files import read_text
from core.files.documents import parse_json
from core.files.folders import files_with, holdable
from core.formats.common.contract import Clip, ExportNotes, LabelledClip
from core.formats.common.frame_numbers import Column, columns, counter, looks_hashed
from core.formats.common.shapes import bounded
from core.masks.palette import object_colour
from core.masks.rle import decode_rle, filling_runs
from core.types import BACKGROUND, MAX_OBJECT_ID, VOID, BoolArray, ObjectInfo, UInt8Array, read_only
from core.video.frame_source import FrameSource
from core.video.image_folder import IMAGE_SUFFIXES, ImageFolder

_LIBRARIES = (cv2.error, csv.Error)
_Found = TypeVar("_Found")

_USUAL_SETS = frozenset(
    {"train", "training", "val", "valid", "validation", "test", "testing", "trainval", "minival", "dev"}
)
_BY_ORDER = Text("The names of the masks do not name frames, so the masks were taken in order.")
_OVERLAP = Counted(
    "Objects overlapped on {count} pixel; it went to the object drawn last.",
    "Objects overlapped on {count} pixels; each went to the object drawn last.",
)
_EMPTY = Counted("{count} shape covers no pixel of its frame.", "{count} shapes cover no pixel of their frames.")
_RENUMBERED = Counted(
    "{count} object got a new id, because its own was not 1 to 254, or was taken.",
    "{count} objects got new ids, because their own were not 1 to 254, or were taken.",
)
_TOO_MANY = Counted(
    "{count} object was left out: a label map holds 254.", "{count} objects were left out: a label map holds 254."
)


def refuse_set(image_set: str | None, title: str) -> None:
    """Raise UserError where a set is asked for of a format without sets."""
    if image_set is not None:
        raise UserError("{title} has no sets.", "Leave the set out.", title=title)


def chosen_set(image_set: str | None, sets: Iterable[str], root: Path) -> tuple[str, ...]:
    """All of ``sets``, or the one asked for. Raises UserError where it is not among them."""
    sets = tuple(sets)
    if image_set is None:
        return sets
    if image_set not in sets:
        raise UserError(
            "'{path}' has no set '{part}'.",
            "Available sets: {names}.",
            path=root,
            part=image_set,
            names=", ".join(sets),
        )
    return (image_set,)


def known_set(name: str, *, among_others: bool = False) -> str | None:
    """``name`` where it is that of a set: one that is usual, or any where the dataset has others beside it."""
    return name if among_others or name.casefold() in _USUAL_SETS else None


def in_set(clip: LabelledClip, image_set: str | None) -> LabelledClip:
    """``clip``, all of whose frames are in ``image_set``; as it is where that is None."""
    return (
        clip if image_set is None or not isinstance(clip, Clip) else replace(clip, read_image_set=lambda _: image_set)
    )


def chosen_clip(clips: Mapping[str, _Found], sequence: str, root: Path) -> _Found:
    """The clip called ``sequence``. Raises UserError where there is none."""
    if sequence not in clips:
        raise UserError(
            "'{path}' has no clip '{part}'.",
            "Available clips: {names}.",
            path=root,
            part=sequence,
            names=", ".join(clips),
        )
    return clips[sequence]


@contextmanager
def parse_errors_as_user_errors(path: Path, what: str) -> Iterator[None]:
    """Turn what goes wrong while the content of ``path`` is taken apart into a UserError: it is no ``what``."""
    try:
        yield
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError, *_LIBRARIES) as error:
        reason = Text("'{args}' is missing", args=error.args[0]) if isinstance(error, KeyError) else str(error)
        raise UserError(
            "'{path}' is not a valid {kind}: {reason}.",
            "Export it again from the program that made it.",
            path=path,
            kind=what,
            reason=reason,
        ) from error


def read_json(path: Path, what: str) -> dict[str, Any]:
    """The JSON object in ``path``. Raises UserError."""
    with parse_errors_as_user_errors(path, what):
        found = parse_json(read_text(path))
        if not isinstance(found, dict):
            raise ValueError("it does not contain a JSON object")
    return found


def holds_pictures(folder: Path) -> bool:
    """Whether ``folder`` is one with pictures in it."""
    return bool(files_with(folder, *IMAGE_SUFFIXES))


def frames_of(given: FrameSource | None, folders: Iterable[Path], root: Path) -> FrameSource:
    """``given``, else the first of ``folders`` that holds pictures. Raises UserError where none does."""
    if given is not None:
        return given
    for folder in folders:
        if holds_pictures(folder):
            return ImageFolder(folder)
    raise UserError(
        "The dataset '{path}' has no images for this clip.",
        "Choose the video or folder of images it was made from.",
        path=root,
    )


def match_stems(frames: FrameSource, stems: Sequence[str], where: Path, remarks: ExportNotes) -> tuple[int, ...]:
    """The frame of each of ``stems``: of the same name, else of the same number in it, else in the same order.

    Numbers of objects, of cameras and pieces of hashes are told from those of frames by what varies and what fits. What
    rests on the guess that numbers count from 0 is remarked.

    Raises:
        UserError: The names do not match and the counts differ; two belong to one frame; a name has two meanings.
    """
    names = [frames.name(index) for index in range(frames.frame_count)]
    exact = {name: index for index, name in enumerate(names)}
    if len(exact) == len(names) and all(stem in exact for stem in stems):
        found = tuple(exact[stem] for stem in stems)
        if not isinstance(frames, ImageFolder):
            _remark_counting(found, stems, names, remarks)
        return _distinct(found, stems, where)
    numbered = _by_number(names, stems, where, remarks)
    if numbered is not None:
        return numbered
    if len(stems) == frames.frame_count and not any(map(looks_hashed, stems)):
        _remark_order(stems, remarks)
        return tuple(range(frames.frame_count))
    missing = next((stem for stem in stems if stem not in exact), stems[0])
    raise UserError(
        "'{path}' has masks for {count} frames that do not match the {frames} frames of '{name}' (such "
        "as '{missing}').",
        "Choose the video or folder the masks were made from.",
        path=where,
        count=len(stems),
        name=frames.path.name,
        frames=frames.frame_count,
        missing=missing,
    )


def _by_number(names: Sequence[str], stems: Sequence[str], where: Path, remarks: ExportNotes) -> tuple[int, ...] | None:
    """Frames by the numbers in the names of their masks; None where these tell none. Raises UserError."""
    counted = counter(names)
    if counted is None:
        return None
    index_of = {number: index for index, number in enumerate(counted)}
    fitting = [column for column in columns(stems) if all(number in index_of for number in column.values)]
    chosen = _chosen([column for column in fitting if column.is_distinct], stems, where)
    if chosen is not None:
        found = tuple(index_of[number] for number in chosen.values)
        if any(len(set(other.values)) > 1 for other in columns(stems) if other.values != chosen.values):
            remarks.add(Text("The names hold a second number, as in '{name}', which was ignored.", name=stems[-1]))
        _remark_counting(found, stems, names, remarks)
        return found
    for column in sorted(fitting, key=lambda column: not column.is_padded):
        if len(set(column.texts)) > 1:
            _distinct([index_of[number] for number in column.values], stems, where)
    return _counted_from_one(counted, stems, remarks)


def _chosen(fitting: Sequence[Column], stems: Sequence[str], where: Path) -> Column | None:
    """The one column that can be the frames' numbers. Raises UserError where several can."""
    if len(fitting) > 1:
        padded = [column for column in fitting if column.is_padded]
        fitting = padded if len(padded) == 1 else fitting
    if len(fitting) > 1:
        raise UserError(
            "The names in '{path}' contain several numbers that may be the frame number (such as '{name}').",
            "Rename the files so that the frame number is the only number, or the only one with leading zeros.",
            path=where,
            name=stems[0],
        )
    return fitting[0] if fitting else None


def _counted_from_one(counted: Sequence[int], stems: Sequence[str], remarks: ExportNotes) -> tuple[int, ...] | None:
    """Frames of names that count from 1 where the frames count from 0: the last one's number shows it."""
    last = len(counted)
    if tuple(counted) != tuple(range(last)) or len(stems) == last:
        return None
    for column in columns(stems):
        values = column.values
        if column.is_distinct and min(values) >= 1 and max(values) == last:
            remarks.add(
                Text(
                    "Names were read as frame numbers counted from 1: '{name}' is the last frame.",
                    name=stems[values.index(last)],
                )
            )
            return tuple(value - 1 for value in values)
    return None


def _distinct(found: Sequence[int], stems: Sequence[str], where: Path) -> tuple[int, ...]:
    """``found``. Raises UserError where two masks belong to one frame."""
    first: dict[int, str] = {}
    for index, stem in zip(found, stems, strict=True):
        if index in first:
            raise UserError(
                "In '{path}', '{first}' and '{second}' both belong to frame {frame}.",
                "Keep one file for each frame. Masks of single objects belong in a folder for each object "
                "(format binary).",
                path=where,
                first=first[index],
                second=stem,
                frame=index,
            )
        first[index] = stem
    return tuple(found)


def _remark_counting(found: Sequence[int], stems: Sequence[str], names: Sequence[str], remarks: ExportNotes) -> None:
    """Where frames count from 0 and no mask is of the first, nothing shows that the masks do, too."""
    if found and 0 not in found and counter(names) == tuple(range(len(names))):
        first = min(range(len(found)), key=found.__getitem__)
        remarks.add(
            Text(
                "Names were read as frame numbers counted from 0: '{name}' is frame {index}. "
                "If they count from 1, use --first-number 1.",
                name=stems[first],
                index=found[first],
            )
        )


def _remark_order(stems: Sequence[str], remarks: ExportNotes) -> None:
    """Names that count without a gap tell their order by themselves."""
    counted = counter(stems)
    if counted is None or tuple(counted) != tuple(range(counted[0], counted[0] + len(counted))):
        remarks.add(_BY_ORDER)


def assign_ids(wanted: Mapping[Hashable, int | None], remarks: ExportNotes) -> dict[Hashable, int]:
    """An id, 1..254, for each key: the one it wants where that is possible, else the lowest free one."""
    ids: dict[Hashable, int] = {}
    for key, number in wanted.items():
        if number is not None and 1 <= number <= MAX_OBJECT_ID and number not in ids.values():
            ids[key] = number
    free = (number for number in range(1, MAX_OBJECT_ID + 1) if number not in set(ids.values()))
    for key in [key for key in wanted if key not in ids]:
        number = next(free, None)
        if number is None:
            remarks.add(_TOO_MANY, key)
            continue
        ids[key] = number
        if wanted[key] is not None:
            remarks.add(_RENUMBERED, key)
    return ids


def described(object_id: int, name: str = "", category: str = "", colour: str | None = None) -> ObjectInfo:
    """An object with what a dataset says of it; its own colour where that is a valid ``#rrggbb``."""
    rgb = object_colour(object_id)
    if colour is not None and len(colour) == 7 and colour[0] == "#":
        try:
            red, green, blue = bytes.fromhex(colour[1:])
            rgb = (red, green, blue)
        except ValueError:
            rgb = object_colour(object_id)
    name, category = holdable(name), holdable(category)
    return ObjectInfo(object_id, name or category or f"object {object_id}", rgb, category=category)


def hex_colour(info: ObjectInfo) -> str:
    """``#rrggbb``."""
    return "#{:02x}{:02x}{:02x}".format(*info.colour)


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """Pixels of an object (or of void) on a frame; ``mask()`` gives (H, W) bool, or raises UserError."""

    object_id: int
    mask: Callable[[], BoolArray]


def label_renderer(
    size: tuple[int, int], shapes: Mapping[int, Sequence[Shape]], remarks: ExportNotes, *, may_be_empty: bool = False
) -> Callable[[int], UInt8Array]:
    """A function from frame number to label map: its shapes painted in their order, overlaps counted.

    Shapes without a pixel are remarked, unless they ``may_be_empty`` because an absent object has them.
    """

    def labels(index: int) -> UInt8Array:
        painted = np.zeros(size, np.uint8)
        overlap = 0
        for place, shape in enumerate(shapes.get(index, ())):
            mask = shape.mask()
            if not may_be_empty and not mask.any():
                remarks.add(_EMPTY, (index, place))
            below = painted[mask]
            overlap += int(((below != BACKGROUND) & (below != VOID) & (below != shape.object_id)).sum())
            painted[mask] = shape.object_id
        remarks.add(_OVERLAP, index, overlap)
        return read_only(painted)

    return labels


def coco_mask_of(segmentation: Any, height: int, width: int) -> BoolArray:
    """Mask (height, width) of a COCO segmentation: compressed or plain run lengths, or polygons.

    Raises:
        ValueError, KeyError, TypeError: It is malformed or of another size.
    """
    if isinstance(segmentation, list):
        if segmentation and not isinstance(segmentation[0], list):
            segmentation = [segmentation]  # one polygon without the list around it, as some tools write it
        drawn = [bounded(polygon, (height, width)) for polygon in segmentation if len(polygon) >= 6]
        polygons = [points.ravel().tolist() for points in drawn if len(points) >= 3]
        if not polygons:
            return np.zeros((height, width), np.bool_)
        merged = coco_mask.merge(coco_mask.frPyObjects(polygons, height, width))
        return decode_rle(merged["counts"], height, width)
    if list(segmentation["size"]) != [height, width]:
        raise ValueError(f"a mask of size {segmentation['size']} on frames of [{height}, {width}]")
    counts = segmentation["counts"]
    if isinstance(counts, list):
        return plain_runs_mask(counts, width, height).T
    return decode_rle(counts.encode("ascii") if isinstance(counts, str) else counts, height, width)


def plain_runs_mask(runs: Sequence[int], height: int, width: int) -> BoolArray:
    """Mask (height, width) of row-major run lengths, background first. Raises ValueError where they do not fill it."""
    lengths = np.asarray(runs, np.int64)
    if lengths.ndim != 1:
        raise ValueError("run lengths are no list of numbers")
    lengths = filling_runs(lengths, height, width)
    return np.repeat(np.arange(lengths.size) % 2 == 1, lengths).reshape(height, width)


_LEFT_OUT = "left out"


def refuse_no_clips(names: Sequence[str], dataset: Path) -> None:
    """Raise UserError where a dataset lists no clips."""
    if not names:
        raise UserError("'{path}' lists no clips.", "Choose a dataset with clips, or another set of it.", path=dataset)


def refuse_nothing(clip: LabelledClip, dataset: Path) -> None:
    """Raise UserError where no frame has a mask, and the dataset has no empty ones either or holds what is left out.

    Masks that are all background are a result like any other. Frames are read up to the first one with an object.
    """
    covered = [index for index in range(clip.frames.frame_count) if clip.reviewed(index)]
    if any(clip.labels(index).any() for index in covered):
        return
    lost = [note for note in clip.notes() if _LEFT_OUT in note]
    if covered and not lost:
        return
    raise UserError(
        "No masks were found in '{dataset}': {reason}",
        "Choose a dataset of masks or polygons, and the video it was made from.",
        dataset=dataset,
        reason=joined(lost, " ") if lost else Text("it is empty."),
    )
