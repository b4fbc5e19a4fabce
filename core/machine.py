"""Memory and disk: how much there is, what running out looks like, how freed memory is kept for the next frame."""

from __future__ import annotations

import ctypes
import shutil
import sys
from functools import cache
from pathlib import Path
from typing import Any

from core.errors import UserError


def peak_memory() -> int:
    """Most bytes of main memory that this process has held so far."""
    if sys.platform == "win32":
        return _windows_peak_memory()
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def free_memory() -> int | None:
    """Bytes of main memory that a program could still have; None where the system does not say."""
    if sys.platform == "win32":
        return _windows_free_memory()
    meminfo = Path("/proc/meminfo")
    if not meminfo.is_file():
        return None
    lines = dict(line.split(":", 1) for line in meminfo.read_text(encoding="ascii").splitlines())
    return int(lines["MemAvailable"].split()[0]) * 1024


def free_disk(folder: Path) -> int:
    """Bytes free where ``folder`` lies, or would lie."""
    existing = next(parent for parent in (folder.absolute(), *folder.absolute().parents) if parent.exists())
    return shutil.disk_usage(existing).free


class _ProcessMemoryCounters(ctypes.Structure):
    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("PageFaultCount", ctypes.c_uint32),
        *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", "WorkingSetSize", "QuotaPeakPagedPoolUsage")),
        *((name, ctypes.c_size_t) for name in ("QuotaPagedPoolUsage", "QuotaPeakNonPagedPoolUsage")),
        *((name, ctypes.c_size_t) for name in ("QuotaNonPagedPoolUsage", "PagefileUsage", "PeakPagefileUsage")),
    )


class _MemoryStatus(ctypes.Structure):
    _fields_ = (
        ("dwLength", ctypes.c_uint32),
        ("dwMemoryLoad", ctypes.c_uint32),
        *((name, ctypes.c_uint64) for name in ("ullTotalPhys", "ullAvailPhys", "ullTotalPageFile", "ullAvailPageFile")),
        *((name, ctypes.c_uint64) for name in ("ullTotalVirtual", "ullAvailVirtual", "ullAvailExtendedVirtual")),
    )


def _windows_peak_memory() -> int:
    counters = _ProcessMemoryCounters(cb=ctypes.sizeof(_ProcessMemoryCounters))
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    kernel.K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.cb)
    return int(counters.PeakWorkingSetSize)


def _windows_free_memory() -> int:
    status = _MemoryStatus(dwLength=ctypes.sizeof(_MemoryStatus))
    ctypes.WinDLL("kernel32").GlobalMemoryStatusEx(ctypes.byref(status))  # type: ignore[attr-defined]
    return int(status.ullAvailPhys)


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


_PHRASES = (
    "out of memory",
    "not enough memory",
    "n't allocate memory",
    "cannot allocate memory",
    "unable to allocate",
    "failed to allocate",
    "insufficient memory",
    "bad_alloc",
    "defaultcpuallocator",
    "could not create a primitive",
    "could not create a memory",
    "can't start new thread",
)
"""What the allocators of torch, oneDNN, OpenCV and the system write; none of them has an exception of its own."""


def is_out_of_memory(error: BaseException) -> bool:
    """Whether ``error`` says that memory, of the computer or of a device, was not enough."""
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    from_library = isinstance(error, RuntimeError | OSError) or type(error).__module__ == "cv2"
    return from_library and any(phrase in str(error).lower() for phrase in _PHRASES)


def out_of_memory() -> UserError:
    """What to say then."""
    return UserError(
        "Out of memory.",
        "Close other programs, or use a smaller or shorter video (--range, --resize). Finished frames are kept.",
    )
