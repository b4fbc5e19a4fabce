"""Saved states of a propagation: safetensors, with the shape of the state as JSON in the metadata."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from core.errors import Text, UserError
from core.files import status_of, write_atomically
from core.files.documents import parse_json
from core.network.compact.model import CompactFeatures, CompactObservation
from core.network.rpcm.model import Features, Observation, Patch
from core.network.rpcm.modulators import Memory
from core.propagation.detail import View
from core.propagation.pool import Limits, PatchPool, Pooled
from core.propagation.state import KeptFrame, SavedState, State

FORMAT = "rpcm-annotator propagation state"
VERSION = "1"

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        SavedState,
        State,
        PatchPool,
        Limits,
        Pooled,
        Observation,
        Features,
        Patch,
        Memory,
        CompactObservation,
        CompactFeatures,
        View,
        KeptFrame,
    )
}


def save_state(saved: SavedState, path: Path) -> None:
    """Write ``saved``; the file is replaced whole or not at all.

    Raises:
        UserError: Where it cannot be written.
    """
    # What follows from the pool is laid out again when it is needed.
    lean = replace(saved, state=replace(saved.state, reference=None))
    tensors: dict[str, Tensor] = {}
    tree = _encoded(lean, tensors)
    metadata = {"format": FORMAT, "version": VERSION, "tree": json.dumps(tree)}
    write_atomically(path, save(tensors, metadata))


def load_state(path: Path, device: str | torch.device = "cpu") -> SavedState:
    """Read what :func:`save_state` wrote, onto ``device``.

    Raises:
        UserError: For a file that is missing, damaged, foreign or of another version.
    """
    if path.exists():
        status_of(path)
    try:
        with safe_open(path, framework="pt", device=str(device)) as file:
            metadata = file.metadata() or {}
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
        if metadata.get("format") != FORMAT or metadata.get("version") != VERSION:
            raise _unreadable(path, Text("it was made by another program or version"))
        saved = _decoded(parse_json(metadata["tree"]), tensors)
    except (SafetensorError, OSError, ValueError, LookupError, TypeError, AttributeError, RuntimeError) as error:
        raise _unreadable(path, str(error)) from error
    if not isinstance(saved, SavedState):
        raise _unreadable(path, Text("it contains something else"))
    return saved


def _unreadable(path: Path, reason: str) -> UserError:
    return UserError(
        "Cannot read {path} as a saved state: {reason}.",
        "Propagate again from an annotated frame.",
        path=path,
        reason=reason,
    )


def _encoded(value: Any, tensors: dict[str, Tensor]) -> Any:
    if isinstance(value, Tensor):
        return _stored(value, tensors)
    if isinstance(value, tuple | list):
        return {type(value).__name__: [_encoded(part, tensors) for part in value]}
    if type(value).__name__ in _KINDS:
        named = {f.name: getattr(value, f.name) for f in fields(value) if not f.name.startswith("_")}
        return {"kind": type(value).__name__, "of": {name: _encoded(part, tensors) for name, part in named.items()}}
    return value


def _stored(value: Tensor, tensors: dict[str, Tensor]) -> dict[str, Any]:
    """The tensor's place in the file, and the order of its axes in memory: sums depend on it in the last bit."""
    order = sorted(range(value.ndim), key=lambda axis: -value.stride()[axis])
    name = str(len(tensors))
    tensors[name] = value.permute(order).clone(memory_format=torch.contiguous_format)
    return {"tensor": name, "order": order}


def _decoded(tree: Any, tensors: Mapping[str, Tensor]) -> Any:
    if not isinstance(tree, dict):
        return tree
    if "tensor" in tree:
        order = tree["order"]
        return tensors[tree["tensor"]].permute(sorted(range(len(order)), key=order.__getitem__))
    if "kind" in tree:
        named = {name: _decoded(part, tensors) for name, part in tree["of"].items()}
        return _KINDS[tree["kind"]](**named)
    ((kind, parts),) = tree.items()
    decoded = [_decoded(part, tensors) for part in parts]
    return tuple(decoded) if kind == "tuple" else decoded
