"""A session for the views' tests, part by part: the real ones' signals and answers, without store and workers."""

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
from rpcm_gui.base.values import AdaptState, FrameSummary, Message, RunState
from rpcm_gui.model.effective_masks import Summaries
from rpcm_gui.session.session import Session
from rpcm_gui.workers.decoding import FrameFailed

Calls = list[tuple[object, ...]]
PATH = Path("/videos/clip.rpcm")


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


class FakeMasks:
    def __init__(self, size: tuple[int, int]) -> None:
        self._size = size
        self._labels: dict[int, UInt8Array] = {}
        self.reliabilities: dict[int, UInt8Array] = {}
        self.entropies: dict[int, Float16Array] = {}
        self.pools: dict[int, PoolSummary] = {}

    def labels(self, index: int) -> UInt8Array:
        return self._labels.get(index, read_only(np.zeros(self._size, np.uint8)))

    def put(self, index: int, labels: UInt8Array) -> None:
        self._labels[index] = read_only(labels.copy())

    def reliability(self, index: int) -> UInt8Array | None:
        return self.reliabilities.get(index)

    def entropy(self, index: int) -> PackedEntropy | None:
        found = self.entropies.get(index)
        return None if found is None else PackedEntropy(*encode_entropy(found), found.shape, PATH)

    def pool(self, index: int) -> PoolSummary | None:
        return self.pools.get(index)


class FakeDocument(QObject):
    objects_changed = Signal()
    masks_changed = Signal(int)
    summary_changed = Signal(int, int)
    adaptation_changed = Signal()

    def __init__(self, frame_count: int, size: tuple[int, int]) -> None:
        super().__init__()
        self.objects: tuple[ObjectInfo, ...] = ()
        self.masks = FakeMasks(size)
        self.presences: dict[int, Float32Array] = {}
        self._summaries = [FrameSummary() for _ in range(frame_count)]

    def put_objects(self, objects: tuple[ObjectInfo, ...]) -> None:
        self.objects = objects
        self.objects_changed.emit()

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
        self.summary_changed.emit(index, index)


class FakePosition(QObject):
    frame_changed = Signal(int)
    object_changed = Signal(int)
    range_changed = Signal(int, int)

    def __init__(self, frame_count: int, calls: Calls) -> None:
        super().__init__()
        self._calls = calls
        self.frame = 0
        self.object: int | None = None
        self.range = (0, frame_count - 1)

    def go_to(self, index: int) -> None:
        self._calls.append(("go_to", index))
        self.frame = index
        self.frame_changed.emit(index)

    def select_object(self, object_id: int | None) -> None:
        self.object = object_id
        self.object_changed.emit(object_id or 0)

    def set_range(self, first: int, last: int) -> None:
        self.range = (first, last)
        self.range_changed.emit(first, last)


class FakeSeeker:
    def __init__(self, position: FakePosition, fps: float, last: int) -> None:
        self._position, self._fps, self._last = position, fps, last

    def go_to_time(self, seconds: float) -> None:
        self._position.go_to(min(max(round(seconds * self._fps), 0), self._last))


