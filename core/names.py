"""Names as text that every file and every terminal can hold."""

from __future__ import annotations

import re

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
