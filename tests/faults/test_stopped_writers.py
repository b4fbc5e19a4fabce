"""A writer that is stopped at any step of the system leaves the old or the new, and the next one tidies up."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

import core.files
from core.errors import UserError
from core.files import staged_folder, sweep
from core.files.exchange import exchange
from core.files.owned import refuse_overwrite
from core.formats import ExportOptions
from core.training.checkpoint import load_state, write_state
from tests.faults.killing import REPOSITORY, tree
from tests.helpers.datasets import clip_of, export

CLIP = clip_of([np.eye(4, 5, number, dtype=np.uint8) for number in range(2)])
FIRST, AGAIN = ExportOptions(range=(0, 0), pictures=False), ExportOptions(overwrite=True, pictures=False)
WHOLE = ExportOptions(pictures=False)
STEPS = ("rename", "replace", "unlink", "rmdir", "mkdir", "open")


class KilledError(BaseException):
    """Nothing happens after it, not even tidying up."""


class Steps:
    """Counts what is asked of the system, and lets nothing more happen from step ``last`` on."""

    def __init__(self, last: int | None) -> None:
        self.count = 0
        self._last = last

    def of(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """``call`` as a step."""

        def step(*given: Any, **named: Any) -> Any:
            self.count += 1
            if self._last is not None and self.count > self._last:
                raise KilledError
            return call(*given, **named)

        return step


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder, whose maker may be about to go on, is otherwise left for a minute."""
    monkeypatch.setattr(core.files, "_YOUNG_SECONDS", -1.0)


@contextmanager
def stopped(last: int | None, can_exchange: bool) -> Iterator[Steps]:
    """Stop anyone who writes in the block after ``last`` steps; None lets it finish."""
    steps = Steps(last)
    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, steps.of(getattr(os, name)))
        patch.setattr(io, "open", steps.of(io.open))
        patch.setattr(core.files, "exchange", steps.of(exchange if can_exchange else lambda _one, _other: False))
        yield steps


def rewrite(out: Path, last: int | None, can_exchange: bool) -> int:
    """Export over an earlier export, stopped after ``last`` steps; returns how many were taken."""
    with stopped(last, can_exchange) as steps:
        try:
            export(CLIP, "masks", out, AGAIN)
        except KilledError:
            assert last is not None
    return steps.count


@pytest.mark.parametrize("can_exchange", [True, False], ids=["exchange", "two renames"])
def test_that_an_overwrite_stopped_at_any_step_leaves_the_old_or_the_new(tmp_path: Path, can_exchange: bool) -> None:
    export(CLIP, "masks", tmp_path / "old", FIRST)
    export(CLIP, "masks", tmp_path / "new", WHOLE)
    old, new = tree(tmp_path / "old"), tree(tmp_path / "new")
    place = tmp_path / "place"
    place.mkdir()
    export(CLIP, "masks", place / "out", FIRST)
    steps = rewrite(place / "out", None, can_exchange)
    seen = set()
    for last in range(steps):
        folder = tmp_path / f"stopped-{last}"
        folder.mkdir()
        out = folder / "out"
        export(CLIP, "masks", out, FIRST)
        rewrite(out, last, can_exchange)
        if can_exchange:
            assert tree(out) in (old, new), last
        notes = sweep(out)
        assert tree(out) in (old, new), last
        seen.add(tree(out) == new)
        assert [each.name for each in folder.iterdir()] == ["out"], last
        assert all("interrupted" in note for note in notes)
        export(CLIP, "masks", out, AGAIN)
        assert tree(out) == new, last
    assert seen == {True, False}


def test_that_what_was_put_aside_is_put_back_and_reported(tmp_path: Path) -> None:
    export(CLIP, "masks", tmp_path / "0" / "out", FIRST)
    old = tree(tmp_path / "0" / "out")
    steps = rewrite(tmp_path / "0" / "out", None, can_exchange=False)
    for last in range(steps, 0, -1):
        out = tmp_path / str(last) / "out"
        export(CLIP, "masks", out, FIRST)
        rewrite(out, last, can_exchange=False)
        if not out.exists():
            break
    assert not out.exists()
    (note,) = sweep(out)
    assert "restored" in note and tree(out) == old


