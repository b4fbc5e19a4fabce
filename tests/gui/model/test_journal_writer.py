"""Verbs over a range: right at once for anyone who looks, written piece by piece, one undo step, safe from a crash."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from core.masks.rle import encode_rle
from core.project.edits.journal import pack, unpack
from core.project.store import ProjectStore
from rpcm_gui.base.values import JobState, Message
from rpcm_gui.model import journal_writer
from rpcm_gui.model.journal_writer import Batch
from rpcm_gui.session.session import Session
from tests.gui.conftest import OpenSession
from tests.gui.session.test_runs import finish, paint
from tests.helpers.fakes import FRAMES, FakeEngines

COUNTS = st.one_of(st.none(), st.binary(max_size=6))


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """One frame in a piece, one piece in a tick."""
    monkeypatch.setattr(journal_writer, "PIECE", 1)
    monkeypatch.setattr(journal_writer, "WRITE_SECONDS", 0.0)


@pytest.fixture
def drawn(session: Session, qtbot: QtBot) -> Session:
    """A mask of object 1 on frame 0, about to be copied to all others."""
    session.editing.add_object("Cat")
    paint(session, 0, 1)
    return session


def begun(qtbot: QtBot, session: Session, first: int = 0, last: int = FRAMES - 1) -> None:
    """Copy the mask of frame 0 to a range, until the first rows are being written."""
    session.ranges.copy_over(1, 0, first, last)
    qtbot.waitUntil(lambda: session.document.bulk.busy)


def settled(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: not session.ranges.busy)


def stored(project: Path) -> tuple[int, ...]:
    with closing(ProjectStore.open(project, read_only=True)) as store:
        return store.annotated_frames()


def crashed(project: Path, folder: Path) -> Path:
    """The project as a crash at this moment would leave it."""
    left = folder / "crashed.rpcm"
    for suffix in ("", "-wal"):
        shutil.copy(f"{project}{suffix}", f"{left}{suffix}")
    return left


@given(st.dictionaries(st.integers(0, 99), st.dictionaries(st.integers(1, 255), COUNTS)))
def test_that_rows_survive_packing(frames: dict[int, dict[int, bytes | None]]) -> None:
    assert unpack(pack(frames)) == frames


def test_that_equal_masks_are_packed_once() -> None:
    mask = bytes(range(256)) * 4
    assert len(pack({index: {1: mask} for index in range(100)})) < 2 * len(mask) + 100 * 30


@pytest.mark.usefixtures("slow")
def test_that_a_verb_over_a_range_is_seen_at_once_and_written_bit_by_bit(
    qtbot: QtBot, drawn: Session, project: Path
) -> None:
    states: list[JobState] = []
    drawn.jobStateChanged.connect(states.append)
    begun(qtbot, drawn)
    assert all(
        np.array_equal(drawn.document.masks.labels(index), drawn.document.masks.labels(0)) for index in range(FRAMES)
    )
    assert len(stored(project)) < FRAMES
    settled(qtbot, drawn)
    assert stored(project) == tuple(range(FRAMES))
    assert all(summary.annotated for summary in drawn.document.summaries())
    assert {(state.done, state.total) for state in states if state.running} >= {(5, FRAMES - 1), (FRAMES - 1,) * 2}
    assert not states[-1].running
    drawn.document.masks.clear()
    assert all(
        np.array_equal(drawn.document.masks.labels(index), drawn.document.masks.labels(0)) for index in range(FRAMES)
    )
    assert drawn.undo_stack.count() == 3
    drawn.undo_stack.undo()
    assert not drawn.document.masks.labels(7).any()
    settled(qtbot, drawn)
    assert stored(project) == (0,)


@pytest.mark.usefixtures("slow")
def test_that_undo_and_redo_meanwhile_end_where_they_should(qtbot: QtBot, drawn: Session, project: Path) -> None:
    begun(qtbot, drawn)
    qtbot.waitUntil(lambda: len(stored(project)) > 4)
    drawn.undo_stack.undo()
    assert not any(drawn.document.masks.labels(index).any() for index in range(1, FRAMES))
    qtbot.wait(20)
    drawn.undo_stack.redo()
    drawn.undo_stack.undo()
    settled(qtbot, drawn)
    assert stored(project) == (0,)


@pytest.mark.usefixtures("slow")
def test_that_cancelling_takes_back_what_was_written(qtbot: QtBot, drawn: Session, project: Path) -> None:
    begun(qtbot, drawn)
    qtbot.waitUntil(lambda: len(stored(project)) > 4)
    drawn.cancel_jobs()
    settled(qtbot, drawn)
    assert stored(project) == (0,)


@pytest.mark.usefixtures("slow")
def test_that_a_stroke_meanwhile_is_kept_on_either_side_of_what_is_written(
    qtbot: QtBot, drawn: Session, project: Path, tmp_path: Path
) -> None:
    begun(qtbot, drawn)
    qtbot.waitUntil(lambda: len(stored(project)) > 4)
    for index in (2, FRAMES - 1):
        paint(drawn, index, 1, left=40)
    expected = drawn.document.masks.labels(2).copy()
    assert drawn.document.bulk.busy
    left = crashed(project, tmp_path)
    with closing(ProjectStore.open(left)) as store:
        assert store.annotated_frames() == tuple(range(FRAMES)), "what was begun is finished"
        for index in (2, FRAMES - 1):
            np.testing.assert_array_equal(store.effective_labels(index), expected)
        np.testing.assert_array_equal(store.effective_labels(9), drawn.document.masks.labels(0))
    settled(qtbot, drawn)
    with closing(ProjectStore.open(project, read_only=True)) as store:
        for index in (2, FRAMES - 1):
            np.testing.assert_array_equal(store.effective_labels(index), expected)


@pytest.mark.usefixtures("slow")
def test_that_nothing_is_done_again_once_all_is_written(
    qtbot: QtBot, drawn: Session, project: Path, tmp_path: Path
) -> None:
    begun(qtbot, drawn)
    settled(qtbot, drawn)
    drawn.editing.clear_annotation(5)
    with closing(ProjectStore.open(crashed(project, tmp_path))) as store:
        assert 5 not in store.annotated_frames()


@pytest.mark.usefixtures("slow")
def test_that_a_run_waits_until_its_seeds_are_written(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines()
    session = open_session(engines)
    session.editing.add_object("Cat")
    paint(session, 0, 1)
    begun(qtbot, session, last=9)
    session.propagate("forward")
    assert not session.runs.state.running
    assert len(session.runs.state.queue) == 1
    qtbot.waitUntil(lambda: bool(engines.engines))
    finish(qtbot, session)
    assert engines.engines[0].computed == list(range(10, FRAMES))


@pytest.mark.usefixtures("slow")
def test_that_closing_meanwhile_writes_the_rest(qtbot: QtBot, drawn: Session, project: Path) -> None:
    begun(qtbot, drawn)
    drawn.close()
    assert stored(project) == tuple(range(FRAMES))


@pytest.mark.usefixtures("slow")
def test_that_two_verbs_do_not_mix(qtbot: QtBot, drawn: Session) -> None:
    said: list[Message] = []
    begun(qtbot, drawn)
    drawn.messagePosted.connect(said.append)
    drawn.ranges.delete_over(1, 0, 5)
    assert "still running" in said[-1].text
    settled(qtbot, drawn)
    drawn.ranges.delete_over(1, 0, 5)
    qtbot.waitUntil(lambda: drawn.undo_stack.count() == 4)
    settled(qtbot, drawn)
    assert [bool(drawn.document.masks.labels(index).any()) for index in range(8)] == [False] * 6 + [True] * 2


@pytest.mark.usefixtures("slow")
def test_that_a_full_disk_in_the_middle_loses_nothing(qtbot: QtBot, drawn: Session, project: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 2, drawn.size, np.uint8)
    drawn.editing.commit_labels(0, noise, "Brush")
    begun(qtbot, drawn)
    database = drawn.document.store._database
    ((pages,),) = database.query("PRAGMA page_count")
    database.query(f"PRAGMA max_page_count = {pages}")
    qtbot.waitUntil(lambda: drawn.document.saver.waiting > 0)
    assert all(np.array_equal(drawn.document.masks.labels(index), noise) for index in range(FRAMES))
    database.query(f"PRAGMA max_page_count = {2**30}")
    assert drawn.document.saver.flush()
    assert all(np.array_equal(drawn.document.masks.labels(index), noise) for index in range(FRAMES))
    settled(qtbot, drawn)
    assert stored(project) == tuple(range(FRAMES))


def rows_of(session: Session, frames: range, object_id: int, left: int) -> Batch:
    mask = np.zeros(session.size, bool)
    mask[5:9, left : left + 4] = True
    rows = {index: {object_id: encode_rle(mask)} for index in frames}
    return Batch(rows, pack(rows))


@pytest.fixture
def two(session: Session) -> Session:
    session.editing.add_object("Cat")
    session.editing.add_object("Dog")
    return session


def columns(session: Session, index: int) -> list[int]:
    """For objects 1 and 2, where their square begins on a frame; -1 where there is none."""
    found = [np.flatnonzero((session.document.masks.labels(index) == object_id).any(axis=0)) for object_id in (1, 2)]
    return [int(places[0]) if places.size else -1 for places in found]


@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize("crash", [False, True])
@pytest.mark.parametrize(
    ("frames", "object_id", "expected"),
    [
        (range(10, 20), 2, [[10, -1]] * 10 + [[-1, 30]] * 10),
        (range(5, 15), 2, [[10, -1]] * 5 + [[10, 30]] * 5 + [[-1, 30]] * 5 + [[-1, -1]] * 5),
        (range(10), 2, [[10, 30]] * 10 + [[-1, -1]] * 10),
        (range(10), 1, [[30, -1]] * 10 + [[-1, -1]] * 10),
        (range(5), 1, [[30, -1]] * 5 + [[10, -1]] * 5 + [[-1, -1]] * 10),
    ],
)
def test_that_rows_that_are_pending_are_replaced_only_where_others_speak_of_the_same(
    qtbot: QtBot, two: Session, project: Path, tmp_path: Path,
    frames: range, object_id: int, expected: list[list[int]], crash: bool,
) -> None:  # fmt: skip
    document = two.document
    document.put_many(rows_of(two, range(10), 1, 10), "first")
    document.put_many(rows_of(two, frames, object_id, 30), "second")
    assert [columns(two, index) for index in range(FRAMES)] == expected
    if crash:
        left = crashed(project, tmp_path)
        with closing(ProjectStore.open(left)) as store:
            found = [store.effective_labels(index) for index in range(FRAMES)]
    else:
        qtbot.waitUntil(lambda: not document.bulk.busy)
        with closing(ProjectStore.open(project, read_only=True)) as store:
            found = [store.effective_labels(index) for index in range(FRAMES)]
    assert all(np.array_equal(labels, two.document.masks.labels(index)) for index, labels in enumerate(found))


@pytest.mark.usefixtures("slow")
def test_that_rows_that_are_replaced_are_not_written_first(two: Session, project: Path) -> None:
    two.document.put_many(rows_of(two, range(10), 1, 10), "first")
    two.document.put_many(rows_of(two, range(10), 1, 30), "second")
    assert stored(project) == ()
