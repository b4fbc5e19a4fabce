"""What the user sees of a training run: a progress bar, ``log.csv``, ``validation.csv`` and TensorBoard."""

from __future__ import annotations

import csv
import logging
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import numpy as np
from tqdm import tqdm

from core.errors import UserError, os_errors_as_user_errors, os_user_error
from core.training.run import Report

LOGGER = logging.getLogger(__name__)

LOG = "log.csv"
VALIDATION = "validation.csv"
_FIRST = b"step,"
EVERY = 20
"""Steps between two lines of the log."""
_BAR = "{l_bar}{bar}| {elapsed}<{remaining}{postfix}"


class Reporter:
    """Reports the first process's view; the others have :class:`Silent`. Use it in a ``with`` block."""

    def __init__(self, folder: Path, progress: float = 0.0, tensorboard: bool = False) -> None:
        self._folder = folder
        for name in (LOG, VALIDATION):
            _refuse_foreign(folder / name)
        self._recent: list[Report] = []
        self._seconds = 0.0
        self._board = _board(folder) if tensorboard else None
        interval = 0.5 if sys.stderr.isatty() else 30.0
        # The bar counts shares of the schedule, of whatever that is made.
        self._bar: Any = tqdm(total=1.0, initial=progress, bar_format=_BAR, mininterval=interval, dynamic_ncols=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_reason: object) -> None:
        if self._recent:
            self._log()
        self._bar.close()
        if self._board is not None:
            self._board.close()

    def step(self, report: Report, progress: float, seconds: float) -> None:
        """Tell of a step."""
        self._recent.append(report)
        self._seconds = seconds
        self._bar.set_postfix_str(
            f"step {report.step}, loss {report.loss:.3f}, waiting {report.waiting:.1%}", refresh=False
        )
        self._bar.update(progress - self._bar.n)
        if report.step % EVERY == 0:
            self._log()

    def _log(self) -> None:
        last = self._recent[-1]
        loss = float(np.mean([each.loss for each in self._recent]))
        gradient = float(np.median([each.gradient for each in self._recent]))
        self._recent.clear()
        values = {"rate": last.rate, "loss": loss, "gradient": gradient, "waiting": last.waiting}
        self._write(LOG, {"step": last.step, "seconds": self._seconds, **values})
        self._chart(last.step, values)

    def validated(self, step: int, scores: Mapping[str, float]) -> bool:
        """Tell of a validation; returns whether its first score is the best so far."""
        first = next(iter(scores))
        best = max((float(row[first]) for row in _rows(self._folder / VALIDATION)), default=-np.inf)
        self._write(VALIDATION, {"step": step, **scores})
        self._chart(step, {f"validation/{name}": score for name, score in scores.items()})
        self._bar.write(f"step {step}: " + ", ".join(f"{name} {score:.4f}" for name, score in scores.items()))
        return scores[first] > best

    def _write(self, name: str, row: Mapping[str, float]) -> None:
        """Add a line; training is worth more than its log, so that a full disk is told and no more."""
        path = self._folder / name
        try:
            fresh = not path.exists() or path.stat().st_size == 0
            with path.open("a", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                if fresh:
                    writer.writerow(row)
                writer.writerow([f"{value:.6g}" for value in row.values()])
        except OSError as error:
            LOGGER.warning("%s The run goes on.", os_user_error(error, path, "write"))

    def _chart(self, step: int, values: Mapping[str, float]) -> None:
        if self._board is not None:
            for name, value in values.items():
                self._board.add_scalar(name, value, step)


class Silent(Reporter):
    """Reports nothing."""

    def __init__(self) -> None:
        self._bar = tqdm(disable=True)
        self._board = None
        self._recent = []

    def step(self, report: Report, progress: float, seconds: float) -> None:
        """Say nothing."""


def _refuse_foreign(path: Path) -> None:
    """Raise UserError where lines would be added to a file that is not a log of this program."""
    if not path.exists() and not path.is_symlink():
        return
    with os_errors_as_user_errors(path, "read"):
        is_log = path.is_file() and not path.is_symlink()
        first = path.read_bytes()[: len(_FIRST)] if is_log else b""
    if not is_log or first not in (b"", _FIRST):
        raise UserError(
            "'{path}' is not a training log of RPCM Annotator.", "Choose another folder with --out.", path=path
        )


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _board(folder: Path) -> Any:
    try:
        from torch.utils.tensorboard import SummaryWriter
    except ImportError as error:
        raise UserError(
            "TensorBoard is not installed.", "Install it with `pip install rpcm-annotator[train]`."
        ) from error
    return SummaryWriter(str(folder / "tensorboard"))
