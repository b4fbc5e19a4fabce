"""What a preview promises of an export is what the export then writes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core import formats
from core.errors import UserError
from core.exchange.preview import MOST_PIXELS, ExportPreview, preview_export
from core.formats import ExportOptions
from core.masks.palette import voc_palette
from tests.helpers.datasets import contents, export, random_clip

CLIP = random_clip(24, 30, (1, 2, 7), 9, 5, with_void=True)
WRITERS = sorted(formats.WRITERS)


def preview(kind: str, destination: Path, options: ExportOptions, index: int = 4) -> ExportPreview:
    found = preview_export(formats.writer(kind), CLIP, destination, options, index)
    assert found is not None
    return found


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("options", [ExportOptions(), ExportOptions(range=(2, 8), every_nth=2, naming="sequential")])
def test_that_files_are_promised_as_they_are_written(kind: str, options: ExportOptions, tmp_path: Path) -> None:
    chosen = formats.writer(kind)
    destination = tmp_path / f"out{chosen.suffix}"
    promised = preview(kind, destination, options)
    assert list(tmp_path.iterdir()) == []
    assert promised.frames == export(CLIP, kind, destination, options).frames
    written = contents(destination) if chosen.is_folder else {destination.name: destination.read_bytes()}
    assert {file.path for file in promised.files} <= written.keys()
    folders = {path.rpartition("/")[0] for path in written}
    assert promised.more <= folders
    for file in promised.files:
        if file.picture is not None:
            assert file.size == len(written[file.path])
        if file.path in ("ImageSets/2017/val.txt", "data.yaml", "objects.csv", "labelmap.txt"):
            assert file.text.encode() == written[file.path]


@pytest.mark.parametrize(("asked", "shown"), [(0, 2), (5, 5), (6, 5), (8, 5)])
def test_that_the_nearest_frame_that_is_exported_is_shown(asked: int, shown: int, tmp_path: Path) -> None:
    promised = preview("davis", tmp_path / "d", ExportOptions(range=(2, 5)), asked)
    assert promised.index == shown
    pictures = {file.path: file.picture for file in promised.files if file.picture is not None}
    assert sorted(pictures) == [
        f"Annotations/480p/my_clip/{shown:05d}.png",
        f"JPEGImages/480p/my_clip/{shown:05d}.jpg",
    ]
    palette = np.array(voc_palette(), np.uint8).reshape(256, 3)
    mask = pictures[f"Annotations/480p/my_clip/{shown:05d}.png"]
    assert mask is not None
    np.testing.assert_array_equal(mask[:, :, :3], palette[CLIP.labels(shown)])


def test_that_the_picture_shows_the_masks_that_go_out(tmp_path: Path) -> None:
    options = ExportOptions(objects=(7,), opacity=1.0)
    promised = preview("coco", tmp_path / "c", options)
    assert (promised.size, promised.image.shape) == ((24, 30), (24, 30, 3))
    labels = CLIP.labels(4)
    np.testing.assert_array_equal(promised.image[labels != 7], CLIP.frames.read(4).image[labels != 7])
    colour = next(each.colour for each in CLIP.objects if each.id == 7)
    assert (promised.image[labels == 7] == colour).all()
    large = preview("coco", tmp_path / "c", ExportOptions(size=(30, 2 * MOST_PIXELS)))
    assert (large.size, large.image.shape) == ((30, 2 * MOST_PIXELS), (15, MOST_PIXELS, 3))


def test_that_losses_and_what_stands_in_the_way_are_told(tmp_path: Path) -> None:
    promised = preview("cvat", tmp_path / "c", ExportOptions())
    assert any("no void" in note for note in promised.notes)
    assert promised.obstacle is None
    export(CLIP, "cvat", tmp_path / "c")
    obstacle = preview("cvat", tmp_path / "c", ExportOptions()).obstacle
    assert obstacle is not None and "already exists" in obstacle.message
    assert preview("cvat", tmp_path / "c", ExportOptions(overwrite=True)).obstacle is None
    (tmp_path / "c" / "thesis.tex").write_text("x")
    foreign = preview("cvat", tmp_path / "c", ExportOptions(overwrite=True)).obstacle
    assert foreign is not None and "thesis.tex" in foreign.message


@pytest.mark.parametrize("kind", WRITERS)
def test_that_a_preview_stops_and_refuses_what_an_export_would(kind: str, tmp_path: Path) -> None:
    chosen = formats.writer(kind)
    assert preview_export(chosen, CLIP, tmp_path / "x", ExportOptions(), should_stop=lambda: True) is None
    unreviewed = replace(CLIP, is_reviewed=lambda _: False)
    with pytest.raises(UserError, match="no frames to export"):
        preview_export(chosen, unreviewed, tmp_path / "x", ExportOptions(only_reviewed=True))
    with pytest.raises(UserError, match="no object 9"):
        preview_export(chosen, CLIP, tmp_path / "x", ExportOptions(objects=(9,)))
