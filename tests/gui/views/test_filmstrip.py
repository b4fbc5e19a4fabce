"""The filmstrip, and times typed where the frame rate varies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from core.video.source import open_source
from rpcm_gui.model.position import TimeSeeker
from rpcm_gui.session.session import Session
from rpcm_gui.views.dialogs.pool_dialog import PoolDialog
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.timeline.timeline import Timeline
from rpcm_gui.views.widgets.action_set import ActionSet
from tests.helpers.fake_session import FakeSession
from tests.helpers.media import make_video
from tests.helpers.view_fixtures import click

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def session(qtbot: QtBot) -> FakeSession:
    return FakeSession(frame_count=100)


@pytest.fixture
def timeline(qtbot: QtBot, session: FakeSession) -> Iterator[Timeline]:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = Timeline(ActionSet(window))
    window.setCentralWidget(made)
    window.resize(1000, 240)
    window.show()
    made.set_session(session.real())
    yield made
    made.set_session(None)


def test_that_the_filmstrip_asks_for_the_frames_that_the_timeline_shows(
    qtbot: QtBot, timeline: Timeline, session: FakeSession
) -> None:
    strip = timeline.filmstrip
    frames = strip.frames()
    assert frames == sorted(set(frames)) and frames[0] < 10 and frames[-1] > 90
    qtbot.waitUntil(lambda: session.thumbnails.wanted == frames)
    timeline.slider.zoom_by(5, 0.5)
    first, last = timeline.slider.shown.first, timeline.slider.shown.first + timeline.slider.shown.count - 1
    qtbot.waitUntil(lambda: bool(session.thumbnails.wanted) and first <= session.thumbnails.wanted[0])
    assert session.thumbnails.wanted[-1] <= last


def test_that_pictures_are_shown_when_they_come_and_a_click_goes_there(
    qtbot: QtBot, timeline: Timeline, session: FakeSession
) -> None:
    strip = timeline.filmstrip
    frame = strip.frames()[2]
    picture = np.zeros((44, 59, 3), np.uint8)
    picture[..., 0] = 250
    session.thumbnails.made[frame] = picture
    session.thumbnails.ready.emit(frame)
    x = timeline.slider.x_of(frame)
    assert strip.grab().toImage().pixelColor(int(x), 20).red() == 250
    click(strip, QPointF(x, 20))
    assert session.position.frame == frame


def test_that_times_find_frames_where_the_rate_varies(qtbot: QtBot, tmp_path: Path) -> None:
    times = [0, 40, 50, 400, 440, 1000, 1040]
    clip = make_video(tmp_path / "v.mp4", frames=len(times), milliseconds=times)
    went: list[int] = []
    seeker = TimeSeeker(lambda: open_source(clip), went.append)
    seeker.go_to_time(0.39)
    qtbot.waitUntil(lambda: went == [2])
    for seconds in (0.4, 0.999, 1.04, 7.0, 0.0):
        seeker.go_to_time(seconds)
    assert went == [2, 3, 4, 6, 6, 0]
    seeker.close()


def test_that_the_pool_dialog_goes_with_its_project(qtbot: QtBot, window_on: MainWindow) -> None:
    window_on.action("view.pool").trigger()
    dialog = window_on.findChild(PoolDialog)
    assert isinstance(dialog, PoolDialog) and dialog.isVisible()
    window_on.set_session(None)
    assert not window_on.findChildren(PoolDialog) or not dialog.isVisible()


@pytest.fixture
def window_on(qtbot: QtBot, real: Session) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    made.set_session(real)
    yield made
    made.set_session(None)


@pytest.fixture
def real(request: pytest.FixtureRequest) -> Session:
    opened: Session = request.getfixturevalue("open_session")()
    return opened
