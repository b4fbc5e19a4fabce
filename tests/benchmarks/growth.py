"""What the window holds after many short runs, each with an export.

    python tests/benchmarks/growth.py [--runs 40] [--frames 6] [--large] [--late] [--keep]

The real window, offscreen, opens the sample clip, with ``--large`` one of 1080p; the bundled network propagates a few
frames, then these are exported (data set and overlay video in turn), over and over. After each export it prints the
resident memory, what the C library has in use, what it keeps free, and in how many arenas. ``--late`` sets the C
library up with the first run instead of before the first thread, ``--keep`` gives nothing back after runs and exports:
as it was before.

The exit status is 0 where the memory after the last run is within 100 MB of that after the sixth.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

from core import machine  # noqa: E402

if "--late" not in sys.argv:
    machine.keep_freed_memory()  # as rpcm_gui.__main__ does, before anything has a thread

from PySide6.QtCore import QPointF, QThreadPool  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from core.formats import ExportOptions  # noqa: E402
from core.paths import resource  # noqa: E402
from rpcm_gui.app import Application  # noqa: E402
from rpcm_gui.base.cache import ByteCache  # noqa: E402
from rpcm_gui.base.settings import Settings  # noqa: E402
from rpcm_gui.views.main_window import MainWindow  # noqa: E402
from rpcm_gui.views.widgets import theme  # noqa: E402
from rpcm_gui.workers.engine import NetworkEngines, resident_memory, warm_up  # noqa: E402
from tests.benchmarks.exporting import make_video  # noqa: E402
from tests.benchmarks.stalls import rest, say, wait_until  # noqa: E402
from tests.helpers.view_fixtures import move, press, release  # noqa: E402

MEGABYTE = 1e6
EARLY, MOST_GROWN = 6, 100.0
EXPORTS = (("davis", ""), ("overlay", ".mp4"))
FIELDS = ("arena", "ordblks", "smblks", "hblks", "mapped", "usmblks", "fsmblks", "used", "free", "keepcost")


class Malloc(ctypes.Structure):
    """``struct mallinfo2`` of glibc."""

    _fields_ = tuple((name, ctypes.c_size_t) for name in FIELDS)


def held() -> dict[str, float]:
    """MB: resident; in use, how much of it by caches, and kept free, by the C library. And its number of arenas."""
    library = ctypes.CDLL(None)
    library.mallinfo2.restype = Malloc
    found = library.mallinfo2()
    # The window's caches have a budget each, which a clip fills little by little.
    caches = sum(each._bytes for each in gc.get_objects() if type(each) is ByteCache)
    used = found.used + found.mapped
    numbers = {"resident": resident_memory(), "in use": used, "of it caches": caches, "kept": found.free}
    return {name: number / MEGABYTE for name, number in numbers.items()} | {"arenas": arenas()}


def arenas() -> int:
    """How many the C library has."""
    library = ctypes.CDLL(None)
    text, size = ctypes.c_char_p(), ctypes.c_size_t()
    library.open_memstream.restype = ctypes.c_void_p
    stream = ctypes.c_void_p(library.open_memstream(ctypes.byref(text), ctypes.byref(size)))
    library.malloc_info(0, stream)
    library.fclose(stream)
    count = (text.value or b"").count(b"<heap nr=")
    library.free(text)
    return count


def tell(step: str) -> float:
    """Print the memory now; returns the resident one."""
    found = held()
    parts = (f"{name} {found[name]:6.0f} MB" for name in ("resident", "in use", "of it caches", "kept"))
    say(f"{step:<24} {'  '.join(parts)}  {found['arenas']:2.0f} arenas  {time.process_time():.0f} s")
    return found["resident"]


def stroke(window: MainWindow) -> None:
    """Paint something that can be propagated."""
    window.action("object.add").trigger()
    rest(0.2)
    canvas = window.workspace.canvas
    window.workspace.tool_state.set_size(120)
    middle = QPointF(canvas.rect().center())
    press(canvas, middle)
    for step in range(20):
        move(canvas, middle + QPointF(5 * step, 2 * step))
    release(canvas, middle + QPointF(100, 40))
    rest(0.3)


def measure(folder: Path, runs: int, frames: int, large: bool) -> list[float]:
    """Resident MB after each run and its export."""
    clip = folder / "clip.mp4"
    if large:
        make_video(clip, 60)
    else:
        shutil.copy(resource("sample", "sample.mp4"), clip)
    window = MainWindow()
    desk = Application(window, Settings(folder / "settings.ini"), NetworkEngines())
    window.show()
    tell("empty window")
    desk.open(clip)
    wait_until(lambda: desk.session is not None)
    session = desk.session
    assert session is not None
    QThreadPool.globalInstance().start(warm_up)
    QThreadPool.globalInstance().waitForDone()
    gc.unfreeze()  # the caches are to be found
    rest(0.5)
    tell("clip open, torch loaded")
    session.position.go_to(0)
    stroke(window)
    found = []
    for number in range(1, runs + 1):
        session.position.go_to(0)
        session.position.set_range(0, frames - 1)
        window.action("propagate.forward").trigger()
        rest(0.1)
        wait_until(lambda: not session.runs.state.running)
        kind, suffix = EXPORTS[number % 2]
        session.export(kind, folder / f"{number}{suffix}", ExportOptions(range=(0, frames - 1)))
        wait_until(lambda: not session.exporter.state.running)
        rest(0.3)
        found.append(tell(f"run and export {number}"))
    desk.shut()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--frames", type=int, default=6)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--late", action="store_true")
    parser.add_argument("--keep", action="store_true")
    arguments = parser.parse_args()
    if arguments.keep:
        found_before = machine._of_the_c_library
        machine._of_the_c_library = lambda name: None if name == "malloc_trim" else found_before(name)
    application = QApplication(sys.argv[:1])
    theme.apply(application)
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), arguments.runs, arguments.frames, arguments.large)
    grown = found[-1] - found[min(EARLY, len(found)) - 1]
    say(f"grown by {grown:.0f} MB since run {EARLY}, at most {MOST_GROWN:.0f} allowed")
    raise SystemExit(0 if grown <= MOST_GROWN else 1)


if __name__ == "__main__":
    main()
