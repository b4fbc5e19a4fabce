"""What each export format is called and good for, and which of its options are shown."""

from __future__ import annotations

from pathlib import Path

from core.formats import IMPORTERS, WRITERS
from rpcm_gui.base.language import mark, tr

_SUMMARIES = {
    "davis": mark("Video object segmentation. Frames and indexed PNG masks, value = object id."),
    "davis2016": mark("One foreground: all objects become one, black and white masks."),
    "youtube-vos": mark("Like DAVIS, with a list of objects and their categories."),
    "youtube-vis": mark("Video instance segmentation. One JSON file with a track for each object."),
    "coco": mark("Instance segmentation. JSON with run lengths, boxes and track ids, frames beside it."),
    "mots": mark("Multi-object tracking and segmentation, as text with run lengths."),
    "mots-png": mark("Multi-object tracking and segmentation, as 16-bit PNG."),
    "cvat": mark("For CVAT: one XML file with a track of masks for each object."),
    "yolo-seg": mark("For training YOLO: polygons by class, one text file a frame."),
    "labelme": mark("For LabelMe: one JSON file a frame, beside its picture."),
    "voc": mark("Indexed PNG of objects and of classes, with lists of frames."),
    "masks": mark("Nothing but indexed PNG masks, one a frame, in one folder."),
    "binary": mark("A black and white PNG for each object and frame."),
    "cutouts": mark("Each object cut out of its frame, on transparent ground."),
    "soft": mark("A grey PNG for each object and frame: how sure each pixel is to belong to it."),
    "overlay": mark("A video to show: masks laid over the frames, at the source's frame rate."),
    "csv": mark("A table with area, box and reliability of each object on each frame."),
}
_TITLES = {
    "binary": mark("Binary PNG per object"),
    "cutouts": mark("RGBA cut-outs"),
    "soft": mark("Soft masks"),
    "masks": mark("Mask pictures"),
    "overlay": mark("Overlay video (MP4)"),
    "csv": mark("Table (CSV)"),
}
"""Names that are words; the others are proper names and the same in every language."""


def titles() -> dict[str, str]:
    """Names of all formats that can be written, by id, in the user's language."""
    return {each: title(each) for each in WRITERS}


def title(format_id: str) -> str:
    """The name of one format in the user's language."""
    if format_id in _TITLES:
        return tr(_TITLES[format_id])
    return IMPORTERS[format_id].title if format_id in IMPORTERS else WRITERS[format_id].title


def summary(format_id: str) -> str:
    """One line on what the format is for."""
    return tr(_SUMMARIES[format_id])


def suggestion(format_id: str, project: Path) -> Path:
    """Where an export of ``project`` goes if nobody says otherwise: beside it."""
    return project.with_name(f"{project.stem}-{format_id}{WRITERS[format_id].suffix}")
