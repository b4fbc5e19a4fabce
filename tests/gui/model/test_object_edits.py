"""Verbs on several objects, on a real project: merge, split, reorder, solo, rename many, colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from core.masks.palette import Palette, colour
from core.masks.rle import encode_rle
from core.project.edits.journal import pack
from core.project.store import ProjectStore
from core.types import BoolArray, ObjectInfo, UInt8Array
from rpcm_gui.base.values import JobState
from rpcm_gui.model.journal_writer import Batch
from rpcm_gui.session.session import Session
from rpcm_gui.views.dialogs.object_dialogs import MergeDialog, NamesDialog
from rpcm_gui.views.main_window import MainWindow
from tests.gui.conftest import OpenSession
from tests.helpers.fakes import HEIGHT, WIDTH

W = TypeVar("W", bound=QWidget)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def three(session: Session) -> Session:
    """Three blocks beside one another on frame 0."""
    for name in "ABC":
        session.editing.add_object(name)
    draw(session, 0, {1: block(5), 2: block(20), 3: block(35)})
    return session


@pytest.fixture
def window(qtbot: QtBot, three: Session) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.set_session(three)
    yield made
    made.set_session(None)


def block(left: int) -> BoolArray:
    mask = np.zeros((HEIGHT, WIDTH), np.bool_)
    mask[10:20, left : left + 8] = True
    return mask


def draw(session: Session, index: int, masks: dict[int, BoolArray]) -> None:
    after = session.document.masks.labels(index).copy()
    for object_id, mask in masks.items():
        after[mask] = object_id
    session.editing.commit_labels(index, after, "Draw")


def run(qtbot: QtBot, session: Session) -> None:
    session.propagate("forward")
    qtbot.waitUntil(
        lambda: not session.runs.state.running and session.document.summary(session.frame_count - 1).predicted
    )


def maps(session: Session) -> list[UInt8Array]:
    return [session.document.masks.labels(index).copy() for index in range(session.frame_count)]


def same(left: list[UInt8Array], right: list[UInt8Array]) -> bool:
    return all(np.array_equal(a, b) for a, b in zip(left, right, strict=True))


def merged(qtbot: QtBot, session: Session, source: int, target: int) -> None:
    session.object_verbs.merge_objects(source, target)
    qtbot.waitUntil(lambda: not session.object_verbs.busy)


@pytest.mark.parametrize(("source", "target"), [(1, 3), (3, 1)])
def test_that_a_merge_joins_two_objects_everywhere_and_keeps_predictions_predictions(
    qtbot: QtBot, three: Session, source: int, target: int
) -> None:
    run(qtbot, three)
    draw(three, 10, {source: block(50)})
    three.editing.set_reviewed(15, True)
    before, summaries = maps(three), list(three.document.summaries())
    merged(qtbot, three, source, target)
    after = maps(three)
    for old, new in zip(before, after, strict=True):
        assert np.array_equal(new, np.where(old == source, target, old))
    assert [info.id for info in three.document.objects] == sorted({1, 2, 3} - {source})
    expected = [replace(mark, annotated=mark.annotated or index == 15) for index, mark in enumerate(summaries)]
    assert list(three.document.summaries()) == expected
    three.undo_stack.undo()
    assert same(maps(three), before) and [info.id for info in three.document.objects] == [1, 2, 3]
    assert list(three.document.summaries()) == summaries
    three.undo_stack.redo()
    assert same(maps(three), after)


def test_that_a_merge_is_saved_and_can_be_seen_after_reopening(qtbot: QtBot, three: Session, project: Path) -> None:
    run(qtbot, three)
    merged(qtbot, three, 1, 2)
    expected = maps(three)
    three.close()
    store = ProjectStore.open(project)
    assert same([store.effective_labels(index) for index in range(store.source.reference.frame_count)], expected)
    store.close()


def test_that_what_is_painted_while_a_merge_is_worked_out_is_merged_too(qtbot: QtBot, three: Session) -> None:
    three.object_verbs.merge_objects(1, 2)
    draw(three, 4, {1: block(40)})
    qtbot.waitUntil(lambda: not three.object_verbs.busy)
    assert (three.document.masks.labels(4)[block(40)] == 2).all()


def worked_out(session: Session) -> None:
    """The merge has been read from the project; its answer waits for the GUI thread."""
    assert session.object_verbs._selecting._pool.waitForDone(10_000)
    assert session.object_verbs.busy


def test_that_a_merge_that_is_stale_is_worked_out_again(qtbot: QtBot, three: Session) -> None:
    three.object_verbs.merge_objects(1, 2)
    worked_out(three)
    draw(three, 4, {1: block(40)})
    qtbot.waitUntil(lambda: not three.object_verbs.busy)
    assert (three.document.masks.labels(4)[block(40)] == 2).all()
    assert [info.id for info in three.document.objects] == [2, 3]
    assert [three.undo_stack.text(index) for index in range(three.undo_stack.count())].count("Merge A into B") == 1


def test_that_a_merge_is_stale_when_many_frames_changed(qtbot: QtBot, three: Session) -> None:
    three.object_verbs.merge_objects(1, 2)
    worked_out(three)
    mask = np.zeros(three.size, bool)
    mask[block(40)] = True
    rows = {4: {1: encode_rle(mask)}}
    three.document.put_many(Batch(rows, pack(rows)), "Copy")
    qtbot.waitUntil(lambda: not three.object_verbs.busy)
    assert (three.document.masks.labels(4)[block(40)] == 2).all()


def test_that_a_merge_whose_object_is_gone_changes_nothing(qtbot: QtBot, three: Session) -> None:
    three.object_verbs.merge_objects(1, 2)
    worked_out(three)
    three.editing.remove_object(2)
    count = three.undo_stack.count()
    qtbot.waitUntil(lambda: not three.object_verbs.busy)
    assert [info.id for info in three.document.objects] == [1, 3] and three.undo_stack.count() == count


def test_that_a_merge_tells_how_far_it_is_and_ends_with_nothing_running(qtbot: QtBot, three: Session) -> None:
    run(qtbot, three)
    told: list[JobState] = []
    three.jobStateChanged.connect(told.append)
    merged(qtbot, three, 1, 2)
    counted = [state for state in told if state.total]
    assert counted and counted[-1].done == counted[-1].total
    assert all(state.running and "A" in state.title and "B" in state.title for state in counted)
    assert not told[-1].running


def test_that_a_merge_that_is_cancelled_changes_nothing(qtbot: QtBot, three: Session) -> None:
    run(qtbot, three)
    before, count = maps(three), three.undo_stack.count()
    three.object_verbs.merge_objects(1, 2)
    three.cancel_jobs()
    qtbot.waitUntil(lambda: not three.object_verbs.busy)
    assert same(maps(three), before) and three.undo_stack.count() == count


def test_that_pieces_are_split_off_as_one_undo_step(three: Session) -> None:
    draw(three, 0, {1: block(50) & (np.arange(WIDTH) < 53)})
    before, count = three.document.masks.labels(0).copy(), three.undo_stack.count()
    new = three.object_verbs.split_off(1, 0)
    assert new == 4 and three.undo_stack.count() == count + 1
    assert (three.document.masks.labels(0)[block(5)] == 1).all()
    assert ((three.document.masks.labels(0) == 4) == ((before == 1) & ~block(5))).all()
    three.undo_stack.undo()
    assert np.array_equal(three.document.masks.labels(0), before) and len(three.document.objects) == 3


def test_that_one_piece_is_not_split(three: Session) -> None:
    count = three.undo_stack.count()
    assert three.object_verbs.split_off(2, 0) is None
    assert three.undo_stack.count() == count


def test_that_objects_are_moved_in_the_list_and_stay_there(
    window: MainWindow, three: Session, open_session: OpenSession
) -> None:
    three.position.select_object(1)
    window.action("object.down").trigger()
    assert [info.id for info in three.document.objects] == [2, 1, 3]
    window.action("object.up").trigger()
    window.action("object.up").trigger()
    assert [info.id for info in three.document.objects] == [1, 2, 3]
    three.object_verbs.reorder_objects([3, 1, 2])
    window.action("edit.undo").trigger()
    assert [info.id for info in three.document.objects] == [1, 2, 3]
    window.action("edit.redo").trigger()
    window.set_session(None)
    three.close()
    assert [info.id for info in open_session().document.objects] == [3, 1, 2]


def test_that_dragging_a_row_reorders(window: MainWindow, three: Session) -> None:
    rows = window.findChild(QListWidget, "objects.list")
    assert isinstance(rows, QListWidget)
    model = rows.model()
    assert model.moveRow(rows.rootIndex(), 0, rows.rootIndex(), 3)
    assert [info.id for info in three.document.objects] == [2, 3, 1]


def test_that_solo_shows_one_object_and_then_all_again(window: MainWindow, three: Session) -> None:
    three.position.select_object(2)
    window.action("object.solo").trigger()
    assert [info.visible for info in three.document.objects] == [False, True, False]
    window.action("object.solo").trigger()
    assert all(info.visible for info in three.document.objects)


def test_that_colour_blind_safe_colours_are_one_undo_step_and_followed_by_new_objects(
    window: MainWindow, three: Session
) -> None:
    before = three.document.objects
    window.action("object.palette_safe").trigger()
    assert [info.colour for info in three.document.objects] == [colour(Palette.SAFE, n) for n in (1, 2, 3)]
    new = three.editing.add_object()
    assert three.document.objects[-1].id == new and three.document.objects[-1].colour == colour(Palette.SAFE, 4)
    three.undo_stack.undo()
    three.undo_stack.undo()
    assert three.document.objects == before


def test_that_many_objects_are_named_at_once(window: MainWindow, three: Session) -> None:
    window.action("object.edit_all").trigger()
    dialog = window.findChild(NamesDialog)
    assert isinstance(dialog, NamesDialog)
    find(dialog, QLineEdit, "names.pattern").setText("car {n}")
    find(dialog, QLineEdit, "names.category").setText("vehicle")
    find(dialog, QPushButton, "names.fill").click()
    item = find(dialog, QTableWidget, "names.table").item(1, 1)
    assert item is not None
    item.setText("lorry")
    find(dialog, QPushButton, "dialog.rename").click()
    assert [(info.name, info.category) for info in three.document.objects] == [
        ("car 1", "vehicle"), ("lorry", "vehicle"), ("car 3", "vehicle"),
    ]  # fmt: skip
    assert three.undo_stack.undoText() == "Rename Objects"
    three.undo_stack.undo()
    assert [(info.name, info.category) for info in three.document.objects] == [("A", ""), ("B", ""), ("C", "")]


def test_that_merging_is_asked_for_in_a_dialog(qtbot: QtBot, window: MainWindow, three: Session) -> None:
    three.position.select_object(1)
    window.action("object.merge").trigger()
    dialog = window.findChild(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    box = find(dialog, QComboBox, "merge.target")
    assert [box.itemData(n) for n in range(box.count())] == [2, 3]
    box.setCurrentIndex(1)
    find(dialog, QPushButton, "dialog.merge_now").click()
    qtbot.waitUntil(lambda: not three.object_verbs.busy)
    assert [info.id for info in three.document.objects] == [2, 3]
    assert (three.document.masks.labels(0)[block(5)] == 3).all()


def find(dialog: NamesDialog | MergeDialog, kind: type[W], name: str) -> W:
    found = dialog.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def test_that_presence_says_where_each_object_is_and_how_sure(qtbot: QtBot, three: Session) -> None:
    run(qtbot, three)
    gone = three.document.masks.labels(6).copy()
    gone[gone == 2] = 0
    three.editing.commit_labels(6, gone, "Erase")
    lanes = three.document.presence(0, three.frame_count - 1)
    for object_id in (1, 2, 3):
        there = [bool((three.document.masks.labels(index) == object_id).any()) for index in range(three.frame_count)]
        assert (lanes[object_id] > 0).tolist() == there
    assert lanes[1][0] == 1.0 and lanes[1][5] == np.float32(0.9) and lanes[2][6] == 0
    assert three.document.presence(6, 6).keys() == {1, 3}


def test_that_presence_reaches_the_timeline(qtbot: QtBot, window: MainWindow, three: Session) -> None:
    track = window.workspace.timeline._track
    qtbot.waitUntil(lambda: track.presence.keys() == {1, 2, 3})
    assert track.presence[1][0] == 1 and not track.presence[1][1:].any()
    three.undo_stack.undo()
    qtbot.waitUntil(lambda: not track.presence[1].any())


def test_that_a_project_open_for_reading_refuses_all_of_it(qtbot: QtBot, three: Session) -> None:
    three.document.store.read_only = True
    objects: tuple[ObjectInfo, ...] = three.document.objects
    three.object_verbs.reorder_objects([3, 2, 1])
    three.object_verbs.recolour_all(Palette.SAFE)
    three.object_verbs.solo_object(1)
    draw(three, 0, {1: block(50)})
    assert three.object_verbs.split_off(1, 0) is None and three.undo_stack.undoText() == "Draw"
    merged(qtbot, three, 1, 2)
    assert three.document.objects == objects
