"""What a crash must not forget: the place, the tools in hand, how the picture is looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from core.project.store import ProjectStore
from rpcm_gui.jotter import Jotter
from rpcm_gui.session import Session
from tests.gui.test_app import Desk, clip, desk

__all__ = ["clip", "desk"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def written(project: Path, key: str) -> Any:
    """What another connection reads, as after a crash of this one."""
    reader = ProjectStore.open(project, read_only=True)
    value = reader.state.get(key)
    reader.close()
    return value


def test_that_a_place_is_written_down_the_moment_it_is_reached(session: Session, project: Path) -> None:
    session.go_to(7)
    assert written(project, "position")["frame"] == 7


def test_that_a_flurry_of_places_ends_with_the_last_one(qtbot: QtBot, session: Session, project: Path) -> None:
    for index in range(1, 15):
        session.go_to(index)
    assert written(project, "position")["frame"] == 1
    qtbot.waitUntil(lambda: written(project, "position")["frame"] == 14)


def test_that_notes_on_a_full_disk_or_a_read_only_project_wait_and_disturb_nobody(project: Path) -> None:
    store = ProjectStore.open(project)
    ((pages,),) = store._database.query("PRAGMA page_count")
    store._database.query(f"PRAGMA max_page_count = {pages}")
    jotter = Jotter(store)
    jotter.note("long", "x" * 100_000)
    store._database.query(f"PRAGMA max_page_count = {2**30}")
    jotter.note("short", 1)
    assert store.state.get("short") == 1
    assert len(store.state.get("long")) == 100_000
    store.close()
    reader = ProjectStore.open(project, read_only=True)
    Jotter(reader).note("short", 2)
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
