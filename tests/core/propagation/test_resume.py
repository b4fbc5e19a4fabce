"""A propagation goes on from where another stood, to the last bit as if it had never stopped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import UserError
from core.network.compact.model import build_compact
from core.network.weights import save_network
from core.propagation.propagator import Propagator
from core.propagation.state import SavedState
from core.propagation.state_file import load_state, save_state
from core.types import Direction, FrameResult, PropagationSettings, RunRequest, Seed, SeedMode
from tests.core.network.test_weights import TINY
from tests.core.propagation.test_pool import H, W, drawn, make_network
from tests.helpers.golden import Clip

ENOUGH = PropagationSettings(tau=1, alpha=0.94, pool_budget=2, pool_rule="redundant", keep_probabilities=True)


@pytest.fixture(scope="module")
def clip() -> Clip:
    return Clip(np.random.default_rng(1).integers(0, 256, (9, H, W, 3), np.uint8))


def request_of(direction: Direction = "forward", settings: PropagationSettings = ENOUGH) -> RunRequest:
    """A start, an object that joins, and a correction."""
    joining = np.zeros((H, W), np.uint8)
    joining[16:48, 60:90] = 3
    seeds = (Seed(1, drawn(1, 2)), Seed(3, joining, SeedMode.JOIN), Seed(6, drawn(2, 1)))
    return RunRequest(run_id=1, seeds=seeds, first=0, last=8, direction=direction, settings=settings)


def recorded(propagator: Propagator, clip: Clip, request: RunRequest) -> list[tuple[FrameResult, SavedState]]:
    run = propagator.run(clip, request)
    return [(result, run.saved()) for result in run]


def bits(result: FrameResult) -> list[Any]:
    assert result.probabilities is not None
    arrays = (result.labels, result.entropy, result.reliability, result.probabilities)
    return [result.index, result.object_ids, result.scores, result.pool, *(array.tobytes() for array in arrays)]


@pytest.mark.parametrize(
    ("kind", "direction"), [("compact", "forward"), ("compact", "both"), ("compact", "backward"), ("mobilenet", "both")]
)
def test_that_a_resumed_run_equals_an_uninterrupted_one(kind: str, direction: Direction, clip: Clip) -> None:
    propagator, request = Propagator(make_network(kind)), request_of(direction)
    whole = recorded(propagator, clip, request)
    places = range(len(whole)) if kind == "compact" else [2, 4]
    for place in places:
        rest = list(propagator.run(clip, request, resume=whole[place][1]))
        assert [bits(result) for result in rest] == [bits(result) for result, _ in whole[place + 1 :]]


def test_that_a_saved_state_serves_more_than_once(clip: Clip) -> None:
    propagator, request = Propagator(make_network("compact")), request_of()
    saved = recorded(propagator, clip, request)[1][1]
    first, second = (list(propagator.run(clip, request, resume=saved)) for _ in range(2))
    assert [bits(result) for result in first] == [bits(result) for result in second]


def test_that_a_resumed_run_reads_no_frame_before_it(clip: Clip) -> None:
    class Watched(Clip):
        def read(self, index: int) -> Any:
            seen.append(index)
            return super().read(index)

    seen: list[int] = []
    propagator, request = Propagator(make_network("compact")), request_of()
    saved = recorded(propagator, clip, request)[2][1]
    assert saved.frame == 4
    list(propagator.run(Watched(clip.frames), request, resume=saved))
    assert seen == [5, 6, 7, 8]


def test_that_a_state_of_another_clip_network_or_run_is_refused(clip: Clip) -> None:
    propagator, request = Propagator(make_network("compact")), request_of()
    saved = recorded(propagator, clip, request)[0][1]
    for changed, message in (
        (replace(saved, size=(H, 2 * W)), "192x64 pixels, but this clip is 96x64"),
        (replace(saved, network="Rpcm"), "by another network"),
        (replace(saved, frame=7), "taken at frame 7, on the way from frame 1"),
    ):
        with pytest.raises(UserError, match=message):
            propagator.run(clip, request, resume=changed)


@pytest.mark.parametrize("kind", ["compact", "mobilenet", "ensemble"])
def test_that_a_state_goes_through_a_file_bit_by_bit(kind: str, clip: Clip, tmp_path: Path) -> None:
    propagator, request = Propagator(make_network(kind)), replace(request_of(), last=5)
    whole = recorded(propagator, clip, request)
    save_state(whole[2][1], tmp_path / "state")
    rest = list(propagator.run(clip, request, resume=load_state(tmp_path / "state")))
    assert [bits(result) for result in rest] == [bits(result) for result, _ in whole[3:]] and rest


def test_that_a_file_that_holds_no_state_is_refused(clip: Clip, tmp_path: Path) -> None:
    propagator = Propagator(make_network("compact"))
    path = tmp_path / "state"
    save_state(recorded(propagator, clip, request_of())[0][1], path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-50])
    (tmp_path / "text").write_text("no state")
    save_network(build_compact(TINY), tmp_path / "weights", "compact")
    for name in ("state", "text", "weights", "none"):
        with pytest.raises(UserError, match=f"{name} as a saved state"):
            load_state(tmp_path / name)
