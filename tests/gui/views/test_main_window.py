"""The window as a whole: actions, keys, panels that follow the session, nothing left behind."""

from __future__ import annotations

import gc
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.formats import ExportOptions
from rpcm_gui.actions.spec import Menu
from rpcm_gui.actions.table import ACTIONS, MENUS, SPECS, TOOLBAR
from rpcm_gui.base.values import BugReport, FrameSummary, JobState, Message, RunState
from rpcm_gui.model.document import Document
from rpcm_gui.model.editing import EditCommands
from rpcm_gui.model.effective_masks import EffectiveMasks
from rpcm_gui.model.position import Position, TimeSeeker
from rpcm_gui.session.adapt import Adapting
from rpcm_gui.session.run_launcher import Launcher
from rpcm_gui.session.runs import Runs
from rpcm_gui.session.session import Session
from rpcm_gui.views.dialogs.dialogs import BugDialog, Dialog, RelinkDialog
from rpcm_gui.views.dialogs.export_dialog import ExportDialog
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.shell.action_handlers import VERBS
from rpcm_gui.views.widgets.tool_state import Tool
from rpcm_gui.workers.decoding import FrameLoader
from tests.helpers.fake_session import (
    FakeAdapting,
    FakeDocument,
    FakeEditing,
    FakeFrames,
    FakeLauncher,
    FakeMasks,
    FakePosition,
    FakeRuns,
    FakeSeeker,
    FakeSession,
)

W = TypeVar("W", bound=QWidget)

PANELS = {
    "canvas", "timeline", "timeline.slider", "objects", "objects.list", "run", "run.progress", "run.stop", "run.device",
    "messages", "tools", "tools.size",
}  # fmt: skip


# Qt's offscreen platform says so whenever a window with a layout is shown.
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
    fake.position.select_object(fake.editing.add_object("A"))
    fake.editing.add_object("B")
    window.set_session(fake.real())
    fake.deliver()
    return fake


def find(window: MainWindow, kind: type[W], name: str) -> W:
    found = window.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def ids_of(items: tuple[str | Menu | None, ...]) -> list[str]:
    found: list[str] = []
    for item in items:
        found += ids_of(item.items) if isinstance(item, Menu) else [item] if item else []
    return found


def test_that_action_ids_are_unique_and_shortcuts_free_of_conflicts() -> None:
    assert len(SPECS) == len(ACTIONS)
    keys = [QKeySequence(text).toString() for spec in ACTIONS for text in spec.shortcuts]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_that_every_action_is_in_a_menu_and_every_menu_item_is_an_action() -> None:
    in_menus = [action_id for menu in MENUS for action_id in ids_of(menu.items)]
    assert sorted(in_menus) == sorted(SPECS)
    assert set(ids_of(TOOLBAR)) <= set(SPECS)


def test_that_every_action_does_something(window: MainWindow) -> None:
    assert set(SPECS) == set(VERBS) | set(window._verbs)
    assert not set(VERBS) & set(window._verbs)


def test_that_actions_and_panels_are_found_by_name(window: MainWindow) -> None:
    assert {action.objectName() for action in window.actions()} >= set(SPECS)
    assert {widget.objectName() for widget in window.findChildren(QWidget)} >= PANELS
    assert window.action("file.open").objectName() == "file.open"


def test_that_the_fake_session_offers_nothing_that_the_real_one_lacks(session: FakeSession) -> None:
    own = {"real", "picture", "deliver", "fail", "summarise", "put_objects", "put", "show", "set_labels"}
    parts = {
        FakeSession: Session, FakeDocument: Document, FakeMasks: EffectiveMasks, FakePosition: Position,
        FakeEditing: EditCommands, FakeRuns: Runs, FakeLauncher: Launcher, FakeAdapting: Adapting,
        FakeFrames: FrameLoader, FakeSeeker: TimeSeeker,
    }  # fmt: skip
    for fake, real in parts.items():
        assert {name for name in vars(fake) if name[0] != "_" and not hasattr(real, name)} <= own, fake
    source = Path(inspect.getfile(Session)).read_text("utf-8")
    parts_of_fake = {name for name in vars(session) if not hasattr(FakeSession, name)} - {"calls", "device"}
    assert {name for name in parts_of_fake if f"self.{name}" not in source} == set()


