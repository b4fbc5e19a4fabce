"""Without a mouse and without eyes: every control has a name, and the keyboard reaches every one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from rpcm_gui.base.settings import Settings
from rpcm_gui.base.values import BugReport
from rpcm_gui.preferences import Preferences
from rpcm_gui.session.session import Session
from rpcm_gui.views.main_window import PARTS, MainWindow, controls

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QKeySequenceEdit, QLineEdit,
    QPlainTextEdit, QProgressBar,
)  # fmt: skip
_WHOLES = (QAbstractSpinBox, QComboBox, QKeySequenceEdit, QAbstractItemView)


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1440, 1000)
    with qtbot.waitExposed(made):
        made.show()
    session.position.select_object(session.editing.add_object("A"))
    session.editing.add_object("B")
    made.set_session(session)
    made.activateWindow()
    yield made
    made.set_session(None)


def spoken(widget: QWidget) -> str:
    """What a screen reader says of a control."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def of_qt(widget: QWidget) -> bool:
    """Whether Qt put it there, as a part of a control that has a name itself."""
    if isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, _WHOLES):
        parent = parent.parentWidget()
    return parent is not None


def nameless(root: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, CONTROLS) and not of_qt(widget) and not spoken(widget)
    ]


def test_that_every_control_of_the_window_has_a_name(window: MainWindow) -> None:
    assert nameless(window) == []


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
def test_that_every_control_of_a_dialog_has_a_name_and_is_reached_by_tab(window: MainWindow, name: str) -> None:
    preferences = Preferences(window, Settings(), window)
    DIALOGS[name](window)
    dialog = window.findChild(QDialog, f"dialog.{name}")
    assert isinstance(dialog, QDialog) and dialog.isVisible()
    assert nameless(dialog) == []
    assert reached_by_tab(dialog) >= set(controls(dialog))
    dialog.reject()
    preferences.deleteLater()


def reached_by_tab(root: QWidget) -> set[QWidget]:
    """Every control that gets the focus as Tab is pressed again and again."""
    found: list[QWidget] = []
    next(controls(root)).setFocus()
    while (focus := root.focusWidget()) is not None and focus not in found:
        found.append(focus)
        if root.isModal():
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        else:
            # No window manager here makes a second window the active one, so the first one would get the key.
            focus.focusNextPrevChild(True)
    return set(found)


def test_that_f6_goes_through_the_parts_and_back(window: MainWindow) -> None:
    canvas = window.workspace.canvas
    canvas.setFocus()
    seen = []
    for _ in range(12):
        focus = window.focusWidget()
        assert focus is not None
        part: QWidget | None = focus
        while part is not None and part.objectName() not in PARTS:
            part = part.parentWidget()
        assert part is not None
        seen.append(part.objectName())
        QTest.keyClick(focus, Qt.Key.Key_F6)
        if window.focusWidget() is canvas:
            break
    assert seen == [name for name in PARTS if name in seen]
    assert {"canvas", "options", "objects", "run", "timeline", "toolbar", "tools"} <= set(seen)
    QTest.keyClick(canvas, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() in list(controls(window.workspace.tools))


def test_that_tab_selects_objects_on_the_canvas_and_controls_elsewhere(window: MainWindow, session: Session) -> None:
    window.workspace.canvas.setFocus()
    assert session.position.object == 1
    QTest.keyClick(window.workspace.canvas, Qt.Key.Key_Tab)
    assert session.position.object == 2
    inside = list(controls(window.workspace.options))
    inside[0].setFocus()
    QTest.keyClick(inside[0], Qt.Key.Key_Tab)
    assert window.focusWidget() is inside[1] and session.position.object == 2


@pytest.mark.parametrize("name", ["options", "objects", "run", "timeline", "tools"])
def test_that_tab_reaches_every_control_of_a_part(window: MainWindow, name: str) -> None:
    part = window.findChild(QWidget, name)
    assert part is not None
    unreachable = [
        widget.objectName() or type(widget).__name__
        for widget in part.findChildren(QWidget)
        if isinstance(widget, CONTROLS) and not of_qt(widget) and not isinstance(widget, QProgressBar)
        if widget.isVisible() and widget.isEnabled() and widget not in set(controls(part))
    ]
    assert unreachable == []


def test_that_rows_of_objects_need_no_mouse(window: MainWindow, session: Session) -> None:
    window.action("object.lock").trigger()
    window.action("object.visible").trigger()
    assert session.document.objects[0].locked and not session.document.objects[0].visible
    window.action("object.lock").trigger()
    window.action("object.visible").trigger()
    assert not session.document.objects[0].locked and session.document.objects[0].visible
    window.action("object.colour").trigger()
    dialog = window.findChild(QDialog)
    assert isinstance(dialog, QDialog) and "A" in dialog.windowTitle()
    dialog.reject()
