"""A project that was closed leaves nothing behind: no thread, no open file, no database, no object of ours."""

from __future__ import annotations

import gc
import sqlite3
import sys
import weakref
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool
from pytestqt.qtbot import QtBot

from rpcm_gui.app import Application
from rpcm_gui.base.settings import Settings
from rpcm_gui.session.session import Session
from rpcm_gui.views.main_window import MainWindow
from tests.helpers.fakes import FakeEngines
from tests.helpers.media import make_video

PATIENCE = 60_000
"""Milliseconds before a wait is given up: another process may hold the machine."""
ROUNDS = 10
SETTLED = 3
"""After so many rounds everything that is made once for the whole process is there."""

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="threads and files are read from /proc")


@dataclass(frozen=True)
class Holdings:
    """What this process holds: threads by name, open files by target, databases, our objects and the window's parts."""

    threads: Counter[str]
    files: Counter[str]
    databases: int
    ours: Counter[str]
    parts: int

    @classmethod
    def now(cls, window: MainWindow) -> Self:
        """Count, once everything that may go has gone."""
        settle()
        alive = gc.get_objects()
        return cls(
            threads=Counter(_threads()),
            files=Counter(_files()),
            databases=sum(issubclass(type(one), sqlite3.Connection) for one in alive),
            ours=Counter(type(one).__qualname__ for one in alive if _is_ours(one)),
            parts=len(window.findChildren(QObject)),
        )


def settle() -> None:
    """Let idle pool threads end, objects that were to be deleted later be deleted, and cycles be collected."""
    QThreadPool.globalInstance().waitForDone()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


def _is_ours(one: object) -> bool:
    kind = type(one)
    return issubclass(kind, QObject) and kind.__module__.startswith("rpcm_gui")


def _threads() -> list[str]:
    folder = Path("/proc/self/task")
    return [(one / "comm").read_text().strip() for one in folder.iterdir()] if folder.exists() else []


def _files() -> list[str]:
    folder = Path("/proc/self/fd")
    return [_target(link) for link in list(folder.iterdir())] if folder.exists() else []


def _target(link: Path) -> str:
    """Where an open file leads, pipes and the like without their number; the folder that was listed is closed again."""
    try:
        return str(link.readlink()).partition(":[")[0]
    except FileNotFoundError:
        return "closed again"


class Desk:
    """A running application that opens, uses and closes one clip over and over."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.bot = qtbot
        self.clip = make_video(folder / "clip.mp4", frames=12)
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.window.show()
        self.application = Application(self.window, Settings(folder / "settings.ini"), FakeEngines())

    def use_once(self) -> weakref.ref[Session]:
        """Open the clip, paint, run, look at every frame, undo, close; a weak reference to what was closed."""
        with self.bot.waitSignal(
            self.application.opened, check_params_cb=lambda session: session is not None, timeout=PATIENCE
        ):
            self.application.open(self.clip)
        session = self.application.session
        assert session is not None
        self._annotate(session)
        gone = weakref.ref(session)
        del session
        self.application.close_project()
        assert self.application.session is None
        return gone

    def _annotate(self, session: Session) -> None:
        object_id = session.editing.add_object(None)
        labels = session.document.masks.labels(0).copy()
        labels[10:20, 10:20] = object_id
        session.editing.commit_labels(0, labels, "Brush")
        session.propagate("forward")
        self.bot.waitUntil(
            lambda: not session.runs.state.running and session.document.summary(11).predicted, timeout=PATIENCE
        )
        for index in (3, 11, 0):
            with self.bot.waitSignal(session.frames.frame_ready, timeout=PATIENCE):
                session.position.go_to(index)
        session.undo_stack.undo()
        self.bot.waitUntil(lambda: not session.ranges.busy, timeout=PATIENCE)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    made.application.shut()


@linux_only
def test_that_opening_using_and_closing_a_project_ten_times_leaves_nothing_behind(desk: Desk) -> None:
    closed = [desk.use_once() for _ in range(SETTLED)]
    before = Holdings.now(desk.window)
    closed += [desk.use_once() for _ in range(ROUNDS - SETTLED)]
    after = Holdings.now(desk.window)
    assert after.threads - before.threads == Counter()
    assert after.files - before.files == Counter()
    assert after.databases <= before.databases
    assert after.ours - before.ours == Counter()
    assert after.parts <= before.parts
    assert [session() for session in closed] == [None] * ROUNDS


@linux_only
def test_that_a_closed_project_holds_neither_its_file_nor_its_video_nor_a_database(desk: Desk) -> None:
    databases = sum(issubclass(type(one), sqlite3.Connection) for one in gc.get_objects())
    desk.use_once()
    after = Holdings.now(desk.window)
    assert not [name for name in after.files if str(desk.clip.parent) in name]
    assert after.databases <= databases
    assert after.ours["Session"] == 0


@linux_only
def test_that_the_check_sees_what_is_held_on_to(desk: Desk) -> None:
    before = Holdings.now(desk.window)
    with desk.bot.waitSignal(
        desk.application.opened, check_params_cb=lambda session: session is not None, timeout=PATIENCE
    ):
        desk.application.open(desk.clip)
    held = Holdings.now(desk.window)
    assert held.databases > before.databases
    assert held.ours["Session"] == before.ours["Session"] + 1
    assert (held.threads - before.threads).total() > 0
    assert any(name.endswith(".rpcm") for name in held.files - before.files)
