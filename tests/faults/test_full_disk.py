"""A disk that fills up at any write: it is told, nothing that was saved is lost, nothing half is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.filling import DISK, WRITES, fill_many, origin
from tests.faults.small_disk import can_mount, small_disk

pytestmark = pytest.mark.skipif(
    not can_mount(), reason="only the superuser of Linux may mount a small disk; tests of the store use a page limit"
)


def test_that_a_full_disk_at_any_write_loses_nothing(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", DISK) as disk:
        count = fill_many(disk, origin(tmp_path), range(0, 61, 20))
    assert all(count[name, "told"] > 0 for name in WRITES), count
