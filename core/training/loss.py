"""Losses of one frame: cross-entropy on the hardest pixels (as the paper's training) and soft Dice."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from core.types import VOID


def hardest_share(step: float, steps: float, least: float, reached: float) -> float:
    """Share of pixels that count, falling linearly from 1 to ``least`` over the share ``reached`` of the run."""
    span = reached * steps
    return max(least, 1 - (1 - least) * step / span) if span > 0 else least


def bootstrapped_cross_entropy(logits: Tensor, target: Tensor, share: float) -> Tensor:
    """Mean cross-entropy of the hardest ``share`` of pixels; ``logits`` (N, H, W), ``target`` (H, W), 255 ignored."""
    losses = F.cross_entropy(logits[None], target[None], ignore_index=255, reduction="none").flatten()
    kept = max(1, int(share * losses.numel()))
    return losses.topk(kept).values.mean() if kept < losses.numel() else losses.mean()


def dice(probabilities: Tensor, target: Tensor) -> Tensor:
    """One minus the soft Dice coefficient, mean over objects; ``probabilities`` (N, H, W), ``target`` (H, W).

    Void pixels (255) count on neither side.
    """
    said = target != VOID
    truth = F.one_hot(target * said, len(probabilities)).movedim(-1, 0)[1:].float() * said
    guess = probabilities[1:] * said
    overlap = (guess * truth).sum((1, 2))
    return (1 - (2 * overlap + 1) / (guess.sum((1, 2)) + truth.sum((1, 2)) + 1)).mean()


def frame_loss(logits: Tensor, target: Tensor, share: float) -> tuple[Tensor, Tensor]:
    """Loss of one clip's frame at target size, and its probabilities (N, H, W) without gradient."""
    logits = F.interpolate(logits[None].float(), target.shape, mode="bilinear", align_corners=False)[0]
    probabilities = logits.softmax(0)
    loss = bootstrapped_cross_entropy(logits, target, share) + 0.5 * dice(probabilities, target)
    return loss, torch.nan_to_num(probabilities.detach())
