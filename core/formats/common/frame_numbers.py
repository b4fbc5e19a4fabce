"""Which number in a file's name is the frame's: not that of an object, of a camera, or a piece of a hash.

Frames under the numbers that a dataset gives them, where it counts from another number than 0.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.formats.common.contract import Clip, LabelledClip
from core.types import Frame
from core.video.frame_source import FrameSource, Times

_DIGITS = re.compile(r"[0-9]+")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_WORD = re.compile(r"[0-9A-Za-z]+")
_LONGEST = 18
"""Digits: longer runs number nothing."""
_SHORTEST_HASH = 6
_PADDED = 3
"""Digits from which on numbers of one length count as padded with zeros."""


@dataclass(frozen=True, slots=True)
class Column:
    """The runs of digits that stand in one place of all names.

    Attributes:
        texts: As they are written, one for each name.
    """

    texts: tuple[str, ...]

    @property
    def values(self) -> tuple[int, ...]:
        """The numbers."""
        return tuple(map(int, self.texts))

    @property
    def is_padded(self) -> bool:
        """Whether they look like counters: all of one length, with zeros before them or room for some."""
        lengths = {len(text) for text in self.texts}
        return len(lengths) == 1 and min(lengths) >= _PADDED

    @property
    def is_distinct(self) -> bool:
        """Whether no number occurs twice."""
        return len(set(self.values)) == len(self.texts)


def columns(names: Sequence[str]) -> tuple[Column, ...]:
    """The places at which every name has a number, counted from the end, then from the start; each content once."""
    runs = [_runs(name) for name in names]
    fewest = min(map(len, runs), default=0)
    places = [*range(-1, -fewest - 1, -1), *range(fewest)]
    found = (Column(tuple(each[place] for each in runs)) for place in places)
    return tuple({column.values: column for column in _usable(found)}.values())


def counter(names: Sequence[str]) -> tuple[int, ...] | None:
    """The numbers by which these names count: those nearest to the end that tell all of them apart; None without."""
    return next((column.values for column in columns(names) if column.is_distinct), None)


def looks_hashed(name: str) -> bool:
    """Whether ``name`` holds a hash and no number beside it: the order of such names means nothing."""
    return _without_hashes(name) != name and not _runs(name)


def _usable(found: Iterator[Column]) -> Iterator[Column]:
    return (column for column in found if all(len(text) <= _LONGEST for text in column.texts))


def _runs(name: str) -> list[str]:
    return _DIGITS.findall(_without_hashes(name))


def _without_hashes(name: str) -> str:
    return _WORD.sub(lambda word: "-" if _is_hash(word[0]) else word[0], _UUID.sub("-", name))


def _is_hash(word: str) -> bool:
    """Six or more hexadecimal digits, letters and numbers among them, that are no word with a number behind it."""
    if len(word) < _SHORTEST_HASH or word.isdecimal() or re.fullmatch(r"[A-Za-z]+[0-9]+", word):
        return False
    is_hexadecimal = re.fullmatch(r"[0-9a-f]+|[0-9A-F]+", word) is not None
    return is_hexadecimal and re.search(r"[0-9]", word) is not None


class NumberedFrames(FrameSource):
    """``frames``, called by number from ``first`` on, "00001", "00002" and so on, for masks that are called so.

    Args:
        frames: The pictures, kept as ``original``; closing this closes them.
        first: Number of the first one, >= 0.
    """

    def __init__(self, frames: FrameSource, first: int) -> None:
        self.original, self._first = frames, first
        self.path, self.frame_count = frames.path, frames.frame_count
        self.height, self.width, self.fps = frames.height, frames.width, frames.fps
        self.broken_from, self.warnings = frames.broken_from, frames.warnings

    def name(self, index: int) -> str:
        """The number of frame ``index``, five digits or more."""
        return f"{index + self._first:05d}"

    def read(self, index: int) -> Frame:
        """See :class:`core.video.frame_source.FrameSource`."""
        return self.original.read(index)

    def times(self) -> Times:
        """See :class:`core.video.frame_source.FrameSource`."""
        return self.original.times()

    def stored_file(self, index: int) -> Path | None:
        """See :class:`core.video.frame_source.FrameSource`."""
        return self.original.stored_file(index)

    def give_up(self, pointless: Callable[[], bool]) -> None:
        """See :class:`core.video.frame_source.FrameSource`."""
        self.original.give_up(pointless)

    def fingerprint(self) -> str:
        """See :class:`core.video.frame_source.FrameSource`."""
        return self.original.fingerprint()

    def close(self) -> None:
        """See :class:`core.video.frame_source.FrameSource`."""
        self.original.close()


def numbered_from(frames: FrameSource, first: int | None) -> FrameSource:
    """``frames`` called by number from ``first`` on; as they are where that is None."""
    return frames if first is None else NumberedFrames(frames, first)


def with_own_names(clip: LabelledClip) -> LabelledClip:
    """``clip`` with its frames called as their source calls them, once its masks have found them by number."""
    if isinstance(clip, Clip) and isinstance(clip.frames, NumberedFrames):
        return replace(clip, frames=clip.frames.original)
    return clip
