"""Layers that the paper's network is made of. Shapes are (batch, channels, height, width)."""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn


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

    def forward(self, x: Tensor) -> Tensor:
        return self.norm(self.conv(x))  # type: ignore[no-any-return]


class ChannelGate(nn.Module):
    """Gated channel transformation (GCT): each channel scaled by 0..2 according to its share of the energy."""

    EPSILON = 1e-5

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.alpha = nn.Parameter(torch.ones(1, channels, 1, 1))
        self.gamma = nn.Parameter(torch.zeros(1, channels, 1, 1))
        self.beta = nn.Parameter(torch.zeros(1, channels, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        energy = (precise(x).square().sum((2, 3), keepdim=True) + self.EPSILON).sqrt() * self.alpha
        spread = (energy.square().mean(1, keepdim=True) + self.EPSILON).sqrt()
        return x * (1 + torch.tanh(energy * (self.gamma / spread) + self.beta)).to(x.dtype)


class ProxyGate(nn.Module):
    """Scales each channel by 0..2 as the object proxy asks: ``x * (1 + tanh(linear(proxy)))``."""

    def __init__(self, proxy: int, channels: int) -> None:
        super().__init__()
        self.linear = nn.Linear(proxy, channels)

    def forward(self, x: Tensor, proxy: Tensor) -> Tensor:
        return x * (1 + torch.tanh(self.linear(proxy)))[:, :, None, None]


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

    def forward(self, x: Tensor) -> Tensor:
        inner = F.relu(self.spatial(F.relu(self.reduce(self.gct(x)))))
        residual = x if self.shortcut is None else self.shortcut(x)
        return F.relu(self.expand(inner) + residual)


class GatedBottleneck(nn.Module):
    """A proxy gate, then a bottleneck."""

    def __init__(self, proxy: int, inputs: int, outputs: int, stride: int = 1, dilation: int = 1) -> None:
        super().__init__()
        self.gate = ProxyGate(proxy, inputs)
        self.block = Bottleneck(inputs, outputs, stride, dilation)

    def forward(self, x: Tensor, proxy: Tensor) -> Tensor:
        return self.block(self.gate(x, proxy))  # type: ignore[no-any-return]


class GatedConv(nn.Module):
    """A proxy gate, a 3x3 convolution, GroupNorm 32 and ReLU."""

    def __init__(self, proxy: int, inputs: int, outputs: int) -> None:
        super().__init__()
        self.gate = ProxyGate(proxy, inputs)
        self.layer = ConvNorm(inputs, outputs, 3, groups=32)

    def forward(self, x: Tensor, proxy: Tensor) -> Tensor:
        return F.relu(self.layer(self.gate(x, proxy)))


def precise(x: Tensor) -> Tensor:
    """Half precision raised to single, in which sums of squares neither overflow nor lose the differences."""
    return x if x.dtype == torch.float64 else x.float()


def resize(x: Tensor, size: Sequence[int], mode: str = "bilinear") -> Tensor:
    """Bring (B, C, H, W) to ``size``; corners are aligned, as everywhere in the paper's network."""
    if tuple(x.shape[-2:]) == tuple(size):
        return x
    return F.interpolate(x, (size[0], size[1]), mode=mode, align_corners=True)


def nearest(channels: Tensor, size: Sequence[int]) -> Tensor:
    """Bring an integer map (H, W) to ``size`` by nearest neighbour."""
    resized = F.interpolate(channels[None, None].float(), (size[0], size[1]), mode="nearest")
    return resized[0, 0].to(channels.dtype)
