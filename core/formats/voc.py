"""Pascal VOC segmentation: ``SegmentationObject``, ``SegmentationClass``, ``JPEGImages``, ``ImageSets/Segmentation``.

Both kinds of masks are indexed PNG with VOC's palette: the object's id, and the index of its class in ``labelmap.txt``.
255 is void.

A part of a clip as a clip: the frames of one of its sets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

from core.errors import Counted, UserError
from core.files import read_text
from core.files.folders import files_with
from core.formats.common.coco_json import category_ids
from core.formats.common.colours import LabelMap, colours_of_folder
from core.formats.common.contract import Clip, ExportNotes, LabelledClip
from core.formats.common.label_maps import label_map_clip, mask_files
from core.formats.common.reading import chosen_set, described, frames_of, parse_errors_as_user_errors
from core.formats.common.writing import Export, ExportFrame, FolderFormat, Sink
from core.masks.labels import object_ids
from core.masks.palette import voc_palette
from core.masks.png import Colours, encode_label_map, read_label_map
from core.types import VOID, Frame, ObjectInfo, UInt8Array
from core.video.frame_source import FrameSource, Times


class ChosenFrames(FrameSource):
    """Some of ``frames``, numbered from 0, under the names that they have there.

    Args:
        frames: All pictures; closing this closes them.
        chosen: Numbers of those that are kept, at least one.
    """

    def __init__(self, frames: FrameSource, chosen: Sequence[int]) -> None:
        self._frames, self._chosen = frames, tuple(chosen)
        self.path, self.frame_count, self.fps = frames.path, len(self._chosen), frames.fps
        self.height, self.width, self.warnings = frames.height, frames.width, frames.warnings

    def name(self, index: int) -> str:
        """See :class:`core.video.frame_source.FrameSource`."""
        return self._frames.name(self._chosen[index])

    def read(self, index: int) -> Frame:
        """See :class:`core.video.frame_source.FrameSource`."""
        frame = self._frames.read(self._chosen[index])
        return Frame(index, frame.image, frame.time)

    def times(self) -> Times:
        """See :class:`core.video.frame_source.FrameSource`."""
        return self._frames.times()[list(self._chosen)]

    def stored_file(self, index: int) -> Path | None:
        """See :class:`core.video.frame_source.FrameSource`."""
        return self._frames.stored_file(self._chosen[index])

    def give_up(self, pointless: Callable[[], bool]) -> None:
        """See :class:`core.video.frame_source.FrameSource`."""
        self._frames.give_up(pointless)

    def fingerprint(self) -> str:
        """See :class:`core.video.frame_source.FrameSource`; that of all frames."""
        return self._frames.fingerprint()

    def close(self) -> None:
        """See :class:`core.video.frame_source.FrameSource`."""
        self._frames.close()


def chosen_part(clip: LabelledClip, chosen: Sequence[int], image_set: str) -> LabelledClip:
    """The frames ``chosen`` of ``clip``, which make up ``image_set``."""
    return Clip(
        name=clip.name,
        frames=ChosenFrames(clip.frames, chosen),
        objects=clip.objects,
        read_labels=lambda index: clip.labels(chosen[index]),
        is_reviewed=lambda index: clip.reviewed(chosen[index]),
        read_reliability=lambda index: clip.reliability(chosen[index]),
        read_probabilities=lambda index: clip.probabilities(chosen[index]),
        read_notes=clip.notes,
        read_image_set=lambda _: image_set,
    )


_OBJECTS, _CLASSES, _LISTS = "SegmentationObject", "SegmentationClass", "ImageSets"
_LABEL_MAP = "labelmap.txt"
_VOID_LINE = "ignored:224,224,192::"
_NAMES = Counted(
    "The name of {count} object was left out: this format stores categories only.",
    "The names of {count} objects were left out: this format stores categories only.",
)
_PLAIN_NAMES = Counted(
    "{count} name lost colons, line breaks or number signs, which a label map cannot hold.",
    "{count} names lost colons, line breaks or number signs, which a label map cannot hold.",
)
_VOC_CLASSES = (
    "aeroplane bicycle bird boat bottle bus car cat chair cow diningtable dog horse motorbike person pottedplant "
    "sheep sofa train tvmonitor"
)


class VocFormat(FolderFormat):
    """Reads and writes the segmentation part of Pascal VOC."""

    id = "voc"
    title = "Pascal VOC segmentation"
    parts = ("JPEGImages", _OBJECTS, _CLASSES, _LISTS, _LABEL_MAP)
    split_by = "frames"
    heeds = frozenset({"pictures", "image_set", "naming", "val_share"})
    holds_many = False

    def begin(self, export: Export) -> Sink:
        """See :class:`.FolderFormat`. Raises UserError where there are too many categories."""
        for each in export.plans[0].objects:
            if each.category and each.name != each.category:
                export.remarks.add(_NAMES, each.id)
        return _VocSink(export)

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """The folder's name: all frames are one clip; with the set before it, those of a set. Raises UserError."""
        _mask_folder(root)
        if image_set is None:
            return (root.resolve().name,)
        chosen_set(image_set, _lists(root), root)
        return (f"{image_set}/{root.resolve().name}",)

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`.ReadableFormat`. All masks are read once to find the objects."""
        lists = _lists(root)
        wanted, _, name = sequence.rpartition("/")
        clip = _read(root, name, frames_of(frames, [root / "JPEGImages"], root))
        stems = [clip.frames.name(index) for index in range(clip.frames.frame_count)]
        if wanted:
            chosen_set(wanted, lists, root)
            chosen = [index for index, stem in enumerate(stems) if stem in lists[wanted]]
            if not chosen:
                raise UserError(
                    "No frame of '{path}' is in its set '{part}'.", "Choose another set.", path=root, part=wanted
                )
            return chosen_part(clip, chosen, wanted)
        # The shortest list that has a frame: train or val, not that of both.
        ordered = sorted(lists, key=lambda each: len(lists[each]))
        sets = {stem: next((each for each in ordered if stem in lists[each]), None) for stem in stems}
        return replace(clip, read_image_set=lambda index: sets[stems[index]])


def _read(root: Path, name: str, source: FrameSource) -> Clip:
    folder = _mask_folder(root)
    told = _label_map(root)
    if folder.name == _CLASSES:
        return label_map_clip(name, source, folder, partial(_described_class, told.names), colours=told.colours)
    classes = _classes_of_objects(root, source, told.colours)
    return label_map_clip(name, source, folder, partial(_described, classes, told.names))


def _lists(root: Path) -> Mapping[str, frozenset[str]]:
    """Per set the names of its frames. Raises UserError."""
    files = files_with(root / _LISTS / "Segmentation", ".txt")
    return {file.stem: frozenset(line.strip() for line in read_text(file).splitlines()) - {""} for file in files}


class _VocSink:
    def __init__(self, export: Export) -> None:
        self._export = export
        self._classes = category_ids(export.plans)
        if len(self._classes) >= VOID:
            raise UserError("A class mask can hold 254 categories at most.", "Use fewer categories.")
        self._stems: dict[str, list[str]] = {name: [] for name in export.image_sets()}
        self._table = np.arange(256, dtype=np.uint8)
        for object_id, name in export.plans[0].categories().items():
            self._table[object_id] = self._classes[name]

    def add(self, frame: ExportFrame) -> None:
        root, labels, table = self._export.root, frame.labels, self._table
        self._export.save_picture(frame, root / "JPEGImages")
        self._export.files.write(root / _OBJECTS / f"{frame.stem}.png", lambda: encode_label_map(labels))
        self._export.files.write(root / _CLASSES / f"{frame.stem}.png", lambda: encode_label_map(table[labels]))
        self._stems[frame.image_set].append(frame.stem)

    def finish(self) -> None:
        for image_set, stems in self._stems.items():
            path = self._export.root / _LISTS / "Segmentation" / f"{image_set}.txt"
            self._export.save_text(path, "\n".join([*stems, ""]))
        palette = np.array(voc_palette()).reshape(256, 3)
        lines = ["# label:color_rgb:parts:actions", "background:0,0,0::"]
        for name, number in self._classes.items():
            red, green, blue = palette[number]
            plain = " ".join(name.replace(":", " ").split()).lstrip("# ")
            if plain != name:
                self._export.remarks.add(_PLAIN_NAMES, name)
            lines.append(f"{plain}:{red},{green},{blue}::")
        # Without it Datumaro and CVAT refuse masks with void.
        lines.append(_VOID_LINE)
        self._export.save_text(self._export.root / _LABEL_MAP, "\n".join([*lines, ""]))


def _mask_folder(root: Path) -> Path:
    """Masks of objects, else of classes. Raises UserError."""
    for name in (_OBJECTS, _CLASSES):
        if (root / name).is_dir():
            return root / name
    raise UserError("'{path}' does not contain '{part}'.", "Choose the folder with '{part}'.", path=root, part=_OBJECTS)


def _label_map(root: Path) -> LabelMap:
    """What ``labelmap.txt`` says, else VOC's own twenty names. Raises UserError."""
    file = root / _LABEL_MAP
    if not file.is_file():
        return LabelMap(dict(enumerate(_VOC_CLASSES.split(), start=1)), None)
    text = read_text(file)
    with parse_errors_as_user_errors(file, "label map"):
        return LabelMap.of(text)


