"""Names of classes in ``data.yaml``: the lists and mappings of YAML in which they are written, whatever they contain.

Strings may be plain, in single or in double quotes; comments are passed over. What goes beyond that (anchors, block
scalars, nesting) is refused, so that no name is read wrongly.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

_KEY = re.compile(r"""^(?:names|"names"|'names')[ \t]*:""", re.MULTILINE)
_CLOSING = {"[": "]", "{": "}"}
_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_HEX = {"x": 2, "u": 4, "U": 8}
_SPECIAL = frozenset("&*!|>@`%[]{}")


def class_names(text: str) -> dict[int, str]:
    """Names by the number of their class in the ``data.yaml`` that holds ``text``; none where it has no ``names``.

    Raises:
        ValueError: They are written in a way that is not understood, or a class has two.
    """
    found = _KEY.search(text)
    if found is None:
        return {}
    reader = _Reader(text, found.end())
    reader.skip()
    entries = reader.flow() if reader.here() in _CLOSING else _block(text[found.end() :])
    names: dict[int, str] = {}
    for place, (key, name) in enumerate(entries):
        number = place if key is None else int(key)
        if names.setdefault(number, name) != name:
            raise ValueError(f"class {number} has two names")
    return names


def has_keypoints(text: str) -> bool:
    """Whether the ``data.yaml`` that holds ``text`` is of a dataset of keypoints, whose lines are no polygons."""
    return re.search(r"^kpt_shape[ \t]*:", text, re.MULTILINE) is not None


def yaml_names(classes: Mapping[str, int]) -> list[str]:
    """Lines of ``data.yaml`` with these names, as strings in double quotes."""
    return ["names:", *(f"  {number}: {_quoted(name)}" for name, number in classes.items())]


def _quoted(name: str) -> str:
    """A string of YAML 1.1 and 1.2 alike: what is not printable there is escaped."""
    text = json.dumps(name, ensure_ascii=False)
    return "".join(each if each.isprintable() else _escaped(ord(each)) for each in text)


def _escaped(code: int) -> str:
    return f"\\u{code:04x}" if code < 1 << 16 else f"\\U{code:08x}"


class _Reader:
    """Reads YAML's scalars and flow collections from ``place`` on."""

    def __init__(self, text: str, place: int = 0) -> None:
        self._text, self._place = text, place

    def here(self) -> str:
        """The next character, empty at the end."""
        return self._text[self._place : self._place + 1]

    def skip(self) -> None:
        """Pass over blanks, line ends and comments."""
        while self.here():
            if self.here() == "#":
                end = self._text.find("\n", self._place)
                self._place = len(self._text) if end < 0 else end
            elif self.here().isspace():
                self._place += 1
            else:
                return

    def flow(self) -> list[tuple[str | None, str]]:
        """A list, whose entries have no key, or a mapping."""
        opening = self.here()
        closing = _CLOSING[opening]
        self._place += 1
        entries: list[tuple[str | None, str]] = []
        while True:
            self.skip()
            if self.here() == closing:
                self._place += 1
                return entries
            entries.append(self._entry(opening == "{"))
            self.skip()
            if self.here() == ",":
                self._place += 1
            elif self.here() != closing:
                raise ValueError("the names of the classes are not understood")

    def _entry(self, has_key: bool) -> tuple[str | None, str]:
        if not has_key:
            return None, self.scalar(",]")
        key = self.scalar(":,}")
        self.skip()
        if self.here() != ":":
            raise ValueError("a name of a class has no number")
        self._place += 1
        self.skip()
        return key, self.scalar(",}")

    def scalar(self, ends: str) -> str:
        """A string in quotes, or a plain one as far as the line, a comment or one of ``ends``."""
        if self.here() == '"':
            return self._double()
        if self.here() == "'":
            return self._single()
        start = self._place
        while self.here() and self.here() not in ends + "\n" and not self._begins_comment():
            self._place += 1
        plain = self._text[start : self._place].strip()
        if plain[:1] in _SPECIAL and plain:
            raise ValueError("the names of the classes are not understood")
        return plain

    def _begins_comment(self) -> bool:
        return self.here() == "#" and self._text[self._place - 1 : self._place].isspace()

    def _single(self) -> str:
        parts = []
        while self.here() == "'":
            end = self._text.find("'", self._place + 1)
            if end < 0:
                raise ValueError("a name of a class lacks its closing quote")
            parts.append(self._text[self._place + 1 : end])
            self._place = end + 1
        return "'".join(parts)

    def _double(self) -> str:
        self._place += 1
        parts: list[str] = []
        while self.here() != '"':
            if not self.here():
                raise ValueError("a name of a class lacks its closing quote")
            parts.append(self._escape() if self.here() == "\\" else self.here())
            self._place += 1
        self._place += 1
        # JSON writes letters beyond 16 bits as pairs.
        return "".join(parts).encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _escape(self) -> str:
        """The letter that an escape stands for; the place is left on its last character."""
        self._place += 1
        kind = self.here()
        if kind in _HEX:
            digits = self._text[self._place + 1 : self._place + 1 + _HEX[kind]]
            self._place += _HEX[kind]
            return chr(int(digits, 16))
        return _ESCAPES.get(kind, kind)

    def rest(self) -> str:
        """What follows, without blanks and comments."""
        self.skip()
        return self._text[self._place :].strip()


def _block(text: str) -> list[tuple[str | None, str]]:
    """Entries on lines of their own: ``- name`` or ``0: name``."""
    entries: list[tuple[str | None, str]] = []
    for line in text.split("\n")[1:]:
        content = line.strip()
        if not content or content.startswith("#"):
            continue
        is_item = content == "-" or content.startswith("- ")
        if not line[0].isspace() and not is_item:
            break
        entries.append((None, _value(content[1:])) if is_item else _pair(content))
    return entries


def _pair(content: str) -> tuple[str, str]:
    numbered = re.match(r"""(?:([0-9]+)|"([0-9]+)"|'([0-9]+)')[ \t]*:(?=[ \t]|$)""", content)
    if numbered is None:
        raise ValueError(f"the line '{content}' is no name of a class")
    return next(filter(None, numbered.groups())), _value(content[numbered.end() :])


def _value(text: str) -> str:
    reader = _Reader(text)
    reader.skip()
    found = reader.scalar("")
    if reader.rest():
        raise ValueError(f"the line '{text.strip()}' is no name of a class")
    return found
