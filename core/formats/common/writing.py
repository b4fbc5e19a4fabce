"""Writing datasets: which frames of which clips go where, files encoded beside the reading, all or nothing.

A format says in :meth:`FolderFormat.begin` what becomes of each frame; staging, progress, cancel, splits and the
refusal to overwrite are the same for all and live here.

What exported files and clips are called.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count
from pathlib import Path
from typing import ClassVar, Literal, Protocol

import cv2
import numpy as np
import numpy.typing as npt

from core.errors import Counted, Text, UserError
from core.files import staged_folder, sweep
from core.files.folders import readable
from core.files.owned import refuse_overwrite, write_manifest
from core.files.pictures import encode_jpeg, open_picture, picture_errors_as_user_errors
from core.formats.common.contract import (
    ExportNotes,
    ExportOptions,
    ExportReport,
    LabelledClip,
    OptionName,
    never_stop,
    no_progress,
    resized,
    safe_name,
    selected_frames,
    selected_labels,
    selected_objects,
    selected_size,
    stored_jpeg,
)
from core.formats.common.output_files import FileQueue, TextBuffer, file_queue
from core.progress import Progress, ShouldStop
from core.types import VOID, ObjectInfo, UInt8Array
from core.video.source import sources_of


def refuse_same_names(clip: LabelledClip, frames: Sequence[int], options: ExportOptions) -> None:
    """Raise UserError where names that are not UTF-8 would become the same when they are made readable."""
    stems = [clip.frames.name(index) for index in frames] if options.naming == "source" else []
    if len({readable(stem) for stem in stems}) < len(set(stems)):
        raise UserError(
            "Some frames of '{clip}' have names that differ only in bytes that are not UTF-8.",
            "Name the exported files by frame number instead (--naming frame).",
            clip=clip.frames.path.name,
        )


def unique_names(names: Sequence[str]) -> tuple[str, ...]:
    """``names`` with numbers added to those that came before, upper and lower case taken for the same."""
    taken: dict[str, str] = {}
    for name in names:
        candidates = chain([name], (f"{name}-{number}" for number in count(2)))
        # Some file systems do not tell upper from lower case.
        free = next(candidate for candidate in candidates if candidate.casefold() not in taken)
        taken[free.casefold()] = free
    return tuple(taken.values())


def frame_stem(clip: LabelledClip, options: ExportOptions, index: int, position: int) -> str:
    """What the files of frame ``index``, exported as the ``position``-th, are called."""
    if options.naming == "source":
        return readable(clip.frames.name(index))
    return f"{index if options.naming == 'frame' else position:05d}"


_EXIF_ORIENTATION = 0x0112
_NO_SETS = Counted(
    "The sets of the frames of {count} clip were left out: this format has none.",
    "The sets of the frames of {count} clips were left out: this format has none.",
)
_TORN = Counted(
    "{count} clip has frames in several sets, which this format cannot store: it was kept together.",
    "{count} clips have frames in several sets, which this format cannot store: each was kept together.",
)
_NO_VOID = Counted(
    "This format has no void (pixels left open); on {count} frame it became background.",
    "This format has no void (pixels left open); on {count} frames it became background.",
)


@dataclass(frozen=True, slots=True, eq=False)
class ClipPlan:
    """What of one clip is written.

    Attributes:
        name: Of its folder or sequence; no other clip of the export has it.
        number: Counted from 1 over the clips of the export.
        frames: Numbers of the frames, ascending.
        size: (height, width) of masks and pictures.
        image_sets: Per frame the set that it joins.
    """

    name: str
    number: int
    clip: LabelledClip
    objects: tuple[ObjectInfo, ...]
    frames: tuple[int, ...]
    size: tuple[int, int]
    image_sets: tuple[str, ...]

    def categories(self) -> Mapping[int, str]:
        """Per object id what it is: its category, or where none is given its name."""
        return {each.id: category_of(each) for each in self.objects}


def category_of(info: ObjectInfo) -> str:
    """What an object is: its category, or where none is given its name."""
    return info.category or info.name


@dataclass(frozen=True, eq=False)
class ExportFrame:
    """One frame on its way out.

    Attributes:
        index: In the clip.
        position: Among the frames of this clip that are exported.
        stem: Of its files.
        image_set: That it joins.
    """

    plan: ClipPlan
    options: ExportOptions
    index: int
    position: int
    stem: str

    @property
    def image_set(self) -> str:
        """The set that it joins."""
        return self.plan.image_sets[self.position]

    @cached_property
    def labels(self) -> UInt8Array:
        """(H, W) label map with the chosen objects at the chosen size. Raises UserError."""
        return selected_labels(self.plan.clip, self.index, self.options)

    @cached_property
    def probabilities(self) -> Mapping[int, UInt8Array] | None:
        """Per object a soft mask (H, W) at the clip's size, 255 standing for 1. Raises UserError."""
        return self.plan.clip.probabilities(self.index)

    @cached_property
    def picture(self) -> UInt8Array:
        """(H, W, 3) RGB at the chosen size. Raises UserError."""
        return resized(self.plan.clip.frames.read(self.index).image, self.plan.size)


