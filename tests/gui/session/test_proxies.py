"""Proxies in the window: small pictures while one scrubs, the frame itself at rest, and nothing computed from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from core.formats import ExportOptions
from core.project.store import ProjectStore, SourceReference
from core.types import Frame, read_only
from core.video.file import VideoFile
from core.video.frame_source import FrameSource
from core.video.proxy import Preview, Proxy, make_proxy, open_proxy
from core.video.source import open_source
from rpcm_gui.base.settings import PROXIES, Settings
from rpcm_gui.base.values import Message
from rpcm_gui.preferences import Preferences
from rpcm_gui.session.proxies import Proxies
from rpcm_gui.session.session import Session
from rpcm_gui.views.canvas.canvas import Canvas
from rpcm_gui.views.canvas.viewport import Viewport
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.widgets.tool_state import Tool, ToolState
from rpcm_gui.workers.decoding import Decoder, FrameLoader, FrameRequest, Newest
from rpcm_gui.workers.thumbnails import HEIGHT as THUMBNAIL
from rpcm_gui.workers.thumbnails import Thumbnails
from tests.helpers.fake_session import FakeSession
from tests.helpers.fakes import FRAMES, FakeEngines, FakeSource
from tests.helpers.media import make_video, number_in
from tests.helpers.view_fixtures import click, move, press, release

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

SIZE = (48, 3840)
COUNT = 6


class FakeProxy(Proxy):
    """Pictures of half the size whose every pixel is 100 more than the frame's number; ``gone`` have none."""

    def __init__(self, gone: frozenset[int] = frozenset(), error: Exception | None = None) -> None:
        self.path, self.frame_count, self.size = Path("fake.proxy"), FRAMES, 1
        self.asked: list[int] = []
        self._gone, self._error = gone, error

    def read(self, index: int) -> Preview | None:
        self.asked.append(index)
        if self._error is not None:
            raise self._error
        picture = read_only(np.full((24, 32, 3), 100 + index, np.uint8))
        return None if index in self._gone else Preview(index, picture, index / 25)


# --- the loader ------------------------------------------------------------------------------------------------------


@pytest.fixture
def source() -> FakeSource:
    return FakeSource()


@pytest.fixture
def loader(qtbot: QtBot, source: FakeSource) -> Iterator[FrameLoader]:
    loader = FrameLoader(lambda: source)
    yield loader
    loader.close()


@pytest.fixture
def answers(loader: FrameLoader) -> list[tuple[str, int]]:
    """What came, in order."""
    heard: list[tuple[str, int]] = []
    loader.preview_ready.connect(lambda preview: heard.append(("preview", preview.index)))
    loader.frame_ready.connect(lambda frame: heard.append(("frame", frame.index)))
    return heard


def test_that_a_preview_comes_first_and_the_frame_when_the_position_rests(
    qtbot: QtBot, loader: FrameLoader, source: FakeSource, answers: list[tuple[str, int]]
) -> None:
    loader.use_proxy(FakeProxy())
    loader.request(7)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == [("preview", 7), ("frame", 7)]


def test_that_scrubbing_decodes_no_frame_on_the_way(
    qtbot: QtBot, loader: FrameLoader, source: FakeSource, answers: list[tuple[str, int]]
) -> None:
    loader.use_proxy(FakeProxy())
    for index in range(3, 12):
        with qtbot.waitSignal(loader.preview_ready):
            loader.request(index)
    qtbot.waitUntil(lambda: answers[-1] == ("frame", 11))
    assert answers[:-1] == [("preview", index) for index in range(3, 12)]
    assert source.reads[0] == 11


def test_that_a_frame_without_a_picture_is_decoded_at_once(
    qtbot: QtBot, loader: FrameLoader, answers: list[tuple[str, int]]
) -> None:
    loader.use_proxy(FakeProxy(gone=frozenset({4})))
    loader.request(4)
    qtbot.waitUntil(lambda: answers == [("frame", 4)])


def test_that_a_faulty_proxy_is_told_once_and_the_frame_comes_all_the_same(
    qtbot: QtBot, loader: FrameLoader, answers: list[tuple[str, int]]
) -> None:
    told: list[object] = []
    loader.proxy_failed.connect(told.append)
    loader.use_proxy(FakeProxy(error=ValueError("no JPEG")))
    for index in (4, 5):
        with qtbot.waitSignal(loader.frame_ready):
            loader.request(index)
    assert answers == [("frame", 4), ("frame", 5)]
    assert len(told) == 1


