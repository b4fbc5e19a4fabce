"""What the commands say: results on stdout, everything else on stderr."""

from __future__ import annotations

import sys
from typing import Self

from core.errors import UserError

_SECONDS_BETWEEN_LINES = 10.0
"""How often progress is written where stderr is a file: every step would fill it."""


def say(text: str = "") -> None:
    """Print a result."""
    print(text, flush=True)


def note(text: str) -> None:
    """Print a remark that is no result."""
    print(text, file=sys.stderr, flush=True)


def error(problem: UserError) -> None:
    """Print what is wrong and what to do."""
    note(f"rpcm: {problem.message}")
    note(f"      {problem.hint}")


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
