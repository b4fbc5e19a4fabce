"""How long the window is kept waiting while a real propagation runs, told by a timer in its own thread.

    python tests/benchmarks/stalls.py [--clip PATH] [--frames N] [--paint]

A timer asks to be called every 5 ms; a gap of more than that is time in which the window answered nobody. For every
gap over 50 ms it is told where that time went: computing in the window's own thread, waiting for a processor that
another process holds (which says how busy the machine is, not how good the program is), or neither, which is waiting
for Python's lock or a disk. The first phase does nothing and is what this machine gives to any program.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from core.paths import resource
from rpcm_gui.app import Application
from rpcm_gui.base.settings import Settings
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.widgets import theme
from rpcm_gui.workers.engine import NetworkEngines, warm_up

TICK_MILLISECONDS = 5
LIMIT = 0.050


@dataclass(frozen=True, slots=True)
class Gap:
    """Seconds between two calls of the timer, and how much of that the thread computed or waited for a processor."""

    at: float
    whole: float
    computed: float
    queued: float

    @property
    def blocked(self) -> float:
        """Seconds spent neither computing nor queueing: asleep until the next tick, or waiting for a lock or a disk."""
        return max(self.whole - self.computed - self.queued, 0.0)


class Stopwatch(QObject):
    """Measures the gaps between the calls of a timer in the thread that it lives in."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[Gap] = []
        self._schedule = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._began = time.perf_counter()
        self._last = self._now()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def start(self) -> None:
        """Forget what was measured so far."""
        self.gaps = []

    @Slot()
    def _tick(self) -> None:
        now = self._now()
        whole, computed, queued = (after - before for after, before in zip(now, self._last, strict=True))
        self.gaps.append(Gap(now[0] - self._began, whole, computed, queued))
        self._last = now

    def _now(self) -> tuple[float, float, float]:
        computed, queued = (0, 0)
        if self._schedule.exists():
            computed, queued = map(int, self._schedule.read_text().split()[:2])
        return time.perf_counter(), computed / 1e9, queued / 1e9


def wait_until(look: Callable[[], bool], seconds: float = 600.0) -> None:
    """Let the window live until ``look`` is true."""
    loop = QEventLoop()
    timer, end = QTimer(), time.monotonic() + seconds

    def check() -> None:
        if look() or time.monotonic() > end:
            loop.quit()

    timer.timeout.connect(check)
    timer.start(20)
    loop.exec()


def rest(seconds: float) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def say(line: str) -> None:
    """Print at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def report(phase: str, gaps: list[Gap]) -> None:
    """Print one phase's figures, and every gap over the limit."""
    times = np.array([gap.whole for gap in gaps]) * 1000
    late = [gap for gap in gaps if gap.whole > LIMIT]
    say(
        f"{phase:<26} {len(times):6d} ticks  median {np.median(times):5.1f}  p99 {np.percentile(times, 99):6.1f}  "
        f"max {times.max():6.1f} ms  over 50 ms: {len(late)}"
    )
    for gap in late:
        whole, computed, queued, blocked = (1000 * part for part in (gap.whole, gap.computed, gap.queued, gap.blocked))
        say(
            f"    at {gap.at:7.2f} s: {whole:6.1f} ms = {computed:.1f} computing + {queued:.1f} waiting for a "
            f"processor + {blocked:.1f} blocked or asleep"
        )


class Hand(QObject):
    """Paints strokes to and fro on the canvas, a piece every 8 ms, as a mouse reports them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._canvas = window.workspace.canvas
        self._step = 0
        self._timer = QTimer(self)
        self._timer.setInterval(8)
        self._timer.timeout.connect(self._piece)

    def start(self) -> None:
        """Begin."""
        self._timer.start()

    def stop(self) -> None:
        """End with the stroke under way."""
        self._timer.stop()
        self._send(QMouseEvent.Type.MouseButtonRelease)

    @Slot()
    def _piece(self) -> None:
        phase = self._step % 80
        kinds = {0: QMouseEvent.Type.MouseButtonPress, 79: QMouseEvent.Type.MouseButtonRelease}
        self._send(kinds.get(phase, QMouseEvent.Type.MouseMove))
        self._step += 1

    def _send(self, kind: QMouseEvent.Type) -> None:
        angle = self._step / 15
        place = QPointF(self._canvas.width() * (0.5 + 0.2 * np.cos(angle)), self._canvas.height() * 0.5)
        button = Qt.MouseButton.NoButton if kind is QMouseEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        spot = self._canvas.mapToGlobal(place)
        event = QMouseEvent(kind, place, spot, button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self._canvas, event)


def measure(folder: Path, clip: Path, frames: int, paint: bool) -> None:
    """Open ``clip``, paint, propagate ``frames`` frames twice, and print the figures of every phase."""
    settings = Settings(folder / "settings.ini")
    window = MainWindow()
    desk = Application(window, settings, NetworkEngines())
    window.show()
    watch = Stopwatch()
    desk.open(clip)
    wait_until(lambda: desk.session is not None)
    rest(1.0)
    watch.start()
    rest(3.0)
    report("nothing to do", watch.gaps)
    watch.start()
    warming = threading.Thread(target=warm_up)
    warming.start()
    wait_until(lambda: not warming.is_alive())
    report("torch loads", watch.gaps)
    session = desk.session
    assert session is not None
    labels = np.zeros(session.size, np.uint8)
    for number in (1, 2):
        session.editing.add_object(None)
        labels[100:300, 200 * number : 200 * number + 150] = number
    session.editing.commit_labels(0, labels, "Paint")
    session.position.set_range(0, min(frames, session.frame_count - 1))
    hand = Hand(window)
    for name in ("first run", "second run"):
        session.position.go_to(0)
        rest(0.5)
        watch.start()
        session.propagate("forward")
        wait_until(lambda: session.runs.state.done > 0 or not session.runs.state.running)
        report(f"{name}: until 1st frame", watch.gaps)
        watch.start()
        if paint:
            hand.start()
        wait_until(lambda: not session.runs.state.running)
        if paint:
            hand.stop()
        report(f"{name}: {session.runs.state.done} frames", watch.gaps)
        state = session.runs.state
        say(f"    {state.text}, {state.fps:.2f} frames per second on {state.device}")
    window.close()
    desk.shut()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clip", type=Path, default=resource("sample", "sample.mp4"))
    parser.add_argument("--frames", type=int, default=30)
    parser.add_argument("--paint", action="store_true", help="paint all the time while it runs")
    arguments = parser.parse_args()
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    sys.setswitchinterval(0.001)
    application = QApplication(sys.argv[:1])
    theme.apply(application)
    say(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = folder
        measure(Path(folder), arguments.clip, arguments.frames, arguments.paint)


if __name__ == "__main__":
    main()