def test_that_without_a_proxy_frames_come_at_once_again(
    qtbot: QtBot, loader: FrameLoader, answers: list[tuple[str, int]]
) -> None:
    proxy = FakeProxy()
    loader.use_proxy(proxy)
    loader.use_proxy(None)
    loader.request(4)
    qtbot.waitUntil(lambda: answers == [("frame", 4)])
    assert proxy.asked == []


@pytest.mark.parametrize("urgent", [False, True])
def test_that_a_long_way_to_a_frame_is_given_up_when_another_is_wanted(
    urgent: bool, qtbot: QtBot, tmp_path: Path
) -> None:
    """Only where its preview is seen already; else nothing at all would be seen while the position moves."""
    path = make_video(tmp_path / "k.mp4", keyframe_every=1000, options={"sc_threshold": "0"})
    newest = Newest()
    newest.generation = 1
    decoder = Decoder(lambda: _moving_on(open_source(path), newest), newest)
    shown: list[tuple[int, int]] = []
    decoder.ready.connect(lambda answer: shown.append((answer.generation, number_in(answer.frame.image))))
    decoder.request(FrameRequest(1, 30, urgent))
    assert shown == ([(1, 30)] if urgent else [])
    decoder.request(FrameRequest(2, 7, urgent))
    assert shown[-1] == (2, 7)
    decoder.close()


def _moving_on(source: FrameSource, newest: Newest) -> FrameSource:
    """The user asks for another frame when the first picture comes out of the decoder."""
    assert isinstance(source, VideoFile)
    advance = source._advance_to

    def advancing(index: int) -> object:
        newest.generation = 2
        return advance(index)

    source._advance_to = advancing  # type: ignore[method-assign]
    return source


def test_that_thumbnails_are_made_of_previews(qtbot: QtBot, source: FakeSource) -> None:
    thumbnails = Thumbnails(lambda: source)
    thumbnails.use_proxy(FakeProxy(gone=frozenset({9})))
    thumbnails.request([2, 3, 9])
    qtbot.waitUntil(lambda: all(thumbnails.get(index) is not None for index in (2, 3, 9)))
    assert [int(_mean(thumbnails, index)) for index in (2, 3, 9)] == [102, 103, 9]
    assert source.reads == [9]
    thumbnails.close()


def _mean(thumbnails: Thumbnails, index: int) -> float:
    picture = thumbnails.get(index)
    assert picture is not None
    assert picture.shape[0] == THUMBNAIL
    return float(picture.mean())


# --- a session on a clip of 4K ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_video(tmp_path_factory.mktemp("clip") / "large.mp4", frames=COUNT, size=SIZE)


OpenLarge = Callable[..., Session]


@pytest.fixture
def open_large(qtbot: QtBot, clip: Path, tmp_path: Path) -> Iterator[OpenLarge]:
    """Opens sessions on the large clip; the last one is closed at the end."""
    path = tmp_path / "large.rpcm"
    with open_source(clip) as source:
        reference = SourceReference(clip, source.fingerprint(), COUNT, *SIZE, source.fps)
    ProjectStore.create(path, reference).close()
    sessions: list[Session] = []

    def opened(setting: str = "asked", engines: FakeEngines | None = None) -> Session:
        for before in sessions:
            before.close()
        settings = Settings(tmp_path / "settings.ini")
        settings.set(PROXIES, setting)
        opener = partial(open_source, clip)
        sessions.append(Session(ProjectStore.open(path), clip, opener, engines or FakeEngines(), settings))
        return sessions[-1]

    yield opened
    sessions[-1].close()


def messages(session: Session) -> list[Message]:
    posted: list[Message] = []
    for signal in (session.messagePosted, session.failed):
        signal.connect(posted.append)
    return posted


def made_before(clip: Path) -> Proxy:
    with open_source(clip) as source:
        made = make_proxy(source, lambda done, total: None)
    assert made is not None
    return made


def on_disk(clip: Path) -> Proxy | None:
    with open_source(clip) as source:
        return open_proxy(source)


def test_that_a_proxy_is_made_used_and_removed_on_request(qtbot: QtBot, open_large: OpenLarge, clip: Path) -> None:
    session = open_large()
    posted = messages(session)
    states: list[object] = []
    session.jobStateChanged.connect(states.append)
    assert on_disk(clip) is None
    session.proxies.make()
    qtbot.waitUntil(lambda: session.proxies.proxy is not None)
    qtbot.waitUntil(lambda: len(posted) == 1)
    assert posted[0].text.startswith(f"The proxy is ready: {COUNT} small frames")
    assert len(states) > 1
    shown: list[Preview | Frame] = []
    session.frames.preview_ready.connect(shown.append)
    session.frames.frame_ready.connect(shown.append)
    session.position.go_to(3)
    qtbot.waitUntil(lambda: len(shown) == 2)
    preview, frame = shown
    assert (preview.index, preview.image.shape) == (3, (20, 1600, 3))
    assert (frame.index, frame.image.shape) == (3, (*SIZE, 3))
    assert preview.time == frame.time
    session.proxies.remove()
    qtbot.waitUntil(lambda: len(posted) == 2)
    assert posted[1].text == "The proxy was removed."
    assert on_disk(clip) is None
    session.position.go_to(1)
    qtbot.waitUntil(lambda: len(shown) == 3)
    assert isinstance(shown[2], Frame)
    session.proxies.remove()
    qtbot.waitUntil(lambda: len(posted) == 3)
    assert posted[2].text == "There is no proxy of this video."


