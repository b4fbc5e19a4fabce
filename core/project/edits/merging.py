"""Two objects made one, without turning what a run predicted into the user's word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from core.masks.rle import encode_rle
from core.project.codec import add_checksum
from core.project.database import Database
from core.project.tables.annotations import AnnotationTable
from core.types import UInt8Array


@dataclass(frozen=True, slots=True)
class Prediction:
    """The row of one object in one run: compressed run lengths with their checksum, and the score, 0..1."""

    sealed: bytes
    score: float


Drawn = Mapping[int, bytes | None]
Predicted = Mapping[tuple[int, int], Prediction | None]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one object: ``drawn`` by frame, ``predicted`` by (frame, run); None where there is no row."""

    drawn: Drawn
    predicted: Predicted


class Merging:
    """Reads and writes the rows of an object that takes another one in."""

    def __init__(self, database: Database, annotations: AnnotationTable) -> None:
        self._database = database
        self._annotations = annotations

    def frames(self, object_id: int) -> tuple[int, ...]:
        """Frames on which the object has any row, ascending."""
        rows = self._database.query(
            "SELECT frame FROM annotations WHERE object = ? UNION SELECT frame FROM predictions WHERE object = ? "
            "ORDER BY frame",
            (object_id, object_id),
        )
        return tuple(frame for (frame,) in rows)

    def union(self, frame: int, labels: UInt8Array, source: int, target: int) -> tuple[Rows, Rows] | None:
        """The rows of ``target`` on a frame, as they are and as they are to be with ``source`` taken in.

        The user's word about either, or a review, makes the union the user's word; otherwise it stays the newest
        run's. ``labels`` is the frame's effective map. None where ``source`` is not to be seen.
        """
        if not (labels == source).any():
            return None
        counts = encode_rle(np.isin(labels, (source, target)))
        drawn = self._annotations.counts(frame)
        if source in drawn or target in drawn or self._reviewed(frame):
            return Rows({frame: drawn.get(target)}, {}), Rows({frame: counts}, {})
        run, score = self._newest(frame, source, target)
        before = self._database.query(
            "SELECT counts, score FROM predictions WHERE frame = ? AND object = ? AND run = ?", (frame, target, run)
        )
        old = Prediction(*before[0]) if before else None
        return Rows({}, {(frame, run): old}), Rows({}, {(frame, run): Prediction(add_checksum(counts), score)})

    def write(self, object_id: int, rows: Rows) -> None:
        """Set (or with None delete) the rows of an object; call it inside a transaction."""
        self._annotations.set_object(object_id, rows.drawn)
        keys = [(frame, object_id, run) for frame, run in rows.predicted]
        gone = [key for key, row in zip(keys, rows.predicted.values(), strict=True) if row is None]
        self._database.write_rows("DELETE FROM predictions WHERE frame = ? AND object = ? AND run = ?", gone)
        self._database.write_rows(
            "INSERT INTO predictions VALUES (?, ?, ?, ?, ?) ON CONFLICT (frame, object, run) "
            "DO UPDATE SET counts = excluded.counts, score = excluded.score",
            list(_values(object_id, rows.predicted)),
        )

    def _reviewed(self, frame: int) -> bool:
        return bool(self._database.query("SELECT 1 FROM reviewed WHERE frame = ?", (frame,)))

    def _newest(self, frame: int, source: int, target: int) -> tuple[int, float]:
        ((run, score),) = self._database.query(
            """SELECT MAX(run), score FROM predictions JOIN runs ON runs.id = run AND runs.active
               WHERE frame = ? AND object IN (?, ?)""",
            (frame, source, target),
        )
        return run, score


def _values(object_id: int, predicted: Predicted) -> Iterator[tuple[int, int, int, bytes, float]]:
    for (frame, run), row in predicted.items():
        if row is not None:
            yield frame, object_id, run, row.sealed, row.score
