"""Measures interactive segmentation as its papers do: how many clicks a mask costs, by a simulated person.

Each click goes to the middle of the largest error (:func:`core.selection.clicks.next_click`; Xu et al., CVPR 2016);
NoC@q is the mean number of clicks until IoU reaches q %, at most :data:`MOST_CLICKS`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import UserError
from core.evaluation import dataset
from core.evaluation.benchmark import Watch
from core.evaluation.evaluate import read_mask
from core.masks.labels import object_ids
from core.masks.png import write_label_map
from core.selection.click import ClickSegmenter, PreparedPicture
from core.selection.clicks import Click, next_click
from core.selection.grabcut import LEAST_SIDE, Box, box_mask
from core.types import VOID, BoolArray, UInt8Array
from core.video.source import open_source

MOST_CLICKS = 20
LEVELS = (80, 85, 90)
COUNTS = (1, 3, 5)
"""IoU is told after so many clicks."""
Segment = Callable[[Sequence[Click]], BoolArray]


@dataclass(frozen=True, slots=True)
class ObjectCurve:
    """One object on one frame: ``ious[n]`` after n clicks (0 before any), ``seconds`` of each click."""

    ious: tuple[float, ...]
    seconds: tuple[float, ...]
    box_iou: float | None = None

    def clicks_to(self, level: float) -> int:
        """Clicks until IoU was ``level`` (0..1); :data:`MOST_CLICKS` where it never was."""
        return next((count for count, iou in enumerate(self.ious) if iou >= level), MOST_CLICKS)

    def fails(self, level: float) -> bool:
        """Whether IoU never was ``level``."""
        return max(self.ious) < level

    def after(self, count: int) -> float:
        """IoU after ``count`` clicks; where it was good enough before, the last one."""
        return self.ious[min(count, len(self.ious) - 1)]


@dataclass(frozen=True, slots=True)
class ClickScores:
    """All objects by sequence, and the seconds in which each frame was looked at before the first click."""

    sequences: Mapping[str, Sequence[ObjectCurve]]
    preparing: Sequence[float] = ()

    def as_json(self) -> dict[str, Any]:
        """Means over objects and frames, in all and by sequence. Times are medians."""
        curves = [curve for each in self.sequences.values() for curve in each]
        return {
            **_means(curves),
            "ms_per_click": _milliseconds([second for curve in curves for second in curve.seconds]),
            "ms_to_prepare": _milliseconds(self.preparing),
            "objects": len(curves),
            "sequences": {name: _means(each) for name, each in self.sequences.items()},
        }


def _milliseconds(seconds: Sequence[float]) -> float:
    """Median; 0 where nothing was timed."""
    return 1000 * float(np.median(seconds)) if seconds else 0.0


def _means(curves: Sequence[ObjectCurve]) -> dict[str, float]:
    boxes = [curve.box_iou for curve in curves if curve.box_iou is not None]
    return {
        **{f"NoC@{level}": float(np.mean([c.clicks_to(level / 100) for c in curves])) for level in LEVELS},
        **{f"IoU@{count}": float(np.mean([c.after(count) for c in curves])) for count in COUNTS},
        "failures@85": sum(curve.fails(0.85) for curve in curves),
        **({"IoU GrabCut box": float(np.mean(boxes))} if boxes else {}),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class ClickBenchmark:
    """What is measured.

    Attributes:
        root, split: A data set in the DAVIS layout, and a list of it.
        every: Every so many frames of each sequence are taken, from the first one on.
        predictions: Folder of label maps to repair, as ``rpcm benchmark`` writes them; None starts from nothing.
        most: The most clicks an object.
        boxes: Whether GrabCut's mask of the true box is measured beside.
    """

    root: Path
    split: str
    every: int = 10
    predictions: Path | None = None
    most: int = MOST_CLICKS
    boxes: bool = False


def benchmark_clicks(
    plan: ClickBenchmark, segmenter: ClickSegmenter, out: Path | None = None, watch: Watch | None = None
) -> ClickScores | None:
    """Click every object of every chosen frame; the last masks go to ``out/<sequence>/<frame>.png``.

    Returns:
        The scores; None where ``watch`` asked to stop.

    Raises:
        UserError: Where the data set or a prediction is incomplete or damaged, or shows no object.
    """
    watch = watch or Watch()
    sequences: dict[str, list[ObjectCurve]] = {}
    preparing: list[float] = []
    for sequence in dataset.find_sequences(plan.root, plan.split):
        frames = _frames(sequence, plan.every)
        watch.start(sequence.name, len(frames))
        for stem, image in _images(sequence, frames):
            labels = read_mask(sequence.masks / f"{stem}.png")
            given = None if plan.predictions is None else _prediction(plan.predictions / sequence.name, stem, labels)
            before = time.perf_counter()
            picture = segmenter.prepare(image)
            preparing.append(time.perf_counter() - before)
            curves, last = _click_frame(plan, picture, image, labels, given)
            if curves:
                sequences.setdefault(sequence.name, []).extend(curves)
            if out is not None:
                write_label_map(out / sequence.name / f"{stem}.png", last)
            watch.step()
            if watch.should_stop():
                return None
    if not sequences:
        raise UserError(
            "None of the chosen frames of '{split}' shows an object.",
            "Choose more frames with a smaller --every.",
            split=plan.split,
        )
    return ClickScores(sequences, preparing)


def _frames(sequence: dataset.Sequence, every: int) -> dict[int, str]:
    """Stems of the chosen frames, those with a true mask, by number."""
    with open_source(sequence.frames) as source:
        stems = [Path(source.name(index)).stem for index in range(source.frame_count)]
    return {i: stem for i, stem in enumerate(stems) if i % every == 0 and (sequence.masks / f"{stem}.png").is_file()}


def _images(sequence: dataset.Sequence, frames: Mapping[int, str]) -> Iterator[tuple[str, UInt8Array]]:
    with open_source(sequence.frames) as source:
        for index, stem in frames.items():
            yield stem, source.read(index).image


def _prediction(folder: Path, stem: str, labels: UInt8Array) -> UInt8Array:
    path = folder / f"{stem}.png"
    if not path.is_file():
        raise UserError(
            "The predicted mask {path} is missing.", "Use the folder `predictions` of a finished benchmark.", path=path
        )
    given = read_mask(path)
    if given.shape != labels.shape:
        raise UserError(
            "The predicted mask {path} does not have the size of its frame.", "Predict this dataset again.", path=path
        )
    return given


def _click_frame(
    plan: ClickBenchmark, picture: PreparedPicture, image: UInt8Array, labels: UInt8Array, given: UInt8Array | None
) -> tuple[list[ObjectCurve], UInt8Array]:
    """The curves of a frame's objects, and their last masks."""
    curves, last = [], np.zeros_like(labels)
    for number in object_ids(labels):
        truth, valid = np.equal(labels, number), np.not_equal(labels, VOID)
        start = None if given is None else np.equal(given, number)

        # What was clicked for one object is no help to the next one.
        def segment(clicks: Sequence[Click], start: BoolArray | None = start) -> BoolArray:
            return np.asarray(picture.segment(clicks, start) >= 0.5, np.bool_)

        curve, mask = click_curve(segment, truth, valid, start, plan.most)
        box = _box_iou(image, truth, valid) if plan.boxes else None
        curves.append(ObjectCurve(curve.ious, curve.seconds, box))
        last[mask] = number
    return curves, last