def test_that_a_proxy_that_was_made_before_is_found_on_opening(qtbot: QtBot, open_large: OpenLarge, clip: Path) -> None:
    made_before(clip)
    session = open_large()
    qtbot.waitUntil(lambda: session.proxies.proxy is not None)
    with qtbot.waitSignal(session.frames.preview_ready):
        session.position.go_to(2)


def test_that_never_means_never(qtbot: QtBot, open_large: OpenLarge, clip: Path) -> None:
    made_before(clip)
    session = open_large("never")
    posted = messages(session)
    session.frames.preview_ready.connect(lambda _: pytest.fail("a preview although never is chosen"))
    session.proxies.make()
    assert posted[0].text == "Proxies are switched off."
    assert posted[0].action == "edit.settings"
    with qtbot.waitSignal(session.frames.frame_ready):
        session.position.go_to(2)
    assert session.proxies.proxy is None


@pytest.mark.parametrize("at", [0.5, 1.0], ids=["a picture", "the table"])
def test_that_a_damaged_proxy_is_told_with_a_way_out(
    at: float, qtbot: QtBot, open_large: OpenLarge, clip: Path
) -> None:
    place = made_before(clip).path
    data = bytearray(place.read_bytes())
    data[int(at * (len(data) - 60))] ^= 0xFF
    place.write_bytes(data)
    session = open_large()
    posted = messages(session)
    for index in (*range(1, COUNT), *range(COUNT)):
        with qtbot.waitSignal(session.frames.frame_ready):
            session.position.go_to(index)
    assert [(message.level, message.action) for message in posted] == [("warning", "file.make_proxy")]
    assert "is damaged" in posted[0].text
    session.proxies.make()
    qtbot.waitUntil(lambda: session.proxies.proxy is not None)
    assert on_disk(clip) is not None


def test_that_cancelling_leaves_no_proxy(qtbot: QtBot, open_large: OpenLarge, clip: Path) -> None:
    session = open_large()
    posted = messages(session)
    session.proxies.make()
    session.cancel_jobs()
    qtbot.waitUntil(lambda: bool(posted))
    assert "cancelled" in posted[0].text
    assert on_disk(clip) is None


def test_that_a_clip_of_ordinary_size_needs_none(qtbot: QtBot, session: Session) -> None:
    posted = messages(session)
    session.proxies.make()
    assert posted[0].text == "Frames of 64 x 48 pixels need no proxy."


