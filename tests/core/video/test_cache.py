"""Indexes of long videos are kept between runs, and never believed without looking."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.errors import UserError
from core.paths import user_cache_dir
from core.video import index as video_cache
from core.video import index_reader
from core.video.file import VideoFile
from tests.helpers.media import make_video, number_in


@pytest.fixture(autouse=True)
def every_index_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_reader, "WORTH_KEEPING_SECONDS", 0.0)


def kept() -> list[Path]:
    return sorted((user_cache_dir() / "video-index").glob("*"))


def read_anew(path: Path) -> list[int]:
    """The numbers of some frames, as another run of the program sees them."""
    index_reader._build.cache_clear()
    with VideoFile(path) as source:
        return [number_in(source.read(index).image) for index in (17, 3, source.frame_count - 1)]


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, size: int) -> None:
        raise AssertionError("the index was to come from the disk")

    monkeypatch.setattr(index_reader, "_read", refuse)


@pytest.mark.parametrize("name", ["c.mp4", "t.ts", "r.h264"])
def test_that_a_kept_index_gives_the_same_video(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_video(
        tmp_path / name, options={"x264-params": "interlaced=1"}, rotation=90 if name == "c.mp4" else None
    )
    with VideoFile(path) as source:
        before = [source.read(index).image.tobytes() for index in (17, 3, 39)]
        about = (source.frame_count, source.height, source.width, source.fps, source.warnings, source.broken_from)
        times = source.times().tolist()
    assert len(kept()) == 1
    forbid_reading(monkeypatch)
    index_reader._build.cache_clear()
    with VideoFile(path) as source:
        assert (
            source.frame_count,
            source.height,
            source.width,
            source.fps,
            source.warnings,
            source.broken_from,
        ) == about
        assert source.times().tolist() == times
        assert [source.read(index).image.tobytes() for index in (17, 3, 39)] == before


def test_that_a_file_replaced_without_a_trace_is_read_anew(tmp_path: Path) -> None:
    path = make_video(tmp_path / "c.mkv", frames=40)
    assert read_anew(path) == [17, 3, 39]
    status = path.stat()
    make_video(path, frames=30)
    path.write_bytes(path.read_bytes().ljust(status.st_size, b"\0"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size
    assert read_anew(path)[-1] == 29


@pytest.mark.parametrize("damage", [b"", b"rubbish", None])
def test_that_a_damaged_index_is_built_anew(damage: bytes | None, tmp_path: Path) -> None:
    path = make_video(tmp_path / "c.mp4")
    assert read_anew(path) == [17, 3, 39]
    (file,) = kept()
    data = file.read_bytes()
    middle = len(data) // 2
    file.write_bytes(data[:middle] + bytes([data[middle] ^ 4]) + data[middle + 1 :] if damage is None else damage)
    assert read_anew(path) == [17, 3, 39]
    assert file.read_bytes() == data


def test_that_an_index_that_cannot_be_kept_hurts_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise UserError("The disk is full.", "Free some space.")

    monkeypatch.setattr(video_cache, "write_atomically", full)
    assert read_anew(make_video(tmp_path / "c.mp4")) == [17, 3, 39]
    assert kept() == []


def test_that_short_videos_and_old_indexes_are_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(video_cache, "_MOST_KEPT", 2)
    for number in range(4):
        read_anew(make_video(tmp_path / f"{number}.mp4", frames=20))
    assert len(kept()) == 2
    monkeypatch.setattr(index_reader, "WORTH_KEEPING_SECONDS", 1e9)
    before = kept()
    read_anew(make_video(tmp_path / "short.mp4", frames=20))
    assert kept() == before


def test_that_a_cache_folder_that_cannot_be_made_costs_only_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = make_video(tmp_path / "c.mp4")
    assert read_anew(path) == read_anew(path) == [17, 3, 39]
