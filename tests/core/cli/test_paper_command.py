"""The paper's results from the command line: a checkpoint of the reference in, its probabilities out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

import core.cli.network
from core.cli import main
from core.cli.arguments import settings_from
from core.errors import UserError
from core.masks.png import write_label_map
from core.network.compact.model import CompactNetwork, build_compact
from core.network.ensemble import Ensemble, Variant, vary
from core.network.interface import SegmentationNetwork
from core.network.reference_keys import other_names, reference_name
from core.network.rpcm.model import Rpcm
from core.network.weights import build, load_network, save_network
from core.propagation.plan import PAPER
from core.propagation.propagator import Propagator
from core.types import PropagationSettings
from tests.core.propagation.test_golden_propagation import EVERY_FRAME, EXCERPT
from tests.helpers.commands import Shifter, moving, write_clip
from tests.helpers.golden import golden_network, probabilities


def write_checkpoint(network: SegmentationNetwork, path: Path, mobilenet: bool) -> Path:
    """``network`` as the reference would save it: its names, a tensor with several under each."""
    state: dict[str, torch.Tensor] = {}
    for name, value in network.state_dict().items():
        own = reference_name(name, mobilenet)
        state |= dict.fromkeys([own, *other_names(own)], value)
    torch.save({"state_dict": state}, path)
    return path


def write_frames(folder: Path, frames: Any) -> Path:
    folder.mkdir()
    for index, frame in enumerate(frames):
        Image.fromarray(frame).save(folder / f"{index:05d}.png")
    return folder


def import_weights(network: SegmentationNetwork, folder: Path, preset: str) -> Path:
    checkpoint, out = (
        write_checkpoint(network, folder / "given.pth", preset == "mobilenet"),
        folder / "ours.safetensors",
    )
    assert main(["weights", "import", str(checkpoint), str(out), "--preset", preset]) == 0
    return out


def paper_run(weights: Path, frames: Any, case: Mapping[str, Any], folder: Path, *more: str) -> list[Any]:
    """The probabilities that the command writes given all annotations of the case, frame 0 first."""
    clip, out = write_frames(folder / "clip", frames), folder / "out"
    given = ["--weights", str(weights), "--out", str(out), "--device", "cpu", *more]
    for name in (name for name in case if name.startswith("annotation_")):
        write_label_map(folder / f"{name}.png", case[name])
        given += ["--seed", f"{folder / name}.png@{name.removeprefix('annotation_')}"]
    assert main(["propagate", str(clip), *given, "--paper", "--precision", "fp64", "--save-probabilities"]) == 0
    return [np.load(path) for path in sorted((out / "probabilities").iterdir())]


def test_that_the_command_meets_the_reference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    weights = import_weights(golden_network("mobilenet").float(), tmp_path, "mobilenet")
    assert "533 tensors, 12,950,056 numbers" in capsys.readouterr().out
    with np.load(EXCERPT) as case:
        ours = paper_run(weights, case["frames"], case, tmp_path)
        for index, expected in enumerate(case["probs_u16"] / 65535, start=1):
            assert np.abs(ours[index][:, ::4, ::4] - expected).max() <= 1e-5
    settings = json.loads((tmp_path / "out" / "report.json").read_text())["settings"]
    assert settings | {"tau": 5, "alpha": 1.0, "entropy": "nats", "pool_budget": None} == settings


@pytest.mark.shared
@pytest.mark.skipif(not EVERY_FRAME, reason="takes minutes; set RPCM_GOLDEN=full")
@pytest.mark.parametrize(
    ("preset", "name", "more"),
    [
        ("resnet101", "resnet_rpa", ()),
        ("resnet101", "resnet_norpa", ("--no-pool",)),
        ("resnet101", "resnet_newobject_rpa", ()),
        ("resnet101", "resnet_newobject_norpa", ("--no-pool",)),
        ("resnet101", "resnet_resize_rpa", ()),
        ("resnet101", "resnet_multiscale_norpa", ("--no-pool", "--scales", "1.0", "1.3")),
        ("mobilenet", "mobilenet_rpa", ()),
    ],
)
def test_that_the_command_meets_every_frame_of_the_reference(
    shared: Path, tmp_path: Path, preset: str, name: str, more: Sequence[str]
) -> None:
    from tests.helpers.golden import Golden

    golden = Golden(shared / "golden" / "reference")
    case = golden.case(name)
    weights = import_weights(golden_network(preset).float(), tmp_path, preset)
    ours = paper_run(weights, golden.clip(*case["annotation_0"].shape).frames, case, tmp_path, *more)
    assert len(ours) == 12
    for index, found in enumerate(ours[1:], start=1):
        expected = probabilities(case, index)
        assert np.abs(found - expected[: len(found)]).max() <= 1e-5 and not expected[len(found) :].any()


@pytest.mark.shared
def test_that_the_command_meets_the_reference_where_an_object_enters_later_and_nothing_else_is_pooled(
    shared: Path, tmp_path: Path
) -> None:
    from tests.helpers.golden import Golden

    golden = Golden(shared / "golden" / "reference")
    case = golden.case("resnet_newobject_norpa")
    weights = import_weights(golden_network("resnet101").float(), tmp_path, "resnet101")
    frames = golden.clip(*case["annotation_0"].shape).frames
    ours = paper_run(weights, frames, case, tmp_path, "--no-pool", "--range", "0:5")
    assert [len(found) for found in ours] == [3, 3, 3, 3, 4, 4]
    for index, found in enumerate(ours[1:], start=1):
        expected = probabilities(case, index)
        assert np.abs(found - expected[: len(found)]).max() <= 1e-5 and not expected[len(found) :].any()
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert [frame["pool_frames"] for frame in report["frames"]] == [[0]] * 4 + [[0, 4]]


class Asked:
    """In the place of ``make_propagator``: keeps what it was asked for."""

    variant: Variant

    def __call__(self, weights: str, device: str, precision: str, variant: Variant) -> Propagator:
        self.variant = variant
        return Propagator(Shifter())


@pytest.mark.parametrize(
    ("words", "variant"),
    [
        ([], Variant()),
        (["--scales", "1.0", "1.3,1.5", "--flip"], Variant(scales=(1.0, 1.3, 1.5), flip=True)),
        (["--full-resolution", "--paper"], Variant(paper=True, full_resolution=True)),
    ],
)
def test_that_views_reach_the_network(
    words: list[str], variant: Variant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked()
    monkeypatch.setattr(core.cli.network, "make_propagator", asked)
    clip = write_clip(tmp_path / "clip", frames=2)
    write_label_map(tmp_path / "seed.png", moving(0, 1))
    given = ["propagate", str(clip), "--seed", str(tmp_path / "seed.png"), "--out", str(tmp_path / "out"), *words]
    assert main(given) == 0
    assert asked.variant == variant


def test_that_a_scale_that_is_no_number_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as end:
        main(["propagate", "clip", "--seed", "a.png", "--out", "o", "--scales", "big"])
    assert end.value.code == 2


def read_settings(*words: str) -> PropagationSettings:
    from core.cli import build_parser

    return settings_from(build_parser().parse_args(["propagate", "c", "--seed", "a.png", "--out", "o", *words]))


def test_that_the_paper_is_a_base_that_other_words_change() -> None:
    assert read_settings() == PropagationSettings(detail="automatic")
    assert read_settings("--paper") == PAPER
    changed = read_settings("--paper", "--alpha", "0.7", "--tau", "3", "--pool-budget", "4", "--no-pool")
    assert (changed.alpha, changed.tau, changed.pool_budget, changed.use_pool) == (0.7, 3, 4, False)
    assert changed.entropy_unit == "nats"
    everything = read_settings("--pool-budget", "all")
    assert everything.pool_budget is None and everything.pool_pixels is None
    assert read_settings("--pool-pixels", "9000", "--pool-rule", "redundant").pool_pixels == 9000


@pytest.mark.parametrize(
    ("words", "row"),
    [
        (["--no-pool"], (False, True, True)),
        (["--proxies-only"], (True, False, True)),
        (["--proxies-only", "--no-filter"], (True, False, False)),
        ([], (True, True, True)),
        (["--no-filter"], (True, True, False)),
    ],
)
def test_that_every_row_of_table_4_can_be_asked_for(words: list[str], row: tuple[bool, bool, bool]) -> None:
    settings = read_settings("--paper", *words)
    assert (settings.use_pool, settings.match_patches, settings.filter_unsure) == row


def test_that_the_paper_asks_for_weights_of_the_reference(tmp_path: Path) -> None:
    for network in (build_compact(), build("mobilenet", {"colour": "rgb"}), build("mobilenet", {"assembly": "C2P"})):
        with pytest.raises(UserError, match="cannot reproduce"):
            vary(network, Variant(paper=True))


def test_that_the_paper_computes_in_single_precision_unless_told(tmp_path: Path) -> None:
    save_network(build("mobilenet"), tmp_path / "a.safetensors", "mobilenet")
    weights = str(tmp_path / "a.safetensors")
    assert core.cli.network.make_propagator(weights, "cpu", "auto", Variant(paper=True)).precision == "fp32"
    assert core.cli.network.make_propagator(weights, "cpu", "bf16", Variant(paper=True)).precision == "bf16"


def test_that_frames_are_capped_scaled_and_mirrored_as_asked() -> None:
    network = vary(build("mobilenet"), Variant(paper=True))
    assert isinstance(network, Rpcm) and network.input_size(1080, 1920) == (577, 1041)
    assert vary(network, Variant(full_resolution=True)).input_size(1080, 1920) == (1073, 1921)
    several = vary(build("mobilenet"), Variant(scales=(1.0, 1.5), flip=True))
    assert isinstance(several, Ensemble) and len(several.views) == 4
    assert [several.size_of(1080, 1920, scale) for scale in (1.0, 1.5)] == [(449, 801), (673, 1201)]
    mirrored = vary(build("mobilenet"), Variant(flip=True))
    assert isinstance(mirrored, Ensemble) and mirrored.size_of(1080, 1920, 1.0) == (577, 1041)


def test_that_the_compact_network_takes_other_sizes_too() -> None:
    network = vary(build_compact(), Variant(full_resolution=True))
    assert isinstance(network, CompactNetwork) and network.input_size(1080, 1920) == (1088, 1920)
    several = vary(build_compact(), Variant(scales=(0.5, 1.0)))
    assert isinstance(several, Ensemble)
    (height, width) = build_compact().input_size(480, 854)
    assert several.size_of(480, 854, 1.0) == (height, width)
    assert several.size_of(480, 854, 0.5) == (height // 2, width // 2)


def test_that_imported_weights_load_by_their_file(tmp_path: Path) -> None:
    network = build("mobilenet")
    loaded = load_network(import_weights(network, tmp_path, "mobilenet"), preset="mobilenet")
    assert all(torch.equal(value, network.state_dict()[name]) for name, value in loaded.state_dict().items())


def test_that_an_import_of_another_preset_names_both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkpoint = write_checkpoint(build("mobilenet"), tmp_path / "m.pth", mobilenet=True)
    out = tmp_path / "out.safetensors"
    assert main(["weights", "import", str(checkpoint), str(out), "--preset", "resnet101"]) == 2
    told = capsys.readouterr().err
    assert "preset 'mobilenet', not 'resnet101'" in told and "--preset mobilenet" in told and not out.exists()
