"""Resources are found from a checkout and from a frozen bundle; user folders follow the platform's rules."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core import paths
from core.errors import UserError


@pytest.fixture(autouse=True)
def forget_resource_root() -> None:
    paths.resource_root.cache_clear()


def test_that_a_checkout_finds_its_own_resources() -> None:
    assert paths.resource("sample") == Path(__file__).parents[2] / "resources" / "sample"


def test_that_a_frozen_bundle_is_asked_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    try:
        assert paths.resource("a", "b.bin") == tmp_path / "resources" / "a" / "b.bin"
    finally:
        paths.resource_root.cache_clear()


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="XDG folders exist on Linux only")
def test_that_user_folders_follow_xdg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert paths.user_data_dir() == tmp_path / "data" / paths.APP_NAME
    assert paths.user_data_dir().is_dir()


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="XDG folders exist on Linux only")
@pytest.mark.parametrize("blocked", ["cache", f"cache/{paths.APP_NAME}"])
def test_that_a_file_in_the_place_of_a_user_folder_is_explained(
    blocked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / blocked).parent.mkdir(exist_ok=True)
    (tmp_path / blocked).touch()
    with pytest.raises(UserError, match=f"Cannot write '{tmp_path}/cache/{paths.APP_NAME}'.* file"):
        paths.user_cache_dir()
