"""How precision decays over a clip (the paper's Figure 1a): the mean over all objects, by share of the clip passed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.evaluation.results import Evaluation, ObjectScores
from core.files.folders import cell
from core.files.owned import write_own

BINS = 20
CSV_COLUMNS = ("method", "share of clip", "J&F", "J", "F")

_FloatArray = npt.NDArray[np.float64]
_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 640, 360, 56, 20, 20, 48
_COLOURS = ("#0b62a4", "#d9541e", "#2e8b57", "#7b3fa0", "#8a6d00", "#555555")
_TICKS = 5


@dataclass(frozen=True, slots=True)
class DecayCurve:
    """Mean J and F over objects, 0..1: ``BINS`` values each, for equal shares of an object's measured frames."""

    region: tuple[float, ...]
    boundary: tuple[float, ...]

    @property
    def mean(self) -> tuple[float, ...]:
        """J&F."""
        return tuple((j + f) / 2 for j, f in zip(self.region, self.boundary, strict=True))


def share_of_bin(index: int) -> float:
    """Middle of a bin as a share of the clip, 0..1."""
    return (index + 0.5) / BINS


def decay_curve(evaluation: Evaluation) -> DecayCurve:
    """The curve of an evaluation; every object counts alike, whatever its number of frames."""
    objects = [scores for sequence in evaluation.sequences.values() for scores in sequence.values()]
    return DecayCurve(_mean(objects, lambda scores: scores.region), _mean(objects, lambda scores: scores.boundary))


def _mean(objects: Sequence[ObjectScores], part: Callable[[ObjectScores], Sequence[float]]) -> tuple[float, ...]:
    return tuple(np.mean([_resampled(part(scores)) for scores in objects], axis=0).tolist())


def _resampled(values: Sequence[float]) -> _FloatArray:
    """The mean of ``values`` over ``BINS`` equal stretches of time; a frame counts by what of it lies inside."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    edges = np.interp(np.linspace(0, len(values), BINS + 1), np.arange(len(values) + 1), sums)
    means: _FloatArray = np.diff(edges) * BINS / len(values)
    return means


def write_decay(path: Path, curves: Mapping[str, DecayCurve]) -> tuple[Path, Path]:
    """Write ``path`` with the endings .csv and .svg, a curve by method's name; returns both paths. Raises UserError."""
    table, plot = path.with_suffix(".csv"), path.with_suffix(".svg")
    write_own(table, _csv(curves).encode("utf-8", "backslashreplace"))
    write_own(plot, svg(curves).encode("utf-8", "backslashreplace"))
    return table, plot


def _csv(curves: Mapping[str, DecayCurve]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(CSV_COLUMNS)
    for name, curve in curves.items():
        for index, values in enumerate(zip(curve.mean, curve.region, curve.boundary, strict=True)):
            writer.writerow([cell(name), f"{share_of_bin(index):.4f}", *(f"{value:.6f}" for value in values)])
    return text.getvalue()


def svg(curves: Mapping[str, DecayCurve]) -> str:
    """J&F over time as a picture: one line a method, from 0 (or the nearest tick below the least value) to 1."""
    least = min(min(curve.mean) for curve in curves.values())
    floor = np.floor(least * _TICKS) / _TICKS
    parts = [*_axes(floor)]
    for number, (name, curve) in enumerate(curves.items()):
        parts += _line(name, curve, number, floor)
    body = "\n".join(parts)
    size = f'width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">\n'
        f'<rect width="100%" height="100%" fill="white"/>\n{body}\n</svg>\n'
    )


def _x(share: float) -> float:
    return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)


def _y(value: float, floor: float) -> float:
    return _TOP + (1 - value) / (1 - floor) * (_HEIGHT - _TOP - _BOTTOM)


def _axes(floor: float) -> list[str]:
    parts = []
    for value in np.arange(round(floor * _TICKS), _TICKS + 1) / _TICKS:
        y = _y(value, floor)
        parts.append(f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{_WIDTH - _RIGHT}" y2="{y:.1f}" stroke="#dddddd"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:.1f}</text>')
    for share in np.linspace(0, 1, _TICKS):
        parts.append(f'<text x="{_x(share):.1f}" y="{_HEIGHT - 28}" text-anchor="middle">{share:.0%}</text>')
    middle = (_TOP + _HEIGHT - _BOTTOM) / 2
    parts.append(f'<text x="{_x(0.5):.1f}" y="{_HEIGHT - 8}" text-anchor="middle">share of the clip passed</text>')
    parts.append(f'<text transform="translate(14 {middle:.1f}) rotate(-90)" text-anchor="middle">J&amp;F</text>')
    return parts


def _line(name: str, curve: DecayCurve, number: int, floor: float) -> list[str]:
    colour = _COLOURS[number % len(_COLOURS)]
    points = " ".join(f"{_x(share_of_bin(i)):.1f},{_y(v, floor):.1f}" for i, v in enumerate(curve.mean))
    label = _HEIGHT - _BOTTOM - 8 - 16 * number
    return [
        f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>',
        f'<text x="{_LEFT + 8}" y="{label}" fill="{colour}">{escape(name)}</text>',
    ]
