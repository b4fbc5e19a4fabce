"""The state of a training run in a file: written whole or not at all, read only where it fits the run."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, cast

import torch

from core.errors import UserError, os_user_error
from core.files import staged_file
from core.network.weights import UNPICKLING_FAULTS

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
            f"{path} is the state of a run of the preset '{found}', not '{preset}'.",
            f"Train '{found}' on with --preset {found}, or choose another folder with --out.",
        )
    stored = json.loads(state["config"])
    differing = [name for name in config if stored.get(name) != config[name]]
    if differing:
        name = differing[0]
        raise UserError(
            f"{path} is the state of a network with {name} {stored.get(name)!r}, not {config[name]!r}.",
            "Ask for the same network, or choose another folder with --out.",
        )
    return state


def load_state(path: Path) -> dict[str, Any]:
    """Any training state. Raises UserError for a file that is missing, damaged or no state."""
    if not path.is_file():
        raise UserError(f"There is no training state at {path}.", "Give the folder of a run, the --out of train.")
    try:
        state = torch.load(path, weights_only=True, map_location="cpu")
    except UNPICKLING_FAULTS as error:
        raise UserError(f"{path} is damaged or no training state.", "Remove it to begin anew.") from error
    if not isinstance(state, dict) or not {"network", "average", "optimiser", "step", "spent", "config"} <= set(state):
        raise UserError(f"{path} is no training state.", "Choose another folder with --out.")
    return state
