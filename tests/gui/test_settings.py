"""Remembered choices survive a restart; nonsense in the file is ignored."""

from __future__ import annotations

from pathlib import Path

from rpcm_gui.settings import DEVICE, GEOMETRY, RECENT_LIMIT, WEIGHTS, Settings


def test_that_choices_survive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    first = Settings(path)
    first.set(DEVICE, "cuda")
    first.set(GEOMETRY, b"\x00\x01\xff")
    first.add_recent(Path("/videos/a, b.mp4"))
    again = Settings(path)
    assert again.get(DEVICE) == "cuda"
    assert again.get(GEOMETRY) == b"\x00\x01\xff"
    assert again.recent() == (Path("/videos/a, b.mp4"),)


def test_that_nonsense_in_the_file_gives_the_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[propagation]\ndevice=toaster\nweights=\n[window]\ngeometry=5\n", encoding="utf-8")
    settings = Settings(path)
    assert settings.get(DEVICE) == "auto"
    assert settings.get(WEIGHTS) == "compact"
    assert settings.get(GEOMETRY) == b""


def test_that_recent_files_are_newest_first_without_doubles_and_few(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    for number in range(RECENT_LIMIT + 5):
        settings.add_recent(Path(f"/{number}.mp4"))
    settings.add_recent(Path("/10.mp4"))
    recent = settings.recent()
    assert recent[0] == Path("/10.mp4")
    assert len(recent) == len(set(recent)) == RECENT_LIMIT
