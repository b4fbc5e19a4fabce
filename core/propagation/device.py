"""Which device and precision a run uses, from the names that settings and command lines carry."""

from __future__ import annotations

from typing import Literal, get_args

import torch

from core.errors import UserError

Precision = Literal["fp64", "fp32", "bf16", "fp16"]

_BF16_INSTRUCTIONS = {"amx_bf16": "AMX", "avx512_bf16": "AVX512-bf16"}
"""As torch's list of a processor's capabilities calls them, and as people do."""


def resolve_device(name: str) -> torch.device:
    """The device called ``name`` (``"auto"``, ``"cpu"``, ``"cuda"``, ``"cuda:1"``, ``"mps"``).

    Raises:
        UserError: Where this machine has no such device.
    """
    if name == "auto":
        return torch.device(next((kind for kind in ("cuda", "mps") if _available(kind)), "cpu"))
    kind, _, number = name.partition(":")
    if kind not in ("cpu", "cuda", "mps") or not _available(kind, int(number) if number.isdigit() else 0):
        raise UserError(
            "The device '{name}' is not available.",
            "Choose auto or cpu. `rpcm doctor` lists the available devices.",
            name=name,
        )
    return torch.device(name)


def resolve_precision(name: str, device: torch.device) -> Precision:
    """The precision called ``name``; ``"auto"`` is bf16 where the device multiplies in it natively, else fp32.

    Raises:
        UserError: For an unknown name, or double precision on a device without it.
    """
    if name == "auto":
        return "bf16" if _has_bf16(device) else "fp32"
    if name == "fp64" and device.type == "mps":
        raise UserError(
            "The device 'mps' does not support double precision.", "Use --device cpu for fp64, or fp32 on mps."
        )
    for precision in get_args(Precision):
        if precision == name:
            known: Precision = precision
            return known
    raise UserError(
        "There is no precision '{name}'.",
        "Choose one of: auto, {names}.",
        name=name,
        names=", ".join(get_args(Precision)),
    )


def bf16_instructions() -> tuple[str, ...]:
    """Those of AVX512-bf16 and AMX that this processor has; without them bf16 is emulated, which gains nothing."""
    found = torch.cpu.get_capabilities()
    return tuple(shown for name, shown in _BF16_INSTRUCTIONS.items() if found.get(name))


def _has_bf16(device: torch.device) -> bool:
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    return device.type == "cpu" and bool(bf16_instructions())


def _available(kind: str, number: int = 0) -> bool:
    if kind == "cuda":
        return number < torch.cuda.device_count()
    return kind == "cpu" or torch.backends.mps.is_available()
