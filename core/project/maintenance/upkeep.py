"""Taking care of a project file: making it smaller, and gathering it and its frames in one folder."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError, os_errors_as_user_errors
from core.files import staged_file, staged_folder
from core.progress import Progress, ShouldStop
from core.project.adapted_weights import adaptation, own_file
from core.project.database import Database, connect
from core.project.errors import sqlite_errors_as_user_errors
from core.project.frames import open_frames
from core.project.opening import open_file, refuse_log
from core.project.store import ProjectStore
from core.video.frame_source import FrameSource
from core.video.image_folder import ImageFolder

LOG = logging.getLogger(__name__)

# What a review holds on to stays, whatever became of its run.
_UNDONE = """FROM results WHERE run IN (SELECT id FROM runs WHERE NOT active)
    AND NOT EXISTS (SELECT 1 FROM reviewed WHERE reviewed.frame = results.frame AND reviewed.run = results.run)
    AND NOT EXISTS (SELECT 1 FROM pins WHERE pins.frame = results.frame AND pins.run = results.run)"""

_CHUNK = 4 * 2**20


@dataclass(frozen=True, slots=True)
class Compacted:
    """Bytes ``before`` and ``after``; ``dropped`` counts the results of undone runs that were given up."""

    before: int
    after: int
    dropped: int


def compact(path: Path, *, keep_undone: bool = False) -> Compacted:
    """Write the project without gaps, and without results of undone runs, and put it in the place of the old file.

    Args:
        keep_undone: Keep what undone runs predicted, so that they can still be redone.

    Raises UserError where the project is damaged, open elsewhere, cannot be written, or there is no room for the copy;
    it is as before then.
    """
    opened = open_file(path, read_only=False)
    database, lock = opened.database, opened.lock
    try:
        if lock is None:
            raise UserError(
                "Cannot compact {name}. {reason}",
                "Close it there, then try again.",
                name=path.name,
                reason=opened.notes[0],
            )
        path, before = database.path, database.path.stat().st_size
        with staged_file(path) as staged:
            database.copy_to(staged.path)
            dropped = _shrink(staged.path, keep_undone)
            database.close()
            refuse_log(path)
            staged.commit()
    finally:
        database.close()
        if lock is not None:
            lock.release()
    return Compacted(before, path.stat().st_size, dropped)


def _shrink(part: Path, keep_undone: bool) -> int:
    with closing(connect(part)) as database:
        dropped = 0 if keep_undone else database.write(f"DELETE {_UNDONE}")
        database.query("VACUUM")
    return dropped


def collect(path: Path, folder: Path, progress: Progress, should_stop: ShouldStop = lambda: False) -> Path | None:
    """Write the project and a copy of its frames to the new folder ``folder``, which opens wherever it is moved to.

    Returns the project in it; None, leaving nothing behind, where ``should_stop`` said so.
    Raises UserError where the frames are not found, are another video by now, or the folder cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError("'{path}' already exists.", "Choose a new or empty folder.", path=folder)
    with closing(ProjectStore.open(path, read_only=True)) as store, staged_folder(folder) as staged:
        with open_frames(store) as source:
            for warning in source.warnings:
                LOG.warning("%s", warning)
            media = _copy_frames(source, staged.path, progress, should_stop)
        if media is None:
            return None
        copy = staged.path / path.name
        store.save_copy(copy)
        _copy_weights(store, staged.path)
        _point_to(copy, media, folder)
        staged.commit()
    return folder / path.name


def _copy_weights(store: ProjectStore, target: Path) -> None:
    """Adapted weights lie beside their project. Where they are gone there is nothing to be carried."""
    kept = adaptation(store)
    file = None if kept is None else own_file(store, kept)
    if file is not None:
        with os_errors_as_user_errors(target, "write"):
            shutil.copy2(file, target)


def _copy_frames(source: FrameSource, target: Path, progress: Progress, should_stop: ShouldStop) -> Path | None:
    """Copy the file, or the images of a folder; returns the path to be opened, None where it was stopped."""
    if not isinstance(source, ImageFolder):
        done = _copy_files([source.path], target, progress, should_stop)
        return target / source.path.name if done else None
    # A pattern is the last part of a path, too: its folder and the pattern in it.
    is_folder = source.path.is_dir()
    inner = target / (source.path.name if is_folder else source.path.parent.name)
    inner.mkdir()
    done = _copy_files(source.files, inner, progress, should_stop)
    return (inner if is_folder else inner / source.path.name) if done else None


def _copy_files(files: Sequence[Path], target: Path, progress: Progress, should_stop: ShouldStop) -> bool:
    total, done = sum(file.stat().st_size for file in files), 0
    for file in files:
        for size in _copied(file, target / file.name):
            done += size
            progress(done, total)
            if should_stop():
                return False
    return True


def _copied(file: Path, target: Path) -> Iterator[int]:
    with os_errors_as_user_errors(target, "write"), file.open("rb") as reader, target.open("xb") as writer:
        while chunk := reader.read(_CHUNK):
            writer.write(chunk)
            yield len(chunk)
        shutil.copystat(file, target)


def _point_to(project: Path, media: Path, folder: Path) -> None:
    relative = media.relative_to(project.parent)
    with _plain(project) as database:
        database.write(
            "UPDATE source SET absolute = ?, relative = ?", (str(folder.absolute() / relative), relative.as_posix())
        )


@contextmanager
def _plain(path: Path) -> Iterator[Database]:
    with sqlite_errors_as_user_errors(path), closing(connect(path)) as database:
        yield database
