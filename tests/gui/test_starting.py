"""What the program reports where it cannot even begin."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from rpcm_gui import __main__, app


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="XDG folders exist on Linux only")
def test_that_a_folder_for_settings_that_cannot_be_made_ends_with_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(app, "QApplication", lambda argv: qapp)
    assert __main__.main([]) == 2
    shown = capsys.readouterr().err
    assert "part of its path is a file. Choose a path in which every parent is a folder." in shown
    assert "Traceback" not in shown
