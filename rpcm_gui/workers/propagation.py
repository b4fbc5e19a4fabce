"""Propagation off the GUI thread: one run at a time, stopped by an event, held back by permits, tagged by run.

The worker owns the network, the device and its own frame source. It knows the index of each frame it works on, so
whatever the user looks at meanwhile cannot change where a result belongs.

What a run of the window computes: the user's wish with the seeds that the project holds.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread, Signal, Slot

from core.machine import give_freed_memory_back
from core.project.seeds import only, seed_frame, seeds
from core.project.store import EncodedResult, ProjectStore, encode_result
from core.propagation.fusion import Results, frame_total, fused
from core.types import Direction, FrameResult, PropagationSettings, RunRequest, UInt8Array
from core.video.frame_source import FrameSource
from rpcm_gui.base.failures import Failure, failure
from rpcm_gui.base.values import MemoryUse
from rpcm_gui.workers.decoding import Opener
from rpcm_gui.workers.job import yield_to_the_window


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPlan:
    """What the user asked for: propagate from frame ``start`` over ``first..last`` (both included).

    Where ``objects`` are given, only their masks are to change.
    """

    run_id: int
    start: int
    first: int
    last: int
    direction: Direction
    settings: PropagationSettings = field(default_factory=PropagationSettings)
    objects: frozenset[int] | None = None


def run_request(store: ProjectStore, plan: RunPlan) -> RunRequest:
    """What the engine is to compute: the plan with the seeds that the project holds now."""
    others = [i for i in store.annotated_frames() if plan.first <= i <= plan.last and i != plan.start]
    chosen = seeds(seed_frame(store, plan.start), (seed_frame(store, i) for i in others), plan.direction)
    return RunRequest(
        run_id=plan.run_id,
        seeds=chosen,
        first=plan.first,
        last=plan.last,
        direction=plan.direction,
        settings=plan.settings,
    )


log = logging.getLogger(__name__)

PERMITS = 8
WAIT_SECONDS = 0.1


class Engine(Protocol):
    """What computes a run. ``device`` names where, ``memory`` says what is in use there."""

    @property
    def device(self) -> str: ...

    def memory(self) -> MemoryUse | None:
        """What the run under way takes, None where nobody knows."""

    def run(self, source: FrameSource, request: RunRequest, should_stop: Callable[[], bool]) -> Results: ...


@dataclass(frozen=True, slots=True)
class EngineChoice:
    """Which network to load and where: ``weights`` is a bundled name or a file.

    ``scale`` times as large as usual, 0.25..4, it sees frames.
    """

    weights: str
    device: str
    precision: str
    scale: float = 1.0


class EngineLoader(Protocol):
    """Builds engines on the worker thread, the first time slowly (torch loads here)."""

    def load(self, choice: EngineChoice) -> Engine: ...

    def forget(self) -> None:
        """Let go of what is kept, after a failure: device memory comes back."""


def _already_set() -> threading.Event:
    event = threading.Event()
    event.set()
    return event


@dataclass(frozen=True, slots=True, eq=False)
class RunOrder:
    """A run of ``project`` with what both threads hold: ``stop``, ``go`` and ``permits``. Fresh ones for each run.

    While ``go`` is not set the worker rests between two frames.
    """

    project: Path
    plan: RunPlan
    choice: EngineChoice
    stop: threading.Event = field(default_factory=threading.Event)
    go: threading.Event = field(default_factory=_already_set)
    permits: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(PERMITS))


@dataclass(frozen=True, slots=True)
class RunBegun:
    """The network is loaded; the first of ``total`` frames is under way on ``device``."""

    run_id: int
    device: str
    total: int


@dataclass(frozen=True, slots=True, eq=False)
class RunResult:
    """One frame of a run: packed for the store, and the two maps that are shown as they are (H, W), read-only.

    Its receiver gives one permit back.
    """

    run_id: int
    stored: EncodedResult
    labels: UInt8Array
    reliability: UInt8Array
    memory: MemoryUse | None = None


@dataclass(frozen=True, slots=True)
class RunEnded:
    """The run's last word: ``problem`` is what went wrong, if anything did; ``stopped`` that it was asked to stop."""

    run_id: int
    stopped: bool
    problem: Failure | None = None


