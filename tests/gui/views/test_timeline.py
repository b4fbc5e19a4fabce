"""The timeline: track, slider, entry fields, playback."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QLineEdit, QMainWindow, QSpinBox
from pytestqt.qtbot import QtBot

from rpcm_gui.base.values import FrameSummary
from rpcm_gui.model.effective_masks import Summaries
from rpcm_gui.views.shell import action_handlers
from rpcm_gui.views.timeline.frame_slider import FrameSlider
from rpcm_gui.views.timeline.player import Player
from rpcm_gui.views.timeline.strip import lane_image, ribbon_image, tick_step
from rpcm_gui.views.timeline.timeline import Timeline, seconds_of, timecode
from rpcm_gui.views.timeline.track import Track, Window
from rpcm_gui.views.widgets.action_set import ActionSet
from tests.helpers.fake_session import FakeSession
from tests.helpers.view_fixtures import drag, press, release

# Qt's offscreen platform says so whenever a window with a layout is shown.
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
    window.resize(1000, 200)
    window.show()
    made.set_session(session.real())
    yield made
    made.set_session(None)


def inform(track: Track, first: int, *summaries: FrameSummary) -> None:
    """Tell ``track`` what holds of the frames from ``first`` on."""
    known = Summaries.of([FrameSummary()] * first + list(summaries))
    track.update(first, len(known) - 1, known)


@given(st.integers(1, 3000), st.integers(1, 700), st.data())
def test_that_no_unsure_frame_is_lost_in_the_ribbon(count: int, width: int, data: st.DataObject) -> None:
    track = Track(count)
    frame = data.draw(st.integers(0, count - 1))
    inform(track, frame, FrameSummary(predicted=True, unsure_share=0.5))
    columns = track.columns(width)
    assert columns.unsure.max() == 0.5
    assert columns.predicted.any()
    assert len(columns.unsure) == width


def test_that_the_ribbon_is_higher_and_redder_the_less_sure_a_frame_is(qtbot: QtBot) -> None:
    track = Track(3)
    inform(track, 0, FrameSummary(), FrameSummary(predicted=True, unsure_share=0.001))
    inform(track, 2, FrameSummary(predicted=True, unsure_share=0.2))
    picture = ribbon_image(track.columns(3), 34)
    heights = [sum(picture.pixelColor(x, y).alpha() > 0 for y in range(34)) for x in range(3)]
    assert heights[0] == 0
    assert 0 < heights[1] < heights[2]
    sure, unsure = picture.pixelColor(1, 33), picture.pixelColor(2, 33)
    assert sure.green() > sure.red()
    assert unsure.red() > unsure.green()


@given(st.integers(1, 200_000), st.integers(50, 3000))
def test_that_ruler_labels_do_not_touch(count: int, width: int) -> None:
    step = tick_step(count, width)
    assert step * width / count >= 60 or step >= count or step == 1
    assert str(step).strip("0") in {"1", "2", "5"}


def test_that_a_frame_and_its_column_belong_together(timeline: Timeline) -> None:
    slider = timeline.slider
    assert [slider.frame_at(slider.x_of(frame)) for frame in range(100)] == list(range(100))
    assert (slider.frame_at(-50), slider.frame_at(99_999)) == (0, 99)


@given(st.integers(1, 5000), st.floats(0.1, 50), st.floats(0, 1), st.integers(0, 4999))
def test_that_zooming_keeps_what_is_pointed_at_and_stays_in_the_clip(
    total: int, factor: float, share: float, frame: int
) -> None:
    shown = Window(0, total).zoomed(factor, share, total)
    assert shown.first >= 0 and shown.first + shown.count <= total and shown.count >= min(8, total)
    pointed, now = share * total, shown.first + share * shown.count
    assert abs(pointed - now) <= 0.5 or shown.first in (0, total - shown.count)
    frame %= total
    held = shown.holding(frame, total)
    assert held.first <= frame < held.first + held.count
    assert held == shown or not shown.first <= frame < shown.first + shown.count


def test_that_a_zoomed_timeline_scrubs_follows_and_moves_along(timeline: Timeline, session: FakeSession) -> None:
    slider = timeline.slider
    slider.zoom_by(4, 0.5)
    assert slider.shown == Window(38, 25)
    frames = range(38, 63)
    assert [slider.frame_at(slider.x_of(frame)) for frame in frames] == list(frames)
    y = slider.height() - 12.0
    press(slider, QPointF(slider.x_of(50), y))
    release(slider, QPointF(slider.x_of(50), y))
    assert session.position.frame == 50
    session.position.go_to(70)
    assert slider.shown == Window(46, 25)
    slider.zoom_by(0.1)
    assert slider.shown == Window(0, 100)


def test_that_every_object_has_a_lane_in_its_colour_paler_where_less_sure(
    qtbot: QtBot, timeline: Timeline, session: FakeSession
) -> None:
    lane = np.zeros(100, np.float32)
    lane[:40], lane[60:] = 1.0, 0.6
    session.document.presences = {1: lane}
    session.editing.add_object("A")
    session.document.summarise(0, FrameSummary())
    session.document.summary_changed.emit(0, 99)
    qtbot.waitUntil(lambda: 1 in timeline._track.presence)
    assert np.array_equal(timeline._track.part(50, 20).presence[1], lane[50:70])
    picture = lane_image(timeline._track.lane(1, 50), session.document.objects[0].colour)
    assert [picture.pixelColor(x, 0).alpha() for x in (5, 25, 45)] == [255, 0, 107]
    drawn = picture.pixelColor(5, 0)
    assert (drawn.red(), drawn.green(), drawn.blue()) == session.document.objects[0].colour


def test_that_click_and_drag_scrub(timeline: Timeline, session: FakeSession) -> None:
    slider = timeline.slider
    y = slider.height() - 12.0
    press(slider, QPointF(slider.x_of(40), y))
    release(slider, QPointF(slider.x_of(40), y))
    assert session.position.frame == 40
    drag(slider, [QPointF(slider.x_of(frame), y) for frame in (40, 47, 52)])
    assert [call[1] for call in session.calls] == [40, 47, 52]


def test_that_the_slider_shows_the_sessions_frame_without_asking_for_it_again(
    timeline: Timeline, session: FakeSession
) -> None:
    session.position.go_to(33)
    assert timeline.slider.value() == 33
    assert session.calls == [("go_to", 33)]


def test_that_the_range_handles_set_the_range(timeline: Timeline, session: FakeSession) -> None:
    slider = timeline.slider
    session.position.set_range(10, 80)
    left = slider.x_of(10) - (slider.x_of(1) - slider.x_of(0)) / 2
    drag(slider, [QPointF(left, 10), QPointF(slider.x_of(25), 10)])
    assert session.position.range == (25, 80)
    right = slider.x_of(80) + (slider.x_of(1) - slider.x_of(0)) / 2
    drag(slider, [QPointF(right, 10), QPointF(slider.x_of(5), 10)])
    assert session.position.range == (25, 25)
    assert session.calls == []


def test_that_frame_number_and_timecode_can_be_typed(timeline: Timeline, session: FakeSession, qtbot: QtBot) -> None:
    frame = timeline.findChild(QSpinBox, "timeline.frame")
    timecode_box = timeline.findChild(QLineEdit, "timeline.timecode")
    assert isinstance(frame, QSpinBox) and isinstance(timecode_box, QLineEdit)
    frame.setValue(50)
    assert session.position.frame == 50
    assert timecode_box.text() == "00:02.000"
    timecode_box.setText("0:01.5")
    timecode_box.editingFinished.emit()
    assert session.position.frame == 38
    timecode_box.setText("nonsense")
    timecode_box.editingFinished.emit()
    assert (session.position.frame, timecode_box.text()) == (38, timecode(38, 25.0))


@given(st.integers(0, 500_000), st.sampled_from([23.976, 25.0, 29.97, 60.0]))
def test_that_a_timecode_leads_back_to_its_frame(frame: int, fps: float) -> None:
    seconds = seconds_of(timecode(frame, fps))
    assert seconds is not None
    assert round(seconds * fps) == frame


def test_that_summaries_reach_the_strip(timeline: Timeline, session: FakeSession) -> None:
    before = timeline.slider.grab().toImage()
    session.document.summarise(60, FrameSummary(annotated=True, predicted=True, unsure_share=0.1))
    after = timeline.slider.grab().toImage()
    x = int(timeline.slider.x_of(60))
    changed = [
        column
        for column in range(after.width())
        if any(after.pixel(column, row) != before.pixel(column, row) for row in range(after.height()))
    ]
    assert changed and min(changed) >= x - 8 and max(changed) <= x + 8


def test_that_a_slider_of_no_frames_can_be_painted_and_clicked(qtbot: QtBot) -> None:
    slider = FrameSlider()
    qtbot.addWidget(slider)
    slider.set_track(Track(0))
    press(slider, QPointF(30, 30))
    assert slider.value() == 0
    assert not slider.grab().isNull()


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_that_playback_shows_what_is_due_and_counts_what_it_leaves_out(qtbot: QtBot) -> None:
    clock, due, rates = Clock(), list[int](), list[tuple[float, int]]()
    player = Player(clock)
    player.due.connect(due.append)
    player.rateMeasured.connect(lambda fps, dropped: rates.append((fps, dropped)))
    player.play(10, 60, 10.0)
    player.tick()
    assert due == []
    clock.now = 0.1
    player.tick()
    clock.now = 0.4
    player.tick()
    assert due == [11]
    player.shown()
    player.tick()
    assert due == [11, 14]
    clock.now = 1.0
    player.shown()
    assert rates == [(2.0, 2)]
    clock.now = 50.0
    player.tick()
    assert due[-1] == 60
    assert not player.playing


def test_that_play_starts_in_the_range_and_stops_when_scrubbing(timeline: Timeline, session: FakeSession) -> None:
    session.position.set_range(20, 40)
    timeline.toggle_play()
    assert session.position.frame == 20
    assert timeline.player.playing
    press(timeline.slider, QPointF(timeline.slider.x_of(30), 60))
    assert not timeline.player.playing
    timeline.toggle_play()
    assert session.position.frame == 30
    timeline.toggle_play()
    assert not timeline.player.playing


def test_that_the_next_frame_worth_reviewing_is_the_worst_of_each_stretch() -> None:
    shares = [0.0, 0.01, 0.09, 0.08, 0.0, 0.0, 0.0, 0.07, 0.2, 0.0] + [0.0] * 20
    summaries = [FrameSummary(predicted=True, unsure_share=share) for share in shares]
    summaries[8] = FrameSummary(predicted=True, unsure_share=0.2, reviewed=True)
    worth = action_handlers.unsure_frames(summaries)
    assert 2 in worth and 8 not in worth
    assert action_handlers.after(worth, 2) in worth
    assert action_handlers.unsure_frames([FrameSummary(predicted=True, unsure_share=0.001)] * 5) == []


def test_that_going_to_the_next_wraps_around() -> None:
    assert action_handlers.after([3, 8], 8) == 3
    assert action_handlers.before([3, 8], 3) == 8
    assert action_handlers.after([], 3) is None


def test_that_marks_too_near_to_tell_apart_are_drawn_once() -> None:
    track = Track(10_000)
    inform(track, 0, *(FrameSummary(annotated=True, reviewed=index % 2 == 0) for index in range(10_000)))
    track.update_references(range(10_000))
    annotated, reviewed, reference = track.marks(900)
    assert not len(reference), "a frame with masks of one's own shows that alone"
    assert len(annotated) <= 900 / 6 + 1
    assert np.all(np.diff(reviewed) > 0)


def test_that_frames_from_which_runs_began_are_marked(timeline: Timeline, session: FakeSession) -> None:
    track = timeline.slider._track
    assert np.flatnonzero(track.reference).tolist() == [3]
    assert track.part(2, 10).marks(1000)[2].tolist() == [150]
    session.document.summarise(3, FrameSummary(annotated=True))
    assert not len(track.marks(1000)[2])
