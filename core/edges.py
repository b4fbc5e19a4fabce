"""Set algebra of masks without pixels: each is the places, column by column, where it begins and ends.

A mask is a rising int64 array of places 0 <= p < H * W, counted down the columns, at which it changes; before the first
one is background. Twice the same place changes nothing.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from pycocotools import mask as coco_mask

from core.labels import filling_runs, run_lengths
from core.types import BoolArray

Edges = npt.NDArray[np.int64]
NOTHING: Edges = np.zeros(0, np.int64)


def edges_of(counts: bytes, height: int, width: int) -> Edges:
    """The mask in COCO compressed counts. Raises ValueError when they describe another size."""
    return np.cumsum(filling_runs(run_lengths(counts), height, width))[:-1]


def counts_of(edges: Edges, height: int, width: int) -> bytes:
    """COCO compressed counts of a mask."""
    runs = np.diff(edges, prepend=0, append=height * width)
    found: bytes = coco_mask.frPyObjects({"size": [height, width], "counts": runs.tolist()}, height, width)["counts"]
    return found


def union(one: Edges, other: Edges) -> Edges:
    """Pixels of either."""
    places, first, second = _states(one, other)
    return _changes(places, first | second)


def minus(one: Edges, other: Edges) -> Edges:
    """Pixels of ``one`` that are none of ``other``."""
    if _apart(one, other):
        return one
    places, first, second = _states(one, other)
    return _changes(places, first & ~second)


def meet(one: Edges, other: Edges) -> bool:
    """Whether they have a pixel in common."""
    if _apart(one, other):
        return False
    _, first, second = _states(one, other)
    return bool((first & second).any())


def _states(one: Edges, other: Edges) -> tuple[Edges, BoolArray, BoolArray]:
    """The places of both, rising, and whether each mask is inside from there on."""
    places = np.concatenate((one, other))
    # Two rising runs: the stable sort merges them.
    order = np.argsort(places, kind="stable")
    places = places[order]
    first = np.cumsum(order < one.size)
    second = np.arange(1, places.size + 1) - first
    last = np.append(places[1:] != places[:-1], True)[: places.size]
    return places[last], _odd(first[last]), _odd(second[last])


def _odd(numbers: Edges) -> BoolArray:
    return (numbers & 1).astype(np.bool_)


def _apart(one: Edges, other: Edges) -> bool:
    """Whether one surely ends before the other begins. A mask that reaches the end of the frame has no last place."""
    if not one.size or not other.size:
        return True
    return bool((one.size % 2 == 0 and one[-1] <= other[0]) or (other.size % 2 == 0 and other[-1] <= one[0]))


def _changes(places: Edges, inside: BoolArray) -> Edges:
    return places[np.diff(inside, prepend=False)]
