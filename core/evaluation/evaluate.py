"""Measures folders of predicted masks against folders of true ones.

A folder holds one sub-folder of PNGs a sequence, or the PNGs of a single sequence directly. The first and the last
frame of a sequence are left out, as the official DAVIS 2017 toolkit does: the first is given, the last was never
annotated with the same care. (YouTube-VOS counts the last one.) An object that appears later is measured from the
frame after its first mask on.
"""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import cv2
import numpy as np

from core.errors import UserError
from core.evaluation.identity_swaps import NOTHING, Exchange, exchanges, swaps
from core.evaluation.metrics import Measure, measure_labels
from core.evaluation.results import Evaluation, ObjectScores
from core.files.folders import files_with, subfolders
from core.files.pictures import load, open_picture
from core.masks.png import read_label_map
from core.processes import interrupts_held
from core.progress import Progress
from core.types import BACKGROUND, VOID, UInt8Array

LOG = logging.getLogger(__name__)

_SMALLEST_PARALLEL_JOB = 400
"""Frames from which starting processes costs less than it saves."""
_CHUNK = 8
_ABSENT = Measure(1.0, 1.0)
"""The measures of an object that is neither there nor predicted."""


@dataclass(frozen=True, slots=True)
class FramePair:
    """Where the masks of one frame lie. ``prediction`` is None where only the objects present are asked for."""

    truth: Path
    prediction: Path | None


@dataclass(frozen=True, slots=True)
class FrameScores:
    """Of one frame.

    Attributes:
        present: Ids of the objects truly on it.
        measures: Of every object that is there or predicted.
        exchange: Which of its objects carry one another's masks.
    """

    present: tuple[int, ...]
    measures: Mapping[int, Measure]
    exchange: Exchange = NOTHING


def evaluate(
    prediction_dir: Path,
    ground_truth_dir: Path,
    *,
    sequences: Sequence[str] | None = None,
    workers: int = 1,
    last_frame: bool = False,
    progress: Progress | None = None,
) -> Evaluation:
    """J and F of every object on every frame.

    Args:
        prediction_dir: Label maps, named as the true ones.
        ground_truth_dir: True label maps.
        sequences: Which to measure; by default all those predicted.
        workers: Processes to share the work among, where it is large enough to gain by it. A script that asks for more
            than one keeps its own start under ``if __name__ == "__main__"``.
        last_frame: Whether a sequence's last frame counts, as it does in YouTube-VOS and not in DAVIS.
        progress: Told of every frame.

    Raises:
        UserError: Where a folder or a mask is missing, of another size, or nothing is left to measure.
    """
    pairs = {
        name: _frame_pairs(prediction, truth, last_frame)
        for name, (prediction, truth) in _sequence_folders(prediction_dir, ground_truth_dir, sequences).items()
    }
    flat = [pair for frames in pairs.values() for pair in frames]
    scores = iter(list(_with_progress(_measure_all(flat, workers), len(flat), progress)))
    by_sequence = {name: [next(scores) for _ in frames] for name, frames in pairs.items()}
    found = {name: _object_scores(frames) for name, frames in by_sequence.items()}
    measured = {name: objects for name, objects in found.items() if objects}
    left = [name for name in found if name not in measured]
    if not measured:
        raise UserError(
            "Nothing to evaluate in {path}: no object has a mask before the last two frames of its sequence.",
            "Use ground truth with an object and at least three frames.",
            path=ground_truth_dir,
        )
    if left:
        LOG.warning("Not measured, for want of an object before the last two frames: %s.", ", ".join(left))
    return Evaluation(measured, {name: swaps([frame.exchange for frame in by_sequence[name]]) for name in measured})


def sequences_without_prediction(prediction_dir: Path, ground_truth_dir: Path) -> list[str]:
    """Names of the true sequences that have no folder of predicted PNGs: ``evaluate`` leaves them out."""
    if _masks(ground_truth_dir):
        return []
    predicted = {folder.name for folder in _subfolders(prediction_dir)}
    return [folder.name for folder in _subfolders(ground_truth_dir) if folder.name not in predicted]


def _sequence_folders(
    prediction_dir: Path, ground_truth_dir: Path, sequences: Sequence[str] | None
) -> dict[str, tuple[Path, Path]]:
    for folder in (prediction_dir, ground_truth_dir):
        if not folder.is_dir():
            raise UserError("There is no folder {folder}.", "Use the folder with the PNG masks.", folder=folder)
    if sequences is None and _masks(ground_truth_dir):
        return {ground_truth_dir.name or "sequence": (prediction_dir, ground_truth_dir)}
    names = [folder.name for folder in _subfolders(prediction_dir)] if sequences is None else sequences
    if not names:
        raise UserError(
            "{path} has no folders of masks, but {truth} has one for each sequence.",
            "Use a folder with a subfolder of PNGs for each sequence, or a single sequence for both.",
            path=prediction_dir,
            truth=ground_truth_dir,
        )
    return {name: (prediction_dir / name, ground_truth_dir / name) for name in names}


