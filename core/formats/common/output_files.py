"""Files of an export: encoded beside the reading of frames, and texts kept on disk however long they grow."""

from __future__ import annotations

import os
import shutil
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import IO

Encode = Callable[[], bytes]
_ENCODERS = min(max(os.cpu_count() or 1, 2), 4)
_MOST_WAITING = 8


class FileQueue:
    """Files encoded and written by threads of their own, a few at a time so that memory stays flat."""

    def __init__(self, executor: ThreadPoolExecutor) -> None:
        self._executor = executor
        self._waiting: deque[Future[None]] = deque()
        self._folders: set[Path] = set()

    def write(self, path: Path, encode: Encode) -> None:
        """Have ``encode()`` written to ``path``; folders are made. Raises what an earlier file raised."""
        if path.parent not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(path.parent)
        self._waiting.append(self._executor.submit(lambda: _write(path, encode)))
        while len(self._waiting) > _MOST_WAITING:
            self._waiting.popleft().result()

    def finish(self) -> None:
        """Wait for every file. Raises what one of them raised."""
        while self._waiting:
            self._waiting.popleft().result()


def _write(path: Path, encode: Encode) -> None:
    path.write_bytes(encode())


@contextmanager
def file_queue() -> Iterator[FileQueue]:
    """A queue whose threads end with the block; what still waits when it is left early is not written."""
    executor = ThreadPoolExecutor(_ENCODERS, "export")
    try:
        yield FileQueue(executor)
    finally:
        # Before the temporary folder goes: nobody may still write into it.
        executor.shutdown(cancel_futures=True)


ROOM = 1 << 17
"""Characters that are kept in memory, about."""


class TextBuffer:
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
