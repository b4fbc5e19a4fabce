"""Propagation in a real thread around a fake engine: order, stop, strays, corrections, undo, failures, closing."""

from __future__ import annotations

import threading

import av.error
import cv2
import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.project.store import encode_result
from core.types import SeedMode, UInt8Array
from rpcm_gui.base.values import BugReport, Message, RunState
from rpcm_gui.session import runs
from rpcm_gui.session.session import Session
from rpcm_gui.workers.propagation import PERMITS, RunResult
from tests.gui.conftest import OpenSession
from tests.helpers.fakes import FRAMES, HEIGHT, WIDTH, FakeEngines, result


def paint(session: Session, index: int, value: int, left: int = 10, side: int = 10) -> None:
    """Paint a square."""
    after = session.document.masks.labels(index).copy()
    after[10 : 10 + side, left : left + side] = value
    session.editing.commit_labels(index, after, "Brush")


def started(session: Session) -> None:
    """Paint one object on frame 0 and propagate it forward."""
    session.editing.add_object(None)
    paint(session, 0, 1)
    session.propagate("forward")


def finish(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: not session.runs.state.running)


def done(qtbot: QtBot, session: Session, frames: int) -> None:
    qtbot.waitUntil(lambda: session.runs.state.done == frames)


def predicted(session: Session) -> list[int]:
    return [index for index, summary in enumerate(session.document.summaries()) if summary.predicted]


def moved(index: int, left: int = 10) -> UInt8Array:
    """What the fake engine says of frame ``index`` after a square on frame 0."""
    labels = np.zeros((HEIGHT, WIDTH), np.uint8)
    labels[10:20, left : left + 10] = 1
    return np.roll(labels, index, axis=1)


