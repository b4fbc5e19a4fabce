"""Who gets a core first where there are too few: the window, then what it shows next, then everything else.

Linux keeps niceness per thread, and threads made later (OpenMP's, a pool's, a decoder's) inherit it; elsewhere it would
slow down the whole process, so nothing is done there.
"""

from __future__ import annotations

import os
import sys
import threading

AT_HAND = 5
"""Niceness of threads that decode what is about to be shown."""
NICENESS = 15
"""Of threads that a person does not wait for: beside the window's thread they get a thirtieth of a contended core."""


def decode_beside_the_window() -> None:
    """Let the GUI thread win a contended core over the calling thread, but not the runs and jobs."""
    _give_way(AT_HAND)


def yield_to_the_window() -> None:
    """Let the GUI thread and what it waits for win a contended core over the calling thread, from now on."""
    _give_way(NICENESS)


def _give_way(niceness: int) -> None:
    if sys.platform.startswith("linux"):
        thread = threading.get_native_id()
        # A program that was itself started with low priority may not raise it.
        os.setpriority(os.PRIO_PROCESS, thread, max(niceness, os.getpriority(os.PRIO_PROCESS, thread)))
