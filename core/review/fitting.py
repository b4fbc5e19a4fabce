"""Fits the quality model to masks whose truth is known, and measures how well it orders the frames of other clips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from core.review.boosting import Boosting, Trees, fit_trees
from core.review.features import FEATURES
from core.review.quality import SOFT, Linear, QualityModel, Table
from core.types import Float32Array

_RIDGE = 0.3
"""Of the linear part, in shares of the rows: features are many and clips are few."""
_FOLDS = 6
_HOW = Boosting(rounds=60, rate=0.05, least=40, ridge=30)
_REACH_ENDS = (1, 3, 6, 10, 16, 25, 40, 60, 100)
_DISTANCE = FEATURES.index("distance")


@dataclass(frozen=True, slots=True, eq=False)
class Pass:
    """Observations of one propagation: ``rows`` (R, F), ``truth`` J (R,), ``frames`` (R,); ``clip`` groups passes."""

    clip: str
    rows: Float32Array
    truth: Table
    frames: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class FitReport:
    """How the model did on clips that it was not fitted to.

    Attributes:
        spearman: Mean rank correlation of predicted and true J of the frames of a pass.
        worst: Share of the frames predicted to be among a pass's worst fifth that are.
        passes: Number of passes with at least ten frames, which count.
    """

    spearman: float
    worst: float
    passes: int


def fit_quality(passes: Sequence[Pass], temperature: float, notes: str) -> tuple[QualityModel, FitReport]:
    """A model fitted to all passes, and the report of models fitted without the clips they are measured on."""
    clips = sorted({one.clip for one in passes})
    held: list[Table] = [np.zeros(0)] * len(passes)
    for fold in range(min(_FOLDS, len(clips))):
        out = set(clips[fold::_FOLDS])
        rest = [one for one in passes if one.clip not in out] or list(passes)
        linear_trees = _fit(rest)
        for place, one in enumerate(passes):
            if one.clip in out:
                held[place] = _raw(linear_trees, one.rows)
    linear, trees = _fit(passes)
    model = QualityModel(linear, trees, _knots(passes, held), _reach(passes), temperature, notes)
    return model, _report(passes, [-one for one in held])


def _fit(passes: Sequence[Pass]) -> tuple[Linear, Trees]:
    rows = np.concatenate([one.rows for one in passes]).astype(np.float64)
    target = np.log(1 - np.concatenate([one.truth for one in passes]) + SOFT)
    weight = np.concatenate([np.full(len(one.truth), 1 / len(one.truth)) for one in passes])
    weight *= len(weight) / weight.sum()
    centre, scale = rows.mean(0), rows.std(0) + 1e-3
    moved = np.clip((rows - centre) / scale, -4, 4)
    pulled = moved * weight[:, None]
    mean = float(np.average(target, weights=weight))
    slopes = np.linalg.solve(pulled.T @ moved + _RIDGE * len(rows) * np.eye(len(FEATURES)), pulled.T @ (target - mean))
    linear = Linear(centre, scale, slopes)
    left = target - linear.predict(rows.astype(np.float32))
    return linear, fit_trees(rows, left, weight, _HOW, range(len(FEATURES)))


def _raw(fitted: tuple[Linear, Trees], rows: Float32Array) -> Table:
    linear, trees = fitted
    total: Table = linear.predict(rows) + trees.predict(rows)
    return total


def _knots(passes: Sequence[Pass], held: Sequence[Table]) -> Table:
    """Rising pairs of prediction and mean error, from predictions for clips that were held out."""
    raw = np.concatenate(held)
    error = 1 - np.concatenate([one.truth for one in passes])
    order = np.argsort(raw)
    parts = [part for part in np.array_split(order, min(25, len(order))) if len(part)]
    middles = np.array([raw[part].mean() for part in parts])
    means = rising([float(error[part].mean()) for part in parts], [len(part) for part in parts])
    # A tiny slope is added, so that what is predicted worse is never shown as equal.
    means = np.clip(means + 1e-4 * np.arange(len(means)), 0, 1)
    ends_x = np.array([middles[0] - 2, *middles, middles[-1] + 2])
    ends_y = np.clip(np.array([means[0] * 0.5, *means, means[-1] + 0.2]), 0, 1)
    apart = np.concatenate([[True], np.diff(ends_x) > 1e-6])
    return np.stack([ends_x[apart], ends_y[apart]], 1)


def _reach(passes: Sequence[Pass]) -> Table:
    """Mean J by distance to the reference, never rising."""
    distance = np.expm1(np.concatenate([one.rows[:, _DISTANCE] for one in passes])).round()
    truth = np.concatenate([one.truth for one in passes])
    places, means, masses = [0.0], [0.0], [1]
    for first, last in pairwise(_REACH_ENDS):
        inside = (distance >= first) & (distance < last)
        if inside.any():
            places.append(float(distance[inside].mean()))
            means.append(1 - float(truth[inside].mean()))
            masses.append(int(inside.sum()))
    return np.stack([np.array(places), 1 - rising(means, masses)], 1)


def rising(values: Sequence[float], weights: Sequence[int]) -> Table:
    """The nearest values that never fall (isotonic regression by pooling adjacent violators)."""
    pools: list[tuple[float, float, int]] = []
    for value, weight in zip(values, weights, strict=True):
        pools.append((value, float(weight), 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (low, one, count), (high, other, more) = pools[-2:]
            pools[-2:] = [((low * one + high * other) / (one + other), one + other, count + more)]
    return np.repeat([value for value, _, _ in pools], [count for _, _, count in pools])


def _report(passes: Sequence[Pass], predicted: Sequence[Table]) -> FitReport:
    found = [order_of(one.frames, one.truth, quality) for one, quality in zip(passes, predicted, strict=True)]
    counted = [each for each in found if each is not None]
    if not counted:
        return FitReport(float("nan"), float("nan"), 0)
    spearman, worst = np.mean(counted, axis=0)
    return FitReport(float(spearman), float(worst), len(counted))


def order_of(frames: npt.NDArray[np.int64], truth: Table, predicted: Table) -> tuple[float, float] | None:
    """Spearman's rank correlation over frames (means over objects), and the share of the frames predicted to be the
    worst fifth that are; None with fewer than ten frames or where nothing differs."""
    places = np.unique(frames)
    if len(places) < 10:
        return None
    true = np.array([truth[frames == place].mean() for place in places])
    said = np.array([predicted[frames == place].mean() for place in places])
    if true.std() < 1e-9 or said.std() < 1e-12:
        return None
    count = max(1, len(places) // 5)
    worst = set(np.argsort(true, kind="stable")[:count].tolist())
    shown = set(np.argsort(said, kind="stable")[:count].tolist())
    return float(np.corrcoef(_ranks(true), _ranks(said))[0, 1]), len(worst & shown) / count


def _ranks(values: Table) -> Table:
    """Ranks from 0, equal values sharing the mean of theirs."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    ranks: Table = (np.cumsum(count) - (count + 1) / 2)[place]
    return ranks
