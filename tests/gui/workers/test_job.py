"""Background jobs: progress, cancel, and what becomes of errors."""

from __future__ import annotations

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import QThread, QThreadPool
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.progress import Progress, ShouldStop
from rpcm_gui.base.values import BugReport, Message
from rpcm_gui.workers.job import NICENESS, Job


def test_that_a_job_runs_elsewhere_and_hands_its_result_back(qtbot: QtBot) -> None:
    def work(progress: Progress, _should_stop: ShouldStop) -> bool:
        progress(3, 3)
        return QThread.currentThread() is home

    home = QThread.currentThread()
    job = Job("count", work)
    told: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(job.finished) as finished:
        job.start(QThreadPool.globalInstance())
    assert finished.args == [False]
    assert told == [(3, 3)]


def test_that_progress_is_told_at_most_thirty_times_a_second_and_its_end_always(qtbot: QtBot) -> None:
    def work(progress: Progress, _should_stop: ShouldStop) -> None:
        for done in range(1, 1001):
            progress(done, 1000)

    job = Job("count", work)
    told: list[int] = []
    job.progressed.connect(lambda done, _total: told.append(done))
    with qtbot.waitSignal(job.finished):
        job.start(QThreadPool.globalInstance())
    assert told[-1] == 1000
    assert len(told) < 500


def test_that_cancel_reaches_the_work(qtbot: QtBot) -> None:
    started = threading.Event()

    def work(_progress: Progress, should_stop: ShouldStop) -> None:
        started.set()
        while not should_stop():
            QThread.msleep(1)

    job = Job("wait", work)
    job.start(QThreadPool.globalInstance())
    assert started.wait(10)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    assert job.wait(10)


@pytest.mark.parametrize(
    ("error", "kind"),
    [(UserError("It is gone.", "Choose another."), Message), (KeyError("x"), BugReport), (MemoryError(), Message)],
)
def test_that_an_error_ends_the_job_as_a_message_or_as_a_report(
    qtbot: QtBot, error: Exception, kind: type[object]
) -> None:
    def work(_progress: Progress, _should_stop: ShouldStop) -> None:
        raise error

    job = Job("fail", work)
    with qtbot.waitSignal(job.failed) as failed:
        job.start(QThreadPool.globalInstance())
    assert failed.args is not None
    assert isinstance(failed.args[0], kind)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux keeps a priority per thread")
@pytest.mark.parametrize("urgent", [False, True])
def test_that_only_work_that_somebody_waits_for_competes_with_the_window(qtbot: QtBot, urgent: bool) -> None:
    def work(_progress: Progress, _should_stop: ShouldStop) -> list[int]:
        with ThreadPoolExecutor(1) as later:
            return [niceness(), later.submit(niceness).result()]

    pool = QThreadPool()
    job = Job("look", work, urgent=urgent)
    with qtbot.waitSignal(job.finished) as finished:
        job.start(pool)
    expected = niceness() if urgent else max(NICENESS, niceness())
    assert finished.args == [[expected, expected]]


def niceness() -> int:
    """Of the calling thread."""
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


@pytest.mark.parametrize(("urgent", "times"), [(False, 1), (True, 0)])
def test_that_freed_memory_is_given_back_before_the_end_is_heard_of(
    urgent: bool, times: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[QThread] = []
    monkeypatch.setattr("rpcm_gui.workers.job.give_freed_memory_back", lambda: given.append(QThread.currentThread()))
    pool = QThreadPool()
    job = Job("count", lambda _progress, _should_stop: None, urgent=urgent)
    with qtbot.waitSignal(job.finished):
        job.start(pool)
    assert len(given) == times
    assert QThread.currentThread() not in given
