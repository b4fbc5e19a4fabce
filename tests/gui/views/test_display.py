"""What the canvas can show beside masks: onion skin, entropy, thresholds, comparisons, minimap, adjusted pictures."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QListWidget, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from core.project.codec import encode_entropy
from core.project.tables.runs import PackedEntropy
from core.types import PoolSummary, UInt8Array
from rpcm_gui.base.values import FrameSummary
from rpcm_gui.session.session import Session
from rpcm_gui.views.canvas import decorations
from rpcm_gui.views.canvas.canvas import Canvas
from rpcm_gui.views.canvas.session_view import EntropyReader
from rpcm_gui.views.canvas.viewport import Viewport
from rpcm_gui.views.dialogs.pool_dialog import PoolDialog, patches, reason
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.painting.overlay import (
    AFTER,
    BEFORE,
    Adjustment,
    Compare,
    EntropyMap,
    Style,
    adjusted,
    adjustment_table,
    edges,
    heat_table,
    threshold_table,
)
from rpcm_gui.views.widgets.tool_state import ToolState
from tests.gui.conftest import OpenSession
from tests.helpers.fake_session import FakeSession
from tests.helpers.view_fixtures import click, drag

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
HEIGHT, WIDTH, ZOOM, LEFT, TOP = 48, 64, 4, 8, 4


@pytest.fixture
def session() -> FakeSession:
    fake = FakeSession(height=HEIGHT, width=WIDTH)
    fake.position.select_object(fake.editing.add_object("A"))
    labels = np.zeros((HEIGHT, WIDTH), np.uint8)
    labels[10:20, 10:30] = 1
    fake.editing.set_labels(3, labels)
    fake.document.masks.entropies[3] = np.tile(np.linspace(0, 1, WIDTH, dtype=np.float16), (HEIGHT, 1))
    fake.position.go_to(3)
    return fake


@pytest.fixture
def canvas(qtbot: QtBot, session: FakeSession) -> Iterator[Canvas]:
    tools = ToolState()
    tools.set_size(1)
    made = Canvas(tools)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.set_session(session.real())
    made.look(Viewport(ZOOM, LEFT, TOP))
    session.deliver()
    yield made
    made.set_session(None)


def pixels(canvas: Canvas) -> npt.NDArray[np.int16]:
    """The widget's pixels, (H, W, 3) RGB."""
    picture = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : picture.width() * 3].reshape(picture.height(), picture.width(), 3).astype(np.int16)


def image_pixels(canvas: Canvas) -> npt.NDArray[np.int16]:
    """One screen pixel of every image pixel."""
    return pixels(canvas)[TOP + 2 : TOP + HEIGHT * ZOOM : ZOOM, LEFT + 2 : LEFT + WIDTH * ZOOM : ZOOM]


def at(x: float, y: float) -> QPointF:
    return QPointF(LEFT + ZOOM * x, TOP + ZOOM * y)


def test_that_the_onion_skin_outlines_the_frames_before_and_after(canvas: Canvas, session: FakeSession) -> None:
    before, after = np.zeros((2, HEIGHT, WIDTH), np.uint8)
    before[25:35, 10:20], after[25:35, 40:50] = 1, 1
    session.editing.set_labels(2, before)
    session.editing.set_labels(4, after)
    bare = image_pixels(canvas)
    canvas.set_overlay_style(Style(onion=True))
    shown = image_pixels(canvas)
    for labels, colour in ((before, BEFORE), (after, AFTER)):
        line = edges(labels, 1) > 0
        assert np.abs(shown[line] - (bare[line] * 0.15 + np.array(colour) * 0.85)).max() <= 2
        inside = (labels > 0) & ~line
        assert np.array_equal(shown[inside], bare[inside])
    session.editing.set_labels(4, before)
    assert np.array_equal(image_pixels(canvas)[edges(after, 1) > 0], bare[edges(after, 1) > 0])


