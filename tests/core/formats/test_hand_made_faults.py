"""Faults that somebody once put into the code by hand and that no other test saw."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import av
import pytest
import torch

from core.errors import UserError
from core.evaluation.results import Evaluation, ObjectScores
from core.training.checkpoint import load_state
from core.video.source import open_source
from tests.helpers.media import make_video


def test_that_j_is_the_region_and_f_the_boundary_in_the_report() -> None:
    scores = ObjectScores(region=(0.25, 0.5, 0.75), boundary=(0.5, 1.0, 0.75))
    report = Evaluation({"clip": {3: scores}}).as_json()
    assert (report["J"]["mean"], report["F"]["mean"], report["J&F"]) == (0.5, 0.75, 0.625)
    assert report["sequences"] == {"clip": {"3": {"J": [0.25, 0.5, 0.75], "F": [0.5, 1.0, 0.75]}}}


class Spy:
    """Leaves a trace where it is unpickled."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[object, tuple[str, ...]]:
        return (open, (str(self.trace), "w"))


def test_that_a_training_state_with_code_in_it_is_refused_and_not_run(tmp_path: Path) -> None:
    path, trace = tmp_path / "state.pt", tmp_path / "trace"
    names = ("network", "average", "optimiser", "step", "spent")
    state = {**dict.fromkeys(names), "config": "{}", "more": Spy(trace)}
    torch.save(state, path)
    with pytest.raises(UserError, match="damaged or not a training state"):
        load_state(path)
    assert not trace.exists()


@pytest.mark.parametrize("protocol", [0, 2, pickle.HIGHEST_PROTOCOL])
def test_that_a_plain_pickle_is_refused_as_a_training_state_and_not_run(tmp_path: Path, protocol: int) -> None:
    path, trace = tmp_path / "state.pt", tmp_path / "trace"
    path.write_bytes(pickle.dumps(Spy(trace), protocol=protocol))
    with pytest.raises(UserError, match="damaged or not a training state"):
        load_state(path)
    assert not trace.exists()


def test_that_a_video_may_lead_to_files_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """FFmpeg itself allows local files to name more than that, such as keys and data in an address."""
    given: list[str] = []
    opened = av.open

    def watched(*where: Any, **how: Any) -> Any:
        given.append(how.get("options", {}).get("protocol_whitelist", ""))
        return opened(*where, **how)

    video = make_video(tmp_path / "clip.mp4", frames=2)
    monkeypatch.setattr(av, "open", watched)
    with open_source(video) as source:
        source.read(1)
    assert given and set(given) == {"file"}
