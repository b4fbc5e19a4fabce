"""What happened to objects along a run: lost, jumped, exchanged, left, returned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from core.review.features import FEATURES, Observation

EventKind = Literal["lost", "jump", "swap", "leaves", "returns"]

_JUMP_IOU = 0.45
"""A mask that overlaps the carried previous one by less has jumped."""
_DROPPED = 0.4
"""The share of the carried mask that must be missing for a part to count as dropped."""
_AT_BORDER = 0.5
"""A mask with this much of its extent at the frame's border may leave through it."""
_SHRUNK = 0.35
"""What is left of an object's usual area when it is on its way out."""
_COVERED = 0.5
_TAKEN = 0.5
"""The share of an object's pixels that another one must hold at once for the two to count as exchanged."""
_SMALL = 24
"""Pixels of a mask below which its jumps say nothing."""
_IOU, _SEEDED = FEATURES.index("carried_iou"), FEATURES.index("area_from_seed")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an object on a frame, with its reason in words."""

    frame: int
    object_id: int
    kind: EventKind
    reason: str

    def as_json(self) -> dict[str, object]:
        return {"frame": self.frame, "object": self.object_id, "kind": self.kind, "reason": self.reason}


@dataclass(slots=True)
class _Presence:
    """Whether an object was there on the frame before, and if not, since when and why."""

    usual: float
    gone_since: int | None = None
    gone_reason: str = ""
    left: bool = False


@dataclass(slots=True)
class EventFinder:
    """Finds events frame by frame, in the order of a run."""

    _presence: dict[int, _Presence] = field(default_factory=dict)

    def start(self, areas: dict[int, int]) -> None:
        """Begin at a seed that holds objects of these areas in pixels."""
        self._presence = {object_id: _Presence(float(area)) for object_id, area in areas.items()}

    def update(self, observations: Sequence[Observation]) -> list[Event]:
        """The events of one frame, given every object on it."""
        return [event for one in observations for event in self._events(one, observations)]

    def _events(self, one: Observation, frame: Sequence[Observation]) -> list[Event]:
        presence = self._presence.setdefault(one.object_id, _Presence(float(one.area)))
        if one.area == 0:
            return self._gone(one, presence)
        found = self._returned(one, presence) + _moved(one, frame)
        presence.usual += 0.1 * (max(one.area, 0.2 * presence.usual) - presence.usual)
        return found

    def _gone(self, one: Observation, presence: _Presence) -> list[Event]:
        if presence.usual < 1:
            return []
        if presence.gone_since is None:
            presence.gone_since = one.frame
            presence.left, presence.gone_reason = _why_gone(one, presence.usual)
            if presence.left:
                return [Event(one.frame, one.object_id, "leaves", presence.gone_reason)]
        if presence.left:
            return []
        count = abs(one.frame - presence.gone_since) + 1
        since = "" if count == 1 else f", for {count} frames now"
        return [Event(one.frame, one.object_id, "lost", f"{presence.gone_reason}{since}")]

    @staticmethod
    def _returned(one: Observation, presence: _Presence) -> list[Event]:
        if presence.gone_since is None:
            return []
        count = abs(one.frame - presence.gone_since)
        presence.gone_since = None
        frames = "1 frame" if count == 1 else f"{count} frames"
        return [Event(one.frame, one.object_id, "returns", f"It is back after {frames} without a mask")]


def _why_gone(one: Observation, usual: float) -> tuple[bool, str]:
    """Whether an object left by itself, and the words for it."""
    if one.covered >= _COVERED:
        return True, f"It went behind object {one.taken_by}"
    last = one.carried
    if one.lost_to_border >= _AT_BORDER and last < _SHRUNK * usual:
        return True, "It left through the border of the frame"
    return False, "The object has no mask, and it neither left the frame nor went behind another object"


def _moved(one: Observation, frame: Sequence[Observation]) -> list[Event]:
    """Exchanges, jumps and dropped parts of an object that has a mask."""
    if max(one.area, one.carried) < _SMALL or one.entered:
        return []
    others = {other.object_id: other for other in frame}
    if one.covered >= _TAKEN and one.taken_by in others and others[one.taken_by].values[_IOU] < _JUMP_IOU:
        return [Event(one.frame, one.object_id, "swap", f"Object {one.taken_by} has its place at once")]
    if one.missing >= _DROPPED and one.missing_odds > 0:
        return [Event(one.frame, one.object_id, "jump", f"A part is missing, {one.missing:.0%} of the mask before")]
    if one.values[_IOU] < _JUMP_IOU:
        return [Event(one.frame, one.object_id, "jump", "The mask is at another place or has another shape at once")]
    return []