def test_that_controls_have_accessible_names(window: MainWindow) -> None:
    kinds = (QPushButton, QToolButton, QComboBox, QSpinBox, QLineEdit, QListWidget, QProgressBar)
    nameless = [
        widget
        for kind in kinds
        for widget in window.findChildren(kind)
        if not widget.accessibleName()
        and not widget.objectName().startswith("qt_")
        and not (isinstance(widget, QPushButton | QToolButton) and (widget.text() or widget.toolTip()))
        and not isinstance(widget.parent(), QSpinBox)
    ]
    assert [widget.objectName() or type(widget).__name__ for widget in nameless] == []


def test_that_without_a_project_only_opening_and_help_can_be_used(window: MainWindow) -> None:
    usable = {action_id for action_id in SPECS if window.action(action_id).isEnabled()}
    assert usable == {
        "file.open", "file.open_folder", "file.open_project", "file.open_sample", "file.quit", "help.shortcuts",
        "view.next_part", "view.previous_part", "help.about", "help.topic", "help.what", "help.tour",
        "edit.commands", "edit.keys", "edit.settings",
    }  # fmt: skip
    assert window.start.isVisible() and not window.workspace.isVisible()


def test_that_actions_follow_the_run(window: MainWindow, session: FakeSession) -> None:
    assert window.action("propagate.forward").isEnabled()
    assert not window.action("propagate.stop").isEnabled()
    session.runs.show(RunState(running=True, done=3, total=12, fps=4.0, seconds_left=75, text="Forward"))
    assert window.action("propagate.forward").isEnabled(), "another run may wait for its turn"
    assert find(window, QPushButton, "run.stop").isEnabled()
    progress = find(window, QProgressBar, "run.progress")
    assert (progress.value(), progress.maximum()) == (3, 12)
    texts = {label.text() for label in window.workspace.run.findChildren(QLabel)}
    assert {"3 / 12", "4.0", "1:15", "Forward"} <= texts
    find(window, QPushButton, "run.stop").click()
    assert session.calls == [("stop",)]


@pytest.mark.parametrize(
    ("key", "modifier", "call"),
    [
        (Qt.Key.Key_F, Qt.KeyboardModifier.NoModifier, ("propagate", "forward")),
        (Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier, ("propagate", "backward")),
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier, ("propagate", "both")),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, ("go_to", 1)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, ("go_to", 10)),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, ("go_to", 19)),
    ],
)
def test_that_keys_reach_the_session(
    qtbot: QtBot,
    window: MainWindow,
    session: FakeSession,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    call: tuple[object, ...],
) -> None:
    QTest.keyClick(window.workspace.canvas, key, modifier)
    assert session.calls == [call]


