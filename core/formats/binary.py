"""A black and white PNG for each object and frame: ``masks/<id>_<name>/<frame>.png``, 255 inside."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from core.formats.black_and_white import inside
from core.formats.per_object import PerObjectFormat
from core.formats.writing import ExportFrame, encode_png
from core.types import UInt8Array


class BinaryFormat(PerObjectFormat):
    """Reads and writes binary masks. Void is a folder of its own, ``255_void``."""

    id = "binary"
    title = "Binary PNG per object"
    parts = ("masks", "images", "objects.csv")
    folder = "masks"
    keeps_void = True

    def encoder(self, frame: ExportFrame, object_id: int) -> Callable[[], bytes]:
        """See :class:`core.formats.per_object.PerObjectFormat`."""
        labels = frame.labels
        return lambda: encode_png(np.equal(labels, object_id) * np.uint8(255))

    def coverage(self, image: Image.Image) -> UInt8Array:
        """See :func:`core.formats.black_and_white.inside`."""
        return inside(image)