def test_that_the_entropy_is_shown_as_heat_and_read_only_when_wanted(canvas: Canvas, session: FakeSession) -> None:
    canvas.set_overlay_style(Style(masks=False))
    bare = image_pixels(canvas)
    canvas.set_overlay_style(Style(masks=False, entropy=True))
    shown = image_pixels(canvas)
    assert np.array_equal(shown[:, 0], bare[:, 0])
    assert (np.abs(shown[:, 20:] - bare[:, 20:]).sum(axis=2) > 30).all()
    del session.document.masks.entropies[3]
    session.deliver()
    assert np.array_equal(image_pixels(canvas), bare)


@pytest.mark.parametrize("threshold", [0.2, 0.5, 0.9])
def test_that_the_reliability_threshold_moves_live(canvas: Canvas, session: FakeSession, threshold: float) -> None:
    canvas.set_overlay_style(Style(masks=False, reliability=True, threshold=threshold))
    black = (image_pixels(canvas) == 0).all(axis=2)
    expected = session.document.masks.entropies[3].astype(np.float32) > threshold
    near = np.abs(session.document.masks.entropies[3].astype(np.float32) - threshold) < 0.01
    assert np.array_equal(black[~near], expected[~near])


@given(st.floats(0.01, 5), st.floats(0, 4))
def test_that_levels_stand_for_the_entropy_in_its_unit(largest: float, threshold: float) -> None:
    black = [number != 0 for number in threshold_table(threshold, largest)]
    assert black == [level / 255 * largest > threshold for level in range(256)]
    heat = heat_table(1.0, largest)
    assert heat[0] >> 24 == 0 and heat[255] == heat_table(1.0)[round(255 * min(largest, 1.0))]


class Watched(PackedEntropy):
    """Tells which threads unpacked one."""

    threads: ClassVar[set[int]] = set()

    def levels(self) -> UInt8Array:
        Watched.threads.add(threading.get_ident())
        return PackedEntropy.levels(self)


def test_that_a_large_entropy_map_is_unpacked_on_another_thread(qtbot: QtBot) -> None:
    """Nothing of another frame is shown meanwhile, and only what was asked for last arrives."""
    rows, columns = 1100, 2000
    maps = [np.full((rows, columns), value, np.float16) for value in (0.25, 0.75)]
    packed = [Watched(*encode_entropy(each), each.shape, Path("clip.rpcm")) for each in maps]
    reader, came = EntropyReader(), list[EntropyMap | None]()
    reader.arrived.connect(came.append)
    reader.read(4, packed[0])
    reader.read(5, packed[1])
    assert came == [None, None]
    qtbot.waitUntil(lambda: len(came) == 3)
    reader.close()
    found = came[-1]
    assert found is not None and found.heat.image.color(255) == heat_table(0.75, 0.75)[255]
    assert (found.heat.pixels == 255).all()
    assert threading.get_ident() not in Watched.threads
    reader.read(5, None)
    assert came[-1] is None


def test_that_a_damaged_entropy_map_is_told(qtbot: QtBot) -> None:
    reader = EntropyReader()
    damaged = PackedEntropy(b"no map", 1.0, (1100, 2000), Path("clip.rpcm"))
    with qtbot.waitSignal(reader.failed) as told:
        reader.read(0, damaged)
    assert "clip.rpcm" in str(told.args)
    reader.close()


@pytest.mark.parametrize("compare", list(Compare))
def test_that_a_wipe_shows_the_other_side_left_of_its_line(
    canvas: Canvas, session: FakeSession, compare: Compare
) -> None:
    session.document.masks.reliabilities[3] = np.where(np.arange(WIDTH) < 20, 0, 255).astype(np.uint8) * np.ones(
        (HEIGHT, 1), np.uint8
    )
    session.deliver()
    masks = image_pixels(canvas)
    other_style = {
        Compare.FRAME: Style(masks=False),
        Compare.RELIABILITY: Style(masks=False, reliability=True),
        Compare.ENTROPY: Style(masks=False, entropy=True),
    }
    canvas.set_overlay_style(other_style[compare])
    other = image_pixels(canvas)
    canvas.set_overlay_style(Style(wipe=True, compare=compare))
    canvas.move_wipe(LEFT + ZOOM * 20)
    shown = image_pixels(canvas)
    assert np.array_equal(shown[:, :18], other[:, :18])
    assert np.array_equal(shown[:, 22:], masks[:, 22:])
    assert not np.array_equal(other, masks)


