"""What was written before the modules moved opens as before: files of tests/data/before_the_move."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import torch

from core.network.compact.model import CompactConfig, CompactNetwork
from core.network.weights import load_network
from core.project.integrity import examine
from core.project.store import ProjectStore
from core.propagation.propagator import Propagator
from core.propagation.state_file import load_state as load_propagation
from core.training.checkpoint import load_state, read_state
from core.training.compact.run import CompactRun, Recipe
from core.types import ObjectInfo, PropagationSettings, RunRequest, Seed, UInt8Array
from rpcm_gui.base import settings
from tests.helpers.golden import Clip
from tests.helpers.projects import FRAMES, box, label_map

FOLDER = Path(__file__).resolve().parent / "data" / "before_the_move"
TINY = CompactConfig((8, 8, 8, 8), (1, 1, 1, 1), shared=8, key=8, value=8, embedding=8, short_side=64)
HEIGHT, WIDTH = 64, 96


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy: opening a project writes beside it."""
    return Path(shutil.copytree(FOLDER, tmp_path / "old"))


def test_that_an_old_project_opens(old: Path) -> None:
    with closing(ProjectStore.open(old / "project.rpcm")) as store:
        assert store.objects.all() == (ObjectInfo(1, "swan", (40, 0, 255)), ObjectInfo(2, "boat", (80, 0, 255)))
        assert store.source.reference.frame_count == FRAMES
        assert np.array_equal(store.effective_labels(0), label_map({1: box(0, 0), 2: box(4, 4)}))
        assert np.array_equal(store.effective_labels(1), label_map({1: box(0, 1), 2: box(4, 4)}))
        assert np.array_equal(store.effective_labels(2), label_map({1: box(2, 2), 2: box(4, 4)}))
        assert store.annotated_frames() == (0, 2)
        assert store.state.get("position") == {"frame": 2}
        assert [(entry.text, entry.frame) for entry in store.history.latest()] == [("Brush", 2)]
        assert [run.active for run in store.runs.all()] == [True]


def test_that_an_old_project_is_whole(old: Path) -> None:
    assert examine(old / "project.rpcm", lambda _done, _total: None) == ()


def test_that_old_settings_are_remembered(old: Path) -> None:
    remembered = settings.Settings(old / "settings.ini")
    assert (remembered.get(settings.DEVICE), remembered.get(settings.BUDGET)) == ("cpu", 7)
    assert (remembered.get(settings.THEME), remembered.get(settings.LANGUAGE)) == ("light", "de")
    assert (remembered.get(settings.PROXIES), remembered.get(settings.PANELS)) == ("never", b"\x01\x02")
    assert remembered.recent() == (Path("a.rpcm"), Path("b.rpcm"))
    assert remembered.ignored == []


def test_that_old_weights_load(old: Path) -> None:
    network = load_network(old / "weights.safetensors")
    assert isinstance(network, CompactNetwork) and network.config == TINY


def test_that_an_old_training_state_goes_on(old: Path) -> None:
    assert load_state(old / "state.pt")["step"] == 1
    read_state(old / "state.pt", "compact", json.loads(json.dumps(TINY.as_dict())))
    recipe = Recipe(steps=4, clips=2, size=64, late_size=64, length=3, late_length=3, warm_up=2, save_seconds=0.0)
    run = CompactRun(CompactNetwork(TINY), recipe, old)
    run.load()
    assert run.step == 1
    assert all(bool(torch.isfinite(value).all()) for value in run.network.state_dict().values())


def test_that_an_old_run_goes_on_from_its_state(old: Path) -> None:
    drawn: UInt8Array = np.zeros((HEIGHT, WIDTH), np.uint8)
    for column, number in enumerate((1, 2)):
        drawn[8:48, 4 + 24 * column : 24 + 24 * column] = number
    clip = Clip(np.random.default_rng(1).integers(0, 256, (6, HEIGHT, WIDTH, 3), np.uint8))
    asked = PropagationSettings(tau=1, alpha=0.94, pool_budget=2, pool_rule="redundant")
    request = RunRequest(run_id=1, seeds=(Seed(0, drawn),), first=0, last=5, settings=asked)
    saved = load_propagation(old / "propagation-state")
    rest = Propagator(load_network(old / "weights.safetensors")).run(clip, request, resume=saved)
    assert [result.index for result in rest] == [3, 4, 5]
