"""One flipped bit anywhere in a project: harmless, told and repaired, or told and refused; never silently wrong."""

from __future__ import annotations

from pathlib import Path

from tests.faults.flipping import SILENT, flip_many


def test_that_no_flipped_bit_is_silently_wrong(tmp_path: Path) -> None:
    count = flip_many(tmp_path, flips=60, seed=8)
    assert not any(count[outcome] for outcome in SILENT), count
    assert count["used, told"] > 0 and count["repaired whole"] > 0