class FakeEditing:
    def __init__(self, document: FakeDocument, position: FakePosition, stack: QUndoStack, calls: Calls) -> None:
        self._document, self._position, self._stack, self._calls = document, position, stack, calls
        self.commits: list[tuple[int, str]] = []

    def add_object(self, name: str | None = None) -> int:
        objects = self._document.objects
        object_id = max((item.id for item in objects), default=0) + 1
        new = ObjectInfo(object_id, name or f"Object {object_id}", object_colour(object_id))
        self._document.put_objects((*objects, new))
        return object_id

    def _change(self, object_id: int, **what: Any) -> None:
        objects = self._document.objects
        self._document.put_objects(tuple(replace(item, **what) if item.id == object_id else item for item in objects))

    def rename_object(self, object_id: int, name: str) -> None:
        self._change(object_id, name=name)

    def recolour_object(self, object_id: int, colour: tuple[int, int, int]) -> None:
        self._change(object_id, colour=colour)

    def set_object_visible(self, object_id: int, visible: bool) -> None:
        self._change(object_id, visible=visible)

    def set_object_locked(self, object_id: int, locked: bool) -> None:
        self._change(object_id, locked=locked)

    def remove_object(self, object_id: int) -> None:
        left = tuple(item for item in self._document.objects if item.id != object_id)
        self._position.object = left[0].id if left else None
        self._document.put_objects(left)
        self._position.select_object(self._position.object)

    def set_labels(self, index: int, labels: UInt8Array) -> None:
        self._document.masks.put(index, labels)
        self._document.masks_changed.emit(index)

    def commit_labels(self, index: int, after: UInt8Array, text: str, before: UInt8Array | None = None) -> None:
        before = self._document.masks.labels(index) if before is None else before
        self.commits.append((index, text))
        self._stack.push(_Change(text, lambda: self.set_labels(index, after), lambda: self.set_labels(index, before)))

    def set_reviewed(self, index: int, reviewed: bool) -> None:
        self._document.summarise(index, replace(self._document.summary(index), reviewed=reviewed))

    def clear_annotation(self, index: int) -> None:
        self._calls.append(("clear_annotation", index))


class FakeRuns(QObject):
    state_changed = Signal(object)

    def __init__(self, calls: Calls) -> None:
        super().__init__()
        self._calls = calls
        self.state = RunState()

    def show(self, state: RunState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def pause(self, paused: bool) -> None:
        self._calls.append(("pause", paused))


class FakeLauncher:
    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self.objects: frozenset[int] | None = None

    def choose_objects(self, ids: frozenset[int] | None) -> None:
        self.objects = ids

    def remove(self, number: int) -> None:
        self._calls.append(("remove", number))

    def stop(self) -> None:
        self._calls.append(("stop",))


class FakeAdapting:
    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self.state: AdaptState | None = None

    def use(self, used: bool) -> None:
        self._calls.append(("use", used))


class FakeFrames(QObject):
    frame_ready = Signal(object)
    preview_ready = Signal(object)
    failed = Signal(object)


class FakeSession(QObject):
    jobStateChanged = Signal(object)
    messagePosted = Signal(object)
    failed = Signal(object)

    def __init__(self, frame_count: int = 20, height: int = 48, width: int = 64) -> None:
        super().__init__()
        self.frame_count, self.size, self.fps = frame_count, (height, width), 25.0
        self.title, self.path = "clip", PATH
        self.device = "auto"
        self.calls: Calls = []
        self.undo_stack = QUndoStack(self)
        self.document = FakeDocument(frame_count, self.size)
        self.position = FakePosition(frame_count, self.calls)
        self.seeker = FakeSeeker(self.position, self.fps, frame_count - 1)
        self.editing = FakeEditing(self.document, self.position, self.undo_stack, self.calls)
        self.runs, self.launcher = FakeRuns(self.calls), FakeLauncher(self.calls)
        self.adapting = FakeAdapting(self.calls)
        self.frames = FakeFrames()
        self.thumbnails = FakeThumbnails()
        self.export_previews = FakePreviews()

    def real(self) -> Session:
        return cast(Session, self)

    def picture(self, index: int) -> UInt8Array:
        height, width = self.size
        return np.full((height, width, 3), 40 + index % 200, np.uint8)

    def deliver(self, index: int | None = None) -> None:
        """The frame asked for last (or ``index``) has been decoded."""
        index = self.position.frame if index is None else index
        self.frames.frame_ready.emit(Frame(index, read_only(self.picture(index)), index / self.fps))

    def fail(self, index: int) -> None:
        """Frame ``index`` cannot be decoded."""
        self.frames.failed.emit(FrameFailed(1, index, Message("error", "Broken.")))

    def set_device(self, name: str) -> None:
        self.device = name

    def propagate(self, direction: str, whole_range: bool = True) -> None:
        self.calls.append(("propagate", direction) if whole_range else ("propagate", direction, "to the next seed"))

    def adapt(self) -> None:
        self.calls.append(("adapt",))

    def cancel_jobs(self) -> None:
        self.calls.append(("cancel_jobs",))

    def export(self, format_id: str, destination: Path, options: object) -> None:
        self.calls.append(("export", format_id, destination, options))
