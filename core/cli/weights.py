"""``rpcm weights``: checkpoints of the paper's reference brought into the program's own format."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command

if TYPE_CHECKING:
    from core.cli.arguments import Commands

_EXAMPLE = "rpcm weights import rpcm_resnet101.pth rpcm-resnet101.safetensors --preset resnet101"


def add_parser(commands: Commands) -> None:
    """Add the command and what it can do."""
    parser = add_command(commands, "weights", "Bring in weights of the paper's reference", _EXAMPLE, run_import)
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    bring = add_command(
        actions, "import", "Convert a checkpoint with the reference's parameter names, strictly", _EXAMPLE, run_import
    )
    bring.add_argument("file", type=Path, metavar="FILE", help="a checkpoint made by torch.save, tensors only")
    bring.add_argument("out", type=Path, metavar="OUT.safetensors", help="the weights to write")
    bring.add_argument("--preset", required=True, choices=("resnet101", "mobilenet"), help="the checkpoint's network")


def run_import(arguments: argparse.Namespace) -> int:
    """Convert and write; nothing is dropped, nothing is left as initialised."""
    from core.network.weights import import_reference, save_network

    network = import_reference(arguments.file, arguments.preset)
    save_network(network, arguments.out, arguments.preset, {"source": arguments.file.name})
    state = network.state_dict().values()
    console.say(f"{len(state)} tensors, {sum(value.numel() for value in state):,} numbers: {arguments.out}")
    return 0
