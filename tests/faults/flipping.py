"""Flips one bit of a project at a time and judges what the program makes of it."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import UserError
from core.project.integrity import examine
from core.project.maintenance.repair import salvage
from core.project.store import ProjectStore
from tests.faults.killing import new_project
from tests.helpers.fakes import FRAMES, HEIGHT, WIDTH, result

SILENT = ("used, silently wrong", "repaired, silently wrong")


def make(folder: Path, media: Path | None = None) -> Path:
    """A project of a fake clip, or of a video of that size, with something in every table, most of it masks."""
    path = new_project(folder / "whole.rpcm", media)
    dice = np.random.default_rng(5)
    with closing(ProjectStore.open(path)) as store:
        run = store.begin_run({"direction": "forward"})
        for frame in range(FRAMES):
            store.add_prediction(result(run, frame, dice.integers(0, 3, (HEIGHT, WIDTH), np.uint8)))
            store.set_annotations(frame, {3: dice.random((HEIGHT, WIDTH)) > 0.5})
            store.history.record(f"Brush {frame}", frame)
            store.set_reviewed(frame, frame % 4 == 0)
        store.state.set("frame", 3)
    return path


def content(path: Path) -> list[object]:
    """Everything that a project says to its user. Raises UserError where it is told to be damaged."""
    with closing(ProjectStore.open(path)) as store:
        timeline = store.summaries()
        found: list[object] = [store.objects.all(), store.runs.all(), store.history.latest(), store.source.reference]
        found += [store.state.get("frame"), store.presence.between(0, FRAMES - 1).keys()]
        found += [timeline.reviewed.tobytes(), timeline.predicted.tobytes(), timeline.unsure_share.tobytes()]
        for frame in range(FRAMES):
            found += [store.effective_labels(frame).tobytes(), store.view.review(frame), store.runs.scores(frame, 1)]
            found += [_bytes(store.effective_reliability(frame)), _bytes(store.effective_entropy(frame))]
            found += [store.runs.pool(frame, 1)]
        return found


def _bytes(array: npt.NDArray[Any] | None) -> bytes | None:
    return None if array is None else array.tobytes()


def flip_many(folder: Path, flips: int, seed: int) -> Counter[str]:
    """Flip ``flips`` random bits, each in a fresh copy, and count what became of them."""
    whole = make(folder)
    data, expected = whole.read_bytes(), content(whole)
    dice, count = random.Random(seed), Counter[str]()
    for number in range(flips):
        place = folder / str(number)
        place.mkdir()
        damaged = bytearray(data)
        damaged[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        path = place / "flipped.rpcm"
        path.write_bytes(damaged)
        used, checked = _use(path, expected), _check(path)
        count[used] += 1
        count["noticed by check" if checked else "not noticed by check"] += 1
        if used != "used, all right" or checked:
            path.write_bytes(damaged)
            count[_repair(path, place / "repaired.rpcm", expected)] += 1
    return count


def _use(path: Path, expected: list[object]) -> str:
    try:
        return "used, all right" if content(path) == expected else SILENT[0]
    except UserError:
        return "used, told"


def _check(path: Path) -> bool:
    try:
        return examine(path, lambda done, total: None) != ()
    except UserError:
        return True


def _repair(path: Path, target: Path, expected: list[object]) -> str:
    try:
        done = salvage(path, target)
    except UserError:
        return "repair refused"
    assert examine(target, lambda done, total: None) == ()
    if content(target) == expected:
        return "repaired whole" if done.complete else "repaired whole, doubts told"
    return SILENT[1] if done.complete else "repaired, loss told"
