"""Reading a damaged table as far as it goes, and rows that are there twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

from core.errors import Text
from core.files.documents import parse_json
from core.project.database import Database, Row

SECOND_PLACES = {
    "source": "source_twice",
    "objects": "objects_twice",
    "runs": "runs_twice",
    "results": "results_twice",
    "reviewed": "reviewed_twice",
    "pins": "pins_of_run",
    "state": "state_twice",
    "history": "history_twice",
}
"""Per table the index that holds all of its columns."""

_FLAGS = frozenset({"visible", "locked", "removed", "active"})
_LEVELS = frozenset({"red", "green", "blue"})
_JSON = frozenset({"request", "value"})
_GARBLED = "\N{REPLACEMENT CHARACTER}"


@dataclass(slots=True)
class Report:
    """Sentences on what was damaged."""

    restored: list[Text] = field(default_factory=list)
    uncertain: list[Text] = field(default_factory=list)
    lost: list[Text] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SmallTable:
    """A table whose columns are all in an index, too; ``keys`` are the places of its primary key's columns."""

    name: str
    columns: tuple[str, ...]
    keys: tuple[int, ...]
    copy: str
    order: tuple[str, ...]

    @classmethod
    def named(cls, database: Database, name: str) -> Self:
        """The table called ``name``, as ``database`` describes it."""
        rows = database.query(f"PRAGMA table_info({name})")
        copy = SECOND_PLACES[name]
        order = tuple(column for _, _, column in database.query(f"PRAGMA index_info({copy})"))
        keys = tuple(place for place, row in enumerate(rows) if row[5])
        return cls(name, tuple(row[1] for row in rows), keys, copy, order)

    def key(self, row: Row) -> Row:
        """The primary key of ``row``."""
        return tuple(row[place] for place in self.keys)

    def is_plausible(self, row: Row) -> bool:
        """Whether ``row`` could have been written by the program, as far as one can see."""
        return all(_plausible(column, value) for column, value in zip(self.columns, row, strict=True))


def _plausible(column: str, value: Any) -> bool:
    if isinstance(value, str):
        return _GARBLED not in value and "\0" not in value and (column not in _JSON or _is_json(value))
    if column in _FLAGS:
        return value in (0, 1)
    if column in _LEVELS:
        return isinstance(value, int) and 0 <= value <= 255
    if column == "unsure_share":
        return isinstance(value, float) and 0 <= value <= 1
    return not isinstance(value, int | float) or value >= -1


def _is_json(text: str) -> bool:
    try:
        parse_json(text)
    except ValueError:
        return False
    return True


def catalogue(connection: sqlite3.Connection) -> frozenset[str]:
    """Names of tables and indexes. Raises sqlite3.DatabaseError where they cannot be read."""
    return frozenset(name for (name,) in connection.execute("SELECT name FROM sqlite_schema"))


def small_rows(old: sqlite3.Connection, table: SmallTable, report: Report) -> list[Row]:
    """The rows of ``table``, each from whichever of its two places can be read; what is doubtful is reported."""
    keys = [table.columns[place] for place in table.keys]
    first, first_whole = _both_ways(old, table, "NOT INDEXED", keys)
    if table.copy not in catalogue(old):
        if not first_whole:
            report.lost.append(Text("an unknown number of rows of '{table}'", table=table.name))
        return list(first.values())
    second, second_whole = _both_ways(old, table, f"INDEXED BY {table.copy}", table.order)
    rows: dict[Row, Row] = {}
    for key in sorted(first.keys() | second.keys(), key=repr):
        chosen = _choose(table, first.get(key), second.get(key), (first_whole, second_whole), report)
        if chosen is not None:
            rows[key] = chosen
    if not first_whole and not second_whole:
        report.lost.append(Text("perhaps rows of '{table}': both of their copies are damaged", table=table.name))
    return list(rows.values())


def _choose(
    table: SmallTable, first: Row | None, second: Row | None, whole: tuple[bool, bool], report: Report
) -> Row | None:
    if first == second:
        return first
    candidates = [row for row in (first, second) if row is not None and table.is_plausible(row)]
    name = _described(table, first or second or ())
    if len(candidates) == 1:
        row = candidates[0]
        # A row that is in one place only is right if the other place is the damaged one.
        absent_from_whole = (first is None and whole[0]) or (second is None and whole[1])
        (report.uncertain if absent_from_whole else report.restored).append(name)
        return row
    if not candidates:
        report.lost.append(name)
        return None
    difference = _difference(table, candidates[0], candidates[1])
    report.uncertain.append(Text("{row}: {difference}", row=name, difference=difference))
    return candidates[0]


def _described(table: SmallTable, row: Row) -> Text:
    key = ", ".join(f"{table.columns[place]} {row[place]}" for place in table.keys)
    return Text("the row of '{table}' for {key}", table=table.name, key=key)


def _difference(table: SmallTable, one: Row, other: Row) -> str:
    return "; ".join(
        f"{column} is {a!r}, or {b!r}" for column, a, b in zip(table.columns, one, other, strict=True) if a != b
    )


def _both_ways(
    old: sqlite3.Connection, table: SmallTable, how: str, order: tuple[str, ...] | list[str]
) -> tuple[dict[Row, Row], bool]:
    """Rows read from the front up to the damage and from the back down to it, and whether there was none."""
    rows: dict[Row, Row] = {}
    whole = True
    for way in ("ASC", "DESC"):
        sql = f"SELECT {', '.join(table.columns)} FROM {table.name} {how} ORDER BY "
        stream = Reading(old, sql + ", ".join(f"{column} {way}" for column in order))
        rows.update((table.key(row), row) for row in stream)
        whole = whole and stream.whole
        if whole:
            break
    return rows, whole


class Reading:
    """The rows of a query up to where the file cannot be read; ``whole`` says afterwards whether that was all."""

    def __init__(self, connection: sqlite3.Connection, sql: str, values: tuple[object, ...] = ()) -> None:
        self._connection = connection
        self._sql, self._values = sql, values
        self.whole = True

    def __iter__(self) -> Iterator[Row]:
        try:
            yield from self._connection.execute(self._sql, self._values)
        except sqlite3.DatabaseError:
            self.whole = False
