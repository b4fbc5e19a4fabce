"""Runs that wait, rest, concern some objects only, or fill a gap from both sides: real threads, a fake engine."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.types import UInt8Array
from rpcm_gui.base.values import Message, RunState
from rpcm_gui.session.session import Session
from tests.gui.conftest import OpenSession
from tests.gui.session.test_runs import done, finish, moved, paint, predicted, started
from tests.helpers.fakes import FRAMES, FakeEngines


def all_done(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: not session.runs.state.running and not session.runs.state.queue)


def place(labels: UInt8Array, object_id: int) -> int:
    """The leftmost column of an object."""
    return int(np.flatnonzero((labels == object_id).any(0))[0])


def test_that_runs_asked_for_meanwhile_wait_for_their_turn(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    session.editing.add_object(None)
    paint(session, 10, 1)
    session.position.go_to(10)
    session.position.set_range(10, 14)
    session.propagate("forward")
    session.position.set_range(6, 12)
    session.propagate("backward")
    session.position.set_range(0, FRAMES - 1)
    waiting = session.runs.state.queue
    assert [run.text for run in waiting] == ["Backward from frame 10 to 6"]
    engines.allow(100)
    all_done(qtbot, session)
    assert [engine.computed for engine in engines.engines] == [[11, 12, 13, 14], [9, 8, 7, 6]]
    assert session.undo_stack.count() == 4, "each run is an undo step of its own"
    session.undo_stack.undo()
    assert predicted(session) == [11, 12, 13, 14]


def test_that_a_run_that_waits_can_be_taken_off(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    started(session)
    for _ in range(3):
        session.propagate("forward")
    first, second, third = session.runs.state.queue
    session.launcher.remove(second.number)
    assert session.runs.state.queue == (first, third)
    engines.allow(1000)
    all_done(qtbot, session)
    assert len(engines.engines) == 3


def test_that_what_cannot_run_is_told_and_the_next_one_runs(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    messages: list[Message] = []
    session.messagePosted.connect(messages.append)
    started(session)
    paint(session, 15, 1)
    session.position.go_to(15)
    session.propagate("forward")
    session.position.go_to(0)
    session.propagate("forward")
    session.editing.clear_annotation(15)
    engines.allow(3)
    done(qtbot, session, 3)
    session.undo_stack.undo()
    engines.allow(1000)
    all_done(qtbot, session)
    assert any("no mask" in message.text for message in messages)
    assert len(engines.engines) == 2


def test_that_stop_ends_the_run_and_those_that_wait(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    started(session)
    session.propagate("forward")
    engines.allow(2)
    done(qtbot, session, 2)
    session.launcher.stop()
    assert session.runs.state.queue == ()
    engines.allow(100)
    finish(qtbot, session)
    assert predicted(session) == [1, 2]
    assert len(engines.engines) == 1


def test_that_a_device_that_vanishes_ends_the_queue_and_keeps_what_is_done(
    qtbot: QtBot, open_session: OpenSession
) -> None:
    gone = UserError("The device 'cuda' does not answer any more.", "Choose cpu, or start the machine again.")
    engines = FakeEngines(gated=True, broken={5: gone})
    session = open_session(engines)
    messages: list[Message] = []
    for signal in (session.messagePosted, session.failed):
        signal.connect(messages.append)
    started(session)
    session.propagate("forward")
    engines.allow(100)
    all_done(qtbot, session)
    assert predicted(session) == [1, 2, 3, 4]
    assert [message.text for message in messages] == [gone.message, "1 waiting runs were removed from the queue."]
    assert engines.forgotten == 1


def test_that_a_paused_run_rests_and_goes_on_where_it_was(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    started(session)
    engines.allow(3)
    done(qtbot, session, 3)
    session.runs.pause(True)
    assert session.runs.state.paused
    engines.allow(100)
    # The frame that was being waited for may still come, but none after it.
    qtbot.wait(250)
    assert len(engines.engines[0].computed) <= 4
    assert session.runs.state.running
    session.runs.pause(False)
    finish(qtbot, session)
    assert engines.engines[0].computed == list(range(1, FRAMES))
    assert not session.runs.state.paused


def test_that_a_paused_run_can_be_stopped_and_closed(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    started(session)
    session.runs.pause(True)
    engines.allow(1)
    session.launcher.stop()
    finish(qtbot, session)
    assert not session.runs.state.paused
    session.propagate("forward")
    session.runs.pause(True)
    session.close()
    assert not session.runs.state.running or session.runs.state.paused


def test_that_a_run_of_some_objects_leaves_the_others_as_they_are(qtbot: QtBot, session: Session) -> None:
    session.editing.add_object(None)
    session.editing.add_object(None)
    paint(session, 0, 1)
    paint(session, 0, 2, left=30)
    session.propagate("forward")
    finish(qtbot, session)
    before = [session.document.masks.labels(index).copy() for index in range(FRAMES)]
    paint(session, 0, 1, left=22)
    session.launcher.choose_objects([1])
    assert session.launcher.objects == frozenset({1})
    session.propagate("forward")
    finish(qtbot, session)
    for index in range(1, FRAMES):
        labels = session.document.masks.labels(index)
        np.testing.assert_array_equal(labels == 2, before[index] == 2)
        assert not np.array_equal(labels == 1, before[index] == 1)
    session.undo_stack.undo()
    assert all(np.array_equal(session.document.masks.labels(index), before[index]) for index in range(1, FRAMES))


def test_that_objects_that_are_not_here_cannot_be_propagated(qtbot: QtBot, session: Session) -> None:
    session.editing.add_object(None)
    session.editing.add_object(None)
    paint(session, 0, 1)
    session.launcher.choose_objects([2])
    with qtbot.waitSignal(session.messagePosted) as posted:
        session.propagate("forward")
    assert posted.args is not None
    assert "chosen objects" in posted.args[0].text
    session.editing.remove_object(2)
    assert session.launcher.objects is None


def test_that_both_ways_fills_a_gap_from_both_sides_as_one_undo_step(qtbot: QtBot, open_session: OpenSession) -> None:
    engines = FakeEngines()
    session = open_session(engines)
    session.editing.add_object(None)
    paint(session, 0, 1)
    paint(session, 10, 1, left=40)
    session.position.set_range(0, 10)
    states: list[RunState] = []
    session.runs.state_changed.connect(states.append)
    session.propagate("both")
    finish(qtbot, session)
    assert session.runs.state.total == 18
    assert session.runs.state.text == "Finished 9 frames"
    assert states[-1].memory is not None
    assert [place(session.document.masks.labels(index), 1) for index in range(1, 5)] == [11, 12, 13, 14]
    assert [place(session.document.masks.labels(index), 1) for index in range(6, 10)] == [44, 43, 42, 41]
    assert session.undo_stack.count() == 4
    session.undo_stack.undo()
    assert predicted(session) == []
    session.undo_stack.redo()
    assert predicted(session) == list(range(1, 10))


def test_that_both_ways_to_the_next_seeds_goes_no_further(qtbot: QtBot, session: Session) -> None:
    session.editing.add_object(None)
    for index in (2, 8, 14):
        paint(session, index, 1)
    session.position.go_to(8)
    session.propagate("both", whole_range=False)
    finish(qtbot, session)
    assert predicted(session) == [3, 4, 5, 6, 7, 9, 10, 11, 12, 13]


@pytest.mark.parametrize("frames", [0, 3])
def test_that_a_stopped_run_both_ways_leaves_no_hole(qtbot: QtBot, open_session: OpenSession, frames: int) -> None:
    engines = FakeEngines(gated=True)
    session = open_session(engines)
    session.editing.add_object(None)
    paint(session, 0, 1)
    paint(session, 10, 1, left=40)
    session.position.set_range(0, 10)
    session.propagate("both")
    engines.allow(9 + frames)
    done(qtbot, session, 9 + frames)
    session.launcher.stop()
    engines.allow(100)
    finish(qtbot, session)
    assert predicted(session) == list(range(1, 10))
    assert np.array_equal(session.document.masks.labels(3), moved(3))
