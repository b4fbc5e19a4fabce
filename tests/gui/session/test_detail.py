"""How finely the network looks: a choice in the settings that reaches the real network."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.network.compact.encoder import LiteEncoder
from core.types import RunRequest, Seed
from rpcm_gui.base.settings import DETAIL, SCALES, Settings
from rpcm_gui.workers.engine import NetworkEngine, NetworkEngines
from rpcm_gui.workers.propagation import EngineChoice
from tests.gui.conftest import OpenSession
from tests.gui.session.test_runs import finish, started
from tests.helpers.fakes import HEIGHT, WIDTH, FakeEngines, FakeSource


@pytest.mark.parametrize("detail", SCALES)
def test_that_the_chosen_detail_counts_from_the_next_run_on(
    qtbot: QtBot, open_session: OpenSession, tmp_path: Path, detail: str
) -> None:
    engines = FakeEngines()
    session = open_session(engines)
    Settings(tmp_path / "settings.ini").set(DETAIL, detail)
    started(session)
    finish(qtbot, session)
    assert engines.choices[-1].scale == SCALES[detail]


@pytest.mark.parametrize(("detail", "shape"), [("normal", (64, 64)), ("finest", (96, 96))])
def test_that_finer_detail_shows_the_network_larger_frames(detail: str, shape: tuple[int, int]) -> None:
    engine = NetworkEngines().load(EngineChoice("compact", "cpu", "fp32", SCALES[detail]))
    assert isinstance(engine, NetworkEngine)
    seen: list[tuple[int, ...]] = []
    encoder = next(part for part in engine._propagator.network.modules() if isinstance(part, LiteEncoder))
    encoder.register_forward_pre_hook(lambda _encoder, inputs: seen.append(tuple(inputs[0].shape[-2:])))
    labels = np.zeros((HEIGHT, WIDTH), np.uint8)
    labels[: HEIGHT // 2, : WIDTH // 2] = 1
    request = RunRequest(run_id=1, seeds=(Seed(0, labels),), first=0, last=1)
    results = list(engine.run(FakeSource(), request, lambda: False))
    assert seen == [shape, shape]
    assert [result.labels.shape for result in results] == [(HEIGHT, WIDTH)]
