"""Objects cut out of their frames: ``cutouts/<id>_<name>/<frame>.png``, RGBA, transparent outside the object."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from core.formats.per_object import PerObjectFormat
from core.formats.writing import ExportFrame, encode_png
from core.types import UInt8Array


class CutoutFormat(PerObjectFormat):
    """Reads and writes RGBA cut-outs, at the size and place of the frame."""

    id = "cutouts"
    title = "RGBA cut-outs"
    parts = ("cutouts", "images", "objects.csv")
    folder = "cutouts"

    def encoder(self, frame: ExportFrame, object_id: int) -> Callable[[], bytes]:
        """See :class:`core.formats.per_object.PerObjectFormat`."""
        labels, picture = frame.labels, frame.picture

        def encode() -> bytes:
            inside = np.equal(labels, object_id)[:, :, None]
            # Colours outside are cleared: they would be carried unseen, and cost most of the file.
            return encode_png(np.concatenate((picture * inside, inside * np.uint8(255)), axis=2))

        return encode

    def coverage(self, image: Image.Image) -> UInt8Array:
        """The opacity; a picture without any counts as opaque wherever it is not black."""
        if "A" in image.getbands() or "transparency" in image.info:
            return np.array(image.convert("RGBA"))[:, :, 3]
        return np.where(np.asarray(image.convert("RGB")).any(axis=2), 255, 0).astype(np.uint8)
