"""Memory of the window with a long project open: ten thousand frames of 1080p, every one annotated by a run.

    python tests/benchmarks/session_memory.py [--frames N] [--objects N] [--visits N]

The real window opens the project, goes to frames all over the clip, scrolls the timeline, shows the reliability map
and plays; torch is not loaded, as it is not before the first run. Told is the resident memory after each step and its
peak. Frames come from a source that makes each again, so that the caches fill as they would from a video.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from core.masks.rle import encode_rle
from core.project.codec import EncodedMask, EncodedResult, encode_entropy, encode_reliability
from core.project.store import ProjectStore, SourceReference
from core.types import Frame, ObjectInfo, PoolSummary, read_only
from core.video.frame_source import FrameSource
from rpcm_gui.base.settings import Settings
from rpcm_gui.session.session import Session
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.widgets import theme
from rpcm_gui.workers.engine import NetworkEngines, resident_memory

HEIGHT, WIDTH = 1080, 1920
LIMIT = 1.5 * 2**30


class Painted(FrameSource):
    """A clip whose every frame is made when it is asked for."""

    def __init__(self, frames: int) -> None:
        self.path = Path("painted.mp4")
        self.frame_count, self.height, self.width, self.fps = frames, HEIGHT, WIDTH, 25.0
        self.broken_from: int | None = None
        self.warnings: tuple[str, ...] = ()

    def name(self, index: int) -> str:
        return f"{index:05d}"

    def read(self, index: int) -> Frame:
        return Frame(index, read_only(np.full((HEIGHT, WIDTH, 3), index % 250, np.uint8)), index / self.fps)

    def fingerprint(self) -> str:
        return "painted"

    def close(self) -> None:
        return None


def fill(path: Path, frames: int, objects: int) -> None:
    """Make a project whose every frame was filled by one run, with masks of natural roughness."""
    store = ProjectStore.create(path, SourceReference(path.with_suffix(".mp4"), "p", frames, HEIGHT, WIDTH, 25.0))
    random = np.random.default_rng(1)
    unsure = (random.random((HEIGHT, WIDTH)) < 0.01).astype(np.uint8) * 255
    maps = encode_reliability(255 - unsure)
    entropy, largest = encode_entropy((unsure / 255 * random.random((HEIGHT, WIDTH))).astype(np.float16))
    masks = []
    for number in range(1, objects + 1):
        store.objects.add(ObjectInfo(number, f"Object {number}", (40 * number % 255, 90, 200)))
        edges = random.integers(0, 40, HEIGHT)
        columns = np.arange(WIDTH)
        mask = (columns >= 250 * number + edges[:, None]) & (columns < 250 * number + 200 - edges[::-1, None])
        masks.append(EncodedMask(number, encode_rle(mask), 0.9))
    run = store.begin_run({"direction": "forward"})
    with store.transaction(durable=False):
        for index in range(frames):
            store.add_prediction(
                EncodedResult(
                    run_id=run, index=index, height=HEIGHT, width=WIDTH, masks=tuple(masks), reliability=maps,
                    entropy=entropy, entropy_max=largest, unsure_share=float(random.random() / 10),
                    pool=PoolSummary((0,), 100),
                )
            )  # fmt: skip
    store.close()


def rest(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def tell(step: str) -> None:
    """Print the resident memory now."""
    sys.stdout.write(f"{step:<34} {resident_memory() / 2**20:7.0f} MB\n")


def measure(folder: Path, frames: int, objects: int, visits: int) -> None:
    """Open, visit, play; print after each."""
    path = folder / "painted.rpcm"
    fill(path, frames, objects)
    tell("before the window")
    window = MainWindow()
    window.show()
    rest(300)
    tell("empty window")
    opener = partial(Painted, frames)
    session = Session(
        ProjectStore.open(path), folder / "painted.mp4", opener, NetworkEngines(), Settings(folder / "s.ini")
    )
    window.set_session(session)
    rest(3000)
    tell(f"{frames} frames open")
    window.action("view.reliability").trigger()
    for number in range(visits):
        session.position.go_to(number * (frames - 1) // visits)
        rest(60)
    tell(f"{visits} frames visited")
    session.position.go_to(0)
    window.action("play.toggle").trigger()
    rest(6000)
    window.action("play.toggle").trigger()
    tell("played for six seconds")
    window.set_session(None)
    session.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frames", type=int, default=10_000)
    parser.add_argument("--objects", type=int, default=5)
    parser.add_argument("--visits", type=int, default=200)
    arguments = parser.parse_args()
    application = QApplication(sys.argv[:1])
    theme.apply(application)
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), arguments.frames, arguments.objects, arguments.visits)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    loaded = "torch was loaded, which it should not be; " if "torch" in sys.modules else ""
    sys.stdout.write(f"{loaded}peak {peak / 2**20:.0f} MB of {LIMIT / 2**20:.0f} on {os.uname().sysname}\n")
    raise SystemExit(0 if peak < LIMIT else 1)


if __name__ == "__main__":
    main()
