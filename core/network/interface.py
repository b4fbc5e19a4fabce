"""What the engine asks of a network.

The engine (``core.propagation``) owns time: which frame is the reference, what joins the reliable patch pool, when
memories restart. A network owns one frame: features, matching, modulation and logits. Between them pass four kinds of
values that only the network looks into, so that the paper's network and the compact one share one engine.

Channels: 0 is background, 1..K the objects in the order in which they appeared, so that a channel keeps its meaning
when an object joins in mid-clip. ``N = K + 1``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import torch
from torch import Tensor, nn

Features = Any
"""What the encoder says of one frame."""
Observation = Any
"""Features of one frame together with who is where on it: the previous frame, or a patch of the pool."""
Reference = Any
"""All pooled observations, laid out for matching; rebuilt only when the pool changes."""
Memory = Any
"""The buffers of the modulators (propagation memory and correction memory)."""

SAMPLES = 512
"""Pixels that stand for a patch where patches are compared."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Logits (N, h, w) at the network's own size, and the memory to hand in with the next frame."""

    logits: Tensor
    memory: Memory


@dataclass(frozen=True, slots=True)
class Samples:
    """Pixels of a patch: ``keys`` (S, C) and the channel of each (S,)."""

    keys: Tensor
    channels: Tensor

    @classmethod
    def evenly(cls, keys: Tensor, channels: Tensor) -> Samples:
        """At most :data:`SAMPLES` of the pixels with ``keys`` (P, C) and ``channels`` (P,), evenly chosen."""
        step = max(1, -(-len(channels) // SAMPLES))
        return cls(keys[::step], channels[::step])


class NetworkConfig(Protocol):
    """How a network is built."""

    def as_dict(self) -> dict[str, Any]:
        """Plain values, as stored in the weights' metadata."""


class SegmentationNetwork(nn.Module, ABC):
    """A network that segments one frame given the previous frame and the reliable patch pool."""

    config: NetworkConfig
    """How it is built: enough, with its weights, to build it again."""

    align_corners: bool
    """How logits are brought to the frame's size (bilinear)."""

    follows_detail: bool = False
    """Whether it was trained to see frames at several resolutions, and parts of them (``core.propagation.detail``)."""

    matching_stride: int = 4
    """How many input pixels one matched pixel stands for, along each side."""

    @abstractmethod
    def input_size(self, height: int, width: int) -> tuple[int, int]:
        """The size (h, w) at which a frame of ``height`` x ``width`` is fed."""

    @abstractmethod
    def prepare(self, image: Tensor, size: tuple[int, int]) -> Tensor:
        """Resize and normalise an RGB ``uint8`` image (H, W, 3) to a float input (1, 3, h, w)."""

    @abstractmethod
    def encode(self, image: Tensor) -> Features:
        """Features of a prepared image (1, 3, h, w)."""

    @abstractmethod
    def observe(
        self, features: Features, channels: Tensor, channel_count: int, probabilities: Tensor | None = None
    ) -> Observation:
        """Bind ``features`` to who is where on that frame.

        Args:
            features: Of the frame.
            channels: ``int64`` (H, W) at frame size: the channel that won each pixel, -1 where nothing is said (void,
                or filtered out as unsure).
            channel_count: N.
            probabilities: (N, H, W) of a predicted frame, or None where the user drew the masks.
        """

    @abstractmethod
    def reference(self, pool: Sequence[Observation], channel_count: int) -> Reference:
        """Lay out the pool for matching. Observations made with fewer channels lack the later objects."""

    @abstractmethod
    def segment(
        self,
        features: Features,
        previous: Observation,
        reference: Reference,
        memory: Memory | None,
        channel_count: int,
    ) -> Decision:
        """Segment the frame of ``features``. ``memory`` is None on the first frame after a (re)start."""

    # What a propagation remembers of observations. A network whose observations hold no maps leaves these as they are.

    def condense(self, observation: Observation, matched: bool = True) -> Observation:
        """What the pool keeps: the pixels that carry a channel, and sums over all pixels for the proxies.

        An observation also serves as the previous frame, for which it holds whole maps. A pooled one is only ever
        matched against, so its maps are cut down to a list of pixels; the results are the same.

        Args:
            observation: As :meth:`observe` made it.
            matched: Whether its pixels are matched against; if not, it only lends its sums to the object proxies (the
                row W of the paper's Table 4).
        """
        del matched
        return observation

    def lost_objects(self, observation: Observation, channel_count: int) -> list[int]:
        """The objects' channels, rising, of which nothing is left at the size of matching."""
        del observation, channel_count
        return []

    def samples(self, patch: Observation) -> Samples:
        """Evenly chosen pixels of a condensed observation, at most :data:`SAMPLES`."""
        del patch
        return Samples(torch.zeros(0, 1), torch.zeros(0, dtype=torch.long))
