"""Connections that a view makes to a session and takes back together when it gets another one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SignalInstance


class Links:
    """Signals connected to slots, remembered so that all can be cut at once."""

    def __init__(self) -> None:
        self._made: list[tuple[SignalInstance, Callable[..., Any]]] = []

    def connect(self, signal: Any, slot: Callable[..., Any]) -> None:
        """Connect ``signal`` to ``slot``."""
        signal.connect(slot)
        self._made.append((signal, slot))

    def cut(self) -> None:
        """Disconnect everything that was connected here."""
        for signal, slot in self._made:
            signal.disconnect(slot)
        self._made.clear()
