"""Where the user is: current frame, current object, chosen range; written down so that reopening finds it again.

Small things written down promptly: where the user is and how they look at it, so that a crash forgets nothing.

From a time to the frame that is shown then, also where the frame rate varies.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.errors import UserError
from core.progress import Progress, ShouldStop
from core.project.store import ProjectStore
from core.video.frame_source import FrameSource, Times
from core.video.source import frame_at
from rpcm_gui.base.language import tr
from rpcm_gui.base.stored_state import Stored, is_whole, list_of, or_nothing, read_stored
from rpcm_gui.model.document import Document
from rpcm_gui.workers.tasks import BackgroundTasks

log = logging.getLogger(__name__)

REST_MILLISECONDS = 100
"""The first of several notes is written at once, the last one this long after it at the latest."""


class StateWriter(QObject):
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


_KEY = "position"
_KINDS = {"frame": is_whole, "object": or_nothing(is_whole), "range": list_of(is_whole, 2)}


class Position(QObject):
    """The place on the desk. Objects that go away are never current."""

    frame_changed = Signal(int)
    object_changed = Signal(int)
    """The id of the current object, 0 for none."""
    range_changed = Signal(int, int)

    def __init__(
        self, store: ProjectStore, document: Document, jotter: StateWriter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jotter = jotter
        self._document = document
        self._last = store.source.reference.frame_count - 1
        self.frame = 0
        self.object: int | None = None
        self.range = (0, self._last)
        stored = read_stored(store, _KEY, _KINDS)
        self.whole = stored.whole
        """Whether the place of the last time was readable."""
        self._restore(stored)
        document.objects_changed.connect(self._objects_changed)

    @Slot(int)
    def go_to(self, index: int) -> None:
        """Make ``index`` the current frame; beyond the ends the first or last."""
        index = self._clamp(index)
        if index != self.frame:
            self.frame = index
            self._write_down()
            self.frame_changed.emit(index)

    def select_object(self, object_id: int) -> None:
        """Make an object current; an id that no object has is ignored."""
        if object_id != self.object and any(info.id == object_id for info in self._document.objects):
            self._select(object_id)

    def set_range(self, first: int, last: int) -> None:
        """Choose the frames ``first..last``, both included, in either order."""
        first, last = sorted((self._clamp(first), self._clamp(last)))
        if (first, last) != self.range:
            self.range = (first, last)
            self._write_down()
            self.range_changed.emit(first, last)

    def _write_down(self) -> None:
        self._jotter.note(_KEY, {"frame": self.frame, "object": self.object, "range": self.range})

    def _restore(self, stored: Stored) -> None:
        self.frame = self._clamp(stored.values.get("frame", 0))
        first, last = sorted(self._clamp(index) for index in stored.values.get("range", self.range))
        self.range = (first, last)
        ids = [info.id for info in self._document.objects]
        wanted = stored.values.get("object")
        self.object = wanted if wanted in ids else next(iter(ids), None)

    def _clamp(self, index: int) -> int:
        return min(max(index, 0), self._last)

    @Slot()
    def _objects_changed(self) -> None:
        ids = [info.id for info in self._document.objects]
        if self.object not in ids:
            self._select(ids[-1] if ids else None)

    def _select(self, object_id: int | None) -> None:
        self.object = object_id
        self._write_down()
        self.object_changed.emit(object_id or 0)


class TimeSeeker(QObject):
    """Goes to times. The first one reads the frames' times in a job; later ones are at once.

    ``failed`` carries a :class:`.Failure` where the source cannot be opened.
    """

    failed = Signal(object)

    def __init__(
        self, opener: Callable[[], FrameSource], go_to: Callable[[int], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._opener, self._go_to = opener, go_to
        self._times: Times | None = None
        self._selecting = BackgroundTasks(self)
        self._selecting.failed.connect(self.failed)

    def go_to_time(self, seconds: float) -> None:
        """Go to the frame that is shown at ``seconds`` from the clip's start; beyond the ends the first or last."""
        if self._times is not None:
            self._go_to(frame_at(self._times, seconds))
        else:
            self._selecting.run(tr("Frame times"), partial(_read, self._opener), partial(self._arrived, seconds))

    def close(self) -> None:
        """Give up what is under way."""
        self._selecting.close()

    def _arrived(self, seconds: float, times: Times) -> None:
        self._times = times
        self._go_to(frame_at(times, seconds))


def _read(opener: Callable[[], FrameSource], progress: Progress, should_stop: ShouldStop) -> Times:
    del progress, should_stop
    source = opener()
    try:
        return source.times()
    finally:
        source.close()
