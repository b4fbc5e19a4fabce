"""Projects on network drives: found out, told, and kept without a write-ahead log."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path, PurePosixPath

import pytest

from core.project import wal
from core.project.store import ProjectStore
from core.project.wal import mounted_as, network_file_system, parse_mount, parse_mountinfo
from tests.helpers.projects import box, new_project

LINUX = r"""22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/root rw
40 22 0:35 / /srv/films rw,nosuid shared:19 - nfs4 server:/export rw,vers=4.2
41 22 0:36 / /mnt/my\040disk rw shared:20 master:3 - cifs //nas/films rw
42 40 0:37 / /srv/films/local rw - ext4 /dev/sdb1 rw
43 22 0:38 / /mnt/ssh rw - fuse.sshfs me@host: rw
"""
MAC = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//me@nas._smb._tcp.local/films on /Volumes/my films (smbfs, nodev, nosuid, mounted by me)
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/opt/clip.rpcm", "ext4"),
        ("/srv/films/a/clip.rpcm", "nfs4"),
        ("/srv/films/local/clip.rpcm", "ext4"),
        ("/srv/films2/clip.rpcm", "ext4"),
        ("/mnt/my disk/clip.rpcm", "cifs"),
        ("/mnt/ssh/clip.rpcm", "fuse.sshfs"),
    ],
)
def test_that_the_nearest_mount_point_tells_the_file_system(path: str, kind: str) -> None:
    assert mounted_as(PurePosixPath(path), parse_mountinfo(LINUX)) == kind


def test_that_the_table_of_a_mac_is_read() -> None:
    table = parse_mount(MAC)
    assert mounted_as(PurePosixPath("/Volumes/my films/a/clip.rpcm"), table) == "smbfs"
    assert mounted_as(PurePosixPath("/Users/clip.rpcm"), table) == "apfs"


LINUX_ONLY = pytest.mark.skipif(sys.platform != "linux", reason="the table that is replaced here is that of Linux")


@pytest.fixture
def mount(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of which the table of mounts says that it is on another machine."""
    table = tmp_path / "mountinfo"
    folder = tmp_path / "far"
    folder.mkdir()
    table.write_text(f"1 0 0:1 / / rw - ext4 /dev/root rw\n2 1 0:2 / {folder} rw - cifs //nas/films rw\n")
    monkeypatch.setattr(wal, "_MOUNT_TABLE", table)
    return folder


@LINUX_ONLY
def test_that_a_project_on_a_network_drive_does_without_the_log_and_says_so(mount: Path) -> None:
    path = mount / "clip.rpcm"
    with new_project(path) as store:
        assert "network drive (cifs)" in store.notes[0] and "still saved" in store.notes[0]
        store.set_annotations(1, {1: box(0, 0)})
        assert not path.with_name("clip.rpcm-wal").exists()
        assert store._database.query("PRAGMA journal_mode") == [("delete",)]
    with closing(ProjectStore.open(path)) as store:
        assert store.annotated_frames() == (1,)


@LINUX_ONLY
def test_that_a_project_left_with_a_log_loses_nothing_when_it_comes_to_a_network_drive(
    mount: Path, tmp_path: Path
) -> None:
    with new_project(tmp_path / "clip.rpcm") as store:
        assert store.notes == ()
        store.set_annotations(1, {1: box(0, 0)})
        for file in tmp_path.glob("clip.rpcm*"):
            if file.suffix != ".lock":
                (mount / file.name).write_bytes(file.read_bytes())
    with closing(sqlite3.connect(f"{(mount / 'clip.rpcm').as_uri()}?immutable=1", uri=True)) as without_log:
        assert without_log.execute("SELECT COUNT(*) FROM annotations").fetchall() == [(0,)]
    with closing(ProjectStore.open(mount / "clip.rpcm")) as store:
        assert "network drive" in store.notes[0]
        assert store.annotated_frames() == (1,)
        assert not (mount / "clip.rpcm-wal").exists()


@LINUX_ONLY
def test_that_without_a_table_nothing_is_a_network_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wal, "_MOUNT_TABLE", tmp_path / "none")
    assert network_file_system(tmp_path) == ""
