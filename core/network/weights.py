"""Weights in files: ours (safetensors, the preset in the metadata) and the paper's reference (torch checkpoints).

Networks by name. A preset's builder takes the configuration that is stored with the weights.
"""

from __future__ import annotations

import json
import pickle
import re
import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from core.errors import UserError, os_user_error
from core.files import staged_file, status_of
from core.files.documents import parse_json
from core.network.compact.clicks import ClickConfig, ClickHead
from core.network.compact.model import CompactConfig, CompactNetwork, build_compact
from core.network.interface import SegmentationNetwork
from core.network.reference_keys import other_names, reference_name
from core.network.rpcm.model import Rpcm, RpcmConfig
from core.paths import resource

Builder = Callable[[Mapping[str, Any]], SegmentationNetwork]


def _rpcm(backbone: str) -> Builder:
    return lambda config: Rpcm(RpcmConfig(**{**_known(RpcmConfig, config), "backbone": backbone}))


def _compact(config: Mapping[str, Any]) -> SegmentationNetwork:
    return build_compact(CompactConfig(**_known(CompactConfig, config)))


def click_config(config: Mapping[str, Any]) -> ClickConfig:
    """Sizes of a click head as stored. Raises UserError for sizes that this version does not know or cannot use."""
    known = _known(ClickConfig, config)
    whole = {"shared", "detail", "width", "deep", "fine", "key", "heads"}
    wrong = [
        name
        for name, value in known.items()
        if isinstance(value, bool)
        or not isinstance(value, int if name in whole else int | float)
        or not 0 < value <= (1024 if name in whole else 1e4)
    ]
    if wrong:
        raise UserError(
            "The click head in these weights is invalid ({wrong}).", "Export the weights again.", wrong=wrong[0]
        )
    return ClickConfig(**known)


def _known(kind: type[Any], config: Mapping[str, Any]) -> dict[str, Any]:
    """The configuration as the dataclass ``kind`` takes it; JSON has made lists of its tuples."""
    unknown = sorted(set(config) - {field.name for field in fields(kind)})
    if unknown:
        raise UserError(
            "These weights need {names}, which this version does not support.",
            "Update the program, or use weights made for this version.",
            names=", ".join(unknown),
        )
    return {name: tuple(value) if isinstance(value, list) else value for name, value in config.items()}


PRESETS: dict[str, Builder] = {"resnet101": _rpcm("resnet101"), "mobilenet": _rpcm("mobilenet"), "compact": _compact}


def build(preset: str, config: Mapping[str, Any] | None = None) -> SegmentationNetwork:
    """A freshly initialised network of a preset.

    Raises:
        UserError: For an unknown preset or configuration.
    """
    if preset not in PRESETS:
        raise UserError(
            "There is no preset '{preset}'.", "Choose one of: {names}.", preset=preset, names=", ".join(PRESETS)
        )
    return PRESETS[preset](config or {})


FORMAT = "rpcm-annotator weights"
VERSION = 1
REFERENCE_PRESETS = ("resnet101", "mobilenet")

UNPICKLING_FAULTS = (
    *(pickle.UnpicklingError, zipfile.BadZipFile, RuntimeError, EOFError, OSError, ValueError, LookupError, TypeError),
    *(AttributeError, AssertionError, ArithmeticError, struct.error),
)
"""What ``torch.load`` raises for files that are damaged or made to do harm."""
_CLICKS = "clicks"
"""In the metadata: how the click head is built, and the encoder that it was made for."""
_WRAPPERS = ("state_dict", "model", "model_state_dict", "net")
"""Under which checkpoints hold their tensors, if not at the top, beside optimisers and counters."""
_WRAPPING = re.compile(r"^((module|_orig_mod)\.)+")
"""Training on several devices and compiling put this before every name."""


