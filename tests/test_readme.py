"""What the README tells people to type is what the program understands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from core.cli import build_parser

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^rpcm .*$", README, flags=re.MULTILINE)
LINKS = re.findall(r"\]\(([^)#]+)", README)


@pytest.mark.parametrize("command", COMMANDS)
def test_that_every_command_is_understood(command: str) -> None:
    arguments = shlex.split(command, comments=True)[1:]
    assert callable(build_parser().parse_args(arguments).run)


@pytest.mark.parametrize("command", ["propagate", "evaluate", "benchmark", "export", "doctor"])
def test_that_every_command_is_shown(command: str) -> None:
    assert any(line.startswith(f"rpcm {command}") for line in COMMANDS)


@pytest.mark.parametrize("link", [link for link in LINKS if "://" not in link])
def test_that_links_lead_somewhere(repository: Path, link: str) -> None:
    assert (repository / link).exists()


def test_that_no_machine_of_ours_is_named() -> None:
    assert not re.search(r"(?<![\w.])/(work|tmp|home|root)/", README)
