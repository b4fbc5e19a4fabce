"""What may be at a place where a project is to be written: nothing, or a project at rest."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import UserError, explained
from core.files import real_place
from core.project import schema
from core.project.lock import ProjectLock

LOGS = ("-wal", "-shm", "-journal")
"""Endings of what SQLite keeps beside a file; it takes them for those of whatever file has that name."""
_MAGIC = b"SQLite format 3\0"
_APPLICATION = slice(68, 72)


@contextmanager
def writable_project(project: Path, overwrite: bool) -> Iterator[Path]:
    """Let nobody open ``project`` for writing while it is written; yields where it lies, links followed.

    Args:
        project: What is to be written.
        overwrite: Whether the user agreed to replace a project there.

    Raises:
        UserError: There is something that may not be replaced: anything but a project, a project that is open, or the
            log of one, which SQLite would add to the new file.
    """
    place = real_place(project)
    if place.exists() or place.is_symlink():
        if not overwrite:
            raise UserError(f"'{project}' already exists.", "Choose another name, or allow it to be overwritten.")
        _refuse_other_file(project, place)
    with _locked(project, place):
        refuse_log(place)
        yield place


def refuse_log(project: Path) -> None:
    """Raise UserError where a log of SQLite lies beside the path: it would be mixed into another file put there."""
    for ending in LOGS:
        log = project.with_name(f"{project.name}{ending}")
        if not (log.exists() or log.is_symlink()):
            continue
        if project.is_file():
            raise UserError(
                f"'{project}' has changes in '{log.name}': it is open, or a program that had it open was killed.",
                f"Close it. If nothing has it open, take the changes in: rpcm project compact {project.name}",
            )
        raise UserError(
            f"'{log.name}' holds changes of a project that was at '{project}' and would be mixed into a new one.",
            "Choose another name, or move that file away.",
        )


def _refuse_other_file(project: Path, place: Path) -> None:
    is_ours = False
    if place.is_file():
        with explained(project, "read"), place.open("rb") as file:
            head = file.read(_APPLICATION.stop)
        is_ours = head.startswith(_MAGIC) and head[_APPLICATION] == schema.APPLICATION_ID.to_bytes(4, "big")
    if not is_ours:
        raise UserError(f"'{project}' is not a project, so it is not replaced.", "Choose another name.")


@contextmanager
def _locked(project: Path, place: Path) -> Iterator[None]:
    if not place.parent.is_dir():
        yield  # nobody can have a project open in a folder that is yet to be made
        return
    with explained(project, "write"):
        lock = ProjectLock.acquire(place)
    if lock is None:
        raise UserError(f"{project.name} is open in another window or program.", "Close it there, then try again.")
    try:
        yield
    finally:
        lock.release()
