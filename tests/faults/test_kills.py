"""``kill -9`` at random moments: what the user was told is saved, is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.faults.killing import kill_many

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and fork are those of Unix")


def test_that_nothing_acknowledged_is_lost_at_random_kills(tmp_path: Path) -> None:
    count = kill_many(tmp_path, kills=12, seed=3)
    assert dict(count.kills) == {"paint": 3, "propagate": 3, "care": 3, "export": 3}
    assert count.acknowledged["paint"] > 0
