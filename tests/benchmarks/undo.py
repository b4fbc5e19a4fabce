"""How long undoing a run over ten thousand frames keeps the window waiting, and a verb over as many.

    python tests/benchmarks/undo.py [--frames N] [--objects N] [--rounds N]

Makes a project of that many frames, fills it by one run, opens it in the real window and undoes and redoes the run.
Told are the milliseconds that the action itself takes (``undo``), and the longest time that the window then answers
nobody (``settling``: what was put off, painting included). Then an object's mask is copied to all frames and that is
undone: told are the seconds that each takes and the longest time without an answer. Working the copy out takes a few
hundredths of a second a frame, in the background; ``--copy`` says to how many frames.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
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
from rpcm_gui.model.commands import Propagate
from rpcm_gui.session.session import Session
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.widgets import theme
from rpcm_gui.workers.engine import NetworkEngines

HEIGHT, WIDTH = 1080, 1920
LIMIT = 50.0
SETTLE_SECONDS = 6.0


class Grey(FrameSource):
    """A clip of even frames, which cost nothing to decode."""

    def __init__(self, frames: int) -> None:
        self.path = Path("grey.mp4")
        self.frame_count, self.height, self.width, self.fps = frames, HEIGHT, WIDTH, 25.0
        self.broken_from: int | None = None
        self.warnings: tuple[str, ...] = ()
        self._image = read_only(np.full((HEIGHT, WIDTH, 3), 90, np.uint8))

    def name(self, index: int) -> str:
        return f"{index:05d}"

    def read(self, index: int) -> Frame:
        return Frame(index, self._image, index / self.fps)

    def fingerprint(self) -> str:
        return "grey"

    def close(self) -> None:
        return None


def fill(path: Path, frames: int, objects: int) -> int:
    """Make a project whose every frame was filled by one run; returns the run."""
    store = ProjectStore.create(path, SourceReference(path.with_suffix(".mp4"), "grey", frames, HEIGHT, WIDTH, 25.0))
    random = np.random.default_rng(1)
    maps = encode_reliability(np.full((HEIGHT, WIDTH), 255, np.uint8))
    entropy, largest = encode_entropy(np.zeros((HEIGHT, WIDTH), np.float16))
    masks = []
    for number in range(1, objects + 1):
        store.objects.add(ObjectInfo(number, f"Object {number}", (40 * number % 255, 90, 200)))
        mask = np.zeros((HEIGHT, WIDTH), np.bool_)
        mask[200:600, 250 * number : 250 * number + 200] = True
        masks.append(EncodedMask(number, encode_rle(mask), 0.9))
    store.set_annotations(0, {1: masks[0].counts})
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
    return run


def settle(seconds: float = SETTLE_SECONDS) -> float:
    """Let the window live for a while; the longest gap, in milliseconds, between two calls of a timer in its loop."""
    loop, timer = QEventLoop(), QTimer()
    ticks = [time.perf_counter()]
    timer.setInterval(1)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    timer.stop()
    return float(np.diff(ticks).max()) * 1000


def copy_to_many(session: Session, last: int) -> None:
    """Copy object 1 from the first frame up to ``last``, and undo that; print how long it took and the longest gap."""
    for name, verb in (
        (f"copy to {last} frames", partial(session.ranges.copy_over, 1, 0, 0, last)),
        ("undo of that", session.undo_stack.undo),
    ):
        began, gaps = time.perf_counter(), [0.0]
        verb()
        called = (time.perf_counter() - began) * 1000
        while session.ranges.busy:
            gaps.append(settle(0.5))
        took = time.perf_counter() - began
        sys.stdout.write(f"{name}: {took:.1f} s, the call {called:.1f} ms, the longest gap {max(gaps):.1f} ms\n")


def measure(folder: Path, frames: int, objects: int, rounds: int, copies: int) -> bool:
    """Undo and redo; print every round; whether the median undo was within the limit."""
    path = folder / "grey.rpcm"
    run = fill(path, frames, objects)
    opener = partial(Grey, frames)
    session = Session(
        ProjectStore.open(path), folder / "grey.mp4", opener, NetworkEngines(), Settings(folder / "s.ini")
    )
    window = MainWindow()
    window.set_session(session)
    window.show()
    session.undo_stack.push(Propagate(session.records, run, "every frame"))
    settle()
    spent: dict[str, list[float]] = {"undo": [], "redo": []}
    for _ in range(rounds):
        for name in spent:
            began = time.perf_counter()
            window.action(f"edit.{name}").trigger()
            took = (time.perf_counter() - began) * 1000
            spent[name].append(took)
            sys.stdout.write(f"{name}: {took:6.1f} ms, settling: {settle():6.1f} ms\n")
    copy_to_many(session, min(copies, frames - 1))
    window.set_session(None)
    session.close()
    for name, values in spent.items():
        sys.stdout.write(f"{name}: median {np.median(values):.1f} ms over {frames} frames (limit {LIMIT:.0f})\n")
    return float(np.median(spent["undo"])) <= LIMIT


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frames", type=int, default=10_000)
    parser.add_argument("--objects", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--copy", type=int, default=300)
    arguments = parser.parse_args()
    application = QApplication(sys.argv[:1])
    theme.apply(application)
    sys.stdout.write(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n")
    with tempfile.TemporaryDirectory() as folder:
        good = measure(Path(folder), arguments.frames, arguments.objects, arguments.rounds, arguments.copy)
    raise SystemExit(0 if good else 1)


if __name__ == "__main__":
    main()
