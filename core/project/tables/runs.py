"""Runs and what they predicted. Undoing a run flips one flag, however many frames it has."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.errors import Text
from core.project.codec import (
    EncodedResult,
    add_checksum,
    decode_entropy,
    decode_entropy_levels,
    decode_pool,
    decode_reliability,
)
from core.project.database import Database, Row
from core.project.errors import damaged, sqlite_errors_as_user_errors
from core.project.fields import from_json, text
from core.types import Float16Array, PoolSummary, UInt8Array


@dataclass(frozen=True, slots=True)
class RunInfo:
    """One propagation: ``request`` is what the caller wrote down of it, ``created`` an ISO time in UTC."""

    id: int
    request: dict[str, Any]
    active: bool
    created: str


@dataclass(frozen=True, slots=True)
class PackedEntropy:
    """An entropy map as it is stored: taking it from the project is quick, unpacking 8K takes 50 ms, on any thread.

    ``size`` is (height, width); ``largest`` is the map's largest value, in the run's unit.
    """

    data: bytes
    largest: float
    size: tuple[int, int]
    path: Path

    def levels(self) -> UInt8Array:
        """The map (H, W), 0..255, which stands for ``largest``; read-only. Raises UserError where it is damaged."""
        with sqlite_errors_as_user_errors(self.path):
            return decode_entropy_levels(self.data, self.largest, *self.size)


class RunTable:
    """Runs and their per-frame results."""

    def __init__(self, database: Database, height: int, width: int) -> None:
        self._database = database
        self._size = (height, width)

    def begin(self, request: dict[str, Any]) -> int:
        """Write down a new, active run; ``request`` is any JSON value that describes it. Returns its id."""
        return self._database.insert(
            "INSERT INTO runs (request, created) VALUES (?, ?)",
            (json.dumps(request), datetime.now(UTC).isoformat(timespec="seconds")),
        )

    def all(self) -> tuple[RunInfo, ...]:
        """All runs, oldest first."""
        rows = self._database.query("SELECT id, request, active, created FROM runs ORDER BY id")
        return tuple(self._info(row) for row in rows)

    def _info(self, row: Row) -> RunInfo:
        run, request, active, created = row
        path = self._database.path
        told = from_json(path, Text("the settings of run {run}", run=run), request)
        if not isinstance(told, dict):
            raise damaged(
                path, Text("the settings of run {run} have the type {name}", run=run, name=type(told).__name__)
            )
        return RunInfo(run, told, bool(active), text(path, Text("the time of run {run}", run=run), created))

    def set_active(self, run_id: int, active: bool) -> None:
        """Let a run count or not, whatever its size. Raises KeyError for an unknown run."""
        if not self._database.write("UPDATE runs SET active = ? WHERE id = ?", (active, run_id)):
            raise KeyError(run_id)

    def add(self, result: EncodedResult) -> bool:
        """Store what a run says of one frame; a second word of the same run on the same frame replaces the first.

        Returns False, storing nothing, where a reviewed frame relies on this very run. Masks of objects that were
        deleted in the meantime are dropped. Raises ValueError for a result of another size than the frames.
        """
        if (result.height, result.width) != self._size:
            raise ValueError(f"a result of {result.height} x {result.width} does not fit frames of {self._size}")
        key = (result.index, result.run_id)
        # Not flushed to the disk one by one: they come many a second, and can be computed again (see database.py).
        with self._database.transaction(durable=False):
            if self._database.query("SELECT 1 FROM reviewed WHERE frame = ? AND run = ?", key):
                return False
            if self._database.query("SELECT 1 FROM pins WHERE frame = ? AND run = ?", key):
                return False
            self._database.write("DELETE FROM results WHERE frame = ? AND run = ?", key)
            self._insert(result)
        return True

    def _insert(self, result: EncodedResult) -> None:
        key = (result.index, result.run_id)
        self._database.write("INSERT INTO results VALUES (?, ?, ?)", (*key, result.unsure_share))
        pool = (json.dumps(result.pool.frames), result.pool.pixels)
        self._database.write(
            "INSERT INTO maps VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*key, result.reliability, result.entropy, result.entropy_max, *pool),
        )
        known = {object_id for (object_id,) in self._database.query("SELECT id FROM objects")}
        self._database.write_rows(
            "INSERT INTO predictions VALUES (?, ?, ?, ?, ?)",
            [
                (result.index, mask.object_id, result.run_id, add_checksum(mask.counts), mask.score)
                for mask in result.masks
                if mask.object_id in known
            ],
        )

    def frames(self, run_id: int) -> tuple[int, ...]:
        """Frames that a run has results for, ascending."""
        rows = self._database.query("SELECT frame FROM results WHERE run = ? ORDER BY frame", (run_id,))
        return tuple(frame for (frame,) in rows)

    def scores(self, frame: int, run_id: int) -> dict[int, float]:
        """Per object the score 0..1 that a run gave it on a frame."""
        sql = "SELECT object, score FROM predictions WHERE frame = ? AND run = ?"
        return dict(self._database.query(sql, (frame, run_id)))

    def reliability(self, frame: int, run_id: int) -> UInt8Array | None:
        """Reliability map (H, W) of a run on a frame: 255 sure, 0 unsure."""
        rows = self._database.query("SELECT reliability FROM maps WHERE frame = ? AND run = ?", (frame, run_id))
        with sqlite_errors_as_user_errors(self._database.path):
            return decode_reliability(rows[0][0], *self._size) if rows else None

    def entropy(self, frame: int, run_id: int) -> Float16Array | None:
        """Entropy map (H, W) of a run on a frame, in the run's unit, at 256 levels."""
        packed = self.packed_entropy(frame, run_id)
        with sqlite_errors_as_user_errors(self._database.path):
            return decode_entropy(packed.data, packed.largest, *packed.size) if packed is not None else None

    def packed_entropy(self, frame: int, run_id: int) -> PackedEntropy | None:
        """The same map, for anyone who unpacks it on another thread."""
        sql = "SELECT entropy, entropy_max FROM maps WHERE frame = ? AND run = ?"
        rows = self._database.query(sql, (frame, run_id))
        if not rows:
            return None
        ((data, largest),) = rows
        return PackedEntropy(data, largest, self._size, self._database.path)

    def pool(self, frame: int, run_id: int) -> PoolSummary | None:
        """What the reliable patch pool of a run held on a frame."""
        sql = "SELECT pool_frames, pool_pixels FROM maps WHERE frame = ? AND run = ?"
        rows = self._database.query(sql, (frame, run_id))
        with sqlite_errors_as_user_errors(self._database.path):
            return decode_pool(*rows[0]) if rows else None
