"""Names from files are shown as they are written: no HTML, no mnemonics, nothing invisible, not without end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QAbstractItemModel, QByteArray, QModelIndex, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QImage, QTextDocument
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QStyledItemDelegate,
    QUndoView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.exchange.import_plan import ImportPlan
from core.exchange.preview import ExportPreview, PreviewFile
from core.types import ObjectInfo
from rpcm_gui.actions.spec import bare
from rpcm_gui.base.plain import MOST_NAME, breakable, caption, shown, tip, window_title
from rpcm_gui.base.values import BugReport, Message, QueuedRun, RunState
from rpcm_gui.session.import_dataset import ImportPreview, ImportRequest
from rpcm_gui.session.session import Session
from rpcm_gui.views.dialogs.dialogs import BugDialog, RelinkDialog, RepairDialog
from rpcm_gui.views.dialogs.export_dialog import ExportDialog, ExportPreviewPane
from rpcm_gui.views.dialogs.import_dialog import ImportReportPane
from rpcm_gui.views.dialogs.object_dialogs import MergeDialog, NamesDialog
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.shell.help_dock import HelpText
from rpcm_gui.views.widgets.basics import label
from rpcm_gui.views.widgets.file_dialogs import file_dialog
from tests.gui.conftest import OpenSession

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

NAMES = {
    "picture": "<img src='/nowhere/at-all.png'>cat",
    "bold": "<b>cat</b> & 'dog'",
    "entity": "&lt;b&gt;&§",
    "ampersand": "R&D &§",
    "long": "long" * 2500,
    "control": "a\x1b[31m\x00b\nc\td",
    "bidi": "gpj.\u202eexe\u2066cat",
    "placeholder": "clip[*]",
}
HIDDEN = frozenset("\x00\x1b\u202e\u2066")
MOST_PIXELS = 2500


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Katze 猫 e\u0301 👩\u200d🚀", "Katze 猫 e\u0301 👩\u200d🚀"),
        ("a\x1b[31m\x00b", "a\\x1b[31m\\x00b"),
        ("a\nb\tc\r", "a\\nb\\tc\\x0d"),
        ("gpj.\u202eexe", "gpj.\\u202eexe"),
        ("bad\udcff", "bad\\udcff"),
        ("two\u2028lines", "two\\u2028lines"),
        ("x" * 500, "x" * (MOST_NAME - 1) + "…"),
        ("", ""),
    ],
)
def test_that_what_cannot_be_seen_is_escaped_and_long_text_is_cut(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_that_line_breaks_stay_where_lines_are_meant() -> None:
    assert shown("a\n\tb\r", lines=True) == "a\n\tb\\x0d"


@pytest.mark.parametrize("name", NAMES)
def test_that_a_tool_tip_is_never_markup(name: str) -> None:
    made = tip(NAMES[name])
    document = QTextDocument()
    (document.setHtml if QtText.mightBeRichText(made) else document.setPlainText)(made)
    assert document.toPlainText().replace("\xa0", " ") == shown(NAMES[name], 1000, lines=True)


def test_that_a_caption_underlines_nothing_and_a_title_has_no_placeholder() -> None:
    assert caption("R&D") == "R&&D"
    assert bare(caption("R&D")) == "R&D" and bare("&Open…") == "Open"
    assert window_title("clip[*]") == "clip[*][*]"


def test_that_only_long_words_are_broken() -> None:
    assert breakable("short words " * 20) == "short words " * 20
    assert breakable("x" * 100) == "x" * 40 + "\u200b" + "x" * 40 + "\u200b" + "x" * 20


def object_named(number: int, name: str) -> ObjectInfo:
    return ObjectInfo(number, name, (10 * number, 0, 0), category=name)


OBJECTS = tuple(object_named(number, name) for number, name in enumerate(NAMES.values(), start=1))


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Everything that ``widget`` says, with how Qt reads it: plain, mnemonic or automatic."""
    for text in (widget.toolTip(), widget.whatsThis()):
        yield "automatic", text
    if isinstance(widget, QLabel):
        yield "plain" if widget.textFormat() is Qt.TextFormat.PlainText else "automatic", widget.text()
    if isinstance(widget, QAbstractButton):
        yield "mnemonic", widget.text()
    if isinstance(widget, QComboBox):
        yield from (("plain", widget.itemText(number)) for number in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from cells_of(widget)
    for action in widget.findChildren(QAction):
        yield "mnemonic", action.text()
        yield "automatic", action.toolTip()


def cells_of(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    delegate = view.itemDelegate()
    for index in indices_of(view.model(), QModelIndex()):
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        yield "plain", delegate.displayText(text, view.locale()) if isinstance(delegate, QStyledItemDelegate) else text
        yield "automatic", str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


def indices_of(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    columns = 0
    while model.hasIndex(0, columns, parent):
        columns += 1
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            yield model.index(row, column, parent)
        yield from indices_of(model, model.index(row, 0, parent))


def faults_of(root: QWidget) -> list[str]:
    """Texts in ``root`` that Qt would take for something else than they are."""
    faults = []
    for widget in (root, *root.findChildren(QWidget)):
        place = f"{type(widget).__name__} {widget.objectName()}"
        for kind, text in texts_of(widget):
            if not HIDDEN.isdisjoint(text) or len(text) > 4200:
                faults.append(f"{place}: not escaped or cut: {text[:60]!r}")
            if kind == "automatic" and QtText.mightBeRichText(text) and not is_escaped(text):
                faults.append(f"{place}: markup: {text[:60]!r}")
            if kind == "mnemonic" and any(part in text.replace("&&", "") for part in ("&§", "R&", "& '")):
                faults.append(f"{place}: a mnemonic: {text[:60]!r}")
    if root.minimumSizeHint().width() > MOST_PIXELS:
        faults.append(f"{root.objectName()}: wider than any screen")
    return faults


def is_escaped(text: str) -> bool:
    """Whether ``text`` is what ``tip`` makes: one element around escaped text; or the fixed text of the program."""
    inside = text.removeprefix('<div style="white-space: pre-wrap">').removesuffix("</div>")
    return "<" not in inside and tip(unescape(inside)) == text


@pytest.fixture
def hostile(open_session: OpenSession) -> Session:
    session = open_session()
    session.title = NAMES["placeholder"] + NAMES["bidi"]
    for info in OBJECTS:
        session.editing.rename_object(session.editing.add_object("x"), info.name)
        session.object_verbs.edit_objects(
            [replace(each, category=info.category) for each in session.document.objects], "Rename Objects"
        )
    return session


@pytest.fixture
def window(qtbot: QtBot, hostile: Session) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.set_session(hostile)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.set_session(None)


def test_that_the_window_shows_hostile_names_as_they_are_written(window: MainWindow, hostile: Session) -> None:
    window.set_recent([Path("/clips") / name.replace("/", "").replace("\x00", "") for name in NAMES.values()])
    for name in NAMES.values():
        window.post(Message("warning", f"{name} cannot be read.", f"Look at {name}.", "file.open", "Open"))
        window.status.say(name)
        assert faults_of(window) == []
    waiting = tuple(QueuedRun(number, name) for number, name in enumerate(NAMES.values()))
    window.workspace.run.set_session(hostile)
    for info in hostile.document.objects:
        hostile.position.select_object(info.id)
        hostile.launcher.choose_objects(frozenset({info.id}))
        hostile.runs.state_changed.emit(RunState(running=True, text=info.name, queue=waiting))
        window.status.show_place(3, 4, info.id)
        assert faults_of(window) == []
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    assert faults_of(window) == []


def test_that_the_title_of_the_window_says_the_name_of_the_clip(window: MainWindow) -> None:
    assert window.windowTitle().startswith("clip[*][*]gpj.\\u202eexe\\u2066cat")


def test_that_the_message_bar_stays_as_wide_as_the_picture(window: MainWindow) -> None:
    window.post(Message("error", NAMES["long"], NAMES["long"]))
    assert window.messages.width() <= window.width()
    assert window.minimumSizeHint().width() <= MOST_PIXELS


@pytest.mark.parametrize("kind", ["picture", "control", "long"])
def test_that_the_history_shows_what_was_done_as_it_is_written(window: MainWindow, hostile: Session, kind: str) -> None:
    hostile.editing.rename_object(1, "changed")
    hostile.editing.rename_object(1, NAMES[kind])
    view = window.findChild(QUndoView, "history.list")
    assert view is not None
    texts = [text for how, text in cells_of(view) if how == "plain"]
    assert len(texts) > len(NAMES) and all(len(text) <= MOST_NAME and text.isprintable() for text in texts)


def test_that_a_long_name_is_edited_whole(window: MainWindow, hostile: Session) -> None:
    hostile.position.select_object(5)
    window.workspace.objects.edit_name()
    rows = window.findChild(QListWidget, "objects.list")
    assert rows is not None
    editor = rows.findChild(QLineEdit)
    assert editor is not None and editor.text() == NAMES["long"]


def looks() -> ImportPreview:
    plan = ImportPlan(OBJECTS, {info.id: info.id for info in OBJECTS}, {}, {}, (), tuple(NAMES.values()))
    return ImportPreview(ImportRequest(Path("/data")), objects=OBJECTS, plan=plan)


def preview() -> ExportPreview:
    files = tuple(PreviewFile(f"folder/{name}", 10, name) for name in NAMES.values())
    picture = np.zeros((4, 4, 3), np.uint8)
    return ExportPreview(0, picture, (4, 4), 1, files, frozenset({NAMES["bidi"]}), tuple(NAMES.values()), None)


@pytest.fixture
def dialogs(qtbot: QtBot, hostile: Session) -> list[QWidget]:
    report, pane = ImportReportPane(), ExportPreviewPane()
    report.show_look(looks(), OBJECTS)
    pane.show_preview(preview(), NAMES["bold"])
    made: list[QWidget] = [report, pane, NamesDialog(OBJECTS), ExportDialog("davis", hostile)]
    made += [MergeDialog(info, OBJECTS) for info in OBJECTS]
    for name in NAMES.values():
        file = Path(name.replace("\x00", ""))
        made += [RelinkDialog(file, file), RepairDialog(file, name), BugDialog(BugReport(name, name))]
    for each in made:
        each.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(each)
    return made


def test_that_dialogs_show_hostile_names_as_they_are_written(dialogs: list[QWidget]) -> None:
    for dialog in dialogs:
        dialog.show()
        assert faults_of(dialog) == [], type(dialog).__name__
        if isinstance(dialog, QDialog):
            dialog.reject()


def test_that_names_come_back_from_their_dialog_unchanged(qtbot: QtBot) -> None:
    dialog = NamesDialog(OBJECTS)
    seen: list[list[ObjectInfo]] = []
    dialog.chosen.connect(lambda infos, _text: seen.append(infos))
    dialog._accept()
    assert [info.name for info in seen[0]] == [info.name for info in OBJECTS]


def big_picture(folder: Path) -> Path:
    file = folder / "big.png"
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(file))
    return file


def test_that_a_label_reads_no_file_that_its_text_names(qtbot: QtBot, tmp_path: Path) -> None:
    text = f"<img src='{big_picture(tmp_path)}'>"
    careless = QLabel(text)
    made = label(text)
    qtbot.addWidget(careless)
    qtbot.addWidget(made)
    assert careless.sizeHint().height() >= 400, "Qt reads pictures; if not, this test shows nothing"
    assert made.sizeHint().height() < 100


def test_that_the_help_reads_no_file(qtbot: QtBot, tmp_path: Path) -> None:
    made = HelpText()
    qtbot.addWidget(made)
    made.setMarkdown(f"![picture]({QUrl.fromLocalFile(str(big_picture(tmp_path))).toString()})")
    found = made.document().resource(QTextDocument.ResourceType.ImageResource, QUrl(str(tmp_path / "big.png")))
    assert QByteArray(found).isEmpty()
    assert made.document().size().height() < 100


def test_that_a_file_dialog_asks_about_a_file_in_plain_text(qtbot: QtBot, tmp_path: Path) -> None:
    # A name cannot hold a slash, but HTML can write one without.
    name = f"<img src={big_picture(tmp_path)}>.rpcm".replace("/", "&#47;")
    (tmp_path / name).touch()
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = file_dialog(parent, "Save", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(name)
    heights: list[int] = []

    def answer() -> None:
        for box in QApplication.topLevelWidgets():
            if isinstance(box, QMessageBox):
                heights.append(max(part.sizeHint().height() for part in box.findChildren(QLabel)))
                box.reject()

    dialog.show()
    QTimer.singleShot(0, answer)
    dialog.accept()
    dialog.reject()
    assert len(heights) == 1 and heights[0] < 200


def test_that_faults_are_found(qtbot: QtBot) -> None:
    """The eyes of these tests: a careless widget of each kind is seen."""
    root = QWidget()
    qtbot.addWidget(root)
    QLabel(NAMES["bold"], root)
    rows = QListWidget(root)
    rows.addItem("fine")
    rows.item(0).setToolTip(NAMES["picture"])
    menu = QMenu(root)
    menu.addAction(NAMES["ampersand"])
    QLabel(NAMES["bidi"], root)
    assert len([fault for fault in faults_of(root) if "markup" in fault]) == 2
    assert len([fault for fault in faults_of(root) if "mnemonic" in fault]) >= 1
    assert len([fault for fault in faults_of(root) if "not escaped" in fault]) == 1