def test_that_tool_keys_take_up_tools_and_digits_select_objects(
    qtbot: QtBot, window: MainWindow, session: FakeSession
) -> None:
    canvas, tools = window.workspace.canvas, window.workspace.tool_state
    keys = (
        (Qt.Key.Key_E, Tool.ERASER),
        (Qt.Key.Key_P, Tool.POLYGON),
        (Qt.Key.Key_G, Tool.FILL),
        (Qt.Key.Key_B, Tool.BRUSH),
    )
    for key, tool in keys:
        QTest.keyClick(canvas, key)
        assert tools.tool is tool
        assert window.action(f"tool.{tool}").isChecked()
    QTest.keyClick(canvas, Qt.Key.Key_2)
    assert session.position.object == 2
    QTest.keyClick(canvas, Qt.Key.Key_9)
    assert session.position.object == 2
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert session.position.object == 1
    QTest.keyClick(canvas, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert session.position.object == 2


def test_that_space_toggles_playback_from_the_window_and_from_the_canvas(
    qtbot: QtBot, window: MainWindow, session: FakeSession
) -> None:
    player = window.workspace.timeline.player
    QTest.keyClick(window.workspace.canvas, Qt.Key.Key_Space)
    assert player.playing and window.action("play.toggle").isChecked()
    window.action("play.toggle").trigger()
    assert not player.playing and not window.action("play.toggle").isChecked()


def test_that_escape_belongs_to_a_polygon_under_way_even_during_a_run(
    qtbot: QtBot, window: MainWindow, session: FakeSession
) -> None:
    session.runs.show(RunState(running=True, total=5))
    window.action("tool.polygon").trigger()
    canvas = window.workspace.canvas
    canvas.editor.press((5.0, 5.0))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.editor.polygon is None
    assert session.calls == []
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert session.calls == [("stop",)]


def test_that_undo_follows_the_stack_and_the_status_bar_says_what_happened(
    window: MainWindow, session: FakeSession
) -> None:
    said = find(window, QLabel, "status.text")
    assert not window.action("edit.undo").isEnabled()
    session.editing.commit_labels(0, np.ones(session.size, np.uint8), "Brush stroke")
    assert window.action("edit.undo").isEnabled()
    assert window.action("edit.undo").text() == "&Undo Brush stroke"
    assert said.text() == "Brush stroke"
    window.action("edit.undo").trigger()
    assert said.text() == "Undone: Brush stroke"
    assert window.action("edit.redo").isEnabled() and not window.action("edit.undo").isEnabled()


def test_that_the_window_fits_a_small_laptop(window: MainWindow, session: FakeSession) -> None:
    window.post(Message("warning", "Something happened to a frame of this clip.", "Look at it."))
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    assert least.width() <= 1100 and least.height() <= 690


def test_that_undo_in_mid_stroke_takes_the_stroke_back(window: MainWindow, session: FakeSession) -> None:
    canvas = window.workspace.canvas
    session.editing.commit_labels(0, np.ones(session.size, np.uint8), "Fill")
    session.position.select_object(2)
    canvas.editor.press((20.0, 20.0))
    window.action("edit.undo").trigger()
    canvas.editor.release()
    assert (session.document.masks.labels(0) == 1).all()
    assert session.undo_stack.redoText() == "Brush stroke"


def test_that_the_object_list_follows_the_session_and_changes_it(window: MainWindow, session: FakeSession) -> None:
    rows = find(window, QListWidget, "objects.list")
    assert [rows.item(n).text() for n in range(rows.count())] == ["A", "B"]
    rows.item(1).setText("Pilot")
    assert session.document.objects[1].name == "Pilot"
    rows.item(1).setText("   ")
    assert (session.document.objects[1].name, rows.item(1).text()) == ("Pilot", "Pilot")
    rows.setCurrentRow(1)
    assert session.position.object == 2
    session.position.select_object(1)
    assert rows.currentRow() == 0
    window.action("object.remove").trigger()
    assert [rows.item(n).text() for n in range(rows.count())] == ["Pilot"]
    assert rows.currentRow() == 0


def test_that_eye_and_lock_are_clicked_in_the_row(qtbot: QtBot, window: MainWindow, session: FakeSession) -> None:
    from rpcm_gui.views.panels.objects import eye_rect, lock_rect

    rows = find(window, QListWidget, "objects.list")
    place = rows.visualItemRect(rows.item(1))
    QTest.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, eye_rect(place).center()
    )
    QTest.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, lock_rect(place).center()
    )
    assert (session.document.objects[1].visible, session.document.objects[1].locked) == (False, True)
    assert session.document.objects[0].visible


