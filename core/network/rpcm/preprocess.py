"""How frames are brought to the size and the colours that the paper's weights expect."""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np
import torch
from torch import Tensor

ColourOrder = Literal["bgr", "rgb"]

MEAN = (0.485, 0.456, 0.406)
DEVIATION = (0.229, 0.224, 0.225)
"""In the order of the channels as they are fed: the reference applies them to BGR as they stand."""

MULTIPLE = 16
MULTI_SCALE_LONG_EDGE = 800


def fitted_size(height: int, width: int, long_edge: int | None, scale: float = 1.0) -> tuple[int, int]:
    """The size (h, w) fed for a frame: long edge capped, then scaled, each side rounded to the nearest 16 n + 1."""
    shrink = 1.0 if long_edge is None else min(1.0, long_edge / max(height, width))
    return _side(height * shrink * scale), _side(width * shrink * scale)


def multi_scale_size(height: int, width: int, scale: float) -> tuple[int, int]:
    """The size (h, w) of one of several views: the reference caps these at a lower long edge."""
    return fitted_size(height, width, MULTI_SCALE_LONG_EDGE, scale)


def normalised(image: Tensor, size: tuple[int, int], colour: ColourOrder) -> Tensor:
    """An RGB ``uint8`` image (H, W, 3) as float32 (1, 3, h, w): bicubic, not aligned at corners, may overshoot.

    Resizing is OpenCV's and rounding follows each arithmetic step, because the paper's weights met frames so; torch's
    bicubic differs by 1e-4, which random weights enlarge a thousandfold.
    """
    pixels = image.cpu().numpy()
    pixels = (pixels[..., ::-1] if colour == "bgr" else pixels).astype(np.float32)
    if pixels.shape[:2] != size:
        pixels = cv2.resize(pixels, size[::-1], interpolation=cv2.INTER_CUBIC)
    pixels /= 255
    pixels -= np.array(MEAN)
    pixels /= np.array(DEVIATION)
    return torch.from_numpy(pixels).to(image.device).permute(2, 0, 1)[None]


def _side(length: float) -> int:
    return max(int(np.around((length - 1) / MULTIPLE)), 1) * MULTIPLE + 1
