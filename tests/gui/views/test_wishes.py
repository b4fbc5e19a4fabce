"""The page of wishes names tests that exist, and what no other test proves of it is proved here."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from core.types import read_only
from rpcm_gui.actions.table import ACTIONS
from rpcm_gui.base.values import RunState
from rpcm_gui.session.session import Session
from rpcm_gui.views.canvas.canvas import Canvas
from rpcm_gui.views.canvas.viewport import Viewport
from rpcm_gui.views.dialogs.dialogs import ShortcutsDialog
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.widgets.tool_state import Tool, ToolState
from tests.gui.conftest import OpenSession
from tests.helpers.fake_session import FakeSession
from tests.helpers.fakes import FRAMES, FakeEngines
from tests.helpers.view_fixtures import drag

PATIENCE = 60_000
"""Milliseconds before a wait is given up: another process may hold the machine."""
NAMED = re.compile(r"`(tests/[\w/]+\.py)`(?:::| )?((?:`test_that_\w+`[, ]*)*)")


def named_tests(page: str) -> dict[str, set[str]]:
    """The tests of each file that a page names as ``tests/x.py`` followed by their names, each in backticks."""
    found: dict[str, set[str]] = {}
    for file, tests in NAMED.findall(page):
        found.setdefault(file, set()).update(re.findall(r"`(test_that_\w+)`", tests))
    return found


def functions(file: Path) -> set[str]:
    tree = ast.parse(file.read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_that_every_test_on_the_page_of_wishes_exists(repository: Path) -> None:
    page = (repository / "docs" / "wishes.md").read_text("utf-8")
    named = named_tests(page)
    assert set(re.findall(r"`(test_that_\w+)`", page)) == set().union(*named.values()), "each follows its file"
    for file, tests in named.items():
        assert (repository / file).is_file(), file
        assert tests <= functions(repository / file), (file, tests - functions(repository / file))
    wishes = re.findall(r"^\| (\d+) \|", page, re.MULTILINE)
    assert [int(number) for number in wishes] == list(range(1, 21))


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.set_session(session)
    yield made
    made.set_session(None)


def test_that_a_predicted_mask_is_corrected_by_brush_and_eraser_and_spreads(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    labels = np.zeros(session.size, np.uint8)
    labels[10:20, 10:20] = session.editing.add_object("Cat")
    session.editing.commit_labels(0, labels, "Draw")
    propagate(qtbot, session)
    session.position.go_to(6)
    canvas = window.workspace.canvas
    qtbot.waitUntil(lambda: canvas.editor.shown == 6, timeout=PATIENCE)
    canvas.look(Viewport(4, 8, 8))
    window.workspace.tool_state.set_size(4)
    stroke(canvas, 11, 30)
    window.workspace.tool_state.take(Tool.ERASER)
    stroke(canvas, 18, 30)
    corrected = session.document.masks.labels(6).copy()
    assert corrected[11, 28] == 1 and corrected[18, 20] == 0 and corrected[14, 20] == 1
    assert session.document.summary(6).annotated and not session.document.summary(7).annotated
    propagate(qtbot, session)
    assert np.array_equal(session.document.masks.labels(6), corrected)
    assert np.array_equal(session.document.masks.labels(9), np.roll(corrected, 3, axis=1))
    assert np.array_equal(session.document.masks.labels(5), np.roll(labels, 5, axis=1)), "what lies before stays"


def propagate(qtbot: QtBot, session: Session) -> None:
    session.propagate("forward")
    qtbot.waitUntil(lambda: not session.runs.state.running, timeout=PATIENCE)


def stroke(canvas: Canvas, row: int, to: int) -> None:
    drag(canvas, [canvas.viewport.to_widget(QPointF(column + 0.5, row + 0.5)) for column in (14, 20, to)])


def test_that_a_run_tells_the_time_left_from_its_own_speed(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    states: list[RunState] = []
    session.runs.state_changed.connect(states.append)
    labels = np.zeros(session.size, np.uint8)
    labels[10:20, 10:20] = session.editing.add_object(None)
    session.editing.commit_labels(0, labels, "Draw")
    session.propagate("forward")
    for number in range(1, FRAMES):
        engines.allow(1)
        qtbot.waitUntil(lambda wanted=number: session.runs.state.done == wanted, timeout=PATIENCE)  # type: ignore[misc]
    qtbot.waitUntil(lambda: not session.runs.state.running, timeout=PATIENCE)
    known = [state for state in states if state.running and state.done >= 2]
    assert {state.done for state in known} == set(range(2, FRAMES))
    for state in known:
        assert state.fps > 0
        assert state.seconds_left == pytest.approx((state.total - state.done) / state.fps)
    assert all(state.seconds_left == 0 for state in states if state.done < 2), "one frame says nothing of speed"


def test_that_every_key_is_shown_in_the_help_and_in_the_menus(window: MainWindow) -> None:
    window.action("help.shortcuts").trigger()
    dialog = window.findChild(ShortcutsDialog)
    assert isinstance(dialog, ShortcutsDialog)
    shown = [made.text() for made in dialog.findChildren(QLabel)]
    listed = {action.objectName() for menu in window.findChildren(QMenu) for action in menu.actions()}
    with_keys = [spec for spec in ACTIONS if spec.shortcuts]
    assert len(with_keys) > 60
    for spec in with_keys:
        assert spec.id in listed
        assert window.action(spec.id).shortcuts()
        if not spec.id.removeprefix("object.").isdigit():
            keys = ", ".join(window.actions_.keys(spec.id))
            assert shown[shown.index(spec.name) - 1] == keys or shown[shown.index(spec.name) + 1] == keys
    dialog.close()


@pytest.mark.parametrize(("height", "width"), [(2160, 3840), (4320, 7680)])
def test_that_a_frame_of_4k_and_8k_is_painted_to_the_pixel(qtbot: QtBot, height: int, width: int) -> None:
    session = FakeSession(frame_count=2, height=height, width=width)
    session.position.select_object(session.editing.add_object("A"))
    tools = ToolState()
    canvas = Canvas(tools)
    qtbot.addWidget(canvas)
    canvas.resize(900, 600)
    canvas.show()
    canvas.set_session(session.real())
    session.deliver()
    canvas.fit()
    assert canvas.viewport.zoom < 0.25
    canvas.look(Viewport(2, -2 * (width - 200), -2 * (height - 200)))
    tools.set_size(1)
    places = [QPointF(width - column + 0.5, height - 100 + 0.5) for column in (150, 120, 1)]
    drag(canvas, [canvas.viewport.to_widget(place) for place in places])
    expected = np.zeros((height, width), np.uint8)
    expected[height - 100, width - 150 :] = 1
    assert np.array_equal(session.document.masks.labels(0), read_only(expected))
    canvas.set_session(None)