def test_that_the_device_is_chosen_in_the_panel_and_in_the_menu(window: MainWindow, session: FakeSession) -> None:
    box = find(window, QComboBox, "run.device")
    assert [box.itemData(n) for n in range(box.count())] == ["auto", "cpu", "cuda", "mps"]
    window.action("device.cuda").trigger()
    assert (session.device, box.currentData()) == ("cuda", "cuda")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert session.device == "cpu"


def test_that_the_run_is_followed_until_the_person_goes_elsewhere(window: MainWindow, session: FakeSession) -> None:
    session.runs.show(RunState(running=True, total=9, done=1, frame=1))
    session.runs.show(RunState(running=True, total=9, done=2, frame=2))
    assert session.position.frame == 2
    session.position.go_to(15)
    session.runs.show(RunState(running=True, total=9, done=3, frame=3))
    assert session.position.frame == 15


def test_that_the_current_frames_reliability_is_shown(window: MainWindow, session: FakeSession) -> None:
    session.document.summarise(0, FrameSummary(predicted=True, unsure_share=0.034))
    assert "3.4% uncertain" in {label.text() for label in window.workspace.run.findChildren(QLabel)}
    window.action("review.mark").trigger()
    assert session.document.summary(0).reviewed and window.action("review.mark").isChecked()


def test_that_messages_are_shown_kept_and_dismissed(window: MainWindow, session: FakeSession) -> None:
    for level in ("info", "warning", "error"):
        session.messagePosted.emit(Message(level, f"{level} text", "Do this."))
        assert window.messages.isVisible()
        assert window.messages.property("level") == level
    assert {"error text", "Do this."} <= {label.text() for label in window.messages.findChildren(QLabel)}
    find(window, QToolButton, "messages.dismiss").click()
    assert not window.messages.isVisible()
    assert [message.level for message in window.messages.history] == ["info", "warning", "error"]


def test_that_an_export_is_asked_for_with_its_options_and_can_be_cancelled(
    window: MainWindow, session: FakeSession
) -> None:
    window.action("file.export_video").trigger()
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    find(window, QSpinBox, "dialog.opacity").setValue(80)
    find(window, QLineEdit, "dialog.destination").setText("there/out.mp4")
    find(window, QPushButton, "dialog.export.start").click()
    assert session.calls == [("export", "overlay", Path("there/out.mp4"), ExportOptions(opacity=0.8))]
    session.jobStateChanged.emit(JobState(running=True, title="Export to out.mp4", done=2, total=10))
    find(window, QToolButton, "job.cancel").click()
    assert session.calls[-1] == ("cancel_jobs",)
    session.jobStateChanged.emit(JobState())
    assert not find(window, QProgressBar, "job.progress").isVisible()


def test_that_a_davis_export_names_a_folder_beside_the_project_and_can_take_the_range_only(
    window: MainWindow, session: FakeSession
) -> None:
    session.position.set_range(3, 9)
    window.action("file.export").trigger()
    find(window, QComboBox, "dialog.frames").setCurrentIndex(1)
    find(window, QPushButton, "dialog.export.start").click()
    expected = ("export", "davis", session.path.with_name("clip-davis"), ExportOptions(range=(3, 9)))
    assert session.calls == [expected]


def test_that_a_bug_is_shown_with_a_report_to_copy(window: MainWindow, session: FakeSession) -> None:
    session.failed.emit(BugReport("KeyError: 3", "trace"))
    dialog = window.findChild(BugDialog)
    assert dialog is not None
    find(window, QPushButton, "dialog.copy").click()
    assert QApplication.clipboard().text() == "KeyError: 3\n\ntrace"
    dialog.close()


def test_that_a_failure_with_advice_is_a_message_and_no_dialog(window: MainWindow, session: FakeSession) -> None:
    desk = window.workspace
    for number, failed in enumerate((session.failed, desk.canvas.failed, desk.mask_verbs.failed, window.help.failed)):
        failed.emit(Message("error", f"Out of memory ({number}).", "Close other programs."))
        assert window.messages.history[-1].text == f"Out of memory ({number})."
    assert window.findChild(BugDialog) is None


