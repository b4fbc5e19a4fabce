"""Autosave that loses nothing: what cannot be written now waits in memory, in order, and is written later."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.errors import UserError
from core.project.store import ProjectStore
from rpcm_gui.base.language import tr, translate
from rpcm_gui.base.values import Message

log = logging.getLogger(__name__)

RETRY_MILLISECONDS = 5000
"""What waits is tried again this often, without a word until it works."""

Change = Callable[[ProjectStore], object]


class Saver(QObject):
    """Applies changes to the store, each at once.

    When one fails for a reason that the user can mend (a full disk, a drive that went away, too little memory), it
    and all later ones wait. Every later change tries again from the first on, and so do ``flush``
    and, from time to time, a timer.
    """

    message = Signal(object)
    caught_up = Signal()
    """Changes had to wait, and all are written now."""

    def __init__(self, store: ProjectStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._waiting: deque[Change] = deque()
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_MILLISECONDS)
        self._retry.timeout.connect(self._try_again)

    @property
    def waiting(self) -> int:
        """How many changes are in memory only."""
        return len(self._waiting)

    def write(self, change: Change) -> bool:
        """Save ``change``, or keep it for later; returns whether everything is saved."""
        self._waiting.append(change)
        return self._drain(retry=len(self._waiting) > 1)

    def flush(self) -> bool:
        """Try again to save what waits; returns whether everything is saved."""
        return self._drain(retry=True)

    @Slot()
    def _try_again(self) -> None:
        self._drain(retry=True, silent=True)

    def _drain(self, retry: bool, silent: bool = False) -> bool:
        had_waited = retry and bool(self._waiting)
        while self._waiting:
            try:
                self._waiting[0](self._store)
            except (UserError, MemoryError) as error:
                self._retry.start()
                if not silent:
                    self._tell(error if isinstance(error, UserError) else _out_of_memory())
                return False
            self._waiting.popleft()
        self._retry.stop()
        if had_waited:
            self.message.emit(Message("info", tr("All changes are saved again.")))
            self.caught_up.emit()
        return True

    def _tell(self, error: UserError) -> None:
        log.warning("not saved, %d changes wait: %s", len(self._waiting), error)
        assurance = tr(
            "{count} changes are kept in memory and will be saved as soon as possible. Do not close the program yet."
        ).format(count=len(self._waiting))
        hint = f"{translate(error.hint)} {assurance}"
        self.message.emit(Message("error", translate(error.message), hint, "file.save_now", tr("Save now")))


def _out_of_memory() -> UserError:
    return UserError("There is not enough memory to save.", "Close other programs.")
