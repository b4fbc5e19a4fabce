"""``rpcm project proxy``: small copies of a very large clip's frames, for quick scrubbing in the window."""

from __future__ import annotations

import argparse
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command
from core.cli.datasets import tell_warnings
from core.cli.interrupt import stop_on_interrupt
from core.errors import UserError

if TYPE_CHECKING:
    from core.cli.arguments import Commands

INTERRUPTED = 130
_MIB = 2**20


def add_parser(under: Commands) -> None:
    """Add the command to those of ``rpcm project``."""
    parser = add_command(
        under,
        "proxy",
        "Make small copies of the frames of a clip of 4K and up, so that the window scrubs quickly",
        "rpcm project proxy holiday.rpcm\n  rpcm project proxy holiday.rpcm --remove",
        proxy,
    )
    parser.add_argument("project", type=Path, metavar="FILE", help="a project file (.rpcm)")
    parser.add_argument("--remove", action="store_true", help="remove the proxy instead")


def proxy(arguments: argparse.Namespace) -> int:
    """Make the proxy of a project's clip, or remove it."""
    return _remove(arguments.project) if arguments.remove else _make(arguments.project)


def _make(project: Path) -> int:
    from core.project.store import ProjectStore
    from core.video.proxy import make_proxy
    from core.video.source import open_source

    with closing(ProjectStore.open(project, read_only=True)) as store:
        media = store.source_path()
    with open_source(media) as source, stop_on_interrupt() as stop, console.ProgressBar("proxy", unit="frame") as bar:
        tell_warnings(source)
        made = make_proxy(source, bar.show, stop)
    if made is None:
        return INTERRUPTED
    console.say(f"{made.path}: {made.frame_count} frames, {made.size / _MIB:.1f} MiB")
    return 0


def _remove(project: Path) -> int:
    from core.project.store import ProjectStore
    from core.video.proxy import remove_proxy
    from core.video.source import open_source

    with closing(ProjectStore.open(project, read_only=True)) as store:
        fingerprints = {store.source.reference.fingerprint}
        # The clip may be gone: its proxy is known by the project, too.
        with suppress(UserError), open_source(store.source_path()) as source:
            fingerprints.add(source.fingerprint())
    removed = [remove_proxy(fingerprint) for fingerprint in sorted(fingerprints)]
    console.say("The proxy was removed." if any(removed) else f"{project} has no proxy.")
    return 0
