"""EfficientNet-Lite as an encoder: MBConv blocks without squeeze-and-excite, batch norm folded into the convolutions.

Tan and Le, *EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks*, ICML 2019, Table 1, in the Lite
form: ReLU6 in place of swish, the first and the last stage of fixed depth. Its weights were trained with TensorFlow,
whose "SAME" padding gives a strided convolution one more pixel on the right and at the bottom than on the left and top.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.network.compact.layers import ResidualBlock, upsample
from core.network.cpu import Convolution

Lite = Literal["lite0", "lite2"]
STEM = 32
"""Channels of the stem, of every Lite form."""
INPUT_MEAN, INPUT_DEVIATION = 0.498, 0.502
"""What the pretrained weights expect: (RGB / 255 - mean) / deviation."""

_SCALES: dict[Lite, tuple[float, float]] = {"lite0": (1.0, 1.0), "lite2": (1.1, 1.2)}
"""Factors of width and depth."""


@dataclass(frozen=True, slots=True)
class Stage:
    """``depth`` blocks of ``width`` channels; the first has the stride. ``expansion`` widens inside a block."""

    expansion: int
    width: int
    depth: int
    stride: int
    kernel: int


_BASE = (
    Stage(1, 16, 1, 1, 3),
    Stage(6, 24, 2, 2, 3),
    Stage(6, 40, 2, 2, 5),
    Stage(6, 80, 3, 2, 3),
    Stage(6, 112, 3, 1, 5),
    Stage(6, 192, 4, 2, 5),
    Stage(6, 320, 1, 1, 3),
)


def stages(form: Lite) -> tuple[Stage, ...]:
    """The seven stages of a Lite form. Widths are rounded to multiples of 8, never down by more than a tenth."""
    width, depth = _SCALES[form]
    inner = [replace(stage, depth=math.ceil(stage.depth * depth)) for stage in _BASE[1:-1]]
    return tuple(replace(stage, width=_rounded(stage.width * width)) for stage in (_BASE[0], *inner, _BASE[-1]))


def _rounded(width: float) -> int:
    rounded = max(8, int(width + 4) // 8 * 8)
    return rounded + 8 if rounded < 0.9 * width else rounded


def same_padding(x: Tensor, kernel: int) -> Tensor:
    """Pad an image (B, C, H, W) of even sides for a convolution of stride 2, as TensorFlow's "SAME" does."""
    before = (kernel - 2) // 2
    return F.pad(x, (before, kernel - 2 - before, before, kernel - 2 - before))


class MBConv(nn.Module):
    """Expand, filter each channel by itself, project; the input is added where shapes agree. Without norms."""

    def __init__(self, inputs: int, outputs: int, expansion: int, stride: int, kernel: int) -> None:
        super().__init__()
        inner = inputs * expansion
        self.expand = Convolution(inputs, inner, 1) if expansion > 1 else None
        padding = kernel // 2 if stride == 1 else 0
        self.depth = Convolution(inner, inner, kernel, stride, padding, groups=inner)
        self.project = Convolution(inner, outputs, 1)
        self.adds = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        """(B, inputs, h, w) -> (B, outputs, h / stride, w / stride)."""
        inner = x if self.expand is None else self.expand.then(x, "relu6")
        if self.depth.stride[0] == 2:
            inner = same_padding(inner, self.depth.kernel_size[0])
        return self.project.then(self._filtered(inner), added=x if self.adds else None)

    def _filtered(self, x: Tensor) -> Tensor:
        if not torch.is_grad_enabled():
            return self.depth.then(x, "relu6")
        # With gradients, half precision gains nothing where every channel is filtered by itself.
        with torch.autocast(x.device.type, enabled=False):
            return self.depth.then(x.to(self.depth.weight.dtype), "relu6")


class LiteEncoder(nn.Module):
    """EfficientNet-Lite and a feature pyramid over it, as the compact network's encoder.

    Gives ``shared`` (B, C, h/8, w/8), from which keys and proxies come, and ``detail`` (B, D, h/4, w/4) for decoding.
    """

    def __init__(self, form: Lite, detail: int, shared: int) -> None:
        super().__init__()
        plan = stages(form)
        self.stem = Convolution(3, STEM, 3, 2)
        self.blocks = nn.ModuleList(_blocks(plan))
        self.taps = _taps(plan)
        widths = [plan[0].width, plan[1].width, plan[2].width, plan[4].width, plan[6].width]
        self.laterals = nn.ModuleList(Convolution(width, shared, 1) for width in widths[2:])
        self.merge = ResidualBlock(shared, shared)
        self.detail = Convolution(widths[1] + 4 * widths[0], detail, 1)
        self.detail_top = Convolution(shared, detail, 1)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """``image`` (B, 3, h, w) as ImageNet networks take it, sides multiples of 32 -> ``shared``, ``detail``."""
        halves, quarters, *deeper = self.pyramid(image)
        top = self.laterals[2](deeper[2])
        top = upsample(top, 2) + self.laterals[1](deeper[1])
        top = upsample(top, 2) + self.laterals[0](deeper[0])
        shared = self.merge(top)
        fine = torch.cat([quarters, F.pixel_unshuffle(halves, 2)], 1)
        detail = F.relu(self.detail(fine) + upsample(self.detail_top(shared), 2))
        return shared, detail

    def pyramid(self, image: Tensor) -> list[Tensor]:
        """What comes out of the last block at strides 2, 4, 8, 16 and 32."""
        x = self.stem.then(same_padding(image, 3), "relu6")
        levels = []
        for index, block in enumerate(self.blocks):
            x = block(x)
            if index in self.taps:
                levels.append(x)
        return levels


def _blocks(plan: Iterable[Stage]) -> Iterator[MBConv]:
    previous = STEM
    for stage in plan:
        for number in range(stage.depth):
            yield MBConv(previous, stage.width, stage.expansion, stage.stride if number == 0 else 1, stage.kernel)
            previous = stage.width


def _taps(plan: tuple[Stage, ...]) -> tuple[int, ...]:
    """The last block of each stride."""
    ends = [sum(stage.depth for stage in plan[: i + 1]) - 1 for i in range(len(plan))]
    follows = [stage.stride for stage in plan[1:]] + [2]
    return tuple(end for end, stride in zip(ends, follows, strict=True) if stride == 2)
