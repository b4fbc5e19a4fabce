"""Flushes to the disk happen beside the thread that commits, and nothing committed hangs on them."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from core.project.store import ProjectStore, SourceReference
from core.types import ObjectInfo

HEIGHT, WIDTH = 8, 12
REPOSITORY = Path(__file__).resolve().parents[3]

KILLED = """
import os, signal, sys, threading
from pathlib import Path
import numpy as np
from core.project.store import ProjectStore

os.fsync = lambda descriptor: threading.Event().wait()
store = ProjectStore.open(Path(sys.argv[1]))
for frame in range(5):
    store.set_annotations(frame, {1: np.ones((8, 12), bool)})
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "clip.rpcm"
    ProjectStore.create(path, SourceReference(tmp_path / "clip.mp4", "f00d", 20, HEIGHT, WIDTH, 25.0)).close()
    with closing(ProjectStore.open(path)) as store:
        store.objects.add(ObjectInfo(1, "Cat", (255, 0, 0)))
    return path


def draw(store: ProjectStore, frame: int) -> None:
    store.set_annotations(frame, {1: np.ones((HEIGHT, WIDTH), np.bool_)})


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_that_a_commit_does_not_wait_for_the_disk(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushes: list[tuple[int, str]] = []
    begun, go = threading.Event(), threading.Event()
    fsync = os.fsync

    def slow(descriptor: int) -> None:
        flushes.append((threading.get_ident(), str(Path(f"/proc/self/fd/{descriptor}").readlink())))
        begun.set()
        assert go.wait(30)
        fsync(descriptor)

    with closing(ProjectStore.open(project)) as store:
        monkeypatch.setattr(os, "fsync", slow)
        for frame in range(10):
            draw(store, frame)
        assert begun.wait(30)
        assert store.annotated_frames() == tuple(range(10)), "ten commits while the first flush has not ended"
        with closing(ProjectStore.open(project, read_only=True)) as reader:
            assert reader.annotated_frames() == tuple(range(10))
        go.set()
    assert 1 <= len(flushes) <= 3, "commits that came meanwhile share a flush"
    assert {thread for thread, _ in flushes} != {threading.get_ident()}
    assert {file for _, file in flushes} == {f"{project}-wal"}


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_that_what_was_committed_survives_a_kill_before_any_flush(project: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, str(project)], cwd=REPOSITORY, check=False)
    assert killed.returncode == -9
    with closing(ProjectStore.open(project)) as store:
        assert store.annotated_frames() == tuple(range(5))
        assert store.effective_labels(4).all()


def test_that_after_a_failed_flush_commits_flush_themselves(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    failed = threading.Event()

    def broken(descriptor: int) -> None:
        failed.set()
        raise OSError(5, "Input/output error")

    with closing(ProjectStore.open(project)) as store:
        monkeypatch.setattr(os, "fsync", broken)
        draw(store, 0)
        assert failed.wait(30)
        flusher = store._database._flusher
        assert flusher is not None
        flusher._thread.join(30)
        assert flusher.failed
        draw(store, 1)
        assert store._database.query("PRAGMA synchronous") == [(2,)], "FULL: the disk's error would be told"
    assert "cannot be flushed" in caplog.text
    with closing(ProjectStore.open(project)) as store:
        assert store.annotated_frames() == (0, 1)


def test_that_closing_flushes_what_was_committed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    with closing(ProjectStore.open(project)) as store:
        monkeypatch.setattr(os, "fsync", flushed.append)
        draw(store, 3)
    assert flushed
    assert not project.with_name(f"{project.name}-wal").exists()
