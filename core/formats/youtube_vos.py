"""YouTube-VOS: ``<set>/JPEGImages/<clip>/``, ``<set>/Annotations/<clip>/`` and ``<set>/meta.json``.

Masks are indexed PNG as in DAVIS. ``meta.json`` lists per object its category and the frames that show it; an object
may start after the first frame.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from core.errors import Counted, UserError
from core.files.folders import subfolders
from core.formats.common.contract import LabelledClip
from core.formats.common.label_maps import label_map_clip
from core.formats.common.reading import (
    chosen_clip,
    chosen_set,
    described,
    frames_of,
    in_set,
    known_set,
    parse_errors_as_user_errors,
    read_json,
)
from core.formats.common.writing import ClipPlan, Export, ExportFrame, FolderFormat, Sink, set_names
from core.masks.labels import object_ids
from core.masks.png import encode_label_map
from core.types import MAX_OBJECT_ID, ObjectInfo
from core.video.frame_source import FrameSource

_META = "meta.json"
_WHAT = "meta.json of YouTube-VOS"


class YouTubeVosFormat(FolderFormat):
    """Reads and writes YouTube-VOS."""

    id = "youtube-vos"
    title = "YouTube-VOS"

    def begin(self, export: Export) -> Sink:
        """See :class:`core.formats.common.writing.FolderFormat`."""
        for plan in export.plans:
            for each in plan.objects:
                if each.category and each.name != each.category:
                    export.remarks.add(
                        Counted(
                            "The name of {count} object was left out: this format stores categories only.",
                            "The names of {count} objects were left out: this format stores categories only.",
                        ),
                        each,
                    )
        return _VosSink(export)

    def top_names(self, plans: Sequence[ClipPlan]) -> Set[str]:
        """See :class:`core.formats.common.writing.FolderFormat`."""
        return set_names(plans)

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """Names of the clips, with their set before them where there are several. Raises UserError."""
        return tuple(_clips(root, image_set))

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`.ReadableFormat`. All masks are read once to find the objects."""
        clips = _clips(root)
        base, name = chosen_clip(clips, sequence, root), sequence.rpartition("/")[2]
        image_set = known_set(base.resolve().name, among_others=len(set(clips.values())) > 1)
        categories = _categories(base / _META, name)
        source = frames_of(frames, [base / "JPEGImages" / name], root)
        known = tuple(categories)
        describe = partial(_described, categories)
        return in_set(label_map_clip(name, source, base / "Annotations" / name, describe, known), image_set)


@dataclass
class _VosSink:
    export: Export
    shown: dict[str, dict[int, list[str]]] = field(default_factory=dict)

    def add(self, frame: ExportFrame) -> None:
        plan, base = frame.plan, self.export.root / frame.image_set
        self.export.save_picture(frame, base / "JPEGImages" / plan.name)
        labels = frame.labels
        self.export.files.write(
            base / "Annotations" / plan.name / f"{frame.stem}.png", lambda: encode_label_map(labels)
        )
        shown = self.shown.setdefault(plan.name, {each.id: [] for each in plan.objects})
        for object_id in object_ids(labels):
            shown[object_id].append(frame.stem)

    def finish(self) -> None:
        for image_set in self.export.image_sets():
            videos = {}
            for plan in self.export.plans:
                if image_set in plan.image_sets:
                    categories = plan.categories()
                    shown = self.shown[plan.name]
                    objects = {str(key): {"category": categories[key], "frames": shown[key]} for key in shown}
                    videos[plan.name] = {"objects": objects}
            text = json.dumps({"videos": videos}, ensure_ascii=False, indent=1) + "\n"
            self.export.save_text(self.export.root / image_set / _META, text)


def _clips(root: Path, image_set: str | None = None) -> dict[str, Path]:
    """Per name of a clip the folder of its set."""
    bases = {"": root} if (root / "Annotations").is_dir() else {}
    if not bases and root.is_dir():
        bases = {folder.name: folder for folder in subfolders(root) if (folder / "Annotations").is_dir()}
    if not bases:
        raise UserError(
            "'{path}' is not a YouTube-VOS dataset: it has no 'Annotations'.",
            "Choose the folder with 'Annotations'.",
            path=root,
        )
    return {
        (f"{name}/" if len(bases) > 1 else "") + folder.name: bases[name]
        for name in chosen_set(image_set, bases, root)
        for folder in subfolders(bases[name] / "Annotations")
    }


def _categories(meta: Path, name: str) -> Mapping[int, str]:
    if not meta.is_file():
        return {}
    document: dict[str, Any] = read_json(meta, _WHAT)
    with parse_errors_as_user_errors(meta, _WHAT):
        objects = document["videos"].get(name, {}).get("objects", {})
        found = {int(key): str(value.get("category", "")) for key, value in objects.items()}
        if any(not 1 <= key <= MAX_OBJECT_ID for key in found):
            raise ValueError(f"the objects of '{name}' have ids outside 1 to {MAX_OBJECT_ID}")
    return found


def _described(categories: Mapping[int, str], object_id: int) -> ObjectInfo:
    return described(object_id, category=categories.get(object_id, ""))
