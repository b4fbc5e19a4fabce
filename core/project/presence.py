"""Where each object is over time, read without decoding a single mask."""

from __future__ import annotations

import numpy as np

from core.masks.rle import encode_rle
from core.project.database import Database
from core.project.sealing import seal
from core.types import Float32Array

# The bare columns of a MAX() query come from the row with the maximum (documented by SQLite).
_PREDICTED = """SELECT object, frame, counts <> :empty, score, MAX(run) FROM predictions
    JOIN runs ON runs.id = run AND runs.active
    WHERE frame BETWEEN :first AND :last AND frame NOT IN (SELECT frame FROM reviewed) GROUP BY frame, object"""
_PINNED = """SELECT object, frame, counts <> :empty, score, 0 FROM pins JOIN predictions USING (frame, object, run)
    WHERE frame BETWEEN :first AND :last"""
_ANNOTATED = "SELECT object, frame, counts <> :empty, 1.0, 0 FROM annotations WHERE frame BETWEEN :first AND :last"


class PresenceView:
    """Answers on which frames an object is, and how sure the network was of it."""

    def __init__(self, database: Database, height: int, width: int) -> None:
        self._database = database
        self._empty = seal(encode_rle(np.zeros((height, width), np.bool_)))

    def between(self, first: int, last: int) -> dict[int, Float32Array]:
        """Per object id one number for each of the frames ``first..last``: 0 absent, 1 annotated, else the run's score.

        The score is the mean probability over the object's pixels, at least a hundredth where it is there at all.
        Objects that are on none of these frames are left out; removed ones are not.
        """
        found: dict[int, Float32Array] = {}
        values = {"first": first, "last": last, "empty": self._empty}
        # A person's word comes last, and so over what the runs say.
        for statement in (_PREDICTED, _PINNED, _ANNOTATED):
            for object_id, frame, there, score, _ in self._database.query(statement, values):
                lane = found.setdefault(object_id, np.zeros(last - first + 1, np.float32))
                lane[frame - first] = max(score, 0.01) if there else 0.0
        return {object_id: lane for object_id, lane in found.items() if lane.any()}
