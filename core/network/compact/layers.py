"""Building blocks of the compact network: all dense convolutions, which CPUs run fastest in bf16."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.network.cpu import Convolution

GROUP_SIZE = 16
"""Channels per group of a GroupNorm: independent of the batch, so that one object and ten are normalised alike."""


def group_norm(channels: int, gain: float = 1.0) -> nn.GroupNorm:
    """GroupNorm over groups of :data:`GROUP_SIZE` channels whose scale starts at ``gain``."""
    norm = nn.GroupNorm(max(1, channels // GROUP_SIZE), channels)
    nn.init.constant_(norm.weight, gain)
    return norm


def conv_norm(inputs: int, outputs: int, stride: int = 1, kernel: int = 3) -> nn.Sequential:
    """Convolution, GroupNorm, ReLU."""
    convolution = Convolution(inputs, outputs, kernel, stride, kernel // 2, bias=False)
    return nn.Sequential(convolution, group_norm(outputs), nn.ReLU(inplace=True))


class ResidualBlock(nn.Module):
    """Two 3x3 convolutions around a shortcut; the last norm starts small, so that a deep stack starts near identity."""

    def __init__(self, inputs: int, outputs: int, stride: int = 1) -> None:
        super().__init__()
        self.first = conv_norm(inputs, outputs, stride)
        self.second = Convolution(outputs, outputs, 3, padding=1, bias=False)
        self.norm = group_norm(outputs, gain=0.3)
        same = inputs == outputs and stride == 1
        self.shortcut = nn.Identity() if same else Convolution(inputs, outputs, 1, stride, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """(B, inputs, h, w) -> (B, outputs, h / stride, w / stride)."""
        return F.relu(self.norm(self.second(self.first(x))) + self.shortcut(x))


class ProxyGate(nn.Module):
    """Channel gate driven by object proxies: ``x * (1 + tanh(Linear(proxy)))`` (paper, "Modulator block")."""

    def __init__(self, proxy: int, channels: int) -> None:
        super().__init__()
        self.linear = nn.Linear(proxy, channels)
        nn.init.normal_(self.linear.weight, std=0.01)
        nn.init.zeros_(self.linear.bias)

    def forward(self, x: Tensor, proxy: Tensor) -> Tensor:
        """``x`` (M, C, h, w), ``proxy`` (M, P) -> (M, C, h, w)."""
        return x * (1 + torch.tanh(self.linear(proxy)))[:, :, None, None]


class Modulator(nn.Module):
    """Reads a memory beside the current embedding, reweights by a proxy, compresses (paper, Figure 3b)."""

    def __init__(self, channels: int, memory: int, proxy: int) -> None:
        super().__init__()
        self.gate = ProxyGate(proxy, channels + memory)
        self.compress = conv_norm(channels + memory, channels, kernel=1)
        self.block = ResidualBlock(channels, channels)

    def forward(self, embedding: Tensor, memory: Tensor, proxy: Tensor) -> Tensor:
        """``embedding`` (M, C, h, w), ``memory`` (M, V, h, w), ``proxy`` (M, P) -> (M, C, h, w)."""
        joined = self.gate(torch.cat([embedding, memory], 1), proxy)
        modulated: Tensor = self.block(embedding + self.compress(joined))
        return modulated


def upsample(x: Tensor, factor: int) -> Tensor:
    """Bilinear upsampling of maps (B, C, H, W) by a whole factor."""
    return F.interpolate(x, scale_factor=float(factor), mode="bilinear", align_corners=False)


class Encoder(nn.Module):
    """Residual pyramid of strides 4, 8, 16, 32 summed top-down.

    Gives ``shared`` (B, C, h/8, w/8), from which keys and proxies come, and ``detail`` (B, D, h/4, w/4) for decoding.
    """

    def __init__(self, widths: tuple[int, int, int, int], depths: tuple[int, int, int, int], shared: int) -> None:
        super().__init__()
        self.stem = conv_norm(12, widths[0], stride=2)
        stages = []
        previous = widths[0]
        for level, (width, depth) in enumerate(zip(widths, depths, strict=True)):
            first = ResidualBlock(previous, width, stride=1 if level == 0 else 2)
            stages.append(nn.Sequential(first, *(ResidualBlock(width, width) for _ in range(depth - 1))))
            previous = width
        self.stages = nn.ModuleList(stages)
        self.laterals = nn.ModuleList(Convolution(width, shared, 1) for width in widths[1:])
        self.merge = ResidualBlock(shared, shared)
        self.detail = Convolution(widths[0], widths[0], 1)
        self.detail_top = Convolution(shared, widths[0], 1)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """``image`` (B, 3, h, w), sides multiples of 32 -> ``shared``, ``detail``."""
        x = self.stem(F.pixel_unshuffle(image, 2))
        levels = []
        for stage in self.stages:
            x = stage(x)
            levels.append(x)
        top = self.laterals[2](levels[3])
        top = upsample(top, 2) + self.laterals[1](levels[2])
        top = upsample(top, 2) + self.laterals[0](levels[1])
        shared = self.merge(top)
        detail = F.relu(self.detail(levels[0]) + upsample(self.detail_top(shared), 2))
        return shared, detail


class Decoder(nn.Module):
    """Stride 8 embedding and stride 4 detail -> one foreground and one background logit per object at stride 4."""

    def __init__(self, channels: int, detail: int, proxy: int) -> None:
        super().__init__()
        self.down = ResidualBlock(channels, channels, stride=2)
        self.context = ResidualBlock(channels, channels)
        self.reduce = conv_norm(channels, detail, kernel=1)
        self.gate = ProxyGate(proxy, 2 * detail)
        self.first = conv_norm(2 * detail, 64)
        self.second = conv_norm(64, 32)
        self.logits = Convolution(32, 2, 1)
        self.filters = nn.Linear(proxy, 2 * 32)
        nn.init.normal_(self.filters.weight, std=0.01)
        nn.init.zeros_(self.filters.bias)

    def forward(self, embedding: Tensor, detail: Tensor, proxy: Tensor) -> Tensor:
        """``embedding`` (M, C, h/8, w/8), ``detail`` (M, D, h/4, w/4), ``proxy`` (M, P) -> (M, 2, h/4, w/4)."""
        context = F.interpolate(self.context(self.down(embedding)), size=embedding.shape[-2:], mode="nearest")
        x = upsample(self.reduce(embedding + context), 2)
        x = self.second(self.first(self.gate(torch.cat([x, detail], 1), proxy)))
        dynamic = torch.einsum("mkc,mchw->mkhw", self.filters(proxy).view(-1, 2, 32), x)
        logits: Tensor = self.logits(x) + dynamic
        return logits