def click_curve(
    segment: Segment, truth: BoolArray, valid: BoolArray, start: BoolArray | None = None, most: int = MOST_CLICKS
) -> tuple[ObjectCurve, BoolArray]:
    """Click until IoU is the highest of :data:`LEVELS`, but as often as :data:`COUNTS` asks; the last mask beside.

    Args:
        segment: From all clicks so far to a mask.
        truth, valid: Masks (H, W); pixels that are not valid count nowhere.
        start: What is there before the first click.
        most: The most clicks.
    """
    guess = np.zeros_like(truth) if start is None else start
    ious, seconds = [_iou(guess, truth, valid)], []
    clicks: list[Click] = []
    while len(clicks) < most and not (ious[-1] >= LEVELS[-1] / 100 and len(clicks) >= COUNTS[-1]):
        click = next_click(truth, guess, valid)
        if click is None:
            break
        clicks.append(click)
        before = time.perf_counter()
        guess = segment(clicks)
        seconds.append(time.perf_counter() - before)
        ious.append(_iou(guess, truth, valid))
    return ObjectCurve(tuple(ious), tuple(seconds)), guess


def clicked_masks(picture: PreparedPicture, given: UInt8Array, true: UInt8Array) -> tuple[UInt8Array, int]:
    """``given`` (H, W) after every object was clicked until its IoU is 0.9, and the number of clicks."""
    labels, valid, count = given.copy(), np.not_equal(true, VOID), 0
    for number in object_ids(true):
        truth, guess = np.equal(true, number), np.equal(labels, number)
        start, clicks = guess, list[Click]()
        while len(clicks) < MOST_CLICKS and _iou(guess, truth, valid) < LEVELS[-1] / 100:
            click = next_click(truth, guess, valid)
            if click is None:
                break
            clicks.append(click)
            guess = np.asarray(picture.segment(clicks, start) >= 0.5, np.bool_)
        count += len(clicks)
        labels[np.equal(labels, number)] = 0
        labels[guess] = number
    return labels, count


def _iou(guess: BoolArray, truth: BoolArray, valid: BoolArray) -> float:
    union = int(((guess | truth) & valid).sum())
    return 1.0 if union == 0 else int((guess & truth & valid).sum()) / union


def _box_iou(image: UInt8Array, truth: BoolArray, valid: BoolArray) -> float | None:
    """IoU of GrabCut's mask of the true box; None for one too small."""
    rows, columns = np.flatnonzero(truth.any(1)), np.flatnonzero(truth.any(0))
    box = Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    if min(box.right - box.left, box.bottom - box.top) < LEAST_SIDE:
        return None
    mask = box_mask(image, box)
    assert mask is not None
    return _iou(mask, truth, valid)
