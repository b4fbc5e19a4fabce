"""The paper's recipe: its numbers, its schedules, how sequences are cut, and starting from a backbone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.cli import build_parser, main
from core.cli.train import plan_of
from core.errors import UserError
from core.network.reference_keys import reference_name
from core.network.rpcm.assembly import TABLE_3
from core.network.rpcm.model import Rpcm
from core.network.rpcm.preprocess import normalised
from core.network.weights import build, load_network
from core.training.data.datasets import find_videos
from core.training.data.footage import LabelledFrames, Stills, Videos
from core.training.loop import steps
from core.training.paper.backbone import start_backbone
from core.training.paper.recipe import DAVIS, YOUTUBE_VOS, PaperRecipe
from core.training.paper.run import PaperRun, prepared
from core.training.paper.sequences import Cut, SequenceMaker, cut
from core.types import VOID
from tests.helpers.training import SHORT, discs, write_davis, write_stills, write_youtube_vos


def paper_run(folder: Path, recipe: PaperRecipe = SHORT, assembly: str = "P2C") -> PaperRun:
    torch.manual_seed(recipe.seed)
    network = build("mobilenet", {"assembly": assembly})
    assert isinstance(network, Rpcm)
    folder.mkdir(exist_ok=True)
    return PaperRun(network, recipe, folder, preset="mobilenet")


def test_that_the_recipe_is_the_papers(tmp_path: Path) -> None:
    run = paper_run(tmp_path / "run", YOUTUBE_VOS)
    group = run.optimiser.param_groups[0]
    assert (group["momentum"], group["weight_decay"], group["nesterov"]) == (0.9, 15e-5, True)
    assert len(group["params"]) == len(list(run.network.parameters()))
    assert (run.recipe.clips, run.recipe.clip_norm, run.recipe.size) == (8, 5.0, 465)
    expected = {
        0: (0.02 / 1000, 1.0, False, 5),
        999: (0.02 * (1 - 999 / 200_000) ** 0.9, 1 - 0.85 * 999 / 100_000, False, 5),
        50_000: (0.02 * 0.75**0.9, 0.575, False, 5),
        100_000: (0.02 * 0.5**0.9, 0.15, True, 5),
        199_999: (0.02 * (1 / 200_000) ** 0.9, 0.15, True, 5),
        200_000: (0.01 / 1000, 0.15, True, 7),
        300_000: (0.01 * 0.5**0.9, 0.15, True, 7),
    }
    for step, (rate, share, own_masks, frames) in expected.items():
        run.step = step
        passed = run.place(run.progress)[1]
        assert run.rate == pytest.approx(max(1e-5, rate), rel=1e-6), step
        assert run.schedule.share(passed) == pytest.approx(share), step
        assert (passed >= run.schedule.own_masks_from) == own_masks, step
        assert run.making(run.progress, run.step).length == frames, step
    assert (DAVIS.steps, DAVIS.shares) == (20_000, (2.0, 1.0))


def test_that_a_shorter_run_keeps_the_proportions(tmp_path: Path) -> None:
    run = paper_run(tmp_path / "run", replace(YOUTUBE_VOS, steps=400))
    run.step = 100
    assert run.schedule.share(run.place(run.progress)[1]) == pytest.approx(0.15)
    assert run.rate == pytest.approx(0.02 * 0.5**0.9)
    run.step = 200
    assert run.making(run.progress, run.step).length == 7


def test_that_the_command_line_gives_the_recipe() -> None:
    def plan(*said: str) -> PaperRecipe:
        recipe = plan_of(build_parser().parse_args(["train", "--preset", "resnet101", "--out", "x", *said])).recipe
        assert isinstance(recipe, PaperRecipe)
        return recipe

    assert plan() == YOUTUBE_VOS
    assert plan("--recipe", "paper-davis") == DAVIS
    assert [stage.rate for stage in plan("--rate", "0.002").stages] == pytest.approx([0.002, 0.001])
    assert plan("--steps", "100").steps == 100
    assert plan("--minutes", "5").passed(10, 60.0) == pytest.approx(0.2)
    assert plan("--recipe", "paper-davis", "--shares", "1", "3").shares == (1.0, 3.0)


def test_that_sequences_are_cut_with_enough_of_an_object(tmp_path: Path) -> None:
    maker = SequenceMaker(Videos(find_videos(write_youtube_vos(tmp_path))), None)
    counts = set()
    for seed in range(20):
        clip = maker.draw(np.random.default_rng(seed), Cut(SHORT, 4))
        assert clip.images.shape == (4, 65, 65, 3)
        areas = np.bincount(clip.labels[0].ravel(), minlength=clip.objects + 1)
        assert areas[1 : clip.objects + 1].min() >= SHORT.least_pixels
        assert clip.labels[clip.labels != VOID].max() <= clip.objects
        counts.add(clip.objects)
    assert counts == {1, 2}


def test_that_objects_which_the_reference_lacks_are_background_and_void_stays() -> None:
    reference, later = discs(80, 100, [(4, 50)]), discs(80, 100, [(4, 50), (7, 90)])
    later[:5] = VOID
    footage = LabelledFrames([np.zeros((80, 100, 3), np.uint8)] * 2, [reference, later])
    clip = cut(np.random.default_rng(1), footage, replace(SHORT, least_pixels=1))
    assert clip is not None
    assert clip.objects == 1
    assert set(np.unique(clip.labels[0])) == {0, 1}
    assert set(np.unique(clip.labels[1])) <= {0, 1, VOID}


def test_that_at_most_so_many_objects_are_kept() -> None:
    labels = np.repeat(np.arange(1, 9, dtype=np.uint8), 10)[:, None].repeat(80, 1)
    footage = LabelledFrames([np.zeros((80, 80, 3), np.uint8)], [np.ascontiguousarray(labels)])
    clip = cut(np.random.default_rng(0), footage, SHORT)
    assert clip is not None
    assert clip.objects == SHORT.most_objects == 5


def test_that_data_without_objects_is_told(tmp_path: Path) -> None:
    videos = find_videos(write_davis(tmp_path))
    maker = SequenceMaker(Videos(videos), None)
    with pytest.raises(UserError, match="No object of 9999 pixels"):
        maker.draw(np.random.default_rng(0), Cut(replace(SHORT, least_pixels=9999), 3))


def test_that_pictures_are_prepared_as_for_inference() -> None:
    image = np.random.default_rng(0).integers(0, 255, (65, 65, 3), dtype=np.uint8)
    ours = prepared(torch.from_numpy(image).permute(2, 0, 1)[None].float(), reverse=True)
    assert torch.allclose(ours, normalised(torch.from_numpy(image), (65, 65), "bgr"), atol=1e-5)


def test_that_a_run_by_the_papers_recipe_resumes_bit_by_bit(tmp_path: Path) -> None:
    maker = SequenceMaker(Videos(find_videos(write_davis(tmp_path / "d"))), None)
    recipe = replace(SHORT, steps=2, clips=1)
    whole = paper_run(tmp_path / "whole", recipe)
    losses = [report.loss for report in steps(whole, maker)]
    assert np.isfinite(losses).all()
    next(iter(steps(paper_run(tmp_path / "parts", recipe), maker)))
    second = paper_run(tmp_path / "parts", recipe)
    second.load()
    assert [report.loss for report in steps(second, maker)] == losses[1:]
    for name, value in whole.network.state_dict().items():
        assert torch.equal(value, second.network.state_dict()[name]), name
        assert torch.equal(whole.average[name], second.average[name]), name


@pytest.mark.parametrize("assembly", TABLE_3)
def test_that_every_assembly_trains(tmp_path: Path, assembly: str) -> None:
    maker = SequenceMaker(Videos(find_videos(write_davis(tmp_path / "d"))), None)
    run = paper_run(tmp_path / "run", replace(SHORT, steps=1, clips=1), assembly)
    before = {name: value.clone() for name, value in run.network.named_parameters()}
    (report,) = steps(run, maker)
    assert np.isfinite(report.loss)
    assert report.gradient > 0
    still = [n for n, v in run.network.named_parameters() if torch.equal(v, before[n]) and "modulators" in n]
    assert not still, "some modulators learnt nothing"


def test_that_stills_are_set_in_motion_for_the_paper_too(tmp_path: Path) -> None:
    maker = SequenceMaker(None, Stills(write_stills(tmp_path)))
    clip = maker.draw(np.random.default_rng(0), Cut(SHORT, 3))
    assert clip.images.shape == (3, 65, 65, 3)
    assert not (clip.labels[0] == clip.labels[2]).all()


def checkpoint(preset: str, prefix: str) -> dict[str, torch.Tensor]:
    """Numbers with the reference's names, ``prefix`` cut off; and a counter, as training leaves it."""
    torch.manual_seed(3)
    network = build(preset)
    own = {reference_name(n, preset == "mobilenet"): v for n, v in network.state_dict().items()}
    found = {n.removeprefix(prefix): torch.rand_like(v) for n, v in own.items() if n.startswith(prefix)}
    return {**found, next(iter(found)).rpartition(".")[0] + ".num_batches_tracked": torch.tensor(5)}


