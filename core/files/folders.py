"""What lies in a folder, without what operating systems and notebooks leave there, and whatever the case of endings.

Names as text that every file and every terminal can hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from core.errors import os_errors_as_user_errors

_LEFT_BY_SYSTEMS = frozenset({"__macosx", "thumbs.db", "desktop.ini", "@eadir"})


def is_companion(path: Path) -> bool:
    """Whether ``path`` is hidden (``._x``, ``.ipynb_checkpoints``) or left by a system (``__MACOSX``)."""
    return path.name.startswith(".") or path.name.lower() in _LEFT_BY_SYSTEMS


def entries(folder: Path) -> tuple[Path, ...]:
    """What is in ``folder`` without companions, in natural order; nothing where it is no folder. Raises UserError."""
    if not folder.is_dir():
        return ()
    with os_errors_as_user_errors(folder, "read"):
        found = [entry for entry in folder.iterdir() if not is_companion(entry)]
    return tuple(sorted(found, key=natural_key))


def files_with(folder: Path, *suffixes: str) -> tuple[Path, ...]:
    """Files in ``folder`` that end in one of ``suffixes`` (lower case, with dot) in any case, in natural order.

    Nothing where it is not a folder. Raises UserError where it may not be read.
    """
    return tuple(entry for entry in entries(folder) if entry.suffix.lower() in suffixes and not entry.is_dir())


def subfolders(folder: Path) -> tuple[Path, ...]:
    """Folders in ``folder`` in natural order. Raises UserError where it is missing or may not be read."""
    with os_errors_as_user_errors(folder, "read"):
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


_SURROGATES = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Control characters, marks that turn the direction of writing, and others that show nothing; not tab and line feed."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def readable(name: str) -> str:
    """``name`` without surrogates, as plain text of the same length.

    A byte of a file name that is not UTF-8 reaches Python as a lone surrogate (PEP 383). It is read as Windows-1252,
    which is where such names mostly come from; what that does not know, and any other surrogate, becomes U+FFFD.
    """
    return _SURROGATES.sub(_character, name)


def printable(text: str) -> str:
    """``text`` for a terminal: what would move its cursor, change its colours or turn lines round becomes an escape."""
    return _UNSEEN.sub(_escape, text)


def holdable(text: str) -> str:
    """``text`` for any file: surrogates read as in :func:`readable`, line ends and control characters as escapes.

    Raises ValueError where it is no text.
    """
    if not isinstance(text, str):
        raise ValueError(f"a name is no text: {str(text)[:40]}")
    return _CONTROL.sub(_escape, readable(text))


def one_line(text: str) -> str:
    """``text`` as a single line that can be written in any file: tabs and line ends become escapes, too."""
    return printable(text).replace("\n", "\\n").replace("\t", "\\t")


def cell(text: str) -> str:
    """``text`` for a table: spreadsheets would run what begins like a formula, so that gets an apostrophe before it."""
    # One that has the apostrophe already gets another, so that :func:`from_cell` finds every text again.
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA) else text


def from_cell(text: str) -> str:
    """The text that :func:`cell` wrote."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(_FORMULA) else text


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _character(found: re.Match[str]) -> str:
    code = ord(found[0]) - 0xDC00
    return bytes([code]).decode("cp1252", "replace") if 0x80 <= code <= 0xFF else "\ufffd"
