"""What holds of a frame: the user's word over the newest active run; on a reviewed frame over what was pinned.

Where each object is over time, read without decoding a single mask.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.errors import Text
from core.masks.rle import decode_rle, encode_rle
from core.project.codec import add_checksum, verify_checksum
from core.project.database import Database
from core.project.errors import damaged
from core.project.fields import MOST_ID, real, whole
from core.types import BoolArray, Float32Array, UInt8Array, read_only

# The bare columns of a MAX() query come from the row with the maximum (documented by SQLite).
_NEWEST = """SELECT object, MAX(run) AS run, counts, score FROM predictions
    JOIN runs ON runs.id = run AND runs.active WHERE frame = :frame GROUP BY object"""
_PINNED = (
    """SELECT object, run, counts, score FROM pins JOIN predictions USING (frame, object, run) WHERE frame = :frame"""
)
_NEWEST_RUN = """SELECT MAX(run) FROM results JOIN runs ON runs.id = run AND runs.active WHERE frame = :frame"""

_ANNOTATED, _PREDICTED, _REVIEWED = range(3)
_SUMMARY = f"""
    SELECT {_ANNOTATED}, frame, 0.0 FROM annotations JOIN objects ON objects.id = object
        WHERE NOT removed AND frame BETWEEN :first AND :last GROUP BY frame
    UNION ALL
    SELECT {_PREDICTED}, frame, unsure_share FROM (
        SELECT frame, unsure_share, MAX(run) FROM results JOIN runs ON runs.id = run AND runs.active
        WHERE frame BETWEEN :first AND :last GROUP BY frame)
    UNION ALL
    SELECT {_REVIEWED}, frame, COALESCE(unsure_share, -1.0) FROM reviewed LEFT JOIN results USING (frame, run)
        WHERE frame BETWEEN :first AND :last"""


@dataclass(frozen=True, slots=True)
class ObjectPrediction:
    """What ``run`` says of an object on a frame: its mask as compressed run lengths, and its score, 0..1."""

    object_id: int
    run: int
    counts: bytes
    score: float


@dataclass(frozen=True, slots=True)
class Review:
    """What a reviewed frame holds on to: per object the run whose mask counts, and the run whose maps count."""

    run: int | None
    pins: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """What the timeline shows of the frames ``first``, ``first + 1``, ...; all arrays have one entry per frame.

    Attributes:
        annotated: The user drew masks on the frame.
        reviewed: The user said that the frame is done.
        predicted: A run says something of the frame that counts.
        unsure_share: Share of unsure pixels that this run left, 0..1; 0 where nothing is predicted.
    """

    first: int
    annotated: BoolArray
    reviewed: BoolArray
    predicted: BoolArray
    unsure_share: Float32Array

    def __len__(self) -> int:
        return len(self.annotated)


class EffectiveView:
    """Answers what holds of a frame, and lets a review hold on to it."""

    def __init__(self, database: Database, frame_count: int, height: int, width: int) -> None:
        self._database = database
        self._frame_count = frame_count
        self._size = (height, width)

    def predicted_labels(self, frame: int) -> UInt8Array:
        """Label map (H, W) of what the runs say: per object its newest active word, newer runs over older ones."""
        labels = np.zeros(self._size, np.uint8)
        for word in self.words(frame):
            labels[decode_rle(word.counts, *self._size)] = word.object_id
        return labels

    def words(self, frame: int) -> tuple[ObjectPrediction, ...]:
        """What counts of the runs' words on a frame: one per object that is not removed, the lowest mask first."""
        source = _PINNED if self.is_reviewed(frame) else _NEWEST
        rows = self._database.query(
            f"""SELECT object, run, counts, score FROM ({source}) JOIN objects ON objects.id = object
                WHERE NOT removed ORDER BY run, object""",
            {"frame": frame},
        )
        path, size = self._database.path, self._size
        return tuple(
            ObjectPrediction(
                object_id, run, verify_checksum(path, sealed, *size), real(path, Text("a score"), score, 0, 1)
            )
            for object_id, run, sealed, score in rows
        )

    def run(self, frame: int) -> int | None:
        """The run whose reliability and entropy maps count on a frame, None without one."""
        reviewed = self._database.query("SELECT run FROM reviewed WHERE frame = ?", (frame,))
        ((run,),) = reviewed or self._database.query(_NEWEST_RUN, {"frame": frame})
        return None if run is None else whole(self._database.path, Text("the run of a frame"), run, 0, MOST_ID)

    def is_reviewed(self, frame: int) -> bool:
        """Whether the user said that the frame is done."""
        return bool(self._database.query("SELECT 1 FROM reviewed WHERE frame = ?", (frame,)))

    def review(self, frame: int) -> Review | None:
        """What the review of a frame holds on to, None when the frame is not reviewed."""
        rows = self._database.query("SELECT run FROM reviewed WHERE frame = ?", (frame,))
        pins = self._database.query("SELECT object, run FROM pins WHERE frame = ? ORDER BY object", (frame,))
        return Review(rows[0][0], tuple((object_id, run) for object_id, run in pins)) if rows else None

    def set_reviewed(self, frame: int, review: bool | Review) -> Review | None:
        """Mark a frame (True: hold on to what the runs say now; a ``Review``: to what that one held) or unmark it.

        Returns the review that there was: giving it back, or False for None, undoes the change.
        """
        previous = self.review(frame)
        wanted = self._current(frame) if review is True else review
        with self._database.transaction():
            self._database.write("DELETE FROM reviewed WHERE frame = ?", (frame,))
            if isinstance(wanted, Review):
                self._database.write("INSERT INTO reviewed VALUES (?, ?)", (frame, wanted.run))
                self._database.write_rows("INSERT INTO pins VALUES (?, ?, ?)", [(frame, *pin) for pin in wanted.pins])
        return previous

    def _current(self, frame: int) -> Review:
        present = self.review(frame)
        if present is not None:
            return present
        rows = self._database.query(f"SELECT object, run FROM ({_NEWEST}) ORDER BY object", {"frame": frame})
        return Review(self.run(frame), tuple((object_id, run) for object_id, run in rows))

    def summaries(self, first: int = 0, last: int | None = None) -> Timeline:
        """The timeline from frame ``first`` to ``last`` (included; None: the last of the clip), by one query."""
        last = self._frame_count - 1 if last is None else last
        length = last - first + 1
        found = self._database.query(_SUMMARY, {"first": first, "last": last})
        try:
            rows = np.array(found, np.float64).reshape(-1, 3)
        except (ValueError, TypeError) as error:
            raise damaged(self._database.path, Text("a share of uncertain pixels is not a number")) from error
        marks = np.zeros((3, length), np.bool_)
        shares = np.zeros((3, length), np.float32)
        kinds, frames = rows[:, 0].astype(np.intp), rows[:, 1].astype(np.intp) - first
        marks[kinds, frames] = True
        shares[kinds, frames] = rows[:, 2]
        return _timeline(first, marks, shares)