@dataclass(frozen=True, slots=True, eq=False)
class Export:
    """An export under way: where it is written, what of, and what it could not carry."""

    root: Path
    plans: tuple[ClipPlan, ...]
    options: ExportOptions
    files: FileQueue
    remarks: ExportNotes

    def image_sets(self) -> tuple[str, ...]:
        """Every set that a frame joins, in order of appearance."""
        return tuple(dict.fromkeys(name for plan in self.plans for name in plan.image_sets))

    def save_picture(self, frame: ExportFrame, folder: Path, stem: str | None = None) -> None:
        """Write the frame's picture as JPEG, where pictures are wanted: the source's own bytes if they serve."""
        if not self.options.pictures:
            return
        path = folder / f"{stem or frame.stem}.jpg"
        file = stored_jpeg(frame.plan.clip.frames, frame.index) if self.options.size is None else None
        if file is not None and _is_upright(file):
            self.files.write(path, file.read_bytes)
            return
        picture = frame.picture
        self.files.write(path, lambda: encode_jpeg(picture))

    def save_text(self, path: Path, *parts: str | TextBuffer) -> None:
        """Write the parts one after the other, as UTF-8 with ``\\n`` at line ends. Raises OSError."""
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            for part in parts:
                if isinstance(part, TextBuffer):
                    part.move_into(file)
                else:
                    file.write(part.encode("utf-8", "backslashreplace"))

    def spool(self, name: str, separator: str = "") -> TextBuffer:
        """A new spool; ``name`` tells it from the export's others."""
        return TextBuffer(self.root / f".{name}{TextBuffer.SUFFIX}", separator)

    def note_void(self, frame: ExportFrame) -> None:
        """Remark where a format without void loses it."""
        if (frame.labels == VOID).any():
            self.remarks.add(_NO_VOID, (frame.plan.name, frame.index))


def encode_png(picture: npt.NDArray[np.uint8]) -> bytes:
    """PNG of ``picture``: (H, W) grey or (H, W, 4) RGBA."""
    stored = cv2.cvtColor(picture, cv2.COLOR_RGBA2BGRA) if picture.ndim == 3 else picture
    done, data = cv2.imencode(".png", stored)
    if not done:
        raise ValueError(f"no PNG of {picture.shape}")
    return data.tobytes()


def _is_upright(file: Path) -> bool:
    """Whether loaders that follow EXIF orientation and loaders that do not see the same picture."""
    damaged = UserError("The image '{file}' is damaged.", "Replace the file.", file=file)
    with open_picture(file, damaged) as image, picture_errors_as_user_errors(damaged):
        return bool(image.getexif().get(_EXIF_ORIENTATION, 1) == 1)


