"""A simulated annotator: propagates from the first mask, corrects the frame that is proposed, propagates again.

It measures what a way of choosing frames is worth: J&F over frames corrected and over modelled seconds. The model of
time is stated in :data:`SECONDS`: a mask by hand takes about 80 s (79 s an instance in COCO; Lin et al., ECCV 2014), a
click about 1.5 s and finding one's way on a frame about 2 s (both as assumed in work on interactive segmentation, such
as Gupta et al., "LVIS", CVPR 2019, and Benenson et al., CVPR 2019, who report a few seconds a click in all).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import cv2
import numpy as np

from core.errors import UserError
from core.evaluation.benchmark import Watch
from core.evaluation.dataset import Sequence as Clip
from core.evaluation.dataset import seeds_of
from core.evaluation.evaluate import read_mask
from core.evaluation.metrics import measure_labels
from core.files import write_atomically
from core.files.folders import files_with
from core.masks.labels import object_ids
from core.review.estimator import QualityEstimator
from core.review.quality import QualityModel
from core.review.queue import build_queue
from core.types import VOID, FrameResult, PropagationSettings, RunRequest, Seed, UInt8Array, read_only
from core.video.frame_source import FrameSource
from core.video.source import open_source

if TYPE_CHECKING:
    from core.propagation.propagator import Propagator

By = Literal["queue", "uniform", "random", "oracle"]
"""Which frame is corrected next."""
Fix = Literal["mask", "clicks", "stroke"]
"""How it is corrected: by the whole true mask, by clicks, or by the largest wrong region alone."""
Clicker = Callable[[UInt8Array, UInt8Array, UInt8Array], tuple[UInt8Array, int]]
"""From a frame, its masks and the true ones to clicked masks and the number of clicks."""

SECONDS: Mapping[str, float] = {"mask": 80.0, "click": 1.5, "stroke": 10.0, "look": 2.0}
LEVELS = (0.80, 0.85, 0.90)
_TRIED = 6
"""Frames that the oracle tries each time."""


@dataclass(frozen=True, slots=True)
class Point:
    """Where an annotator stands: frames corrected so far, modelled seconds, mean J&F (0..1), the frame last fixed."""

    corrections: int
    seconds: float
    score: float
    frame: int | None = None


@dataclass(frozen=True, slots=True)
class Annotating:
    """How frames are chosen and fixed, and when it ends.

    Attributes:
        by, fix: See :data:`By` and :data:`Fix`.
        seconds: The most modelled seconds on a clip, the first mask not counted.
        most: The most frames corrected.
        settings: Of the runs.
        seed: Of the random choice.
    """

    by: By = "queue"
    fix: Fix = "mask"
    seconds: float = 120.0
    most: int = 20
    settings: PropagationSettings = field(default_factory=lambda: PropagationSettings(detail="automatic"))
    seed: int = 0


class _Desk:
    """One clip while it is annotated."""

    def __init__(
        self,
        clip: Clip,
        source: FrameSource,
        propagator: Propagator,
        model: QualityModel,
        plan: Annotating,
        watch: Watch,
        clicker: Clicker | None,
    ) -> None:
        self.plan, self.watch, self.clicker = plan, watch, clicker
        self.source, self.propagator = source, propagator
        stems = {Path(source.name(index)).stem: index for index in range(source.frame_count)}
        self.truth = {stems[path.stem]: read_mask(path) for path in files_with(clip.masks, ".png")}
        first = seeds_of(stems, clip.masks)[0]
        self.first, self.last = first.index, source.frame_count - 1
        self.ids = object_ids(first.labels)
        self.seeds = {first.index: first}
        self.masks: dict[int, UInt8Array] = {first.index: first.labels}
        self.estimator = QualityEstimator(model, plan.settings.entropy_unit)
        self.model = model
        self.random = np.random.default_rng(plan.seed)
        self.estimator.add_seed(first, source.read(first.index).image)
        for result in self.results(self.seeds, self.first):
            self.take(result)

    def take(self, result: FrameResult) -> None:
        self.masks[result.index] = result.labels
        self.estimator.update(result)

    def results(self, seeds: Mapping[int, Seed], changed: int) -> Sequence[FrameResult]:
        """What a run over the frames that the seed of frame ``changed`` reaches says of them."""
        from core.propagation.fusion import fused

        begin = max((frame for frame in seeds if frame < changed), default=changed)
        end = min((frame for frame in seeds if frame > changed), default=self.last)
        inside = tuple(seed for frame, seed in sorted(seeds.items()) if begin <= frame <= end)
        if begin == end:
            return []
        request = RunRequest(
            run_id=1, seeds=inside, first=begin, last=end, direction="both", settings=self.plan.settings
        )
        with closing(fused(self.propagator.run, self.source, request, self.watch.should_stop)) as results:
            return [result for result in results if result.index not in seeds]

    def score(self, masks: Mapping[int, UInt8Array]) -> float:
        """Mean J&F over objects and frames after the first; frames without a true mask count nowhere."""
        found = [
            (measure.region + measure.boundary) / 2
            for frame, true in self.truth.items()
            if frame > self.first and frame in masks
            for measure in measure_labels(masks[frame], true, self.ids).values()
        ]
        return float(np.mean(found)) if found else 1.0

    def free(self) -> list[int]:
        """Frames that can be corrected; one whose true mask holds no object cannot be a reference."""
        frames = [frame for frame in sorted(self.truth) if frame > self.first and frame not in self.seeds]
        return [frame for frame in frames if object_ids(self.truth[frame])]

    def choose(self) -> int | None:
        """The frame to correct next; None where none is left."""
        free = self.free()
        if not free:
            return None
        return {"queue": self._queued, "uniform": self._uniform, "random": self._random, "oracle": self._oracle}[
            self.plan.by
        ](free)

    def _queued(self, free: Sequence[int]) -> int | None:
        fixed = set(self.masks) - set(free)
        queue = build_queue(self.estimator.clip("both", fixed), self.model)
        return queue[0].frame if queue else None

    def _uniform(self, free: Sequence[int]) -> int:
        """The middle of the widest gap; the stretch after the last seed counts to beyond the end."""
        seeds = sorted(self.seeds)
        gaps = [*pairwise(seeds), (seeds[-1], self.last + (self.last - seeds[-1]))]
        first, last = max(gaps, key=lambda gap: gap[1] - gap[0])
        middle = (first + last) / 2
        return min(free, key=lambda frame: abs(frame - middle))

    def _random(self, free: Sequence[int]) -> int:
        return int(self.random.choice(free))

    def _oracle(self, free: Sequence[int]) -> int:
        """Of evenly spaced frames the one whose whole true mask raises J&F most, found by trying."""
        places = np.unique(np.linspace(0, len(free) - 1, min(_TRIED, len(free))).round().astype(int))
        scores = {}
        for frame in (free[int(place)] for place in places):
            seed = Seed(frame, self.truth[frame])
            tried = self.results({**self.seeds, frame: seed}, frame)
            scores[frame] = self.score({**self.masks, frame: seed.labels, **{one.index: one.labels for one in tried}})
        best: int = max(scores, key=scores.__getitem__)
        return best

    def fix(self, frame: int) -> float:
        """Correct a frame and propagate again; returns the modelled seconds."""
        labels, took = self._fixed(frame)
        seed = Seed(frame, read_only(labels))
        self.seeds[frame] = seed
        self.masks[frame] = labels
        self.estimator.add_seed(seed, self.source.read(frame).image)
        for result in self.results(self.seeds, frame):
            self.take(result)
        return took + SECONDS["look"]

    def _fixed(self, frame: int) -> tuple[UInt8Array, float]:
        given, true = self.masks[frame], self.truth[frame]
        if self.plan.fix == "mask":
            return true.copy(), SECONDS["mask"] * max(len(object_ids(true)), 1)
        if self.plan.fix == "stroke":
            return largest_error_fixed(given, true), SECONDS["stroke"]
        assert self.clicker is not None, "checked by annotate()"
        labels, clicks = self.clicker(self.source.read(frame).image, given, true)
        return labels, SECONDS["click"] * clicks


def largest_error_fixed(given: UInt8Array, true: UInt8Array) -> UInt8Array:
    """``given`` (H, W) with its largest connected wrong region made true."""
    wrong = ((given != true) & (true != VOID)).view(np.uint8)
    count, regions, facts, _ = cv2.connectedComponentsWithStats(wrong, connectivity=8)
    if count < 2:
        return given.copy()
    largest = 1 + int(facts[1:, cv2.CC_STAT_AREA].argmax())
    return np.where(regions == largest, true, given)


def annotate(
    clip: Clip,
    propagator: Propagator,
    model: QualityModel,
    plan: Annotating,
    watch: Watch,
    clicker: Clicker | None = None,
) -> list[Point]:
    """The curve of one clip, from no correction on.

    Raises:
        UserError: Where the clip cannot be read, or clicks are asked for without a click tool.
    """
    if plan.fix == "clicks" and clicker is None:
        raise UserError("These weights have no click tool.", "Use --fix mask or --fix stroke, or other weights.")
    with open_source(clip.frames) as source:
        desk = _Desk(clip, source, propagator, model, plan, watch, clicker)
        points = [Point(0, 0.0, desk.score(desk.masks))]
        while len(points) <= plan.most and points[-1].seconds < plan.seconds and not watch.should_stop():
            frame = desk.choose()
            if frame is None:
                break
            seconds = points[-1].seconds + desk.fix(frame)
            points.append(Point(len(points), seconds, desk.score(desk.masks), frame))
            watch.step()
    return points


def reached(points: Sequence[Point], level: float) -> Point | None:
    """The first point of at least ``level``; None where there is none."""
    return next((point for point in points if point.score >= level), None)


def area_under(points: Sequence[Point], seconds: float) -> float:
    """Mean J&F over the modelled ``seconds``; a correction counts from its end."""
    ends = [min(point.seconds, seconds) for point in points[1:]] + [seconds]
    starts = [min(point.seconds, seconds) for point in points]
    spans = zip(points, starts, ends, strict=True)
    return sum(point.score * (end - start) for point, start, end in spans) / seconds


def as_json(curves: Mapping[str, Sequence[Point]], plan: Annotating) -> dict[str, Any]:
    """Every curve, the area under it, and corrections and seconds to each of ``LEVELS`` (null where not reached)."""
    return {
        "by": plan.by,
        "fix": plan.fix,
        "seconds": plan.seconds,
        "time model": dict(SECONDS),
        "mean area": float(np.mean([area_under(points, plan.seconds) for points in curves.values()])),
        "clips": {
            name: {
                "curve": [
                    {"corrections": p.corrections, "seconds": p.seconds, "J&F": p.score, "frame": p.frame}
                    for p in points
                ],
                "area": area_under(points, plan.seconds),
                **{f"to {level:.2f}": _to_level(points, level) for level in LEVELS},
            }
            for name, points in curves.items()
        },
    }


def _to_level(points: Sequence[Point], level: float) -> dict[str, float] | None:
    point = reached(points, level)
    return None if point is None else {"corrections": point.corrections, "seconds": point.seconds}


def table(curves: Mapping[str, Sequence[Point]], plan: Annotating) -> str:
    """A Markdown table, one line a clip."""
    lines = ["| clip | start | end | corrections | area | to 0.80 | to 0.85 | to 0.90 |", "|---|" + "---:|" * 7]
    for name, points in curves.items():
        counts = [reached(points, level) for level in LEVELS]
        told = [f"{one.corrections} ({one.seconds:.0f} s)" if one is not None else "-" for one in counts]
        first, last = points[0], points[-1]
        figures = [f"{first.score:.3f}", f"{last.score:.3f}", str(last.corrections)]
        lines.append(f"| {' | '.join([name, *figures, f'{area_under(points, plan.seconds):.3f}', *told])} |")
    return "\n".join(lines) + "\n"


def write_plot(path: Path, curves: Mapping[str, Sequence[Point]], seconds: float) -> None:
    """J&F over modelled seconds, a stepped line for each clip, as SVG. Raises UserError."""
    width, height, left, top = 640, 360, 48, 16
    parts = [f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="none" stroke="#888888"/>']
    for tick in range(6):
        y = top + height * (1 - tick / 5)
        parts.append(f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{tick / 5:.1f}</text>')
    for points in curves.values():
        corners: list[str] = []
        for point in points:
            x = left + width * min(point.seconds / seconds, 1.0)
            if corners:
                corners.append(f"{x:.1f},{corners[-1].split(',')[1]}")
            corners.append(f"{x:.1f},{top + height * (1 - point.score):.1f}")
        parts.append(f'<polyline points="{" ".join(corners)}" fill="none" stroke="#0b62a4" stroke-opacity="0.6"/>')
    parts.append(f'<text x="{left + width / 2}" y="{top + height + 24}" text-anchor="middle">modelled seconds</text>')
    body = "\n".join(parts)
    frame = f'width="{width + 2 * left}" height="{height + 64}" font-family="sans-serif" font-size="12"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>\n<rect width="100%" height="100%" fill="white"/>\n{body}\n'
    write_atomically(path, (svg + "</svg>\n").encode())
