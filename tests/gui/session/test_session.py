"""A project on the desk: painting, objects, undo, place, reopening."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.project.store import ProjectStore
from core.types import UInt8Array
from rpcm_gui.base.settings import DEVICE, Settings
from rpcm_gui.base.values import FrameSummary
from rpcm_gui.session.session import Session
from tests.gui.conftest import OpenSession
from tests.helpers.fakes import FRAMES, HEIGHT, WIDTH, FakeEngines, FakeSource


def box(labels: UInt8Array, value: int, left: int, top: int, side: int = 10) -> UInt8Array:
    """A copy of ``labels`` with a square of ``value``."""
    after = labels.copy()
    after[top : top + side, left : left + side] = value
    return after


def paint(session: Session, index: int, value: int, left: int = 10, top: int = 10) -> UInt8Array:
    """Paint a square and return the labels that it should give."""
    after = box(session.document.masks.labels(index), value, left, top)
    session.editing.commit_labels(index, after, "Brush")
    return after


def test_that_a_stroke_is_saved_at_once_and_can_be_undone_and_redone(session: Session, project: Path) -> None:
    first = session.editing.add_object("Cat")
    blank = session.document.masks.labels(3)
    after = paint(session, 3, first)
    assert np.array_equal(session.document.masks.labels(3), after)
    assert not session.document.masks.labels(3).flags.writeable
    reader = ProjectStore.open(project, read_only=True)
    assert np.array_equal(reader.effective_labels(3), after)
    session.undo_stack.undo()
    assert np.array_equal(session.document.masks.labels(3), blank)
    assert reader.annotated_frames() == ()
    session.undo_stack.redo()
    assert np.array_equal(reader.effective_labels(3), after)
    reader.close()


def test_that_painting_over_another_object_changes_both_and_undo_brings_both_back(session: Session) -> None:
    one, two = session.editing.add_object(None), session.editing.add_object(None)
    before = paint(session, 0, one)
    after = paint(session, 0, two, left=15)
    assert set(np.unique(after)) == {0, one, two}
    session.undo_stack.undo()
    assert np.array_equal(session.document.masks.labels(0), before)


def test_that_erasing_shows_nothing_that_was_not_on_the_screen(qtbot: QtBot, session: Session) -> None:
    one, two = session.editing.add_object(None), session.editing.add_object(None)
    paint(session, 0, two)
    session.propagate("forward")
    qtbot.waitUntil(lambda: not session.runs.state.running)
    predicted = session.document.masks.labels(1)
    covered = box(predicted, one, 11, 10)
    session.editing.commit_labels(1, covered, "Brush")
    erased = covered.copy()
    erased[covered == one] = 0
    session.editing.commit_labels(1, erased, "Eraser")
    assert np.array_equal(session.document.masks.labels(1), erased)
    session.undo_stack.undo()
    assert np.array_equal(session.document.masks.labels(1), covered)
    session.undo_stack.undo()
    assert np.array_equal(session.document.masks.labels(1), predicted)


def test_that_void_can_be_painted(session: Session) -> None:
    session.editing.add_object(None)
    after = paint(session, 0, 255)
    assert np.array_equal(session.document.masks.labels(0), after)


def test_that_a_stroke_without_a_change_is_no_undo_step(session: Session) -> None:
    session.editing.commit_labels(0, session.document.masks.labels(0).copy(), "Brush")
    assert session.undo_stack.count() == 0


def test_that_clearing_a_frame_can_be_undone(session: Session) -> None:
    one = session.editing.add_object(None)
    after = paint(session, 2, one)
    session.editing.clear_annotation(2)
    assert not session.document.masks.labels(2).any()
    assert session.document.summary(2) == FrameSummary()
    session.undo_stack.undo()
    assert np.array_equal(session.document.masks.labels(2), after)
    assert session.document.summary(2).annotated


def test_that_objects_are_added_renamed_recoloured_removed_and_all_of_it_undone(session: Session) -> None:
    one = session.editing.add_object("Cat")
    two = session.editing.add_object(None)
    after = paint(session, 0, one)
    states = [session.document.objects]
    session.editing.rename_object(one, "  Dog ")
    states.append(session.document.objects)
    session.editing.recolour_object(two, (1, 2, 3))
    states.append(session.document.objects)
    session.editing.remove_object(one)
    assert [info.id for info in session.document.objects] == [two]
    assert not session.document.masks.labels(0).any()
    for state in reversed(states):
        session.undo_stack.undo()
        assert session.document.objects == state
    assert [info.name for info in session.document.objects] == ["Cat", f"Object {two}"]
    assert np.array_equal(session.document.masks.labels(0), after)
    for _ in range(3):
        session.undo_stack.redo()
    assert [(info.id, info.colour) for info in session.document.objects] == [(two, (1, 2, 3))]


def test_that_undoing_an_object_and_redoing_it_brings_back_what_was_painted(session: Session) -> None:
    one = session.editing.add_object(None)
    after = paint(session, 0, one)
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.document.objects == ()
    while session.undo_stack.canRedo():
        session.undo_stack.redo()
    assert np.array_equal(session.document.masks.labels(0), after)


def test_that_the_current_object_is_always_one_that_exists(session: Session) -> None:
    assert session.position.object is None
    one, two = session.editing.add_object(None), session.editing.add_object(None)
    session.position.select_object(two)
    session.position.select_object(99)
    assert session.position.object == two
    session.editing.remove_object(two)
    assert session.position.object == one
    session.editing.remove_object(one)
    assert session.position.object is None


def test_that_looks_of_an_object_are_remembered_but_no_undo_step(session: Session, project: Path) -> None:
    one = session.editing.add_object(None)
    session.editing.set_object_visible(one, False)
    session.editing.set_object_locked(one, True)
    assert session.undo_stack.count() == 1
    reader = ProjectStore.open(project, read_only=True)
    assert reader.objects.all() == session.document.objects
    assert not session.document.objects[0].visible
    reader.close()


def test_that_the_frame_shown_is_the_one_asked_for_last(qtbot: QtBot, session: Session) -> None:
    shown: list[int] = []
    session.frames.frame_ready.connect(lambda frame: shown.append(frame.index))
    for index in (4, 9, 2):
        session.position.go_to(index)
    assert session.position.frame == 2
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [2]
    session.position.go_to(1000)
    assert session.position.frame == FRAMES - 1


def test_that_a_broken_frame_is_told_and_the_session_goes_on(qtbot: QtBot, open_session: OpenSession) -> None:
    session = open_session(source=FakeSource(broken=frozenset({5})))
    with qtbot.waitSignal(session.failed) as posted:
        session.position.go_to(5)
    assert posted.args is not None
    assert posted.args[0].text == "Frame 5 is broken."
    with qtbot.waitSignal(session.frames.frame_ready):
        session.position.go_to(6)


def test_that_reopening_finds_everything_as_it_was(open_session: OpenSession) -> None:
    first = open_session()
    one, two = first.editing.add_object("Cat"), first.editing.add_object("Dog")
    painted = [paint(first, 3, one), paint(first, 8, two, left=20)]
    first.editing.set_reviewed(8, True)
    first.position.select_object(two)
    first.position.set_range(2, 12)
    first.position.go_to(8)
    left = (first.document.objects, list(first.document.summaries()))
    first.close()
    again = open_session()
    assert (again.document.objects, list(again.document.summaries())) == left
    assert (again.position.frame, again.position.object, again.position.range) == (8, two, (2, 12))
    assert np.array_equal(again.document.masks.labels(3), painted[0])
    assert np.array_equal(again.document.masks.labels(8), painted[1])


def test_that_marks_of_review_can_be_undone(session: Session) -> None:
    session.editing.set_reviewed(4, True)
    session.editing.set_reviewed(4, True)
    assert session.undo_stack.count() == 1
    assert session.document.summary(4).reviewed
    session.undo_stack.undo()
    assert not session.document.summary(4).reviewed


def test_that_a_project_opened_for_reading_refuses_edits_with_a_message(
    qtbot: QtBot, project: Path, tmp_path: Path
) -> None:
    session = Session(
        ProjectStore.open(project, read_only=True),
        tmp_path / "fake.mp4",
        FakeSource,
        FakeEngines(),
        Settings(tmp_path / "s.ini"),
    )
    assert session.title == "fake.mp4 (read only)"
    told: list[str] = []
    session.messagePosted.connect(lambda message: told.append(message.text))
    with qtbot.waitSignal(session.document.masks_changed):
        session.editing.commit_labels(0, np.ones((HEIGHT, WIDTH), np.uint8), "Brush")
    assert session.editing.add_object(None) == 0
    assert session.document.objects == ()
    assert not session.document.masks.labels(0).any()
    assert len(told) == 2
    session.close()


def test_that_what_a_run_did_during_a_stroke_is_not_taken_for_the_stroke(qtbot: QtBot, session: Session) -> None:
    one, two = session.editing.add_object(None), session.editing.add_object(None)
    paint(session, 0, one)
    began = session.document.masks.labels(1)
    session.propagate("forward")
    qtbot.waitUntil(lambda: not session.runs.state.running)
    session.editing.commit_labels(1, box(began, two, 40, 30), "Brush", before=began)
    assert set(np.unique(session.document.masks.labels(1))) == {0, one, two}


def test_that_a_device_is_remembered_and_nonsense_refused(session: Session, tmp_path: Path) -> None:
    session.set_device("cuda")
    assert session.device == Settings(tmp_path / "settings.ini").get(DEVICE) == "cuda"
    with pytest.raises(ValueError, match="no device: toaster"):
        session.set_device("toaster")


def test_that_undoing_and_redoing_a_stroke_goes_where_it_was_made(session: Session) -> None:
    session.position.go_to(3)
    paint(session, 3, session.editing.add_object("Cat"))
    session.position.go_to(9)
    session.undo_stack.undo()
    assert session.position.frame == 3
    session.position.go_to(9)
    session.undo_stack.redo()
    assert session.position.frame == 3


def test_that_a_new_stroke_leaves_the_person_where_they_are(session: Session) -> None:
    session.editing.add_object("Cat")
    session.position.go_to(9)
    paint(session, 3, 1)
    assert session.position.frame == 9
