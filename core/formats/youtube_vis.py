"""YouTube-VIS: ``<set>/instances.json`` and ``<set>/JPEGImages/<clip>/``.

One annotation a track, with lists as long as the video: null where the object is absent. ``track_id`` (the object's id)
and the videos' ``objects`` (names, colours) are ours; other tools pass over them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from core.errors import UserError
from core.formats.base import Clip, LabelledClip
from core.formats.coco_json import Tracks, categories_json, category_ids, dump, folder_of, objects_json, stem_of
from core.formats.reading import (
    Shape,
    chosen_clip,
    chosen_set,
    coco_mask_of,
    frames_of,
    match_stems,
    painter,
    read_json,
    understood,
)
from core.formats.regions import Region, regions
from core.formats.remarks import Remarks
from core.formats.writing import ClipPlan, Export, ExportFrame, FolderFormat, Sink, set_names
from core.types import BoolArray
from core.video import FrameSource

_WHAT = "YouTube-VIS file"
_INSTANCES = "instances.json"


class YouTubeVisFormat(FolderFormat):
    """Reads and writes YouTube-VIS (reads the layouts of 2019 and 2021)."""

    id = "youtube-vis"
    title = "YouTube-VIS"

    def begin(self, export: Export) -> Sink:
        """See :class:`core.formats.writing.FolderFormat`."""
        return _VisSink(export)

    def top_names(self, plans: Sequence[ClipPlan]) -> Set[str]:
        """See :class:`core.formats.writing.FolderFormat`."""
        return set_names(plans)

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """Names of the clips, with their set before them where there are several. Raises UserError."""
        return tuple(_videos(root, image_set))

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`core.formats.base.ReadableFormat`."""
        return _read(chosen_clip(_videos(root), sequence, root), sequence, frames)


@dataclass
class _VisSink:
    export: Export
    found: dict[int, dict[int, dict[int, Region]]] = field(default_factory=dict)
    names: dict[int, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.categories = category_ids(self.export.plans)

    def add(self, frame: ExportFrame) -> None:
        plan = frame.plan
        self.export.save_picture(frame, self.export.root / frame.image_set / "JPEGImages" / plan.name)
        self.export.note_void(frame)
        self.names.setdefault(plan.number, []).append(f"{plan.name}/{frame.stem}.jpg")
        tracks = self.found.setdefault(plan.number, {})
        for region in regions(frame.labels):
            tracks.setdefault(region.object_id, {})[frame.position] = region

    def finish(self) -> None:
        for image_set in self.export.image_sets():
            plans = [plan for plan in self.export.plans if image_set in plan.image_sets]
            annotations = [each for plan in plans for each in self._annotations(plan)]
            document = {
                "info": {"description": "Masks of video frames", "version": "1.0"},
                "licenses": [],
                "videos": [self._video(plan) for plan in plans],
                "categories": categories_json(self.categories),
                "annotations": [{"id": number, **each} for number, each in enumerate(annotations, start=1)],
            }
            self.export.save_text(self.export.root / image_set / _INSTANCES, dump(document))

    def _video(self, plan: ClipPlan) -> dict[str, Any]:
        return {
            "id": plan.number,
            "width": plan.size[1],
            "height": plan.size[0],
            "length": len(plan.frames),
            "file_names": self.names[plan.number],
            "objects": objects_json(plan, self.categories),
        }

    def _annotations(self, plan: ClipPlan) -> Iterable[dict[str, Any]]:
        categories = plan.categories()
        for object_id, found in sorted(self.found.get(plan.number, {}).items()):
            regions = [found.get(position) for position in range(len(plan.frames))]
            size = list(plan.size)
            yield {
                "video_id": plan.number,
                "category_id": self.categories[categories[object_id]],
                "iscrowd": 0,
                "width": plan.size[1],
                "height": plan.size[0],
                "length": len(plan.frames),
                "segmentations": [each and {"size": size, "counts": each.counts} for each in regions],
                "areas": [each and each.area for each in regions],
                "bboxes": [each and list(each.box) for each in regions],
                "track_id": object_id,
            }


@dataclass(frozen=True, slots=True, eq=False)
class _Video:
    file: Path
    pictures: tuple[Path, ...]
    video: Mapping[str, Any]
    annotations: Sequence[Mapping[str, Any]]
    categories: Mapping[Any, str]


def _videos(root: Path, image_set: str | None = None) -> dict[str, _Video]:
    files = _files(root)
    videos: dict[str, _Video] = {}
    for name in chosen_set(image_set, files, root):
        prefix = f"{name}/" if len(files) > 1 else ""
        videos.update((prefix + clip, video) for clip, video in _videos_of(files[name], name))
    return videos


def _files(root: Path) -> dict[str, Path]:
    """Per set its file: ``<set>/instances.json`` or ``<set>.json``."""
    if root.is_file():
        return {root.parent.name if root.name == _INSTANCES else root.stem: root}
    if (root / _INSTANCES).is_file():
        return {root.resolve().name: root / _INSTANCES}
    found = {file.parent.name: file for file in sorted(root.glob(f"*/{_INSTANCES}"))}
    found = found or {file.stem: file for file in sorted(root.glob("*.json"))}
    if not found:
        raise UserError(f"'{root}' holds no YouTube-VIS file.", "Choose the JSON file, or the folder of the dataset.")
    return found


def _videos_of(file: Path, image_set: str) -> Iterable[tuple[str, _Video]]:
    document = read_json(file, _WHAT)
    with understood(file, _WHAT):
        categories = {each["id"]: str(each["name"]) for each in document["categories"]}
        annotations: dict[Any, list[Mapping[str, Any]]] = {}
        for annotation in document.get("annotations") or ():
            annotations.setdefault(annotation["video_id"], []).append(annotation)
        for video in document["videos"]:
            inner = folder_of(video["file_names"][0])
            bases = (file.parent / "JPEGImages", file.parent / image_set / "JPEGImages", file.parent)
            pictures = tuple(base / inner for base in bases)
            own = annotations.get(video["id"], [])
            yield inner or str(video["id"]), _Video(file, pictures, video, own, categories)


def _read(video: _Video, name: str, given: FrameSource | None) -> LabelledClip:
    remarks, tracks = Remarks(), Tracks()
    with understood(video.file, _WHAT):
        source = frames_of(given, video.pictures, video.file)
        numbers = match_stems(source, [stem_of(each) for each in video.video["file_names"]], video.file)
        keys = [
            tracks.add(annotation.get("track_id", position), annotation["category_id"])
            for position, annotation in enumerate(video.annotations, start=1)
        ]
        ids, objects = tracks.objects(video.categories, video.video.get("objects", ()), remarks)
        size = (source.height, source.width)
        shapes: dict[int, list[Shape]] = {index: [] for index in numbers}
        for key, annotation in zip(keys, video.annotations, strict=True):
            for index, segmentation in zip(numbers, annotation["segmentations"], strict=True):
                if segmentation and key in ids:
                    shapes[index].append(Shape(ids[key], partial(_mask, video.file, segmentation, size)))
    paint = painter(size, shapes, remarks)
    return Clip(name.rpartition("/")[2], source, objects, paint, shapes.__contains__, read_notes=remarks.sentences)


def _mask(file: Path, segmentation: Any, size: tuple[int, int]) -> BoolArray:
    with understood(file, _WHAT):
        return coco_mask_of(segmentation, *size)
