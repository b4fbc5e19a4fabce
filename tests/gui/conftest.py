"""A project on a fake clip, opened as a session, with real threads around a fake engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.project.store import ProjectStore, SourceReference
from rpcm_gui.base.settings import Settings
from rpcm_gui.session.session import Session
from tests.helpers.fakes import FRAMES, HEIGHT, WIDTH, FakeEngines, FakeSource

OpenSession = Callable[..., Session]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new project of the fake clip."""
    path = tmp_path / "fake.rpcm"
    reference = SourceReference(tmp_path / "fake.mp4", "f00d", FRAMES, HEIGHT, WIDTH, 25.0)
    ProjectStore.create(path, reference).close()
    return path


@pytest.fixture
def open_session(qtbot: QtBot, project: Path, tmp_path: Path) -> Iterator[OpenSession]:
    """Opens sessions on the project with the engines given; whatever is still open is closed at the end."""
    sessions: list[Session] = []

    def opened(engines: FakeEngines | None = None, source: FakeSource | None = None) -> Session:
        frames = source or FakeSource()
        session = Session(
            ProjectStore.open(project),
            tmp_path / "fake.mp4",
            lambda: frames,
            engines or FakeEngines(),
            Settings(tmp_path / "settings.ini"),
        )
        sessions.append(session)
        return session

    yield opened
    for session in sessions:
        session.close()


@pytest.fixture
def session(open_session: OpenSession) -> Session:
    """An open session whose engine never waits."""
    return open_session()
