"""RPCM as the paper and its reference state it: one frame, given the previous one and the reliable patch pool."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from core.network.cpu import channels_last, computing_type
from core.network.interface import Decision, Samples, SegmentationNetwork
from core.network.rpcm.backbones import MobileNetV2, ResNet101
from core.network.rpcm.decoder import Decoder, grant_background
from core.network.rpcm.encoder import DeepLab, SemanticEmbedding
from core.network.rpcm.layers import ConvNorm, nearest, precise, resize, stacked
from core.network.rpcm.matching import RADII, Keys, least_of_others, nearest_global, nearest_local, sort_keys, squash
from core.network.rpcm.modulators import Assembly, Memory, MemoryEncoder, joined
from core.network.rpcm.preprocess import ColourOrder, fitted_size, normalised

EMBEDDING = 100
SIMILARITY = 64
PROXY = 4 * EMBEDDING
MAPS = 2 * (1 + len(RADII)) + 1
CHANNELS_AT_ONCE = 8
"""How many channels the head computes together: memory grows with them, speed does not beyond this.

A processor takes one after another when it only predicts: the maps of one stay in its cache, and the gates of one can
go into the weights of convolutions in place of a pass over all pixels.
"""


@dataclass(frozen=True, slots=True)
class RpcmConfig:
    """What a set of weights determines.

    Attributes:
        backbone: ``"resnet101"`` or ``"mobilenet"``.
        assembly: Modulators as in Table 3; ``"P2C"`` is the paper's choice.
        colour: Order of colour channels that the weights were trained on.
        long_edge: Longer frames are scaled down to this; None keeps the full resolution.
    """

    backbone: str = "resnet101"
    assembly: str = "P2C"
    colour: ColourOrder = "bgr"
    long_edge: int | None = 1040

    def as_dict(self) -> dict[str, Any]:
        """Plain values, as stored in the weights' metadata."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Features:
    """Of one frame: ``low`` (1, L, h, w) for the decoder, ``embedding`` (C, h, w), ``half`` the same at half size."""

    low: Tensor
    embedding: Tensor
    half: Tensor


@dataclass(frozen=True, slots=True)
class Observation:
    """Features bound to ``channels`` (h, w); per channel the ``sums`` (N, C) of its features and ``counts`` (N,)."""

    features: Features
    channels: Tensor
    sums: Tensor
    counts: Tensor

    @property
    def vectors(self) -> Tensor:
        """Every pixel's embedding (P, C)."""
        return pixels(self.features.embedding)

    @property
    def labels(self) -> Tensor:
        """Every pixel's channel (P,), -1 where nothing is said."""
        return self.channels.flatten()

    @property
    def total(self) -> Tensor:
        """Sum (C,) over all pixels, also those of which nothing is said."""
        return self.features.embedding.sum((1, 2))

    @property
    def area(self) -> int:
        """Number of all pixels."""
        return self.channels.numel()


@dataclass(frozen=True, slots=True)
class Patch:
    """An observation for the pool alone: ``vectors`` (P, C) and ``labels`` (P,) of pixels that carry a channel.

    ``sums``, ``counts``, ``total`` and ``area`` are those of the whole frame.
    """

    vectors: Tensor
    labels: Tensor
    sums: Tensor
    counts: Tensor
    total: Tensor
    area: int


Pooled = Observation | Patch


@dataclass(frozen=True, slots=True)
class Reference:
    """The pool laid out: ``keys`` for matching and the pooled halves of the object ``proxies`` (N, 2 C)."""

    keys: Keys
    proxies: Tensor


