"""What the commands say: results on stdout, everything else on stderr.

Ctrl-C as a request: the frame at hand is finished and kept.
"""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Self, TextIO

from core.errors import UserError, os_user_error
from core.files.folders import one_line, printable

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""
_SECONDS_BETWEEN_LINES = 10.0
"""How often progress is written where stderr is a file: every step would fill it."""


_CLOSED = (errno.EPIPE, errno.EINVAL if os.name == "nt" else errno.EPIPE)
"""What writing into a pipe that nobody reads any more fails with."""


def escape_unprintable() -> None:
    """Show what the encoding of the terminal or the pipe does not have as ``\\u....`` instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str = "") -> None:
    """Print a result. Raises UserError where it cannot be written."""
    _print(text, sys.stdout)


def note(text: str) -> None:
    """Print a remark that is not a result. Raises UserError where it cannot be written."""
    _print(text, sys.stderr)


def flush() -> None:
    """Write out what is still waiting, before the interpreter does it without handling errors. Raises UserError."""
    for stream in (sys.stdout, sys.stderr):
        _print(None, stream)


def _print(text: str | None, stream: TextIO | None) -> None:
    """A reader that has seen enough (``| head``) does not end the command, nor change its exit code."""
    if stream is None:  # closed by anyone who started the program
        return
    try:
        if text is not None:
            stream.write(f"{printable(text)}\n")
        stream.flush()
    except OSError as error:
        _discard(stream)
        if error.errno not in _CLOSED:
            raise os_user_error(error, Path(stream.name), "write") from error


def _discard(stream: TextIO) -> None:
    """Send what is waiting, and all that follows, nowhere."""
    with suppress(io.UnsupportedOperation):
        sink = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(sink, stream.fileno())
        finally:
            os.close(sink)


def error(problem: UserError) -> None:
    """Print what is wrong and what to do."""
    note(f"rpcm: {one_line(problem.message)}")
    note(f"      {one_line(problem.hint)}")


class ProgressBar:
    """A bar with speed and time left, on stderr; use it in a ``with`` block."""

    def __init__(self, subject: str, total: int | None = None, unit: str = "frame") -> None:
        from tqdm import tqdm

        interval = 0.1 if sys.stderr.isatty() else _SECONDS_BETWEEN_LINES
        self._bar = tqdm(
            desc=subject,
            total=total,
            unit=unit,
            unit_scale=unit != "frame",
            mininterval=interval,
            delay=0.2,
            dynamic_ncols=True,
        )

    def step(self) -> None:
        """One frame more is done."""
        self._bar.update()

    def show(self, done: int, total: int) -> None:
        """``done`` of ``total`` frames are done."""
        self._bar.total = total
        self._bar.update(done - self._bar.n)

    def begin(self, subject: str, total: int) -> None:
        """Start again from 0 with another subject."""
        self._bar.set_description(subject, refresh=False)
        self._bar.reset(total)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_reason: object) -> None:
        self._bar.close()


class Interrupted(KeyboardInterrupt):
    """Ctrl-C.

    Of a type of its own, because Python ends by the signal, whatever exit code it is given, once its own type has
    passed through code that a library runs while it loads.
    """


@contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl-C raise :class:`Interrupted` in the block, where it is not answered or ignored already."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler or threading.current_thread() is not threading.main_thread():
        yield
        return
    signal.signal(signal.SIGINT, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def stop_on_interrupt() -> Iterator[Callable[[], bool]]:
    """Yield ``should_stop``, true from the first Ctrl-C on; a second one interrupts at once."""
    asked = threading.Event()

    def handle(_number: int, _frame: FrameType | None) -> None:
        if asked.is_set():
            raise Interrupted
        asked.set()
        note("\nStopping after this frame; press Ctrl-C again to stop at once.")

    before = signal.signal(signal.SIGINT, handle)
    try:
        yield asked.is_set
    finally:
        signal.signal(signal.SIGINT, before)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise Interrupted
