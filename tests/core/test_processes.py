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


def begin() -> None:
    """A process of Python's own kind: ends with 0 where Ctrl-C waits in it."""
    sys.exit(0 if signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()) else 3)


def test_that_the_first_process_of_pythons_own_kind_holds_it_too() -> None:
    program = (
        "import multiprocessing\n"
        "from core.processes import interrupts_held\n"
        "from tests.core.test_processes import begin\n"
        "child = multiprocessing.get_context('spawn').Process(target=begin)\n"
        "with interrupts_held():\n"
        "    child.start()\n"
        "child.join()\n"
        "print(child.exitcode)\n"
    )
    trial = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert trial.stdout == "0\n"


def test_that_a_process_that_has_hardly_begun_survives_ctrl_c() -> None:
    with interrupts_held():
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
    assert child.stdout is not None and child.stdout.readline() == "begun\n"
    child.send_signal(signal.SIGINT)
    assert child.communicate("go on\n", timeout=60)[0] == "answered\n"
    assert child.returncode == 0
