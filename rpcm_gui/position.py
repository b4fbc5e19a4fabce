"""Where the person is: current frame, current object, chosen range; written down so that reopening finds it again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from core.project.store import ProjectStore
from rpcm_gui.document import Document
from rpcm_gui.jotter import Jotter
from rpcm_gui.stored_state import Stored, is_whole, list_of, or_nothing, read_stored

_KEY = "position"
_KINDS = {"frame": is_whole, "object": or_nothing(is_whole), "range": list_of(is_whole, 2)}


class Position(QObject):
    """The place on the desk. Objects that go away are never current."""

    frame_changed = Signal(int)
    object_changed = Signal(int)
    """The id of the current object, 0 for none."""
    range_changed = Signal(int, int)

    def __init__(self, store: ProjectStore, document: Document, jotter: Jotter, parent: QObject | None = None) -> None:
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
