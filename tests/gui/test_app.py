"""The whole application but for the network: window, sessions, errors, closing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.formats import ExportOptions
from core.types import Frame
from rpcm_gui.app import Application
from rpcm_gui.base.settings import Settings
from rpcm_gui.base.values import BugReport, Message
from rpcm_gui.session.session import Session
from rpcm_gui.views.main_window import MainWindow
from tests.gui.conftest import OpenSession
from tests.gui.session.test_open_project import make_clip
from tests.helpers.fakes import FRAMES, FakeEngines, FakeSource

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


class Desk:
    """An application with what it told the user."""

    def __init__(self, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.engines = FakeEngines(gated=True)
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.messages: list[Message] = []
        self.bugs: list[BugReport] = []
        monkeypatch.setattr(self.window, "post", self.messages.append)
        monkeypatch.setattr(self.window, "show_bug", self.bugs.append)
        self.settings = Settings(folder / "settings.ini")
        self.application = Application(self.window, self.settings, self.engines)
        self.window.show()

    def session(self) -> Session:
        assert self.application.session is not None
        return self.application.session

    def open(self, qtbot: QtBot, path: Path) -> Session:
        """Open ``path`` and wait for its first frame."""
        with qtbot.waitSignal(self.application.opened, check_params_cb=lambda session: session is not None):
            self.application.open(path)
        with qtbot.waitSignal(self.session().frames.frame_ready):
            pass
        return self.session()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A running application without a project."""
    desk = Desk(qtbot, tmp_path, monkeypatch)
    yield desk
    desk.application.shut()


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """Six small frames."""
    return make_clip(tmp_path / "clip", frames=6, size=(64, 48))


def paint(session: Session, index: int) -> None:
    session.editing.add_object("Cat")
    after = session.document.masks.labels(index).copy()
    after[10:20, 10:20] = 1
    session.editing.commit_labels(index, after, "Brush")


