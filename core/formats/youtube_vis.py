"""YouTube-VIS: ``<set>/instances.json`` and ``<set>/JPEGImages/<clip>/``.

One annotation a track, with lists as long as the video: null where the object is absent. ``track_id`` (the object's id)
and the videos' ``objects`` (names, colours) are ours; other tools pass over them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from core.errors import Counted, UserError
from core.files.folders import files_with, matching
from core.formats.common.coco_json import (
    Tracks,
    categories_json,
    category_ids,
    compact,
    folder_of,
    objects_json,
    stem_of,
)
from core.formats.common.contract import Clip, ExportNotes, LabelledClip
from core.formats.common.cvat_shapes import fitted, stated_size
from core.formats.common.output_files import TextBuffer
from core.formats.common.reading import (
    Shape,
    chosen_clip,
    chosen_set,
    coco_mask_of,
    frames_of,
    in_set,
    known_set,
    label_renderer,
    match_stems,
    parse_errors_as_user_errors,
    read_json,
)
from core.formats.common.shapes import Region, refuse_shares, regions
from core.formats.common.writing import ClipPlan, Export, ExportFrame, FolderFormat, Sink, set_names
from core.types import BoolArray
from core.video.frame_source import FrameSource

_WHAT = "YouTube-VIS file"
_WITHOUT_MASK = Counted(
    "{count} annotation without masks (boxes only) was left out.",
    "{count} annotations without masks (boxes only) were left out.",
)
_WITHOUT_VIDEO = Counted(
    "{count} annotation of a video that the file does not list was left out.",
    "{count} annotations of videos that the file does not list were left out.",
)
_INSTANCES = "instances.json"


class YouTubeVisFormat(FolderFormat):
    """Reads and writes YouTube-VIS (reads the layouts of 2019 and 2021)."""

    id = "youtube-vis"
    title = "YouTube-VIS"

    def begin(self, export: Export) -> Sink:
        """See :class:`core.formats.common.writing.FolderFormat`."""
        return _VisSink(export)

    def top_names(self, plans: Sequence[ClipPlan]) -> Set[str]:
        """See :class:`core.formats.common.writing.FolderFormat`."""
        return set_names(plans)

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """Names of the clips, with their set before them where there are several. Raises UserError."""
        return tuple(_videos(root, image_set))

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`core.formats.common.contract.ReadableFormat`."""
        videos = _videos(root)
        video = chosen_clip(videos, sequence, root)
        several = len({each.image_set for each in videos.values()}) > 1
        return in_set(_read(video, sequence, frames), known_set(video.image_set, among_others=several))


class _VisSink:
    def __init__(self, export: Export) -> None:
        self._export = export
        self._categories = category_ids(export.plans)
        self._names = {plan.number: export.spool(f"names-{plan.number}", ",") for plan in export.plans}
        self._tracks = {
            (plan.number, each.id): _Track(export, plan, each.id) for plan in export.plans for each in plan.objects
        }

    def add(self, frame: ExportFrame) -> None:
        plan = frame.plan
        self._export.save_picture(frame, self._export.root / frame.image_set / "JPEGImages" / plan.name)
        self._export.note_void(frame)
        self._names[plan.number].add(compact(f"{plan.name}/{frame.stem}.jpg"))
        found = {region.object_id: region for region in regions(frame.labels)}
        for each in plan.objects:
            self._tracks[plan.number, each.id].add(found.get(each.id))

    def finish(self) -> None:
        for image_set in self._export.image_sets():
            plans = [plan for plan in self._export.plans if image_set in plan.image_sets]
            head = {"info": {"description": "Masks of video frames", "version": "1.0"}, "licenses": []}
            videos = [part for plan in plans for part in (*self._video(plan), ",")][:-1]
            tracks = [
                (plan, each) for plan in plans for each in plan.objects if self._tracks[plan.number, each.id].shown
            ]
            annotations = [
                part
                for number, (plan, each) in enumerate(tracks, start=1)
                for part in (*self._annotation(number, plan, each.id), ",")
            ][:-1]
            categories = compact(categories_json(self._categories))
            self._export.save_text(
                self._export.root / image_set / _INSTANCES,
                *(compact(head)[:-1], ',"videos":[', *videos, f'],"categories":{categories},"annotations":['),
                *(*annotations, "]}\n"),
            )

    def _video(self, plan: ClipPlan) -> Sequence[str | TextBuffer]:
        head = {"id": plan.number, "width": plan.size[1], "height": plan.size[0], "length": len(plan.frames)}
        objects = compact(objects_json(plan, self._categories))
        return compact(head)[:-1], ',"file_names":[', self._names[plan.number], f'],"objects":{objects}}}'

    def _annotation(self, number: int, plan: ClipPlan, object_id: int) -> Sequence[str | TextBuffer]:
        head = {
            "id": number,
            "video_id": plan.number,
            "category_id": self._categories[plan.categories()[object_id]],
            "iscrowd": 0,
            "width": plan.size[1],
            "height": plan.size[0],
            "length": len(plan.frames),
        }
        return compact(head)[:-1], *self._tracks[plan.number, object_id].parts(), f',"track_id":{object_id}}}'


