"""One connection to a project file: transactions, durability, identity, integrity, migration.

What survives what: in write-ahead mode a commit is in the operating system's hands before it is acknowledged, so it
survives ``kill -9`` of this process with any setting of ``synchronous``. Only a power loss can take back commits, and
only those since the last flush: ``FULL`` flushes at every commit, ``NORMAL`` at checkpoints. Neither can damage the
file. A flush takes milliseconds, so where there is a write-ahead log it is done by a thread of its own right after the
commit of the user's word (wal.py, docs/adr/0011); frames of a run, which can be computed again and come many times
a second, ask for none (the next stroke's covers them too, since the log is sequential).
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from core.errors import Text, UserError
from core.files import Staged, staged_file
from core.project import schema
from core.project.errors import damaged, sqlite_errors_as_user_errors
from core.project.wal import LOG_PAGES, Checkpointer, Flusher, network_file_system

Row = tuple[Any, ...]
_MOST_BYTES = 1 << 29
"""Of one value: the masks of a change that is still to be carried out are one."""


_OBSTACLES: dict[str, Callable[[Path], Text]] = {
    "SQLITE_READONLY": lambda path: Text("The file {path} is write-protected.", path=path),
    "SQLITE_FULL": lambda path: Text("The disk of {path} is full.", path=path),
    "SQLITE_IOERR": lambda path: Text("The disk of {path} cannot be written.", path=path),
}


class Database:
    """Statements and transactions on one connection. It belongs to the thread that made it."""

    def __init__(self, connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._depth = 0
        self._durable: bool | None = None
        self._checkpointer: Checkpointer | None = None
        self._flusher: Flusher | None = None

    def query(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[Row]:
        """Rows that a statement yields. Raises UserError for a damaged file or a failing disk."""
        try:
            with sqlite_errors_as_user_errors(self.path):
                return self._connection.execute(sql, values).fetchall()
        except UnicodeDecodeError as error:
            raise damaged(self.path, Text("a text is unreadable")) from error

    def write(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run one changing statement inside a transaction; returns the number of rows changed."""
        with self.transaction():
            return self._connection.execute(sql, values).rowcount

    def write_rows(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one changing statement for every row inside one transaction."""
        with self.transaction():
            self._connection.executemany(sql, rows)

    def insert(self, sql: str, values: Sequence[Any]) -> int:
        """Insert one row inside a transaction and return its id."""
        with self.transaction():
            identity = self._connection.execute(sql, values).lastrowid
        assert identity is not None
        return identity

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[None]:
        """Everything inside is saved together or not at all. Inside another transaction it joins that one.

        Args:
            durable: Whether the commit has to survive a power loss, too (see the module's text).

        Raises UserError when the project is read-only, the disk is full or fails, or another program holds the file.
        """
        if self._depth:
            yield
            return
        if self.read_only:
            raise UserError("The project {path} is open read-only.", "Save a copy and work on that.", path=self.path)
        self._depth += 1
        try:
            with sqlite_errors_as_user_errors(self.path):
                yield from self._committed(durable)
        finally:
            self._depth -= 1

    def _committed(self, durable: bool) -> Iterator[None]:
        later = self._flusher if self._flusher is not None and not self._flusher.failed else None
        self._flush_at_commit(durable and later is None)
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
            if durable and later is not None:
                later.wake()
            if self._checkpointer is not None:
                self._checkpointer.wake()
        finally:
            # A full disk may have rolled back already.
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _flush_at_commit(self, wanted: bool) -> None:
        if wanted is not self._durable:
            self._connection.execute(f"PRAGMA synchronous = {'FULL' if wanted else 'NORMAL'}")
            self._durable = wanted

    def interrupt(self) -> None:
        """End the query at hand, from any thread: it raises ``sqlite3.OperationalError`` ("interrupted")."""
        self._connection.interrupt()

    def copy_to(self, target: Path) -> None:
        """Write the whole project to ``target`` as it is now; what was there is replaced only when all is written."""
        with staged_project(target) as staged:
            with sqlite_errors_as_user_errors(target), closing(sqlite3.connect(staged.path)) as copy:
                self._connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
            staged.commit()

    def obstacle(self) -> str:
        """Why the file cannot be written, which permissions alone do not tell; '' where it can. Nothing is changed."""
        try:
            # BEGIN IMMEDIATE would succeed on a write-protected file; the first write does not.
            with sqlite_errors_as_user_errors(self.path):
                self._connection.execute("BEGIN")
                try:
                    self._connection.execute("PRAGMA user_version = 0")
                except sqlite3.OperationalError as error:
                    for code, obstacle in _OBSTACLES.items():
                        if error.sqlite_errorname.startswith(code):
                            return obstacle(self.path)
                    raise
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        return ""

    def use_write_ahead_log(self) -> bool:
        """Switch to write-ahead mode, False where the file system refuses."""
        ((mode,),) = self.query("PRAGMA journal_mode = WAL")
        if mode == "wal" and self._checkpointer is None:
            self.query(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
            self._checkpointer = Checkpointer(self.path)
            self._flusher = Flusher(self.path.with_name(f"{self.path.name}-wal"))
        return bool(mode == "wal")

    def close(self) -> None:
        """Fold the log into the file and close the connection."""
        if self._flusher is not None:
            self._flusher.close()
            self._flusher = None
        if self._checkpointer is not None:
            self._checkpointer.close()
            self._checkpointer = None
            self._leave_write_ahead_log()
        with sqlite_errors_as_user_errors(self.path):
            self._connection.close()

    def _leave_write_ahead_log(self) -> None:
        # A file at rest without log can be read from write-protected folders, and reading it leaves nothing beside it.
        # Where a reader still has it open it stays in write-ahead mode, which is no less safe.
        self._connection.execute("PRAGMA busy_timeout = 0")
        with contextlib.suppress(sqlite3.OperationalError):
            self._connection.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def staged_project(path: Path) -> Iterator[Staged]:
    """A file beside ``path`` that takes its place once it is committed. Raises UserError."""
    if not os.access(path.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise UserError(
            "The project {path} cannot be opened or created.",
            "Check that its folder exists and that you may read and write there.",
            path=path,
        )
    with staged_file(path) as staged:
        yield staged


def connect(path: Path, *, read_only: bool = False, create: bool = False) -> Database:
    """Open an SQLite file, or make an empty one. Raises UserError when that fails."""
    with sqlite_errors_as_user_errors(path):
        connection = _open_read_only(path) if read_only else _open(path, "mode=rwc" if create else "mode=rw")
        restrict(connection)
        connection.execute("PRAGMA foreign_keys = ON")
    return Database(connection, path, read_only=read_only)


def restrict(connection: sqlite3.Connection) -> None:
    """Let a file that somebody made to do harm do less: its schema runs no functions, its values end somewhere."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_BYTES)


def _open_read_only(path: Path) -> sqlite3.Connection:
    connection = _open(path, "mode=ro")
    try:
        connection.execute("PRAGMA schema_version")
    except sqlite3.OperationalError:
        connection.close()
        if path.with_name(f"{path.name}-journal").exists():
            return _rolled_back(path)
        if path.with_name(f"{path.name}-wal").exists():
            raise
        # In a folder that cannot be written SQLite has no place for the index of its log, and there is no log.
        return _open(path, "immutable=1")
    return connection


def _rolled_back(path: Path) -> sqlite3.Connection:
    """A crash left a journal: anyone who may write takes back what was under way, which reading alone cannot."""
    with closing(_open(path, "mode=rw")) as writer:
        writer.execute("PRAGMA schema_version")
    return _open(path, "mode=ro")


def _open(path: Path, query: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?{query}", uri=True, isolation_level=None)


def use_write_ahead_log(database: Database) -> str:
    """Switch to write-ahead mode; returns what to tell the user where that cannot be done, else ''."""
    network = network_file_system(database.path)
    if network:
        database.query("PRAGMA journal_mode = DELETE")
        reason = Text(
            "{path} is on a network drive ({kind}), where SQLite's write-ahead log is not safe.",
            path=database.path,
            kind=network,
        )
    elif database.use_write_ahead_log():
        return ""
    else:
        reason = Text("The disk of {path} does not support SQLite's write-ahead log.", path=database.path)
    return Text("{reason} Everything is still saved, only a little slower.", reason=reason)


def version(database: Database) -> int:
    """The version of the file's layout."""
    ((number,),) = database.query("PRAGMA user_version")
    return int(number)


def identify(database: Database) -> None:
    """Raise UserError unless the file is a project that this program understands."""
    ((application,),) = database.query("PRAGMA application_id")
    if application != schema.APPLICATION_ID:
        raise UserError(
            "{path} is not an RPCM Annotator project.",
            "Choose a .rpcm file made by RPCM Annotator. To annotate a video, open the video itself.",
            path=database.path,
        )
    found = version(database)
    if found > len(schema.MIGRATIONS):
        raise UserError(
            "The project {path} was made by a newer version (layout {found}, newest known {known}).",
            "Update the program, then open the project again. The file was not changed.",
            path=database.path,
            found=found,
            known=len(schema.MIGRATIONS),
        )
    if found < 1:
        raise damaged(database.path, Text("its layout number is {found}", found=found))
    expected, present = layout(schema.MIGRATIONS[:found]), _layout(database)
    if not expected <= present:
        raise damaged(database.path, Text("its tables do not match layout {found}", found=found))
    for kind, name, *_ in sorted(present - expected, key=repr):
        # A trigger, a view or an index of expressions is a program that somebody else wrote.
        raise damaged(
            database.path, Text("it has a {kind} '{name}', which is not part of a project", kind=kind, name=name)
        )


@cache
def layout(migrations: tuple[tuple[str, ...], ...]) -> frozenset[Row]:
    """What the catalogue of a file made by ``migrations`` says: kind, name, table and statement of every entry."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in chain.from_iterable(migrations):
            connection.execute(statement)
        return _layout(Database(connection, Path(), read_only=True))


def _layout(database: Database) -> frozenset[Row]:
    # Leaves out what SQLite adds by itself.
    statement = """SELECT type, name, tbl_name, sql FROM sqlite_schema
        WHERE NOT (type = 'index' AND sql IS NULL AND name GLOB 'sqlite_autoindex_*')
        AND NOT (type = 'table' AND name GLOB 'sqlite_s*' AND sql NOT LIKE '%virtual%')"""
    return frozenset(database.query(statement))


def migrate(database: Database) -> Path | None:
    """Bring the file to the newest layout, all or nothing; returns the copy made before, None if nothing was to do.

    Raises UserError when there is no room for the copy or the project cannot be written.
    """
    found = version(database)
    if found >= len(schema.MIGRATIONS):
        return None
    backup = database.path.with_name(f"{database.path.name}.v{found}.bak")
    database.copy_to(backup)
    apply(database)
    return backup


def apply(database: Database) -> None:
    """Run the migrations that the file lacks, in one transaction."""
    with database.transaction():
        for statements in schema.MIGRATIONS[version(database) :]:
            for statement in statements:
                database.write(statement)
        database.write(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        database.write(f"PRAGMA user_version = {len(schema.MIGRATIONS)}")
