"""A project whose video changed since it was annotated: every command that would use its frames refuses."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.cli import main
from core.errors import UserError
from core.masks.png import write_label_map
from core.project.frames import open_frames, open_unchanged
from core.project.store import ProjectStore, SourceReference
from core.training.material import unpack_project
from core.types import ObjectInfo
from core.video.source import open_source

FRAMES, HEIGHT, WIDTH = 6, 32, 48


def write_frames(folder: Path) -> Path:
    """Numbered pictures, each of another grey."""
    folder.mkdir()
    for index in range(FRAMES):
        Image.new("RGB", (WIDTH, HEIGHT), (index * 40,) * 3).save(folder / f"{index:05d}.png")
    return folder


def reference_of(media: Path) -> SourceReference:
    """How the frames at ``media`` are now."""
    with open_source(media) as source:
        return SourceReference(
            source.path, source.fingerprint(), source.frame_count, source.height, source.width, source.fps
        )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a square on every frame; a data set of one mask and a seed lie beside."""
    media = write_frames(tmp_path / "frames")
    with closing(ProjectStore.create(tmp_path / "p.rpcm", reference_of(media))) as store:
        store.objects.add(ObjectInfo(1, "cat", (1, 2, 3)))
        for index in range(FRAMES):
            mask = np.zeros((HEIGHT, WIDTH), np.bool_)
            mask[4:12, 4 * index : 4 * index + 8] = True
            store.set_annotations(index, {1: mask})
    write_label_map(tmp_path / "masks" / "00000.png", np.eye(HEIGHT, WIDTH, dtype=np.uint8))
    return tmp_path / "p.rpcm"


def said_by(project: Path) -> list[object]:
    """Its masks, its history and its state."""
    with closing(ProjectStore.open(project, read_only=True)) as store:
        masks = [store.annotations.counts(index) for index in range(FRAMES)]
        return [masks, store.history.latest(), store.objects.all()]


def lose_first(folder: Path) -> None:
    """Every mask would lie on the frame after its own."""
    (folder / "00000.png").unlink()


def resize(folder: Path) -> None:
    """As many frames, of another size."""
    for file in folder.iterdir():
        Image.open(file).resize((WIDTH * 2, HEIGHT * 2)).save(file)


def shift(folder: Path) -> None:
    """The same number and size: what was cut off in front was added behind."""
    for index in range(FRAMES):
        Image.new("RGB", (WIDTH, HEIGHT), (index * 40 + 120, index, 7)).save(folder / f"{index:05d}.png")


CHANGES = {"count": lose_first, "size": resize, "content": shift}
COMMANDS = {
    "export": ["export", "p.rpcm", "--format", "davis", "--out", "out"],
    "overlay": ["export", "p.rpcm", "--format", "overlay", "--out", "out"],
    "propagate": ["propagate", "p.rpcm", "--out", "out"],
    "propagate a seed": ["propagate", "p.rpcm", "--seed", "masks/00000.png", "--out", "out"],
    "import": ["import", "masks", "--format", "masks", "--into", "p.rpcm"],
    "collect": ["project", "collect", "p.rpcm", "--out", "out"],
    "adapt": ["adapt", "p.rpcm", "--seconds", "1"],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_that_a_command_refuses_frames_that_changed(
    project: Path,
    command: list[str],
    change: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(project.parent)
    change(project.parent / "frames")
    before = said_by(project)
    assert main(command) == 2
    told = capsys.readouterr().err
    assert "annotated" in told and "rpcm project relink p.rpcm" in told
    assert not (project.parent / "out").exists()
    assert said_by(project) == before


def test_that_training_refuses_frames_that_changed(project: Path) -> None:
    shift(project.parent / "frames")
    with pytest.raises(UserError, match="changed since it was annotated"):
        unpack_project(project, project.parent / "material")
    assert not (project.parent / "material").exists()


def test_that_accepting_the_change_lets_it_be_used_again(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project.parent)
    shift(project.parent / "frames")
    assert main(["project", "relink", "p.rpcm", "frames", "--accept-other"]) == 0
    assert main(["export", "p.rpcm", "--format", "davis", "--out", "out"]) == 0
    assert len(list((project.parent / "out" / "Annotations").rglob("*.png"))) == FRAMES


def test_that_a_copy_elsewhere_is_the_same_video(project: Path) -> None:
    shutil.copytree(project.parent / "frames", project.parent / "moved")
    shutil.rmtree(project.parent / "frames")
    assert main(["project", "relink", str(project), str(project.parent / "moved")]) == 0
    with closing(ProjectStore.open(project)) as store, open_frames(store) as source:
        assert source.frame_count == FRAMES


def test_that_frames_that_change_while_they_are_open_are_refused(project: Path) -> None:
    media = project.parent / "frames"
    seen = reference_of(media)
    open_unchanged(media, seen).close()
    shift(media)
    with pytest.raises(UserError, match="changed on disk while it was open"):
        open_unchanged(media, seen)
