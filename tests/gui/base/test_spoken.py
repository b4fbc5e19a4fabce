"""No word escapes translation: a language that marks every text shows which ones are not marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.formats import WRITERS
from rpcm_gui.base.language import CONTEXT
from rpcm_gui.base.settings import Settings
from rpcm_gui.base.values import BugReport
from rpcm_gui.preferences import Preferences
from rpcm_gui.session.session import Session
from rpcm_gui.views.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

MARK = "⟦"
NAMES = re.compile(
    r"RPCM Annotator|English|Deutsch|简体中文|ValueError: no|trace|[\w./\\-]*\.(rpcm|mp4)|fake|"
    r"Ctrl|Shift|Alt|Del|Space|Home|End|Left|Right|Up|Down|"
    r"PgUp|PgDown|PgDn|Esc|Tab|F\d+|GB|MB|px|fps|[A-Z]"
)
FORMATS = {writer.title for writer in WRITERS.values()} | {"val"}
"""Names that are the same in every language."""


class Marking(QTranslator):
    """Translates every text of ours into itself between brackets."""

    def translate(self, context: str, source: str, *rest: object) -> str:
        return f"{MARK}{source}" if context == CONTEXT else source


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, session: Session) -> Iterator[MainWindow]:
    marking = Marking(qapp)
    qapp.installTranslator(marking)
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    session.position.select_object(session.editing.add_object(None))
    session.editing.add_object("X")
    made.set_session(session)
    yield made
    made.set_session(None)
    qapp.removeTranslator(marking)


def texts(widget: QWidget) -> Iterator[str]:
    """Everything that a widget shows or says."""
    yield from (widget.toolTip(), widget.whatsThis(), widget.accessibleName(), widget.windowTitle())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    if isinstance(widget, QListWidget):
        yield from (widget.item(number).text() for number in range(widget.count()))
    if isinstance(widget, QTableWidget):
        cells = (widget.item(row, column) for row in range(widget.rowCount()) for column in range(widget.columnCount()))
        yield from (cell.text() for cell in cells if cell is not None)
        heads = (widget.horizontalHeaderItem(column) for column in range(widget.columnCount()))
        yield from (head.text() for head in heads if head is not None)


def unmarked(root: QWidget) -> list[str]:
    found = {
        text
        for widget in [root, *root.findChildren(QWidget)]
        if not widget.objectName().startswith("qt_")
        for text in texts(widget)
        if MARK not in text and text not in FORMATS and re.search("[A-Za-z]", NAMES.sub("", text))
    }
    return sorted(found)


def test_that_every_word_of_the_window_can_be_translated(window: MainWindow) -> None:
    window.tour.begin()
    assert unmarked(window) == []


DIALOGS: dict[str, Callable[[MainWindow], object]] = {
    "export": lambda window: window.action("file.export").trigger(),
    "palette": lambda window: window.action("edit.commands").trigger(),
    "shortcuts": lambda window: window.action("help.shortcuts").trigger(),
    "about": lambda window: window.action("help.about").trigger(),
    "pool": lambda window: window.action("view.pool").trigger(),
    "merge": lambda window: window.action("object.merge").trigger(),
    "names": lambda window: window.action("object.edit_all").trigger(),
    "settings": lambda window: window.action("edit.settings").trigger(),
    "keys": lambda window: window.action("edit.keys").trigger(),
    "bug": lambda window: window.show_bug(BugReport("ValueError: no", "trace")),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_that_every_word_of_a_dialog_can_be_translated(window: MainWindow, name: str) -> None:
    preferences = Preferences(window, Settings(), window)
    DIALOGS[name](window)
    dialog = window.findChild(QDialog, f"dialog.{name}")
    assert isinstance(dialog, QDialog)
    left = unmarked(dialog)
    assert not left, left
    dialog.reject()
    preferences.deleteLater()
