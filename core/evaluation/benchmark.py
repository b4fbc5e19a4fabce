"""Propagates every sequence of a data set from its first mask, then measures the result.

What needs no network: the figures that a propagation has to beat.

Validation during training: J&F of the averaged weights on a data set. Importing this loads torch.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from core.evaluation import dataset
from core.evaluation.dataset import find_sequences
from core.evaluation.evaluate import evaluate
from core.evaluation.results import Evaluation
from core.files.owned import OwnWriter
from core.masks.png import encode_label_map
from core.network.interface import SegmentationNetwork
from core.propagation.device import resolve_device, resolve_precision
from core.propagation.propagator import Propagator
from core.types import BACKGROUND, VOID, PropagationSettings, RunRequest, Seed, UInt8Array
from core.video.frame_source import FrameSource
from core.video.source import open_source


def copy_first_mask(source: FrameSource, seeds: Sequence[Seed]) -> Iterator[tuple[int, UInt8Array]]:
    """Every frame after the first seed gets the seeds' masks unchanged: (frame number, label map (H, W))."""
    labels = seeds[0].labels
    joins = {seed.index: seed for seed in seeds[1:]}
    for index in range(seeds[0].index + 1, source.frame_count):
        labels = _join(labels, joins.get(index))
        yield index, labels


def warp_by_flow(source: FrameSource, seeds: Sequence[Seed]) -> Iterator[tuple[int, UInt8Array]]:
    """Every frame gets its predecessor's label map (H, W), moved along the optical flow (DIS, Kroeger et al. 2016)."""
    flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    rows, columns = np.indices(seeds[0].labels.shape, np.float32)
    labels = seeds[0].labels
    previous = _grey(source, seeds[0].index)
    joins = {seed.index: seed for seed in seeds[1:]}
    for index in range(seeds[0].index + 1, source.frame_count):
        current = _grey(source, index)
        # From the current frame back to the previous one, so that each pixel knows where to look its label up.
        motion = flow.calc(current, previous, np.zeros((*labels.shape, 2), np.float32))
        moved = cv2.remap(labels, columns + motion[..., 0], rows + motion[..., 1], cv2.INTER_NEAREST)
        labels = _join(np.asarray(moved, np.uint8), joins.get(index))
        previous = current
        yield index, labels


BASELINES = {"copied first mask": copy_first_mask, "mask warped by DIS flow": warp_by_flow}


def _join(labels: UInt8Array, seed: Seed | None) -> UInt8Array:
    return labels if seed is None else np.where(seed.labels != BACKGROUND, seed.labels, labels)


def _grey(source: FrameSource, index: int) -> UInt8Array:
    return np.asarray(cv2.cvtColor(source.read(index).image, cv2.COLOR_RGB2GRAY), np.uint8)


Method = Callable[[FrameSource, Sequence[Seed]], Iterator[tuple[int, UInt8Array]]]
"""Yields (frame number, label map) for the frames after the first seed."""


@dataclass(frozen=True, slots=True)
class Watch:
    """How a caller follows and stops a long benchmark.

    ``start`` is told a sequence's name and how many frames it will yield, ``step`` each frame's end.
    """

    start: Callable[[str, int], None] = lambda _name, _frames: None
    step: Callable[[], None] = lambda: None
    should_stop: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class BenchmarkResult:
    """Scores of a method and its wall time a propagated frame, decoding included, scoring not."""

    evaluation: Evaluation
    seconds_per_frame: float

    def as_json(self) -> dict[str, Any]:
        """The evaluation's report and ``seconds_per_frame``."""
        return {**self.evaluation.as_json(), "seconds_per_frame": self.seconds_per_frame}


def network_method(
    propagator: Propagator, settings: PropagationSettings, should_stop: Callable[[], bool] = lambda: False
) -> Method:
    """The network's own propagation, forwards from the first seed."""

    def propagate(source: FrameSource, seeds: Sequence[Seed]) -> Iterator[tuple[int, UInt8Array]]:
        last = source.frame_count - 1
        request = RunRequest(run_id=1, seeds=tuple(seeds), first=seeds[0].index, last=last, settings=settings)
        return ((result.index, result.labels) for result in propagator.run(source, request, should_stop))

    return propagate


