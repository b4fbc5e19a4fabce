"""Whether a network is unsure where it is wrong: AUROC, calibration, and what the black map of a run finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from core.errors import UserError
from core.evaluation.evaluate import read_mask
from core.evaluation.metrics import boundary_map, disk, tolerance_radius
from core.files import open_file, write_atomically
from core.files.folders import files_with
from core.types import VOID, BoolArray, UInt8Array

BINS = 160
_LEAST, _MOST = -12.0, 4.0
"""Logits of the first and the last bin's error."""
_CALIBRATION_BINS = 15
_TEMPERATURES = np.exp(np.linspace(np.log(0.25), np.log(4.0), 121))

Numbers = npt.NDArray[np.float64]


def _centres() -> Numbers:
    """The probability of an error that each bin stands for."""
    logits = _LEAST + (np.arange(BINS) + 0.5) * (_MOST - _LEAST) / BINS
    errors: Numbers = 1 / (1 + np.exp(-logits))
    return errors


@dataclass(slots=True)
class ErrorCounts:
    """Pixels by the error that the network expects there: how many, and how many of them are wrong."""

    total: Numbers = field(default_factory=lambda: np.zeros(BINS))
    wrong: Numbers = field(default_factory=lambda: np.zeros(BINS))

    def count(self, expected: npt.NDArray[np.floating], wrong: BoolArray) -> None:
        """Add pixels. ``expected`` is the probability of an error (0..1), of the same shape as ``wrong``."""
        clipped = np.clip(expected.ravel().astype(np.float64), 1e-6, 1 - 1e-6)
        place = (np.log(clipped / (1 - clipped)) - _LEAST) * (BINS / (_MOST - _LEAST))
        place = np.clip(place, 0, BINS - 1).astype(np.intp)
        self.total += np.bincount(place, minlength=BINS)
        self.wrong += np.bincount(place[wrong.ravel()], minlength=BINS)

    def add(self, other: ErrorCounts) -> None:
        """Add the pixels of another count."""
        self.total += other.total
        self.wrong += other.wrong

    def auroc(self) -> float | None:
        """The chance that a wrong pixel is less sure than a right one; None where there are not both."""
        right = self.total - self.wrong
        if self.wrong.sum() == 0 or right.sum() == 0:
            return None
        below = np.cumsum(right) - right
        return float((self.wrong * (below + right / 2)).sum() / (self.wrong.sum() * right.sum()))

    def calibration(self, temperature: float = 1.0) -> tuple[Numbers, Numbers, Numbers]:
        """By expected error, in fifteen bins: the mean expected, the mean true, and the share of the pixels."""
        expected = tempered(_centres(), temperature)
        place = np.minimum((expected * _CALIBRATION_BINS).astype(np.intp), _CALIBRATION_BINS - 1)
        total, wrong, said = (
            np.bincount(place, weights, _CALIBRATION_BINS)
            for weights in (self.total, self.wrong, self.total * expected)
        )
        mass = np.maximum(total, 1)
        return said / mass, wrong / mass, total / max(self.total.sum(), 1)

    def calibration_error(self, temperature: float = 1.0) -> float:
        """The expected calibration error, 0..1 (Guo et al., "On Calibration of Modern Neural Networks", ICML 2017)."""
        said, true, share = self.calibration(temperature)
        return float((np.abs(said - true) * share).sum())

    def best_temperature(self) -> float:
        """What the logits are divided by so that the counts are most likely; 1 where there is nothing to tell from."""
        if self.wrong.sum() == 0:
            return 1.0
        right = self.total - self.wrong
        losses = []
        for temperature in _TEMPERATURES:
            error = np.clip(tempered(_centres(), float(temperature)), 1e-9, 1 - 1e-9)
            losses.append(-(self.wrong * np.log(error) + right * np.log(1 - error)).sum())
        return round(float(_TEMPERATURES[int(np.argmin(losses))]), 4)


def tempered(errors: Numbers, temperature: float) -> Numbers:
    """Probabilities of an error when the logits behind them are divided by ``temperature``."""
    logits = np.log(errors / (1 - errors)) / temperature
    tempered_errors: Numbers = 1 / (1 + np.exp(-logits))
    return tempered_errors


