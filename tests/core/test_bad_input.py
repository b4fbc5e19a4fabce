"""Everything that the user can hand in by mistake, from the command line: exit code 2, what is wrong, what to do."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file, save_file
from torch import Tensor

from core.cli import main
from core.masks.png import write_label_map
from core.network.compact.model import build_compact
from core.network.reference_keys import other_names, reference_name
from core.network.weights import build, save_network
from tests.core.network.test_weights import TINY
from tests.helpers.commands import HEIGHT, WIDTH, moving, write_clip

State = dict[str, Tensor]


@pytest.fixture(scope="module")
def reference_state() -> State:
    state: State = {}
    for name, value in build("mobilenet").state_dict().items():
        own = reference_name(name, mobilenet=True)
        state |= dict.fromkeys([own, *other_names(own)], value)
    return state


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    write_label_map(tmp_path / "seed.png", moving(0, 1))
    return write_clip(tmp_path / "clip", frames=3)


def refused(words: list[object], capsys: pytest.CaptureFixture[str]) -> str:
    """What a refused command says."""
    assert main([str(word) for word in words]) == 2
    told = capsys.readouterr().err
    problem, advice = told.strip().splitlines()[-2:]
    assert problem.startswith("rpcm: ") and advice.startswith("      ") and len(advice) > 20
    return told


def propagate(clip: Path, *more: object) -> list[object]:
    seed, out = clip.parent / "seed.png", clip.parent / "out"
    return ["propagate", clip, "--seed", seed, "--out", out, "--device", "cpu", *more]


def truncated(state: State, path: Path) -> None:
    torch.save(state, path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def with_nan(state: State, path: Path) -> None:
    torch.save(state | {"fg_bias": torch.full((1, 1, 1, 1), torch.nan)}, path)


class Trap:
    """Runs a program where it is unpickled."""

    def __reduce__(self) -> Any:
        return print, ("the trap has sprung",)


def with_code(state: State, path: Path) -> None:
    torch.save({**state, "trap": Trap()}, path)


def with_code_alone(state: State, path: Path) -> None:
    path.write_bytes(pickle.dumps(Trap(), protocol=2))


def reshaped(state: State, path: Path) -> None:
    torch.save(state | {"bg_bias": torch.zeros(2, 1, 1, 1)}, path)


def lacking(state: State, path: Path) -> None:
    torch.save({name: value for name, value in state.items() if name != "bn1.weight"}, path)


CHECKPOINTS: list[tuple[Callable[[State, Path], None], str]] = [
    (truncated, "is incomplete"),
    (with_nan, "is not finite in fg_bias"),
    (with_code, "contains code"),
    (with_code_alone, "contains code"),
    (reshaped, "bg_bias is [2, 1, 1, 1] instead of [1, 1, 1, 1]"),
    (lacking, "lacks bn1.weight"),
]


@pytest.mark.parametrize(("spoil", "message"), CHECKPOINTS)
def test_that_spoilt_checkpoints_are_refused_and_nothing_is_written(
    spoil: Callable[[State, Path], None],
    message: str,
    reference_state: State,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given, out = tmp_path / "given.pth", tmp_path / "out.safetensors"
    spoil(reference_state, given)
    told = refused(["weights", "import", given, out, "--preset", "mobilenet"], capsys)
    assert message in told and "given.pth" in told and "sprung" not in told
    assert not out.exists() and not list(tmp_path.glob("*.part"))


def test_that_an_import_tells_a_missing_file_and_a_missing_folder(
    reference_state: State, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = ["--preset", "mobilenet"]
    assert "no file" in refused(["weights", "import", tmp_path / "none.pth", tmp_path / "o", *wanted], capsys)
    torch.save(reference_state, tmp_path / "good.pth")
    nowhere = tmp_path / "good.pth" / "o.safetensors"
    assert "Cannot write" in refused(["weights", "import", tmp_path / "good.pth", nowhere, *wanted], capsys)


def test_that_a_checkpoint_of_the_reference_is_told_how_to_be_brought_in(
    clip: Path, reference_state: State, capsys: pytest.CaptureFixture[str]
) -> None:
    torch.save(reference_state, clip.parent / "given.pth")
    assert "rpcm weights import" in refused(propagate(clip, "--weights", clip.parent / "given.pth"), capsys)


def test_that_the_paper_with_weights_of_another_network_is_refused(
    clip: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_network(build_compact(TINY), clip.parent / "tiny.safetensors", "compact")
    told = refused(propagate(clip, "--paper", "--weights", clip.parent / "tiny.safetensors"), capsys)
    assert "cannot reproduce" in told and "--paper" in told


def test_that_weights_cut_short_or_with_nan_are_refused(clip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = clip.parent / "tiny.safetensors"
    save_network(build_compact(TINY), path, "compact")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert "damaged" in refused(propagate(clip, "--weights", path), capsys)
    path.write_bytes(whole)
    from safetensors import safe_open

    with safe_open(path, framework="pt") as file:
        metadata = file.metadata()
    save_file(load_file(path) | {"scales": torch.full((3,), torch.inf)}, path, metadata)
    assert "is not finite in scales" in refused(propagate(clip, "--weights", path), capsys)


def test_that_more_objects_than_ids_are_refused(clip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = (np.arange(HEIGHT * WIDTH).reshape(HEIGHT, WIDTH) % 300).astype(np.uint16)
    Image.fromarray(many).save(clip.parent / "seed.png")
    assert "254" in refused(propagate(clip), capsys)


def test_that_a_seed_without_a_pixel_of_an_object_is_refused(clip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_label_map(clip.parent / "seed.png", np.zeros((HEIGHT, WIDTH), np.uint8))
    assert "seed.png" in refused(propagate(clip), capsys)


def test_that_an_object_too_small_to_be_seen_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "clip"
    folder.mkdir()
    for index in range(2):
        Image.new("RGB", (256, 192)).save(folder / f"{index}.png")
    labels = np.zeros((192, 256), np.uint8)
    labels[101, 202] = 5
    write_label_map(tmp_path / "seed.png", labels)
    save_network(build_compact(TINY), tmp_path / "tiny.safetensors", "compact")
    told = refused(propagate(folder, "--weights", tmp_path / "tiny.safetensors"), capsys)
    assert "object 5 is too small" in told and "--full-resolution" in told


@pytest.mark.parametrize(("width", "height", "message"), [(31, 64, "too small"), (8193, 40, "too large")])
def test_that_frames_too_small_or_too_large_are_refused(
    width: int, height: int, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "clip"
    folder.mkdir()
    for index in range(2):
        Image.new("RGB", (width, height)).save(folder / f"{index}.png")
    write_label_map(tmp_path / "seed.png", np.ones((height, width), np.uint8))
    told = refused(propagate(folder), capsys)
    assert message in told and f"{width}x{height}" in told


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--tau", "0"], "tau is 0"),
        (["--tau", "-3"], "tau is -3"),
        (["--alpha", "0"], "alpha is 0.0"),
        (["--alpha", "1.2"], "alpha is 1.2"),
        (["--alpha", "nan"], "alpha is nan"),
        (["--alpha", "inf", "--entropy", "nats"], "alpha is inf"),
        (["--paper", "--alpha", "6"], "alpha is 6.0"),
        (["--pool-pixels", "0"], "0 pixels"),
        (["--scales", "0.1"], "scales [0.1]"),
        (["--scales", "nan"], "scales [nan]"),
    ],
)
def test_that_settings_out_of_range_are_refused(
    words: list[str], message: str, clip: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert message in refused(propagate(clip, *words), capsys)
    assert not (clip.parent / "out" / "masks").exists()
