"""Remembered choices survive a restart; nonsense in the file is ignored."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rpcm_gui.base.settings import DEVICE, GEOMETRY, KEYS, RECENT_LIMIT, THEME, WEIGHTS, Settings


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


DAMAGED = {
    "noise": bytes(range(256)),
    "zeros": b"\0" * 300,
    "a line that is none": b"[window]\ntheme=light\nwhat is this\n",
    "not UTF-8": b"[window]\ntheme=light\n[files]\nrecent=/v/\xff.mp4\n",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_that_a_damaged_file_is_kept_and_reported(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.ini"
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.problem is not None and settings.problem.level == "warning"
    kept = tmp_path / "settings.ini.damaged"
    assert str(kept) in settings.problem.hint and kept.read_bytes() == content
    assert settings.get(THEME) == ("light" if b"theme" in content else "dark")
    settings.set(DEVICE, "cuda")
    again = Settings(path)
    assert again.problem is None and again.get(DEVICE) == "cuda"
    # A second time the first copy stays.
    path.write_bytes(content)
    Settings(path)
    assert (tmp_path / "settings.ini.damaged1").read_bytes() == content


def test_that_files_of_qt_are_whole(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    first = Settings(path)
    first.set(GEOMETRY, bytes(range(256)))
    first.set(KEYS, '{"file.open": ["Ctrl+Ö", ";"]}')
    first.add_recent(Path('/videos/[a] = "b", ;c\\\n猫.mp4'))
    assert Settings(path).problem is None
    assert Settings(tmp_path / "none.ini").problem is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to(path)])
def test_that_what_is_no_file_is_not_opened(tmp_path: Path, make: Callable[[Path], object]) -> None:
    path = tmp_path / "settings.ini"
    make(path)
    settings = Settings(path)
    assert settings.problem is not None and str(path) in settings.problem.text and settings.problem.hint
    settings.set(DEVICE, "cuda")
    assert settings.get(DEVICE) == "cuda"
    assert [each.name for each in tmp_path.iterdir()] == ["settings.ini"]


@pytest.mark.parametrize("text", ["{", "[1]", "5", "[" * 100_000, '"x"'])
def test_that_broken_keys_are_reported(tmp_path: Path, text: str) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.set(KEYS, text)
    assert settings.get(KEYS) == ""
    assert settings.ignored == ["window/keys"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_that_a_file_that_may_not_be_read_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[window]\ntheme=light\n", encoding="utf-8")
    path.chmod(0)
    settings = Settings(path)
    assert settings.problem is not None and str(path) in settings.problem.text and settings.problem.hint
