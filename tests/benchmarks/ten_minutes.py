"""Ten minutes at the desk, by a script: how long the window keeps the user waiting, and what it takes.

    python tests/benchmarks/ten_minutes.py [--minutes 10] [--frames 300] [--shared] [--json PATH]

A 1080p H.264 clip is made, the real window opens it, and over and over, each with events that go through Qt's event
loop as the user's do: strokes are painted, the timeline is scrubbed, the canvas zoomed, panned and switched through
its views, steps are undone and redone, the clip is played. All the while the bundled network propagates in its thread,
and data sets and overlay videos are exported. Told are, per activity, the gaps between the calls of a timer in the
window's thread (see ``stalls.py``), the time from each piece of a stroke until its pixels are on the screen, and the
memory. A display is not needed; with ``QT_QPA_PLATFORM=xcb`` and Xvfb the pixels go through an X server, too.

The exit status is 0 when nothing is over its limit. With ``--shared``, for a machine on which others work, too, the
time in which the window's thread waited for a processor is left out of what counts as a stall.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))
if sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QThreadPool  # noqa: E402
from PySide6.QtGui import QWheelEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from core.formats import ExportOptions  # noqa: E402
from rpcm_gui.app import Application  # noqa: E402
from rpcm_gui.base.failures import Failure  # noqa: E402
from rpcm_gui.base.settings import Settings  # noqa: E402
from rpcm_gui.base.values import BugReport  # noqa: E402
from rpcm_gui.session.session import Session  # noqa: E402
from rpcm_gui.views.main_window import MainWindow  # noqa: E402
from rpcm_gui.views.widgets import theme  # noqa: E402
from rpcm_gui.workers.engine import NetworkEngines, resident_memory, warm_up  # noqa: E402
from tests.benchmarks.exporting import make_video  # noqa: E402
from tests.benchmarks.stalls import LIMIT, Gap, Stopwatch, rest, say, wait_until  # noqa: E402
from tests.helpers.view_fixtures import MIDDLE, drag, move, press, release  # noqa: E402

STROKE_MEDIAN, STROKE_LATE = 8.0, 33.0
MEGABYTE = 2**20
RUN_FRAMES = 40
MOST_LISTED = 20
EXPORTS = ("davis", "overlay")
VIEWS = ("reliability", "outline", "entropy", "onion", "wipe")
MEASURED = QEvent.Type(QEvent.registerEventType())


class PaintClock(QObject):
    """Tells when what was asked of ``canvas`` has been painted and handed to the screen.

    A widget is painted inside one event of its window; an event of ours, posted before all others when the painting
    begins, comes right after that one is done.
    """

    def __init__(self, canvas: QObject) -> None:
        super().__init__()
        self.milliseconds: list[tuple[bool, float]] = []
        self._asked: float | None = None
        self._running = False
        canvas.installEventFilter(self)

    def ask(self, began: float, running: bool) -> None:
        """A piece of a stroke was given at ``began``; of several before one painting the first counts."""
        if self._asked is None:
            self._asked, self._running = began, running

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._asked is not None:
            QCoreApplication.postEvent(self, QEvent(MEASURED), Qt.EventPriority.HighEventPriority.value)
        return False

    def customEvent(self, event: QEvent) -> None:
        if event.type() == MEASURED and self._asked is not None:
            self.milliseconds.append((self._running, 1000 * (time.perf_counter() - self._asked)))
            self._asked = None


@dataclass
class Tally:
    """What one activity cost: its gaps, how often and how long it was done."""

    gaps: list[Gap] = field(default_factory=list)
    times: int = 0
    seconds: float = 0.0

    @property
    def late(self) -> list[Gap]:
        """The gaps over the limit."""
        return [gap for gap in self.gaps if gap.whole > LIMIT]

    @property
    def own(self) -> list[Gap]:
        """Those over the limit without the time in which the thread waited for a processor."""
        return [gap for gap in self.gaps if gap.whole - gap.queued > LIMIT]

    def figures(self) -> dict[str, float]:
        """Its line of the table."""
        whole = 1000 * np.array([gap.whole for gap in self.gaps] or [0.0])
        median, late = np.percentile(whole, (50, 99))
        return {
            "times": self.times,
            "seconds": round(self.seconds, 1),
            "median ms": round(float(median), 1),
            "p99 ms": round(float(late), 1),
            "max ms": round(float(whole.max()), 1),
            "over 50 ms": len(self.late),
            "not for a processor": len(self.own),
        }


class Person:
    """Hands and eyes of someone who annotates in ``window``."""

    def __init__(self, window: MainWindow, session: Session, out: Path) -> None:
        self.window, self.session, self._out = window, session, out
        self.canvas, self.slider = window.workspace.canvas, window.workspace.timeline.slider
        self.clock = PaintClock(self.canvas)
        self.problems: list[str] = []
        self.runs = self.exports = self._undone = 0
        self._dice = np.random.default_rng(7)
        session.messagePosted.connect(self._hear)
        session.failed.connect(self._hear)

    def _hear(self, problem: Failure) -> None:
        if isinstance(problem, BugReport):
            self.problems.append(f"bug: {problem.title}")
        elif problem.level != "info":
            self.problems.append(f"{problem.level}: {problem.text}")

    def do(self, action: str) -> None:
        """Trigger an action as its key or button does, and look at what it did."""
        self.window.action(action).trigger()
        rest(0.15)

    def paint(self) -> None:
        """Three strokes with brushes of several sizes, a piece every 8 ms as a mouse reports."""
        for diameter in (24, 60, 160):
            self.window.workspace.tool_state.set_size(diameter)
            height, width = self.canvas.height(), self.canvas.width()
            left, top = self._dice.uniform(0.2, 0.5, 2) * (width, height)
            press(self.canvas, QPointF(left, top))
            for step in range(60):
                place = QPointF(left + 4 * step, top + 60 * np.sin(step / 7))
                began, before = time.perf_counter(), self.session.runs.state.running
                move(self.canvas, place)
                self.clock.ask(began, before)
                rest(0.008)
            release(self.canvas, QPointF(left + 240, top))
            rest(0.2)

    def scrub(self) -> None:
        """Two drags over the timeline, and a few single steps."""
        for _ in range(2):
            first, last = self._dice.integers(0, self.session.frame_count, 2).tolist()
            y = self.slider.height() - 12.0
            press(self.slider, QPointF(self.slider.x_of(first), y))
            for frame in np.linspace(first, last, 50):
                move(self.slider, QPointF(self.slider.x_of(round(float(frame))), y))
                rest(0.016)
            release(self.slider, QPointF(self.slider.x_of(last), y))
            rest(0.3)
        for _ in range(8):
            self.do("go.next")

    def zoom(self) -> None:
        """In and out by the wheel, a drag with the middle button, and back to the whole frame."""
        middle = QPointF(self.canvas.rect().center())
        for notches in (1,) * 12 + (-1,) * 5:
            spot = self.canvas.mapToGlobal(middle)
            nothing, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
            turn = QPoint(0, 120 * notches)
            event = QWheelEvent(middle, spot, QPoint(), turn, nothing, none, Qt.ScrollPhase.NoScrollPhase, False)
            QApplication.sendEvent(self.canvas, event)
            rest(0.03)
        drag(self.canvas, [middle + QPointF(5 * step, 3 * step) for step in range(30)], MIDDLE)
        rest(0.2)
        self.do("view.actual")
        self.do("view.fit")

    def views(self) -> None:
        """The reliability map, outlines, the entropy, onion skin and the wipe: each on, a few frames on, and off."""
        for view in VIEWS:
            self.do(f"view.{view}")
            self.do("go.next")
            self.do("go.next_unsure")
            self.do(f"view.{view}")

    def undo(self) -> None:
        """Two strokes back and forth again; every third time the run before them, too, which ends it."""
        self._undone += 1
        steps = 4 if self._undone % 3 == 0 else 2
        for action in ("edit.undo",) * steps + ("edit.redo",) * steps:
            self.do(action)

    def play(self) -> None:
        """Two seconds of playback."""
        self.do("play.toggle")
        rest(2.0)
        self.do("play.toggle")

    def look(self) -> None:
        """Nothing: the user looks."""
        rest(1.0)

    def keep_busy(self) -> None:
        """Start a run over the next frames, and an export, where none is under way."""
        if not self.session.runs.state.running:
            annotated = self.session.document.summaries().annotated.nonzero()[0]
            start = int(self._dice.choice(annotated)) if len(annotated) else 0
            self.session.position.go_to(start)
            self.session.position.set_range(start, min(start + RUN_FRAMES, self.session.frame_count - 1))
            self.do("propagate.forward")
            self.runs += 1
        if not self.session.exporter.state.running:
            kind = EXPORTS[self.exports % len(EXPORTS)]
            suffix = ".mp4" if kind == "overlay" else ""
            self.session.export(
                kind,
                self._out / f"{kind}{self.exports}{suffix}",
                ExportOptions(range=(0, min(60, self.session.frame_count - 1))),
            )
            self.exports += 1


def work(person: Person, seconds: float) -> dict[str, Tally]:
    """Do everything in turn for so many seconds; what each activity cost."""
    watch = Stopwatch()
    deeds: tuple[tuple[str, Callable[[], None]], ...] = (
        ("starting runs, exports", person.keep_busy),
        ("painting", person.paint),
        ("undo and redo", person.undo),
        ("scrubbing", person.scrub),
        ("zooming, panning", person.zoom),
        ("views", person.views),
        ("playing", person.play),
        ("looking", person.look),
    )
    tallies = {name: Tally() for name, _ in deeds}
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for name, deed in deeds:
            watch.start()
            began = time.monotonic()
            deed()
            rest(0.05)
            tally = tallies[name]
            tally.gaps += watch.gaps
            tally.times += 1
            tally.seconds += time.monotonic() - began
    return tallies


def strokes(person: Person) -> dict[str, dict[str, float]]:
    """Milliseconds from a piece of a stroke to its pixels: whatever goes on, and without and with a run."""
    every = person.clock.milliseconds
    groups = {
        "all": [spent for _, spent in every],
        "no run": [spent for running, spent in every if not running],
        "during a run": [spent for running, spent in every if running],
    }
    found = {}
    for name, spent in groups.items():
        if spent:
            median, late, last = np.percentile(spent, (50, 95, 99))
            numbers = {"pieces": len(spent), "median": median, "p95": late, "p99": last, "max": max(spent)}
            found[name] = {key: round(float(value), 2) for key, value in numbers.items()}
    return found


def table(tallies: dict[str, Tally], whole: Tally, told: dict[str, Any]) -> None:
    """Print everything."""
    say(f"{'activity':<24} {'times':>6} {'s':>6} {'median':>7} {'p99':>7} {'max ms':>7} {'>50 ms':>7} {'not cpu':>7}")
    for name, tally in (*tallies.items(), ("everything", whole)):
        times, seconds, *waits, late, own = tally.figures().values()
        wait = " ".join(f"{each:7.1f}" for each in waits)
        say(f"{name:<24} {times:6.0f} {seconds:6.0f} {wait} {late:7.0f} {own:7.0f}")
    stalls = [(gap, name) for name, tally in tallies.items() for gap in tally.late]
    for gap, name in sorted(stalls, key=lambda stall: -stall[0].whole)[:MOST_LISTED]:
        say(
            f"    {1000 * gap.whole:.0f} ms while {name}: {1000 * gap.computed:.0f} computing, "
            f"{1000 * gap.blocked:.0f} blocked, {1000 * gap.queued:.0f} waiting for a processor"
        )
    for name, figures in told["stroke to pixels, ms"].items():
        say(f"stroke to pixels, {name:<13} " + ", ".join(f"{key} {value:g}" for key, value in figures.items()))
    for name, megabytes in told["memory, MB"].items():
        say(f"memory, {name:<24} {megabytes:.0f} MB")
    say(f"{told['runs']} runs ({told['frames filled']} frames filled at the end), {told['exports']} exports")
    for problem in told["problems"]:
        say(f"    told in the window: {problem}")


def verdict(whole: Tally, told: dict[str, Any], shared: bool) -> list[str]:
    """What is over its limit."""
    stalls = whole.own if shared else whole.late
    stroke = told["stroke to pixels, ms"].get("all", {"median": 0.0, "p99": 0.0})
    checks = (
        (bool(stalls), f"{len(stalls)} stalls over 50 ms"),
        (stroke["median"] > STROKE_MEDIAN, f"strokes need {stroke['median']} ms at the median"),
        (stroke["p99"] > STROKE_LATE, f"strokes need {stroke['p99']} ms at the 99th percentile"),
        (not told["frames filled"], "the network filled no frame"),
        (bool(told["problems"]), "the window told of problems"),
    )
    return [text for wrong, text in checks if wrong]


def measure(folder: Path, clip: Path, minutes: float, shared: bool) -> tuple[dict[str, Any], bool]:
    """Open ``clip``, work, print; everything that was measured, and whether all is within its limit."""
    window = MainWindow()
    desk = Application(window, Settings(folder / "settings.ini"), NetworkEngines())
    memory = {"empty window": resident_memory()}
    window.show()
    desk.open(clip)
    wait_until(lambda: desk.session is not None)
    session = desk.session
    assert session is not None
    rest(1.0)
    memory["clip open, no torch yet"] = resident_memory()
    # As rpcm_gui.app.run does once the window is up; a minute passes before anybody propagates.
    QThreadPool.globalInstance().start(warm_up)
    wait_until(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    memory["torch loaded"] = resident_memory()
    person = Person(window, session, folder)
    person.do("object.add")
    person.paint()
    tallies = work(person, 60 * minutes)
    wait_until(lambda: not session.exporter.state.running)
    memory["at the end"] = resident_memory()
    memory["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    filled = int(session.document.summaries().predicted.sum())
    told: dict[str, Any] = {
        "stroke to pixels, ms": strokes(person),
        "memory, MB": {name: round(held / MEGABYTE) for name, held in memory.items()},
        "runs": person.runs,
        "frames filled": filled,
        "exports": person.exports,
        "problems": person.problems,
    }
    window.close()
    desk.shut()
    return told, finish(tallies, told, shared)


def finish(tallies: dict[str, Tally], told: dict[str, Any], shared: bool) -> bool:
    """Print the table and what is over its limit, and keep both in ``told``; whether all is well."""
    every = list(tallies.values())
    whole = Tally(
        [gap for tally in every for gap in tally.gaps],
        sum(tally.times for tally in every),
        sum(tally.seconds for tally in every),
    )
    table(tallies, whole, told)
    found = verdict(whole, told, shared)
    told["activities"] = {name: tally.figures() for name, tally in (*tallies.items(), ("everything", whole))}
    told["over a limit"] = found
    say("over a limit: " + "; ".join(found) if found else "everything within its limit")
    return not found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--frames", type=int, default=300)
    parser.add_argument("--shared", action="store_true", help="others use this machine, too")
    parser.add_argument("--json", type=Path, help="write all figures to this file, too")
    arguments = parser.parse_args()
    # As rpcm_gui.app.run does.
    sys.setswitchinterval(0.001)
    application = QApplication(sys.argv[:1])
    theme.apply(application)
    load = f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
    say(load)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = folder
        clip = Path(folder) / "clip.mp4"
        make_video(clip, arguments.frames)
        told, good = measure(Path(folder), clip, arguments.minutes, arguments.shared)
    if arguments.json is not None:
        arguments.json.write_text(
            json.dumps({"machine": load, "minutes": arguments.minutes, **told}, indent=2), "utf-8"
        )
    raise SystemExit(0 if good else 1)


if __name__ == "__main__":
    main()
