"""Repair by writing afresh: what can be read of a damaged project becomes a new one; the damaged file stays as it is.

SQLite reads a copy of the file. Small tables are there twice (schema.py): a row that one place lost or garbled comes
from the other. Tables with masks are read in ranges that are halved around what cannot be read, each mask is held
against its checksum, one flipped bit in it is turned back (repair_masks.py).
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from core.errors import Text, UserError, os_errors_as_user_errors
from core.project import database as db
from core.project import schema
from core.project.database import Database
from core.project.errors import DamagedError
from core.project.maintenance.repair_masks import MaskTables
from core.project.maintenance.repair_rows import Report, SmallTable, catalogue, small_rows
from core.project.opening import ProjectLock
from core.project.tables.source import SourceTable

_BEFORE = ("source", "objects", "runs")
_AFTER = ("reviewed", "pins", "state", "history")
_LOGS = ("-wal", "-journal")
_CATALOGUE_BYTES = 2**20

_HEADER = {
    0: b"SQLite format 3\0",
    20: b"\0\x40\x20\x20",
    # The pages that are free are not needed here; a version that differs from the counter at 24 makes SQLite take the
    # number of pages from the file's size.
    32: bytes(8),
    44: (4).to_bytes(4, "big"),
    52: bytes(4),
    56: (1).to_bytes(4, "big"),
    64: bytes(4),
    68: schema.APPLICATION_ID.to_bytes(4, "big"),
    72: bytes(20),
}
"""What the first hundred bytes of each project say, by offset (sqlite.org/fileformat2.html, section 1.3)."""
_PAGE_SIZES = frozenset({*(2**power for power in range(9, 16)), 1})


@dataclass(frozen=True, slots=True)
class Salvage:
    """What became of a damaged project.

    Attributes:
        path: The new project.
        annotations: The user's masks in it.
        predictions: Masks of runs in it.
        restored: What was damaged and is as it was, in sentences.
        uncertain: What was kept although nothing tells whether it is right.
        lost: What could not be read.
    """

    path: Path
    annotations: int
    predictions: int
    restored: tuple[str, ...]
    uncertain: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether everything is as it was."""
        return not self.lost and not self.uncertain


def salvage(path: Path, target: Path) -> Salvage:
    """Write what can be read of the project at ``path`` to the new file ``target``.

    Raises UserError where ``target`` exists, nothing can be written there, or so much is damaged that SQLite does not
    find its tables or nothing tells the size of the frames.
    """
    with os_errors_as_user_errors(path, "read"):
        path.stat()
    if target.exists():
        raise UserError("'{path}' already exists.", "Choose another name for the repaired project.", path=target)
    with _locked(path):
        return _salvaged(path, target)


def _salvaged(path: Path, target: Path) -> Salvage:
    report = Report()
    with _copied(path, target.parent) as copy, closing(_connect(copy, path)) as old:
        part = copy.with_name("new.rpcm")
        with closing(db.connect(part, create=True)) as new, new.transaction():
            db.apply(new)
            _write(old, new, path, report)
        with os_errors_as_user_errors(target, "write"):
            part.replace(target)
    return _told(target, report)


def was_project(path: Path) -> bool:
    """Whether the file at ``path``, which cannot be opened, was a project once: its first pages name our tables."""
    with os_errors_as_user_errors(path, "read"), path.open("rb") as file:
        return b"CREATE TABLE predictions" in file.read(_CATALOGUE_BYTES)


