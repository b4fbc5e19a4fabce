"""Training: a run of the compact recipe that is interrupted, fails, or is told from the command line."""

from __future__ import annotations

import errno
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from core.cli import main
from core.errors import UserError
from core.masks.png import read_label_map
from core.network.compact.model import CompactConfig, CompactNetwork, build_compact
from core.network.interface import SegmentationNetwork
from core.network.weights import load_network, save_network
from core.training.compact.run import CompactRun
from core.training.compact.step import Batch
from core.training.data.augment import motion_blur
from core.training.data.clips import ClipMaker, Mixture, TrainingClip
from core.training.loading import Loader
from core.training.loop import FAILED_SAVES, Watch, steps, train
from core.training.loss import bootstrapped_cross_entropy, dice, hardest_share
from core.training.report import Reporter, Silent
from core.training.run import World
from core.types import VOID
from tests.helpers.training import SMALL, TINY, small_maker, write_mask


@pytest.fixture
def maker(tmp_path: Path) -> ClipMaker:
    return small_maker(tmp_path)


def new_run(folder: Path, **changes: Any) -> CompactRun:
    torch.manual_seed(SMALL.seed)
    folder.mkdir(exist_ok=True)
    return CompactRun(build_compact(TINY), replace(SMALL, **changes), folder)


def assert_equal(one: CompactRun, other: CompactRun) -> None:
    assert one.step == other.step
    for name, value in one.network.state_dict().items():
        assert torch.equal(value, other.network.state_dict()[name]), name
        assert torch.equal(one.average[name], other.average[name]), name


def test_that_every_clip_shows_each_object_on_its_reference(maker: ClipMaker) -> None:
    seen = set()
    for seed in range(30):
        clip = maker.draw(np.random.default_rng(seed), Mixture(size=64, length=3, paste=1.0))
        assert clip.images.shape == (3, 64, 64, 3)
        assert clip.labels.max() <= clip.objects
        assert set(np.unique(clip.labels[0])) >= set(range(1, clip.objects + 1))
        seen.add(clip.objects)
    assert len(seen) > 1


def test_that_data_without_objects_ends_the_search_for_clips(tmp_path: Path) -> None:
    maker = small_maker(tmp_path)
    for mask in tmp_path.rglob("Annotations/**/*.png"):
        write_mask(mask, np.zeros_like(read_label_map(mask, allow_empty=True)))
    with pytest.raises(UserError, match="No object of"):
        maker.draw(np.random.default_rng(0), Mixture(size=64, length=3))


def test_that_motion_blur_smears_along_one_line_and_keeps_brightness() -> None:
    image = np.zeros((33, 33, 3), np.uint8)
    image[16, 16] = 255
    for seed in range(20):
        blurred = motion_blur(np.random.default_rng(seed))(image)[..., 0]
        ys, xs = np.nonzero(blurred)
        assert len(ys) > 1
        assert abs(int(blurred.astype(int).sum()) - 255) <= len(ys)
        spread = np.linalg.eigvalsh(np.cov(np.stack([ys, xs])))
        assert spread[0] < 0.3 < spread[1]


def test_that_a_clip_depends_on_nothing_but_its_seed(maker: ClipMaker) -> None:
    one, other = (maker.draw(np.random.default_rng(5), Mixture(size=64)) for _ in range(2))
    assert (one.images == other.images).all()
    assert (one.labels == other.labels).all()


def test_that_an_interrupted_run_continues_bit_by_bit(maker: ClipMaker, tmp_path: Path) -> None:
    whole = new_run(tmp_path / "whole")
    assert [report.step for report in steps(whole, maker)] == [1, 2, 3, 4]
    first = new_run(tmp_path / "parts")
    for report in steps(first, maker):
        if report.step == 2:
            break
    second = new_run(tmp_path / "parts")
    second.load()
    assert [report.step for report in steps(second, maker)] == [3, 4]
    assert_equal(whole, second)


def test_that_background_workers_draw_what_would_have_been_drawn(maker: ClipMaker, tmp_path: Path) -> None:
    run = new_run(tmp_path / "run")
    apart, here = Loader(run, maker, 1), Loader(run, maker, 0)
    for _, one, other in zip(range(3), apart, here, strict=False):
        assert all(
            (a.images == b.images).all() and (a.labels == b.labels).all() for a, b in zip(one, other, strict=True)
        )
    assert apart.starting > 0
    assert apart.waited > 0


