"""Several views of each frame (scales, flips), segmented apart and averaged as probabilities.

To the engine an ensemble is one network. Features, observations, references and memories are tuples, one entry a view:
pools and proxies are kept per view.

One network at other sizes and under several views, as a command line or a setting asks for them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from core.errors import UserError
from core.network.compact.model import CompactNetwork
from core.network.interface import Decision, Samples, SegmentationNetwork
from core.network.rpcm.model import Rpcm, RpcmConfig
from core.network.rpcm.preprocess import MULTI_SCALE_LONG_EDGE, fitted_size


@dataclass(frozen=True, slots=True)
class View:
    """How a frame is looked at: ``scale`` of the size that the network asks for, mirrored left to right or not."""

    scale: float = 1.0
    flip: bool = False


def views_of(scales: Sequence[float], flip: bool) -> tuple[View, ...]:
    """All views of some scales, each also mirrored if ``flip``.

    Raises:
        UserError: For no scale, or one outside 0.25..4.
    """
    if not scales or not all(0.25 <= scale <= 4 for scale in scales):
        raise UserError(
            "The scales {scales} cannot be used.", "Use one or more scales from 0.25 to 4.", scales=list(scales)
        )
    return tuple(View(scale, flipped) for scale in scales for flipped in ((False, True) if flip else (False,)))


Parts = tuple[Any, ...]
SizeOf = Callable[[int, int, float], tuple[int, int]]


class Ensemble(SegmentationNetwork):
    """``network`` under several views.

    Args:
        size_of: The size (h, w) at which a frame (height, width, scale) is fed.
    """

    align_corners = True

    def __init__(
        self,
        network: SegmentationNetwork,
        views: Sequence[View],
        size_of: SizeOf,
    ) -> None:
        super().__init__()
        self.network = network
        self.config = network.config
        self.views = tuple(views)
        self.size_of = size_of
        self.matching_stride = network.matching_stride

    def input_size(self, height: int, width: int) -> tuple[int, int]:
        """The frame's own size: each view resizes for itself, and their mean is taken there."""
        return height, width

    def prepare(self, image: Tensor, size: tuple[int, int]) -> Tensor:
        del size
        return image.permute(2, 0, 1)[None]

    def encode(self, image: Tensor) -> Parts:
        frame = image[0].permute(1, 2, 0)
        return (tuple(frame.shape[:2]), *(self._encode_view(frame, view) for view in self.views))

    def observe(
        self, features: Parts, channels: Tensor, channel_count: int, probabilities: Tensor | None = None
    ) -> Parts:
        return tuple(
            self.network.observe(
                part,
                channels.flip(1) if view.flip else channels,
                channel_count,
                probabilities.flip(2) if view.flip and probabilities is not None else probabilities,
            )
            for part, view in zip(features[1:], self.views, strict=True)
        )

    def reference(self, pool: Sequence[Parts], channel_count: int) -> Parts:
        return tuple(self.network.reference(list(part), channel_count) for part in zip(*pool, strict=True))

    def segment(
        self, features: Parts, previous: Parts, reference: Parts, memory: Parts | None, channel_count: int
    ) -> Decision:
        size, total, memories = features[0], None, []
        for i, view in enumerate(self.views):
            kept = None if memory is None else memory[i]
            decision = self.network.segment(features[i + 1], previous[i], reference[i], kept, channel_count)
            memories.append(decision.memory)
            probabilities = self._probabilities(decision.logits, view, size)
            total = probabilities if total is None else total + probabilities
        assert total is not None, "an ensemble has views"
        # The engine's softmax undoes this logarithm and so gets the mean back.
        mean = (total / len(self.views)).clamp(min=torch.finfo(total.dtype).tiny)
        return Decision(mean.log(), tuple(memories))

    def condense(self, observation: Parts, matched: bool = True) -> Parts:
        return tuple(self.network.condense(part, matched) for part in observation)

    def lost_objects(self, observation: Parts, channel_count: int) -> list[int]:
        lost = (set(self.network.lost_objects(part, channel_count)) for part in observation)
        return sorted(set.intersection(*lost))

    def samples(self, patch: Parts) -> Samples:
        return self.network.samples(patch[0])

    def _encode_view(self, frame: Tensor, view: View) -> Any:
        size = self.size_of(frame.shape[0], frame.shape[1], view.scale)
        return self.network.encode(self.network.prepare(frame.flip(1) if view.flip else frame, size))

    def _probabilities(self, logits: Tensor, view: View, size: tuple[int, int]) -> Tensor:
        logits = logits if logits.dtype == torch.float64 else logits.float()
        resized = F.interpolate(logits[None], size, mode="bilinear", align_corners=self.network.align_corners)[0]
        return (resized.flip(2) if view.flip else resized).softmax(0)


COMPACT_MULTIPLE = 32
REFERENCE_LONG_EDGE = RpcmConfig().long_edge


@dataclass(frozen=True, slots=True)
class Variant:
    """How frames are fed.

    Attributes:
        paper: Exactly as the reference feeds them: its sizes and its order of colours.
        scales: Of the size that the network asks for; the probabilities of several are averaged.
        flip: Whether each scale is seen mirrored, too.
        full_resolution: Whether frames are fed at their own size, however large.
    """

    paper: bool = False
    scales: tuple[float, ...] = (1.0,)
    flip: bool = False
    full_resolution: bool = False

    @property
    def is_ensemble(self) -> bool:
        """Whether there is more than the plain view."""
        return self.flip or self.scales != (1.0,)


def vary(network: SegmentationNetwork, variant: Variant) -> SegmentationNetwork:
    """``network`` as ``variant`` asks for; its configuration changes in place.

    Raises:
        UserError: Where the network is not the paper's but has to be, or for scales out of range.
    """
    views = views_of(variant.scales, variant.flip)
    if variant.paper:
        _as_in_the_paper(network)
    if variant.full_resolution:
        _uncap(network)
    return Ensemble(network, views, _size_of(network, variant)) if variant.is_ensemble else network


def _as_in_the_paper(network: SegmentationNetwork) -> None:
    if not isinstance(network, Rpcm) or network.config.colour != "bgr" or network.config.assembly != "P2C":
        raise UserError(
            "These weights do not come from the paper's reference, so they cannot reproduce its results.",
            "Convert a checkpoint of the reference with `rpcm weights import`, or leave out --paper.",
        )
    network.config = replace(network.config, long_edge=REFERENCE_LONG_EDGE)


def _uncap(network: SegmentationNetwork) -> None:
    if isinstance(network, Rpcm):
        network.config = replace(network.config, long_edge=None)
    elif isinstance(network, CompactNetwork):
        network.config = replace(network.config, short_side=sys.maxsize)


def _size_of(network: SegmentationNetwork, variant: Variant) -> SizeOf:
    if not isinstance(network, Rpcm):
        return lambda height, width, scale: _scaled(network.input_size(height, width), scale)
    cap = network.config.long_edge
    # The reference feeds smaller frames where it feeds each of them several times.
    if cap is not None and len(variant.scales) > 1:
        cap = min(cap, MULTI_SCALE_LONG_EDGE)
    return lambda height, width, scale: fitted_size(height, width, cap, scale)


def _scaled(size: tuple[int, int], scale: float) -> tuple[int, int]:
    height, width = (max(1, round(side * scale / COMPACT_MULTIPLE)) * COMPACT_MULTIPLE for side in size)
    return height, width
