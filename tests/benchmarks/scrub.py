"""How soon the window shows the frame that the user scrubs to, and whether it is the right one.

    python tests/benchmarks/scrub.py [--frames N] [--jumps N] [--keyframe-every N]

Two 1080p H.264 clips with B-frames are made, one of constant and one of variable frame rate, each frame with its number
drawn into it as bits. The real window opens them. *Jumps* click anywhere in the timeline, one after the other; *a drag*
moves the slider every 16 ms, as a mouse does, and measures how long after its end the last frame is there. A frame
counts as shown when the canvas has it; its number is then read from the picture.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from core.types import Frame
from rpcm_gui.app import Application
from rpcm_gui.base.settings import Settings
from rpcm_gui.session.session import Session
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.widgets import theme
from rpcm_gui.workers.engine import NetworkEngines
from tests.helpers.media import make_video, number_in

HEIGHT, WIDTH, RATE = 1080, 1920, 25
LIMIT = 100.0
BITS = 256
"""The picture holds a frame's number modulo this."""


class Shown:
    """The frames that arrived on the canvas: index, number read from the picture, time."""

    def __init__(self, session: Session) -> None:
        self.wrong = 0
        self.index, self.at = -1, 0.0
        self.count = 0
        session.frames.frame_ready.connect(self._take)

    def _take(self, frame: Frame) -> None:
        self.index, self.at = frame.index, time.perf_counter()
        self.count += 1
        self.wrong += number_in(frame.image) != frame.index % BITS


def wait_until(look: Callable[[], bool], seconds: float = 60.0) -> None:
    """Let the window live until ``look`` is true. Raises TimeoutError."""
    loop, timer, end = QEventLoop(), QTimer(), time.monotonic() + seconds

    def check() -> None:
        if look() or time.monotonic() > end:
            loop.quit()

    timer.timeout.connect(check)
    timer.start(1)
    loop.exec()
    if not look():
        raise TimeoutError("the frame did not come")


def rest(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def jumps(window: MainWindow, shown: Shown, frames: list[int]) -> list[float]:
    """Milliseconds from each click to its frame."""
    spent = []
    for frame in frames:
        began = time.perf_counter()
        window.workspace.timeline.slider.setValue(frame)
        wait_until(lambda wanted=frame: shown.index == wanted)  # type: ignore[misc]
        spent.append((shown.at - began) * 1000)
        # The user looks; meanwhile the decoder reads ahead.
        rest(60)
    return spent


def drags(window: MainWindow, shown: Shown, frame_count: int, rounds: int) -> tuple[list[float], float]:
    """Milliseconds from the end of each drag to its last frame; and how many pictures a second it showed."""
    spent, pictures, seconds = [], 0, 0.0
    slider, dice = window.workspace.timeline.slider, random.Random(8)
    for _ in range(rounds):
        place, last = (dice.randrange(frame_count) for _ in range(2))
        before, start = shown.count, time.perf_counter()
        for step in np.linspace(place, last, 60).astype(int).tolist():
            slider.setValue(step)
            rest(16)
        began = time.perf_counter()
        wait_until(lambda wanted=last: shown.index == wanted)  # type: ignore[misc]
        spent.append(max(shown.at - began, 0.0) * 1000)
        pictures += shown.count - before
        seconds += time.perf_counter() - start
    return spent, pictures / seconds


def tell(name: str, spent: list[float], more: str = "") -> None:
    """Print one line of figures."""
    middle, late = np.median(spent), np.percentile(spent, 95)
    sys.stdout.write(f"{name:<28} median {middle:6.1f} ms, p95 {late:6.1f}, most {max(spent):6.1f}{more}\n")


def measure(folder: Path, kind: str, clip: Path, jump_count: int) -> bool:
    """Open the clip, scrub, print; whether every frame was right and the median within the limit."""
    window = MainWindow()
    desk = Application(window, Settings(folder / f"{kind}.ini"), NetworkEngines())
    window.show()
    desk.open(clip)
    wait_until(lambda: desk.session is not None)
    session = desk.session
    assert session is not None
    shown = Shown(session)
    rest(1000)
    dice = random.Random(4)
    # Never the frame that is shown already: that click asks for nothing.
    places = [dice.randrange(1, session.frame_count) for _ in range(jump_count)]
    wanted = [place for place, before in zip(places, [0, *places], strict=False) if place != before]
    spent = jumps(window, shown, wanted)
    tell(f"{kind}: {len(spent)} jumps", spent)
    ends, rate = drags(window, shown, session.frame_count, 5)
    tell(f"{kind}: ends of 5 drags", ends, f", {rate:.0f} pictures a second on the way")
    sys.stdout.write(f"{kind}: {shown.wrong} of {shown.count} frames wrong\n")
    window.close()
    desk.shut()
    return shown.wrong == 0 and float(np.median(spent)) < LIMIT


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frames", type=int, default=240)
    parser.add_argument("--jumps", type=int, default=40)
    parser.add_argument("--keyframe-every", type=int, default=48)
    arguments = parser.parse_args()
    application = QApplication(sys.argv[:1])
    theme.apply(application)
    sys.stdout.write(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n")
    dice = random.Random(2)
    times = np.cumsum([dice.choice((8, 17, 40, 40, 120)) for _ in range(arguments.frames)]).tolist()
    good = []
    with tempfile.TemporaryDirectory() as folder:
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = folder
        for kind, milliseconds in (("constant rate", None), ("variable rate", times)):
            clip = make_video(
                Path(folder) / f"{kind.split()[0]}.mp4",
                frames=arguments.frames,
                size=(HEIGHT, WIDTH),
                keyframe_every=arguments.keyframe_every,
                rate=Fraction(RATE),
                milliseconds=milliseconds,
                options={"preset": "veryfast"},
            )
            good.append(measure(Path(folder), kind, clip, arguments.jumps))
    raise SystemExit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
