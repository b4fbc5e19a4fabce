"""Files encoded and written beside the reading of frames."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

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
