"""Making and opening project files, with every way in which that can go wrong.

A lock file beside the project, so that only one program writes it.

What may be at a place where a project is to be written: nothing, or a project at rest.
"""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from core.errors import Text, UserError, os_errors_as_user_errors
from core.files import real_place
from core.project import database as db
from core.project import schema
from core.project.database import Database
from core.project.integrity import check_quickly
from core.project.tables.source import SourceReference, insert_source

if sys.platform == "win32":
    import msvcrt

    def _lock_file(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock_file(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class ProjectLock:
    """The right to write one project; the system releases it when the process ends, however it ends."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def acquire(cls, project: Path) -> ProjectLock | None:
        """The lock of ``project``, or None when another program holds it.

        Raises OSError where the folder cannot be written or its file system knows no locks.
        """
        path = project.with_name(f"{project.name}.lock")
        while True:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
            try:
                _lock_file(descriptor)
                current = _is_current(path, descriptor)
            except (BlockingIOError, PermissionError):
                os.close(descriptor)
                return None
            except OSError:
                os.close(descriptor)
                raise
            if current:
                return cls(path, descriptor)
            os.close(descriptor)

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if sys.platform == "win32":
            # An open file cannot be removed there; one that another program opened meanwhile stays.
            os.close(self._descriptor)
            with contextlib.suppress(OSError):
                self._path.unlink()
        else:
            self._path.unlink(missing_ok=True)
            os.close(self._descriptor)


def _is_current(path: Path, descriptor: int) -> bool:
    """Whether the locked file still lies at ``path``: its last holder may have removed it since it was opened."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


LOGS = ("-wal", "-shm", "-journal")
"""Endings of what SQLite keeps beside a file; it takes them for those of whatever file has that name."""
_MAGIC = b"SQLite format 3\0"
_APPLICATION = slice(68, 72)


@contextmanager
def writable_project(project: Path, overwrite: bool) -> Iterator[Path]:
    """Let nobody open ``project`` for writing while it is written; yields where it lies, links followed.

    Args:
        project: What is to be written.
        overwrite: Whether the user agreed to replace a project there.

    Raises:
        UserError: There is something that may not be replaced: anything but a project, a project that is open, or the
            log of one, which SQLite would add to the new file.
    """
    place = real_place(project)
    if place.exists() or place.is_symlink():
        if not overwrite:
            raise UserError("'{path}' already exists.", "Choose another name, or allow overwriting.", path=project)
        _refuse_other_file(project, place)
    with _locked(project, place):
        refuse_log(place)
        yield place


def refuse_log(project: Path) -> None:
    """Raise UserError where a log of SQLite lies beside the path: it would be mixed into another file put there."""
    for ending in LOGS:
        log = project.with_name(f"{project.name}{ending}")
        if not (log.exists() or log.is_symlink()):
            continue
        if project.is_file():
            raise UserError(
                "'{project}' has changes in '{log}': it is open, or a program that had it open was killed.",
                "Close it. If nothing has it open, take the changes in: rpcm project compact {project2}",
                project=project,
                log=log.name,
                project2=project.name,
            )
        raise UserError(
            "'{log}' contains changes of an earlier project at '{project}', which would be mixed into the new one.",
            "Choose another name, or move that file away.",
            log=log.name,
            project=project,
        )


def _refuse_other_file(project: Path, place: Path) -> None:
    is_ours = False
    if place.is_file():
        with os_errors_as_user_errors(project, "read"), place.open("rb") as file:
            head = file.read(_APPLICATION.stop)
        is_ours = head.startswith(_MAGIC) and head[_APPLICATION] == schema.APPLICATION_ID.to_bytes(4, "big")
    if not is_ours:
        raise UserError("'{project}' is not a project, so it is not replaced.", "Choose another name.", project=project)


@contextmanager
def _locked(project: Path, place: Path) -> Iterator[None]:
    if not place.parent.is_dir():
        yield  # nobody can have a project open in a folder that is yet to be made
        return
    with os_errors_as_user_errors(project, "write"):
        lock = ProjectLock.acquire(place)
    if lock is None:
        raise UserError(
            "{name} is open in another window or program.", "Close it there, then try again.", name=project.name
        )
    try:
        yield
    finally:
        lock.release()


_READ_ONLY_HINT = Text("It is open read-only, so changes cannot be saved.")


@dataclass(frozen=True, slots=True)
class Opened:
    """An open file, its lock (None when it is read-only), and what the user should be told about it.

    ``checked`` says whether the whole structure of the file was looked at; of huge ones, only the beginning is.
    """

    database: Database
    lock: ProjectLock | None
    notes: tuple[str, ...]
    checked: bool = False


def create_file(path: Path, source: SourceReference, folder: Path | None = None) -> None:
    """Write a new, empty project. It appears under its name only when it is complete.

    Args:
        path: The file.
        source: Its frames.
        folder: Where the file will lie in the end; its own folder where that is left out.

    Raises UserError when there is something at ``path`` already, or a log of an earlier project, or it cannot be
    written.
    """
    if path.exists():
        raise UserError("{path} already exists.", "Open it, or choose another name.", path=path)
    refuse_log(path)
    with db.staged_project(path) as staged:
        with closing(db.connect(staged.path, create=True)) as database, database.transaction():
            db.apply(database)
            insert_source(database, source, folder or path.parent)
        staged.commit()


def open_file(path: Path, *, read_only: bool, check: bool = True) -> Opened:
    """Open a project, for writing where that is possible.

    It is opened for reading only, with a note that says why, when another program has it open for writing, or when
    the file or its folder cannot be written. With ``read_only`` it is neither locked nor checked for damage: that is
    for a second connection beside the one that writes. Without ``check`` only its catalogue is looked at: that is for a
    file that was checked just before.

    Raises UserError when the file is missing, no project, damaged, or of a newer program. It is left untouched then.
    """
    path = Path(os.path.realpath(path))  # unlike ``resolve`` it passes over links that lead round in a circle
    if not path.is_file():
        raise UserError(
            "There is no project at {path}.", "Check the name, or open the video to start a new project.", path=path
        )
    if read_only:
        return Opened(_connect_identified(path), None, ())
    lock, note = _lock(path)
    opened: Opened | None = None
    try:
        if lock is not None:
            _clear_leftovers(path)
        checked = _check(path, quickly=check)
        opened = _open_read_only(path, note) if lock is None else _open_writable(path, lock)
    finally:
        if lock is not None and (opened is None or opened.lock is None):
            lock.release()
    return replace(opened, checked=checked)


def _clear_leftovers(path: Path) -> None:
    """Remove what a compaction or a repair left behind that was killed; with the lock held none is under way."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.part*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            with suppress(OSError):
                left.unlink()


def _lock(path: Path) -> tuple[ProjectLock | None, str]:
    try:
        lock = ProjectLock.acquire(path)
    except OSError as error:
        return None, Text(
            "The folder of {path} cannot be written or locked ({reason}). {hint}",
            path=path,
            reason=error.strerror,
            hint=_READ_ONLY_HINT,
        )
    return lock, "" if lock else Text(
        "{name} is already open in another window or program. {hint}", name=path.name, hint=_READ_ONLY_HINT
    )


def _check(path: Path, *, quickly: bool) -> bool:
    with closing(_connect_identified(path)) as database:
        return quickly and check_quickly(database)


def _connect_identified(path: Path) -> Database:
    database = db.connect(path, read_only=True)
    try:
        db.identify(database)
    except BaseException:
        database.close()
        raise
    return database


def _open_read_only(path: Path, note: str) -> Opened:
    database = _connect_identified(path)
    if db.version(database) < len(schema.MIGRATIONS):
        database.close()
        raise UserError(
            "The project {path} has an older layout, and the file cannot be written to update it.",
            "Copy it to a folder you can write to, and open the copy.",
            path=path,
        )
    return Opened(database, None, (note,))


def _open_writable(path: Path, lock: ProjectLock) -> Opened:
    database = db.connect(path)
    try:
        obstacle = database.obstacle()
        if obstacle:
            database.close()
            return _open_read_only(path, f"{obstacle} {_READ_ONLY_HINT}")
        return Opened(database, lock, _prepare(database))
    except BaseException:
        database.close()
        raise


def _prepare(database: Database) -> tuple[str, ...]:
    notes = [db.use_write_ahead_log(database)]
    backup = db.migrate(database)
    if backup is not None:
        notes.append(
            Text(
                "{name} was updated to a newer layout. The old file was kept as {copy}.",
                name=database.path.name,
                copy=backup.name,
            )
        )
    return tuple(note for note in notes if note)
