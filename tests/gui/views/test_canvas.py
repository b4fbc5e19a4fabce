"""The canvas: pixels on the screen against computed ones, strokes, tools and keys."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.types import UInt8Array, read_only
from rpcm_gui.base.values import FrameSummary
from rpcm_gui.views.canvas.canvas import Canvas
from rpcm_gui.views.canvas.viewport import Viewport
from rpcm_gui.views.painting.overlay import Rect, Style, edges
from rpcm_gui.views.widgets.tool_state import Tool, ToolState
from tests.helpers.fake_session import FakeSession
from tests.helpers.view_fixtures import LEFT, MIDDLE, RIGHT, click, drag, move, press, release

HEIGHT, WIDTH = 48, 64


@pytest.fixture
def session() -> FakeSession:
    fake = FakeSession(height=HEIGHT, width=WIDTH)
    fake.position.select_object(fake.editing.add_object("A"))
    fake.editing.add_object("B")
    return fake


@pytest.fixture
def tools(qtbot: QtBot) -> ToolState:
    made = ToolState()
    made.set_size(5)
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


def shown(canvas: Canvas) -> npt.NDArray[np.uint8]:
    """The widget's pixels, (H, W, 3) RGB."""
    return pixels(canvas.grab().toImage())


def pixels(image: QImage) -> npt.NDArray[np.uint8]:
    picture = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : picture.width() * 3].reshape(picture.height(), picture.width(), 3).copy()


def look(canvas: Canvas, zoom: float, x: int = 8, y: int = 4) -> None:
    canvas.look(Viewport(zoom, x, y))


def at(canvas: Canvas, x: float, y: float) -> QPointF:
    return canvas.viewport.to_widget(QPointF(x, y))


def squares() -> UInt8Array:
    labels = np.zeros((HEIGHT, WIDTH), np.uint8)
    labels[10:20, 10:30] = 1
    labels[25:40, 30:50] = 2
    return labels


@pytest.mark.parametrize("zoom", [1, 2, 3, 5])
def test_that_masks_are_drawn_over_the_frame_with_edges_exact_at_every_zoom(
    canvas: Canvas, session: FakeSession, zoom: int
) -> None:
    labels = squares()
    session.editing.set_labels(0, labels)
    canvas.set_overlay_style(Style(opacity=0.5))
    look(canvas, zoom)
    picture = shown(canvas)
    frame = session.picture(0).astype(float)
    line = edges(labels, max(round(1.6 / zoom), 1))
    expected = frame.copy()
    for item in session.document.objects:
        expected[labels == item.id] = frame[labels == item.id] * 0.5 + np.array(item.colour) * 0.5
        expected[line == item.id] = item.colour
    big = expected.repeat(zoom, axis=0).repeat(zoom, axis=1)[: 300 - 4, : 400 - 8]
    got = picture[4 : 4 + big.shape[0], 8 : 8 + big.shape[1]].astype(float)
    assert np.abs(got - big).max() <= 2


def test_that_the_reliability_map_is_black_where_unsure_and_clear_where_sure(
    canvas: Canvas, session: FakeSession
) -> None:
    reliability = np.full((HEIGHT, WIDTH), 255, np.uint8)
    reliability[5:15, 5:15] = 0
    session.document.masks.reliabilities[0] = reliability
    session.deliver()
    look(canvas, 4)
    plain = shown(canvas)
    canvas.set_overlay_style(Style(reliability=True))
    picture = shown(canvas)
    assert (picture[4 + 20 : 4 + 60, 8 + 20 : 8 + 60] == 0).all()
    picture[4 + 20 : 4 + 60, 8 + 20 : 8 + 60] = plain[4 + 20 : 4 + 60, 8 + 20 : 8 + 60]
    assert np.array_equal(picture, plain)


def test_that_hidden_objects_and_hidden_masks_leave_the_frame_as_it_is(canvas: Canvas, session: FakeSession) -> None:
    look(canvas, 2)
    bare = shown(canvas)
    session.editing.set_labels(0, squares())
    session.editing.set_object_visible(1, False)
    session.editing.set_object_visible(2, False)
    assert np.array_equal(shown(canvas), bare)
    session.editing.set_object_visible(1, True)
    assert not np.array_equal(shown(canvas), bare)
    canvas.set_overlay_style(Style(masks=False))
    assert np.array_equal(shown(canvas), bare)


