"""What COCO's and YouTube-VIS's JSON have in common: categories, tracks, and what objects are called."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from core.formats.reading import assign_ids, described, hex_colour
from core.formats.remarks import Remarks
from core.formats.writing import ClipPlan, category_of
from core.types import ObjectInfo

JOINED = "Nothing says which masks of different frames are one object: each of {} categories became one object."


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

    def add(self, track: Any, category: Any) -> Hashable:
        """The key of ``track``; of its category where it is None."""
        key = ("category", category) if track is None else ("track", track)
        self.wanted.setdefault(key, track if isinstance(track, int) else None)
        self.categories.setdefault(key, category)
        return key

    def objects(
        self, names: Mapping[Any, str], told: Iterable[Mapping[str, Any]], remarks: Remarks
    ) -> tuple[dict[Hashable, int], tuple[ObjectInfo, ...]]:
        """Ids by key, and the objects by ascending id.

        Args:
            names: Of the categories, by their id.
            told: What :func:`objects_json` kept.
        """
        known: dict[Hashable, Mapping[str, Any]] = {
            self.add(each["track_id"], each["category_id"]): each for each in told
        }
        for key in self.wanted:
            if isinstance(key, tuple) and key[0] == "category":
                remarks.add(JOINED, key)
        ids = assign_ids(self.wanted, remarks)
        infos = [_info(ids[key], names.get(self.categories[key], ""), known.get(key)) for key in ids]
        return ids, tuple(sorted(infos, key=lambda info: info.id))


def _info(object_id: int, category: str, told: Mapping[str, Any] | None) -> ObjectInfo:
    if told is None:
        return described(object_id, category=category)
    return described(object_id, told["name"], category if told["has_category"] else "", told["colour"])


def folder_of(file_name: str) -> str:
    """The folder part of a ``file_name``, empty where there is none; backslashes are taken as slashes."""
    parent = PurePosixPath(file_name.replace("\\", "/")).parent
    return "" if str(parent) == "." else str(parent)


def stem_of(file_name: str) -> str:
    """The name of a file without folder and suffix."""
    return PurePosixPath(file_name.replace("\\", "/")).stem
