"""How the C library keeps memory that a frame has freed and the next one asks for again."""

from __future__ import annotations

import ctypes
import sys
from functools import cache

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
    eight a core, all of them would keep that much. Systems with another C library are left alone.
    """
    if not sys.platform.startswith("linux"):
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_TRIM_THRESHOLD, _KEPT)
        mallopt(_MMAP_THRESHOLD, _LARGEST_KEPT)
        mallopt(_ARENA_MAX, _ARENAS)