def test_that_the_help_dialogs_open(window: MainWindow) -> None:
    for action_id, name in (("help.shortcuts", "dialog.shortcuts"), ("help.about", "dialog.about")):
        window.action(action_id).trigger()
        dialog = find(window, Dialog, name)
        assert dialog.isVisible()
        dialog.close()


def test_that_the_relink_dialog_tells_the_new_place(qtbot: QtBot) -> None:
    dialog = RelinkDialog(Path("a/clip.rpcm"), Path("gone/clip.mp4"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    assert str(Path("gone/clip.mp4")) in {label.text() for label in dialog.findChildren(QLabel)}
    with qtbot.waitSignal(dialog.relinked) as told:
        dialog._found("here/clip.mp4")
    assert told.args == [Path("here/clip.mp4")]


def test_that_dropping_a_file_and_choosing_a_recent_one_ask_to_open_it(window: MainWindow, tmp_path: Path) -> None:
    asked: list[Path] = []
    window.openRequested.connect(asked.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.mp4"))])
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(drop)
    window.set_recent([tmp_path / "b.rpcm"])
    recent = [button for button in window.start.findChildren(QPushButton) if "b.rpcm" in button.text()]
    recent[0].click()
    assert asked == [tmp_path / "a.mp4", tmp_path / "b.rpcm"]


def test_that_another_session_replaces_the_first_one_entirely(window: MainWindow, session: FakeSession) -> None:
    second = FakeSession(frame_count=5, height=20, width=30)
    window.set_session(second.real())
    second.deliver()
    session.editing.add_object("late")
    session.messagePosted.emit(Message("error", "late"))
    session.position.go_to(12)
    session.deliver()
    assert find(window, QListWidget, "objects.list").count() == 0
    assert window.workspace.timeline.slider.value() == 0
    assert window.messages.history == ()
    assert window.workspace.canvas.editor.shown == 0
    window.set_session(None)


def test_that_no_widget_outlives_the_window(qtbot: QtBot) -> None:
    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    window = MainWindow()
    window.show()
    fake = FakeSession()
    window.set_session(fake.real())
    fake.deliver()
    for action_id in ("help.shortcuts", "help.about", "file.export"):
        window.action(action_id).trigger()
    for dialog in window.findChildren(Dialog):
        dialog.close()
    window.set_session(None)
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, 0)
    qtbot.waitUntil(lambda: not isValid(window))
    gc.collect()
    left = [widget for widget in QApplication.topLevelWidgets() if id(widget) not in before]
    assert [type(widget).__name__ for widget in left] == []


def test_that_a_message_moves_nothing_under_the_pen(window: MainWindow, session: FakeSession, qtbot: QtBot) -> None:
    window.set_session(session.real())
    canvas = window.workspace.canvas
    qtbot.waitUntil(canvas.isVisible)
    place, view = canvas.mapTo(window, canvas.rect().topLeft()), canvas.viewport
    window.post(Message("error", "A long text. " * 20, "What to do about it. " * 20))
    QApplication.sendPostedEvents()
    assert (canvas.mapTo(window, canvas.rect().topLeft()), canvas.viewport) == (place, view)
    assert lies_within(window.messages, canvas)
    window.resize(window.width() - 200, window.height() - 60)
    QApplication.sendPostedEvents()
    assert lies_within(window.messages, canvas)


def lies_within(bar: QWidget, place: QWidget) -> bool:
    """Whether ``bar`` covers a part of ``place`` only, near its lower edge."""
    corner = bar.mapTo(bar.window(), QPoint(0, 0)) - place.mapTo(bar.window(), QPoint(0, 0))
    area = QRect(corner, bar.size())
    return place.rect().contains(area) and area.top() > place.height() / 2
