"""DeepLabv3+ over a backbone, and the semantic embedding made from it (Section "Encoder")."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from core.network.rpcm.backbones import MobileNetV2, ResNet101
from core.network.rpcm.layers import ConvNorm, resize

ASPP_RATES = (1, 6, 12, 18)


class Aspp(nn.Module):
    """Parallel dilated convolutions and a global mean, fused to 256 channels."""

    def __init__(self, inputs: int, width: int = 256) -> None:
        super().__init__()
        self.branches = nn.ModuleList(
            ConvNorm(inputs, width, 1 if rate == 1 else 3, dilation=rate) for rate in ASPP_RATES
        )
        self.pool = ConvNorm(inputs, width)
        self.fuse = ConvNorm(width * (len(ASPP_RATES) + 1), width)

    def forward(self, x: Tensor) -> Tensor:
        views = [branch(x, "relu") for branch in self.branches]
        mean = self.pool(x.mean((2, 3), keepdim=True), "relu")
        result: Tensor = self.fuse(torch.cat([*views, mean.expand(-1, -1, *x.shape[-2:])], 1), "relu")
        return result


class DeepLab(nn.Module):
    """Images (B, 3, H, W) to the backbone's low-level feature and a 256-channel feature, both at a quarter."""

    def __init__(self, backbone: ResNet101 | MobileNetV2) -> None:
        super().__init__()
        self.backbone = backbone
        self.aspp = Aspp(backbone.high_channels)
        self.low = ConvNorm(backbone.low_channels, 48)
        self.refine = nn.ModuleList([ConvNorm(256 + 48, 256, 3), ConvNorm(256, 256, 3)])

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        low, high = self.backbone(image)
        x = resize(self.aspp(high), low.shape[-2:])
        x = torch.cat([x, self.low(low, "relu")], 1)
        for layer in self.refine:
            x = layer(x, "relu")
        return low, x


class SemanticEmbedding(nn.Module):
    """(B, 256, h, w) to the embedding in which pixels are compared, (B, 100, h, w), not negative."""

    def __init__(self, inputs: int = 256, outputs: int = 100) -> None:
        super().__init__()
        self.depthwise = ConvNorm(inputs, inputs, 3, groups=32, depthwise=True, bias=True)
        self.pointwise = ConvNorm(inputs, outputs, groups=25, bias=True)

    def forward(self, x: Tensor) -> Tensor:
        result: Tensor = self.pointwise(self.depthwise(x, "relu"), "relu")
        return result
