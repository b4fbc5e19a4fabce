"""``rpcm weights``: what a file of weights holds, averages of several, and checkpoints of the paper's reference."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.network.weights_card import WeightsCard

_IMPORT = "rpcm weights import rpcm_resnet101.pth rpcm-resnet101.safetensors --preset resnet101"
_AVERAGE = "rpcm weights average a.safetensors b.safetensors --out mean.safetensors --note data='DAVIS 2016'"
_EXAMPLES = f"rpcm weights info compact\n  {_AVERAGE}\n  {_IMPORT}"


def add_parser(commands: Commands) -> None:
    """Add the command and what it can do."""
    parser = add_command(commands, "weights", "Show, average or bring in weights", _EXAMPLES, run_info)
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    info = add_command(actions, "info", "Show the card of a file of weights", "rpcm weights info compact", run_info)
    info.add_argument("file", metavar="NAME|FILE", help="bundled weights or a file")
    mean = add_command(actions, "average", "Average several files of one network", _AVERAGE, run_average)
    mean.add_argument("files", nargs="+", metavar="NAME|FILE", help="weights of one preset and configuration")
    mean.add_argument("--out", required=True, type=Path, metavar="OUT.safetensors", help="the weights to write")
    mean.add_argument(
        "--note", nargs="+", default=[], type=_note, metavar="KEY=TEXT", help="shown by rpcm weights info"
    )
    bring = add_command(
        actions, "import", "Convert a checkpoint with the reference's parameter names, strictly", _IMPORT, run_import
    )
    bring.add_argument("file", type=Path, metavar="FILE", help="a checkpoint made by torch.save, tensors only")
    bring.add_argument("out", type=Path, metavar="OUT.safetensors", help="the weights to write")
    bring.add_argument("--preset", required=True, choices=("resnet101", "mobilenet"), help="the checkpoint's network")


def run_info(arguments: argparse.Namespace) -> int:
    """Print a card, one fact a line."""
    from core.network.weights_card import weights_card

    for name, value in _facts(weights_card(arguments.file)):
        console.say(f"{name + ':':12} {value}")
    return 0


def _facts(card: WeightsCard) -> Iterator[tuple[str, str]]:
    yield "file", str(card.path)
    yield "size", f"{card.size / 2**20:.1f} MiB, {card.parameters:,} numbers, {', '.join(card.kinds)}"
    yield "SHA-256", card.sha256
    yield "preset", card.preset
    yield "network", ", ".join(f"{name} {value}" for name, value in card.config.items())
    yield from card.notes.items()


def run_average(arguments: argparse.Namespace) -> int:
    """Average and write."""
    from core.network.weights_card import average_weights

    average_weights(arguments.files, arguments.out, dict(arguments.note))
    console.say(f"weights: {arguments.out}")
    return 0


def run_import(arguments: argparse.Namespace) -> int:
    """Convert and write; nothing is dropped, nothing is left as initialised."""
    from core.network.weights import import_reference, save_network

    network = import_reference(arguments.file, arguments.preset)
    save_network(network, arguments.out, arguments.preset, {"source": arguments.file.name})
    state = network.state_dict().values()
    console.say(f"{len(state)} tensors, {sum(value.numel() for value in state):,} numbers: {arguments.out}")
    return 0


def _note(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.isidentifier():
        raise argparse.ArgumentTypeError(f"'{text}' is not a note: write KEY=TEXT")
    return key, value