def test_that_a_clip_opens_is_annotated_and_reopens_as_it_was(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    session = desk.open(qtbot, clip)
    paint(session, 0)
    desk.engines.allow(10)
    session.propagate("forward")
    qtbot.waitUntil(lambda: session.runs.state.done == 5)
    qtbot.waitUntil(lambda: not session.runs.state.running)
    session.position.go_to(3)
    left = [session.document.masks.labels(index).copy() for index in range(6)]
    desk.application.close_project()
    assert desk.application.session is None
    again = desk.open(qtbot, session.path)
    assert again.position.frame == 3
    assert all(np.array_equal(again.document.masks.labels(index), left[index]) for index in range(6))
    assert desk.settings.recent()[:2] == (session.path, clip)
    assert desk.messages == []


def test_that_opening_another_clip_closes_the_first_and_a_failed_opening_does_not(
    qtbot: QtBot, desk: Desk, clip: Path, tmp_path: Path
) -> None:
    first = desk.open(qtbot, clip)
    desk.application.open(tmp_path / "missing.mp4")
    qtbot.waitUntil(lambda: bool(desk.messages))
    assert "missing.mp4" in desk.messages[0].text
    assert desk.session() is first
    second = desk.open(qtbot, make_clip(tmp_path / "other"))
    assert second.title == "other"
    # The first one's lock is free again.
    assert desk.open(qtbot, clip).title == "clip"


def test_that_a_project_whose_clip_moved_asks_where_it_is(qtbot: QtBot, desk: Desk, clip: Path, tmp_path: Path) -> None:
    project = desk.open(qtbot, clip).path
    desk.application.close_project()
    # Deeper than is searched by itself.
    far = tmp_path / "disk" / "films" / "old"
    far.mkdir(parents=True)
    clip.rename(far / "moved")
    with qtbot.waitSignal(desk.application.relinkNeeded) as needed:
        desk.application.open(project)
    assert needed.args == [project, clip]
    with qtbot.waitSignal(desk.application.opened, check_params_cb=lambda session: session is not None):
        desk.application.relink(project, far / "moved")
    assert desk.session().media == far / "moved"


def test_that_what_nothing_caught_is_told_after_saving(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    session = desk.open(qtbot, clip)
    database = session.document.store._database
    ((pages,),) = database.query("PRAGMA page_count")
    session.editing.add_object("Cat")
    database.query(f"PRAGMA max_page_count = {pages}")
    noise = np.random.default_rng(0).integers(0, 2, (6, 48, 64), np.uint8)
    for index in range(6):
        session.editing.commit_labels(index, noise[index], "Brush")
    assert session.document.saver.waiting
    database.query(f"PRAGMA max_page_count = {2**30}")
    desk.application.rescue(KeyError("colour"))
    assert session.document.saver.waiting == 0
    assert "KeyError" in desk.bugs[0].details
    desk.application.rescue(UserError("The cable is out.", "Plug it in."))
    assert desk.messages[-1] == Message("error", "The cable is out.", "Plug it in.")


def test_that_closing_with_unsaved_changes_is_refused_once(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    session = desk.open(qtbot, clip)
    session.editing.add_object("Cat")
    database = session.document.store._database
    ((pages,),) = database.query("PRAGMA page_count")
    database.query(f"PRAGMA max_page_count = {pages}")
    noise = np.random.default_rng(0).integers(0, 2, (6, 48, 64), np.uint8)
    for index in range(6):
        session.editing.commit_labels(index, noise[index], "Brush")
    assert not desk.window.close()
    assert "only in memory" in desk.messages[-1].text
    assert desk.window.close()


def test_that_closing_the_window_during_a_run_keeps_what_is_done(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    session = desk.open(qtbot, clip)
    paint(session, 0)
    session.propagate("forward")
    desk.engines.allow(2)
    qtbot.waitUntil(lambda: session.runs.state.done == 2)
    assert desk.window.close()
    desk.application.shut()
    again = desk.open(qtbot, clip)
    assert [summary.predicted for summary in again.document.summaries()] == [False, True, True, False, False, False]


def test_that_a_copy_of_the_project_is_written(qtbot: QtBot, desk: Desk, clip: Path, tmp_path: Path) -> None:
    session = desk.open(qtbot, clip)
    paint(session, 2)
    desk.application.save_copy(tmp_path / "copy.rpcm")
    qtbot.waitUntil(lambda: any("copy.rpcm" in message.text for message in desk.messages))
    again = desk.open(qtbot, tmp_path / "copy.rpcm")
    assert again.path == tmp_path / "copy.rpcm"
    assert (again.document.masks.labels(2) == 1).sum() == 100


def test_that_an_export_is_written_in_the_background(qtbot: QtBot, desk: Desk, clip: Path, tmp_path: Path) -> None:
    session = desk.open(qtbot, clip)
    paint(session, 0)
    session.export("davis", tmp_path / "dataset")
    session.export("overlay", tmp_path / "overlay.mp4")
    assert "running" in desk.messages[0].text
    qtbot.waitUntil(lambda: any("Exported 6 frames" in message.text for message in desk.messages))
    assert len(list((tmp_path / "dataset").rglob("*.png"))) == 6
    session.export("overlay", tmp_path / "dataset")
    qtbot.waitUntil(lambda: desk.messages[-1].level == "error")


FAR = FRAMES - 1


class ShortOfMemory(FakeSource):
    """A frame that is not read ahead does not fit into memory the first time that it is read."""

    def read(self, index: int) -> Frame:
        if index == FAR and FAR not in self.reads:
            self.reads.append(index)
            raise MemoryError
        return super().read(index)


def test_that_a_frame_for_which_memory_is_short_is_a_message_and_can_be_read_later(
    qtbot: QtBot, open_session: OpenSession
) -> None:
    session = open_session(source=ShortOfMemory())
    messages: list[Message] = []
    session.failed.connect(messages.append)
    paint(session, FAR)
    session.position.go_to(FAR)
    qtbot.waitUntil(lambda: bool(messages))
    assert "memory" in messages[0].text and messages[0].hint
    session.position.go_to(0)
    with qtbot.waitSignal(session.frames.frame_ready, check_params_cb=lambda frame: frame.index == FAR):
        session.position.go_to(FAR)
    assert session.document.masks.labels(FAR).any()


def test_that_memory_that_ends_in_the_window_itself_is_a_message(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    session = desk.open(qtbot, clip)
    paint(session, 1)
    desk.application.rescue(MemoryError())
    assert desk.bugs == [] and "memory" in desk.messages[-1].text and desk.messages[-1].hint
    assert session.document.saver.waiting == 0 and session.document.masks.labels(1).any()


def test_that_an_export_for_which_memory_is_short_is_a_message(
    qtbot: QtBot, desk: Desk, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def short(*_arguments: object, **_options: object) -> None:
        raise RuntimeError("could not create a primitive")

    session = desk.open(qtbot, clip)
    paint(session, 1)
    monkeypatch.setattr("rpcm_gui.session.export.opened_clip", short)
    session.export("davis", tmp_path / "out", ExportOptions())
    qtbot.waitUntil(lambda: bool(desk.messages))
    assert desk.bugs == [] and "memory" in desk.messages[-1].text
    assert session.document.masks.labels(1).any()