class Sink(Protocol):
    """What a format does with the frames of an export."""

    def add(self, frame: ExportFrame) -> None:
        """Take one frame; they come clip by clip, ascending. Raises UserError."""

    def finish(self) -> None:
        """Write what needs all frames."""


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """What a few frames of an export look like.

    Attributes:
        files: Those of the frame that was asked for, or of the nearest that is exported.
        folders: That every frame has files in.
        names: That such an export puts at the top of its folder.
        notes: Sentences on what cannot be carried, as far as these frames show it.
    """

    files: Set[Path]
    folders: Set[Path]
    names: Set[str]
    notes: tuple[str, ...]


class FolderFormat(ABC):
    """A format that is written as a folder.

    Attributes:
        parts: Names that lie at the top of such a folder.
        default_set: The set that is written when none is named.
        split_by: Whether a split keeps clips together or cuts each in two.
        holds_many: Whether one folder may hold several clips.
        heeds: Which of the options that not every format knows mean something here.
    """

    id: str
    title: str
    is_folder = True
    suffix = ""
    parts: ClassVar[tuple[str, ...]] = ()
    default_set: ClassVar[str] = "train"
    split_by: ClassVar[Literal["clips", "frames"]] = "clips"
    holds_many: ClassVar[bool] = True
    heeds: frozenset[OptionName] = frozenset({"pictures", "image_set", "naming"})

    @abstractmethod
    def begin(self, export: Export) -> Sink:
        """The sink of a new export."""

    def top_names(self, plans: Sequence[ClipPlan]) -> Set[str]:
        """Names that an export of ``plans`` puts at the top; a folder with other things in it is never replaced."""
        del plans
        return frozenset(self.parts)

    def write(
        self,
        clip: LabelledClip,
        destination: Path,
        options: ExportOptions,
        progress: Progress = no_progress,
        should_stop: ShouldStop = never_stop,
    ) -> ExportReport | None:
        """See :class:`core.formats.common.contract.DatasetFormat`."""
        return self.write_all((clip,), destination, options, progress, should_stop)

    def write_all(
        self,
        clips: Sequence[LabelledClip],
        destination: Path,
        options: ExportOptions,
        progress: Progress = no_progress,
        should_stop: ShouldStop = never_stop,
    ) -> ExportReport | None:
        """Write several clips as one dataset; else as ``write``. Raises ValueError where the format holds only one."""
        if len(clips) > 1 and not self.holds_many:
            raise ValueError(f"{self.title} holds one clip")
        remarks = ExportNotes()
        plans = self._plans(clips, options, remarks)
        swept = sweep(destination)
        keep = [path for clip in clips for path in sources_of(clip.frames)]
        earlier = refuse_overwrite(destination, options.overwrite, keep)
        with staged_folder(destination) as staged, file_queue() as files:
            sink = self.begin(Export(staged.path, plans, options, files, remarks))
            if not _feed(sink, plans, options, progress, should_stop):
                return None
            sink.finish()
            files.finish()
            write_manifest(staged.path)
            staged.commit(None if earlier is None else earlier.refuse_changed)
        return ExportReport(destination, sum(len(plan.frames) for plan in plans), (*swept, *_notes(plans, remarks)))

    def write_sample(
        self, clip: LabelledClip, folder: Path, options: ExportOptions, index: int, should_stop: ShouldStop
    ) -> Sample | None:
        """Write the first frame that ``options`` select, the last, and the one nearest to ``index`` into ``folder``.

        They are named and numbered as in the whole dataset, whose lists may name more frames than there are files.
        None where ``should_stop`` said so. Raises UserError.
        """
        remarks = ExportNotes()
        plans = self._plans((clip,), options, remarks)
        frames = plans[0].frames
        shown = min(range(len(frames)), key=lambda position: abs(frames[position] - index))
        added: dict[int, Set[Path]] = {}
        with file_queue() as files:
            sink = self.begin(Export(folder, plans, options, files, remarks))
            for position in sorted({0, shown, len(frames) - 1}):
                if should_stop():
                    return None
                before = _frame_files(folder)
                sink.add(_frame(plans[0], options, position))
                files.finish()
                added[position] = {
                    path for path in folder.rglob("*") if path.is_file() and path.suffix != TextBuffer.SUFFIX
                } - before
            sink.finish()
            files.finish()
        folders = {path.parent for paths in added.values() for path in paths}
        return Sample(added[shown], folders, self.top_names(plans), _notes(plans, remarks))

    def _plans(
        self, clips: Sequence[LabelledClip], options: ExportOptions, remarks: ExportNotes
    ) -> tuple[ClipPlan, ...]:
        if not 0 <= options.val_share < 1:
            raise UserError(
                "The validation share is {share}, which is out of range.",
                "Choose 0 or more, but less than 1.",
                share=options.val_share,
            )
        names = unique_names([safe_name(clip.name) for clip in clips])
        whole = self._sets_of_clips(len(clips), options, remarks)
        plans = []
        for number, (clip, name, image_set) in enumerate(zip(clips, names, whole, strict=True), start=1):
            frames = selected_frames(clip, options)
            refuse_same_names(clip, frames, options)
            sets = split_sets(len(frames), options.val_share) if self._cuts(options) else (image_set,) * len(frames)
            if options.image_set is None and options.val_share == 0:
                sets = self._own_sets(clip, frames, sets, remarks)
            objects, size = selected_objects(clip, options), selected_size(clip, options)
            plans.append(ClipPlan(name, number, clip, objects, frames, size, sets))
        return tuple(plans)

    def _cuts(self, options: ExportOptions) -> bool:
        return self.split_by == "frames" and options.val_share > 0

    def _own_sets(
        self, clip: LabelledClip, frames: Sequence[int], sets: tuple[str, ...], remarks: ExportNotes
    ) -> tuple[str, ...]:
        """The sets that the clip's frames have where they come from; else ``sets``."""
        own = tuple(clip.image_set(index) for index in frames)
        names = dict.fromkeys(name for name in own if name is not None)
        if not names:
            return sets
        if "image_set" not in self.heeds:
            remarks.add(_NO_SETS, clip.name)
            return sets
        if self.split_by == "clips" and len(set(own)) > 1:
            remarks.add(_TORN, clip.name)
            return sets
        return tuple(safe_name(name) if name else default for name, default in zip(own, sets, strict=True))

    def _sets_of_clips(self, clips: int, options: ExportOptions, remarks: ExportNotes) -> tuple[str, ...]:
        one_set = (safe_name(options.image_set or self.default_set),) * clips
        if options.val_share == 0 or self.split_by == "frames":
            return one_set
        if clips == 1:
            remarks.add(
                Text(
                    "This format does not split clips, so the only clip went to the set '{one_set}'.",
                    one_set=one_set[0],
                )
            )
            return one_set
        return split_sets(clips, options.val_share)


