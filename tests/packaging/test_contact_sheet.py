"""The sheet that shows a benchmark's masks at a glance."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from core.errors import UserError
from core.masks.png import write_label_map
from tests.helpers.commands import HEIGHT, WIDTH, moving, write_davis

ONE: list[tuple[int, ...]] = [(1,)] * 5


@pytest.fixture(scope="module")
def script() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "packaging" / "contact_sheet.py"
    spec = importlib.util.spec_from_file_location("contact_sheet", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def row_height(script: ModuleType) -> int:
    height: int = round(HEIGHT * script.CELL_WIDTH / WIDTH) + script.GAP
    return height


@pytest.fixture
def run(tmp_path: Path) -> tuple[Path, Path]:
    root = write_davis(tmp_path / "set", {"a": ONE, "b": ONE, "not-run": ONE})
    for name in ("a", "b"):
        for index in range(5):
            write_label_map(tmp_path / "run" / "predictions" / name / f"{index:05d}.png", moving(index))
    return tmp_path / "run", root


def test_that_each_sequence_run_has_a_row_of_its_first_middle_and_last_frame(
    script: ModuleType, run: tuple[Path, Path]
) -> None:
    sheet = script.make_sheet(*run, frames=3)
    assert sheet.shape == (2 * row_height(script), 3 * (script.CELL_WIDTH + script.GAP), 3)


def test_that_the_true_masks_are_shown_below(script: ModuleType, run: tuple[Path, Path]) -> None:
    sheet, row = script.make_sheet(*run, frames=2, truth=True), row_height(script)
    assert sheet.shape[0] == 4 * row
    predicted, true = (sheet[start : start + row, : script.CELL_WIDTH].astype(int) for start in (0, row))
    # Nothing was predicted; the true object is coloured.
    assert np.abs(true - predicted).max() > 30


def test_that_a_folder_without_predictions_is_named(script: ModuleType, run: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(UserError, match="holds no masks"):
        script.make_sheet(tmp_path, run[1], frames=3)
