"""The commands that calibrate weights, and that measure how reliable a run's maps are."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from core.cli import main
from core.errors import UserError
from core.evaluation.dataset import find_sequences
from core.evaluation.review.calibrate import Plan, Progress, calibrate
from core.evaluation.review.reliability import ErrorCounts, measure_reliability, patch_counts
from core.masks.png import write_grey, write_label_map
from core.review.quality import KEY
from tests.helpers.commands import moving, shifting_propagator, write_clip, write_davis


def test_that_a_run_reports_quality_events_and_a_queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.cli.network.make_propagator", shifting_propagator)
    clip = write_clip(tmp_path / "clip", 8)
    write_label_map(tmp_path / "first.png", moving(0, 1))
    out = tmp_path / "out"
    assert main(["propagate", str(clip), "--seed", str(tmp_path / "first.png"), "--out", str(out)]) == 0
    report = json.loads((out / "report.json").read_text())
    assert set(report["quality"]) == {str(index) for index in range(1, 8)}
    assert all(0 <= value <= 1 for objects in report["quality"].values() for value in objects.values())
    assert set(report["quality"]["1"]) == {"1"}
    assert isinstance(report["events"], list)
    for entry in report["queue"]:
        assert set(entry) == {"frame", "object", "gain", "reason", "box"}
        assert len(entry["box"]) == 4
    gains = [entry["gain"] for entry in report["queue"]]
    assert gains == sorted(gains, reverse=True)


def test_that_calibrating_fits_goes_on_after_a_stop_and_needs_enough(tmp_path: Path) -> None:
    root = write_davis(tmp_path / "data", {name: [(1,)] * 20 for name in "abcd"})
    clips = find_sequences(root, "dev")
    cache, propagator = tmp_path / "cache", shifting_propagator()
    stopping = iter([False] * 30 + [True] * 1000)
    assert calibrate(propagator, clips, cache, Plan(10), "", Progress(should_stop=lambda: next(stopping))) is None
    kept = len(list(cache.glob("*.npz")))
    assert 0 < kept < 8
    seen: list[str] = []
    found = calibrate(propagator, clips, cache, Plan(10), "four", Progress(lambda name, *_: seen.append(name)))
    assert found is not None
    assert found[0].notes == "four"
    assert seen == [f"{name}-start" for name in "abcd"] + ["a-between", "b-middle", "c-between", "d-middle"]
    assert calibrate(propagator, clips, cache, Plan(10, minutes=0), "") is not None, "the cache counts no time"
    with pytest.raises(UserError, match="Only 0 clips"):
        calibrate(propagator, clips, tmp_path / "empty", Plan(10, minutes=-1), "")
    (cache / "a-start.npz").write_bytes(b"PK")
    with pytest.raises(UserError, match="damaged"):
        calibrate(propagator, clips, cache, Plan(10), "")


def test_that_calibrated_weights_hold_their_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("core.cli.network.make_propagator", shifting_propagator)
    root = write_davis(tmp_path / "data", {name: [(1,)] * 14 for name in "abcd"})
    out = tmp_path / "out.safetensors"
    command = ["weights", "calibrate", "compact", "--data", str(root), "--split", "dev", "--out", str(out)]
    assert main([*command, "--frames", "8"]) == 0
    from core.network.weights import load_network, weights_metadata

    assert json.loads(weights_metadata(out)[KEY])["notes"] == "fitted on 4 clips of data, dev"
    load_network(out)
    capsys.readouterr()
    assert main(["weights", "info", str(out)]) == 0
    assert "fitted on 4 clips" in capsys.readouterr().out


def test_that_counts_rank_and_calibrate() -> None:
    counts = ErrorCounts()
    counts.count(np.array([0.01, 0.01, 0.4, 0.4]), np.array([False, False, True, True]))
    assert counts.auroc() == pytest.approx(1.0)
    even = ErrorCounts()
    even.count(np.full(100, 0.2), np.arange(100) < 20)
    assert even.auroc() == pytest.approx(0.5)
    assert even.calibration_error() < 0.02
    assert even.best_temperature() == pytest.approx(1.0, abs=0.06)
    # Sure of 98 in 100 where 12 in 100 are wrong: the logits are twice as large as they should be.
    over = ErrorCounts()
    over.count(np.full(100, 0.0183), np.arange(100) < 12)
    assert over.best_temperature() == pytest.approx(2.0, abs=0.15)
    assert over.calibration_error(over.best_temperature()) < over.calibration_error() / 5
    assert ErrorCounts().auroc() is None


def test_that_patches_are_found_where_half_of_them_is_black() -> None:
    wrong, black = np.zeros((2, 40, 60), bool)
    wrong[2:12, 2:12] = True
    wrong[20:30, 20:30] = True
    wrong[35, 50:55] = True
    black[2:7, 2:12] = True
    black[20:24, 20:30] = True
    assert patch_counts(wrong, black) == (2, 1)


def run_folder(folder: Path, probabilities: bool) -> Path:
    """Two frames, the second with ten wrong columns, five of them black."""
    for index in range(2):
        labels = moving(0, 1)
        labels[:, 40:50] = index
        write_label_map(folder / "masks" / f"{index:05d}.png", labels)
        map_ = np.full(labels.shape, 255, np.uint8)
        map_[:, 40:45] = 0
        write_grey(folder / "reliability" / f"{index:05d}.png", map_)
        if probabilities:
            (folder / "probabilities").mkdir(exist_ok=True)
            won = np.where(map_ == 0, 0.6, 0.99).astype(np.float32)
            np.save(folder / "probabilities" / f"{index:05d}.npy", np.stack([won, 1 - won]))
    truth = folder.parent / "truth"
    for index in range(2):
        write_label_map(truth / f"{index:05d}.png", moving(0, 1))
    return truth


def test_that_maps_are_measured_near_the_boundary_and_away_from_it(tmp_path: Path) -> None:
    truth = run_folder(tmp_path / "out", probabilities=True)
    report = measure_reliability(tmp_path / "out", truth)
    found = report.as_json()
    assert found["frames"] == 1
    assert found["black map"]["precision"] == pytest.approx(1.0)
    assert found["black map"]["recall"] == pytest.approx(0.5)
    assert found["error patches of 80 pixels or more"] == 1
    assert found["of them at least half black"] == 1.0
    assert report.near.wrong + report.away.wrong == 400
    assert report.near.wrong > 0 and report.away.wrong > 0
    assert found["AUROC"] > 0.7
    assert found["ECE at that temperature"] <= found["ECE"] + 1e-6


def test_that_evaluate_tells_reliability_with_and_without_probabilities(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_davis(tmp_path / "data", {"a": [(1,)] * 5})
    truth, out = root / "Annotations/480p/a", tmp_path / "out"
    for mask in sorted(truth.iterdir()):
        write_label_map(out / "masks" / mask.name, moving(0, 1))
        write_grey(out / "reliability" / mask.name, np.full(moving(0, 1).shape, 255, np.uint8))
    command = ["evaluate", "--prediction", str(out / "masks"), "--ground-truth", str(truth), "--json"]
    assert main([*command, str(tmp_path / "a.json"), "--reliability", str(out)]) == 0
    found = json.loads((tmp_path / "a.json").read_text())["reliability"]
    assert found["AUROC"] is None
    assert found["black map"]["recall"] == 0
    assert "--save-probabilities" in capsys.readouterr().err


def test_that_folders_that_do_not_belong_together_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no folder"):
        measure_reliability(tmp_path, tmp_path)
    truth = run_folder(tmp_path / "out", probabilities=True)
    stored = tmp_path / "out" / "probabilities" / "00001.npy"
    np.save(stored, np.zeros((2, 3, 3), np.float32))
    with pytest.raises(UserError, match="does not contain probabilities"):
        measure_reliability(tmp_path / "out", truth)
    stored.write_bytes(b"no array")
    with pytest.raises(UserError, match="damaged"):
        measure_reliability(tmp_path / "out", truth)
    write_label_map(truth / "00001.png", np.ones((5, 5), np.uint8))
    with pytest.raises(UserError, match="5x5"):
        measure_reliability(tmp_path / "out", truth)
