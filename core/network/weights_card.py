"""What a file of weights says of itself, several files averaged into one, and notes written into one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from core.errors import UserError
from core.files import read_bytes
from core.network.weights import config_of, load_network, preset_of, read_weights, save_network, weights_file

_STRUCTURE = ("format", "version", "preset", "config")
"""Metadata that say how the network is built; all else are notes."""


@dataclass(frozen=True, slots=True)
class WeightsCard:
    """A file of weights.

    Attributes:
        path, sha256, size: The file, the hash of all its bytes, their number.
        preset, config: Of the network.
        parameters: Numbers in all.
        kinds: Storage types, as torch calls them.
        notes: All else that its metadata say: recipe, steps, data, licence, figures.
    """

    path: Path
    sha256: str
    size: int
    preset: str
    config: Mapping[str, Any]
    parameters: int
    kinds: tuple[str, ...]
    notes: Mapping[str, str]


def weights_card(name_or_path: str | Path) -> WeightsCard:
    """Read a file's card. Raises UserError as :func:`core.network.weights.load_network` does."""
    path = weights_file(name_or_path)
    metadata, state = read_weights(path)
    content = read_bytes(path)
    return WeightsCard(
        path,
        hashlib.sha256(content).hexdigest(),
        len(content),
        preset_of(metadata, path),
        config_of(metadata, path),
        sum(value.numel() for value in state.values()),
        tuple(sorted({str(value.dtype).removeprefix("torch.") for value in state.values()})),
        {key: value for key, value in sorted(metadata.items()) if key not in _STRUCTURE},
    )


def average_weights(files: Sequence[str | Path], out: Path, notes: Mapping[str, str] | None = None) -> None:
    """Write the mean of several files of one network; one file alone is copied, with ``notes`` added to its own.

    Raises:
        UserError: Where a file cannot be read, or is of a network that is built otherwise.
    """
    paths = [weights_file(name) for name in files]
    contents = [read_weights(path) for path in paths]
    first, state = contents[0]
    built = preset_of(first, paths[0]), config_of(first, paths[0])
    for path, (metadata, other) in zip(paths[1:], contents[1:], strict=True):
        if (preset_of(metadata, path), config_of(metadata, path)) != built or not _alike(state, other):
            raise UserError(
                "The networks of {path} and {other} have different structures.",
                "Average only weights with the same preset and configuration.",
                path=path,
                other=paths[0],
            )
    network = load_network(paths[0])
    network.load_state_dict({name: _mean([other[name] for _, other in contents]) for name in state})
    kept = {key: value for key, value in first.items() if key not in _STRUCTURE}
    save_network(network, out, built[0], {**kept, **(notes or {})}, dtype=next(iter(state.values())).dtype)


def _alike(one: Mapping[str, Tensor], other: Mapping[str, Tensor]) -> bool:
    return one.keys() == other.keys() and all(one[name].shape == other[name].shape for name in one)


def _mean(values: Sequence[Tensor]) -> Tensor:
    return torch.stack([value.double() for value in values]).mean(0).float()