def load_network(
    name_or_path: str | Path, device: str | torch.device = "cpu", precision: str = "fp32", preset: str | None = None
) -> SegmentationNetwork:
    """Load bundled weights by name (``"compact"``) or a file of ours, ready for evaluation.

    Args:
        name_or_path: A bundled name, or a ``.safetensors`` file.
        device: Where the network goes.
        precision: ``"fp64"`` gives a network in double precision, every other name one in single.
        preset: Refuse weights of any other preset.

    Raises:
        UserError: For a file that is missing, damaged, foreign, of another preset or version, or not of this network.
    """
    path = weights_file(name_or_path)
    metadata, state = read_weights(path)
    found = preset_of(metadata, path)
    if preset is not None and found != preset:
        raise UserError(
            "{name} contains weights of the preset '{found}', not '{preset}'.",
            "Use weights of '{preset}'.",
            name=path.name,
            found=found,
            preset=preset,
        )
    network = build(found, config_of(metadata, path))
    _attach_clicks(network, metadata, path)
    _check(state, network.state_dict(), path)
    network.load_state_dict(state)
    return network.to(device, torch.float64 if precision == "fp64" else torch.float32).eval()


def _attach_clicks(network: SegmentationNetwork, metadata: Mapping[str, str], path: Path) -> None:
    """Give the network the click head that the metadata describe, where they do."""
    if _CLICKS not in metadata or not isinstance(network, CompactNetwork):
        return
    try:
        network.clicks = described_head(metadata[_CLICKS])
    except ValueError as error:
        raise UserError(
            "{path} has no description of its click head.", "Export the weights again.", path=path
        ) from error


def described_head(text: str) -> ClickHead:
    """A fresh click head from the JSON that weights and training states have. Raises ValueError, UserError."""
    described = parse_json(text)
    if not isinstance(described, dict) or not isinstance(described.get("config"), dict):
        raise ValueError("no description of a head")
    return ClickHead(click_config(described["config"]), str(described.get("encoder", "")))


def stored_network(name_or_path: str | Path) -> tuple[str, dict[str, Any]]:
    """Preset and configuration of a file of ours. Raises UserError as :func:`load_network` does."""
    path = weights_file(name_or_path)
    metadata, _ = read_weights(path)
    return preset_of(metadata, path), config_of(metadata, path)


def weights_metadata(name_or_path: str | Path) -> dict[str, str]:
    """The metadata of a file of ours. Raises UserError as :func:`load_network` does."""
    return read_weights(weights_file(name_or_path))[0]


def save_network(
    network: SegmentationNetwork,
    path: str | Path,
    preset: str,
    notes: Mapping[str, str] | None = None,
    dtype: torch.dtype = torch.float32,
) -> None:
    """Write weights with all that is needed to load them: preset, configuration (colour order among it), version.

    Args:
        network: One whose ``config`` has ``as_dict()``.
        path: The file, replaced whole or not at all, and only where it holds weights of this program.
        preset: Name in ``PRESETS``.
        notes: Further metadata, for example how the weights were trained.
        dtype: Storage type; ``torch.float16`` halves the file.
    """
    config = network.config.as_dict()
    metadata = {
        **(notes or {}),
        "format": FORMAT,
        "version": str(VERSION),
        "preset": preset,
        "config": json.dumps(config),
    }
    if isinstance(network, CompactNetwork) and network.clicks is not None:
        metadata[_CLICKS] = json.dumps({"config": network.clicks.config.as_dict(), "encoder": network.clicks.encoder})
    state = {name: value.detach().to("cpu", dtype).contiguous() for name, value in network.state_dict().items()}
    path = Path(path)
    _refuse_foreign(path)
    try:
        with staged_file(path) as staged:
            save_file(state, staged.path, metadata)
            staged.commit()
    except UserError as error:
        raise UserError("Cannot write {path}: {reason}", error.hint, path=path, reason=error.message) from error
    except SafetensorError as error:
        raise UserError(
            "Cannot write {path}: {reason}.",
            "Free some disk space or choose another folder.",
            path=path,
            reason=error,
        ) from error


