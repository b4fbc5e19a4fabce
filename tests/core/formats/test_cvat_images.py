"""CVAT for images 1.1: pictures with shapes, no tracks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core import formats
from core.errors import UserError
from core.exchange.detection import detected
from core.formats import LabelledClip
from core.video.image_folder import ImageFolder
from tests.helpers.media import make_folder

H, W = 40, 60


def read(tmp_path: Path, *images: str) -> LabelledClip:
    frames = ImageFolder(make_folder(tmp_path / "video", 3, size=(H, W)))
    body = "".join(images)
    file = tmp_path / "annotations.xml"
    file.write_text(f"<annotations><version>1.1</version><meta/>{body}</annotations>", "utf-8")
    assert detected(file) == "cvat"
    (name,) = formats.reader("cvat").sequences(file)
    return formats.reader("cvat").read(file, name, frames)


def image(number: int, *shapes: str, size: tuple[int, int] = (H, W)) -> str:
    return (
        f'<image id="{number}" name="a/{number:05d}.png" width="{size[1]}" height="{size[0]}">{"".join(shapes)}</image>'
    )


def box(left: int, top: int, label: str = "cat", more: str = "") -> str:
    return f'<box label="{label}" xtl="{left}" ytl="{top}" xbr="{left + 10}" ybr="{top + 8}" {more}/>'


def extent(clip: LabelledClip, index: int, value: int) -> tuple[int, int, int, int]:
    rows, columns = np.nonzero(clip.labels(index) == value)
    return int(columns.min()), int(columns.max()), int(rows.min()), int(rows.max())


def test_that_shapes_of_each_picture_are_read(tmp_path: Path) -> None:
    runs = ", ".join(["0", "6"])
    mask = f'<mask label="dog" rle="{runs}" left="40" top="30" width="3" height="2" z_order="0"/>'
    polygon = '<polygon label="cat" points="30.0,5.0;40.0,5.0;40.0,15.0;30.0,15.0"/>'
    clip = read(tmp_path, image(0, box(5, 5), polygon), image(2, mask, '<points label="cat" points="1,1"/>', "<tag/>"))
    assert [each.category for each in clip.objects] == ["cat", "cat", "dog"]
    assert extent(clip, 0, 1) == (5, 14, 5, 12)
    assert extent(clip, 0, 2)[0] == 30
    assert extent(clip, 2, 3) == (40, 42, 30, 31)
    assert [clip.reviewed(index) for index in range(3)] == [True, False, True]
    assert len([note for note in clip.notes() if "left out" in note]) == 2


def test_that_a_group_is_one_object_and_higher_shapes_are_on_top(tmp_path: Path) -> None:
    grouped = [box(5, 5, more='group_id="7" z_order="1"'), box(30, 5, more='group_id="7" z_order="1"')]
    clip = read(tmp_path, image(0, *grouped, box(8, 5, "dog")))
    ids = {each.category: each.id for each in clip.objects}
    assert ids == {"cat": 7, "dog": 1}
    assert extent(clip, 0, 7) == (5, 39, 5, 12)
    assert extent(clip, 0, 1) == (15, 17, 5, 12)


def test_that_a_stated_size_is_heeded(tmp_path: Path) -> None:
    clip = read(tmp_path, image(1, box(10, 10), size=(2 * H, 2 * W)))
    assert extent(clip, 1, 1) == (5, 9, 5, 8)


def test_that_malformed_pictures_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="CVAT for images"):
        read(tmp_path, '<image id="0"/>')
    with pytest.raises(UserError, match="CVAT for images"):
        read(tmp_path, image(0, '<box label="cat" xtl="x"/>')).labels(0)
