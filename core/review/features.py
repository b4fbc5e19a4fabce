"""What a run knows of each object on each frame that says how good its mask is.

Everything is measured on small copies of the frames (``core.review.pictures``) and in units that do not depend on the
object's or the frame's size: shares, ratios, similarities. Nothing looks into the network.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import cv2
import numpy as np
import numpy.typing as npt

from core.masks.labels import object_ids
from core.review.pictures import COLOURS, Carrier, SmallFrame, colour_bins, small_labels
from core.types import BACKGROUND, EntropyUnit, Float32Array, FrameResult, Seed, UInt8Array
from core.video.thumbnail import small_size

FEATURES = (
    "unsure",
    "unsure_inside",
    "unsure_core",
    "entropy_inside",
    "stray",
    "doubt",
    "soft_iou",
    "soft_in",
    "soft_out",
    "area_jump",
    "area_from_seed",
    "area_from_most",
    "centre_jump",
    "carried_iou",
    "missing",
    "gained",
    "parts",
    "largest_part",
    "border",
    "roughness",
    "colour_seed",
    "colour_before",
    "colour_odds",
    "missing_odds",
    "gained_odds",
    "size",
    "distance",
    "motion",
    "drift",
    "worst_carried",
    "mean_unsure",
    "worst_unsure",
    "empty",
    "agreement",
    "objects",
)
"""The features of an object on a frame, in order. Logarithms where a ratio is meant; ``agreement`` is -1 where only
one direction ran."""

_CHANGED = 0.6
"""Below this overlap with the carried mask, what changed is the place to look at."""
_FAR = 0.97
"""How much of what was accumulated along a run is left a frame later."""
_STEPS = 256


def _binary_errors() -> Float32Array:
    """By binary entropy in nats (steps of 1 / _STEPS), the probability of the less probable of two, 0..0.5."""
    less = np.linspace(1e-6, 0.5, 4096)
    nats = -less * np.log(less) - (1 - less) * np.log(1 - less)
    return np.interp(np.arange(_STEPS) / _STEPS, nats, less).astype(np.float32)


_ERRORS = _binary_errors()


def expected_errors(result: FrameResult, unit: EntropyUnit = "normalised") -> Float32Array:
    """The probability, pixel by pixel (H, W), that the winner is wrong, from the entropy.

    Two channels share a pixel where a network is unsure, hardly ever more, so that the entropy tells the probability.
    """
    return _errors(result.entropy.astype(np.float32) * np.float32(nats_of(unit, len(result.object_ids))))


def nats_of(unit: EntropyUnit, object_count: int) -> float:
    """What an entropy is multiplied with to be in nats."""
    return math.log(object_count + 1) if unit == "normalised" else 1.0


def _errors(nats: Float32Array) -> Float32Array:
    places = np.clip(nats * _STEPS, 0, _STEPS - 1).astype(np.intp)
    errors: Float32Array = _ERRORS[places]
    return errors


Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Observation:
    """One object on one frame.

    Attributes:
        values: One number for each of ``FEATURES``, ``float32``.
        area: Pixels of its mask, at the frame's size.
        carried: Pixels that the previous frame's mask has here when carried along the flow, about.
        lost_to_border: Share of the previous mask that lay at the frame's border, or was carried beyond it, 0..1.
        covered: Share of the carried mask that other objects have now, 0..1.
        taken_by: The object that has most of what this one lost; 0 is none.
        missing: Share of the carried mask that nothing has now, 0..1.
        missing_odds: How much more what is missing looks like the object than like all else (logarithm).
        entered: Whether the object has a mask now and had none on the frame before.
        box: x, y, width, height of the place to look at, in pixels of the frame.
    """

    frame: int
    object_id: int
    values: Float32Array
    area: int
    carried: int
    lost_to_border: float
    covered: float
    taken_by: int
    missing: float
    missing_odds: float
    entered: bool
    box: tuple[int, int, int, int]


@dataclass(slots=True)
class _Track:
    """What is remembered of an object along a run."""

    seed_area: float
    colours: Float32Array
    area: float
    most: float
    centre: tuple[float, float]
    before: Float32Array
    drift: float = 0.0
    worst_carried: float = 1.0
    mean_unsure: float = 0.0
    worst_unsure: float = -4.0

    def accumulate(self, iou: float, unsure: float) -> dict[str, float]:
        """Add a frame to what adds up along a run, and return that."""
        self.drift = self.drift * _FAR + (1 - iou)
        self.worst_carried = min(iou, self.worst_carried + 0.01)
        self.mean_unsure += 0.1 * (unsure - self.mean_unsure)
        self.worst_unsure = max(unsure, self.worst_unsure - 0.02)
        return {
            "drift": self.drift,
            "worst_carried": self.worst_carried,
            "mean_unsure": self.mean_unsure,
            "worst_unsure": self.worst_unsure,
        }

    def see(self, area: float, centre: tuple[float, float], colours: Float32Array) -> None:
        """Remember how an object looked on a frame."""
        self.area, self.centre, self.before = area, centre, colours
        self.most = max(self.most, area)


@dataclass(slots=True)
class FeatureTracker:
    """Follows the objects of a run from its seeds. Frames come in the run's order, each beside the one before.

    ``unit`` is that of the results' entropy.
    """

    unit: EntropyUnit = "normalised"
    _carrier: Carrier = field(default_factory=Carrier)
    _tracks: dict[int, _Track] = field(default_factory=dict)
    _small: SmallFrame | None = None
    _background: Float32Array = field(default_factory=lambda: np.full(COLOURS, 1 / COLOURS, np.float32))
    _frame: int = -1
    _seed: int = 0

    def start(self, seed: Seed, picture: UInt8Array) -> None:
        """Begin at a seed. ``picture`` is its frame as ``small_picture`` gives it."""
        small = _small_frame(seed.labels, None, 1.0, picture)
        self._tracks, self._small, self._frame, self._seed = {}, small, seed.index, seed.index
        self._background = _histogram(small.colours[small.labels == BACKGROUND])
        for object_id in object_ids(seed.labels):
            self._begin(object_id, small, int((seed.labels == object_id).sum()))

    def update(self, result: FrameResult, picture: UInt8Array) -> list[Observation]:
        """Observe every object of a result. ``picture`` is its frame as ``small_picture`` gives it."""
        small = _small_frame(result.labels, result, nats_of(self.unit, len(result.object_ids)), picture)
        areas = areas_of(result.labels)
        before = self._small if self._small is not None and abs(result.index - self._frame) == 1 else None
        carried, motion = small.labels, 0.0
        if before is not None and before.grey.shape == small.grey.shape:
            carried, motion = self._carrier.carry(before.labels, before.grey, small.grey)
        scene = _Scene(result, small, before, carried, motion, self._background)
        found = []
        for object_id in result.object_ids:
            if object_id not in self._tracks:
                self._begin(object_id, small, int(areas[object_id]))
            found.append(_observe(scene, object_id, self._tracks[object_id], int(areas[object_id]), self._seed))
        self._small, self._frame = small, result.index
        return found

    def _begin(self, object_id: int, small: SmallFrame, area: int) -> None:
        inside = small.labels == object_id
        colours = _histogram(small.colours[inside])
        self._tracks[object_id] = _Track(
            float(area), colours, float(area), float(area), _centre(inside, small.scale), colours
        )


class _Scene:
    """All that the objects of one frame share."""

    def __init__(
        self,
        result: FrameResult,
        small: SmallFrame,
        before: SmallFrame | None,
        carried: UInt8Array,
        motion: float,
        background: Float32Array,
    ) -> None:
        self.result, self.small, self.before, self.motion = result, small, before, motion
        self.carried = carried
        self.background = background
        self.joint: Counts = np.bincount(
            carried.ravel().astype(np.intp) * 256 + small.labels.ravel(), minlength=65536
        ).reshape(256, 256)
        self.areas = self.joint.sum(0)
        self.carried_areas = self.joint.sum(1)
        near = np.where(small.labels > 0, small.labels, cv2.dilate(np.maximum(small.labels, carried), _window(7)))
        self.unsure = np.bincount(near[small.unsure], minlength=256)
        self.unsure_inside = np.bincount(small.labels[small.unsure], minlength=256)
        core = cv2.erode(small.labels, _window(5)) == cv2.dilate(small.labels, _window(5))
        self.core = np.bincount(small.labels[core], minlength=256)
        self.unsure_core = np.bincount(small.labels[core & small.unsure], minlength=256)
        # Where the winner is wrong, the pixel belongs to the object next to it.
        error = _errors(small.entropy)
        self.error_inside = np.bincount(small.labels.ravel(), error.ravel(), minlength=256)
        outside = small.labels == BACKGROUND
        self.error_outside = np.bincount(near[outside], error[outside], minlength=256)
        self.entropy = np.bincount(small.labels.ravel(), small.entropy.ravel(), minlength=256)
        self.stray = int(self.unsure[BACKGROUND])


def _observe(scene: _Scene, object_id: int, track: _Track, area: int, seed: int) -> Observation:
    parts = _Parts(scene, object_id)
    values = {
        **_doubts(scene, object_id, parts.count),
        **_motion(parts, track, area),
        **_looks(scene, parts, track),
        "distance": math.log1p(abs(scene.result.index - seed)),
        "motion": math.log1p(scene.motion),
        "objects": math.log1p(len(scene.result.object_ids)),
    }
    values |= track.accumulate(parts.iou, values["unsure"])
    if parts.count:
        track.see(float(area), parts.centre, _histogram(scene.small.colours[parts.inside]))
    before = scene.before
    was_there = before is not None and bool((before.labels == object_id).any())
    return Observation(
        scene.result.index,
        object_id,
        np.array([values[name] for name in FEATURES], np.float32),
        area,
        round(parts.carried * scene.small.scale**2),
        _at_border(before.labels == object_id) if before is not None else values["border"],
        parts.covered,
        parts.taken_by,
        values["missing"],
        values["missing_odds"],
        area > 0 and before is not None and not was_there,
        parts.box(),
    )


class _Parts:
    """Where one object is, was, is missing and is new on a frame."""

    def __init__(self, scene: _Scene, object_id: int) -> None:
        self.scene, self.object_id = scene, object_id
        self.inside = scene.small.labels == object_id
        self.was = scene.carried == object_id
        self.missing, self.gained = self.was & ~self.inside, self.inside & ~self.was
        self.count, self.carried = int(scene.areas[object_id]), int(scene.carried_areas[object_id])
        both = int(scene.joint[object_id, object_id])
        self.iou = both / max(self.count + self.carried - both, 1) if self.count + self.carried else 1.0
        self.centre = _centre(self.inside, scene.small.scale)
        taken = scene.joint[object_id].copy()
        self.to_nothing = int(taken[BACKGROUND])
        taken[[BACKGROUND, object_id]] = 0
        self.covered = int(taken.sum()) / max(self.carried, 1)
        self.taken_by = int(taken.argmax()) if taken.any() else 0

    def box(self) -> tuple[int, int, int, int]:
        """The place to look at: what changed where much did, else the object."""
        changed = self.missing | self.gained
        where = changed if self.iou < _CHANGED and changed.any() else self.inside | self.was
        return _box(where, self.scene.small, self.scene.result.labels.shape)


def _doubts(scene: _Scene, object_id: int, count: int) -> dict[str, float]:
    """How unsure the network is of an object of ``count`` small pixels."""
    inner, outer = float(scene.error_inside[object_id]), float(scene.error_outside[object_id])
    some = max(count, 1)
    return {
        "unsure": math.log((scene.unsure[object_id] + 1) / (count + 1)),
        "unsure_inside": scene.unsure_inside[object_id] / some,
        "unsure_core": scene.unsure_core[object_id] / max(scene.core[object_id], 1),
        "entropy_inside": scene.entropy[object_id] / some,
        "stray": math.log((scene.stray + 1) / (count + 1)),
        "doubt": math.log(1.001 - min(scene.result.scores.get(object_id, 0.0), 1.0)),
        "soft_iou": math.log(1.003 - (count - inner) / max(count + outer, 1.0)) if count else 0.0,
        "soft_in": math.log(inner / some + 1e-3),
        "soft_out": math.log(outer / some + 1e-3),
        "agreement": -1.0 if scene.result.agreement is None else scene.result.agreement.get(object_id, 0.0),
    }


def _motion(parts: _Parts, track: _Track, area: int) -> dict[str, float]:
    """How an object's size, place and shape changed, and its shape itself."""
    count = parts.count
    moved = math.dist(parts.centre, track.centre) / math.sqrt(max(area, track.area, 1.0)) if count else 1.0
    number, largest, border, rough = _shape(parts.inside, count)
    return {
        "area_jump": math.log((area + 1) / (track.area + 1)),
        "area_from_seed": math.log((area + 1) / (track.seed_area + 1)),
        "area_from_most": math.log((area + 1) / (max(track.most, area) + 1)),
        "centre_jump": min(moved, 4.0),
        "carried_iou": parts.iou,
        "missing": parts.to_nothing / max(parts.carried, 1),
        "gained": int(np.count_nonzero(parts.gained)) / max(count, 1),
        "parts": math.log1p(number),
        "largest_part": largest,
        "border": border,
        "roughness": rough,
        "size": math.log((area + 1) / parts.scene.result.labels.size),
        "empty": float(area == 0),
    }


