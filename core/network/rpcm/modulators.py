"""Memory encoder and modulators (Sections "Propagation" and "Correction modulator"). The batch is the channel N."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from core.network.rpcm.assembly import parse_assembly
from core.network.rpcm.encoder import ASPP_RATES
from core.network.rpcm.layers import ChannelGate, ConvNorm, GatedBottleneck, ProxyGate, energies

WIDTH = 256


class GatedBranch(nn.Module):
    """Channel gate, convolution, GroupNorm, ReLU: one branch of the gated ASPP."""

    def __init__(self, inputs: int, outputs: int, kernel: int, dilation: int = 1) -> None:
        super().__init__()
        self.gct = ChannelGate(inputs)
        self.layer = ConvNorm(inputs, outputs, kernel, dilation=dilation, groups=32)

    def forward(self, x: Tensor, squares: Tensor, scale: Tensor | None = None) -> Tensor:
        """The branch on ``x * scale``, (B, C, H, W), whose energies are ``squares`` (B, C, 1, 1)."""
        factor = self.gct(squares)
        result: Tensor = self.layer(x, "relu", scale=factor if scale is None else factor * scale)
        return result


class GatedAspp(nn.Module):
    """(N, 512, h, w) to (N, 256, h, w)."""

    def __init__(self, inputs: int = 512, inner: int = 128, outputs: int = WIDTH) -> None:
        super().__init__()
        self.branches = nn.ModuleList(GatedBranch(inputs, inner, 1 if rate == 1 else 3, rate) for rate in ASPP_RATES)
        self.pool = nn.Conv2d(inputs, inner, 1, bias=False)
        self.fuse = GatedBranch(inner * (len(ASPP_RATES) + 1), outputs, 1)

    def forward(self, x: Tensor, scale: Tensor) -> Tensor:
        """Of ``x * scale``, ``scale`` (N, 512, 1, 1)."""
        squares = energies(x) * scale.square()
        views = [branch(x, squares, scale) for branch in self.branches]
        mean = x.mean((2, 3), keepdim=True) * scale.to(x.dtype)
        views.append(F.relu(F.conv2d(mean, self.pool.weight.to(mean.dtype))).expand(-1, -1, *x.shape[-2:]))
        x = torch.cat(views, 1)
        result: Tensor = self.fuse(x, energies(x))
        return result


class MemoryEncoder(nn.Module):
    """Embedding and similarity (N, 164, h, w) to the shortcut (N, 256, h, w) and ``e_t`` (N, 256, h/2, w/2)."""

    def __init__(self, inputs: int, proxy: int) -> None:
        super().__init__()
        self.fine = nn.ModuleList(
            [GatedBottleneck(proxy, inputs, WIDTH), GatedBottleneck(proxy, WIDTH, WIDTH, dilation=2)]
        )
        self.coarse = nn.ModuleList(
            [
                GatedBottleneck(proxy, WIDTH, 2 * WIDTH, stride=2),
                GatedBottleneck(proxy, 2 * WIDTH, 2 * WIDTH, dilation=2),
                GatedBottleneck(proxy, 2 * WIDTH, 2 * WIDTH, dilation=4),
            ]
        )
        self.gate = ProxyGate(proxy, 2 * WIDTH)
        self.aspp = GatedAspp()

    def forward(self, x: Tensor, proxy: Tensor) -> tuple[Tensor, Tensor]:
        for step in self.fine:
            x = step(x, proxy)
        shortcut = x
        for step in self.coarse:
            x = step(x, proxy)
        return shortcut, self.aspp(x, self.gate(proxy))


class Modulator(nn.Module):
    """Rewrites an embedding (N, 256, h, w) in view of another of the same shape."""

    def __init__(self, proxy: int) -> None:
        super().__init__()
        self.steps = nn.ModuleList(
            [
                GatedBottleneck(proxy, 2 * WIDTH, 2 * WIDTH),
                GatedBottleneck(proxy, 2 * WIDTH, WIDTH),
                GatedBottleneck(proxy, WIDTH, WIDTH),
            ]
        )

    def forward(self, x: Tensor, memory: Tensor, proxy: Tensor) -> Tensor:
        x = torch.cat([x, memory], 1)
        for step in self.steps:
            x = step(x, proxy)
        return x


@dataclass(frozen=True, slots=True)
class Memory:
    """What modulators remember: ``e_{t-1}``, and per stage what entered it on the first frame after a restart.

    Both are detached: no gradient flows through time.
    """

    embedding: Tensor
    anchors: tuple[Tensor, ...]

    def of(self, channels: slice) -> Memory:
        """The part of some channels."""
        return replace(self, embedding=self.embedding[channels], anchors=tuple(a[channels] for a in self.anchors))


def joined(parts: Sequence[Memory]) -> Memory:
    """The memory of all channels from that of some channels each, in order."""
    anchors = zip(*(part.anchors for part in parts), strict=True)
    return Memory(torch.cat([part.embedding for part in parts]), tuple(torch.cat(anchor) for anchor in anchors))


class Assembly(nn.Module):
    """Modulators put together as ``text`` says (:mod:`core.network.rpcm.assembly`)."""

    def __init__(self, text: str, proxy: int) -> None:
        super().__init__()
        self.stages = parse_assembly(text)
        self.modulators = nn.ModuleList(Modulator(proxy) for stage in self.stages for _ in stage)
        self.fusions = nn.ModuleList(Modulator(proxy) for stage in self.stages for _ in range(len(stage) - 1))

    def forward(self, embedding: Tensor, memory: Memory | None, proxy: Tensor) -> tuple[Tensor, Memory]:
        """Modulate ``e_t``. Without a memory every modulator sees its own input in place of one, detached as one is."""
        x, anchors = embedding, []
        modulators, fusions = iter(self.modulators), iter(self.fusions)
        for position, stage in enumerate(self.stages):
            anchors.append(x.detach() if memory is None else memory.anchors[position])
            views = {"S": x, "C": anchors[-1], "P": x.detach() if memory is None else memory.embedding}
            streams = [next(modulators)(x, views[kind], proxy) for kind in stage]
            x = streams[0]
            for stream in streams[1:]:
                x = next(fusions)(x, stream, proxy)
        return x, Memory(embedding.detach(), tuple(anchors))
