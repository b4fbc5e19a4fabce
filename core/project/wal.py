"""Flushing the write-ahead log to the disk, away from the thread that writes (docs/adr/0011).

Folding the write-ahead log into the project file, away from the thread that writes.

A checkpoint flushes the disk twice and took up to a tenth of a second on a busy one: too long between two strokes.

Whether a project lies on a network drive, where SQLite's write-ahead log is not safe.

The log's index is memory that all programs with the file open share, which two machines cannot
(sqlite.org/wal.html, section 1). Some network drives refuse it, others seem to allow it.
"""

from __future__ import annotations

import contextlib
import ctypes
import logging
import os
import re
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path, PurePath

log = logging.getLogger(__name__)


class Flusher:
    """A thread that flushes a log right after ``wake``; commits that come meanwhile share the next flush.

    Where a flush fails ``failed`` is set and stays so: from then on commits have to flush themselves, and tell of it.
    """

    def __init__(self, log_file: Path) -> None:
        self.failed = False
        self._file = log_file
        self._changed = threading.Condition()
        self._asked = self._flushed = 0
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="project-flushes", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Something was committed that has to survive a power loss."""
        with self._changed:
            self._asked += 1
            self._changed.notify_all()

    def close(self) -> None:
        """Flush what was committed and end the thread."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or self._asked > self._flushed)
                if self._asked == self._flushed or self.failed:
                    return
                asked = self._asked
            failed = not _flush(self._file)
            with self._changed:
                self._flushed, self.failed = asked, failed


def _flush(file: Path) -> bool:
    """Flush ``file`` to the disk; False where that fails. A log that is gone was folded into the project, and flushed.

    The file is opened for it each time, because the last one to close it, SQLite, wants to remove it.
    """
    try:
        # Windows flushes only what may be written to.
        descriptor = os.open(file, os.O_RDWR)
    except FileNotFoundError:
        return True
    except OSError as error:
        log.warning("%s cannot be flushed: %s", file, error)
        return False
    try:
        os.fsync(descriptor)
    except OSError as error:
        log.warning("%s cannot be flushed: %s", file, error)
        return False
    finally:
        os.close(descriptor)
    return True


INTERVAL = 2.0
"""Seconds that commits gather before they are folded in."""

LOG_PAGES = 8000
"""Pages after which the writer folds the log itself (32 MiB): reached only if this thread cannot keep up."""


class Checkpointer:
    """A thread with a connection of its own that folds the log some time after ``wake``."""

    def __init__(self, path: Path, interval: float = INTERVAL) -> None:
        self._uri = f"{path.absolute().as_uri()}?mode=rw"
        self._interval = interval
        self._committed = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="project-checkpoints", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Something was committed."""
        self._committed.set()

    def close(self) -> None:
        """Fold what was committed and end the thread."""
        self._closing.set()
        self._committed.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._closing.is_set():
            self._committed.wait()
            self._closing.wait(self._interval)
            self._committed.clear()
            # Where it fails (disk full, file held by another program) the log simply stays: commits in it are safe,
            # and the next round tries again. A disk that is really full is told by the next commit.
            with contextlib.suppress(sqlite3.Error):
                self._fold()

    def _fold(self) -> None:
        with contextlib.closing(sqlite3.connect(self._uri, uri=True)) as connection:
            # Passive: neither waits for readers nor makes the writer wait.
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.sshfs", "fuse.davfs2",
     "fuse.rclone", "fuse.gvfsd-fuse", "ncpfs", "afs", "ceph", "fuse.glusterfs", "lustre"}
)  # fmt: skip

_MOUNT_TABLE = Path("/proc/self/mountinfo")
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


def network_file_system(path: Path) -> str:
    """The kind of network drive that ``path`` (absolute, without links) lies on; '' where it is none."""
    if sys.platform == "win32":
        return "network drive" if _is_remote_windows(path) else ""
    table = _mac_table() if sys.platform == "darwin" else _linux_table()
    kind = mounted_as(path, table)
    return kind if kind in NETWORK_FILE_SYSTEMS else ""


def mounted_as(path: PurePath, table: dict[str, str]) -> str:
    """The file system of ``path`` by a table of mount points; '' where none of them holds it."""
    return next((table[str(place)] for place in (path, *path.parents) if str(place) in table), "")


def parse_mountinfo(text: str) -> dict[str, str]:
    """File system per mount point of Linux's table (proc(5)); of several at one point the last one shows."""
    table = {}
    for line in text.splitlines():
        before, separator, after = line.partition(" - ")
        if separator:
            table[_unescaped(before.split()[4])] = after.split()[0]
    return table


def parse_mount(text: str) -> dict[str, str]:
    """File system per mount point of what ``mount`` prints on macOS: ``//me@host/share on /Volumes/x (smbfs, ...)``."""
    lines = (re.fullmatch(r".* on (/.*) \(([^,)]+).*\)", line) for line in text.splitlines())
    return {match[1]: match[2] for match in lines if match}


def _unescaped(field: str) -> str:
    """Spaces and the like are written as three octal digits."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), field)


def _linux_table() -> dict[str, str]:
    try:
        return parse_mountinfo(_MOUNT_TABLE.read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        return {}  # a sandbox without it: SQLite's own refusal is what is left


def _mac_table() -> dict[str, str]:
    done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
    return parse_mount(done.stdout)


def _is_remote_windows(path: Path) -> bool:
    if path.drive.startswith("\\\\"):
        return True
    kind: int = ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\")  # type: ignore[attr-defined,unused-ignore]
    return kind == _REMOTE_DRIVE
