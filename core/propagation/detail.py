"""How closely the network looks at a frame, and at which part of it: working resolution follows the object.

An object needs cells of the matching grid. Where objects are small the frame is worked on at a higher resolution, in a
window around them where the whole would cost too much; where they grow large, at a lower one. What is looked at in a
frame is decided two frames before, so that a frame can be encoded while the one before it is segmented, and a run is
the same however its stages overlap.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from core.network.interface import SegmentationNetwork
from core.propagation.plan import Segment
from core.types import BACKGROUND, VOID, Seed

GRAIN = 32
"""Sides and places of windows are multiples of this many input pixels: the encoder's coarsest stride."""
LEVELS = (0.75, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0)
"""Factors on the network's usual input size."""
LEAST_CELLS = 150
"""So many cells of the matching grid the smallest object should fill."""
MOST_CELLS = 500
"""The largest object should not fill more."""
BUDGET = 1.65
"""The most input pixels, as a multiple of the usual input's: a whole frame of 16:9 fits in at 1.25 times the side."""
LARGEST = 2.0
"""A frame is not enlarged beyond this multiple of its own size."""
KEEP = 1.3
"""A level is kept while the wanted one is within this factor of it."""
MARGIN = 0.6
"""Room around the objects, as a share of their extent, on each side."""
LEAST_MARGIN = 64
"""The same in input pixels, at least."""
LAG = 2
"""Frames between a decision and the frame that it is for."""


