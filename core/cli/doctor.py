"""``rpcm doctor``: what the program found on this machine, and what to do about what is missing."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command

if TYPE_CHECKING:
    from core.cli.arguments import Commands

FINDINGS = 1


def add_parser(commands: Commands) -> None:
    """Add the command."""
    add_command(
        commands,
        "doctor",
        "Check Python, torch, devices, Qt, system libraries, weights, free memory and disk",
        "rpcm doctor",
        run,
    )


def run(arguments: argparse.Namespace) -> int:
    """Print every finding, and advice for what is missing; 1 where something is."""
    del arguments
    from core.cli.checkup import examine

    missing = 0
    for finding in examine():
        missing += finding.advice is not None
        console.say(f"[{'ok' if finding.advice is None else '!!'}] {finding.subject + ':':18}{finding.detail}")
        if finding.advice is not None:
            console.say(f"     -> {finding.advice}")
    console.say("Everything needed is there." if not missing else f"{missing} to be fixed.")
    return FINDINGS if missing else 0
