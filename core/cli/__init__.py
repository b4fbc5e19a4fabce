"""The command line ``rpcm``: the engine without a window. Torch loads only where a command needs it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.console import INTERRUPTED, interruptible
from core.errors import UserError, os_user_error
from core.machine import is_out_of_memory, keep_freed_memory, out_of_memory

if TYPE_CHECKING:
    import argparse

USAGE_ERROR = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code: 0 done, 1 findings of the doctor, 2 to be fixed, 130 interrupted."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        # The processes that measure are this very program again.
        multiprocessing.freeze_support()
    # Before numpy and torch have threads with memory of their own.
    keep_freed_memory()
    console.escape_unprintable()
    try:
        with interruptible():
            try:
                return _run(argv)
            finally:
                console.flush()
    except UserError as error:
        console.error(error)
        return USAGE_ERROR
    except KeyboardInterrupt:
        console.note("Interrupted.")
        return INTERRUPTED
    except Exception as error:
        if is_out_of_memory(error):
            console.error(out_of_memory())
        elif isinstance(error, OSError):
            # The disk and the system refuse in more ways than each place can foresee.
            console.error(os_user_error(error, Path(os.fsdecode(error.filename or os.curdir)), "use"))
        else:
            raise
        return USAGE_ERROR


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    # They take a moment to load, in which Ctrl-C shall be answered as in any other.
    from core.cli import commands

    return commands.build_parser()


def _run(argv: Sequence[str] | None) -> int:
    arguments = build_parser().parse_args(argv)
    # Read once, when torch loads: beside any other busy program, threads that spin instead of sleeping between the
    # network's small operations make everything several times slower.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    code: int = arguments.run(arguments)
    return code
