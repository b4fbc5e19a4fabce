"""Dense arithmetic on CPUs: convolutions with what follows them, matrices laid out once, work shared with a helper."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any, Literal, TypeVar

import torch
import torch.nn.functional as F
from torch import Tensor, nn

Activation = Literal["none", "relu", "relu6"]

_FUSED: dict[Activation, tuple[str, list[float]]] = {
    "none": ("none", []),
    "relu": ("relu", []),
    "relu6": ("hardtanh", [0.0, 6.0]),
}


def convolved(
    x: Tensor,
    weight: Tensor,
    bias: Tensor | None,
    form: nn.Conv2d,
    activation: Activation = "none",
    added: Tensor | None = None,
) -> Tensor:
    """``activation(conv(x) + added)`` of ``x`` (B, C, H, W).

    Args:
        x: (B, C, H, W).
        weight: As of ``form``, in the type of ``x``.
        bias: (outputs,) or None.
        form: The convolution whose stride, padding, dilation and groups are meant.
        activation: What comes last.
        added: Of the shape of the result, or None.
    """
    if _fuses(x):
        return _fused(x, weight, bias, form, activation, added)
    x = F.conv2d(x, weight, bias, form.stride, form.padding, form.dilation, form.groups)
    return activated(x if added is None else x + added, activation)


class Convolution(nn.Conv2d):
    """A convolution whose weights, where no gradient is asked for, stay laid out as the processor's routine wants them.

    A network of many small convolutions spends more time casting and reordering weights than multiplying otherwise.
    """

    def __init__(
        self,
        inputs: int,
        outputs: int,
        kernel: int,
        stride: int = 1,
        padding: int = 0,
        groups: int = 1,
        bias: bool = True,
    ) -> None:
        super().__init__(inputs, outputs, kernel, stride, padding, groups=groups, bias=bias)
        self._laid_out = _LaidOut()

    def forward(self, x: Tensor) -> Tensor:
        """(B, inputs, h, w) -> (B, outputs, h / stride, w / stride), in the type that autocast asks for."""
        return self.then(x)

    def then(self, x: Tensor, activation: Activation = "none", added: Tensor | None = None) -> Tensor:
        """``activation(conv(x) + added)`` of ``x`` (B, C, H, W)."""
        cast = x.to(computing_type(x))
        if _fuses(cast):
            weight, bias = self._laid_out.of(self, cast)
            return _fused(cast, weight, bias, self, activation, None if added is None else added.to(cast.dtype))
        result = self._conv_forward(x, self.weight, self.bias)
        return activated(result if added is None else result + added, activation)


_LAYOUTS = 6
"""Sizes of images for which weights are kept laid out."""


class _LaidOut:
    """Weights and bias of a convolution as oneDNN wants them, made again when they change.

    There is a layout for each of the last few sizes of images: its routine for another size often wants another one,
    and would spend four times as long as the convolution takes on bringing the weights into it.
    """

    def __init__(self) -> None:
        self._made: dict[Any, tuple[Tensor, Tensor | None]] = {}

    def of(self, conv: nn.Conv2d, x: Tensor) -> tuple[Tensor, Tensor | None]:
        stamp = (x.dtype, *(stamp_of(part) for part in (conv.weight, conv.bias) if part is not None))
        key = (stamp, x.shape)
        # Read once: another thread may be at it.
        made = self._made.get(key)
        if made is None:
            where = (list(conv.padding), list(conv.stride), list(conv.dilation))
            weight = conv.weight.detach().to(x.dtype)
            laid = torch.ops.mkldnn._reorder_convolution_weight(weight, *where, conv.groups, list(x.shape))
            made = (laid, None if conv.bias is None else conv.bias.detach().to(x.dtype))
            others = [(old, value) for old, value in self._made.items() if old[0] == stamp and old != key]
            self._made = dict([*others[-(_LAYOUTS - 1) :], (key, made)])
        return made

    def __deepcopy__(self, memo: dict[int, Any]) -> _LaidOut:
        del memo
        return _LaidOut()

    def __reduce__(self) -> tuple[type[_LaidOut], tuple[()]]:
        return _LaidOut, ()


def stamp_of(tensor: Tensor) -> tuple[int, int]:
    """Another one after every change, except where torch forbids changes and counts none."""
    return tensor.data_ptr(), 0 if tensor.is_inference() else tensor._version


def inner_products(rows: Tensor, columns: Tensor) -> Tensor:
    """``rows @ columns.T`` of (Q, C) and (M, C): (Q, M).

    On a processor it is a convolution of an image one pixel wide: oneDNN's convolutions are as fast on every make of
    processor, other libraries' products of matrices are not, and in half precision too.
    """
    if not _fuses(rows):
        return rows @ columns.T
    image = rows[None, :, None].permute(0, 3, 1, 2)
    weight = columns[:, :, None, None]
    where: tuple[list[int], ...] = ([0, 0], [1, 1], [1, 1])
    products = torch.ops.mkldnn._convolution_pointwise(image, weight, None, *where, 1, "none", [], "")
    result: Tensor = products[0, :, :, 0].T
    return result


def activated(x: Tensor, activation: Activation) -> Tensor:
    """``x``, of any shape, through the activation, in its own place where no gradient asks for what stood there."""
    if activation == "none":
        return x
    inplace = not torch.is_grad_enabled()
    return F.relu(x, inplace) if activation == "relu" else F.relu6(x, inplace)


def channels_last(x: Tensor) -> Tensor:
    """``x`` (B, C, H, W) laid out pixel by pixel, as processors and tensor cores like it."""
    return x.contiguous(memory_format=torch.channels_last)


def computing_type(x: Tensor) -> torch.dtype:
    """The type that autocast asks for, or else that of ``x``, whatever its shape."""
    kind = x.device.type
    return torch.get_autocast_dtype(kind) if torch.is_autocast_enabled(kind) else x.dtype


def _fuses(x: Tensor) -> bool:
    if x.device.type != "cpu" or torch.is_grad_enabled() or not _has_onednn():
        return False
    return x.dtype == torch.float32 or (x.dtype == torch.bfloat16 and _has_bf16())


@cache
def _has_onednn() -> bool:
    return torch.backends.mkldnn.is_available() and hasattr(torch.ops.mkldnn, "_convolution_pointwise")


@cache
def _has_bf16() -> bool:
    return bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def _fused(
    x: Tensor, weight: Tensor, bias: Tensor | None, form: nn.Conv2d, activation: Activation, added: Tensor | None
) -> Tensor:
    where = (form.padding, form.stride, form.dilation, form.groups)
    x, convolution = channels_last(x), torch.ops.mkldnn._convolution_pointwise
    if added is None:
        result: Tensor = convolution(x, weight, bias, *where, *_FUSED[activation], "")
        return result
    # After a sum the operation knows no activation but this one.
    last = "relu" if activation == "relu" else None
    x = convolution.binary(x, channels_last(added), weight, bias, *where, "add", None, last, [], "")
    return x if last else activated(x, activation)


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
        return _has_linear_kernels() and bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())
    return matrix.dtype == torch.float32 and _has_linear_kernels()


def _has_linear_kernels() -> bool:
    # On other processors than x86 the operators are missing or differ.
    return torch.backends.mkldnn.is_available() and torch.backends.cpu.get_cpu_capability().startswith("AVX")


T = TypeVar("T")
U = TypeVar("U")


def shared_out(work: Callable[[T], U], parts: Sequence[T], device: torch.device) -> list[U]:
    """``work`` done with every part, in their order; each part's result is the same whichever thread computes it."""
    if not _worth_helping(len(parts), device):
        return [work(part) for part in parts]
    todo, done = deque(enumerate(parts)), dict[int, U]()

    def drain() -> None:
        # Inference mode belongs to a thread.
        with torch.inference_mode():
            while todo:
                try:
                    place, part = todo.popleft()
                except IndexError:
                    return
                done[place] = work(part)

    with ThreadPoolExecutor(1, "rpcm-helper", torch.set_num_threads, (1,)) as helper:
        helping = helper.submit(drain)
        drain()
        helping.result()
    return [done[place] for place in range(len(parts))]


def _worth_helping(parts: int, device: torch.device) -> bool:
    """Whether there is a core that torch's own threads do not use, and nobody wants gradients."""
    alone = device.type == "cpu" and torch.get_num_threads() == 1 and torch.is_inference_mode_enabled()
    return alone and parts > 1 and _cores() > 1


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
