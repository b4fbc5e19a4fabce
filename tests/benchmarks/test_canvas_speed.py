"""How long a stroke takes to reach the screen, and a frame to be shown, at 1920x1080 in a large window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.types import Frame
from rpcm_gui.views.canvas.canvas import Canvas
from rpcm_gui.views.widgets.tool_state import ToolState
from tests.helpers.fake_session import FakeSession
from tests.helpers.view_fixtures import move, press, release


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[Canvas]:
    session = FakeSession(height=1080, width=1920)
    session.position.select_object(session.editing.add_object("A"))
    made = Canvas(ToolState())
    qtbot.addWidget(made)
    made.resize(1560, 860)
    with qtbot.waitExposed(made):
        made.show()
    made.set_session(session.real())
    session.deliver()
    yield made
    made.set_session(None)


@pytest.mark.parametrize("diameter", [24, 100, 400])
def test_that_a_piece_of_a_stroke_is_painted(canvas: Canvas, benchmark: Any, diameter: int) -> None:
    canvas._tools.set_size(diameter)
    places = iter([QPointF(200 + 6 * step, 300 + 150 * np.sin(step / 9)) for step in range(200)])
    press(canvas, QPointF(200, 300))

    def piece() -> None:
        move(canvas, next(places))
        QApplication.processEvents()

    benchmark.pedantic(piece, rounds=150)
    release(canvas, QPointF(900, 300))
    assert canvas.layers is not None and canvas.layers.labels.any()


def test_that_a_frame_is_shown(canvas: Canvas, benchmark: Any) -> None:
    picture = np.random.default_rng(0).integers(0, 256, (1080, 1920, 3), np.uint8)
    frames = iter([Frame(index % 20, picture, 0.0) for index in range(40)])

    def show() -> None:
        canvas.show_frame(next(frames))
        QApplication.processEvents()

    benchmark.pedantic(show, rounds=30)
    assert canvas.editor.shown == 9
