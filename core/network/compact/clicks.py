"""The click head of the compact network: from a picture's features and a few clicks to the mask of one object.

It reads what the encoder gives anyway. The clicks come in as maps (Xu et al., *Deep Interactive Object Selection*,
CVPR 2016, with disks in place of distances), beside the present mask, which makes corrections local (Sofiiuk et al.,
*Reviving Iterative Training with Mask Guidance*, 2021). What is like the clicked places is found by comparing features,
and one layer of attention carries clicks across the picture.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.network.compact.layers import ProxyGate, ResidualBlock, conv_norm, group_norm, upsample

PREFIX = "clicks."
"""Of the head's names among the weights."""
GRID = 4
"""Pixels of the input to a cell of masks and logits, which have stride 4."""
FINE_MAPS = 6
"""At stride 4: disks and surroundings of clicks of both signs, the mask, whether there is one."""
COARSE_MAPS = 4
"""At stride 8: likeness to clicks of both signs, to the mask and to the rest."""


@dataclass(frozen=True, slots=True)
class ClickConfig:
    """Every size of the head. ``shared`` and ``detail`` are channels of the encoder's features.

    ``radius`` is that of a click's disk and ``reach`` that of its surroundings, in pixels of the input.
    """

    shared: int = 128
    detail: int = 64
    width: int = 96
    deep: int = 112
    fine: int = 64
    key: int = 32
    heads: int = 4
    radius: float = 5.0
    reach: float = 28.0

    def as_dict(self) -> dict[str, object]:
        """Plain values, as stored in the weights' metadata."""
        return asdict(self)


