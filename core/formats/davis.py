"""DAVIS: ``JPEGImages/480p/<seq>/``, ``Annotations/480p/<seq>/`` and lists of sequences in ``ImageSets/2017/``.

Masks are indexed PNG, value = object id, 255 void. The folder is called 480p whatever the size of the frames, because
loaders ask for it by that name.
"""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image

from core.errors import UserError
from core.files import explained, refuse_overwrite, staged_folder
from core.formats.base import (
    Clip,
    ExportOptions,
    ExportReport,
    LabelledClip,
    Progress,
    ShouldStop,
    never_stop,
    no_progress,
    safe_name,
    selected_frames,
    selected_labels,
    selected_objects,
    stored_jpeg,
)
from core.image_folder import ImageFolder, natural_key
from core.labels import object_colour, object_ids
from core.masks_io import encode_label_map, read_label_map
from core.types import ObjectInfo, UInt8Array, read_only
from core.video import FrameSource

_PARTS = ("JPEGImages", "Annotations", "ImageSets")
_RESOLUTION = "480p"
_YEAR = "2017"
_JPEG_QUALITY = 95
_EXIF_ORIENTATION = 0x0112
_LAYOUT_HINT = "Choose the folder that holds 'JPEGImages' and 'Annotations'."


class DavisFormat:
    """Reads and writes the layout of DAVIS 2017 (and reads 2016's)."""

    id = "davis"
    title = "DAVIS 2017"
    is_folder = True

    def write(
        self,
        clip: LabelledClip,
        destination: Path,
        options: ExportOptions,
        progress: Progress = no_progress,
        should_stop: ShouldStop = never_stop,
    ) -> ExportReport | None:
        """See :class:`core.formats.base.DatasetFormat`. Files keep the names that the source gives its frames."""
        frames = selected_frames(clip, options)
        ids = tuple(each.id for each in selected_objects(clip, options))
        refuse_overwrite(destination, options.overwrite, _PARTS)
        sequence = safe_name(clip.name)
        with staged_folder(destination) as staged:
            pictures, masks = (staged.path / part / _RESOLUTION / sequence for part in _PARTS[:2])
            for folder in (pictures, masks):
                folder.mkdir(parents=True)
            for done, index in enumerate(frames):
                if should_stop():
                    return None
                name = clip.frames.name(index)
                (pictures / f"{name}.jpg").write_bytes(_jpeg(clip.frames, index))
                (masks / f"{name}.png").write_bytes(encode_label_map(selected_labels(clip, index, options)))
                progress(done + 1, len(frames))
            _write_set(staged.path, options.image_set, sequence)
            staged.commit()
        return ExportReport(destination, len(frames), _notes(ids))

    def sequences(self, root: Path, image_set: str | None = None) -> tuple[str, ...]:
        """Names of the sequences with masks, in natural order, or those that ``image_set`` lists, in its order."""
        if image_set is not None:
            return _listed_sequences(root, image_set)
        folder = _resolution_folder(root, "Annotations")
        with explained(folder, "read"):
            names = [entry for entry in folder.iterdir() if entry.is_dir()]
        if not names:
            raise UserError(f"'{folder}' holds no sequences.", _LAYOUT_HINT)
        return tuple(entry.name for entry in sorted(names, key=natural_key))

    def read(self, root: Path, sequence: str) -> LabelledClip:
        """See :class:`core.formats.base.ReadableFormat`. All masks are read once to find the objects."""
        frames = ImageFolder(_resolution_folder(root, "JPEGImages") / sequence)
        masks = _resolution_folder(root, "Annotations") / sequence
        size = (frames.height, frames.width)

        def mask_file(index: int) -> Path:
            return masks / f"{frames.name(index)}.png"

        def labels(index: int) -> UInt8Array:
            file = mask_file(index)
            return (
                read_label_map(file, size, allow_empty=True) if file.exists() else read_only(np.zeros(size, np.uint8))
            )

        ids = sorted({each for index in range(frames.frame_count) for each in object_ids(labels(index))})
        objects = tuple(ObjectInfo(each, f"object {each}", object_colour(each)) for each in ids)
        return Clip(sequence, frames, objects, labels, lambda index: mask_file(index).exists())


def _jpeg(frames: FrameSource, index: int) -> bytes:
    """A JPEG of frame ``index``: the source's own bytes where it is one, so that no quality is lost."""
    file = stored_jpeg(frames, index)
    if file is not None and _is_upright(file):
        return file.read_bytes()
    buffer = io.BytesIO()
    Image.fromarray(frames.read(index).image).save(buffer, format="JPEG", quality=_JPEG_QUALITY)
    return buffer.getvalue()


def _is_upright(file: Path) -> bool:
    """Whether loaders that follow EXIF orientation and loaders that do not see the same picture."""
    with Image.open(file) as image:
        return bool(image.getexif().get(_EXIF_ORIENTATION, 1) == 1)


def _write_set(root: Path, image_set: str, sequence: str) -> None:
    sets = root / "ImageSets" / _YEAR
    sets.mkdir(parents=True)
    (sets / f"{safe_name(image_set)}.txt").write_text(f"{sequence}\n", encoding="utf-8")


def _notes(ids: tuple[int, ...]) -> tuple[str, ...]:
    if ids == tuple(range(1, len(ids) + 1)):
        return ()
    listed = ", ".join(map(str, ids))
    return (f"The object ids ({listed}) have gaps; the DAVIS toolkit counts the missing ones as empty objects.",)


def _resolution_folder(root: Path, part: str) -> Path:
    """``root/part/480p`` or, where that is missing, the only resolution there is."""
    folder = root / part
    if not folder.is_dir():
        raise UserError(f"'{root}' is no DAVIS dataset: it has no folder '{part}'.", _LAYOUT_HINT)
    if (folder / _RESOLUTION).is_dir():
        return folder / _RESOLUTION
    with explained(folder, "read"):
        resolutions = [entry for entry in folder.iterdir() if entry.is_dir()]
    if len(resolutions) != 1:
        raise UserError(f"'{folder}' has no folder '{_RESOLUTION}'.", _LAYOUT_HINT)
    return resolutions[0]


def _listed_sequences(root: Path, image_set: str) -> tuple[str, ...]:
    candidates = [*sorted((root / "ImageSets").glob(f"*/{image_set}.txt"), reverse=True)]
    candidates += (root / "ImageSets").glob(f"{image_set}.txt")
    if not candidates:
        known = ", ".join(sorted({file.stem for file in (root / "ImageSets").rglob("*.txt")})) or "none"
        raise UserError(f"'{root}' has no set '{image_set}'.", f"Sets that it has: {known}.")
    with explained(candidates[0], "read"):
        lines = candidates[0].read_text(encoding="utf-8").split("\n")
    names = tuple(line.strip() for line in lines if line.strip())
    if not names:
        raise UserError(f"The list '{candidates[0]}' is empty.", "Write one sequence name on each line.")
    return names
