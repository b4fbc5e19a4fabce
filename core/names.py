"""Names as text that every file and every terminal can hold."""

from __future__ import annotations

import re

_SURROGATES = re.compile("[\ud800-\udfff]")


def readable(name: str) -> str:
    """``name`` without surrogates, as plain text of the same length.

    A byte of a file name that is not UTF-8 reaches Python as a lone surrogate (PEP 383). It is read as Windows-1252,
    which is where such names mostly come from; what that does not know, and any other surrogate, becomes U+FFFD.
    """
    return _SURROGATES.sub(_character, name)


def _character(found: re.Match[str]) -> str:
    code = ord(found[0]) - 0xDC00
    return bytes([code]).decode("cp1252", "replace") if 0x80 <= code <= 0xFF else "\ufffd"