@dataclass(slots=True)
class MapCounts:
    """What a black map finds: ``hits`` are black and wrong, ``black`` and ``wrong`` all of either."""

    hits: int = 0
    black: int = 0
    wrong: int = 0

    def count(self, black: BoolArray, wrong: BoolArray) -> None:
        self.hits += int(np.count_nonzero(black & wrong))
        self.black += int(np.count_nonzero(black))
        self.wrong += int(np.count_nonzero(wrong))

    def as_json(self) -> dict[str, Any]:
        return {
            "precision": self.hits / self.black if self.black else None,
            "recall": self.hits / self.wrong if self.wrong else None,
            "black pixels": self.black,
            "wrong pixels": self.wrong,
        }


LEAST_PATCH = 80
"""Pixels from which wrong pixels that touch count as a patch."""


@dataclass(slots=True)
class ReliabilityReport:
    """Counts over all frames. ``errors`` is empty where no probabilities were stored."""

    errors: ErrorCounts = field(default_factory=ErrorCounts)
    near: MapCounts = field(default_factory=MapCounts)
    away: MapCounts = field(default_factory=MapCounts)
    patches: int = 0
    found_patches: int = 0
    frames: int = 0

    def count(self, prediction: UInt8Array, truth: UInt8Array, black: BoolArray) -> None:
        """Add a frame's black map (H, W)."""
        stated = truth != VOID
        wrong, black = (prediction != truth) & stated, black & stated
        band = outline_band(prediction, truth)
        self.near.count(black & band, wrong & band)
        self.away.count(black & ~band, wrong & ~band)
        patches, found = patch_counts(wrong, black)
        self.patches, self.found_patches, self.frames = (
            self.patches + patches,
            self.found_patches + found,
            self.frames + 1,
        )

    def as_json(self) -> dict[str, Any]:
        """The report; what needs probabilities is null without them."""
        measured = bool(self.errors.total.sum())
        temperature = self.errors.best_temperature()
        whole = MapCounts(
            self.near.hits + self.away.hits, self.near.black + self.away.black, self.near.wrong + self.away.wrong
        )
        return {
            "frames": self.frames,
            "AUROC": self.errors.auroc() if measured else None,
            "ECE": self.errors.calibration_error() if measured else None,
            "best temperature": temperature if measured else None,
            "ECE at that temperature": self.errors.calibration_error(temperature) if measured else None,
            "black map": whole.as_json(),
            "black map near the boundary": self.near.as_json(),
            "black map away from it": self.away.as_json(),
            f"error patches of {LEAST_PATCH} pixels or more": self.patches,
            "of them at least half black": self.found_patches / self.patches if self.patches else None,
        }


def outline_band(prediction: UInt8Array, truth: UInt8Array) -> BoolArray:
    """Pixels (H, W) within F's tolerance of an outline of either label map."""
    outline = boundary_map(prediction) | boundary_map(truth)
    outline = np.minimum(outline, 1).astype(np.uint8)
    return np.asarray(cv2.dilate(outline, disk(tolerance_radius(*truth.shape))), np.uint8) > 0


def patch_counts(wrong: BoolArray, black: BoolArray) -> tuple[int, int]:
    """Patches of wrong pixels (H, W) of at least ``LEAST_PATCH``, and how many of them are at least half black."""
    count, labels, facts, _ = cv2.connectedComponentsWithStats(wrong.view(np.uint8), connectivity=8)
    areas = facts[:, cv2.CC_STAT_AREA]
    covered = np.bincount(labels[black], minlength=count)
    large = [place for place in range(1, count) if areas[place] >= LEAST_PATCH]
    return len(large), sum(1 for place in large if 2 * covered[place] >= areas[place])


