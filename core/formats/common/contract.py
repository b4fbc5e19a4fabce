"""What every dataset format has in common: the clip that goes in or comes out, the options, the checks.

A project and a command-line run both hand in a :class:`LabelledClip`; reading a dataset gives one back, so that
``write(read(...))`` converts between any two formats.

What a format could not carry, counted while it happens and told as sentences afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

import cv2
import numpy as np

from core.errors import Counted, Text, UserError
from core.masks.labels import resize_labels
from core.progress import Progress, ShouldStop
from core.types import BACKGROUND, VOID, ObjectInfo, UInt8Array, read_only
from core.video.frame_source import FrameSource

Naming = Literal["source", "frame", "sequential"]
"""What exported files are called: as the source calls its frames, by the frame's number, or counted from 0."""


class LabelledClip(Protocol):
    """A clip with masks, as a project, a run or a dataset on disk has it. One thread owns it, as it owns ``frames``."""

    @property
    def name(self) -> str:
        """Of the sequence."""

    @property
    def frames(self) -> FrameSource:
        """The pictures."""

    @property
    def objects(self) -> tuple[ObjectInfo, ...]:
        """All objects of the clip, by ascending id."""

    def labels(self, index: int) -> UInt8Array:
        """(H, W) label map of frame ``index``, all background where nothing is known. Raises UserError."""

    def reviewed(self, index: int) -> bool:
        """Whether the user vouches for frame ``index``; of a dataset on disk: whether it has a mask for it."""

    def reliability(self, index: int) -> UInt8Array | None:
        """(H, W) reliability map of frame ``index``, 255 sure and 0 unsure; None where there is none."""

    def probabilities(self, index: int) -> Mapping[int, UInt8Array] | None:
        """Per object a soft mask (H, W), 255 standing for 1, of frame ``index``; None where masks are hard."""

    def image_set(self, index: int) -> str | None:
        """The set (train, val and so on) that a dataset has frame ``index`` in; None where it tells none."""

    def notes(self) -> tuple[str, ...]:
        """Sentences on what of a dataset could not be carried, as far as its frames were asked for."""


def _nothing(_index: int) -> None:
    return None


def _no_notes() -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """The plainest :class:`LabelledClip`: everything given as values and functions."""

    name: str
    frames: FrameSource
    objects: tuple[ObjectInfo, ...]
    read_labels: Callable[[int], UInt8Array]
    is_reviewed: Callable[[int], bool] = field(default=lambda _: True)
    read_reliability: Callable[[int], UInt8Array | None] = _nothing
    read_probabilities: Callable[[int], Mapping[int, UInt8Array] | None] = _nothing
    read_notes: Callable[[], tuple[str, ...]] = _no_notes
    read_image_set: Callable[[int], str | None] = _nothing

    def labels(self, index: int) -> UInt8Array:
        """(H, W) label map of frame ``index``."""
        return self.read_labels(index)

    def reviewed(self, index: int) -> bool:
        """Whether the user vouches for frame ``index``."""
        return self.is_reviewed(index)

    def reliability(self, index: int) -> UInt8Array | None:
        """(H, W) reliability map of frame ``index``, 255 sure and 0 unsure; None where there is none."""
        return self.read_reliability(index)

    def probabilities(self, index: int) -> Mapping[int, UInt8Array] | None:
        """Per object a soft mask (H, W), 255 standing for 1, of frame ``index``; None where masks are hard."""
        return self.read_probabilities(index)

    def image_set(self, index: int) -> str | None:
        """The set that a dataset has frame ``index`` in; None where it tells none."""
        return self.read_image_set(index)

    def notes(self) -> tuple[str, ...]:
        """Sentences on what of a dataset could not be carried, as far as its frames were asked for."""
        return self.read_notes()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What of a clip is exported, and how.

    Attributes:
        range: First and last frame, both included, None as last being the clip's; None is the whole clip.
        objects: Ids that are kept, the others become background; None keeps all. Void is always kept.
        only_reviewed: Whether frames that no person vouches for are left out.
        every_nth: Keep each n-th frame of the range, >= 1.
        overwrite: Whether an earlier export at the destination may be replaced.
        image_set: Name of the set that everything joins, for formats that have sets; None keeps the sets of what is
            exported, or is the format's own custom where it has none.
        val_share: Share, 0..1, that becomes the set "val", the rest "train": whole clips from the last one back where a
            format keeps clips together, else the last frames of each clip (neighbours look alike: a random draw would
            test on what was trained on). 0 does not split.
        size: (height, width) of what is written; None keeps the clip's.
        naming: What the files are called, where the format leaves that open.
        pictures: Whether frames are written beside their masks.
        opacity: Of masks in an overlay video, 0..1.
    """

    range: tuple[int, int | None] | None = None
    objects: tuple[int, ...] | None = None
    only_reviewed: bool = False
    every_nth: int = 1
    overwrite: bool = False
    image_set: str | None = None
    val_share: float = 0.0
    size: tuple[int, int] | None = None
    naming: Naming = "source"
    pictures: bool = True
    opacity: float = 0.5


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote: ``path`` of the result, ``frames`` in it, and sentences on what it could not carry."""

    path: Path
    frames: int
    notes: tuple[str, ...] = ()


OptionName = Literal["pictures", "image_set", "val_share", "naming", "opacity"]
"""Fields of :class:`ExportOptions` that only some formats heed; the others count for all."""