def test_that_neither_runs_nor_exports_read_the_proxy(
    qtbot: QtBot, open_large: OpenLarge, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_before(clip)
    engines = FakeEngines()
    session = open_large(engines=engines)
    qtbot.waitUntil(lambda: session.proxies.proxy is not None)
    monkeypatch.setattr(Proxy, "read", lambda *_: pytest.fail("somebody computes with the proxy"))
    shapes: list[tuple[int, ...]] = []
    monkeypatch.setattr("core.video.file.VideoFile.read", _noting(shapes))
    labels = np.zeros(SIZE, np.uint8)
    labels[10:20, 100:900] = session.editing.add_object("A")
    session.editing.commit_labels(0, labels, "Brush")
    with qtbot.waitSignal(session.runs.state_changed, check_params_cb=lambda state: state.done == COUNT - 1):
        session.propagate("forward")
    qtbot.waitUntil(lambda: not session.runs.state.running)
    posted = messages(session)
    session.export("overlay", tmp_path / "overlay.mp4", ExportOptions())
    qtbot.waitUntil(lambda: bool(posted))
    assert posted[0].text.startswith("Exported")
    assert len(shapes) >= 2 * COUNT - 1
    assert set(shapes) == {(*SIZE, 3)}


def _noting(shapes: list[tuple[int, ...]]) -> Callable[[FrameSource, int], Frame]:
    from core.video.file import VideoFile

    read = VideoFile.read

    def noting(source: VideoFile, index: int) -> Frame:
        frame = read(source, index)
        shapes.append(frame.image.shape)
        return frame

    return noting  # type: ignore[return-value]


def test_that_a_lost_proxy_is_told_once_though_two_noticed(qtbot: QtBot, session: Session) -> None:
    proxies = session.proxies
    posted = messages(session)
    proxies._take(FakeProxy())
    for _ in range(2):
        proxies.lose(Message("error", "The proxy is damaged."))
    assert len(posted) == 1
    assert isinstance(proxies, Proxies)


# --- the canvas ------------------------------------------------------------------------------------------------------


@pytest.fixture
def fake() -> FakeSession:
    fake = FakeSession(height=48, width=64)
    fake.position.select_object(fake.editing.add_object("A"))
    return fake


@pytest.fixture
def canvas(qtbot: QtBot, fake: FakeSession) -> Iterator[Canvas]:
    tools = ToolState()
    tools.set_size(1)
    made = Canvas(tools)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.set_session(fake.real())
    made.look(Viewport(4, 8, 4))
    yield made
    made.set_session(None)


def show_preview(fake: FakeSession, index: int = 3) -> None:
    """A picture of half the size whose right half is white."""
    picture = np.zeros((24, 32, 3), np.uint8)
    picture[:, 16:] = 255
    fake.position.frame = index
    fake.frames.preview_ready.emit(Preview(index, read_only(picture), index / 25))


def at(x: float, y: float) -> QPointF:
    return QPointF(8 + 4 * x, 4 + 4 * y)


def colour(canvas: Canvas, x: float, y: float) -> int:
    return canvas.grab().toImage().pixelColor(at(x, y).toPoint()).red()


def test_that_a_preview_is_drawn_as_large_as_its_frame(canvas: Canvas, fake: FakeSession) -> None:
    show_preview(fake)
    assert colour(canvas, 28, 40) == 0
    assert colour(canvas, 36, 40) == 255
    assert colour(canvas, 63, 46) == 255
    canvas.zoom_by(0.1)
    assert canvas.grab().toImage().width() == 400
    canvas.look(Viewport(4, 8, 4))
    fake.deliver(3)
    assert colour(canvas, 28, 40) == colour(canvas, 36, 40) == 43


def test_that_painting_on_a_preview_lands_in_the_frames_own_pixels(canvas: Canvas, fake: FakeSession) -> None:
    show_preview(fake)
    click(canvas, at(40.5, 30.5))
    assert np.argwhere(fake.document.masks.labels(3)).tolist() == [[30, 40]]


def test_that_a_stroke_goes_on_when_the_frame_replaces_its_preview(canvas: Canvas, fake: FakeSession) -> None:
    show_preview(fake)
    press(canvas, at(10.5, 10.5))
    fake.deliver(3)
    move(canvas, at(14.5, 10.5))
    release(canvas, at(14.5, 10.5))
    assert np.argwhere(fake.document.masks.labels(3)).tolist() == [[10, column] for column in range(10, 15)]
    assert len(fake.editing.commits) == 1


@pytest.mark.parametrize("tool", [Tool.WAND, Tool.SCISSORS, Tool.BOX])
def test_that_tools_that_look_at_pixels_wait_for_the_frame(
    tool: Tool, qtbot: QtBot, canvas: Canvas, fake: FakeSession
) -> None:
    canvas._tools.take(tool)
    show_preview(fake)
    with qtbot.waitSignal(canvas.refused) as refused:
        click(canvas, at(40.5, 30.5))
    assert refused.args is not None
    assert refused.args[0] == "The full frame is still being read."
    assert not fake.document.masks.labels(3).any()
    fake.deliver(3)
    assert canvas.editor.smart.image is not None
    assert canvas.editor.smart.image.shape == (48, 64, 3)
    if tool is Tool.WAND:
        click(canvas, at(40.5, 30.5))
        qtbot.waitUntil(lambda: bool(fake.document.masks.labels(3).all()))


# --- the setting -----------------------------------------------------------------------------------------------------


def test_that_the_choice_is_offered_and_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    window, settings = MainWindow(), Settings(tmp_path / "settings.ini")
    qtbot.addWidget(window)
    preferences = Preferences(window, settings)
    assert settings.get(PROXIES) == "asked"
    preferences.ask()
    box = window.findChild(QComboBox, "settings.proxies")
    assert box is not None
    assert [box.itemText(index) for index in range(box.count())] == ["When asked", "Never"]
    box.setCurrentIndex(1)
    button = window.findChild(QPushButton, "dialog.save")
    assert button is not None
    button.click()
    assert settings.get(PROXIES) == "never"
