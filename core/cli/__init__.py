"""The command line ``rpcm``: the engine without a window. Torch loads only where a command needs it."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from collections.abc import Sequence

from core.cli import (
    ablate,
    adapt,
    bench,
    benchmark,
    console,
    convert,
    demo,
    doctor,
    evaluate,
    export,
    gui,
    import_,
    project,
    propagate,
    train,
    weights,
)
from core.errors import UserError

USAGE_ERROR = 2
INTERRUPTED = 130

_COMMANDS = (
    demo,
    propagate,
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


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code: 0 done, 1 findings of the doctor, 2 to be fixed, 130 interrupted."""
    if getattr(sys, "frozen", False):
        # The processes that measure are this very program again.
        multiprocessing.freeze_support()
    arguments = build_parser().parse_args(argv)
    # Read once, when torch loads: beside any other busy program, threads that spin instead of sleeping between the
    # network's small operations make everything several times slower.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    try:
        code: int = arguments.run(arguments)
    except UserError as error:
        console.error(error)
        return USAGE_ERROR
    except KeyboardInterrupt:
        console.note("Interrupted.")
        return INTERRUPTED
    return code


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
