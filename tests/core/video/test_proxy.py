"""Small copies of very large clips: a picture for every frame, never a wrong one, and nobody computes with them."""

from __future__ import annotations

import ast
import os
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.cli import main
from core.errors import UserError
from core.paths import user_cache_dir
from core.project.store import ProjectStore, SourceReference
from core.types import Frame, UInt8Array
from core.video.frame_source import FrameSource
from core.video.proxy import FaultyProxyError, Preview, Proxy, make_proxy, open_proxy, proxy_path, remove_proxy
from core.video.source import open_source
from tests.helpers.media import make_folder, make_video, number_in

REPOSITORY = Path(__file__).resolve().parents[3]
SIZE = (48, 3840)
FRAMES = 9


def ignore(done: int, total: int) -> None:
    del done, total


def made(source: FrameSource) -> Proxy:
    proxy = make_proxy(source, ignore)
    assert proxy is not None
    return proxy


def picture(proxy: Proxy, index: int) -> UInt8Array:
    preview = proxy.read(index)
    assert preview is not None
    assert preview.index == index
    return preview.image


def number_of(image: UInt8Array) -> int:
    """The number drawn into a frame that was made small."""
    return number_in(np.asarray(cv2.resize(image, SIZE[::-1]), np.uint8))


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return make_video(tmp_path / "large.mp4", frames=FRAMES, size=SIZE)


@pytest.fixture
def source(clip: Path) -> Iterator[FrameSource]:
    with open_source(clip) as source:
        yield source


UNEVEN = (0, 10, 50, 51, 90, 400, 401, 440, 900)


@pytest.mark.parametrize("kind", ["constant", "variable", "turned", "folder"])
def test_that_a_proxy_has_the_picture_of_every_frame_at_its_number(kind: str, tmp_path: Path) -> None:
    if kind == "folder":
        media = make_folder(tmp_path / "shots", FRAMES, size=SIZE)
    else:
        times = UNEVEN if kind == "variable" else None
        rotation = 180 if kind == "turned" else None
        media = make_video(tmp_path / "a.mp4", frames=FRAMES, size=SIZE, milliseconds=times, rotation=rotation)
    with open_source(media) as source:
        proxy = made(source)
        assert proxy.frame_count == FRAMES
        for index in (5, 0, 8, 3, 1, 2, 7, 4, 6):
            small, exact = picture(proxy, index), source.read(index)
            upright = np.rot90(small, 2) if kind == "turned" else small
            assert number_of(np.ascontiguousarray(upright)) == index
            assert small.shape == (20, 1600, 3)
            assert not small.flags.writeable
            shrunk = cv2.resize(exact.image, (1600, 20), interpolation=cv2.INTER_AREA)
            assert np.abs(small.astype(int) - shrunk).mean() < 4
        found = open_proxy(source)
        assert found is not None
        assert [found.read(index).time for index in range(FRAMES)] == list(source.times())  # type: ignore[union-attr]


def test_that_a_copy_of_the_clip_finds_the_same_proxy(clip: Path, source: FrameSource) -> None:
    assert open_proxy(source) is None
    made(source)
    copy = clip.with_name("elsewhere.mp4")
    copy.write_bytes(clip.read_bytes())
    with open_source(copy) as other:
        assert open_proxy(other) is not None
        assert remove_proxy(other.fingerprint())
    assert open_proxy(source) is None
    assert not remove_proxy(source.fingerprint())


def test_that_frames_of_ordinary_size_need_no_proxy(tmp_path: Path) -> None:
    with (
        open_source(make_video(tmp_path / "a.mp4", frames=3)) as source,
        pytest.raises(UserError, match="do not need a proxy"),
    ):
        make_proxy(source, ignore)


def test_that_progress_is_told_and_a_cancel_leaves_the_earlier_proxy(source: FrameSource) -> None:
    told: list[tuple[int, int]] = []
    make_proxy(source, lambda done, total: told.append((done, total)))
    assert told == [(done, FRAMES) for done in range(1, FRAMES + 1)]
    place = proxy_path(source.fingerprint())
    before = place.read_bytes()
    assert make_proxy(source, ignore, lambda: True) is None
    assert place.read_bytes() == before
    assert list(place.parent.iterdir()) == [place]


