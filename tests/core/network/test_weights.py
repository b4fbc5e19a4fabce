"""Weights in files: what is written is read back, and nothing else is taken for it."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor

from core.errors import UserError
from core.network import weights
from core.network.compact.model import CompactConfig, CompactNetwork, build_compact
from core.network.reference_keys import other_names, reference_name
from core.network.rpcm.model import Rpcm
from core.network.weights import build, import_reference, load_network, save_network

TINY = CompactConfig((8, 8, 16, 16), (1, 1, 1, 1), shared=16, key=8, value=8, embedding=16, short_side=64)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    save_network(build_compact(TINY), tmp_path / "tiny.safetensors", "compact", {"steps": "7"})
    return tmp_path / "tiny.safetensors"


def rewritten(path: Path, drop: str = "", **changes: Tensor) -> Path:
    """The file again with other tensors and the same metadata."""
    with safe_open(path, framework="pt") as file:
        metadata = file.metadata()
    state = {name: value for name, value in load_file(path).items() if name != drop}
    save_file({**state, **changes}, path, metadata)
    return path


def test_that_weights_come_back_with_their_configuration(saved: Path) -> None:
    network = load_network(saved, preset="compact")
    assert isinstance(network, CompactNetwork) and network.config == TINY and not network.training
    expected = load_file(saved)
    assert all(torch.equal(value, expected[name]) for name, value in network.state_dict().items())
    assert not list(saved.parent.glob("*.part"))


def test_that_precision_decides_the_type_of_every_parameter(saved: Path) -> None:
    assert {p.dtype for p in load_network(saved, precision="fp64").parameters()} == {torch.float64}
    assert {p.dtype for p in load_network(saved, precision="bf16").parameters()} == {torch.float32}


def test_that_half_the_size_costs_half_the_digits(tmp_path: Path) -> None:
    network = build_compact(TINY)
    save_network(network, tmp_path / "half.safetensors", "compact", dtype=torch.float16)
    loaded = load_network(tmp_path / "half.safetensors")
    for name, value in network.state_dict().items():
        torch.testing.assert_close(loaded.state_dict()[name], value, atol=1e-3, rtol=1e-3)


def test_that_bundled_weights_are_found_by_name(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved.rename(saved.with_name("rpcm-tiny.safetensors"))
    monkeypatch.setattr(weights, "resource", lambda *parts: saved.parent.joinpath(*parts[1:]))
    assert isinstance(load_network("tiny"), CompactNetwork)
    with pytest.raises(UserError, match=r"no weights 'huge'.*bundled weights \(tiny\)"):
        load_network("huge")


def test_that_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"none\.safetensors"):
        load_network(tmp_path / "none.safetensors")


def test_that_a_foreign_file_is_refused(tmp_path: Path) -> None:
    save_file({"a": torch.zeros(1)}, tmp_path / "a.safetensors")
    with pytest.raises(UserError, match="does not contain weights"):
        load_network(tmp_path / "a.safetensors")
    (tmp_path / "text.safetensors").write_text("no tensors here")
    with pytest.raises(UserError, match="damaged or not a safetensors file"):
        load_network(tmp_path / "text.safetensors")


def test_that_a_truncated_file_is_refused(saved: Path) -> None:
    saved.write_bytes(saved.read_bytes()[:-100])
    with pytest.raises(UserError, match="damaged"):
        load_network(saved)


def test_that_another_preset_is_refused(saved: Path) -> None:
    with pytest.raises(UserError, match="'compact', not 'resnet101'"):
        load_network(saved, preset="resnet101")


def test_that_a_preset_that_does_not_fit_its_tensors_is_refused(saved: Path) -> None:
    state = load_file(saved)
    metadata = {"format": weights.FORMAT, "version": "1", "preset": "mobilenet", "config": "{}"}
    save_file(state, saved, metadata)
    with pytest.raises(UserError, match=r"lacks background_bias.* and \d+ more; it has unknown"):
        load_network(saved)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"version": "2"}, "version 2"),
        ({"config": "["}, "no description of its network"),
        ({"config": json.dumps({"depth": 3})}, "need depth"),
        ({"preset": "giant"}, "does not contain weights"),
    ],
)
def test_that_unknown_metadata_is_refused(saved: Path, changes: dict[str, str], message: str) -> None:
    metadata = {"format": weights.FORMAT, "version": "1", "preset": "compact", "config": "{}"}
    save_file(load_file(saved), saved, metadata | changes)
    with pytest.raises(UserError, match=message):
        load_network(saved)


def test_that_missing_extra_misshapen_and_broken_tensors_are_named(saved: Path) -> None:
    original = saved.read_bytes()
    for rewrite, message in (
        ({"drop": "scales"}, "lacks scales"),
        ({"more": torch.zeros(1)}, "has unknown more"),
        ({"scales": torch.zeros(4)}, r"wrong shape: scales is \[4\] instead of \[3\]"),
        ({"scales": torch.full((3,), torch.nan)}, "not finite in scales"),
    ):
        saved.write_bytes(original)
        with pytest.raises(UserError, match=message):
            load_network(rewritten(saved, **rewrite))


def test_that_a_folder_that_cannot_be_written_is_told(saved: Path) -> None:
    with pytest.raises(UserError, match="Cannot write"):
        save_network(build_compact(TINY), saved / "under" / "a.safetensors", "compact")


@pytest.mark.shared
@pytest.mark.parametrize(("preset", "backbone"), [("resnet101", "resnet"), ("mobilenet", "mobilenet")])
def test_that_every_name_of_the_reference_is_met(preset: str, backbone: str, shared: Path) -> None:
    keys = json.loads((shared / "golden/reference/keys.json").read_text())[backbone]
    ours: dict[str, list[int]] = {}
    with torch.device("meta"):
        state = build(preset).state_dict()
    for name, value in state.items():
        own = reference_name(name, mobilenet=preset == "mobilenet")
        ours |= {key: list(value.shape) for key in (own, *other_names(own))}
    assert ours == {name: entry["shape"] for name, entry in keys.items()}


@pytest.fixture(scope="module")
def reference_state() -> dict[str, Tensor]:
    """A checkpoint as the reference writes it."""
    state: dict[str, Tensor] = {}
    for name, value in build("mobilenet").state_dict().items():
        own = reference_name(name, mobilenet=True)
        state |= dict.fromkeys([own, *other_names(own)], value)
    return state


WRAPS = {
    "plain": lambda s: s,
    "state_dict": lambda s: {"state_dict": {f"module.{k}": v for k, v in s.items()}, "epoch": 3},
    "model": lambda s: {"model": s, "optimizer": {"state": {0: {"step": 7}}, "param_groups": [{"lr": 0.1}]}},
    "compiled": lambda s: {f"module._orig_mod.{k}": v for k, v in s.items()},
}


@pytest.mark.parametrize("wrap", WRAPS.values(), ids=WRAPS)
def test_that_a_reference_checkpoint_becomes_ours(reference_state: Any, wrap: Any, tmp_path: Path) -> None:
    torch.save(wrap(reference_state), tmp_path / "a.pth")
    network = import_reference(tmp_path / "a.pth", "mobilenet")
    assert isinstance(network, Rpcm) and network.config.colour == "bgr"
    save_network(network, tmp_path / "a.safetensors", "mobilenet")
    again = load_network(tmp_path / "a.safetensors").state_dict()
    assert all(torch.equal(again[name], value) for name, value in network.state_dict().items())
    assert torch.equal(again["decoder.skip.gct.beta"], reference_state["dynamic_seghead.GCT_sc.beta"])


def test_that_a_checkpoint_of_the_reference_may_be_safetensors_in_half_precision(
    reference_state: Any, tmp_path: Path
) -> None:
    save_file({name: value.half().clone() for name, value in reference_state.items()}, tmp_path / "a.safetensors")
    state = import_reference(tmp_path / "a.safetensors", "mobilenet").state_dict()
    assert {value.dtype for value in state.values()} == {torch.float32}
    beta = reference_state["dynamic_seghead.GCT_sc.beta"]
    assert torch.equal(state["decoder.skip.gct.beta"], beta.half().float())


def test_that_a_checkpoint_of_the_other_backbone_is_told_as_such(reference_state: Any, tmp_path: Path) -> None:
    torch.save(reference_state, tmp_path / "a.pth")
    with pytest.raises(UserError, match=r"preset 'mobilenet', not 'resnet101'. Use --preset mobilenet"):
        import_reference(tmp_path / "a.pth", "resnet101")


def test_that_a_checkpoint_with_one_name_twice_is_refused(tmp_path: Path) -> None:
    torch.save({"module.fg_bias": torch.zeros(1), "fg_bias": torch.zeros(1)}, tmp_path / "a.pth")
    with pytest.raises(UserError, match="with and without"):
        import_reference(tmp_path / "a.pth", "mobilenet")


def test_that_a_folder_for_a_checkpoint_is_told_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="it is a folder"):
        import_reference(tmp_path, "mobilenet")


def test_that_an_incomplete_or_contradictory_checkpoint_is_refused(reference_state: Any, tmp_path: Path) -> None:
    changes: list[tuple[dict[str, Any], str]] = [
        ({"fg_bias": None}, "lacks fg_bias"),
        ({"fg_bias": torch.zeros(1)}, r"fg_bias is \[1\] instead of \[1, 1, 1, 1\]"),
        ({"optimizer.0": torch.zeros(1)}, "has unknown optimizer.0"),
        ({"bn1.weight": torch.zeros(256)}, "are the same tensor"),
    ]
    for change, message in changes:
        state = {name: value for name, value in (reference_state | change).items() if value is not None}
        torch.save(state, tmp_path / "a.pth")
        with pytest.raises(UserError, match=message):
            import_reference(tmp_path / "a.pth", "mobilenet")


def test_that_code_garbage_and_tables_of_other_things_are_refused(tmp_path: Path) -> None:
    (tmp_path / "code.pth").write_bytes(pickle.dumps(Path, protocol=2))
    (tmp_path / "garbage.pth").write_bytes(b"PK\x03\x04 incomplete")
    torch.save({"a": 1}, tmp_path / "numbers.pth")
    for name, message in (("code", "contains code"), ("garbage", "incomplete"), ("numbers", "named tensors")):
        with pytest.raises(UserError, match=message):
            import_reference(tmp_path / f"{name}.pth", "mobilenet")
    with pytest.raises(UserError, match="no file"):
        import_reference(tmp_path / "none.pth", "mobilenet")
    with pytest.raises(UserError, match="no 'compact' network"):
        import_reference(tmp_path / "code.pth", "compact")
