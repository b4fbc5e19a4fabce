"""What is odd about frames is reported by every command, and what holds nothing is not a success."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.cli import main

H, W = 40, 60
DARK = "looks nearly black"


@pytest.fixture
def dark(tmp_path: Path) -> Path:
    """Two frames whose 16-bit levels are nearly black, and a mask of the first."""
    for name in ("frames", "masks"):
        (tmp_path / name).mkdir()
    for index in range(2):
        Image.fromarray(np.full((H, W), 4000, np.uint16)).save(tmp_path / "frames" / f"{index:05d}.png")
    labels = np.zeros((H, W), np.uint8)
    labels[5:15, 10:20] = 1
    Image.fromarray(labels).save(tmp_path / "masks" / "00000.png")
    return tmp_path


def run(*arguments: Any) -> int:
    return main([str(each) for each in arguments])


def test_that_every_command_reports_what_is_odd_about_the_frames(
    dark: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frames, masks, project = dark / "frames", dark / "masks", dark / "p.rpcm"
    commands: list[tuple[Any, ...]] = [
        ("import", masks, "--format", "masks", "--video", frames, "--out", project),
        ("import", masks, "--format", "masks", "--into", project),
        ("convert", masks, "--from", "masks", "--video", frames, "--to", "coco", "--out", dark / "coco"),
        ("export", project, "--format", "masks", "--out", dark / "out"),
        ("project", "check", project),
        ("project", "relink", project, frames),
    ]
    for command in commands:
        assert run(*command) == 0, command
        shown = capsys.readouterr()
        assert "nearly black" in (shown.out if command[1] == "check" else shown.err), command


def test_that_a_whole_project_with_odd_frames_is_still_whole(dark: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", dark / "masks", "--video", dark / "frames", "--out", dark / "p.rpcm") == 0
    capsys.readouterr()
    assert run("project", "check", dark / "p.rpcm", "--no-video") == 0
    assert capsys.readouterr().out == "The project is whole.\n"


def coco(root: Path, annotations: list[Any], images: int = 1) -> Path:
    listed = [{"id": number, "file_name": f"{number:05d}.png", "width": W, "height": H} for number in range(images)]
    document = {"images": listed, "annotations": annotations, "categories": [{"id": 1, "name": "cat"}]}
    (root / "a.json").write_text(json.dumps(document), "utf-8")
    return root / "a.json"


BOX = {"id": 1, "image_id": 0, "category_id": 1, "iscrowd": 0, "bbox": [1, 1, 5, 5]}


@pytest.mark.parametrize("command", ["import", "convert"])
def test_that_a_dataset_of_which_nothing_can_be_read_is_refused(
    command: str, dark: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = coco(dark, [BOX])
    more = ("--out", dark / "made") if command == "import" else ("--to", "masks", "--out", dark / "made")
    assert run(command, file, "--video", dark / "frames", *more) == 2
    assert "annotation without a mask (a box or points only) was left out." in capsys.readouterr().err
    assert not (dark / "made").exists()


@pytest.mark.parametrize("command", ["import", "convert"])
def test_that_a_dataset_without_clips_is_refused(command: str, dark: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = coco(dark, [], images=0)
    more = ("--out", dark / "made") if command == "import" else ("--to", "masks", "--out", dark / "made")
    assert run(command, file, "--video", dark / "frames", *more) == 2
    assert "lists no clips" in capsys.readouterr().err


def test_that_masks_which_are_all_background_are_a_result(dark: Path) -> None:
    Image.fromarray(np.zeros((H, W), np.uint8)).save(dark / "masks" / "00000.png")
    arguments = ("convert", dark / "masks", "--from", "masks", "--video", dark / "frames", "--to", "coco")
    assert run(*arguments, "--out", dark / "made") == 0
