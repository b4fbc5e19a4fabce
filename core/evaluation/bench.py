"""Time and memory of one frame, stage by stage, beside the straightforward form of the equations."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

import torch
from torch import Tensor

from core.evaluation import naive_matching as plain
from core.network.compact.matching import read_global, read_local
from core.network.compact.model import CompactNetwork
from core.network.cpu import computing_type
from core.network.interface import SegmentationNetwork
from core.network.rpcm.matching import nearest_global, nearest_local
from core.network.rpcm.model import Rpcm, pixels
from core.network.weights import build
from core.propagation.checks import memory_errors_as_user_errors
from core.propagation.device import Precision
from core.propagation.propagator import autocast
from core.propagation.reliability import entropy

STAGES = ("encode", "match", "head", "decide", "remember")


@dataclass(frozen=True, slots=True)
class Case:
    """What is measured; ``pool`` counts frames, the annotated one included."""

    preset: str
    device: str
    precision: Precision
    objects: int
    pool: int
    height: int = 480
    width: int = 854
    repeats: int = 3
    threads: int | None = None


@dataclass(frozen=True, slots=True)
class Timing:
    """Medians over the repeats.

    Attributes:
        case: What was measured.
        ms: Milliseconds by stage (``STAGES``) and of the whole ``frame``.
        plain_match_ms: Of matching in the straightforward form.
        plain_frame_ms: Of a frame in the straightforward form: matching as above, and every other layer as it stands
            in the paper, one operation after another, for all objects together.
        peak_memory_bytes: The most that was held at once, before the straightforward form ran: by the process on a
            processor, by tensors on a CUDA device.
    """

    case: Case
    ms: dict[str, float]
    plain_match_ms: float
    plain_frame_ms: float
    peak_memory_bytes: int

    @property
    def match_ratio(self) -> float:
        """How many times faster matching is than in the straightforward form."""
        return self.plain_match_ms / self.ms["match"]

    @property
    def frame_ratio(self) -> float:
        """The same of a whole frame."""
        return self.plain_frame_ms / self.ms["frame"]

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        ratios = {"match_ratio": self.match_ratio, "frame_ratio": self.frame_ratio}
        plain_ms = {"plain_match_ms": self.plain_match_ms, "plain_frame_ms": self.plain_frame_ms}
        measured = {"ms": self.ms, **plain_ms, **ratios}
        return {**asdict(self.case), **measured, "peak_memory_bytes": self.peak_memory_bytes}


@dataclass(frozen=True, slots=True)
class Scene:
    """Two frames of a made-up clip, as a network sees them."""

    network: SegmentationNetwork
    picture: Tensor
    size: tuple[int, int]
    features: Any
    previous: Any
    reference: Any
    channels: Tensor
    count: int


def measure(case: Case, peak_memory: Callable[[], int]) -> Timing:
    """Measure one case with freshly initialised weights: speed does not depend on them.

    Args:
        case: What to measure.
        peak_memory: Most bytes of main memory that this process has held.

    Raises:
        UserError: Where the device's memory does not suffice.
    """
    if case.threads is not None:
        torch.set_num_threads(case.threads)
    device = torch.device(case.device)
    with memory_errors_as_user_errors(device), torch.inference_mode():
        scene = make_scene(case, device)
        ms = _stages(scene, case, device)
        peak = torch.cuda.max_memory_allocated(device) if device.type == "cuda" else peak_memory()
        plain_match = 1000 * _plain_match_seconds(scene, device)
        rest = 1000 * _plain_layers_seconds(scene, case, device) - ms["match"] + ms["decide"] + ms["remember"]
        return Timing(case, ms, plain_match, rest + plain_match, peak)


def make_scene(case: Case, device: torch.device) -> Scene:
    """A still picture of noise, its objects in columns, and a pool of as many equal frames as the case asks for."""
    torch.manual_seed(0)
    dtype = torch.float64 if case.precision == "fp64" else torch.float32
    network = build(case.preset).to(device, dtype).eval()
    picture = torch.randint(0, 256, (case.height, case.width, 3), dtype=torch.uint8, device=device)
    count = case.objects + 1
    # Each object takes a part of the middle third, as a handful of people would.
    place = torch.arange(case.width, device=device) * case.objects // case.width + 1
    rows = torch.arange(case.height, device=device)[:, None]
    middle = (rows > case.height // 3) & (rows < 2 * case.height // 3)
    channels = torch.where(middle, place, 0)
    size = network.input_size(case.height, case.width)
    with autocast(device, case.precision):
        features = network.encode(network.prepare(picture, size))
        previous = network.observe(features, channels, count)
        reference = network.reference([network.condense(previous)] * case.pool, count)
    return Scene(network, picture, size, features, previous, reference, channels, count)


def _stages(scene: Scene, case: Case, device: torch.device) -> dict[str, float]:
    network, count = scene.network, scene.count

    def segment() -> Tensor:
        return network.segment(scene.features, scene.previous, scene.reference, None, count).logits

    def decide() -> Tensor:
        logits = torch.nn.functional.interpolate(
            network_logits[None], scene.channels.shape, mode="bilinear", align_corners=network.align_corners
        )
        return entropy(logits[0].softmax(0))

    with autocast(device, case.precision):
        network_logits = segment().to(torch.promote_types(torch.float32, next(network.parameters()).dtype))
        seconds = {
            "encode": _seconds(lambda: network.encode(network.prepare(scene.picture, scene.size)), case, device),
            "match": _seconds(lambda: match(scene), case, device),
            "segment": _seconds(segment, case, device),
            "remember": _seconds(lambda: network.observe(scene.features, scene.channels, count), case, device),
        }
    seconds["decide"] = _seconds(decide, case, device)
    seconds["frame"] = sum(seconds[stage] for stage in ("encode", "segment", "decide", "remember"))
    seconds["head"] = seconds["segment"] - seconds["match"]
    return {stage: 1000 * seconds[stage] for stage in (*STAGES, "frame")}


def match(scene: Scene) -> tuple[Any, Any]:
    """Global and local matching alone, as the network does it."""
    features, previous, reference = scene.features, scene.previous, scene.reference
    network = scene.network
    if isinstance(network, CompactNetwork):
        scales, keys = network.scales.exp(), features.keys[0]
        values = torch.cat([previous.value, previous.cells, previous.others], 1)
        everywhere = read_global(keys.flatten(1).T, reference.tokens[0], scales[0])
        labels = previous.labels[0]
        return everywhere, read_local(keys, previous.keys[0], labels, values, scales[1], scales[2], scene.count)
    small = _half_channels(scene)
    queries = pixels(features.embedding).to(computing_type(features.embedding))
    with torch.autocast(queries.device.type, enabled=False):
        everywhere_near = nearest_global(queries, reference.keys)
        return everywhere_near, nearest_local(features.half, previous.features.half, small, scene.count)


def _plain_layers_seconds(scene: Scene, case: Case, device: torch.device) -> float:
    """Seconds of encoding and segmenting with layers as they train, though without gradients; matching is ours."""
    network = scene.network

    def frame() -> Any:
        features = network.encode(network.prepare(scene.picture, scene.size))
        return network.segment(features, scene.previous, scene.reference, None, scene.count)

    with torch.enable_grad(), autocast(device, case.precision):
        return _once(frame, device)


def _plain_match_seconds(scene: Scene, device: torch.device) -> float:
    """Seconds of matching in the straightforward form; global matching by as many queries as fit, scaled up."""
    network, features, previous = scene.network, scene.features, scene.previous
    if isinstance(network, Rpcm):
        keys, bounds = scene.reference.keys.vectors, scene.reference.keys.bounds
        queries = pixels(features.embedding)
    else:
        keys, bounds = scene.reference.tokens[0].keys, scene.reference.tokens[0].bounds
        queries = features.keys[0].flatten(1).T
    sizes = torch.tensor(bounds, device=device).diff()
    channels = torch.repeat_interleave(torch.arange(len(sizes), device=device), sizes)
    taken = max(1, min(len(queries), plain.LARGEST_MATRIX // max(1, len(keys))))
    factor, some = len(queries) / taken, queries[:taken]
    if isinstance(network, Rpcm):
        everywhere = _once(lambda: plain.nearest_of_each(some, keys, channels, scene.count), device)
        halves = (features.half, previous.features.half, _half_channels(scene))
        return factor * everywhere + _once(lambda: plain.nearest_in_windows(*halves, scene.count), device)
    assert isinstance(network, CompactNetwork)
    scales, near = network.scales.exp(), torch.cat([previous.value, previous.cells, previous.others], 1)
    pooled = scene.reference.tokens[0].values.to(keys)
    everywhere = _once(lambda: plain.attention(some, keys, channels, pooled, scales[0]), device)
    maps = (features.keys[0], previous.keys[0], previous.labels[0], near.to(keys))
    return factor * everywhere + _once(lambda: plain.attention_in_windows(*maps, scales[1], scales[2]), device)


def _half_channels(scene: Scene) -> Tensor:
    channels = scene.previous.channels[None, None].float()
    size = scene.features.half.shape[-2:]
    return torch.nn.functional.interpolate(channels, size, mode="nearest")[0, 0].long()


def _seconds(work: Callable[[], Any], case: Case, device: torch.device) -> float:
    """Median over the repeats, after one run to warm up."""
    work()
    return median(_once(work, device) for _ in range(case.repeats))


def _once(work: Callable[[], Any], device: torch.device) -> float:
    _wait(device)
    start = time.perf_counter()
    work()
    _wait(device)
    return time.perf_counter() - start


def _wait(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize()
