"""Turn a training state into weights that people can use."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch

from core.network.compact.model import CompactNetwork
from core.network.weights import build, described_head, save_network
from core.training.state_file import OLD_PRESET, load_state


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
