"""Pictures of the whole window, taken off-screen after a real run: known colours at known places, in both themes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.types import Frame, read_only
from rpcm_gui.session.session import Session
from rpcm_gui.views.canvas.viewport import Viewport
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.painting.overlay import AFTER, BEFORE, heat_table
from rpcm_gui.views.timeline.strip import LANE, MARKS, RIBBON, RULER
from rpcm_gui.views.widgets import theme
from tests.gui.conftest import OpenSession
from tests.helpers.fakes import FRAMES, HEIGHT, WIDTH, FakeSource

PATIENCE = 60_000
"""Milliseconds before a wait is given up: another process may hold the machine."""
ZOOM, LEFT, TOP = 6, 30, 20
SHOWN = 5
"""The frame that is looked at; the user drew on frame 0 and the run moved it one pixel to the right per frame."""
COLUMNS, ROWS = (20, 36), (12, 28)
"""Where the object is on frame 0, half open."""
UNSURE = WIDTH // 8
"""The run is unsure of the columns before this one, where the entropy is 0.75, and sure of the rest, where 0.125."""
Picture = npt.NDArray[np.int16]


class Bright(FakeSource):
    """Frames of an even grey that is told apart from every colour of the window."""

    def read(self, index: int) -> Frame:
        """Grey 100 and the frame's number."""
        frame = super().read(index)
        return Frame(index, read_only(frame.image + np.uint8(100)), frame.time)


GREY = np.full(3, 100 + SHOWN)