def _classes_of_objects(root: Path, frames: FrameSource, colours: Colours | None) -> Mapping[int, int]:
    """Per object the class that most of its pixels have; empty where there are no masks of classes."""
    if not (root / _CLASSES).is_dir():
        return {}
    votes = np.zeros((256, 256), np.int64)
    size = (frames.height, frames.width)
    # The clip that is read from the same files tells how their names were understood.
    objects, classes = (mask_files(frames, root / name, ExportNotes()) for name in (_OBJECTS, _CLASSES))
    meant = (colours_of_folder(objects.values(), ExportNotes()), colours)
    for index in objects.keys() & classes.keys():
        pair = [
            read_label_map(files[index], size, allow_empty=True, harden=_told, colours=colour)
            for files, colour in zip((objects, classes), meant, strict=True)
        ]
        votes += _pairs(*pair)
    votes[:, (0, VOID)] = 0
    return {each: int(votes[each].argmax()) for each in range(1, VOID) if votes[each].any()}


def _described_class(names: Mapping[int, str], number: int) -> ObjectInfo:
    return described(number, category=names.get(number, ""))


def _told(pixels: int) -> None:
    """The clip that is read from the same files says it."""
    del pixels


def _pairs(objects: UInt8Array, classes: UInt8Array) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """(256, 256): how many pixels have this object and this class."""
    counts = np.zeros((256, 256), np.int64)
    for each in object_ids(objects):
        counts[each] = np.bincount(classes[objects == each], minlength=256)
    return counts


def _described(classes: Mapping[int, int], names: Mapping[int, str], object_id: int) -> ObjectInfo:
    return described(object_id, category=names.get(classes.get(object_id, 0), "") if object_id in classes else "")
