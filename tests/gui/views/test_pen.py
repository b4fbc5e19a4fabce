"""A tablet's pen on the canvas: as wide as it is pressed, its other end erases, other tools take it for a mouse."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.types import UInt8Array
from rpcm_gui.views.canvas.canvas import Canvas
from rpcm_gui.views.widgets.tool_state import Mode, Tool, ToolState
from tests.helpers.fake_session import FakeSession
from tests.helpers.view_fixtures import LEFT, NONE, RIGHT, drag

HEIGHT, WIDTH, SIZE = 48, 64, 20
Kind = QPointingDevice.PointerType


@pytest.fixture
def session() -> FakeSession:
    fake = FakeSession(height=HEIGHT, width=WIDTH)
    fake.position.select_object(fake.editing.add_object("A"))
    return fake


@pytest.fixture
def tools(qtbot: QtBot) -> ToolState:
    made = ToolState()
    made.set_size(SIZE)
    return made


@pytest.fixture
def canvas(qtbot: QtBot, tools: ToolState, session: FakeSession) -> Iterator[Canvas]:
    made = Canvas(tools)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.set_session(session.real())
    session.deliver()
    yield made
    made.set_session(None)


class Pen:
    """A tablet's pen, one end of it."""

    def __init__(self, canvas: Canvas, kind: Kind = Kind.Pen) -> None:
        self._canvas = canvas
        capabilities = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure
        self._device = QPointingDevice("pen", 7, QInputDevice.DeviceType.Stylus, kind, capabilities, 1, 3)

    def send(self, kind: QEvent.Type, x: float, y: float, pressure: float, button: Qt.MouseButton = NONE) -> bool:
        """Give the canvas an event at an image point; returns whether it took it."""
        place = self._canvas.viewport.to_widget(QPointF(x, y))
        held = NONE if kind == QEvent.Type.TabletRelease else LEFT
        glob = QPointF(self._canvas.mapToGlobal(place))
        event = QTabletEvent(
            kind, self._device, place, glob, pressure, 0.0, 0.0, 0.0, 0.0, 0.0, Qt.KeyboardModifier.NoModifier,
            button, held,
        )  # fmt: skip
        QApplication.sendEvent(self._canvas, event)
        return event.isAccepted()

    def draw(self, *places: tuple[float, float, float], button: Qt.MouseButton = LEFT) -> None:
        """Press at the first (x, y, pressure), draw through the others, lift at the last."""
        self.send(QEvent.Type.TabletPress, *places[0], button)
        for place in places[1:]:
            self.send(QEvent.Type.TabletMove, *place)
        self.send(QEvent.Type.TabletRelease, *places[-1][:2], 0.0, button)


def painted(session: FakeSession) -> UInt8Array:
    return session.document.masks.labels(0)


def width_at(session: FakeSession, column: int) -> int:
    return int(np.count_nonzero(painted(session)[:, column]))


@pytest.mark.parametrize(("pressure", "width"), [(1.0, SIZE), (0.5, 11), (0.0, 2)])
def test_that_a_pen_paints_as_wide_as_it_is_pressed(
    canvas: Canvas, session: FakeSession, pressure: float, width: int
) -> None:
    Pen(canvas).draw((32, 24, pressure))
    assert width_at(session, 32) == width
    assert len(session.editing.commits) == 1


def test_that_a_stroke_widens_with_the_pressure_without_gaps_or_steps(canvas: Canvas, session: FakeSession) -> None:
    Pen(canvas).draw((8, 24, 0.0), (56, 24, 1.0))
    widths = [width_at(session, column) for column in range(8, 57)]
    assert widths[0] <= 4 and widths[-1] == SIZE
    assert widths == sorted(widths) and min(widths) > 0
    assert max(np.diff(widths)) < SIZE / 2


def test_that_pressure_can_be_switched_off(canvas: Canvas, session: FakeSession, tools: ToolState) -> None:
    tools.change(pressure=False)
    Pen(canvas).draw((32, 24, 0.1))
    assert width_at(session, 32) == SIZE


def test_that_a_square_brush_heeds_pressure_too(canvas: Canvas, session: FakeSession, tools: ToolState) -> None:
    tools.change(square=True)
    Pen(canvas).draw((32, 24, 0.5))
    rows, columns = np.nonzero(painted(session))
    assert int(np.ptp(rows)) == int(np.ptp(columns)) == 10 and len(rows) == 121


def test_that_the_pen_s_other_end_erases(canvas: Canvas, session: FakeSession, tools: ToolState) -> None:
    tools.change(mode=Mode.REPLACE)
    Pen(canvas).draw((10, 24, 1.0), (54, 24, 1.0))
    Pen(canvas, Kind.Eraser).draw((32, 24, 1.0))
    assert width_at(session, 32) == 0 and width_at(session, 12) > 0


def test_that_the_button_on_the_pen_erases(canvas: Canvas, session: FakeSession) -> None:
    Pen(canvas).draw((10, 24, 1.0), (54, 24, 1.0))
    Pen(canvas).draw((32, 24, 1.0), button=RIGHT)
    assert width_at(session, 32) == 0


def test_that_a_hovering_pen_moves_the_ring_and_paints_nothing(
    qtbot: QtBot, canvas: Canvas, session: FakeSession
) -> None:
    with qtbot.waitSignal(canvas.hovered) as told:
        Pen(canvas).send(QEvent.Type.TabletMove, 20.5, 10.5, 0.0)
    assert told.args == [20, 10, 0]
    assert session.editing.commits == []


def test_that_other_tools_leave_the_pen_to_the_mouse(canvas: Canvas, session: FakeSession, tools: ToolState) -> None:
    tools.take(Tool.LASSO)
    assert not Pen(canvas).send(QEvent.Type.TabletPress, 20, 20, 1.0, LEFT)
    assert canvas.editor.outline is None


def test_that_a_mouse_paints_at_full_size(canvas: Canvas, session: FakeSession) -> None:
    drag(canvas, [canvas.viewport.to_widget(QPointF(32, 24))])
    assert width_at(session, 32) == SIZE
