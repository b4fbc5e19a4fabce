"""ResNet-101 at output stride 16.

MobileNetV2 at output stride 16.
"""

from __future__ import annotations

import torch.nn.functional as F
from torch import Tensor, nn

from core.network.rpcm.layers import ConvNorm


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
        """Maps (B, C, H, W) in and out; a stride divides H and W."""
        inner = self.spatial(self.reduce(x, "relu"), "relu")
        residual = x if self.shortcut is None else self.shortcut(x)
        result: Tensor = self.expand(inner, "relu", added=residual)
        return result


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


class InvertedResidual(nn.Module):
    """Expand (1x1), depthwise 3x3, project (1x1); a residual where the shape stays.

    The reference pads *before* it expands, so that the border which the 3x3 sees is what normalisation and ReLU make of
    zero, not zero itself.
    """

    def __init__(self, inputs: int, outputs: int, stride: int, dilation: int, expansion: int) -> None:
        super().__init__()
        inner = inputs * expansion
        self.residual = stride == 1 and inputs == outputs
        self.padding = dilation
        self.expand = ConvNorm(inputs, inner) if expansion > 1 else None
        self.depthwise = ConvNorm(inner, inner, 3, stride=stride, dilation=dilation, depthwise=True, padded=False)
        self.project = ConvNorm(inner, outputs)

    def forward(self, x: Tensor) -> Tensor:
        inner = F.pad(x, (self.padding,) * 4)
        if self.expand is not None:
            inner = self.expand(inner, "relu6")
        inner = self.depthwise(inner, "relu6")
        result: Tensor = self.project(inner, added=x if self.residual else None)
        return result


class MobileNetV2(nn.Module):
    """Images (B, 3, H, W) to (B, 24, H/4, W/4) and (B, 320, H/16, W/16)."""

    low_channels = 24
    high_channels = 320

    # Expansion, channels, stride of the first block, one dilation per block.
    STAGES = (
        (1, 16, 1, (1,)),
        (6, 24, 2, (1, 1)),
        (6, 32, 2, (1, 1, 1)),
        (6, 64, 2, (1, 1, 1, 1)),
        (6, 96, 1, (1, 1, 1)),
        (6, 160, 1, (1, 2, 2)),
        (6, 320, 1, (2,)),
    )
    LOW_BLOCKS = 3

    def __init__(self) -> None:
        super().__init__()
        self.stem = ConvNorm(3, 32, 3, stride=2)
        blocks, inputs = [], 32
        for expansion, outputs, stride, dilations in self.STAGES:
            for position, dilation in enumerate(dilations):
                first = position == 0
                blocks.append(InvertedResidual(inputs, outputs, stride if first else 1, dilation, expansion))
                inputs = outputs
        self.blocks = nn.ModuleList(blocks)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        x = low = self.stem(image, "relu6")
        for position, block in enumerate(self.blocks, 1):
            x = block(x)
            low = x if position == self.LOW_BLOCKS else low
        return low, x
