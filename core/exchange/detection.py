"""Which format a dataset is in, told by the names of its folders and files and the beginning of one of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from core.errors import UserError, os_errors_as_user_errors
from core.files import open_file, status_of
from core.files.folders import matching, subfolders
from core.formats.common.reading import holds_pictures
from core.video.image_folder import IMAGE_SUFFIXES

_MOST_BYTES = 1 << 20
_MOST_FILES = 50


def detected(path: Path) -> str:
    """The id of the likeliest format of the dataset at ``path``. Raises UserError where nothing is recognised."""
    found = candidates(path)
    if not found:
        raise UserError(
            "The format of '{path}' was not recognised.",
            "Choose the top folder of the dataset, or choose its format.",
            path=path,
        )
    return found[0]


def candidates(path: Path) -> tuple[str, ...]:
    """Ids of the formats that the file or folder at ``path`` may be in, the likeliest first. Raises UserError."""
    status_of(path)
    with os_errors_as_user_errors(path, "read"):
        tests = _FOLDER_TESTS if path.is_dir() else _FILE_TESTS
        return tuple(format_id for format_id, test in tests if test(path))


_Test = Callable[[Path], bool]


def _some(folder: Path, pattern: str) -> list[Path]:
    return list(islice(matching(folder, pattern.lower()), _MOST_FILES))


def _any(*patterns: str) -> _Test:
    return lambda folder: any(_some(folder, pattern) for pattern in patterns)


def _pictures_below(folder: Path, depth: int) -> bool:
    """Whether pictures lie ``depth`` folders below ``folder``."""
    if depth == 0:
        return holds_pictures(folder)
    return folder.is_dir() and any(_pictures_below(entry, depth - 1) for entry in subfolders(folder))


def _is_davis(folder: Path) -> bool:
    return _pictures_below(folder / "Annotations", 2)


def _is_davis_2016(folder: Path) -> bool:
    return _is_davis(folder) and (folder / "ImageSets" / "480p").is_dir()


def _is_youtube_vos(folder: Path) -> bool:
    return any(_pictures_below(base / "Annotations", 1) for base in (folder, *subfolders(folder)))


def _is_per_object(name: str) -> _Test:
    return lambda folder: _pictures_below(folder / name, 1)


def _is_bare_objects(folder: Path) -> bool:
    return not holds_pictures(folder) and _pictures_below(folder, 1)


def _is_masks(folder: Path) -> bool:
    """JPEG cannot hold masks: a folder of those is one of frames."""
    return _any("masks/*.png", "*.png", "*.bmp", "*.tif", "*.tiff", "*.webp")(folder)


def _json(test: Callable[[str], bool], *patterns: str) -> _Test:
    """Whether the beginning of the first JSON file that fits one of the patterns passes ``test``."""

    def passes(folder: Path) -> bool:
        files = [file for pattern in patterns for file in sorted(_some(folder, pattern))]
        return bool(files) and test(_beginning(files[0]))

    return passes


def _beginning(file: Path) -> str:
    with open_file(file) as opened:
        return opened.read(_MOST_BYTES).decode("utf-8", "replace")


def _is_vis_text(text: str) -> bool:
    return '"file_names"' in text


def _is_labelme_text(text: str) -> bool:
    return '"shapes"' in text


def _is_coco_text(text: str) -> bool:
    return not _is_vis_text(text) and not _is_labelme_text(text) and bool(re.search('"(images|annotations)"', text))


def _is_label_studio_text(text: str) -> bool:
    return text.lstrip().startswith("[") and '"data"' in text and '"result"' in text


def _is_datumaro_text(text: str) -> bool:
    return '"items"' in text and '"categories"' in text and '"images"' not in text


def _has_suffix(*suffixes: str) -> _Test:
    return lambda file: file.suffix.lower() in suffixes


def _named(suffix: str, test: Callable[[str], bool]) -> _Test:
    return lambda file: file.suffix.lower() == suffix and test(_beginning(file))


_VIS_FILES = ("instances.json", "*/instances.json", "*.json")
_COCO_FILES = (
    *("annotations/instances_*.json", "annotations/*.json", "instances_*.json", "*.json"),
    "*/_annotations.coco.json",
)
_FOLDER_TESTS: Sequence[tuple[str, _Test]] = (
    ("davis2016", _is_davis_2016),
    ("davis", _is_davis),
    ("youtube-vos", _is_youtube_vos),
    ("youtube-vis", _json(_is_vis_text, *_VIS_FILES)),
    ("coco", _json(_is_coco_text, *_COCO_FILES)),
    ("mots", _any("instances_txt/*.txt", "*/gt/gt.txt")),
    ("mots-png", _is_per_object("instances")),
    ("cvat", _any("annotations.xml")),
    (
        "yolo-seg",
        _any(
            "labels/*.[tT][xX][tT]", "labels/*/*.[tT][xX][tT]", "labels/*/*/*.[tT][xX][tT]", "*/labels/*.[tT][xX][tT]"
        ),
    ),
    ("labelme", _json(_is_labelme_text, "*.json", "*/*.json")),
    ("voc", _any("SegmentationObject", "SegmentationClass")),
    ("soft", _is_per_object("soft")),
    ("cutouts", _is_per_object("cutouts")),
    ("binary", _is_per_object("masks")),
    ("masks", _is_masks),
    ("binary", _is_bare_objects),
)
_FILE_TESTS: Sequence[tuple[str, _Test]] = (
    ("label-studio", _named(".json", _is_label_studio_text)),
    ("datumaro", _named(".json", _is_datumaro_text)),
    ("youtube-vis", _named(".json", _is_vis_text)),
    ("coco", _named(".json", _is_coco_text)),
    ("cvat", _named(".xml", lambda text: "<annotations" in text)),
    ("masks", _has_suffix(*IMAGE_SUFFIXES)),
)
