"""What is in a project, in numbers."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError
from core.project.database import Database, version
from core.project.opening import open_file
from core.project.tables.effective import EffectiveView
from core.project.tables.objects import ObjectTable
from core.project.tables.runs import RunInfo, RunTable
from core.project.tables.source import SourceReference, SourceTable
from core.types import ObjectInfo


@dataclass(frozen=True, slots=True)
class ProjectSummary:
    """Numbers of one project.

    Attributes:
        path: The file.
        size: Its bytes; ``unused`` of them hold nothing.
        layout: Version of the file's layout.
        source: Where the frames were, and their number and size.
        found: Where the frames are now, None where they are not found.
        objects: Each object with the number of frames on which the user drew it.
        annotated: Frames with the user's masks.
        reviewed: Frames that the user marked as done.
        predicted: Frames on which a run counts.
        runs: Each run with the number of its results.
        steps: Entries in the history.
    """

    path: Path
    size: int
    unused: int
    layout: int
    source: SourceReference
    found: Path | None
    objects: tuple[tuple[ObjectInfo, int], ...]
    annotated: int
    reviewed: int
    predicted: int
    runs: tuple[tuple[RunInfo, int], ...]
    steps: int


def summarise(path: Path) -> ProjectSummary:
    """The numbers of the project at ``path``, without decoding a mask. Raises UserError where it cannot be read."""
    with closing(open_file(path, read_only=True).database) as database:
        return _summary(database)


def _summary(database: Database) -> ProjectSummary:
    source = SourceTable(database)
    size = (source.reference.height, source.reference.width)
    timeline = EffectiveView(database, source.reference.frame_count, *size).summaries()
    drawn: dict[int, int] = dict(database.query("SELECT object, COUNT(*) FROM annotations GROUP BY object"))
    results: dict[int, int] = dict(database.query("SELECT run, COUNT(*) FROM results GROUP BY run"))
    return ProjectSummary(
        path=database.path,
        size=database.path.stat().st_size,
        unused=_number(database, "PRAGMA freelist_count") * _number(database, "PRAGMA page_size"),
        layout=version(database),
        source=source.reference,
        found=_found(source),
        objects=tuple((info, drawn.get(info.id, 0)) for info in ObjectTable(database).all()),
        annotated=int(timeline.annotated.sum()),
        reviewed=int(timeline.reviewed.sum()),
        predicted=int(timeline.predicted.sum()),
        runs=tuple((run, results.get(run.id, 0)) for run in RunTable(database, *size).all()),
        steps=_number(database, "SELECT COUNT(*) FROM history"),
    )


def _number(database: Database, statement: str) -> int:
    ((value,),) = database.query(statement)
    return int(value)


def _found(source: SourceTable) -> Path | None:
    try:
        return source.locate()
    except UserError:
        return None
