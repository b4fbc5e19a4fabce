"""The window around a real session: real store, real threads, a fake clip."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from rpcm_gui.session.session import Session
from rpcm_gui.views.canvas.viewport import Viewport
from rpcm_gui.views.main_window import MainWindow
from tests.helpers.view_fixtures import drag, move, press, release

# Qt's offscreen platform says so whenever a window with a layout is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.set_session(session)
    made.workspace.canvas.look(Viewport(4.0, 8, 8))
    qtbot.waitUntil(lambda: made.workspace.canvas.editor.shown == 0)
    yield made
    made.set_session(None)


def at(x: float, y: float) -> QPointF:
    return QPointF(8 + 4 * x, 8 + 4 * y)


def test_that_a_stroke_is_stored_undone_and_done_again(window: MainWindow, session: Session) -> None:
    canvas = window.workspace.canvas
    window.workspace.tool_state.set_size(3)
    drag(canvas, [at(10.5, 10.5), at(30.5, 10.5)])
    painted = session.document.masks.labels(0).copy()
    assert (painted[10, 9:32] == session.document.objects[0].id).all()
    assert session.document.summary(0).annotated and window.workspace.timeline._track.annotated[0]
    assert window.action("edit.undo").isEnabled()
    window.action("edit.undo").trigger()
    assert not session.document.masks.labels(0).any()
    assert canvas.layers is not None and not canvas.layers.labels.any()
    window.action("edit.redo").trigger()
    assert (session.document.masks.labels(0) == painted).all()
    assert (canvas.layers.labels == painted).all()


def test_that_a_stroke_begun_before_scrubbing_stays_on_its_frame(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    canvas = window.workspace.canvas
    press(canvas, at(10.5, 10.5))
    move(canvas, at(20.5, 10.5))
    window.action("go.next10").trigger()
    move(canvas, at(30.5, 10.5))
    release(canvas, at(30.5, 10.5))
    qtbot.waitUntil(lambda: canvas.editor.shown == 10)
    assert session.document.masks.labels(0).any() and not session.document.masks.labels(10).any()
    assert canvas.layers is not None and not canvas.layers.labels.any()
    window.action("go.first").trigger()
    qtbot.waitUntil(lambda: canvas.editor.shown == 0)
    assert (canvas.layers.labels == session.document.masks.labels(0)).all()


def test_that_a_run_fills_the_timeline_and_the_canvas_follows_it(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    canvas = window.workspace.canvas
    drag(canvas, [at(10.5, 10.5), at(30.5, 10.5)])
    last = session.frame_count - 1
    window.action("propagate.forward").trigger()
    qtbot.waitUntil(lambda: not session.runs.state.running and session.document.summary(last).predicted)
    assert window.workspace.timeline._track.predicted[1:].all()
    qtbot.waitUntil(lambda: canvas.editor.shown == session.position.frame)
    assert session.position.frame == last
    assert canvas.layers is not None
    assert (canvas.layers.labels == session.document.masks.labels(last)).all()
    window.action("edit.undo").trigger()
    assert not session.document.summary(last).predicted
    assert not window.workspace.timeline._track.predicted.any()
