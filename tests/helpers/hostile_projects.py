"""Projects that were made to do harm: every stored field with values of the wrong kind, and programs of others."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

from core.project.codec import add_checksum
from core.project.store import ProjectStore, SourceReference
from core.types import FrameResult, ObjectInfo, PoolSummary
from core.video.image_folder import ImageFolder
from tests.core.masks.test_hostile_masks import WRAPPING, packed
from tests.helpers.commands import HEIGHT, WIDTH, moving, write_clip

FRAMES = 2
FIELDS = {
    "source": ("absolute", "relative", "fingerprint", "frame_count", "height", "width", "fps"),
    "objects": ("id", "name", "red", "visible", "locked", "category", "position", "removed"),
    "annotations": ("frame", "object", "counts"),
    "runs": ("id", "request", "active", "created"),
    "results": ("frame", "run", "unsure_share"),
    "maps": ("frame", "run", "reliability", "entropy", "entropy_max", "pool_frames", "pool_pixels"),
    "predictions": ("frame", "object", "run", "counts", "score"),
    "reviewed": ("frame", "run"),
    "pins": ("frame", "object", "run"),
    "state": ("key", "value"),
    "history": ("at", "text", "frame"),
}
VALUES: dict[str, Any] = {
    "text": "hostile\x1b[2J\u202e<img src=/dev/zero>",
    "blob": b"\xff\x00\xfe",
    "huge": 2**62,
    "negative": -7,
    "infinite": float("inf"),
    "nested": "[" * 200_000,
}
WHOLE_PLACES = {
    "no source": "DELETE FROM source",
    "no objects": "DELETE FROM objects",
    "no results": "DELETE FROM results",
    "no runs": "DELETE FROM runs",
    "layout 0": "PRAGMA user_version = 0",
    "layout -1": "PRAGMA user_version = -1",
    "layout 99": "PRAGMA user_version = 99",
    "a trigger": "CREATE TRIGGER t AFTER UPDATE ON state BEGIN DELETE FROM annotations; END",
    "a trigger on objects": "CREATE TRIGGER t AFTER INSERT ON objects BEGIN DELETE FROM annotations; END",
    "a view": "CREATE VIEW v AS SELECT 1",
    "an endless view": "CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x FROM n",
    "a virtual table": "CREATE VIRTUAL TABLE v USING fts5(x)",
    "an index of expressions": "CREATE INDEX i ON state (length(hex(zeroblob(10000000))))",
}


def make_project(folder: Path) -> Path:
    """A project with a word in every table, and its clip beside it."""
    source = ImageFolder(write_clip(folder / "clip", frames=FRAMES))
    reference = SourceReference(source.path, source.fingerprint(), FRAMES, HEIGHT, WIDTH, source.fps)
    with closing(ProjectStore.create(folder / "p.rpcm", reference)) as store:
        for number in (1, 2):
            store.objects.add(ObjectInfo(number, f"thing {number}", (number, 0, 0), category="dog"))
        store.set_annotations(0, {1: moving(0, 1) == 1})
        run = store.begin_run({"first": 0, "last": 1})
        store.add_prediction(_result(run, 0))
        store.add_prediction(_result(run, 1))
        store.set_reviewed(1, True)
        store.state.set("view", {"frame": 0})
        store.history.record("Drew", 0)
    return folder / "p.rpcm"


def _result(run: int, index: int) -> FrameResult:
    labels = moving(index, 1, 2)
    entropy = np.full(labels.shape, 0.3, np.float16)
    return FrameResult(
        run_id=run,
        index=index,
        object_ids=(1, 2),
        labels=labels,
        scores={1: 0.9, 2: 0.8},
        entropy=entropy,
        reliability=np.full(labels.shape, 255, np.uint8),
        unsure_share=0.1,
        pool=PoolSummary((0,), 12),
        seconds={},
    )


def change(path: Path, *statements: tuple[str, tuple[Any, ...]]) -> None:
    """Write into a project what the program never would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement, values in statements:
            connection.execute(statement, values)


def spoilt_fields() -> Iterator[tuple[str, Callable[[Path], None]]]:
    """Per name of a spoilt field what spoils it; those that the tables themselves refuse are left out."""
    for table, fields in FIELDS.items():
        for field in fields:
            for kind, value in VALUES.items():
                yield f"{table}.{field}={kind}", _setter(f"UPDATE OR IGNORE {table} SET {field} = ?", value)
    masks = {
        "wraps": packed(*WRAPPING[:3], 0, HEIGHT * WIDTH),
        "too long": packed(0, 2**33),
        "too short": packed(5),
        "no numbers": b"\x00\xff",
    }
    for table in ("annotations", "predictions"):
        for kind, counts in masks.items():
            yield f"{table}.counts={kind}", _setter(f"UPDATE {table} SET counts = ?", add_checksum(counts))
    for name, statement in WHOLE_PLACES.items():
        yield name, lambda path, statement=statement: change(path, (statement, ()))  # type: ignore[misc]


def _setter(statement: str, value: Any) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        try:
            change(path, (statement, (value,)))
        except sqlite3.IntegrityError:
            return  # a key must be a number, whatever anybody writes

    return spoil
