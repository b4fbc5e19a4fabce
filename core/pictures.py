"""Pictures in files, of which nothing is believed: neither that they are files, nor their kind, nor their size."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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


def open_picture(source: Path | bytes, damaged: UserError) -> Image.Image:
    """The picture in a file, or in its content; its pixels are read by :func:`load`.

    Raises:
        UserError: There is no such file, it may not be read, or it is none (a pipe, a device); ``damaged`` where it is
            of an unknown kind, damaged, or of more pixels than Pillow takes for honest.
    """
    if isinstance(source, Path):
        status_of(source)
    try:
        with faults_told(damaged):
            return Image.open(io.BytesIO(source) if isinstance(source, bytes) else source, formats=_FORMATS)
    except UserError as error:
        if isinstance(error.__cause__, PermissionError):
            raise UserError(f"Cannot read '{source!s}': permission is denied.", "Change its permissions.") from error
        if isinstance(error.__cause__, Image.DecompressionBombError) and isinstance(source, Path):
            most = 2 * (Image.MAX_IMAGE_PIXELS or 0) // 1_000_000
            raise UserError(
                f"The picture '{source}' is too large: more than {most} megapixels.", "Make it smaller, or cut it."
            ) from error
        raise


def load(image: Image.Image, damaged: UserError) -> Image.Image:
    """``image`` with its pixels unpacked. Raises ``damaged`` where that fails."""
    with faults_told(damaged):
        image.load()
    return image


@contextmanager
def faults_told(damaged: UserError) -> Iterator[None]:
    """Raise ``damaged`` where Pillow stumbles in the block."""
    try:
        yield
    except _FAULTS as error:
        raise damaged from error
