"""One network at other sizes and under several views, as a command line or a setting asks for them."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

from core.errors import UserError
from core.network.compact import CompactNetwork
from core.network.ensemble import Ensemble, SizeOf, views_of
from core.network.preprocess import MULTI_SCALE_LONG_EDGE, fitted_size
from core.network.presets import AnyNetwork
from core.network.rpcm import Rpcm, RpcmConfig

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


def vary(network: AnyNetwork, variant: Variant) -> AnyNetwork:
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


def _as_in_the_paper(network: AnyNetwork) -> None:
    if not isinstance(network, Rpcm) or network.config.colour != "bgr" or network.config.assembly != "P2C":
        raise UserError(
            "These weights are not of the paper's reference, so that its results cannot be reproduced with them.",
            "Give weights made from a checkpoint of the reference by `rpcm weights import`, or leave out --paper.",
        )
    network.config = replace(network.config, long_edge=REFERENCE_LONG_EDGE)


def _uncap(network: AnyNetwork) -> None:
    if isinstance(network, Rpcm):
        network.config = replace(network.config, long_edge=None)
    elif isinstance(network, CompactNetwork):
        network.config = replace(network.config, short_side=sys.maxsize)


def _size_of(network: AnyNetwork, variant: Variant) -> SizeOf:
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
