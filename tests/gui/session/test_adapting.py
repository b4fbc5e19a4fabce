"""Fine-tuning on the open clip: a real job around an adapter of a few lines."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QToolButton
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.progress import Progress, ShouldStop
from core.project.adapted_weights import Adaptation
from core.training.adaptation.adapt import AdaptOutcome, FrameChange
from rpcm_gui.base.failures import Failure
from rpcm_gui.base.values import AdaptState, BugReport, JobState, Message
from rpcm_gui.session.session import Session
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.workers.propagation import EngineChoice
from tests.gui.conftest import OpenSession
from tests.gui.session.test_runs import done, finish, started
from tests.helpers.fakes import FakeEngines

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
CHANGES = (FrameChange(3, 0.7, 0.8), FrameChange(6, 0.9, 0.9))


class FakeAdapter:
    """Writes a file as the real one does, once ``gate`` lets it."""

    def __init__(self, *, better: bool = True, gated: bool = False, error: Exception | None = None) -> None:
        self.gate = threading.Event()
        self.begun = threading.Event()
        self.choices: list[EngineChoice] = []
        self.threads: set[int] = set()
        self._better, self._error = better, error
        if not gated:
            self.gate.set()

    def __call__(
        self, project: Path, choice: EngineChoice, progress: Progress, should_stop: ShouldStop
    ) -> AdaptOutcome | None:
        self.choices.append(choice)
        self.threads.add(threading.get_ident())
        progress(250, 30_000)
        self.begun.set()
        while not self.gate.wait(0.01):
            if should_stop():
                return None
        if self._error is not None:
            raise self._error
        file = project.with_name("fake.adapted-1.safetensors")
        kept = Adaptation(file=file.name, base=choice.weights, used=True, before=0.8, after=0.85, frames=[0, 3, 6])
        if not self._better:
            return AdaptOutcome(None, None, CHANGES, 1.0, 10)
        file.write_bytes(b"weights")
        return AdaptOutcome(kept, file, CHANGES, 1.0, 10)


def adapted(qtbot: QtBot, session: Session, adapter: FakeAdapter) -> list[Message]:
    """Fine-tune and wait for the end; what was said."""
    said: list[Message] = []
    session.messagePosted.connect(said.append)
    session.adapting.adapter = adapter
    session.adapt()
    qtbot.waitUntil(lambda: not session.adapting.busy)
    return said


def test_that_runs_use_the_fine_tuned_network_until_that_is_undone(qtbot: QtBot, open_session: OpenSession) -> None:
    engines, adapter = FakeEngines(), FakeAdapter()
    session = open_session(engines)
    states: list[JobState] = []
    session.jobStateChanged.connect(states.append)
    said = adapted(qtbot, session, adapter)
    assert threading.get_ident() not in adapter.threads
    assert "J 0.800 before, 0.850 now" in said[-1].text
    assert session.adapting.state == AdaptState(True, 3, 0.8, 0.85)
    assert any((state.done, state.total, state.seconds_left) == (250, 1000, 30.0) for state in states)
    assert not states[-1].running
    started(session)
    finish(qtbot, session)
    assert engines.choices[-1].weights.endswith("fake.adapted-1.safetensors")
    for _ in range(4):
        session.undo_stack.undo()
    assert session.adapting.state == AdaptState(False, 3, 0.8, 0.85)
    started(session)
    finish(qtbot, session)
    assert engines.choices[-1].weights == adapter.choices[0].weights


def test_that_it_can_be_switched_off_and_on_as_undo_steps(qtbot: QtBot, session: Session) -> None:
    adapted(qtbot, session, FakeAdapter())
    session.adapting.use(False)
    session.adapting.use(False)
    assert session.adapting.state is not None and not session.adapting.state.used
    assert session.undo_stack.count() == 2
    session.undo_stack.undo()
    assert session.adapting.state.used


def test_that_a_network_that_is_no_better_changes_nothing(qtbot: QtBot, session: Session) -> None:
    said = adapted(qtbot, session, FakeAdapter(better=False))
    assert "Nothing was changed" in said[-1].text
    assert session.adapting.state is None
    assert session.undo_stack.count() == 0


@pytest.mark.parametrize("error", [UserError("Two frames are needed.", "Correct one more."), KeyError("bug")])
def test_that_what_goes_wrong_is_told(qtbot: QtBot, session: Session, error: Exception) -> None:
    problems: list[Failure] = []
    session.failed.connect(problems.append)
    assert adapted(qtbot, session, FakeAdapter(error=error)) == []
    (problem,) = problems
    if isinstance(error, UserError):
        assert isinstance(problem, Message) and problem.text == "Two frames are needed."
    else:
        assert isinstance(problem, BugReport)


def test_that_cancelling_leaves_nothing_behind(qtbot: QtBot, session: Session, project: Path) -> None:
    session.adapting.adapter = adapter = FakeAdapter(gated=True)
    session.adapt()
    qtbot.waitUntil(adapter.begun.is_set)
    session.cancel_jobs()
    qtbot.waitUntil(lambda: not session.adapting.busy)
    assert session.adapting.state is None
    assert not list(project.parent.glob("*.safetensors"))


def test_that_closing_the_project_meanwhile_leaves_nothing_behind(
    qtbot: QtBot, open_session: OpenSession, project: Path
) -> None:
    session = open_session()
    session.adapting.adapter = adapter = FakeAdapter()
    session.adapt()
    assert adapter.begun.wait(30)
    # It may be finished by now, but nobody has been told.
    session.close()
    assert not list(project.parent.glob("*.safetensors"))


def test_that_it_and_a_run_keep_out_of_each_others_way(qtbot: QtBot, open_session: OpenSession) -> None:
    engines, adapter = FakeEngines(gated=True), FakeAdapter(gated=True)
    session = open_session(engines)
    said: list[Message] = []
    session.messagePosted.connect(said.append)
    session.adapting.adapter = adapter
    started(session)
    engines.allow(1)
    done(qtbot, session, 1)
    session.adapt()
    assert not session.adapting.busy
    assert "propagation is running" in said[-1].text
    engines.allow(100)
    finish(qtbot, session)
    session.adapt()
    session.propagate("forward")
    assert not session.runs.state.running
    assert "being fine-tuned" in said[-1].text
    adapter.gate.set()
    qtbot.waitUntil(lambda: not session.adapting.busy)


def test_that_weights_that_are_gone_are_told_when_a_run_is_asked_for(
    qtbot: QtBot, session: Session, project: Path
) -> None:
    said = adapted(qtbot, session, FakeAdapter())
    project.with_name("fake.adapted-1.safetensors").unlink()
    started(session)
    assert not session.runs.state.running
    assert "are missing" in said[-1].text


def test_that_the_panel_shows_what_was_gained_and_switches_it(qtbot: QtBot, session: Session) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.set_session(session)
    window.show()
    use, start = window.findChild(QCheckBox, "run.adapted"), window.findChild(QToolButton, "run.adapt")
    assert use is not None and start is not None
    assert not use.isVisible()
    session.adapting.adapter = FakeAdapter()
    start.click()
    qtbot.waitUntil(lambda: not session.adapting.busy)
    assert use.isVisible() and use.isChecked()
    use.click()
    assert session.adapting.state is not None and not session.adapting.state.used
    session.undo_stack.undo()
    assert use.isChecked()
    window.set_session(None)