def test_that_an_error_of_a_worker_is_told_as_it_was(maker: ClipMaker, tmp_path: Path) -> None:
    (tmp_path / "davis" / "Annotations" / "480p" / "one" / "00003.png").write_bytes(b"no picture")
    run = new_run(tmp_path / "run", steps=40, real_first=1.0)
    with pytest.raises(UserError, match=r"00003.png' is damaged") as told:
        for _ in zip(range(40), Loader(run, maker, 1), strict=False):
            pass
    assert told.value.hint


def test_that_parts_of_a_step_add_up_to_the_whole(maker: ClipMaker, tmp_path: Path) -> None:
    whole, parted = new_run(tmp_path / "a", precision="fp32"), new_run(tmp_path / "b", precision="fp32", accumulate=2)
    # Chance decides the same for all clips of a step; here it must for both parts.
    clips = next(iter(Loader(whole, maker, 0)))
    losses = []
    for run in (whole, parted):
        run.optimiser.zero_grad()
        share = 1 / run.recipe.accumulate
        parts = [clips] if run is whole else [clips[:1], clips[1:]]
        losses.append(sum(float(run.learn(part, np.random.default_rng(1), share)) for part in parts))
    assert losses[0] == pytest.approx(losses[1], rel=1e-5)
    for (name, one), other in zip(whole.network.named_parameters(), parted.network.parameters(), strict=True):
        if one.grad is not None and other.grad is not None:
            assert torch.allclose(one.grad, other.grad, rtol=1e-3, atol=1e-5), name


def test_that_processes_share_the_clips_of_one(tmp_path: Path) -> None:
    run = new_run(tmp_path / "run", clips=4)
    alone = run.request(7).seeds
    shared: list[tuple[int, ...]] = []
    for rank in range(2):
        run.world = World(rank, 2)
        shared += run.request(7).seeds
    assert sorted(shared) == sorted(alone)
    assert len(set(alone)) == 4


def test_that_training_stops_at_a_loss_that_is_no_number(maker: ClipMaker, tmp_path: Path) -> None:
    run = new_run(tmp_path / "run")
    told = iter(steps(run, maker))
    next(told)
    good = (tmp_path / "run" / "state.pt").read_bytes()
    run.network.decoder.logits.weight.data.fill_(torch.nan)
    with pytest.raises(UserError, match="became NaN or infinite at step 1") as error:
        next(told)
    assert "state.pt" in error.value.hint
    assert (tmp_path / "run" / "state.pt").read_bytes() == good
    again = new_run(tmp_path / "run")
    again.load()
    assert again.step == 1


class FullDisk:
    """torch.save on a disk that is full for the first ``times`` times."""

    def __init__(self, times: int) -> None:
        self.left, self.save = times, torch.save

    def __call__(self, state: Mapping[str, Any], file: Any) -> None:
        self.left -= 1
        if self.left >= 0:
            file.write(b"half of it")
            raise OSError(errno.ENOSPC, "No space left on device")
        self.save(state, file)