@dataclass(frozen=True, slots=True)
class View:
    """A window of a frame at a resolution, all in input pixels (multiples of :data:`GRAIN`).

    Attributes:
        level: Factor on the network's usual input size.
        whole: Height and width of the whole frame at this resolution.
        top, left, height, width: The window in it.
    """

    level: float
    whole: tuple[int, int]
    top: int
    left: int
    height: int
    width: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the frame is left out."""
        return (self.height, self.width) == self.whole

    def region(self, size: tuple[int, int]) -> tuple[slice, slice]:
        """Rows and columns of a frame of ``size`` (H, W) that the window shows."""
        rows, columns = (
            slice(round(start * side / whole), round((start + length) * side / whole))
            for start, length, side, whole in zip(
                (self.top, self.left), (self.height, self.width), size, self.whole, strict=True
            )
        )
        return rows, columns


@dataclass(frozen=True, slots=True)
class Extent:
    """Where the objects of a frame are: ``box`` (top, left, bottom, right) around all, pixels of each; at frame size.

    ``missing`` says that an object that the run knows is not on the frame: it may come back anywhere.
    """

    box: tuple[int, int, int, int] | None
    areas: tuple[int, ...]
    missing: bool = False

    def of_drawn(self) -> Extent:
        """The same where ids are not channels: a number without pixels is no object."""
        return replace(self, missing=False)


def extent(channels: Tensor, channel_count: int) -> Extent:
    """Of a channel map (H, W): 0 background, 1.. objects, negative where nothing is known."""
    inside = channels > BACKGROUND
    rows, columns = inside.any(1).nonzero(), inside.any(0).nonzero()
    counts = torch.bincount(channels.clamp(min=BACKGROUND).flatten(), minlength=channel_count)[1:].tolist()
    areas = tuple(count for count in counts if count)
    if not len(rows):
        return Extent(None, (), missing=True)
    box = int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1
    return Extent(box, areas, missing=len(areas) < len(counts))


class DetailPolicy:
    """Chooses views for frames of ``size`` (H, W) whose usual input is ``usual`` (h, w), in cells of ``stride``."""

    def __init__(self, size: tuple[int, int], usual: tuple[int, int], stride: int) -> None:
        self.size, self.usual, self.stride = size, usual, stride
        highest = LARGEST * min(size) / min(usual)
        self.levels = tuple(level for level in LEVELS if level <= max(1.0, highest))

    @property
    def standard(self) -> View:
        """The whole frame at the network's usual size."""
        return View(1.0, self.usual, 0, 0, *self.usual)

    def choose(self, extent: Extent, present: View | None = None) -> View:
        """The view for what is on a frame; ``present`` is kept where it still serves."""
        if extent.box is None:
            return self._widest(1.0)
        wanted = self._wanted_level(extent.areas)
        if present is not None and 1 / KEEP <= wanted / present.level <= KEEP:
            wanted = present.level
        level = max((level for level in self.levels if level <= wanted * 1.001), default=self.levels[0])
        if extent.missing:
            return self._widest(level)
        while level > 1.0 and not self._fits(self._needed(extent.box, level)):
            level = self.levels[self.levels.index(level) - 1]
        if present is not None and present.level == level and self._shows(present, extent.box):
            return present
        return self._window(extent.box, level)

    def at_level(self, extent: Extent, level: float) -> View:
        """The window around the objects at ``level``, or as near to it as the budget allows."""
        if extent.box is None or extent.missing:
            return self._widest(level)
        return self._window(extent.box, level)

    def whole_at(self, level: float) -> tuple[int, int]:
        """Input size of the whole frame at a level."""
        height, width = (max(GRAIN, round(side * level / GRAIN) * GRAIN) for side in self.usual)
        return height, width

    def _wanted_level(self, areas: Sequence[int]) -> float:
        cells = self.usual[0] * self.usual[1] / (self.size[0] * self.size[1]) / self.stride**2
        closest = math.sqrt(LEAST_CELLS / (min(areas) * cells))
        return min(max(1.0, closest), math.sqrt(MOST_CELLS / (max(areas) * cells)))

    def _widest(self, level: float) -> View:
        """The whole frame at the highest level up to ``level`` that the budget allows."""
        fitting = [each for each in self.levels if each <= level and self._fits(self.whole_at(each))]
        best = max(fitting, default=self.levels[0])
        return View(best, self.whole_at(best), 0, 0, *self.whole_at(best))

    def _fits(self, window: tuple[int, int]) -> bool:
        return window[0] * window[1] <= BUDGET * self.usual[0] * self.usual[1]

    def _spans(self, box: tuple[int, int, int, int], level: float, margin: float) -> Iterator[tuple[float, float, int]]:
        """By axis: first and last input pixel that should be seen, and the frame's length."""
        for first, last, side, whole in zip(box[:2], box[2:], self.size, self.whole_at(level), strict=True):
            scale = whole / side
            room = max(LEAST_MARGIN, MARGIN * (last - first) * scale) * margin
            yield max(0.0, first * scale - room), min(float(whole), last * scale + room), whole

    def _needed(self, box: tuple[int, int, int, int], level: float) -> tuple[int, int]:
        height, width = (
            min(whole, math.ceil((last - first) / GRAIN) * GRAIN + GRAIN)
            for first, last, whole in self._spans(box, level, 1.0)
        )
        return height, width

    def _shows(self, view: View, box: tuple[int, int, int, int]) -> bool:
        """Whether half of the usual margin is left on every side that has any."""
        starts, lengths = (view.top, view.left), (view.height, view.width)
        spans = self._spans(box, view.level, 0.5)
        return all(
            start <= first and last <= start + length
            for start, length, (first, last, _) in zip(starts, lengths, spans, strict=True)
        )

    def _window(self, box: tuple[int, int, int, int], level: float) -> View:
        whole = self.whole_at(level)
        if self._fits(whole):
            return View(level, whole, 0, 0, *whole)
        height, width = self._grown(self._needed(box, level), whole)
        centres = [(first + last) / 2 for first, last, _ in self._spans(box, level, 1.0)]
        top, left = (
            min(max(0, round((centre - length / 2) / GRAIN) * GRAIN), side - length)
            for centre, length, side in zip(centres, (height, width), whole, strict=True)
        )
        return View(level, whole, top, left, height, width)

    def _grown(self, window: tuple[int, int], whole: tuple[int, int]) -> tuple[int, int]:
        """As large as the budget allows: what is around the objects tells them from their like."""
        height, width = window
        while True:
            taller = min(height + GRAIN, whole[0]), width
            wider = height, min(width + GRAIN, whole[1])
            options = [each for each in (taller, wider) if each != (height, width) and self._fits(each)]
            if not options:
                return height, width
            # The shorter side first, so that windows stay square where they can.
            height, width = min(options, key=max)