def replace_damaged(path: Path) -> tuple[Salvage, Path]:
    """Repair the project at ``path`` under its own name; the damaged file is kept beside it, under the second answer.

    Raises UserError as ``salvage`` does, and where another program has the project open; nothing is changed then.
    """
    with _locked(path):
        part = path.with_name(f".{path.name}.repaired.part")
        part.unlink(missing_ok=True)
        done = _salvaged(path, part)
        kept = _free_name(path)
        with os_errors_as_user_errors(path, "write"):
            _keep(path, kept)
            part.replace(path)
    return replace(done, path=path), kept


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Nobody writes to the project inside the block. Raises UserError where somebody does now."""
    try:
        lock = ProjectLock.acquire(path)
    except OSError:
        yield  # where no lock can be had nobody can write either
        return
    if lock is None:
        raise UserError(
            "{name} is open in another window or program.", "Close it there, then try again.", name=path.name
        )
    try:
        yield
    finally:
        lock.release()


def _keep(path: Path, kept: Path) -> None:
    """Give the damaged file a second name, so that at no time there is none at ``path``, and its logs that name."""
    try:
        kept.hardlink_to(path)
    except OSError:
        shutil.copy2(path, kept)  # file systems without a second name
    for log in (*_LOGS, "-shm"):
        beside = path.with_name(f"{path.name}{log}")
        if beside.exists():
            beside.rename(kept.with_name(f"{kept.name}{log}"))


def _free_name(path: Path) -> Path:
    names = (f"{path.name}.damaged{number or ''}" for number in count())
    return next(place for place in map(path.with_name, names) if not place.exists())


def _scratch(path: Path, folder: Path) -> tempfile.TemporaryDirectory[str]:
    # What a crash leaves of it is cleared away when the project is opened (opening.py).
    return tempfile.TemporaryDirectory(prefix=f".{path.name}.", suffix=".part", dir=folder)


@contextmanager
def _copied(path: Path, folder: Path) -> Iterator[Path]:
    """A copy of the project with its log, in a folder of its own on the disk of ``folder``, for as long as needed."""
    with os_errors_as_user_errors(folder, "write"), _scratch(path, folder) as scratch:
        copy = Path(scratch) / "old.rpcm"
        shutil.copyfile(path, copy)
        has_log = path.with_name(f"{path.name}-wal").exists()
        with copy.open("r+b") as file:
            first = file.read(100)
            file.seek(0)
            file.write(_whole_header(first, has_log))
        for log in _LOGS:
            beside = path.with_name(f"{path.name}{log}")
            if beside.exists():
                shutil.copyfile(beside, copy.with_name(f"{copy.name}{log}"))
        yield copy


def _whole_header(found: bytes, has_log: bool) -> bytes:
    header = bytearray(found.ljust(100, b"\0"))
    if int.from_bytes(header[16:18], "big") not in _PAGE_SIZES:
        header[16:18] = (4096).to_bytes(2, "big")
    header[18:20] = b"\2\2" if has_log else b"\1\1"
    for offset, value in _HEADER.items():
        header[offset : offset + len(value)] = value
    header[92:96] = bytes(255 - byte for byte in header[24:28])
    return bytes(header)


def _connect(copy: Path, path: Path) -> sqlite3.Connection:
    try:
        with closing(_tolerant(copy)) as connection:
            _mend_catalogue(connection)
        # The catalogue is read once for each connection.
        connection = _tolerant(copy)
        found = catalogue(connection)
    except sqlite3.DatabaseError as error:
        raise _beyond_repair(path, str(error)) from error
    if not {"source", "objects", "annotations"} <= found:
        connection.close()
        raise _beyond_repair(path, Text("its tables are missing"))
    return connection


def _tolerant(copy: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(copy, isolation_level=None)
    db.restrict(connection)
    # Garbled text is compared with the other place it is kept in, not refused.
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    # Passes over entries of the catalogue that make no sense, and lets them be mended.
    connection.execute("PRAGMA writable_schema = ON")
    return connection


def _mend_catalogue(connection: sqlite3.Connection) -> None:
    """Put back what an entry says, which is known by its name or, where that is garbled, by its statement."""
    present = frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))
    layouts = [db.layout(schema.MIGRATIONS[:number]) for number in range(1, len(schema.MIGRATIONS) + 1)]
    wanted = max(layouts, key=lambda layout: len(layout & present) - len(layout - present))
    for entry in wanted - present:
        connection.execute(
            "UPDATE sqlite_schema SET type = ?1, name = ?2, tbl_name = ?3, sql = ?4 WHERE name = ?2 OR sql = ?4", entry
        )
    # What is none of ours may be a program: a trigger, a view, an index of expressions.
    ours = {str(name) for entries in layouts for _, name, *_ in entries}
    for kind, name in connection.execute("SELECT type, name FROM sqlite_schema").fetchall():
        if name not in ours and (kind in ("trigger", "view") or not str(name).startswith("sqlite_")):
            connection.execute("DELETE FROM sqlite_schema WHERE type IS ? AND name IS ?", (kind, name))


def _beyond_repair(path: Path, finding: str) -> UserError:
    return UserError(
        "{path} cannot be repaired ({reason}).",
        "The file was not changed. Restore a copy from a backup, or from a file beside it that ends in .bak.",
        path=path,
        reason=finding,
    )


def _write(old: sqlite3.Connection, new: Database, path: Path, report: Report) -> None:
    # The row of void comes back with the objects.
    new.write("DELETE FROM objects")
    for name in _BEFORE:
        _write_small(old, new, name, report)
    rows = new.query("SELECT frame_count, height, width FROM source")
    if not rows:
        raise _beyond_repair(path, Text("the size of the frames is missing"))
    try:
        SourceTable(new)
    except DamagedError as error:
        raise _beyond_repair(path, Text("the size or rate of the frames is invalid")) from error
    new.query("INSERT OR IGNORE INTO objects SELECT 255, 'void', 224, 224, 192, 1, 0, '', -1, 0")
    masks = MaskTables(old, new, (rows[0][1], rows[0][2]), report)
    masks.annotations()
    _write_small(old, new, "results", report)
    masks.predictions()
    masks.maps()
    for name in _AFTER:
        _write_small(old, new, name, report)


def _write_small(old: sqlite3.Connection, new: Database, name: str, report: Report) -> None:
    table = SmallTable.named(new, name)
    marks = ", ".join("?" * len(table.columns))
    refused = 0
    for row in small_rows(old, table, report):
        # Rows about what was lost before are refused by the keys between tables.
        refused += not _accepted(new, f"INSERT INTO {name} VALUES ({marks})", row)
    if refused:
        report.lost.append(
            Text("{count} rows of '{table}', because they refer to something that is lost", count=refused, table=name)
        )


def _accepted(new: Database, statement: str, row: tuple[object, ...]) -> bool:
    try:
        new.query(statement, row)
    except sqlite3.IntegrityError:
        return False
    return True


def _told(target: Path, report: Report) -> Salvage:
    with closing(db.connect(target, read_only=True)) as database:
        counts = [database.query(f"SELECT COUNT(*) FROM {table}")[0][0] for table in ("annotations", "predictions")]
    return Salvage(target, counts[0], counts[1], tuple(report.restored), tuple(report.uncertain), tuple(report.lost))
