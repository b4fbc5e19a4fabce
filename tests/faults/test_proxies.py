"""Making a proxy on a disk that fills up, and killing its maker: no proxy or a whole one, and an earlier one stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import UserError
from core.paths import user_cache_dir
from core.video.proxy import make_proxy, open_proxy
from core.video.source import open_source
from tests.faults.small_disk import can_mount, small_disk
from tests.helpers.media import make_video

REPOSITORY = Path(__file__).resolve().parents[2]
FRAMES = 30
MAKER = """
import sys, time
from core.video.proxy import make_proxy
from core.video.source import open_source

def tell(done, total):
    print(done, flush=True)
    time.sleep(0.002)

with open_source(sys.argv[1]) as source:
    make_proxy(source, tell)
"""


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return make_video(tmp_path / "large.mp4", frames=FRAMES, size=(96, 3840))


@pytest.mark.skipif(not can_mount(), reason="mounting a small disk needs root on Linux")
@pytest.mark.parametrize("pages", [4, 10])
def test_that_a_full_disk_is_told_and_leaves_nothing(
    pages: int, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "disk", pages * 4096) as disk, open_source(clip) as source:
        monkeypatch.setenv("XDG_CACHE_HOME", str(disk))
        with pytest.raises(UserError, match="the disk is full"):
            make_proxy(source, lambda done, total: None)
        assert not [path for path in disk.rglob("*") if path.is_file()]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("frame", [1, FRAMES // 2, FRAMES])
def test_that_a_killed_maker_leaves_no_half_proxy(frame: int, clip: Path) -> None:
    def killed() -> None:
        command = [sys.executable, "-c", MAKER, str(clip)]
        maker = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY)
        with maker:
            assert maker.stdout is not None
            for line in maker.stdout:
                if int(line) >= frame:
                    break
            os.kill(maker.pid, signal.SIGKILL)

    with open_source(clip) as source:
        killed()
        found = open_proxy(source)
        # Killed after the last frame it may have been quick enough to finish.
        assert found is None or frame == FRAMES
        whole = make_proxy(source, lambda done, total: None)
        assert whole is not None
        content = whole.path.read_bytes()
        killed()
        assert open_proxy(source) is not None
        assert whole.path.read_bytes() == content
    assert len(list((user_cache_dir() / "proxies").glob("*.proxy"))) == 1