@pytest.fixture(params=["dark", "light"])
def dressed(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[str]:
    """The application in one theme, and as it was afterwards."""
    del qtbot
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    sheet, palette, font = application.styleSheet(), application.palette(), application.font()
    theme.choose(request.param)
    theme.apply(application)
    yield request.param
    theme.choose("dark")
    application.setStyleSheet(sheet)
    application.setPalette(palette)
    application.setFont(font)


@pytest.fixture
def session(qtbot: QtBot, dressed: str, open_session: OpenSession) -> Session:
    """One object, drawn on frame 0, propagated to the end, frame 15 reviewed, frame 5 on the screen."""
    del dressed
    made = open_session(source=Bright())
    labels = np.zeros((HEIGHT, WIDTH), np.uint8)
    labels[slice(*ROWS), slice(*COLUMNS)] = made.editing.add_object("Cat")
    made.editing.commit_labels(0, labels, "Draw")
    made.propagate("forward")
    qtbot.waitUntil(
        lambda: not made.runs.state.running and made.document.summary(FRAMES - 1).predicted, timeout=PATIENCE
    )
    made.editing.set_reviewed(15, True)
    made.position.go_to(SHOWN)
    return made


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    made.set_session(session)
    canvas = made.workspace.canvas
    qtbot.waitUntil(lambda: canvas.editor.shown == SHOWN, timeout=PATIENCE)
    canvas.look(Viewport(ZOOM, LEFT, TOP))
    slider = made.workspace.timeline.slider
    qtbot.waitUntil(lambda: bool((made.workspace.timeline._track.lane(1, FRAMES) > 0).all()), timeout=PATIENCE)
    assert slider.shown.count == FRAMES
    yield made
    made.set_session(None)


def picture(widget: QWidget) -> Picture:
    """The part of its window's picture that a widget has, (H, W, 3) RGB."""
    whole = widget.window().grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(whole.constBits(), np.uint8).reshape(whole.height(), whole.bytesPerLine())
    pixels = rows[:, : whole.width() * 3].reshape(whole.height(), whole.width(), 3).astype(np.int16)
    corner = widget.mapTo(widget.window(), widget.rect().topLeft())
    return pixels[corner.y() : corner.y() + widget.height(), corner.x() : corner.x() + widget.width()]


def frame_pixels(window: MainWindow) -> Picture:
    """The middle of every image pixel as it is on the screen, (HEIGHT, WIDTH, 3)."""
    half = ZOOM // 2
    shown = picture(window.workspace.canvas)
    return shown[TOP + half : TOP + HEIGHT * ZOOM : ZOOM, LEFT + half : LEFT + WIDTH * ZOOM : ZOOM]


def mixed(over: npt.ArrayLike, alpha: float, under: npt.ArrayLike) -> npt.NDArray[np.float64]:
    return np.asarray(over) * alpha + np.asarray(under) * (1 - alpha)


def near(pixels: npt.ArrayLike, colour: npt.ArrayLike, by: float = 2.0) -> bool:
    """Whether all pixels have this colour, up to rounding."""
    return bool((np.abs(np.asarray(pixels, np.float64) - np.asarray(colour)) <= by).all())


def rgb(name: str) -> tuple[int, int, int]:
    found = theme.colour(name)
    return found.red(), found.green(), found.blue()


def inside(frame: int) -> tuple[slice, slice]:
    """Rows and columns of the object on a frame, without its outline."""
    return slice(ROWS[0] + 2, ROWS[1] - 2), slice(COLUMNS[0] + frame + 2, COLUMNS[1] + frame - 2)


def test_that_masks_lie_on_the_frame_and_the_theme_around_it(window: MainWindow, session: Session) -> None:
    colour = session.document.objects[0].colour
    shown = frame_pixels(window)
    assert near(shown[inside(SHOWN)], mixed(colour, 0.45, GREY))
    assert near(shown[ROWS[0], COLUMNS[0] + SHOWN + 3 : COLUMNS[1] + SHOWN - 3], colour, 0)
    assert near(shown[:, : COLUMNS[0] + SHOWN - 1], GREY, 0)
    assert near(shown[: ROWS[0] - 1], GREY, 0)
    canvas = picture(window.workspace.canvas)
    assert near(canvas[: TOP - 1, : LEFT - 1], rgb("canvas"), 0)
    assert near(canvas[TOP + HEIGHT * ZOOM + 1 :, :50], rgb("canvas"), 0)


def test_that_outlines_leave_the_object_clear(window: MainWindow, session: Session) -> None:
    window.action("view.outline").trigger()
    shown = frame_pixels(window)
    assert near(shown[inside(SHOWN)], GREY, 0)
    assert near(shown[ROWS[0], COLUMNS[0] + SHOWN + 3], session.document.objects[0].colour, 0)


def test_that_what_the_network_is_unsure_of_is_black(window: MainWindow) -> None:
    before = frame_pixels(window)
    window.action("view.reliability").trigger()
    shown = frame_pixels(window)
    assert near(shown[:, :UNSURE], 0, 0)
    assert np.array_equal(shown[:, UNSURE:], before[:, UNSURE:])


def test_that_the_entropy_is_a_heat_map(window: MainWindow) -> None:
    window.action("view.entropy").trigger()
    window.action("view.masks").trigger()
    shown = frame_pixels(window)
    for part, entropy in ((shown[:, :UNSURE], 0.75), (shown[:, UNSURE:], 0.125)):
        number = heat_table(0.75)[round(255 * entropy)]
        heat = [number >> shift & 255 for shift in (16, 8, 0)]
        assert near(part, mixed(heat, (number >> 24) / 255, GREY), 3)
    hot, cold = shown[0, 0], shown[0, -1]
    assert hot[0] > cold[0] and hot[0] > hot[2], "the less sure the redder"


def test_that_the_onion_skin_shows_where_the_object_was_and_will_be(window: MainWindow) -> None:
    window.action("view.masks").trigger()
    window.action("view.onion").trigger()
    shown = frame_pixels(window)
    row = (ROWS[0] + ROWS[1]) // 2
    left, right = COLUMNS[0] + SHOWN - 1, COLUMNS[1] + SHOWN
    assert near(shown[row, left], mixed(BEFORE, 0.85, GREY))
    assert near(shown[row, right], mixed(AFTER, 0.85, GREY))
    assert near(shown[inside(SHOWN)], GREY, 0)


def test_that_the_wipe_shows_the_bare_frame_left_of_its_line(window: MainWindow, session: Session) -> None:
    middle = (COLUMNS[0] + COLUMNS[1]) // 2 + SHOWN
    window.action("view.wipe").trigger()
    window.workspace.canvas.move_wipe(LEFT + ZOOM * middle)
    rows, columns = inside(SHOWN)
    shown = frame_pixels(window)
    assert near(shown[rows, columns.start : middle - 2], GREY, 0)
    assert near(shown[rows, middle + 2 : columns.stop], mixed(session.document.objects[0].colour, 0.45, GREY))


def test_that_the_timeline_shows_marks_ribbon_lane_and_range(window: MainWindow, session: Session) -> None:
    slider = window.workspace.timeline.slider
    session.position.set_range(0, 17)
    shown = picture(slider)
    at = [round(slider.x_of(frame)) for frame in range(FRAMES)]
    marks, foot, lane = RULER + MARKS // 2, RULER + MARKS + RIBBON - 2, RULER + MARKS + RIBBON + 5 + LANE // 3
    assert near(shown[marks, at[0] - 1 : at[0] + 2], rgb("accent"), 0), "frame 0 is annotated"
    assert near(shown[marks, at[10]], rgb("panel"), 0), "frame 10 is not"
    ticks = shown[RULER + MARKS : RULER + MARKS + 12]
    away = {
        frame: np.abs(ticks[:, at[frame] - 4 : at[frame] + 5] - np.array(rgb("good"))).sum(axis=2) for frame in (14, 15)
    }
    assert away[15].min() < 30 <= away[14].min(), "frame 15 is reviewed, frame 14 is not"
    red, green, _ = shown[foot, at[10]]
    assert red > green, "an eighth of the frame is unsure"
    assert near(shown[foot, at[0]], rgb("panel"), 0), "no run spoke of frame 0"
    colour = session.document.objects[0].colour
    assert near(shown[lane, at[0]], colour, 0)
    assert near(shown[lane, at[10]], mixed(colour, (70 + 0.8 * 185) / 255, rgb("panel")))
    dark = mixed(rgb("canvas"), 0.62, rgb("panel"))
    assert near(shown[marks, at[19]], dark), "frame 19 is outside the range"
    assert near(shown[3, 1:5], rgb("window"), 0)