class _Track:
    """What is written of one object: three lists, as long as the video."""

    def __init__(self, export: Export, plan: ClipPlan, object_id: int) -> None:
        self._size = list(plan.size)
        self._lists = {
            name: export.spool(f"{name}-{plan.number}-{object_id}", ",")
            for name in ("segmentations", "areas", "bboxes")
        }
        self.shown = False

    def add(self, region: Region | None) -> None:
        segmentations, areas, boxes = self._lists.values()
        segmentations.add(compact(region and {"size": self._size, "counts": region.counts}))
        areas.add(compact(region and region.area))
        boxes.add(compact(region and list(region.box)))
        self.shown = self.shown or region is not None

    def parts(self) -> Sequence[str | TextBuffer]:
        return [part for name, spool in self._lists.items() for part in (f',"{name}":[', spool, "]")]


@dataclass(frozen=True, slots=True, eq=False)
class _Video:
    """A video with its annotations; ``lost`` counts those of the file that belong to no video."""

    file: Path
    image_set: str
    pictures: tuple[Path, ...]
    video: Mapping[str, Any]
    annotations: Sequence[Mapping[str, Any]]
    categories: Mapping[Any, str]
    lost: int


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
    found = {file.parent.name: file for file in matching(root, f"*/{_INSTANCES}")}
    found = found or {file.stem: file for file in files_with(root, ".json")}
    if not found:
        raise UserError(
            "'{path}' does not contain a YouTube-VIS file.",
            "Choose the JSON file, or the folder of the dataset.",
            path=root,
        )
    return found


def _videos_of(file: Path, image_set: str) -> Iterable[tuple[str, _Video]]:
    document = read_json(file, _WHAT)
    with parse_errors_as_user_errors(file, _WHAT):
        categories = {each["id"]: str(each["name"]) for each in document["categories"]}
        annotations: dict[Any, list[Mapping[str, Any]]] = {}
        for annotation in document.get("annotations") or ():
            annotations.setdefault(annotation["video_id"], []).append(annotation)
        listed = {video["id"] for video in document["videos"]}
        lost = sum(len(some) for video, some in annotations.items() if video not in listed)
        for video in document["videos"]:
            inner = folder_of(video["file_names"][0])
            bases = (file.parent / "JPEGImages", file.parent / image_set / "JPEGImages", file.parent)
            pictures = tuple(base / inner for base in bases)
            own = annotations.get(video["id"], [])
            yield inner or str(video["id"]), _Video(file, image_set, pictures, video, own, categories, lost)


def _read(video: _Video, name: str, given: FrameSource | None) -> LabelledClip:
    remarks, tracks = ExportNotes(), Tracks()
    remarks.add(_WITHOUT_VIDEO, count=video.lost)
    with parse_errors_as_user_errors(video.file, _WHAT):
        source = frames_of(given, video.pictures, video.file)
        stems = [stem_of(each) for each in video.video["file_names"]]
        numbers = match_stems(source, stems, video.file, remarks)
        drawn = [each for each in video.annotations if each.get("segmentations")]
        remarks.add(_WITHOUT_MASK, count=len(video.annotations) - len(drawn))
        told = [annotation.get("track_id") for annotation in drawn]
        # An annotation is a track; where two have one number, the number is not the track's.
        is_own = None not in told and len(set(told)) == len(told)
        keys = [
            tracks.add(track if is_own else position, annotation["category_id"])
            for position, (track, annotation) in enumerate(zip(told, drawn, strict=True), start=1)
        ]
        ids, objects = tracks.objects(video.categories, video.video.get("objects") or (), remarks)
        size = (source.height, source.width)
        stated = stated_size(video.video.get("height"), video.video.get("width"), size, remarks)
        every = [each for annotation in drawn for each in annotation["segmentations"] if isinstance(each, list)]
        refuse_shares(polygon for each in every for polygon in each)
        shapes: dict[int, list[Shape]] = {index: [] for index in numbers}
        for key, annotation in zip(keys, drawn, strict=True):
            for index, segmentation in zip(numbers, annotation["segmentations"], strict=True):
                if segmentation and key in ids:
                    shapes[index].append(Shape(ids[key], partial(_mask, video.file, segmentation, stated, size)))
    paint = label_renderer(size, shapes, remarks)
    return Clip(name.rpartition("/")[2], source, objects, paint, shapes.__contains__, read_notes=remarks.sentences)


def _mask(file: Path, segmentation: Any, stated: tuple[int, int], size: tuple[int, int]) -> BoolArray:
    with parse_errors_as_user_errors(file, _WHAT):
        return fitted(coco_mask_of(segmentation, *stated), size)