def test_that_the_wipe_is_dragged_by_its_grip_and_painting_goes_on_beside_it(
    canvas: Canvas, session: FakeSession
) -> None:
    canvas.set_overlay_style(Style(wipe=True))
    grip = QPointF(canvas.wipe_x, canvas.height() / 2)
    drag(canvas, [grip, grip + QPointF(-60, 0)])
    assert canvas.wipe_x == grip.x() - 60 and session.editing.commits == []
    click(canvas, at(40.5, 30.5))
    assert session.document.masks.labels(3)[30, 40] == 1


def test_that_both_sides_show_the_same_place_and_can_be_painted(canvas: Canvas, session: FakeSession) -> None:
    canvas.set_overlay_style(Style(side=True))
    canvas.fit()
    half = canvas.pane.left()
    assert canvas.viewport.frame(canvas.image_size).left() >= half
    shown = pixels(canvas)
    place = canvas.viewport.to_widget(QPointF(15.5, 15.5)).toPoint()
    assert (shown[place.y(), place.x() - half] == session.picture(3)[0, 0]).all()
    assert not (shown[place.y(), place.x()] == session.picture(3)[0, 0]).all()
    click(canvas, canvas.viewport.to_widget(QPointF(40.5, 30.5)) - QPointF(half, 0))
    click(canvas, canvas.viewport.to_widget(QPointF(50.5, 30.5)))
    assert session.document.masks.labels(3)[30, 40] == 1 and session.document.masks.labels(3)[30, 50] == 1


def test_that_the_minimap_shows_when_zoomed_in_and_moves_the_view(canvas: Canvas, session: FakeSession) -> None:
    canvas.fit()
    assert canvas.layers is not None
    assert decorations.area(canvas.layers, canvas.viewport, canvas.pane).isEmpty()
    canvas.zoom_by(6)
    where = decorations.area(canvas.layers, canvas.viewport, canvas.pane)
    drag(canvas, [where.center(), where.topLeft() + QPointF(where.width() / 4, where.height() / 4)])
    middle = canvas.viewport.to_image(QRectF(canvas.rect()).center())
    assert abs(middle.x() - WIDTH / 4) < 1 and abs(middle.y() - HEIGHT / 4) < 1
    assert session.editing.commits == []
    with_map = pixels(canvas)
    canvas.show_minimap = False
    canvas.update()
    assert not np.array_equal(with_map, pixels(canvas))
    session.editing.set_labels(3, np.zeros((HEIGHT, WIDTH), np.uint8))
    click(canvas, where.center())
    assert session.editing.commits != []


@given(st.floats(-1, 1), st.floats(-0.9, 0.9), st.floats(0.25, 4))
def test_that_adjustments_keep_the_order_of_levels(brightness: float, contrast: float, gamma: float) -> None:
    table = adjustment_table(Adjustment(brightness, contrast, gamma)).astype(int)
    assert (np.diff(table) >= 0).all()
    assert np.array_equal(adjustment_table(Adjustment()), np.arange(256))


def test_that_the_picture_is_adjusted_for_viewing_only(canvas: Canvas, session: FakeSession) -> None:
    canvas.set_overlay_style(Style(masks=False))
    adjustment = Adjustment(0.2, 0.3, 1.5)
    canvas.set_adjustment(adjustment)
    expected = adjusted(session.picture(3), adjustment)[0, 0]
    assert (image_pixels(canvas) == expected).all()
    assert session.editing.commits == [] and (session.picture(3)[0, 0] == 43).all()
    session.position.go_to(5)
    session.deliver()
    assert (image_pixels(canvas) == adjusted(session.picture(5), adjustment)[0, 0]).all()


@pytest.fixture
def window(qtbot: QtBot, session: FakeSession) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    made.set_session(session.real())
    session.deliver()
    yield made
    made.set_session(None)


