"""DAVIS: ``JPEGImages/480p/<seq>/``, ``Annotations/480p/<seq>/`` and lists of sequences in ``ImageSets/2017/``.

Masks are indexed PNG, value = object id, 255 void. The folder is called 480p whatever the size of the frames, because
loaders ask for it by that name.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import numpy as np

from core.errors import Counted, Text, UserError
from core.files import read_text
from core.files.folders import files_below, subfolders
from core.formats.common.contract import LabelledClip
from core.formats.common.label_maps import label_map_clip
from core.formats.common.reading import in_set
from core.formats.common.writing import ClipPlan, Export, ExportFrame, FolderFormat, Sink, encode_png
from core.masks.png import encode_label_map
from core.types import BACKGROUND, VOID, UInt8Array
from core.video.frame_source import FrameSource
from core.video.image_folder import ImageFolder

_RESOLUTION = "480p"
_YEAR = "2017"
_JOINED = Counted(
    "{count} object became the foreground; DAVIS 2016 has no objects.",
    "{count} objects became one foreground; DAVIS 2016 has no objects.",
)
_LAYOUT_HINT = Text("Choose the folder with 'JPEGImages' and 'Annotations'.")


class DavisFormat(FolderFormat):
    """Reads and writes the layout of DAVIS 2017 (and reads 2016's)."""

    id = "davis"
    title = "DAVIS 2017"
    parts = ("JPEGImages", "Annotations", "ImageSets")
    default_set = "val"

    def begin(self, export: Export) -> Sink:
        """See :class:`.FolderFormat`. Files keep the names that the source gives its frames."""
        for plan in export.plans:
            _note_gaps(plan, export)
        return _DavisSink(export)

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """Names of the sequences with masks, in natural order, or those that ``image_set`` lists, in its order."""
        if image_set is not None:
            return _listed_sequences(root, image_set)
        folder = _resolution_folder(root, "Annotations")
        names = subfolders(folder)
        if not names:
            raise UserError("'{folder}' has no sequences.", _LAYOUT_HINT, folder=folder)
        return tuple(entry.name for entry in names)

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`.ReadableFormat`. All masks are read once to find the objects."""
        source = frames or ImageFolder(_resolution_folder(root, "JPEGImages") / sequence)
        clip = label_map_clip(sequence, source, _resolution_folder(root, "Annotations") / sequence)
        return in_set(clip, _set_of(root, sequence))


class Davis2016Format(DavisFormat):
    """Writes the layout of DAVIS 2016: one foreground, 0 and 255, and lists of pairs of files. Reads both kinds."""

    id = "davis2016"
    title = "DAVIS 2016"

    def begin(self, export: Export) -> Sink:
        """See :class:`core.formats.common.writing.FolderFormat`."""
        for plan in export.plans:
            if len(plan.objects) > 1:
                export.remarks.add(_JOINED, plan.number, len(plan.objects))
        return _Davis2016Sink(export)


class _Davis2016Sink:
    def __init__(self, export: Export) -> None:
        self._export = export
        self._lines: dict[str, list[str]] = {name: [] for name in export.image_sets()}

    def add(self, frame: ExportFrame) -> None:
        picture, mask = (f"{part}/{_RESOLUTION}/{frame.plan.name}" for part in DavisFormat.parts[:2])
        self._export.save_picture(frame, self._export.root / picture)
        self._export.note_void(frame)
        labels = frame.labels
        self._export.files.write(
            self._export.root / mask / f"{frame.stem}.png", lambda: encode_png(_foreground(labels))
        )
        self._lines[frame.image_set].append(f"/{picture}/{frame.stem}.jpg /{mask}/{frame.stem}.png\n")

    def finish(self) -> None:
        for image_set, lines in self._lines.items():
            path = self._export.root / "ImageSets" / _RESOLUTION / f"{image_set}.txt"
            self._export.save_text(path, "".join(lines))


def _foreground(labels: UInt8Array) -> UInt8Array:
    return np.isin(labels, (BACKGROUND, VOID), invert=True) * np.uint8(VOID)


class _DavisSink:
    def __init__(self, export: Export) -> None:
        self._export = export

    def add(self, frame: ExportFrame) -> None:
        pictures, masks = (self._export.root / part / _RESOLUTION / frame.plan.name for part in DavisFormat.parts[:2])
        self._export.save_picture(frame, pictures)
        labels = frame.labels
        self._export.files.write(masks / f"{frame.stem}.png", lambda: encode_label_map(labels))

    def finish(self) -> None:
        for image_set in self._export.image_sets():
            names = [plan.name for plan in self._export.plans if image_set in plan.image_sets]
            self._export.save_text(
                self._export.root / "ImageSets" / _YEAR / f"{image_set}.txt", "\n".join([*names, ""])
            )


def _note_gaps(plan: ClipPlan, export: Export) -> None:
    ids = [each.id for each in plan.objects]
    if ids != list(range(1, len(ids) + 1)):
        listed = ", ".join(map(str, ids))
        export.remarks.add(
            Text(
                "The object ids ({listed}) have gaps; the DAVIS toolkit counts the missing ones as empty objects.",
                listed=listed,
            )
        )


def _resolution_folder(root: Path, part: str) -> Path:
    """``root/part/480p`` or, where that is missing, the only resolution there is."""
    folder = root / part
    if not folder.is_dir():
        raise UserError(
            "'{path}' is not a DAVIS dataset: it has no folder '{part}'.", _LAYOUT_HINT, path=root, part=part
        )
    if (folder / _RESOLUTION).is_dir():
        return folder / _RESOLUTION
    resolutions = subfolders(folder)
    if len(resolutions) != 1:
        raise UserError("'{folder}' has no folder '{part}'.", _LAYOUT_HINT, folder=folder, part=_RESOLUTION)
    return resolutions[0]


def _listed_sequences(root: Path, image_set: str) -> tuple[str, ...]:
    candidates = [*sorted((root / "ImageSets").glob(f"*/{image_set}.txt"), reverse=True)]
    candidates += (root / "ImageSets").glob(f"{image_set}.txt")
    if not candidates:
        known = ", ".join(sorted({file.stem for file in files_below(root / "ImageSets", ".txt")})) or "none"
        raise UserError(
            "'{path}' has no set '{part}'.", "Available sets: {names}.", path=root, part=image_set, names=known
        )
    names = _names_in(candidates[0])
    if not names:
        raise UserError("The list '{path}' is empty.", "Write one sequence name on each line.", path=candidates[0])
    return names


def _names_in(file: Path) -> tuple[str, ...]:
    """The sequences of a list: DAVIS 2016 lists pairs of files, 2017 names. Raises UserError."""
    lines = read_text(file).split("\n")
    return tuple(dict.fromkeys(_sequence_of(line.strip()) for line in lines if line.strip()))


def _set_of(root: Path, sequence: str) -> str | None:
    """The set whose list is the shortest that has the sequence: the lists of train and val, not that of both."""
    lists = {file.stem: _names_in(file) for file in files_below(root / "ImageSets", ".txt")}
    return min((name for name in lists if sequence in lists[name]), key=lambda name: len(lists[name]), default=None)


def _sequence_of(line: str) -> str:
    return PurePosixPath(line.split()[0]).parent.name if "/" in line else line
