"""No value in a project file is believed: whatever is in it, every command ends with a result or a message."""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from core.cli import main
from core.errors import UserError
from core.project.codec import decode_reliability
from core.project.errors import DamagedError, UnpackError
from core.project.store import ProjectStore
from tests.helpers.hostile_projects import WHOLE_PLACES, change, make_project, spoilt_fields

SPOILT = dict(spoilt_fields())
REFUSED = [name for name in WHOLE_PLACES if name not in ("no objects", "no results", "no runs")]
PROGRAMS = [name for name in REFUSED if name.startswith("a")]
COMMANDS = {
    "info": ["project", "info", "p.rpcm"],
    "check": ["project", "check", "p.rpcm"],
    "export": ["export", "p.rpcm", "--format", "soft", "--out", "out"],
    "repair": ["project", "repair", "p.rpcm"],
    "compact": ["project", "compact", "p.rpcm"],
    "collect": ["project", "collect", "p.rpcm", "--out", "collected"],
    "import": ["import", "masks", "--format", "masks", "--into", "p.rpcm"],
    "relink": ["project", "relink", "p.rpcm", "clip", "--accept-other"],
    "adapt": ["adapt", "p.rpcm", "--off"],
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    made = make_project(folder)
    assert main(["export", str(made), "--format", "masks", "--out", str(folder / "masks")]) == 0
    return folder


@pytest.fixture
def project(good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(good, tmp_path / "p")
    monkeypatch.chdir(tmp_path / "p")
    return tmp_path / "p" / "p.rpcm"


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=list(SPOILT))
def test_that_no_command_fails_on_any_value(
    spoil: Callable[[Path], None], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(project)
    for words in (COMMANDS["info"], COMMANDS["export"]):
        assert main(words) in (0, 2)
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err and "\u202e" not in told.out + told.err


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(
    "spoilt",
    [
        *("source.height=huge", "source.fps=infinite", "source.relative=blob", "objects.id=huge", "objects.name=blob"),
        *("annotations.counts=wraps", "predictions.counts=too long", "predictions.score=text", "maps.entropy=blob"),
        *("runs.request=nested", "results.unsure_share=text", "reviewed.run=text", "pins.run=huge"),
        *("state.value=nested", "history.at=blob", *WHOLE_PLACES),
    ],
)
def test_that_no_command_fails_on_what_is_worst(spoilt: str, name: str, project: Path) -> None:
    SPOILT[spoilt](project)
    assert main(COMMANDS[name]) in (0, 1, 2)


@pytest.mark.parametrize("name", REFUSED)
def test_that_a_project_with_a_foreign_program_or_layout_is_not_opened(name: str, project: Path) -> None:
    SPOILT[name](project)
    for read_only in (True, False):
        with pytest.raises(UserError):
            ProjectStore.open(project, read_only=read_only)


@pytest.mark.parametrize("name", PROGRAMS)
def test_that_repair_leaves_out_what_is_not_ours(name: str, project: Path) -> None:
    SPOILT[name](project)
    assert main(COMMANDS["repair"]) == 0
    with closing(ProjectStore.open(project.with_name("p.repaired.rpcm"))) as store:
        assert store.annotated_frames() == (0,)
        assert [each.name for each in store.objects.all()] == ["thing 1", "thing 2"]


def test_that_a_run_length_that_wraps_is_damage_although_its_checksum_holds(project: Path) -> None:
    SPOILT["annotations.counts=wraps"](project)
    with closing(ProjectStore.open(project, read_only=True)) as store, pytest.raises(DamagedError, match="run lengths"):
        store.effective_labels(0)


def test_that_a_map_is_unpacked_to_its_size_and_no_further() -> None:
    bomb = zlib.compress(bytes(50_000_000))
    with pytest.raises(UnpackError, match="7 bytes or more in the place of 6"):
        decode_reliability(bomb, 6, 8)
    with pytest.raises(UnpackError, match="in the place of 6"):
        decode_reliability(zlib.compress(bytes(6))[:-4], 6, 8)


def test_that_a_change_of_masks_that_do_not_fit_is_not_carried_out(project: Path) -> None:
    packed = '"{\\"masks\\": [\\"MDA=\\"], \\"frames\\": {\\"0\\": {\\"1\\": 0}}}"'
    insert = "INSERT OR REPLACE INTO state VALUES (?, ?)"
    change(project, (insert, ("pending", packed)), (insert, ("pending-done", '{"upto": -1, "others": []}')))
    with closing(ProjectStore.open(project)) as store:
        assert store.notes and store.effective_labels(0).any()
