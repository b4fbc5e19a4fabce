"""A disk that is full for a while: everything is told, nothing is lost, and it is saved when there is room."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.project.store import ProjectStore
from core.types import UInt8Array
from rpcm_gui.base.values import Message
from rpcm_gui.session.session import Session
from rpcm_gui.views.main_window import MainWindow
from tests.gui.conftest import OpenSession
from tests.helpers.fakes import HEIGHT, WIDTH, FakeEngines

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

Messages = list[Message]
STROKES = 8
"""More than fit into what is left of the pages that the project already has."""


def noise(seed: int) -> UInt8Array:
    """A mask of object 1 whose run lengths need many pages."""
    return np.random.default_rng(seed).integers(0, 2, (HEIGHT, WIDTH), np.uint8)


@pytest.fixture
def messages(session: Session) -> Messages:
    """What the session said."""
    told: Messages = []
    session.messagePosted.connect(told.append)
    return told


@pytest.fixture
def fill_disk(session: Session) -> Callable[[bool], None]:
    """Lets SQLite refuse any growth of the project, as on a full disk, or not any more."""

    def fill(full: bool) -> None:
        database = session.document.store._database
        ((pages,),) = database.query("PRAGMA page_count")
        database.query(f"PRAGMA max_page_count = {pages if full else 2**30}")

    return fill


def test_that_strokes_on_a_full_disk_are_kept_shown_and_saved_later(
    session: Session, project: Path, messages: Messages, fill_disk: Callable[[bool], None]
) -> None:
    session.editing.add_object("Cat")
    fill_disk(True)
    for index in range(STROKES):
        session.editing.commit_labels(index, noise(index), "Brush")
    assert 2 <= session.document.saver.waiting <= STROKES
    assert "full" in messages[0].text
    assert "kept in memory" in messages[0].hint
    assert all(np.array_equal(session.document.masks.labels(index), noise(index)) for index in range(STROKES))
    assert session.document.summary(STROKES - 1).annotated
    fill_disk(False)
    assert session.document.saver.flush()
    assert session.document.saver.waiting == 0
    assert messages[-1].level == "info"
    reader = ProjectStore.open(project, read_only=True)
    assert all(np.array_equal(reader.effective_labels(index), noise(index)) for index in range(STROKES))
    reader.close()


def test_that_the_next_change_saves_what_waits_and_undo_works_meanwhile(
    session: Session, project: Path, fill_disk: Callable[[bool], None]
) -> None:
    session.editing.add_object("Cat")
    session.editing.commit_labels(0, noise(0), "Brush")
    fill_disk(True)
    for index in range(2, STROKES):
        session.editing.commit_labels(index, noise(index), "Brush")
    session.editing.commit_labels(1, noise(1), "Brush")
    session.editing.commit_labels(0, noise(2), "Brush")
    assert session.document.saver.waiting >= 2
    session.undo_stack.undo()
    assert np.array_equal(session.document.masks.labels(0), noise(0))
    session.undo_stack.undo()
    assert not session.document.masks.labels(1).any()
    session.undo_stack.redo()
    fill_disk(False)
    session.editing.add_object("Dog")
    assert session.document.saver.waiting == 0
    reader = ProjectStore.open(project, read_only=True)
    assert [info.name for info in reader.objects.all()] == ["Cat", "Dog"]
    assert np.array_equal(reader.effective_labels(0), noise(0))
    assert np.array_equal(reader.effective_labels(1), noise(1))
    reader.close()


def test_that_a_run_stops_on_a_full_disk_and_goes_on_from_what_it_has(
    qtbot: QtBot, open_session: OpenSession, tmp_path: Path
) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    messages: Messages = []
    session.messagePosted.connect(messages.append)
    session.editing.add_object("Cat")
    session.editing.commit_labels(0, noise(0), "Brush")
    session.propagate("forward")
    engines.allow(2)
    qtbot.waitUntil(lambda: session.runs.state.done == 2)
    database = session.document.store._database
    ((pages,),) = database.query("PRAGMA page_count")
    database.query(f"PRAGMA max_page_count = {pages}")
    engines.allow(100)
    qtbot.waitUntil(lambda: not session.runs.state.running)
    assert any("full" in message.text for message in messages)
    waiting = session.document.saver.waiting
    assert waiting > 0
    session.propagate("forward")
    assert not session.runs.state.running
    database.query(f"PRAGMA max_page_count = {2**30}")
    assert session.document.saver.flush()
    filled = [index for index, summary in enumerate(session.document.summaries()) if summary.predicted]
    assert filled == list(range(1, len(filled) + 1))
    assert len(filled) >= 2 + waiting
    session.position.go_to(filled[-1])
    session.propagate("forward")
    qtbot.waitUntil(lambda: not session.runs.state.running)
    assert session.document.summary(session.frame_count - 1).predicted


def test_that_what_waits_is_saved_by_itself_once_there_is_room(
    qtbot: QtBot, session: Session, messages: Messages, fill_disk: Callable[[bool], None]
) -> None:
    session.document.saver._retry.setInterval(10)
    session.editing.add_object("Cat")
    fill_disk(True)
    for index in range(STROKES):
        session.editing.commit_labels(index, noise(index), "Brush")
    told = len(messages)
    with qtbot.waitSignal(session.document.saver._retry.timeout):
        pass
    assert len(messages) == told, "trying again in vain says nothing"
    fill_disk(False)
    qtbot.waitUntil(lambda: session.document.saver.waiting == 0)
    assert messages[-1] == Message("info", "All changes are saved again.")
    assert not session.document.saver._retry.isActive()


def test_that_a_failed_save_offers_to_try_again(
    qtbot: QtBot, session: Session, messages: Messages, fill_disk: Callable[[bool], None]
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.set_session(session)
    window.show()
    session.editing.add_object("Cat")
    fill_disk(True)
    for index in range(STROKES):
        session.editing.commit_labels(index, noise(index), "Brush")
    offer = window.findChild(QPushButton, "messages.action")
    assert offer is not None and offer.isVisible() and offer.text() == "Save now"
    offer.click()
    assert session.document.saver.waiting and messages[-1].level == "error"
    fill_disk(False)
    offer.click()
    assert session.document.saver.waiting == 0
    assert not offer.isVisible()
    window.action("file.save_now").trigger()
    assert messages[-1].text == "Everything is saved."
    window.set_session(None)


def test_that_a_stroke_for_which_memory_is_short_waits_and_is_saved_later(
    session: Session, project: Path, messages: Messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.editing.add_object("Cat")

    def short(*_arguments: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(session.document.store, "set_annotations", short)
        session.editing.commit_labels(3, noise(3), "Brush")
    assert "not enough memory" in messages[-1].text and "kept in memory" in messages[-1].hint
    assert session.document.saver.waiting == 1 and np.array_equal(session.document.masks.labels(3), noise(3))
    session.editing.commit_labels(4, noise(4), "Brush")
    assert session.document.saver.waiting == 0 and messages[-1].level == "info"
    with closing(ProjectStore.open(project, read_only=True)) as reader:
        assert all(np.array_equal(reader.effective_labels(index), noise(index)) for index in (3, 4))
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert not session.document.masks.labels(3).any() and not session.document.masks.labels(4).any()
