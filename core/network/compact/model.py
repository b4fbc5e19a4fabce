"""The compact RPCM: small enough for two CPU cores, propagation-correction as in the paper.

Where it differs from the paper, and why, is in ``docs/adr``: masks and memories are also read softly through attention
over the pool (correction) and over a window of the previous frame (propagation), so that what a modulator reads is
aligned with the current frame; matching happens at stride 8; one feature pyramid.

All objects of all clips of a batch run as one batch of ``M`` objects; ``owners[m]`` is the clip of object ``m``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.errors import UserError
from core.network.compact.clicks import ClickHead
from core.network.compact.encoder import INPUT_DEVIATION, INPUT_MEAN, Lite, LiteEncoder
from core.network.compact.layers import Decoder, Encoder, Modulator, ProxyGate, ResidualBlock, conv_norm
from core.network.compact.matching import Pooled, Reading, read_global, read_local, sort_tokens
from core.network.cpu import Convolution
from core.network.interface import Decision, Samples, SegmentationNetwork
from core.network.rpcm.preprocess import DEVIATION, MEAN

STRIDE = 8
"""Stride of matching and modulation."""
CELLS = 4
"""A stride 8 position carries its mask as 2x2 sub-cells, so that matching reads stride 4 detail."""
LEAST_SHARE = 1 / 16
"""The share of some sub-cell that an object must fill to be seen, for soft masks are read."""

Backbone = Literal["residual", Lite]


@dataclass(frozen=True, slots=True)
class CompactConfig:
    """Every size of the network, and the short side (in pixels) that frames are fed at.

    ``backbone`` is the encoder: a residual pyramid of ``widths`` and ``depths``, or an EfficientNet-Lite, whose
    sizes are its own; of ``widths`` it takes the first alone, for the detail that goes to the decoder.
    """

    widths: tuple[int, int, int, int] = (64, 128, 192, 256)
    depths: tuple[int, int, int, int] = (2, 3, 4, 1)
    shared: int = 128
    key: int = 64
    value: int = 64
    embedding: int = 128
    short_side: int = 256
    backbone: Backbone = "residual"

    def as_dict(self) -> dict[str, Any]:
        """Plain values, as stored in the weights' metadata."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class CompactFeatures:
    """Of B frames: ``keys`` (B, C, h/8, w/8), ``shared`` (B, S, h/8, w/8), ``detail`` (B, D, h/4, w/4)."""

    keys: Tensor
    shared: Tensor
    detail: Tensor


@dataclass(frozen=True, slots=True)
class CompactObservation:
    """Frames bound to masks.

    ``keys`` (B, C, h/8, w/8); ``labels`` (B, h/8, w/8) channel or -1; per object ``cells`` (M, 4, h/8, w/8) its mask in
    sub-cells, ``others`` (M, 1, ..) that of all other objects, ``value`` (M, V, ..) the memory, and ``sums``
    (M, 2, S + 1): features added up over the object and over the rest, with their pixel counts last.
    """

    keys: Tensor
    labels: Tensor
    cells: Tensor
    others: Tensor
    value: Tensor
    sums: Tensor


@dataclass(frozen=True, slots=True)
class CompactReference:
    """The pool laid out for matching, per clip, and the proxies ``w_c`` (M, 2 S)."""

    tokens: tuple[Pooled, ...]
    proxy: Tensor


def _encoder(config: CompactConfig) -> Encoder | LiteEncoder:
    """The encoder that the configuration names. Raises UserError for an unknown one."""
    if config.backbone == "residual":
        return Encoder(config.widths, config.depths, config.shared)
    if config.backbone not in get_args(Lite):
        raise UserError(
            "These weights use the encoder '{name}', which this version does not support.",
            "Update the program, or use weights made for this version.",
            name=config.backbone,
        )
    return LiteEncoder(config.backbone, config.widths[0], config.shared)


def _to_cells(masks: Tensor, size: tuple[int, int]) -> Tensor:
    """Masks (M, H, W) -> (M, 4, h/8, w/8): mean over each quarter of a stride 8 position."""
    fine = F.adaptive_avg_pool2d(masks[:, None], (2 * size[0], 2 * size[1]))
    return F.pixel_unshuffle(fine, 2)


def _per_clip(cells: Tensor, owners: Tensor, clips: int) -> Tensor:
    """Cells of objects (M, 4, h, w) added up over each clip's: (B, 4, h, w)."""
    return torch.zeros(clips, *cells.shape[1:], device=cells.device).index_add(0, owners, cells)


def _proxy(sums: Tensor) -> Tensor:
    """(M, 2, S + 1) sums -> (M, 2 S) means; an absent object's proxy is zero."""
    return (sums[..., :-1] / (sums[..., -1:] + 1e-5)).flatten(1)