class DatasetFormat(Protocol):
    """A format that clips can be written in."""

    id: str
    """Short name, as on the command line."""
    heeds: frozenset[OptionName]
    """Which of the options that not every format knows mean something here."""
    title: str
    """Name for people."""
    is_folder: bool
    """Whether the destination is a folder, else a file."""
    suffix: str
    """Of such a file, with its dot; empty for folders."""

    def write(
        self,
        clip: LabelledClip,
        destination: Path,
        options: ExportOptions,
        progress: Progress,
        should_stop: ShouldStop,
    ) -> ExportReport | None:
        """Write ``clip`` to ``destination``, whole or not at all.

        Returns:
            None when ``should_stop`` said so; then nothing is left behind.

        Raises:
            UserError: The destination exists or cannot be written, the options select nothing, or a frame is broken.
        """


class DatasetReader(Protocol):
    """A format that clips can be read from."""

    id: str
    """Short name, as on the command line."""
    title: str
    """Name for people."""

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """Names of the clips in the dataset at ``root``, or of those in one of its sets. Raises UserError."""

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """The clip ``sequence`` of the dataset at ``root``; masks are read when asked for.

        Args:
            root: The dataset.
            sequence: One of :meth:`sequences`.
            frames: Pictures to use instead of the dataset's, needed where it has none. Masks find their frame by name,
                or by order where both count the same.

        Raises:
            UserError: Something is missing or malformed, or the masks do not fit the pictures.
        """


class ReadableFormat(DatasetFormat, DatasetReader, Protocol):
    """A format that clips can be written in and read from."""


def no_progress(_done: int, _total: int) -> None:
    """For callers that show none."""


def never_stop() -> bool:
    """For callers that cannot stop."""
    return False


def selected_frames(clip: LabelledClip, options: ExportOptions) -> tuple[int, ...]:
    """Numbers of the frames that ``options`` select, ascending. Raises UserError where there is none."""
    last_frame = clip.frames.frame_count - 1
    first, wanted = options.range or (0, None)
    last = last_frame if wanted is None else wanted
    if not 0 <= first <= last <= last_frame:
        raise UserError(
            "The range {first}..{last} is outside the clip (0..{end}).",
            "Choose frames of the clip.",
            first=first,
            last=last,
            end=last_frame,
        )
    if options.every_nth < 1:
        raise UserError(
            "every-nth must be 1 or more, not {count}.", "Use 1 to export all frames.", count=options.every_nth
        )
    chosen = tuple(
        index
        for index in range(first, last + 1, options.every_nth)
        if not options.only_reviewed or clip.reviewed(index)
    )
    if not chosen:
        raise UserError("There are no frames to export.", "Mark frames as reviewed, or export all frames.")
    return chosen


def selected_size(clip: LabelledClip, options: ExportOptions) -> tuple[int, int]:
    """(height, width) of what ``options`` have written. Raises UserError where it is none."""
    size = options.size or (clip.frames.height, clip.frames.width)
    if min(size) < 1:
        raise UserError(
            "{size} is not a valid image size.",
            "Choose a width and a height of 1 or more.",
            size=f"{size[1]}x{size[0]}",
        )
    return size


def selected_labels(clip: LabelledClip, index: int, options: ExportOptions) -> UInt8Array:
    """Labels (H, W) of frame ``index`` at the size, and with only the objects, that ``options`` ask for.

    It is read-only or the caller's own. Raises UserError.
    """
    labels = clip.labels(index)
    if labels.shape != (clip.frames.height, clip.frames.width):
        raise ValueError(f"label map {labels.shape} of frames {clip.frames.height}x{clip.frames.width}")
    if options.size is not None:
        labels = resize_labels(labels, *options.size)
    if options.objects is None:
        return labels
    kept = np.isin(np.arange(256), (*options.objects, BACKGROUND, VOID))
    table = np.where(kept, np.arange(256), BACKGROUND).astype(np.uint8)
    filtered: UInt8Array = table[labels]
    return filtered


def selected_objects(clip: LabelledClip, options: ExportOptions) -> tuple[ObjectInfo, ...]:
    """The objects that ``options`` keep. Raises UserError where one of the chosen ids does not exist."""
    if options.objects is None:
        return clip.objects
    unknown = sorted(set(options.objects) - {each.id for each in clip.objects})
    if unknown:
        raise UserError("The clip has no object {id}.", "Choose objects of the clip.", id=unknown[0])
    return tuple(each for each in clip.objects if each.id in options.objects)


def resized(image: UInt8Array, size: tuple[int, int]) -> UInt8Array:
    """``image`` (H, W) or (H, W, 3) at ``size`` (height, width): averaged where it shrinks, smooth where it grows."""
    height, width = size
    if image.shape[:2] == size:
        return image
    shrinks = height <= image.shape[0] and width <= image.shape[1]
    method = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    return read_only(np.asarray(cv2.resize(image, (width, height), interpolation=method), np.uint8))


def safe_name(name: str) -> str:
    """``name`` as a folder name that every system accepts, never empty."""
    return re.sub(r"[^\w.-]+", "_", name).strip("._") or "clip"


def stored_jpeg(frames: FrameSource, index: int) -> Path | None:
    """The file of frame ``index`` where it is a JPEG of its own."""
    file = frames.stored_file(index)
    return file if file is not None and file.suffix.lower() in (".jpg", ".jpeg") else None


class ExportNotes:
    """Sentences with a number in them, each summed over what it was said of; saying it again of the same is no more."""

    def __init__(self) -> None:
        self._counts: dict[Counted | Text, dict[Hashable, int]] = {}

    def add(self, sentence: Counted | Text, about: Hashable = None, count: int = 1) -> None:
        """Note ``sentence`` with the sum of all counts in it; ``about`` names the frame or object meant."""
        if count:
            self._counts.setdefault(sentence, {})[about] = count

    def sentences(self) -> tuple[Text, ...]:
        """Everything noted, in the order of first mention."""
        return tuple(
            sentence.text(sum(counts.values())) if isinstance(sentence, Counted) else sentence
            for sentence, counts in self._counts.items()
        )