def set_names(plans: Sequence[ClipPlan]) -> Set[str]:
    """Every set that a frame joins, and the usual ones, for formats with a folder for each."""
    return {"train", "val", *(image_set for plan in plans for image_set in plan.image_sets)}


def split_sets(things: int, val_share: float) -> tuple[str, ...]:
    """The set of each of ``things``: the last ``val_share`` of them "val", the others "train"; both if it can."""
    val = min(max(round(things * val_share), 1), things - 1)
    return ("train",) * (things - val) + ("val",) * val


def _feed(
    sink: Sink, plans: Sequence[ClipPlan], options: ExportOptions, progress: Progress, should_stop: ShouldStop
) -> bool:
    total = sum(len(plan.frames) for plan in plans)
    done = 0
    for plan in plans:
        for position in range(len(plan.frames)):
            if should_stop():
                return False
            sink.add(_frame(plan, options, position))
            done += 1
            progress(done, total)
    return True


def _frame_files(folder: Path) -> Set[Path]:
    return {path for path in folder.rglob("*") if path.is_file() and path.suffix != TextBuffer.SUFFIX}


def _frame(plan: ClipPlan, options: ExportOptions, position: int) -> ExportFrame:
    index = plan.frames[position]
    return ExportFrame(plan, options, index, position, frame_stem(plan.clip, options, index, position))


def _notes(plans: Sequence[ClipPlan], remarks: ExportNotes) -> tuple[str, ...]:
    return (*(note for plan in plans for note in plan.clip.notes()), *remarks.sentences())