def _refuse_foreign(path: Path) -> None:
    """Raise UserError where something is at ``path`` that is not weights of this program."""
    if not path.exists():
        return
    try:
        preset_of(read_weights(path)[0], path)
    except UserError as error:
        raise UserError(
            "'{path}' already exists and does not contain weights of RPCM Annotator.",
            "Choose another name.",
            path=path,
        ) from error


def import_reference(path: str | Path, preset: str) -> SegmentationNetwork:
    """Load a checkpoint with the reference implementation's parameter names, strictly.

    Raises:
        UserError: For a file that is not a plain checkpoint, or that lacks, adds or reshapes a parameter.
    """
    path = Path(path)
    if preset not in REFERENCE_PRESETS:
        raise UserError(
            "The reference has no '{preset}' network.",
            "Choose {names}.",
            preset=preset,
            names=" or ".join(REFERENCE_PRESETS),
        )
    network = build(preset)
    given = read_checkpoint(path)
    _refuse_other_backbone(given, preset, path)
    names = {name: _reference_names(name, preset) for name in network.state_dict()}
    _check(given, {name: value for own, value in network.state_dict().items() for name in names[own]}, path)
    for first, *others in names.values():
        _check_one_tensor(given, first, others, path)
    network.load_state_dict({name: given[first] for name, (first, *_) in names.items()})
    return network.eval()


def _refuse_other_backbone(given: Mapping[str, Tensor], preset: str, path: Path) -> None:
    """Say so where a checkpoint is of the reference's other network, in place of a list of a thousand names."""
    other = next(name for name in REFERENCE_PRESETS if name != preset)
    stem = reference_name("encoder.backbone.stem.conv.weight", mobilenet=other == "mobilenet")
    if stem in given:
        raise UserError(
            "{path} contains weights of the preset '{other}', not '{preset}'.",
            "Use --preset {other}.",
            path=path,
            other=other,
            preset=preset,
        )


def _reference_names(name: str, preset: str) -> list[str]:
    """Every name that the reference has for our parameter ``name``, its proper one first."""
    own = reference_name(name, mobilenet=preset == "mobilenet")
    return [own, *other_names(own)]


def _check_one_tensor(given: Mapping[str, Tensor], first: str, others: Iterable[str], path: Path) -> None:
    for other in others:
        if not torch.equal(given[first], given[other]):
            raise UserError(
                "In {path}, {first} and {other} are the same tensor but have different values.",
                "Export the checkpoint again.",
                path=path,
                first=first,
                other=other,
            )


def weights_file(name_or_path: str | Path) -> Path:
    """The file of bundled weights (by preset or name) or a path as it stands.

    Raises:
        UserError: Where there is no such file.
    """
    bundled = resource("weights", f"rpcm-{name_or_path}.safetensors")
    path = Path(name_or_path)
    if str(name_or_path).isidentifier() and (bundled.is_file() or not path.exists()):
        path = bundled
    if path.is_file():
        return path
    names = ", ".join(sorted(p.stem.removeprefix("rpcm-") for p in resource("weights").glob("rpcm-*.safetensors")))
    raise UserError(
        "There are no weights '{name}' ({path}).",
        "Choose bundled weights ({names}) or a file.",
        name=name_or_path,
        path=path,
        names=names or "none",
    )


