"""Project, video and fine-tuned network in one folder, from the window."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.project.adapted_weights import Adaptation, adapted_path, keep, weights_for
from core.project.store import ProjectStore
from rpcm_gui.app import Application
from rpcm_gui.base.settings import Settings
from rpcm_gui.views.main_window import MainWindow
from tests.helpers.fakes import FakeEngines
from tests.helpers.media import make_video

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def test_that_a_project_is_collected_with_its_video_and_network(qtbot: QtBot, tmp_path: Path) -> None:
    clip = make_video(tmp_path / "clip.mp4", frames=5)
    window = MainWindow()
    qtbot.addWidget(window)
    desk = Application(window, Settings(tmp_path / "settings.ini"), FakeEngines())
    with qtbot.waitSignal(desk.opened):
        desk.open(clip)
    session = desk.session
    assert session is not None
    weights = adapted_path(tmp_path / "clip.rpcm", b"weights")
    weights.write_bytes(b"weights")
    kept = Adaptation(file=weights.name, base="compact", used=True, before=0.5, after=0.6, frames=(0,))
    keep(session.document.store, kept)
    posted: list[str] = []
    session.messagePosted.connect(lambda message: posted.append(message.text))
    window.action("file.collect").trigger()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "gift"))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(posted))
    assert posted == [f"Collected into {tmp_path / 'gift' / 'clip.rpcm'}. You can move this folder anywhere."]
    desk.shut()
    moved = (tmp_path / "gift").rename(tmp_path / "moved")
    clip.unlink()
    with closing(ProjectStore.open(moved / "clip.rpcm", read_only=True)) as store:
        assert store.source_path() == moved / "clip.mp4"
        assert weights_for(store, "compact") == str(moved / weights.name)
