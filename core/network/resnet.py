"""ResNet-101 at output stride 16."""

from __future__ import annotations

import torch.nn.functional as F
from torch import Tensor, nn

from core.network.layers import ConvNorm


class ResidualBlock(nn.Module):
    """1x1, 3x3 (stride, dilation), 1x1 to four times ``width``, with a residual."""

    EXPANSION = 4

    def __init__(self, inputs: int, width: int, stride: int, dilation: int) -> None:
        super().__init__()
        outputs = width * self.EXPANSION
        self.reduce = ConvNorm(inputs, width)
        self.spatial = ConvNorm(width, width, 3, stride=stride, dilation=dilation)
        self.expand = ConvNorm(width, outputs)
        changes = stride != 1 or inputs != outputs
        self.shortcut = ConvNorm(inputs, outputs, stride=stride) if changes else None

    def forward(self, x: Tensor) -> Tensor:
        inner = self.spatial(self.reduce(x, "relu"), "relu")
        residual = x if self.shortcut is None else self.shortcut(x)
        return self.expand(inner, "relu", added=residual)  # type: ignore[no-any-return]


class ResNet101(nn.Module):
    """Images (B, 3, H, W) to (B, 256, H/4, W/4) and (B, 2048, H/16, W/16)."""

    low_channels = 256
    high_channels = 2048

    # Width, stride and one dilation per block of each stage.
    STAGES = ((64, 1, (1,) * 3), (128, 2, (1,) * 4), (256, 2, (1,) * 23), (512, 1, (2, 4, 8)))

    def __init__(self) -> None:
        super().__init__()
        self.stem = ConvNorm(3, 64, 7, stride=2)
        stages, inputs = [], 64
        for width, stride, dilations in self.STAGES:
            blocks = []
            for position, dilation in enumerate(dilations):
                blocks.append(ResidualBlock(inputs, width, stride if position == 0 else 1, dilation))
                inputs = width * ResidualBlock.EXPANSION
            stages.append(nn.Sequential(*blocks))
        self.stages = nn.ModuleList(stages)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        x = F.max_pool2d(self.stem(image, "relu"), 3, stride=2, padding=1)
        low = self.stages[0](x)
        high = low
        for stage in list(self.stages)[1:]:
            high = stage(high)
        return low, high
