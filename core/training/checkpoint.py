"""The state of a training run in a file: written whole or not at all, read only where it fits the run.

Turn a training state into weights that people can use.
"""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

import torch

from core.errors import UserError, os_user_error
from core.files import staged_file
from core.network.compact.model import CompactNetwork
from core.network.weights import UNPICKLING_FAULTS, build, described_head, save_network

OLD_PRESET = "compact"
"""Of states that do not say theirs."""


def write_state(path: Path, state: Mapping[str, Any]) -> None:
    """Write ``state`` beside ``path``, flush it to the disk, then rename it.

    Raises:
        UserError: Where the disk is full or not writable; what was at ``path`` stays.
    """
    with staged_file(path) as staged:
        with staged.path.open("wb") as file:
            writer = _Writer(file)
            try:
                torch.save(dict(state), cast(BinaryIO, writer))  # it needs no more than write and flush
            except RuntimeError as error:
                # torch's writer hides what the disk said.
                if writer.failure is None:
                    raise
                raise os_user_error(writer.failure, path, "write") from error
            file.flush()
            os.fsync(file.fileno())
        staged.commit()


class _Writer:
    """Writes to ``file`` and remembers what the system said where that failed."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.failure: OSError | None = None

    def write(self, data: bytes) -> int:
        try:
            return self._file.write(data)
        except OSError as error:
            self.failure = error
            raise

    def flush(self) -> None:
        self._file.flush()


def read_state(path: Path, preset: str, config: Mapping[str, Any]) -> dict[str, Any]:
    """The state at ``path``, tensors on the processor.

    Raises:
        UserError: For a file that is missing, damaged or no state, of another preset, or of another configuration.
    """
    state = load_state(path)
    found = state.get("preset", OLD_PRESET)
    if found != preset:
        raise UserError(
            "{path} is the training state of the preset '{found}', not '{preset}'.",
            "Continue with --preset {found}, or choose another folder with --out.",
            path=path,
            found=found,
            preset=preset,
        )
    stored = json.loads(state["config"])
    differing = [name for name in config if stored.get(name) != config[name]]
    if differing:
        name = differing[0]
        raise UserError(
            "{path} is the state of a network with {name} = {value}, not {wanted}.",
            "Use the same network, or choose another folder with --out.",
            path=path,
            name=name,
            value=repr(stored.get(name)),
            wanted=repr(config[name]),
        )
    return state


def load_state(path: Path) -> dict[str, Any]:
    """Any training state. Raises UserError for a file that is missing, damaged or no state."""
    if not path.is_file():
        raise UserError(
            "There is no training state at {path}.", "Use the folder of a training run (its --out).", path=path
        )
    try:
        # Every state is a ZIP; what torch also reads, plain pickles and tars, is never handed to it.
        if not zipfile.is_zipfile(path):
            raise ValueError("no ZIP file")
        state = torch.load(path, weights_only=True, map_location="cpu")
    except UNPICKLING_FAULTS as error:
        raise UserError("{path} is damaged or not a training state.", "Remove it to start over.", path=path) from error
    if not isinstance(state, dict) or not {"network", "average", "optimiser", "step", "spent", "config"} <= set(state):
        raise UserError("{path} is not a training state.", "Choose another folder with --out.", path=path)
    return state


@dataclass(frozen=True, slots=True)
class Exported:
    """The file of weights, and how many steps and seconds were trained."""

    weights: Path
    steps: int
    seconds: float


def export_state(state_file: Path, folder: Path) -> Exported:
    """Write the averaged weights of a run as ``rpcm-<preset>.safetensors`` into ``folder``.

    The compact network's are stored in half precision, the paper's as they are.

    Raises:
        UserError: Where the state is missing or damaged, or the disk is full.
    """
    state = load_state(state_file)
    preset = state.get("preset", OLD_PRESET)
    preset = "compact" if preset == "clicks" else preset
    network = build(preset, json.loads(state["config"]))
    if isinstance(network, CompactNetwork) and "clicks" in state:
        network.clicks = described_head(state["clicks"])
    network.load_state_dict(state["average"])
    notes = {"steps": str(state["step"]), "recipe": state["recipe"], "seconds": f"{state['spent']:.0f}"}
    destination = folder / f"rpcm-{preset}.safetensors"
    dtype = torch.float16 if preset == "compact" else torch.float32
    save_network(network, destination, preset, notes, dtype=dtype)
    return Exported(destination, int(state["step"]), float(state["spent"]))
