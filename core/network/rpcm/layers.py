"""Layers that the paper's network is made of. Shapes are (batch, channels, height, width)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from core.network.cpu import Activation, activated, channels_last, convolved, stamp_of

PIXELS_AT_ONCE = 2048


class FrozenBatchNorm(nn.Module):
    """Batch normalisation by stored statistics; all four vectors are buffers and never train."""

    EPSILON = 1e-5

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.register_buffer("weight", torch.ones(channels))
        self.register_buffer("bias", torch.zeros(channels))
        self.register_buffer("running_mean", torch.zeros(channels))
        self.register_buffer("running_var", torch.ones(channels))

    def forward(self, x: Tensor) -> Tensor:
        mean, var = self.get_buffer("running_mean"), self.get_buffer("running_var")
        weight, bias = self.get_buffer("weight"), self.get_buffer("bias")
        return F.batch_norm(x, mean, var, weight, bias, training=False, eps=self.EPSILON)

    def line(self) -> tuple[Tensor, Tensor]:
        """Factor and summand (C,) of each channel: all that it comes to."""
        factor = self.get_buffer("weight") / (self.get_buffer("running_var") + self.EPSILON).sqrt()
        return factor, self.get_buffer("bias") - self.get_buffer("running_mean") * factor


class ConvNorm(nn.Module):
    """A convolution that keeps the size (divided by ``stride``) and a normalisation: GroupNorm, or frozen batch norm.

    Args:
        groups: Groups of the GroupNorm; 0 means frozen batch norm.
    """

    def __init__(
        self,
        inputs: int,
        outputs: int,
        kernel: int = 1,
        *,
        stride: int = 1,
        dilation: int = 1,
        groups: int = 0,
        depthwise: bool = False,
        bias: bool = False,
        padded: bool = True,
    ) -> None:
        super().__init__()
        padding = dilation * (kernel // 2) if padded else 0
        conv_groups = inputs if depthwise else 1
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, padding, dilation, conv_groups, bias)
        self.norm: nn.Module = nn.GroupNorm(groups, outputs) if groups else FrozenBatchNorm(outputs)
        self._folded = _Folded()

    def forward(
        self,
        x: Tensor | Sequence[Tensor],
        activation: Activation = "none",
        *,
        scale: Tensor | None = None,
        added: Tensor | None = None,
    ) -> Tensor:
        """``activation(norm(conv(x * scale)) + added)``.

        Args:
            x: (B, C, H, W), or pieces of its channels in order, each (B or 1, C_i, H, W).
            activation: What comes last.
            scale: (B, C, 1, 1), or None; not before a frozen batch norm.
            added: Of the shape of the result, or None.
        """
        pieces = [x] if isinstance(x, Tensor) else x
        if isinstance(self.norm, FrozenBatchNorm) and not torch.is_grad_enabled():
            weight, bias = self._folded.of(self.conv, self.norm, pieces[0].dtype)
            return convolved(stacked(pieces), weight, bias, self.conv, activation, added)
        if torch.is_grad_enabled():
            whole = stacked(pieces)
            result = self.norm(self.conv(whole if scale is None else whole * scale))
            return activated(result if added is None else result + added, activation)
        result = self._normalised(scaled_convolution(pieces, self.conv, scale))
        return activated(result if added is None else result.add_(added), activation)

    def _normalised(self, x: Tensor) -> Tensor:
        assert isinstance(self.norm, nn.GroupNorm), "the other norm is folded into the convolution"
        return F.group_norm(x, self.norm.num_groups, self.norm.weight, self.norm.bias, self.norm.eps)


class _Folded:
    """A convolution and the frozen normalisation after it as one convolution, made again when either changes."""

    def __init__(self) -> None:
        self._made: tuple[Any, Tensor, Tensor] | None = None

    def of(self, conv: nn.Conv2d, norm: FrozenBatchNorm, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
        stamp = (dtype, *(stamp_of(tensor) for tensor in (conv.weight, *norm.buffers())))
        if self._made is None or self._made[0] != stamp:
            factor, summand = norm.line()
            weight = channels_last((conv.weight * factor[:, None, None, None]).to(dtype))
            self._made = (stamp, weight, summand.to(dtype))
        return self._made[1:]

    def __deepcopy__(self, memo: dict[int, Any]) -> _Folded:
        del memo
        return _Folded()

    def __reduce__(self) -> tuple[type[_Folded], tuple[()]]:
        return _Folded, ()


def scaled_convolution(pieces: Sequence[Tensor], conv: nn.Conv2d, scale: Tensor | None) -> Tensor:
    """``conv(x * scale)`` without gradients, of ``x`` (B, C, H, W) in pieces of its channels.

    Of a single image the weights are scaled, which are fewer than pixels, and the pieces are never put together.
    """
    if scale is None or len(scale) > 1:
        x = stacked(pieces)
        x = x if scale is None else x * scale.to(x.dtype)
        return convolved(x, conv.weight.to(x.dtype), _like(conv.bias, x), conv)
    weight = (conv.weight * scale).to(pieces[0].dtype)
    first, *others = zip(pieces, weight.split([piece.shape[1] for piece in pieces], 1), strict=True)
    summed = convolved(*first, _like(conv.bias, pieces[0]), conv)
    for piece, part in others:
        summed = convolved(piece, part, None, conv, added=summed)
    return summed


def _like(bias: Tensor | None, x: Tensor) -> Tensor | None:
    return None if bias is None else bias.to(x.dtype)


def stacked(pieces: Sequence[Tensor]) -> Tensor:
    """Pieces (B or 1, C_i, H, W) as one (B, sum of C_i, H, W)."""
    if len(pieces) == 1:
        return pieces[0]
    count = max(len(piece) for piece in pieces)
    return torch.cat([piece.expand(count, -1, -1, -1) for piece in pieces], 1)


class ChannelGate(nn.Module):
    """Gated channel transformation (GCT): each channel scaled by 0..2 according to its share of the energy."""

    EPSILON = 1e-5

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.alpha = nn.Parameter(torch.ones(1, channels, 1, 1))
        self.gamma = nn.Parameter(torch.zeros(1, channels, 1, 1))
        self.beta = nn.Parameter(torch.zeros(1, channels, 1, 1))

    def forward(self, squares: Tensor) -> Tensor:
        """What each channel is to be scaled by, given its sum of squares; both (B, C, 1, 1)."""
        energy = (squares + self.EPSILON).sqrt() * self.alpha
        spread = (energy.square().mean(1, keepdim=True) + self.EPSILON).sqrt()
        return 1 + torch.tanh(energy * (self.gamma / spread) + self.beta)


def energies(x: Tensor) -> Tensor:
    """Sum of squares of each channel (B, C, 1, 1), at least in single precision."""
    if torch.is_grad_enabled() or x.device.type != "cpu" or len(x) > 1:
        return precise(x).square().sum((2, 3), keepdim=True)
    # Rows of pixels that stay in cache from one step to the next.
    rows = x[0].movedim(0, -1).flatten(0, 1).split(PIXELS_AT_ONCE)
    squares = reduce(torch.add, (precise(some).square().sum(0) for some in rows))
    return squares[None, :, None, None]


class ProxyGate(nn.Module):
    """What the object proxy (B, P) asks each channel to be scaled by: ``1 + tanh(linear(proxy))``, 0..2."""

    def __init__(self, proxy: int, channels: int) -> None:
        super().__init__()
        self.linear = nn.Linear(proxy, channels)

    def forward(self, proxy: Tensor) -> Tensor:
        """(B, C, 1, 1)."""
        return (1 + torch.tanh(self.linear(proxy)))[:, :, None, None]


class Bottleneck(nn.Module):
    """Channel gate, 1x1, 3x3, 1x1 with GroupNorm and a residual; ``stride`` and ``dilation`` belong to the 3x3."""

    GROUPS = 32

    def __init__(self, inputs: int, outputs: int, stride: int = 1, dilation: int = 1) -> None:
        super().__init__()
        inner, groups = outputs // 4, self.GROUPS
        self.gct = ChannelGate(inputs)
        self.reduce = ConvNorm(inputs, inner, groups=groups)
        self.spatial = ConvNorm(inner, inner, 3, stride=stride, dilation=dilation, groups=groups)
        self.expand = ConvNorm(inner, outputs, groups=groups)
        changes = stride != 1 or inputs != outputs
        self.shortcut = ConvNorm(inputs, outputs, stride=stride, groups=groups) if changes else None

    def forward(self, x: Tensor, scale: Tensor) -> Tensor:
        """The block on ``x * scale``, (B, C, H, W) and (B, C, 1, 1).

        Both factors on ``x`` are taken together where it enters a convolution.
        """
        inner = self.reduce(x, "relu", scale=scale * self.gct(energies(x) * scale.square()))
        inner = self.spatial(inner, "relu")
        residual = x * scale.to(x.dtype) if self.shortcut is None else self.shortcut(x, scale=scale)
        result: Tensor = self.expand(inner, "relu", added=residual)
        return result


class GatedBottleneck(nn.Module):
    """A proxy gate, then a bottleneck."""

    def __init__(self, proxy: int, inputs: int, outputs: int, stride: int = 1, dilation: int = 1) -> None:
        super().__init__()
        self.gate = ProxyGate(proxy, inputs)
        self.block = Bottleneck(inputs, outputs, stride, dilation)

    def forward(self, x: Tensor, proxy: Tensor) -> Tensor:
        """``x`` (B, C, H, W) in view of ``proxy`` (B, P)."""
        result: Tensor = self.block(x, self.gate(proxy))
        return result


class GatedConv(nn.Module):
    """A proxy gate, a 3x3 convolution, GroupNorm 32 and ReLU."""

    def __init__(self, proxy: int, inputs: int, outputs: int) -> None:
        super().__init__()
        self.gate = ProxyGate(proxy, inputs)
        self.layer = ConvNorm(inputs, outputs, 3, groups=32)

    def forward(self, x: Tensor | Sequence[Tensor], proxy: Tensor) -> Tensor:
        """``x`` (B, C, H, W), or pieces of its channels, in view of ``proxy`` (B, P)."""
        result: Tensor = self.layer(x, "relu", scale=self.gate(proxy))
        return result


def precise(x: Tensor) -> Tensor:
    """Half precision raised to single, in which sums of squares neither overflow nor lose the differences."""
    return x if x.dtype == torch.float64 else x.float()


def resize(x: Tensor, size: Sequence[int], mode: str = "bilinear") -> Tensor:
    """Bring (B, C, H, W) to ``size``; corners are aligned, as everywhere in the paper's network."""
    if tuple(x.shape[-2:]) == tuple(size):
        return x
    if mode == "bicubic" and x.device.type == "cpu" and not torch.is_grad_enabled():
        return _resize_by_products(x, size, mode)
    return F.interpolate(x, (size[0], size[1]), mode=mode, align_corners=True)


def _resize_by_products(x: Tensor, size: Sequence[int], mode: str) -> Tensor:
    """The same as two products of matrices, several times faster on a processor where channels come last."""
    down, across = (_weights(was, now, mode).to(x.dtype) for was, now in zip(x.shape[-2:], size, strict=True))
    count, channels, height, width = x.shape
    wide = across @ x.permute(0, 2, 3, 1).reshape(count * height, width, channels)
    high = down @ wide.reshape(count, height, -1)
    return high.view(count, size[0], size[1], channels).permute(0, 3, 1, 2)


def _weights(was: int, now: int, mode: str) -> Tensor:
    """How much each of ``was`` places gives to each of ``now``: (now, was)."""
    unit = torch.eye(was, dtype=torch.float64)[None, :, :, None]
    weights: Tensor = F.interpolate(unit, (now, 1), mode=mode, align_corners=True)[0, :, :, 0].T
    return weights


def nearest(channels: Tensor, size: Sequence[int]) -> Tensor:
    """Bring an integer map (H, W) to ``size`` by nearest neighbour."""
    resized = F.interpolate(channels[None, None].float(), (size[0], size[1]), mode="nearest")
    return resized[0, 0].to(channels.dtype)