def _looks(scene: _Scene, parts: _Parts, track: _Track) -> dict[str, float]:
    """Whether an object, and what changed of it, has the colours it had on the seed."""
    colours = scene.small.colours
    now = _histogram(colours[parts.inside])
    odds = np.log((track.colours + 1e-3) / (scene.background + 1e-3))
    return {
        "colour_seed": float(np.sqrt(now * track.colours).sum()),
        "colour_before": float(np.sqrt(now * track.before).sum()),
        "colour_odds": _mean_odds(odds, colours[parts.inside]),
        "missing_odds": _mean_odds(odds, colours[parts.missing]),
        "gained_odds": _mean_odds(odds, colours[parts.gained]),
    }


def _small_frame(labels: UInt8Array, result: FrameResult | None, nats: float, picture: UInt8Array) -> SmallFrame:
    size = small_size(*labels.shape)
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)
    rows = (np.arange(size[0]) * labels.shape[0]) // size[0]
    columns = (np.arange(size[1]) * labels.shape[1]) // size[1]
    places = np.ix_(rows, columns)
    nothing = np.zeros(size, np.float32)
    return SmallFrame(
        grey,
        colour_bins(picture),
        small_labels(labels, size),
        nothing if result is None else result.entropy[places].astype(np.float32) * np.float32(nats),
        nothing > 0 if result is None else result.reliability[places] == 0,
        math.sqrt(labels.size / (size[0] * size[1])),
    )