def test_that_outlines_leave_the_inside_clear(canvas: Canvas, session: FakeSession) -> None:
    session.editing.set_labels(0, squares())
    look(canvas, 4)
    canvas.set_overlay_style(Style(outline=True))
    picture = shown(canvas)
    assert (picture[4 + 15 * 4, 8 + 20 * 4] == session.picture(0)[15, 20]).all()
    assert tuple(picture[4 + 10 * 4 + 1, 8 + 20 * 4].tolist()) == session.document.objects[0].colour


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0, 3.7, 12.0])
def test_that_the_same_stroke_paints_the_same_image_pixels_at_every_zoom(
    canvas: Canvas, session: FakeSession, zoom: float
) -> None:
    look(canvas, zoom, 10, 6)
    drag(canvas, [at(canvas, x, y) for x, y in ((10.5, 10.5), (30.5, 22.5), (12.5, 40.5))])
    here = session.document.masks.labels(0)
    session.undo_stack.undo()
    look(canvas, 1.0, 0, 0)
    drag(canvas, [QPointF(10.5, 10.5), QPointF(30.5, 22.5), QPointF(12.5, 40.5)])
    assert here.any()
    assert np.array_equal(here, session.document.masks.labels(0))


def test_that_a_stroke_is_one_commit_and_is_drawn_while_it_goes_on(canvas: Canvas, session: FakeSession) -> None:
    look(canvas, 4)
    press(canvas, at(canvas, 10.5, 10.5))
    for x in range(11, 40):
        move(canvas, at(canvas, x + 0.5, 10.5))
    assert session.editing.commits == []
    assert tuple(shown(canvas)[4 + 8 * 4 + 1, 8 + 20 * 4 + 1].tolist()) == session.document.objects[0].colour
    release(canvas, at(canvas, 39.5, 10.5))
    assert session.editing.commits == [(0, "Brush stroke")]
    assert (session.document.masks.labels(0)[10, 9:41] == 1).all()
    session.undo_stack.undo()
    assert not session.document.masks.labels(0).any()
    assert canvas.layers is not None and not canvas.layers.labels.any()


def on_screen(canvas: Canvas) -> npt.NDArray[np.uint8]:
    """What the window holds after its own, partial repaints, without painting it again."""
    QApplication.processEvents()
    return pixels(canvas.screen().grabWindow(canvas.winId()).toImage())


@pytest.mark.parametrize("zoom", [0.7, 1.0, 3.3, 6.0])
def test_that_partial_repaints_leave_the_same_pixels_as_a_full_one(
    qtbot: QtBot, canvas: Canvas, session: FakeSession, zoom: float
) -> None:
    qtbot.waitExposed(canvas)
    look(canvas, zoom, 7, 5)
    assert np.array_equal(on_screen(canvas), shown(canvas))
    press(canvas, at(canvas, 8.5, 8.5))
    for x, y in ((20.5, 13.5), (50.5, 30.5), (20.5, 44.5)):
        move(canvas, at(canvas, x, y))
        assert np.array_equal(on_screen(canvas), shown(canvas))
    release(canvas, at(canvas, 20.5, 44.5))
    session.undo_stack.undo()
    assert np.array_equal(on_screen(canvas), shown(canvas))


def test_that_anywhere_on_an_image_pixel_paints_the_same(canvas: Canvas, session: FakeSession) -> None:
    look(canvas, 8)
    painted: list[UInt8Array] = []
    for shift in (0.0, 0.3, 0.55, 0.95):
        drag(canvas, [at(canvas, 20 + shift, 20 + shift), at(canvas, 31 + shift, 24 + shift)])
        painted.append(session.document.masks.labels(0))
        session.undo_stack.undo()
    assert painted[0].any()
    assert all(np.array_equal(painted[0], other) for other in painted)


def test_that_edges_after_a_partial_change_equal_those_of_the_whole(canvas: Canvas, session: FakeSession) -> None:
    assert canvas.layers is not None
    layers = canvas.layers
    layers.set_zoom(0.5)
    labels = squares()
    layers.set_labels(labels)
    labels[18:27, 25:33] = 1
    layers.set_labels(labels, Rect(25, 18, 33, 27))
    assert np.array_equal(layers._edges.pixels, edges(labels, 3))


def test_that_a_stroke_belongs_to_the_frame_it_began_on(canvas: Canvas, session: FakeSession) -> None:
    look(canvas, 4)
    press(canvas, at(canvas, 10.5, 10.5))
    move(canvas, at(canvas, 20.5, 10.5))
    session.position.go_to(7)
    move(canvas, at(canvas, 40.5, 10.5))
    session.deliver()
    release(canvas, at(canvas, 40.5, 10.5))
    assert session.editing.commits == [(0, "Brush stroke")]
    assert not session.document.masks.labels(7).any()
    assert session.document.masks.labels(0)[10, 20] == 1 and session.document.masks.labels(0)[10, 40] == 0


