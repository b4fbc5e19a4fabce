"""How long work reports how far it is, and how it is asked to stop."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with (frames done, frames in all)."""
ShouldStop = Callable[[], bool]
