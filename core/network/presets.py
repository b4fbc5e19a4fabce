"""Networks by name. A preset's builder takes the configuration that is stored with the weights."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from core.errors import UserError
from core.network.compact import CompactConfig, build_compact
from core.network.compact_clicks import ClickConfig
from core.network.interface import SegmentationNetwork
from core.network.rpcm import Rpcm, RpcmConfig

AnyNetwork = SegmentationNetwork[Any, Any, Any, Any]
Builder = Callable[[Mapping[str, Any]], AnyNetwork]


def _rpcm(backbone: str) -> Builder:
    return lambda config: Rpcm(RpcmConfig(**{**_known(RpcmConfig, config), "backbone": backbone}))


def _compact(config: Mapping[str, Any]) -> AnyNetwork:
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
        raise UserError(f"The click head in these weights has no usable {wrong[0]}.", "Export the weights again.")
    return ClickConfig(**known)


def _known(kind: type[Any], config: Mapping[str, Any]) -> dict[str, Any]:
    """The configuration as the dataclass ``kind`` takes it; JSON has made lists of its tuples."""
    unknown = sorted(set(config) - {field.name for field in fields(kind)})
    if unknown:
        raise UserError(
            f"These weights ask for {', '.join(unknown)}, which this version does not know.",
            "Update the program, or use weights made for this version.",
        )
    return {name: tuple(value) if isinstance(value, list) else value for name, value in config.items()}


PRESETS: dict[str, Builder] = {"resnet101": _rpcm("resnet101"), "mobilenet": _rpcm("mobilenet"), "compact": _compact}


def build(preset: str, config: Mapping[str, Any] | None = None) -> AnyNetwork:
    """A freshly initialised network of a preset.

    Raises:
        UserError: For an unknown preset or configuration.
    """
    if preset not in PRESETS:
        raise UserError(f"There is no preset '{preset}'.", f"Choose one of {', '.join(PRESETS)}.")
    return PRESETS[preset](config or {})
