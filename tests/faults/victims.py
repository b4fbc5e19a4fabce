"""What is killed: programs that paint, propagate or export, each in a process forked from one that has loaded all.

``python -m tests.faults.victims`` reads one JSON order a line, forks, writes the child's id, and when asked its end.
A victim writes into a log before and after each step: what stands there is what the user was told.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from core.cli import main as rpcm
from core.formats import writer
from core.project.maintenance.repair import replace_damaged
from core.project.maintenance.upkeep import compact
from core.project.store import ProjectStore
from core.types import UInt8Array
from rpcm_gui.base.settings import Settings
from rpcm_gui.session.session import Session
from tests.helpers.fakes import FRAMES, HEIGHT, WIDTH, FakeEngines, FakeSource

OBJECTS = (1, 2, 3)
TIMES = 1_000_000


@dataclass(frozen=True)
class Step:
    """The ``number``-th step of a painter: masks of a frame, a review, or a name."""

    number: int
    kind: str
    frame: int

    @classmethod
    def of(cls, number: int) -> Step:
        """The same step for the same number, anyone who asks."""
        kind = ("paint", "paint", "review", "paint", "rename")[number % 5]
        return cls(number, kind, int(np.random.default_rng(number).integers(FRAMES)))

    def labels(self) -> UInt8Array:
        """The label map that is painted: three boxes."""
        dice = np.random.default_rng((self.number, 1))
        labels = np.zeros((HEIGHT, WIDTH), np.uint8)
        for object_id in OBJECTS:
            top, left = int(dice.integers(HEIGHT - 12)), int(dice.integers(WIDTH - 12))
            labels[top : top + int(dice.integers(2, 12)), left : left + int(dice.integers(2, 12))] = object_id
        return labels

    @property
    def reviewed(self) -> bool:
        """Whether the frame is marked, or unmarked."""
        return self.number % 10 < 5

    @property
    def name(self) -> str:
        """The new name of the first object."""
        return f"name {self.number}"


def seed_labels(number: int) -> UInt8Array:
    """What is painted on frame 0 before the ``number``-th run."""
    labels = np.zeros((HEIGHT, WIDTH), np.uint8)
    top, left = number % 30, 7 * number % 40
    labels[top : top + 10, left : left + 10] = 1
    return labels


class Log:
    """Lines that survive the death of anyone who wrote them."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def say(self, *words: object) -> None:
        """Write one line."""
        os.write(self._descriptor, (" ".join(map(str, words)) + "\n").encode())


def open_session(project: Path) -> Session:
    """The real session on a project, with real threads around an engine of a few lines."""
    store = ProjectStore.open(project)
    return Session(store, project, FakeSource, FakeEngines(), Settings(project.with_suffix(".ini")))


def paint(project: Path, log: Log, first: int) -> None:
    """Paint, review and rename until the end comes."""
    session = open_session(project)
    for step in map(Step.of, range(first, TIMES)):
        log.say("begin", step.number)
        if step.kind == "paint":
            session.editing.commit_labels(step.frame, step.labels(), "Brush")
        elif step.kind == "review":
            session.editing.set_reviewed(step.frame, step.reviewed)
        else:
            session.editing.rename_object(1, step.name)
        if session.document.saver.waiting:
            raise RuntimeError("not saved")
        log.say("done", step.number)


def propagate(project: Path, log: Log, first: int) -> None:
    """Repaint frame 0 and propagate it, again and again."""
    session = open_session(project)
    loop = QEventLoop()
    for number in range(first, TIMES):
        log.say("begin", number)
        session.editing.commit_labels(0, seed_labels(number), "Brush")
        log.say("painted", number)
        session.propagate("forward")
        told = 0
        while session.runs.state.running:
            QTimer.singleShot(2, loop.quit)
            loop.exec()
            if session.runs.state.done > told:
                told = session.runs.state.done
                log.say("done", number, told)


def care(project: Path, log: Log, first: int) -> None:
    """Compact the project, and repair it in its place, again and again."""
    for number in range(first, TIMES):
        log.say("begin", number)
        if number % 3:
            compact(project)
        else:
            _, kept = replace_damaged(project)
            kept.unlink()
        log.say("done", number)


def export(project: Path, log: Log, first: int) -> None:
    """Export once, into a folder of this number, by the command line."""
    kind = ("davis", "coco", "overlay", "csv")[first % 4]
    folder = export_folder(project, first)
    log.say("begin", first)
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
        code = rpcm(["export", str(project), "--format", kind, "--out", str(folder)])
    log.say("done", first, code)


def export_folder(project: Path, number: int) -> Path:
    """Where the ``number``-th export goes."""
    return project.with_name(f"export-{number}")


VICTIMS: dict[str, Callable[[Path, Log, int], None]] = {
    "paint": paint,
    "propagate": propagate,
    "care": care,
    "export": export,
}


def serve(orders: Iterator[str]) -> None:
    """Fork one victim for each order."""
    for order in orders:
        wanted: dict[str, Any] = json.loads(order)
        child = os.fork()
        if child == 0:
            _live(wanted)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        # Until somebody asks, its id stays taken, so that no other process can be hit by the kill.
        sys.stdin.readline()
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{status}\n")
        sys.stdout.flush()


def _live(wanted: dict[str, Any]) -> None:
    log = Log(Path(wanted["log"]))
    try:
        if wanted["kind"] != "export":
            application = QApplication(["victim"])
            assert application is not None
        VICTIMS[wanted["kind"]](Path(wanted["project"]), log, wanted["first"])
    finally:
        failure = sys.exc_info()[1]
        if failure is not None:
            log.say("failed", repr(failure))
        # The parent's buffers and threads are none of the child's business.
        os._exit(failure is not None)


if __name__ == "__main__":
    # What an export needs is loaded once, here.
    writer("davis"), writer("coco"), writer("overlay"), writer("csv")
    serve(iter(sys.stdin.readline, ""))
