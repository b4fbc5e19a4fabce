"""The recipe of the click head: what samples look like, what changes, and that a run can be resumed."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from core.cli import main
from core.errors import UserError
from core.network.compact.model import CompactNetwork, build_compact
from core.network.weights import load_network, save_network
from core.selection.click import ClickSegmenter
from core.training.checkpoint import load_state
from core.training.compact.click_run import ClickRecipe, ClickRun, click_loss
from core.training.compact.click_samples import ClickMaker, ClickMaking, _pasted, degraded, random_click, truth_of
from core.training.data.footage import LabelledFrames, Stills
from core.training.launch import Launch, launch
from core.training.material import Material
from core.training.run import STATE
from tests.helpers.training import TINY, discs, write_mask, write_picture

FEW = ClickRecipe(steps=3, clips=2, size=64, late_size=64, warm_up=2, save_seconds=0.0, precision="fp32")


@pytest.fixture
def stills(tmp_path: Path) -> Path:
    root = tmp_path / "stills"
    for number in range(3):
        write_picture(root / "JPEGImages" / f"{number}.jpg", number)
        write_mask(root / "Annotations" / f"{number}.png", discs(72, 96, [(1, 30), (2, 70)]))
    return root


@pytest.fixture
def start(tmp_path: Path) -> Path:
    torch.manual_seed(1)
    save_network(build_compact(TINY), tmp_path / "start.safetensors", "compact", dtype=torch.float16)
    return tmp_path / "start.safetensors"


def planned(stills: Path, start: Path, out: Path, recipe: ClickRecipe = FEW) -> Launch:
    return Launch(material=Material(stills=(stills,)), folder=out, recipe=recipe, start=start, workers=0)


def test_that_samples_show_one_object_inside_the_picture(stills: Path) -> None:
    maker = ClickMaker(Stills(stills))
    for seed in range(12):
        clip = maker.draw(np.random.default_rng(seed), ClickMaking(64, close=1.0, pasted=0.0))
        truth, valid = truth_of(clip.labels[0])
        assert clip.images.shape == (1, 64, 64, 3) and clip.objects == 1
        assert set(np.unique(clip.labels)) <= {0, 1, 255} and valid.mean() > 0.6
        # Close to the object, as zooming in is: a disc of 28 pixels in a picture of 72 lines.
        assert 0.08 < truth.mean() < 0.7


def test_that_of_two_pictures_pasted_together_one_object_is_meant() -> None:
    grey = np.full((80, 80, 3), 90, np.uint8)
    disc = discs(80, 80, [(1, 40)])
    red = np.where(disc[..., None] == 1, np.array([220, 20, 20], np.uint8), grey)
    other = LabelledFrames(
        [np.where(disc[..., None] == 1, np.array([20, 20, 220], np.uint8), grey)], [disc], still=True
    )
    meant = set()
    for seed in range(12):
        mixed, mask = _pasted(np.random.default_rng(seed), red, disc.copy(), other)
        inner = cv2.erode((mask == 1).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
        # What is meant is all of one object, and nothing of the other one.
        redder = mixed[inner][:, 0].astype(int) > mixed[inner][:, 2]
        assert inner.sum() > 20 and (redder.all() or not redder.any())
        meant.add(bool(redder.all()))
    assert meant == {True, False}


def test_that_masks_to_start_from_are_of_the_object_but_wrong() -> None:
    truth = discs(64, 64, [(1, 32)]) == 1
    shares = []
    for seed in range(40):
        mask = degraded(np.random.default_rng(seed), truth) >= 0.5
        shares.append((mask & truth).sum() / (mask | truth).sum())
    assert 0.4 < np.mean(shares) < 0.9 and np.std(shares) > 0.1


def test_that_random_clicks_are_on_the_side_that_they_say() -> None:
    truth = discs(64, 64, [(1, 32)]) == 1
    clicks = [random_click(np.random.default_rng(seed), truth, np.ones_like(truth)) for seed in range(40)]
    assert all(click is not None and truth[click.y, click.x] == click.positive for click in clicks)
    assert {click.positive for click in clicks if click is not None} == {False, True}


def test_that_the_loss_is_least_for_the_truth_and_blind_to_void() -> None:
    labels = torch.zeros(1, 8, 8, dtype=torch.long)
    labels[:, :4] = 1
    right = torch.where(labels == 1, 8.0, -8.0)[:, None]
    assert click_loss(right, labels) < 0.01 < click_loss(torch.zeros_like(right), labels) < click_loss(-right, labels)
    void = labels.masked_fill(labels == 0, 255)
    other = right.clone()
    other[:, :, 4:] = 5
    torch.testing.assert_close(click_loss(other, void), click_loss(right, void))


def test_that_a_run_changes_the_head_alone_and_ends_in_weights(stills: Path, start: Path, tmp_path: Path) -> None:
    words = ["train", "--recipe", "clicks", "--start", start, "--stills", stills, "--steps", 2, "--clips", 2]
    assert main([str(word) for word in [*words, "--size", 64, "--late-size", 64, "--out", tmp_path / "run"]]) == 0
    before = load_network(start)
    after = load_network(tmp_path / "run" / "rpcm-compact.safetensors")
    assert isinstance(after, CompactNetwork) and after.clicks is not None
    for name, value in before.state_dict().items():
        assert torch.equal(after.state_dict()[name], value), name
    soft = ClickSegmenter(after).prepare(np.zeros((40, 60, 3), np.uint8)).segment([])
    assert soft.shape == (40, 60)


def test_that_a_resumed_run_equals_one_without_a_stop(stills: Path, start: Path, tmp_path: Path) -> None:
    launch(planned(stills, start, tmp_path / "whole"))
    broken = planned(stills, start, tmp_path / "broken")
    run_steps(broken, 1)
    launch(broken)
    whole, resumed = (load_state(tmp_path / name / STATE) for name in ("whole", "broken"))
    assert whole["step"] == resumed["step"] == 3
    for kind in ("network", "average"):
        assert all(torch.equal(value, resumed[kind][name]) for name, value in whole[kind].items())
    assert whole["clicks"] == resumed["clicks"]


def run_steps(plan: Launch, count: int) -> None:
    """So many steps of a plan, saved."""
    from core.training.launch import prepared_run
    from core.training.loop import Watch, steps
    from core.training.material import gather
    from core.training.run import World

    sources = gather(plan.material, plan.folder, 1)
    plan.folder.mkdir()
    run, maker = prepared_run(plan, sources, World(), torch.device("cpu"))
    done = iter(range(1, count + 1))
    for _ in steps(run, maker, Watch(should_stop=lambda: next(done) >= count)):
        pass


def test_that_a_head_can_go_on_with_another_encoder(stills: Path, start: Path, tmp_path: Path) -> None:
    launch(planned(stills, start, tmp_path / "first"))
    from core.training.checkpoint import export_state

    trained = export_state(tmp_path / "first" / STATE, tmp_path / "first").weights
    torch.manual_seed(2)
    other = build_compact(TINY)
    run = ClickRun(other, FEW, tmp_path)
    run.take_head(trained)
    state = load_network(trained).state_dict()
    assert all(torch.equal(v, state[name]) for name, v in other.state_dict().items() if name.startswith("clicks."))
    ClickSegmenter(other)
    with pytest.raises(UserError, match="has no click head"):
        run.take_head(start)


def test_that_a_head_needs_weights_to_start_from(
    stills: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["train", "--recipe", "clicks", "--stills", str(stills), "--steps", "1", "--out", str(tmp_path / "run")]
    assert main(words) == 2
    assert "--start" in capsys.readouterr().err


def test_that_training_the_network_leaves_a_head_out(stills: Path, start: Path, tmp_path: Path) -> None:
    launch(planned(stills, start, tmp_path / "first"))
    from core.training.checkpoint import export_state

    trained = export_state(tmp_path / "first" / STATE, tmp_path / "first").weights
    words = ["train", "--start", trained, "--stills", stills, "--steps", 1, "--clips", 1, "--size", 64, "--length", 3]
    words += ["--late-size", 64, "--late-length", 3, "--workers", 0, "--out", tmp_path / "second"]
    assert main([str(word) for word in words]) == 0
    after = load_network(tmp_path / "second" / "rpcm-compact.safetensors")
    assert isinstance(after, CompactNetwork) and after.clicks is None
