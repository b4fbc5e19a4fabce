"""Which frame to correct next: the one from which the whole clip gains most, not the worst one.

A reference repairs its own frame and, less and less, those that its run reaches: up to the next reference, backwards
too where both directions run. Frames are taken greedily, each given those before it, so that a second frame of an
error that the first one repairs gains little.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from core.review.events import Event
from core.review.quality import QualityModel
from core.types import Direction

GOOD_ENOUGH = 0.002
"""A frame from which the clip's mean J would gain less than this is not worth a look."""
_WORST_SHARE = 0.2
"""Only frames among this share of the worst ones are taken, so that what is shown is wrong."""
_NEAR = 3
"""Frames from a reference within which its quality shows how well the object can be followed at all."""

Curve = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """A frame to look at.

    Attributes:
        frame, object_id: The frame, and the object that gains most by it.
        gain: Expected rise of the mean J over the clip (all frames, all objects), 0..1.
        reason: What is wrong there, in words.
        box: x, y, width, height of the place, in pixels of the frame.
    """

    frame: int
    object_id: int
    gain: float
    reason: str
    box: tuple[int, int, int, int]

    def as_json(self) -> dict[str, object]:
        return {
            "frame": self.frame,
            "object": self.object_id,
            "gain": round(self.gain, 5),
            "reason": self.reason,
            "box": list(self.box),
        }


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """What is known of a clip after a run.

    Attributes:
        quality: Per frame and object the predicted J, 0..1.
        seeds: Frames that a user annotated; runs end at them and begin from them.
        fixed: Frames that no run changes and nobody has to look at: annotated or reviewed.
        direction: Of the run that a correction would start.
        events: Of the run, for the reasons.
        boxes: Per frame and object the place to look at.
        words: Per frame and object what is wrong, where no event says it.
    """

    quality: Mapping[int, Mapping[int, float]]
    seeds: Collection[int]
    fixed: Collection[int] = ()
    direction: Direction = "both"
    events: Sequence[Event] = ()
    boxes: Mapping[tuple[int, int], tuple[int, int, int, int]] = field(default_factory=dict)
    words: Mapping[tuple[int, int], str] = field(default_factory=dict)


def build_queue(clip: Clip, model: QualityModel, least_gain: float = GOOD_ENOUGH) -> tuple[QueueEntry, ...]:
    """The frames worth correcting, best first; none where all is good enough."""
    frames = sorted(frame for frame in clip.quality)
    objects = sorted({object_id for each in clip.quality.values() for object_id in each})
    if not frames or not objects:
        return ()
    table = np.array([[clip.quality[frame].get(object_id, np.nan) for object_id in objects] for frame in frames])
    known = ~np.isnan(table)
    quality = np.where(known, table, 1.0)
    after = _after(clip, model, np.array(frames), quality)
    candidates = _candidates(clip, frames, quality, known)
    return tuple(_greedy(clip, frames, objects, quality, after, candidates, least_gain))


def _candidates(clip: Clip, frames: Sequence[int], quality: Curve, known: npt.NDArray[np.bool_]) -> list[int]:
    """Places of the frames that may be proposed: the worst ones, among them all where an object is lost."""
    mean = np.where(known.any(1), quality.sum(1) / quality.shape[1], 1.0)
    free = [place for place, frame in enumerate(frames) if frame not in clip.fixed and frame not in clip.seeds]
    free.sort(key=lambda place: (mean[place], place))
    return sorted(free[: max(1, round(_WORST_SHARE * len(frames)))])


def _after(clip: Clip, model: QualityModel, frames: npt.NDArray[np.intp], quality: Curve) -> Curve:
    """(T, U, K): the J of object k on the frame of place u that a reference on the frame of place t would give."""
    apart = np.abs(frames[:, None] - frames[None, :])
    reached = np.stack([_reached(clip, int(frame), frames) for frame in frames])
    curve = np.where(apart == 0, 1.0, model.expected(apart))
    ceiling = _ceiling(clip, frames, quality) / max(float(model.expected(np.array(1.0))), 1e-6)
    gained = curve[..., None] * np.minimum(ceiling, 1.2)
    gained = np.where((apart == 0)[..., None], 1.0, np.clip(gained, 0.0, 1.0))
    return np.where(reached[..., None], gained, 0.0)