class Rpcm(SegmentationNetwork):
    """The paper's network; see :class:`RpcmConfig` for what may differ."""

    config: RpcmConfig
    align_corners = True

    def __init__(self, config: RpcmConfig) -> None:
        super().__init__()
        self.config = config
        backbone = ResNet101() if config.backbone == "resnet101" else MobileNetV2()
        self.encoder = DeepLab(backbone)
        self.embedding = SemanticEmbedding(outputs=EMBEDDING)
        self.background_bias = nn.Parameter(torch.zeros(1, 1, 1, 1))
        self.object_bias = nn.Parameter(torch.zeros(1, 1, 1, 1))
        self.prehead = ConvNorm(MAPS, SIMILARITY, groups=16, bias=True)
        self.memory_encoder = MemoryEncoder(EMBEDDING + SIMILARITY, PROXY)
        self.assembly = Assembly(config.assembly, PROXY)
        self.decoder = Decoder(backbone.low_channels, PROXY)

    def input_size(self, height: int, width: int) -> tuple[int, int]:
        return fitted_size(height, width, self.config.long_edge)

    def prepare(self, image: Tensor, size: tuple[int, int]) -> Tensor:
        return normalised(image, size, self.config.colour).to(self.background_bias.dtype)

    def encode(self, image: Tensor) -> Features:
        if torch.is_grad_enabled():
            low, x = self.encoder(image)
            return _features(low, precise(self.embedding(x)))
        # Without gradients every layer computes in the type that it is given, so that nothing is cast back and forth.
        low, x = without_autocast(self.encoder, channels_last(image.to(computing_type(image))))
        return _features(low, without_autocast(self.embedding, precise(x)))

    def observe(
        self, features: Features, channels: Tensor, channel_count: int, probabilities: Tensor | None = None
    ) -> Observation:
        # The reference's masks are hard, also those of predicted frames.
        del probabilities
        small = nearest(channels, features.embedding.shape[-2:])
        member = F.one_hot(small + 1, channel_count + 1)[..., 1:].flatten(0, 1).to(features.embedding)
        sums = without_autocast(torch.matmul, member.T, pixels(features.embedding))
        return Observation(features, small, sums, member.sum(0))

    def reference(self, pool: Sequence[Pooled], channel_count: int) -> Reference:
        vectors = torch.cat([seen.vectors for seen in pool])
        channels = torch.cat([seen.labels for seen in pool])
        return Reference(sort_keys(vectors, channels, channel_count), proxies(pool, channel_count))

    def segment(
        self,
        features: Features,
        previous: Observation,
        reference: Reference,
        memory: Memory | None,
        channel_count: int,
    ) -> Decision:
        dtype = None if torch.is_grad_enabled() else computing_type(features.embedding)
        maps = without_autocast(self.similarity, features, previous, reference, channel_count, dtype)
        proxy = torch.cat([reference.proxies, proxies([previous], channel_count)], 1)
        head = self._head
        if dtype is not None:
            features = Features(features.low.to(dtype), features.embedding.to(dtype), features.half)
            maps, head = maps.to(dtype), partial(without_autocast, self._head)
        pieces = [
            head(features, maps[part], proxy[part], None if memory is None else memory.of(part))
            for part in _parts(channel_count, maps.device)
        ]
        foreground = torch.cat([piece[0] for piece in pieces])
        background = torch.cat([piece[1] for piece in pieces])
        return Decision(grant_background(foreground, background), joined([piece[2] for piece in pieces]))

    def condense(self, observation: Observation, matched: bool = True) -> Patch:
        known = (observation.labels >= 0) & matched
        return Patch(
            observation.vectors[known],
            observation.labels[known],
            observation.sums,
            observation.counts,
            observation.total,
            observation.area,
        )

    def lost_objects(self, observation: Observation, channel_count: int) -> list[int]:
        there = set(observation.channels.unique().tolist())
        return [channel for channel in range(1, channel_count) if channel not in there]

    def samples(self, patch: Patch) -> Samples:
        return Samples.evenly(patch.vectors, patch.labels)

    def similarity(
        self,
        features: Features,
        previous: Observation,
        reference: Reference,
        channel_count: int,
        dtype: torch.dtype | None = None,
    ) -> Tensor:
        """The maps (N, 15, h, w): global, local, previous mask, and both again in the background form.

        Pixels are matched with the pool in the type ``dtype``, that of the features if None.
        """
        size = features.embedding.shape[-2:]
        objects = self.object_bias.flatten().expand(channel_count - 1)
        bias = torch.cat([self.background_bias.flatten(), objects])
        distances = nearest_global(pixels(features.embedding).to(dtype), reference.keys)
        everywhere = squash(distances, bias).unflatten(1, size)[:, None]
        small = nearest(previous.channels, features.half.shape[-2:])
        windows = nearest_local(features.half, previous.features.half, small, channel_count)
        near = resize(squash(windows, bias), size).roll(1, dims=1)
        mask = F.one_hot(previous.channels + 1, channel_count + 1).movedim(-1, 0)[1:, None].to(everywhere)
        return torch.cat([everywhere, near, mask, least_of_others(near), least_of_others(everywhere)], 1)

    def _head(
        self, features: Features, maps: Tensor, proxy: Tensor, memory: Memory | None
    ) -> tuple[Tensor, Tensor, Memory]:
        x = stacked((features.embedding[None], self.prehead(maps, "relu")))
        shortcut, x = self.memory_encoder(x, proxy)
        x, kept = self.assembly(x, memory, proxy)
        foreground, background = self.decoder(x, features.low, shortcut, proxy)
        return foreground, background, kept


def proxies(pool: Sequence[Pooled], channel_count: int) -> Tensor:
    """Mean feature of each object and of all else over the pooled frames: (N, 2 C).

    Pixels of which nothing is said belong to all else of every object, as in the reference.
    """
    sums, counts = _added(pool, channel_count)
    total = torch.stack([seen.total for seen in pool]).sum(0)
    area = sum(seen.area for seen in pool)
    inside = sums / (counts + 1e-5)[:, None]
    outside = (total - sums) / (area - counts + 1e-5)[:, None]
    return torch.cat([inside, outside], 1)


def _added(pool: Sequence[Pooled], channel_count: int) -> tuple[Tensor, Tensor]:
    """Sums and counts of all frames; those that saw fewer channels lack the later objects."""
    sums = [F.pad(seen.sums, (0, 0, 0, channel_count - len(seen.sums))) for seen in pool]
    counts = [F.pad(seen.counts, (0, channel_count - len(seen.counts))) for seen in pool]
    return torch.stack(sums).sum(0), torch.stack(counts).sum(0)


def pixels(maps: Tensor) -> Tensor:
    """Maps (C, h, w) pixel by pixel: (h * w, C)."""
    return maps.movedim(0, -1).flatten(0, 1)


def _features(low: Tensor, embedding: Tensor) -> Features:
    height, width = embedding.shape[-2:]
    return Features(low, embedding[0], resize(embedding, (height // 2 + 1, width // 2 + 1))[0])


def _parts(channel_count: int, device: torch.device) -> list[slice]:
    size = 1 if device.type == "cpu" and not torch.is_grad_enabled() else CHANNELS_AT_ONCE
    return [slice(start, min(start + size, channel_count)) for start in range(0, channel_count, size)]


def without_autocast(function: Callable[..., Any], first: Any, *rest: Any) -> Any:
    """Call ``function`` in the precision of its arguments."""
    tensor = first if isinstance(first, Tensor) else first.embedding
    with torch.autocast(tensor.device.type, enabled=False):
        return function(first, *rest)
