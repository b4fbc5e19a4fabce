"""COCO instances: ``annotations/instances_<set>.json`` and ``images/<set>/<clip>/``.

Masks are compressed run lengths. Each annotation carries ``track_id`` (the object's id) and each image ``video_id`` and
``frame_index``, which COCO's own tools pass over. Void becomes a crowd region of every category: tools ignore those.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from core.errors import Counted, UserError
from core.files.folders import files_with, matching, natural_key
from core.formats.common.coco_json import (
    Places,
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
from core.formats.common.writing import Export, ExportFrame, FolderFormat, Sink
from core.types import VOID, BoolArray
from core.video.frame_source import FrameSource

_WHAT = "COCO instances file"
_PREFIX = "instances_"
_ROBOFLOW = "_annotations.coco.json"
"""In a folder for each set, beside its pictures."""
_WITHOUT_MASK = Counted(
    "{count} annotation without a mask (a box or points only) was left out.",
    "{count} annotations without masks (boxes or points only) were left out.",
)
_CROWDS = Counted(
    "{count} crowd region became void, as it belongs to no single object.",
    "{count} crowd regions became void, as they belong to no single object.",
)
_WITHOUT_IMAGE = Counted(
    "{count} annotation of an image that the file does not list was left out.",
    "{count} annotations of images that the file does not list were left out.",
)


class CocoFormat(FolderFormat):
    """Reads and writes COCO instances with tracks."""

    id = "coco"
    title = "COCO instances"
    parts = ("annotations", "images")
    split_by = "frames"
    heeds = frozenset({"pictures", "image_set", "naming", "val_share"})

    def begin(self, export: Export) -> Sink:
        """See :class:`core.formats.common.writing.FolderFormat`."""
        return _CocoSink(export)

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """Names of the clips, with their set before them where there are several. Raises UserError."""
        return tuple(_clips(root, image_set))

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`.ReadableFormat`. Images without ``video_id`` are clips by their folder."""
        clips = _clips(root)
        clip = chosen_clip(clips, sequence, root)
        several = len({each.image_set for each in clips.values()}) > 1
        return in_set(_read(clip, sequence, frames), known_set(clip.image_set, among_others=several))


class _CocoSink:
    def __init__(self, export: Export) -> None:
        self._export = export
        self._categories = category_ids(export.plans)
        sets = export.image_sets()
        self._images = {name: export.spool(f"images-{name}", ",") for name in sets}
        self._annotations = {name: export.spool(f"annotations-{name}", ",") for name in sets}

    def add(self, frame: ExportFrame) -> None:
        plan, images = frame.plan, self._images[frame.image_set]
        self._export.save_picture(frame, self._export.root / "images" / frame.image_set / plan.name)
        height, width = plan.size
        image = {
            "id": images.count + 1,
            "file_name": f"{plan.name}/{frame.stem}.jpg",
            "width": width,
            "height": height,
            "video_id": plan.number,
            "frame_index": frame.index,
        }
        images.add(compact(image))
        for region in regions(frame.labels, with_void=True):
            self._annotate(frame, images.count, region)

    def _annotate(self, frame: ExportFrame, image_id: int, region: Region) -> None:
        annotations = self._annotations[frame.image_set]
        is_void = region.object_id == VOID
        names = frame.plan.categories()
        for category in self._categories.values() if is_void else (self._categories[names[region.object_id]],):
            track = {} if is_void else {"track_id": region.object_id}
            annotation = {
                "id": annotations.count + 1,
                "image_id": image_id,
                "category_id": category,
                "iscrowd": int(is_void),
                "area": region.area,
                "bbox": list(region.box),
                "segmentation": {"size": list(frame.plan.size), "counts": region.counts},
                "video_id": frame.plan.number,
                **track,
            }
            annotations.add(compact(annotation))
        if is_void and not self._categories:
            self._export.note_void(frame)

    def finish(self) -> None:
        for image_set, images in self._images.items():
            head = {
                "info": {"description": "Masks of video frames", "version": "1.0"},
                "licenses": [],
                "videos": self._videos(image_set),
                "categories": categories_json(self._categories),
            }
            path = self._export.root / "annotations" / f"{_PREFIX}{image_set}.json"
            before, between = compact(head)[:-1] + ',"images":[', '],"annotations":['
            self._export.save_text(path, before, images, between, self._annotations[image_set], "]}\n")

    def _videos(self, image_set: str) -> list[dict[str, Any]]:
        return [
            {
                "id": plan.number,
                "name": plan.name,
                "width": plan.size[1],
                "height": plan.size[0],
                "objects": objects_json(plan, self._categories),
            }
            for plan in self._export.plans
            if image_set in plan.image_sets
        ]