def test_that_actions_choose_the_style_and_the_two_comparisons_exclude_each_other(window: MainWindow) -> None:
    canvas = window.workspace.canvas
    for name in ("entropy", "onion", "side"):
        window.action(f"view.{name}").trigger()
    window.action("compare.entropy").trigger()
    style = canvas.overlay_style
    assert style.entropy and style.onion and style.side and style.compare is Compare.ENTROPY
    window.action("view.wipe").trigger()
    assert canvas.overlay_style.wipe and not canvas.overlay_style.side
    assert not window.action("view.side").isChecked()
    window.action("view.grid").trigger()
    window.action("view.minimap").trigger()
    assert not canvas.show_grid and not canvas.show_minimap


def test_that_the_display_panel_moves_the_threshold_and_the_picture(window: MainWindow) -> None:
    canvas = window.workspace.canvas
    window.action("view.display").trigger()
    panel = window.workspace.display.panel
    assert panel.isVisible()
    threshold, gamma = panel.findChild(QSlider, "display.threshold"), panel.findChild(QSlider, "display.gamma")
    own, reset = panel.findChild(QCheckBox, "display.own"), panel.findChild(QPushButton, "display.reset")
    assert isinstance(threshold, QSlider) and isinstance(gamma, QSlider)
    assert isinstance(own, QCheckBox) and isinstance(reset, QPushButton)
    threshold.setValue(30)
    assert canvas.overlay_style.threshold == 0.3 and canvas.overlay_style.reliability
    assert window.action("view.reliability").isChecked()
    gamma.setValue(50)
    assert panel.adjustment.gamma == 2
    reset.click()
    assert canvas.overlay_style.threshold is None and panel.adjustment == Adjustment()
    window.action("view.display").trigger()
    assert not panel.isVisible()


def test_that_the_pool_says_which_frames_are_in_it_and_why() -> None:
    assert reason(FrameSummary(annotated=True)) == "your masks"
    assert reason(FrameSummary(predicted=True, unsure_share=0.25)) == "75.0% reliable"
    reliability = np.full((HEIGHT, WIDTH), 255, np.uint8)
    reliability[:, : WIDTH // 2] = 0
    image = patches(np.full((24, 32, 3), 200, np.uint8), reliability)
    assert [image.pixelColor(x, 10).red() for x in (3, 15, 16, 30)] == [30, 30, 200, 200]


def test_that_the_pool_dialog_follows_the_frame(qtbot: QtBot, session_of_run: Session) -> None:
    dialog = PoolDialog(session_of_run)
    qtbot.addWidget(dialog)
    rows = dialog.findChild(QListWidget, "pool.frames")
    assert isinstance(rows, QListWidget)
    assert rows.count() == 0
    session_of_run.position.go_to(5)
    assert [rows.item(n).text() for n in range(rows.count())] == ["0\nyour masks"]
    qtbot.waitUntil(lambda: not rows.item(0).icon().isNull())
    rows.itemActivated.emit(rows.item(0))
    assert session_of_run.position.frame == 0
    dialog.reject()


@pytest.fixture
def session_of_run(qtbot: QtBot, open_session: OpenSession) -> Session:
    made = open_session()
    made.position.select_object(made.editing.add_object("A"))
    labels = np.zeros(made.size, np.uint8)
    labels[5:9, 5:9] = 1
    made.editing.commit_labels(0, labels, "Draw")
    made.propagate("forward")
    qtbot.waitUntil(lambda: not made.runs.state.running and made.document.summary(made.frame_count - 1).predicted)
    made.position.go_to(0)
    assert made.document.masks.pool(0) is None and made.document.masks.pool(5) == PoolSummary((0,), 100)
    return made


def test_that_thumbnails_come_for_what_was_asked_last(qtbot: QtBot, session_of_run: Session) -> None:
    thumbnails = session_of_run.thumbnails
    thumbnails.request([1, 2])
    thumbnails.request([7, 8])
    qtbot.waitUntil(lambda: thumbnails.get(7) is not None and thumbnails.get(8) is not None)
    picture = thumbnails.get(8)
    assert picture is not None and picture.shape == (44, 59, 3) and (picture == 8).all()
