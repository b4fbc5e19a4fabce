"""Whether a project file is whole: quickly when it is opened, to the last value when somebody asks.

SQLite's own check walks the pages of a table and compares its rows with its indexes, in which everything small is a
second time (schema.py). Masks and maps carry checksums of their own (codec.py, codec.py).
"""

from __future__ import annotations

import sqlite3
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from core.errors import Text, UserError
from core.files.documents import parse_json
from core.masks.rle import decode_rle
from core.progress import Progress, ShouldStop
from core.project import schema
from core.project.codec import decode_entropy, decode_reliability, verify_checksum
from core.project.database import Database, Row, connect, identify
from core.project.errors import DamagedError, damaged
from core.project.tables.objects import ObjectTable
from core.project.tables.source import SourceTable

OPENING_SECONDS = 0.25
"""How long an opening may check; of files up to some hundred MiB that is all."""

_MOST_FINDINGS = 100
_PARTS = (*schema.PERSONS_TABLES, str(_MOST_FINDINGS))
"""What SQLite checks, one after the other; a number stands for the whole file."""

_BATCH = 500
_POLL_SECONDS = 0.1


def check_quickly(database: Database, seconds: float = OPENING_SECONDS) -> bool:
    """Check the structure of the file, the user's word first, for ``seconds`` at most; False where that was not enough.

    Raises UserError when it is damaged. Nothing is written.
    """
    end = time.monotonic() + seconds
    timer = threading.Timer(seconds, database.interrupt)
    timer.daemon = True
    timer.start()
    try:
        for what in _PARTS:
            if time.monotonic() >= end:
                return False
            for finding in _structure(database, what):
                raise damaged(database.path, finding)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname == "SQLITE_INTERRUPT":
            return False
        raise
    finally:
        timer.cancel()
        # A timer that is about to fire must not hit the next query.
        timer.join()
    return True


def _structure(database: Database, part: str) -> list[str]:
    findings = [str(finding) for (finding,) in database.query(f"PRAGMA integrity_check({part})")]
    return [finding.splitlines()[-1] for finding in findings if finding != "ok"]


def examine(path: Path, progress: Progress, should_stop: ShouldStop = lambda: False) -> tuple[str, ...] | None:
    """Everything that is wrong with the project at ``path``, in sentences; () where all of it is whole.

    Args:
        progress: Called with the number of masks and maps that were decoded, and how many there are.
        should_stop: Asked now and then; None is returned once it says so.

    Raises UserError when there is no project of this program, or one of a newer program.
    """
    with closing(connect(path, read_only=True)) as database, _interrupted(database, should_stop):
        try:
            identify(database)
            findings = list(dict.fromkeys(finding for part in _PARTS for finding in _structure(database, part)))
            for finding in _contents(database, progress):
                findings += [finding] if finding else []
                if should_stop():
                    return None
                if len(findings) >= _MOST_FINDINGS:
                    findings.append(Text("and more"))
                    break
        except DamagedError as error:
            return (error.message,)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname == "SQLITE_INTERRUPT":
                return None
            raise
    return tuple(findings)


@contextmanager
def _interrupted(database: Database, should_stop: ShouldStop) -> Iterator[None]:
    """End a query of the block, which may take long, soon after ``should_stop`` says so."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(_POLL_SECONDS):
            if should_stop():
                database.interrupt()

    thread = threading.Thread(target=watch, name="project-check", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _contents(database: Database, progress: Progress) -> Iterator[str]:
    """Findings about values, and now and then '' so that the caller may stop."""
    reference = SourceTable(database).reference
    count, size = reference.frame_count, (reference.height, reference.width)
    ObjectTable(database).all()
    tables = ("annotations", "predictions", "maps")
    totals = [int(database.query(f"SELECT COUNT(*) FROM {table}")[0][0]) for table in tables]
    done = 0
    for table, judge in zip(tables, (_judge_mask, _judge_mask, _judge_maps), strict=True):
        for row in _rows(database, table):
            if done % _BATCH == 0:
                progress(done, sum(totals))
                yield ""
            done += 1
            wrong = judge(database.path, row, size)
            if wrong:
                yield wrong
    progress(done, sum(totals))
    yield from _relations(database, count)


def _rows(database: Database, table: str) -> Iterator[Row]:
    columns = "frame, run, reliability, entropy, entropy_max" if table == "maps" else "frame, object, counts"
    last = -1
    while rows := database.query(
        f"SELECT rowid, {columns} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT {_BATCH}", (last,)
    ):
        last = rows[-1][0]
        yield from (row[1:] for row in rows)


def _judge_mask(path: Path, row: Row, size: tuple[int, int]) -> str:
    try:
        decode_rle(verify_checksum(path, row[2], *size), *size)
    except (UserError, ValueError):
        return Text("the mask of object {object} on frame {frame} is damaged", object=row[1], frame=row[0])
    return ""


def _judge_maps(_path: Path, row: Row, size: tuple[int, int]) -> str:
    try:
        decode_reliability(row[2], *size)
        decode_entropy(row[3], row[4], *size)
    except (ValueError, zlib.error):
        return Text("a map of run {run} on frame {frame} is damaged", run=row[1], frame=row[0])
    return ""


def _relations(database: Database, frame_count: int) -> Iterator[str]:
    for table, row, parent, _ in database.query("PRAGMA foreign_key_check"):
        yield Text("a row of {table} ({row}) refers to a missing row of {parent}", table=table, row=row, parent=parent)
    for table in ("annotations", "results", "reviewed"):
        for (frame,) in database.query(f"SELECT DISTINCT frame FROM {table} WHERE frame >= ?", (frame_count,)):
            yield Text(
                "{table} refers to frame {frame}, but the video has {count}",
                table=table,
                frame=frame,
                count=frame_count,
            )
    for table, key, column in (("state", "key", "value"), ("runs", "id", "request"), ("maps", "frame", "pool_frames")):
        for name, text in database.query(f"SELECT {key}, {column} FROM {table}"):
            if not _is_json(text):
                yield Text("{column} of {table} {name} is unreadable", column=column, table=table, name=name)


def _is_json(text: Any) -> bool:
    try:
        parse_json(text)
    except (TypeError, ValueError):
        return False
    return True