def test_that_a_full_disk_loses_nothing(
    maker: ClipMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    run = new_run(tmp_path / "run")
    run.save()
    good = (tmp_path / "run" / "state.pt").read_bytes()
    monkeypatch.setattr("torch.save", FullDisk(FAILED_SAVES))
    with pytest.raises(UserError, match=r"state.pt': the disk is full"):
        list(steps(run, maker))
    assert run.step == FAILED_SAVES
    assert (tmp_path / "run" / "state.pt").read_bytes() == good
    assert [path.name for path in (tmp_path / "run").iterdir()] == ["state.pt"], "half a file was left"
    monkeypatch.setattr("torch.save", FullDisk(FAILED_SAVES - 1))
    caplog.clear()
    with caplog.at_level(logging.WARNING):
        assert [report.step for report in steps(new_run(tmp_path / "other"), maker)] == [1, 2, 3, 4]
    assert caplog.text.count("Training goes on") == FAILED_SAVES - 1
    assert (tmp_path / "other" / "state.pt").is_file()


def test_that_a_log_of_something_else_is_refused_before_anything_is_trained(tmp_path: Path) -> None:
    run = new_run(tmp_path / "run", steps=1)
    (run.folder / "log.csv").mkdir()
    with pytest.raises(UserError, match=r"log\.csv' is not a training log"), Reporter(run.folder):
        pass


def test_that_a_state_of_something_else_is_refused(maker: ClipMaker, tmp_path: Path) -> None:
    run = new_run(tmp_path / "run")
    run.preset = "mobilenet"
    run.save()
    with pytest.raises(UserError, match="the training state of the preset 'mobilenet', not 'compact'"):
        new_run(tmp_path / "run").load()
    new_run(tmp_path / "run").save()
    wider = CompactRun(build_compact(CompactConfig()), SMALL, tmp_path / "run")
    with pytest.raises(UserError, match=r"widths = \[16, 16, 16, 16\], not"):
        wider.load()
    (tmp_path / "run" / "state.pt").write_bytes(b"PK nothing")
    with pytest.raises(UserError, match="damaged"):
        new_run(tmp_path / "run").load()


def test_that_void_pixels_belong_to_nobody_and_cost_nothing() -> None:
    labels = np.zeros((1, 2, 8, 8), np.uint8)
    labels[0, :, :4] = 1
    labels[0, :, 4:] = VOID
    clip = TrainingClip(np.zeros((2, 8, 8, 3), np.uint8), labels[0], 1)
    batch = Batch.of([clip], torch.device("cpu"))
    assert float(batch.masks(0).sum()) == 32
    probabilities = torch.rand(2, 8, 8).softmax(0)
    other = probabilities.clone()
    other[:, 4:] = other[:, 4:].flip(0)
    target = batch.labels[0, 0]
    assert torch.equal(dice(probabilities, target), dice(other, target))


def test_that_only_the_hardest_pixels_count() -> None:
    logits = torch.zeros(2, 4, 4)
    logits[0, 0] = 9.0
    target = torch.zeros(4, 4, dtype=torch.long)
    assert bootstrapped_cross_entropy(logits, target, 1.0) < bootstrapped_cross_entropy(logits, target, 0.25)
    assert hardest_share(0, 100, 0.15, 0.5) == 1
    assert hardest_share(50, 100, 0.15, 0.5) == pytest.approx(0.15)
    assert hardest_share(90, 100, 0.15, 0.5) == pytest.approx(0.15)


class Score:
    """A validator that says what it is told to."""

    def __init__(self, scores: Sequence[float]) -> None:
        self.scores = list(scores)
        self.seen: list[SegmentationNetwork] = []

    def __call__(self, network: SegmentationNetwork) -> Mapping[str, float]:
        self.seen.append(network)
        return {"J&F": self.scores.pop(0), "J": 0.1}


def test_that_validation_keeps_the_best_weights(maker: ClipMaker, tmp_path: Path) -> None:
    run, score = new_run(tmp_path / "run", steps=3), Score([0.5, 0.7, 0.6, 0.65])
    watch = Watch(validator=score, validate_minutes=0.0)
    with Reporter(run.folder) as reporter:
        train(run, maker, reporter, watch)
    assert (run.folder / "validation.csv").read_text().splitlines() == [
        "step,J&F,J", "1,0.5,0.1", "2,0.7,0.1", "3,0.6,0.1", "3,0.65,0.1",
    ]  # fmt: skip
    best = load_network(run.folder / "best.safetensors").state_dict()
    expected = score.seen[1].state_dict()
    assert all(torch.equal(value, expected[name].half().float()) for name, value in best.items())
    assert not score.seen[0].training


def test_that_weights_of_the_way_are_kept(maker: ClipMaker, tmp_path: Path) -> None:
    run = new_run(tmp_path / "run", steps=2)
    train(run, maker, Silent(), Watch(snapshot_minutes=0.0))
    kept = sorted(path.name for path in run.folder.glob("*.safetensors"))
    assert kept == ["rpcm-compact-000001.safetensors", "rpcm-compact-000002.safetensors"]
    last = load_network(run.folder / kept[1]).state_dict()
    assert all(torch.equal(value, run.average[name].half().float()) for name, value in last.items())


def test_that_charts_and_log_tell_loss_and_waiting(maker: ClipMaker, tmp_path: Path) -> None:
    pytest.importorskip("tensorboard", reason="TensorBoard is an extra")
    run = new_run(tmp_path / "run", steps=2)
    with Reporter(run.folder, tensorboard=True) as reporter:
        train(run, maker, reporter, Watch())
    header, row = (run.folder / "log.csv").read_text().splitlines()
    assert header == "step,seconds,rate,loss,gradient,waiting"
    values = dict(zip(header.split(","), map(float, row.split(",")), strict=True))
    assert values["step"] == 2
    assert 0 < values["waiting"] < 1
    assert list((run.folder / "tensorboard").glob("events*"))


def test_that_a_run_stops_where_it_is_asked_to_and_keeps_its_state(maker: ClipMaker, tmp_path: Path) -> None:
    run = new_run(tmp_path / "run")
    train(run, maker, Silent(), Watch(should_stop=lambda: run.step == 2))
    again = new_run(tmp_path / "run")
    again.load()
    assert again.step == 2


def test_that_the_command_trains_resumes_and_leaves_weights_that_load(maker: ClipMaker, tmp_path: Path) -> None:
    command = ["train", "--data", str(tmp_path / "davis"), "--stills", str(tmp_path / "stills"), "--minutes", "0.0001"]
    command += ["--clips", "1", "--out", str(tmp_path / "run"), "--late-size", "64", "--workers", "0"]
    assert main([*command, "--validate", str(tmp_path / "davis"), "--validate-split", "train"]) == 0
    header, scores = (tmp_path / "run" / "validation.csv").read_text().splitlines()
    assert header == "step,J&F,J,F"
    assert all(0 <= float(score) <= 1 for score in scores.split(",")[1:])
    assert load_network(tmp_path / "run" / "best.safetensors", preset="compact")
    weights = tmp_path / "run" / "rpcm-compact.safetensors"
    assert weights.stat().st_size < 16 * 2**20
    before = load_network(weights, preset="compact").state_dict()
    assert main(command) == 0
    after = load_network(weights).state_dict()
    assert all(torch.equal(before[name], after[name]) for name in before), "a finished run was trained on"


def test_that_a_run_can_start_from_finished_weights(tmp_path: Path) -> None:
    torch.manual_seed(1)
    finished = build_compact(TINY)
    save_network(finished, tmp_path / "w.safetensors", "compact")
    run = new_run(tmp_path / "run")
    run.start_from(tmp_path / "w.safetensors")
    assert isinstance(run.network, CompactNetwork)
    assert all(torch.equal(v, run.network.state_dict()[k]) for k, v in finished.state_dict().items())
    assert run.step == 0
    wider = CompactRun(build_compact(CompactConfig()), SMALL, tmp_path / "run")
    with pytest.raises(UserError, match="'compact' network with a different structure"):
        wider.start_from(tmp_path / "w.safetensors")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--data", "{}"], "no folder"),
        ([], "No training data"),
        (["--steps", "0"], "--steps is 0, which is out of range"),
        (["--minutes", "nan"], "--minutes is nan"),
        (["--rate", "-1"], "Set --rate to more than 0."),
        (["--rate", "nan"], "--rate is nan"),
        (["--rate", "nan", "--preset", "mobilenet"], "--rate is nan"),
        (["--length", "1"], "Set --length to 2 or more."),
        (["--late-size", "100"], "Set --late-size to a multiple of 32."),
        (["--paste", "2"], "Set --paste to 0 to 1."),
        (["--seed", "-1"], "Set --seed to 0 or more."),
        (["--workers", "-1"], "Set --workers to 0 or more."),
        (["--processes", "0"], "Set --processes to 1 or more."),
        (["--assembly", "S2S"], "--assembly has no effect on the preset 'compact'"),
        (["--stills", "{}/stills", "--backbone", "{}/b.pth"], "There is no file"),
        (["--backbone", "b.pth", "--start", "compact"], "cannot be used together"),
        (["--zoom", "2"], "--zoom is 2.0, which is out of range"),
        (["--shown", "2", "1"], "--shown is 2.0, which is out of range"),
        (["--resolutions", "9"], "Set --resolutions to factors from 0.25 to 4"),
        (["--stills", "{}/stills", "--still-shares", "1", "2"], "do not match 1 sets"),
        (["--size", "100"], "Set --size to a multiple of 32."),
        (["--size", "192", "--preset", "mobilenet"], "Set --size to a multiple of 16 and 1 more."),
        (["--stills", "{}/stills", "--clips", "3", "--processes", "2"], "cannot be divided evenly among 2 processes"),
        (["--stills", "{}/stills", "--preset", "mobilenet", "--recipe", "compact"], "does not train the preset"),
        (
            ["--stills", "{}/stills", "--validate", "{}/davis", "--validate-split", "dev"],
            "no sequences in the split 'dev'",
        ),
        (["--stills", "{}/stills", "--shares", "1", "1", "--preset", "mobilenet"], "do not match 0 sets"),
        (["--stills", "{}/stills", "--start", "compact", "--preset", "mobilenet"], "preset 'compact', not 'mobilenet'"),
    ],
)
def test_that_what_cannot_be_trained_is_told(
    maker: ClipMaker, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    said = [argument.format(tmp_path) for argument in arguments]
    assert main(["train", "--out", str(tmp_path / "run"), "--workers", "0", *said]) == 2
    assert told in capsys.readouterr().err
