"""What the paper's reference computed, and our network with the same weights."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from core.network.interface import SegmentationNetwork
from core.network.reference_keys import reference_name
from core.network.weights import build
from core.propagation.detail import Lens, View, Visit
from core.propagation.pipeline import FrameEncoder
from core.propagation.plan import PAPER
from core.propagation.propagator import Propagator
from core.propagation.results import Estimate, frame_result
from core.propagation.stepper import Stepper
from core.types import Frame, FrameResult, RunRequest, Seed, SeedMode
from tests.helpers.golden_rule import golden_weight

SEED = 1015


class Clip:
    """Frames in memory."""

    fps = 25.0

    def __init__(self, frames: np.ndarray[Any, np.dtype[np.uint8]]) -> None:
        self.frames = frames
        self.frame_count, self.height, self.width = frames.shape[:3]

    def name(self, index: int) -> str:
        return str(index)

    def read(self, index: int) -> Frame:
        return Frame(index, self.frames[index], index / self.fps)


class Golden:
    """The folder of golden data: its rule for clips, and its cases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        spec = importlib.util.spec_from_file_location("golden_rule", folder / "rule.py")
        assert spec is not None and spec.loader is not None
        self.rule = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.rule)

    def case(self, name: str) -> dict[str, np.ndarray[Any, Any]]:
        with np.load(self.folder / f"{name}.npz") as data:
            return dict(data)

    def clip(self, height: int = 129, width: int = 225) -> Clip:
        return Clip(self.rule.clip(SEED, height, width)[0])


@cache
def golden_network(preset: str) -> SegmentationNetwork:
    """The network with the golden weights; one instance for all tests of a file."""
    network = build(preset).eval()
    state = {
        name: torch.from_numpy(golden_weight(reference_name(name, preset == "mobilenet"), tuple(value.shape), SEED))
        for name, value in network.state_dict().items()
    }
    network.load_state_dict(state)
    return network


def request_of(case: dict[str, Any], last: int, pool: bool) -> RunRequest:
    """The case's annotations and the paper's settings; annotations after the first frame join."""
    indices = sorted(int(name.rpartition("_")[2]) for name in case if name.startswith("annotation_"))
    seeds = [Seed(i, case[f"annotation_{i}"], SeedMode.JOIN if i else SeedMode.RESET) for i in indices]
    settings = replace(PAPER, use_pool=pool, keep_probabilities=True)
    return RunRequest(run_id=1, seeds=tuple(seeds), first=0, last=last, settings=settings)


def probabilities(case: dict[str, Any], index: int) -> Any:
    """The reference's probabilities (4, H, W) of a frame."""
    if "probs_u16" in case:
        return case["probs_u16"][index - 1] / 65535.0
    return case["probs_mean"][index - 1]


@dataclass(frozen=True)
class Given(Estimate):
    """An estimate whose unsure pixels are the reference's."""

    said: Tensor

    @property
    def unsure(self) -> Tensor:
        return self.said


class Forced(Stepper):
    """Feeds back the reference's labels and unsure pixels in place of its own."""

    case: dict[str, Any]
    index = 0

    def _estimate(self, logits: Tensor, view: View) -> Estimate:
        self.index += 1
        labels = torch.tensor(self.case["labels"][self.index - 1].astype(np.int64))
        unsure = torch.tensor(~self.case["reliable"][self.index - 1])
        own = super()._estimate(logits, view)
        return Given(own.probabilities, labels, own.settings, unsure)


def free_run(network: SegmentationNetwork, clip: Clip, request: RunRequest) -> Iterator[FrameResult]:
    return Propagator(network, precision="fp64").run(clip, request)


def forced_run(
    network: SegmentationNetwork, clip: Clip, request: RunRequest, case: dict[str, Any]
) -> Iterator[FrameResult]:
    propagator = Propagator(network, precision="fp32")
    lens = Lens(propagator.network, (clip.height, clip.width), automatic=False)
    walk = Forced(propagator.network, propagator.device, torch.no_grad, (clip.height, clip.width), request, lens)
    walk.case = case
    eye = FrameEncoder(propagator.network, propagator.device, torch.no_grad, clip, lens)
    first, *others = eye.pictures(Visit(index, 0, index) for index in range(request.last + 1))
    walk.start(request.seeds[0], eye.encode(first))
    for picture in others:
        yield frame_result(walk.step(eye.encode(picture), None), request)
