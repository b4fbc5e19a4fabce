"""Soft masks: ``soft/<id>_<name>/<frame>.png``, grey, 255 standing for the probability 1."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from core.errors import Counted
from core.formats.common.contract import Clip, LabelledClip, resized
from core.formats.common.reading import frames_of
from core.formats.common.writing import Export, ExportFrame, Sink, encode_png
from core.formats.per_object import ObjectReader, PerObjectFormat, grey_levels, open_objects
from core.types import VOID, UInt8Array, read_only
from core.video.frame_source import FrameSource

_HALF = 128
_HARD = Counted(
    "{count} frame has no stored probabilities: its masks are hard, 0 or 255 (softer where scaled down).",
    "{count} frames have no stored probabilities: their masks are hard, 0 or 255 (softer where scaled down).",
)


class SoftFormat(PerObjectFormat):
    """Reads and writes soft masks. Read as labels, the likeliest object wins where it has one half or more."""

    id = "soft"
    title = "Soft masks"
    parts = ("soft", "images", "objects.csv")
    folder = "soft"

    def begin(self, export: Export) -> Sink:
        """See :class:`core.formats.common.writing.FolderFormat`."""
        return _NotingSink(super().begin(export), export)

    def encoder(self, frame: ExportFrame, object_id: int) -> Callable[[], bytes]:
        """See :class:`core.formats.per_object.PerObjectFormat`."""
        known = frame.probabilities
        if known is not None and object_id in known:
            soft = known[object_id]
        else:
            soft = np.equal(frame.plan.clip.labels(frame.index), object_id) * np.uint8(255)
        return lambda: encode_png(resized(soft, frame.plan.size))

    def coverage(self, image: Image.Image) -> UInt8Array:
        """Grey levels (H, W), or the opacity where the picture has one."""
        if image.mode in ("LA", "RGBA"):
            return np.array(image.getchannel("A"))
        levels = grey_levels(image)
        # Zero and one are off and on, not 0 and 0.4 %.
        return levels * np.uint8(255) if levels.max(initial=0) == 1 else levels

    def read(self, root: Path, sequence: str, frames: FrameSource | None = None) -> LabelledClip:
        """See :class:`core.formats.common.contract.ReadableFormat`. The clip has probabilities."""
        source = frames_of(frames, [root / "images"], root)
        reader = open_objects(self, root, source)

        def probabilities(index: int) -> Mapping[int, UInt8Array] | None:
            return _probabilities(reader, index) if index in reader.covered else None

        def labels(index: int) -> UInt8Array:
            return _likeliest(probabilities(index) or {}, reader.size)

        plain = Clip(sequence, source, reader.objects, labels, reader.covered.__contains__)
        return replace(plain, read_probabilities=probabilities, read_notes=reader.remarks.sentences)


class _NotingSink:
    def __init__(self, inner: Sink, export: Export) -> None:
        self._inner, self._export = inner, export

    def add(self, frame: ExportFrame) -> None:
        if frame.probabilities is None:
            self._export.remarks.add(_HARD, (frame.plan.name, frame.index))
        self._inner.add(frame)

    def finish(self) -> None:
        self._inner.finish()


def _probabilities(reader: ObjectReader, index: int) -> Mapping[int, UInt8Array]:
    ids: Sequence[int] = sorted(object_id for object_id in reader.files if object_id != VOID)
    return {object_id: reader.coverage(object_id, index) for object_id in ids if index in reader.files[object_id]}


def _likeliest(soft: Mapping[int, UInt8Array], size: tuple[int, int]) -> UInt8Array:
    labels = np.zeros(size, np.uint8)
    best = np.full(size, _HALF - 1, np.uint8)
    for object_id, levels in soft.items():
        labels[levels > best] = object_id
        np.maximum(best, levels, out=best)
    return read_only(labels)