def _subfolders(folder: Path) -> list[Path]:
    return [child for child in subfolders(folder) if _masks(child)]


def _masks(folder: Path) -> tuple[Path, ...]:
    return files_with(folder, ".png")


def _frame_pairs(prediction_dir: Path, truth_dir: Path, last_frame: bool) -> list[FramePair]:
    truths = _masks(truth_dir)
    if not truths:
        raise UserError(
            "There is no ground truth in {path}.", "Check the name of the sequence and the folder.", path=truth_dir
        )
    inner = [
        FramePair(truth, _predicted(prediction_dir, truth.name))
        for truth in (truths[1:] if last_frame else truths[1:-1])
    ]
    return [FramePair(truths[0], None), *inner]


def _predicted(folder: Path, name: str) -> Path:
    path = folder / name
    if path.is_file():
        return path
    # The ending may be written in another case than the truth's.
    found = [mask for mask in _masks(folder) if mask.stem == path.stem]
    if not found:
        raise UserError("The predicted mask {path} is missing.", "Predict every frame of the ground truth.", path=path)
    return found[0]


def _measure_all(pairs: Sequence[FramePair], workers: int) -> Iterator[FrameScores]:
    if workers <= 1 or len(pairs) < _SMALLEST_PARALLEL_JOB:
        yield from map(measure_pair, pairs)
        return
    # A forked child may inherit locks held by torch's threads; a spawned one starts clean.
    with ProcessPoolExecutor(min(workers, os.cpu_count() or 1), get_context("spawn"), _start_worker) as pool:
        with interrupts_held():
            measured = pool.map(measure_pair, pairs, chunksize=_CHUNK)
        yield from measured


def _start_worker() -> None:
    cv2.setNumThreads(1)
    # Ctrl-C reaches every process of the terminal; the parent alone answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def measure_pair(pair: FramePair) -> FrameScores:
    """Read the masks of one frame and measure them.

    Raises:
        UserError: Where a mask cannot be read or the sizes differ.
    """
    truth = read_mask(pair.truth)
    present = _ids(truth)
    if pair.prediction is None:
        return FrameScores(present, {})
    prediction = read_mask(pair.prediction)
    if prediction.shape != truth.shape:
        raise UserError(
            "{path} is {size}, but its ground truth {truth} is {truth_size}.",
            "Resize the predicted masks to the size of the ground truth (nearest neighbour).",
            path=pair.prediction,
            size=_size(prediction),
            truth=pair.truth,
            truth_size=_size(truth),
        )
    measures = measure_labels(prediction, truth, {*present, *_ids(prediction)})
    return FrameScores(present, measures, exchanges(prediction, truth, present) if len(present) > 1 else NOTHING)


def read_mask(path: Path) -> UInt8Array:
    """The label map (H, W) at ``path``: the values as they are, without the doubts that suit a mask drawn by hand.

    A grey picture of nothing but 0 and 255, as DAVIS 2016 has them, is object 1.

    Raises:
        UserError: Where there is no picture, or colours that are no ids.
    """
    damaged = UserError("The mask {path} is damaged or not an image.", "Write it again as an indexed PNG.", path=path)
    with open_picture(path, damaged) as image:
        mode, values = image.mode, np.array(load(image, damaged))
    if mode not in ("P", "L", "1"):
        return read_label_map(path, allow_empty=True)
    labels = np.asarray(values, np.uint8)
    return labels if mode == "P" or _ids(labels) else np.minimum(labels, np.uint8(1))


def _ids(labels: UInt8Array) -> tuple[int, ...]:
    """The objects of a label map; a histogram of bytes is several times faster than counting integers."""
    counts = cv2.calcHist([labels], [0], None, [256], [0, 256]).ravel()
    return tuple(int(value) for value in np.flatnonzero(counts) if value not in (BACKGROUND, VOID))


def _size(labels: UInt8Array) -> str:
    return f"{labels.shape[1]}x{labels.shape[0]}"


def _with_progress(scores: Iterator[FrameScores], total: int, progress: Progress | None) -> Iterator[FrameScores]:
    for done, score in enumerate(scores, 1):
        if progress is not None:
            progress(done, total)
        yield score


def _object_scores(frames: Sequence[FrameScores]) -> dict[int, ObjectScores]:
    """Scores of each object on the frames after the one where it first has a mask."""
    entries: dict[int, int] = {}
    for index, frame in enumerate(frames):
        for object_id in frame.present:
            entries.setdefault(object_id, index)
    return {
        object_id: _scores([frame.measures.get(object_id, _ABSENT) for frame in frames[entry + 1 :]])
        for object_id, entry in sorted(entries.items())
        if entry + 1 < len(frames)
    }


def _scores(measures: Sequence[Measure]) -> ObjectScores:
    return ObjectScores(tuple(m.region for m in measures), tuple(m.boundary for m in measures))
