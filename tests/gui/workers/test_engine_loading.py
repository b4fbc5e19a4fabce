"""Loading torch right after the window is up: it must leave nothing to do, neither then nor for the collector later."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import gc, json, sys
from rpcm_gui.workers.engine import warm_up
before = "torch" in sys.modules
warm_up()
print(json.dumps([before, "torch" in sys.modules, gc.isenabled(), len(gc.get_objects()), gc.get_freeze_count()]))
"""


@pytest.fixture(scope="module")
def state() -> list[int]:
    """What a fresh Python says: torch loaded before, after; collector on; objects it looks at and leaves alone."""
    repository = Path(__file__).resolve().parents[3]
    answer = subprocess.run([sys.executable, "-c", PROGRAM], cwd=repository, capture_output=True, text=True, check=True)
    found: list[int] = json.loads(answer.stdout)
    return found


def test_that_torch_is_loaded_by_the_warm_up_and_not_before(state: list[int]) -> None:
    assert state[:2] == [False, True]


def test_that_the_collector_goes_on_but_leaves_torch_alone(state: list[int]) -> None:
    on, watched, frozen = state[2:]
    assert on
    assert frozen > 100_000
    assert watched < frozen / 20


LEAVING = """
import sys
from PySide6.QtCore import QTimer
from rpcm_gui import app


class Window(app.MainWindow):
    def showEvent(self, event):
        super().showEvent(event)
        QTimer.singleShot(app.WARM_UP_MILLISECONDS + 100, self.close)


app.MainWindow = Window
sys.exit(app.run(None, sys.argv[:1]))
"""


def test_that_leaving_while_torch_loads_is_quiet(repository: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", LEAVING], cwd=repository, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0
    assert "Exception" not in answer.stderr and "Error" not in answer.stderr