def benchmark(
    dataset_root: Path,
    split: str,
    out: Path,
    method: Method,
    *,
    workers: int = 1,
    last_frame: bool = False,
    watch: Watch | None = None,
) -> BenchmarkResult | None:
    """Propagate each sequence of ``split``, write ``out/<sequence>/<frame>.png`` and measure.

    Measuring is shared among ``workers`` processes and counts a sequence's last frame where ``last_frame`` says so.

    Returns:
        The result; None where ``watch`` asked to stop, with the masks made so far kept in ``out``.

    Raises:
        UserError: Where the data set is incomplete or a sequence cannot be propagated.
    """
    watch = watch or Watch()
    sequences = dataset.find_sequences(dataset_root, split)
    frames, seconds = 0, 0.0
    for sequence in sequences:
        done, took = _propagate(sequence, out / sequence.name, method, watch)
        frames, seconds = frames + done, seconds + took
        if watch.should_stop():
            return None
    # Two sequences may lie in different resolution folders, so each is measured in its own.
    return BenchmarkResult(_evaluate(sequences, out, workers, last_frame), seconds / max(frames, 1))


def benchmark_baselines(
    dataset_root: Path,
    split: str,
    out: Path,
    *,
    workers: int = 1,
    last_frame: bool = False,
    watch: Watch | None = None,
) -> dict[str, BenchmarkResult]:
    """The same for what needs no network, in ``out/<baseline>/<sequence>``; without those that were stopped."""
    results = {}
    for name, method in BASELINES.items():
        folder = out / name.replace(" ", "-")
        result = benchmark(dataset_root, split, folder, method, workers=workers, last_frame=last_frame, watch=watch)
        if result is None:
            break
        results[name] = result
    return results


def _evaluate(sequences: Sequence[dataset.Sequence], out: Path, workers: int, last_frame: bool) -> Evaluation:
    parents: dict[Path, list[str]] = {sequence.masks.parent: [] for sequence in sequences}
    for sequence in sequences:
        parents[sequence.masks.parent].append(sequence.name)
    parts = [
        evaluate(out, parent, sequences=names, workers=workers, last_frame=last_frame)
        for parent, names in parents.items()
    ]
    return Evaluation(
        {name: scores for part in parts for name, scores in part.sequences.items()},
        {name: swaps for part in parts for name, swaps in part.swaps.items()},
    )


def _propagate(sequence: dataset.Sequence, out: Path, method: Method, watch: Watch) -> tuple[int, float]:
    """Frames propagated and the seconds that took, writing excluded."""
    with open_source(sequence.frames) as source:
        names = [Path(source.name(index)).stem for index in range(source.frame_count)]
        seeds = dataset.seeds_of({name: index for index, name in enumerate(names)}, sequence.masks)
        first = seeds[0]
        watch.start(sequence.name, source.frame_count - 1 - first.index)
        writer = OwnWriter(out.parent)
        _write_given(writer, out, names[: first.index + 1], first)
        frames, seconds, before = 0, 0.0, time.perf_counter()
        for index, labels in method(source, seeds):
            seconds += time.perf_counter() - before
            writer.write(out / f"{names[index]}.png", encode_label_map(labels))
            frames += 1
            watch.step()
            if watch.should_stop():
                break
            before = time.perf_counter()
    return frames, seconds


def _write_given(writer: OwnWriter, out: Path, names: Sequence[str], seed: Seed) -> None:
    """The seed's own mask, and empty ones for the frames before it, so that the sequence is whole."""
    labels = np.where(seed.labels == VOID, np.uint8(BACKGROUND), seed.labels)
    for name in names[:-1]:
        writer.write(out / f"{name}.png", encode_label_map(np.zeros_like(labels)))
    writer.write(out / f"{names[-1]}.png", encode_label_map(labels))


@dataclass(frozen=True, slots=True)
class PropagatedValidation:
    """Propagates each sequence of ``split`` of the data set at ``root`` from its first mask, and measures."""

    root: Path
    split: str
    device: str

    def __post_init__(self) -> None:
        """Raises UserError where the data set is not there, before anything is trained."""
        find_sequences(self.root, self.split)

    def __call__(self, network: SegmentationNetwork) -> Mapping[str, float]:
        """J&F, J and F, 0..1. Raises UserError where the data set is incomplete."""
        device = resolve_device(self.device)
        propagator = Propagator(network, device, resolve_precision("auto", device))
        with tempfile.TemporaryDirectory() as masks:
            method = network_method(propagator, PropagationSettings())
            result = benchmark(self.root, self.split, Path(masks), method)
        assert result is not None, "nothing asks this benchmark to stop"
        summary = result.evaluation.summary
        return {"J&F": summary.mean, "J": summary.region.mean, "F": summary.boundary.mean}