def measure_reliability(
    run: Path, truth: Path, progress: Callable[[int, int], None] | None = None
) -> ReliabilityReport:
    """Measure the folder that ``rpcm propagate`` left against true masks.

    Args:
        run: Holds ``masks`` and ``reliability``, and ``probabilities`` where they were stored.
        truth: True masks of the same names.
        progress: Hears frames done and in all.

    Raises:
        UserError: Where a folder or a file is missing, damaged or of another size.
    """
    names = _common(run, truth)
    report = ReliabilityReport()
    for done, mask in enumerate(names, 1):
        true = read_mask(truth / mask.name)
        predicted = read_mask(mask)
        black = read_mask(run / "reliability" / mask.name)
        for what, each in (("mask", predicted), ("reliability map", black)):
            if each.shape != true.shape:
                raise UserError(
                    "The {what} of {stem} is {size}, but the true mask is {true_size}.",
                    "Use true masks of the propagated clip.",
                    what=what,
                    stem=mask.stem,
                    size=f"{each.shape[1]}x{each.shape[0]}",
                    true_size=f"{true.shape[1]}x{true.shape[0]}",
                )
        report.count(predicted, true, black == 0)
        stored = run / "probabilities" / f"{mask.stem}.npy"
        if stored.is_file():
            expected, stated = _expected_errors(stored, true.shape), true != VOID
            report.errors.count(expected[stated], (predicted != true)[stated])
        if progress is not None:
            progress(done, len(names))
    return report


def _common(run: Path, truth: Path) -> list[Path]:
    for folder in (run / "masks", run / "reliability", truth):
        if not folder.is_dir():
            raise UserError(
                "There is no folder {folder}.", "Use the folder that `rpcm propagate --out` wrote.", folder=folder
            )
    known = {path.name for path in files_with(truth, ".png")}
    maps = {path.name for path in files_with(run / "reliability", ".png")}
    # The first frame is given, so that it is right and sure.
    names = [path for path in files_with(run / "masks", ".png") if path.name in known & maps][1:]
    if not names:
        raise UserError(
            "{run} and {truth} do not have two frames with the same names.",
            "Use the true masks of the clip of that run.",
            run=run,
            truth=truth,
        )
    return names


def _expected_errors(path: Path, size: tuple[int, ...]) -> npt.NDArray[np.float32]:
    hint = "Propagate again with --save-probabilities, or remove the folder 'probabilities'."
    try:
        with open_file(path) as file:
            probabilities = np.load(file, allow_pickle=False)
    except (ValueError, EOFError) as error:
        raise UserError("{path} is damaged.", hint, path=path) from error
    if probabilities.ndim != 3 or probabilities.shape[1:] != size or probabilities.dtype.kind != "f":
        raise UserError(
            "{path} does not contain probabilities for a frame of {size}.", hint, path=path, size=f"{size[1]}x{size[0]}"
        )
    expected: npt.NDArray[np.float32] = np.clip(1 - probabilities.max(0), 0, 1).astype(np.float32)
    return expected


def write_plots(path: Path, report: ReliabilityReport) -> None:
    """The calibration as a picture: mean true error by mean expected error. Raises UserError."""
    write_atomically(path, _svg(report).encode("utf-8"))


def _svg(report: ReliabilityReport) -> str:
    curves = {"as computed": report.errors.calibration(), "at the best temperature": report.errors.calibration(
        report.errors.best_temperature())}  # fmt: skip
    side, edge = 360, 48
    parts = [
        f'<rect x="{edge}" y="16" width="{side}" height="{side}" fill="none" stroke="#888888"/>',
        f'<line x1="{edge}" y1="{16 + side}" x2="{edge + side}" y2="16" stroke="#bbbbbb" stroke-dasharray="4"/>',
        f'<text x="{edge + side / 2}" y="{side + 52}" text-anchor="middle">expected share of wrong pixels</text>',
        f'<text transform="translate(16 {16 + side / 2}) rotate(-90)" text-anchor="middle">wrong pixels</text>',
    ]
    for (name, (said, true, share)), colour, line in zip(curves.items(), ("#d9541e", "#0b62a4"), (32, 48), strict=True):
        points = [(s, t) for s, t, part in zip(said, true, share, strict=True) if part > 0]
        joined = " ".join(f"{edge + side * s:.1f},{16 + side * (1 - t):.1f}" for s, t in points)
        parts.append(f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{edge + 8}" y="{line}" fill="{colour}">{name}</text>')
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side + 64}" height="{side + 64}" font-family="sans-serif" '
        f'font-size="12">\n<rect width="100%" height="100%" fill="white"/>\n{body}\n</svg>\n'
    )
