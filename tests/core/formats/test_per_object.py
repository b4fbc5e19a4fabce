"""Binary masks, cut-outs, soft masks and the table: round trips, opened by Pillow and csv, soft edges."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from PIL import Image

from core import formats
from core.errors import UserError
from core.formats import Clip, ExportOptions, LabelledClip
from core.masks.palette import voc_palette
from core.types import VOID, ObjectInfo, UInt8Array
from tests.helpers.datasets import assert_same_masks, clip_of, clips, contents, export, folder, only, random_clip

KINDS = ("binary", "cutouts", "soft")
SMALL = random_clip(9, 13, (1, 2, 7), 5, 3, with_void=True)


@pytest.mark.parametrize("kind", KINDS)
@given(clip=clips())
def test_that_masks_survive_and_a_second_export_has_the_same_bytes(kind: str, clip: Clip) -> None:
    if not clip.objects:
        clip = Clip(clip.name, clip.frames, (ObjectInfo(9, "nothing", (1, 2, 3)),), clip.read_labels)
    with folder() as root:
        export(clip, kind, root / "a")
        back = only(kind, root / "a")
        assert back.objects == clip.objects
        assert_same_masks(clip, back, with_void=kind == "binary")
        export(back, kind, root / "b")
        # Colours in a cut-out come from the frame, which became a JPEG in the first export.
        if kind != "cutouts":
            assert contents(root / "a") == contents(root / "b")
        assert_same_masks(back, only(kind, root / "b"), with_void=True)


def test_that_pillow_opens_binary_masks(tmp_path: Path) -> None:
    export(SMALL, "binary", tmp_path)
    for object_id, name in ((1, "001_thing_1"), (7, "007_thing_7"), (VOID, "255_void")):
        for index in range(5):
            file = tmp_path / "masks" / name / f"{index:05d}.png"
            if object_id == VOID and not (SMALL.labels(index) == VOID).any():
                assert not file.exists()
                continue
            with Image.open(file) as image:
                assert image.mode == "L"
                np.testing.assert_array_equal(np.asarray(image), (SMALL.labels(index) == object_id) * np.uint8(255))


def test_that_cut_outs_show_the_frame_inside_and_nothing_outside(tmp_path: Path) -> None:
    export(SMALL, "cutouts", tmp_path)
    with Image.open(tmp_path / "cutouts" / "002_thing_2" / "00001.png") as image:
        assert image.mode == "RGBA"
        rgba = np.asarray(image)
    inside = SMALL.labels(1) == 2
    np.testing.assert_array_equal(rgba[:, :, 3], inside * np.uint8(255))
    np.testing.assert_array_equal(rgba[inside][:, :3], SMALL.frames.read(1).image[inside])
    assert not rgba[~inside].any()


def soft_clip() -> tuple[Clip, list[dict[int, UInt8Array]]]:
    chance = np.random.default_rng(1)
    soft = [{each: chance.integers(0, 128, (9, 13), np.uint8) for each in (1, 2)} for _ in range(5)]
    for each in soft:
        each[1][2:6, 3:8], each[2][6:, :] = 220, 130
    return replace(SMALL, objects=SMALL.objects[:2], read_probabilities=lambda index: soft[index]), soft


def test_that_probabilities_survive(tmp_path: Path) -> None:
    clip, soft = soft_clip()
    report = export(clip, "soft", tmp_path / "a")
    assert not any("hard" in note for note in report.notes)
    back = only("soft", tmp_path / "a")
    for index in range(5):
        found = back.probabilities(index)
        assert found is not None
        for object_id, levels in soft[index].items():
            np.testing.assert_array_equal(found[object_id], levels)
        labels = back.labels(index)
        np.testing.assert_array_equal(labels == 1, soft[index][1] >= 128)
        np.testing.assert_array_equal(labels == 2, soft[index][2] >= 128)
    export(back, "soft", tmp_path / "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_that_hard_masks_are_told_and_soften_when_made_smaller(tmp_path: Path) -> None:
    labels = np.zeros((8, 8), np.uint8)
    labels[:, :3] = 1
    report = export(clip_of([labels]), "soft", tmp_path, ExportOptions(size=(4, 4)))
    assert any("1 frame has no stored probabilities" in note for note in report.notes)
    with Image.open(tmp_path / "soft" / "001_thing_1" / "00000.png") as image:
        assert np.asarray(image)[0].tolist() == [255, 128, 0, 0]


def write(path: Path, levels: UInt8Array, mode: str = "L") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.fromarray(levels)
    if mode == "P":
        image.putpalette(voc_palette())
    image.convert(mode).save(path)


@pytest.mark.parametrize("mode", ["L", "1", "RGB", "P"])
def test_that_foreign_binary_masks_are_read(mode: str, tmp_path: Path) -> None:
    """One folder of masks of one object, or a folder for each, whatever the kind of picture."""
    levels = np.zeros((9, 13), np.uint8)
    levels[2:5, 3:9] = 1 if mode == "P" else 255
    write(tmp_path / "one" / "00002.png", levels, mode)
    write(tmp_path / "two" / "dog" / "00000.png", levels, mode)
    write(tmp_path / "two" / "7 cat" / "00002.png", levels, mode)
    reader = formats.reader("binary")
    one = reader.read(tmp_path / "one", "one", SMALL.frames)
    two = reader.read(tmp_path / "two", "two", SMALL.frames)
    assert [(each.id, each.name) for each in one.objects] == [(1, "one")]
    assert [(each.id, each.name) for each in two.objects] == [(1, "dog"), (7, "cat")]
    np.testing.assert_array_equal(one.labels(2) == 1, levels > 0)
    np.testing.assert_array_equal(two.labels(2) == 7, levels > 0)
    assert [one.reviewed(index) for index in range(5)] == [False, False, True, False, False]


@pytest.mark.parametrize("kind", KINDS)
def test_that_soft_edges_invent_no_object_and_are_told(kind: str, tmp_path: Path) -> None:
    levels = np.zeros((9, 13), np.uint8)
    levels[2:6, 3:9], levels[2, 3:9], levels[5, 3:9] = 255, 200, 90
    if kind == "cutouts":
        rgba = np.dstack([np.full((9, 13, 3), 50, np.uint8), levels])
        (tmp_path / "cutouts" / "001_a").mkdir(parents=True)
        Image.fromarray(rgba).save(tmp_path / "cutouts" / "001_a" / "00000.png")
    else:
        write(tmp_path / ("masks" if kind == "binary" else "soft") / "001_a" / "00000.png", levels)
    back = formats.reader(kind).read(tmp_path, "x", SMALL.frames)
    np.testing.assert_array_equal(back.labels(0), (levels >= 128).astype(np.uint8))
    if kind != "soft":
        assert back.notes() == ("Soft edges were cut at one half: 12 pixels were neither in nor out.",)


@pytest.mark.parametrize("kind", KINDS)
def test_that_what_is_wrong_is_told(kind: str, tmp_path: Path) -> None:
    reader = formats.reader(kind)
    with pytest.raises(UserError, match="does not contain masks"):
        reader.sequences(tmp_path)
    export(SMALL, kind, tmp_path / "a")
    masks = sorted((tmp_path / "a").rglob("00001.png"))
    masks[0].write_bytes(masks[0].read_bytes()[:40])
    write(masks[1], np.zeros((3, 3), np.uint8), "RGBA" if kind == "cutouts" else "L")
    with pytest.raises(UserError, match="damaged"):
        only(kind, tmp_path / "a").labels(1)
    masks[0].unlink()
    with pytest.raises(UserError, match="3x3 pixels"):
        only(kind, tmp_path / "a").labels(1)
    (tmp_path / "a" / "objects.csv").write_text("id,name\n1,x\n")
    with pytest.raises(UserError, match=r"objects\.csv"):
        only(kind, tmp_path / "a")


# --- table ------------------------------------------------------------------------------------------------------------


def rows_of(clip: LabelledClip, path: Path, options: ExportOptions | None = None) -> list[dict[str, str]]:
    export(clip, "csv", path, options)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_that_the_table_tells_areas_boxes_and_reliability(tmp_path: Path) -> None:
    labels = np.zeros((6, 8), np.uint8)
    labels[1:3, 2:6] = 4
    reliability = np.full((6, 8), 255, np.uint8)
    reliability[:, :4] = 0
    clip = replace(clip_of([labels, labels * 0]), read_reliability=lambda index: None if index else reliability)
    first, second = rows_of(clip, tmp_path / "t.csv")
    assert first["object_name"] == "thing 4"
    assert [first[key] for key in ("frame", "name", "object", "area")] == ["0", "00000", "4", "8"]
    assert [first[key] for key in ("left", "top", "width", "height")] == ["2", "1", "4", "2"]
    assert [first[key] for key in ("reviewed", "reliable_share", "unsure_share_of_frame")] == ["1", "0.5000", "0.5000"]
    assert [second[key] for key in ("area", "left", "reliable_share", "unsure_share_of_frame")] == ["0", "", "", ""]


def test_that_the_table_obeys_options(tmp_path: Path) -> None:
    rows = rows_of(SMALL, tmp_path / "t.csv", ExportOptions(range=(1, 4), every_nth=2, objects=(2,), size=(18, 26)))
    assert [(row["frame"], row["object"]) for row in rows] == [("1", "2"), ("3", "2")]
    assert [int(row["area"]) for row in rows] == [4 * int((SMALL.labels(index) == 2).sum()) for index in (1, 3)]
    with pytest.raises(UserError, match="already exists"):
        export(SMALL, "csv", tmp_path / "t.csv")