def test_that_a_run_fills_its_frames_in_order_off_the_gui_thread(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines()
    session = open_session(engines)
    states: list[RunState] = []
    session.runs.state_changed.connect(states.append)
    started(session)
    assert session.runs.state.running
    finish(qtbot, session)
    assert engines.engines[0].computed == list(range(1, FRAMES))
    assert threading.get_ident() not in engines.threads
    assert all(np.array_equal(session.document.masks.labels(index), moved(index)) for index in range(FRAMES))
    assert predicted(session) == list(range(1, FRAMES))
    assert [state.done for state in states] == sorted(state.done for state in states)
    assert (session.runs.state.done, session.runs.state.total) == (FRAMES - 1, FRAMES - 1)
    assert session.runs.state.device == "fake"
    reliability = session.document.masks.reliability(5)
    assert reliability is not None
    assert (reliability[0, 0], reliability[0, -1]) == (0, 255)
    assert session.document.summary(5).unsure_share == pytest.approx(0.125)


def test_that_a_run_backward_and_one_within_a_range_stay_inside(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines()
    session = open_session(engines)
    session.editing.add_object(None)
    session.position.set_range(4, 12)
    session.position.go_to(8)
    paint(session, 8, 1)
    session.propagate("backward")
    finish(qtbot, session)
    assert engines.engines[0].computed == [7, 6, 5, 4]
    session.propagate("both")
    finish(qtbot, session)
    assert engines.engines[1].computed == [9, 10, 11, 12, 7, 6, 5, 4]
    session.propagate("forward", whole_range=False)
    finish(qtbot, session)
    assert engines.engines[2].computed == [9, 10, 11, 12]


def test_that_stop_takes_effect_within_a_frame_and_keeps_what_is_done(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    started(session)
    engines.allow(5)
    done(qtbot, session, 5)
    session.launcher.stop()
    engines.allow(FRAMES)
    finish(qtbot, session)
    assert engines.engines[0].computed == [1, 2, 3, 4, 5]
    assert predicted(session) == [1, 2, 3, 4, 5]
    assert np.array_equal(session.document.masks.labels(5), moved(5))


def test_that_scrubbing_and_painting_during_a_run_change_nothing_of_where_results_go(
    qtbot: QtBot, open_session: OpenSession
) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    session.editing.add_object(None)
    started(session)
    session.editing.add_object(None)
    for index in range(1, FRAMES):
        session.position.go_to((index * 7) % FRAMES)
        if index == 6:
            paint(session, 15, 2, left=40)
        engines.allow(1)
        done(qtbot, session, index)
    finish(qtbot, session)
    for index in range(1, FRAMES):
        labels = session.document.masks.labels(index).copy()
        expected = moved(index)
        if index == 15:
            assert (labels == 2).sum() == 100
            expected[labels == 2] = 2
        assert np.array_equal(labels, expected)


def test_that_results_of_another_run_are_dropped(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    started(session)
    engines.allow(1)
    done(qtbot, session, 1)
    stray = result(session.runs.state.run_id + 1, 9, moved(9))
    session.runs._receive(RunResult(stray.run_id, encode_result(stray), stray.labels, stray.reliability))
    engines.allow(1)
    done(qtbot, session, 2)
    assert predicted(session) == [1, 2]


def test_that_a_correction_during_a_run_is_kept_and_the_next_run_seeds_from_it(
    qtbot: QtBot, open_session: OpenSession
) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    started(session)
    engines.allow(6)
    done(qtbot, session, 6)
    session.position.go_to(4)
    blank = np.zeros((HEIGHT, WIDTH), np.uint8)
    blank[30:40, 20:30] = 1
    session.editing.commit_labels(4, blank, "Correct")
    session.launcher.stop()
    session.propagate("forward")
    engines.allow(FRAMES * 2)
    qtbot.waitUntil(lambda: len(engines.engines) == 2)
    finish(qtbot, session)
    assert engines.engines[0].computed == [1, 2, 3, 4, 5, 6]
    assert engines.engines[1].computed == list(range(5, FRAMES))
    assert np.array_equal(session.document.masks.labels(4), blank)
    assert np.array_equal(session.document.masks.labels(6), np.roll(blank, 2, axis=1))
    assert np.array_equal(session.document.masks.labels(3), moved(3))


def test_that_every_annotated_frame_on_the_way_seeds_anew(qtbot: QtBot, session: Session) -> None:
    session.editing.add_object(None)
    paint(session, 0, 1)
    paint(session, 10, 1, left=30)
    session.propagate("forward")
    finish(qtbot, session)
    assert np.array_equal(session.document.masks.labels(9), moved(9))
    assert np.array_equal(session.document.masks.labels(12), np.roll(moved(0, left=30), 2, axis=1))
    assert 10 not in predicted(session)


def test_that_undoing_a_run_brings_back_what_was_before_and_redoing_it_the_run(qtbot: QtBot, session: Session) -> None:
    started(session)
    finish(qtbot, session)
    filled = [session.document.masks.labels(index).copy() for index in range(FRAMES)]
    assert session.undo_stack.count() == 3
    assert session.undo_stack.undoText() == f"Propagate: Forward from frame 0 to {FRAMES - 1}"
    session.undo_stack.undo()
    assert predicted(session) == []
    assert not session.document.masks.labels(5).any()
    assert session.document.masks.reliability(5) is None
    session.undo_stack.redo()
    assert all(np.array_equal(session.document.masks.labels(index), filled[index]) for index in range(FRAMES))


def test_that_frames_from_which_runs_began_are_known_until_those_are_undone(qtbot: QtBot, session: Session) -> None:
    started(session)
    finish(qtbot, session)
    session.position.go_to(7)
    session.propagate("forward")
    finish(qtbot, session)
    assert session.document.references() == (0, 7)
    session.undo_stack.undo()
    assert session.document.references() == (0,)


def test_that_undoing_a_run_under_way_stops_it_and_drops_the_rest(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    started(session)
    engines.allow(3)
    done(qtbot, session, 3)
    session.undo_stack.undo()
    assert not session.runs.state.running
    engines.allow(FRAMES)
    paint(session, 2, 1, left=30)
    session.position.go_to(2)
    session.propagate("forward")
    finish(qtbot, session)
    assert engines.engines[0].computed == [1, 2, 3]
    assert predicted(session) == list(range(3, FRAMES))


def test_that_reviewed_frames_and_annotated_objects_are_never_changed(qtbot: QtBot, session: Session) -> None:
    started(session)
    finish(qtbot, session)
    session.editing.set_reviewed(7, True)
    kept = session.document.masks.labels(7).copy()
    paint(session, 0, 1, left=30)
    session.propagate("forward")
    finish(qtbot, session)
    assert np.array_equal(session.document.masks.labels(7), kept)
    assert not np.array_equal(session.document.masks.labels(8), moved(8))


def test_that_an_object_that_enters_later_does_not_lose_the_others(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines()
    session = open_session(engines)
    started(session)
    finish(qtbot, session)
    session.undo_stack.undo()
    session.editing.add_object(None)
    paint(session, 10, 2, left=40)
    session.propagate("forward")
    finish(qtbot, session)
    seeds = engines.engines[-1].requests[0].seeds
    assert [(seed.index, seed.mode) for seed in seeds] == [(0, SeedMode.RESET), (10, SeedMode.JOIN)]
    assert engines.engines[-1].computed == list(range(1, FRAMES))


@pytest.mark.parametrize(
    ("frame", "span", "words"),
    [(3, (0, FRAMES - 1), "no mask"), (0, (5, 9), "outside"), (FRAMES - 1, (0, FRAMES - 1), "no frame to fill")],
)
def test_that_what_cannot_be_propagated_is_a_message(
    qtbot: QtBot, session: Session, frame: int, span: tuple[int, int], words: str
) -> None:
    session.editing.add_object(None)
    for painted in (0, FRAMES - 1):
        paint(session, painted, 1)
    session.position.set_range(*span)
    session.position.go_to(frame)
    with qtbot.waitSignal(session.messagePosted) as posted:
        session.propagate("forward")
    assert posted.args is not None
    assert words in posted.args[0].text
    assert posted.args[0].hint
    assert not session.runs.state.running


class OutOfMemoryError(RuntimeError):
    """Named like torch's."""


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"), "cpu"),
        (RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"), "cpu"),
        (RuntimeError("could not create a primitive"), "cpu"),
        (MemoryError(), "cpu"),
        (av.error.MemoryError(12, "Cannot allocate memory"), "cpu"),
        (cv2.error("OpenCV(4.10) error: (-4:Insufficient memory) Failed to allocate 99 bytes"), "cpu"),
        (UserError("The device 'cuda' is not available.", "Choose auto or cpu."), "Choose auto or cpu."),
    ],
)
def test_that_a_failing_run_gives_advice_and_keeps_what_is_done(
    qtbot: QtBot, open_session: OpenSession, error: Exception, advice: str
) -> None:
    engines = FakeEngines(broken={5: error})
    session = open_session(engines)
    messages: list[Message] = []
    session.failed.connect(messages.append)
    started(session)
    finish(qtbot, session)
    assert advice in messages[-1].hint
    assert predicted(session) == [1, 2, 3, 4]
    assert engines.forgotten == 1
    session.position.go_to(4)
    session.propagate("backward")
    finish(qtbot, session)
    assert session.runs.state.done == 3


def test_that_a_bug_in_a_run_becomes_a_report(qtbot: QtBot, open_session: OpenSession) -> None:
    session = open_session(FakeEngines(broken={2: KeyError("colour")}))
    with qtbot.waitSignal(session.failed) as found:
        started(session)
    assert found.args is not None
    report = found.args[0]
    assert isinstance(report, BugReport)
    assert "Traceback" in report.details
    finish(qtbot, session)
    assert predicted(session) == [1]


def test_that_a_worker_waits_when_nobody_takes_its_results(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    started(session)
    engines.allow(1)
    done(qtbot, session, 1)
    engines.allow(FRAMES)
    engine = engines.engines[0]
    # The GUI thread is busy here: nothing gives permits back.
    while len(engine.computed) < 1 + PERMITS + 1:
        threading.Event().wait(0.001)
    threading.Event().wait(0.25)
    assert len(engine.computed) == 1 + PERMITS + 1
    finish(qtbot, session)
    assert predicted(session) == list(range(1, FRAMES))


def test_that_closing_during_a_run_keeps_what_is_done_and_ends_the_thread(
    qtbot: QtBot, open_session: OpenSession
) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    started(session)
    engines.allow(4)
    done(qtbot, session, 4)
    threading.Timer(0.05, engines.allow, [FRAMES]).start()
    session.close()
    assert engines.engines[0].computed == [1, 2, 3, 4]
    again = open_session()
    assert predicted(again) == [1, 2, 3, 4]
    assert np.array_equal(again.document.masks.labels(4), moved(4))


def test_that_an_object_removed_during_a_run_stays_removed_and_its_masks_come_back_with_it(
    qtbot: QtBot, open_session: OpenSession
) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    started(session)
    engines.allow(3)
    done(qtbot, session, 3)
    session.editing.remove_object(1)
    engines.allow(FRAMES)
    finish(qtbot, session)
    assert not any(session.document.masks.labels(index).any() for index in range(FRAMES))
    session.undo_stack.undo()
    assert np.array_equal(session.document.masks.labels(12), moved(12))


def test_that_what_is_shown_of_a_run_is_what_is_read_back(qtbot: QtBot, session: Session) -> None:
    started(session)
    session.editing.add_object(None)
    paint(session, 4, 2, left=30)
    session.editing.set_reviewed(6, True)
    finish(qtbot, session)
    session.propagate("forward")
    finish(qtbot, session)
    shown = [
        (session.document.masks.labels(index).copy(), session.document.masks.reliability(index))
        for index in range(FRAMES)
    ]
    session.document.masks.clear()
    for index, (labels, reliability) in enumerate(shown):
        assert np.array_equal(session.document.masks.labels(index), labels)
        again = session.document.masks.reliability(index)
        assert (again is None) == (reliability is None)
        assert again is None or reliability is None or np.array_equal(again, reliability)


def test_that_the_panel_tells_that_a_run_was_undone_and_counts_again(qtbot: QtBot, session: Session) -> None:
    started(session)
    finish(qtbot, session)
    ended = session.runs.state
    session.undo_stack.undo()
    assert session.runs.state.text == "The run was undone"
    assert session.runs.state.total == 0
    session.undo_stack.redo()
    assert session.runs.state == ended


def handed_over(session: Session, engines: FakeEngines, frames: int) -> None:
    """Let ``frames`` more frames be computed while nobody takes them."""
    before = len(engines.engines[0].computed)
    engines.allow(frames)
    while len(engines.engines[0].computed) < before + frames:
        threading.Event().wait(0.001)


def test_that_results_on_their_way_when_the_window_closes_are_kept(open_session: OpenSession, qtbot: QtBot) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    started(session)
    engines.allow(1)
    done(qtbot, session, 1)
    handed_over(session, engines, 4)
    session.close()
    assert predicted(open_session()) == [1, 2, 3, 4, 5]


def test_that_results_that_wait_to_be_stored_when_the_window_closes_are_kept(
    open_session: OpenSession, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # No tick stores anything: what the run says stays in its inbox.
    monkeypatch.setattr(runs, "TICK_MILLISECONDS", 2**30)
    monkeypatch.setattr(runs, "STORE_SECONDS", -1.0)
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    began = threading.Event()
    session.runs.state_changed.connect(lambda state: began.set() if state.total else None)
    started(session)
    engines.allow(3)
    qtbot.waitUntil(lambda: began.is_set() and len(engines.engines[0].computed) == 3)
    handed_over(session, engines, 1)
    QCoreApplication.sendPostedEvents()
    assert session.runs.state.done == 0
    session.close()
    again = open_session()
    assert predicted(again) == [1, 2, 3, 4]
    assert np.array_equal(again.document.masks.labels(4), moved(4))
