"""What exported files and clips are called."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, count

from core.errors import UserError
from core.files.folders import readable
from core.formats.base import ExportOptions, LabelledClip


def refuse_same_names(clip: LabelledClip, frames: Sequence[int], options: ExportOptions) -> None:
    """Raise UserError where names that are not UTF-8 would become the same when they are made readable."""
    stems = [clip.frames.name(index) for index in frames] if options.naming == "source" else []
    if len({readable(stem) for stem in stems}) < len(set(stems)):
        raise UserError(
            f"Some frames of '{clip.frames.path.name}' have names that differ only in bytes that are not UTF-8.",
            "Name the exported files by frame number instead (--naming frame).",
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
