"""Frozen values that cross the borders between rooms and between threads.

Arrays inside them are read-only numpy arrays: a receiver may keep one without copying it, and nobody can
change it under another thread's feet. No tensor and no Qt object ever appears here.

Label maps are ``uint8`` arrays of shape (H, W): 0 is background, 1..254 an object's id, 255 is *void* (no statement).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, TypeVar

import numpy as np
import numpy.typing as npt

UInt8Array = npt.NDArray[np.uint8]
Float16Array = npt.NDArray[np.float16]
Float32Array = npt.NDArray[np.float32]
BoolArray = npt.NDArray[np.bool_]

BACKGROUND = 0
VOID = 255
MAX_OBJECT_ID = 254

_Array = TypeVar("_Array", bound=npt.NDArray[Any])


def read_only(array: _Array) -> _Array:
    """Mark ``array`` as not writeable and return it (no copy)."""
    array.flags.writeable = False
    return array


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One decoded picture: ``image`` is RGB ``uint8`` (H, W, 3), ``time`` is in seconds from the clip's start."""

    index: int
    image: UInt8Array
    time: float


@dataclass(frozen=True, slots=True)
class ObjectInfo:
    """An object of the clip. ``id`` is 1..254 and never changes; ``colour`` is RGB, 0..255 each."""

    id: int
    name: str
    colour: tuple[int, int, int]
    visible: bool = True
    locked: bool = False
    category: str = ""


class SeedMode(StrEnum):
    """What a seed does to the reliable patch pool when the propagation reaches it."""

    RESET = "reset"
    """The pool and both memories start again from this frame (first frame, correction)."""
    JOIN = "join"
    """New objects appear: the frame is predicted, overwritten where annotated, and joins the pool."""


@dataclass(frozen=True, slots=True, eq=False)
class Seed:
    """The masks of one frame as the user left them: ``labels`` is (H, W) ``uint8`` at frame size."""

    index: int
    labels: UInt8Array
    mode: SeedMode = SeedMode.RESET


Direction = Literal["forward", "backward", "both"]
EntropyUnit = Literal["normalised", "nats"]
PoolRule = Literal["oldest", "reservoir", "redundant"]
"""Which patch leaves a pool that is over its budget."""
Detail = Literal["standard", "automatic"]
"""Whether the working resolution follows the objects' size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PropagationSettings:
    """How a run is computed.

    Attributes:
        tau: Every ``tau``-th frame after the reference offers its reliable patches to the pool (Algorithm 1), >= 1.
        alpha: A pixel is unsure where its entropy exceeds this (Section "Reliability filter"), > 0.
        entropy_unit: ``"nats"`` as in the reference, or ``"normalised"``: nats divided by ln(objects + 1), 0..1.
        use_pool: Whether frames other than references join the pool at all.
        match_patches: Whether patches are matched against; if not, they only augment the object proxies (Table 4: W,
            otherwise W+S).
        filter_unsure: Whether unsure pixels stay out of the pool (Table 4: RF).
        pool_budget: The most pooled frames beside references; ``None`` keeps all (the paper's form).
        pool_pixels: The most pooled pixels at matching size, references included; ``"auto"`` is what fits into an
            eighth of the device's memory, ``None`` keeps all (the paper's form).
        pool_rule: Which patch is dropped beyond the budget.
        detail: ``"standard"`` works at the network's usual input size, ``"automatic"`` closer where objects are small
            and less closely where they are large (:mod:`core.propagation.detail`), with a network that can.
        keep_probabilities: Whether each result carries the probabilities of every object.
    """

    tau: int = 5
    alpha: float = 0.5
    entropy_unit: EntropyUnit = "normalised"
    use_pool: bool = True
    match_patches: bool = True
    filter_unsure: bool = True
    pool_budget: int | None = 4
    pool_pixels: int | Literal["auto"] | None = "auto"
    pool_rule: PoolRule = "oldest"
    detail: Detail = "standard"
    keep_probabilities: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RunRequest:
    """One propagation over the frames ``first..last`` (both included), starting from ``seeds``.

    ``forward`` fills the frames after each seed up to the next one, ``backward`` those before each seed down to
    the previous one, ``both`` goes forward from every seed and backward from the earliest. Seeds need not be sorted;
    at least one lies inside the range. Seed frames themselves yield no result unless their mode is ``JOIN``.
    """

    run_id: int
    seeds: tuple[Seed, ...]
    first: int
    last: int
    direction: Direction = "forward"
    settings: PropagationSettings = field(default_factory=PropagationSettings)


@dataclass(frozen=True, slots=True)
class PoolSummary:
    """What the reliable patch pool held when a frame was segmented.

    ``frames`` are the indices of pooled frames, references first; ``pixels`` counts pooled pixels at matching size.
    """

    frames: tuple[int, ...]
    pixels: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FrameResult:
    """What a run says of one frame.

    Attributes:
        labels: Arg-max label map, (H, W) ``uint8`` at frame size.
        scores: Per object id the mean probability over the pixels it won, 0..1 (0 where it won none).
        entropy: (H, W) ``float16``, in the unit that the settings ask for.
        reliability: (H, W) ``uint8``: 255 where sure, 0 where unsure (entropy above alpha).
        unsure_share: Share of unsure pixels, 0..1.
        seconds: Wall time by stage: ``decode`` (the picture), ``encode`` (its features), ``segment`` (matching and
            the network's head), ``decide`` (labels, entropy) and ``remember`` (previous frame and pool). Stages of
            different frames run at the same time, so that their sum is more than a frame takes.
        level: The resolution that the frame was worked on at, as a multiple of the network's usual input size.
        probabilities: (N, H, W) ``float32``, background first, then objects as in ``object_ids``; if asked for.
        picture: The frame itself, RGB, shrunk as :func:`core.video.thumbnail.small_picture` does.
        agreement: Per object id the overlap (J, 0..1) of the masks of both directions, where both ran.
    """

    run_id: int
    index: int
    object_ids: tuple[int, ...]
    labels: UInt8Array
    scores: Mapping[int, float]
    entropy: Float16Array
    reliability: UInt8Array
    unsure_share: float
    pool: PoolSummary
    seconds: Mapping[str, float]
    probabilities: Float32Array | None = None
    level: float = 1.0
    picture: UInt8Array | None = None
    agreement: Mapping[int, float] | None = None