@dataclass(frozen=True, slots=True, eq=False)
class _ClipOfFile:
    """A clip as a COCO file has it: its images with their annotations, where pictures may lie, names of categories.

    ``lost`` counts the annotations of the file that belong to no image.
    """

    file: Path
    root: Path
    image_set: str
    images: Sequence[Mapping[str, Any]]
    annotations: Mapping[Any, Sequence[Mapping[str, Any]]]
    categories: Mapping[Any, str]
    told: Sequence[Mapping[str, Any]]
    lost: int

    def picture_folders(self) -> Iterable[Path]:
        inner = folder_of(self.images[0]["file_name"])
        for base in (f"images/{self.image_set}", self.image_set, "images", "JPEGImages", "."):
            yield self.root / base / inner


def _clips(root: Path, image_set: str | None = None) -> dict[str, _ClipOfFile]:
    files = _files(root)
    sets = {_set_name(file): file for file in files}
    clips: dict[str, _ClipOfFile] = {}
    for name in chosen_set(image_set, sets, root):
        prefix = f"{name}/" if len(sets) > 1 else ""
        found = _clips_of(sets[name], _root_of(root, sets[name]), name)
        clips.update((prefix + clip, content) for clip, content in found)
    return clips


def _files(root: Path) -> list[Path]:
    if root.is_file():
        return [root]
    for folder in (root / "annotations", root):
        files = files_with(folder, ".json")
        found = [file for file in files if file.stem.startswith(_PREFIX)] or files
        if found:
            return list(found)
    exported = list(matching(root, f"*/{_ROBOFLOW}"))
    if exported:
        return exported
    raise UserError(
        "'{path}' does not contain a COCO file.",
        "Choose the JSON file, or the folder with 'annotations' in it.",
        path=root,
    )


def _set_name(file: Path) -> str:
    return file.parent.name if file.name.lower() == _ROBOFLOW else file.stem.removeprefix(_PREFIX)


def _root_of(root: Path, file: Path) -> Path:
    if root.is_dir() and file.name.lower() != _ROBOFLOW:
        return root
    return file.parent.parent if file.parent.name == "annotations" else file.parent


def _clips_of(file: Path, root: Path, image_set: str) -> Iterable[tuple[str, _ClipOfFile]]:
    document = read_json(file, _WHAT)
    with parse_errors_as_user_errors(file, _WHAT):
        videos = {video["id"]: video for video in document.get("videos") or []}
        grouped: dict[Any, list[Mapping[str, Any]]] = {}
        for image in document["images"]:
            own = image.get("video_id")
            grouped.setdefault(own if own in videos else folder_of(image["file_name"]), []).append(image)
        annotations: dict[Any, list[Mapping[str, Any]]] = {}
        for annotation in document["annotations"] or ():
            annotations.setdefault(annotation["image_id"], []).append(annotation)
        listed = {image["id"] for image in document["images"]}
        lost = sum(len(some) for image, some in annotations.items() if image not in listed)
        categories = {each["id"]: str(each["name"]) for each in document["categories"]}
        for key, images in grouped.items():
            video = videos.get(key, {})
            name = str(video.get("name", key)) or root.resolve().name
            told = video.get("objects") or []
            yield name, _ClipOfFile(file, root, image_set, _ordered(images), annotations, categories, told, lost)


