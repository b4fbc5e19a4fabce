"""Importing masks: the dialog that says what would happen, and the one undo step that does it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QSlider, QTableWidget
from pytestqt.qtbot import QtBot

from core import formats
from core.exchange.import_plan import ImportPlan
from core.formats import ExportOptions
from core.project.store import ProjectStore
from core.types import VOID, ObjectInfo, UInt8Array
from rpcm_gui.base.values import JobState, Message
from rpcm_gui.model import journal_writer
from rpcm_gui.session.import_dataset import ImportPreview, ImportRequest
from rpcm_gui.session.session import Session
from rpcm_gui.views.dialogs.import_dialog import ImportDialog
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.widgets.picture_view import PictureView
from tests.helpers.fakes import FRAMES, HEIGHT, WIDTH, FakeSource

Found = TypeVar("Found", bound=QObject)
LAST = 12
"""The last frame with masks in the dataset."""


def labels_of(index: int) -> UInt8Array:
    labels = np.zeros((HEIGHT, WIDTH), np.uint8)
    if index <= LAST:
        labels[5:15, 5 + index : 20 + index] = 1
        labels[20:40, 20:50] = 7
        labels[45:] = VOID
    return labels


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """A dog (1) that walks and an owl (7), as YouTube-VIS, which knows no void."""
    infos = (ObjectInfo(1, "dog", (200, 0, 0)), ObjectInfo(7, "owl", (0, 200, 0)))
    clip = formats.Clip("fake", FakeSource(), infos, labels_of, lambda index: index <= LAST)
    options = ExportOptions(only_reviewed=True)
    formats.writer("youtube-vis").write(clip, tmp_path / "d", options, formats.no_progress, formats.never_stop)
    return tmp_path / "d"


def look(qtbot: QtBot, session: Session, wish: ImportRequest) -> ImportPreview:
    seen: list[ImportPreview] = []
    session.imports.looked.connect(seen.append)
    session.imports.look(wish)
    qtbot.waitUntil(lambda: bool(seen))
    session.imports.looked.disconnect(seen.append)
    return seen[0]


def plan_of(found: ImportPreview) -> ImportPlan:
    assert found.plan is not None, found.problem
    return found.plan


def all_labels(session: Session) -> list[UInt8Array]:
    return [session.document.masks.labels(index) for index in range(FRAMES)]


def same(first: list[UInt8Array], second: list[UInt8Array]) -> bool:
    return all(np.array_equal(one, other) for one, other in zip(first, second, strict=True))


def without_void(index: int) -> UInt8Array:
    labels = labels_of(index)
    labels[labels == VOID] = 0
    return labels


def test_that_an_import_is_one_step_that_can_be_undone_and_done_again(
    qtbot: QtBot, session: Session, dataset: Path
) -> None:
    drawn = np.zeros((HEIGHT, WIDTH), np.uint8)
    drawn[30:35, 40:60] = session.editing.add_object("stick")
    session.editing.commit_labels(2, drawn, "Draw")
    before, objects, steps = all_labels(session), session.document.objects, session.undo_stack.count()
    found = look(qtbot, session, ImportRequest(dataset, reviewed=True))
    assert (found.format_id, found.sequences, found.sequence) == ("youtube-vis", ("fake",), "fake")
    session.imports.apply(plan_of(found))
    after = all_labels(session)
    assert session.undo_stack.count() == steps + 1
    assert [(each.id, each.name) for each in session.document.objects] == [(1, "stick"), (2, "dog"), (7, "owl")]
    expected = without_void(4)
    expected[expected == 1] = 2
    assert np.array_equal(after[4], expected)
    assert np.array_equal(after[2] == 1, drawn == 1), "the person's word stays"
    assert [mark.reviewed for mark in session.document.summaries()] == [index <= LAST for index in range(FRAMES)]
    session.undo_stack.undo()
    assert session.document.objects == objects
    assert same(all_labels(session), before)
    assert not any(mark.reviewed for mark in session.document.summaries())
    session.undo_stack.redo()
    assert same(all_labels(session), after)
    path = session.path
    session.close()
    store = ProjectStore.open(path, read_only=True)
    assert same([store.effective_labels(index) for index in range(FRAMES)], after)
    store.close()


@pytest.mark.parametrize("reviewed", [True, False])
def test_that_an_import_is_seen_at_once_written_bit_by_bit_and_can_be_cancelled(
    qtbot: QtBot, session: Session, dataset: Path, monkeypatch: pytest.MonkeyPatch, reviewed: bool
) -> None:
    monkeypatch.setattr(journal_writer, "PIECE", 1)
    monkeypatch.setattr(journal_writer, "WRITE_SECONDS", 0.0)
    states: list[JobState] = []
    session.jobStateChanged.connect(states.append)
    session.imports.apply(plan_of(look(qtbot, session, ImportRequest(dataset, reviewed=reviewed))))
    after = all_labels(session)
    assert np.array_equal(after[4], without_void(4))
    assert session.document.bulk.busy
    with qtbot.waitSignal(session.document.bulk.written):
        pass
    session.cancel_jobs()
    qtbot.waitUntil(lambda: not session.ranges.busy)
    assert {(state.title, state.total) for state in states if state.running} >= {
        ("Import 26 Masks", LAST + 1),
        ("Undo Import 26 Masks", LAST + 1),
    }
    assert session.document.objects == ()
    assert not any(mark.annotated or mark.reviewed for mark in session.document.summaries())
    session.undo_stack.redo()
    path = session.path
    session.close()
    with closing(ProjectStore.open(path, read_only=True)) as store:
        assert same([store.effective_labels(index) for index in range(FRAMES)], after)


def test_that_an_import_tells_and_shows_what_it_did(qtbot: QtBot, session: Session, dataset: Path) -> None:
    told: list[Message] = []
    session.messagePosted.connect(told.append)
    session.position.go_to(19)
    session.imports.apply(plan_of(look(qtbot, session, ImportRequest(dataset))))
    assert (session.position.frame, session.position.object) == (LAST, 7)
    assert told[-1].text == f"Imported {2 * (LAST + 1)} masks on {LAST + 1} frames."
    nothing = look(qtbot, session, ImportRequest(dataset))
    session.imports.apply(plan_of(nothing))
    assert told[-1].text == "Nothing to import."


def test_that_samples_show_frames_with_their_masks(qtbot: QtBot, session: Session, dataset: Path) -> None:
    found = look(qtbot, session, ImportRequest(dataset))
    indices = [sample.index for sample in found.samples]
    assert (indices[0], indices[-1], indices) == (0, LAST, sorted(set(indices)))
    for sample in found.samples:
        bare = without_void(sample.index) == 0
        assert (sample.image[bare] == sample.index).all()
        assert not (sample.image[~bare] == sample.index).all(axis=1).any()


@pytest.mark.parametrize(
    ("name", "format_id", "words"),
    [("gone", "", "does not exist"), ("d", "cvat", "annotations.xml"), ("empty", "", "was not recognised")],
)
def test_that_what_cannot_be_read_is_part_of_the_answer(
    qtbot: QtBot, session: Session, dataset: Path, name: str, format_id: str, words: str
) -> None:
    (dataset.with_name("empty")).mkdir()
    found = look(qtbot, session, ImportRequest(dataset.with_name(name), format_id))
    assert found.plan is None and found.problem is not None
    assert words in found.problem.text


@pytest.mark.parametrize(("pictures", "words"), [(0, "lists no clips"), (1, "No masks were found")])
def test_that_a_dataset_of_which_nothing_can_be_read_is_an_error(
    qtbot: QtBot, session: Session, tmp_path: Path, pictures: int, words: str
) -> None:
    images = [{"id": 1, "file_name": "00000.jpg", "width": WIDTH, "height": HEIGHT}] * pictures
    box = {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 9, 9]}
    content = {"images": images, "annotations": [box] * pictures, "categories": [{"id": 1, "name": "cat"}]}
    (tmp_path / "instances.json").write_text(json.dumps(content))
    found = look(qtbot, session, ImportRequest(tmp_path / "instances.json", "coco"))
    assert found.plan is None and found.problem is not None and found.problem.level == "error"
    assert words in found.problem.text


def test_that_only_the_newest_wish_is_answered(qtbot: QtBot, session: Session, dataset: Path) -> None:
    seen: list[ImportPreview] = []
    session.imports.looked.connect(seen.append)
    for replace in (False, True):
        session.imports.look(ImportRequest(dataset, replace_drawn=replace))
    qtbot.waitUntil(lambda: bool(seen))
    assert [each.wish.replace_drawn for each in seen] == [True]


def test_that_a_project_open_for_reading_is_not_changed(
    qtbot: QtBot, open_session: Callable[..., Session], dataset: Path, project: Path
) -> None:
    first = open_session()
    second = open_session()
    assert second.document.store.read_only and not first.document.store.read_only
    second.imports.apply(plan_of(look(qtbot, second, ImportRequest(dataset))))
    assert second.document.objects == () and second.undo_stack.count() == 0


# --- the dialog -------------------------------------------------------------------------------------------------------


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> ImportDialog:
    made = ImportDialog(session)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def find(root: QObject, kind: type[Found], name: str) -> Found:
    found = root.findChild(kind, name)
    assert found is not None, name
    return found


def answered(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.waitUntil(find(dialog, QPushButton, "import.start").isEnabled)


def test_that_the_dialog_reports_before_anything_is_done(
    qtbot: QtBot, dialog: ImportDialog, session: Session, dataset: Path
) -> None:
    session.editing.add_object("dog")
    assert not find(dialog, QPushButton, "import.start").isEnabled()
    find(dialog, QLineEdit, "import.path").setText(str(dataset))
    answered(qtbot, dialog)
    assert find(dialog, QComboBox, "import.format").currentText() == "YouTube-VIS (recognised)"
    assert find(dialog, QLabel, "import.summary").text() == f"{2 * (LAST + 1)} masks on {LAST + 1} frames"
    table = find(dialog, QTableWidget, "import.objects")
    cells = [[table.item(row, place) for place in range(3)] for row in range(table.rowCount())]
    texts = [[item.text() if item is not None else None for item in row] for row in cells]
    assert texts == [["dog", "1", "joins id 1"], ["owl", "7", "new, id 7"]]
    picture, slider = find(dialog, PictureView, "import.picture"), find(dialog, QSlider, "import.frame")
    first = picture.image.pixelColor(0, 0)
    slider.setValue(slider.maximum())
    assert (first.red(), picture.image.pixelColor(0, 0).red()) == (0, LAST)
    assert all(not labels.any() for labels in all_labels(session))


def test_that_changes_of_mind_are_looked_at_anew(
    qtbot: QtBot, dialog: ImportDialog, session: Session, dataset: Path
) -> None:
    find(dialog, QLineEdit, "import.path").setText(str(dataset))
    answered(qtbot, dialog)
    find(dialog, QCheckBox, "import.reviewed").click()
    assert not find(dialog, QPushButton, "import.start").isEnabled()
    answered(qtbot, dialog)
    chosen: list[ImportPlan] = []
    dialog.chosen.connect(chosen.append)
    find(dialog, QPushButton, "import.start").click()
    assert [each.reviewed for each in chosen] == [tuple(range(LAST + 1))]


def test_that_a_wrong_format_is_told_and_can_be_put_right(qtbot: QtBot, dialog: ImportDialog, dataset: Path) -> None:
    find(dialog, QLineEdit, "import.path").setText(str(dataset))
    answered(qtbot, dialog)
    box = find(dialog, QComboBox, "import.format")
    problem = find(dialog, QLabel, "import.problem")
    for format_id, works in (("cvat", False), ("youtube-vis", True)):
        box.setCurrentIndex(box.findData(format_id))
        box.activated.emit(box.currentIndex())
        qtbot.waitUntil(problem.isVisible if not works else find(dialog, QPushButton, "import.start").isEnabled)
        assert box.currentData() == format_id
        assert problem.isVisible() != works


def test_that_of_several_clips_one_can_be_chosen(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    writer = formats.writer("davis")
    assert isinstance(writer, formats.FolderFormat)
    infos = (ObjectInfo(1, "dog", (200, 0, 0)), ObjectInfo(7, "owl", (0, 200, 0)))
    clips = [formats.Clip(name, FakeSource(), infos, labels_of) for name in ("bear", "fake")]
    writer.write_all(clips, tmp_path / "davis", ExportOptions())
    find(dialog, QLineEdit, "import.path").setText(str(tmp_path / "davis"))
    answered(qtbot, dialog)
    box = find(dialog, QComboBox, "import.clip")
    assert box.isVisible() and box.currentText() == "fake", "the clip that is called like the project"
    box.setCurrentText("bear")
    box.activated.emit(box.currentIndex())
    answered(qtbot, dialog)
    assert box.currentText() == "bear"


def test_that_a_closed_dialog_leaves_nothing_under_way(
    qtbot: QtBot, dialog: ImportDialog, session: Session, dataset: Path
) -> None:
    find(dialog, QLineEdit, "import.path").setText(str(dataset))
    dialog.reject()
    seen: list[ImportPreview] = []
    session.imports.looked.connect(seen.append)
    assert look(qtbot, session, ImportRequest(dataset)).plan is not None
    assert len(seen) == 1


def test_that_the_window_asks_for_a_dataset_and_imports_it(qtbot: QtBot, session: Session, dataset: Path) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.set_session(session)
    window.show()
    window.action("file.import").trigger()
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    find(dialog, QLineEdit, "import.path").setText(str(dataset))
    answered(qtbot, dialog)
    find(dialog, QPushButton, "import.start").click()
    assert np.array_equal(session.document.masks.labels(3), without_void(3))
    window.set_session(None)
