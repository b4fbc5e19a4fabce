"""``rpcm gui``: the window, as a process of its own, since the engine knows no Qt."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.arguments import add_command
from core.errors import UserError

if TYPE_CHECKING:
    from core.cli.arguments import Commands


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands, "gui", "Open the window, with a project, a video or a folder of images", "rpcm gui holiday.mp4", run
    )
    parser.add_argument("path", nargs="?", type=Path, metavar="PROJECT|VIDEO", help="what to open")


def run(arguments: argparse.Namespace) -> int:
    """Open the window and wait until it is closed."""
    if arguments.path is not None and not arguments.path.exists():
        raise UserError(
            "'{path}' does not exist.", "Check the name, or start `rpcm gui` without one.", path=arguments.path
        )
    return subprocess.run(window_command(arguments.path), check=False).returncode


def window_command(path: Path | None) -> list[str]:
    """The command that opens the window with ``path``."""
    # A frozen program has no interpreter to hand a module to; its window is the executable beside it.
    program = (
        [str(Path(sys.executable).with_name(f"rpcm-gui{Path(sys.executable).suffix}"))]
        if getattr(sys, "frozen", False)
        else [sys.executable, "-m", "rpcm_gui"]
    )
    return [*program, *([] if path is None else [str(path.absolute())])]


def has_display() -> bool:
    """Whether a window could be seen: always on Windows and macOS, elsewhere where X11 or Wayland is announced."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(variable) for variable in ("DISPLAY", "WAYLAND_DISPLAY"))


def open_window(path: Path) -> None:
    """Open the window with ``path`` and do not wait for it."""
    subprocess.Popen(window_command(path), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True)
