"""The tour waits for what the user really does; help is about the part of the window that is pointed at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTextBrowser, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.paths import resource
from rpcm_gui.base.language import LANGUAGES
from rpcm_gui.session.session import Session
from rpcm_gui.views.dialogs.export_dialog import ExportDialog
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.shell import help_dock
from rpcm_gui.views.shell.help_dock import TOPICS, explain, topic_of, topics
from rpcm_gui.views.shell.tour import STEPS, Marker

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.set_session(None)


def paint(session: Session, index: int) -> None:
    mask = np.zeros(session.size, np.uint8)
    mask[2:6, 2 + index : 9] = session.position.object or 1
    session.editing.commit_labels(index, mask, "Draw")


def step_of(window: MainWindow) -> str:
    return STEPS[window.tour.number].title if window.tour.active else ""


def test_that_the_tour_goes_on_when_each_step_was_really_done(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    with qtbot.waitSignal(window.sampleRequested):
        window.action("help.tour").trigger()
    assert step_of(window) == "Open the sample clip"
    window.set_session(session)
    assert step_of(window) == "Paint an object"
    session.position.select_object(session.editing.add_object("A"))
    assert step_of(window) == "Paint an object"
    paint(session, 0)
    assert step_of(window) == "Propagate"
    session.propagate("forward")
    qtbot.waitUntil(lambda: step_of(window) == "See where the network is uncertain")
    window.action("view.reliability").trigger()
    assert step_of(window) == "Go to an uncertain frame"
    session.position.go_to(3)
    assert step_of(window) == "Correct it"
    paint(session, 3)
    assert step_of(window) == "Undo"
    window.action("edit.undo").trigger()
    assert step_of(window) == "Export"
    window.action("file.export").trigger()
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.reject()
    assert not window.tour.active and window.tour.card.isVisible()
    button(window, "tour.end").click()
    assert not window.tour.card.isVisible()


def button(window: MainWindow, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_that_steps_can_be_skipped_and_the_tour_left_at_any_time(window: MainWindow, session: Session) -> None:
    window.action("help.tour").trigger()
    window.set_session(session)
    window.action("view.reliability").trigger()
    for _ in range(2):
        button(window, "tour.skip").click()
    assert step_of(window) == "Go to an uncertain frame", "a map that is shown already needs no step"
    marker = window.findChild(Marker)
    assert isinstance(marker, Marker) and marker.isVisible()
    timeline = window.workspace.timeline
    assert marker.geometry().topLeft() == timeline.mapTo(window, QPoint())
    button(window, "tour.end").click()
    assert not window.tour.active and not marker.isVisible()
    session.position.select_object(session.editing.add_object("A"))
    paint(session, 0)
    assert not window.tour.card.isVisible()


def test_that_the_tour_takes_neither_focus_nor_clicks_from_the_work(window: MainWindow, session: Session) -> None:
    window.set_session(session)
    window.workspace.canvas.setFocus()
    window.tour.begin()
    window.set_session(session)
    assert window.focusWidget() is window.workspace.canvas
    marker = window.findChild(Marker)
    assert isinstance(marker, Marker)
    assert marker.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


@pytest.mark.parametrize("name", LANGUAGES)
def test_that_every_language_has_every_topic(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(help_dock, "language", lambda: name)
    found = topics()
    assert list(found) == list(TOPICS)
    for text in found.values():
        title, blank, *rest = text.splitlines()
        assert title.startswith("# ") and not blank and rest


def test_that_f1_explains_the_part_that_has_the_focus_or_is_pointed_at(
    window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.set_session(session)
    pointed: list[QWidget | None] = [None]
    monkeypatch.setattr(QCursor, "pos", lambda: QPoint(-1000, -1000))
    monkeypatch.setattr("rpcm_gui.views.shell.help_dock.QApplication.widgetAt", lambda _place: pointed[0])
    window.workspace.canvas.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.help.dock.isVisible() and window.help.dock.topic == "canvas"
    pointed[0] = window.workspace.timeline.slider
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.help.dock.topic == "timeline"
    shown = window.help.dock.findChild(QTextBrowser)
    assert isinstance(shown, QTextBrowser)
    assert "Play" in shown.toPlainText() and "Space" in shown.toPlainText()
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert not window.help.dock.isVisible()


def test_that_topics_are_linked(window: MainWindow) -> None:
    window.help.dock.show_topic("canvas")
    shown = window.help.dock.findChild(QTextBrowser)
    assert isinstance(shown, QTextBrowser)
    shown.anchorClicked.emit(QUrl("objects"))
    assert window.help.dock.topic == "objects"


def test_that_everything_in_the_window_lies_in_a_part_with_a_topic(window: MainWindow, session: Session) -> None:
    window.set_session(session)
    explain(window)
    for name in TOPICS:
        part = window if name == "window" else window.findChild(QWidget, name)
        assert part is not None and part.whatsThis()
        assert topic_of(part) == name
    for made in window.findChildren(QToolButton):
        assert made.whatsThis() or made.parentWidget() is not None


def test_that_a_missing_help_file_is_told(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(help_dock, "resource", tmp_path.joinpath)
    window.action("help.topic").trigger()
    assert "en.md" in window.messages.history[-1].text
    (tmp_path / "help").mkdir()
    (tmp_path / "help" / "en.md").write_text("<!-- canvas -->\n# Canvas\n", "utf-8")
    with pytest.raises(UserError, match=r"en\.md"):
        topics()
    assert not window.help.dock.isVisible()
    assert resource("help", "en.md").is_file()