def test_that_painting_goes_to_the_frame_on_the_screen_while_another_is_decoded(
    canvas: Canvas, session: FakeSession
) -> None:
    look(canvas, 4)
    session.position.go_to(9)
    click(canvas, at(canvas, 5.5, 5.5))
    session.deliver()
    click(canvas, at(canvas, 5.5, 5.5))
    assert [index for index, _ in session.editing.commits] == [0, 9]


def test_that_the_right_button_and_the_eraser_erase(canvas: Canvas, session: FakeSession, tools: ToolState) -> None:
    session.editing.set_labels(0, squares())
    look(canvas, 4)
    drag(canvas, [at(canvas, 12.5, 15.5), at(canvas, 27.5, 15.5)], RIGHT)
    tools.take(Tool.ERASER)
    drag(canvas, [at(canvas, 32.5, 30.5), at(canvas, 47.5, 30.5)], LEFT)
    assert session.document.masks.labels(0)[15, 12:28].sum() == 0
    assert session.document.masks.labels(0)[30, 32:48].sum() == 0
    assert session.editing.commits == [(0, "Erase"), (0, "Erase")]


def test_that_painting_without_an_object_makes_one(qtbot: QtBot, tools: ToolState) -> None:
    session = FakeSession()
    canvas = Canvas(tools)
    qtbot.addWidget(canvas)
    canvas.set_session(session.real())
    session.deliver()
    look(canvas, 4)
    click(canvas, at(canvas, 10.5, 10.5))
    assert [item.name for item in session.document.objects] == ["Object 1"]
    assert session.document.masks.labels(0)[10, 10] == 1
    canvas.set_session(None)


def test_that_a_locked_object_is_not_painted_and_the_person_is_told(
    qtbot: QtBot, canvas: Canvas, session: FakeSession
) -> None:
    session.editing.set_object_locked(1, True)
    with qtbot.waitSignal(canvas.refused) as refused:
        click(canvas, at(canvas, 10.5, 10.5))
    assert refused.args is not None and "locked" in refused.args[0]
    assert session.editing.commits == []


def test_that_a_polygon_is_closed_by_its_first_corner_by_enter_and_by_a_double_click(
    qtbot: QtBot, canvas: Canvas, session: FakeSession, tools: ToolState
) -> None:
    tools.take(Tool.POLYGON)
    look(canvas, 4)
    corners = [at(canvas, x, y) for x, y in ((10, 10), (30, 10), (30, 30), (10, 30))]
    for corner in (*corners, corners[0] + QPointF(2, 1)):
        click(canvas, corner)
    assert session.editing.commits == [(0, "Polygon")]
    expected = np.zeros((HEIGHT, WIDTH), np.uint8)
    expected[10:30, 10:30] = 1
    assert np.array_equal(session.document.masks.labels(0), expected)
    session.undo_stack.undo()
    for corner in corners:
        click(canvas, corner)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert np.array_equal(session.document.masks.labels(0), expected)
    session.undo_stack.undo()
    for corner in corners:
        click(canvas, corner)
    QTest.mouseDClick(canvas, LEFT, Qt.KeyboardModifier.NoModifier, corners[-1].toPoint())
    assert np.array_equal(session.document.masks.labels(0), expected)


def test_that_backspace_takes_back_a_corner_and_escape_the_polygon(
    qtbot: QtBot, canvas: Canvas, session: FakeSession, tools: ToolState
) -> None:
    tools.take(Tool.POLYGON)
    look(canvas, 4)
    for x, y in ((10, 10), (30, 10), (60, 44)):
        click(canvas, at(canvas, x, y))
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    polygon = canvas.editor.polygon
    assert polygon is not None and len(polygon.points) == 2
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.editor.polygon is None
    assert session.editing.commits == []


def test_that_the_bucket_fills_a_region_and_the_picker_selects(
    canvas: Canvas, session: FakeSession, tools: ToolState
) -> None:
    session.editing.set_labels(0, squares())
    look(canvas, 4)
    tools.take(Tool.PICK)
    click(canvas, at(canvas, 35, 30))
    assert session.position.object == 2
    tools.take(Tool.FILL)
    click(canvas, at(canvas, 15, 15))
    assert (session.document.masks.labels(0)[10:20, 10:30] == 2).all()
    assert session.editing.commits == [(0, "Fill")]


