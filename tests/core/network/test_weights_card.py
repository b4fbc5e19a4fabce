"""What weights say of themselves, and the mean of several."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import torch

from core.cli import main
from core.errors import UserError
from core.network.compact.model import build_compact
from core.network.weights import load_network, save_network
from core.network.weights_card import average_weights, weights_card
from tests.core.network.test_weights import TINY


def written(folder: Path, name: str, value: float) -> Path:
    network = build_compact(TINY)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.fill_(value)
    save_network(network, folder / name, "compact", {"steps": "7"}, dtype=torch.float16)
    return folder / name


def test_that_the_card_says_what_the_file_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "a.safetensors", 0.5)
    card = weights_card(path)
    assert card.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (card.preset, card.kinds, card.notes) == ("compact", ("float16",), {"steps": "7"})
    assert card.parameters == sum(p.numel() for p in build_compact(TINY).parameters())
    assert main(["weights", "info", str(path)]) == 0
    shown = capsys.readouterr().out
    assert card.sha256 in shown and "steps:       7" in shown and "short_side 64" in shown


def test_that_the_bundled_weights_show_their_card(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["weights", "info", "compact"]) == 0
    assert weights_card("compact").sha256 in capsys.readouterr().out


def test_that_weights_are_averaged_and_notes_kept(tmp_path: Path) -> None:
    files = [written(tmp_path, f"{value}.safetensors", value) for value in (0.25, 0.75)]
    out = tmp_path / "mean.safetensors"
    command = ["weights", "average", *map(str, files), "--out", str(out), "--note", "data=clips of our own"]
    assert main(command) == 0
    assert all(bool((parameter == 0.5).all()) for parameter in load_network(out).parameters())
    assert weights_card(out).notes == {"steps": "7", "data": "clips of our own"}
    assert weights_card(out).kinds == ("float16",)


def test_that_networks_built_otherwise_are_not_averaged(tmp_path: Path) -> None:
    first = written(tmp_path, "a.safetensors", 0.5)
    save_network(build_compact(), tmp_path / "b.safetensors", "compact")
    with pytest.raises(UserError, match="different structures"):
        average_weights([first, tmp_path / "b.safetensors"], tmp_path / "out.safetensors")
    assert not (tmp_path / "out.safetensors").exists()


def test_that_a_note_needs_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["weights", "average", "compact", "--out", str(tmp_path / "o"), "--note", "words"])
    assert "write KEY=TEXT" in capsys.readouterr().err
