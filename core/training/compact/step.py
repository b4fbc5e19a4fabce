"""One training step of the compact network: unroll a batch of clips, feed predictions back, add up the losses."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from core.network.compact.model import CompactFeatures, CompactNetwork, CompactObservation
from core.training.data.clips import TrainingClip
from core.training.loss import frame_loss
from core.types import BACKGROUND, VOID


@dataclass(frozen=True, slots=True)
class Batch:
    """``images`` (B, T, 3, S, S) 0..255, ``labels`` (B, T, S, S) ``int64``, ``owners`` (M,) clip of each object.

    Void pixels (255) count in no loss and belong to no object.
    """

    images: Tensor
    labels: Tensor
    owners: Tensor

    @classmethod
    def of(cls, clips: list[TrainingClip], device: torch.device) -> Batch:
        """Stack clips of equal shape."""
        images = torch.from_numpy(np.stack([clip.images for clip in clips])).to(device).permute(0, 1, 4, 2, 3)
        labels = torch.from_numpy(np.stack([clip.labels for clip in clips])).to(device).long()
        owners = torch.cat([torch.full((clip.objects,), b) for b, clip in enumerate(clips)]).to(device)
        return cls(images.float(), labels, owners)

    def masks(self, t: int) -> Tensor:
        """True object masks of frame ``t``: (M, S, S)."""
        counts = self.owners.bincount(minlength=len(self.images)).tolist()
        said = self.labels[:, t].masked_fill(self.labels[:, t] == VOID, BACKGROUND)
        parts = [F.one_hot(said[b], c + 1)[..., 1:].movedim(-1, 0) for b, c in enumerate(counts)]
        return torch.cat(parts).float()


@dataclass(frozen=True, slots=True)
class StepOptions:
    """What changes over a run: all shares 0..1; ``alpha`` in nats."""

    hardest: float
    teacher: float
    pooled: float = 0.5
    alpha: float = 0.3


def _frame(features: CompactFeatures, t: int, length: int) -> CompactFeatures:
    """Features of frame ``t`` of every clip; the batch was laid out clip by clip."""
    return CompactFeatures(features.keys[t::length], features.shared[t::length], features.detail[t::length])


def _losses(logits: Tensor, batch: Batch, t: int, hardest: float) -> tuple[Tensor, Tensor, Tensor]:
    """Mean loss over clips; soft masks (M, S, S) and entropies (B, S, S) of the prediction."""
    losses, masks, entropies = [], [], []
    for b in range(len(batch.images)):
        mine = logits[batch.owners == b]
        joined = torch.cat([mine[:, 1].amin(0, keepdim=True), mine[:, 0]])
        loss, probabilities = frame_loss(joined, batch.labels[b, t], hardest)
        losses.append(loss)
        masks.append(probabilities[1:])
        entropies.append(-(probabilities * (probabilities + 1e-6).log()).sum(0))
    return torch.stack(losses).mean(), torch.cat(masks), torch.stack(entropies)


def clip_loss(network: CompactNetwork, batch: Batch, options: StepOptions, rng: np.random.Generator) -> Tensor:
    """Mean loss over the frames after the reference.

    Predictions replace true masks of the previous frame with chance ``1 - teacher``; in a share ``pooled`` of the steps
    the reliable patches of the first prediction, and of each later one with even chance, join the pool for the frames
    after the next, as Algorithm 1 does.
    """
    length = batch.images.shape[1]
    features = network.encode(network.normalise(batch.images.flatten(0, 1)))
    everywhere = torch.ones_like(batch.labels[:, 0], dtype=torch.float32)
    pool = [network.observe_batch(_frame(features, 0, length), batch.masks(0), everywhere, batch.owners)]
    reference = network.reference_batch(pool, batch.owners)
    previous: CompactObservation = pool[0]
    total = batch.images.new_zeros(())
    joins = rng.random() < options.pooled
    for t in range(1, length):
        now = _frame(features, t, length)
        logits = network.segment_batch(now, previous, reference, batch.owners)
        loss, masks, entropy = _losses(logits, batch, t, options.hardest)
        total = total + loss
        if t == length - 1:
            break
        if joins and (t == 1 or rng.random() < 0.5):
            sure = (entropy <= options.alpha).float()
            pool.append(network.observe_batch(now, masks, sure, batch.owners))
            reference = network.reference_batch(pool, batch.owners)
        fed = batch.masks(t) if rng.random() < options.teacher else masks
        previous = network.observe_batch(now, fed, everywhere, batch.owners)
    return total / (length - 1)
