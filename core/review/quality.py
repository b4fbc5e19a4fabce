"""How good each mask probably is: a small model of the features of a run, fitted for the weights that made it.

The model's numbers are kept with the weights, as JSON under the metadata key ``quality``. Weights without them get the
built-in fallback, which was fitted for no weights in particular and says so (``is_fallback``).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import UserError
from core.files.documents import parse_json
from core.review import fallback
from core.review.boosting import Trees
from core.review.features import FEATURES
from core.types import Float32Array

KEY = "quality"
"""Under which the metadata of weights hold the model."""
VERSION = 1
SOFT = 0.03
"""Errors are predicted as log(1 - J + SOFT), so that small ones are told apart as well as large ones."""
_MOST_ROWS = 1000
"""A table in a file may have no more."""
_FAR_OUT = 4.0
"""Features count no further than this many deviations from their mean, so that nothing unusual says everything."""

Table = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """A weighted sum of features: ``centre``, ``scale`` and ``slopes``, (F,) each."""

    centre: Table
    scale: Table
    slopes: Table

    def predict(self, rows: Float32Array) -> Table:
        """One number for each row (R, F)."""
        moved = np.clip((rows - self.centre) / self.scale, -_FAR_OUT, _FAR_OUT)
        total: Table = moved @ self.slopes
        return total


@dataclass(frozen=True, slots=True, eq=False)
class QualityModel:
    """Predicts J from the features of an observation.

    Attributes:
        linear: Predicts log(1 - J + SOFT) together with the trees.
        trees: Predict what the linear part leaves.
        knots: (K, 2) rising pairs of that prediction and the mean 1 - J that goes with it.
        reach: (D, 2) rising pairs of the distance to a reference in frames and the mean J there.
        temperature: What the logits behind an entropy are divided by, so that shares of wrong pixels come out.
        notes: How it was fitted, in words.
        is_fallback: Whether it is the built-in one.
    """

    linear: Linear
    trees: Trees
    knots: Table
    reach: Table
    temperature: float = 1.0
    notes: str = ""
    is_fallback: bool = False

    def predict(self, rows: Float32Array) -> Table:
        """J (0..1) of each row (R, F) of features."""
        errors = np.interp(self.linear.predict(rows) + self.trees.predict(rows), self.knots[:, 0], self.knots[:, 1])
        quality: Table = np.clip(1.0 - errors, 0.0, 1.0)
        return quality

    def expected(self, distance: Table) -> Table:
        """The mean J this many frames from a reference."""
        return np.interp(distance, self.reach[:, 0], self.reach[:, 1])

    def as_json(self) -> dict[str, Any]:
        return {
            "version": VERSION,
            "features": list(FEATURES),
            "linear": [_short(part) for part in (self.linear.centre, self.linear.scale, self.linear.slopes)],
            "base": self.trees.base,
            "trees": [_short(row) for row in self.trees.table],
            "knots": self.knots.round(5).tolist(),
            "reach": self.reach.round(4).tolist(),
            "temperature": self.temperature,
            "notes": self.notes,
        }


def model_from(metadata: Mapping[str, str]) -> QualityModel:
    """The model that the metadata of weights hold, or the fallback where they hold none.

    Raises:
        UserError: Where what they hold is damaged or of a later version.
    """
    return read_model(metadata[KEY]) if KEY in metadata else FALLBACK


def read_model(text: str) -> QualityModel:
    """A model from its JSON. Raises UserError."""
    hint = "Fit it again with `rpcm weights calibrate`, or use other weights."
    try:
        content = parse_json(text)
    except ValueError as error:
        raise UserError("The quality model in the weights is damaged.", hint) from error
    if not isinstance(content, dict) or content.get("version") != VERSION or content.get("features") != list(FEATURES):
        raise UserError("The quality model in the weights belongs to another version of the program.", hint)
    try:
        return _model(content)
    except (KeyError, TypeError, ValueError) as error:
        raise UserError("The quality model in the weights is damaged.", hint) from error


def _model(content: Mapping[str, Any]) -> QualityModel:
    trees = _table(content["trees"], 10, _MOST_ROWS)
    linear = Linear(*_table(content["linear"], len(FEATURES), 3))
    features = trees[:, 0:6:2]
    if ((features < 0) | (features >= len(FEATURES)) | (features != np.floor(features))).any():
        raise ValueError("a tree asks for a feature that there is not")
    base, temperature = float(content["base"]), float(content["temperature"])
    if (linear.scale <= 0).any() or not math.isfinite(base) or not 0.01 <= temperature <= 100:
        raise ValueError("a number is out of its range")
    knots, reach = _curve(content["knots"]), _curve(content["reach"])
    return QualityModel(linear, Trees(base, trees), knots, reach, temperature, str(content.get("notes", "")))


def _table(rows: Any, columns: int, most: int) -> Table:
    table = np.array(rows, np.float64).reshape(-1, columns)
    if len(table) > most or not np.isfinite(table).all():
        raise ValueError("a table is too long or not finite")
    return table


def _curve(rows: Any) -> Table:
    curve = _table(rows, 2, _MOST_ROWS)
    if not len(curve) or (np.diff(curve[:, 0]) <= 0).any() or ((curve[:, 1] < 0) | (curve[:, 1] > 1)).any():
        raise ValueError("a curve does not rise, or leaves 0..1")
    return curve


def _short(numbers: Table) -> list[float]:
    return [float(f"{value:.6g}") for value in numbers.tolist()]


FALLBACK = QualityModel(
    Linear(*np.array(fallback.LINEAR)),
    Trees(fallback.BASE, np.zeros((0, 10))),
    np.array(fallback.KNOTS),
    np.array(fallback.REACH),
    fallback.TEMPERATURE,
    fallback.NOTES,
    is_fallback=True,
)
"""For weights that hold no model of their own."""
