"""A training state that the system refuses to write is reported with what the system said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import resource, signal, sys
from pathlib import Path
import torch
from core.errors import UserError
from core.training.checkpoint import write_state
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_state(Path(sys.argv[1]), {"a": torch.zeros(1_000_000)})
except UserError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are those of Unix")
def test_that_a_write_that_fails_inside_torch_is_explained_by_its_own_number(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "state.pt")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Cannot write" in done.stdout and "File too large" in done.stdout, done.stderr
    assert list(tmp_path.iterdir()) == []