def read_weights(path: Path) -> tuple[dict[str, str], dict[str, Tensor]]:
    """Metadata and tensors of a safetensors file. Raises UserError where it cannot be read."""
    status_of(path)
    try:
        with safe_open(path, framework="pt") as file:
            metadata = file.metadata() or {}
            return metadata, {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except (SafetensorError, OSError) as error:
        raise UserError(
            "{path} is damaged or not a safetensors file ({reason}).",
            "Use weights made by RPCM Annotator. To convert a checkpoint of the reference, run `rpcm weights import`.",
            path=path,
            reason=error,
        ) from error


def preset_of(metadata: Mapping[str, str], path: Path) -> str:
    """The preset that the metadata name. Raises UserError for a file that is not ours or of another version."""
    preset = metadata.get("preset")
    if metadata.get("format") != FORMAT or preset not in PRESETS:
        raise UserError(
            "{path} does not contain weights of RPCM Annotator.",
            "Use weights made by RPCM Annotator. To convert a checkpoint of the reference, run `rpcm weights import`.",
            path=path,
        )
    if metadata.get("version") != str(VERSION):
        raise UserError(
            "{path} uses version {version} of the weights format, but this program reads version {known}.",
            "Update the program.",
            path=path,
            version=metadata.get("version"),
            known=VERSION,
        )
    return preset


def config_of(metadata: Mapping[str, str], path: Path) -> dict[str, Any]:
    """How the network is built. Raises UserError where the metadata do not say."""
    try:
        config = parse_json(metadata.get("config", ""))
    except ValueError:
        config = None
    if not isinstance(config, dict):
        raise UserError("{path} has no description of its network.", "Export the weights again.", path=path)
    return config


def read_checkpoint(path: Path) -> dict[str, Tensor]:
    """The tensors by name in a file written by ``torch.save`` or by safetensors; nothing in it is executed.

    Raises:
        UserError: For a file that is missing, damaged, or holds anything but tensors by name.
    """
    loaded = read_weights(path)[1] if path.suffix == ".safetensors" and path.is_file() else _unpickled(path)
    if isinstance(loaded, dict):
        loaded = next((loaded[name] for name in _WRAPPERS if isinstance(loaded.get(name), dict)), loaded)
    if not isinstance(loaded, dict) or not all(isinstance(value, Tensor) for value in loaded.values()):
        raise UserError(
            "{path} does not contain named tensors.",
            "Use a checkpoint that is a state_dict, or contains one as {names}.",
            path=path,
            names=", ".join(_WRAPPERS),
        )
    bare = {_WRAPPING.sub("", str(name)): value for name, value in loaded.items()}
    if len(bare) < len(loaded):
        raise UserError(
            "{path} has some tensor names both with and without 'module.'.", "Export the checkpoint again.", path=path
        )
    return bare


def _unpickled(path: Path) -> Any:
    if path.exists():
        status_of(path)
    try:
        return torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError as error:
        raise UserError("There is no file {path}.", "Check the name of the checkpoint.", path=path) from error
    except (IsADirectoryError, PermissionError) as error:
        raise os_user_error(error, path, "read") from error
    except UNPICKLING_FAULTS as error:
        raise UserError(
            "{path} is not a checkpoint, is incomplete, or contains code.",
            "Use a checkpoint made by torch.save that contains tensors only.",
            path=path,
        ) from error


def _check(given: Mapping[str, Tensor], wanted: Mapping[str, Tensor], path: Path) -> None:
    """Refuse a state that is not exactly the one wanted, or that is not finite."""
    shapes = {name: f"{name} is {list(given[name].shape)} instead of {list(wanted[name].shape)}" for name in wanted
              if name in given and given[name].shape != wanted[name].shape}  # fmt: skip
    problems = {
        "lacks": [name for name in wanted if name not in given],
        "has unknown": [name for name in given if name not in wanted],
        "has the wrong shape:": list(shapes.values()),
        "is not finite in": [name for name in given if not torch.isfinite(given[name]).all()],
    }
    told = [f"{what} {_some(names)}" for what, names in problems.items() if names]
    if told:
        raise UserError(
            "{path} does not match this network: it {problems}.",
            "Use weights of the same network, or export or download them again.",
            path=path,
            problems="; it ".join(told),
        )


def _some(names: Iterable[str]) -> str:
    names = list(names)
    shown = ", ".join(names[:4])
    return shown if len(names) <= 4 else f"{shown} and {len(names) - 4} more"