def seen(image: Tensor, view: View) -> Tensor:
    """What a view shows of an image (H, W, 3)."""
    rows, columns = view.region((image.shape[0], image.shape[1]))
    return image[rows, columns]


def cropped(maps: Tensor, view: View) -> Tensor:
    """What a view shows of maps (N, H, W) or (H, W)."""
    rows, columns = view.region((maps.shape[-2], maps.shape[-1]))
    return maps[..., rows, columns]


def spread(probabilities: Tensor, view: View, size: tuple[int, int]) -> Tensor:
    """Probabilities (N, h, w) of what a view shows, over the frame (N, H, W): around it all is background."""
    if view.is_whole:
        return probabilities
    rows, columns = view.region(size)
    around = columns.start, size[1] - columns.stop, rows.start, size[0] - rows.stop
    background, objects = probabilities[:1], probabilities[1:]
    return torch.cat([F.pad(background, around, value=1.0), F.pad(objects, around)])


@dataclass(frozen=True, slots=True)
class Visit:
    """A frame to look at: ``place`` counts a leg's frames from 0, its seed; ``seed`` is given for that one alone."""

    index: int
    leg: int
    place: int
    seed: Seed | None = None


def visits(legs: Sequence[Segment], resumed: bool) -> Iterator[Visit]:
    """The frames that are looked at, in order: each leg's seed, unless the first was left half done, and its frames.

    A leg that is resumed counts from :data:`LAG`: two decisions are known.
    """
    for number, leg in enumerate(legs):
        begun = number == 0 and resumed
        if not begun:
            yield Visit(leg.seed.index, number, 0, leg.seed)
        for place, index in enumerate(leg.frames, start=LAG if begun else 1):
            yield Visit(index, number, place)


class Lens:
    """Which view each frame is seen in. The stage that segments decides, the one that encodes asks.

    Args:
        network: Whose usual input size is followed.
        size: Of the clip's frames (H, W).
        automatic: Whether views follow the objects; every frame is seen whole at the usual size otherwise.
    """

    def __init__(self, network: SegmentationNetwork, size: tuple[int, int], automatic: bool) -> None:
        self._policy = DetailPolicy(size, network.input_size(*size), network.matching_stride)
        self.follows = automatic and network.follows_detail
        self._decided: dict[tuple[int, int], View] = {}

    def view_of(self, visit: Visit) -> View:
        """The view of a frame: of a seed what suits it, of others what was decided :data:`LAG` frames before."""
        if not self.follows:
            return self._policy.standard
        if visit.seed is not None:
            view = self._policy.choose(_drawn_extent(visit.seed))
            self._decided[visit.leg, 0] = view
            return view
        return self._decided[visit.leg, max(0, visit.place - LAG)]

    def decide(self, visit: Visit, channels: Tensor, channel_count: int, present: View) -> View:
        """Choose the view that the objects of a frame call for, for the frame :data:`LAG` later."""
        if not self.follows:
            return present
        view = self._policy.choose(extent(channels, channel_count), present)
        self.note(visit.leg, visit.place, view)
        return view

    def note(self, leg: int, place: int, view: View) -> None:
        """Note a decision, and forget those that no frame needs any more."""
        self._decided[leg, place] = view
        for key in [key for key in self._decided if key[0] < leg or (key[0] == leg and 0 < key[1] < place - LAG)]:
            self._decided.pop(key, None)

    def view_for(self, channels: Tensor, channel_count: int, level: float) -> View:
        """A view of the objects of a channel map at a level that other frames are seen at."""
        return self._policy.at_level(extent(channels, channel_count), level)


def _drawn_extent(seed: Seed) -> Extent:
    labels = torch.from_numpy(np.where(seed.labels == VOID, BACKGROUND, seed.labels))
    return extent(labels, int(labels.max()) + 1).of_drawn()
