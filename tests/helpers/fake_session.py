"""A session of a few lines for the views' tests: the real one's signals and answers, without store and workers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.masks.palette import object_colour
from core.project.codec import encode_entropy
from core.project.tables.runs import PackedEntropy
from core.types import Float16Array, Float32Array, Frame, ObjectInfo, PoolSummary, UInt8Array, read_only
from rpcm_gui.base.values import AdaptState, FrameSummary, RunState
from rpcm_gui.model.effective_masks import Summaries
from rpcm_gui.session.session import Session


class _Change(QUndoCommand):
    def __init__(self, text: str, do: Callable[[], None], undo: Callable[[], None]) -> None:
        super().__init__(text)
        self._do, self._undo = do, undo

    def redo(self) -> None:
        self._do()

    def undo(self) -> None:
        self._undo()


class FakeThumbnails(QObject):
    ready = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[int] = []
        self.made: dict[int, UInt8Array] = {}

    def get(self, index: int) -> UInt8Array | None:
        return self.made.get(index)

    def request(self, indices: Sequence[int]) -> None:
        self.wanted = list(indices)


class FakePreviews(QObject):
    ready = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[tuple[object, ...]] = []

    def request(self, format_id: str, destination: Path, options: object, index: int) -> None:
        self.wanted.append((format_id, destination, options, index))


class FakeSession(QObject):
    objectsChanged = Signal()
    currentObjectChanged = Signal(int)
    currentFrameChanged = Signal(int)
    frameReady = Signal(object)
    previewReady = Signal(object)
    frameFailed = Signal(int)
    masksChanged = Signal(int)
    summaryChanged = Signal(int, int)
    runStateChanged = Signal(object)
    rangeChanged = Signal(int, int)
    jobStateChanged = Signal(object)
    adaptationChanged = Signal()
    messagePosted = Signal(object)
    bugFound = Signal(object)

    def __init__(self, frame_count: int = 20, height: int = 48, width: int = 64) -> None:
        super().__init__()
        self.frame_count, self.size, self.fps = frame_count, (height, width), 25.0
        self.title, self.path = "clip", Path("/videos/clip.rpcm")
        self.thumbnails = FakeThumbnails()
        self.export_previews = FakePreviews()
        self.undo_stack = QUndoStack(self)
        self.current_frame = 0
        self.objects: tuple[ObjectInfo, ...] = ()
        self.current_object: int | None = None
        self.range = (0, frame_count - 1)
        self.run_state = RunState()
        self.device = "auto"
        self.calls: list[tuple[object, ...]] = []
        self.commits: list[tuple[int, str]] = []
        self.reliabilities: dict[int, UInt8Array] = {}
        self.entropies: dict[int, Float16Array] = {}
        self.pools: dict[int, PoolSummary] = {}
        self.presences: dict[int, Float32Array] = {}
        self._labels: dict[int, UInt8Array] = {}
        self._summaries = [FrameSummary() for _ in range(frame_count)]

    def real(self) -> Session:
        return cast(Session, self)

    def go_to(self, index: int) -> None:
        self.calls.append(("go_to", index))
        self.current_frame = index
        self.currentFrameChanged.emit(index)

    def go_to_time(self, seconds: float) -> None:
        self.go_to(min(max(round(seconds * self.fps), 0), self.frame_count - 1))

    def picture(self, index: int) -> UInt8Array:
        height, width = self.size
        return np.full((height, width, 3), 40 + index % 200, np.uint8)

    def deliver(self, index: int | None = None) -> None:
        """The frame asked for last (or ``index``) has been decoded."""
        index = self.current_frame if index is None else index
        self.frameReady.emit(Frame(index, read_only(self.picture(index)), index / self.fps))

    def select_object(self, object_id: int) -> None:
        self.current_object = object_id
        self.currentObjectChanged.emit(object_id)

    def add_object(self, name: str | None) -> int:
        object_id = max((item.id for item in self.objects), default=0) + 1
        self.objects += (ObjectInfo(object_id, name or f"Object {object_id}", object_colour(object_id)),)
        self.objectsChanged.emit()
        return object_id

    def _change(self, object_id: int, **what: Any) -> None:
        self.objects = tuple(replace(item, **what) if item.id == object_id else item for item in self.objects)
        self.objectsChanged.emit()

    def rename_object(self, object_id: int, name: str) -> None:
        self._change(object_id, name=name)

    def recolour_object(self, object_id: int, colour: tuple[int, int, int]) -> None:
        self._change(object_id, colour=colour)

    def set_object_visible(self, object_id: int, visible: bool) -> None:
        self._change(object_id, visible=visible)

    def set_object_locked(self, object_id: int, locked: bool) -> None:
        self._change(object_id, locked=locked)

    def remove_object(self, object_id: int) -> None:
        self.objects = tuple(item for item in self.objects if item.id != object_id)
        self.current_object = self.objects[0].id if self.objects else None
        self.objectsChanged.emit()
        self.currentObjectChanged.emit(self.current_object or 0)

    def labels(self, index: int) -> UInt8Array:
        return self._labels.get(index, read_only(np.zeros(self.size, np.uint8)))

    def set_labels(self, index: int, labels: UInt8Array) -> None:
        self._labels[index] = read_only(labels.copy())
        self.masksChanged.emit(index)

    def reliability(self, index: int) -> UInt8Array | None:
        return self.reliabilities.get(index)

    def entropy(self, index: int) -> PackedEntropy | None:
        found = self.entropies.get(index)
        return None if found is None else PackedEntropy(*encode_entropy(found), found.shape, self.path)

    def pool(self, index: int) -> PoolSummary | None:
        return self.pools.get(index)

    def commit_labels(self, index: int, after: UInt8Array, text: str, before: UInt8Array | None = None) -> None:
        before = self.labels(index) if before is None else before
        self.commits.append((index, text))
        self.undo_stack.push(
            _Change(text, lambda: self.set_labels(index, after), lambda: self.set_labels(index, before))
        )

    def references(self) -> tuple[int, ...]:
        return (3,)

    def summary(self, index: int) -> FrameSummary:
        return self._summaries[index]

    def summaries(self) -> Summaries:
        return Summaries.of(self._summaries)

    def presence(self, first: int, last: int) -> dict[int, Float32Array]:
        return {object_id: lane[first : last + 1] for object_id, lane in self.presences.items()}

    def summarise(self, index: int, summary: FrameSummary) -> None:
        self._summaries[index] = summary
        self.summaryChanged.emit(index, index)

    def set_reviewed(self, index: int, reviewed: bool) -> None:
        self.summarise(index, replace(self._summaries[index], reviewed=reviewed))

    def set_range(self, first: int, last: int) -> None:
        self.range = (first, last)
        self.rangeChanged.emit(first, last)

    def set_run_state(self, state: RunState) -> None:
        self.run_state = state
        self.runStateChanged.emit(state)

    def set_device(self, name: str) -> None:
        self.device = name

    def propagate(self, direction: str, whole_range: bool = True) -> None:
        self.calls.append(("propagate", direction) if whole_range else ("propagate", direction, "to the next seed"))

    adaptation: AdaptState | None = None

    def adapt(self) -> None:
        self.calls.append(("adapt",))

    def use_adapted(self, used: bool) -> None:
        self.calls.append(("use_adapted", used))

    run_objects: frozenset[int] | None = None

    def choose_run_objects(self, ids: frozenset[int] | None) -> None:
        self.run_objects = ids

    def remove_queued_run(self, number: int) -> None:
        self.calls.append(("remove_queued_run", number))

    def pause_propagation(self, paused: bool) -> None:
        self.calls.append(("pause_propagation", paused))

    def stop_propagation(self) -> None:
        self.calls.append(("stop_propagation",))

    def cancel_jobs(self) -> None:
        self.calls.append(("cancel_jobs",))

    def clear_annotation(self, index: int) -> None:
        self.calls.append(("clear_annotation", index))

    def export(self, format_id: str, destination: Path, options: object) -> None:
        self.calls.append(("export", format_id, destination, options))
