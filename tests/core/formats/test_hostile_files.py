"""Pipes, sockets, devices and circles of links in the place of a file: refused at once by every command."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from core import files
from core.cli import main
from core.errors import UserError
from core.exchange.detection import candidates
from core.files.documents import parse_json
from core.files.pictures import open_picture
from core.formats import reader
from core.masks.png import read_label_map, write_label_map
from core.network.weights import load_network, read_checkpoint
from core.propagation.state_file import load_state
from core.training.data.footage import read_image
from core.video.image_folder import ImageFolder
from core.video.source import open_source
from tests.helpers.commands import moving, write_clip

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files in folders")

Place = Callable[[Path], Path]


def pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def circle(path: Path) -> Path:
    path.symlink_to(path)
    return path


def device(path: Path) -> Path:
    path.symlink_to("/dev/zero")
    return path


def listening(path: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(os.path.relpath(path))
    return path


ODD = [pipe, circle, device, listening]
READERS: dict[str, Callable[[Path], object]] = {
    "text.json": files.read_text,
    "text.txt": files.read_bytes,
    "mask.png": read_label_map,
    "clip.mp4": open_source,
    "stack.tif": open_source,
    "frames/f00.png": lambda path: ImageFolder(path.parent),
    "frame.jpg": read_image,
    "given.pth": read_checkpoint,
    "given.safetensors": load_network,
    "state": load_state,
    "instances.json": candidates,
    "annotations.xml": lambda path: reader("cvat").sequences(path),
    "meta.json": lambda path: reader("coco").sequences(path),
}


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)  # the name of a socket may have 108 bytes
    yield


@pytest.mark.parametrize("make", ODD)
@pytest.mark.parametrize("name", READERS)
def test_that_what_is_no_file_is_refused_by_every_reader(name: str, make: Place, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    with pytest.raises(UserError):
        READERS[name](make(path))


@pytest.mark.parametrize("make", ODD)
@pytest.mark.parametrize(
    "words",
    [
        ["propagate", "odd", "--seed", "seed.png", "--out", "out"],
        ["propagate", "clip", "--seed", "odd", "--out", "out"],
        ["propagate", "clip", "--seed", "seed.png", "--weights", "odd", "--out", "out"],
        ["import", "odd", "--out", "new.rpcm"],
        ["import", "masks", "--video", "odd", "--out", "new.rpcm"],
        ["convert", "odd", "--to", "masks", "--out", "out"],
        ["export", "odd", "--format", "masks", "--out", "out"],
        ["project", "check", "odd"],
        ["project", "info", "odd"],
        ["project", "repair", "odd"],
        ["project", "compact", "odd"],
        ["project", "collect", "odd", "--out", "out"],
        ["project", "relink", "odd", "clip"],
        ["adapt", "odd"],
        ["weights", "import", "odd", "out", "--preset", "mobilenet"],
    ],
    ids=" ".join,
)
def test_that_what_is_no_file_is_refused_by_every_command(
    words: list[str], make: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_clip(tmp_path / "clip", frames=2)
    write_label_map(tmp_path / "seed.png", moving(0, 1))
    write_label_map(tmp_path / "masks" / "f00.png", moving(0, 1))
    make(tmp_path / "odd")
    assert main(words) == 2
    assert "rpcm: " in capsys.readouterr().err
    assert not (tmp_path / "out").exists() and not (tmp_path / "new.rpcm").exists()


def test_that_a_pipe_is_called_one(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="it is a pipe"):
        files.read_text(pipe(tmp_path / "p"))


def test_that_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "sparse.json").open("wb") as file:
        file.truncate(files.MOST_TEXT + 1)
    with pytest.raises(UserError, match="too large"):
        files.read_text(tmp_path / "sparse.json")


def test_that_a_picture_that_would_start_another_program_is_not_opened(tmp_path: Path) -> None:
    Image.fromarray(np.zeros((4, 4, 3), np.uint8)).save(tmp_path / "x.eps")
    (tmp_path / "x.eps").rename(tmp_path / "x.png")
    with pytest.raises(UserError, match="spoilt"):
        open_picture(tmp_path / "x.png", UserError("spoilt", ""))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "TIFF", "WEBP", "GIF", "PPM", "TGA", "JPEG2000", "MPO"])
def test_that_pictures_of_the_usual_kinds_are_opened(kind: str, tmp_path: Path) -> None:
    Image.fromarray(np.zeros((8, 8, 3), np.uint8)).save(tmp_path / "x.png", kind)
    with open_picture(tmp_path / "x.png", UserError("spoilt", "")) as image:
        assert image.size == (8, 8)


def test_that_json_nested_without_end_is_told() -> None:
    with pytest.raises(ValueError, match="nested too deeply"):
        parse_json("[" * 200_000)


def test_that_a_video_whose_title_is_no_utf_8_is_read(tmp_path: Path) -> None:
    """Found by fuzzing."""
    path = tmp_path / "clip.mp4"
    with av.open(str(path), "w") as container:
        container.metadata["title"] = "QTITLEQTITLE"
        track = container.add_stream("mpeg4", rate=25)
        track.width, track.height, track.pix_fmt = 64, 48, "yuv420p"
        picture = av.VideoFrame.from_ndarray(np.zeros((48, 64, 3), np.uint8))
        container.mux([*track.encode(picture), *track.encode()])
    assert b"QTITLEQTITLE" in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(b"QTITLE", b"\x95TITLE"))
    with open_source(path) as source:
        assert source.frame_count == 1
