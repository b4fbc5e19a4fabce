"""What the README and the page of commands tell people to type is what the program understands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from core.cli import build_parser
from core.cli import commands as all_commands
from rpcm_gui.actions.spec import GROUPS, bare
from rpcm_gui.actions.table import ACTIONS

REPOSITORY = Path(__file__).resolve().parent.parent
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
COMMANDS_PAGE = (REPOSITORY / "docs" / "commands.md").read_text(encoding="utf-8")
KEYS_PAGE = (REPOSITORY / "docs" / "keys.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^(?:\.venv/bin/)?(rpcm .*)$", README + COMMANDS_PAGE, flags=re.MULTILINE)
NAMES = [module.__name__.rpartition(".")[2].rstrip("_") for module in all_commands._COMMANDS]
ONE_SCREEN = 60
"""Lines."""


@pytest.mark.parametrize("command", COMMANDS)
def test_that_every_command_is_understood(command: str) -> None:
    arguments = shlex.split(command, comments=True)[1:]
    assert callable(build_parser().parse_args(arguments).run)


@pytest.mark.parametrize("command", NAMES)
def test_that_every_command_is_shown(command: str) -> None:
    assert any(shlex.split(line, comments=True)[1] == command for line in COMMANDS)


def test_that_every_key_on_the_page_of_keys_does_what_it_says() -> None:
    rows = re.findall(r"^\| (.+?: .+?) \| (`.+`) \|$", KEYS_PAGE, flags=re.MULTILINE)
    assert len(rows) > 80
    known = {f"{GROUPS[each.id.partition('.')[0]]}: {bare(each.text)}": each.shortcuts for each in ACTIONS}
    assert {name: tuple(re.findall(r"`(\S+?)`", keys)) for name, keys in rows} == {
        name: known.get(name) for name, _ in rows
    }


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_that_the_first_pages_are_one_screen(page: str) -> None:
    assert len((REPOSITORY / page).read_text(encoding="utf-8").splitlines()) <= ONE_SCREEN