def fresh(preset: str) -> Rpcm:
    network = build(preset)
    assert isinstance(network, Rpcm)
    return network


@pytest.mark.parametrize(
    ("preset", "before"),
    [("resnet101", ""), ("mobilenet", ""), ("mobilenet", "module."), ("mobilenet", "feature_extracter.")],
)
def test_that_a_deeplab_fills_the_encoder(tmp_path: Path, preset: str, before: str) -> None:
    state = {before + name: value for name, value in checkpoint(preset, "feature_extracter.").items()}
    torch.save({"state_dict": {**state, before + "decoder.last_conv.8.bias": torch.zeros(21)}}, tmp_path / "c.pth")
    network = fresh(preset)
    assert start_backbone(network, tmp_path / "c.pth") == "bgr"
    for name, value in network.encoder.state_dict().items():
        whole = reference_name(f"encoder.{name}", preset == "mobilenet").removeprefix("feature_extracter.")
        assert torch.equal(value, state[before + whole]), name


def test_that_torchvisions_resnet_fills_the_backbone_and_sees_rgb(tmp_path: Path) -> None:
    state = checkpoint("resnet101", "feature_extracter.backbone.")
    assert {"conv1.weight", "bn1.running_mean", "layer3.22.conv2.weight", "layer1.0.downsample.1.bias"} <= set(state)
    torch.save({**state, "fc.weight": torch.zeros(1000, 2048)}, tmp_path / "resnet101.pth")
    network = fresh("resnet101")
    aspp = network.encoder.aspp.fuse.conv.weight.clone()
    assert start_backbone(network, tmp_path / "resnet101.pth") == "rgb"
    assert torch.equal(network.encoder.backbone.stem.conv.weight, state["conv1.weight"])
    assert torch.equal(network.encoder.aspp.fuse.conv.weight, aspp)


