"""Writing files so that a crash, a cancel or a full disk never leaves half of one, and telling what went wrong."""

from __future__ import annotations

import errno
import json
import os
import re
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from core.errors import Text, UserError, os_errors_as_user_errors
from core.files.exchange import exchange

if sys.platform != "win32":
    import fcntl

_LONGEST_STEM = 100
"""Bytes: names of 255 are the longest that most disks allow."""

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


def status_of(path: Path) -> os.stat_result:
    """What the system knows of the file or folder at ``path``. Raises UserError where it is anything else, or missing.

    Pipes, devices and sockets are refused: opening one may wait without end, reading it may never end.
    """
    with os_errors_as_user_errors(path, "read"):
        status = path.stat()
    _refuse_special(path, status.st_mode)
    return status


def open_file(path: Path) -> BinaryIO:
    """The file at ``path``, open for reading. Raises UserError where it is missing, may not be read, or is no file."""
    status_of(path)
    with os_errors_as_user_errors(path, "read"):
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
    with open_file(path) as file, os_errors_as_user_errors(path, "read"):
        size = os.fstat(file.fileno()).st_size
        if most is not None and size > most:
            raise UserError(
                "'{path}' is too large to read ({size} MiB).",
                "Split it into several files.",
                path=path,
                size=f"{size / 2**20:.0f}",
            )
        return file.read()


def _refuse_special(path: Path, mode: int) -> None:
    kind = _NO_FILES.get(stat.S_IFMT(mode))
    if kind is not None:
        raise UserError("Cannot read '{path}': it is {kind}.", "Choose a file.", path=path, kind=kind)


def read_text(path: Path) -> str:
    """The text of the file at ``path``. Raises UserError where it is missing, may not be read, or is no text."""
    data = read_bytes(path, MOST_TEXT)
    try:
        # Some editors begin a file with a mark that says UTF-8.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(
            "'{path}' is not valid UTF-8.", "Save it as UTF-8, or choose another file.", path=path
        ) from error


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
            "'{path}' changed on disk while it was open.",
            "Open it again. Masks may not fit if its frames have changed.",
            path=path,
        )


_TOKEN = re.compile(r"\.[0-9a-f]{32}\.part")
_ABOUT, _NEW, _OLD = "about.json", "new", "old"
_YOUNG_SECONDS = 60.0
_EXCLUSIVELY = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_NEVER_A_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

Judge = Callable[[Path], None]
"""Raises UserError where what is about to be given up, which lies at the path given, is not what was looked at."""


def real_place(path: Path) -> Path:
    """Where ``path`` leads, so that a link stays one when its target is replaced; absolute, without ``..``."""
    return Path(os.path.realpath(path))


class Staged:
    """What will take the place of a destination; without :meth:`commit` it vanishes when its block ends.

    It lies in a folder of its own beside the destination, so that the rename stays on one disk, which nobody else may
    enter and whose name nobody can guess.

    Attributes:
        destination: What will be replaced: where a link leads, not the link.
        path: Where to write.
        notes: Sentences for the user on what was found of earlier writers that were killed.
    """

    def __init__(self, destination: Path, home: Path, notes: tuple[str, ...] = ()) -> None:
        self.destination = destination
        self.path = home / _NEW / destination.name
        self.notes = notes
        self._old = home / _OLD

    def commit(self, judge: Judge | None = None) -> None:
        """Put what was written in the place of the destination: anyone who looks sees the old one or the new one.

        Args:
            judge: Of the old folder, asked when nobody can write into it by its name any more. Without one, only an
                empty folder is replaced.

        Raises OSError, and what ``judge`` raises; the destination is as before then.
        """
        if judge is None or not self.destination.is_dir() or _is_empty(self.destination):
            if sys.platform == "win32" and self.path.is_dir() and self.destination.is_dir():
                self.destination.rmdir()
            self.path.replace(self.destination)
        elif exchange(self.path, self.destination):
            self._judged(judge, self.path, lambda: exchange(self.path, self.destination))
        else:
            # A folder cannot be renamed onto one that holds files: the old one steps aside until the new one stands.
            self.destination.rename(self._old)
            self._judged(judge, self._old, lambda: self._old.rename(self.destination), self._put)

    def _put(self) -> None:
        self.path.rename(self.destination)

    def _judged(
        self, judge: Judge, old: Path, undo: Callable[[], object], then: Callable[[], None] = lambda: None
    ) -> None:
        try:
            judge(old)
            then()
        except BaseException:
            undo()
            raise


def _is_empty(folder: Path) -> bool:
    with os.scandir(folder) as entries:
        return next(entries, None) is None


def _sibling(path: Path) -> Path:
    """A name beside ``path`` that nobody can guess, and not longer than disks allow."""
    stem = path.name
    while len(os.fsencode(stem)) > _LONGEST_STEM:
        stem = stem[:-1]
    return path.with_name(f".{stem}.{secrets.token_hex(16)}.part")


