"""What COCO's and YouTube-VIS's JSON have in common: categories, tracks, and what objects are called."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from core.errors import Counted
from core.formats.common.contract import ExportNotes
from core.formats.common.reading import assign_ids, described, hex_colour
from core.formats.common.writing import ClipPlan, category_of
from core.types import ObjectInfo

JOINED = Counted(
    "The file does not say which masks on different frames show the same object, so the category became one object.",
    "The file does not say which masks on different frames show the same object, so each of the "
    "{count} categories became one object.",
)
APART = Counted(
    "The file does not say which masks on different frames show the same object. One category has "
    "several masks on one frame; they became objects in their order.",
    "The file does not say which masks on different frames show the same object. {count} categories "
    "have several masks on one frame; these became objects in their order.",
)


def category_ids(plans: Iterable[ClipPlan]) -> dict[str, int]:
    """A number, from 1, for each category of these clips, in order of appearance."""
    names = dict.fromkeys(category_of(each) for plan in plans for each in plan.objects)
    return {name: number for number, name in enumerate(names, start=1)}


def categories_json(ids: Mapping[str, int]) -> list[dict[str, Any]]:
    """COCO's list of categories."""
    return [{"id": number, "name": name, "supercategory": "object"} for name, number in ids.items()]


def objects_json(plan: ClipPlan, categories: Mapping[str, int]) -> list[dict[str, Any]]:
    """What the format has no place for, kept beside a video: every object with name and colour."""
    return [
        {
            "track_id": each.id,
            "category_id": categories[category_of(each)],
            "name": each.name,
            "has_category": bool(each.category),
            "colour": hex_colour(each),
        }
        for each in plan.objects
    ]


def compact(document: Any) -> str:
    """``document`` as compact JSON, the same bytes for the same content."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


@dataclass(slots=True)
class Tracks:
    """Tracks of one clip: the category of each key, and the id that it wants."""

    wanted: dict[Hashable, int | None] = field(default_factory=dict)
    categories: dict[Hashable, Any] = field(default_factory=dict)

    def add(self, track: Any, category: Any, place: int = 0) -> Hashable:
        """The key of ``track`` with its category; where it is None, of the one at ``place`` among its category.

        Args:
            place: Among the masks of this category and without track on its frame, counted from 0.
        """
        key = ("category", category, place) if track is None else ("track", track, category)
        self.wanted.setdefault(key, _number(track))
        self.categories.setdefault(key, category)
        return key

    def objects(
        self, names: Mapping[Any, str], told: Iterable[Mapping[str, Any]], remarks: ExportNotes
    ) -> tuple[dict[Hashable, int], tuple[ObjectInfo, ...]]:
        """Ids by key, and the objects by ascending id.

        Args:
            names: Of the categories, by their id.
            told: What :func:`objects_json` kept.
        """
        known: dict[Hashable, Mapping[str, Any]] = {
            self.add(each["track_id"], each["category_id"]): each for each in told
        }
        places: dict[Hashable, int] = {
            key: key[2] for key in self.wanted if isinstance(key, tuple) and key[0] == "category"
        }
        several = {self.categories[key] for key, place in places.items() if place}
        for key in places:
            remarks.add(APART if self.categories[key] in several else JOINED, self.categories[key])
        ids = assign_ids(self.wanted, remarks)
        infos = [
            _info(ids[key], names.get(self.categories[key], ""), known.get(key), places.get(key, 0)) for key in ids
        ]
        return ids, tuple(sorted(infos, key=lambda info: info.id))


class Places:
    """Counts the masks of one frame that have no track, category by category."""

    def __init__(self) -> None:
        self._taken: Counter[Any] = Counter()

    def next(self, track: Any, category: Any) -> int:
        """The place, from 0, of the next mask of ``category``; 0 for all that have a track."""
        if track is not None:
            return 0
        self._taken[category] += 1
        return self._taken[category] - 1


def _number(track: Any) -> int | None:
    if isinstance(track, str) and re.fullmatch(r"[0-9]{1,9}", track):
        return int(track)
    return track if isinstance(track, int) else None


def _info(object_id: int, category: str, told: Mapping[str, Any] | None, place: int) -> ObjectInfo:
    if told is None:
        return described(object_id, f"{category or 'object'} {place + 1}" if place else "", category)
    return described(object_id, told["name"], category if told["has_category"] else "", told["colour"])


def folder_of(file_name: str) -> str:
    """The folder part of a ``file_name``, empty where there is none; backslashes are taken as slashes."""
    parent = PurePosixPath(file_name.replace("\\", "/")).parent
    return "" if str(parent) == "." else str(parent)


def stem_of(file_name: str) -> str:
    """The name of a file without folder and suffix."""
    return PurePosixPath(file_name.replace("\\", "/")).stem
