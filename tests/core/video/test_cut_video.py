"""HEVC cut without encoding: pictures without stamps behind the first keyframe, which no decoder shows."""

from __future__ import annotations

from core.video.index_reader import without_skipped

KEY = (0, None, True, True)
LOST = (None, None, False, True)
SHOWN = [(160, None, False, True), (80, 0, False, True), (40, 40, False, True)]


def test_that_pictures_which_refer_to_before_the_cut_are_not_counted() -> None:
    assert without_skipped("hevc", [KEY, LOST, LOST, *SHOWN]) == [KEY, *SHOWN]


def test_that_other_pictures_without_stamps_are() -> None:
    whole = [KEY, LOST, *SHOWN]
    assert without_skipped("h264", whole) == whole
    assert without_skipped("hevc", [*whole, LOST]) == [*whole, LOST]
    assert without_skipped("hevc", [LOST, KEY, *SHOWN]) == [LOST, KEY, *SHOWN]
    assert without_skipped("hevc", []) == []
