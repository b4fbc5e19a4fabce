"""Training on several processes, and a run that is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import torch

from core.cli import main
from core.network.compact.model import CompactConfig, build_compact
from core.training.run import STATE
from tests.helpers.training import write_davis, write_stills

RECIPE = ["--clips", "2", "--size", "64", "--late-size", "64", "--late-length", "3", "--precision", "fp32"]


def command_for(folder: Path) -> list[str]:
    """Four steps of the compact recipe, saved after each, on data written to ``folder``; ``--out`` is missing."""
    data = ["--data", str(write_davis(folder / "davis")), "--stills", str(write_stills(folder / "stills"))]
    return ["train", *data, *RECIPE, "--steps", "4", "--save-every", "0", "--workers", "0"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("training")


@pytest.fixture(scope="module")
def command(folder: Path) -> list[str]:
    return command_for(folder)


@pytest.fixture(scope="module")
def alone(command: list[str], folder: Path) -> dict[str, Any]:
    """The state after a run that nothing disturbed, on one process."""
    assert main([*command, "--out", str(folder / "alone")]) == 0
    return state_of(folder / "alone")


def started(command: Sequence[str], repository: Path) -> subprocess.Popen[str]:
    """The command in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(repository), "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(
        [sys.executable, *command], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def state_of(folder: Path) -> dict[str, Any]:
    state: dict[str, Any] = torch.load(folder / STATE, weights_only=True)
    return state


@pytest.mark.parametrize(("how", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGTERM, 130)])
def test_that_a_killed_run_continues_bit_by_bit(
    command: list[str], alone: dict[str, Any], tmp_path: Path, repository: Path, how: signal.Signals, code: int
) -> None:
    run = started(["-m", "core.cli", *command, "--out", str(tmp_path / "killed")], repository)
    state = tmp_path / "killed" / STATE
    # Killed while it trains: as soon as it has a first state, wherever it is with the next.
    while not state.is_file():
        assert run.poll() is None, run.communicate()
    run.send_signal(how)
    run.communicate()
    # On a machine where the parent sleeps long enough the run may have ended before.
    assert run.returncode in (code, 0)
    assert 1 <= state_of(tmp_path / "killed")["step"] <= 4
    assert main([*command, "--out", str(tmp_path / "killed")]) == 0
    resumed = state_of(tmp_path / "killed")
    assert resumed["step"] == alone["step"] == 4
    for part in ("network", "average"):
        for name, value in alone[part].items():
            assert torch.equal(value, resumed[part][name]), name


def test_that_torchrun_with_two_processes_trains_as_one_does(
    command: list[str], alone: dict[str, Any], tmp_path: Path, repository: Path
) -> None:
    torchrun = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", "-m", "core.cli"]
    run = started([*torchrun, *command, "--out", str(tmp_path / "two")], repository)
    output, errors = run.communicate(timeout=300)
    assert run.returncode == 0, errors
    assert output.count("4 steps; weights in") == 1, output
    two = state_of(tmp_path / "two")
    assert two["step"] == 4
    torch.manual_seed(0)
    begun = build_compact(CompactConfig()).state_dict()
    moved, apart = distance(alone["network"], begun), distance(alone["network"], two["network"])
    # AdamW divides by the gradient's own size, so that rounding alone moves some weights by a part of their step:
    # 0.0016 of the whole movement when this was written, and other clips would make it about 1.
    assert apart < 0.02 * moved


def distance(one: Mapping[str, torch.Tensor], other: Mapping[str, torch.Tensor]) -> float:
    """Euclidean, over all weights."""
    return float(torch.stack([(value - other[name]).square().sum() for name, value in one.items()]).sum().sqrt())


def test_that_spawned_processes_tell_what_is_wrong(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    command = command_for(tmp_path)
    masks = tmp_path / "davis" / "Annotations" / "480p" / "one"
    for mask in masks.iterdir():
        mask.write_bytes(b"no picture")
    assert main([*command, "--processes", "2", "--out", str(tmp_path / "run")]) == 2
    told = capfd.readouterr().err
    assert "damaged or not an image" in told
    assert "Save the mask as an indexed" in told
    assert not (tmp_path / "run" / STATE).exists()
