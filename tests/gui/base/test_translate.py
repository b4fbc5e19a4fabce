"""What the core reports, in every language of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from core.errors import Text, UserError, joined, os_user_error
from core.project.store import ProjectStore
from core.video.image_folder import ImageFolder
from rpcm_gui.base.failures import message_of
from rpcm_gui.base.language import LANGUAGES, SOURCE, set_language, tr, translate


@pytest.fixture(params=[name for name in LANGUAGES if name != SOURCE])
def foreign(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Every language but English, one after another."""
    assert set_language(qapp, request.param) is None
    yield request.param
    set_language(qapp, SOURCE)


def test_that_a_reason_within_a_sentence_is_translated_too(foreign: str) -> None:
    error = os_user_error(FileNotFoundError(2, "gone"), Path("clip.mp4"), "read")
    message = message_of(error)
    assert "clip.mp4" in message.text and tr("it does not exist") in message.text
    assert message.hint == tr("Check the path; the file may have been moved or renamed.")


def test_that_errors_as_they_are_raised_are_translated(foreign: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "no.rpcm").write_bytes(b"no project at all" * 100)
    for make in (lambda: ImageFolder(tmp_path / "empty"), lambda: ProjectStore.open(tmp_path / "no.rpcm")):
        with pytest.raises(UserError) as raised:
            make()
        message = message_of(raised.value)
        assert message.text != raised.value.message and message.hint != raised.value.hint


def test_that_each_of_joined_texts_is_translated(foreign: str) -> None:
    parts = [Text("the disk is full"), Text("it is a folder")]
    assert translate(joined(parts)) == "; ".join(tr(part.template) for part in parts)
    assert translate(joined(parts)) != joined(parts)


def test_that_other_texts_and_english_stay_as_they_are(qapp: QApplication, foreign: str) -> None:
    assert translate("the disk is full") == "the disk is full"
    set_language(qapp, SOURCE)
    assert translate(Text("the disk is full")) == "the disk is full"