class Attention(nn.Module):
    """Self-attention over all positions, added to what comes in."""

    def __init__(self, channels: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm = group_norm(channels)
        self.read = nn.Conv2d(channels, 3 * channels, 1)
        self.write = nn.Conv2d(channels, channels, 1)
        nn.init.zeros_(self.write.weight)
        assert self.write.bias is not None
        nn.init.zeros_(self.write.bias)

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, h, w) -> (B, C, h, w)."""
        queries, keys, values = self.read(self.norm(x)).flatten(2).unflatten(1, (3, self.heads, -1)).unbind(1)
        mixed = F.scaled_dot_product_attention(queries.mT, keys.mT, values.mT)
        written: Tensor = self.write(mixed.mT.reshape(x.shape))
        return x + written


class ClickHead(nn.Module):
    """Logits of the clicked object.

    Attributes:
        encoder: Fingerprint of the encoder that the head was trained with (see :func:`fingerprint`).
    """

    def __init__(self, config: ClickConfig, encoder: str = "") -> None:
        super().__init__()
        self.config, self.encoder = config, encoder
        width, deep, fine = config.width, config.deep, config.fine
        self.context = nn.Conv2d(config.shared, width, 1)
        self.key = nn.Conv2d(config.shared, config.key, 1)
        self.maps = nn.Conv2d(4 * FINE_MAPS + COARSE_MAPS, width, 3, padding=1)
        self.gate = ProxyGate(3 * config.shared, width)
        self.first = ResidualBlock(width, width)
        self.down = ResidualBlock(width, deep, stride=2)
        self.attention = Attention(deep, config.heads)
        self.deeper = ResidualBlock(deep, deep)
        self.up = nn.Conv2d(deep, width, 1)
        self.last = ResidualBlock(width, width)
        self.reduce = conv_norm(width, fine, kernel=1)
        self.join = conv_norm(fine + config.detail + FINE_MAPS, fine)
        self.refine = conv_norm(fine, 32)
        self.logits = nn.Conv2d(32, 1, 1)

    def forward(self, shared: Tensor, detail: Tensor, clicks: Tensor, mask: Tensor, present: Tensor) -> Tensor:
        """Look at B pictures, each with K clicks.

        Args:
            shared: (B, S, h/8, w/8) features; h and w are multiples of 32.
            detail: (B, D, h/4, w/4) features.
            clicks: (B, K, 3) x, y in pixels of the input (a pixel's centre is at .5) and +1, -1, or 0 for none.
            mask: (B, 1, h/4, w/4) the present mask, 0..1.
            present: (B,) 1 where there is such a mask, 0 where not.

        Returns:
            Logits (B, 1, h/4, w/4).
        """
        here = present.view(-1, 1, 1, 1).to(mask.dtype)
        fine = self._fine_maps(clicks, mask * here, here)
        likeness, proxy = self._compared(shared, clicks, F.avg_pool2d(mask, 2), here)
        maps = torch.cat([F.pixel_unshuffle(fine, 2), likeness.to(fine.dtype)], 1)
        x = self.gate(F.relu(self.maps(maps) + self.context(shared)), proxy)
        x = self.first(x)
        x = x + upsample(self.up(self.deeper(self.attention(self.down(x)))), 2)
        x = upsample(self.reduce(self.last(x)), 2)
        logits: Tensor = self.logits(self.refine(self.join(torch.cat([x, detail, fine], 1))))
        return logits.float()

    def _fine_maps(self, clicks: Tensor, mask: Tensor, here: Tensor) -> Tensor:
        """(B, 6, h/4, w/4)."""
        height, width = mask.shape[-2:]
        ys = (torch.arange(height, device=mask.device) + 0.5) * GRID
        xs = (torch.arange(width, device=mask.device) + 0.5) * GRID
        away = torch.hypot(clicks[..., 0, None, None] - xs, clicks[..., 1, None, None] - ys[:, None])
        maps = []
        for sign in (1, -1):
            nearest = away.masked_fill((clicks[..., 2] != sign)[..., None, None], 1e4).amin(1, keepdim=True)
            disk = ((self.config.radius - nearest) / GRID + 0.5).clamp(0, 1)
            maps += [disk, torch.exp(-((nearest / self.config.reach) ** 2))]
        return torch.cat([*maps, mask, here.expand_as(mask)], 1)

    def _compared(self, shared: Tensor, clicks: Tensor, mask: Tensor, here: Tensor) -> tuple[Tensor, Tensor]:
        """Likeness maps (B, 4, h/8, w/8) and the proxies (B, 3 S): what was clicked, either way, and the mask."""
        keys = F.normalize(self.key(shared).float(), dim=1)
        size = clicks.new_tensor([shared.shape[-1], shared.shape[-2]]) * 2 * GRID
        grid = (2 * clicks[..., :2] / size - 1)[:, :, None]
        clicked = _sampled(keys, grid)
        seen = _sampled(shared.float(), grid)
        alike = torch.einsum("bck,bchw->bkhw", clicked, keys)
        maps, proxies = [], []
        for sign in (1, -1):
            chosen = clicks[..., 2] == sign
            nearest = alike.masked_fill(~chosen[..., None, None], -1.0)
            maps.append(nearest.amax(1, keepdim=True))
            proxies.append((seen * chosen[:, None]).sum(2) / chosen.sum(1, keepdim=True).clamp(min=1))
        inside = mask * here
        for weights in (inside, (1 - mask) * here):
            mean = F.normalize((keys * weights).sum((2, 3)), dim=1)
            maps.append(torch.einsum("bc,bchw->bhw", mean, keys)[:, None])
        proxies.append((shared.float() * inside).sum((2, 3)) / (inside.sum((2, 3)) + 1e-3))
        return torch.cat(maps, 1), torch.cat(proxies, 1).to(shared.dtype)


def _sampled(x: Tensor, grid: Tensor) -> Tensor:
    """(B, C, h, w) read at (B, K, 1, 2) places, -1..1: (B, C, K)."""
    return F.grid_sample(x, grid.to(x.dtype), mode="bilinear", padding_mode="border", align_corners=False)[..., 0]


def fingerprint(state: Mapping[str, Tensor]) -> str:
    """Of the encoder in a compact network's state, as stored in half precision: 16 hexadecimal digits."""
    digest = hashlib.sha256()
    for name in sorted(name for name in state if name.startswith("encoder.")):
        digest.update(name.encode())
        # Zero plus zero has no sign: averaging weights makes 0 of -0.
        digest.update((state[name].detach().to("cpu", torch.float16).contiguous() + 0.0).numpy().tobytes())
    return digest.hexdigest()[:16]
