"""Turn a training state into weights that people can use."""

from __future__ import annotations

import json
from pathlib import Path

import torch

from core.errors import UserError
from core.network.presets import build
from core.network.weights import save_network


def export_state(state_file: Path, destination: Path) -> int:
    """Write the averaged weights of a run as half-precision safetensors; returns the steps trained.

    Raises:
        UserError: Where the state is missing.
    """
    if not state_file.exists():
        raise UserError(f"There is no training state at {state_file}.", "Give the folder of a run, the --out of train.")
    state = torch.load(state_file, weights_only=True, map_location="cpu")
    network = build("compact", json.loads(state["config"]))
    network.load_state_dict(state["average"])
    notes = {"steps": str(state["step"]), "recipe": state["recipe"], "seconds": f"{state['spent']:.0f}"}
    save_network(network, destination, "compact", notes, dtype=torch.float16)
    return int(state["step"])
