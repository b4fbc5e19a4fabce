"""Finds the videos of data sets in the layouts of DAVIS 2016 / 2017 and YouTube-VOS 2018 / 2019.

DAVIS: ``JPEGImages/480p/<video>``, ``Annotations/480p/<video>``, ``ImageSets/<year>/<split>.txt``; the resolution may
be left out, and without lists every video with masks counts. YouTube-VOS: ``meta.json`` beside ``JPEGImages/<video>``
and ``Annotations/<video>`` (in the root or in ``<split>/``), masks for some of the frames, and objects that may enter
later.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from core.errors import Text, UserError
from core.files import read_text
from core.files.documents import parse_json
from core.files.folders import files_below, files_with, subfolders
from core.training.data.footage import Video
from core.video.image_folder import IMAGE_SUFFIXES

_META = "meta.json"
_RESOLUTIONS = ("480p", "Full-Resolution")
_YEARS = ("2017", "2016")
_HINT = Text("Use the folder with JPEGImages and Annotations (DAVIS), and meta.json (YouTube-VOS).")


def find_videos(root: Path, split: str = "train", unseen: Collection[str] = ()) -> list[Video]:
    """The videos of ``split`` with their annotated frames.

    Args:
        root: A data set in one of the layouts above.
        split: Name of the list (DAVIS) or of the folder (YouTube-VOS).
        unseen: Categories to be kept for tests: videos that show one of them are left out (YouTube-VOS).

    Raises:
        UserError: Where the folder has another layout, lacks the split, or a video lacks frames or masks.
    """
    for base in (root / split, root):
        if (base / _META).is_file():
            return _youtube_vos(base, frozenset(unseen))
    return _davis(root, split)


def require_length(videos: Sequence[Video], frames: int) -> None:
    """Refuse videos with fewer annotated frames than a clip has. Raises UserError naming them."""
    short = [video for video in videos if len(video) < frames]
    if short:
        named = ", ".join(f"{video.name} ({len(video)})" for video in short[:4])
        more = f" and {len(short) - 4} more" if len(short) > 4 else ""
        raise UserError(
            "These videos have fewer than {count} annotated frames, so no clip of that length fits: {names}{more}.",
            "Annotate more frames, leave these videos out (--skip-short), or use shorter clips.",
            count=frames,
            names=named,
            more=more,
        )


def long_enough(videos: Sequence[Video], frames: int) -> list[Video]:
    """Those with at least as many annotated frames as a clip has. Raises UserError where none is left."""
    kept = [video for video in videos if len(video) >= frames]
    if not kept:
        require_length(videos, frames)
    return kept


def _youtube_vos(base: Path, unseen: frozenset[str]) -> list[Video]:
    videos = []
    for name, objects in sorted(_listed_objects(base / _META).items()):
        categories = frozenset(objects.values())
        if categories & unseen:
            continue
        frames, masks = _pair(base / "JPEGImages" / name, base / "Annotations" / name, name, whole=False)
        videos.append(Video(name, frames, masks, frozenset(objects), categories))
    if not videos:
        raise UserError(
            "{path} has no video to train on.", "Check meta.json, or leave out fewer categories.", path=base
        )
    return videos


def _listed_objects(meta: Path) -> dict[str, dict[int, str]]:
    """Per video the category of each object id."""
    try:
        document: Any = parse_json(read_text(meta))
        return {
            str(name): {int(key): str(each.get("category", "")) for key, each in video["objects"].items()}
            for name, video in document["videos"].items()
        }
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UserError(
            "{path} is not the meta.json of a YouTube-VOS dataset ({reason}).",
            "Unpack the dataset again.",
            path=meta,
            reason=error,
        ) from error


def _davis(root: Path, split: str) -> list[Video]:
    images, annotations = _resolution(root / "JPEGImages"), _resolution(root / "Annotations")
    names = _split_names(root / "ImageSets", split)
    if names is None:
        names = [folder.name for folder in subfolders(annotations)]
    if not names:
        raise UserError("{path} has no videos with masks.", _HINT, path=annotations)
    pairs = [(name, *_pair(images / name, annotations / name, name, whole=True)) for name in names]
    return [Video(name, frames, masks) for name, frames, masks in pairs]


def _resolution(folder: Path) -> Path:
    if not folder.is_dir():
        raise UserError("There is no folder {folder}.", _HINT, folder=folder)
    return next((folder / name for name in _RESOLUTIONS if (folder / name).is_dir()), folder)


def _split_names(lists: Path, split: str) -> list[str] | None:
    """The videos that a list names; None where the data set has no lists."""
    found = sorted(files_below(lists, ".txt"), key=lambda path: (_rank(path.parent.name), path))
    if not found:
        return None
    listing = next((path for path in found if path.stem == split), None)
    if listing is None:
        known = ", ".join(sorted({path.stem for path in found}))
        raise UserError(
            "{path}.txt does not exist.",
            "Choose one of these with --split: {known}.",
            path=lists / split,
            known=known,
        )
    lines = [line.split()[0] for line in read_text(listing).splitlines() if line.strip()]
    return list(dict.fromkeys(_name_in(line) for line in lines))


def _name_in(entry: str) -> str:
    """DAVIS 2017 lists names, DAVIS 2016 lists a picture and its mask a line."""
    path = PurePosixPath(entry)
    return path.parent.name if path.suffix.lower() in IMAGE_SUFFIXES else path.name


def _rank(year: str) -> int:
    return _YEARS.index(year) if year in _YEARS else len(_YEARS)


def _pair(images: Path, masks: Path, name: str, whole: bool) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Frames with masks, in order of their names. With ``whole`` every frame must have one."""
    frames = {path.stem: path for path in _files(images)}
    drawn = {path.stem: path for path in _files(masks) if path.suffix.lower() == ".png"}
    common = sorted(frames.keys() & drawn.keys())
    if not common or len(common) != len(drawn) or (whole and len(common) != len(frames)):
        raise UserError(
            "Sequence {name} in {folder} has {frames} frames and {masks} masks, but only {common} have the same name.",
            "Add the missing files: every mask needs a frame and, except in YouTube-VOS, every frame a mask.",
            name=name,
            folder=images.parent,
            frames=len(frames),
            masks=len(drawn),
            common=len(common),
        )
    return tuple(frames[stem] for stem in common), tuple(drawn[stem] for stem in common)


def _files(folder: Path) -> tuple[Path, ...]:
    return files_with(folder, *IMAGE_SUFFIXES)
