"""Pictures in files, of which nothing is believed: neither that they are files, nor their kind, nor their size."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import cv2
from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    Jpeg2KImagePlugin,
    JpegImagePlugin,
    PcxImagePlugin,
    PngImagePlugin,
    PpmImagePlugin,
    SgiImagePlugin,
    TgaImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from core.errors import UserError
from core.files import status_of
from core.types import UInt8Array

_FORMATS = (
    *(BmpImagePlugin.BmpImageFile.format, BmpImagePlugin.DibImageFile.format, GifImagePlugin.GifImageFile.format),
    *(JpegImagePlugin.JpegImageFile.format, Jpeg2KImagePlugin.Jpeg2KImageFile.format),
    *(PcxImagePlugin.PcxImageFile.format, PngImagePlugin.PngImageFile.format),
    *(PpmImagePlugin.PpmImageFile.format, SgiImagePlugin.SgiImageFile.format, TgaImagePlugin.TgaImageFile.format),
    *(TiffImagePlugin.TiffImageFile.format, WebPImagePlugin.WebPImageFile.format),
)
"""Pillow goes by the content, and for some kinds (EPS) it would start another program."""

_FAULTS = (
    *(OSError, ValueError, SyntaxError, EOFError, TypeError, LookupError, AttributeError, ArithmeticError),
    *(RuntimeError, struct.error, zlib.error, Image.DecompressionBombError),
)
"""What Pillow raises for pictures that are damaged, or that unpack to more than any picture has."""


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by its EXIF orientation (CIPA DC-008, section 4.6.5.1.6)."""
SIDEWAYS = frozenset(_TURNS[number] for number in (5, 6, 7, 8))
"""Turns that exchange width and height."""
_EXIF_ORIENTATION = 0x0112
_WHERE_PNG_HAS_IT = ("exif", "Raw profile type exif", "XML:com.adobe.xmp", "xmp")


def turn_of(image: Image.Image) -> Image.Transpose | None:
    """What makes ``image``, as it was opened, upright; None where it is already.

    Pillow turns TIFF by itself, in its head as in its pixels.
    """
    if image.format == TiffImagePlugin.TiffImageFile.format:
        return None
    if image.format == PngImagePlugin.PngImageFile.format and not any(key in image.info for key in _WHERE_PNG_HAS_IT):
        return None  # Pillow would unpack the whole picture to look for it behind the pixels
    try:
        return _TURNS.get(image.getexif().get(_EXIF_ORIENTATION, 1))
    except _FAULTS:
        return None  # malformed EXIF says nothing of the pixels


def upright(image: Image.Image, damaged: UserError) -> Image.Image:
    """``image``, as it was opened, turned as its EXIF orientation says. Raises ``damaged`` where that fails."""
    turn = turn_of(image)
    if turn is None:
        return image
    with image:
        return load(image, damaged).transpose(turn)


def open_picture(source: Path | bytes, damaged: UserError, *, as_stored: bool = False) -> Image.Image:
    """The picture in a file, or in its content, upright; its pixels are read by :func:`load`.

    Args:
        source: The file, or its content.
        damaged: What is raised where it is damaged.
        as_stored: Whether EXIF orientation is passed over.

    Raises:
        UserError: There is no such file, it may not be read, or it is none (a pipe, a device); ``damaged`` where it is
            of an unknown kind, damaged, or of more pixels than Pillow takes for honest.
    """
    if isinstance(source, Path):
        status_of(source)
    try:
        with picture_errors_as_user_errors(damaged):
            image = Image.open(io.BytesIO(source) if isinstance(source, bytes) else source, formats=_FORMATS)
    except UserError as error:
        if isinstance(error.__cause__, PermissionError):
            raise UserError(
                "Cannot read '{path}': permission is denied.", "Change its permissions.", path=source
            ) from error
        if isinstance(error.__cause__, Image.DecompressionBombError) and isinstance(source, Path):
            most = 2 * (Image.MAX_IMAGE_PIXELS or 0) // 1_000_000
            raise UserError(
                "The image '{file}' is too large: more than {most} megapixels.",
                "Resize or crop it.",
                file=source,
                most=most,
            ) from error
        raise
    return image if as_stored else upright(image, damaged)


def load(image: Image.Image, damaged: UserError) -> Image.Image:
    """``image`` with its pixels unpacked. Raises ``damaged`` where that fails."""
    with picture_errors_as_user_errors(damaged):
        image.load()
    return image


def encode_jpeg(picture: UInt8Array, quality: int = 95) -> bytes:
    """JPEG of ``picture`` (H, W, 3) RGB; ``quality`` 1..100."""
    done, data = cv2.imencode(".jpg", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not done:
        raise ValueError(f"no JPEG of {picture.shape}")
    return data.tobytes()


@contextmanager
def picture_errors_as_user_errors(damaged: UserError) -> Iterator[None]:
    """Raise ``damaged`` where Pillow stumbles in the block."""
    try:
        yield
    except _FAULTS as error:
        raise damaged from error
