"""What spares the user's eyes and patience: a picture that keeps still, a status that is true, readable text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from core.paths import resource
from rpcm_gui.actions.table import SPECS
from rpcm_gui.base.values import FrameSummary, RunState
from rpcm_gui.views.dialogs.command_palette import CommandPalette, plain
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.widgets import theme
from rpcm_gui.views.widgets.picture_view import PictureView
from tests.helpers.fake_session import FakeSession

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.set_session(None)


@pytest.fixture
def session(window: MainWindow) -> FakeSession:
    fake = FakeSession()
    window.set_session(fake.real())
    fake.deliver()
    return fake


def said(window: MainWindow) -> str:
    label = window.findChild(QLabel, "status.text")
    assert isinstance(label, QLabel)
    return label.text()


def test_that_the_picture_keeps_still_when_the_first_objects_are_added(
    qtbot: QtBot, window: MainWindow, session: FakeSession
) -> None:
    timeline = window.workspace.timeline.slider
    before = timeline.sizeHint().height()
    for name in "ABC":
        session.editing.add_object(name)
    assert timeline.sizeHint().height() == before
    for name in "EF":
        session.editing.add_object(name)
    assert timeline.sizeHint().height() > before, "further objects have lanes as well"


def test_that_the_row_of_the_object_that_is_painted_stays_in_sight(
    qtbot: QtBot, window: MainWindow, session: FakeSession
) -> None:
    for number in range(12):
        session.editing.add_object(f"Object {number}")
    session.position.select_object(session.document.objects[-1].id)
    rows = window.findChild(QListWidget, "objects.list")
    assert isinstance(rows, QListWidget)
    window.action("view.history").trigger()
    window.resize(960, 620)

    def is_seen() -> bool:
        place = rows.visualItemRect(rows.currentItem())
        return rows.viewport().rect().contains(place)

    qtbot.waitUntil(is_seen)


def test_that_the_status_bar_tells_of_a_run_when_it_begins_rests_and_ends(
    window: MainWindow, session: FakeSession
) -> None:
    for text in ("Propagating", "Paused; finished frames are kept", "Stopped after 3 of 9 frames; they are kept"):
        session.runs.show(RunState(running=True, done=3, total=9, text=text))
        assert said(window) == text
    window.status.say("Brush stroke")
    session.runs.show(RunState(running=True, done=4, total=9, text=text))
    assert said(window) == "Brush stroke", "a frame more is no news"


def test_that_the_way_through_unsure_frames_tells_place_and_share(window: MainWindow, session: FakeSession) -> None:
    session.document.summarise(4, FrameSummary(predicted=True, unsure_share=0.25))
    session.document.summarise(9, FrameSummary(predicted=True, unsure_share=0.5))
    window.action("go.next_unsure").trigger()
    assert "frame 9" in said(window) and "50.0%" in said(window) and "1 of 1" in said(window)
    session.document.summarise(9, FrameSummary(predicted=True, reviewed=True))
    session.document.summarise(4, FrameSummary(predicted=True, reviewed=True))
    window.action("go.next_unsure").trigger()
    assert "No uncertain frames are left" in said(window)


def test_that_the_status_bar_says_how_a_tool_is_used_when_it_is_taken(window: MainWindow, session: FakeSession) -> None:
    window.action("tool.polygon").trigger()
    assert said(window) == "Polygon: Click points; Enter closes, Esc cancels"
    window.action("tool.larger").trigger()
    assert said(window) == "Polygon: Click points; Enter closes, Esc cancels"


def test_that_the_palette_begins_in_the_order_of_the_menus(window: MainWindow, session: FakeSession) -> None:
    window.action("edit.commands").trigger()
    palette = window.findChild(CommandPalette)
    assert isinstance(palette, CommandPalette)
    rows = palette.findChild(QListWidget, "palette.list")
    assert isinstance(rows, QListWidget)
    offered = [name for name in SPECS if window.action(name).isEnabled()]
    titles = [rows.item(number).text().split("    ")[0] for number in range(rows.count())]
    assert titles == [plain(window.action(name)) for name in offered]
    palette.reject()


def test_that_a_picture_that_is_not_there_yet_says_what_it_will_be(qtbot: QtBot) -> None:
    def shades(hint: str) -> int:
        view = PictureView("picture", "Preview", hint)
        qtbot.addWidget(view)
        view.resize(300, 200)
        shown = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        return len(np.unique(np.frombuffer(shown.constBits(), np.uint32)))

    assert shades("") == 1 < shades("Frames are shown here")


def test_that_the_keyboard_s_place_is_seen_on_the_start_page(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    sheet = qapp.styleSheet()
    try:
        qapp.setStyleSheet(theme.style_sheet())
        window.set_recent([Path("/clips/dog.mp4")])
        with qtbot.waitActive(window):
            window.activateWindow()
        buttons = window.start.findChildren(QPushButton)
        assert "dog.mp4" in buttons[-1].text()
        qtbot.waitUntil(buttons[-1].isVisible)
        for button, other in zip(buttons, [*buttons[1:], buttons[0]], strict=True):
            other.setFocus()
            without = button.grab().toImage()
            button.setFocus()
            assert button.grab().toImage() != without, button.text()
    finally:
        qapp.setStyleSheet(sheet)


def luminance(rgb: QColor) -> float:
    """Relative luminance, 0..1 (WCAG 2.2)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(rgb.redF()) + 0.7152 * linear(rgb.greenF()) + 0.0722 * linear(rgb.blueF())


@pytest.mark.parametrize("name", ["dark", "light"])
def test_that_every_text_stands_out_from_its_ground(name: str) -> None:
    """Contrast of at least 4.5 to 1, as WCAG 2.2 asks of text (1.4.3)."""
    table = {key: luminance(QColor(value)) for key, value in theme.read(resource("theme", f"{name}.json")).items()}
    grounds = {
        "text": ("window", "panel", "raised", "hover", "accent-soft", "warning-soft", "error-soft", "info-soft"),
        "muted": ("window", "panel", "raised", "warning-soft", "error-soft", "info-soft"),
        "faint": ("window", "panel", "raised"),
        "on-accent": ("primary", "primary-hover"),
        "error": ("window", "panel"),
        "warning": ("window", "panel"),
    }
    for ink, papers in grounds.items():
        for paper in papers:
            low, high = sorted((table[ink], table[paper]))
            assert (high + 0.05) / (low + 0.05) >= 4.5, (ink, paper)


def test_that_what_is_chosen_in_a_tree_can_be_read_in_the_light_theme(qtbot: QtBot, qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    theme.choose("light")
    try:
        qapp.setStyleSheet(theme.style_sheet())
        tree = QTreeWidget()
        qtbot.addWidget(tree)
        tree.setHeaderHidden(True)
        chosen = QTreeWidgetItem(["MMMMMMMM"])
        tree.addTopLevelItem(chosen)
        tree.resize(200, 60)
        tree.setCurrentItem(chosen)
        shown = tree.grab(tree.visualItemRect(chosen).translated(tree.viewport().pos())).toImage()
        shades = [luminance(shown.pixelColor(x, y)) for x in range(shown.width()) for y in range(shown.height())]
        assert (max(shades) + 0.05) / (min(shades) + 0.05) >= 4.5
    finally:
        theme.choose("dark")
        qapp.setStyleSheet(sheet)
