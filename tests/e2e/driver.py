"""A display of its own, the program on it, and hands: mouse and keys as the X server delivers them."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from PIL import ImageGrab

REPOSITORY = Path(__file__).resolve().parents[2]
SCREEN = (1440, 900)
PATIENCE = float(os.environ.get("RPCM_E2E_PATIENCE", "120"))
"""Seconds before a wait is given up: long, since another process may hold the machine."""

Value = TypeVar("Value")
Point = tuple[float, float]


def missing_tools() -> list[str]:
    """Return which of the needed programs this machine lacks."""
    return [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]


def wait_until(what: str, look: Callable[[], Value], seconds: float = PATIENCE) -> Value:
    """Look until the answer is true, and return it.

    Raises:
        TimeoutError: When it has not come true within ``seconds``.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = look()
        if answer:
            return answer
        time.sleep(0.05)
    raise TimeoutError(f"gave up waiting until {what}")


@contextmanager
def virtual_display(screen: tuple[int, int] = SCREEN) -> Iterator[str]:
    """Run an X server with one ``screen`` in memory; yields its name, such as ``:7``."""
    reading, writing = os.pipe()
    size = f"{screen[0]}x{screen[1]}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as answer:
                yield f":{answer.readline().strip()}"
        finally:
            server.terminate()


class App:
    """One running ``rpcm-gui``, seen and handled from outside."""

    def __init__(self, display: str, folder: Path, *arguments: str | Path) -> None:
        self._display = display
        self._report_file = folder / "report.json"
        self._report_file.unlink(missing_ok=True)
        self._pictures = Path(os.environ.get("RPCM_E2E_SCREENSHOTS", folder / "screenshots"))
        self._pictures.mkdir(parents=True, exist_ok=True)
        self._log = (folder / "gui.log").open("ab")
        self.environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "RPCM_E2E_REPORT": str(self._report_file),
        }
        command = [sys.executable, str(Path(__file__).with_name("launch.py")), *map(str, arguments)]
        self.process = subprocess.Popen(
            command, env={**self.environment, "PYTHONPATH": str(REPOSITORY)}, stdout=self._log, stderr=self._log
        )

    def report(self) -> dict[str, Any]:
        """What the window showed last; empty before the first report."""
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with status {self.process.returncode}: see {self._log.name}")
        if not self._report_file.exists():
            return {}
        answer: dict[str, Any] = json.loads(self._report_file.read_text(encoding="utf-8"))
        return answer

    def wait_for_action(self, name: str) -> None:
        """Wait until an action can be used."""
        wait_until(f"{name} can be used", lambda: self.report().get("actions", {}).get(name, {}).get("enabled"))

    def wait_for_no_action(self, name: str) -> None:
        """Wait until an action cannot be used any more."""
        wait_until(f"{name} cannot be used", lambda: not self.report().get("actions", {}).get(name, {}).get("enabled"))

    def wait_for_widget(self, name: str) -> list[int]:
        """Wait until a widget is seen; returns its place on the screen: x, y, width, height."""
        return wait_until(f"{name} is seen", lambda: self.report().get("widgets", {}).get(name))

    def focus(self, window: str) -> None:
        """Give the keyboard to a window, as a window manager would; there is none on this display."""

        def is_active() -> bool:
            windows = [one for one in self.report().get("windows", []) if one["name"] == window]
            if windows and not windows[0]["active"]:
                self._xdotool("windowfocus", str(windows[0]["id"]))
            return bool(windows and windows[0]["active"])

        wait_until(f"{window} has the keyboard", is_active)

    def press(self, *keys: str) -> None:
        """Press keys one after another, named as X names them: ``ctrl+z``, ``Right``."""
        self._xdotool("key", "--delay", "30", *keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "10", text)

    def click(self, name: str) -> None:
        """Click the middle of a widget."""
        x, y, width, height = self.wait_for_widget(name)
        self._xdotool("mousemove", str(x + width // 2), str(y + height // 2), "click", "1")

    def stroke(self, points: Sequence[Point]) -> None:
        """Drag the mouse over the canvas along points in image coordinates."""
        x, y, _, _ = self.wait_for_widget("canvas")
        view = self.report()["canvas"]
        places = [
            (round(x + view["x"] + px * view["zoom"]), round(y + view["y"] + py * view["zoom"])) for px, py in points
        ]
        # As fast as a hand's mouse reports; Qt joins moves that arrive faster than it can take them.
        moves = [word for px, py in places[1:] for word in ("mousemove", str(px), str(py), "sleep", "0.01")]
        first = ("mousemove", str(places[0][0]), str(places[0][1]), "mousedown", "1")
        self._xdotool(*first, *moves, "mouseup", "1")

    def screenshot(self, name: str) -> Path:
        """Save a picture of the screen."""
        path = self._pictures / f"{name}.png"
        ImageGrab.grab(xdisplay=self._display).save(path)
        return path

    def kill(self) -> None:
        """End the program as a crash would: at once, with nothing said to it."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self._log.close()

    def quit(self) -> int:
        """Leave through the menu's key; returns the exit status."""
        self.focus("window")
        self.press("ctrl+q")
        try:
            return self.process.wait(PATIENCE)
        finally:
            self._log.close()

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True)