class CompactNetwork(SegmentationNetwork):
    """P2C over attention-aligned memories. Stateless between frames: its memories live in the observations.

    Attributes:
        clicks: The head that makes masks of clicks, where the weights have one; propagation does not use it.
    """

    config: CompactConfig
    clicks: ClickHead | None
    align_corners = False
    matching_stride = STRIDE
    follows_detail = True

    def __init__(self, config: CompactConfig) -> None:
        super().__init__()
        self.config = config
        size, proxy = config.embedding, 2 * config.shared
        self.encoder = _encoder(config)
        self.key = Convolution(config.shared, config.key, 3, padding=1)
        self.value = nn.Sequential(
            conv_norm(config.shared + CELLS + 1, config.embedding),
            Convolution(config.embedding, config.value, 3, padding=1),
        )
        maps = 3 * (CELLS + 1) + 2 * 3 + 2
        self.maps = Convolution(maps, size, 3, padding=1)
        self.context = Convolution(config.shared, size, 1)
        self.gate = ProxyGate(2 * proxy, size)
        self.embed = ResidualBlock(size, size)
        self.propagation = Modulator(size, config.value, proxy)
        self.correction = Modulator(size, config.value, proxy)
        self.decoder = Decoder(size, config.widths[0], 2 * proxy)
        self.clicks = None
        # exp() of these: scales of squared distances (pool, previous frame) and of squared displacements.
        self.scales = nn.Parameter(torch.tensor([0.1, 0.1, 0.02]).log())
        # Nearest distances d become 2 sigmoid(exp(a) d + b) - 1, one (a, b) for objects and one for background.
        self.distance_gain = nn.Parameter(torch.tensor([0.03, 0.03]).log())
        self.distance_bias = nn.Parameter(torch.zeros(2))

    # -- one frame -----------------------------------------------------------------------------------------------

    def input_size(self, height: int, width: int) -> tuple[int, int]:
        """Short side ``config.short_side`` (never enlarged), each side the nearest multiple of 32."""
        scale = min(1.0, self.config.short_side / min(height, width))
        return max(32, round(height * scale / 32) * 32), max(32, round(width * scale / 32) * 32)

    def prepare(self, image: Tensor, size: tuple[int, int]) -> Tensor:
        """RGB ``uint8`` (H, W, 3) -> (1, 3, h, w), resized by area averaging."""
        x = image.permute(2, 0, 1)[None].float()
        if x.shape[-2:] != size:
            x = F.interpolate(x, size, mode="bilinear", align_corners=False, antialias=True)
        return self.normalise(x).to(self.key.weight.dtype)

    def normalise(self, x: Tensor) -> Tensor:
        """(B, 3, h, w) in 0..255 -> about zero mean and unit deviation, as the encoder expects them."""
        residual = self.config.backbone == "residual"
        mean = x.new_tensor(MEAN if residual else [INPUT_MEAN] * 3).view(1, 3, 1, 1)
        deviation = x.new_tensor(DEVIATION if residual else [INPUT_DEVIATION] * 3).view(1, 3, 1, 1)
        return ((x / 255 - mean) / deviation).contiguous(memory_format=torch.channels_last)

    def encode(self, image: Tensor) -> CompactFeatures:
        """(B, 3, h, w) -> features. Keys are normalised over channels, without an affine part."""
        shared, detail = self.encoder(image)
        keys = self.key(shared)
        keys = keys.to(torch.promote_types(keys.dtype, torch.float32))
        keys = F.layer_norm(keys.movedim(1, -1), keys.shape[1:2]).movedim(-1, 1)
        return CompactFeatures(keys, shared, detail)

    # -- who is where --------------------------------------------------------------------------------------------

    def observe(
        self, features: CompactFeatures, channels: Tensor, channel_count: int, probabilities: Tensor | None = None
    ) -> CompactObservation:
        """One frame; see :class:`SegmentationNetwork`. Soft masks are used where they exist."""
        objects = torch.arange(1, channel_count, device=channels.device)
        said = channels >= 0
        masks = (channels == objects[:, None, None]) if probabilities is None else probabilities[1:]
        return self.observe_batch(features, masks.float(), said.float()[None], torch.zeros_like(objects))

    def observe_batch(
        self, features: CompactFeatures, masks: Tensor, sure: Tensor, owners: Tensor
    ) -> CompactObservation:
        """``masks`` (M, H, W) soft object masks, ``sure`` (B, H, W) 1 where something is said, ``owners`` (M,).

        Positions of which less than half is sure are read by nobody, and what is unsure counts in no proxy. Of all
        other positions the soft masks are kept whole: a border, where the unsure pixels of a good mask lie, would be
        read as background otherwise.
        """
        size = (features.keys.shape[-2], features.keys.shape[-1])
        cells, certain = _to_cells(masks, size), _to_cells(sure, size)
        told = cells if bool(sure.all()) else _to_cells(masks * sure[owners], size)
        labels = self._labels(told, _per_clip(told, owners, len(sure)), certain, owners)
        others = (_per_clip(cells, owners, len(sure))[owners] - cells).mean(1, keepdim=True)
        shared = features.shared[owners]
        value = self.value(torch.cat([shared, cells.to(shared.dtype), others.to(shared.dtype)], 1))
        sums = self._sums(shared, told.mean(1), (certain[owners] - told).mean(1))
        return CompactObservation(features.keys, labels, cells, others, value, sums)

    @staticmethod
    def _labels(cells: Tensor, total: Tensor, certain: Tensor, owners: Tensor) -> Tensor:
        """Channel with the largest share of each position (B, h, w); -1 where less than half of it is sure."""
        share = cells.mean(1)
        best = (certain - total).mean(1)
        labels = torch.zeros_like(best, dtype=torch.long)
        rank = [int((owners[:m] == owner).sum()) + 1 for m, owner in enumerate(owners)]
        for m, (owner, channel) in enumerate(zip(owners.tolist(), rank, strict=True)):
            wins = share[m] > best[owner]
            labels[owner] = labels[owner].masked_fill(wins, channel)
            best = best.index_copy(0, owners[m : m + 1], torch.maximum(best[owner], share[m])[None])
        return labels.masked_fill(certain.mean(1) < 0.5, -1)

    @staticmethod
    def _sums(shared: Tensor, inside: Tensor, outside: Tensor) -> Tensor:
        weights = torch.stack([inside, outside], 1).flatten(2)
        sums = torch.einsum("mkp,mcp->mkc", weights, shared.flatten(2).float())
        return torch.cat([sums, weights.sum(2, keepdim=True)], 2)

    def reference(self, pool: Sequence[CompactObservation], channel_count: int) -> CompactReference:
        """Lay out the pool of one clip; objects that an older observation lacks are absent on it."""
        padded = [_pad_objects(observation, channel_count - 1) for observation in pool]
        owners = torch.zeros(channel_count - 1, dtype=torch.long, device=padded[0].keys.device)
        return self.reference_batch(padded, owners)

    def reference_batch(self, pool: Sequence[CompactObservation], owners: Tensor) -> CompactReference:
        """Lay out pools of B clips with equally many observations each."""
        keys = torch.cat([o.keys.flatten(2) for o in pool], 2).transpose(1, 2)
        labels = torch.cat([o.labels.flatten(1) for o in pool], 1)
        values = torch.cat([_values(o).flatten(2) for o in pool], 2)
        counts = owners.bincount(minlength=len(keys)).tolist()
        tokens = tuple(
            sort_tokens(keys[b], labels[b], values[owners == b], count + 1) for b, count in enumerate(counts)
        )
        return CompactReference(tokens, _proxy(torch.stack([o.sums for o in pool]).sum(0)))

    def condense(self, observation: CompactObservation, matched: bool = True) -> CompactObservation:
        known = (observation.labels[0] >= 0) & matched

        def kept(maps: Tensor) -> Tensor:
            return maps[..., known][..., None, :]

        return CompactObservation(
            kept(observation.keys),
            kept(observation.labels),
            kept(observation.cells),
            kept(observation.others),
            kept(observation.value),
            observation.sums,
        )

    def lost_objects(self, observation: CompactObservation, channel_count: int) -> list[int]:
        shares = observation.cells.flatten(1).amax(1).tolist()
        return [channel for channel in range(1, channel_count) if shares[channel - 1] < LEAST_SHARE]

    def samples(self, patch: CompactObservation) -> Samples:
        return Samples.evenly(patch.keys[0].flatten(1).T, patch.labels.flatten())

    # -- matching and modulation ---------------------------------------------------------------------------------

    def segment(
        self,
        features: CompactFeatures,
        previous: CompactObservation,
        reference: CompactReference,
        memory: None,
        channel_count: int,
    ) -> Decision:
        """One frame; logits are (N, h/4, w/4)."""
        previous = _pad_objects(previous, channel_count - 1)
        owners = torch.zeros(channel_count - 1, dtype=torch.long, device=features.keys.device)
        logits = self.segment_batch(features, previous, reference, owners)
        background = logits[:, 1].amin(0, keepdim=True)
        return Decision(torch.cat([background, logits[:, 0]]), memory)

    def segment_batch(
        self, features: CompactFeatures, previous: CompactObservation, reference: CompactReference, owners: Tensor
    ) -> Tensor:
        """Foreground and background logit of every object: (M, 2, h/4, w/4)."""
        maps, correction, propagation = self._match(features, previous, reference, owners)
        w_p = _proxy(previous.sums)
        both = torch.cat([reference.proxy, w_p], 1).to(maps.dtype)
        x = F.relu(self.maps(maps) + self.context(features.shared)[owners])
        x = self.embed(self.gate(x, both))
        x = self.modulate(x, (propagation, w_p.to(maps.dtype)), (correction, reference.proxy.to(maps.dtype)))
        logits: Tensor = self.decoder(x, features.detail[owners], both)
        return logits

    def modulate(self, x: Tensor, propagation: tuple[Tensor, Tensor], correction: tuple[Tensor, Tensor]) -> Tensor:
        """The embedding ``x`` (M, C, h, w) in view of two memories (M, V, h, w), each with its proxies (M, P): P2C."""
        x = self.propagation(x, *propagation)
        modulated: Tensor = self.correction(x, *correction)
        return modulated

    def _match(
        self, features: CompactFeatures, previous: CompactObservation, reference: CompactReference, owners: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """All similarity maps (M, maps, h, w), and both memories read (M, V, h, w)."""
        height, width = features.keys.shape[-2:]
        scales = self.scales.exp()
        values = _values(previous)
        maps, memories = [], []
        for b, pool in enumerate(reference.tokens):
            keys = features.keys[b]
            mine = values[owners == b]
            far = read_global(keys.flatten(1).T, pool, scales[0])
            near = read_local(keys, previous.keys[b], previous.labels[b], mine, scales[1], scales[2], len(mine) + 1)
            maps.append(self._maps(far, near))
            memories.append(torch.stack([far.values[:, : self.config.value], near.values[:, : self.config.value]]))
        seen = torch.cat([torch.cat(maps), previous.cells.flatten(2), previous.others.flatten(2)], 1)
        memory = torch.cat(memories, 1).unflatten(-1, (height, width))
        maps_2d = seen.unflatten(-1, (height, width)).to(memory.dtype)
        return maps_2d, memory[0], memory[1]

    def _maps(self, far: Reading, near: Reading) -> Tensor:
        """Maps of one clip's objects, (K, maps, Q): read-outs, nearest distances to it and to the rest, best match."""
        size = self.config.value
        nearest = torch.cat([far.nearest, near.nearest])
        inside = [nearest[:, k] for k in range(1, nearest.shape[1])]
        outside = [torch.cat([nearest[:, :k], nearest[:, k + 1 :]], 1).amin(1) for k in range(1, nearest.shape[1])]
        gain, bias = self.distance_gain.exp(), self.distance_bias
        to_object = 2 * torch.sigmoid(gain[0] * torch.stack(inside) + bias[0]) - 1
        to_rest = 2 * torch.sigmoid(gain[1] * torch.stack(outside) + bias[1]) - 1
        best = 2 * torch.sigmoid(gain[0] * torch.stack([far.best, near.best])) - 1
        shared = best.expand(len(to_object), -1, -1)
        return torch.cat(
            [
                far.values[:, size:].to(nearest.dtype),
                near.values[:, size:].to(nearest.dtype),
                to_object,
                to_rest,
                shared,
            ],
            1,
        )


def _values(observation: CompactObservation) -> Tensor:
    """What is read through attention: memory, mask in sub-cells, other objects (M, V + 5, h, w)."""
    dtype = observation.value.dtype
    return torch.cat([observation.value, observation.cells.to(dtype), observation.others.to(dtype)], 1)


def _pad_objects(observation: CompactObservation, count: int) -> CompactObservation:
    """Give an observation of one clip empty masks for the objects that came after it."""
    missing = count - len(observation.cells)
    if missing <= 0:
        return observation

    def padded(x: Tensor) -> Tensor:
        return torch.cat([x, x.new_zeros(missing, *x.shape[1:])])

    everyone = (observation.cells.sum(0, keepdim=True)).mean(1, keepdim=True)
    others = torch.cat([observation.others, everyone.expand(missing, -1, -1, -1)])
    return CompactObservation(
        observation.keys,
        observation.labels,
        padded(observation.cells),
        others,
        padded(observation.value),
        padded(observation.sums),
    )


def build_compact(config: CompactConfig | None = None) -> CompactNetwork:
    """A freshly initialised compact network in channels-last layout."""
    network = CompactNetwork(config or CompactConfig())
    for parameter in network.parameters():
        if parameter.ndim == 4:
            parameter.data = parameter.data.contiguous(memory_format=torch.channels_last)
    return network
