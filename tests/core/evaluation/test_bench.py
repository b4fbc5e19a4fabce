"""``rpcm bench``: the straightforward form says the same as the fast one, and every figure is told."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
import torch

from core.cli import main
from core.errors import UserError
from core.evaluation import naive_matching as plain
from core.evaluation.bench import STAGES, Case, Timing, make_scene, match, measure
from core.network.compact.matching import FAR, read_global, read_local, sort_tokens
from core.network.rpcm.layers import ConvNorm
from core.network.rpcm.matching import nearest_global, nearest_local, sort_keys

CPU = torch.device("cpu")


def test_that_the_straightforward_form_of_nearest_distances_says_the_same() -> None:
    torch.manual_seed(0)
    queries, keys = torch.randn(30, 6).double(), torch.randn(50, 6).double()
    channels = torch.randint(0, 3, (50,))
    expected = nearest_global(queries, sort_keys(keys, channels, 4))
    torch.testing.assert_close(plain.nearest_of_each(queries, keys, channels, 4), expected)
    one, other, where = torch.randn(5, 14, 17).double(), torch.randn(5, 14, 17).double(), torch.randint(-1, 3, (14, 17))
    windows = plain.nearest_in_windows(one, other, where, 3)
    torch.testing.assert_close(windows, nearest_local(one, other, where, 3))


def test_that_the_straightforward_form_of_attention_says_the_same() -> None:
    torch.manual_seed(0)
    queries, keys, values = torch.randn(30, 6), torch.randn(50, 6), torch.randn(2, 4, 50)
    channels, scale = torch.randint(0, 3, (50,)), torch.tensor(0.3)
    reading = read_global(queries, sort_tokens(keys, channels, values, 3), scale)
    read, nearest = plain.attention(queries, keys, channels, values, scale)
    torch.testing.assert_close(read, reading.values, atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(nearest, reading.nearest[0], atol=1e-4, rtol=1e-4)
    one, other, near = torch.randn(6, 11, 13), torch.randn(6, 11, 13), torch.randn(2, 4, 11, 13)
    where = torch.randint(0, 3, (11, 13))
    local = read_local(one, other, where, near, scale, torch.tensor(0.05), 3)
    read, nearest = plain.attention_in_windows(one, other, where, near, scale, torch.tensor(0.05))
    torch.testing.assert_close(read, local.values, atol=1e-4, rtol=1e-4)
    seen = local.nearest < FAR
    torch.testing.assert_close(nearest[seen], local.nearest[seen], atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("preset", ["compact", "mobilenet"])
def test_that_a_scene_has_the_objects_and_the_pool_that_were_asked_for(preset: str) -> None:
    with torch.inference_mode():
        scene = make_scene(Case(preset, "cpu", "fp32", objects=3, pool=4, height=64, width=96), CPU)
        one = make_scene(Case(preset, "cpu", "fp32", objects=3, pool=1, height=64, width=96), CPU)
        everywhere, _ = match(scene)
    assert set(scene.channels.unique().tolist()) == {0, 1, 2, 3}
    laid, alone = (s.reference.tokens[0] if preset == "compact" else s.reference.keys for s in (scene, one))
    assert laid.bounds == tuple(4 * bound for bound in alone.bounds) and alone.bounds[-1] > 0
    nearest = everywhere.nearest[0] if preset == "compact" else everywhere
    assert nearest.shape[0] == 4


def test_that_a_measurement_adds_up() -> None:
    timing = measure(Case("compact", "cpu", "bf16", 2, 2, height=64, width=96, repeats=1), lambda: 5 * 2**20)
    assert timing.ms.keys() == {*STAGES, "frame"} and timing.peak_memory_bytes == 5 * 2**20
    assert timing.ms["frame"] == pytest.approx(sum(timing.ms[stage] for stage in STAGES))
    told = timing.as_json()
    assert told["plain_frame_ms"] > told["plain_match_ms"] > 0 and told["preset"] == "compact"
    assert told["match_ratio"] == timing.plain_match_ms / timing.ms["match"]


def test_that_the_straightforward_frame_takes_the_layers_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    fused: list[bool] = []
    forward = ConvNorm.forward

    def spied(self: ConvNorm, *args: Any, **options: Any) -> Any:
        fused.append(not torch.is_grad_enabled())
        result = forward(self, *args, **options)
        assert not result.requires_grad
        return result

    monkeypatch.setattr(ConvNorm, "forward", spied)
    measure(Case("mobilenet", "cpu", "fp32", 1, 1, height=64, width=96, repeats=1), lambda: 0)
    assert set(fused) == {True, False}


def test_that_ratios_compare_with_the_straightforward_form() -> None:
    timing = Timing(Case("compact", "cpu", "fp32", 1, 1), {"match": 20.0, "frame": 100.0}, 220.0, 300.0, 0)
    assert timing.match_ratio == 11 and timing.frame_ratio == 3


def test_that_the_command_prints_a_row_a_case_and_writes_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["--size", "64x96", "--repeats", "1", "--threads", "1", "--devices", "cpu", "--precisions", "fp32"]
    assert main(["bench", *given, "--objects", "1", "--pools", "1", "2", "--json", str(tmp_path / "b.json")]) == 0
    header, *rows = capsys.readouterr().out.splitlines()
    assert "x match" in header and [row.split()[:5] for row in rows] == [
        ["compact", "cpu", "fp32", "1", "1"],
        ["compact", "cpu", "fp32", "1", "2"],
    ]
    cases = json.loads((tmp_path / "b.json").read_text())["cases"]
    assert [case["pool"] for case in cases] == [1, 2] and all(case["peak_memory_bytes"] > 2**20 for case in cases)


@pytest.mark.parametrize("words", [["--size", "480"], ["--objects", "0"], ["--presets", "giant"]])
def test_that_wrong_words_are_wrong_usage(words: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["bench", *words])
    assert end.value.code == 2


def test_that_frames_that_cannot_be_segmented_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--size", "16x96"]) == 2
    assert "too small" in capsys.readouterr().err


def test_that_what_a_person_can_fix_comes_whole_out_of_another_process() -> None:
    error = pickle.loads(pickle.dumps(UserError("It failed.", "Try again.")))
    assert (error.message, error.hint) == ("It failed.", "Try again.")
