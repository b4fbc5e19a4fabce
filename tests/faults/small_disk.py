"""A disk of a few hundred KiB that can be filled to the last page."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PAGE = 4096


def can_mount() -> bool:
    """Whether this machine lets the test mount a small disk."""
    return sys.platform == "linux" and os.geteuid() == 0


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """A disk of ``size`` bytes, mounted on ``folder``."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def filled(disk: Path, pages_left: int) -> Iterator[None]:
    """Nothing but ``pages_left`` pages of ``disk`` are free inside the block."""
    ballast = disk / "ballast"
    status = os.statvfs(disk)
    free = status.f_bavail * status.f_frsize - pages_left * PAGE
    try:
        with ballast.open("wb") as file:
            if free > 0:
                os.posix_fallocate(file.fileno(), 0, free)
        yield
    finally:
        ballast.unlink()
