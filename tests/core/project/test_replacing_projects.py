"""What may stand in the way of a new project, and what a run's folder may hold."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from core.cli import main
from core.errors import UserError
from core.exchange.projects import import_as_project
from core.formats.common.contract import Clip
from core.masks.png import read_label_map, write_label_map
from core.project.database import Database
from core.project.integrity import examine
from core.project.maintenance.upkeep import compact
from core.project.store import ProjectStore
from core.types import ObjectInfo
from core.video.image_folder import ImageFolder
from tests.helpers.commands import HEIGHT, WIDTH, moving, shifting_propagator, write_clip
from tests.helpers.projects import new_project, source


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a clip and masks for it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("core.cli.network.make_propagator", shifting_propagator)
    write_clip(tmp_path / "clip", frames=3)
    for index in range(3):
        write_label_map(tmp_path / "masks" / f"f{index:02d}.png", moving(index, 1))
    write_label_map(tmp_path / "seed.png", moving(0, 1))
    return tmp_path


def import_to(out: str, *more: str) -> int:
    return main(["import", "masks", "--format", "masks", "--video", "clip", "--out", out, *more])


def masks_in(project: Path) -> list[int]:
    with closing(ProjectStore.open(project, read_only=True)) as store:
        return [int(store.effective_labels(index).sum()) for index in range(3)]


@pytest.mark.parametrize("content", [b"", b"precious", b"SQLite format 3\0" + bytes(84), b"\0\0\0\x18ftypmp42" * 20])
def test_that_a_file_that_is_not_a_project_is_never_replaced(
    home: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "notes.txt").write_bytes(content)
    assert import_to("notes.txt", "--overwrite") == 2
    assert "is not a project" in capsys.readouterr().err
    assert (home / "notes.txt").read_bytes() == content
    assert import_to("clip/f00.png", "--overwrite") == 2
    assert not list(home.glob(".*")) and not list(home.glob("*.lock"))


def test_that_a_folder_and_another_database_are_never_replaced(home: Path) -> None:
    with closing(sqlite3.connect(home / "other.db")) as other:
        other.execute("CREATE TABLE precious (x)")
    assert import_to("other.db", "--overwrite") == 2
    assert import_to("clip", "--overwrite") == 2
    assert len(list((home / "clip").iterdir())) == 3
    with closing(sqlite3.connect(home / "other.db")) as other:
        assert other.execute("SELECT * FROM precious").fetchall() == []


def test_that_a_project_is_replaced_when_told_and_a_link_to_it_stays(home: Path) -> None:
    (home / "disk").mkdir()
    (home / "p.rpcm").symlink_to("disk/real.rpcm")
    assert import_to("p.rpcm") == 0
    assert (home / "p.rpcm").is_symlink() and (home / "disk" / "real.rpcm").is_file()
    assert import_to("p.rpcm") == 2
    (home / "masks" / "f01.png").unlink()
    assert import_to("p.rpcm", "--overwrite") == 0
    assert (home / "p.rpcm").is_symlink()
    assert masks_in(home / "p.rpcm") == [100, 0, 100]
    with closing(ProjectStore.open(home / "p.rpcm")) as store:
        assert store.source_path() == home / "clip"
    shutil.move(home / "disk", home / "moved")
    shutil.move(home / "clip", home / "clip2")
    assert [each.name for each in (home / "moved").iterdir()] == ["real.rpcm"]


def test_that_a_project_finds_its_frames_where_both_were_moved(home: Path) -> None:
    (home / "a").mkdir()
    shutil.move(home / "clip", home / "a" / "clip")
    assert main(["import", "masks", "--format", "masks", "--video", "a/clip", "--out", "a/p.rpcm"]) == 0
    shutil.move(home / "a", home / "b")
    with closing(ProjectStore.open(home / "b" / "p.rpcm", read_only=True)) as store:
        assert store.source_path() == home / "b" / "clip"


def test_that_an_open_project_is_not_replaced(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert import_to("p.rpcm") == 0
    with closing(ProjectStore.open(home / "p.rpcm")) as store:
        assert import_to("p.rpcm", "--overwrite") == 2
        assert "open in another window" in capsys.readouterr().err
        store.set_annotations(1, {1: np.ones((HEIGHT, WIDTH), np.bool_)})
    assert masks_in(home / "p.rpcm") == [100, HEIGHT * WIDTH, 100]
    assert examine(home / "p.rpcm", lambda done, total: None) == ()


def killed_beside(project: Path) -> None:
    """What a program leaves that was killed with changes in its log."""
    copy = project.with_name("copy")
    with closing(ProjectStore.open(project)) as store:
        store.set_annotations(1, {1: np.ones((HEIGHT, WIDTH), np.bool_)})
        copy.mkdir()
        for file in project.parent.glob(f"{project.name}*"):
            if not file.name.endswith(".lock"):
                shutil.copy2(file, copy / file.name)
    for file in copy.iterdir():
        shutil.copy2(file, project.parent / file.name)
    shutil.rmtree(copy)
    assert project.with_name(f"{project.name}-wal").stat().st_size


def test_that_a_project_with_a_log_is_not_replaced_until_that_was_taken_in(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_to("p.rpcm") == 0
    killed_beside(home / "p.rpcm")
    assert import_to("p.rpcm", "--overwrite") == 2
    assert "rpcm project compact p.rpcm" in capsys.readouterr().err
    assert main(["project", "compact", "p.rpcm"]) == 0
    assert masks_in(home / "p.rpcm") == [100, HEIGHT * WIDTH, 100]
    assert import_to("p.rpcm", "--overwrite") == 0
    assert masks_in(home / "p.rpcm") == [100, 100, 100]


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
def test_that_an_old_log_is_never_mixed_into_a_new_project(
    home: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_to("p.rpcm") == 0
    killed_beside(home / "p.rpcm")
    if ending == "-journal":
        shutil.move(home / "p.rpcm-wal", home / "p.rpcm-journal")
    for other in {"-wal", "-shm", "-journal", ""} - {ending}:
        (home / f"p.rpcm{other}").unlink(missing_ok=True)
    log = (home / f"p.rpcm{ending}").read_bytes()
    for words in ((), ("--overwrite",)):
        assert import_to("p.rpcm", *words) == 2
        assert "would be mixed into the new one" in capsys.readouterr().err
    with pytest.raises(UserError, match="would be mixed"):
        ProjectStore.create(home / "p.rpcm", source(home))
    with new_project(home / "other.rpcm") as store, pytest.raises(UserError, match="would be mixed"):
        store.save_copy(home / "p.rpcm")
    assert (home / f"p.rpcm{ending}").read_bytes() == log and not (home / "p.rpcm").exists()


def test_that_a_copy_replaces_a_project_at_rest_alone(home: Path) -> None:
    (home / "clip.mp4").write_bytes(b"a video")
    with new_project(home / "a.rpcm") as store, new_project(home / "open.rpcm"):
        for name in ("clip.mp4", "open.rpcm", "a.rpcm"):
            with pytest.raises(UserError):
                store.save_copy(home / name)
        store.save_copy(home / "b.rpcm")
        store.save_copy(home / "b.rpcm")
    assert (home / "clip.mp4").read_bytes() == b"a video"
    assert examine(home / "b.rpcm", lambda done, total: None) == ()


# --- Runs ------------------------------------------------------------------------------------------------------------


def propagate(*more: str, out: str = "out", seed: str = "seed.png") -> int:
    return main(["propagate", "clip", "--seed", seed, "--out", out, *more])


def test_that_a_run_replaces_the_files_of_an_earlier_one_when_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert propagate() == 0
    assert propagate() == 2
    assert "already exists" in capsys.readouterr().err
    write_label_map(home / "seed2.png", moving(1, 1))
    assert propagate("--overwrite", seed="seed2.png") == 0
    np.testing.assert_array_equal(read_label_map(home / "out/masks/f00.png"), moving(1, 1))


@pytest.mark.parametrize("words", [(), ("--overwrite",)])
@pytest.mark.parametrize("name", ["masks/f01.png", "reliability/f02.png", "report.json", "probabilities/f01.npy"])
def test_that_a_run_never_replaces_a_foreign_file(home: Path, name: str, words: tuple[str, ...]) -> None:
    (home / "out" / name).parent.mkdir(parents=True)
    (home / "out" / name).write_bytes(b"of the user")
    (home / "out" / "notes.txt").write_bytes(b"of the user")
    assert propagate("--save-probabilities", *words) == 2
    files = {str(file.relative_to(home / "out")): file.read_bytes() for file in home.glob("out/**/*") if file.is_file()}
    assert files == {name: b"of the user", "notes.txt": b"of the user"}


def test_that_a_corrected_mask_of_a_run_is_not_lost(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert propagate() == 0
    corrected = home / "out" / "masks" / "f01.png"
    write_label_map(corrected, moving(2, 1))
    before = corrected.read_bytes()
    assert propagate("--overwrite") == 2
    assert "changed since" in capsys.readouterr().err
    assert corrected.read_bytes() == before


def test_that_a_run_never_replaces_its_seed_nor_its_frames(home: Path) -> None:
    assert propagate() == 0
    seed = home / "out" / "masks" / "f00.png"
    before = seed.read_bytes()
    assert propagate("--overwrite", seed=str(seed)) == 2
    assert seed.read_bytes() == before
    shutil.move(home / "clip", home / "masks2")
    (home / "work").mkdir()
    shutil.move(home / "masks2", home / "work" / "masks")
    frames = {file.name: file.read_bytes() for file in (home / "work" / "masks").iterdir()}
    command = ["propagate", "work/masks", "--seed", "seed.png", "--out", "work", "--overwrite"]
    assert main(command) == 2
    assert {file.name: file.read_bytes() for file in (home / "work" / "masks").iterdir()} == frames
    (home / "linked").mkdir()
    (home / "linked" / "masks").symlink_to("../work/masks")
    assert main([*command[:5], "linked", "--overwrite"]) == 2
    assert {file.name: file.read_bytes() for file in (home / "work" / "masks").iterdir()} == frames


def test_that_converting_never_replaces_the_dataset(home: Path) -> None:
    assert import_to("p.rpcm") == 0
    assert main(["export", "p.rpcm", "--format", "masks", "--out", "data"]) == 0
    before = {file: file.read_bytes() for file in home.glob("data/**/*") if file.is_file()}
    for out in ("data", "."):
        assert main(["convert", "data", "--to", "davis", "--video", "clip", "--out", out, "--overwrite"]) == 2
    assert {file: file.read_bytes() for file in home.glob("data/**/*") if file.is_file()} == before


def test_that_evaluating_never_replaces_a_foreign_file(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "truth" / "clip").mkdir(parents=True)
    for file in (home / "masks").iterdir():
        shutil.copy2(file, home / "truth" / "clip" / file.name)
    (home / "thesis.json").write_bytes(b"{}")
    command = ["evaluate", "--prediction", "truth", "--ground-truth", "truth", "--json"]
    assert main([*command, "thesis.json"]) == 2
    assert "was not written by RPCM Annotator" in capsys.readouterr().err
    assert (home / "thesis.json").read_bytes() == b"{}"
    assert main([*command, "report.json"]) == main([*command, "report.json"]) == 0


def test_that_a_log_that_appears_during_an_import_is_not_mixed_in(home: Path) -> None:
    frames = ImageFolder(home / "clip")
    clip = Clip("clip", frames, (ObjectInfo(1, "a", (255, 0, 0)),), lambda index: moving(index, 1))
    log = home / "p.rpcm-wal"

    def meddle(_done: int, _total: int) -> None:
        log.write_bytes(b"changes")

    with pytest.raises(UserError, match="would be mixed into the new one"):
        import_as_project(clip, home / "p.rpcm", progress=meddle)
    assert log.read_bytes() == b"changes" and not (home / "p.rpcm").exists()


def test_that_a_log_that_appears_during_compaction_is_not_mixed_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert import_to("p.rpcm") == 0
    before, log, close = (home / "p.rpcm").stat().st_ino, home / "p.rpcm-wal", Database.close

    def meddled(database: Database) -> None:
        close(database)
        log.write_bytes(b"changes")

    monkeypatch.setattr(Database, "close", meddled)
    with pytest.raises(UserError, match=r"has changes in 'p\.rpcm-wal'"):
        compact(home / "p.rpcm")
    assert log.read_bytes() == b"changes" and (home / "p.rpcm").stat().st_ino == before
