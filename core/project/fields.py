"""Values as they must be: a project file may come from anywhere, and SQLite keeps any value in any column."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from core.errors import Text
from core.files.documents import parse_json
from core.project.errors import damaged

MOST_FRAMES = 1 << 24
"""A week at 25 a second."""
MOST_ID = (1 << 63) - 1
"""SQLite counts no further."""
MOST_SIDE, MOST_PIXELS = 1 << 16, 1 << 29


def whole(path: Path, name: str, value: Any, least: int, most: int) -> int:
    """``value``, a whole number from ``least`` to ``most``. Raises DamagedError where the project holds another."""
    if not isinstance(value, int) or not least <= value <= most:
        raise damaged(path, Text("{name} is {value}", name=name, value=_shown(value)))
    return value


def real(path: Path, name: str, value: Any, least: float, most: float) -> float:
    """``value``, a number from ``least`` to ``most``. Raises DamagedError where the project holds another."""
    if not isinstance(value, int | float) or not math.isfinite(value) or not least <= value <= most:
        raise damaged(path, Text("{name} is {value}", name=name, value=_shown(value)))
    return float(value)


def text(path: Path, name: str, value: Any) -> str:
    """``value``, a text. Raises DamagedError where the project holds something else."""
    if not isinstance(value, str) or "\0" in value:
        raise damaged(path, Text("{name} is {value}", name=name, value=_shown(value)))
    return value


def from_json(path: Path, name: str, value: Any) -> Any:
    """What the JSON text ``value`` holds. Raises DamagedError where it is none."""
    try:
        return parse_json(text(path, name, value))
    except ValueError as error:
        raise damaged(path, Text("{name} is unreadable", name=name)) from error


def _shown(value: Any) -> str:
    return repr(value) if isinstance(value, int | float | None) else Text("of type {kind}", kind=type(value).__name__)
