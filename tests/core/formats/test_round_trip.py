"""Every format that is read: export, import, export again, over random masks, ids, gaps and sizes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import formats
from core.formats import Clip, ExportOptions, LabelledClip
from core.types import VOID, ObjectInfo, UInt8Array
from tests.helpers.datasets import clips, contents, export, folder, only

READERS = sorted(formats.READERS)
WITHOUT_VOID = {"davis2016", "youtube-vis", "cvat", "yolo-seg", "cutouts", "soft"}


@st.composite
def choices(draw: st.DrawFn, clip: Clip) -> ExportOptions:
    """Any part of the clip: a range with gaps, some of its objects, at least one of each."""
    last = draw(st.integers(0, clip.frames.frame_count - 1))
    first = draw(st.integers(0, last))
    ids = [each.id for each in clip.objects]
    kept = draw(
        st.none() | st.lists(st.sampled_from(ids), min_size=1, unique=True).map(lambda some: tuple(sorted(some)))
    )
    return ExportOptions(range=(first, last), every_nth=draw(st.integers(1, 3)), objects=kept)


@st.composite
def parts(draw: st.DrawFn) -> tuple[Clip, ExportOptions]:
    clip = draw(clips())
    if not clip.objects:
        clip = Clip(clip.name, clip.frames, (ObjectInfo(9, "nothing", (1, 2, 3)),), clip.read_labels)
    return clip, draw(choices(clip))


def expected(kind: str, clip: Clip, options: ExportOptions) -> Iterator[UInt8Array]:
    """What is to come back of each frame, in the format's own terms."""
    kept = [each for each in clip.objects if options.objects is None or each.id in options.objects]
    table = np.zeros(256, np.uint8)
    classes = list(dict.fromkeys(each.category or each.name for each in kept))
    for each in kept:
        number = {"davis2016": 1, "yolo-seg": classes.index(each.category or each.name) + 1}
        table[each.id] = number.get(kind, each.id)
    table[VOID] = 0 if kind in WITHOUT_VOID else VOID
    first, last = options.range or (0, 0)
    for index in range(first, (last or 0) + 1, options.every_nth):
        yield table[clip.labels(index)]


def all_labels(clip: LabelledClip) -> list[UInt8Array]:
    return [clip.labels(index) for index in range(clip.frames.frame_count)]


@pytest.mark.parametrize("kind", READERS)
@settings(max_examples=25)
@given(part=parts())
def test_that_masks_come_back_and_go_out_again_alike(kind: str, part: tuple[Clip, ExportOptions]) -> None:
    clip, options = part
    with folder() as root:
        export(clip, kind, root / "a", options)
        first = only(kind, root / "a")
        wanted = list(expected(kind, clip, options))
        assert first.frames.frame_count == len(wanted)
        for found, labels in zip(all_labels(first), wanted, strict=True):
            np.testing.assert_array_equal(found, labels)
        export(first, kind, root / "b")
        second = only(kind, root / "b")
        for one, other in zip(all_labels(first), all_labels(second), strict=True):
            np.testing.assert_array_equal(one, other)
        # What the first export says beyond masks (names of objects that are never seen, the step between frames) may
        # not be carried back; what is carried stays, to the byte.
        export(second, kind, root / "c")
        assert contents(root / "b") == contents(root / "c")
