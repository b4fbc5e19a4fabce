"""Text that grows with every frame of an export, kept in a file so that memory stays flat however long the clip."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import IO

ROOM = 1 << 17
"""Characters that are kept in memory, about."""


class Spool:
    """Text to which entries are added, and which is written into another file in the end.

    Args:
        path: Of the file; it exists while something is in it.
        separator: Between two entries.
        room: Characters that are kept in memory.
    """

    SUFFIX = ".spool"

    def __init__(self, path: Path, separator: str = "", room: int = ROOM) -> None:
        self._path, self._separator, self._room = path, separator, room
        self._waiting: list[str] = []
        self._length = 0
        self.count = 0

    def add(self, entry: str) -> None:
        """Append an entry. Raises OSError."""
        self._waiting.append(self._separator + entry if self.count else entry)
        self._length += len(entry)
        self.count += 1
        if self._length >= self._room:
            self._flush()

    def move_into(self, file: IO[bytes]) -> None:
        """Write everything that was added to ``file``, and forget it. Raises OSError."""
        if self._path.exists():
            with self._path.open("rb") as spooled:
                shutil.copyfileobj(spooled, file)
            self._path.unlink()
        file.write("".join(self._waiting).encode("utf-8", "backslashreplace"))
        self._waiting.clear()

    def _flush(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            file.write("".join(self._waiting).encode("utf-8", "backslashreplace"))
        self._waiting.clear()
        self._length = 0
