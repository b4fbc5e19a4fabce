"""The GUI thread's side of propagation: orders runs, stores what comes back, tells how it goes."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rpcm_gui.base.language import tr
from rpcm_gui.base.values import QueuedRun, RunState
from rpcm_gui.workers.propagation import PropagationThread, RunBegun, RunEnded, RunOrder, RunResult

TICK_MILLISECONDS = 33
"""Results are stored and shown at most 30 times a second."""
STORE_SECONDS = 0.015
"""How long one tick may spend on storing; the rest waits for the next, and the worker for its permits."""

StoreResults = Callable[[Sequence[RunResult]], bool]


class Speed:
    """Frames per second over the last results."""

    def __init__(self, window: int = 16) -> None:
        self._times: deque[float] = deque(maxlen=window + 1)

    def tick(self, now: float) -> None:
        """One more frame is done."""
        self._times.append(now)

    def value(self) -> float:
        """Moving average, 0 before the second frame."""
        if len(self._times) < 2:
            return 0.0
        return (len(self._times) - 1) / max(self._times[-1] - self._times[0], 1e-9)


class Runs(QObject):
    """One run at a time.

    Signals:
        state_changed: A :class:`RunState`.
        kept: The first results of this run are in the store.
        concluded: The run under way has had its last word, a :class:`RunEnded`; another can start.
        failed: A :class:`.Failure`.
    """

    state_changed = Signal(object)
    kept = Signal(int)
    concluded = Signal(object)
    failed = Signal(object)

    def __init__(self, thread: PropagationThread, store_results: StoreResults, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = self._concluded = RunState()
        self._thread = thread
        self._store_results = store_results
        self._order: RunOrder | None = None
        self._queue: tuple[QueuedRun, ...] = ()
        self._end: RunEnded | None = None
        self._inbox: deque[RunResult] = deque()
        self._filled: set[int] = set()
        self._speed = Speed()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)
        thread.begun.connect(self._begun)
        thread.result.connect(self._receive)
        thread.ended.connect(self._ended)

    @property
    def busy(self) -> bool:
        """Whether a run is under way, loading and stopping included."""
        return self._order is not None

    def start(self, order: RunOrder) -> None:
        """Begin a run. None may be under way."""
        assert self._order is None, "one run at a time"
        self._order, self._end = order, None
        self._speed = Speed()
        self._filled.clear()
        text = tr("Loading the network")
        self._tell(RunState(running=True, run_id=order.plan.run_id, device=order.choice.device, text=text))
        self._timer.start()
        self._thread.start(order)

    def stop(self) -> None:
        """Stop within a frame and keep what is done."""
        if self._order is not None:
            self._thread.stop()
            self._tell(replace(self.state, paused=False, text=tr("Stopping")))

    def pause(self, paused: bool) -> None:
        """Rest after the frame under way, or go on."""
        if self._order is None or self._order.stop.is_set() or paused == self.state.paused:
            return
        self._thread.pause(paused)
        self._speed = Speed()
        text = tr("Paused; finished frames are kept") if paused else tr("Propagating")
        self._tell(replace(self.state, paused=paused, text=text))

    def show_queue(self, queue: tuple[QueuedRun, ...]) -> None:
        """Tell of these runs, which wait."""
        self._queue = queue
        self._tell(self.state)

    def abandon(self, run_id: int) -> None:
        """Stop run ``run_id`` if it is under way, and drop whatever still comes of it."""
        if self._order is not None and self._order.plan.run_id == run_id:
            self.stop()
            self._release(len(self._inbox))
            self._inbox.clear()
            self._conclude(RunEnded(run_id, stopped=True))

    @Slot(int, bool)
    def switch(self, run_id: int, active: bool) -> None:
        """Run ``run_id`` was undone, or it counts again."""
        if not active:
            self.abandon(run_id)
        if run_id == self.state.run_id and not self.state.running:
            undone = RunState(run_id=run_id, text=tr("The run was undone"))
            self._tell(self._concluded if active else undone)

    def close(self) -> None:
        """Stop, wait for the thread, and store what it had handed over."""
        self._thread.close()
        self._timer.stop()
        self._store(list(self._inbox))
        self._inbox.clear()
        self._order = None

    @Slot(object)
    def _begun(self, begun: RunBegun) -> None:
        if self._is_current(begun.run_id):
            text = self.state.text if self.state.paused else tr("Propagating")
            self._tell(replace(self.state, device=begun.device, total=begun.total, text=text))

    @Slot(object)
    def _receive(self, result: RunResult) -> None:
        if self._is_current(result.run_id):
            self._speed.tick(time.monotonic())
            self._inbox.append(result)

    @Slot(object)
    def _ended(self, ended: RunEnded) -> None:
        if self._is_current(ended.run_id):
            self._end = ended
            self._tick()

    @Slot()
    def _tick(self) -> None:
        deadline = time.monotonic() + STORE_SECONDS
        while self._inbox and time.monotonic() < deadline:
            if not self._store([self._inbox.popleft()]):
                break
        if self._end is not None and not self._inbox:
            self._conclude(self._end)

    def _store(self, results: list[RunResult]) -> bool:
        if not results or self._order is None:
            return True
        saved = self._store_results(results)
        self._release(len(results))
        self._count(results)
        if not saved:
            self.stop()
        return saved

    def _count(self, results: list[RunResult]) -> None:
        first = self.state.done == 0
        done = self.state.done + len(results)
        fps = self._speed.value()
        left = (self.state.total - done) / fps if fps > 0 else 0.0
        newest = results[-1]
        self._filled.update(result.stored.index for result in results)
        self._tell(
            replace(
                self.state,
                done=done,
                fps=fps,
                seconds_left=left,
                frame=newest.stored.index,
                pool_frames=len(newest.stored.pool.frames),
                memory=newest.memory or self.state.memory,
            )
        )
        if first:
            self.kept.emit(self.state.run_id)

    def _release(self, count: int) -> None:
        if self._order is not None and count:
            self._order.permits.release(count)

    def _conclude(self, end: RunEnded) -> None:
        self._timer.stop()
        self._order, self._end = None, None
        words = _last_words(self.state, end, len(self._filled))
        self._concluded = replace(self.state, running=False, paused=False, seconds_left=0.0, text=words)
        self._tell(self._concluded)
        if end.problem is not None:
            self.failed.emit(end.problem)
        self.concluded.emit(end)

    def _is_current(self, run_id: int) -> bool:
        return self._order is not None and self._order.plan.run_id == run_id

    def _tell(self, state: RunState) -> None:
        self.state = replace(state, queue=self._queue)
        self.state_changed.emit(self.state)


def _last_words(state: RunState, end: RunEnded, filled: int) -> str:
    """``filled`` may be less than ``state.done``: what is gone through both ways is done twice."""
    if end.problem is None and not end.stopped:
        return tr("Finished {count} frames").format(count=filled)
    if not state.done:
        before = tr("Stopped before the first frame")
        return before if end.problem is None else tr("Failed before the first frame")
    text = tr("Stopped after {done} of {total} frames; they are kept")
    if end.problem is not None:
        text = tr("Failed after {done} of {total} frames; they are kept")
    return text.format(done=state.done, total=state.total)
