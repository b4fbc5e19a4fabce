"""Kills victims at random moments and judges what is left of their project."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from core.cli import main as rpcm
from core.project.integrity import examine
from core.project.store import ProjectStore, SourceReference
from core.types import ObjectInfo, UInt8Array
from core.video.source import open_source
from tests.faults.victims import OBJECTS, Step, export_folder, seed_labels
from tests.helpers.fakes import FRAMES, HEIGHT, WIDTH
from tests.helpers.media import make_video

REPOSITORY = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60.0


class Nursery:
    """The process whose children are killed; use it in a ``with`` block."""

    def __enter__(self) -> Self:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.victims"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=REPOSITORY,
            env=environment,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def start(self, kind: str, project: Path, first: int, log: Path) -> int:
        """Start a victim and return its id."""
        self._say(json.dumps({"kind": kind, "project": str(project), "first": first, "log": str(log)}))
        return int(self._line())

    def kill(self, victim: int) -> None:
        """``kill -9``, or the end that came before, and wait until the process is gone."""
        os.kill(victim, signal.SIGKILL)
        self.wait()

    def wait(self) -> None:
        """Until the victim is gone."""
        self._say("")
        self._line()

    def _say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()


@dataclass
class Count:
    """What happened: kills by kind, steps that were acknowledged, and how many kills hit one under way."""

    kills: Counter[str] = field(default_factory=Counter)
    acknowledged: Counter[str] = field(default_factory=Counter)
    under_way: Counter[str] = field(default_factory=Counter)


def new_project(path: Path, media: Path | None = None) -> Path:
    """A project of the fake clip, or of a real video, with three objects."""
    reference = SourceReference(path.with_suffix(".mp4"), "f00d", FRAMES, HEIGHT, WIDTH, 25.0)
    if media is not None:
        with open_source(media) as source:
            size = (source.frame_count, source.height, source.width, source.fps)
            reference = SourceReference(media, source.fingerprint(), *size)
    with closing(ProjectStore.create(path, reference)) as store:
        for object_id in OBJECTS:
            store.objects.add(ObjectInfo(object_id, f"name {-object_id}", (object_id, 0, 255)))
    return path


def wait_for_lines(log: Path, count: int) -> None:
    """Until the log has ``count`` lines."""
    end = time.monotonic() + PATIENCE
    while not log.exists() or log.read_bytes().count(b"\n") < count:
        if time.monotonic() > end:
            raise TimeoutError(log.read_text() if log.exists() else "the victim never spoke")
        time.sleep(0.001)


def lines(log: Path) -> list[list[str]]:
    """What a victim said; raises AssertionError where it failed by itself."""
    found = [line.split() for line in log.read_text().splitlines()]
    assert all(line[0] != "failed" for line in found), found[-1]
    return found


class PaintingJudge:
    """Kills painters; whatever they were told is saved has to be in the project."""

    kind = "paint"

    def __init__(self, folder: Path) -> None:
        self.project = new_project(folder / "paint.rpcm")
        self.first = 0
        self._maps = {frame: np.zeros((HEIGHT, WIDTH), np.uint8) for frame in range(FRAMES)}
        self._reviewed: set[int] = set()
        self._name = "name -1"

    def round(self, nursery: Nursery, dice: random.Random, count: Count) -> None:
        """One kill and its judgement."""
        log = self.project.with_name("paint.log")
        log.unlink(missing_ok=True)
        victim = nursery.start(self.kind, self.project, self.first, log)
        wait_for_lines(log, dice.randint(1, 40))
        time.sleep(dice.random() * 0.01)
        nursery.kill(victim)
        said = lines(log)
        done = [Step.of(int(number)) for word, number in said if word == "done"]
        begun = Step.of(int(said[-1][1])) if said[-1][0] == "begin" else None
        self._judge(done, begun)
        count.acknowledged[self.kind] += len(done)
        count.under_way[self.kind] += begun is not None
        self.first += len(done) + 1

    def _judge(self, done: list[Step], begun: Step | None) -> None:
        for step in done:
            self._apply(step)
        before = (dict(self._maps), set(self._reviewed), self._name)
        found = self._found()
        if begun is not None and not _same(found, before):
            # What was under way may have been saved without having been acknowledged, but as a whole.
            self._apply(begun)
        assert _same(found, (self._maps, self._reviewed, self._name)), (done[-1:], begun)

    def _apply(self, step: Step) -> None:
        if step.kind == "paint":
            self._maps[step.frame] = step.labels()
        elif step.kind == "rename":
            self._name = step.name
        else:
            (self._reviewed.add if step.reviewed else self._reviewed.discard)(step.frame)

    def _found(self) -> tuple[dict[int, UInt8Array], set[int], str]:
        with closing(reopened(self.project)) as store:
            reviewed = set(np.flatnonzero(store.summaries().reviewed).tolist())
            maps = {frame: store.effective_labels(frame) for frame in range(FRAMES)}
            return maps, reviewed, store.objects.all()[0].name


def reopened(project: Path) -> ProjectStore:
    """The project after a kill: whole, writable, without any complaint."""
    assert examine(project, lambda done, total: None) == ()
    store = ProjectStore.open(project)
    assert (store.notes, store.read_only) == ((), False)
    return store


Painted = tuple[dict[int, UInt8Array], set[int], str]


def _same(one: Painted, other: Painted) -> bool:
    return one[1:] == other[1:] and all(np.array_equal(one[0][frame], other[0][frame]) for frame in one[0])


class PropagationJudge:
    """Kills propagations; frames that were told as done are there, the others are of this run or as before it."""

    kind = "propagate"

    def __init__(self, folder: Path) -> None:
        self.project = new_project(folder / "propagate.rpcm")
        self.first = 1
        self._maps = {frame: np.zeros((HEIGHT, WIDTH), np.uint8) for frame in range(FRAMES)}

    def round(self, nursery: Nursery, dice: random.Random, count: Count) -> None:
        """One kill and its judgement."""
        log = self.project.with_name("propagate.log")
        log.unlink(missing_ok=True)
        victim = nursery.start(self.kind, self.project, self.first, log)
        wait_for_lines(log, dice.randint(1, 12))
        time.sleep(dice.random() * 0.05)
        nursery.kill(victim)
        said = lines(log)
        last = int(said[-1][1])
        told = max((int(line[2]) for line in said if line[0] == "done" and int(line[1]) == last), default=0)
        painted = any(line == ["painted", str(last)] for line in said)
        if last > self.first:
            self._take(last - 1, FRAMES - 1)
        self._judge(last, painted, told)
        count.acknowledged[self.kind] += told + (last - self.first) * (FRAMES - 1)
        count.under_way[self.kind] += told < FRAMES - 1
        self.first = last + 1

    def _take(self, number: int, frames: int) -> None:
        for frame in range(frames + 1):
            self._maps[frame] = np.roll(seed_labels(number), frame, axis=1)

    def _judge(self, number: int, painted: bool, told: int) -> None:
        with closing(reopened(self.project)) as store:
            for frame, before in self._maps.items():
                found = store.effective_labels(frame)
                after = np.roll(seed_labels(number), frame, axis=1)
                sure = painted if frame == 0 else frame <= told
                assert np.array_equal(found, after) or (not sure and np.array_equal(found, before)), (number, frame)
                self._maps[frame] = found


class CareJudge:
    """Kills who compacts and repairs; the project is there under its name, and says what it said before."""

    kind = "care"

    def __init__(self, folder: Path) -> None:
        self.project = new_project(folder / "care.rpcm")
        self.first = 1
        with closing(ProjectStore.open(self.project)) as store:
            for frame in range(FRAMES):
                store.set_annotations(frame, {1: np.eye(HEIGHT, WIDTH, frame, dtype=np.bool_)})
                store.set_reviewed(frame, frame % 2 == 0)

    def round(self, nursery: Nursery, dice: random.Random, count: Count) -> None:
        """One kill and its judgement."""
        log = self.project.with_name("care.log")
        log.unlink(missing_ok=True)
        victim = nursery.start(self.kind, self.project, self.first, log)
        wait_for_lines(log, dice.randint(1, 6))
        time.sleep(dice.random() * 0.05)
        nursery.kill(victim)
        said = lines(log)
        with closing(reopened(self.project)) as store:
            for frame in range(FRAMES):
                expected = np.eye(HEIGHT, WIDTH, frame, dtype=np.uint8)
                assert np.array_equal(store.effective_labels(frame), expected), frame
            assert np.flatnonzero(store.summaries().reviewed).tolist() == list(range(0, FRAMES, 2))
        assert not list(self.project.parent.glob(f".{self.project.name}.*"))
        count.acknowledged[self.kind] += sum(line[0] == "done" for line in said)
        count.under_way[self.kind] += said[-1][0] == "begin"
        self.first = int(said[-1][1]) + 1


class ExportJudge:
    """Kills exports; the dataset is not there or whole, the project as it was, and the next export works."""

    kind = "export"

    def __init__(self, folder: Path) -> None:
        video = make_video(folder / "export.mp4", frames=24)
        self.project = new_project(folder / "export.rpcm", video)
        with closing(ProjectStore.open(self.project)) as store:
            for frame in range(24):
                store.set_annotations(frame, {1: np.eye(48, 96, frame, dtype=np.bool_)})
        self.first = 0
        self._whole: dict[int, dict[str, bytes]] = {}
        self._seconds: dict[int, float] = {}

    def round(self, nursery: Nursery, dice: random.Random, count: Count) -> None:
        """One kill and its judgement."""
        kind = self.first % 4
        if kind not in self._whole:
            self._learn(nursery, kind)
        log = self.project.with_name("export.log")
        log.unlink(missing_ok=True)
        project_before = self.project.read_bytes()
        victim = nursery.start(self.kind, self.project, self.first + 4, log)
        wait_for_lines(log, 1)
        time.sleep(dice.random() * self._seconds[kind])
        nursery.kill(victim)
        finished = lines(log)[-1][0] == "done"
        found = tree(export_folder(self.project, self.first + 4))
        assert found in ({}, self._whole[kind]) if not finished else found == self._whole[kind], self.first
        assert self.project.read_bytes() == project_before
        count.acknowledged[self.kind] += finished
        count.under_way[self.kind] += not finished
        self.first += 1

    def _learn(self, nursery: Nursery, kind: int) -> None:
        log = self.project.with_name("learn.log")
        log.unlink(missing_ok=True)
        start = time.monotonic()
        nursery.start(self.kind, self.project, kind, log)
        wait_for_lines(log, 2)
        self._seconds[kind] = time.monotonic() - start
        nursery.wait()
        self._whole[kind] = tree(export_folder(self.project, kind))
        assert self._whole[kind]

    def export_again(self) -> None:
        """Over the remains of all the kills."""
        # The last one whose kind of dataset was the same.
        last = self.first + 3
        folder = export_folder(self.project, last - last % 4)
        assert rpcm(["export", str(self.project), "--format", "davis", "--out", str(folder), "--overwrite"]) == 0


def tree(folder: Path) -> dict[str, bytes]:
    """Every visible file below ``folder``, by its path."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in files
        if not any(part.startswith(".") for part in file.relative_to(folder).parts)
    }


JUDGES = (PaintingJudge, PropagationJudge, CareJudge, ExportJudge)


def kill_many(folder: Path, kills: int, seed: int) -> Count:
    """``kills`` kills, of each kind of victim in turn. Raises AssertionError at the first loss."""
    dice, count = random.Random(seed), Count()
    judges = [judge(folder) for judge in JUDGES]
    with Nursery() as nursery:
        for number in range(kills):
            judge = judges[number % len(judges)]
            judge.round(nursery, dice, count)
            count.kills[judge.kind] += 1
    exports = judges[-1]
    assert isinstance(exports, ExportJudge)
    exports.export_again()
    return count
