"""`rpcm segment` and `rpcm benchmark --clicks`, with a network of random weights: what holds whatever it finds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.cli import main
from core.evaluation.clicks import MOST_CLICKS, ObjectCurve, click_curve
from core.masks.png import read_label_map, write_label_map
from core.network.compact.model import build_compact
from core.network.weights import save_network
from core.selection.clicks import Click
from core.types import BoolArray
from tests.core.network.test_weights import TINY
from tests.core.selection.test_clicks import network_with_head
from tests.helpers.commands import HEIGHT, WIDTH, write_clip, write_davis

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("weights") / "tiny.safetensors"
    save_network(network_with_head(), path, "compact")
    return path


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    noise = np.random.default_rng(0).integers(0, 256, (HEIGHT, WIDTH, 3)).astype(np.uint8)
    Image.fromarray(noise).save(tmp_path / "photo.png")
    return tmp_path / "photo.png"


Run = Callable[..., int]


@pytest.fixture
def segment(weights: Path, tmp_path: Path) -> Run:
    def run(source: object, *words: object, out: str = "mask.png") -> int:
        more = ["--weights", weights, "--device", "cpu", "--out", tmp_path / out]
        return main([str(word) for word in ("segment", source, *words, *more)])

    return run


def test_that_clicks_become_a_mask(photo: Path, segment: Run, tmp_path: Path) -> None:
    assert segment(photo, "--clicks", "20,10; 50,30,-;3,4,+") == 0
    labels = read_label_map(tmp_path / "mask.png", (HEIGHT, WIDTH))
    assert set(np.unique(labels)) == {0, 1}
    assert labels[10, 20] == labels[4, 3] == 1 and labels[30, 50] == 0


def test_that_a_frame_of_a_clip_is_segmented(segment: Run, tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip", frames=3)
    assert segment(f"{clip}@2", "--clicks", "20,10") == 0
    assert read_label_map(tmp_path / "mask.png", (HEIGHT, WIDTH))[10, 20] == 1


def test_that_a_mask_is_repaired_in_its_own_file(photo: Path, segment: Run, tmp_path: Path) -> None:
    given = np.zeros((HEIGHT, WIDTH), np.uint8)
    given[5:15, 5:15] = 3
    write_label_map(tmp_path / "mask.png", given)
    assert segment(photo, "--mask", tmp_path / "mask.png", "--clicks", "40,30") == 0
    assert read_label_map(tmp_path / "mask.png")[30, 40] == 1


def test_that_a_box_becomes_a_mask(photo: Path, segment: Run, tmp_path: Path) -> None:
    assert segment(photo, "--box", "10,8,30,25") == 0
    rows, columns = np.nonzero(read_label_map(tmp_path / "mask.png", allow_empty=True))
    assert rows.size and rows.min() >= 7 and rows.max() <= 26 and columns.min() >= 9 and columns.max() <= 31


@pytest.mark.parametrize("kind", ["grey", "deep", "alpha"])
def test_that_pictures_of_other_kinds_are_taken(kind: str, segment: Run, tmp_path: Path) -> None:
    levels = np.random.default_rng(1).integers(0, 60000, (16, 16)).astype(np.uint16)
    picture = {
        "grey": Image.fromarray((levels >> 8).astype(np.uint8)),
        "deep": Image.fromarray(levels),
        "alpha": Image.fromarray((levels >> 8).astype(np.uint8)).convert("RGBA"),
    }[kind]
    picture.save(tmp_path / "small.png")
    assert segment(tmp_path / "small.png", "--clicks", "7,8") == 0
    assert read_label_map(tmp_path / "mask.png", (16, 16))[8, 7] == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--clicks", "64,10"], "outside the image of 64x40"),
        (["--clicks", "20,-1"], "outside the image"),
        (["--clicks", "20,10,-"], "No object was given"),
        ([], "No object was given"),
        (["--box", "30,10,20,20"], "is outside the image"),
        (["--mask", "any.png"], "No clicks were given"),
        (["--mask", "other.png", "--clicks", "1,1"], "other.png"),
        (["--mask", "any.png", "--box", "1,1,9,9", "--clicks", "1,1"], "cannot be used together"),
    ],
)
def test_that_what_makes_no_sense_is_refused(
    words: list[str], told: str, photo: Path, segment: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert segment(photo, *words) == 2
    assert told in capsys.readouterr().err
    assert not (photo.parent / "mask.png").exists()


def test_that_nothing_is_replaced(photo: Path, segment: Run, capsys: pytest.CaptureFixture[str]) -> None:
    before = photo.read_bytes()
    assert segment(photo, "--clicks", "20,10", out="photo.png") == 2
    assert "exists" in capsys.readouterr().err and photo.read_bytes() == before


def test_that_the_frame_of_a_clip_has_to_be_said(
    segment: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clip = write_clip(tmp_path / "clip", frames=3)
    assert segment(clip, "--clicks", "1,1") == 2 and "has 3 frames" in capsys.readouterr().err
    assert segment(f"{clip}@3", "--clicks", "1,1") == 2 and "has no frame 3" in capsys.readouterr().err


@pytest.mark.parametrize("clicks", ["1", "a,b", "1,2,x", "", "1.5,2"])
def test_that_clicks_that_are_none_are_refused(clicks: str, photo: Path, segment: Run) -> None:
    with pytest.raises(SystemExit) as left:
        segment(photo, "--clicks", clicks)
    assert left.value.code == 2


def test_that_weights_without_a_head_are_told(photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_network(build_compact(TINY), tmp_path / "bare.safetensors", "compact")
    words = [
        "segment",
        photo,
        "--clicks",
        "1,1",
        "--out",
        tmp_path / "m.png",
        "--weights",
        tmp_path / "bare.safetensors",
    ]
    assert main([str(word) for word in words]) == 2
    assert "no click head" in capsys.readouterr().err


def test_that_the_example_runs(photo: Path, weights: Path, tmp_path: Path) -> None:
    words = [sys.executable, ROOT / "examples" / "segment.py", photo, tmp_path / "mask.png", weights]
    subprocess.run([str(word) for word in words], check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    labels = read_label_map(tmp_path / "mask.png", (HEIGHT, WIDTH))
    assert labels[HEIGHT // 2, WIDTH // 2] == 1 and labels[0, 0] == 0


# -- measuring ---------------------------------------------------------------------------------------------------------


def test_that_clicks_are_counted_until_the_mask_is_good() -> None:
    truth = np.zeros((40, 40), np.bool_)
    truth[10:30, 10:30] = True
    masks = [np.zeros_like(truth) for _ in range(MOST_CLICKS)]
    for mask, rows in zip(masks, (4, 17, 17, 19, 19, 19, 19), strict=False):
        mask[10 : 10 + rows, 10:30] = True

    def segment(clicks: list[Click]) -> BoolArray:
        return masks[len(clicks) - 1]

    curve, last = click_curve(segment, truth, np.ones_like(truth))  # type: ignore[arg-type]
    assert [round(iou, 2) for iou in curve.ious] == [0, 0.2, 0.85, 0.85, 0.95, 0.95]
    assert [curve.clicks_to(level) for level in (0.8, 0.85, 0.9)] == [2, 2, 4]
    assert (curve.after(1), curve.after(3), curve.after(5)) == (0.2, 0.85, 0.95) and last is masks[4]
    assert not curve.fails(0.85) and curve.clicks_to(0.96) == MOST_CLICKS and curve.fails(0.96)


def test_that_a_mask_that_is_good_already_costs_no_click() -> None:
    assert ObjectCurve((0.9, 0.92), (0.1,)).clicks_to(0.85) == 0


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return write_davis(tmp_path / "set", {"one": [(1, 2)] * 3})


def test_that_a_data_set_is_clicked(dataset: Path, weights: Path, tmp_path: Path) -> None:
    words = ["benchmark", "--clicks", "--dataset", dataset, "--split", "all", "--every", 2, "--baselines"]
    words += ["--weights", weights, "--device", "cpu", "--out", tmp_path / "out", "--json", tmp_path / "scores.json"]
    assert main([str(word) for word in words]) == 0
    report = json.loads((tmp_path / "scores.json").read_text())
    keys = {"NoC@80", "NoC@85", "NoC@90", "IoU@1", "IoU@3", "IoU@5", "failures@85", "ms_per_click", "sequences"}
    assert keys <= set(report) and report["objects"] == 4 and set(report["sequences"]) == {"one"}
    assert 0 < report["NoC@80"] <= report["NoC@85"] <= report["NoC@90"] <= MOST_CLICKS
    assert sorted(path.name for path in (tmp_path / "out" / "clicked" / "one").iterdir()) == ["00000.png", "00002.png"]


def test_that_true_masks_need_no_repair(dataset: Path, weights: Path, tmp_path: Path) -> None:
    words = ["benchmark", "--clicks", "--dataset", dataset, "--split", "all", "--start", "prediction", "--predictions"]
    words += [dataset / "Annotations" / "480p", "--weights", weights, "--device", "cpu", "--out", tmp_path / "out"]
    assert main([str(word) for word in [*words, "--json", tmp_path / "scores.json"]]) == 0
    report = json.loads((tmp_path / "scores.json").read_text())
    assert report["NoC@90"] == 0 and report["IoU@1"] == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--every", "0"], "--every is 0"),
        (["--start", "prediction"], "the other way round"),
        (["--start", "prediction", "--predictions", "nowhere"], "nowhere/one/00000.png is missing"),
    ],
)
def test_that_a_wrong_benchmark_is_refused(
    words: list[str],
    told: str,
    dataset: Path,
    weights: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    always = ["benchmark", "--clicks", "--dataset", dataset, "--split", "all", "--weights", weights, "--device", "cpu"]
    assert main([str(word) for word in [*always, "--out", tmp_path / "out", *words]]) == 2
    assert told in capsys.readouterr().err
