"""Tools that find outlines and masks, and the modes in which all tools paint, by hand on the canvas."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.types import ObjectInfo, UInt8Array
from rpcm_gui.views.canvas.canvas import Canvas
from rpcm_gui.views.canvas.viewport import Viewport
from rpcm_gui.views.painting import rasterize
from rpcm_gui.views.painting.sketches import Scissors
from rpcm_gui.views.widgets.tool_state import Mode, Tool, ToolState
from tests.helpers.fake_session import FakeSession
from tests.helpers.view_fixtures import LEFT, NONE, RIGHT, click, drag, move, press, release

HEIGHT, WIDTH = 60, 80


class Pictures(FakeSession):
    """Frames with a bright square on noise: columns 30..49, rows 20..39."""

    def picture(self, index: int) -> UInt8Array:
        image = np.random.default_rng(index).integers(20, 50, (HEIGHT, WIDTH, 3))
        image[20:40, 30:50] = [230, 60, 60]
        return image.astype(np.uint8)


@pytest.fixture
def session() -> Pictures:
    fake = Pictures(height=HEIGHT, width=WIDTH)
    fake.position.select_object(fake.editing.add_object("A"))
    return fake


@pytest.fixture
def tools(qtbot: QtBot) -> ToolState:
    return ToolState()


@pytest.fixture
def canvas(qtbot: QtBot, tools: ToolState, session: Pictures) -> Iterator[Canvas]:
    made = Canvas(tools)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.set_session(session.real())
    made.look(Viewport(4.0, 8, 8))
    session.deliver()
    yield made
    made.set_session(None)


def at(x: float, y: float) -> QPointF:
    return QPointF(8 + 4 * x, 8 + 4 * y)


SQUARE = [at(10, 10), at(20, 10), at(20, 20), at(10, 20)]


def idle(qtbot: QtBot, canvas: Canvas) -> None:
    qtbot.waitUntil(lambda: not canvas.editor.smart.busy)


@pytest.mark.parametrize("tool", [Tool.LASSO, Tool.POLYGON])
def test_that_outlines_add_with_the_left_and_subtract_with_the_right_button(
    canvas: Canvas, session: Pictures, tools: ToolState, tool: Tool
) -> None:
    tools.take(tool)
    canvas.setFocus()

    def draw(button: Qt.MouseButton) -> None:
        if tool is Tool.LASSO:
            drag(canvas, SQUARE, button)
        else:
            for place in SQUARE:
                click(canvas, place, button)
            QTest.keyClick(canvas, Qt.Key.Key_Return)

    draw(LEFT)
    expected = np.zeros((HEIGHT, WIDTH), np.uint8)
    expected[10:20, 10:20] = 1
    assert np.array_equal(session.document.masks.labels(0), expected)
    draw(RIGHT)
    assert not session.document.masks.labels(0).any()
    assert len(session.editing.commits) == 2


def test_that_a_box_becomes_a_mask_on_the_frame_it_was_drawn_on(
    qtbot: QtBot, canvas: Canvas, session: Pictures, tools: ToolState
) -> None:
    tools.take(Tool.BOX)
    drag(canvas, [at(25, 15), at(40, 30), at(55, 45)])
    session.position.go_to(1)
    session.deliver()
    idle(qtbot, canvas)
    found = session.document.masks.labels(0) == 1
    assert found[22:38, 32:48].all() and found.sum() < 460
    assert not session.document.masks.labels(1).any()
    assert session.editing.commits == [(0, "Box to Mask")]


def test_that_a_box_too_small_is_refused_with_advice(
    qtbot: QtBot, canvas: Canvas, session: Pictures, tools: ToolState
) -> None:
    tools.take(Tool.BOX)
    with qtbot.waitSignal(canvas.refused) as told:
        click(canvas, at(25, 15))
    assert "smaller" in told.args[0] and told.args[1]
    assert session.editing.commits == []


def test_that_the_wand_takes_what_is_alike_and_gives_it_back(
    qtbot: QtBot, canvas: Canvas, session: Pictures, tools: ToolState
) -> None:
    tools.take(Tool.WAND)
    click(canvas, at(35.5, 25.5))
    idle(qtbot, canvas)
    expected = np.zeros((HEIGHT, WIDTH), np.uint8)
    expected[20:40, 30:50] = 1
    assert np.array_equal(session.document.masks.labels(0), expected)
    click(canvas, at(35.5, 25.5), RIGHT)
    idle(qtbot, canvas)
    assert not session.document.masks.labels(0).any()


def test_that_scissors_cut_along_the_edges(qtbot: QtBot, canvas: Canvas, session: Pictures, tools: ToolState) -> None:
    tools.take(Tool.SCISSORS)
    for place in (at(30, 20), at(50, 20), at(50, 40), at(30, 40)):
        click(canvas, place)
    move(canvas, at(30, 30), NONE)
    assert canvas.editor.outline is not None and len(canvas.editor.outline.corners) == 4
    click(canvas, at(30.4, 20.4))
    idle(qtbot, canvas)
    found = session.document.masks.labels(0) == 1
    assert found[22:38, 32:48].all() and found.sum() < 480
    assert session.editing.commits == [(0, "Scissors")] and canvas.editor.outline is None


def test_that_scissors_take_anchors_back_and_can_be_given_up(
    qtbot: QtBot, canvas: Canvas, session: Pictures, tools: ToolState
) -> None:
    tools.take(Tool.SCISSORS)
    canvas.setFocus()
    click(canvas, at(30, 20))
    click(canvas, at(50, 20))
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    sketch = canvas.editor.smart.sketch
    assert isinstance(sketch, Scissors) and len(sketch.anchors) == 1
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.editor.outline is None
    idle(qtbot, canvas)
    assert session.editing.commits == []


def test_that_escape_gives_up_a_box_being_cut(
    qtbot: QtBot, canvas: Canvas, session: Pictures, tools: ToolState
) -> None:
    tools.take(Tool.BOX)
    canvas.setFocus()
    drag(canvas, [at(25, 15), at(55, 45)])
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    idle(qtbot, canvas)
    assert session.editing.commits == []


def test_that_a_square_brush_covers_squares(canvas: Canvas, session: Pictures, tools: ToolState) -> None:
    tools.set_size(5)
    tools.change(square=True)
    drag(canvas, [at(10.5, 10.5), at(20.5, 15.5)])
    covered = session.document.masks.labels(0) == 1
    for row, column in np.ndindex(HEIGHT, WIDTH):
        # Along the way the square's middle is (10.5 + 10 t, 10.5 + 5 t).
        ts = np.linspace(0, 1, 2001)
        gap = np.maximum(np.abs(column + 0.5 - 10.5 - 10 * ts), np.abs(row + 0.5 - 10.5 - 5 * ts)).min() - 2.5
        if abs(gap) > 0.01:
            assert covered[row, column] == (gap < 0)


def painted(canvas: Canvas, session: Pictures, mode: Mode, tools: ToolState) -> list[int]:
    """Paint across an unlocked object 2, a locked object 3 and background; the labels under the line."""
    session.editing.add_object("B")
    session.editing.set_object_locked(session.editing.add_object("C"), True)
    labels = np.zeros((HEIGHT, WIDTH), np.uint8)
    labels[:, 10:20], labels[:, 20:30] = 2, 3
    session.editing.set_labels(0, labels)
    tools.change(mode=mode)
    tools.set_size(3)
    drag(canvas, [at(5.5, 30.5), at(35.5, 30.5)])
    return [int(session.document.masks.labels(0)[30, column]) for column in (7, 15, 25, 33)]


@pytest.mark.parametrize(
    ("mode", "expected"),
    [(Mode.PROTECT, [1, 1, 3, 1]), (Mode.BACKGROUND, [1, 2, 3, 1]), (Mode.REPLACE, [1, 1, 1, 1])],
)
def test_that_modes_say_what_painting_replaces(
    canvas: Canvas, session: Pictures, tools: ToolState, mode: Mode, expected: list[int]
) -> None:
    assert painted(canvas, session, mode, tools) == expected


def test_that_erasing_in_background_mode_takes_the_current_object_only() -> None:
    flags = rasterize.protected_ids((ObjectInfo(1, "a", (0, 0, 0)), ObjectInfo(2, "b", (0, 0, 0))), 1, Mode.BACKGROUND)
    assert [bool(flag) for flag in flags[[0, 1, 2, 255]]] == [False, False, True, True]


def test_that_a_refused_stroke_in_background_mode_names_the_mode(
    qtbot: QtBot, canvas: Canvas, session: Pictures, tools: ToolState
) -> None:
    session.editing.add_object("B")
    session.editing.set_labels(0, np.full((HEIGHT, WIDTH), 2, np.uint8))
    tools.change(mode=Mode.BACKGROUND)
    with qtbot.waitSignal(canvas.refused) as told:
        press(canvas, at(5.5, 5.5))
        release(canvas, at(5.5, 5.5))
    assert "background only" in told.args[1]
