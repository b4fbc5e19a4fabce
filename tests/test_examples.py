"""Every example runs, and leaves what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np

from core.masks.png import read_label_map, write_label_map
from core.network.compact.model import build_compact
from core.network.weights import save_network, weights_file
from tests.core.network.test_weights import TINY
from tests.helpers.commands import HEIGHT, WIDTH, write_clip, write_davis

ROOT = Path(__file__).resolve().parent.parent


def run(name: str, *words: object) -> str:
    command = [sys.executable, str(ROOT / "examples" / name), *map(str, words)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, check=True, env=environment, capture_output=True, text=True).stdout


def test_that_a_mask_is_propagated(tmp_path: Path) -> None:
    save_network(build_compact(TINY), tmp_path / "tiny.safetensors", "compact")
    labels = np.zeros((HEIGHT, WIDTH), np.uint8)
    labels[8:32, 8:40] = 1
    write_label_map(tmp_path / "first.png", labels)
    clip = write_clip(tmp_path / "clip", frames=3)
    printed = run("propagate.py", clip, tmp_path / "first.png", tmp_path / "masks", tmp_path / "tiny.safetensors")
    assert [path.name for path in sorted((tmp_path / "masks").iterdir())] == ["00001.png", "00002.png"]
    assert read_label_map(tmp_path / "masks" / "00002.png", (HEIGHT, WIDTH), allow_empty=True).max() <= 1
    assert printed.count("unsure") == 2


def test_that_a_data_set_is_converted(tmp_path: Path) -> None:
    dataset = write_davis(tmp_path / "set", {"one": [(1, 2)] * 3})
    assert "3 frames of one" in run("convert.py", dataset, tmp_path / "coco")
    assert list((tmp_path / "coco").rglob("*.json"))


def test_that_a_network_is_trained(tmp_path: Path) -> None:
    dataset = write_davis(tmp_path / "set", {"one": [(1, 2)] * 6})
    (dataset / "ImageSets" / "2017").mkdir(parents=True, exist_ok=True)
    (dataset / "ImageSets" / "2017" / "train.txt").write_text("one\n")
    printed = run("train.py", dataset, tmp_path / "run", 2)
    assert weights_file(printed.strip().splitlines()[-1]).is_file()
