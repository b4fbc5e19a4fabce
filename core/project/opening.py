"""Making and opening project files, with every way in which that can go wrong."""

from __future__ import annotations

import glob
import os
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from core.errors import UserError
from core.project import database as db
from core.project import schema
from core.project.checking import check_quickly
from core.project.database import Database
from core.project.lock import ProjectLock
from core.project.replacing import refuse_log
from core.project.source import SourceReference, insert_source

_READ_ONLY_HINT = "It is open for reading only: changes would not be saved."


@dataclass(frozen=True, slots=True)
class Opened:
    """An open file, its lock (None when it is read-only), and what the person should be told about it.

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
        raise UserError(f"{path} exists already.", "Open it, or choose another name.")
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
        raise UserError(f"There is no project at {path}.", "Check the name, or open the video to start a new project.")
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
        return None, f"The folder of {path} cannot be written or locked ({error.strerror}). {_READ_ONLY_HINT}"
    return lock, "" if lock else f"{path.name} is open in another window or program already. {_READ_ONLY_HINT}"


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
            f"The project {path} has an older layout and cannot be written to bring it up to date.",
            "Copy it to a folder that you can write, and open the copy.",
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
        notes.append(f"{database.path.name} was brought to a newer layout; {backup.name} is the file as it was.")
    return tuple(note for note in notes if note)