@contextmanager
def staged_file(destination: Path) -> Iterator[Staged]:
    """Yield a :class:`Staged` file beside ``destination``. Folders on the way are made. Raises UserError."""
    if destination.is_dir():
        raise UserError("Cannot write '{path}': it is a folder.", "Choose a file name.", path=destination)
    with os_errors_as_user_errors(destination, "write"), _staged(destination) as staged:
        yield staged


@contextmanager
def staged_folder(destination: Path) -> Iterator[Staged]:
    """Yield a :class:`Staged` folder beside ``destination``, made and empty. Raises UserError."""
    with suppress(FileNotFoundError):  # where the current folder was removed
        if real_place(destination) == Path.cwd().resolve():
            raise UserError(
                "Cannot write '{path}': it is the current folder.", "Choose another folder.", path=destination
            )
    with os_errors_as_user_errors(destination, "write"), _staged(destination) as staged:
        staged.path.mkdir()
        yield staged


@contextmanager
def _staged(destination: Path) -> Iterator[Staged]:
    place = real_place(destination)
    if place.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    with _parents(place.parent):
        notes = sweep(place)
        home = _sibling(place)
        home.mkdir(mode=0o700)
        try:
            with _held(home):
                _write_new(home / _ABOUT, json.dumps({"destination": place.name}).encode())
                (home / _NEW).mkdir()
                yield Staged(place, home, notes)
        finally:
            _clear(home)


def _clear(home: Path) -> None:
    """Remove a writer's folder, last what says whose it is: who is killed meanwhile leaves what can be recognised."""
    for part in (home / _NEW, home / _OLD):
        shutil.rmtree(part, ignore_errors=True)
        with suppress(OSError):
            part.unlink(missing_ok=True)
    shutil.rmtree(home, ignore_errors=True)


@contextmanager
def _parents(folder: Path) -> Iterator[None]:
    """Make ``folder``; what was made goes again at the end where nothing lies in it."""
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        for made in missing:
            with suppress(OSError):  # it holds the committed result
                made.rmdir()


@contextmanager
def _held(folder: Path) -> Iterator[bool]:
    """Say, for as long as the block and this process last, that ``folder`` is in use; False where somebody does."""
    if sys.platform == "win32":
        yield True
        return
    descriptor = os.open(folder, os.O_RDONLY | _NEVER_A_LINK)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            is_free = True
        except BlockingIOError:
            is_free = False
        except OSError:
            # The disk knows no locks: what is left there stays.
            is_free = False
        yield is_free
    finally:
        os.close(descriptor)


def sweep(destination: Path) -> tuple[str, ...]:
    """Clear away what writers of ``destination`` left that were killed; returns sentences on what was done.

    Where one was killed between taking the old one away and putting the new one in its place, the old one is put back.
    """
    place = real_place(destination)
    beginning = _sibling(place).name.removesuffix(".part")[:-32]
    notes: list[str] = []
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError), os.scandir(place.parent) as entries:
        for entry in list(entries):
            if entry.name.startswith(beginning) and _TOKEN.fullmatch(entry.name[len(beginning) - 1 :]):
                notes += _swept(Path(entry.path), place)
    return tuple(notes)


def _swept(home: Path, place: Path) -> list[str]:
    if home.is_symlink() or not home.is_dir():
        return []
    with _held(home) as is_free:
        if not is_free or not _is_leftover(home, place.name):
            return []
        old = home / _OLD
        if old.exists() and not (place.exists() or place.is_symlink()):
            old.rename(place)
            _clear(home)
            return [
                Text(
                    "An earlier export to '{path}' was interrupted. The files it was replacing were restored.",
                    path=place,
                )
            ]
        _clear(home)
    return [Text("Removed the remains of an interrupted export to '{path}'.", path=place)]


def _is_leftover(home: Path, name: str) -> bool:
    """Whether ``home`` is of a writer of what is called ``name`` beside it, and holds nothing but what that left."""
    names = {entry.name for entry in home.iterdir()}
    if sys.platform == "win32" and time.time() - home.stat().st_mtime < _YOUNG_SECONDS:
        return False
    if not names or (names == {_ABOUT} and not (home / _ABOUT).stat().st_size):
        # Its maker may be about to say whose it is.
        return time.time() - home.stat().st_mtime > _YOUNG_SECONDS
    with suppress(OSError, ValueError, TypeError):
        about = json.loads((home / _ABOUT).read_text(encoding="utf-8"))
        return about == {"destination": name} and names <= {_ABOUT, _NEW, _OLD}
    return False


def _write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, and never through a link. Raises OSError."""
    with os.fdopen(os.open(path, _EXCLUSIVELY | _NEVER_A_LINK, 0o666), "wb") as file:
        file.write(data)


def write_atomically(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` so that a reader sees the old file or the new one, never a part. Raises UserError.

    A link at ``path`` is replaced, not followed.
    """
    if path.is_dir() and not path.is_symlink():
        raise UserError("Cannot write '{path}': it is a folder.", "Choose a file name.", path=path)
    with os_errors_as_user_errors(path, "write"), _parents(path.parent):
        part = _sibling(path)
        try:
            _write_new(part, data)
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
