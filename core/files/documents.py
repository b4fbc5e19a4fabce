"""JSON and XML from files: nested no deeper than can be taken apart, and without entities."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from typing import Any
from xml.parsers import expat


def parse_json(text: str | bytes) -> Any:
    """The value that ``text`` holds. Raises ValueError where it is not JSON, or nested too deeply."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


_DEEPEST = 200


def parse_xml(data: bytes) -> ET.Element:
    """The root of the document in ``data``.

    Raises:
        ValueError: It is not XML, declares entities (a few lines of which may stand for gigabytes, or for other files),
            or is nested too deeply.
    """
    builder, parser = ET.TreeBuilder(), expat.ParserCreate()
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise ValueError("it is nested too deeply")
        builder.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag)

    def entity(*_declaration: object) -> None:
        raise ValueError("it declares entities")

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, TypeError) as error:  # the last two for encodings that do not exist
        raise ValueError(str(error)) from error
    return builder.close()
