"""Writing files so that a crash, a cancel or a full disk never leaves half of one, and telling what went wrong."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import uuid
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from core.errors import UserError

_ADVICE = {
    errno.ENOENT: ("it does not exist", "Check the path; the file may have been moved or renamed."),
    errno.EACCES: ("permission is denied", "Change the permissions of the file or folder, or choose another place."),
    errno.EPERM: ("permission is denied", "Change the permissions of the file or folder, or choose another place."),
    errno.EROFS: ("the disk is read-only", "Choose a place that can be written to."),
    errno.ENOSPC: ("the disk is full", "Free some space or choose another disk, then try again."),
    errno.EDQUOT: ("your disk quota is used up", "Free some space or choose another disk, then try again."),
    errno.EISDIR: ("it is a folder", "Choose a file."),
    errno.ENOTDIR: ("a part of its path is a file", "Choose a path whose parents are folders."),
    errno.EEXIST: ("a file of that name already exists", "Choose another name, or remove the file."),
    errno.ELOOP: ("its links lead round in a circle", "Choose the file that the link was made for."),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter name."),
}
_OF_A_FILE_ON_THE_WAY = (errno.ENOTDIR, errno.EEXIST, errno.ENOENT)
"""What is reported where a folder of a path is a file: by Linux, on making that folder, and by Windows."""

_NO_FILES = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
"""What would be waited for without end, or never ends."""
_OPENING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
MOST_TEXT = 1 << 31
"""Bytes of a text that is read as a whole; taken apart, it needs many times as much memory."""


def os_user_error(error: OSError, path: Path, verb: str) -> UserError:
    """What ``error`` means to a person who wanted to ``verb`` (``"read"``, ``"write"``) ``path``."""
    number = error.errno or 0
    if number in _OF_A_FILE_ON_THE_WAY and _leads_through_a_file(path):
        number = errno.ENOTDIR
    reason, hint = _ADVICE.get(number, (error.strerror or str(error), "Check the disk and the path, then try again."))
    return UserError(f"Cannot {verb} '{path}': {reason}.", hint)


def _leads_through_a_file(path: Path) -> bool:
    with suppress(OSError):  # a folder that may not be entered
        return any(parent.exists() and not parent.is_dir() for parent in path.parents)
    return False


@contextmanager
def explained(path: Path, verb: str) -> Iterator[None]:
    """Turn an OSError of the block into a UserError about ``path``."""
    try:
        yield
    except OSError as error:
        raise os_user_error(error, path, verb) from error


def status_of(path: Path) -> os.stat_result:
    """What the system knows of the file or folder at ``path``. Raises UserError where it is anything else, or missing.

    Pipes, devices and sockets are refused: opening one may wait without end, reading it may never end.
    """
    with explained(path, "read"):
        status = path.stat()
    _refuse_special(path, status.st_mode)
    return status


def open_file(path: Path) -> BinaryIO:
    """The file at ``path``, open for reading. Raises UserError where it is missing, may not be read, or is no file."""
    status_of(path)
    with explained(path, "read"):
        # What lies there may have been exchanged: opening a pipe must not wait, and what was opened is looked at again.
        descriptor = os.open(path, _OPENING)
        try:
            _refuse_special(path, os.fstat(descriptor).st_mode)
            return os.fdopen(descriptor, "rb")
        except BaseException:
            with suppress(OSError):  # where it is a folder, it is closed already
                os.close(descriptor)
            raise


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """The content of the file at ``path``. Raises UserError, also where it has more than ``most`` bytes."""
    with open_file(path) as file, explained(path, "read"):
        size = os.fstat(file.fileno()).st_size
        if most is not None and size > most:
            raise UserError(
                f"'{path}' is too large to be read: it has {size / 2**20:.0f} MiB.", "Split it into several files."
            )
        return file.read()


def _refuse_special(path: Path, mode: int) -> None:
    kind = _NO_FILES.get(stat.S_IFMT(mode))
    if kind is not None:
        raise UserError(f"Cannot read '{path}': it is {kind}.", "Choose a file.")


def read_text(path: Path) -> str:
    """The text of the file at ``path``. Raises UserError where it is missing, may not be read, or is no text."""
    data = read_bytes(path, MOST_TEXT)
    try:
        # Some editors begin a file with a mark that says UTF-8.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"'{path}' is no text in UTF-8.", "Save it again as UTF-8, or give another file.") from error


FileState = tuple[int, int]
"""Size in bytes, and time of the last change in nanoseconds."""


def file_state(path: Path) -> FileState:
    """How the file at ``path`` is now. Raises UserError where it is missing or may not be read."""
    status = status_of(path)
    return status.st_size, status.st_mtime_ns


def refuse_changed(path: Path, state: FileState) -> None:
    """Raise UserError where the file at ``path`` is no longer as it was, or is gone."""
    if file_state(path) != state:
        raise UserError(
            f"'{path}' changed on the disk while it was open.",
            "Open it again. Masks may no longer fit if its pictures are others now.",
        )


class Staged:
    """A temporary sibling of a destination; without :meth:`commit` it vanishes when its block ends.

    Attributes:
        path: Where to write: in the destination's folder, so that the rename stays on one disk.
    """

    def __init__(self, destination: Path) -> None:
        self.destination = destination
        self.path = _sibling(destination, "part")

    def commit(self) -> None:
        """Put what was written in the place of the destination, in one rename. Raises OSError."""
        if not self.destination.is_dir():
            self.path.replace(self.destination)
            return
        # A folder cannot be renamed onto one that holds files: the old one steps aside until the new one stands.
        old = _sibling(self.destination, "old")
        self.destination.rename(old)
        try:
            self.path.rename(self.destination)
        except OSError:
            old.rename(self.destination)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _sibling(path: Path, suffix: str) -> Path:
    return path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.{suffix}")


@contextmanager
def staged_file(destination: Path) -> Iterator[Staged]:
    """Yield a :class:`Staged` file beside ``destination``. Folders on the way are made. Raises UserError."""
    if destination.is_dir():
        raise UserError(f"Cannot write '{destination}': it is a folder.", "Choose the name of a file.")
    with explained(destination, "write"), _cleaned(Staged(destination)) as staged:
        yield staged


@contextmanager
def staged_folder(destination: Path) -> Iterator[Staged]:
    """Yield a :class:`Staged` folder beside ``destination``, made and empty. Raises UserError."""
    with explained(destination, "write"), _cleaned(Staged(destination)) as staged:
        staged.path.mkdir()
        yield staged


@contextmanager
def _cleaned(staged: Staged) -> Iterator[Staged]:
    made = _make_parents(staged.destination.parent)
    try:
        yield staged
    finally:
        _remove(staged.path)
        for folder in reversed(made):
            with suppress(OSError):  # it holds the committed result
                folder.rmdir()


def _make_parents(folder: Path) -> list[Path]:
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def write_atomically(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` so that a reader sees the old file or the new one, never a part. Raises UserError."""
    with staged_file(path) as staged:
        staged.path.write_bytes(data)
        staged.commit()


def refuse_overwrite(destination: Path, overwrite: bool, own: Collection[str] = ()) -> None:
    """Raise UserError where writing ``destination`` would destroy something.

    Args:
        destination: The file or folder that is to be written.
        overwrite: Whether the person agreed to replace it.
        own: Names that such a folder holds; a folder with anything else in it is never replaced.
    """
    with explained(destination, "write"):
        names = {entry.name for entry in destination.iterdir()} if destination.is_dir() else set()
    if not names and not destination.is_file():
        return
    if not overwrite:
        raise UserError(f"'{destination}' already exists.", "Choose another name, or allow it to be overwritten.")
    foreign = sorted(names - set(own))
    if foreign:
        raise UserError(
            f"'{destination}' holds other things ('{foreign[0]}'), which overwriting would delete.",
            "Choose a new or an empty folder.",
        )
