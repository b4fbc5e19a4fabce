"""How long a piece of a stroke takes to reach the screen, at several sizes, alone and while a network is computing.

    python tests/benchmarks/painting.py [--pieces 400] [--sizes 1080p 8k] [--busy]

A piece is one move of the pointer and the repaint that it causes. ``--busy`` runs the bundled network on the sample
clip in a worker thread meanwhile, as a propagation does. Both the time on the clock and the thread's own time are told:
on a machine that is shared the first says how busy it was, the second what the program needs.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

from PySide6.QtCore import QPointF  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from core.masks.png import read_label_map  # noqa: E402
from core.paths import resource  # noqa: E402
from core.types import RunRequest, Seed  # noqa: E402
from core.video.source import open_source  # noqa: E402
from rpcm_gui.views.canvas.canvas import Canvas  # noqa: E402
from rpcm_gui.views.widgets.tool_state import ToolState  # noqa: E402
from rpcm_gui.workers.engine import NetworkEngines  # noqa: E402
from rpcm_gui.workers.propagation import EngineChoice  # noqa: E402
from tests.helpers.fake_session import FakeSession  # noqa: E402
from tests.helpers.view_fixtures import move, press, release  # noqa: E402

SIZES = {"480p": (480, 854), "1080p": (1080, 1920), "4k": (2160, 3840), "8k": (4320, 7680)}
DIAMETERS = (24, 100, 400)
WINDOW = (1560, 860)
LIMITS = {"480p": 8.0, "1080p": 8.0, "4k": 16.0, "8k": 16.0}
LATE = 33.0
PROPAGATION_SWITCH = 0.001
"""As in ``rpcm_gui.app``: how soon the window gets Python's lock."""


def pieces(height: int, width: int, diameter: int, zoom: float, count: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each piece, on the clock and of the thread; ``zoom`` 0 shows the whole frame."""
    session = FakeSession(height=height, width=width)
    session.position.select_object(session.editing.add_object("A"))
    canvas = Canvas(ToolState())
    canvas.resize(*WINDOW)
    canvas.show()
    canvas.set_session(session.real())
    session.deliver()
    if zoom:
        canvas.zoom_by(zoom / canvas.viewport.zoom)
    canvas._tools.set_size(diameter)
    QApplication.processEvents()
    press(canvas, QPointF(200, 400))
    clock, own = [], []
    for step in range(count):
        place = QPointF(200 + (6 * step) % 1100, 400 + 250 * np.sin(step / 9))
        began, used = time.perf_counter(), time.thread_time()
        move(canvas, place)
        QApplication.processEvents()
        clock.append(1000 * (time.perf_counter() - began))
        own.append(1000 * (time.thread_time() - used))
    release(canvas, QPointF(900, 300))
    canvas.set_session(None)
    canvas.deleteLater()
    return clock, own


@contextmanager
def computing(busy: bool) -> Iterator[None]:
    """A propagation in another thread, over and over, while the body runs."""
    stop, started = threading.Event(), threading.Event()
    thread = threading.Thread(target=_propagate, args=(stop, started), daemon=True)
    if busy:
        thread.start()
        started.wait()
    yield
    stop.set()
    if busy:
        thread.join()


def _propagate(stop: threading.Event, started: threading.Event) -> None:
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)
    engine = NetworkEngines().load(EngineChoice("compact", "cpu", "auto"))
    labels = read_label_map(resource("sample", "masks", "00000.png"))
    while not stop.is_set():
        source = open_source(resource("sample", "sample.mp4"))
        request = RunRequest(
            run_id=1, first=0, last=source.frame_count - 1, seeds=(Seed(0, labels),), direction="forward"
        )
        for _ in engine.run(source, request, stop.is_set):
            started.set()


def say(line: str) -> None:
    """Print a line at once, so that a long run can be watched."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pieces", type=int, default=400)
    parser.add_argument("--sizes", nargs="+", choices=list(SIZES), default=["1080p", "8k"])
    parser.add_argument("--busy", action="store_true")
    options = parser.parse_args()
    sys.setswitchinterval(PROPAGATION_SWITCH)
    application = QApplication([])
    say("size   brush  view   median     p99   own median  own p99   (ms)")
    with computing(options.busy):
        for name in options.sizes:
            for diameter in DIAMETERS:
                for view, zoom in (("whole", 0.0), ("100 %", 1.0)):
                    clock, own = pieces(*SIZES[name], diameter, zoom, options.pieces)
                    figures = [float(np.percentile(times, share)) for times in (clock, own) for share in (50, 99)]
                    told = "  ".join(f"{figure:7.2f}" for figure in figures)
                    good = figures[0] < LIMITS[name] and figures[1] < LATE
                    say(f"{name:6} {diameter:4}   {view}  {told}   {'ok' if good else 'SLOW'}")
    application.quit()


if __name__ == "__main__":
    main()
