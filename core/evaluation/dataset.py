"""Finds the sequences of a folder in the DAVIS layout, and the seeds that their masks give.

``JPEGImages/<resolution>/<sequence>``, ``Annotations/<resolution>/<sequence>``, ``ImageSets/<year>/<split>.txt``; the
resolution and year folders may be named otherwise or be left out, as in YouTube-VOS.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np

from core.errors import UserError
from core.evaluation.evaluate import read_mask
from core.files import read_text
from core.files.folders import entries, files_below, files_with
from core.files.pictures import open_picture
from core.masks.labels import object_ids
from core.types import BACKGROUND, Seed, SeedMode, read_only
from core.video.image_folder import IMAGE_SUFFIXES

ALL = "all"
"""The split that holds every sequence, where the data set lists none of this name."""
_IMAGES, _MASKS, _SETS = "JPEGImages", "Annotations", "ImageSets"
_PREFERRED = ("2017", "2016", "480p")


@dataclass(frozen=True, slots=True)
class Sequence:
    """One clip of a data set: its folder of frames and its folder of true masks."""

    name: str
    frames: Path
    masks: Path


def find_sequences(root: Path, split: str) -> list[Sequence]:
    """The sequences of ``split`` in their listed order.

    Raises:
        UserError: Where the folder has another layout, lacks the split, or a listed sequence has no frames, no masks,
            or a mask that is damaged, of another size, or without a frame.
    """
    images, masks = root / _IMAGES, root / _MASKS
    for folder in (images, masks):
        if not folder.is_dir():
            raise UserError(
                "There is no folder {folder}.",
                "Use the folder with {images}, {masks} and {sets} (DAVIS layout).",
                folder=folder,
                images=_IMAGES,
                masks=_MASKS,
                sets=_SETS,
            )
    names = _split_names(root, split) or (_sequence_names(masks) if split == ALL else [])
    if not names:
        raise UserError(
            "{path} has no sequences in the split '{split}'.",
            "Choose one of: {names}.",
            path=root,
            split=split,
            names=", ".join(sorted({path.stem for path in _split_files(root)} | {ALL})),
        )
    sequences = [Sequence(name, _folder(images, name), _folder(masks, name)) for name in names]
    for sequence in sequences:
        _check_masks(sequence)
    return sequences


def _check_masks(sequence: Sequence) -> None:
    """Find before hours of propagation what measuring would stumble over after them. Raises UserError."""
    frames = {path.stem: path for path in files_with(sequence.frames, *IMAGE_SUFFIXES)}
    for mask in files_with(sequence.masks, ".png"):
        if mask.stem not in frames:
            raise _no_frame(mask)
        expected, found = _picture_size(frames[mask.stem]), _picture_size(mask)
        if expected != found:
            raise UserError(
                "The mask {path} is {size} pixels, but its frame is {frame_size}.",
                "Resize frames and masks to one size (masks by nearest neighbour), or leave the sequence out.",
                path=mask,
                size=f"{found[0]}x{found[1]}",
                frame_size=f"{expected[0]}x{expected[1]}",
            )


def _picture_size(path: Path) -> tuple[int, int]:
    """Width and height, from the head of the file alone."""
    damaged = UserError("{path} is damaged or not an image.", "Complete the dataset, or use another split.", path=path)
    with open_picture(path, damaged) as image:
        return image.size


def seeds_of(frame_stems: Mapping[str, int], masks: Path) -> tuple[Seed, ...]:
    """The masks from which a sequence is propagated: of each object the first one.

    Frames on which further objects enter become seeds that join, holding the new objects only.

    Args:
        frame_stems: Frame number by file name without its ending.
        masks: Folder of true masks, each named as its frame.

    Raises:
        UserError: Where no mask holds an object, or a mask has no frame.
    """
    seeds: list[Seed] = []
    known: set[int] = set()
    for path in files_with(masks, ".png"):
        labels = read_mask(path)
        new = [i for i in object_ids(labels) if i not in known]
        if not new:
            continue
        entered = labels if not known else np.where(np.isin(labels, new), labels, np.uint8(BACKGROUND))
        mode = SeedMode.JOIN if known else SeedMode.RESET
        seeds.append(Seed(_frame_of(path, frame_stems), read_only(entered), mode))
        known.update(new)
    if not seeds:
        raise UserError("No mask in {folder} shows an object.", "Leave this sequence out of the split.", folder=masks)
    return tuple(seeds)


def _frame_of(mask: Path, frame_stems: Mapping[str, int]) -> int:
    if mask.stem not in frame_stems:
        raise _no_frame(mask)
    return frame_stems[mask.stem]


def _no_frame(mask: Path) -> UserError:
    return UserError(
        "There is no frame with the name of the mask {path}.",
        "Add the missing frames, and name each mask after its frame.",
        path=mask,
    )


def _split_files(root: Path) -> list[Path]:
    return sorted(files_below(root / _SETS, ".txt"), key=lambda path: (_preference(path.parent.name), path))


def _split_names(root: Path, split: str) -> list[str]:
    listing = next((path for path in _split_files(root) if path.stem == split), None)
    if listing is None:
        return []
    lines = [line.split() for line in read_text(listing).splitlines() if line.strip()]
    return list(dict.fromkeys(_name_in(words[0]) for words in lines))


def _name_in(entry: str) -> str:
    """DAVIS 2017 lists names, DAVIS 2016 lists a picture and its mask a line."""
    path = PurePosixPath(entry)
    return path.parent.name if path.suffix.lower() in (".jpg", ".jpeg", ".png") else path.name


def _sequence_names(masks: Path) -> list[str]:
    folders = {path.parent for path in files_below(masks, ".png")}
    return sorted({folder.name for folder in folders})


def _folder(parent: Path, name: str) -> Path:
    resolutions = sorted(entries(parent), key=lambda path: (_preference(path.name), path))
    candidates = [parent / name, *(resolution / name for resolution in resolutions)]
    folder = next((candidate for candidate in candidates if candidate.is_dir()), None)
    if folder is None:
        raise UserError(
            "There is no folder '{name}' in {folder}.",
            "Complete the dataset, or use another split.",
            name=name,
            folder=parent,
        )
    return folder


def _preference(name: str) -> int:
    return _PREFERRED.index(name) if name in _PREFERRED else len(_PREFERRED)
