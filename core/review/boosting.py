"""Gradient-boosted trees of depth two, in numpy: small enough to be stored as plain numbers beside a network.

Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", 2001, with a squared loss and histograms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.floating]
_NEVER = 1e30
"""The threshold of a child that is not parted."""
_COLUMNS = 10
"""Numbers a tree: feature and threshold of the root, of its left and its right child, and four leaves."""


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """A sum of trees: ``base`` plus what every row of ``table`` (T, 10) adds."""

    base: float
    table: npt.NDArray[np.float64]

    def predict(self, rows: Values) -> npt.NDArray[np.float64]:
        """One number for each row (R, F)."""
        if not len(self.table) or not len(rows):
            return np.full(len(rows), self.base)
        features, limits = self.table[:, 0:6:2].astype(np.intp), self.table[:, 1:6:2]
        right = rows[:, features[:, 0]] > limits[:, 0]
        child = np.where(right, features[:, 2], features[:, 1])
        limit = np.where(right, limits[:, 2], limits[:, 1])
        second = np.take_along_axis(rows, child, axis=1) > limit
        leaves = self.table[:, 6:]
        chosen = leaves[np.arange(len(leaves)), 2 * right + second]
        total: npt.NDArray[np.float64] = self.base + chosen.sum(1)
        return total


@dataclass(frozen=True, slots=True)
class Boosting:
    """How trees are fitted.

    Attributes:
        rounds: Number of trees.
        rate: Share of each tree's leaves that is added.
        bins: Thresholds tried for each feature.
        least: The least total weight of a leaf.
        ridge: Added to a leaf's weight, so that small leaves say little.
        columns: Share of the features that each tree may use.
        rows: Share of the rows that each tree sees.
    """

    rounds: int = 150
    rate: float = 0.06
    bins: int = 24
    least: float = 20.0
    ridge: float = 10.0
    columns: float = 0.5
    rows: float = 0.7
    seed: int = 0


def fit_trees(rows: Values, targets: Values, weights: Values, how: Boosting, usable: Sequence[int]) -> Trees:
    """Trees that predict ``targets`` (R,) from ``rows`` (R, F), of which the features ``usable`` may be looked at."""
    generator = np.random.default_rng(how.seed)
    limits = [np.unique(np.quantile(rows[:, f], np.linspace(0, 1, how.bins + 1)[1:-1])) for f in range(rows.shape[1])]
    binned = np.stack([np.searchsorted(limits[f], rows[:, f]) for f in range(rows.shape[1])], 1)
    base = float(np.average(targets, weights=weights))
    left, table = targets - base, []
    for _ in range(how.rounds):
        features = generator.choice(usable, max(1, round(how.columns * len(usable))), replace=False)
        weight = weights * (generator.random(len(rows)) < how.rows)
        tree = _tree(binned, limits, left, weight, features, how)
        if tree is None:
            continue
        table.append(tree)
        left = left - Trees(0.0, tree[None]).predict(rows)
    return Trees(base, np.array(table).reshape(-1, _COLUMNS))


def _tree(
    binned: npt.NDArray[np.intp],
    limits: Sequence[Values],
    left: Values,
    weight: Values,
    features: npt.NDArray[np.intp],
    how: Boosting,
) -> npt.NDArray[np.float64] | None:
    root = _split(binned, limits, left, weight, features, how)
    if root is None:
        return None
    feature, place = root
    right = binned[:, feature] > place
    tree = [float(feature), float(limits[feature][place])]
    leaves: list[float] = []
    for side in (~right, right):
        weighed = weight * side
        child = _split(binned, limits, left, weighed, features, how)
        if child is None:
            tree += [0.0, _NEVER]
            leaves += [_leaf(left, weighed, how)] * 2
            continue
        tree += [float(child[0]), float(limits[child[0]][child[1]])]
        further = binned[:, child[0]] > child[1]
        leaves += [_leaf(left, weighed * part, how) for part in (~further, further)]
    return np.array([*tree, *leaves])


def _leaf(left: Values, weight: Values, how: Boosting) -> float:
    return float(how.rate * (left * weight).sum() / (weight.sum() + how.ridge))


def _split(
    binned: npt.NDArray[np.intp],
    limits: Sequence[Values],
    left: Values,
    weight: Values,
    features: npt.NDArray[np.intp],
    how: Boosting,
) -> tuple[int, int] | None:
    """The feature and the bin after which to part the rows; None where no parting leaves enough on both sides."""
    best, gain = None, 1e-12
    pulled = left * weight
    for feature in features:
        count = len(limits[feature]) + 1
        sums = np.bincount(binned[:, feature], pulled, count).cumsum()
        masses = np.bincount(binned[:, feature], weight, count).cumsum()
        low, high = masses[:-1], masses[-1] - masses[:-1]
        if not len(low):
            continue
        gains = sums[:-1] ** 2 / (low + how.ridge) + (sums[-1] - sums[:-1]) ** 2 / (high + how.ridge)
        gains = np.where((low >= how.least) & (high >= how.least), gains - sums[-1] ** 2 / (masses[-1] + how.ridge), 0)
        place = int(gains.argmax())
        if gains[place] > gain:
            best, gain = (int(feature), place), float(gains[place])
    return best
