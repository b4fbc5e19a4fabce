"""Ctrl-C as a request: the frame at hand is finished and kept."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from core.cli import console


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
        console.note("\nStopping after this frame; press Ctrl-C again to stop at once.")

    before = signal.signal(signal.SIGINT, handle)
    try:
        yield asked.is_set
    finally:
        signal.signal(signal.SIGINT, before)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise Interrupted