def _timeline(first: int, marks: npt.NDArray[np.bool_], shares: Float32Array) -> Timeline:
    reviewed = marks[_REVIEWED]
    predicted = np.where(reviewed, shares[_REVIEWED] >= 0, marks[_PREDICTED])
    unsure = np.where(predicted, np.where(reviewed, shares[_REVIEWED], shares[_PREDICTED]), np.float32(0))
    return Timeline(first, read_only(marks[_ANNOTATED]), read_only(reviewed), read_only(predicted), read_only(unsure))


# The bare columns of a MAX() query come from the row with the maximum (documented by SQLite).
_SEEN_PREDICTED = """SELECT object, frame, counts <> :empty, score, MAX(run) FROM predictions
    JOIN runs ON runs.id = run AND runs.active
    WHERE frame BETWEEN :first AND :last AND frame NOT IN (SELECT frame FROM reviewed) GROUP BY frame, object"""
_SEEN_PINNED = """SELECT object, frame, counts <> :empty, score, 0 FROM pins JOIN predictions USING (frame, object, run)
    WHERE frame BETWEEN :first AND :last"""
_SEEN_ANNOTATED = "SELECT object, frame, counts <> :empty, 1.0, 0 FROM annotations WHERE frame BETWEEN :first AND :last"


class PresenceView:
    """Answers on which frames an object is, and how sure the network was of it."""

    def __init__(self, database: Database, height: int, width: int) -> None:
        self._database = database
        self._empty = add_checksum(encode_rle(np.zeros((height, width), np.bool_)))

    def between(self, first: int, last: int) -> dict[int, Float32Array]:
        """Per object id one number for each of the frames ``first..last``: 0 absent, 1 annotated, else the run's score.

        The score is the mean probability over the object's pixels, at least a hundredth where it is there at all.
        Objects that are on none of these frames are left out; removed ones are not.
        """
        found: dict[int, Float32Array] = {}
        values = {"first": first, "last": last, "empty": self._empty}
        # The user's word comes last, and so over what the runs say.
        for statement in (_SEEN_PREDICTED, _SEEN_PINNED, _SEEN_ANNOTATED):
            for object_id, frame, there, score, _ in self._database.query(statement, values):
                lane = found.setdefault(object_id, np.zeros(last - first + 1, np.float32))
                lane[frame - first] = max(score, 0.01) if there else 0.0
        return {object_id: lane for object_id, lane in found.items() if lane.any()}