class PropagationWorker(QObject):
    """Lives on the propagation thread."""

    begun = Signal(object)
    result = Signal(object)
    ended = Signal(object)

    def __init__(self, opener: Opener, engines: EngineLoader) -> None:
        super().__init__()
        self._opener = opener
        self._engines = engines

    @Slot(object)
    def run(self, order: RunOrder) -> None:
        """Compute the whole run, or as much as there is until ``order.stop`` is set."""
        problem: Failure | None = None
        try:
            self._compute(order)
        except Exception as error:
            log.exception("run %d failed", order.plan.run_id)
            problem = failure(error)
        if problem is not None:
            self._engines.forget()
        give_freed_memory_back()
        self.ended.emit(RunEnded(order.plan.run_id, order.stop.is_set(), problem))

    def _compute(self, order: RunOrder) -> None:
        if order.stop.is_set():
            return
        # A connection of this thread's own: reading many seeds must not hold up the window.
        with closing(ProjectStore.open(order.project, read_only=True)) as store:
            request = run_request(store, order.plan)
            engine = self._engines.load(order.choice)
            self.begun.emit(RunBegun(request.run_id, engine.device, frame_total(request)))
            halted = partial(_halted, order)
            with closing(self._opener()) as source, closing(fused(engine.run, source, request, halted)) as results:
                for result in results:
                    if not self._deliver(order, _chosen(store, order.plan, result), engine.memory()):
                        return

    def _deliver(self, order: RunOrder, result: FrameResult, memory: MemoryUse | None) -> bool:
        """Hand ``result`` over once the receiver has room; False when the run was stopped while waiting."""
        packed = RunResult(order.plan.run_id, encode_result(result), result.labels, result.reliability, memory)
        while not order.permits.acquire(timeout=WAIT_SECONDS):
            if order.stop.is_set():
                return False
        self.result.emit(packed)
        return not order.stop.is_set()


def _halted(order: RunOrder) -> bool:
    """Rest for as long as the run is paused; whether it was stopped."""
    while not order.go.wait(timeout=WAIT_SECONDS):
        if order.stop.is_set():
            break
    return order.stop.is_set()


def _chosen(store: ProjectStore, plan: RunPlan, result: FrameResult) -> FrameResult:
    """``result`` as far as the plan wants it."""
    if plan.objects is None:
        return result
    return only(store, result, plan.objects)


class PropagationThread(QObject):
    """The GUI thread's end of the worker. Signals arrive on the thread of this object."""

    begun = Signal(object)
    result = Signal(object)
    ended = Signal(object)
    _ordered = Signal(object)

    def __init__(self, opener: Opener, engines: EngineLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order: RunOrder | None = None
        self._thread = QThread()
        self._thread.setObjectName("propagation")
        self._worker = PropagationWorker(opener, engines)
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(yield_to_the_window, Qt.ConnectionType.DirectConnection)
        self._ordered.connect(self._worker.run)
        self._worker.begun.connect(self.begun)
        self._worker.result.connect(self.result)
        self._worker.ended.connect(self.ended)
        self._thread.start()

    def start(self, order: RunOrder) -> None:
        """Queue a run; one that is under way is finished first."""
        self._order = order
        self._ordered.emit(order)

    def stop(self) -> None:
        """Stop the newest run within a frame. Not a queued slot: a busy worker would never see one."""
        if self._order is not None:
            self._order.stop.set()

    def pause(self, paused: bool) -> None:
        """Let the newest run rest after the frame under way, or go on."""
        if self._order is not None:
            (self._order.go.clear if paused else self._order.go.set)()

    def close(self) -> None:
        """Stop, and wait until the thread has ended (at most one frame's time). All its results have come then."""
        self.stop()
        self._thread.quit()
        self._thread.wait()
        # What was handed over while nobody listened waits among the events of this object.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