def test_that_escape_gives_up_a_stroke(qtbot: QtBot, canvas: Canvas, session: FakeSession) -> None:
    look(canvas, 4)
    press(canvas, at(canvas, 10.5, 10.5))
    move(canvas, at(canvas, 40.5, 10.5))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    release(canvas, at(canvas, 40.5, 10.5))
    assert session.editing.commits == []
    assert canvas.layers is not None and not canvas.layers.labels.any()


def wheel(canvas: Canvas, place: QPointF, notches: int, keys: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        place,
        canvas.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_that_the_wheel_zooms_about_the_pointer_and_with_ctrl_sizes_the_brush(canvas: Canvas, tools: ToolState) -> None:
    place = QPointF(123, 88)
    for notches in (3, -5, 9, 4):
        before = canvas.viewport.to_image(place)
        wheel(canvas, place, notches, Qt.KeyboardModifier.NoModifier)
        after = canvas.viewport.to_image(place)
        assert abs(after.x() - before.x()) * canvas.viewport.zoom <= 0.51
        assert abs(after.y() - before.y()) * canvas.viewport.zoom <= 0.51
    zoom = canvas.viewport.zoom
    wheel(canvas, place, 1, Qt.KeyboardModifier.ControlModifier)
    assert (tools.size, canvas.viewport.zoom) == (6, zoom)


def test_that_middle_drag_pans_and_paints_nothing(canvas: Canvas, session: FakeSession) -> None:
    look(canvas, 4, 20, 20)
    drag(canvas, [QPointF(100, 100), QPointF(110, 93)], MIDDLE)
    assert (canvas.viewport.x, canvas.viewport.y) == (30, 13)
    assert session.editing.commits == []


def test_that_space_pans_while_held_and_plays_when_tapped(qtbot: QtBot, canvas: Canvas, session: FakeSession) -> None:
    taps: list[bool] = []
    canvas.spaceTapped.connect(lambda: taps.append(True))
    look(canvas, 4, 20, 20)
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    drag(canvas, [QPointF(100, 100), QPointF(90, 100)])
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert (canvas.viewport.x, taps, session.editing.commits) == (10, [], [])
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert taps == [True]


def test_that_the_frame_fits_and_stays_fitted_when_the_widget_grows(canvas: Canvas) -> None:
    canvas.fit()
    canvas.resize(800, 500)
    frame = canvas.viewport.frame(QSize(WIDTH, HEIGHT))
    assert abs(frame.center().x() - 400) <= 1 and abs(frame.center().y() - 250) <= 1
    assert frame.width() <= 800 and frame.height() <= 500


def test_that_hovering_tells_position_and_label(canvas: Canvas, session: FakeSession) -> None:
    session.editing.set_labels(0, squares())
    look(canvas, 4)
    told: list[tuple[int, int, int]] = []
    canvas.hovered.connect(lambda *place: told.append(place))
    move(canvas, at(canvas, 35.5, 30.5), Qt.MouseButton.NoButton)
    move(canvas, at(canvas, 63.9, 80), Qt.MouseButton.NoButton)
    assert told == [(35, 30, 2), (-1, -1, -1)]


def test_that_results_of_a_run_appear_on_the_frame_that_is_shown_only(canvas: Canvas, session: FakeSession) -> None:
    session.document.summarise(3, FrameSummary(predicted=True))
    session.editing.set_labels(3, squares())
    assert canvas.layers is not None and not canvas.layers.labels.any()
    session.editing.set_labels(0, squares())
    assert np.array_equal(canvas.layers.labels, squares())


def test_that_no_other_frame_stands_in_for_one_that_cannot_be_read(canvas: Canvas, session: FakeSession) -> None:
    session.editing.set_labels(0, read_only(np.ones((HEIGHT, WIDTH), np.uint8)))
    session.fail(7)
    assert "7" in canvas.notice
    assert canvas.layers is not None and not canvas.layers.labels.any()
    background = shown(canvas)[5, 5]
    assert (shown(canvas)[150 - 40 : 150 - 30, 100:300] == background).all(), "the picture is still there"
    press(canvas, at(canvas, 10, 10))
    release(canvas, at(canvas, 10, 10))
    assert session.editing.commits == []
    session.deliver(3)
    assert canvas.notice == "" and canvas.editor.shown == 3
