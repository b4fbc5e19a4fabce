"""Follows a run and says of each object on each frame how good its mask probably is, what happened, and what next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from core.masks.labels import object_ids
from core.review.events import Event, EventFinder
from core.review.features import FEATURES, FeatureTracker, Observation, areas_of
from core.review.quality import QualityModel
from core.review.queue import Clip, QueueEntry, build_queue
from core.types import Direction, EntropyUnit, FrameResult, Seed, UInt8Array
from core.video.thumbnail import small_picture

LOST_QUALITY = 0.0
"""The quality of an object that is lost: J is 0 where it is truly there."""
GONE_QUALITY = 0.95
"""The quality of no mask for an object that left by itself."""

_WORDS = (
    ("missing", 0.2, "A part of the mask before is missing"),
    ("gained", 0.3, "The mask has grown into something else"),
    ("unsure_core", 0.05, "The network is unsure inside the object"),
    ("parts", 1.2, "The mask is in several parts"),
    ("unsure", -0.5, "The network is unsure of a large part of the object"),
    ("centre_jump", 0.25, "The object moves fast here"),
    ("drift", 4.0, "The mask has changed a little on many frames"),
    ("distance", 3.4, "It is far from the nearest reference"),
)
"""Features, the value from which they count, and what they say; the first that counts is the reason."""


@dataclass(frozen=True, slots=True)
class ObjectQuality:
    """What is known of an object on a frame: predicted J (0..1), the place to look at, and what may be wrong there."""

    quality: float
    box: tuple[int, int, int, int]
    words: str


@dataclass(frozen=True, slots=True)
class FrameReview:
    """What one result says: the quality of each object by id, and the frame's events."""

    frame: int
    objects: Mapping[int, ObjectQuality]
    events: tuple[Event, ...]


@dataclass(slots=True)
class QualityEstimator:
    """Takes the results of a run in their order.

    A result that does not lie beside the one before begins a new stretch from the seed
    nearest to it. Of a frame that comes
    twice, in two directions, the later result counts.
    """

    model: QualityModel
    unit: EntropyUnit = "normalised"
    _seeds: dict[int, tuple[Seed, UInt8Array]] = field(default_factory=dict)
    _tracker: FeatureTracker = field(init=False)
    _events: EventFinder = field(default_factory=EventFinder)
    _frames: dict[int, FrameReview] = field(default_factory=dict)
    _last: int | None = None

    def __post_init__(self) -> None:
        self._tracker = FeatureTracker(self.unit)

    def add_seed(self, seed: Seed, image: UInt8Array) -> None:
        """Make a seed known before the run reaches it. ``image`` is its frame (H, W, 3), of any size.

        What a run said of its frame before counts no longer.
        """
        self._frames.pop(seed.index, None)
        self._seeds[seed.index] = (seed, small_picture(image))

    def observe(self, result: FrameResult) -> list[Observation]:
        """What a result, which carries its picture, shows of each object."""
        assert result.picture is not None, "every result of a propagation has one"
        if self._last is None or abs(result.index - self._last) != 1:
            self._begin(result.index)
        self._last = result.index
        return self._tracker.update(result, result.picture)

    def update(self, result: FrameResult) -> FrameReview:
        """Judge one result, which carries its picture."""
        observations = self.observe(result)
        events = tuple(self._events.update(observations))
        review = FrameReview(result.index, self._judged(observations, events), events)
        self._frames[result.index] = review
        return review

    def _begin(self, index: int) -> None:
        """Follow the objects of the seed that a run came from when it is at ``index``."""
        if not self._seeds:
            return
        nearest = min(self._seeds, key=lambda frame: abs(frame - index))
        seed, picture = self._seeds[nearest]
        self._tracker.start(seed, picture)
        areas = areas_of(seed.labels)
        self._events.start({object_id: int(areas[object_id]) for object_id in object_ids(seed.labels)})

    def _judged(self, observations: Sequence[Observation], events: Iterable[Event]) -> dict[int, ObjectQuality]:
        if not observations:
            return {}
        qualities = self.model.predict(np.stack([one.values for one in observations]))
        lost = {event.object_id for event in events if event.kind == "lost"}
        return {
            one.object_id: ObjectQuality(_quality(one, float(quality), one.object_id in lost), one.box, _words(one))
            for one, quality in zip(observations, qualities, strict=True)
        }

    @property
    def frames(self) -> Mapping[int, FrameReview]:
        """What was found so far, by frame."""
        return self._frames

    def events(self) -> list[Event]:
        """All events, by frame."""
        return [event for frame in sorted(self._frames) for event in self._frames[frame].events]

    def queue(self, direction: Direction, fixed: Collection[int] = ()) -> tuple[QueueEntry, ...]:
        """The frames to correct, best first. ``fixed`` are those that a user reviewed."""
        return build_queue(self.clip(direction, fixed), self.model)

    def clip(self, direction: Direction, fixed: Collection[int] = ()) -> Clip:
        """What the queue is made of."""
        reviews = self._frames.values()
        return Clip(
            quality={
                review.frame: {object_id: one.quality for object_id, one in review.objects.items()}
                for review in reviews
            },
            seeds=set(self._seeds),
            fixed=set(fixed),
            direction=direction,
            events=self.events(),
            boxes={(r.frame, object_id): one.box for r in reviews for object_id, one in r.objects.items()},
            words={(r.frame, object_id): one.words for r in reviews for object_id, one in r.objects.items()},
        )

    def as_json(self, direction: Direction, fixed: Collection[int] = ()) -> dict[str, Any]:
        """``quality``, ``events`` and ``queue`` as a run's report holds them."""
        return {
            "quality": {
                str(frame): {str(object_id): round(one.quality, 4) for object_id, one in review.objects.items()}
                for frame, review in sorted(self._frames.items())
            },
            "events": [event.as_json() for event in self.events()],
            "queue": [entry.as_json() for entry in self.queue(direction, fixed)],
            "quality_model": "built-in fallback" if self.model.is_fallback else "of the weights",
        }


def _quality(one: Observation, predicted: float, lost: bool) -> float:
    if one.area == 0:
        return LOST_QUALITY if lost else GONE_QUALITY
    return predicted


def _words(one: Observation) -> str:
    for name, least, words in _WORDS:
        if one.values[FEATURES.index(name)] >= least:
            return words
    return "The outline is probably inaccurate"
