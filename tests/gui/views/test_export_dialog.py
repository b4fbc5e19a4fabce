"""The export dialog: what it asks for in each format, and the preview of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.exchange.preview import ExportPreview, PreviewFile
from core.formats import WRITERS, ExportOptions
from rpcm_gui.base.values import FrameSummary, JobState, Message
from rpcm_gui.session.export import seconds_left
from rpcm_gui.session.session import Session
from rpcm_gui.views.dialogs.export_dialog import ExportDialog
from rpcm_gui.views.shell.status import JobBar
from rpcm_gui.views.widgets.picture_view import PictureView
from tests.helpers.fake_session import FakeSession

Found = TypeVar("Found", bound=QObject)


@pytest.fixture
def session() -> FakeSession:
    made = FakeSession()
    for name in ("Rex", "ball", "owl"):
        made.editing.add_object(name)
    made.position.set_range(3, 9)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, session: FakeSession) -> Iterator[ExportDialog]:
    made = ExportDialog("davis", session.real())
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def find(root: QObject, kind: type[Found], name: str) -> Found:
    found = root.findChild(kind, name)
    assert found is not None, name
    return found


def choose(dialog: ExportDialog, format_id: str) -> None:
    box = find(dialog, QComboBox, "dialog.format")
    box.setCurrentIndex(box.findData(format_id))


def wanted(session: FakeSession) -> tuple[object, ...]:
    return session.export_previews.wanted[-1]


def made_up(**what: object) -> ExportPreview:
    picture = np.full((4, 6, 4), 9, np.uint8)
    files = (PreviewFile("a/00000.png", 1500, picture=picture), PreviewFile("list.txt", 9, text="one\ntwo"))
    plain = ExportPreview(0, np.zeros((48, 64, 3), np.uint8), (48, 64), 20, files, frozenset({"a"}), (), None)
    return replace(plain, **what)  # type: ignore[arg-type]


def test_that_every_format_can_be_chosen_and_says_what_it_is_for(dialog: ExportDialog, session: FakeSession) -> None:
    box = find(dialog, QComboBox, "dialog.format")
    assert [box.itemData(row) for row in range(box.count())] == list(WRITERS)
    told = set()
    for format_id, chosen in WRITERS.items():
        choose(dialog, format_id)
        place = find(dialog, QLineEdit, "dialog.destination").text()
        assert place == str(session.path.with_name(f"clip-{format_id}{chosen.suffix}"))
        assert wanted(session) == (format_id, Path(place), ExportOptions(), 0)
        told.add(tuple(label.text() for label in dialog.findChildren(QLabel)))
    assert len(told) == len(WRITERS)


@pytest.mark.parametrize("format_id", list(WRITERS))
def test_that_only_options_that_the_format_heeds_are_shown(dialog: ExportDialog, format_id: str) -> None:
    choose(dialog, format_id)
    fields: dict[str, QWidget] = {
        "pictures": find(dialog, QCheckBox, "dialog.pictures"),
        "image_set": find(dialog, QLineEdit, "dialog.set"),
        "val_share": find(dialog, QSpinBox, "dialog.share"),
        "naming": find(dialog, QComboBox, "dialog.naming"),
        "opacity": find(dialog, QSpinBox, "dialog.opacity"),
    }
    assert {name for name, field in fields.items() if not field.isHidden()} == set(WRITERS[format_id].heeds)


def test_that_the_options_chosen_are_what_is_exported(dialog: ExportDialog, session: FakeSession) -> None:
    choose(dialog, "coco")
    find(dialog, QComboBox, "dialog.frames").setCurrentIndex(1)
    find(dialog, QComboBox, "dialog.naming").setCurrentIndex(2)
    for name, value in (("every", 5), ("height", 24), ("share", 20)):
        find(dialog, QSpinBox, f"dialog.{name}").setValue(value)
    for name in ("reviewed", "pictures", "overwrite"):
        find(dialog, QCheckBox, f"dialog.{name}").click()
    find(dialog, QListWidget, "dialog.objects").item(1).setCheckState(Qt.CheckState.Unchecked)
    find(dialog, QLineEdit, "dialog.destination").setText("there/set")
    expected = ExportOptions(
        range=(3, 9), objects=(1, 3), only_reviewed=True, every_nth=5, overwrite=True, val_share=0.2, size=(24, 32),
        naming="sequential", pictures=False,
    )  # fmt: skip
    assert wanted(session) == ("coco", Path("there/set"), expected, 0)
    asked: list[tuple[object, ...]] = []
    dialog.chosen.connect(lambda *what: asked.append(what))
    find(dialog, QPushButton, "dialog.export.start").click()
    assert asked == [("coco", Path("there/set"), expected)]
    assert not dialog.isVisible()


def test_that_what_a_format_does_not_heed_is_not_asked_of_it(dialog: ExportDialog, session: FakeSession) -> None:
    choose(dialog, "coco")
    find(dialog, QSpinBox, "dialog.share").setValue(20)
    assert not find(dialog, QLineEdit, "dialog.set").isEnabled()
    choose(dialog, "csv")
    assert wanted(session)[2] == ExportOptions()
    choose(dialog, "davis")
    find(dialog, QLineEdit, "dialog.set").setEnabled(True)
    find(dialog, QLineEdit, "dialog.set").setText("mine")
    find(dialog, QLineEdit, "dialog.set").textEdited.emit("mine")
    assert wanted(session)[2] == ExportOptions(image_set="mine")


def test_that_a_destination_of_ones_own_stays_when_the_format_changes(dialog: ExportDialog) -> None:
    place = find(dialog, QLineEdit, "dialog.destination")
    place.setText("mine")
    choose(dialog, "coco")
    assert place.text() == "mine"


def test_that_files_are_shown_as_pictures_and_text(dialog: ExportDialog, session: FakeSession) -> None:
    session.export_previews.ready.emit(made_up(notes=("Void is lost.",)))
    tree = find(dialog, QTreeWidget, "preview.files")
    picture, text = find(dialog, PictureView, "preview.picture"), find(dialog, QPlainTextEdit, "preview.text")
    names = [item.text(0) for item in tree.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)]
    assert sorted(names) == sorted(["clip-davis", "a", "00000.png", "…", "list.txt"])
    assert (picture.image.width(), picture.image.height()) == (64, 48)
    assert "Void is lost." in find(dialog, QLabel, "preview.notes").text()
    click(tree, "00000.png")
    assert (picture.image.width(), picture.isVisible()) == (6, True)
    click(tree, "list.txt")
    assert (text.toPlainText(), text.isVisible()) == ("one\ntwo", True)
    session.export_previews.ready.emit(made_up())
    assert text.isVisible(), "another look keeps the chosen file"
    click(tree, "a")
    assert (picture.image.width(), picture.isVisible()) == (64, True)


def click(tree: QTreeWidget, name: str) -> None:
    (item,) = tree.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    tree.setCurrentItem(item)


def test_that_nothing_is_overwritten_or_refused_in_silence(dialog: ExportDialog, session: FakeSession) -> None:
    button, problem = find(dialog, QPushButton, "dialog.export.start"), find(dialog, QLabel, "dialog.problem")
    session.export_previews.ready.emit(made_up(obstacle=UserError("'x' already exists.", "Choose another name.")))
    assert not button.isEnabled() and "already exists" in problem.text()
    find(dialog, QLineEdit, "dialog.destination").setText("elsewhere")
    assert button.isEnabled() and not problem.isVisible(), "nothing is known of another place yet"
    session.export_previews.ready.emit(made_up())
    assert button.isEnabled() and not problem.isVisible()
    session.export_previews.refused.emit(Message("error", "There are no frames to export.", "Mark some."))
    assert not button.isEnabled() and "Mark some." in problem.text()
    assert find(dialog, PictureView, "preview.picture").image.isNull()
    session.export_previews.ready.emit(made_up())
    find(dialog, QLineEdit, "dialog.destination").setText("  ")
    assert not button.isEnabled()


def test_that_a_closed_dialog_hears_no_more(dialog: ExportDialog, session: FakeSession) -> None:
    dialog.reject()
    session.export_previews.ready.emit(made_up())
    assert find(dialog, QTreeWidget, "preview.files").topLevelItemCount() == 0


@pytest.mark.parametrize(
    ("done", "elapsed", "left"), [(0, 9.0, 0.0), (5, 0.5, 0.0), (5, 10.0, 190.0), (100, 10.0, 0.0)]
)
def test_that_the_time_left_is_told_once_it_is_known(done: int, elapsed: float, left: float) -> None:
    assert seconds_left(done, 100, elapsed) == left


def test_that_the_status_bar_tells_the_time_left(qtbot: QtBot, session: FakeSession) -> None:
    bar = JobBar()
    qtbot.addWidget(bar)
    bar.set_session(session.real())
    for left, words in ((0.0, "Export to d"), (190.0, "Export to d, 3:10 left")):
        session.jobStateChanged.emit(JobState(running=True, title="Export to d", done=5, total=100, seconds_left=left))
        assert words in {label.text() for label in bar.findChildren(QLabel)}
    bar.set_session(None)


# --- the real previews ------------------------------------------------------------------------------------------------


def test_that_a_project_is_looked_at_as_it_will_be_written(
    qtbot: QtBot, open_session: Callable[..., Session], tmp_path: Path
) -> None:
    session = open_session()
    drawn = np.zeros(session.size, np.uint8)
    drawn[2:6, 3:9] = session.editing.add_object("Rex")
    session.editing.commit_labels(1, drawn, "Draw")
    session.editing.set_reviewed(1, True)
    seen: list[ExportPreview] = []
    refused: list[Message] = []
    session.export_previews.ready.connect(seen.append)
    session.export_previews.refused.connect(refused.append)
    for every in (1, 2):
        session.export_previews.request("davis", tmp_path / "d", ExportOptions(every_nth=every, only_reviewed=True), 0)
    qtbot.waitUntil(lambda: bool(seen or refused))
    assert refused and not seen, "frame 1 is not among every second one"
    session.export_previews.request("davis", tmp_path / "d", ExportOptions(only_reviewed=True), 0)
    qtbot.waitUntil(lambda: bool(seen))
    assert [(one.index, one.frames, one.obstacle) for one in seen] == [(1, 1, None)]
    assert seen[0].files[0].path == "Annotations/480p/fake/00001.png"
    assert not (tmp_path / "d").exists()


def test_that_frames_without_masks_are_told_before_the_export(dialog: ExportDialog, session: FakeSession) -> None:
    told = find(dialog, QLabel, "dialog.empty")
    assert told.isVisible() and "20 of 20" in told.text()
    for index in range(5):
        session.document.summarise(index, FrameSummary(predicted=True))
    find(dialog, QComboBox, "dialog.frames").setCurrentIndex(1)
    assert "5 of 7" in told.text(), "frames 3 to 9 are in the range"
    find(dialog, QCheckBox, "dialog.reviewed").setChecked(True)
    assert not told.isVisible()
