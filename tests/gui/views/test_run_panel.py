"""The propagation panel: runs that wait, a pause, chosen objects, memory, and who follows whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from rpcm_gui.base.values import MemoryUse, QueuedRun, RunState
from rpcm_gui.views.main_window import MainWindow
from tests.helpers.fake_session import FakeSession

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def session() -> FakeSession:
    made = FakeSession()
    made.editing.add_object("Cat")
    made.editing.add_object("Dog & Bone")
    return made


@pytest.fixture
def window(qtbot: QtBot, session: FakeSession) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    made.set_session(session.real())
    made.show()
    return made


def texts(window: MainWindow) -> set[str]:
    return {label.text() for label in window.workspace.run.findChildren(QLabel)}


def test_that_runs_that_wait_are_listed_and_can_be_taken_off(window: MainWindow, session: FakeSession) -> None:
    queue = window.findChild(QWidget, "run.queue")
    assert queue is not None and not queue.isVisible()
    waiting = (QueuedRun(4, "Backward from frame 9 to 2"), QueuedRun(5, "Forward from frame 9 to 19"))
    session.runs.show(RunState(running=True, total=5, queue=waiting))
    assert queue.isVisible()
    assert "Next: Backward from frame 9 to 2" in texts(window)
    remove = window.findChild(QToolButton, "run.queue.remove.5")
    assert remove is not None
    remove.click()
    assert session.calls[-1] == ("remove", 5)
    session.runs.show(RunState())
    assert not queue.isVisible()


def test_that_a_run_can_be_paused_and_go_on(window: MainWindow, session: FakeSession) -> None:
    pause = window.findChild(QPushButton, "run.pause")
    assert pause is not None and not pause.isEnabled()
    running = RunState(running=True, done=2, total=5, fps=2.0, seconds_left=9.0)
    session.runs.show(running)
    assert "0:09" in texts(window)
    pause.click()
    assert session.calls[-1] == ("pause", True)
    session.runs.show(replace(running, paused=True))
    assert pause.text() == "Go on"
    assert "0:09" not in texts(window), "nobody knows when somebody will let it go on"
    pause.click()
    assert session.calls[-1] == ("pause", False)


def test_that_the_memory_of_device_and_pool_is_told(window: MainWindow, session: FakeSession) -> None:
    session.runs.show(RunState(running=True, total=5, pool_frames=3))
    assert "3" in texts(window)
    use = MemoryUse(used=2 * 2**30, total=8 * 2**30, pool=30 * 2**20)
    session.runs.show(RunState(running=True, total=5, pool_frames=3, memory=use))
    assert {"2.0 / 8.0", "3", "30.0"} <= texts(window)
    session.runs.show(RunState(running=True, total=5, memory=replace(use, total=0)))
    assert "2.0" in texts(window)


def test_that_objects_are_chosen_from_a_list(window: MainWindow, session: FakeSession) -> None:
    button, menu = window.findChild(QToolButton, "run.objects"), window.findChild(QMenu, "run.objects.menu")
    assert button is not None and menu is not None
    assert button.text() == "All objects"

    def tick(number: int) -> None:
        menu.aboutToShow.emit()
        action = menu.findChild(QAction, f"run.objects.{number}")
        assert action is not None
        action.trigger()

    tick(2)
    assert session.launcher.objects == frozenset({2})
    assert button.text() == "Dog && Bone"
    session.editing.add_object("Bird")
    tick(3)
    assert button.text() == "2 objects"
    tick(1)
    assert session.launcher.objects is None, "all of them is no choice"
    tick(1)
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert session.launcher.objects is None


@pytest.mark.parametrize("loading", [True, False])
def test_that_going_elsewhere_stops_following_also_while_it_loads(
    window: MainWindow, session: FakeSession, loading: bool
) -> None:
    follow = window.findChild(QCheckBox, "run.follow")
    assert follow is not None
    session.runs.show(RunState(running=True, text="Loading the network"))
    if not loading:
        session.runs.show(RunState(running=True, done=1, total=5, frame=1))
        assert session.position.frame == 1
    session.position.go_to(12)
    assert not follow.isChecked()
    session.runs.show(RunState(running=True, done=2, total=5, frame=2))
    assert session.position.frame == 12


@pytest.mark.parametrize(
    ("key", "modifier", "call"),
    [
        (Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier, "forward"),
        (Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier, "backward"),
        (Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier, "both"),
    ],
)
def test_that_keys_propagate_to_the_next_seed(
    qtbot: QtBot,
    window: MainWindow,
    session: FakeSession,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    call: str,
) -> None:
    QTest.keyClick(window, key, modifier)
    assert session.calls[-1] == ("propagate", call, "to the next seed")
