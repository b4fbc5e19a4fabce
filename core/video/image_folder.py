"""A folder of images, or those of its images that fit a numbered pattern, as frames in natural order of their names."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image

from core.errors import Counted, Text, UserError, os_errors_as_user_errors
from core.files import FileState, file_state, refuse_changed
from core.files.folders import entries, files_with
from core.files.pictures import SIDEWAYS, load, open_picture, turn_of
from core.types import Frame, UInt8Array, read_only
from core.video.frame_source import FrameSource
from core.video.index_reader import sampled_digest

IMAGE_SUFFIXES = frozenset({".jpg", ".jpeg", ".jfif", ".jpe", ".png", ".bmp", ".tif", ".tiff", ".webp"})
_UNREADABLE_PICTURES = frozenset(
    {".heic", ".heif", ".avif", ".jxl", ".jp2", ".gif", ".exr", ".hdr", ".psd", ".tga", ".dng", ".cr2", ".cr3", ".nef"}
    | {".arw", ".raf", ".orf", ".rw2", ".svg", ".dcm", ".ppm", ".pgm", ".dpx"}
)
"""Endings of pictures that are not read; a folder with such files is told about them."""
_PLACE = re.compile(r"%0?(\d{0,2})d")
_ENOUGH_BITS = 12
DEFAULT_FPS = 24.0
"""Rate of the DAVIS clips; a folder of images does not tell its own."""


_AS_STORED = Counted(
    "{count} image of '{name}' is shown as stored, ignoring its EXIF orientation.",
    "{count} images of '{name}' are shown as stored, ignoring their EXIF orientation.",
)
_TURNED = Counted(
    "{count} image of '{name}' is turned upright, as its EXIF orientation says.",
    "{count} images of '{name}' are turned upright, as their EXIF orientation says.",
)
_UNREAD = Counted(
    "{count} image in '{name}' was left out: '{suffix}' files cannot be read.",
    "{count} images in '{name}' were left out: '{suffix}' files cannot be read.",
)


class ImageFolder(FrameSource):
    """JPEG, PNG, BMP, TIFF and WebP images of one size, sorted so that "f2" comes before "f10".

    Pictures are upright, as their EXIF orientation says and as other tools show them, unless ``as_stored``. Files of
    other kinds and hidden files are passed over.

    Args:
        path: The folder, or a pattern such as ``folder/shot_%04d.png``: the number may have any digits, from any start.
        fps: The rate at which its frames count as shown.
        as_stored: Whether EXIF orientation is passed over (TIFF is upright in any case).

    Attributes:
        turned: How many pictures have an EXIF orientation other than upright.

    Raises:
        UserError: The folder is missing, unreadable or without images; images differ in size or share a stem; one is
            damaged.
    """

    def __init__(self, path: Path | str, fps: float = DEFAULT_FPS, *, as_stored: bool = False) -> None:
        self.path = Path(path).absolute()
        self.as_stored = as_stored
        self.files = image_files(self.path)
        self.frame_count = len(self.files)
        self.fps = fps
        self._states = tuple(file_state(file) for file in self.files)
        (self.height, self.width), self.turned = _common_size(tuple(self.files), self._states, as_stored)
        self.warnings = (*_warnings(self.files[0], self._states[0]), *_passed_over(self.path), *self._turned_warning())

    def name(self, index: int) -> str:
        """The stem of image ``index``."""
        return self.files[index].stem

    def read(self, index: int) -> Frame:
        """Image ``index`` as RGB; 16-bit images are cut to their upper 8 bits.

        Raises:
            IndexError: There is no such frame.
            UserError: The file is damaged, or changed since the folder was opened.
        """
        if not 0 <= index < self.frame_count:
            raise IndexError(f"frame {index} of {self.frame_count}")
        image = read_rgb(self.files[index], self.as_stored)
        if image.shape[:2] != (self.height, self.width):
            raise _other_size(self.files[index], image.shape[:2], self.files[0], (self.height, self.width))
        refuse_changed(self.files[index], self._states[index])
        return Frame(index, read_only(image), index / self.fps)

    def stored_file(self, index: int) -> Path:
        """Image ``index``."""
        return self.files[index]

    def fingerprint(self) -> str:
        """SHA-256 of all names and sizes and of the first, middle and last image."""
        names = "\n".join(
            f"{file.name} {size}" for file, (size, _) in zip(self.files, map(file_state, self.files), strict=True)
        )
        last = self.frame_count - 1
        if self.turned and not self.as_stored:
            # The same files seen differently: masks of one do not fit the other.
            names += "\nupright"
        return sampled_digest([self.files[index] for index in sorted({0, last // 2, last})], names)

    def _turned_warning(self) -> tuple[str, ...]:
        if not self.turned:
            return ()
        found = _AS_STORED if self.as_stored else _TURNED
        return (found.text(self.turned, name=self.path.name),)

    def close(self) -> None:
        """Nothing stays open between reads."""


def image_files(folder: Path) -> tuple[Path, ...]:
    """The images in ``folder`` in natural order. Raises UserError where there is none or two share a stem."""
    if is_pattern(folder):
        return _checked_pattern(folder)
    with os_errors_as_user_errors(folder, "read"):
        next(folder.iterdir(), None)
    files = files_with(folder, *IMAGE_SUFFIXES)
    if not files:
        raise _no_images(folder)
    by_stem: dict[str, Path] = {}
    for file in files:
        other = by_stem.setdefault(file.stem, file)
        if other is not file:
            raise UserError(
                "'{other}' and '{file}' in '{folder}' have the same name.",
                "Keep one file for each frame, and put masks into a separate folder.",
                other=other.name,
                file=file.name,
                folder=folder,
            )
    return files


def _unreadable(folder: Path) -> tuple[str, int]:
    """The commonest ending of pictures in ``folder`` that are not read, and how many there are; ("", 0) for none."""
    found = Counter(entry.suffix.lower() for entry in entries(folder))
    return max(((each, found[each]) for each in _UNREADABLE_PICTURES & found.keys()), key=_second, default=("", 0))


def _second(pair: tuple[str, int]) -> tuple[int, str]:
    return pair[1], pair[0]


def _passed_over(folder: Path) -> tuple[str, ...]:
    suffix, count = ("", 0) if is_pattern(folder) else _unreadable(folder)
    return (_UNREAD.text(count, name=folder.name, suffix=suffix),) if count else ()


def _no_images(folder: Path) -> UserError:
    suffix, _ = _unreadable(folder)
    if suffix:
        return UserError(
            "The images in '{folder}' are {suffix} files, which cannot be read.",
            "Convert them to PNG or JPEG.",
            folder=folder,
            suffix=suffix,
        )
    return UserError(
        "The folder '{folder}' does not contain images.",
        "Choose a folder with JPEG, PNG, BMP, TIFF or WebP files.",
        folder=folder,
    )


def is_pattern(path: Path) -> bool:
    """Whether the name at the end of ``path`` has a place for a number (``%d``, ``%05d``), and is not a file itself."""
    return _PLACE.search(path.name) is not None and not path.exists()


def pattern_files(pattern: Path) -> tuple[Path, ...]:
    """Images that fit ``pattern``, by ascending number; gaps are passed over. ``%05d`` takes five digits or more."""
    place = _PLACE.search(pattern.name)
    if place is None or not pattern.parent.is_dir():
        return ()
    digits = rf"(\d{{{int(place[1] or 1)},}})"
    name = re.compile(re.escape(pattern.name[: place.start()]) + digits + re.escape(pattern.name[place.end() :]))
    with os_errors_as_user_errors(pattern.parent, "read"):
        found = [(name.fullmatch(file.name), file) for file in pattern.parent.iterdir()]
    return tuple(file for _, file in sorted((int(match[1]), file) for match, file in found if match))


def _checked_pattern(pattern: Path) -> tuple[Path, ...]:
    files = pattern_files(pattern)
    if not files:
        raise UserError(
            "No file matches the pattern '{pattern}'.",
            "Check the folder and the parts of the name around the number.",
            pattern=pattern,
        )
    other = next((file for file in files if file.suffix.lower() not in IMAGE_SUFFIXES), None)
    if other is not None:
        raise UserError(
            "'{file}' is not an image.", "Choose a pattern of JPEG, PNG, BMP, TIFF or WebP files.", file=other
        )
    return files


@lru_cache(maxsize=8)
def _common_size(files: tuple[Path, ...], state: tuple[FileState, ...], as_stored: bool) -> tuple[tuple[int, int], int]:
    """(height, width) of all images, and how many EXIF turns, from their heads; ``state`` keeps the cache honest."""
    del state
    first, turned = _header_size(files[0], as_stored)
    count = int(turned)
    for file in files[1:]:
        size, turned = _header_size(file, as_stored)
        count += turned
        if size != first:
            raise _other_size(file, size, files[0], first)
    return first, count


@lru_cache(maxsize=8)
def _warnings(file: Path, state: FileState) -> tuple[str, ...]:
    """What :func:`dark_warning` says of ``file``; ``state`` keeps the cache honest."""
    del state
    with _opened(file) as image:
        return dark_warning(image, file)


def dark_warning(image: Image.Image, file: Path) -> tuple[str, ...]:
    """A sentence where deep grey levels use so few of their 16 bits that little is left of the upper 8."""
    if not image.mode.startswith("I"):
        return ()
    try:
        bits = int(np.asarray(load(image, _damaged(file))).max()).bit_length()
    except UserError:
        return ()  # it is damaged, which reading it tells
    if not 0 < bits <= _ENOUGH_BITS:
        return ()
    return (
        Text(
            "'{name}' looks nearly black: its grey levels use {bits} of 16 bits, and only the upper 8 are "
            "shown. Save it with levels stretched over all 16 bits.",
            name=file.name,
            bits=bits,
        ),
    )


def _other_size(file: Path, size: tuple[int, ...], first: Path, first_size: tuple[int, int]) -> UserError:
    return UserError(
        "'{file}' is {size} pixels, but '{first}' is {first_size}.",
        "All frames in a folder must have the same size. Move the others to another folder, or resize them.",
        file=file,
        size=f"{size[1]}x{size[0]}",
        first=first.name,
        first_size=f"{first_size[1]}x{first_size[0]}",
    )


def _header_size(file: Path, as_stored: bool) -> tuple[tuple[int, int], bool]:
    """(height, width) of an image, and whether EXIF turns it."""
    with _opened(file) as image:
        turn = turn_of(image)
        lies = turn in SIDEWAYS and not as_stored
        return (image.width, image.height) if lies else (image.height, image.width), turn is not None


def _opened(file: Path) -> Image.Image:
    return open_picture(file, _damaged(file), as_stored=True)


def _damaged(file: Path) -> UserError:
    return UserError("The image '{file}' is damaged or not supported.", "Replace the file or remove it.", file=file)


def read_rgb(file: Path, as_stored: bool = False) -> UInt8Array:
    """The image as RGB (H, W, 3). Raises UserError where it is missing, damaged or holds no colours."""
    with open_picture(file, _damaged(file), as_stored=as_stored) as image:
        try:
            return rgb_of(load(image, _damaged(file)), file)
        except ValueError as error:  # a kind of colours that cannot be made RGB
            raise _damaged(file) from error


def rgb_of(image: Image.Image, file: Path) -> UInt8Array:
    """``image`` as RGB (H, W, 3), deep grey levels cut to their upper 8 of 16 bits.

    Raises:
        UserError: It holds fractions, whose black and white nothing tells.
        ValueError: Its colours cannot be made RGB.
    """
    if image.mode == "F":
        raise UserError(
            "'{file}' contains floating-point values, not colours.", "Save it with 8 or 16 bits per channel.", file=file
        )
    if image.mode.startswith("I"):
        deep = np.clip(np.asarray(image).astype(np.int64) >> 8, 0, 255).astype(np.uint8)
        return np.repeat(deep[:, :, None], 3, axis=2)
    return np.array(image.convert("RGB"))