def test_that_a_frame_that_cannot_be_read_has_no_picture(tmp_path: Path) -> None:
    clip = make_video(
        tmp_path / "whole.mp4", frames=20, size=SIZE, keyframe_every=4, container_options={"movflags": "faststart"}
    )
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(clip.read_bytes()[: clip.stat().st_size * 9 // 10])
    with open_source(cut) as source:
        assert source.broken_from is not None
        proxy = made(source)
        readable = [proxy.read(index) is not None for index in range(source.frame_count)]
        assert True in readable
        assert readable == [index < source.broken_from for index in range(source.frame_count)]


# --- what must not be shown ------------------------------------------------------------------------------------------


def test_that_a_proxy_that_was_cut_anywhere_is_refused(source: FrameSource) -> None:
    place = made(source).path
    whole = place.read_bytes()
    for kept in (0, 5, 100, len(whole) // 2, len(whole) - 28, len(whole) - 1):
        place.write_bytes(whole[:kept])
        with pytest.raises(FaultyProxyError, match="full frames are shown instead"):
            open_proxy(source)
    assert picture(made(source), 3).any()


def test_that_no_flipped_byte_ever_shows_another_picture(source: FrameSource) -> None:
    place = made(source).path
    whole = place.read_bytes()
    pictures = [picture(made(source), index) for index in range(FRAMES)]
    refused = 0
    for at in range(len(whole) - 1, 0, -max(len(whole) // 60, 1)):
        place.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        try:
            proxy = open_proxy(source)
            assert proxy is not None
            assert all(np.array_equal(picture(proxy, index), pictures[index]) for index in range(FRAMES))
        except FaultyProxyError:
            refused += 1
    assert refused > 55


def test_that_the_proxy_of_other_frames_is_refused(source: FrameSource, tmp_path: Path) -> None:
    made(source)
    place = proxy_path(source.fingerprint())
    others = {"count": make_video(tmp_path / "b.mp4", frames=FRAMES + 1, size=SIZE)}
    others["times"] = make_video(tmp_path / "c.mp4", frames=FRAMES, size=SIZE, milliseconds=UNEVEN)
    for media in others.values():
        with open_source(media) as other:
            proxy_path(other.fingerprint()).write_bytes(place.read_bytes())
            with pytest.raises(FaultyProxyError, match="was made from"):
                open_proxy(other)


def test_that_frames_at_other_times_are_refused_even_under_the_same_fingerprint(
    source: FrameSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if a later version numbered the frames of the same file in another way."""
    made(source)
    later = source.times() + 0.04
    monkeypatch.setattr(source, "times", lambda: later)
    with pytest.raises(FaultyProxyError, match="other times"):
        open_proxy(source)


def test_that_a_proxy_that_vanishes_while_it_is_open_is_told(source: FrameSource) -> None:
    proxy = made(source)
    proxy.path.unlink()
    with pytest.raises(FaultyProxyError, match="is gone"):
        proxy.read(0)


def test_that_a_clip_that_changes_meanwhile_gets_no_proxy(clip: Path, source: FrameSource) -> None:
    def meddle(done: int, total: int) -> None:
        if done == 2:
            clip.write_bytes(clip.read_bytes() + b"more")

    with pytest.raises(UserError, match="changed"):
        make_proxy(source, meddle)
    assert not list((user_cache_dir() / "proxies").glob("*"))


# --- disks -----------------------------------------------------------------------------------------------------------


def test_that_a_full_disk_is_told_and_leaves_nothing(source: FrameSource, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(done: int, total: int) -> None:
        if done == 4:
            raise OSError(28, "No space left on device")

    with pytest.raises(UserError, match="the disk is full"):
        make_proxy(source, fill)
    assert list(user_cache_dir().iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_that_a_cache_that_cannot_be_written_is_told(source: FrameSource) -> None:
    folder = user_cache_dir()
    folder.chmod(0o500)
    try:
        with pytest.raises(UserError, match=r"Cannot write .*permission is denied"):
            make_proxy(source, ignore)
    finally:
        folder.chmod(0o700)


def test_that_a_cache_folder_that_cannot_be_made_is_told(
    source: FrameSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with pytest.raises(UserError, match=r"Cannot write .*part of its path is a file"):
        make_proxy(source, ignore)


def test_that_what_a_killed_maker_left_is_removed_by_the_next_one(source: FrameSource) -> None:
    folder = proxy_path(source.fingerprint()).parent
    folder.mkdir()
    old, fresh = folder / ".a.proxy.12345678.part", folder / ".b.proxy.12345678.part"
    for part in (old, fresh):
        part.write_bytes(b"half a proxy")
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    made(source)
    assert not old.exists()
    assert fresh.exists(), "another program may be writing it"


# --- nobody computes with a proxy ------------------------------------------------------------------------------------

LOOKERS = {
    "core/video/proxy.py",
    "core/cli/project.py",
    "rpcm_gui/session/proxies.py",
    "rpcm_gui/session/session.py",
    "rpcm_gui/workers/decoding.py",
    "rpcm_gui/workers/thumbnails.py",
    "rpcm_gui/views/canvas/session_view.py",
    "rpcm_gui/views/timeline/timeline.py",
}
"""The only modules that may know of proxies: those that make one and those that show pictures."""


def imported(text: str) -> set[str]:
    tree = ast.parse(text)
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_that_only_what_shows_pictures_knows_of_proxies() -> None:
    files = [file for folder in ("core", "rpcm_gui") for file in (REPOSITORY / folder).rglob("*.py")]
    texts = {file.relative_to(REPOSITORY).as_posix(): file.read_text(encoding="utf-8") for file in files}
    knowing = {name for name, text in texts.items() if "proxy" in text and "core.video.proxy" in imported(text)}
    assert "core/cli/project.py" in knowing
    assert knowing <= LOOKERS
    assert not any(
        name.startswith(("core/propagation", "core/formats", "core/training", "core/evaluation")) for name in LOOKERS
    )


def test_that_a_proxy_is_no_source_of_frames(source: FrameSource) -> None:
    proxy = made(source)
    assert not issubclass(Preview, Frame)
    assert {"height", "width", "fps", "name", "fingerprint"}.isdisjoint(dir(proxy))
    # With the proxy there, the source still gives the whole frame.
    with open_source(source.path) as again:
        assert again.read(2).image.shape == (*SIZE, 3)


# --- the command -----------------------------------------------------------------------------------------------------


@pytest.fixture
def project(clip: Path, source: FrameSource) -> Path:
    path = clip.with_suffix(".rpcm")
    reference = SourceReference(clip, source.fingerprint(), source.frame_count, source.height, source.width, source.fps)
    with closing(ProjectStore.create(path, reference)):
        return path


def test_that_the_command_makes_and_removes_a_proxy(
    project: Path, source: FrameSource, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["project", "proxy", str(project)]) == 0
    assert "9 frames" in capsys.readouterr().out
    assert open_proxy(source) is not None
    assert main(["project", "proxy", str(project), "--remove"]) == 0
    assert open_proxy(source) is None
    assert main(["project", "proxy", str(project), "--remove"]) == 0
    assert "has no proxy" in capsys.readouterr().out


def test_that_the_command_removes_a_proxy_whose_clip_is_gone(project: Path, source: FrameSource, clip: Path) -> None:
    place = made(source).path
    clip.unlink()
    assert main(["project", "proxy", str(project), "--remove"]) == 0
    assert not place.exists()
    assert main(["project", "proxy", str(project)]) == 2


def test_that_the_command_refuses_a_clip_of_ordinary_size(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clip = make_video(tmp_path / "small.mp4", frames=3)
    with open_source(clip) as source:
        reference = SourceReference(clip, source.fingerprint(), 3, source.height, source.width, source.fps)
    ProjectStore.create(tmp_path / "small.rpcm", reference).close()
    assert main(["project", "proxy", str(tmp_path / "small.rpcm")]) == 2
    assert "do not need a proxy" in capsys.readouterr().err
