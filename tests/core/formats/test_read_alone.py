"""Formats that are only read: Label Studio and Datumaro."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.cli import datasets, main
from core.errors import UserError
from core.exchange.detection import detected
from core.formats import IMPORTERS, LabelledClip, reader
from core.formats.item_lists import brush_mask
from core.masks.rle import encode_rle
from core.types import BoolArray
from core.video.image_folder import ImageFolder
from tests.helpers.media import make_folder

H, W = 40, 60


def packed(mask: BoolArray, *, literal: bool = False) -> list[int]:
    """A brush stroke: the opaque pixels of a white RGBA picture, packed as Label Studio does."""
    values = np.repeat(mask.astype(np.uint8)[:, :, None] * 255, 4, axis=2).ravel()
    bits = f"{values.size:032b}" + f"{7:05b}" + "".join(f"{width - 1:04b}" for width in (3, 4, 8, 16))
    edges = [0, *(np.flatnonzero(np.diff(values.astype(int))) + 1).tolist(), values.size]
    for start, end in pairwise(edges):
        if literal:
            bits += "0" + "11" + f"{end - start - 1:016b}" + "".join(f"{value:08b}" for value in values[start:end])
        else:
            bits += "1" + "11" + f"{end - start - 1:016b}" + f"{values[start]:08b}"
    bits += "0" * (-len(bits) % 8)
    return [int(bits[place : place + 8], 2) for place in range(0, len(bits), 8)]


def box(top: int, left: int, bottom: int, right: int) -> BoolArray:
    mask = np.zeros((H, W), np.bool_)
    mask[top:bottom, left:right] = True
    return mask


def read(tmp_path: Path, kind: str, document: Any) -> LabelledClip:
    file = tmp_path / "export.json"
    file.write_text(json.dumps(document), "utf-8")
    assert detected(file) == kind
    frames = ImageFolder(make_folder(tmp_path / "video", 3, size=(H, W)))
    return reader(kind).read(file, "export", frames)


@pytest.mark.parametrize("literal", [False, True])
def test_that_brush_strokes_are_unpacked(literal: bool) -> None:
    mask = box(3, 5, 20, 33)
    assert np.array_equal(brush_mask(packed(mask, literal=literal), (H, W)), mask)


@pytest.mark.parametrize("cut", [0, 3, 8, -3])
def test_that_malformed_brush_strokes_are_refused(cut: int) -> None:
    with pytest.raises(ValueError, match="brush stroke"):
        brush_mask(packed(box(3, 5, 20, 33))[:cut], (H, W))
    with pytest.raises(ValueError, match="does not fill"):
        brush_mask([255] * 40, (H, W))


def test_that_label_studio_is_read(tmp_path: Path) -> None:
    about = {"original_width": W, "original_height": H}
    stroke = {"format": "rle", "rle": packed(box(3, 5, 20, 33)), "brushlabels": ["cat"]}
    polygon = {"points": [[50, 50], [75, 50], [75, 75], [50, 75]], "polygonlabels": ["dog"]}
    results = [
        {"type": "brushlabels", "value": stroke, **about},
        {"type": "polygonlabels", "value": polygon, **about},
        {"type": "rectanglelabels", "value": {"x": 1, "y": 1, "width": 5, "height": 5, "rectanglelabels": ["dog"]}},
    ]
    task = {"data": {"image": "/data/upload/1/0a1b2c3d-00001.png"}, "annotations": [{"result": results}]}
    clip = read(tmp_path, "label-studio", [task])
    assert [each.category for each in clip.objects] == ["cat", "dog"]
    assert np.array_equal(clip.labels(1) == 1, box(3, 5, 20, 33))
    assert clip.labels(1)[25, 40] == 2 and not clip.labels(0).any()
    assert "1 result other than a brush stroke or polygon was left out." in clip.notes()


def test_that_datumaro_is_read(tmp_path: Path) -> None:
    rle = {"size": [H, W], "counts": encode_rle(box(3, 5, 20, 33)).decode("ascii")}
    annotations = [
        {"type": "mask", "label_id": 0, "rle": rle, "group": 0, "z_order": 0},
        {"type": "polygon", "label_id": 1, "points": [40, 25, 50, 25, 50, 35, 40, 35], "group": 5, "attributes": None},
        {"type": "bbox", "label_id": 1, "bbox": [1, 1, 5, 5]},
    ]
    item = {"id": "train/00002", "annotations": annotations, "image": {"path": "00002.png", "size": [H, W]}}
    categories = {"label": {"labels": [{"name": "cat"}, {"name": "dog"}]}}
    clip = read(tmp_path, "datumaro", {"info": {}, "categories": categories, "items": [item]})
    assert [(each.id, each.category) for each in clip.objects] == [(1, "cat"), (5, "dog")]
    assert np.array_equal(clip.labels(2) == 1, box(3, 5, 20, 33))
    assert clip.labels(2)[30, 45] == 5
    assert "1 annotation other than a polygon or mask was left out." in clip.notes()


@pytest.mark.parametrize("document", [[{"data": {}, "result": 1}], [1, {"data": 0, "result": 0}]])
def test_that_malformed_files_are_refused(document: Any, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Label Studio"):
        read(tmp_path, "label-studio", document)


def test_that_the_command_line_knows_them(tmp_path: Path) -> None:
    assert set(datasets.IMPORTABLE) == set(IMPORTERS)
    with pytest.raises(SystemExit):
        main(["convert", str(tmp_path), "--to", "datumaro", "--out", str(tmp_path / "out")])
