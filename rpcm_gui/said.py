"""What the core said, in the user's language.

The core knows nothing of languages: its errors are English sentences with values in them. Here each is recognised by
its template, taken apart, and put together again with the template's translation. What is not recognised stays English.
"""

from __future__ import annotations

import re
from functools import cache

from core.errors import UserError
from rpcm_gui.core_words import TEMPLATES
from rpcm_gui.language import SOURCE, language, tr
from rpcm_gui.state import Level, Message

_FIELD = re.compile(r"\{(\w+)\}")
_REASON = "reason"


def message_of(error: UserError, level: Level = "error") -> Message:
    """The message that tells of ``error``, in the user's language."""
    return Message(level, said(error.message), said(error.hint))


def said(text: str) -> str:
    """A sentence of the core in the user's language; any other text as it is."""
    if language() == SOURCE:
        return text
    for template, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            values = {name: said(value) if name == _REASON else value for name, value in found.groupdict().items()}
            return tr(template).format(**values)
    return text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every template with its pattern, those with most words of their own first: they fit the fewest texts."""
    ordered = sorted(TEMPLATES, key=lambda template: -len(_FIELD.sub("", template)))
    return tuple((template, _pattern(template)) for template in ordered)


def _pattern(template: str) -> re.Pattern[str]:
    parts = _FIELD.split(template)
    words, names = parts[::2], parts[1::2]
    fields = [f"(?P<{name}>.+?)" for name in names]
    return re.compile("".join(re.escape(word) + field for word, field in zip(words, [*fields, ""], strict=True)), re.S)
