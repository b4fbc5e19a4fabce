"""Bad input in the whole application: each is told with advice, and nothing of the user's is lost."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from rpcm_gui.base.settings import DEVICE, WEIGHTS
from rpcm_gui.base.values import Message
from rpcm_gui.views.dialogs.dialogs import RelinkDialog, RepairDialog
from rpcm_gui.workers.engine import NetworkEngines
from tests.gui.session.test_open_project import make_clip
from tests.gui.test_app import Desk, clip, desk, paint
from tests.helpers.media import make_video

__all__ = ["clip", "desk"]

MISSING_DEVICE = "cuda" if sys.platform == "darwin" else "mps"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def broken_video(folder: Path) -> Path:
    """A video whose second half is missing."""
    whole = make_video(folder / "whole.mp4", size=(120, 160), container_options={"movflags": "faststart"})
    cut = folder / "cut.mp4"
    data = whole.read_bytes()
    cut.write_bytes(data[: len(data) // 2])
    return cut


def told(qtbot: QtBot, desk: Desk, count: int = 1) -> Message:
    """The next message, waited for."""
    qtbot.waitUntil(lambda: len(desk.messages) >= count)
    return desk.messages[-1]


def no_video(folder: Path) -> Path:
    file = folder / "notes.mp4"
    file.write_text("does not contain a video")
    return file


def uneven(folder: Path) -> Path:
    images = make_clip(folder / "uneven")
    Image.new("RGB", (40, 24)).save(images / "00009.png")
    return images


def empty(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"


def without_index(folder: Path) -> Path:
    whole = make_video(folder / "whole.mp4")
    file = folder / "no-index.mp4"
    file.write_bytes(whole.read_bytes()[:2000])
    return file


def foreign_project(folder: Path) -> Path:
    file = folder / "foreign.rpcm"
    file.write_bytes(b"no project")
    return file


@pytest.mark.parametrize("make", [no_video, uneven, empty, without_index, foreign_project])
def test_that_what_cannot_be_opened_is_told_and_leaves_the_open_project_alone(
    qtbot: QtBot, desk: Desk, clip: Path, tmp_path: Path, make: object
) -> None:
    session = desk.open(qtbot, clip)
    paint(session, 0)
    assert callable(make)
    bad: Path = make(tmp_path)
    desk.application.open(bad)
    message = told(qtbot, desk)
    assert message.level == "error" and bad.name in message.text and message.hint
    assert desk.session() is session
    assert session.document.masks.labels(0).any()
    assert desk.bugs == []


def test_that_a_video_that_breaks_off_is_annotated_and_propagated_as_far_as_it_goes(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    session = desk.open(qtbot, broken_video(tmp_path))
    assert "cut.mp4" in desk.messages[0].text
    whole = f"{desk.messages[0].text} {desk.messages[0].hint}"
    assert "incomplete" in whole
    paint(session, 0)
    desk.engines.allow(100)
    session.propagate("forward")
    qtbot.waitUntil(lambda: session.runs.state.done > 0 and not session.runs.state.running)
    done = session.runs.state.done
    assert 0 < done < session.frame_count - 1
    assert "cannot be read" in desk.messages[-1].text and desk.messages[-1].hint
    assert [index for index, mark in enumerate(session.document.summaries()) if mark.predicted] == list(
        range(1, done + 1)
    )
    session.position.go_to(session.frame_count - 1)
    qtbot.waitUntil(lambda: "cannot be read" in desk.window.workspace.canvas.notice)


def test_that_the_dialog_finds_a_clip_that_moved(qtbot: QtBot, desk: Desk, clip: Path, tmp_path: Path) -> None:
    session = desk.open(qtbot, clip)
    paint(session, 2)
    before, project = session.document.masks.labels(2).copy(), session.path
    desk.application.close_project()
    # Deeper than is searched by itself.
    far = tmp_path / "disk" / "films" / "old"
    far.mkdir(parents=True)
    clip.rename(far / "moved")
    desk.application.open(project)
    qtbot.waitUntil(lambda: desk.window.findChild(RelinkDialog) is not None)
    dialog = desk.window.findChild(RelinkDialog)
    assert dialog is not None
    wrong = make_clip(tmp_path / "wrong", frames=2)
    dialog.relinked.emit(wrong)
    message = told(qtbot, desk)
    assert "wrong" in message.text and message.hint
    with qtbot.waitSignal(desk.application.opened, check_params_cb=lambda opened: opened is not None):
        dialog.relinked.emit(far / "moved")
    assert np.array_equal(desk.session().document.masks.labels(2), before)
    dialog.reject()


def test_that_a_damaged_project_is_repaired_when_the_person_agrees(
    qtbot: QtBot, desk: Desk, clip: Path, tmp_path: Path
) -> None:
    session = desk.open(qtbot, clip)
    paint(session, 2)
    before, project, name = session.document.masks.labels(2).copy(), session.path, session.document.objects[0].name
    desk.application.close_project()
    data = bytearray(project.read_bytes())
    data[data.index(name.encode())] ^= 1
    project.write_bytes(data)
    desk.application.open(clip)
    qtbot.waitUntil(lambda: desk.window.findChild(RepairDialog) is not None)
    dialog = desk.window.findChild(RepairDialog)
    assert dialog is not None
    agree = dialog.findChild(QPushButton, "dialog.repair.go")
    assert agree is not None
    with qtbot.waitSignal(desk.application.opened, check_params_cb=lambda opened: opened is not None):
        agree.click()
    assert np.array_equal(desk.session().document.masks.labels(2), before)
    assert "was repaired" in desk.messages[-1].text
    assert (tmp_path / f"{project.name}.damaged").read_bytes() == data


def test_that_damage_found_after_the_opening_of_a_huge_project_is_told(
    qtbot: QtBot, desk: Desk, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paint(desk.open(qtbot, clip), 2)
    project = desk.session().path
    desk.application.close_project()
    with closing(sqlite3.connect(project)) as raw:
        raw.execute("UPDATE annotations SET counts = X'3132333435'")
        raw.commit()
    monkeypatch.setattr("rpcm_gui.session.open_project.check_quickly", lambda database, seconds: False)
    desk.open(qtbot, project)
    qtbot.waitUntil(lambda: any("on frame 2 is damaged" in message.text for message in desk.messages))


@pytest.mark.parametrize(
    ("weights", "device", "words"),
    [
        ("nosuch", "cpu", "nosuch"),
        ("FOREIGN", "cpu", "foreign.safetensors"),
        ("compact", MISSING_DEVICE, MISSING_DEVICE),
    ],
)
def test_that_weights_and_devices_that_are_not_there_are_told_and_the_next_run_works(
    qtbot: QtBot, desk: Desk, clip: Path, tmp_path: Path, weights: str, device: str, words: str
) -> None:
    foreign = tmp_path / "foreign.safetensors"
    foreign.write_bytes(b"no weights")
    desk.settings.set(WEIGHTS, str(foreign) if weights == "FOREIGN" else weights)
    desk.settings.set(DEVICE, device)
    desk.application._engines = NetworkEngines()
    session = desk.open(qtbot, clip)
    paint(session, 0)
    session.propagate("forward")
    qtbot.waitUntil(lambda: not session.runs.state.running, timeout=60_000)
    assert desk.messages[-1].level == "error" and desk.messages[-1].hint
    assert words in desk.messages[-1].text
    assert "before the first frame" in session.runs.state.text
    assert desk.bugs == []
    desk.settings.set(WEIGHTS, "compact")
    desk.settings.set(DEVICE, "cpu")
    session.position.set_range(0, 1)
    session.propagate("forward")
    qtbot.waitUntil(lambda: not session.runs.state.running, timeout=60_000)
    assert session.runs.state.done == 1
    assert desk.bugs == []
