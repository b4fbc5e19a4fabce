"""One matrix, laid out once for many products, by the fastest routine that this processor has.

MKL, behind torch's plain products, multiplies single precision on AMD processors at less than half of what oneDNN does.
oneDNN is reached through the operators that torch's own compiler uses.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

Product = Callable[[Tensor], Tensor]
"""Rows (Q, C) -> (Q, R)."""


def packed(matrix: Tensor, bias: Tensor | None, rows: int) -> Product:
    """The map ``x -> x matrix^T + bias``, which autocast leaves alone.

    Args:
        matrix: (R, C).
        bias: (R,) or None.
        rows: How many rows of ``x`` mostly come at once.
    """
    if not _onednn_takes(matrix):
        return lambda x: _plain(x, matrix, bias)
    ready = torch.ops.mkldnn._reorder_linear_weight(matrix, rows)
    return lambda x: torch.ops.mkldnn._linear_pointwise(x, ready, bias, "none", [], "")


def _plain(x: Tensor, matrix: Tensor, bias: Tensor | None) -> Tensor:
    with torch.autocast(x.device.type, enabled=False):
        return F.linear(x, matrix, bias)


def _onednn_takes(matrix: Tensor) -> bool:
    """Whether oneDNN multiplies by ``matrix`` here. It records no gradients."""
    if matrix.device.type != "cpu" or torch.is_grad_enabled():
        return False
    if matrix.dtype == torch.bfloat16:
        return _has_onednn() and bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())
    return matrix.dtype == torch.float32 and _has_onednn()


def _has_onednn() -> bool:
    # On other processors than x86 the operators are missing or differ.
    return torch.backends.mkldnn.is_available() and torch.backends.cpu.get_cpu_capability().startswith("AVX")
