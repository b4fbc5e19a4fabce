"""What the tests of formats share: clips in memory, drawn at random, and comparing what went out and came back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from core import formats
from core.files.owned import MANIFEST
from core.formats import Clip, ExportOptions, ExportReport, LabelledClip
from core.masks.palette import object_colour
from core.types import VOID, Frame, ObjectInfo, UInt8Array
from core.video.frame_source import FrameSource

CATEGORIES = ("", "dog", "person", "Ball, großer")


class MemoryFrames(FrameSource):
    """Frames that are arrays."""

    def __init__(self, images: Sequence[UInt8Array], stem: str = "{:05d}") -> None:
        self.path = Path("memory")
        self.images, self._stem = images, stem
        self.frame_count = len(images)
        self.height, self.width = images[0].shape[:2]
        self.fps = 25.0
        self.broken_from: int | None = None
        self.warnings: tuple[str, ...] = ()

    def name(self, index: int) -> str:
        return self._stem.format(index)

    def read(self, index: int) -> Frame:
        return Frame(index, self.images[index], index / self.fps)

    def fingerprint(self) -> str:
        return "memory"

    def close(self) -> None:
        """Nothing is open."""


def clip_of(labels: Sequence[UInt8Array], objects: Sequence[ObjectInfo] | None = None, name: str = "my clip") -> Clip:
    """A clip of these label maps; its pictures are noise. Objects are those that occur, where none are given."""
    noise = np.random.default_rng(0)
    images = [noise.integers(0, 256, (*each.shape, 3), np.uint8) for each in labels]
    ids = sorted({int(value) for each in labels for value in np.unique(each)} - {0, VOID})
    infos = [ObjectInfo(each, f"thing {each}", object_colour(each)) for each in ids] if objects is None else objects
    return Clip(name, MemoryFrames(images), tuple(infos), lambda index: labels[index])


@st.composite
def clips(draw: st.DrawFn, *, with_void: bool = True, side: int = 14) -> Clip:
    """Small clips of any size with objects of any id that come and go, in one piece or scattered, void included."""
    height, width = draw(st.tuples(st.integers(1, side), st.integers(1, side)))
    ids = draw(st.lists(st.integers(1, 254), max_size=4, unique=True))
    seed = draw(st.integers(0, 2**16))
    return random_clip(height, width, sorted(ids), draw(st.integers(1, 4)), seed, with_void=with_void)


def random_clip(height: int, width: int, ids: Sequence[int], frames: int, seed: int, *, with_void: bool) -> Clip:
    """Rectangles and single pixels of these objects; some objects and some frames are empty."""
    chance = np.random.default_rng(seed)
    labels = []
    for _ in range(frames):
        picture = np.zeros((height, width), np.uint8)
        for value in [*ids, *([VOID] if with_void else [])]:
            if chance.random() < 0.7:
                top, left = chance.integers(0, height), chance.integers(0, width)
                picture[top : top + chance.integers(0, 8), left : left + chance.integers(0, 8)] = value
                picture[chance.random((height, width)) < 0.08] = value
        labels.append(picture)
    names = [ObjectInfo(each, f"thing {each}", object_colour(each), category=CATEGORIES[each % 4]) for each in ids]
    return clip_of(labels, names)


def export(clip: LabelledClip, kind: str, destination: Path, options: ExportOptions | None = None) -> ExportReport:
    """Export without stopping."""
    report = formats.writer(kind).write(
        clip, destination, options or ExportOptions(), formats.no_progress, formats.never_stop
    )
    assert report is not None
    return report


def only(kind: str, root: Path) -> LabelledClip:
    """The only clip of the dataset at ``root``."""
    (name,) = formats.reader(kind).sequences(root)
    return formats.reader(kind).read(root, name)


@contextmanager
def folder() -> Iterator[Path]:
    """A folder for one example of Hypothesis."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def contents(root: Path) -> dict[str, bytes]:
    """All files below ``root`` but the list that says whose they are."""
    files = (file for file in sorted(root.rglob("*")) if file.is_file() and file.name != MANIFEST)
    return {str(file.relative_to(root)): file.read_bytes() for file in files}


def assert_same_masks(clip: LabelledClip, back: LabelledClip, *, with_void: bool) -> None:
    """Both have the same masks, under the same ids."""
    assert back.frames.frame_count == clip.frames.frame_count
    for index in range(clip.frames.frame_count):
        wanted = clip.labels(index)
        if not with_void:
            wanted = np.where(wanted == VOID, 0, wanted).astype(np.uint8)
        np.testing.assert_array_equal(back.labels(index), wanted)