def test_that_a_wrong_backbone_is_told(tmp_path: Path) -> None:
    state, name = checkpoint("mobilenet", "feature_extracter."), "decoder.conv1.weight"
    wrong = {
        f"lacks {name}": {n: v for n, v in state.items() if n != name},
        "has unknown extra.weight": {**state, "extra.weight": torch.zeros(1)},
        f"has another shape in {name}": {**state, name: torch.zeros(48, 1, 7, 7)},
        f"is not finite in {name}": {**state, name: state[name] * torch.nan},
    }
    network = fresh("mobilenet")
    for told, changed in wrong.items():
        torch.save(changed, tmp_path / "w.pth")
        with pytest.raises(UserError, match=told):
            start_backbone(network, tmp_path / "w.pth")
    torch.save({"conv1.weight": torch.zeros(64, 3, 7, 7)}, tmp_path / "w.pth")
    with pytest.raises(UserError, match="lacks"):
        start_backbone(network, tmp_path / "w.pth")


def test_that_the_command_trains_from_a_backbone_by_the_papers_recipe(tmp_path: Path) -> None:
    write_davis(tmp_path / "d")
    torch.save(checkpoint("mobilenet", "feature_extracter."), tmp_path / "c.pth")
    command = ["train", "--preset", "mobilenet", "--data", str(tmp_path / "d"), "--backbone", str(tmp_path / "c.pth")]
    command += ["--steps", "1", "--clips", "1", "--size", "65", "--out", str(tmp_path / "run"), "--workers", "0"]
    assert main([*command, "--assembly", "C2P", "--skip-short"]) == 2, "six frames are too few for clips of seven"
    write_davis(tmp_path / "e", frames=7)
    command[command.index(str(tmp_path / "d"))] = str(tmp_path / "e")
    assert main([*command, "--assembly", "C2P"]) == 0
    network = load_network(tmp_path / "run" / "rpcm-mobilenet.safetensors", preset="mobilenet")
    assert isinstance(network, Rpcm)
    assert network.config.assembly == "C2P"
    assert main(command) == 2, "the state is of another assembly"
