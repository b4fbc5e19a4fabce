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
from typing import Generic, TypeVar

from torch import Tensor, nn

FeaturesT = TypeVar("FeaturesT")
"""What the encoder says of one frame."""
ObservationT = TypeVar("ObservationT")
"""Features of one frame together with who is where on it: the previous frame, or a patch of the pool."""
ReferenceT = TypeVar("ReferenceT")
"""All pooled observations, laid out for matching; rebuilt only when the pool changes."""
MemoryT = TypeVar("MemoryT")
"""The buffers of the modulators (propagation memory and correction memory)."""


@dataclass(frozen=True, slots=True)
class Decision(Generic[MemoryT]):
    """Logits (N, h, w) at the network's own size, and the memory to hand in with the next frame."""

    logits: Tensor
    memory: MemoryT


class SegmentationNetwork(nn.Module, ABC, Generic[FeaturesT, ObservationT, ReferenceT, MemoryT]):
    """A network that segments one frame given the previous frame and the reliable patch pool."""

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
    def encode(self, image: Tensor) -> FeaturesT:
        """Features of a prepared image (1, 3, h, w)."""

    @abstractmethod
    def observe(
        self, features: FeaturesT, channels: Tensor, channel_count: int, probabilities: Tensor | None = None
    ) -> ObservationT:
        """Bind ``features`` to who is where on that frame.

        Args:
            features: Of the frame.
            channels: ``int64`` (H, W) at frame size: the channel that won each pixel, -1 where nothing is said (void,
                or filtered out as unsure).
            channel_count: N.
            probabilities: (N, H, W) of a predicted frame, or None where the user drew the masks.
        """

    @abstractmethod
    def reference(self, pool: Sequence[ObservationT], channel_count: int) -> ReferenceT:
        """Lay out the pool for matching. Observations made with fewer channels lack the later objects."""

    @abstractmethod
    def segment(
        self,
        features: FeaturesT,
        previous: ObservationT,
        reference: ReferenceT,
        memory: MemoryT | None,
        channel_count: int,
    ) -> Decision[MemoryT]:
        """Segment the frame of ``features``. ``memory`` is None on the first frame after a (re)start."""
