"""What a project remembers of the window, read with care: another program, or nobody knows who, may have written it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from core.project.errors import DamagedError
from core.project.store import ProjectStore

LARGEST = 2e7
"""No position, size or zoom that the window keeps is beyond it; a hundred times as much fits into an integer of Qt."""

Kind = Callable[[object], bool]


@dataclass(frozen=True, slots=True)
class Stored:
    """Values by name; ``whole`` says whether all that was kept could be used."""

    values: Mapping[str, Any]
    whole: bool


def read_stored(store: ProjectStore, key: str, kinds: Mapping[str, Kind]) -> Stored:
    """What ``store`` keeps under ``key``, as far as it is of the ``kinds`` expected; other names are left out.

    A name that is missing, or that only a newer program knows, is not a fault.
    """
    try:
        found = store.state.get(key, {})
    except DamagedError:
        return Stored({}, False)
    return sound(found, kinds)


def sound(found: object, kinds: Mapping[str, Kind]) -> Stored:
    """What of ``found``, some JSON value, is of the ``kinds`` expected."""
    if not isinstance(found, dict):
        return Stored({}, False)
    known = {name: value for name, value in found.items() if name in kinds}
    good = {name: value for name, value in known.items() if kinds[name](value)}
    return Stored(good, len(good) == len(known))


def is_flag(value: object) -> bool:
    """Whether ``value`` is yes or no."""
    return isinstance(value, bool)


def is_text(value: object) -> bool:
    """Whether ``value`` is text."""
    return isinstance(value, str)


def is_number(value: object) -> bool:
    """Whether ``value`` is a number that a view may have: not infinite, not absurd."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < LARGEST


def is_whole(value: object) -> bool:
    """Whether ``value`` is a whole number that a view may have."""
    return isinstance(value, int) and is_number(value)


def is_table(value: object) -> bool:
    """Whether ``value`` holds values by name."""
    return isinstance(value, dict)


def list_of(kind: Kind, count: int) -> Kind:
    """The kind of a list of ``count`` values of ``kind``."""
    return lambda value: isinstance(value, list) and len(value) == count and all(kind(each) for each in value)


def or_nothing(kind: Kind) -> Kind:
    """``kind``, or None."""
    return lambda value: value is None or kind(value)
