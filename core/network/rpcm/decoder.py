"""From modulated embeddings to logits (Section "Decoder"). The batch is the channel N."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from core.network.rpcm.layers import ChannelGate, ConvNorm, GatedConv, energies, precise, resize
from core.network.rpcm.modulators import WIDTH

INNER = 128


class Skip(nn.Module):
    """Channel gate, 1x1 to 64, GroupNorm 16, ReLU."""

    def __init__(self, inputs: int, outputs: int = 64) -> None:
        super().__init__()
        self.gct = ChannelGate(inputs)
        self.layer = ConvNorm(inputs, outputs, groups=16)

    def forward(self, low: Tensor, shortcut: Tensor) -> Tensor:
        """``low`` (1, L, h, w), the same for all channels, and ``shortcut`` (N, 256, h, w) to (N, 64, h, w)."""
        common = energies(low).expand(len(shortcut), -1, -1, -1)
        scale = self.gct(torch.cat([common, energies(shortcut)], 1))
        result: Tensor = self.layer((low, shortcut), "relu", scale=scale)
        return result


class Decoder(nn.Module):
    """Per channel a foreground logit and the background logit that it would grant."""

    def __init__(self, low_channels: int, proxy: int) -> None:
        super().__init__()
        self.skip = Skip(low_channels + WIDTH)
        self.refine = nn.ModuleList([GatedConv(proxy, WIDTH + 64, INNER), GatedConv(proxy, INNER, INNER)])
        self.foreground = nn.Linear(proxy, INNER + 1)
        self.background = nn.Linear(proxy, INNER + 1)

    def forward(self, x: Tensor, low: Tensor, shortcut: Tensor, proxy: Tensor) -> tuple[Tensor, Tensor]:
        """``x`` (N, 256, h/2, w/2), ``low`` (1, C, h, w), ``shortcut`` (N, 256, h, w) to two times (N, h, w)."""
        first, second = self.refine
        x = first((resize(x, low.shape[-2:], "bicubic"), self.skip(low, shortcut)), proxy)
        x = second(x, proxy)
        return filtered(x, self.foreground(proxy)), filtered(x, self.background(proxy))


def filtered(x: Tensor, filters: Tensor) -> Tensor:
    """Each map (C, h, w) of ``x`` through its own 1x1 filter: ``filters`` (N, C + 1), the bias last."""
    return torch.einsum("nchw,nc->nhw", precise(x), filters[:, :-1]) + filters[:, -1, None, None]


def grant_background(foreground: Tensor, background: Tensor) -> Tensor:
    """Logits (N, h, w): channel 0 adds the least background logit of the objects."""
    if len(foreground) == 1:
        return foreground
    granted = foreground[:1] + background[1:].amin(0, keepdim=True)
    return torch.cat([granted, foreground[1:]])
