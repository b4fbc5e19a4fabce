"""Text from files as the window may show it: no markup, no mnemonics, nothing invisible, and not without end.

Names of objects, clips, classes and files come from anybody. Qt takes text that looks like HTML for HTML, and
then reads the pictures it names; ``&`` in a menu underlines a letter; a control character or a bidirectional override
makes a name look like another one. Everything here gives text that Qt shows as it is written.
"""

from __future__ import annotations

import html
import re

from core.files.folders import one_line, printable

MOST_NAME = 120
"""Characters of a name in a list, a menu or a title."""
MOST_TIP = 1000
MOST_WORDS = 4000
"""Characters of a label or a message."""

_LONG_WORD = re.compile(r"\S{40}(?=\S)")


def shown(text: str, most: int = MOST_NAME, *, lines: bool = False) -> str:
    """``text`` with what cannot be seen escaped (``\\x1b``, ``\\u202e``, ``\\udcff``), cut after ``most`` characters.

    Line breaks and tabs stay where ``lines`` are meant.
    """
    cut = text if len(text) <= most else f"{text[: most - 1]}…"
    return printable(cut) if lines else one_line(cut)


def tip(text: str) -> str:
    """``text`` for a tool tip or "What's This?", which Qt may take for HTML."""
    plain = shown(text, MOST_TIP, lines=True)
    if "<" not in plain and "&" not in plain:
        return plain
    return f'<div style="white-space: pre-wrap">{html.escape(plain)}</div>'


def caption(text: str, most: int = MOST_NAME) -> str:
    """``text`` for a menu or a button, where ``&`` would underline the next letter."""
    return shown(text, most).replace("&", "&&")


def window_title(text: str) -> str:
    """``text`` for the title of a window, where ``[*]`` would stand for unsaved changes."""
    return shown(text).replace("[*]", "[*][*]")


def breakable(text: str) -> str:
    """``text`` with places where a line may end in words that are too long for one."""
    return _LONG_WORD.sub("\\g<0>\u200b", text)