def _ceiling(clip: Clip, frames: npt.NDArray[np.intp], quality: Curve) -> Curve:
    """Per object (K,) the J right beside references: thin and soft objects never come out well."""
    apart = np.array([min((abs(int(frame) - seed) for seed in clip.seeds), default=0) for frame in frames])
    near = quality[apart <= max(_NEAR, int(apart.min(initial=_NEAR)))]
    best: Curve = np.quantile(near if len(near) else quality, 0.75, axis=0)
    return best


def _reached(clip: Clip, frame: int, frames: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
    """The frames that a run from ``frame`` changes."""
    later = min((seed for seed in clip.seeds if seed > frame), default=int(frames.max()) + 1)
    sooner = max((seed for seed in clip.seeds if seed < frame), default=int(frames.min()) - 1)
    ahead, back = (frames >= frame) & (frames < later), (frames <= frame) & (frames > sooner)
    fixed = np.isin(frames, list(clip.fixed)) if clip.fixed else np.zeros(len(frames), bool)
    allowed = {"forward": ahead, "backward": back, "both": ahead | back}[clip.direction]
    reached: npt.NDArray[np.bool_] = allowed & ~fixed
    return reached


def _greedy(
    clip: Clip,
    frames: Sequence[int],
    objects: Sequence[int],
    quality: Curve,
    after: Curve,
    candidates: list[int],
    least_gain: float,
) -> Iterable[QueueEntry]:
    current, left = quality.copy(), list(candidates)
    while left:
        gains = np.maximum(after[left] - current[None], 0).mean(1) / len(objects)
        place = int(gains.sum(1).argmax())
        gain = float(gains[place].sum())
        if gain < least_gain:
            return
        chosen = left.pop(place)
        object_id = objects[int(gains[place].argmax())]
        yield _entry(clip, frames[chosen], object_id, gain)
        current = np.maximum(current, after[chosen])


def _entry(clip: Clip, frame: int, object_id: int, gain: float) -> QueueEntry:
    said = next((e.reason for e in clip.events if e.frame == frame and e.object_id == object_id), None)
    words = said or clip.words.get((frame, object_id), "The mask is probably inaccurate here")
    box = clip.boxes.get((frame, object_id), (0, 0, 0, 0))
    return QueueEntry(frame, object_id, gain, words, box)


class ReviewQueue:
    """A queue while a user works through it: what is reviewed leaves, the rest keeps its order until the next run."""

    def __init__(self, entries: Sequence[QueueEntry] = ()) -> None:
        self._all = tuple(entries)
        self._done: set[int] = set()

    @property
    def entries(self) -> tuple[QueueEntry, ...]:
        """What is left, in order."""
        return tuple(entry for entry in self._all if entry.frame not in self._done)

    @property
    def progress(self) -> tuple[int, int]:
        """How many of how many frames were reviewed since the last run."""
        return len(self._all) - len(self.entries), len(self._all)

    def reviewed(self, frames: Collection[int]) -> None:
        """Let frames leave."""
        self._done.update(frames)

    def after(self, frame: int | None) -> QueueEntry | None:
        """The next entry that is left after that of ``frame``, reviewed or not; else the first. None at the end."""
        place = self._place(frame)
        return next((entry for entry in self._all[place + 1 :] if entry.frame not in self._done), None)

    def before(self, frame: int | None) -> QueueEntry | None:
        """The entry that is left before that of ``frame``; None at the start."""
        place = max(self._place(frame), 0)
        return next((entry for entry in reversed(self._all[:place]) if entry.frame not in self._done), None)

    def _place(self, frame: int | None) -> int:
        return next((place for place, entry in enumerate(self._all) if entry.frame == frame), -1)

    def message(self) -> str:
        """Where the user stands, in words."""
        done, total = self.progress
        if not total:
            return "Nothing needs a review: every mask is probably good enough."
        if done == total:
            return f"All {total} frames of the queue are reviewed."
        return f"{done} of {total} reviewed"
