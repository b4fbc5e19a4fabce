"""The GUI thread's side of propagation: orders runs, stores what comes back, tells how it goes."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rpcm_gui.state import BugReport, Message, RunState
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
    """One run at a time. A run asked for while another is under way stops that one, keeping what it has done."""

    state_changed = Signal(object)
    kept = Signal(int)
    """The first results of this run are in the store."""
    message = Signal(object)
    bug = Signal(object)

    def __init__(self, thread: PropagationThread, store_results: StoreResults, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = self._concluded = RunState()
        self._thread = thread
        self._store_results = store_results
        self._order: RunOrder | None = None
        self._waiting: RunOrder | None = None
        self._end: RunEnded | None = None
        self._inbox: deque[RunResult] = deque()
        self._speed = Speed()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)
        thread.begun.connect(self._begun)
        thread.result.connect(self._receive)
        thread.ended.connect(self._ended)

    def start(self, order: RunOrder) -> None:
        """Begin a run, once a run under way has stopped."""
        if self._order is not None:
            self._waiting = order
            self._thread.stop()
            return
        self._order, self._end = order, None
        self._speed = Speed()
        text = "Loading the network"
        self._tell(RunState(running=True, run_id=order.plan.run_id, device=order.choice.device, text=text))
        self._timer.start()
        self._thread.start(order)

    def stop(self) -> None:
        """Stop within a frame and keep what is done."""
        self._waiting = None
        if self._order is not None:
            self._thread.stop()
            self._tell(replace(self.state, text="Stopping"))

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
            self._tell(self._concluded if active else RunState(run_id=run_id, text="The run was undone"))

    def close(self) -> None:
        """Stop, wait for the thread, and store what it had handed over."""
        self._waiting = None
        self._thread.close()
        self._timer.stop()
        self._store(list(self._inbox))
        self._inbox.clear()
        self._order = None

    @Slot(object)
    def _begun(self, begun: RunBegun) -> None:
        if self._is_current(begun.run_id):
            self._tell(replace(self.state, device=begun.device, total=begun.total, text="Propagating"))

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
        frame = results[-1].stored.index
        self._tell(replace(self.state, done=done, fps=fps, seconds_left=left, frame=frame))
        if first:
            self.kept.emit(self.state.run_id)

    def _release(self, count: int) -> None:
        if self._order is not None and count:
            self._order.permits.release(count)

    def _conclude(self, end: RunEnded) -> None:
        self._timer.stop()
        self._order, self._end = None, None
        self._concluded = replace(self.state, running=False, seconds_left=0.0, text=_last_words(self.state, end))
        self._tell(self._concluded)
        if isinstance(end.problem, Message):
            self.message.emit(end.problem)
        elif isinstance(end.problem, BugReport):
            self.bug.emit(end.problem)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.start(waiting)

    def _is_current(self, run_id: int) -> bool:
        return self._order is not None and self._order.plan.run_id == run_id

    def _tell(self, state: RunState) -> None:
        self.state = state
        self.state_changed.emit(state)


def _last_words(state: RunState, end: RunEnded) -> str:
    if end.problem is None and not end.stopped:
        return f"Finished {state.done} frames"
    how = "Stopped" if end.problem is None else "Failed"
    if not state.done:
        return f"{how} before the first frame"
    return f"{how} after {state.done} of {state.total} frames; they are kept"
