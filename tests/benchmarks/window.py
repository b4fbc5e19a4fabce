"""How long after the command the window is painted: ``python tests/benchmarks/window.py [--repeat 7]``.

Each time a fresh process runs the real program until its window has been painted once and Qt has nothing more to do.
The first time also reads the libraries from the disk.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
TARGET = 2.0

PROGRAM = """
import sys, time

from PySide6.QtCore import QTimer

from rpcm_gui import app


class Window(app.MainWindow):
    told = False

    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.told:
            self.told = True
            QTimer.singleShot(0, self.tell)

    def tell(self):
        print(time.time() - float(sys.argv[1]), "torch" in sys.modules)
        self.close()


app.MainWindow = Window
sys.exit(app.run(None, sys.argv[:1]))
"""


def seconds_until_painted(folder: str) -> float:
    """Run the program once. Raises RuntimeError when torch was loaded before the window was there."""
    homes = {f"XDG_{name}_HOME": folder for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    answer = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(time.time())],
        cwd=REPOSITORY,
        env={**os.environ, **homes},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    seconds, torch_loaded = answer.stdout.split()
    if torch_loaded == "True":
        raise RuntimeError("torch was loaded before the window was painted")
    return float(seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=7)
    repeat = parser.parse_args().repeat
    with tempfile.TemporaryDirectory() as folder:
        times = [seconds_until_painted(folder) for _ in range(repeat)]
    each = " ".join(f"{seconds:.2f}" for seconds in times)
    median = statistics.median(times)
    sys.stdout.write(
        f"window painted after {each} s; median {median:.2f} s is {median / TARGET:.0%} of what is allowed "
        f"(load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors)\n"
    )


if __name__ == "__main__":
    main()
