"""How the C library keeps memory that a frame has freed and the next one asks for again, and when it gives it back."""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import Any

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""As glibc's malloc.h numbers them."""
_KEPT = 128 * 2**20
_LARGEST_KEPT = 32 * 2**20
"""Bytes; glibc takes no more."""
_ARENAS = 4
"""As many threads as are at work on a frame."""


@cache
def keep_freed_memory() -> None:
    """Let glibc keep what is freed, up to an eighth of a GiB in each of four arenas, instead of giving it back at once.

    By its defaults every frame's temporary maps come as fresh pages, which the system has to clear: a tenth of a
    frame's time, and a resident size that swings. Each run has new threads: were each given an arena of its own, up to
    eight a core, all of them would keep that much. Arenas that exist already stay, so that a program calls this before
    its first thread: before it imports numpy, torch or Qt. Systems with another C library are left alone.
    """
    mallopt = _of_the_c_library("mallopt")
    if mallopt is not None:
        mallopt(_TRIM_THRESHOLD, _KEPT)
        mallopt(_MMAP_THRESHOLD, _LARGEST_KEPT)
        mallopt(_ARENA_MAX, _ARENAS)


def give_freed_memory_back() -> None:
    """Give back to the system what glibc keeps, in every arena, after a run or an export.

    Only then: the next frame would ask for it again. Free blocks between others that stay in use are not given back by
    themselves, and those of one arena are of no use to a thread that happens to have another.
    """
    trim = _of_the_c_library("malloc_trim")
    if trim is not None:
        trim(0)


def _of_the_c_library(name: str) -> Any:
    """A function of glibc, None on other systems."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform.startswith("linux") else None
