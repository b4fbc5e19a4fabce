"""Processes that we start, and Ctrl-C, which a terminal sends to every one of them."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker

_CAN_HOLD = hasattr(signal, "pthread_sigmask")
"""Windows has no such thing."""


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait until the block ends, and in processes started in it until they call :func:`hear_interrupts`.

    A process that has hardly begun has nobody who would answer Ctrl-C: it would die, and be missed.
    """
    if not _CAN_HOLD:
        yield
        return
    # Python's own helper lets every signal through when it starts, which it would do with the first of our processes.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def hear_interrupts() -> None:
    """Let Ctrl-C through, also one that has waited: anyone who calls this answers it."""
    if _CAN_HOLD:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
