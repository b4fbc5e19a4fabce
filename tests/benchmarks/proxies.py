"""How soon the window shows the frame that the user scrubs to in a 4K clip, without and with a proxy.

    python tests/benchmarks/proxies.py [--frames N] [--jumps N] [--keyframe-every N]

A 3840x2160 H.264 clip with B-frames and a long group of pictures is made, each frame with its number drawn into it as
bits, and its proxy. The real window shows it twice, side by side in time: the same jumps go to the window without and
to the one with the proxy, one after the other. *First picture* is what is seen first, *whole frame* what tools read.
A frame counts as shown when the canvas has it; its number is then read from the picture.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtWidgets import QApplication

from core.types import Frame
from core.video.proxy import Preview, make_proxy
from core.video.source import open_source
from rpcm_gui.app import Application
from rpcm_gui.base.settings import PROXIES, Settings
from rpcm_gui.session.session import Session
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.widgets import theme
from rpcm_gui.workers.engine import NetworkEngines
from tests.benchmarks.scrub import rest, tell, wait_until
from tests.helpers.media import make_video, number_in

HEIGHT, WIDTH = 2160, 3840
BITS = 256


class Shown:
    """When a picture and when the whole frame of the frame wanted last arrived."""

    def __init__(self, session: Session) -> None:
        self.wrong = self.count = 0
        self.first, self.whole = (-1, 0.0), (-1, 0.0)
        session.frames.preview_ready.connect(self._preview)
        session.frames.frame_ready.connect(self._frame)

    def _preview(self, preview: Preview) -> None:
        self.first = preview.index, time.perf_counter()
        self.count += 1
        large = cv2.resize(preview.image, (WIDTH, HEIGHT), interpolation=cv2.INTER_NEAREST)
        self.wrong += number_in(np.asarray(large, np.uint8)) != preview.index % BITS

    def _frame(self, frame: Frame) -> None:
        now = time.perf_counter()
        self.first = self.first if self.first[0] == frame.index else (frame.index, now)
        self.whole = frame.index, now
        self.count += 1
        self.wrong += number_in(frame.image) != frame.index % BITS


class Desk:
    """A window with the clip open."""

    def __init__(self, folder: Path, clip: Path, proxies: str) -> None:
        settings = Settings(folder / f"{proxies}.ini")
        settings.set(PROXIES, proxies)
        self.window = MainWindow()
        self.application = Application(self.window, settings, NetworkEngines())
        self.window.show()
        self.application.open(clip)
        wait_until(lambda: self.application.session is not None)
        assert self.application.session is not None
        self.session = self.application.session
        wait_until(lambda: proxies == "never" or self.session.proxies.proxy is not None)
        self.window.action("view.filmstrip").trigger()
        self.shown = Shown(self.session)
        rest(1000)

    def jump(self, frame: int) -> tuple[float, float]:
        """Milliseconds from a click in the timeline to the first picture and to the whole frame."""
        began = time.perf_counter()
        self.window.workspace.timeline.slider.setValue(frame)
        wait_until(lambda: self.shown.whole[0] == frame)
        return (self.shown.first[1] - began) * 1000, (self.shown.whole[1] - began) * 1000

    def drag(self, first: int, last: int) -> tuple[float, float]:
        """Milliseconds from the end of a drag of a second to its last picture; pictures a second on the way."""
        before, start = self.shown.count, time.perf_counter()
        for step in np.linspace(first, last, 60).astype(int).tolist():
            self.window.workspace.timeline.slider.setValue(step)
            rest(16)
        began, seen = time.perf_counter(), self.shown.count - before
        wait_until(lambda: self.shown.first[0] == last)
        ended = max(self.shown.first[1] - began, 0.0) * 1000
        wait_until(lambda: self.shown.whole[0] == last)
        return ended, seen / (began - start)

    def close(self) -> None:
        self.window.close()
        self.application.shut()


def make_clip(folder: Path, frames: int, keyframe_every: int) -> Path:
    """The clip, and its proxy; says how long that took and how large it is."""
    clip = make_video(
        folder / "clip.mp4",
        frames=frames,
        size=(HEIGHT, WIDTH),
        keyframe_every=keyframe_every,
        options={"preset": "veryfast"},
    )
    start = time.perf_counter()
    with open_source(clip) as source:
        proxy = make_proxy(source, lambda done, total: None)
    assert proxy is not None
    spent = time.perf_counter() - start
    sys.stdout.write(f"proxy: {frames / spent:.1f} frames a second, {proxy.size / 2**20:.1f} MiB\n")
    return clip


def measure(folder: Path, clip: Path, jumps: int, frames: int) -> int:
    """Scrub both windows in turns, print; the number of wrong pictures."""
    # Windows on one project would share its lock: each has a clip of its own, a copy of the other's.
    twin = folder / "twin.mp4"
    twin.write_bytes(clip.read_bytes())
    desks = {"without": Desk(folder, clip, "never"), "with a proxy": Desk(folder, twin, "asked")}
    dice = random.Random(4)
    spent: dict[str, list[tuple[float, float]]] = {name: [] for name in desks}
    dragged: dict[str, list[tuple[float, float]]] = {name: [] for name in desks}
    place = 0
    for _ in range(jumps):
        place = (place + dice.randrange(1, frames)) % frames
        for name, desk in desks.items():
            spent[name].append(desk.jump(place))
    for _ in range(3):
        first, last = dice.sample([index for index in range(frames) if index != place], 2)
        place = last
        for name, desk in desks.items():
            dragged[name].append(desk.drag(first, last))
    for name in desks:
        tell(f"{name}: first picture", [first for first, _ in spent[name]])
        tell(f"{name}: whole frame", [whole for _, whole in spent[name]])
        rate = np.mean([rate for _, rate in dragged[name]])
        tell(f"{name}: end of a drag", [end for end, _ in dragged[name]], f", {rate:.0f} pictures a second on the way")
    for desk in desks.values():
        desk.close()
    return sum(desk.shown.wrong for desk in desks.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frames", type=int, default=200)
    parser.add_argument("--jumps", type=int, default=10)
    parser.add_argument("--keyframe-every", type=int, default=200)
    arguments = parser.parse_args()
    application = QApplication(sys.argv[:1])
    theme.apply(application)
    sys.stdout.write(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = folder
        clip = make_clip(Path(folder), arguments.frames, arguments.keyframe_every)
        wrong = measure(Path(folder), clip, arguments.jumps, arguments.frames)
    sys.stdout.write(f"{wrong} pictures wrong\n")
    raise SystemExit(0 if not wrong else 1)


if __name__ == "__main__":
    main()
