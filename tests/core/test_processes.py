"""Ctrl-C while processes start."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from core.processes import hear_interrupts, interrupts_held

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals cannot be held there")

# A child that is pressed before it has set itself up, answers when it is ready, and ends well.
CHILD = """
import signal, sys
print("begun", flush=True)
sys.stdin.readline()
signal.signal(signal.SIGINT, lambda *_: print("answered", flush=True))
from core.processes import hear_interrupts
hear_interrupts()
"""


def test_that_ctrl_c_waits_for_the_end_of_the_block() -> None:
    heard = []
    before = signal.signal(signal.SIGINT, lambda *_: heard.append("pressed"))
    try:
        with interrupts_held():
            signal.raise_signal(signal.SIGINT)
            assert not heard
        assert heard == ["pressed"]
        with interrupts_held():
            signal.raise_signal(signal.SIGINT)
            hear_interrupts()
            assert heard == ["pressed"] * 2
    finally:
        signal.signal(signal.SIGINT, before)


def test_that_a_process_that_has_hardly_begun_survives_ctrl_c() -> None:
    with interrupts_held():
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
    assert child.stdout is not None and child.stdout.readline() == "begun\n"
    child.send_signal(signal.SIGINT)
    assert child.communicate("go on\n", timeout=60)[0] == "answered\n"
    assert child.returncode == 0
