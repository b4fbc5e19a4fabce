"""Exchanging what lies at two paths in one step, where the system and the disk can."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

_Call = Callable[[bytes, bytes], int]
_CURRENT_FOLDER = -100
_EXCHANGE = 2
_UNABLE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)
"""What systems and disks say that cannot exchange; where it is something else, renaming says so, too."""


def exchange(one: Path, other: Path) -> bool:
    """Let both paths, on one disk, change places: nobody ever sees one of them missing. False where that cannot be.

    Raises OSError where either is missing or may not be renamed.
    """
    call = _call()
    if call is None:
        return False
    ctypes.set_errno(0)
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNABLE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def _call() -> _Call | None:
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    # Linux calls it renameat2, macOS renamex_np; older systems have neither.
    linux, mac = getattr(library, "renameat2", None), getattr(library, "renamex_np", None)
    if linux is not None:
        return lambda one, other: int(linux(_CURRENT_FOLDER, one, _CURRENT_FOLDER, other, _EXCHANGE))
    if mac is not None:
        return lambda one, other: int(mac(one, other, _EXCHANGE))
    return None