def areas_of(labels: UInt8Array) -> Counts:
    """Pixels of each value, (256,); a histogram of bytes is several times faster than counting integers."""
    counts: Counts = np.asarray(cv2.calcHist([labels], [0], None, [256], [0, 256])).ravel().astype(np.int64)
    return counts


def _histogram(colours: UInt8Array) -> Float32Array:
    """Shares of the colour bins, which sum to 1; all alike where there is no pixel."""
    if not len(colours):
        return np.full(COLOURS, 1 / COLOURS, np.float32)
    return (np.bincount(colours, minlength=COLOURS) / len(colours)).astype(np.float32)


def _mean_odds(odds: Float32Array, colours: UInt8Array) -> float:
    return float(odds[colours].mean()) if len(colours) else 0.0


def _centre(inside: npt.NDArray[np.bool_], scale: float) -> tuple[float, float]:
    moments = cv2.moments(inside.view(np.uint8), binaryImage=True)
    if moments["m00"] == 0:
        return 0.0, 0.0
    return moments["m10"] / moments["m00"] * scale, moments["m01"] / moments["m00"] * scale


def _shape(inside: npt.NDArray[np.bool_], count: int) -> tuple[int, float, float, float]:
    """Number of parts of a fiftieth or more, share of the largest, extent at the frame's border, rim by size."""
    if not count:
        return 0, 0.0, 0.0, 0.0
    x, y, width, height = cv2.boundingRect(inside.view(np.uint8))
    crop = np.ascontiguousarray(inside[y : y + height, x : x + width]).view(np.uint8)
    _, _, facts, _ = cv2.connectedComponentsWithStats(crop, connectivity=8)
    sizes = facts[1:, cv2.CC_STAT_AREA]
    rim = count - int(cv2.countNonZero(cv2.erode(crop, _window(3), borderValue=0)))
    return int((sizes * 50 >= count).sum()), float(sizes.max() / count), _at_border(inside), rim / math.sqrt(count)


def _at_border(inside: npt.NDArray[np.bool_]) -> float:
    """How much of a mask's extent lies at the frame's border: border pixels over the root of its area."""
    edge = inside[0].sum() + inside[-1].sum() + inside[:, 0].sum() + inside[:, -1].sum()
    return min(1.0, float(edge) / math.sqrt(max(int(np.count_nonzero(inside)), 1)))


def _box(where: npt.NDArray[np.bool_], small: SmallFrame, size: tuple[int, ...]) -> tuple[int, int, int, int]:
    """The box around ``where`` with a margin, in pixels of the frame; the whole frame where there is nothing."""
    if not where.any():
        return 0, 0, size[1], size[0]
    x, y, width, height = (round(value * small.scale) for value in cv2.boundingRect(where.view(np.uint8)))
    margin = max(width, height) // 4 + 4
    left, top = max(x - margin, 0), max(y - margin, 0)
    return left, top, min(x + width + margin, size[1]) - left, min(y + height + margin, size[0]) - top


def _window(side: int) -> UInt8Array:
    return np.ones((side, side), np.uint8)
