"""What makes a reopened project look as it was left, and what was done in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from core.errors import Text
from core.project.database import Database
from core.project.fields import from_json


class StateTable:
    """Small JSON values by key: current frame, current object, range, zoom, ..."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str, default: Any = None) -> Any:
        """The value of ``key``, ``default`` when it was never set. Raises DamagedError where it is not JSON."""
        rows = self._database.query("SELECT value FROM state WHERE key = ?", (key,))
        return (
            from_json(self._database.path, Text("the stored value of {key}", key=key), rows[0][0]) if rows else default
        )

    def set(self, key: str, value: Any) -> None:
        """Keep ``value`` (anything that JSON can hold) under ``key``.

        Not flushed to the disk at once: a view's position is worth no wait, and the next stroke's commit covers it.
        """
        with self._database.transaction(durable=False):
            self._database.write(
                "INSERT INTO state VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, json.dumps(value)),
            )


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One thing that the user did: ``at`` is an ISO time in UTC, ``frame`` the frame concerned if there is one."""

    at: str
    text: str
    frame: int | None


class HistoryTable:
    """A log of what was done, so that a reopened project can show that nothing is lost."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, text: str, frame: int | None = None) -> None:
        """Write down what is being done; call it in the transaction that does it."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._database.write("INSERT INTO history (at, text, frame) VALUES (?, ?, ?)", (now, text, frame))

    def latest(self, count: int = 100) -> tuple[HistoryEntry, ...]:
        """The last ``count`` entries, oldest first."""
        rows = self._database.query("SELECT at, text, frame FROM history ORDER BY id DESC LIMIT ?", (count,))
        return tuple(HistoryEntry(*row) for row in reversed(rows))
