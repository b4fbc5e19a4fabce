"""Masks and maps of a damaged project: read in ranges, held against their checksums, mended or named as lost.

A single flipped bit in a stored mask is found by its checksum and turned back.

The difference that one flipped bit makes to a CRC-32 names its place: no two bits of a message shorter than half a
gigabyte make the same one. Two flipped bits or more are damage that cannot be mended.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from core.errors import Text
from core.masks.rle import decode_rle
from core.project.codec import add_checksum, checksum_matches, decode_entropy, decode_reliability
from core.project.database import Database, Row
from core.project.maintenance.repair_rows import Reading, Report, catalogue

_BYTES = 4


def fix_bit_flip(sealed: bytes, height: int, width: int) -> bytes | None:
    """Run lengths with their checksum, as they were before one bit flipped; None where that is not the damage."""
    counts, checksum = sealed[:-_BYTES], int.from_bytes(sealed[-_BYTES:], "little")
    difference = zlib.crc32(counts) ^ checksum
    # A difference of one bit is one of the checksum's own.
    mended = counts if difference.bit_count() == 1 else _turned_back(counts, difference)
    if mended is None:
        return None
    try:
        decode_rle(mended, height, width)
    except ValueError:
        return None
    return add_checksum(mended)


def _turned_back(counts: bytes, difference: int) -> bytes | None:
    place = _place(difference, len(counts))
    if place is None:
        return None
    byte, bit = place
    return counts[:byte] + bytes([counts[byte] ^ bit]) + counts[byte + 1 :]


def _place(difference: int, length: int) -> tuple[int, int] | None:
    """Byte and bit whose flip makes this difference to the checksum of ``length`` bytes."""
    singles = {_table()[1 << bit]: 1 << bit for bit in range(8)}
    for byte in range(length - 1, -1, -1):
        if difference in singles:
            return byte, singles[difference]
        difference = _one_byte_less(difference)
    return None


def _one_byte_less(difference: int) -> int:
    """The difference that the same flip makes where one byte less follows it."""
    index = _by_highest_byte()[difference >> 24]
    return ((difference ^ _table()[index]) << 8 & 0xFFFFFFFF) | index


@cache
def _table() -> tuple[int, ...]:
    """What each value of the last byte adds to the checksum."""
    return tuple(zlib.crc32(bytes([value])) ^ zlib.crc32(b"\0") for value in range(256))


@cache
def _by_highest_byte() -> dict[int, int]:
    return {entry >> 24: value for value, entry in enumerate(_table())}


_NUMBERS = {
    "predictions": ("predictions_of_object", ("object", "score")),
    "maps": ("maps_twice", ("entropy_max", "pool_frames", "pool_pixels")),
}
"""Where the small values beside a blob are a second time."""

_BLOCK = 1024
_MOST_ROWS_A_PAGE = 128
_MOST_NAMED = 200


class MaskTables:
    """Carries the tables with masks and maps from ``old`` to ``new``."""

    def __init__(self, old: sqlite3.Connection, new: Database, size: tuple[int, int], report: Report) -> None:
        self._old, self._new, self._size, self._report = old, new, size, report
        self._unreadable = False
        # Version 1 of the layout has an index of this name with fewer columns.
        found = catalogue(old)
        self._catalogue = found if "maps_twice" in found else frozenset()

    def annotations(self) -> None:
        """The user's masks; each that is lost is named."""
        names = ("frame", "object")
        lost = set(self._carry("annotations", (*names, "counts"), 2, lambda row: self._whole_mask(row, 2)))
        missing = self._missing("annotations", names)
        if missing is None:
            self._report.uncertain.append(Text("whether more drawn masks are lost: their list is damaged"))
        self._name(lost | (missing or set()))

    def predictions(self) -> None:
        """Masks of runs; those lost are counted, by run."""
        names = ("frame", "object", "run")
        lost = set(self._carry("predictions", (*names, "counts", "score"), 3, lambda row: self._whole_mask(row, 3)))
        missing = self._missing("predictions", names) if self._unreadable else set()
        if missing is None:
            self._report.uncertain.append(Text("whether more predictions are lost: their list is damaged"))
        self._count(lost | (missing or set()), _lost_masks)

    def maps(self) -> None:
        """Reliability and entropy; those lost are counted, by run."""
        columns = ("frame", "run", "reliability", "entropy", "entropy_max", "pool_frames", "pool_pixels")
        lost = set(self._carry("maps", columns, 2, self._whole_maps))
        missing = self._missing("maps", columns[:2]) if self._unreadable else set()
        self._count(lost | (missing or set()), _lost_maps)

    def _missing(self, table: str, names: tuple[str, ...]) -> set[Row] | None:
        """Keys that the index lists but the new table lacks; None where the index cannot be read."""
        match = " AND ".join(f"{name} = ?" for name in names)
        there = f"SELECT 1 FROM {table} WHERE {match}"
        listed = Reading(self._old, f"SELECT {', '.join(names)} FROM {table} INDEXED BY {_key(table)}")
        found = {key for key in listed if not self._new.query(there, key)}
        return found if listed.whole else None

    def _carry(self, table: str, columns: tuple[str, ...], keys: int, check: Callable[[Row], Row | None]) -> list[Row]:
        """Copy a table; returns the keys of rows whose content is lost."""
        insert = f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})"
        names = columns[:keys]
        agrees = [*Reading(self._old, f"PRAGMA integrity_check({table})")] == [("ok",)]
        lost = []
        self._unreadable = False
        for rowid, *values in self._rows(table, columns):
            key, row = tuple(values[:keys]), check(tuple(values))
            if not agrees:
                known = self._verified_key(table, names, rowid, key)
                if known is None:
                    continue
                key, row = known, None if row is None else (*known, *row[keys:])
                self._verify_numbers(table, columns, rowid, values)
            if row is None or not _inserted(self._new, insert, row):
                lost.append(key)
        return lost

    def _verify_numbers(self, table: str, columns: tuple[str, ...], rowid: int, values: list[object]) -> None:
        index, names = _NUMBERS.get(table, ("", ()))
        if index not in self._catalogue:
            return
        match = " AND ".join(f"{name} IS ?" for name in names)
        wanted = tuple(values[columns.index(name)] for name in names)
        listed = f"SELECT rowid FROM {table} INDEXED BY {index} WHERE {match} AND rowid = ?"
        if not [*Reading(self._old, listed, (*wanted, rowid))]:
            self._report.uncertain.append(
                Text(
                    "{names} of object or run {id} on frame {frame}",
                    names=", ".join(names),
                    id=values[1],
                    frame=values[0],
                )
            )

    def _verified_key(self, table: str, names: tuple[str, ...], rowid: int, key: Row) -> Row | None:
        match = " AND ".join(f"{name} = ?" for name in names)
        listed = f"SELECT rowid FROM {table} INDEXED BY {_key(table)} WHERE {match}"
        if [*Reading(self._old, listed, key)] == [(rowid,)]:
            return key
        return self._rekeyed(table, names, rowid, key)

    def _rekeyed(self, table: str, names: tuple[str, ...], rowid: int, key: Row) -> Row | None:
        """The row and its index disagree on whose mask this is: take what is possible, and say so."""
        listing = f"SELECT {', '.join(names)} FROM {table} INDEXED BY {_key(table)} WHERE rowid = ?"
        other = next(iter(Reading(self._old, listing, (rowid,))), None)
        possible = [each for each in (key, other) if each is not None and self._is_possible(names, each)]
        row = Text("a row of '{table}' for {key}", table=table, key=_words(names, key))
        if not possible:
            self._report.lost.append(row)
            return None
        told = self._report.restored if len(possible) == 1 and other is not None else self._report.uncertain
        told.append(row if other is None else Text("{row}, or for {other}", row=row, other=_words(names, other)))
        return possible[0]

    def _is_possible(self, names: tuple[str, ...], key: Row) -> bool:
        if not all(isinstance(value, int) for value in key):
            return False
        ((frame_count,),) = self._new.query("SELECT frame_count FROM source")
        parents = {"object": "objects", "run": "runs"}
        return all(
            0 <= value < frame_count
            if name == "frame"
            else bool(self._new.query(f"SELECT 1 FROM {parents[name]} WHERE id = ?", (value,)))
            for name, value in zip(names, key, strict=True)
        )

    def _rows(self, table: str, columns: tuple[str, ...]) -> Iterator[Row]:
        sql = f"SELECT rowid, {', '.join(columns)} FROM {table} NOT INDEXED WHERE rowid BETWEEN ? AND ?"
        last = self._last_row(table)
        for first in range(0, last + 1, _BLOCK):
            yield from self._range(sql, first, first + _BLOCK - 1)

    def _range(self, sql: str, first: int, last: int) -> Iterator[Row]:
        stream = Reading(self._old, sql, (first, last))
        rows = list(stream)
        if stream.whole:
            yield from rows
        elif first < last:
            middle = (first + last) // 2
            yield from self._range(sql, first, middle)
            yield from self._range(sql, middle + 1, last)
        else:
            self._unreadable = True

    def _last_row(self, table: str) -> int:
        stream = Reading(self._old, f"SELECT MAX(rowid) FROM {table}")
        found = [last for (last,) in stream]
        ((pages,),) = self._old.execute("PRAGMA page_count")
        most = int(pages) * _MOST_ROWS_A_PAGE
        # A garbled number must not send the search to the end of all numbers.
        return min(int(found[0] or 0), 100 * most) if stream.whole else most

    def _whole_mask(self, row: Row, blob: int) -> Row | None:
        sealed = row[blob]
        if not isinstance(sealed, bytes):
            return None
        if not checksum_matches(sealed):
            sealed = fix_bit_flip(sealed, *self._size)
            if sealed is None:
                return None
            self._report.restored.append(
                Text("one bit in the mask of object {object} on frame {frame}", object=row[1], frame=row[0])
            )
        try:
            decode_rle(sealed[:-4], *self._size)
        except ValueError:
            return None
        return (*row[:blob], sealed, *row[blob + 1 :])

    def _whole_maps(self, row: Row) -> Row | None:
        try:
            decode_reliability(row[2], *self._size)
            decode_entropy(row[3], row[4], *self._size)
        except (ValueError, TypeError, zlib.error):
            return None
        return row

    def _name(self, lost: set[Row]) -> None:
        names: dict[object, object] = dict(self._new.query("SELECT id, name FROM objects"))
        for frame, object_id in sorted(lost)[:_MOST_NAMED]:
            name = names.get(object_id, object_id)
            self._report.lost.append(
                Text(
                    "the mask drawn of '{name}' (object {object}) on frame {frame}",
                    name=name,
                    object=object_id,
                    frame=frame,
                )
            )
        if len(lost) > _MOST_NAMED:
            self._report.lost.append(Text("{count} more drawn masks", count=len(lost) - _MOST_NAMED))

    def _count(self, lost: set[Row], what: Callable[[int, str], Text]) -> None:
        frames = defaultdict(set)
        for key in lost:
            frames[key[-1]].add(key[0])
        for run, affected in sorted(frames.items()):
            self._report.lost.append(what(run, _listed(affected)))


def _lost_masks(run: int, frames: str) -> Text:
    return Text("masks of run {run} on {frames} (propagate them again)", run=run, frames=frames)


def _lost_maps(run: int, frames: str) -> Text:
    return Text("maps of run {run} on {frames} (propagate them again)", run=run, frames=frames)


def _key(table: str) -> str:
    return f"sqlite_autoindex_{table}_1"


def _inserted(new: Database, statement: str, row: Row) -> bool:
    try:
        new.query(statement, row)
    except (sqlite3.IntegrityError, sqlite3.InterfaceError, OverflowError):
        return False
    return True


def _words(names: tuple[str, ...], key: Row) -> str:
    return ", ".join(f"{name} {value}" for name, value in zip(names, key, strict=True))


def _listed(frames: set[int]) -> str:
    shown = ", ".join(map(str, sorted(frames)[:8]))
    return f"{len(frames)} frames ({shown}{', ...' if len(frames) > 8 else ''})"
