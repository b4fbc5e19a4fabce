"""Runs each kind of write on a disk with 0, 1, 2, ... free pages, and judges what is left."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np

from core.cli import main as rpcm
from core.errors import UserError
from core.project.integrity import examine
from core.project.maintenance.repair import salvage
from core.project.maintenance.upkeep import collect, compact
from core.project.opening import create_file
from core.project.store import ProjectStore, SourceReference
from tests.faults.flipping import content, make
from tests.faults.small_disk import filled
from tests.faults.victims import Step
from tests.helpers.fakes import FRAMES, HEIGHT, WIDTH, result
from tests.helpers.media import make_video

DISK = 4 * 2**20
USER_ERROR = 2

Write = Callable[[Path], None]
"""Does one kind of write to the project at a path. Raises UserError where the disk is full."""


def _paint(project: Path) -> None:
    with closing(ProjectStore.open(project)) as store:
        dice = np.random.default_rng(1)
        for frame in range(FRAMES):
            store.set_annotations(frame, {1: dice.random((HEIGHT, WIDTH)) > 0.5})


def _predict(project: Path) -> None:
    with closing(ProjectStore.open(project)) as store:
        run = store.begin_run({})
        for frame in range(FRAMES):
            store.add_prediction(result(run, frame, Step.of(frame).labels()))


def _review(project: Path) -> None:
    with closing(ProjectStore.open(project)) as store, store.transaction():
        for frame in range(FRAMES):
            store.set_reviewed(frame, True)
            store.history.record("Reviewed " * 40, frame)


def _copy(project: Path) -> None:
    with closing(ProjectStore.open(project, read_only=True)) as store:
        store.save_copy(project.with_name("copy.rpcm"))


def _create(project: Path) -> None:
    reference = SourceReference(project.with_name("clip.mp4"), "f", FRAMES, HEIGHT, WIDTH, 25.0)
    create_file(project.with_name("new.rpcm"), reference)


def _compact(project: Path) -> None:
    compact(project)


def _repair(project: Path) -> None:
    salvage(project, project.with_name("repaired.rpcm"))


def _export(project: Path) -> None:
    code = rpcm(["export", str(project), "--format", "binary", "--out", str(project.with_name("set"))])
    if code == USER_ERROR:
        raise UserError("told on the command line", "")
    assert code == 0


def _collect(project: Path) -> None:
    collect(project, project.with_name("collected"), lambda done, total: None)


WRITES: dict[str, Write] = {
    "create": _create,
    "paint": _paint,
    "predict": _predict,
    "review": _review,
    "save a copy": _copy,
    "compact": _compact,
    "repair": _repair,
    "export": _export,
    "collect": _collect,
}


def fill(disk: Path, whole: Path, write: Write, pages: int) -> str:
    """Do ``write`` to a copy of ``whole`` with so many free pages, then again with room; returns what happened."""
    project = disk / "p.rpcm"
    shutil.copy(whole, project)
    before = content(project)
    with filled(disk, pages):
        try:
            write(project)
        except UserError:
            outcome = "told"
        else:
            outcome = "done"
    if outcome == "told":
        _judge(disk, project, before, write)
    for file in disk.iterdir():
        shutil.rmtree(file) if file.is_dir() else file.unlink()
    return outcome


def _judge(disk: Path, project: Path, before: list[object], write: Write) -> None:
    """Nothing that was there is lost, nothing half is left, and with room it works."""
    assert examine(project, lambda done, total: None) == ()
    left = {file.name for file in disk.iterdir() if not file.name.startswith(".")}
    # A log that could not be folded in stays, and with it what it holds.
    assert left <= {"p.rpcm", "p.rpcm-wal", "p.rpcm-shm"}, left
    if write not in (_paint, _predict):
        # What these two had saved before the disk was full stays.
        assert content(project) == before
    write(project)
    assert examine(project, lambda done, total: None) == ()


def origin(folder: Path) -> Path:
    """The project that is written to, with a real video."""
    return make(folder, make_video(folder / "clip.mp4", frames=FRAMES, size=(HEIGHT, WIDTH)))


def fill_many(disk: Path, project: Path, pages: range) -> Counter[tuple[str, str]]:
    """Each kind of write at each number of free pages."""
    count = Counter[tuple[str, str]]()
    for name, write in WRITES.items():
        for free in pages:
            count[name, fill(disk, project, write, free)] += 1
    return count