def _ordered(images: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return sorted(images, key=lambda image: (image.get("frame_index", 0), natural_key(Path(image["file_name"]))))


def _read(clip: _ClipOfFile, name: str, given: FrameSource | None) -> LabelledClip:
    remarks, tracks = ExportNotes(), Tracks()
    remarks.add(_WITHOUT_IMAGE, count=clip.lost)
    with parse_errors_as_user_errors(clip.file, _WHAT):
        source = frames_of(given, clip.picture_folders(), clip.root)
        size = (source.height, source.width)
        numbers = match_stems(source, [stem_of(image["file_name"]) for image in clip.images], clip.file, remarks)
        told = [clip.annotations.get(image["id"], ()) for image in clip.images]
        remarks.add(_WITHOUT_MASK, count=sum(not each.get("segmentation") for some in told for each in some))
        found = [
            _Image(index, stated_size(image.get("height"), image.get("width"), size, remarks), _with_mask(some))
            for index, image, some in zip(numbers, clip.images, told, strict=True)
        ]
        refuse_shares(polygon for image in found for each in image.annotations for polygon in _polygons(each))
        keys = {id(each): key for image in found for each, key in _keys(image, tracks, remarks)}
        ids, objects = tracks.objects(clip.categories, clip.told, remarks)
        shapes = {image.index: image.shapes(clip.file, size, keys, ids) for image in found}
    paint = label_renderer(size, shapes, remarks)
    return Clip(name.rpartition("/")[2], source, objects, paint, shapes.__contains__, read_notes=remarks.sentences)


@dataclass(frozen=True, slots=True, eq=False)
class _Image:
    """An image of a clip: its frame, the size that its masks are drawn for, and its annotations with masks."""

    index: int
    drawn: tuple[int, int]
    annotations: Sequence[Mapping[str, Any]]

    def shapes(
        self, file: Path, size: tuple[int, int], keys: Mapping[int, Hashable], ids: Mapping[Hashable, int]
    ) -> list[Shape]:
        """Its masks: crowds first, so that objects lie on them."""
        ordered = sorted(self.annotations, key=lambda each: id(each) in keys)
        return [
            Shape(ids[keys[id(each)]] if id(each) in keys else VOID, partial(_mask, file, each, self.drawn, size))
            for each in ordered
            if id(each) not in keys or keys[id(each)] in ids
        ]


def _with_mask(annotations: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [each for each in annotations if each.get("segmentation")]


def _polygons(annotation: Mapping[str, Any]) -> Sequence[Any]:
    segmentation = annotation["segmentation"]
    return segmentation if isinstance(segmentation, list) else ()


def _keys(image: _Image, tracks: Tracks, remarks: ExportNotes) -> Iterable[tuple[Mapping[str, Any], Hashable]]:
    """The annotations of single objects with the keys of their tracks."""
    places = Places()
    for annotation in image.annotations:
        track, category = _track(annotation), annotation["category_id"]
        if not _is_crowd(annotation):
            yield annotation, tracks.add(track, category, places.next(track, category))
        elif "video_id" not in annotation:
            remarks.add(_CROWDS, annotation["id"])


def _is_crowd(annotation: Mapping[str, Any]) -> bool:
    """Whether it marks a region of many: CVAT and Datumaro set the flag on each mask that is not a polygon, too."""
    attributes = annotation.get("attributes")
    is_single = _track(annotation) is not None or (isinstance(attributes, Mapping) and not attributes.get("is_crowd"))
    return bool(annotation.get("iscrowd")) and not is_single


def _track(annotation: Mapping[str, Any]) -> Any:
    own = annotation.get("track_id")
    return (annotation.get("attributes") or {}).get("track_id") if own is None else own


def _mask(file: Path, annotation: Mapping[str, Any], drawn: tuple[int, int], size: tuple[int, int]) -> BoolArray:
    with parse_errors_as_user_errors(file, _WHAT):
        return fitted(coco_mask_of(annotation["segmentation"], *drawn), size)
