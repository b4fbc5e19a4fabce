"""What a crash must not forget: the place, the tools in hand, how the picture is looked at."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QSlider
from pytestqt.qtbot import QtBot

from core.project.store import ProjectStore
from core.types import ObjectInfo
from rpcm_gui.base.stored_state import sound
from rpcm_gui.model.position import StateWriter
from rpcm_gui.session.session import Session
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.timeline.track import Window
from rpcm_gui.views.view_state import KINDS, ViewMemory
from rpcm_gui.views.widgets.tool_state import Mode
from tests.gui.test_app import Desk, clip, desk, paint

__all__ = ["clip", "desk"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def written(project: Path, key: str) -> Any:
    """What another connection reads, as after a crash of this one."""
    reader = ProjectStore.open(project, read_only=True)
    value = reader.state.get(key)
    reader.close()
    return value


def test_that_a_place_is_written_down_the_moment_it_is_reached(session: Session, project: Path) -> None:
    session.position.go_to(7)
    assert written(project, "position")["frame"] == 7


def test_that_a_flurry_of_places_ends_with_the_last_one(qtbot: QtBot, session: Session, project: Path) -> None:
    for index in range(1, 15):
        session.position.go_to(index)
    assert written(project, "position")["frame"] == 1
    qtbot.waitUntil(lambda: written(project, "position")["frame"] == 14)


def test_that_notes_on_a_full_disk_or_a_read_only_project_wait_and_disturb_nobody(project: Path) -> None:
    store = ProjectStore.open(project)
    ((pages,),) = store._database.query("PRAGMA page_count")
    store._database.query(f"PRAGMA max_page_count = {pages}")
    jotter = StateWriter(store)
    jotter.note("long", "x" * 100_000)
    store._database.query(f"PRAGMA max_page_count = {2**30}")
    jotter.note("short", 1)
    assert store.state.get("short") == 1
    assert len(store.state.get("long")) == 100_000
    store.close()
    reader = ProjectStore.open(project, read_only=True)
    StateWriter(reader).note("short", 2)
    assert reader.state.get("short") == 1
    reader.close()


def look(desk: Desk) -> None:
    """Take the eraser, change its size, the overlays and the zoom."""
    window = desk.window
    window.action("tool.eraser").trigger()
    window.workspace.tool_state.set_size(31)
    window.action("view.reliability").trigger()
    window.action("view.masks").trigger()
    window.workspace.canvas.zoom_by(2.0, QPointF(100, 100))


def unlook(desk: Desk) -> None:
    """Everything otherwise."""
    window = desk.window
    window.action("tool.pan").trigger()
    window.workspace.tool_state.set_size(5)
    window.action("view.reliability").trigger()
    window.action("view.masks").trigger()
    window.workspace.canvas.fit()


def test_that_a_project_is_looked_at_as_it_was(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    session = desk.open(qtbot, clip)
    canvas, project = desk.window.workspace.canvas, session.path
    look(desk)
    session.jotter.save()
    seen, state = canvas.viewport, written(project, "view")
    desk.application.close_project()
    unlook(desk)
    desk.open(qtbot, clip)
    window = desk.window
    assert window.workspace.tool_state.tool == "eraser"
    assert window.action("tool.eraser").isChecked()
    assert window.workspace.tool_state.size == 31
    assert window.action("view.reliability").isChecked() and not window.action("view.masks").isChecked()
    assert canvas.overlay_style.reliability and not canvas.overlay_style.masks
    assert canvas.viewport == seen
    assert written(project, "view") == state


def test_that_a_fitted_picture_is_fitted_again(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    session = desk.open(qtbot, clip)
    desk.window.workspace.canvas.zoom_by(2.0)
    desk.window.workspace.canvas.fit()
    session.jotter.save()
    assert written(session.path, "view")["look"] is None
    desk.application.close_project()
    desk.open(qtbot, clip)
    assert desk.window.workspace.canvas.fitted


def test_that_a_view_of_a_newer_program_opens_all_the_same(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    session = desk.open(qtbot, clip)
    session.remember_view({"tool": "hologram", "masks": True})
    desk.application.close_project()
    desk.open(qtbot, clip)
    assert desk.messages == []
    assert desk.window.workspace.tool_state.tool == "brush"


CHOICES: dict[str, Any] = {
    "masks": False, "reliability": True, "outline": True, "entropy": True, "onion": True, "wipe": True, "side": False,
    "minimap": False, "grid": False, "brightness": 30, "contrast": -20, "gamma": 50, "opacity": 0.8,
    "compare": "entropy", "threshold": 0.35, "wipe_at": 0.25, "tool": "lasso", "size": 77,
    "options": {"mode": "background", "square": True, "pressure": False, "tolerance": 9, "joined": False, "amount": 5},
    "filmstrip": False, "frames": [0, 6], "look": None,
}  # fmt: skip


def choose(desk: Desk) -> None:
    """Make every choice of ``CHOICES`` as the user would."""
    window = desk.window
    for name, wanted in CHOICES.items():
        if isinstance(wanted, bool) and window.action(f"view.{name}").isChecked() != wanted:
            window.action(f"view.{name}").trigger()
    window.action("compare.entropy").trigger()
    window.action("tool.lasso").trigger()
    tools, canvas = window.workspace.tool_state, window.workspace.canvas
    tools.set_size(77)
    tools.change(mode=Mode.BACKGROUND, square=True, pressure=False, tolerance=9, joined=False, amount=5)
    for name in ("brightness", "contrast", "gamma"):
        slider(desk, f"display.{name}").setValue(CHOICES[name])
    slider(desk, "display.threshold").setValue(35)
    slider(desk, "tools.opacity").setValue(80)
    canvas.move_wipe(canvas.width() / 4)


def slider(desk: Desk, name: str) -> QSlider:
    found = desk.window.findChild(QSlider, name)
    assert isinstance(found, QSlider)
    return found


def test_that_every_choice_of_the_view_is_written_down_and_comes_back(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    session = desk.open(qtbot, clip)
    plain = {**desk.application._memory._state()}
    choose(desk)
    session.jotter.save()
    assert written(session.path, "view") == CHOICES
    desk.application.close_project()
    desk.application._memory._restore(plain)
    assert desk.application._memory._state()["tool"] == "brush"
    desk.open(qtbot, clip)
    state = desk.application._memory._state()
    assert {**state, "wipe_at": round(state["wipe_at"], 3)} == CHOICES
    canvas = desk.window.workspace.canvas
    assert canvas.overlay_style.threshold == 0.35 and canvas.overlay_style.compare == "entropy"
    assert not canvas.show_grid and not desk.window.workspace.timeline.filmstrip.isVisible()
    desk.application._memory._restore(plain)


def test_that_the_part_of_the_timeline_comes_back(memory: ViewMemory, session: Session) -> None:
    memory._window.set_session(session)
    slider = memory._window.workspace.timeline.slider
    slider.show_window(Window(2, 12))
    state = memory._state()
    slider.show_window(Window(0, session.frame_count))
    memory._restore(state)
    assert slider.shown == Window(2, 12)
    memory._window.set_session(None)


@given(
    st.dictionaries(
        st.sampled_from([*CHOICES, "other"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
            max_leaves=4,
        ),
    )
)
def test_that_whatever_another_program_wrote_opens_all_the_same(
    memory: ViewMemory, qapp: QApplication, saved: dict[str, Any]
) -> None:
    memory._restore(sound(saved, KINDS).values)
    assert set(memory._state()) == set(CHOICES)


@pytest.fixture(scope="module")
def memory(qapp: QApplication) -> Iterator[ViewMemory]:
    window = MainWindow()
    yield ViewMemory(window, window)
    window.deleteLater()


BROKEN = {
    "no table": "[1, 2]",
    "text": '"frame"',
    "null": "null",
    "other kinds": '{"frame": "three", "object": [], "range": [0, "x"], "tool": 5, "look": {}, "frames": [1]}',
    "infinite": '{"frame": Infinity, "range": [-Infinity, NaN], "size": 1e999, "frames": [0, Infinity]}',
    "huge": json.dumps({"frame": 10**400, "range": [0, 10**30], "threshold": 1e12, "look": [1, 1e30, 0]}),
}


@pytest.mark.parametrize("kept", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("key", ["position", "view"])
def test_that_a_project_with_a_broken_view_opens_without_it_and_says_so(
    qtbot: QtBot, desk: Desk, clip: Path, key: str, kept: str
) -> None:
    session = desk.open(qtbot, clip)
    paint(session, 2)
    drawn, project = session.document.masks.labels(2).copy(), session.path
    session.position.set_range(1, 4)
    desk.application.close_project()
    with closing(sqlite3.connect(project)) as database:
        database.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, kept))
        database.commit()
    again = desk.open(qtbot, project)
    assert [message.level for message in desk.messages] == ["warning"]
    assert desk.messages[0].text.startswith(f"The saved view of {project.name} could not be read")
    assert again.position.range == ((0, 5) if key == "position" else (1, 4))
    assert np.array_equal(again.document.masks.labels(2), drawn)
    assert desk.bugs == []
    # From now on it is written as it should be.
    again.position.go_to(3)
    desk.window.workspace.tool_state.set_size(31)
    desk.application.close_project()
    desk.open(qtbot, project)
    assert len(desk.messages) == 1


PENDING = [
    "5", "[]", '{"masks": []}', '"{"', '"{\\"masks\\": [5], \\"frames\\": {}}"', '"[]"',
    '"{\\"masks\\": [], \\"frames\\": {\\"x\\": {}}}"', '"{\\"masks\\": [], \\"frames\\": {\\"1\\": {\\"1\\": 7}}}"',
]  # fmt: skip


@pytest.mark.parametrize("kept", PENDING)
def test_that_an_unreadable_note_of_a_change_does_not_close_a_project(
    qtbot: QtBot, desk: Desk, clip: Path, kept: str
) -> None:
    session = desk.open(qtbot, clip)
    paint(session, 2)
    drawn, project = session.document.masks.labels(2).copy(), session.path
    desk.application.close_project()
    with closing(sqlite3.connect(project)) as database:
        database.execute("INSERT OR REPLACE INTO state VALUES ('pending', ?)", (kept,))
        database.execute("INSERT OR REPLACE INTO state VALUES ('pending-done', '{\"upto\": -1, \"others\": []}')")
        database.commit()
    again = desk.open(qtbot, project)
    assert "unfinished change" in desk.messages[0].text
    assert np.array_equal(again.document.masks.labels(2), drawn)
    assert desk.bugs == []


def test_that_a_missing_table_of_notes_done_does_not_close_a_project(project: Path) -> None:
    with closing(sqlite3.connect(project)) as database:
        database.execute("INSERT INTO state VALUES ('pending', '\"{}\"')")
        database.commit()
    with closing(ProjectStore.open(project)) as store:
        assert len(store.notes) == 1 and "cannot be read" in store.notes[0]
        store.objects.add(ObjectInfo(1, "Cat", (1, 2, 3)))