def test_that_the_old_folder_comes_back_where_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    export(CLIP, "masks", out, FIRST)
    before = tree(out)
    renamed = Path.rename

    def refuse_new(path: Path, target: Path) -> Path:
        if target == out and path.name == "out":
            raise OSError(28, "No space left on device")
        return renamed(path, target)

    monkeypatch.setattr(core.files, "exchange", lambda _one, _other: False)
    monkeypatch.setattr(Path, "rename", refuse_new)
    with pytest.raises(UserError, match="disk is full"):
        export(CLIP, "masks", out, AGAIN)
    assert tree(out) == before
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_that_the_old_folder_stands_until_the_new_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one step, by renaming: a reader never sees a part, and the folder that was written is the one there."""
    out = tmp_path / "out"
    export(CLIP, "masks", out, FIRST)
    earlier = refuse_overwrite(out, overwrite=True)
    assert earlier is not None
    seen: list[bool] = []
    for name in ("unlink", "rmdir", "rename", "replace"):
        monkeypatch.setattr(os, name, _watched(getattr(os, name), out, seen))
    with staged_folder(out) as staged:
        (staged.path / "new").write_bytes(b"new")
        number = staged.path.stat().st_ino
        staged.commit(earlier.refuse_changed)
        assert out.stat().st_ino == number
        assert not (staged.path / "new").exists()
    assert all(seen) and tree(out) == {"new": b"new"}


def _watched(call: Callable[..., Any], out: Path, seen: list[bool]) -> Callable[..., Any]:
    def step(*given: Any, **named: Any) -> Any:
        seen.append(len(list(out.rglob("*.png"))) == 1 or (out / "new").is_file())
        return call(*given, **named)

    return step


# --- Training state --------------------------------------------------------------------------------------------------


def state(step: int) -> dict[str, Any]:
    """What a run saves, made small."""
    parts = {name: {"w": torch.full((64, 64), float(step))} for name in ("network", "average")}
    return {**parts, "optimiser": {}, "step": step, "spent": 0.0, "config": "{}"}


def test_that_a_saving_stopped_at_any_step_leaves_the_old_or_the_new_state(tmp_path: Path) -> None:
    path = tmp_path / "run" / "state.pt"
    write_state(path, state(1))
    with stopped(None, can_exchange=True) as steps:
        write_state(path, state(2))
    seen = set()
    for last in range(steps.count):
        write_state(path, state(1))
        with stopped(last, can_exchange=True), pytest.raises(KilledError):
            write_state(path, state(2))
        found = load_state(path)
        seen.add(found["step"])
        assert float(found["network"]["w"][0, 0]) == found["step"]
    assert seen == {1, 2}
    write_state(path, state(3))
    assert [each.name for each in path.parent.iterdir()] == ["state.pt"]


# --- kill -9 ---------------------------------------------------------------------------------------------------------

EXPORTING = """
import numpy as np, sys
from core.formats import ExportOptions
from tests.helpers.datasets import clip_of, export
clip = clip_of([np.eye(40, 50, number, dtype=np.uint8) for number in range(6)])
print("ready", flush=True)
for number in range(10**6):
    export(clip, "masks", __import__("pathlib").Path(sys.argv[1]), ExportOptions(range=(0, number % 6), overwrite=True))
"""
TRAINING = """
import sys
from pathlib import Path
from core.training.checkpoint import write_state
from tests.faults.test_stopped_writers import state
print("ready", flush=True)
for number in range(1, 10**6):
    write_state(Path(sys.argv[1]), state(number))
"""


def kill(program: str, place: Path, seconds: float) -> None:
    """Run ``program`` with ``place`` and kill it ``seconds`` after it is ready."""
    command = [sys.executable, "-c", program, str(place)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=REPOSITORY, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        end = time.monotonic() + 60
        while not place.exists() and time.monotonic() < end:
            time.sleep(0.001)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is Unix's")
def test_that_a_killed_overwrite_leaves_a_whole_export(tmp_path: Path) -> None:
    clip = clip_of([np.eye(40, 50, number, dtype=np.uint8) for number in range(6)])
    whole = []
    for last in range(6):
        export(clip, "masks", tmp_path / "whole" / str(last), ExportOptions(range=(0, last)))
        whole.append(tree(tmp_path / "whole" / str(last)))
    for seconds in (0.003, 0.02, 0.05, 0.11):
        out = tmp_path / "place" / "out"
        kill(EXPORTING, out, seconds)
        assert tree(out) in whole
        export(clip, "masks", out, ExportOptions(range=(0, 2), overwrite=True))
        assert tree(out) == whole[2]
        assert all(each.name == "out" or not list(each.iterdir()) for each in out.parent.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is Unix's")
def test_that_killed_training_leaves_a_whole_state(tmp_path: Path) -> None:
    path = tmp_path / "run" / "state.pt"
    for seconds in (0.004, 0.03):
        kill(TRAINING, path, seconds)
        found = load_state(path)
        assert found["step"] >= 1 and float(found["average"]["w"].max()) == found["step"]
