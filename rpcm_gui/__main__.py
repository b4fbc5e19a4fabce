"""``rpcm-gui [PATH]``: the desktop application."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path

from core.errors import UserError
from core.machine import keep_freed_memory
from core.paths import user_log_dir

LOG_BYTES = 2**20
LOG_FILES = 3
USAGE_ERROR = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, and in it the video, folder or project named by ``argv`` (default: the command line)."""
    # Before any thread has memory of its own.
    keep_freed_memory()
    arguments = _parser().parse_args(argv)
    # Read once, when OpenMP loads: its threads then sleep between operations of the network instead of spinning on
    # the cores that the window needs. The propagation thread itself runs at a lower priority (workers.propagation).
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    start_logging()
    # Only now, so that --help does not wait for Qt.
    from rpcm_gui.app import run

    try:
        return run(arguments.path, sys.argv[:1])
    except UserError as error:
        # There is no window yet that could show it.
        sys.stderr.write(f"rpcm-gui: {error}\n")
        return USAGE_ERROR


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rpcm-gui",
        description="Annotate object masks in video.",
        epilog="example: rpcm-gui holiday.mp4",
    )
    parser.add_argument("path", nargs="?", type=Path, help="a video, a folder of images, or a project (.rpcm)")
    return parser


def start_logging() -> None:
    """Log to the user's log folder, and warnings to the terminal as well."""
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    handlers[0].setLevel(logging.WARNING)
    try:
        file = RotatingFileHandler(user_log_dir() / "rpcm-gui.log", "a", LOG_BYTES, LOG_FILES, "utf-8")
        handlers.append(file)
    except (OSError, UserError) as error:
        logging.getLogger(__name__).warning("no log file: %s", error)
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s", handlers=handlers
    )


if __name__ == "__main__":
    sys.exit(main())
