"""Frames come from another thread, in answer to the newest request only."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from rpcm_gui.workers.decoding import READ_AHEAD, FrameLoader
from tests.helpers.fakes import FRAMES, FakeSource


@pytest.fixture
def source() -> FakeSource:
    return FakeSource(broken=frozenset({15}))


@pytest.fixture
def loader(qtbot: QtBot, source: FakeSource) -> Iterator[FrameLoader]:
    loader = FrameLoader(lambda: source)
    yield loader
    loader.close()
    assert source.closed or not source.reads


def test_that_a_frame_is_decoded_on_another_thread(qtbot: QtBot, loader: FrameLoader, source: FakeSource) -> None:
    with qtbot.waitSignal(loader.frame_ready) as ready:
        loader.request(7)
    assert ready.args is not None
    assert ready.args[0].index == 7
    assert ready.args[0].image[0, 0, 0] == 7
    assert threading.get_ident() not in source.threads


def test_that_only_the_newest_request_is_answered(qtbot: QtBot, loader: FrameLoader) -> None:
    answers: list[int] = []
    loader.frame_ready.connect(lambda frame: answers.append(frame.index))
    for index in (3, 9, 1, 12):
        loader.request(index)
    qtbot.waitUntil(lambda: answers == [12])
    with qtbot.waitSignal(loader.frame_ready):
        loader.request(0)
    assert answers == [12, 0]


def test_that_the_next_frames_are_read_ahead_and_served_from_memory(
    qtbot: QtBot, loader: FrameLoader, source: FakeSource
) -> None:
    with qtbot.waitSignal(loader.frame_ready):
        loader.request(2)
    qtbot.waitUntil(lambda: 2 + READ_AHEAD in source.reads)
    with qtbot.waitSignal(loader.frame_ready):
        loader.request(5)
    assert source.reads.count(5) == 1


def test_that_going_back_reads_ahead_backwards(qtbot: QtBot, loader: FrameLoader, source: FakeSource) -> None:
    for index in (14, 13):
        with qtbot.waitSignal(loader.frame_ready):
            loader.request(index)
    qtbot.waitUntil(lambda: 13 - READ_AHEAD in source.reads)


def test_that_a_broken_frame_is_a_message_and_the_others_still_come(qtbot: QtBot, loader: FrameLoader) -> None:
    with qtbot.waitSignal(loader.failed) as failed:
        loader.request(15)
    assert failed.args is not None
    assert failed.args[0].index == 15
    assert failed.args[0].problem.text == "Frame 15 is broken."
    with qtbot.waitSignal(loader.frame_ready) as ready:
        loader.request(FRAMES - 1)
    assert ready.args is not None
    assert ready.args[0].index == FRAMES - 1


def decoded_unseen(loader: FrameLoader, source: FakeSource, index: int) -> None:
    """Frame ``index`` is decoded, and its answer waits for the GUI thread."""
    loader.request(index)
    while index + 1 not in source.reads:
        # Frames after it are read once the answer is on its way.
        threading.Event().wait(0.001)


def test_that_a_frame_that_comes_late_is_shown_to_nobody(qtbot: QtBot, source: FakeSource) -> None:
    loader = FrameLoader(lambda: source)
    answers: list[object] = []
    loader.frame_ready.connect(answers.append)
    loader.failed.connect(answers.append)
    decoded_unseen(loader, source, 5)
    loader.close()
    QCoreApplication.sendPostedEvents()
    assert answers == []


def test_that_a_failure_that_comes_late_is_shown_to_nobody(qtbot: QtBot, source: FakeSource) -> None:
    loader = FrameLoader(lambda: source)
    answers: list[object] = []
    loader.failed.connect(answers.append)
    loader.request(15)
    loader.close()
    QCoreApplication.sendPostedEvents()
    assert 15 in source.reads or not source.reads
    assert answers == []
