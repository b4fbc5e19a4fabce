"""Every command of ``rpcm``, in the order of its help."""

from __future__ import annotations

import argparse

from core.cli import (
    ablate,
    adapt,
    bench,
    benchmark,
    convert,
    demo,
    doctor,
    evaluate,
    export,
    gui,
    import_,
    project,
    propagate,
    segment,
    train,
    weights,
)

_COMMANDS = (
    demo,
    propagate,
    segment,
    evaluate,
    benchmark,
    bench,
    import_,
    export,
    convert,
    project,
    doctor,
    gui,
    train,
    adapt,
    ablate,
    weights,
)


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands; each sets ``run``, a function of the parsed arguments that returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="rpcm",
        description="Propagate object masks through video with RPCM, and measure the result.",
        epilog="`rpcm COMMAND --help` explains a command, with an example.",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in _COMMANDS:
        command.add_parser(commands)
    return parser
