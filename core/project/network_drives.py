"""Whether a project lies on a network drive, where SQLite's write-ahead log is not safe.

The log's index is memory that all programs with the file open share, which two machines cannot
(sqlite.org/wal.html, section 1). Some network drives refuse it, others seem to allow it.
"""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
from pathlib import Path, PurePath

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
