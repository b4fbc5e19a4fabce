"""What lies in a folder, without what operating systems and notebooks leave there, and whatever the case of endings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from core.files import explained

_LEFT_BY_SYSTEMS = frozenset({"__macosx", "thumbs.db", "desktop.ini", "@eadir"})


def is_companion(path: Path) -> bool:
    """Whether ``path`` is hidden (``._x``, ``.ipynb_checkpoints``) or left by a system (``__MACOSX``)."""
    return path.name.startswith(".") or path.name.lower() in _LEFT_BY_SYSTEMS


def entries(folder: Path) -> tuple[Path, ...]:
    """What is in ``folder`` without companions, in natural order; nothing where it is no folder. Raises UserError."""
    if not folder.is_dir():
        return ()
    with explained(folder, "read"):
        found = [entry for entry in folder.iterdir() if not is_companion(entry)]
    return tuple(sorted(found, key=natural_key))


def files_with(folder: Path, *suffixes: str) -> tuple[Path, ...]:
    """Files in ``folder`` that end in one of ``suffixes`` (lower case, with dot) in any case, in natural order.

    Nothing where it is no folder. Raises UserError where it may not be read.
    """
    return tuple(entry for entry in entries(folder) if entry.suffix.lower() in suffixes and not entry.is_dir())


def subfolders(folder: Path) -> tuple[Path, ...]:
    """Folders in ``folder`` in natural order. Raises UserError where it is missing or may not be read."""
    with explained(folder, "read"):
        found = [entry for entry in folder.iterdir() if entry.is_dir() and not is_companion(entry)]
    return tuple(sorted(found, key=natural_key))


def files_below(folder: Path, *suffixes: str) -> Iterator[Path]:
    """As :func:`files_with`, of all folders below as well; links to folders are not followed."""
    yield from files_with(folder, *suffixes)
    for entry in entries(folder):
        if entry.is_dir() and not entry.is_symlink():
            yield from files_below(entry, *suffixes)


def matching(folder: Path, pattern: str) -> Iterator[Path]:
    """What fits ``pattern``, parts divided by slashes, in lower case: ``labels/*.txt``. Raises UserError."""
    part, _, rest = pattern.partition("/")
    for entry in entries(folder):
        if fnmatchcase(entry.name.lower(), part):
            if rest:
                yield from matching(entry, rest)
            else:
                yield entry


def natural_key(path: Path) -> tuple[list[tuple[int, int, str]], str]:
    """Sorting key that compares runs of digits in the stem as numbers: "f2" before "f10"."""
    parts = re.findall(r"\d+|\D+", path.stem.casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts], path.name
