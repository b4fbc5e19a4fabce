"""Starting from a backbone that was trained elsewhere: read strictly, whatever it is called in the file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from core.errors import UserError
from core.network.preprocess import ColourOrder
from core.network.reference_keys import other_names, reference_name
from core.network.rpcm import Rpcm
from core.network.weights import read_checkpoint

_ENCODER = "feature_extracter."
_BACKBONE = _ENCODER + "backbone."
_IGNORED = ("fc.", "classifier.", "decoder.last_conv.8.")
"""Classifiers of the tasks on which backbones are trained."""
_COUNTERS = "num_batches_tracked"


def start_backbone(network: Rpcm, path: Path) -> ColourOrder:
    """Put a checkpoint's numbers into the network's encoder; returns the order of colours that they expect.

    Two kinds are read, with ``weights_only``: DeepLabv3+ with the reference's names (``backbone.``, ``aspp.``,
    ``decoder.``, with or without ``feature_extracter.`` before them), which sees BGR, and torchvision's ResNet-101,
    which sees RGB and fills the backbone alone. Classifiers and counters in the file are passed over; nothing else is.

    Raises:
        UserError: For a file that is no plain checkpoint, lacks a parameter, has one of another shape, an unknown one,
            or one that is not finite.
    """
    given = {_bare(name): value for name, value in read_checkpoint(path).items() if _counts(_bare(name))}
    torchvision = not any(name.startswith("backbone.") for name in given)
    prefix, module = (_BACKBONE, "encoder.backbone.") if torchvision else (_ENCODER, "encoder.")
    mobilenet = network.config.backbone == "mobilenet"
    own = {name: value for name, value in network.state_dict().items() if name.startswith(module)}
    wanted = {name: reference_name(name, mobilenet).removeprefix(prefix) for name in own}
    aliases = {alias.removeprefix(prefix) for name in own for alias in other_names(reference_name(name, mobilenet))}
    _check(given, {wanted[name]: value for name, value in own.items()}, aliases, path)
    for name, value in own.items():
        value.copy_(given[wanted[name]])
    return "rgb" if torchvision else "bgr"


def _bare(name: str) -> str:
    return name.removeprefix("module.").removeprefix(_ENCODER)


def _counts(name: str) -> bool:
    return not name.startswith(_IGNORED) and not name.endswith(_COUNTERS)


def _check(given: Mapping[str, Tensor], wanted: Mapping[str, Tensor], aliases: set[str], path: Path) -> None:
    problems = {
        "lacks": [name for name in wanted if name not in given],
        "has unknown": [name for name in given if name not in wanted and name not in aliases],
        "has another shape in": [n for n, v in wanted.items() if n in given and given[n].shape != v.shape],
        "is not finite in": [name for name in given if not torch.isfinite(given[name]).all()],
    }
    told = [f"{what} {', '.join(names[:3])}{' ...' if names[3:] else ''}" for what, names in problems.items() if names]
    if told:
        raise UserError(
            f"{path} is no checkpoint of this backbone: it {'; it '.join(told)}.",
            "Give DeepLabv3+ weights with the reference's names, or torchvision's ResNet-101 for --preset resnet101.",
        )
