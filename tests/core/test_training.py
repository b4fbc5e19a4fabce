"""Training: the clips, and a run that is interrupted."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from PIL import Image

from core.cli import main
from core.errors import UserError
from core.network.compact import CompactConfig, build_compact
from core.network.weights import load_network, save_network
from core.training.clips import ClipMaker, Mixture, RealClips, Stills, read_mask
from core.training.loop import Recipe, Run, steps, train
from core.training.loss import bootstrapped_cross_entropy, hardest_share

TINY = CompactConfig(widths=(16, 16, 16, 16), depths=(1, 1, 1, 1), shared=16, key=16, value=16, embedding=16)
SMALL = Recipe(steps=4, clips=1, size=64, late_size=64, length=3, late_length=3, warm_up=2, save_seconds=0.0)


def disc(height: int, width: int, x: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    mask = np.zeros((height, width), dtype=np.uint8)
    cv2.circle(mask, (x, height // 2), height // 4, 1, -1)
    return mask


def write_mask(path: Path, mask: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> None:
    picture = Image.fromarray(mask, mode=None).convert("P")
    picture.putdata(mask.flatten().tolist())
    picture.putpalette([0, 0, 0, 128, 0, 0])
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path)


@pytest.fixture
def maker(tmp_path: Path) -> ClipMaker:
    rng = np.random.default_rng(0)
    (tmp_path / "davis" / "ImageSets" / "2017").mkdir(parents=True)
    (tmp_path / "davis" / "ImageSets" / "2017" / "train.txt").write_text("one\n")
    for t in range(6):
        image = rng.integers(0, 255, (72, 96, 3), dtype=np.uint8)
        folder = tmp_path / "davis" / "JPEGImages" / "480p" / "one"
        folder.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(folder / f"{t:05d}.jpg"), image)
        write_mask(tmp_path / "davis" / "Annotations" / "480p" / "one" / f"{t:05d}.png", disc(72, 96, 30 + 4 * t))
    (tmp_path / "stills" / "JPEGImages").mkdir(parents=True)
    cv2.imwrite(str(tmp_path / "stills" / "JPEGImages" / "a.jpg"), rng.integers(0, 255, (60, 80, 3), dtype=np.uint8))
    write_mask(tmp_path / "stills" / "Annotations" / "a.png", disc(60, 80, 40))
    return ClipMaker(RealClips(tmp_path / "davis", "train"), Stills(tmp_path / "stills"))


def test_that_palette_masks_are_read_by_index(tmp_path: Path) -> None:
    mask = disc(20, 30, 10)
    write_mask(tmp_path / "m.png", mask)
    assert (read_mask(tmp_path / "m.png") == mask).all()


def test_that_every_clip_shows_each_object_on_its_reference(maker: ClipMaker) -> None:
    seen = set()
    for seed in range(30):
        clip = maker.draw(np.random.default_rng(seed), Mixture(size=64, length=3, paste=1.0))
        assert clip.images.shape == (3, 64, 64, 3)
        assert clip.labels.max() <= clip.objects
        assert set(np.unique(clip.labels[0])) >= set(range(1, clip.objects + 1))
        seen.add(clip.objects)
    assert len(seen) > 1


def test_that_a_clip_depends_on_nothing_but_its_seed(maker: ClipMaker) -> None:
    one, other = (maker.draw(np.random.default_rng(5), Mixture(size=64)) for _ in range(2))
    assert (one.images == other.images).all()
    assert (one.labels == other.labels).all()


def test_that_a_sequence_with_a_missing_mask_is_named(maker: ClipMaker, tmp_path: Path) -> None:
    (tmp_path / "davis" / "Annotations" / "480p" / "one" / "00003.png").unlink()
    with pytest.raises(UserError, match=r"one .* 6 frames and 5 masks"):
        RealClips(tmp_path / "davis", "train")


def test_that_an_interrupted_run_continues_bit_by_bit(maker: ClipMaker, tmp_path: Path) -> None:
    whole = train(maker, SMALL, tmp_path / "whole", TINY, None, 0, 1)
    torch.manual_seed(SMALL.seed)
    (tmp_path / "parts").mkdir()
    first = Run(build_compact(TINY), SMALL, tmp_path / "parts")
    for step, _ in steps(first, maker):
        if step == 2:
            first.save()
            break
    second = train(maker, SMALL, tmp_path / "parts", TINY, None, 0, 1)
    assert second.step == whole.step == 4
    for name, value in whole.network.state_dict().items():
        assert torch.equal(value, second.network.state_dict()[name]), name
        assert torch.equal(whole.average[name], second.average[name]), name


def test_that_training_stops_at_a_loss_that_is_no_number(maker: ClipMaker, tmp_path: Path) -> None:
    run = Run(build_compact(TINY), SMALL, tmp_path)
    run.network.decoder.logits.weight.data.fill_(torch.nan)
    with pytest.raises(UserError, match="stopped being a number at step 0"):
        run.train_step(maker)


def test_that_only_the_hardest_pixels_count() -> None:
    logits = torch.zeros(2, 4, 4)
    logits[0, 0] = 9.0
    target = torch.zeros(4, 4, dtype=torch.long)
    assert bootstrapped_cross_entropy(logits, target, 1.0) < bootstrapped_cross_entropy(logits, target, 0.25)
    assert hardest_share(0, 100, 0.15, 0.5) == 1
    assert hardest_share(50, 100, 0.15, 0.5) == pytest.approx(0.15)
    assert hardest_share(90, 100, 0.15, 0.5) == pytest.approx(0.15)


def test_that_the_command_trains_resumes_and_leaves_weights_that_load(maker: ClipMaker, tmp_path: Path) -> None:
    command = ["train", "--data", str(tmp_path / "davis"), "--stills", str(tmp_path / "stills"), "--minutes", "0.0001"]
    assert main([*command, "--clips", "1", "--out", str(tmp_path / "run"), "--late-size", "64"]) == 0
    weights = tmp_path / "run" / "rpcm-compact.safetensors"
    assert weights.stat().st_size < 16 * 2**20
    before = load_network(weights, preset="compact").state_dict()
    assert main([*command, "--clips", "1", "--out", str(tmp_path / "run"), "--late-size", "64"]) == 0
    after = load_network(weights).state_dict()
    assert all(torch.equal(before[name], after[name]) for name in before), "a finished run was trained on"


def test_that_a_run_can_start_from_finished_weights(tmp_path: Path) -> None:
    torch.manual_seed(1)
    finished = build_compact(TINY)
    save_network(finished, tmp_path / "w.safetensors", "compact")
    run = Run(build_compact(TINY), SMALL, tmp_path)
    run.start_from(tmp_path / "w.safetensors")
    assert all(torch.equal(v, run.network.state_dict()[k]) for k, v in finished.state_dict().items())
    assert run.step == 0


def test_that_missing_training_data_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "--data", str(tmp_path), "--stills", str(tmp_path), "--out", str(tmp_path / "run")]) == 2
    assert "train.txt does not exist" in capsys.readouterr().err
    assert not (tmp_path / "run").exists()
