"""What commands print: any terminal's encoding, pipes that close, names that are not UTF-8."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.cli import console, main
from core.errors import UserError
from core.files.folders import readable
from core.formats import WRITERS
from tests.helpers.media import make_folder

ROOT = Path(__file__).parents[3]


@pytest.fixture
def masks(tmp_path: Path) -> Path:
    video = make_folder(tmp_path / "video", 2)
    with Image.open(video / "00000.png") as image:
        labels = np.zeros((image.height, image.width), np.uint8)
    labels[2:9, 3:11] = 1
    folder = tmp_path / "masks"
    folder.mkdir()
    Image.fromarray(labels).save(folder / "00000.png")
    return folder


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "core.cli", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=False)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_that_letters_the_terminal_does_not_have_are_escaped(masks: Path, encoding: str) -> None:
    project = masks.parent / "clip 猫.rpcm"
    made = run(
        "import", masks, "--video", masks.parent / "video", "--out", project, PYTHONIOENCODING=f"{encoding}:strict"
    )
    assert (made.returncode, b"clip \\u732b.rpcm" in made.stdout) == (0, True), made.stderr
    shown = run("project", "info", project, PYTHONIOENCODING=f"{encoding}:strict")
    assert (shown.returncode, b"clip \\u732b.rpcm" in shown.stdout) == (0, True), shown.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
@pytest.mark.parametrize(("arguments", "code"), [(["--help"], 0), (["project", "check", "PROJECT"], 1)])
def test_that_a_pipe_nobody_reads_changes_neither_the_exit_code_nor_the_words(
    masks: Path, arguments: list[str], code: int
) -> None:
    project = masks.parent / "c.rpcm"
    assert main(["import", str(masks), "--video", str(masks.parent / "video"), "--out", str(project)]) == 0
    (masks.parent / "video" / "00001.png").unlink()
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "core.cli", *(str(project) if each == "PROJECT" else each for each in arguments)]
    done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_that_output_which_cannot_be_written_is_an_error(masks: Path) -> None:
    project = masks.parent / "c.rpcm"
    assert main(["import", str(masks), "--video", str(masks.parent / "video"), "--out", str(project)]) == 0
    command = [sys.executable, "-m", "core.cli", "project", "info", str(project)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"the disk is full" in done.stderr and b"Traceback" not in done.stderr


def test_that_a_stream_without_a_file_keeps_the_error_of_its_pipe_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr(sys, "stdout", Closed())
    console.say("nobody reads this")


def test_that_bytes_of_old_names_are_read_as_windows_1252() -> None:
    assert readable(os.fsdecode(b"caf\xe9 \x80")) == "café €"
    assert readable("a\ud83db\udc81") == "a\ufffdb\ufffd"
    assert readable("猫 café") == "猫 café"


@pytest.fixture
def latin(masks: Path) -> tuple[Path, Path]:
    """Frames, and masks of the same names, whose names are Latin-1."""
    frames, labels = (Path(os.fsdecode(os.fsencode(masks.parent) + name)) for name in (b"/caf\xe9", b"/m\xe9"))
    try:
        frames.mkdir()
    except OSError:
        pytest.skip("the file system takes UTF-8 only")
    labels.mkdir()
    for number in range(2):
        name = os.fsdecode(b"f\xe9%d.png" % number)
        (frames / name).write_bytes((masks.parent / "video" / f"{number:05d}.png").read_bytes())
        (labels / name).write_bytes((masks / "00000.png").read_bytes())
    return frames, labels


@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_that_every_format_holds_names_that_are_not_utf8(latin: tuple[Path, Path], kind: str, tmp_path: Path) -> None:
    frames, labels = latin
    arguments = ["convert", labels, "--from", "masks", "--video", frames, "--to", kind, "--out", tmp_path / "out"]
    assert main([str(each) for each in arguments]) == 0
    names = [str(path) for path in (tmp_path / "out").rglob("*")]
    assert [name for name in names if readable(name) != name] == []
    texts = [path.read_text("utf-8") for path in (tmp_path / "out").rglob("*") if path.suffix in (".txt", ".csv")]
    assert kind != "csv" or "fé0" in texts[0]


def test_that_names_which_become_the_same_are_refused(latin: tuple[Path, Path], tmp_path: Path) -> None:
    frames, labels = latin
    (frames / "fé0.png").write_bytes((frames / os.fsdecode(b"f\xe90.png")).read_bytes())
    (labels / "fé0.png").write_bytes((labels / os.fsdecode(b"f\xe90.png")).read_bytes())
    arguments = ["convert", labels, "--from", "masks", "--video", frames, "--to", "masks", "--out", tmp_path / "out"]
    assert main([str(each) for each in arguments]) == 2
    assert not (tmp_path / "out").exists()
    assert main([*(str(each) for each in arguments), "--naming", "frame"]) == 0


def test_that_a_project_refuses_frames_whose_name_is_not_utf8(
    latin: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frames, labels = latin
    made = tmp_path / "p.rpcm"
    assert main(["import", str(labels), "--format", "masks", "--video", str(frames), "--out", str(made)]) == 2
    assert "has a name that is not UTF-8" in capsys.readouterr().err
    assert not made.exists()


def test_that_a_project_may_lie_in_a_folder_whose_name_is_not_utf8(masks: Path, tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/d\xe9"))
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("the file system takes UTF-8 only")
    made = folder / "p.rpcm"
    assert main(["import", str(masks), "--video", str(masks.parent / "video"), "--out", str(made)]) == 0
    assert main(["project", "check", str(made)]) == 0


def test_that_the_error_of_a_full_disk_names_the_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        name = "<stdout>"

        def write(self, _text: str) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(UserError, match="the disk is full"):
        console.say("lost")
